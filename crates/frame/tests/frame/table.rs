//! The table of verdicts that the specification of the frame prints: every task, with the tool
//! made for it, an office suite in limited test and a personal account, by kind of data.

use crate::worked::read;
use crate::{ask, law};
use domain::law::{VerdictForm, VerdictKind};
use frame::{MayI, Policy, Verdict};
use std::collections::BTreeMap;

/// Task, tool made for it, then its answers: public, internal, personal, special, unsure; the
/// suite with public data, and with any other; a personal account.
const TABLE: &str = "
plain-rewrite plume if if not-yet no ? if no no
summarise-minutes plume if if if no ? if no no
transcribe-open-meeting parolier if if if no ? no no no
transcribe-closed-interview parolier no no no no no no no no
translate-letter plume yes yes if no ? if no no
draft-reply plume yes yes if no ? if no no
resident-chatbot guide_plan no no no no no no no no
search-rules guide_plan if if no no ? if no no
write-code codeur if if no no ? if no no
illustrate-poster plume if if not-yet no ? if no no
synthetic-people plume no no no no no no no no
sort-applications plume no no no no no no no no
appraise-staff plume no no no no no no no no
triage-social-aid plume no no no no no no no no
detect-fraud plume ? ? ? no ? no no no
prepare-deliberation plume if if not-yet no ? if no no
analyse-consultation plume if if not-yet no ? if no no
draft-tender plume if if not-yet no ? if no no
compare-bids plume no no no no no no no no
grade-pupils plume not-yet not-yet not-yet no ? no no no
extract-forms plume ask ask not-yet no ? ask no no
prepare-speech plume if if not-yet no ? if no no
brainstorm plume yes yes not-yet no ? if no no
spreadsheet-formula plume if if not-yet no ? if no no
decision-letter plume ask ask ask no ? ask no no
route-requests plume if if if no ? no no no
";

pub(crate) fn word(verdict: &Verdict) -> &'static str {
    match (verdict.kind, verdict.form) {
        (VerdictKind::Allowed, _) => "yes",
        (VerdictKind::Unknown, _) => "?",
        (VerdictKind::Forbidden, _) => "no",
        (VerdictKind::Conditional, Some(VerdictForm::NotYet)) => "not-yet",
        (VerdictKind::Conditional, Some(VerdictForm::AskFirst)) => "ask",
        (VerdictKind::Conditional, _) => "if",
    }
}

/// Tool (`None` = the one made for the task) and kind of data of each cell, with its column.
pub(crate) fn cells() -> Vec<(Option<&'static str>, &'static str, usize)> {
    let kinds = ["public", "internal", "personal", "special"];
    let mut cells = vec![(None, "unsure", 4)];
    for (column, kind) in kinds.into_iter().enumerate() {
        cells.push((None, kind, column));
        let suite = if column == 0 { 5 } else { 6 };
        cells.push((Some("bureautique_plus"), kind, suite));
        cells.push((Some("grand_public"), kind, 7));
    }
    cells
}

#[test]
fn the_table_of_the_specification_holds() {
    let Some((sheets, _)) = read() else {
        return;
    };
    let on = "2026-11-24".parse().expect("a day");
    let mut counts: BTreeMap<VerdictKind, usize> = BTreeMap::new();
    let mut differences = Vec::new();
    for row in TABLE.lines().filter(|row| !row.is_empty()) {
        let words: Vec<&str> = row.split(' ').collect();
        for (tool, kind, column) in cells() {
            let tool = tool.unwrap_or(words[1]);
            let data = [kind.to_owned()];
            let question = MayI::picked(&sheets, on, Some(words[0]), Some(tool), &data);
            let (_, verdict) = ask(law(), &question, &Policy::default());
            if kind != "unsure" {
                *counts.entry(verdict.kind).or_default() += 1;
            }
            let (found, expected) = (word(&verdict), words[2 + column]);
            if found != expected {
                differences.push(format!(
                    "{} {tool} {kind}: {found}, not {expected}",
                    words[0]
                ));
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
    let counts: Vec<_> = counts.into_values().collect();
    assert_eq!(
        counts,
        [6, 61, 3, 242],
        "allowed, conditional, unknown, forbidden"
    );
}

/// Task, tool, kind of data, what changes, the answer before and after.
const CHANGES: [(&str, &str, &str, Change, &str, &str); 10] = [
    (
        "sort-applications",
        "plume",
        "personal",
        Change::Set("hr_uses", "committee_and_dpo"),
        "no",
        "not-yet",
    ),
    (
        "resident-chatbot",
        "guide_plan",
        "public",
        Change::Set("resident_contact", "allowed_with_notice"),
        "no",
        "not-yet",
    ),
    (
        "transcribe-closed-interview",
        "parolier",
        "personal",
        Change::Set("meeting_recording", "announced_all_agreed"),
        "no",
        "not-yet",
    ),
    (
        "plain-rewrite",
        "plume",
        "public",
        Change::Set("public_labelling", "legal_minimum"),
        "if",
        "yes",
    ),
    (
        "draft-reply",
        "plume",
        "personal",
        Change::Set("personal_data_in_tools", "forbidden"),
        "if",
        "no",
    ),
    (
        "draft-reply",
        "plume",
        "public",
        Change::Set("public_labelling", "all_content_and_letters"),
        "yes",
        "if",
    ),
    (
        "brainstorm",
        "plume",
        "internal",
        Change::Set("training_first", "by_occupation"),
        "yes",
        "not-yet",
    ),
    (
        "decision-letter",
        "plume",
        "personal",
        Change::Answer("contributes_to_decision", "no"),
        "ask",
        "if",
    ),
    (
        "decision-letter",
        "plume",
        "personal",
        Change::Answer("contributes_to_decision", "yes"),
        "ask",
        "not-yet",
    ),
    (
        "decision-letter",
        "plume",
        "personal",
        Change::Set("decision_support", "forbidden"),
        "ask",
        "?",
    ),
];

#[derive(Clone, Copy)]
enum Change {
    /// A local parameter.
    Set(&'static str, &'static str),
    /// An answer that counts.
    Answer(&'static str, &'static str),
}

#[test]
fn what_changes_an_answer_holds() {
    let Some((sheets, _)) = read() else {
        return;
    };
    let on = "2026-11-24".parse().expect("a day");
    for (task, tool, kind, change, before, after) in CHANGES {
        let data = [kind.to_owned()];
        let mut question = MayI::picked(&sheets, on, Some(task), Some(tool), &data);
        let mut policy = Policy::default();
        let (_, verdict) = ask(law(), &question, &policy);
        assert_eq!(word(&verdict), before, "{task}");
        match change {
            Change::Set(id, value) => {
                policy.values.insert(id.to_owned(), value.to_owned());
            }
            Change::Answer(id, value) => question.answers.push(crate::answer(id, value)),
        }
        let (_, verdict) = ask(law(), &question, &policy);
        assert_eq!(word(&verdict), after, "{task}");
    }
}
