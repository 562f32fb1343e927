use crate::law;
use evaluate::mutation;

#[test]
fn the_cases_notice_every_small_change() {
    let law = law();
    let tally = mutation::run(law, &law.cases);
    let survivors: Vec<_> = tally
        .survivors
        .iter()
        .map(|mutant| format!("{}: {}", mutant.subject, mutant.change))
        .collect();
    assert!(survivors.is_empty(), "{survivors:#?}");
    assert!(tally.tried > 1_000, "only {} mutants", tally.tried);
}

#[test]
fn without_its_cases_a_rule_proves_nothing() {
    let law = law();
    let tally = mutation::run(law, &[]);
    assert_eq!(tally.survivors.len(), tally.tried);
}
