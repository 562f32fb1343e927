//! Worked questions "may I?" in the shape `law-verdicts/1`.

use super::case::{ExpectedVerdict, expected_verdict, heading};
use super::fact::answers;
use super::sheet_file::{completions, sheets};
use super::{Completion, Law, Sheets};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::law::{FactId, Value};
use domain::{Remark, Text};
use std::collections::BTreeMap;

/// A file of questions, with the sheets it brings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AskedCases {
    /// The questions.
    pub cases: Vec<AskedCase>,
    /// Sheets to lay over the others.
    pub extra_sheets: Sheets,
}

/// One question, and what is expected of its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedCase {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub title: Option<Text>,
    /// The day of the question.
    pub on: NaiveDate,
    /// Identifier of a task sheet.
    pub task: Option<String>,
    /// Identifier of a tool sheet.
    pub tool: Option<String>,
    /// Identifiers of kinds of data.
    pub data: Vec<String>,
    /// Local parameters that differ from the default.
    pub parameters: BTreeMap<String, String>,
    /// The date of the local act on a parameter.
    pub act_dates: BTreeMap<String, NaiveDate>,
    /// Answers that count, on top of the sheets.
    pub answers: Vec<(FactId, Value)>,
    /// Records on the use case.
    pub done: Vec<Completion>,
    /// What is expected.
    pub expect: Option<ExpectedVerdict>,
    /// Why.
    pub rationale: Option<String>,
}

pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> AskedCases {
    let Some(map) = file.map(root) else {
        return AskedCases::default();
    };
    heading(&map, "law-verdicts/1");
    let extra_sheets = map
        .node("extra_sheets")
        .and_then(|node| file.map(node))
        .map(|map| {
            let extra = sheets(file, &map, law);
            map.finish();
            extra
        })
        .unwrap_or_default();
    let cases = map
        .list("cases")
        .iter()
        .filter_map(|node| case(file, node, law))
        .collect();
    map.finish();
    AskedCases {
        cases,
        extra_sheets,
    }
}

fn case(file: &FileReader, node: &Node, law: &Law) -> Option<AskedCase> {
    let map = file.map(node)?;
    let id = map.text("id");
    let on = map.date("on_date");
    let case = AskedCase {
        id: id.clone().unwrap_or_default(),
        title: map.optional_bilingual("title"),
        on: on.unwrap_or_default(),
        task: map.optional_text("task"),
        tool: map.optional_text("tool"),
        data: map.texts("data"),
        parameters: parameters(file, &map, law),
        act_dates: act_dates(file, &map, law),
        answers: answers(file, map.node("answers"), law),
        done: completions(file, &map),
        expect: map
            .node("expect")
            .and_then(|node| expected_verdict(file, node, law)),
        rationale: map.optional_text("rationale"),
    };
    map.optional_text("citation");
    map.finish();
    id.and(on).map(|_| case)
}

fn parameters(file: &FileReader, map: &MapReader, law: &Law) -> BTreeMap<String, String> {
    let entries = map
        .node("parameters")
        .and_then(Node::entries)
        .unwrap_or(&[]);
    let mut found = BTreeMap::new();
    for (id, node) in entries {
        let value = node.scalar().unwrap_or_default();
        match law.parameter(id) {
            None => unknown_parameter(file, id, node),
            Some(parameter) if !parameter.admits(value) => {
                let remark = Remark::new("law-unknown-value")
                    .with("id", id)
                    .with("value", value)
                    .with("choices", parameter.choices());
                file.report(node.line, remark);
            }
            Some(_) => {
                found.insert(id.clone(), value.to_owned());
            }
        }
    }
    found
}

pub(super) fn unknown_parameter(file: &FileReader, id: &str, node: &Node) {
    let remark = Remark::new("law-unknown-parameter").with("id", id);
    file.report(node.line, remark);
}

fn act_dates(file: &FileReader, map: &MapReader, law: &Law) -> BTreeMap<String, NaiveDate> {
    let entries = map.node("act_dates").and_then(Node::entries).unwrap_or(&[]);
    let mut found = BTreeMap::new();
    for (id, node) in entries {
        let text = node.scalar().unwrap_or_default();
        match (law.parameter(id), text.parse()) {
            (None, _) => unknown_parameter(file, id, node),
            (_, Err(_)) => {
                let remark = Remark::new("data-not-a-date").with("value", text);
                file.report(node.line, remark);
            }
            (Some(_), Ok(date)) => {
                found.insert(id.clone(), date);
            }
        }
    }
    found
}
