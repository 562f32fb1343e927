use super::{catalogue, reference};
use domain::law::{FactId, Facts};
use evaluate::risks::{Standing, Suggestion, suggest};
use reference::parse;
use serde_json::Value;

fn facts(answers: &Value) -> Facts {
    let law = &reference().law;
    let mut facts = Facts::default();
    for (id, word) in answers.as_object().expect("facts") {
        let fact = law.fact_id(id).expect("a fact of the law");
        let word = word.as_str().expect("a word");
        facts.set(fact, law.fact(fact).value(word).expect("a value of it"));
    }
    facts
}

fn names(facts: &[FactId]) -> Vec<&str> {
    let law = &reference().law;
    facts
        .iter()
        .map(|fact| law.fact(*fact).id.as_str())
        .collect()
}

fn words(list: &Value) -> Vec<&str> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Value::as_str).collect()
}

#[track_caller]
fn check(case: &Value) {
    let title = case["title"].as_str().expect("a title");
    let on = "2026-11-24".parse().expect("a day");
    let found = suggest(
        catalogue(),
        &reference().law,
        &facts(&case["facts"]),
        on,
        &[],
    );
    let get = |id: &str| found.iter().find(|suggestion| suggestion.risk.id == id);
    let stands = |id: &str, standing| get(id).is_some_and(|found| found.standing == standing);
    for id in words(&case["applies"]) {
        assert!(stands(id, Standing::Applies), "{title}: {id}");
    }
    let none_applies = found.iter().all(|s| s.standing == Standing::MayApply);
    assert_eq!(words(&case["applies"]).is_empty(), none_applies, "{title}");
    for id in words(&case["absent"]) {
        assert!(catalogue().risk(id).is_some(), "{title}: {id} exists");
        assert!(get(id).is_none(), "{title}: {id}");
    }
    let list = |key: &str, of: &dyn Fn(&Suggestion) -> Vec<FactId>| {
        for (id, expected) in case[key].as_object().into_iter().flatten() {
            let found = get(id).unwrap_or_else(|| panic!("{title}: {id}"));
            assert_eq!(names(&of(found)), words(expected), "{title}: {id}, {key}");
        }
    };
    list("ask", &|suggestion| suggestion.unknown.clone());
    list("because", &|suggestion| suggestion.because.clone());
    let is_ask = |id: &str| stands(id, Standing::MayApply);
    let asked = case["ask"].as_object().into_iter().flatten();
    assert!(asked.map(|(id, _)| id).all(|id| is_ask(id)), "{title}");
}

#[test]
fn the_worked_cases_hold() {
    let (root, told) = parse("suggestions.yaml", include_str!("suggestions.yaml"));
    assert_eq!(told, []);
    let cases = root.expect("cases").to_json();
    let cases = cases.as_array().expect("a list");
    assert_eq!(cases.len(), 6);
    for case in cases {
        check(case);
    }
}

#[test]
fn what_the_record_holds_is_said_and_what_is_put_there_is_not_judged() {
    let on = "2026-11-24".parse().expect("a day");
    let known = facts(&serde_json::json!({"uses_ai_system": "yes"}));
    let law = &reference().law;
    let first = suggest(catalogue(), law, &known, on, &[]);
    assert!(first.iter().all(|suggestion| !suggestion.is_recorded));
    let applies = first.iter().find(|s| s.standing == Standing::Applies);
    let record = applies.expect("one applies").to_record();
    assert_eq!((record.likelihood, record.severity), (None, None));
    assert!(record.measures.is_empty() && record.residual.is_none());
    let again = suggest(catalogue(), law, &known, on, std::slice::from_ref(&record));
    let recorded: Vec<_> = again.iter().filter(|s| s.is_recorded).collect();
    assert_eq!(recorded.len(), 1);
    assert_eq!(Some(&recorded[0].risk.id), record.catalogue.as_ref());
}
