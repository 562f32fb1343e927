//! The default charter of `framework/`, and what an authority signs over it.

use chrono::NaiveDate;
use domain::law::{FactId, Signatory, Value};
use reference::law::{LocalChoice, Setting, Sheet};
use reference::{Diagnostic, Reference, Tree};
use std::collections::BTreeSet;
use std::path::Path;

const SIGNED: &str = "framework/sheets/ours.yaml";

fn tree() -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    for folder in ["data/law", "framework"] {
        let files = Tree::from_dir(&root.join(folder)).expect("the project's own folder");
        for path in files.paths("", "") {
            tree.insert(format!("{folder}/{path}"), files.get(path).expect("listed"));
        }
    }
    tree
}

/// What is told of sheets, choices and of the table that reads records.
fn told(tree: &Tree) -> (Reference, Vec<Diagnostic>) {
    let (reference, mut told) = Reference::read(tree);
    let ours = [
        "framework/tasks/",
        "framework/sheets/",
        "framework/data_kinds.yaml",
        "framework/ordinary_task.yaml",
        "framework/policy.yaml",
        "data/law/from_records.yaml",
    ];
    told.retain(|d| ours.iter().any(|start| d.file.starts_with(start)));
    (reference, told)
}

fn charter() -> Reference {
    let (reference, told) = told(&tree());
    assert_eq!(told, []);
    reference
}

/// The charter with a file of an authority laid over it.
fn signed(text: &str) -> (Reference, Vec<(usize, &'static str)>) {
    let mut tree = tree();
    tree.insert(SIGNED, format!("format: law-sheets/1\n{text}"));
    let (reference, told) = told(&tree);
    let keys = told.iter().map(|d| (d.line, d.remark.key)).collect();
    (reference, keys)
}

fn sheet<'a>(sheets: &'a [Sheet], id: &str) -> &'a Sheet {
    let mut sheets = sheets.iter();
    sheets.find(|sheet| sheet.id == id).expect("a sheet")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn fact(reference: &Reference, id: &str) -> FactId {
    reference.law.fact_id(id).expect("a fact of the law")
}

#[test]
fn the_default_charter_proposes_and_signs_nothing() {
    let reference = charter();
    let sheets = &reference.sheets;
    assert_eq!(sheets.tasks.len(), 26);
    assert_eq!(sheets.data_kinds.len(), 8);
    assert_eq!(sheets.tools, [], "each authority has its own");
    for sheet in sheets.tasks.iter().chain(&sheets.data_kinds) {
        assert_eq!(sheet.reviewed, [], "{}", sheet.id);
        assert_eq!(sheet.done, [], "{}", sheet.id);
        assert_eq!(sheet.changed_on, None, "{}", sheet.id);
        assert_eq!(sheet.signed_on(day("2026-11-24")), None, "{}", sheet.id);
        assert!(
            sheet.title.is_some() && sheet.hint.is_some(),
            "{}",
            sheet.id
        );
    }
    for task in &sheets.tasks {
        assert!(task.without_ai.is_some(), "{}", task.id);
        assert!(!task.risks.is_empty(), "{}", task.id);
        assert!(!task.to_record.is_empty(), "{}", task.id);
    }
    let unsure: Vec<_> = sheets.data_kinds.iter().filter(|k| k.is_unsure).collect();
    assert_eq!(unsure.len(), 1);
    assert_eq!(unsure[0].proposed, [], "nothing is assumed");
}

/// A task sheet proposes or leaves open every fact of the ordinary task, once, and says who would
/// sign it.
#[test]
fn every_task_speaks_of_the_whole_ordinary_task() {
    let reference = charter();
    assert_eq!(reference.ordinary_task.len(), 27);
    for task in &reference.sheets.tasks {
        let proposed: Vec<_> = task.proposed.iter().map(|p| p.fact).collect();
        let unique: BTreeSet<_> = proposed.iter().collect();
        assert_eq!(unique.len(), proposed.len(), "{}", task.id);
        for ordinary in &reference.ordinary_task {
            let is_proposed = unique.contains(&ordinary.fact);
            let is_open = task.open.iter().any(|(fact, _)| *fact == ordinary.fact);
            assert!(is_proposed != is_open, "{} {:?}", task.id, ordinary.fact);
        }
        assert!(task.proposed.iter().all(|p| p.by.is_some()), "{}", task.id);
    }
}

/// The charter chooses on every parameter, and what it chooses is the default of the law's file,
/// which holds when a charter says nothing.
#[test]
fn the_charter_chooses_on_every_point() {
    let reference = charter();
    let chosen = LocalChoice::in_force(&reference.policy, None, day("2026-11-24"));
    assert_eq!(chosen.len(), reference.policy.len(), "each point once");
    let of_charter: Vec<_> = reference
        .law
        .parameters
        .iter()
        .map(|parameter| {
            (
                parameter.id.as_str(),
                chosen[parameter.id.as_str()].value.as_str(),
            )
        })
        .collect();
    let default = |setting: &Setting| match setting {
        Setting::Choice { default, values } => values[*default].id.clone(),
        Setting::Number { default, .. } => default.to_string(),
    };
    for (parameter, (id, value)) in reference.law.parameters.iter().zip(&of_charter) {
        assert_eq!(default(&parameter.setting), *value, "{id}");
    }
    assert_eq!(of_charter.len(), 21);
}

