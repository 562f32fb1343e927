//! Each mistake is told where it stands, all at once, and leaves out what it touches.

use crate::{Reference, Tree};

const FACTS: &str = "\
- id: writes
  label: {fr: Écrit, en: Writes}
  answered_by: agent
  once_per: tool
  kind: yes_no
  question: {fr: Écrit ?, en: Writes?}
";

const SOURCES: &str = "\
- {id: book, title: Book, checked_on: 2026-11-24, certainty: verified}
";

const ADVICE: &str = "\
- id: R01
  title: {fr: Lire, en: Read}
  text: {fr: Lire, en: Read}
  audience: agent
  principles: []
";

const LISTS: &str = "\
- id: mit
  title: {fr: Liste, en: List}
  source: book
  entries:
    - {id: \"3.1\", fr: Faux, en: \"False\"}
";

const FAMILY: &str = "\
family: reliability
risks:
  - id: invented
    title: {fr: Inventé, en: Invented}
    happens: {fr: Un fait est inventé., en: A fact is invented.}
    borne_by: [staff]
    examples: [{fr: Un cas, en: A case}]
    suggested_when: writes
    mappings: {mit: [\"3.1\"]}
    dpv: [\"https://w3id.org/dpv/risk#AccuracyRisk\"]
    sources: [book]
    certainty: verified
";

const MEASURES: &str = "\
- id: read
  title: {fr: Relire, en: Read again}
  text: {fr: On relit., en: One reads again.}
  recommendations: [R01]
  in_charge: lead
  lowers: [{axis: likelihood, steps: 1, risks: [invented]}]
  proof: {fr: Une trace, en: A trace}
  sources: [book]
  certainty: verified
";

const SCALES: &str = "\
likelihood: &levels
severity: &levels
at_most_steps: 2
zones:
  - {id: low, up_to: 4, title: {fr: Bas, en: Low}, asks: {fr: Rien, en: Nothing}}
  - {id: high, up_to: 16, title: {fr: Haut, en: High}, asks: {fr: Agir, en: Act}}
sources: [book]
certainty: to_confirm
";

const CRITERIA: &str = "\
- id: sobriety
  title: {fr: Sobriété, en: Sobriety}
  means: {fr: Peu, en: Little}
  questions:
    - {id: needed, fr: Utile ?, en: Useful?, answered_by: [lead]}
  sources: [book]
  certainty: verified
";

const STARTER: &str = "\
id: dpia
title: {fr: Début, en: Start}
notice: {fr: Un début., en: A start.}
suggested: {fr: Proposé, en: Suggested}
may_apply: {fr: Selon, en: Depending}
rule: rgpd/aipd
sources: [book]
sections:
  - id: first
    title: {fr: Un, en: One}
    items:
      - id: need
        title: {fr: Besoin, en: Need}
        ask: {fr: Dire, en: Say}
        answered_by: [dpo]
        fields: [need]
        facts: [writes]
";

fn scales() -> String {
    let levels: String = (1..=4)
        .map(|level| {
            let words = "title: {fr: Mot, en: Word}, means: {fr: Sens, en: Sense}";
            format!("\n  - {{level: {level}, {words}}}")
        })
        .collect();
    SCALES.replace(" &levels", &levels)
}

/// Replaces a piece of one of the files above and compares the mistakes told: file, line, key.
#[track_caller]
fn check(change: (&str, &str), expected: &[(&str, usize, &str)]) {
    let files = [
        ("data/law/facts/agent.yaml", FACTS.to_owned()),
        ("data/sources/sources.yaml", SOURCES.to_owned()),
        ("framework/recommendations.yaml", ADVICE.to_owned()),
        ("data/risks/lists.yaml", LISTS.to_owned()),
        ("data/risks/reliability.yaml", FAMILY.to_owned()),
        ("data/risks/measures.yaml", MEASURES.to_owned()),
        ("data/risks/scales.yaml", scales()),
        ("data/risks/starters/dpia.yaml", STARTER.to_owned()),
        ("data/ethics/criteria.yaml", CRITERIA.to_owned()),
    ];
    let mut tree = Tree::default();
    let mut is_found = change.0.is_empty();
    for (path, text) in files {
        let is_here = !is_found && text.contains(change.0);
        is_found |= is_here;
        let text = if is_here {
            text.replacen(change.0, change.1, 1)
        } else {
            text
        };
        tree.insert(path, text);
    }
    assert!(is_found, "{change:?} changes nothing");
    let (_, diagnostics) = Reference::read(&tree);
    let found: Vec<_> = diagnostics
        .iter()
        .filter(|told| told.file.starts_with("data/risks/") || told.file.contains("ethics"))
        .map(|told| (told.file.as_str(), told.line, told.remark.key))
        .collect();
    assert_eq!(found, expected, "after {change:?}");
}

const FAMILY_FILE: &str = "data/risks/reliability.yaml";
const MEASURES_FILE: &str = "data/risks/measures.yaml";
const SCALES_FILE: &str = "data/risks/scales.yaml";

#[test]
fn sound_files_tell_nothing() {
    check(("", ""), &[]);
}

#[test]
fn a_risk_without_source_or_condition_does_not_load() {
    let orphan = (MEASURES_FILE, 0, "data-unknown-reference");
    let told = |line, key| [orphan, (FAMILY_FILE, line, key)];
    check(
        (
            "    sources: [book]\n    certainty: verified\n",
            "    certainty: verified\n",
        ),
        &told(3, "data-no-source"),
    );
    check(
        ("suggested_when: writes", "suggested_when: sings"),
        &told(8, "law-unknown-fact"),
    );
    check(
        ("mappings: {mit: [\"3.1\"]}", "mappings: {mit: [\"9.9\"]}"),
        &told(9, "risk-unknown-mapping"),
    );
    check(
        ("https://w3id.org/dpv/risk#", "https://else.example/"),
        &told(3, "risk-not-dpv"),
    );
    check(
        ("borne_by: [staff]", "borne_by: [robots]"),
        &told(3, "data-not-a-choice"),
    );
}

#[test]
fn a_risk_that_nothing_lowers_is_told() {
    check(
        ("risks: [invented]", "risks: [imagined]"),
        &[
            (MEASURES_FILE, 0, "data-unknown-reference"),
            (FAMILY_FILE, 0, "risk-no-measure"),
        ],
    );
}

#[test]
fn a_measure_has_a_recommendation_and_an_effect() {
    check(
        ("recommendations: [R01]", "recommendations: []"),
        &[
            (MEASURES_FILE, 1, "risk-measure-no-recommendation"),
            (FAMILY_FILE, 0, "risk-no-measure"),
        ],
    );
    check(
        ("recommendations: [R01]", "recommendations: [R77]"),
        &[(MEASURES_FILE, 0, "data-unknown-reference")],
    );
    check(
        ("steps: 1", "steps: 4"),
        &[
            (MEASURES_FILE, 6, "risk-steps"),
            (FAMILY_FILE, 0, "risk-no-measure"),
        ],
    );
}

#[test]
fn scales_are_whole() {
    check(
        ("level: 2,", "level: 3,"),
        &[(SCALES_FILE, 2, "risk-scale")],
    );
    check(
        ("up_to: 16", "up_to: 12"),
        &[(SCALES_FILE, 13, "risk-zones")],
    );
    check(
        ("at_most_steps: 2", "at_most_steps: 9"),
        &[(SCALES_FILE, 1, "risk-steps")],
    );
}

#[test]
fn criteria_put_questions_to_somebody() {
    let file = "data/ethics/criteria.yaml";
    check(
        ("answered_by: [lead]", "answered_by: []"),
        &[(file, 5, "ethics-nobody-asked")],
    );
    check(
        ("id: needed", "id: sobriety"),
        &[(file, 0, "data-repeated-id")],
    );
}

#[test]
fn a_starter_takes_up_fields_and_facts_that_exist() {
    let file = "data/risks/starters/dpia.yaml";
    check(
        ("fields: [need]", "fields: [mood]"),
        &[(file, 12, "data-not-a-choice")],
    );
    check(
        ("facts: [writes]", "facts: [sings]"),
        &[(file, 12, "law-unknown-fact")],
    );
    check(
        ("answered_by: [dpo]", "answered_by: []"),
        &[(file, 12, "starter-nobody-asked")],
    );
}

#[test]
fn a_file_that_is_no_family_is_told() {
    let mut tree = Tree::default();
    tree.insert("data/risks/lists.yaml", LISTS);
    tree.insert("data/risks/magic.yaml", FAMILY);
    let (_, diagnostics) = Reference::read(&tree);
    let told = diagnostics.iter().find(|told| told.file.contains("magic"));
    assert_eq!(told.map(|told| told.remark.key), Some("data-not-a-choice"));
}
