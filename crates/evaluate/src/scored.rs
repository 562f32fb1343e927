//! Answers to a scored questionnaire become points, a level, and the reasons for both.
//!
//! Three things are never done in silence. An answer whose question is hidden is not counted,
//! whatever was typed before the question disappeared: it is listed. An answer that does not fit
//! is not counted: it is refused and listed. A question without an answer is not a zero: it is
//! listed, and every figure comes with the lowest and the highest it can still become once each
//! question that is shown is answered.
//!
//! All arithmetic is on whole points, so that no result depends on how a machine rounds.
//!
//! Start with [`score`]; [`Scored`] is its own trace, from each question to the level.

mod answers;
mod question;
mod share;
mod sight;
mod tally;

pub use answers::{Answer, Answers, Fault, Refused};
pub use question::{Given, Points, QuestionScore};
pub use share::{Score, Share};
pub use sight::Sight;

use question::Walk;
use reference::{Area, AreaKind, Counts, Level, Maximum, Questionnaire, Reduction};
use tally::Tally;

/// What answers to a questionnaire are worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored<'a> {
    /// Every question in the order it is asked: seen or not, answered or not, its points.
    pub questions: Vec<QuestionScore<'a>>,
    /// Every area, in order.
    pub areas: Vec<AreaScore<'a>>,
    /// Raw impact, in points.
    pub raw: Score,
    /// Mitigation, in points; none if the questionnaire has none.
    pub mitigation: Option<Score>,
    /// Whether enough mitigation takes points off; none if the questionnaire has no such rule.
    pub reduced: Option<Reduced>,
    /// Raw impact after mitigation, in points of the raw maximum: what the level is read from.
    pub current: Score,
    /// The level.
    pub level: LevelRange<'a>,
    /// Answers that do not fit the questionnaire, in the order of their questions' identifiers.
    pub refused: Vec<Refused<'a>>,
}

/// What an area is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaScore<'a> {
    /// The area.
    pub area: &'a Area,
    /// Whether it is shown.
    pub sight: Sight,
    /// Its points, against what its own questions can bring; none if it carries no points.
    pub score: Option<Score>,
}

/// Whether mitigation reaches the share from which it takes points off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reduced {
    /// With the answers given so far.
    pub as_answered: bool,
    /// Whether some answers to the open questions would reach it.
    pub may_apply: bool,
    /// Whether some answers to the open questions would miss it.
    pub may_fail: bool,
}

/// The level so far, and those it can still become. None: no question with points is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelRange<'a> {
    /// With the answers given so far, open questions bringing nothing.
    pub as_answered: Option<&'a Level>,
    /// The lowest it can be once everything is answered.
    pub lowest: Option<&'a Level>,
    /// The highest it can be once everything is answered.
    pub highest: Option<&'a Level>,
}

/// Scores answers. Answers to hidden questions, unfit ones and missing ones count nothing and
/// are all told.
pub fn score<'a>(questionnaire: &'a Questionnaire, answers: &'a Answers) -> Scored<'a> {
    let walk = Walk::through(questionnaire, answers);
    let rules = &questionnaire.scores;
    let raw = tally(&walk.questions, |area| area.kind == AreaKind::Raw);
    let raw_score = raw.score(rules.raw);
    let mitigation = rules.mitigation.map(|maximum| {
        tally(&walk.questions, |area| area.kind == AreaKind::Mitigation).score(maximum)
    });
    let reduced = rules
        .reduction
        .zip(mitigation)
        .map(|(rule, mitigation)| Reduced::by(rule, mitigation));
    let keeps = rules.reduction.map_or(100, |rule| rule.keeps_percent);
    let is_fixed = rules.raw.counts == Counts::All || !raw.is_open();
    let current = after_mitigation(raw_score, reduced, keeps, is_fixed);
    let level = |share: Share| share.level(&questionnaire.levels);
    Scored {
        areas: area_scores(questionnaire, &walk),
        raw: raw_score,
        mitigation,
        reduced,
        current,
        level: LevelRange {
            as_answered: level(current.as_answered),
            lowest: level(current.lowest),
            highest: level(current.highest),
        },
        refused: walk.refused,
        questions: walk.questions,
    }
}

fn tally(questions: &[QuestionScore], counts: impl Fn(&Area) -> bool) -> Tally {
    questions
        .iter()
        .filter(|question| counts(question.area))
        .fold(Tally::default(), Tally::with)
}

fn area_scores<'a>(questionnaire: &'a Questionnaire, walk: &Walk<'a>) -> Vec<AreaScore<'a>> {
    let rules = &questionnaire.scores;
    let alone = |maximum: Maximum| Maximum {
        phases: 1,
        ..maximum
    };
    let sights = questionnaire.areas.iter().zip(&walk.areas);
    sights
        .map(|(area, sight)| {
            let maximum = match area.kind {
                AreaKind::Raw => Some(rules.raw),
                AreaKind::Mitigation => rules.mitigation,
                AreaKind::Unscored => None,
            };
            let tally = tally(&walk.questions, |other| other.id == area.id);
            AreaScore {
                area,
                sight: *sight,
                score: maximum.map(|maximum| tally.score(alone(maximum))),
            }
        })
        .collect()
}

/// More mitigation never makes the result worse, so the lowest result goes with the highest
/// mitigation. Where the maximum itself may still move, rounding could carry a reduced share
/// above the highest one: the reduction is then left out of that end.
fn after_mitigation(raw: Score, reduced: Option<Reduced>, keeps: u32, is_fixed: bool) -> Score {
    let kept = |share: Share, applies: bool| if applies { share.keep(keeps) } else { share };
    let is = |test: fn(&Reduced) -> bool| reduced.as_ref().is_some_and(test);
    Score {
        as_answered: kept(raw.as_answered, is(|reduced| reduced.as_answered)),
        lowest: kept(raw.lowest, is(|reduced| reduced.may_apply)),
        highest: kept(raw.highest, is_fixed && is(|reduced| !reduced.may_fail)),
    }
}

impl Reduced {
    fn by(rule: Reduction, mitigation: Score) -> Self {
        let reaches = |share: Share| share.reaches(rule.from_percent);
        Self {
            as_answered: reaches(mitigation.as_answered),
            may_apply: reaches(mitigation.highest),
            may_fail: !reaches(mitigation.lowest),
        }
    }
}

impl<'a> Scored<'a> {
    /// Questions with choices that are shown, or may be, and have no answer.
    pub fn unanswered(&self) -> impl Iterator<Item = &QuestionScore<'a>> {
        self.questions.iter().filter(|question| question.is_open())
    }

    /// Answers whose question is not shown: they count nothing.
    pub fn hidden_answers(&self) -> impl Iterator<Item = &QuestionScore<'a>> {
        self.questions
            .iter()
            .filter(|question| question.is_answered() && !question.sight.is_shown())
    }

    /// Answers that bring points, be it none, to the raw impact or the mitigation.
    pub fn counted(&self) -> impl Iterator<Item = &QuestionScore<'a>> {
        self.questions.iter().filter(|question| {
            matches!(question.given, Given::Choices(_))
                && question.sight.is_shown()
                && question.area.kind != AreaKind::Unscored
        })
    }

    /// Whether every question that is shown has its answer: nothing can move any more.
    pub fn is_complete(&self) -> bool {
        self.unanswered().next().is_none()
    }
}