const SIGNATURE: &str = "tasks:
  - id: brainstorm
    reviewed:
      - {by: dpo, date: 2027-01-12, facts: {purpose_domain: other, profiling: \"no\"}}
    open: {large_scale: dpo}
    done: [{duty: local/need_first, by: service, date: 2027-01-12, tools: any, data: any}]
";

#[test]
fn a_signature_adds_to_the_sheet_and_takes_its_proposals_away() {
    let (reference, told) = signed(SIGNATURE);
    assert_eq!(told, []);
    let before = charter();
    let before = sheet(&before.sheets.tasks, "brainstorm");
    let after = sheet(&reference.sheets.tasks, "brainstorm");
    assert_eq!(after.title, before.title);
    assert_eq!(after.without_ai, before.without_ai);
    assert_eq!(after.to_record, before.to_record);
    assert_eq!(before.proposed.len() - after.proposed.len(), 3);
    let large_scale = fact(&reference, "large_scale");
    assert_eq!(after.open, [(large_scale, Signatory::Dpo)]);
    assert_eq!(after.done.len(), 1);
    assert_eq!(after.signed_on(day("2027-01-11")), None);
    assert_eq!(after.signed_on(day("2027-01-12")), Some(day("2027-01-12")));
}

#[test]
fn signatures_of_several_files_add_up() {
    let mut tree = tree();
    tree.insert(SIGNED, format!("format: law-sheets/1\n{SIGNATURE}"));
    let hr = "format: law-sheets/1\ntasks:\n  - id: brainstorm\n    reviewed: [{by: hr, date: 2027-02-01, facts: {affects_workers: \"no\"}}]\n";
    tree.insert("framework/sheets/work.yaml", hr);
    let (reference, told) = told(&tree);
    assert_eq!(told, []);
    let after = sheet(&reference.sheets.tasks, "brainstorm");
    let by: Vec<_> = after.reviewed.iter().map(|block| block.by).collect();
    assert_eq!(by, [Signatory::Dpo, Signatory::Hr]);
    assert_eq!(after.signed_on(day("2027-03-01")), Some(day("2027-01-12")));
}

#[test]
fn who_has_what_left_to_sign() {
    let (reference, _) = signed(SIGNATURE);
    let task = sheet(&reference.sheets.tasks, "brainstorm");
    let left = |on: &str| -> Vec<(Option<Signatory>, usize)> {
        let left = task.to_sign(day(on));
        left.into_iter()
            .map(|(by, facts)| (by, facts.len()))
            .collect()
    };
    let others = [
        (Signatory::Ciso, 1),
        (Signatory::Hr, 2),
        (Signatory::Communication, 6),
    ];
    let others = others.map(|(by, facts)| (Some(by), facts));
    let mut expected = vec![(Some(Signatory::Dpo), 15)];
    expected.extend(others);
    assert_eq!(left("2027-01-12"), expected);
    expected[0].1 = 17;
    assert_eq!(
        left("2027-01-11"),
        expected,
        "the day before, nothing is signed"
    );
}

/// What was signed before the sheet changed has to be signed again.
#[test]
fn what_changed_is_to_be_signed_again() {
    let (reference, _) = signed(&format!("{SIGNATURE}    changed_on: 2027-06-01\n"));
    let task = sheet(&reference.sheets.tasks, "brainstorm");
    let left = |on: &str| task.to_sign(day(on))[&Some(Signatory::Dpo)].len();
    assert_eq!((left("2027-05-31"), left("2027-06-01")), (15, 17));
    let profiling = (fact(&reference, "profiling"), Value::Flag(false));
    let again = task.to_sign(day("2027-06-01"));
    assert!(again[&Some(Signatory::Dpo)].contains(&profiling));
}

#[test]
fn a_profile_belongs_to_its_authority() {
    let text =
        "profile: {staff_count: 10}\nprofiles:\n  here: {staff_count: 60, population: 900}\n";
    let (reference, told) = signed(text);
    assert_eq!(told, []);
    let staff = fact(&reference, "staff_count");
    let of = |authority| {
        let profile = reference.sheets.profile_of(authority);
        let known = profile.iter().find(|(id, _)| *id == staff);
        (profile.len(), known.map(|(_, value)| *value))
    };
    assert_eq!(of("here"), (2, Some(Value::Number(60))));
    assert_eq!(of("elsewhere"), (1, Some(Value::Number(10))));
}

#[test]
fn every_mistake_of_a_signed_file_is_told_at_once() {
    let text = "policy:
  - {parameter: hr_uses, value: always, act: {title: {fr: a, en: b}, body: {fr: a, en: b}, on: 2027-01-01}}
  - {parameter: weather, value: fine}
  - {parameter: hr_uses, value: forbidden}
tasks:
  - id: brainstorm
    reviewed: [{by: nobody, date: 2027-01-12, facts: {weather: fine, profiling: maybe}}]
    done: [{duty: ria/nothing, date: 2027-01-12, tools: [broom], data: [gossip]}]
    risks: [boredom]
  - id: brainstorm
tools:
  - {id: t, suits: [fly], reviewed: [{by: ciso, date: 2027-01-12, admits: [gossip]}]}
";
    let (_, mut told) = signed(text);
    told.sort();
    let unknown = "data-unknown-reference";
    let expected = [
        (0, "data-not-a-choice"),
        (0, "data-repeated-id"),
        (0, unknown),
        (0, unknown),
        (0, unknown),
        (0, unknown),
        (0, unknown),
        (3, "law-unknown-value"),
        (4, "data-missing-key"),
        (4, "law-unknown-parameter"),
        (5, "data-missing-key"),
        (8, "data-not-a-choice"),
        (8, "law-unknown-fact"),
        (8, "law-unknown-value"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_mistake_in_the_charter_is_told_with_its_line() {
    let check = |path: &str, from: &str, to: &str, line: usize, key: &str| {
        let mut tree = tree();
        let text = tree.text(path).expect("a file of the project").to_owned();
        assert!(text.contains(from), "{from} is not in {path}");
        tree.insert(path, text.replacen(from, to, 1));
        let told: Vec<_> = told(&tree)
            .1
            .into_iter()
            .map(|d| (d.file, d.line, d.remark.key))
            .collect();
        assert!(
            told.iter()
                .any(|(f, l, k)| (f.as_str(), *l, *k) == (path, line, key)),
            "{from} → {to}: {told:?}"
        );
    };
    let task = "framework/tasks/brainstorm.yaml";
    check(task, "id: brainstorm", "id: dream", 0, "data-file-name");
    check(task, "without_ai:", "without:", 9, "data-unknown-key");
    check(
        task,
        "risks: [work",
        "risks: [boredom",
        0,
        "data-not-a-choice",
    );
    let ordinary = "framework/ordinary_task.yaml";
    check(
        ordinary,
        "audience: self",
        "audience: moon",
        39,
        "law-unknown-value",
    );
    check(
        "framework/policy.yaml",
        "why:",
        "because:",
        4,
        "data-missing-key",
    );
    let table = "data/law/from_records.yaml";
    check(
        table,
        "wished: wished",
        "wished: dreamt",
        10,
        "law-unknown-value",
    );
    check(table, "{wished:", "{whished:", 10, "data-not-a-choice");
    check(
        table,
        "field: lifecycle",
        "field: colour",
        8,
        "data-not-a-choice",
    );
    check(
        table,
        "fact: lifecycle_status",
        "fact: weather",
        9,
        "law-unknown-fact",
    );
    check(
        table,
        "code: write-code",
        "code: fly",
        0,
        "data-unknown-reference",
    );
    check(
        table,
        "code: write-code",
        "dream: brainstorm",
        56,
        "data-not-a-choice",
    );
    check(
        table,
        "kind: public,",
        "sort: public,",
        61,
        "data-missing-key",
    );
}

/// Every state of a record has its place in the words of the law.
#[test]
fn every_state_of_a_record_means_something_to_the_law() {
    let reference = charter();
    let status = fact(&reference, "lifecycle_status");
    let table = &reference.law.from_records;
    let rule = table.use_case.iter().find(|rule| rule.fact == status);
    let values = &rule.expect("the state is read").values;
    let word = |code: &str| {
        let known = values.iter().find(|(known, _)| *known == code);
        known.map(|(_, value)| reference.law.fact(status).word(*value))
    };
    let written: Vec<_> = domain::Lifecycle::ALL
        .iter()
        .map(|state| (state.code(), word(state.code()).expect("a word")))
        .collect();
    let expected = [
        ("wished", "wished"),
        ("planned", "planned"),
        ("in_development", "planned"),
        ("pilot", "pilot"),
        ("deployed", "deployed"),
        ("suspended", "suspended"),
        ("retired", "abandoned"),
        ("abandoned", "abandoned"),
        ("refused", "abandoned"),
    ];
    assert_eq!(
        written,
        expected.map(|(code, word)| (code, word.to_owned()))
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]
    /// Whatever an authority writes, reading its file ends, and the default charter stays.
    #[test]
    fn any_signed_file_is_read_or_told(cut in 0..300_usize, piece in "[a-z:\\[\\]{}, \n-]{0,12}") {
        static TREE: std::sync::OnceLock<Tree> = std::sync::OnceLock::new();
        let text = format!("format: law-sheets/1\n{SIGNATURE}");
        let cut = cut.min(text.len());
        let mut tree = TREE.get_or_init(tree).clone();
        tree.insert(SIGNED, format!("{}{piece}{}", &text[..cut], &text[cut..]));
        let (reference, _) = Reference::read(&tree);
        proptest::prop_assert!(reference.sheets.tasks.len() >= 26);
    }
}
