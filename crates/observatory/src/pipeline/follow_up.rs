//! What waits in an authority: gathered from the database, and from the law day by day.

use super::law::{self, LegalRecord};
use super::messages;
use super::tools::{ToolWait, is_seen};
use crate::clock;
use crate::instance::Instance;
use anyhow::Result;
use chrono::{Days, NaiveDate};
use domain::people::{Account, Action, Role, Stage, Target, permits, permits_tool};
use domain::{Authority, Department, Document, Message, ToolSheet, UseCase};
use frame::week::{Desk, LawChange, Seen, Subject, Week, week};
use reference::{FollowUp, Reference};
use std::collections::{BTreeMap, BTreeSet};
use store::Record;

/// Everything of an authority that may wait, internal records included.
pub struct Waiting {
    /// Its records.
    pub records: Vec<Record<UseCase>>,
    /// Its departments.
    pub departments: Vec<Department>,
    /// Every tool.
    pub tools: Vec<ToolSheet>,
    /// What changes in the law.
    pub changes: Vec<LawChange>,
    messages: Vec<NaiveDate>,
    zone: String,
    /// Every authority of the instance: a common tool concerns them all.
    authorities: Vec<String>,
}

/// Gathers what may wait in an authority on a day, with what the law changes for its records.
pub async fn waiting_with_law(
    instance: &Instance,
    authority: &str,
    on: NaiveDate,
) -> Result<Waiting> {
    let mut waiting = waiting(instance, authority).await?;
    let library = instance.library();
    let reference = &library.reference;
    let open: BTreeSet<&str> = waiting
        .records
        .iter()
        .map(|record| &record.document)
        .filter(|record| !record.lifecycle.is_stopped())
        .map(|record| record.reference.as_str())
        .collect();
    let legal = law::records(instance, reference, on).await?;
    let legal: Vec<_> = legal
        .into_iter()
        .filter(|record| record.authority == authority && open.contains(record.reference.as_str()))
        .collect();
    waiting.changes = changes(reference, &legal, on);
    Ok(waiting)
}

/// Gathers what may wait in an authority, the law left aside.
pub async fn waiting(instance: &Instance, authority: &str) -> Result<Waiting> {
    let authorities = instance.authorities().await?;
    let zone = zone(&authorities, authority);
    let mut records = instance.store.all_of::<UseCase>(authority).await?;
    records.sort_by(|a, b| a.document.reference.cmp(&b.document.reference));
    let departments: Vec<Department> = documents(instance).await?;
    let messages = messages::of(instance, authority).await?;
    let messages = messages.into_iter().map(|record| record.document);
    let unanswered = messages.filter(Message::is_unanswered);
    Ok(Waiting {
        messages: unanswered
            .map(|message| clock::day_in(message.received_at, &zone))
            .collect(),
        departments: departments
            .into_iter()
            .filter(|department| department.authorities.iter().any(|slug| slug == authority))
            .collect(),
        tools: documents(instance).await?,
        changes: Vec::new(),
        authorities: authorities.into_iter().map(|known| known.slug).collect(),
        records,
        zone,
    })
}

fn zone(authorities: &[Authority], slug: &str) -> String {
    let authority = authorities.iter().find(|known| known.slug == slug);
    authority.map_or_else(|| "UTC".to_owned(), |known| known.time_zone.clone())
}

async fn documents<D: Document>(instance: &Instance) -> Result<Vec<D>> {
    let records = instance.store.all::<D>().await?;
    Ok(records.into_iter().map(|record| record.document).collect())
}

impl Waiting {
    /// What waits on a day, with the delays of the charter.
    pub fn week<'a>(&'a self, reference: &'a Reference, on: NaiveDate) -> Week<'a> {
        let desk = Desk {
            records: self
                .records
                .iter()
                .map(|record| Seen {
                    record: &record.document,
                    changed_on: clock::day_in(record.changed_at, &self.zone),
                })
                .collect(),
            departments: self.departments.iter().collect(),
            messages: self.messages.clone(),
            tools: self.tools.iter().collect(),
            sheets: &reference.sheets,
            rules: &reference.law.rules,
            changes: &self.changes,
        };
        week(&desk, &reference.follow_up, on)
    }

