use super::{FactId, Provision, RuleOutcome, Situation, Truth};
use chrono::NaiveDate;

/// What a rule comes to in a situation: what one stage hands to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The result on the day.
    pub outcome: RuleOutcome,
    /// Whether the period that covers the day is debated: then the data protection officer
    /// decides, whatever the facts.
    pub debated: bool,
    /// The facts that would settle an unknown, in the order of the condition.
    pub ask: Vec<FactId>,
    /// What will start later, told when the rule does not apply yet or is debated.
    pub coming: Option<Coming>,
}

/// A period that has not begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Coming {
    /// Its first day.
    pub from: NaiveDate,
    /// The first day once planned, if the law moved it.
    pub original: Option<NaiveDate>,
    /// Whether its condition, read on its first day, holds or is unknown.
    pub truth: Truth,
    /// Whether that period is itself debated.
    pub debated: bool,
    /// The facts that would settle it, if it is unknown.
    pub ask: Vec<FactId>,
}

impl Finding {
    /// Reads a provision in a situation.
    pub fn of(provision: &Provision, situation: &Situation) -> Self {
        let outcome = provision.outcome(situation);
        let covering = provision.covering(situation.on());
        let debated = outcome == RuleOutcome::Unknown && covering.is_some_and(|p| p.debated);
        let mut ask = Vec::new();
        if let (RuleOutcome::Unknown, Some(period)) = (outcome, covering) {
            provision.condition(period).missing(situation, &mut ask);
        }
        let is_announced = outcome == RuleOutcome::DoesNotApply || debated;
        Self {
            outcome,
            debated,
            ask,
            coming: is_announced.then(|| provision.coming(situation)).flatten(),
        }
    }
}
