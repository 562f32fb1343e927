use chrono::NaiveDate;
use domain::law::{FactId, Signatory, Value};
use reference::law::{AskedCase, Completion, Fact, LocalChoice, Sheet, Sheets};
use std::collections::BTreeMap;

/// What a person asks: a task, a tool, kinds of data, on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct MayI<'a> {
    /// The day.
    pub on: NaiveDate,
    /// The task.
    pub task: Option<Pick<'a>>,
    /// The tool.
    pub tool: Option<Pick<'a>>,
    /// The kinds of data; none is the same as "I do not know".
    pub kinds: Vec<Pick<'a>>,
    /// Facts of the authority's profile.
    pub profile: &'a [(FactId, Value)],
    /// What the fields of a declared record say.
    pub recorded: Vec<Recorded>,
    /// Answers, of the person or of the use case.
    pub answers: Vec<Answer>,
    /// What is recorded as done on the use case.
    pub done: &'a [Completion],
}

/// Something a person picked, with its sheet if there is one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pick<'a> {
    /// Identifier.
    pub id: &'a str,
    /// Its sheet; without one, nothing is known of it.
    pub sheet: Option<&'a Sheet>,
}

/// What a field of a record says: believed after the answers, before the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The field.
    pub field: &'static str,
    /// The fact.
    pub fact: FactId,
    /// The answer.
    pub value: Value,
}

/// An answer on top of the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The fact.
    pub fact: FactId,
    /// The answer.
    pub value: Value,
    /// Who gave it; `None` = somebody who may. From a mere agent, an answer to the fact of
    /// another function is a proposal.
    pub by: Option<Signatory>,
    /// When.
    pub on: Option<NaiveDate>,
}

/// What an authority decided; parameters it did not set have their default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// The value of each parameter set.
    pub values: BTreeMap<String, String>,
    /// The date of the local act on each parameter.
    pub act_dates: BTreeMap<String, NaiveDate>,
}

impl<'a> MayI<'a> {
    /// A question without any sheet: what is known is in the facts alone.
    pub fn without_sheets(on: NaiveDate) -> Self {
        Self {
            on,
            task: None,
            tool: None,
            kinds: Vec::new(),
            profile: &[],
            recorded: Vec::new(),
            answers: Vec::new(),
            done: &[],
        }
    }

    /// What a person picked, by identifier, on these sheets.
    pub fn picked(
        sheets: &'a Sheets,
        on: NaiveDate,
        task: Option<&'a str>,
        tool: Option<&'a str>,
        data: &'a [String],
    ) -> Self {
        Self {
            task: task.map(|id| Pick::among(&sheets.tasks, id)),
            tool: tool.map(|id| Pick::among(&sheets.tools, id)),
            kinds: data
                .iter()
                .map(|id| Pick::among(&sheets.data_kinds, id))
                .collect(),
            profile: &sheets.profile,
            ..Self::without_sheets(on)
        }
    }

    /// A worked question on these sheets; its answers count.
    pub fn of_case(case: &'a AskedCase, sheets: &'a Sheets) -> Self {
        let answer = |&(fact, value): &(FactId, Value)| Answer {
            fact,
            value,
            by: None,
            on: None,
        };
        let (task, tool) = (case.task.as_deref(), case.tool.as_deref());
        Self {
            answers: case.answers.iter().map(answer).collect(),
            done: &case.done,
            ..Self::picked(sheets, case.on, task, tool, &case.data)
        }
    }
}

impl<'a> Pick<'a> {
    fn among(sheets: &'a [Sheet], id: &'a str) -> Self {
        let sheet = sheets.iter().find(|sheet| sheet.id == id);
        Self { id, sheet }
    }

    /// Whether it stands for "I do not know".
    pub(crate) fn is_unsure(&self) -> bool {
        self.sheet.is_none_or(|sheet| sheet.is_unsure)
    }
}

impl Answer {
    /// Whether it counts for a fact, or is only proposed.
    pub(crate) fn counts(&self, fact: &Fact) -> bool {
        self.by != Some(Signatory::Agent) || fact.answered_by == Signatory::Agent
    }
}

impl Policy {
    /// What holds for an authority on a day: its acts, else the default charter. A charter without
    /// acts dates nothing.
    pub fn of(choices: &[LocalChoice], authority: Option<&str>, on: NaiveDate) -> Self {
        let mut policy = Self::default();
        for (parameter, choice) in LocalChoice::in_force(choices, authority, on) {
            let parameter = parameter.to_owned();
            if let Some(act) = &choice.act {
                policy.act_dates.insert(parameter.clone(), act.on);
            }
            policy.values.insert(parameter, choice.value.clone());
        }
        policy
    }

    /// The choices of a worked question.
    pub fn of_case(case: &AskedCase) -> Self {
        Self {
            values: case.parameters.clone(),
            act_dates: case.act_dates.clone(),
        }
    }
}
