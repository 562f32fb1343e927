use super::loose::{day, flag, gauge, list, number, text};
use chrono::NaiveDate;
use domain::Remark;
use serde_json::Value;
use thiserror::Error;

/// A data-protection impact assessment, as the CNIL's tool exports it.
///
/// Two shapes are read: the one of 2018, which carries the state of the tool's own database, and
/// the one of 2022, which leaves out what nobody filled in and may write numbers as texts.
/// Formatted texts become plain ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Pia {
    /// What the processing is called, on one line, without what the tool puts before the name of
    /// an assessment that it imports or copies.
    pub title: String,
    /// Where it stands; `None` when the file does not say it in a way we know.
    pub state: Option<PiaState>,
    /// Day it was begun.
    pub created_on: Option<NaiveDate>,
    /// Day of the last change.
    pub changed_on: Option<NaiveDate>,
    /// Answers, by number of the question.
    pub answers: Vec<PiaAnswer>,
    /// Measures that exist or are planned.
    pub measures: Vec<PiaMeasure>,
    /// What the evaluator said of each part.
    pub evaluations: Vec<PiaEvaluation>,
    /// Comments.
    pub comments: Vec<PiaComment>,
    /// Opinion of the data protection officer.
    pub dpo: Option<PiaOpinion>,
    /// Opinion of the people concerned.
    pub people: Option<PiaOpinion>,
    /// Why it was refused.
    pub rejection_reason: Option<String>,
    /// What was changed after a refusal.
    pub adjustments: Option<String>,
    /// What was left out, and what could not be read.
    pub remarks: Vec<Remark>,
}

/// Where an assessment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PiaState {
    /// Being written or evaluated.
    InProgress,
    /// Refused.
    Refused,
    /// Validated.
    Validated,
    /// Validated and signed.
    Signed,
    /// Put away.
    Archived,
}

impl PiaState {
    /// Its word, which ends keys of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Refused => "refused",
            Self::Validated => "validated",
            Self::Signed => "signed",
            Self::Archived => "archived",
        }
    }

    /// Whether somebody with the power to do so said yes.
    pub fn is_validated(self) -> bool {
        matches!(self, Self::Validated | Self::Signed)
    }

    /// By number, as the tool on one machine writes it, or by word, as a server does.
    fn read(pia: &Value) -> Option<Self> {
        if flag(pia, "is_archive") == Some(true) {
            return Some(Self::Archived);
        }
        let word = pia.get("status").and_then(Value::as_str);
        let found = match (number(pia, "status"), word) {
            (Some(0), _) | (_, Some("doing")) => Self::InProgress,
            (Some(1), _) | (_, Some("refused")) => Self::Refused,
            (Some(2), _) | (_, Some("simple_validation")) => Self::Validated,
            (Some(3), _) | (_, Some("signed_validation")) => Self::Signed,
            (Some(4), _) | (_, Some("archived")) => Self::Archived,
            _ => return None,
        };
        Some(found)
    }
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiaAnswer {
    /// Number of the question, such as 325.
    pub question: u32,
    /// The answer in words.
    pub text: Option<String>,
    /// The answer as a list.
    pub items: Vec<String>,
    /// A step from 1 (negligible) to 4 (maximal); `None` = not judged.
    pub level: Option<u8>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiaMeasure {
    /// Its name.
    pub title: String,
    /// What it consists of.
    pub text: Option<String>,
}

/// What the evaluator thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PiaVerdict {
    /// To be done again.
    ToCorrect,
    /// Good enough, with an action plan.
    Improvable,
    /// Good.
    Acceptable,
}

/// What the evaluator said of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiaEvaluation {
    /// Section, item and question or measure, such as `2.1.211`.
    pub about: String,
    /// What the evaluator thinks; `None` = not said yet.
    pub verdict: Option<PiaVerdict>,
    /// The comment.
    pub comment: Option<String>,
    /// The action plan.
    pub action_plan: Option<String>,
    /// Severity once the action plan is carried out, 1 to 4.
    pub severity: Option<u8>,
    /// Likelihood once the action plan is carried out, 1 to 4.
    pub likelihood: Option<u8>,
    /// Day by which the plan should be carried out.
    pub due_on: Option<NaiveDate>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiaComment {
    /// The part it is about.
    pub about: String,
    /// What it says.
    pub text: String,
}

/// An opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiaOpinion {
    /// Whether the processing may go ahead; `None` = not said.
    pub is_favourable: Option<bool>,
    /// In words.
    pub text: Option<String>,
}

/// Why a file is no assessment. The key names a message of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{key}: {detail}")]
pub struct PiaError {
    /// Key of the message.
    pub key: &'static str,
    /// What fills its blank.
    pub detail: String,
}

