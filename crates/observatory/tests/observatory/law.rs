use domain::UseCase;
use domain::law::{Place, RuleOutcome};
use frame::{MayI, Policy, facts_of};
use observatory::pipeline::law::{PublicLaw, ask, assess_record};
use publish::Snapshot;
use reference::law::Sheet;
use reference::{Reference, Tree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The project's own law and charter, with other files laid over them.
fn reference(overlay: &[(&str, &str)]) -> Reference {
    let (reference, diagnostics) = Reference::read(&tree(overlay));
    assert_eq!(diagnostics, []);
    reference
}

fn tree(overlay: &[(&str, &str)]) -> Tree {
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
    tree
}

fn demo_record() -> serde_json::Value {
    let demo = Tree::from_dir(&root().join("demo")).expect("the demonstration");
    let path = "use-cases/VAL-005.yaml";
    let (node, _) = reference::parse(path, demo.text(path).expect("UTF-8"));
    let mut record = node.expect("valid").to_json();
    record["id"] = "00000000-0000-0000-0000-000000000005".into();
    record
}

fn record() -> UseCase {
    serde_json::from_value(demo_record()).expect("a record")
}

/// The rules that apply to a record that holds these lines and says nothing else to the law.
pub(crate) fn rules_that_apply(lines: &str, on: &str) -> BTreeSet<String> {
    let (node, mistakes) = reference::parse("record.yaml", lines);
    assert_eq!(mistakes, []);
    let mut record = demo_record();
    let kept = [
        "id",
        "reference",
        "authority",
        "name",
        "summary",
        "evidence",
        "publication",
    ];
    let fields = record.as_object_mut().expect("a map");
    fields.retain(|field, _| kept.contains(&field.as_str()));
    fields.insert("lifecycle".to_owned(), "deployed".into());
    fields.insert("generative".to_owned(), "unknown".into());
    let pasted = node.expect("valid").to_json();
    fields.extend(pasted.as_object().expect("a map").clone());
    let record: UseCase = serde_json::from_value(record).expect("a record");
    let reference = reference(&[("framework/sheets/valmorel.yaml", "sheets.yaml")]);
    let on = on.parse().expect("a day");
    let (facts, _) = facts_of(&record, None, None, &reference, on);
    let law = &reference.law;
    let assessment = evaluate::assess(law, &facts, on);
    let applying = assessment
        .results(law)
        .filter(|(_, finding)| finding.outcome == RuleOutcome::Applies);
    applying.map(|(rule, _)| rule.to_owned()).collect()
}

/// The demonstration's reference, with every path of the sheets public or private.
fn with_sheets(reach: &str) -> Reference {
    let root = root();
    let visibility = std::fs::read_to_string(root.join("data/visibility.yaml")).expect("UTF-8");
    let (before, sheets) = visibility
        .split_once("\nsheet:\n  public:")
        .expect("the section");
    let text = format!("{before}\nsheet:\n  {reach}:{sheets}");
    let mut tree = tree(&[("framework/sheets/valmorel.yaml", "sheets.yaml")]);
    tree.insert("data/visibility.yaml".to_owned(), text.as_bytes());
    let (reference, mistakes) = Reference::read(&tree);
    assert_eq!(mistakes, []);
    reference
}

/// The published records of the demonstration.
fn records() -> Vec<UseCase> {
    let demo = Tree::from_dir(&root().join("demo")).expect("the demonstration");
    let mut records = Vec::new();
    for path in demo.paths("use-cases/", ".yaml") {
        let (node, _) = reference::parse(path, demo.text(path).expect("UTF-8"));
        let mut record = node.expect("valid").to_json();
        record["id"] = "00000000-0000-0000-0000-000000000005".into();
        record.as_object_mut().expect("a map").remove("history");
        records.extend(serde_json::from_value::<UseCase>(record).ok());
    }
    assert!(
        records.len() > 20,
        "the demonstration has records: {}",
        records.len()
    );
    records
}

fn snapshot() -> Snapshot {
    Snapshot {
        built_on: "2026-11-24".parse().expect("a day"),
        ..Snapshot::default()
    }
}

/// Compares, for each record, what its page reads on sheets with what « Puis-je ? » reads on the
/// same picks. Gives how many facts come from sheets.
fn check_pages_agree(reach: &str) -> usize {
    let reference = with_sheets(reach);
    let law = PublicLaw::of(&reference);
    let snapshot = snapshot();
    let mut from_sheets = 0;
    for record in records() {
        let Some(assessed) = assess_record(&record, &snapshot, &law) else {
            continue;
        };
        let tasks = &reference.law.from_records;
        let task = record.task_sheet.clone();
        let task = task.or_else(|| tasks.task_sheet(record.task?).map(str::to_owned));
        let sheets = law.sheets();
        let profile = sheets.profile_of(&record.authority);
        let question = MayI {
            profile: &profile,
            ..MayI::picked(
                sheets,
                snapshot.built_on,
                task.as_deref(),
                record.tool.as_deref(),
                &record.data_sheets,
            )
        };
        let policy = Policy::of(
            &reference.policy,
            Some(&record.authority),
            snapshot.built_on,
        );
        let asked = ask(&reference.law, &question, &policy);
        for (fact, origin) in &assessed.origins {
            if matches!(
                origin.place,
                Place::Task(_) | Place::Tool(_) | Place::Profile
            ) {
                assert_eq!(
                    asked.gathered.origins.get(fact),
                    Some(origin),
                    "{}",
                    record.reference
                );
                assert_eq!(asked.gathered.facts.get(*fact), assessed.facts.get(*fact));
                from_sheets += 1;
            }
        }
    }
    from_sheets
}

#[test]
fn both_public_pages_read_the_sheets_that_are_public() {
    assert!(
        check_pages_agree("public") > 100,
        "the demonstration has signed sheets"
    );
}

#[test]
fn neither_public_page_reads_sheets_that_are_private() {
    assert_eq!(check_pages_agree("private"), 0);
    let bare = reference(&[]);
    let private = with_sheets("private");
    let read = |reference: &Reference| {
        let assessed = assess_record(&record(), &snapshot(), &PublicLaw::of(reference));
        assessed.expect("it is published whole")
    };
    let (with, without) = (read(&private), read(&bare));
    assert_eq!(with.facts, without.facts);
    assert_eq!(with.assessment, without.assessment);
    let law = PublicLaw::of(&private);
    let signed = |sheet: &Sheet| !sheet.reviewed.is_empty() || !sheet.done.is_empty();
    let sheets = law.sheets();
    let mut all = sheets
        .tasks
        .iter()
        .chain(&sheets.tools)
        .chain(&sheets.data_kinds);
    assert!(!all.any(signed));
}

#[test]
fn a_signature_that_is_public_is_told_with_its_function_and_day() {
    let reference = with_sheets("public");
    let assessed = assess_record(&record(), &snapshot(), &PublicLaw::of(&reference));
    let assessed = assessed.expect("it is published whole");
    let mut origins = assessed.origins.values();
    assert!(origins.any(|origin| {
        matches!(origin.place, Place::Task(_)) && origin.by.is_some() && origin.on.is_some()
    }));
}
