use super::reference;
use domain::{EthicalView, Function, Sense, Text};
use evaluate::read_ethics;

fn view(criterion: &str, function: Function, sense: Sense, reason: &str) -> EthicalView {
    EthicalView {
        criterion: criterion.to_owned(),
        function,
        sense,
        reasons: vec![Text::one("fr", reason)],
        given_on: None,
        on_version: None,
    }
}

#[test]
fn one_view_against_is_read_before_any_number_for() {
    let views = [
        view(
            "sobriety",
            Function::Digital,
            Sense::Favourable,
            "Petit modèle",
        ),
        view(
            "sobriety",
            Function::Lead,
            Sense::Favourable,
            "Peu d’usages",
        ),
        view(
            "sobriety",
            Function::Data,
            Sense::Unfavourable,
            "Une règle suffit",
        ),
        view("gone", Function::Legal, Sense::Reserved, "Ancienne valeur"),
    ];
    let reading = read_ethics(&reference().ethics, &views);
    assert_eq!(reading.criteria.len(), reference().ethics.len());
    assert_eq!(reading.unplaced, [&views[3]]);
    let sobriety = reading
        .criteria
        .iter()
        .find(|c| c.criterion.id == "sobriety");
    let sobriety = sobriety.expect("a value of the project");
    assert_eq!(sobriety.views[0], &views[2]);
    assert_eq!(sobriety.views.len(), 3);
    assert!(sobriety.is_contested());
    assert_eq!(sobriety.silent, [Function::DecisionMaker]);
    let others = reading
        .criteria
        .iter()
        .filter(|c| c.criterion.id != "sobriety");
    assert!(
        others
            .clone()
            .all(|c| c.views.is_empty() && !c.silent.is_empty())
    );
}

#[test]
fn a_view_without_a_reason_is_kept_and_named() {
    let views = [view("legality", Function::Legal, Sense::Favourable, " ")];
    let reading = read_ethics(&reference().ethics, &views);
    let legality = reading
        .criteria
        .iter()
        .find(|c| c.criterion.id == "legality");
    let legality = legality.expect("a value of the project");
    assert_eq!(legality.unreasoned().count(), 1);
    assert_eq!(legality.views.len(), 1);
}
