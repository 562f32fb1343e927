use crate::{law, shared};
use evaluate::verify;
use reference::law::Case;

#[track_caller]
fn check(cases: &[Case]) {
    let differences: Vec<_> = cases.iter().flat_map(|case| verify(law(), case)).collect();
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn the_law_has_what_its_specification_counts() {
    let law = law();
    let asked = law.facts.iter().filter(|fact| !fact.is_trait()).count();
    let counts = [
        asked,
        law.derived.len(),
        law.rules.len(),
        law.parameters.len(),
        law.limits.len(),
    ];
    assert_eq!(counts, [58, 9, 58, 21, 3]);
}

#[test]
fn the_cases_beside_the_rules_hold() {
    check(&law().cases);
}

#[test]
fn the_worked_cases_beside_the_project_hold() {
    let Some(text) = shared("cases.yaml") else {
        return;
    };
    let (cases, diagnostics) = law().read_cases("cases.yaml", &text);
    assert_eq!(diagnostics, []);
    assert_eq!(cases.len(), 15);
    let expected: usize = cases.iter().map(|case| case.expect.len()).sum();
    assert_eq!(expected, 113);
    check(&cases);
}

/// Every date of a rule has a case on its eve and on the day itself, and every rule has a case
/// that its facts exclude.
#[test]
fn every_date_has_its_eve_and_its_day() {
    let law = law();
    for rule in &law.rules {
        let own: Vec<_> = law
            .cases
            .iter()
            .filter(|case| case.expect.iter().any(|(id, _)| *id == rule.id))
            .collect();
        for period in &rule.provision.periods {
            let eve = period.from.pred_opt().expect("a day before");
            for day in [eve, period.from] {
                let has_case = own.iter().any(|case| case.on == day);
                assert!(has_case, "{} has no case on {day}", rule.id);
            }
        }
        assert!(own.len() > 1, "{} has a single case", rule.id);
    }
}
