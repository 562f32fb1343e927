//! A declared record as a question "may I?".
//!
//! A field counts only if the table `data/law/from_records.yaml` says that it means the same as a
//! fact; everything else stays unknown until a function answers it on the record or signs it on a
//! sheet. The same answers give the same verdict here and in the question of an agent.

use crate::gather::gather;
use crate::question::{Answer, MayI, Pick, Policy, Recorded};
use chrono::NaiveDate;
use domain::law::{FactId, Facts, Origins, Signatory, Value};
use domain::{Authority, LawAnswer, Remark, ToolSheet, UseCase};
use reference::Reference;
use reference::law::{Block, Completion, KindRule, Law, Named, Proposal, Sheet};

/// What a record says to the law on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// What it names or answers, and that does not exist: told, and left out.
    pub remarks: Vec<Remark>,
    on: NaiveDate,
    task: Option<Picked>,
    tool: Option<Picked>,
    kinds: Vec<Picked>,
    profile: Vec<(FactId, Value)>,
    recorded: Vec<Recorded>,
    answers: Vec<Answer>,
    done: Vec<Completion>,
}

/// Something the record names, with what is known of it.
#[derive(Debug, Clone, PartialEq)]
struct Picked {
    id: String,
    sheet: Option<Sheet>,
}

/// The facts of a record on a day, and where each comes from: an answer or a field of the record,
/// the sheet of its task, of its tool or of its data, the profile of its authority.
pub fn facts_of(
    record: &UseCase,
    tool: Option<&ToolSheet>,
    authority: Option<&Authority>,
    reference: &Reference,
    on: NaiveDate,
) -> (Facts, Origins) {
    let declared = Declared::of(record, tool, authority, reference, on);
    let policy = Policy::of(&reference.policy, Some(&record.authority), on);
    let gathered = gather(&reference.law, &declared.question(), &policy);
    (gathered.facts, gathered.origins)
}

impl Declared {
    /// Reads a record, with the sheet of its tool and its authority where they are known.
    pub fn of(
        record: &UseCase,
        tool: Option<&ToolSheet>,
        authority: Option<&Authority>,
        reference: &Reference,
        on: NaiveDate,
    ) -> Self {
        let law = &reference.law;
        let mut remarks = Vec::new();
        let task = task(record, reference, &mut remarks);
        let kinds = kinds(record, reference, &mut remarks);
        let fields = law.from_records.of_use_case(record).into_iter();
        let recorded = fields.map(|(field, fact, value)| Recorded { field, fact, value });
        Self {
            on,
            task,
            tool: tool_of(record, tool, reference),
            kinds,
            profile: profile(record, authority, reference),
            recorded: recorded.collect(),
            answers: answers(&record.law_answers, law, on, &mut remarks),
            done: done(record, law, &mut remarks),
            remarks,
        }
    }

    /// The question it asks.
    pub fn question(&self) -> MayI<'_> {
        MayI {
            task: self.task.as_ref().map(Picked::pick),
            tool: self.tool.as_ref().map(Picked::pick),
            kinds: self.kinds.iter().map(Picked::pick).collect(),
            profile: &self.profile,
            recorded: self.recorded.clone(),
            answers: self.answers.clone(),
            done: &self.done,
            ..MayI::without_sheets(self.on)
        }
    }
}

impl Picked {
    fn among(sheets: &[Sheet], id: &str) -> Self {
        Self {
            id: id.to_owned(),
            sheet: sheets.iter().find(|sheet| sheet.id == id).cloned(),
        }
    }

    fn pick(&self) -> Pick<'_> {
        Pick {
            id: &self.id,
            sheet: self.sheet.as_ref(),
        }
    }

    /// Tells a name that no sheet bears.
    fn told(self, kind: &'static str, remarks: &mut Vec<Remark>) -> Self {
        if self.sheet.is_none() {
            remarks.push(missing(kind, &self.id));
        }
        self
    }
}

fn missing(kind: &'static str, id: &str) -> Remark {
    Remark::new("data-unknown-reference")
        .with("kind", kind)
        .with("id", id)
}

/// The task sheet that the record names, else the one that means the same as its task.
fn task(record: &UseCase, reference: &Reference, remarks: &mut Vec<Remark>) -> Option<Picked> {
    let same = |task| reference.law.from_records.task_sheet(task);
    let id = record.task_sheet.as_deref();
    let id = id.or_else(|| record.task.and_then(same))?;
    let picked = Picked::among(&reference.sheets.tasks, id);
    Some(picked.told("task_sheet", remarks))
}

