use crate::people::{Account, AccountState, Grant, Role};
use crate::{Decision, Function, Holder, Language, Outcome, Text, Todo, TodoDone, UseCase};
use chrono::{DateTime, NaiveDate};
use serde_json::json;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn record() -> UseCase {
    let document = json!({
        "id": Uuid::from_u128(1), "reference": "LYS-001", "authority": "lys",
        "name": {"fr": "Simplifier les lettres"}, "department": "accueil",
        "lifecycle": "wished", "evidence": "declared", "generative": "yes",
        "publication": {"level": "public"},
    });
    serde_json::from_value(document).expect("a use case")
}

fn decision(outcome: Outcome, conditions: &[&str]) -> Decision {
    Decision {
        outcome,
        decided_on: Some(day("2026-11-29")),
        decided_by: None,
        on_version: None,
        act: None,
        conditions: conditions
            .iter()
            .map(|&text| Text::one("fr", text))
            .collect(),
        review_on: Some(day("2027-06-30")),
        reason: None,
        stop_criterion: None,
        voided: None,
    }
}

fn told(record: &UseCase) -> Vec<String> {
    let line = |todo: &Todo| {
        let text = todo.text.plain(Language::Fr);
        let due = todo
            .due_on
            .map_or_else(|| "?".to_owned(), |day| day.to_string());
        format!("{} {text} {} {due}", todo.number, todo.owner.key())
    };
    record.todos.iter().map(line).collect()
}

#[test]
fn each_condition_becomes_a_to_do_of_the_department_on_the_day_of_the_review() {
    let decision = decision(Outcome::Conditional, &["Relire", "Informer"]);
    let decided = record().decided(decision, None, None);
    let expected = [
        "1 Relire department:accueil 2027-06-30",
        "2 Informer department:accueil 2027-06-30",
    ];
    assert_eq!(told(&decided), expected);
}

#[test]
fn whoever_decides_may_say_who_and_when() {
    let decision = decision(Outcome::Conditional, &["Relire"]);
    let dpo = Holder::Function(Function::Dpo);
    let decided = record().decided(decision, Some(dpo), Some(day("2026-12-31")));
    assert_eq!(told(&decided), ["1 Relire function:dpo 2026-12-31"]);
}

#[test]
fn without_a_department_the_lead_answers_for_it() {
    let mut record = record();
    record.department = None;
    let decided = record.decided(decision(Outcome::Conditional, &["Relire"]), None, None);
    assert_eq!(told(&decided), ["1 Relire function:lead 2027-06-30"]);
}

#[test]
fn a_new_decision_keeps_what_was_done_and_drops_what_no_longer_binds() {
    let first = decision(Outcome::Conditional, &["Relire", "Informer", "Former"]);
    let mut decided = record().decided(first, None, None);
    decided.todos[0].done = Some(TodoDone {
        on: day("2026-12-01"),
        by: Holder::Role(Role::Contact),
        evidence: None,
    });
    decided.todos[2].owner = Holder::Function(Function::Hr);
    let added = Holder::Function(Function::Lead);
    let decided = decided.with_todo(Text::one("fr", "Prévenir"), added, None);
    let second = decision(Outcome::Conditional, &["Former", "Relire"]);
    let again = decided.decided(second, None, None);
    let expected = [
        "1 Relire department:accueil 2027-06-30",
        "3 Former function:hr 2027-06-30",
        "4 Prévenir function:lead ?",
        "5 Relire department:accueil 2027-06-30",
    ];
    assert_eq!(told(&again), expected);
}

#[test]
fn what_is_not_decided_yet_asks_for_nothing() {
    let decided = record().decided(decision(Outcome::Pending, &["Relire"]), None, None);
    assert!(decided.todos.is_empty());
}

#[test]
fn a_to_do_that_changes_voids_no_decision() {
    let before = record().decided(decision(Outcome::Conditional, &["Relire"]), None, None);
    let mut after = before.clone();
    after.todos[0].due_on = None;
    assert!(before.changed_fields(&after).is_empty());
    let revised = after.revised(&before, day("2026-12-01"));
    assert!(revised.decision.expect("taken").voided.is_none());
}

#[test]
fn whoever_holds_the_function_the_department_or_the_role_answers_for_it() {
    let account = |role, department: Option<&str>, functions: &[Function]| Account {
        id: Uuid::from_u128(2),
        email: "essai@lys.example".to_owned(),
        name: "Essai".to_owned(),
        language: Language::Fr,
        state: AccountState::Active,
        grants: vec![Grant {
            role,
            authority: Some("lys".to_owned()),
            department: department.map(str::to_owned),
            functions: functions.to_vec(),
        }],
        created_at: DateTime::default(),
    };
    let dpo = account(Role::Reviewer, None, &[Function::Dpo]);
    let contact = account(Role::Contact, Some("accueil"), &[]);
    let lead = account(Role::Lead, None, &[]);
    let cases = [
        (&dpo, "function:dpo", true),
        (&dpo, "function:hr", false),
        (&dpo, "role:reviewer", true),
        (&contact, "department:accueil", true),
        (&contact, "department:voirie", false),
        (&contact, "role:lead", false),
        (&lead, "function:lead", true),
        (&lead, "function:decision_maker", false),
    ];
    for (account, key, expected) in cases {
        let holder = Holder::from_key(key).expect("a holder");
        assert_eq!(holder.key(), key);
        assert_eq!(account.holds(&holder, "lys"), expected, "{key}");
        assert!(!account.holds(&holder, "elsewhere"), "{key}");
    }
    for nonsense in ["", "dpo", "function:nobody", "department:", "person:x"] {
        assert_eq!(Holder::from_key(nonsense), None, "{nonsense}");
    }
}
