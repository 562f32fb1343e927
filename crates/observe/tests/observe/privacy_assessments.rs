//! Impact assessments of the CNIL's tool, in the two shapes it has exported.

use crate::root;
use domain::{FearedEvent, Rating};
use observe::assessment::{Pia, PiaState, PiaVerdict, read_pia};
use proptest::prelude::*;

fn named(event: FearedEvent) -> String {
    event.code().to_owned()
}

fn keys(pia: &Pia) -> Vec<&str> {
    pia.remarks.iter().map(|remark| remark.key).collect()
}

/// As the tool of 2018 writes it: everything is there, most of it empty.
const OLD: &str = r#"{
  "pia": {"dbVersion": 201707071818, "tableName": "pia", "serverUrl": null, "objectStore": {},
    "numberOfQuestions": 36, "created_at": "2018-02-20T15:25:41.845Z", "updated_at": "2018-02-21T13:21:08.054Z",
    "id": 12, "status": 3, "name": "Lettres", "author_name": "A", "evaluator_name": "B", "validator_name": "",
    "dpo_status": 1, "dpo_opinion": "<p>Favorable&nbsp;</p>", "concerned_people_status": 0,
    "concerned_people_opinion": "Inquiets", "dpos_names": "C", "people_names": "", "rejection_reason": "", "applied_adjustments": ""},
  "answers": [
    {"pia_id": 12, "reference_to": 326, "data": {"text": "Rare", "gauge": 2, "list": []}},
    {"pia_id": 12, "reference_to": 325, "data": {"text": "<ul><li>Grave</li></ul>", "gauge": 3, "list": []}},
    {"pia_id": 12, "reference_to": 321, "data": {"text": null, "gauge": null, "list": ["Menaces", "Perte d’emploi"]}},
    {"pia_id": 12, "reference_to": 324, "data": {"text": null, "gauge": null, "list": ["Chiffrement"]}},
    {"pia_id": 12, "reference_to": 111, "data": {"text": "Écrire", "gauge": 0, "list": []}}
  ],
  "measures": [{"title": "Chiffrement", "pia_id": 12, "content": "Par https.", "placeholder": "x", "id": 101}],
  "evaluations": [{"status": 2, "pia_id": 12, "reference_to": "2.1.211", "action_plan_comment": "<div>Séparer</div>",
    "evaluation_comment": "À revoir", "gauges": {"x": 2, "y": 0}, "estimated_implementation_date": "2018-06-01T00:00:00.000Z",
    "person_in_charge": "D", "global_status": 2},
    {"status": 3, "pia_id": 12, "reference_to": "3.2", "gauges": {"x": 3, "y": 1}, "global_status": 2}],
  "comments": [{"description": "À séparer.", "reference_to": "212", "for_measure": false}]
}"#;

/// As the tool of 2022 writes it: what nobody filled in is absent, and a server writes words.
const NEW: &str = r#"{
  "pia": {"status": "doing", "is_example": 0, "is_archive": 0, "created_at": "2022-01-07T09:22:30.542Z", "name": "Lettres",
    "category": "Essai", "updated_at": "2022-02-15T14:30:23.108Z", "id": "1", "progress": 67.5, "structure_id": "",
    "structure_data": {"sections": [{"id": 1}]}, "guests": [],
    "user_pias": [{"user": {"id": 1}, "role": "author"}]},
  "answers": [
    {"reference_to": "321", "data": {"text": null, "gauge": null, "list": ["Menaces"]}},
    {"reference_to": "325", "data": {"text": "", "gauge": "4", "list": null}},
    {"data": {"text": "égarée"}}
  ],
  "measures": null, "evaluations": [], "comments": []
}"#;

#[test]
fn the_shape_of_2018_is_read() {
    let pia = read_pia(OLD.as_bytes()).expect("an assessment");
    assert_eq!(pia.state, Some(PiaState::Signed));
    let questions: Vec<_> = pia.answers.iter().map(|answer| answer.question).collect();
    assert_eq!(questions, [111, 321, 324, 325, 326]);
    assert_eq!(pia.answers[3].text.as_deref(), Some("– Grave"));
    assert_eq!(pia.answers[0].level, None, "nobody moved that gauge");
    let evaluation = &pia.evaluations[0];
    assert_eq!(evaluation.verdict, Some(PiaVerdict::Improvable));
    assert_eq!(evaluation.action_plan.as_deref(), Some("Séparer"));
    assert_eq!(
        (evaluation.severity, evaluation.likelihood),
        (Some(2), None)
    );
    assert_eq!(pia.people.expect("given").is_favourable, Some(false));
    assert_eq!(pia.rejection_reason, None);
}

#[test]
fn the_shape_of_2022_is_read() {
    let pia = read_pia(NEW.as_bytes()).expect("an assessment");
    assert_eq!(pia.state, Some(PiaState::InProgress));
    assert_eq!(pia.dpo, None);
    assert_eq!(pia.answers.len(), 2);
    assert_eq!(pia.answers[1].level, Some(4));
    assert_eq!(
        keys(&pia),
        [
            "pia-own-structure",
            "pia-names-left-out",
            "pia-answer-of-nothing",
            "pia-half-judged"
        ]
    );
}

#[test]
fn a_record_keeps_functions_and_never_names() {
    let pia = read_pia(OLD.as_bytes()).expect("an assessment");
    let names = &pia.remarks[0];
    assert_eq!(
        (names.key, names.blanks.as_slice()),
        ("pia-names-left-out", &[("count", "4".to_owned())][..])
    );
    let opinion = pia.dpo.as_ref().and_then(|opinion| opinion.text.as_deref());
    assert_eq!(opinion, Some("Favorable"));
}

