//! The files of `data/law/`: what is wrong in them is told with its line, and left out.

use reference::{Reference, Tree};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const RULE: &str = "data/law/ria/rules/hypertrucage.yaml";
const CASES: &str = "data/law/ria/cases/hypertrucage.yaml";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn tree() -> Tree {
    let mut tree = Tree::default();
    for folder in ["data/law", "data/sources"] {
        let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
        for path in files.paths("", ".yaml") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    tree
}

/// What is told of the law: the end of the path, the line, the key.
fn told(tree: &Tree) -> (Reference, Vec<(String, usize, &'static str)>) {
    let (reference, diagnostics) = Reference::read(tree);
    let told = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.file.starts_with("data/law/"))
        .map(|d| (d.file.replacen("data/law/", "", 1), d.line, d.remark.key))
        .collect();
    (reference, told)
}

/// Edits one file; tells what is said, and whether the rule of `RULE` is still there.
fn edited(path: &str, from: &str, to: &str) -> (bool, Vec<(String, usize, &'static str)>) {
    let mut tree = tree();
    let text = tree.text(path).expect("a file of the law").to_owned();
    assert!(text.contains(from), "{from} is not in {path}");
    tree.insert(path, text.replacen(from, to, 1));
    let (reference, told) = told(&tree);
    (reference.law.rule("ria/hypertrucage").is_some(), told)
}

/// The rule does not load any more, and the first thing told is this.
#[track_caller]
fn refuses(path: &str, from: &str, to: &str, line: usize, key: &str) {
    let (is_there, told) = edited(path, from, to);
    let file = path.replacen("data/law/", "", 1);
    let is_told = |(f, l, k): &(String, usize, &str)| (f, *l, *k) == (&file, line, key);
    assert!(told.iter().any(is_told), "{from} → {to}: {told:?}");
    assert!(!is_there, "{from} → {to} still loads");
}

#[test]
fn the_law_of_the_project_reads_without_a_word() {
    assert_eq!(told(&tree()).1, []);
}

#[test]
fn a_tree_without_law_has_none_and_says_nothing() {
    let (reference, diagnostics) = Reference::read(&Tree::default());
    assert!(reference.law.rules.is_empty());
    let is_law = |d: &reference::Diagnostic| {
        d.file.starts_with("data/law/") && d.file != "data/law/timeline.yaml"
    };
    assert!(!diagnostics.iter().any(is_law), "{diagnostics:?}");
}

#[test]
fn without_citation_start_or_case_a_rule_does_not_load() {
    refuses(RULE, "citation:", "quotation:", 1, "data-missing-key");
    refuses(RULE, "sources: [ai-act]", "sources: []", 1, "law-no-source");
    let periods = "periods:\n  - from: 2026-08-02\n    source: ai-act\n";
    refuses(RULE, periods, "", 1, "law-no-start");
    refuses(RULE, "certainty: verified\n", "", 1, "data-missing-key");
    let mut tree = tree();
    let text = tree.text(CASES).expect("the cases").to_owned();
    tree.insert(CASES, text.replace("ria/hypertrucage", "ria/aidf"));
    let (reference, told) = told(&tree);
    assert!(reference.law.rule("ria/hypertrucage").is_none());
    let expected = ("ria/rules/hypertrucage.yaml".to_owned(), 0, "law-no-case");
    assert_eq!(told, [expected]);
}

#[test]
fn a_condition_that_names_nothing_known_does_not_load() {
    let when = "when: {all: [uses_ai_system, realistic_synthetic_media]}";
    let cases = [
        ("when: {all: [uses_ai_sistem]}", "law-unknown-fact"),
        ("when: {all: [audience]}", "law-unknown-fact"),
        ("when: {equals: {audience: public}}", "law-unknown-fact"),
        ("when: {in: {biometric_use: [faces]}}", "law-unknown-value"),
        (
            "when: {since: {biometric_use: 2026-01-01}}",
            "law-unknown-value",
        ),
        ("when: {minimum: {staff_count: many}}", "law-unknown-value"),
        ("when: {all: []}", "law-condition"),
        ("when: {most: [uses_ai_system]}", "law-condition"),
        (
            "when: {all: [uses_ai_system], any: [in_use]}",
            "law-condition",
        ),
        (
            "when: {at_least: {n: 0, of: [uses_ai_system]}}",
            "law-condition",
        ),
        (
            "when: {at_least: {n: 2, of: [uses_ai_system]}}",
            "law-condition",
        ),
        ("when: biometric_use", "law-not-yes-no"),
    ];
    for (condition, key) in cases {
        refuses(RULE, when, condition, 7, key);
    }
}

#[test]
fn duties_and_periods_are_checked() {
    refuses(
        RULE,
        "binds: agent",
        "binds: everybody",
        10,
        "data-not-a-choice",
    );
    refuses(RULE, "binds: agent", "binds: before_use", 9, "law-done-on");
    refuses(
        RULE,
        "nature: obligation",
        "nature: prohibition",
        1,
        "law-lifted-by",
    );
    refuses(
        RULE,
        "nature: obligation",
        "nature: pending",
        1,
        "law-pending-start",
    );
    let period = "  - from: 2026-08-02\n";
    let twice =
        "  - from: 2026-01-01\n    until: 2026-08-02\n    source: ai-act\n  - from: 2026-08-02\n";
    refuses(RULE, period, twice, 1, "law-periods");
    refuses(
        RULE,
        period,
        "  - from: 2026-08-02\n    until: 2026-08-01\n",
        1,
        "law-periods",
    );
}

#[test]
fn an_unknown_source_is_told() {
    let (_, told) = edited(RULE, "sources: [ai-act]", "sources: [hearsay]");
    let expected = (
        "ria/rules/hypertrucage.yaml".to_owned(),
        0,
        "data-unknown-reference",
    );
    assert_eq!(told, [expected]);
}

#[test]
fn every_mistake_is_told_at_once() {
    let mut tree = tree();
    let text = tree.text(RULE).expect("the rule").to_owned();
    let text = text
        .replace("nature: obligation", "nature: opinion")
        .replace("uses_ai_system", "uses_magic")
        .replace("checked_on: 2026-11-24", "checked_on: yesterday");
    tree.insert(RULE, text);
    let keys: Vec<_> = told(&tree)
        .1
        .into_iter()
        .map(|(_, line, key)| (line, key))
        .collect();
    assert!(keys.contains(&(2, "data-not-a-choice")), "{keys:?}");
    assert!(keys.contains(&(7, "law-unknown-fact")), "{keys:?}");
    assert!(
        keys.iter().any(|(_, key)| *key == "data-not-a-date"),
        "{keys:?}"
    );
}

#[test]
fn cases_and_sheets_of_others_are_told_line_by_line() {
    let (reference, _) = told(&tree());
    let text = "format: law-cases/1\ncases:\n  - id: A\n    on_date: 2026-11-24\n    facts: {personal_data: maybe, weather: fine}\n    expect: {ria/aidf: perhaps, ria/none: applies}\n";
    let (cases, found) = reference.law.read_cases("f.yaml", text);
    assert_eq!(cases.len(), 1);
    let keys: Vec<_> = found.iter().map(|d| (d.line, d.remark.key)).collect();
    let expected = [
        (5, "law-unknown-fact"),
        (5, "law-unknown-value"),
        (6, "data-not-a-choice"),
        (6, "law-unknown-rule"),
    ];
    assert_eq!(keys, expected);
    let text = "format: law-sheets/1\ntools:\n  - id: t\n    reviewed:\n      - {by: nobody, date: 2026-01-01}\n    open: {personal_data: someone}\n";
    let (sheets, found) = reference.law.read_sheets("s.yaml", text);
    assert!(sheets.tools[0].reviewed.is_empty());
    let keys: Vec<_> = found.iter().map(|d| (d.line, d.remark.key)).collect();
    assert_eq!(keys, [(5, "data-not-a-choice"), (6, "data-not-a-choice")]);
    let text = "format: law-verdicts/1\ncases:\n  - id: q\n    on_date: 2026-11-24\n    parameters: {hr_uses: always, weather: fine}\n";
    let (asked, found) = reference.law.read_asked("v.yaml", text);
    assert_eq!(asked.cases.len(), 1);
    let keys: Vec<_> = found.iter().map(|d| (d.line, d.remark.key)).collect();
    assert_eq!(
        keys,
        [(5, "law-unknown-parameter"), (5, "law-unknown-value")]
    );
}

/// The calendar shown to people and the rules speak of the same days. It leaves out general
/// codes, foreign law and voluntary texts.
#[test]
fn the_calendar_knows_the_days_on_which_rules_start() {
    let (reference, _) = told(&tree());
    let known = |day| {
        let mut milestones = reference.timeline.iter();
        milestones.any(|milestone| milestone.date == day)
    };
    let mut missing = Vec::new();
    for rule in &reference.law.rules {
        for period in &rule.provision.periods {
            if !known(period.from) {
                missing.push((rule.id.as_str(), period.from.to_string()));
            }
        }
    }
    let expected = [
        ("auteur/contenus-tiers", "1992-07-03"),
        ("auteur/resultats", "1992-07-03"),
        ("cloud/exposition-droit-etranger", "2018-03-23"),
        ("deontologie/responsabilite-agent", "2022-03-01"),
        ("deontologie/secret-discretion", "2022-03-01"),
        ("reen/afnor-frugale", "2024-06-28"),
    ];
    assert_eq!(missing, expected.map(|(id, day)| (id, day.to_owned())));
}

const PIECES: [&str; 12] = [
    "{}",
    "[]",
    "\n",
    ": ",
    "- ",
    "any",
    "9999999999999999999",
    "2026-02-30",
    "\"",
    "  ",
    "null",
    "facts:",
];

proptest::proptest! {
    /// Whatever is written in a file of others, reading it ends, and what is not read is told.
    #[test]
    fn any_file_is_read_or_told(at in 0..400_usize, piece in 0..PIECES.len(), cut in 0..20_usize) {
        static LAW: OnceLock<Reference> = OnceLock::new();
        let law = &LAW.get_or_init(|| told(&tree()).0).law;
        let sample = "format: law-cases/1\ncases:\n  - id: A\n    on_date: 2026-11-24\n    facts: {personal_data: \"no\"}\n    expect: {ria/aidf: unknown}\n    task: t\n    parameters: {hr_uses: forbidden}\n    done: [{duty: ria/aidf, by: dpo, date: 2026-01-01, tools: any}]\ntools:\n  - id: t\n    reviewed: [{by: it, date: 2026-01-01, admits: [], traits: {tool_status: refused}}]\n";
        let at = at.min(sample.len());
        let rest = sample.get(at + cut..).unwrap_or_default();
        let text = format!("{}{}{rest}", &sample[..at], PIECES[piece]);
        let (cases, told_of_cases) = law.read_cases("f", &text);
        let (sheets, told_of_sheets) = law.read_sheets("f", &text);
        let (asked, told_of_asked) = law.read_asked("f", &text);
        let is_told = |is_empty: bool, told: usize| !is_empty || told > 0;
        proptest::prop_assert!(is_told(cases.is_empty(), told_of_cases.len()));
        proptest::prop_assert!(is_told(sheets.tools.is_empty(), told_of_sheets.len()));
        proptest::prop_assert!(is_told(asked.cases.is_empty(), told_of_asked.len()));
    }
}
