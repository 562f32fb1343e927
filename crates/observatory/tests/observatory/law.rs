use domain::law::{FactId, Origins, Place, RuleOutcome};
use domain::{Authority, Document, ToolSheet, UseCase};
use frame::{MayI, Policy, facts_of, with_documents};
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
    let law = &reference.law;
    let sheets = with_documents(law, &reference.sheets, &tools(), &authorities());
    let (facts, _) = facts_of(&record, law, &sheets, &reference.policy, on);
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

/// The documents of a file of the demonstration, without identifiers: no test needs them.
fn documents<D: Document>(file: &str, key: &str) -> Vec<D> {
    let demo = Tree::from_dir(&root().join("demo")).expect("the demonstration");
    let (node, _) = reference::parse(file, demo.text(file).expect("UTF-8"));
    let root = node.expect("valid").to_json();
    let read = |value: &serde_json::Value| {
        let mut value = value.clone();
        value["id"] = "00000000-0000-0000-0000-000000000005".into();
        serde_json::from_value(value).expect("a document of the demonstration")
    };
    root[key]
        .as_array()
        .expect("a list")
        .iter()
        .map(read)
        .collect()
}

fn tools() -> Vec<ToolSheet> {
    documents("tools.yaml", "tools")
}

fn authorities() -> Vec<Authority> {
    documents("authorities.yaml", "authorities")
}

fn snapshot() -> Snapshot {
    let tools = tools().into_iter();
    Snapshot {
        built_on: "2026-11-24".parse().expect("a day"),
        tools: tools.map(|tool| (tool.key.clone(), tool)).collect(),
        authorities: authorities(),
        ..Snapshot::default()
    }
}

/// Whether a fact comes from what an agent picks, or from the authority.
fn is_from_picks(place: &Place) -> bool {
    matches!(
        place,
        Place::Task(_) | Place::Tool(_) | Place::DataKind(_) | Place::Profile
    )
}

/// Compares, for each record, what its page reads with what « Puis-je ? » reads on the same picks,
/// with the public sheet of the tool and the page of the authority. Gives how many facts agree.
fn check_pages_agree(reach: &str) -> usize {
    let reference = with_sheets(reach);
    let snapshot = snapshot();
    let law = PublicLaw::of(&reference, &snapshot);
    let on = snapshot.built_on;
    let mut agreed = 0;
    for record in records() {
        let Some(assessed) = assess_record(&record, &law, on) else {
            continue;
        };
        let tasks = &reference.law.from_records;
        let task = record.task_sheet.clone();
        let task = task.or_else(|| tasks.task_sheet(record.task?).map(str::to_owned));
        let sheets = law.sheets();
        let profile = sheets.profile_of(&record.authority);
        let (task, tool) = (task.as_deref(), record.tool.as_deref());
        let question = MayI {
            profile: &profile,
            ..MayI::picked(sheets, on, task, tool, &record.data_sheets)
        };
        let policy = Policy::of(&reference.policy, Some(&record.authority), on);
        let asked = ask(&reference.law, &question, &policy).gathered;
        let told = |fact: &FactId| {
            let id = &reference.law.fact(*fact).id;
            format!("{} on {id}", record.reference)
        };
        let picked = |origins: &Origins| -> Origins {
            let origins = origins.iter();
            origins
                .filter(|(_, origin)| is_from_picks(&origin.place))
                .map(|(fact, origin)| (*fact, origin.clone()))
                .collect()
        };
        // Where the record names no kind of data, its field stands for one that says less.
        let by_field = record.data_sheets.is_empty();
        for (fact, origin) in picked(&assessed.origins) {
            if by_field && matches!(origin.place, Place::DataKind(_)) {
                continue;
            }
            assert_eq!(asked.origins.get(&fact), Some(&origin), "{}", told(&fact));
            assert_eq!(asked.facts.get(fact), assessed.facts.get(fact));
            agreed += 1;
        }
        for (fact, origin) in picked(&asked.origins) {
            let on_record = assessed.origins.get(&fact);
            let is_of_record = on_record.is_some_and(|origin| !is_from_picks(&origin.place));
            let is_of_field = by_field
                && on_record.is_some_and(|origin| matches!(origin.place, Place::DataKind(_)));
            assert!(
                is_of_record || is_of_field || on_record == Some(&origin),
                "{}: {origin:?}, and {on_record:?}",
                told(&fact)
            );
        }
    }
    agreed
}

#[test]
fn both_public_pages_read_the_same_of_what_is_picked() {
    let agreed = check_pages_agree("public");
    assert!(
        agreed > 300,
        "the demonstration has signed sheets: {agreed}"
    );
}

#[test]
fn neither_public_page_reads_sheets_that_are_private() {
    let of_documents = check_pages_agree("private");
    let agreed = check_pages_agree("public");
    assert!(of_documents > 0 && of_documents < agreed);
    let bare = reference(&[]);
    let private = with_sheets("private");
    let read = |reference: &Reference| {
        let law = PublicLaw::of(reference, &snapshot());
        let assessed = assess_record(&record(), &law, snapshot().built_on);
        assessed.expect("it is published whole")
    };
    let (with, without) = (read(&private), read(&bare));
    assert_eq!(with.facts, without.facts);
    assert_eq!(with.assessment, without.assessment);
    let law = PublicLaw::of(&private, &Snapshot::default());
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
    let law = PublicLaw::of(&reference, &snapshot());
    let assessed = assess_record(&record(), &law, snapshot().built_on);
    let assessed = assessed.expect("it is published whole");
    let mut origins = assessed.origins.values();
    assert!(origins.any(|origin| {
        matches!(origin.place, Place::Task(_)) && origin.by.is_some() && origin.on.is_some()
    }));
}
