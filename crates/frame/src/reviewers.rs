use chrono::NaiveDate;
use domain::law::{Facts, Truth};
use domain::{Function, Text};
use reference::law::{Law, Reviewer};

/// A function whose opinion is needed, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed<'a> {
    /// Who must speak.
    pub function: Function,
    /// Why.
    pub why: &'a Text,
    /// Whether the reason is known to hold; otherwise nobody knows that it does not.
    pub is_certain: bool,
}

/// The functions that must speak on these facts, on a day, those known to be concerned first.
/// A reason that is not known to hold is told as such; it never passes for a "no".
pub fn reviewers<'a>(
    reviewers: &'a [Reviewer],
    law: &Law,
    facts: &Facts,
    on: NaiveDate,
) -> Vec<Needed<'a>> {
    let situation = law.situation(facts, on);
    let needed = |reviewer: &'a Reviewer| {
        let truth = reviewer.when.truth(&situation);
        (truth != Truth::No).then_some(Needed {
            function: reviewer.function,
            why: &reviewer.why,
            is_certain: truth == Truth::Yes,
        })
    };
    let mut needed: Vec<_> = reviewers.iter().filter_map(needed).collect();
    needed.sort_by_key(|needed| !needed.is_certain);
    needed
}
