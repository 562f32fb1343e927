//! What left the public view, and when the rest last moved: what another register needs to keep a
//! faithful copy.

use super::build::{RemovedUse, UseHistory, UseVersion, reach_of};
use super::prune::prune;
use super::small_groups::without_small_groups;
use chrono::{DateTime, Utc};
use reference::Visibility;
use serde_json::Value;
use uuid::Uuid;

/// A record that was public and no longer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tombstone {
    /// Its identifier.
    pub id: Uuid,
    /// Position in the journal of the entry that took it away.
    pub position: i64,
    /// When it was taken away.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Departure,
}

/// Why a record is no longer public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Departure {
    /// It was taken out of the register.
    Withdrawn,
    /// It is still kept, and no longer published.
    NoLongerPublished,
}

impl Departure {
    /// Every reason.
    pub const ALL: [Self; 2] = [Self::Withdrawn, Self::NoLongerPublished];

    /// The code written in answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::NoLongerPublished => "no_longer_published",
        }
    }
}

/// Position of the last version that changed what the public sees: a new one, one that differs, or
/// one that comes back after the record was hidden.
pub(super) fn position(history: &UseHistory, visibility: &Visibility) -> i64 {
    let mut position = 0;
    let mut seen: Option<(u32, Value)> = None;
    for version in &history.versions {
        let Some(shown) = shown(version, visibility) else {
            seen = None;
            continue;
        };
        // A number that is skipped is the entry that took the record out.
        let is_same = seen
            .as_ref()
            .is_some_and(|(number, before)| number + 1 == version.version && *before == shown);
        if !is_same {
            position = version.position;
        }
        seen = Some((version.version, shown));
    }
    position
}

/// What the public saw of a version while it was the last one.
fn shown(version: &UseVersion, visibility: &Visibility) -> Option<Value> {
    let reach = reach_of(&version.use_case)?;
    let document = serde_json::to_value(without_small_groups(&version.use_case)).ok()?;
    Some(prune(&document, "use_case", visibility, reach))
}

/// The departure of a record that is internal today; `None` when it never was anything else.
pub(super) fn of_withheld(history: &UseHistory) -> Option<Tombstone> {
    let is_public = |version: &&UseVersion| reach_of(&version.use_case).is_some();
    let last_public = history.versions.iter().rposition(|v| is_public(&v))?;
    let hidden = history.versions.get(last_public + 1)?;
    Some(Tombstone {
        id: hidden.use_case.id,
        position: hidden.position,
        at: hidden.at,
        reason: Departure::NoLongerPublished,
    })
}

/// The departure of a record that was taken out; `None` when it was not public at that time, unless
/// it was erased: nobody can tell any more, and what was copied elsewhere must go too.
pub(super) fn of_removed(removed: &RemovedUse) -> Option<Tombstone> {
    let left = |position, at, reason| Tombstone {
        id: removed.id,
        position,
        at,
        reason,
    };
    let last = removed.versions.last();
    let was_public = last.is_some_and(|version| reach_of(&version.use_case).is_some());
    if was_public || removed.is_erased {
        return Some(left(removed.position, removed.at, Departure::Withdrawn));
    }
    let history = UseHistory {
        versions: removed.versions.clone(),
    };
    of_withheld(&history)
}
