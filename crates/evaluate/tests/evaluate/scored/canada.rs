//! The Canadian questionnaire against what Canada publishes, when it is beside the project
//! (`../shared/data/registers/ca-aia`): its own file, and figures of its own program.

use super::{questionnaire, root};
use evaluate::scored::{Answers, score};
use reference::{AnswerKind, AreaKind, Condition, Question, Questionnaire};
use serde::Deserialize;
use serde_json::Value;

fn published(name: &str) -> Option<Value> {
    let path = root().join("../shared/data/registers/ca-aia").join(name);
    let bytes = std::fs::read(path).ok()?;
    Some(serde_json::from_slice(&bytes).expect("JSON"))
}

#[derive(Deserialize)]
struct Vectors {
    max_raw: u32,
    max_mitigation_both_phases: u32,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    answers: Answers,
    hidden_answers: Vec<String>,
    expected: Figures,
    score_if_hidden_answers_kept: Figures,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Figures {
    raw: u32,
    mitigation: u32,
    current: u32,
    level: u32,
}

fn figures(questionnaire: &Questionnaire, answers: &Answers) -> Figures {
    let scored = score(questionnaire, answers);
    assert_eq!(scored.refused, []);
    let level = scored.level.as_answered.expect("a level");
    Figures {
        raw: scored.raw.as_answered.points,
        mitigation: scored.mitigation.expect("measured").as_answered.points,
        current: scored.current.as_answered.points,
        level: level.id.parse().expect("a number"),
    }
}

#[test]
fn every_vector_is_exact() {
    let Some(value) = published("aia-1.0.1-score-vectors.json") else {
        return;
    };
    let published: Vectors = serde_json::from_value(value).expect("the shape of vectors");
    let canada = questionnaire("ca-aia");
    assert_eq!(canada.points(AreaKind::Raw), published.max_raw);
    let mitigation = canada.points(AreaKind::Mitigation);
    assert_eq!(mitigation, published.max_mitigation_both_phases);
    assert_eq!(published.vectors.len(), 60);
    let mut moved = 0;
    for (index, vector) in published.vectors.iter().enumerate() {
        assert_eq!(
            figures(&canada, &vector.answers),
            vector.expected,
            "vector {index}"
        );
        let scored = score(&canada, &vector.answers);
        let mut hidden: Vec<_> = scored.hidden_answers().map(|q| &q.question.id).collect();
        hidden.sort();
        assert_eq!(
            hidden,
            vector.hidden_answers.iter().collect::<Vec<_>>(),
            "vector {index}"
        );
        let cleaned = vector
            .hidden_answers
            .iter()
            .fold(vector.answers.clone(), |answers, id| answers.without(id));
        assert_eq!(
            figures(&canada, &cleaned),
            vector.expected,
            "vector {index}"
        );
        moved += u32::from(vector.expected != vector.score_if_hidden_answers_kept);
    }
    assert_eq!(moved, 4, "vectors where hidden answers would have counted");
}

/// Page after page: the same questions, texts, answers, points and conditions.
#[test]
fn nothing_was_lost_or_changed_in_the_conversion() {
    let Some(survey) = published("survey-enfr.json") else {
        return;
    };
    let canada = questionnaire("ca-aia");
    let mut areas = canada.areas.iter();
    for page in survey["pages"].as_array().expect("pages") {
        let panel = &page["elements"][0];
        let Some(elements) = panel["elements"].as_array() else {
            continue;
        };
        let area = areas.next().expect("an area a page");
        let name = panel["name"].as_str().expect("a name");
        let kind = match name.rsplit('-').next() {
            Some("RS") => AreaKind::Raw,
            Some("MS") => AreaKind::Mitigation,
            _ => AreaKind::Unscored,
        };
        assert_eq!(area.kind, kind, "{name}");
        assert_eq!(area.when, condition(&page["visibleIf"], &canada), "{name}");
        let elements: Vec<_> = elements.iter().filter(|e| e["type"] != "html").collect();
        assert_eq!(area.questions.len(), elements.len(), "{name}");
        for (question, element) in area.questions.iter().zip(elements) {
            check(question, element, kind, &canada);
        }
    }
    assert!(areas.next().is_none());
}

fn check(question: &Question, element: &Value, kind: AreaKind, canada: &Questionnaire) {
    let id = &question.id;
    assert_eq!(element["name"], id.as_str());
    assert_eq!(texts(&element["title"]), pair(&question.title), "{id}");
    assert_eq!(
        question.when,
        condition(&element["visibleIf"], canada),
        "{id}"
    );
    let has_choices = id != "projectDetailsDepartment-NS";
    let expected = match element["type"].as_str() {
        Some("radiogroup" | "dropdown") if has_choices => AnswerKind::One,
        Some("checkbox") => AnswerKind::Several,
        _ => AnswerKind::Text,
    };
    assert_eq!(question.answer, expected, "{id}");
    let choices = element["choices"].as_array().filter(|_| has_choices);
    let choices: Vec<_> = choices.into_iter().flatten().collect();
    assert_eq!(question.choices.len(), choices.len(), "{id}");
    for (choice, published) in question.choices.iter().zip(choices) {
        assert_eq!(published["value"], choice.id.as_str(), "{id}");
        assert_eq!(texts(&published["text"]), pair(&choice.label), "{id}");
        let points = choice.id.rsplit_once('-').and_then(|(_, n)| n.parse().ok());
        let points = points.filter(|_| kind != AreaKind::Unscored);
        assert_eq!(choice.points, points.unwrap_or(0), "{id}");
    }
}

fn pair(text: &domain::Text) -> [String; 2] {
    ["fr", "en"].map(|tag| text.get(tag).unwrap_or_default().to_owned())
}

/// The published texts with the only changes allowed: apostrophes and surplus spaces.
fn texts(published: &Value) -> [String; 2] {
    ["fr", "default"].map(|tag| {
        let text = published[tag]
            .as_str()
            .unwrap_or_default()
            .replace('\'', "’");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// `({a} = "x" or {a} = "y") and {b} contains "z"`: the only shapes the published file has.
fn condition(published: &Value, canada: &Questionnaire) -> Option<Condition> {
    let text = published.as_str()?;
    let mut parts: Vec<_> = text
        .split(" and ")
        .map(|part| alternatives(part.trim().trim_matches(['(', ')']), canada))
        .collect();
    if parts.len() == 1 {
        return parts.pop();
    }
    Some(Condition::All(parts))
}

fn alternatives(text: &str, canada: &Questionnaire) -> Condition {
    let mut question = "";
    let mut choices = Vec::new();
    for leaf in text.split(" or ") {
        let (name, rest) = leaf.trim().split_once('}').expect("a name in braces");
        let name = name.trim_start_matches('{');
        assert!(question.is_empty() || question == name, "{text}");
        question = name;
        let wanted = rest.split('"').nth(1).expect("a quoted value");
        choices.push(choice_meant(
            name,
            wanted,
            rest.contains("contains"),
            canada,
        ));
    }
    Condition::Chosen {
        question: question.to_owned(),
        choices,
    }
}

/// On a single choice, `contains` looks for a piece of the code; on several, for a whole one.
fn choice_meant(name: &str, wanted: &str, contains: bool, canada: &Questionnaire) -> String {
    let question = canada.question(name).expect("asked");
    let in_part = contains && question.answer == AnswerKind::One;
    let ids = question.choices.iter().map(|choice| &choice.id);
    let meant: Vec<_> = ids
        .filter(|id| *id == wanted || (in_part && id.contains(wanted)))
        .collect();
    assert_eq!(meant.len(), 1, "{name} {wanted}");
    meant[0].clone()
}
