use reference::{Choice, Condition};
use std::collections::BTreeMap;

/// Whether a question or an area is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// It is, whatever is answered to the open questions.
    Shown,
    /// It is for now, but an open question may hide it.
    MayHide,
    /// It is not for now, but an open question may show it.
    MayShow,
    /// It is not, whatever is answered to the open questions.
    Hidden,
}

impl Sight {
    /// Whether it is shown with the answers given so far.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Shown | Self::MayHide)
    }

    /// Whether an open question may still change it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::MayHide | Self::MayShow)
    }
}

/// Whether something holds: with the answers given so far, and with any others to come.
#[derive(Clone, Copy)]
pub(super) struct Truth {
    pub(super) now: bool,
    pub(super) may_hold: bool,
    pub(super) may_fail: bool,
}

/// What the questions asked before have become: whether they are shown, and what was chosen.
pub(super) type Past<'a> = BTreeMap<&'a str, (Truth, Option<Vec<&'a Choice>>)>;

impl Truth {
    pub(super) const YES: Self = Self {
        now: true,
        may_hold: true,
        may_fail: false,
    };
    const NO: Self = Self {
        now: false,
        may_hold: false,
        may_fail: true,
    };

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            now: self.now && other.now,
            may_hold: self.may_hold && other.may_hold,
            may_fail: self.may_fail || other.may_fail,
        }
    }

    fn not(self) -> Self {
        Self {
            now: !self.now,
            may_hold: self.may_fail,
            may_fail: self.may_hold,
        }
    }

    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    pub(super) fn sight(self) -> Sight {
        match (self.may_hold, self.may_fail) {
            (true, false) => Sight::Shown,
            (false, _) => Sight::Hidden,
            _ if self.now => Sight::MayHide,
            _ => Sight::MayShow,
        }
    }
}

/// Whether a condition holds; none always does.
pub(super) fn judge(condition: Option<&Condition>, past: &Past) -> Truth {
    condition.map_or(Truth::YES, |condition| holds(condition, past))
}

fn holds(condition: &Condition, past: &Past) -> Truth {
    let parts = |parts: &[Condition]| -> Vec<Truth> {
        parts.iter().map(|part| holds(part, past)).collect()
    };
    match condition {
        Condition::All(all) => parts(all).into_iter().fold(Truth::YES, Truth::and),
        Condition::Any(any) => parts(any).into_iter().fold(Truth::NO, Truth::or),
        Condition::Not(part) => holds(part, past).not(),
        Condition::Chosen { question, choices } => chosen(past.get(question.as_str()), choices),
    }
}

/// A hidden answer fulfils nothing; an open question may come to fulfil anything.
fn chosen(past: Option<&(Truth, Option<Vec<&Choice>>)>, choices: &[String]) -> Truth {
    match past {
        None => Truth::NO,
        Some((shown, None)) => Truth {
            now: false,
            may_hold: shown.may_hold,
            may_fail: true,
        },
        Some((shown, Some(answer))) => {
            if answer.iter().any(|choice| choices.contains(&choice.id)) {
                *shown
            } else {
                Truth::NO
            }
        }
    }
}
