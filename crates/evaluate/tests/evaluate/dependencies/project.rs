//! What the data of the project say of laws and of leaving.

use crate::sheets::{Demo, tool};
use evaluate::dependencies::{NotScored, european_union, reversibility_answers};
use evaluate::scored::score;
use reference::{Questionnaire, Reference, Tree};
use serde_json::json;

fn project() -> Reference {
    let mut tree = Tree::default();
    for folder in ["data/questionnaires", "data/vocabularies", "data/sources"] {
        let files = Tree::from_dir(&crate::root().join(folder)).expect("the project's own folder");
        for path in files.paths("", ".yaml") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    Reference::read(&tree).0
}

#[test]
fn the_union_has_twenty_seven_members() {
    let union = european_union(&project());
    assert_eq!(union.len(), 27);
    for (code, is_in) in [
        ("FR", true),
        ("IE", true),
        ("US", false),
        ("GB", false),
        ("CH", false),
    ] {
        assert_eq!(union.contains(code), is_in, "{code}");
    }
}

#[test]
fn reversibility_is_scored_on_the_grid_it_was_answered_on() {
    let reference = project();
    let grid: &Questionnaire = &reference.questionnaires["supplier-reversibility"];
    let said = |answers: serde_json::Value| tool("t", json!({"reversibility": answers}));
    let version = &grid.version;
    assert_eq!(
        reversibility_answers(&tool("t", json!({})), grid),
        Err(NotScored::NoAnswers)
    );
    let other = said(json!({"grid": "ca-aia", "version": version}));
    assert_eq!(
        reversibility_answers(&other, grid),
        Err(NotScored::OtherGrid)
    );
    let old = said(json!({"grid": grid.id, "version": "2020-01"}));
    assert_eq!(
        reversibility_answers(&old, grid),
        Err(NotScored::OtherVersion)
    );
    let begun = said(json!({"grid": grid.id, "version": version, "answers": [
        {"question": "contract", "choices": ["own"]},
        {"question": "stays", "choices": ["documents"]},
        {"question": "staff", "choices": []},
        {"question": "alternative", "choices": ["none"]},
        {"question": "notice", "choices": ["year", "none"]},
    ]}));
    let answers = reversibility_answers(&begun, grid).expect("answers to this grid");
    let scored = score(grid, &answers);
    assert_eq!(scored.raw.as_answered.points, 4, "no other solution");
    let refused: Vec<_> = scored.refused.iter().map(|r| r.question).collect();
    assert_eq!(
        refused,
        ["notice"],
        "two answers to a question that takes one"
    );
    assert!(!scored.is_complete());
}

#[test]
fn leaving_the_office_suite_is_hard_and_leaving_the_in_house_assistant_is_easy() {
    let (reference, demo) = (project(), Demo::read());
    let grid = &reference.questionnaires["supplier-reversibility"];
    let catalogue = demo.catalogue();
    // 2 for slower work, 1 for the notice; 2 + 3 + 3 + 3 + 1 + 2 + 4 + 3, of 32. Who follows the
    // office suite was not answered: it could bring two points of preparation, too few to matter.
    let cases = [
        ("plume", [3, 3], "free", "free"),
        ("office_plus", [21, 21], "hard", "hard"),
    ];
    for (key, raw, lowest, highest) in cases {
        let tool = catalogue.tool(key).expect("a tool of the demonstration");
        let answers = reversibility_answers(tool, grid).expect("it was answered");
        let scored = score(grid, &answers);
        assert!(scored.refused.is_empty(), "{key}: {:?}", scored.refused);
        let points = [scored.raw.lowest.points, scored.raw.highest.points];
        assert_eq!(points, raw, "{key}");
        let levels = [scored.level.lowest, scored.level.highest];
        let levels = levels.map(|level| level.map(|level| level.id.as_str()));
        assert_eq!(levels, [Some(lowest), Some(highest)], "{key}");
    }
}