/// Reads an assessment exported by the CNIL's tool.
///
/// # Errors
///
/// If the file is not JSON, or holds no assessment with a name.
pub fn read_pia(bytes: &[u8]) -> Result<Pia, PiaError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let document: Value = serde_json::from_slice(bytes).map_err(|error| PiaError {
        key: "pia-not-json",
        detail: error.to_string(),
    })?;
    let none = || PiaError {
        key: "pia-none",
        detail: String::new(),
    };
    let pia = document.get("pia").ok_or_else(none)?;
    let title = text(pia, "name").ok_or_else(none)?;
    let title = named(&title);
    let mut remarks = Vec::new();
    let state = PiaState::read(pia);
    if state.is_none() {
        remarks.push(Remark::new("pia-unknown-state"));
    }
    if !list(
        pia.get("structure_data").unwrap_or(&Value::Null),
        "sections",
    )
    .is_empty()
    {
        remarks.push(Remark::new("pia-own-structure"));
    }
    let names = persons_named(&document, pia);
    if names > 0 {
        remarks.push(Remark::new("pia-names-left-out").with("count", names));
    }
    let answers = answers(&document, &mut remarks);
    let pia = Pia {
        title,
        state,
        created_on: day(pia, "created_at"),
        changed_on: day(pia, "updated_at"),
        answers,
        measures: list(&document, "measures")
            .iter()
            .filter_map(measure)
            .collect(),
        evaluations: list(&document, "evaluations")
            .iter()
            .filter_map(evaluation)
            .collect(),
        comments: list(&document, "comments")
            .iter()
            .filter_map(comment)
            .collect(),
        dpo: opinion(pia, "dpo_status", "dpo_opinion"),
        people: opinion(pia, "concerned_people_status", "concerned_people_opinion"),
        rejection_reason: first_text(pia, ["rejection_reason", "rejected_reason"]),
        adjustments: first_text(pia, ["applied_adjustments", "applied_adjustements"]),
        remarks,
    };
    Ok(pia.with_remarks_on_risks())
}

/// A name on one line, without the words in capitals that the tool puts before it: `(IMPORT)`,
/// `(COPY)`.
fn named(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = name.as_str();
    while let Some((word, after)) = rest
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "))
    {
        let is_the_tool = !word.is_empty() && word.chars().all(char::is_uppercase);
        if !is_the_tool || after.is_empty() {
            break;
        }
        rest = after;
    }
    rest.to_owned()
}

/// The tool spelt some keys in two ways.
fn first_text(pia: &Value, keys: [&str; 2]) -> Option<String> {
    keys.iter().find_map(|key| text(pia, key))
}

/// How many places name a person.
fn persons_named(document: &Value, pia: &Value) -> usize {
    let keys = [
        "author_name",
        "evaluator_name",
        "validator_name",
        "dpos_names",
        "people_names",
    ];
    let named = keys.iter().filter(|key| text(pia, key).is_some()).count();
    let in_charge = list(document, "evaluations").iter();
    let in_charge = in_charge.filter(|evaluation| text(evaluation, "person_in_charge").is_some());
    named + in_charge.count() + list(pia, "user_pias").len() + list(pia, "guests").len()
}

fn answers(document: &Value, remarks: &mut Vec<Remark>) -> Vec<PiaAnswer> {
    let mut answers = Vec::new();
    let mut of_nothing = Vec::new();
    for (place, value) in list(document, "answers").iter().enumerate() {
        let data = value.get("data").unwrap_or(&Value::Null);
        let Some(question) = number(value, "reference_to") else {
            of_nothing.push(place + 1);
            continue;
        };
        let items = list(data, "list").iter().filter_map(Value::as_str);
        answers.push(PiaAnswer {
            question,
            text: text(data, "text"),
            items: items.map(super::html::text).collect(),
            level: gauge(data, "gauge"),
        });
    }
    if let Some(first) = of_nothing.first() {
        let remark = Remark::new("pia-answer-of-nothing").with("place", first);
        remarks.push(remark.with("count", of_nothing.len()));
    }
    answers.sort_by_key(|answer| answer.question);
    answers
}

fn measure(value: &Value) -> Option<PiaMeasure> {
    Some(PiaMeasure {
        title: text(value, "title")?,
        text: text(value, "content"),
    })
}

fn evaluation(value: &Value) -> Option<PiaEvaluation> {
    let gauges = value.get("gauges").unwrap_or(&Value::Null);
    let verdict = match number(value, "status") {
        Some(1) => Some(PiaVerdict::ToCorrect),
        Some(2) => Some(PiaVerdict::Improvable),
        Some(3) => Some(PiaVerdict::Acceptable),
        _ => None,
    };
    Some(PiaEvaluation {
        about: text(value, "reference_to")?,
        verdict,
        comment: text(value, "evaluation_comment"),
        action_plan: text(value, "action_plan_comment"),
        severity: gauge(gauges, "x"),
        likelihood: gauge(gauges, "y"),
        due_on: day(value, "estimated_implementation_date"),
    })
}

fn comment(value: &Value) -> Option<PiaComment> {
    Some(PiaComment {
        about: text(value, "reference_to").unwrap_or_default(),
        text: text(value, "description")?,
    })
}

fn opinion(pia: &Value, status: &str, words: &str) -> Option<PiaOpinion> {
    let opinion = PiaOpinion {
        is_favourable: flag(pia, status),
        text: text(pia, words),
    };
    // 0 is also what the tool writes before anybody has answered.
    let is_given = opinion.text.is_some() || opinion.is_favourable == Some(true);
    is_given.then_some(opinion)
}
