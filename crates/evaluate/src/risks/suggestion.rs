use chrono::NaiveDate;
use domain::Risk;
use domain::law::{Condition, FactId, Facts, Situation, Truth};
use reference::law::Law;
use reference::risks::{CataloguedRisk, RiskCatalogue};

/// A risk of the catalogue worth looking at, and why. It is in no record until somebody puts it
/// there.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<'a> {
    /// The risk.
    pub risk: &'a CataloguedRisk,
    /// How surely it applies.
    pub standing: Standing,
    /// The known facts that speak for it, in the order of its condition.
    pub because: Vec<FactId>,
    /// The facts that would decide, when it only may apply.
    pub unknown: Vec<FactId>,
    /// Whether the record already holds it.
    pub is_recorded: bool,
}

/// How surely a suggestion applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The facts are there.
    Applies,
    /// A fact is missing: ask.
    MayApply,
}

/// The risks that the facts of a use suggest on a day: those that apply first, then those that
/// may, each in the order of the catalogue. A risk whose condition does not hold is not there.
pub fn suggest<'a>(
    catalogue: &'a RiskCatalogue,
    law: &Law,
    facts: &Facts,
    on: NaiveDate,
    recorded: &[Risk],
) -> Vec<Suggestion<'a>> {
    let situation = law.situation(facts, on);
    let mut suggestions: Vec<_> = catalogue
        .risks
        .iter()
        .filter_map(|risk| suggestion(risk, &situation, recorded))
        .collect();
    suggestions.sort_by_key(|suggestion| suggestion.standing);
    suggestions
}

fn suggestion<'a>(
    risk: &'a CataloguedRisk,
    situation: &Situation,
    recorded: &[Risk],
) -> Option<Suggestion<'a>> {
    let condition = &risk.suggested_when;
    let standing = match condition.truth(situation) {
        Truth::No => return None,
        Truth::Unknown => Standing::MayApply,
        Truth::Yes => Standing::Applies,
    };
    let mut because = Vec::new();
    supporting(condition, Truth::Yes, situation, &mut because);
    let mut unknown = Vec::new();
    condition.missing(situation, &mut unknown);
    let is_recorded = recorded
        .iter()
        .any(|known| known.catalogue.as_deref() == Some(risk.id.as_str()));
    Some(Suggestion {
        risk,
        standing,
        because,
        unknown,
        is_recorded,
    })
}

impl Suggestion<'_> {
    /// The risk as a person may put it on the record: in the words of the catalogue, not judged,
    /// without measure.
    pub fn to_record(&self) -> Risk {
        Risk {
            family: self.risk.family,
            catalogue: Some(self.risk.id.clone()),
            description: self.risk.happens.clone(),
            likelihood: None,
            severity: None,
            measure: None,
            measures: Vec::new(),
            residual: None,
        }
    }
}

/// Adds the known facts that bring a condition to a value, or towards it while it is unknown.
fn supporting(condition: &Condition, wanted: Truth, situation: &Situation, into: &mut Vec<FactId>) {
    let truth = condition.truth(situation);
    if truth == wanted.negated() {
        return;
    }
    match condition {
        Condition::Fact(fact, _) if truth == wanted && !into.contains(fact) => into.push(*fact),
        Condition::Fact(..) => {}
        Condition::Not(part) => supporting(part, wanted.negated(), situation, into),
        Condition::Derived(derived) => {
            if let Some(definition) = situation.definition(*derived) {
                supporting(definition, wanted, situation, into);
            }
        }
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
            for part in parts {
                supporting(part, wanted, situation, into);
            }
        }
    }
}
