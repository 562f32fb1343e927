use super::{at, check, in_department, opened};
use crate::place::{Member, Place, contains, grant, place};
use domain::people::{Role, Stage};
use domain::{Function, Holder, ReviewRequest};
use observatory::clock;

/// VAL-022, ready to be decided: opinions were asked for and given.
fn to_decide(place: &Place) {
    let mut record = place.record("VAL-022").0;
    record.decision = None;
    record.todos.clear();
    record.review = Some(ReviewRequest {
        asked_on: clock::now().date_naive(),
        due_on: None,
        required: Vec::new(),
    });
    place.put(&record);
}

fn version(place: &Place) -> String {
    place.record("VAL-022").1.to_string()
}

/// A conditional decision with two conditions.
fn decide(place: &Place, more: &[(&str, &str)]) {
    let (decider, _) = place.member(vec![grant(Role::DecisionMaker, &[])]);
    let version = version(place);
    let mut form = vec![
        ("version", version.as_str()),
        ("decision", "conditional"),
        ("qualite", "Directrice générale des services"),
        (
            "conditions_decision",
            "Retirer les adresses\nGarder le gabarit",
        ),
        ("revoir", "2099-06-30"),
    ];
    form.extend(more);
    opened(&decider, &at("dossier/val-022"));
    let taken = decider.post(&at("dossier/val-022/decision"), &form);
    assert_eq!(taken.status, 303, "{}", taken.body);
}

#[test]
fn conditions_become_to_dos_that_whoever_answers_for_them_sees_and_closes() {
    let place = place();
    to_decide(&place);
    decide(
        &place,
        &[("charge", "function:dpo"), ("pour_le", "31/12/2098")],
    );
    let todos = place.record("VAL-022").0.todos;
    assert_eq!(todos.len(), 2);
    assert_eq!(todos[0].owner, Holder::Function(Function::Dpo));
    assert_eq!(todos[0].due_on, "2098-12-31".parse().ok());

    let (dpo, _) = place.member(vec![grant(Role::Reviewer, &[Function::Dpo])]);
    let (legal, _) = place.member(vec![grant(Role::Reviewer, &[Function::Legal])]);
    contains(&opened(&dpo, &at("espace")), "Retirer les adresses");
    let other = opened(&legal, &at("espace"));
    assert!(!other.body.contains("Retirer les adresses"));

    let page = at("dossier/val-022/a-faire");
    let listed = opened(&dpo, &format!("{page}?numero=1"));
    contains(&listed, "Est-ce fait");
    assert!(
        !listed.body.contains("attribuer"),
        "the lead assigns, not the reviewer"
    );
    let now = version(&place);
    let not_theirs = legal.post(
        &page,
        &[("version", &now), ("numero", "1"), ("fait", "non")],
    );
    assert_eq!(not_theirs.status, 422);
    contains(&not_theirs, "vous ne répondez pas de cela");
    let mut form = vec![
        ("version", now.as_str()),
        ("numero", "1"),
        ("fait", "oui"),
        ("jour", "01/01/2099"),
        ("preuve", ""),
    ];
    let refused = dpo.post(&page, &form);
    assert_eq!(refused.status, 422, "done in the future, without evidence");
    check(&page, &refused);
    contains(&refused, "01/01/2099");
    let today = clock::today("Europe/Paris").format("%d/%m/%Y").to_string();
    form[3].1 = &today;
    form[4].1 = "Compte rendu de l’essai";
    let done = dpo.post(&page, &form);
    assert_eq!(done.status, 303, "{}", done.body);
    let record = place.record("VAL-022").0;
    let done = record.todos[0].done.as_ref().expect("done");
    assert_eq!(done.by, Holder::Function(Function::Dpo));
    assert_eq!(
        Stage::of(&record),
        Stage::Decided,
        "the decision still holds"
    );
    contains(&opened(&dpo, &at("dossier/val-022")), "Fait le");
    let space = opened(&dpo, &at("espace"));
    assert!(
        !space.body.contains("Retirer les adresses"),
        "it no longer waits"
    );
}

