//! What a working group reads before it meets: what is asked of it, case by case.

use super::casework::{self, CaseFile};
use super::figures::{Figure, Measures, figures};
use crate::clock;
use crate::instance::Instance;
use anyhow::Result;
use chrono::NaiveDate;
use domain::law::RuleOutcome;
use domain::people::Stage;
use domain::{Authority, Department, Function, Opinion, UseCase};
use reference::law::Rule;

/// The pack of a meeting.
pub struct Pack {
    /// The authority.
    pub authority: Authority,
    /// The day it was made.
    pub on: NaiveDate,
    /// The cases, in the order in which they were asked for.
    pub cases: Vec<Case>,
}

/// A case of the agenda.
pub struct Case {
    /// Its file.
    pub file: CaseFile,
    /// Its department.
    pub department: Option<Department>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// What is asked of the group.
    pub asked: Asked,
}

/// What is asked of the group on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The opinions of functions that have not spoken.
    Opinions(Vec<Function>),
    /// A decision: everybody has spoken.
    Decision,
    /// Whose opinion to ask for: nobody was asked yet, or the decision no longer holds.
    Functions,
    /// To take note: a decision is in force.
    Note,
}

impl Asked {
    /// What a record asks of the group.
    pub fn of(record: &UseCase) -> Self {
        match Stage::of(record) {
            Stage::Recorded | Stage::Voided => Self::Functions,
            Stage::Decided => Self::Note,
            Stage::Awaiting => match record.awaited() {
                awaited if awaited.is_empty() => Self::Decision,
                awaited => Self::Opinions(awaited),
            },
        }
    }

    /// Its name in words and files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Opinions(_) => "opinions",
            Self::Decision => "decision",
            Self::Functions => "functions",
            Self::Note => "note",
        }
    }
}

/// The records of an authority that a group may discuss, those that wait for it first.
pub async fn candidates(instance: &Instance, authority: &str) -> Result<Vec<UseCase>> {
    let records = instance.store.all_of::<UseCase>(authority).await?;
    let mut records: Vec<_> = records.into_iter().map(|record| record.document).collect();
    records.sort_by_key(|record| {
        let rank = match Stage::of(record) {
            Stage::Awaiting => 0,
            Stage::Voided => 1,
            Stage::Recorded => 2,
            Stage::Decided => 3,
        };
        (rank, record.reference.clone())
    });
    Ok(records)
}

/// The references of those that wait for opinions or for a decision.
pub fn awaiting(candidates: &[UseCase]) -> Vec<String> {
    let candidates = candidates.iter();
    candidates
        .filter(|record| Stage::of(record) == Stage::Awaiting)
        .map(|record| record.reference.clone())
        .collect()
}

/// The pack on some records; those that do not exist are named.
pub async fn pack(
    instance: &Instance,
    authority: &Authority,
    references: &[String],
    on: NaiveDate,
) -> Result<Result<Pack, Vec<String>>> {
    let departments = instance.store.all::<Department>().await?;
    let library = instance.library();
    let staff_below = library.reference.follow_up.small_staff;
    let measures = match authority.is_small(staff_below) {
        true => Measures::None,
        false => Measures::LargeGroups,
    };
    let (mut cases, mut unknown) = (Vec::new(), Vec::new());
    for reference in references {
        let Some(file) = casework::open(instance, &authority.slug, reference).await? else {
            unknown.push(reference.clone());
            continue;
        };
        let key = file.record.department.as_ref();
        let mut known = departments.iter().map(|record| &record.document);
        let last = file.history.last();
        let written_on = last.map(|entry| clock::day_in(entry.at, &authority.time_zone));
        cases.push(Case {
            department: known.find(|known| Some(&known.key) == key).cloned(),
            figures: figures(&file.record, file.tool.as_ref(), written_on, on, measures),
            asked: Asked::of(&file.record),
            file,
        });
    }
    if !unknown.is_empty() {
        return Ok(Err(unknown));
    }
    Ok(Ok(Pack {
        authority: authority.clone(),
        on,
        cases,
    }))
}

impl Case {
    /// The opinions, those against first.
    pub fn opinions(&self) -> Vec<&Opinion> {
        let mut opinions: Vec<_> = self.file.record.opinions.iter().collect();
        opinions.sort_by_key(|opinion| (opinion.sense, opinion.function));
        opinions
    }

    /// The verdict of the law on all that is known, and the rules that apply.
    pub fn law<'a>(
        &self,
        reference: &'a reference::Reference,
        on: NaiveDate,
    ) -> (frame::Verdict<'a>, Vec<&'a Rule>) {
        let answered = self.file.law(reference, on);
        let findings = &answered.assessment.findings;
        let rules = reference.law.rules.iter().zip(findings);
        let applying = rules
            .filter(|(_, finding)| finding.outcome == RuleOutcome::Applies)
            .map(|(rule, _)| rule)
            .collect();
        (answered.verdict, applying)
    }
}
