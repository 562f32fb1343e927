//! What moved under decisions already taken, and what will end.

use super::View;
use crate::pipeline::reliance;
use domain::{EndOfLife, Text};
use evaluate::technologies::{
    Change, Ending, Ends, Reopened, Resting, TechnologyChange, Told, changes, endings, reopened,
};
use publish::report::{Block, Cell, Inline};
use std::collections::BTreeSet;

/// Changes that the page tells; all of them are on a page of their own.
const LATEST: usize = 5;
/// How far ahead an end is announced.
const ENDS_WITHIN_DAYS: u32 = 365;

impl<'a> View<'a> {
    pub(super) fn add_changes(&mut self) {
        let changes = self.changes();
        let reopened = self.reopened(&changes);
        let uses: Vec<_> = reopened.iter().map(|found| found.use_case).collect();
        let mut blocks = vec![self.page.named("reopened", &uses), self.unasked(&changes)];
        blocks.push(self.ends());
        blocks.push(self.changes_table(changes.iter().take(LATEST), &reopened));
        blocks.push(self.whole("changes-all", "changements"));
        self.page.add("changes", &blocks);
    }

    pub(super) fn add_all_changes(&mut self) {
        let changes = self.changes();
        let reopened = self.reopened(&changes);
        let rows = reopened.iter().map(|found| self.reopened_row(found));
        let columns = [
            ("column-use", false),
            ("column-rests", false),
            ("column-changed-since", false),
        ];
        let again = self.page.table("reopened", &columns, rows.collect());
        let all = self.changes_table(changes.iter(), &reopened);
        let ends = [self.ends(), self.unasked(&changes)];
        self.page.add("ends", &ends);
        self.page.add("reopened", &[again]);
        self.page.add("all-changes", &[all]);
    }