#[test]
fn a_feared_event_becomes_a_risk_on_the_same_scale() {
    let pia = read_pia(OLD.as_bytes()).expect("an assessment");
    let risks = pia.risks("fr", named);
    assert_eq!(risks.len(), 1, "the two others have no impact");
    assert_eq!(
        risks[0].description.get("fr"),
        Some("illegitimate_access – Menaces, Perte d’emploi")
    );
    assert_eq!(
        (risks[0].severity, risks[0].likelihood),
        (None, None),
        "the tool does not ask what there was before any measure"
    );
    assert_eq!(risks[0].residual, Rating::new(2, 3));
    let planned = pia.remarks.last().expect("a remark");
    assert_eq!(
        planned.key, "pia-action-plan",
        "what its evaluator judged once the plan is carried out is told"
    );
    assert_eq!(
        risks[0].measure.as_ref().and_then(|text| text.get("fr")),
        Some("Chiffrement")
    );
}

#[test]
fn what_is_no_assessment_is_refused() {
    for (bytes, key) in [
        ("", "pia-not-json"),
        ("[]", "pia-none"),
        (r#"{"pia": {}}"#, "pia-none"),
        (r#"{"answers": []}"#, "pia-none"),
    ] {
        assert_eq!(read_pia(bytes.as_bytes()).expect_err("refused").key, key);
    }
}

#[test]
fn a_name_is_on_one_line_without_what_the_tool_puts_before_it() {
    for (name, expected) in [
        ("(IMPORT) Lettres", "Lettres"),
        ("(COPY) (IMPORT) Lettres", "Lettres"),
        ("Lettres (IMPORT)", "Lettres (IMPORT)"),
        ("(RH) ", "(RH)"),
        ("(Essai) Lettres", "(Essai) Lettres"),
        ("Lettres\n et  arrêtés", "Lettres et arrêtés"),
    ] {
        let document = serde_json::json!({"pia": {"name": name}}).to_string();
        let pia = read_pia(document.as_bytes()).expect("an assessment");
        assert_eq!(pia.title, expected);
    }
}

#[test]
fn where_it_stands_is_read_in_each_way_it_is_written() {
    for (pia, state) in [
        (r#""status": 2"#, Some(PiaState::Validated)),
        (r#""status": 2.0"#, Some(PiaState::Validated)),
        (r#""status": "3""#, Some(PiaState::Signed)),
        (r#""status": 3, "is_archive": 1"#, Some(PiaState::Archived)),
        (
            r#""status": 3, "is_archive": true"#,
            Some(PiaState::Archived),
        ),
        (r#""status": 3, "is_archive": 0"#, Some(PiaState::Signed)),
        (r#""status": true"#, None),
        (r#""status": 2.5"#, None),
        (r#""status": {}"#, None),
    ] {
        let document = format!(r#"{{"pia": {{"name": "x", {pia}}}}}"#);
        let read = read_pia(document.as_bytes()).expect("an assessment");
        assert_eq!(read.state, state, "{pia}");
    }
}

#[test]
fn what_is_told_of_many_things_is_told_once() {
    let mut answers = vec![serde_json::json!({"a": 1}); 300_000];
    let long = vec!["mot"; 2_000];
    answers.push(serde_json::json!({"reference_to": 321, "data": {"list": long}}));
    let document = serde_json::json!({
        "pia": {"name": "x", "status": 0},
        "answers": answers,
    });
    let pia = read_pia(document.to_string().as_bytes()).expect("an assessment");
    assert_eq!(keys(&pia), ["pia-answer-of-nothing", "pia-long-list"]);
    let words = pia.risks("fr", named)[0]
        .description
        .get("fr")
        .map(str::len);
    assert!(words.is_some_and(|length| length < 2_100), "{words:?}");
}

/// The example that the tool itself ships, when it is beside the project.
#[test]
fn the_published_example_is_read_whole() {
    let path = root().join("../shared/data/registers/fr-cnil-pia/2018-02-21-pia-example.json");
    let Ok(bytes) = std::fs::read(path) else {
        return;
    };
    let pia = read_pia(&bytes).expect("an assessment");
    let counts = [
        pia.answers.len(),
        pia.measures.len(),
        pia.evaluations.len(),
        pia.comments.len(),
    ];
    assert_eq!(counts, [36, 23, 40, 1]);
    assert_eq!(pia.state, Some(PiaState::Signed));
    assert_eq!(
        pia.dpo.as_ref().and_then(|opinion| opinion.is_favourable),
        Some(true)
    );
    let scores: Vec<_> = pia
        .risks("fr", named)
        .iter()
        .map(|risk| risk.residual)
        .collect();
    assert_eq!(
        scores,
        [Rating::new(4, 3), Rating::new(2, 2), Rating::new(2, 2)]
    );
    let texts = pia.answers.iter().filter_map(|answer| answer.text.as_ref());
    assert!(
        texts.clone().all(|text| !text.contains("</")),
        "no markup is left"
    );
    assert!(texts.count() > 20);
}

proptest! {
    #[test]
    fn any_bytes_are_an_assessment_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_pia(&bytes);
    }

    #[test]
    fn any_values_in_the_right_places_are_read(name in ".{1,12}", status in any::<i64>(), text in ".{0,30}", gauge in any::<u32>()) {
        let document = serde_json::json!({
            "pia": {"name": format!("x{name}"), "status": status, "dpo_status": gauge, "updated_at": text},
            "answers": [{"reference_to": gauge, "data": {"text": text, "gauge": gauge, "list": [text, 1]}}],
            "evaluations": [{"reference_to": text, "status": text, "gauges": gauge}],
            "measures": [gauge, {"title": text}], "comments": {"description": text}
        });
        let pia = read_pia(document.to_string().as_bytes());
        if let Ok(pia) = pia {
            let _ = pia.risks("fr", named);
        }
    }
}
