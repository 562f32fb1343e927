//! What the data of the project say of laws and of leaving.

use crate::sheets::tool;
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
