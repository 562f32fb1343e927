use super::condition::{self, Asked, Condition};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{Remark, Text};

/// A part of a questionnaire, whose points count the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Identifier, the name of its file.
    pub id: String,
    /// Its name on pages.
    pub title: Text,
    /// What its points stand for.
    pub kind: AreaKind,
    /// When it is shown; always if there is none.
    pub when: Option<Condition>,
    /// Its questions, in the order they are asked.
    pub questions: Vec<Question>,
}

/// What the points of an area stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaKind {
    /// Impact or risk: more is worse.
    Raw,
    /// What lessens it: more is better.
    Mitigation,
    /// Nothing: its answers only decide what is asked next, or inform.
    Unscored,
}

impl AreaKind {
    /// Every kind with the word data files use.
    pub const ALL: [(&'static str, Self); 3] = [
        ("raw", Self::Raw),
        ("mitigation", Self::Mitigation),
        ("unscored", Self::Unscored),
    ];
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Identifier in a file of answers, unique in the questionnaire.
    pub id: String,
    /// The question.
    pub title: Text,
    /// What helps to answer it.
    pub help: Option<Text>,
    /// How it is answered.
    pub answer: AnswerKind,
    /// When it is shown within its area; always if there is none.
    pub when: Option<Condition>,
    /// What can be chosen; empty for a free text.
    pub choices: Vec<Choice>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerKind {
    /// By exactly one choice.
    One,
    /// By any number of choices, none included; their points add up.
    Several,
    /// By a free text, which never carries points.
    Text,
}

impl AnswerKind {
    /// Every kind with the word data files use.
    pub const ALL: [(&'static str, Self); 3] = [
        ("one", Self::One),
        ("several", Self::Several),
        ("text", Self::Text),
    ];
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Identifier in a file of answers, unique in its question.
    pub id: String,
    /// What it says.
    pub label: Text,
    /// Its points; 0 in an unscored area.
    pub points: u32,
}

impl Question {
    /// A choice by identifier.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The fewest points an answer can bring.
    pub fn least(&self) -> u32 {
        let points = self.choices.iter().map(|choice| choice.points);
        match self.answer {
            AnswerKind::One => points.min().unwrap_or(0),
            AnswerKind::Several | AnswerKind::Text => 0,
        }
    }

    /// The most points an answer can bring.
    pub fn most(&self) -> u32 {
        let points = self.choices.iter().map(|choice| choice.points);
        match self.answer {
            AnswerKind::One => points.max().unwrap_or(0),
            AnswerKind::Several => points.sum(),
            AnswerKind::Text => 0,
        }
    }
}

pub(super) fn read(file: &FileReader, root: &Node, asked: &mut Asked) -> Option<Area> {
    let map = file.map(root)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let kind = map.one_of("kind", &AreaKind::ALL);
    let when = condition_of(file, &map, asked);
    let nodes = map.list("questions");
    if nodes.is_empty() {
        file.report(map.line(), Remark::new("questionnaire-no-question"));
    }
    let questions: Vec<_> = nodes
        .iter()
        .filter_map(|node| question(file, node, kind, asked))
        .collect();
    map.finish();
    Some(Area {
        id: id?,
        title: title?,
        kind: kind?,
        when,
        questions,
    })
}

fn condition_of(file: &FileReader, map: &MapReader, asked: &Asked) -> Option<Condition> {
    condition::read(file, map.node("when")?, asked)
}

fn question(
    file: &FileReader,
    node: &Node,
    kind: Option<AreaKind>,
    asked: &mut Asked,
) -> Option<Question> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let help = map.optional_bilingual("help");
    let answer = map.one_of("answer", &AnswerKind::ALL);
    let when = condition_of(file, &map, asked);
    let nodes = map.optional_list("choices");
    let choices: Vec<_> = nodes
        .iter()
        .filter_map(|node| choice(file, node, kind))
        .collect();
    if let Some(answer) = answer {
        check_choices(file, &map, answer, nodes.len(), &choices);
    }
    map.finish();
    let id = id?;
    let known = (answer != Some(AnswerKind::Text))
        .then(|| choices.iter().map(|choice| choice.id.clone()).collect());
    if condition::WORDS.contains(&id.as_str()) {
        let remark = Remark::new("questionnaire-reserved-id").with("id", &id);
        file.report(node.line, remark);
    }
    if asked.insert(id.clone(), known).is_some() {
        let remark = Remark::new("data-repeated-id").with("id", &id);
        file.report(node.line, remark);
    }
    Some(Question {
        id,
        title: title?,
        help,
        answer: answer?,
        when,
        choices,
    })
}

/// Reports too few or too many choices for the way of answering, and identifiers used twice.
fn check_choices(
    file: &FileReader,
    map: &MapReader,
    answer: AnswerKind,
    written: usize,
    choices: &[Choice],
) {
    let fits = match answer {
        AnswerKind::One => written >= 2,
        AnswerKind::Several => written >= 1,
        AnswerKind::Text => written == 0,
    };
    if !fits {
        file.report(map.line(), Remark::new("questionnaire-choices"));
    }
    for (position, choice) in choices.iter().enumerate() {
        if choices[..position]
            .iter()
            .any(|other| other.id == choice.id)
        {
            let remark = Remark::new("data-repeated-id").with("id", &choice.id);
            file.report(map.line(), remark);
        }
    }
}

fn choice(file: &FileReader, node: &Node, kind: Option<AreaKind>) -> Option<Choice> {
    let map = file.map(node)?;
    let id = map.text("id");
    let points = match kind {
        Some(AreaKind::Unscored) => {
            if map.node("points").is_some() {
                file.report(map.line(), Remark::new("questionnaire-points-unscored"));
            }
            Some(0)
        }
        _ => map.required("points").and_then(|_| points(file, &map)),
    };
    let (fr, en) = (map.text("fr"), map.text("en"));
    map.finish();
    Some(Choice {
        id: id?,
        label: Text::pair(fr?, en?),
        points: points?,
    })
}

/// Points are small, so that no sum of them can overflow.
const POINTS_MAX: u32 = 1_000;

fn points(file: &FileReader, map: &MapReader) -> Option<u32> {
    let points = map.optional_number("points")?;
    if points > POINTS_MAX {
        let remark = Remark::new("questionnaire-points-too-high").with("max", POINTS_MAX);
        file.report(map.line(), remark);
        return None;
    }
    Some(points)
}
