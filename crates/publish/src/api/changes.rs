//! What changed since somebody last looked, oldest first: records as they stand now, and
//! tombstones of those that are no longer public.

use super::asked::{Asked, Since};
use super::cursor::Cursor;
use super::problem::Problem;
use super::resource::Resource;
use super::{Answer, Api};
use crate::snapshot::{PublicUse, Tombstone};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// One line of the changes.
enum Change<'a> {
    Changed(&'a PublicUse),
    Gone(&'a Tombstone),
}

impl Change<'_> {
    fn position(&self) -> i64 {
        match self {
            Self::Changed(public) => public.position,
            Self::Gone(gone) => gone.position,
        }
    }

    fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Changed(public) => public.changed_at,
            Self::Gone(gone) => gone.at,
        }
    }
}

impl Api<'_> {
    pub(super) fn changes(&self, asked: &Asked) -> Result<Answer, Problem> {
        let mut all = self.all_changes();
        let newest = all.last().map_or(0, Change::position);
        let start = match asked.since()? {
            Since::Ever => 0,
            // A place that was never reached comes from another database, or from before a
            // restoration: what was copied cannot be trusted.
            Since::Position(position) if !(0..=newest).contains(&position) => {
                return Err(Problem::wrong_cursor("since"));
            }
            Since::Position(position) => position,
            Since::Instant(instant) => {
                all.retain(|change| change.at() >= instant);
                0
            }
        };
        all.retain(|change| change.position() > start);
        let shown = &all[..asked.limit.min(all.len())];
        let more = shown.len() < all.len();
        let last = shown.last().map_or(start, Change::position);
        // With an instant and nothing since, one goes on after everything there is.
        let last = if shown.is_empty() {
            newest.max(start)
        } else {
            last
        };
        let items: Vec<Value> = shown
            .iter()
            .map(|change| self.change_json(change))
            .collect();
        let cursor = Cursor::Changes { position: last }.write();
        let next = format!(
            "{}?since={cursor}&limit={}",
            Resource::Changes.path(),
            asked.limit
        );
        let next = self.address(&next);
        let document = json!({
            "items": items,
            "cursor": cursor,
            "more": more,
            "next": next,
        });
        Ok(Answer {
            document,
            next: more.then_some(next),
        })
    }

    fn all_changes(&self) -> Vec<Change<'_>> {
        let changed = self.snapshot.uses.iter().map(Change::Changed);
        let gone = self.snapshot.tombstones.iter().map(Change::Gone);
        let mut all: Vec<_> = changed.chain(gone).collect();
        all.sort_by_key(Change::position);
        all
    }

    fn change_json(&self, change: &Change) -> Value {
        match change {
            Change::Gone(gone) => self.tombstone_json(gone),
            Change::Changed(public) => json!({
                "change": "changed",
                "id": public.use_case.id,
                "uri": self.uri(public.use_case.id),
                "at": public.changed_at.to_rfc3339(),
                "record": self.use_case_json(public),
            }),
        }
    }
}
