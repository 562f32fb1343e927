//! Whether the cases prove the rules: change a rule a little, and see if a case notices.
//!
//! A rule whose condition can lose a part, or whose date can move by a day, without any case
//! failing is a rule that nobody checks.

mod condition;
mod period;

use crate::case::compare;
use domain::law::{Provision, Situation};
use reference::law::{Case, Law};

/// A provision changed in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mutant {
    /// The rule (`ria/aidf`) or derived fact (`facts/high_risk`).
    pub subject: String,
    /// What was changed.
    pub change: String,
    /// The result.
    pub provision: Provision,
}

/// What the cases noticed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// How many mutants were tried.
    pub tried: usize,
    /// Those that no case notices.
    pub survivors: Vec<Mutant>,
}

/// Tries every mutant of every rule and derived fact on the cases that speak of it.
pub fn run(law: &Law, cases: &[Case]) -> Tally {
    let mut tally = Tally::default();
    for subject in subjects(law) {
        let cases: Vec<_> = cases
            .iter()
            .filter(|case| case.expect.iter().any(|(id, _)| *id == subject))
            .collect();
        for mutant in mutants(law, &subject) {
            tally.tried += 1;
            if !cases.iter().any(|case| notices(law, case, &mutant)) {
                tally.survivors.push(mutant);
            }
        }
    }
    tally
}

/// Every mutant of one rule or derived fact; those that would not load are left out.
pub fn mutants(law: &Law, subject: &str) -> Vec<Mutant> {
    let Some(provision) = law.subject(subject) else {
        return Vec::new();
    };
    let mut mutants = period::changes(provision);
    for (which, condition) in period::conditions(provision) {
        for (change, changed) in condition::changes(law, condition) {
            mutants.push((change, which.put(provision, changed)));
        }
    }
    mutants
        .into_iter()
        .filter(|(_, provision)| reference::law::are_apart(&provision.periods))
        .map(|(change, provision)| Mutant {
            subject: subject.to_owned(),
            change,
            provision,
        })
        .collect()
}

fn subjects(law: &Law) -> Vec<String> {
    let rules = law.rules.iter().map(|rule| rule.id.clone());
    let derived = law
        .derived
        .iter()
        .map(|derived| format!("facts/{}", derived.id));
    rules.chain(derived).collect()
}

fn notices(law: &Law, case: &Case, mutant: &Mutant) -> bool {
    let situation = Situation::new(&law.definitions, &case.facts, case.on);
    let subject = mutant.subject.as_str();
    !compare(law, case, subject, &mutant.provision, &situation).is_empty()
}
