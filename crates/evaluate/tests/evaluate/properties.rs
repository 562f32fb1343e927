//! What must hold whatever the facts and the day.

use crate::law;
use chrono::{Days, NaiveDate};
use domain::law::{FactId, Facts, RuleOutcome, Truth, Value};
use evaluate::assess;
use proptest::prelude::*;
use reference::law::{Fact, FactKind};

pub(crate) fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2017, 1, 1).expect("a day");
    let turning = ["2026-08-02", "2026-12-02", "2027-12-02", "2030-08-02"]
        .map(|text| text.parse::<NaiveDate>().expect("a day"));
    prop_oneof![
        (0_u64..5500).prop_map(move |days| first + Days::new(days)),
        (0_usize..4, 0_u64..2).prop_map(move |(at, before)| turning[at] - Days::new(before)),
    ]
}

/// Any answer to a fact.
fn value(fact: &Fact) -> BoxedStrategy<Value> {
    match fact.kind {
        FactKind::YesNo => any::<bool>().prop_map(Value::Flag).boxed(),
        FactKind::Choice => (0..fact.values.len() as u8).prop_map(Value::Choice).boxed(),
        FactKind::Number => prop_oneof![0_i64..100, 49_990_i64..50_010]
            .prop_map(Value::Number)
            .boxed(),
        FactKind::Date => day().prop_map(Value::Date).boxed(),
    }
}

/// Facts of which some are known.
pub(crate) fn facts() -> impl Strategy<Value = Facts> {
    let answers: Vec<_> = law()
        .facts
        .iter()
        .map(|fact| proptest::option::of(value(fact)))
        .collect();
    answers.prop_map(|answers| {
        let mut facts = Facts::default();
        for (place, answer) in answers.into_iter().enumerate() {
            facts.set(FactId(place as u16), answer);
        }
        facts
    })
}

/// Facts with an answer to every question.
pub(crate) fn completion() -> impl Strategy<Value = Vec<Value>> {
    law().facts.iter().map(value).collect::<Vec<_>>()
}

pub(crate) fn completed(facts: &Facts, with: &[Value]) -> Facts {
    let mut completed = facts.clone();
    for (place, value) in with.iter().enumerate() {
        let fact = FactId(place as u16);
        if facts.get(fact).is_none() {
            completed.set(fact, *value);
        }
    }
    completed
}

proptest! {
    /// An answer to an unknown fact never changes a result that was not unknown.
    #[test]
    fn a_result_that_is_known_is_stable(facts in facts(), rest in completion(), on in day()) {
        let before = assess(law(), &facts, on);
        let after = assess(law(), &completed(&facts, &rest), on);
        for (before, after) in before.findings.iter().zip(&after.findings) {
            if before.outcome != RuleOutcome::Unknown {
                prop_assert_eq!(before.outcome, after.outcome);
            }
        }
    }

    /// With every answer given, only a debated date leaves something unknown.
    #[test]
    fn every_answer_given_leaves_only_debates(rest in completion(), on in day()) {
        let assessment = assess(law(), &completed(&Facts::default(), &rest), on);
        for finding in &assessment.findings {
            prop_assert_eq!(finding.outcome == RuleOutcome::Unknown, finding.debated);
            prop_assert!(finding.ask.is_empty());
        }
        prop_assert!(assessment.questions.is_empty());
    }

    /// An unknown asks something, unless the date is debated; it asks nothing that is known; and
    /// answering all it asks, whatever the answers, settles it or leads to other questions.
    #[test]
    fn an_unknown_asks_what_is_missing(facts in facts(), on in day()) {
        for finding in assess(law(), &facts, on).findings {
            let is_unknown = finding.outcome == RuleOutcome::Unknown;
            prop_assert!(!is_unknown || finding.debated || !finding.ask.is_empty());
            prop_assert!(is_unknown || finding.ask.is_empty());
            prop_assert!(finding.ask.iter().all(|fact| facts.get(*fact).is_none()));
        }
    }

    /// A rule reads facts of the law, never a trait of a sheet.
    #[test]
    fn traits_never_change_a_rule(facts in facts(), rest in completion(), on in day()) {
        let mut other = facts.clone();
        for (place, fact) in law().facts.iter().enumerate() {
            if fact.is_trait() {
                other.set(FactId(place as u16), rest[place]);
            }
        }
        prop_assert_eq!(assess(law(), &facts, on), assess(law(), &other, on));
    }

    /// What is announced has not begun.
    #[test]
    fn what_is_coming_is_later(facts in facts(), on in day()) {
        for finding in assess(law(), &facts, on).findings {
            if let Some(coming) = finding.coming {
                prop_assert!(coming.from > on);
                prop_assert!(coming.truth != Truth::No);
                prop_assert!(finding.outcome == RuleOutcome::DoesNotApply || finding.debated);
            }
        }
    }
}