    /// What waits for one person.
    pub fn counts_for(
        &self,
        account: &Account,
        authority: &str,
        reference: &Reference,
        on: NaiveDate,
    ) -> Counts {
        let own = account.functions_in(authority);
        let records = || self.records.iter().map(|record| &record.document);
        let awaits_them = |record: &&UseCase| {
            record
                .awaited()
                .iter()
                .any(|function| own.contains(function))
        };
        let is_ready =
            |record: &&UseCase| Stage::of(record) == Stage::Awaiting && record.awaited().is_empty();
        let reads = |record: &&UseCase| {
            permits(
                &account.grants,
                Action::ReadRecord,
                &Target::record(record, false),
            )
        };
        let todos = || {
            let open = records().filter(reads).flat_map(UseCase::open_todos);
            open.filter(|todo| account.holds(&todo.owner, authority))
        };
        let decides = account.is(Role::DecisionMaker, authority);
        let leads = account.is(Role::Lead, authority);
        Counts {
            opinions: records().filter(awaits_them).count(),
            decisions: if decides {
                records().filter(is_ready).count()
            } else {
                0
            },
            todos: todos().count(),
            overdue: todos().filter(|todo| todo.is_overdue(on)).count(),
            tools: self.tools_for(account, authority, on),
            week: if leads {
                self.week(reference, on).counts()
            } else {
                Vec::new()
            },
        }
    }

    /// Tools that wait for one person, by the reason why; common ones included.
    fn tools_for(
        &self,
        account: &Account,
        authority: &str,
        on: NaiveDate,
    ) -> Vec<(ToolWait, usize)> {
        let authorities: Vec<&str> = self.authorities.iter().map(String::as_str).collect();
        let seen = || self.tools.iter().filter(|tool| is_seen(tool, authority));
        let count = |wait: ToolWait| {
            let waits = |tool: &&ToolSheet| {
                let may = |action| permits_tool(&account.grants, action, tool, &authorities, false);
                wait.holds(account, authority, (tool, on), may)
            };
            (wait, seen().filter(waits).count())
        };
        let counts = ToolWait::ALL.into_iter().map(count);
        counts.filter(|(_, count)| *count > 0).collect()
    }
}

/// How much waits for one person: numbers and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Opinions of their functions.
    pub opinions: usize,
    /// Decisions that can be taken.
    pub decisions: usize,
    /// To-dos they answer for.
    pub todos: usize,
    /// Those of them whose day has passed.
    pub overdue: usize,
    /// Tools that wait for them, by the reason why.
    pub tools: Vec<(ToolWait, usize)>,
    /// The week of the lead, by subject; empty for everybody else.
    pub week: Vec<(Subject, usize)>,
}

impl Counts {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What changes in the law around a day: each rule whose outcome changes for a record, on the day
/// it does; and each date of the law that changes the outcome of none.
fn changes(reference: &Reference, records: &[LegalRecord], on: NaiveDate) -> Vec<LawChange> {
    let mut changes = Vec::new();
    for date in dates(reference, on) {
        let touched = touched(reference, records, date);
        let nothing = touched.is_empty();
        changes.extend(touched.into_iter().map(|(position, touched)| {
            let rule = &reference.law.rules[position];
            LawChange {
                on: date,
                rule: Some(rule.id.clone()),
                title: rule.title.clone(),
                touched,
            }
        }));
        if nothing {
            let milestones = reference.timeline.iter();
            let of_date = milestones.filter(|milestone| milestone.date == date);
            changes.extend(of_date.map(|milestone| LawChange {
                on: date,
                rule: None,
                title: milestone.title.clone(),
                touched: Vec::new(),
            }));
        }
    }
    changes
}

/// The days on which a rule begins or ends, and the dates of the law, near a day.
fn dates(reference: &Reference, on: NaiveDate) -> BTreeSet<NaiveDate> {
    let FollowUp {
        law_days,
        law_past_days,
        ..
    } = reference.follow_up;
    let first = on.checked_sub_days(Days::new(u64::from(law_past_days)));
    let last = on.checked_add_days(Days::new(u64::from(law_days)));
    let (first, last) = (first.unwrap_or(on), last.unwrap_or(on));
    let periods = reference.law.rules.iter();
    let periods = periods.flat_map(|rule| &rule.provision.periods);
    let bounds = periods.flat_map(|period| {
        let after = period.until.and_then(|day| day.succ_opt());
        [Some(period.from), after].into_iter().flatten()
    });
    let milestones = reference.timeline.iter().map(|milestone| milestone.date);
    let all = bounds.chain(milestones);
    all.filter(|day| (first..=last).contains(day)).collect()
}

/// By the position of the rule, the records whose outcome is not the same on the eve.
fn touched(
    reference: &Reference,
    records: &[LegalRecord],
    on: NaiveDate,
) -> BTreeMap<usize, Vec<String>> {
    let mut touched: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let Some(eve) = on.pred_opt() else {
        return touched;
    };
    for record in records {
        let [before, after] = record.outcomes(reference, [eve, on]);
        for (position, (before, after)) in before.into_iter().zip(after).enumerate() {
            if before != after {
                let references = touched.entry(position).or_default();
                references.push(record.reference.clone());
            }
        }
    }
    touched
}