#[test]
fn the_file_stays_light_for_somebody_who_holds_every_function() {
    let place = place();
    to_decide(&place);
    let roles = [Role::Lead, Role::Reviewer, Role::DecisionMaker];
    let everything = roles.map(|role| grant(role, Function::ALL)).to_vec();
    let (clerk, _) = place.member(everything);
    let file = opened(&clerk, &at("dossier/val-022"));
    contains(&file, "name=\"charge\"");
    contains(&file, "name=\"niveau_avis\"");
}

#[test]
fn without_a_choice_the_department_answers_by_the_day_of_the_review() {
    let place = place();
    to_decide(&place);
    decide(&place, &[]);
    let record = place.record("VAL-022").0;
    let department = record.department.clone().expect("it has one");
    assert_eq!(
        record.todos[0].owner,
        Holder::Department(department.clone())
    );
    assert_eq!(record.todos[0].due_on, "2099-06-30".parse().ok());
    let (contact, _) = place.member(vec![in_department(Role::Contact, &department)]);
    contains(&opened(&contact, &at("espace")), "Garder le gabarit");
    contains(
        &opened(&contact, &at("espace/direction")),
        "Garder le gabarit",
    );
    let (other, _) = place.member(vec![in_department(Role::Contact, "communication")]);
    let space = opened(&other, &at("espace"));
    assert!(!space.body.contains("Garder le gabarit"));
}

/// Sends a form to assign, with the version of the moment.
fn assign(place: &Place, member: &Member, form: &[(&str, &str)]) -> crate::browser::Answer {
    let version = version(place);
    let mut all = vec![("version", version.as_str())];
    all.extend(form);
    member.post(&at("dossier/val-022/a-faire/attribuer"), &all)
}

#[test]
fn the_lead_gives_a_to_do_to_somebody_else_and_adds_and_removes_others() {
    let place = place();
    to_decide(&place);
    decide(&place, &[]);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let moved = [
        ("numero", "2"),
        ("charge", "role:contact"),
        ("echeance", "30/11/2098"),
    ];
    assert_eq!(assign(&place, &lead, &moved).status, 303);
    let todo = place.record("VAL-022").0.todos[1].clone();
    assert_eq!(todo.owner, Holder::Role(Role::Contact));
    assert_eq!(todo.text.get("fr"), Some("Garder le gabarit"));

    let condition = assign(&place, &lead, &[("numero", "2"), ("retirer", "1")]);
    assert_eq!(
        condition.status, 422,
        "a condition is removed by a decision alone"
    );
    let nobody = [
        ("texte", "Prévenir"),
        ("charge", "person:x"),
        ("echeance", "demain"),
    ];
    let refused = assign(&place, &lead, &nobody);
    assert_eq!(refused.status, 422);
    contains(&refused, "Prévenir");
    contains(&refused, "demain");
    let fine = [
        ("texte", "Prévenir"),
        ("charge", "function:hr"),
        ("echeance", "30/11/2098"),
    ];
    assert_eq!(assign(&place, &lead, &fine).status, 303);
    assert_eq!(place.record("VAL-022").0.todos.len(), 3);
    let removed = assign(&place, &lead, &[("numero", "3"), ("retirer", "1")]);
    assert_eq!(removed.status, 303);
    let record = place.record("VAL-022").0;
    assert_eq!(record.todos.len(), 2);
    assert_eq!(Stage::of(&record), Stage::Decided);

    let (contact, _) = place.member(vec![grant(Role::Contact, &[])]);
    assert_eq!(assign(&place, &contact, &fine).status, 403);
}

#[test]
fn an_overdue_to_do_comes_up_in_the_week_and_a_late_version_loses_nothing() {
    let place = place();
    to_decide(&place);
    decide(&place, &[]);
    let mut record = place.record("VAL-022").0;
    record.todos[0].due_on = "2020-01-01".parse().ok();
    place.put(&record);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let week = opened(&lead, &at("espace/semaine"));
    contains(&week, "Retirer les adresses");
    contains(&week, "dossier/val-022/a-faire?numero=1#changer");
    let form = [
        ("version", "1"),
        ("texte", "Un autre travail"),
        ("charge", "function:hr"),
        ("echeance", "30/11/2098"),
    ];
    let late = lead.post(&at("dossier/val-022/a-faire/attribuer"), &form);
    assert_eq!(late.status, 422);
    contains(&late, "Un autre travail");
    assert_eq!(place.record("VAL-022").0.todos.len(), 2);
}
