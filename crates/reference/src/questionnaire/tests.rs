//! Each mistake is told where it stands, all at once, and leaves the questionnaire out.

use crate::{Reference, Tree};

const HEAD: &str = "\
id: small
version: \"1\"
title: {fr: Petit, en: Small}
summary: {fr: Un essai, en: A trial}
source: nowhere
licence: CC0-1.0
certainty: to_confirm
checked_on: 2026-11-24
areas: [context, risk, care]
scores:
  raw: {counts: all, points: 5}
  mitigation: {counts: visible, points: 2}
  reduction: {from_percent: 50, keeps_percent: 90}
levels:
  - {id: low, title: {fr: Bas, en: Low}, up_to_percent: 40}
  - {id: high, title: {fr: Haut, en: High}}
";

const CONTEXT: &str = "\
id: context
title: {fr: Contexte, en: Context}
kind: unscored
questions:
  - id: phase
    title: {fr: Phase, en: Phase}
    answer: one
    choices:
      - {id: before, fr: Avant, en: Before}
      - {id: after, fr: Après, en: After}
  - {id: note, title: {fr: Note, en: Note}, answer: text}
";

const RISK: &str = "\
id: risk
title: {fr: Risque, en: Risk}
kind: raw
questions:
  - id: people
    title: {fr: Des gens, en: People}
    answer: one
    when: {phase: [after]}
    choices:
      - {id: yes, points: 3, fr: Oui, en: Yes}
      - {id: no, points: 0, fr: Non, en: No}
  - id: fields
    title: {fr: Domaines, en: Fields}
    answer: several
    when: {any: [{phase: [before]}, {not: {people: [no]}}]}
    choices:
      - {id: health, points: 1, fr: Santé, en: Health}
      - {id: work, points: 1, fr: Travail, en: Work}
";

const CARE: &str = "\
id: care
title: {fr: Soin, en: Care}
kind: mitigation
questions:
  - id: tested
    title: {fr: Essayé, en: Tested}
    answer: one
    choices:
      - {id: yes, points: 2, fr: Oui, en: Yes}
      - {id: no, points: 0, fr: Non, en: No}
";

/// Replaces a piece of one of the files above and compares the mistakes told: file, line, key.
fn check(change: (&str, &str), expected: &[(&str, usize, &str)]) {
    let files = [
        ("small", HEAD),
        ("small/context", CONTEXT),
        ("small/risk", RISK),
        ("small/care", CARE),
    ];
    let mut tree = Tree::default();
    let mut is_found = change.0.is_empty();
    for (name, text) in files {
        is_found |= text.contains(change.0);
        let text = if change.0.is_empty() {
            text.to_owned()
        } else {
            text.replacen(change.0, change.1, 1)
        };
        tree.insert(format!("data/questionnaires/{name}.yaml"), text);
    }
    assert!(is_found, "{change:?} changes nothing");
    let (reference, diagnostics) = Reference::read(&tree);
    let found: Vec<_> = diagnostics
        .iter()
        .filter_map(|told| {
            let file = told.file.strip_prefix("data/questionnaires/")?;
            let is_source = told.remark.key == "data-unknown-reference";
            (!is_source).then_some((file, told.line, told.remark.key))
        })
        .collect();
    assert_eq!(found, expected, "after {change:?}");
    assert_eq!(reference.questionnaires.is_empty(), !expected.is_empty());
}

#[test]
fn a_sound_questionnaire_is_read_whole() {
    check(("", ""), &[]);
}

#[test]
fn a_condition_looks_back_at_choices_that_exist() {
    let key = |key| [("small/risk.yaml", 8, key)];
    check(
        ("{phase: [after]}", "{phase: [later]}"),
        &key("questionnaire-unknown-choice"),
    );
    check(
        ("{phase: [after]}", "{fields: [work]}"),
        &key("questionnaire-not-asked-before"),
    );
    check(
        ("{phase: [after]}", "{people: [yes]}"),
        &key("questionnaire-not-asked-before"),
    );
    check(
        ("{phase: [after]}", "{note: [yes]}"),
        &key("questionnaire-text-in-condition"),
    );
    check(
        ("{phase: [after]}", "{phase: after}"),
        &key("questionnaire-condition"),
    );
    check(
        ("{phase: [after]}", "{all: []}"),
        &key("questionnaire-condition"),
    );
    check(("{phase: [after]}", "{}"), &key("questionnaire-condition"));
}

#[test]
fn points_and_totals_agree() {
    check(
        ("points: 5", "points: 6"),
        &[("small.yaml", 11, "questionnaire-total")],
    );
    check(
        ("points: 3", "points: 4"),
        &[("small.yaml", 11, "questionnaire-total")],
    );
    check(
        ("{id: health, points: 1,", "{id: health,"),
        &[
            ("small.yaml", 11, "questionnaire-total"),
            ("small/risk.yaml", 17, "data-missing-key"),
        ],
    );
    check(
        ("{id: after,", "{id: after, points: 1,"),
        &[("small/context.yaml", 10, "questionnaire-points-unscored")],
    );
    check(
        ("points: 5}", "points: 5, phases: 2}"),
        &[("small.yaml", 11, "questionnaire-phases")],
    );
}