/// What was signed on the tool, and what its sheet says. A sheet that nobody reviewed proposes.
fn tool_of(record: &UseCase, tool: Option<&ToolSheet>, reference: &Reference) -> Option<Picked> {
    let id = record.tool.as_deref()?;
    let mut picked = Picked::among(&reference.sheets.tools, id);
    let Some(tool) = tool.filter(|tool| tool.key == id) else {
        return Some(picked);
    };
    let facts = reference.law.from_records.of_tool(tool);
    let sheet = picked.sheet.get_or_insert_with(|| Sheet {
        id: id.to_owned(),
        ..Sheet::default()
    });
    match tool.reviewed_on {
        // First of its day: what a function signed the same day on the sheet of the law wins.
        Some(on) => sheet.reviewed.insert(
            0,
            Block {
                by: Signatory::It,
                on,
                facts,
                admits: None,
            },
        ),
        None => sheet
            .proposed
            .extend(facts.into_iter().map(|(fact, value)| Proposal {
                fact,
                value,
                by: Some(Signatory::It),
            })),
    }
    Some(picked)
}

/// The kinds of data that the record names, else the one that means the same as its kind, silent
/// on what the field does not say.
fn kinds(record: &UseCase, reference: &Reference, remarks: &mut Vec<Remark>) -> Vec<Picked> {
    let among = |id: &str| Picked::among(&reference.sheets.data_kinds, id);
    if !record.data_sheets.is_empty() {
        let named = record.data_sheets.iter();
        return named
            .map(|id| among(id).told("data_sheet", remarks))
            .collect();
    }
    let kind = record.data.as_ref().map(|data| data.kind);
    let rule = kind.and_then(|kind| reference.law.from_records.data_kind(kind));
    let picked = rule.map(|rule| {
        let mut picked = among(&rule.kind).told("data_sheet", remarks);
        if let Some(sheet) = &mut picked.sheet {
            silence(sheet, rule);
        }
        picked
    });
    picked.into_iter().collect()
}

fn silence(sheet: &mut Sheet, rule: &KindRule) {
    let is_settled = |fact: &FactId| !rule.unsettled.contains(fact);
    for block in &mut sheet.reviewed {
        block.facts.retain(|(fact, _)| is_settled(fact));
    }
    sheet.proposed.retain(|proposal| is_settled(&proposal.fact));
}

/// What the charter says of the authority, over what its own page says.
fn profile(
    record: &UseCase,
    authority: Option<&Authority>,
    reference: &Reference,
) -> Vec<(FactId, Value)> {
    let mut profile = reference.sheets.profile_of(&record.authority);
    let authority = authority.filter(|authority| authority.slug == record.authority);
    let of_page = |authority| reference.law.from_records.of_authority(authority);
    for (fact, value) in authority.map(of_page).unwrap_or_default() {
        if !profile.iter().any(|(known, _)| *known == fact) {
            profile.push((fact, value));
        }
    }
    profile
}

/// The answers given by a day, the latest last. What no fact or no value stands for is told.
fn answers(
    written: &[LawAnswer],
    law: &Law,
    on: NaiveDate,
    remarks: &mut Vec<Remark>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    for answer in written {
        let Some(fact) = law.fact_id(&answer.fact) else {
            remarks.push(Remark::new("law-unknown-fact").with("id", &answer.fact));
            continue;
        };
        let Some(value) = law.fact(fact).value(&answer.value) else {
            let remark = Remark::new("law-unknown-value")
                .with("id", &answer.fact)
                .with("value", &answer.value)
                .with("choices", law.fact(fact).choices());
            remarks.push(remark);
            continue;
        };
        if answer.on <= on {
            let (by, on) = (Some(answer.by), Some(answer.on));
            answers.push(Answer {
                fact,
                value,
                by,
                on,
            });
        }
    }
    answers.sort_by_key(|answer| answer.on);
    answers
}

fn done(record: &UseCase, law: &Law, remarks: &mut Vec<Remark>) -> Vec<Completion> {
    let mut records = Vec::new();
    for done in &record.duties_done {
        if !law.has_duty(&done.duty) {
            remarks.push(missing("duty", &done.duty));
            continue;
        }
        records.push(Completion {
            duty: done.duty.clone(),
            by: Some(done.by),
            on: done.on,
            until: done.until,
            tools: Named::Any,
            data: Named::Any,
        });
    }
    records
}
