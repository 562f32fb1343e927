use super::{reference, social};
use crate::root;
use domain::Language;
use evaluate::starters::{CnilExport, LeftOut, cnil_pia_json, start};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn export(form: &str) -> CnilExport {
    let known = social();
    let starter = start(&reference().starters[form], known);
    cnil_pia_json(&starter, &known, Language::Fr)
}

fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().expect("a list")
}

fn answer(document: &Value, number: u32) -> &Value {
    let mut answers = list(document, "answers").iter();
    let found = answers.find(|answer| answer["reference_to"] == number);
    &found.unwrap_or_else(|| panic!("no answer to {number}"))["data"]
}

#[test]
fn it_opens_as_an_assessment_that_is_being_written_by_nobody_yet() {
    let document = export("dpia").document;
    let pia = &document["pia"];
    assert_eq!((&pia["status"], &pia["progress"]), (&0.into(), &0.into()));
    let name = pia["name"].as_str().expect("a name");
    assert!(name.starts_with("Point de départ"), "{name}");
    for key in [
        "author_name",
        "evaluator_name",
        "validator_name",
        "dpos_names",
        "dpo_opinion",
    ] {
        assert_eq!(pia[key], "", "{key}");
    }
    assert_eq!(pia["dpo_status"], Value::Null);
    assert!(list(&document, "evaluations").is_empty());
    let first = &list(&document, "answers")[0];
    assert_eq!(first["reference_to"], 111);
    let text = first["data"]["text"].as_str().expect("a text");
    assert!(
        text.starts_with("<p>Ceci est un point de départ, pas l’analyse"),
        "{text}"
    );
    assert!(text.contains("&lt;les dossiers&gt;"), "{text}");
}

#[test]
fn texts_lists_and_levels_have_the_shape_of_the_tool() {
    let document = export("dpia").document;
    let oversight = answer(&document, 225);
    assert!(
        oversight["text"]
            .as_str()
            .expect("a text")
            .contains("L’agent relit tout")
    );
    assert_eq!(
        (&oversight["gauge"], &oversight["list"]),
        (&Value::Null, &Value::Array(vec![]))
    );
    let measures = answer(&document, 324);
    let expected = serde_json::json!([
        "Retirer les noms",
        "Proposer un outil fourni",
        "Relecture à deux"
    ]);
    assert_eq!(
        (&measures["text"], &measures["list"]),
        (&Value::Null, &expected)
    );
    assert_eq!(answer(&document, 325)["gauge"], 3);
    assert_eq!(answer(&document, 326)["gauge"], 2);
    let titles = list(&document, "measures").iter().map(|m| &m["title"]);
    assert_eq!(titles.cloned().collect::<Value>(), expected);
}

#[test]
fn what_is_missing_or_suggested_is_a_comment_and_what_has_no_place_is_told() {
    let export = export("dpia");
    let comments = list(&export.document, "comments");
    let on = |number: u32| {
        let all = comments.iter().filter(move |c| c["reference_to"] == number);
        all.filter_map(|c| c["description"].as_str())
            .collect::<Vec<_>>()
    };
    assert!(
        on(222)[0].ends_with("(Délégué·e à la protection des données)"),
        "{:?}",
        on(222)
    );
    let suggested = on(322);
    let is_marked = |text: &&&str| text.starts_with("Proposé par le catalogue des risques");
    assert!(
        suggested
            .iter()
            .any(|text| text.contains("Conservation trop longue"))
    );
    assert_eq!(suggested.iter().filter(is_marked).count(), suggested.len());
    let people = LeftOut::Item {
        section: "opinions".to_owned(),
        item: "people-opinion".to_owned(),
    };
    assert!(export.left_out.contains(&people), "{:?}", export.left_out);
    assert!(export.left_out.contains(&LeftOut::Risk(2)));
}

#[test]
fn a_form_without_questions_of_the_tool_is_told_whole() {
    let export = export("fria");
    assert!(list(&export.document, "answers").is_empty());
    assert!(export.left_out.len() >= 5);
}

/// Every question of the tool with the way it is answered, when its file lies beside the project.
fn architecture() -> Option<BTreeMap<u64, String>> {
    let path = root().join("../shared/data/registers/fr-cnil-pia/pia_architecture.json");
    let text = std::fs::read_to_string(path).ok()?;
    let file: Value = serde_json::from_str(&text).expect("a JSON file");
    let items = list(&file, "sections")
        .iter()
        .flat_map(|s| list(s, "items"));
    let questions = items
        .filter_map(|item| item["questions"].as_array())
        .flatten();
    let kinds = questions.map(|question| {
        let kind = question["answer_type"].as_str().expect("a kind");
        (question["id"].as_u64().expect("a number"), kind.to_owned())
    });
    Some(kinds.collect())
}

#[test]
fn every_question_of_the_tool_is_met_in_its_own_shape() {
    let Some(architecture) = architecture() else {
        return;
    };
    let sections = reference().starters["dpia"].sections.iter();
    let items = sections.flat_map(|section| &section.items);
    let asked: BTreeSet<u64> = items.filter_map(|item| item.cnil).map(u64::from).collect();
    assert_eq!(asked, architecture.keys().copied().collect());
    let document = export("dpia").document;
    for answer in list(&document, "answers") {
        let number = answer["reference_to"].as_u64().expect("a number");
        let data = &answer["data"];
        let kind = match (&data["text"], &data["gauge"]) {
            (Value::Null, _) => "list",
            (_, Value::Null) => "text",
            _ => "gauge",
        };
        assert_eq!(kind, architecture[&number], "{number}");
    }
}

/// Each object has the keys of the example published with the tool, when it lies beside the
/// project.
#[test]
fn objects_have_the_keys_of_the_published_example() {
    let path = root().join("../shared/data/registers/fr-cnil-pia/2018-02-21-pia-example.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        return;
    };
    let example: Value = serde_json::from_str(&text).expect("a JSON file");
    let document = export("dpia").document;
    let keys = |value: &Value| -> BTreeSet<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(keys(&document), keys(&example));
    for part in ["answers", "measures", "comments"] {
        assert_eq!(keys(&document[part][0]), keys(&example[part][0]), "{part}");
    }
    let stored_by_the_tool = [
        "dbVersion",
        "tableName",
        "serverUrl",
        "objectStore",
        "numberOfQuestions",
    ];
    for key in keys(&example["pia"]) {
        let is_internal = stored_by_the_tool.contains(&key.as_str());
        assert!(
            is_internal || keys(&document["pia"]).contains(&key),
            "{key}"
        );
    }
}
