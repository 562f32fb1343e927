use reference::{AnswerKind, Choice, Question, Questionnaire};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Answers by identifier of question, in the shape of the Canadian tool's files: a text, or a
/// list of texts for a question with several choices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// The identifier of the choice, or a free text.
    One(String),
    /// The identifiers of the choices; none is an answer too: nothing applies.
    Several(BTreeSet<String>),
}

/// An answer that does not fit the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused<'a> {
    /// The question it answers.
    pub question: &'a str,
    /// Why it is not counted.
    pub fault: Fault,
}

/// Why an answer is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The questionnaire does not ask this.
    NoSuchQuestion,
    /// The question has no such choice.
    NoSuchChoice,
    /// One answer where several are expected, or the reverse.
    OtherShape,
}

impl Answers {
    /// The same answers with this one added, or in the place of the one there was.
    #[must_use]
    pub fn with(mut self, question: &str, answer: Answer) -> Self {
        self.0.insert(question.to_owned(), answer);
        self
    }

    /// The same answers without this one.
    #[must_use]
    pub fn without(mut self, question: &str) -> Self {
        self.0.remove(question);
        self
    }

    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Every answer with its question, in the order of identifiers.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0
            .iter()
            .map(|(question, answer)| (question.as_str(), answer))
    }
}

/// What an answer says, once compared with its question.
pub(super) enum Reading<'a> {
    Choices(Vec<&'a Choice>),
    Text,
    Unfit(Fault),
}

pub(super) fn read<'a>(question: &'a Question, answer: &Answer) -> Reading<'a> {
    let choices: Vec<&String> = match (question.answer, answer) {
        (AnswerKind::Text, Answer::One(_)) => return Reading::Text,
        (AnswerKind::One, Answer::One(id)) => vec![id],
        (AnswerKind::Several, Answer::Several(ids)) => ids.iter().collect(),
        _ => return Reading::Unfit(Fault::OtherShape),
    };
    let known: Option<Vec<_>> = choices.iter().map(|id| question.choice(id)).collect();
    known.map_or(Reading::Unfit(Fault::NoSuchChoice), Reading::Choices)
}

/// Answers to questions that are not asked at all.
pub(super) fn astray<'a>(
    questionnaire: &Questionnaire,
    answers: &'a Answers,
) -> impl Iterator<Item = Refused<'a>> {
    let asked: BTreeSet<_> = questionnaire
        .questions()
        .map(|(_, question)| question.id.as_str())
        .collect();
    answers
        .iter()
        .map(|(question, _)| question)
        .filter(move |question| !asked.contains(question))
        .map(|question| Refused {
            question,
            fault: Fault::NoSuchQuestion,
        })
}
