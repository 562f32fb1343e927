//! Worked cases in the shape `law-cases/1`: facts, a day, and what each rule must come to.

use super::Law;
use super::fact::{answers, fact_list, word_of};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::law::{FactId, Facts, RuleOutcome};
use domain::{Remark, Text};

/// A situation, and what is expected of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub title: Option<Text>,
    /// The day of evaluation.
    pub on: NaiveDate,
    /// What is known.
    pub facts: Facts,
    /// What is expected of a rule (`ria/aidf`) or of a derived fact (`facts/high_risk`).
    pub expect: Vec<(String, RuleOutcome)>,
    /// Facts that must be among the questions of a subject.
    pub ask: Vec<(String, Vec<FactId>)>,
    /// What must be announced of a subject.
    pub coming: Vec<(String, Announced)>,
    /// Why.
    pub rationale: Option<String>,
    /// The articles.
    pub citation: Option<String>,
}

/// A day that must be announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announced {
    /// The first day.
    pub from: NaiveDate,
    /// The first day once planned, if the law moved it.
    pub first_planned: Option<NaiveDate>,
}

pub(super) const FORMAT: &str = "law-cases/1";

/// Reads the heading that files of cases and sheets share.
pub(super) fn heading(map: &MapReader, format: &'static str) {
    map.one_of("format", &[(format, ())]);
    map.optional_date("law_state");
    map.optional_text("licence");
}

pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> Vec<Case> {
    let Some(map) = file.map(root) else {
        return Vec::new();
    };
    heading(&map, FORMAT);
    let cases = map
        .list("cases")
        .iter()
        .filter_map(|node| case(file, node, law))
        .collect();
    map.finish();
    cases
}

fn case(file: &FileReader, node: &Node, law: &Law) -> Option<Case> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.optional_bilingual("title");
    let on = map.date("on_date");
    let mut facts = Facts::default();
    for (fact, value) in answers(file, map.node("facts"), law) {
        facts.set(fact, value);
    }
    let expect = by_subject(file, map.node("expect"), law, |node| outcome(file, node));
    let ask = by_subject(file, map.node("ask"), law, |node| {
        Some(fact_list(file, node, law))
    });
    let coming = by_subject(file, map.node("coming"), law, |node| announced(file, node));
    let rationale = map.optional_text("rationale");
    let citation = map.optional_text("citation");
    map.finish();
    Some(Case {
        id: id?,
        title,
        on: on?,
        facts,
        expect,
        ask,
        coming,
        rationale,
        citation,
    })
}

fn by_subject<T>(
    file: &FileReader,
    node: Option<&Node>,
    law: &Law,
    read: impl Fn(&Node) -> Option<T>,
) -> Vec<(String, T)> {
    let Some(node) = node else {
        return Vec::new();
    };
    let Some(entries) = node.entries() else {
        file.report(node.line, Remark::new("data-not-a-map"));
        return Vec::new();
    };
    let mut found = Vec::new();
    for (subject, node) in entries {
        if law.subject(subject).is_none() {
            let remark = Remark::new("law-unknown-rule").with("id", subject);
            file.report(node.line, remark);
        } else if let Some(value) = read(node) {
            found.push((subject.clone(), value));
        }
    }
    found
}

fn outcome(file: &FileReader, node: &Node) -> Option<RuleOutcome> {
    let word = node.scalar().unwrap_or_default();
    let outcome = RuleOutcome::from_code(word);
    if outcome.is_none() {
        let words: Vec<_> = RuleOutcome::ALL.iter().map(|known| known.code()).collect();
        let remark = Remark::new("data-not-a-choice")
            .with("value", word)
            .with("choices", words.join(", "));
        file.report(node.line, remark);
    }
    outcome
}

fn announced(file: &FileReader, node: &Node) -> Option<Announced> {
    let map = file.map(node)?;
    let from = map.date("from");
    let first_planned = map.optional_date("first_planned");
    map.finish();
    Some(Announced {
        from: from?,
        first_planned,
    })
}

/// What is expected of a verdict.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExpectedVerdict {
    /// The verdict.
    pub verdict: Option<domain::law::VerdictKind>,
    /// How it is put.
    pub form: Option<domain::law::VerdictForm>,
    /// Rules and local parameters that must be among the reasons.
    pub reasons: Vec<String>,
    /// Those that must not.
    pub not_reasons: Vec<String>,
    /// Facts or traits that must be among the questions.
    pub ask: Vec<FactId>,
}

pub(super) fn expected_verdict(
    file: &FileReader,
    node: &Node,
    law: &Law,
) -> Option<ExpectedVerdict> {
    use domain::law::{VerdictForm, VerdictKind};
    let map = file.map(node)?;
    let verdict = word_of!(map, "verdict", VerdictKind);
    let form = map
        .node("form")
        .and_then(|_| word_of!(map, "form", VerdictForm));
    let reasons = map.texts("reasons");
    let not_reasons = map.texts("not_reasons");
    let ask = map
        .node("ask")
        .map_or_else(Vec::new, |node| fact_list(file, node, law));
    map.finish();
    Some(ExpectedVerdict {
        verdict,
        form,
        reasons,
        not_reasons,
        ask,
    })
}
