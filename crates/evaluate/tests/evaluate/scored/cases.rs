//! The worked examples of `data/questionnaires/<id>/cases.yaml`.

use super::{questionnaires, root};
use evaluate::scored::{Answers, Score, Scored, score};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    title: Title,
    answers: Answers,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    fr: String,
    en: String,
}

/// What a case states; what it leaves out is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    raw: Option<Figures>,
    mitigation: Option<Figures>,
    current: Option<Figures>,
    level: Option<Levels>,
    hidden: Option<Vec<String>>,
    open: Option<Vec<String>>,
    refused: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    so_far: u32,
    least: Option<u32>,
    most: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Levels {
    so_far: String,
    lowest: Option<String>,
    highest: Option<String>,
}

#[test]
fn every_questionnaire_gives_what_its_cases_say() {
    for questionnaire in questionnaires() {
        let path = format!("data/questionnaires/{}/cases.yaml", questionnaire.id);
        let text = fs::read_to_string(root().join(&path)).expect("each questionnaire has cases");
        let (node, faults) = reference::parse(&path, &text);
        assert_eq!(faults, [], "{path}");
        let cases: Vec<Case> =
            serde_json::from_value(node.expect("read").to_json()).expect("the shape of cases");
        assert!(!cases.is_empty(), "{path}");
        for case in &cases {
            let name = format!("{}: {}", questionnaire.id, case.id);
            assert!(
                !case.title.fr.is_empty() && !case.title.en.is_empty(),
                "{name}"
            );
            check(&name, &score(&questionnaire, &case.answers), &case.expect);
        }
    }
}

fn check(name: &str, scored: &Scored, expected: &Expected) {
    check_figures(name, "raw", Some(scored.raw), expected.raw.as_ref());
    check_figures(
        name,
        "mitigation",
        scored.mitigation,
        expected.mitigation.as_ref(),
    );
    check_figures(
        name,
        "current",
        Some(scored.current),
        expected.current.as_ref(),
    );
    if let Some(expected) = &expected.level {
        let level = scored.level;
        let id = |level: Option<&reference::Level>| level.map(|level| level.id.clone());
        assert_eq!(
            id(level.as_answered),
            Some(expected.so_far.clone()),
            "{name}, level"
        );
        for (found, bound) in [
            (level.lowest, &expected.lowest),
            (level.highest, &expected.highest),
        ] {
            assert!(bound.is_none() || id(found) == *bound, "{name}, {bound:?}");
        }
    }
    let names = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
    if let Some(expected) = &expected.hidden {
        let mut found = names(
            scored
                .hidden_answers()
                .map(|q| q.question.id.as_str())
                .collect(),
        );
        let mut expected = expected.clone();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{name}, hidden");
    }
    if let Some(expected) = &expected.open {
        let found = names(
            scored
                .unanswered()
                .map(|q| q.question.id.as_str())
                .collect(),
        );
        assert_eq!(found, *expected, "{name}, open");
    }
    if let Some(expected) = &expected.refused {
        let found = names(
            scored
                .refused
                .iter()
                .map(|refused| refused.question)
                .collect(),
        );
        assert_eq!(found, *expected, "{name}, refused");
    }
}

fn check_figures(name: &str, what: &str, score: Option<Score>, expected: Option<&Figures>) {
    let Some(expected) = expected else { return };
    let score = score.unwrap_or_else(|| panic!("{name} has no {what}"));
    assert_eq!(score.as_answered.points, expected.so_far, "{name}, {what}");
    let least = expected.least.unwrap_or(score.lowest.points);
    let most = expected.most.unwrap_or(score.highest.points);
    let bounds = [score.lowest.points, score.highest.points];
    assert_eq!(bounds, [least, most], "{name}, {what}");
}
