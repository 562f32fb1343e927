use domain::UseCase;
use frame::facts_of;
use observatory::pipeline::law::{PublicLaw, assess_record};
use publish::Snapshot;
use reference::{Reference, Tree};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The project's own law and charter, with other files laid over them.
fn reference(overlay: &[(&str, &str)]) -> Reference {
    let mut tree = Tree::default();
    for folder in ["data", "framework"] {
        let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
        for path in files.paths("", "") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    let demo = Tree::from_dir(&root().join("demo")).expect("the demonstration");
    for (path, from) in overlay {
        let bytes = demo.get(from).expect("a file of the demonstration");
        tree.insert((*path).to_owned(), bytes);
    }
    let (reference, diagnostics) = Reference::read(&tree);
    assert_eq!(diagnostics, []);
    reference
}

fn record() -> UseCase {
    let demo = Tree::from_dir(&root().join("demo")).expect("the demonstration");
    let path = "use-cases/VAL-005.yaml";
    let (node, _) = reference::parse(path, demo.text(path).expect("UTF-8"));
    let mut record = node.expect("valid").to_json();
    record["id"] = "00000000-0000-0000-0000-000000000005".into();
    serde_json::from_value(record).expect("a record")
}

#[test]
fn what_functions_signed_on_sheets_never_reaches_a_public_page() {
    let bare = reference(&[]);
    let signed = reference(&[("framework/sheets/valmorel.yaml", "sheets.yaml")]);
    let record = record();
    let snapshot = Snapshot {
        built_on: "2026-11-24".parse().expect("a day"),
        ..Snapshot::default()
    };
    let known = |reference: &Reference| {
        let (facts, _) = facts_of(&record, None, None, reference, snapshot.built_on);
        facts.iter().count()
    };
    assert!(
        known(&signed) > known(&bare),
        "the signatures say something"
    );
    let read = |reference: &Reference| {
        let assessed = assess_record(&record, &snapshot, &PublicLaw::of(reference));
        assessed.expect("it is published whole")
    };
    let (with, without) = (read(&signed), read(&bare));
    assert_eq!(with.facts, without.facts);
    assert_eq!(with.assessment, without.assessment);
}
