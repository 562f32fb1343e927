//! How records are written in the shape of a register.

use super::layout::{Layout, known_field};
use super::{FileKind, KINDS};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{CommonField, Remark};
use std::collections::BTreeMap;

/// What a file we write looks like. A mapping without it is only read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExportShape {
    /// Name of the layout that is written.
    pub layout: String,
    /// Kinds of file it can be written as, the usual one first.
    pub kinds: Vec<FileKind>,
    /// The delimiter of a CSV; a comma unless said otherwise.
    pub delimiter: Option<char>,
    /// Whether a CSV begins with the mark that tells spreadsheets it is UTF-8.
    pub has_byte_order_mark: bool,
    /// Every column of the target in its order, those no field fills included.
    pub columns: Vec<String>,
    /// Columns that hold the same in every row.
    pub fixed: BTreeMap<String, String>,
    /// The only values a column admits.
    pub choices: BTreeMap<String, Vec<String>>,
    /// For a field, our code and the word of the target: a word that reading does not turn back.
    pub words: BTreeMap<CommonField, BTreeMap<String, String>>,
    /// Longest text of a field, in characters.
    pub limits: BTreeMap<CommonField, usize>,
    /// Fields whose dates the target holds less finely.
    pub dates: BTreeMap<CommonField, DatePrecision>,
}

/// How finely a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePrecision {
    /// `2026`.
    Year,
    /// `2026-03`.
    Month,
}

impl DatePrecision {
    /// Characters kept of `2026-03-18`.
    pub fn characters(self) -> usize {
        match self {
            Self::Year => 4,
            Self::Month => 7,
        }
    }
}

pub(super) fn read(file: &FileReader, node: &Node, layouts: &[Layout]) -> Option<ExportShape> {
    let map = file.map(node)?;
    let layout = map.optional_text("layout").unwrap_or_default();
    let written = match layout.as_str() {
        "" => layouts.first(),
        name => layouts.iter().find(|known| known.name == name),
    };
    let Some(written) = written else {
        let names: Vec<_> = layouts.iter().map(|known| known.name.as_str()).collect();
        let remark = Remark::new("data-not-a-choice")
            .with("value", &layout)
            .with("choices", names.join(", "));
        file.report(map.line(), remark);
        return None;
    };
    let shape = ExportShape {
        layout: written.name.clone(),
        kinds: kinds(file, &map),
        delimiter: super::delimiter(&map),
        has_byte_order_mark: map.flag("byte_order_mark"),
        columns: columns(&map, written),
        fixed: texts_by_key(&map, "fixed"),
        choices: choices(file, &map),
        words: words(file, &map),
        limits: limits(file, &map),
        dates: dates(file, &map),
    };
    let unplaced = written.columns().find(|column| !shape.holds(column));
    if let Some(column) = unplaced {
        let remark = Remark::new("mapping-export-column").with("column", column);
        file.report(map.line(), remark);
    }
    map.finish();
    Some(shape)
}

impl ExportShape {
    fn holds(&self, column: &str) -> bool {
        self.columns
            .iter()
            .any(|known| super::Mapping::fold(known) == super::Mapping::fold(column))
    }
}

fn kinds(file: &FileReader, map: &MapReader) -> Vec<FileKind> {
    let mut kinds = Vec::new();
    for node in map.optional_list("kinds") {
        let word = node.scalar().unwrap_or_default();
        match KINDS.iter().find(|(known, _)| *known == word) {
            Some((_, kind)) => kinds.push(*kind),
            None => {
                let remark = Remark::new("data-not-a-choice")
                    .with("value", word)
                    .with("choices", KINDS.map(|(known, _)| known).join(", "));
                file.report(node.line, remark);
            }
        }
    }
    if kinds.is_empty() {
        kinds.push(FileKind::Csv);
    }
    kinds
}

/// The columns said, or those the layout names, each once.
fn columns(map: &MapReader, layout: &Layout) -> Vec<String> {
    let said = map.texts("columns");
    if !said.is_empty() {
        return said;
    }
    let mut columns: Vec<String> = Vec::new();
    let keys = layout.key.iter().map(String::as_str);
    for column in keys.chain(layout.columns()) {
        if !columns.iter().any(|known| known == column) {
            columns.push(column.to_owned());
        }
    }
    columns
}

fn entries<'a>(map: &MapReader<'a>, key: &'static str) -> &'a [(String, Node)] {
    map.node(key).and_then(Node::entries).unwrap_or_default()
}

fn texts_by_key(map: &MapReader, key: &'static str) -> BTreeMap<String, String> {
    entries(map, key)
        .iter()
        .filter_map(|(name, node)| Some((name.clone(), node.scalar()?.to_owned())))
        .collect()
}

fn choices(file: &FileReader, map: &MapReader) -> BTreeMap<String, Vec<String>> {
    entries(map, "choices")
        .iter()
        .map(|(column, node)| {
            let words = file.list(node).iter().filter_map(Node::scalar);
            (column.clone(), words.map(str::to_owned).collect())
        })
        .collect()
}

fn words(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, BTreeMap<String, String>> {
    entries(map, "words")
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            let words = node.entries().unwrap_or_default().iter();
            let words =
                words.filter_map(|(code, word)| Some((code.clone(), word.scalar()?.to_owned())));
            Some((field, words.collect()))
        })
        .collect()
}

fn limits(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, usize> {
    entries(map, "limits")
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            let text = node.scalar().unwrap_or_default();
            let limit = text.parse().ok();
            if limit.is_none() {
                let remark = Remark::new("data-not-a-number").with("value", text);
                file.report(node.line, remark);
            }
            Some((field, limit?))
        })
        .collect()
}

fn dates(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, DatePrecision> {
    entries(map, "dates")
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            let word = node.scalar().unwrap_or_default();
            let precision = match word {
                "year" => Some(DatePrecision::Year),
                "month" => Some(DatePrecision::Month),
                _ => None,
            };
            if precision.is_none() {
                let remark = Remark::new("data-not-a-choice")
                    .with("value", word)
                    .with("choices", "year, month");
                file.report(node.line, remark);
            }
            Some((field, precision?))
        })
        .collect()
}
