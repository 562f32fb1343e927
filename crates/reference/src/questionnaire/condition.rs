use crate::reader::FileReader;
use crate::yaml::{Node, Value};
use domain::Remark;
use std::collections::BTreeMap;

/// When a question or an area is shown. An answer that is itself hidden fulfils nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The answer to a question includes one of these choices.
    Chosen {
        /// The question.
        question: String,
        /// The choices, any of them.
        choices: Vec<String>,
    },
}

impl Condition {
    /// The questions it looks at, in the order written, repeated if written twice.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::questions).collect(),
            Self::Not(part) => part.questions(),
            Self::Chosen { question, .. } => vec![question],
        }
    }
}

/// Words of a condition, which no question may have for identifier.
pub(super) const WORDS: [&str; 3] = ["all", "any", "not"];

/// The questions read so far and their choices; `None` for a free text.
pub(super) type Asked = BTreeMap<String, Option<Vec<String>>>;

/// Reads a map: `all`, `any` and `not`, or a question and the choices that fulfil it. Several
/// entries must all hold.
pub(super) fn read(file: &FileReader, node: &Node, asked: &Asked) -> Option<Condition> {
    let entries = node.entries().filter(|entries| !entries.is_empty());
    let Some(entries) = entries else {
        file.report(node.line, Remark::new("questionnaire-condition"));
        return None;
    };
    let parts: Vec<_> = entries
        .iter()
        .map(|(key, value)| entry(file, key, value, asked))
        .collect();
    let mut parts: Vec<_> = parts.into_iter().collect::<Option<_>>()?;
    if parts.len() == 1 {
        return parts.pop();
    }
    Some(Condition::All(parts))
}

fn entry(file: &FileReader, key: &str, value: &Node, asked: &Asked) -> Option<Condition> {
    match key {
        "all" => several(file, value, asked).map(Condition::All),
        "any" => several(file, value, asked).map(Condition::Any),
        "not" => read(file, value, asked).map(|part| Condition::Not(Box::new(part))),
        question => chosen(file, question, value, asked),
    }
}

fn several(file: &FileReader, node: &Node, asked: &Asked) -> Option<Vec<Condition>> {
    let Value::List(items) = &node.value else {
        file.report(node.line, Remark::new("questionnaire-condition"));
        return None;
    };
    if items.is_empty() {
        file.report(node.line, Remark::new("questionnaire-condition"));
        return None;
    }
    let parts: Vec<_> = items.iter().map(|item| read(file, item, asked)).collect();
    parts.into_iter().collect()
}

fn chosen(file: &FileReader, question: &str, node: &Node, asked: &Asked) -> Option<Condition> {
    let about = |key| Remark::new(key).with("question", question);
    let Some(known) = asked.get(question) else {
        file.report(node.line, about("questionnaire-not-asked-before"));
        return None;
    };
    let Some(known) = known else {
        file.report(node.line, about("questionnaire-text-in-condition"));
        return None;
    };
    let Value::List(items) = &node.value else {
        file.report(node.line, Remark::new("questionnaire-condition"));
        return None;
    };
    let choices: Vec<String> = items
        .iter()
        .filter_map(Node::scalar)
        .map(str::to_owned)
        .collect();
    if choices.is_empty() || choices.len() < items.len() {
        file.report(node.line, Remark::new("questionnaire-condition"));
        return None;
    }
    let unknown: Vec<_> = choices.iter().filter(|id| !known.contains(id)).collect();
    for id in &unknown {
        let remark = about("questionnaire-unknown-choice")
            .with("choice", id)
            .with("choices", known.join(", "));
        file.report(node.line, remark);
    }
    unknown.is_empty().then(|| Condition::Chosen {
        question: question.to_owned(),
        choices,
    })
}