#[test]
fn choices_suit_the_way_of_answering() {
    check(
        ("en: Note}, answer: text}", "en: Note}, answer: several}"),
        &[("small/context.yaml", 11, "questionnaire-choices")],
    );
    check(
        ("      - {id: before, fr: Avant, en: Before}\n", ""),
        &[
            ("small/context.yaml", 5, "questionnaire-choices"),
            ("small/risk.yaml", 15, "questionnaire-unknown-choice"),
        ],
    );
    check(
        ("points: 3", "points: 3000"),
        &[
            ("small.yaml", 11, "questionnaire-total"),
            ("small/risk.yaml", 10, "questionnaire-points-too-high"),
        ],
    );
}

/// Two areas, each shown by another choice of one question, with equal points.
#[test]
fn phases_exclude_each_other() {
    let [first, second] = ["one", "two"].map(|id| {
        let when = if id == "one" { "before" } else { "after" };
        RISK.replace("id: risk", &format!("id: {id}"))
            .replace(
                "kind: raw",
                &format!("kind: raw\nwhen: {{phase: [{when}]}}"),
            )
            .replace("people", &format!("people_{id}"))
            .replace("fields", &format!("fields_{id}"))
    });
    let head = HEAD
        .replace("context, risk", "context, one, two")
        .replace("points: 5}", "points: 10, phases: 2}");
    let read = |second: &str, head: &str| {
        let mut tree = Tree::default();
        for (name, text) in [
            ("small", head),
            ("small/context", CONTEXT),
            ("small/one", &first),
            ("small/two", second),
            ("small/care", CARE),
        ] {
            tree.insert(format!("data/questionnaires/{name}.yaml"), text.as_bytes());
        }
        let (_, diagnostics) = Reference::read(&tree);
        let keys = diagnostics.into_iter().map(|told| told.remark.key);
        keys.filter(|key| key.starts_with("questionnaire-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(read(&second, &head), Vec::<&str>::new());
    let same_phase = second.replacen("[after]", "[before]", 1);
    assert_eq!(read(&same_phase, &head), ["questionnaire-phases"]);
    let uneven = second.replace("points: 3", "points: 2");
    let head = head.replace("points: 10", "points: 9");
    assert_eq!(read(&uneven, &head), ["questionnaire-phases"]);
}

#[test]
fn rules_are_complete() {
    check(
        ("  mitigation: {counts: visible, points: 2}\n", ""),
        &[("small.yaml", 11, "questionnaire-mitigation")],
    );
    check(
        ("from_percent: 50", "from_percent: 0"),
        &[("small.yaml", 13, "questionnaire-percent")],
    );
    check(
        (
            "title: {fr: Haut, en: High}",
            "title: {fr: Haut, en: High}, up_to_percent: 90",
        ),
        &[("small.yaml", 15, "questionnaire-levels")],
    );
    check(
        ("up_to_percent: 40", "up_to_percent: 140"),
        &[
            ("small.yaml", 15, "questionnaire-levels"),
            ("small.yaml", 15, "questionnaire-percent"),
        ],
    );
}

#[test]
fn names_are_unique_and_files_are_used() {
    check(
        (
            "areas: [context, risk, care]",
            "areas: [context, risk, care, more]",
        ),
        &[("small/more.yaml", 0, "data-missing-file")],
    );
    check(
        ("id: fields", "id: people"),
        &[("small/risk.yaml", 12, "data-repeated-id")],
    );
    check(
        ("id: fields", "id: any"),
        &[("small/risk.yaml", 12, "questionnaire-reserved-id")],
    );
    check(
        ("id: work", "id: health"),
        &[("small/risk.yaml", 12, "data-repeated-id")],
    );
    check(
        ("id: care\n", "id: cure\n"),
        &[("small/care.yaml", 0, "data-file-name")],
    );
    check(
        ("fr: Travail, en: Work", "fr: Travail"),
        &[
            ("small.yaml", 11, "questionnaire-total"),
            ("small/risk.yaml", 18, "data-missing-key"),
        ],
    );
}

#[test]
fn every_mistake_is_told_at_once() {
    check(
        (
            "areas: [context, risk, care]\n",
            "areas: [risk, care]\ncolour: blue\n",
        ),
        &[
            ("small.yaml", 10, "data-unknown-key"),
            ("small/context.yaml", 0, "questionnaire-unused-area"),
            ("small/risk.yaml", 8, "questionnaire-not-asked-before"),
            ("small/risk.yaml", 15, "questionnaire-not-asked-before"),
        ],
    );
}