    /// Changes of the tools that the scope names, the latest first, those without a day before.
    fn changes(&self) -> Vec<TechnologyChange<'a>> {
        let named = self.named_tools();
        let mut found = changes(&reliance::catalogue(&self.page.site.snapshot));
        found.retain(|change| named.contains_key(change.tool.key.as_str()));
        found.sort_by_key(|change| std::cmp::Reverse(change.told));
        found
    }

    /// A refused or suspended use stays out of the counts; its tool is still bought, and changes.
    fn reopened(&self, changes: &[TechnologyChange<'a>]) -> Vec<Reopened<'a>> {
        let snapshot = &self.page.site.snapshot;
        let uses = reliance::uses(snapshot, self.page.dashboard.scope);
        reopened(changes, uses, snapshot.built_on)
    }

    /// How many features came without anybody asking, and in which tools.
    fn unasked(&self, changes: &[TechnologyChange]) -> Block {
        let features = changes.iter();
        let features = features.filter(|change| matches!(change.change, Change::Feature(_)));
        let tools: Vec<_> = features.map(|change| change.tool).collect();
        let mut names: Vec<_> = tools.iter().map(|t| self.page.w.text(&t.name)).collect();
        names.sort_unstable();
        names.dedup();
        let blanks = [
            ("count", tools.len().into()),
            ("names", self.page.w.list(&names).into()),
        ];
        self.page.sentence("unasked", &blanks)
    }

    /// What ends within a year, or has ended: one sentence each.
    fn ends(&self) -> Block {
        let snapshot = &self.page.site.snapshot;
        let named = self.named_tools();
        let models: BTreeSet<_> = named
            .values()
            .flat_map(|tool| tool.model_keys.iter().map(String::as_str))
            .collect();
        let all = endings(
            &reliance::catalogue(snapshot),
            snapshot.built_on,
            ENDS_WITHIN_DAYS,
        );
        let ours = all.iter().filter(|ending| match ending.what {
            Ends::Tool(tool) | Ends::ToolVersion(tool, _) => named.contains_key(tool.key.as_str()),
            Ends::Model(model) | Ends::ModelVersion(model, _) => {
                models.contains(model.key.as_str())
            }
        });
        let items: Vec<_> = ours
            .map(|ending| vec![Inline::Text(self.end(ending))])
            .collect();
        if items.is_empty() {
            return self.page.sentence("ends-none", &[]);
        }
        Block::List {
            ordered: false,
            items,
        }
    }

    fn end(&self, ending: &Ending) -> String {
        let w = &self.page.w;
        let what = match ending.what {
            Ends::Tool(tool) => w.text(&tool.name),
            Ends::Model(model) => w.text(&model.name),
            Ends::ToolVersion(tool, version) => {
                format!("{} {}", w.text(&tool.name), version.version)
            }
            Ends::ModelVersion(model, version) => {
                format!("{} {}", w.text(&model.name), version.version)
            }
        };
        let EndOfLife {
            on, replaced_by, ..
        } = ending.end;
        let blanks = [("what", what.into()), ("date", w.date(*on).into())];
        let key = if ending.days_left > 0 {
            "end-coming"
        } else {
            "end-past"
        };
        let next = match replaced_by {
            Some(text) => w.format("end-replaced", &[("by", w.text(text).into())]),
            None => w.get("end-not-replaced"),
        };
        format!("{} {next}", w.format(key, &blanks))
    }

    fn changes_table<'c>(
        &self,
        changes: impl Iterator<Item = &'c TechnologyChange<'a>>,
        reopened: &[Reopened],
    ) -> Block
    where
        'a: 'c,
    {
        let rows = changes.map(|change| self.change_row(change, reopened));
        let columns = [
            ("column-since", false),
            ("column-tool", false),
            ("column-what-changed", false),
            ("column-reopened", true),
        ];
        self.page.table("changes", &columns, rows.collect())
    }

    fn change_row(&self, change: &TechnologyChange, reopened: &[Reopened]) -> Vec<Cell> {
        let day = match change.told {
            Told::On(day) => Some(day),
            Told::Never => None,
        };
        let again = reopened.iter().filter(|found| {
            let mut grounds = found.grounds.iter();
            grounds.any(|ground| ground.change == *change)
        });
        vec![
            self.page.day(day),
            Cell::text(self.page.w.text(&change.tool.name)),
            Cell::text(self.changed(&change.change)),
            Cell::text(self.page.w.count(again.count())),
        ]
    }

    fn changed(&self, change: &Change) -> String {
        let w = &self.page.w;
        let told = |key: &str, name: String, what: &Option<Text>| {
            let what = what
                .as_ref()
                .map_or_else(|| w.get("change-not-told"), |t| w.text(t));
            w.format(key, &[("name", name.into()), ("what", what.into())])
        };
        match change {
            Change::Version(version) => {
                told("change-version", version.version.clone(), &version.change)
            }
            Change::Terms(terms) => told("change-terms", String::new(), &terms.change),
            Change::Model(model, version) => {
                let name = format!("{} {}", w.text(&model.name), version.version);
                told("change-model", name, &version.change)
            }
            Change::Feature(feature) => {
                let key = match feature.asked {
                    Some(_) => "change-feature-unasked",
                    None => "change-feature-unknown",
                };
                w.format(key, &[("what", w.text(&feature.name).into())])
            }
        }
    }

    /// What rests on a tool as it was, and the days of what changed since.
    fn reopened_row(&self, found: &Reopened) -> Vec<Cell> {
        let w = &self.page.w;
        let has = |is: fn(&Resting) -> bool| {
            let grounds = found.grounds.iter();
            let resting = grounds.map(|ground| ground.resting).filter(is);
            let mut seen: Vec<Resting> = Vec::new();
            for one in resting {
                if !seen.contains(&one) {
                    seen.push(one);
                }
            }
            seen.len()
        };
        let blanks = [
            (
                "decisions",
                has(|r| matches!(r, Resting::Decision(_))).into(),
            ),
            ("opinions", has(|r| matches!(r, Resting::Opinion(_))).into()),
            (
                "assessments",
                has(|r| matches!(r, Resting::Assessment(_))).into(),
            ),
        ];
        let mut days: Vec<_> = found.grounds.iter().map(|g| g.change.told).collect();
        days.sort_unstable();
        days.dedup();
        let days: Vec<_> = days
            .into_iter()
            .map(|told| match told {
                Told::On(day) => w.date(day),
                Told::Never => w.get("date-unknown"),
            })
            .collect();
        vec![
            self.page.record(found.use_case),
            Cell::text(w.format("resting", &blanks)),
            Cell::text(w.list(&days)),
        ]
    }
}
