//! Scored questionnaires: `data/questionnaires/<id>.yaml`, and one file an area in the folder of
//! the same name.
//!
//! An area holds raw impact, mitigation, or no points at all. A question may be shown only after
//! certain answers ([`Condition`]), given before it. A file says itself what its points add up
//! to, so that a changed question never changes a maximum unnoticed. A questionnaire with any
//! mistake is left out whole: without one of its questions, it would give another score.
//!
//! Nothing is computed here: how answers become a score belongs to the assessment.

mod area;
mod condition;
mod file;
mod rules;
#[cfg(test)]
mod tests;

pub use area::{AnswerKind, Area, AreaKind, Choice, Question};
pub use condition::Condition;
pub(crate) use file::read_all;
pub use rules::{Counts, Level, Maximum, Reduction, ScoreRules};

use crate::Certainty;
use chrono::NaiveDate;
use domain::Text;

/// A questionnaire whose answers carry points, with the rules that turn them into a level.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Name of its file.
    pub id: String,
    /// Its version, in its author's words.
    pub version: String,
    /// Its name on pages.
    pub title: Text,
    /// What it measures.
    pub summary: Text,
    /// Identifier of its source.
    pub source: String,
    /// Licence of its texts.
    pub licence: String,
    /// The sentence the licence asks for.
    pub attribution: Option<Text>,
    /// How sure we are that it says what its source says; of a grid of our own, how settled it is.
    pub certainty: Certainty,
    /// When it was last compared with its source.
    pub checked_on: NaiveDate,
    /// When it must be looked at again.
    pub review_by: Option<NaiveDate>,
    /// What it does not measure, to be shown beside the score.
    pub not_modelled: Vec<Text>,
    /// Its areas, in the order they are asked.
    pub areas: Vec<Area>,
    /// How points become a share of a maximum.
    pub scores: ScoreRules,
    /// Its levels, lowest first; only the last has no upper bound.
    pub levels: Vec<Level>,
}

impl Questionnaire {
    /// Every question with its area, in the order they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (&Area, &Question)> {
        self.areas
            .iter()
            .flat_map(|area| area.questions.iter().map(move |question| (area, question)))
    }

    /// A question by identifier.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions()
            .map(|(_, question)| question)
            .find(|question| question.id == id)
    }

    /// What every question of a kind can bring at most, in points.
    pub fn points(&self, kind: AreaKind) -> u32 {
        self.questions()
            .filter(|(area, _)| area.kind == kind)
            .map(|(_, question)| question.most())
            .sum()
    }
}
