//! A declared record as a question "may I?".
//!
//! A field counts only if the table `data/law/from_records.yaml` says that it means the same as a
//! fact; everything else stays unknown until a function answers it on the record or signs it on a
//! sheet. The same answers give the same verdict here and in the question of an agent.

use crate::gather::gather;
use crate::question::{Answer, MayI, Pick, Policy, Recorded};
use chrono::NaiveDate;
use domain::law::{FactId, Facts, Origins, Value};
use domain::{LawAnswer, Remark, UseCase};
use reference::law::{Completion, KindRule, Law, LocalChoice, Named, Sheet, Sheets};

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
/// the sheet of its task, of its tool or of its data, the profile of its authority. On sheets laid
/// by [`crate::with_documents`], "may I?" finds the same ones.
pub fn facts_of(
    record: &UseCase,
    law: &Law,
    sheets: &Sheets,
    choices: &[LocalChoice],
    on: NaiveDate,
) -> (Facts, Origins) {
    let declared = Declared::of(record, law, sheets, on);
    let policy = Policy::of(choices, Some(&record.authority), on);
    let gathered = gather(law, &declared.question(), &policy);
    (gathered.facts, gathered.origins)
}

impl Declared {
    /// Reads a record on these sheets.
    pub fn of(record: &UseCase, law: &Law, sheets: &Sheets, on: NaiveDate) -> Self {
        let mut remarks = Vec::new();
        let task = task(record, law, sheets, &mut remarks);
        let kinds = kinds(record, law, sheets, &mut remarks);
        let tool = record.tool.as_deref();
        let fields = law.from_records.of_use_case(record).into_iter();
        let recorded = fields.map(|(field, fact, value)| Recorded { field, fact, value });
        Self {
            on,
            task,
            tool: tool.map(|id| Picked::among(&sheets.tools, id)),
            kinds,
            profile: sheets.profile_of(&record.authority),
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
fn task(record: &UseCase, law: &Law, sheets: &Sheets, remarks: &mut Vec<Remark>) -> Option<Picked> {
    let same = |task| law.from_records.task_sheet(task);
    let id = record.task_sheet.as_deref();
    let id = id.or_else(|| record.task.and_then(same))?;
    let picked = Picked::among(&sheets.tasks, id);
    Some(picked.told("task_sheet", remarks))
}

/// The kinds of data that the record names, else the one that means the same as its kind, silent
/// on what the field does not say.
fn kinds(record: &UseCase, law: &Law, sheets: &Sheets, remarks: &mut Vec<Remark>) -> Vec<Picked> {
    let among = |id: &str| Picked::among(&sheets.data_kinds, id);
    if !record.data_sheets.is_empty() {
        let named = record.data_sheets.iter();
        return named
            .map(|id| among(id).told("data_sheet", remarks))
            .collect();
    }
    let kind = record.data.as_ref().map(|data| data.kind);
    let rule = kind.and_then(|kind| law.from_records.data_kind(kind));
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
