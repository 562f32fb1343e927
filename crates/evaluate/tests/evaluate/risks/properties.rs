//! What must hold whatever the facts and the measures.

use super::{catalogue, measure, reference, risk, use_case};
use crate::properties::{completed, completion, day, facts};
use domain::{AppliedMeasure, MeasureState, Rating, Risk, UseCase};
use evaluate::risks::{Matrix, Standing, register, residual, suggest};
use proptest::prelude::*;

fn applied() -> impl Strategy<Value = AppliedMeasure> {
    let known = 0..catalogue().measures.len();
    (known, 0..MeasureState::ALL.len(), any::<bool>()).prop_map(|(at, state, is_proven)| {
        let id = &catalogue().measures[at].id;
        let mut applied = measure(id, MeasureState::ALL[state]);
        if !is_proven {
            applied.evidence = None;
        }
        applied
    })
}

fn any_risk() -> impl Strategy<Value = Risk> {
    let levels = (1_u8..=4, 1_u8..=4, any::<bool>());
    let known = 0..catalogue().risks.len();
    let measures = proptest::collection::vec(applied(), 0..5);
    (known, levels, measures).prop_map(|(at, (likelihood, severity, is_judged), measures)| {
        let id = &catalogue().risks[at].id;
        let mut risk = risk(id, likelihood, severity, &measures);
        if !is_judged {
            risk.likelihood = None;
        }
        risk
    })
}

fn uses() -> impl Strategy<Value = Vec<UseCase>> {
    let risks = proptest::collection::vec(any_risk(), 0..4);
    proptest::collection::vec(risks, 0..5).prop_map(|all| {
        let number = |(place, risks)| use_case(&format!("VAL-{place:03}"), risks);
        all.into_iter().enumerate().map(number).collect()
    })
}

fn is_no_higher(after: Option<Rating>, before: Option<Rating>) -> bool {
    match (after, before) {
        (Some(after), Some(before)) => after.is_within(before),
        (after, before) => after.is_none() && before.is_none(),
    }
}

proptest! {
    /// No suggestion goes without a reason: what applies names the facts that say so, and what
    /// may apply names the facts to ask for.
    #[test]
    fn a_suggestion_has_its_reason(facts in facts(), on in day()) {
        for suggestion in suggest(catalogue(), &reference().law, &facts, on, &[]) {
            let id = &suggestion.risk.id;
            prop_assert!(suggestion.because.iter().all(|fact| facts.get(*fact).is_some()));
            prop_assert!(suggestion.unknown.iter().all(|fact| facts.get(*fact).is_none()));
            match suggestion.standing {
                Standing::Applies => {
                    prop_assert!(!suggestion.because.is_empty(), "{}", id);
                    prop_assert!(suggestion.unknown.is_empty(), "{}", id);
                }
                Standing::MayApply => prop_assert!(!suggestion.unknown.is_empty(), "{}", id),
            }
        }
    }

    /// An answer more never takes away a risk that applies, and never brings one that was not
    /// suggested.
    #[test]
    fn an_answer_more_only_decides(facts in facts(), rest in completion(), on in day()) {
        let law = &reference().law;
        let before = suggest(catalogue(), law, &facts, on, &[]);
        let after = suggest(catalogue(), law, &completed(&facts, &rest), on, &[]);
        prop_assert!(after.iter().all(|s| s.standing == Standing::Applies));
        for suggestion in &after {
            prop_assert!(before.iter().any(|s| s.risk.id == suggestion.risk.id));
        }
        for suggestion in before.iter().filter(|s| s.standing == Standing::Applies) {
            prop_assert!(after.iter().any(|s| s.risk.id == suggestion.risk.id));
        }
    }

    /// A measure never raises what remains, alone or added to others; and what is planned never
    /// leaves more than what is in place.
    #[test]
    fn a_measure_never_raises_a_risk(risk in any_risk(), more in applied()) {
        let before = residual(&risk, catalogue());
        prop_assert!(is_no_higher(before.in_place, before.before));
        prop_assert!(is_no_higher(before.planned, before.in_place));
        let mut larger = risk.clone();
        larger.measures.push(more);
        let after = residual(&larger, catalogue());
        prop_assert!(is_no_higher(after.in_place, before.in_place));
        prop_assert!(is_no_higher(after.planned, before.planned));
    }

    /// The order of measures, of uses and of items changes nothing.
    #[test]
    fn order_changes_nothing(risk in any_risk(), uses in uses()) {
        let mut turned = risk.clone();
        turned.measures.reverse();
        let (one, other) = (residual(&risk, catalogue()), residual(&turned, catalogue()));
        prop_assert_eq!((one.in_place, one.planned), (other.in_place, other.planned));
        prop_assert_eq!(
            register(catalogue(), &uses),
            register(catalogue(), uses.iter().rev())
        );
    }

    /// Every risk is in the register once and in the matrix once.
    #[test]
    fn nothing_is_lost_or_counted_twice(uses in uses()) {
        let register = register(catalogue(), &uses);
        let all: usize = uses.iter().map(|use_case| use_case.risks.len()).sum();
        prop_assert_eq!(register.rated.len() + register.unrated.len(), all);
        let lines = register.rated.iter().chain(&register.unrated);
        let items = lines.map(|line| {
            ((&line.use_case.reference, line.place), line.residual.retained())
        });
        let matrix = Matrix::of(items);
        prop_assert_eq!(matrix.count(), register.rated.len());
        prop_assert_eq!(matrix.unrated.len(), register.unrated.len());
        let scores = register.rated.iter().filter_map(|line| line.residual.retained());
        let scores: Vec<_> = scores.map(Rating::score).collect();
        prop_assert!(scores.is_sorted_by(|left, right| left >= right));
    }
}
