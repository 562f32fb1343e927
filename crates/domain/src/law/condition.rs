use super::{Choices, DerivedId, FactId, Situation, Truth, Value};
use chrono::NaiveDate;

/// What must hold for a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// So many hold, or more.
    AtLeast {
        /// How many.
        count: usize,
        /// Among these.
        of: Vec<Condition>,
    },
    /// A comparison on one fact.
    Fact(FactId, Test),
    /// A derived fact.
    Derived(DerivedId),
}

/// How an answer is compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// The answer is yes.
    Yes,
    /// The answer is one of these values.
    OneOf(Choices),
    /// The number is this one or more.
    Minimum(i64),
    /// The number is greater than this one.
    MoreThan(i64),
    /// The date is this one or later.
    Since(NaiveDate),
    /// The date is earlier than this one.
    Before(NaiveDate),
}

impl Test {
    /// Whether an answer passes; an answer of another kind says nothing.
    pub fn passes(self, value: Value) -> Truth {
        match (self, value) {
            (Self::Yes, Value::Flag(flag)) => Truth::known(flag),
            (Self::OneOf(choices), Value::Choice(choice)) => Truth::known(choices.contains(choice)),
            (Self::Minimum(least), Value::Number(number)) => Truth::known(number >= least),
            (Self::MoreThan(limit), Value::Number(number)) => Truth::known(number > limit),
            (Self::Since(day), Value::Date(date)) => Truth::known(date >= day),
            (Self::Before(day), Value::Date(date)) => Truth::known(date < day),
            _ => Truth::Unknown,
        }
    }
}

impl Condition {
    /// Whether it holds in a situation.
    pub fn truth(&self, situation: &Situation) -> Truth {
        match self {
            Self::All(parts) => all(parts, situation),
            Self::Any(parts) => any(parts, situation),
            Self::Not(part) => part.truth(situation).negated(),
            Self::AtLeast { count, of } => at_least(*count, of, situation),
            Self::Fact(fact, test) => situation
                .facts()
                .get(*fact)
                .map_or(Truth::Unknown, |value| test.passes(value)),
            Self::Derived(derived) => situation.derived(*derived),
        }
    }

    /// Adds the facts that would settle it: those missing in the branches that are themselves
    /// unknown. A branch already decided asks nothing.
    pub fn missing(&self, situation: &Situation, into: &mut Vec<FactId>) {
        if self.truth(situation) != Truth::Unknown {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => {
                for part in parts {
                    part.missing(situation, into);
                }
            }
            Self::Not(part) => part.missing(situation, into),
            Self::Fact(fact, _) => {
                if !into.contains(fact) {
                    into.push(*fact);
                }
            }
            Self::Derived(derived) => {
                if let Some(condition) = situation.definition(*derived) {
                    condition.missing(situation, into);
                }
            }
        }
    }

    /// The parts it is made of.
    pub fn parts(&self) -> &[Condition] {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => parts,
            Self::Not(part) => std::slice::from_ref(part),
            Self::Fact(..) | Self::Derived(_) => &[],
        }
    }

    /// Every fact it names itself, derived facts not opened.
    pub fn names(&self, into: &mut Vec<FactId>) {
        if let Self::Fact(fact, _) = self {
            into.push(*fact);
        }
        for part in self.parts() {
            part.names(into);
        }
    }
}

fn all(parts: &[Condition], situation: &Situation) -> Truth {
    let mut truth = Truth::Yes;
    for part in parts {
        truth = truth.and(part.truth(situation));
        if truth == Truth::No {
            break;
        }
    }
    truth
}

fn any(parts: &[Condition], situation: &Situation) -> Truth {
    let mut truth = Truth::No;
    for part in parts {
        truth = truth.or(part.truth(situation));
        if truth == Truth::Yes {
            break;
        }
    }
    truth
}

fn at_least(count: usize, of: &[Condition], situation: &Situation) -> Truth {
    let (mut holding, mut unknown) = (0, 0);
    for part in of {
        match part.truth(situation) {
            Truth::Yes => holding += 1,
            Truth::Unknown => unknown += 1,
            Truth::No => {}
        }
    }
    if holding >= count {
        Truth::Yes
    } else if holding + unknown < count {
        Truth::No
    } else {
        Truth::Unknown
    }
}
