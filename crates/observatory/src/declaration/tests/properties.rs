use super::context;
use crate::declaration::field::OTHER_TOOL;
use crate::declaration::record::use_case;
use crate::declaration::{Answers, FIELDS, Field, List, Shape, Step, fault};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// An answer that a field takes.
fn answer(shape: Shape) -> BoxedStrategy<String> {
    let words = "[a-zéà]{1,9}( [a-zéà’]{1,9}){0,4}";
    let of = |words: Vec<String>| prop::sample::select(words).boxed();
    let codes = |words: &[&str]| of(words.iter().map(|word| (*word).to_owned()).collect());
    let sheets = |list: &[reference::law::Sheet]| of(list.iter().map(|s| s.id.clone()).collect());
    match shape {
        Shape::Line | Shape::Area => words.boxed(),
        Shape::Lines => prop::collection::vec(words, 1..4)
            .prop_map(|l| l.join("\n"))
            .boxed(),
        Shape::Range => (0_u32..500, 0_u32..500)
            .prop_map(|(low, more)| format!("{low} à {}", low + more))
            .boxed(),
        Shape::Several(_) => {
            let ids: Vec<_> = context()
                .sheets
                .data_kinds
                .iter()
                .map(|s| s.id.clone())
                .collect();
            prop::sample::subsequence(ids, 1..4)
                .prop_map(|ids| ids.join("\n"))
                .boxed()
        }
        Shape::One(List::Tasks) => sheets(&context().sheets.tasks),
        Shape::One(List::Departments) => codes(&["hr", "communication"]),
        Shape::One(List::Tools) => codes(&["plume", OTHER_TOOL]),
        Shape::One(List::States) => codes(&["deployed", "pilot", "planned", "wished"]),
        Shape::One(List::DataKinds | List::Answers) => codes(&["yes", "no", "unknown"]),
        Shape::One(List::Frequencies) => codes(&["daily", "occasional"]),
        Shape::One(List::Effects) => codes(&["burdens", "unchanged", "lightens"]),
        Shape::One(List::Senses) => codes(&["gagnees", "perdues"]),
    }
}

fn declarations() -> impl Strategy<Value = BTreeMap<String, String>> {
    let fields: Vec<_> = FIELDS
        .iter()
        .map(|field| {
            let name = field.name.to_owned();
            prop::option::of(answer(field.shape))
                .prop_map(move |typed| Some((name.clone(), typed?)))
        })
        .collect();
    fields.prop_map(|typed| typed.into_iter().flatten().collect())
}

/// Everything a record says, as texts.
fn leaves(value: &serde_json::Value, into: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => map.values().for_each(|value| leaves(value, into)),
        serde_json::Value::Array(list) => list.iter().for_each(|value| leaves(value, into)),
        serde_json::Value::String(text) => into.push(text.clone()),
        serde_json::Value::Number(number) => into.push(number.to_string()),
        serde_json::Value::Bool(_) | serde_json::Value::Null => {}
    }
}

/// What a record must hold for an answer.
fn traces(name: &str, typed: &str, answers: &Answers<'_>) -> Vec<String> {
    let field = Field::named(name).expect("a field");
    match field.shape {
        // The tool that no sheet describes has its name in words; the sense is in the sign.
        Shape::One(List::Senses) => Vec::new(),
        Shape::One(List::Tools) if typed == OTHER_TOOL => Vec::new(),
        Shape::Range if name == "volume" && answers.filled("frequence").is_none() => Vec::new(),
        Shape::Range => {
            let (low, high) = crate::declaration::range::read(typed).expect("a range");
            let is_saved = name == "minutes" && answers.filled("minutes_sens") != Some("perdues");
            let ends = if is_saved {
                [0.0 - high, 0.0 - low]
            } else {
                [low, high]
            };
            ends.iter()
                .map(|end| serde_json::json!(end).to_string())
                .collect()
        }
        Shape::Lines | Shape::Several(_) => typed.lines().map(|l| l.trim().to_owned()).collect(),
        Shape::Line | Shape::Area | Shape::One(_) => vec![typed.trim().to_owned()],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_answer_is_lost_between_draft_and_record(typed in declarations()) {
        let answers = Answers(&typed);
        let record = use_case(Uuid::nil(), &answers, &context()).expect("a record");
        let mut said = Vec::new();
        leaves(&serde_json::to_value(&record).expect("JSON"), &mut said);
        for (name, word) in &typed {
            for trace in traces(name, word, &answers) {
                prop_assert!(said.contains(&trace), "{} = {} is lost: {:?}", name, word, said);
            }
        }
    }

    #[test]
    fn any_words_make_a_record_or_a_fault(typed in prop::collection::btree_map("[a-z_]{3,12}", ".{0,40}", 0..12)) {
        let answers = Answers(&typed);
        prop_assert!(use_case(Uuid::nil(), &answers, &context()).is_ok());
        for step in Step::ALL {
            let _ = fault::faults(step, &answers, |_, _| false);
            let _ = answers.person_names(step);
        }
    }
}
