use super::format::Format;
use super::keys::keys;
use super::table::SourceTable;
use reference::Mapping;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// What changed between two editions of a register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Difference {
    /// Rows only in the later edition.
    pub added: usize,
    /// Rows only in the earlier edition.
    pub removed: usize,
    /// Rows in both, with another value somewhere.
    pub changed: usize,
    /// Number of changed rows by column of the source.
    pub fields: BTreeMap<String, usize>,
    /// Every difference, removals first, then in the order of the later edition.
    pub records: Vec<Change>,
}

/// One row that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its key.
    pub key: String,
    /// What it is called in the later edition that has it.
    pub name: String,
    /// What happened to it.
    pub change: ChangeKind,
    /// For a changed row: column → value before and after.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, [String; 2]>,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
}

/// Compares two editions by the key of the mapping, cell by cell, white space aside.
pub fn diff(before: &SourceTable, after: &SourceTable, mapping: &Mapping) -> Difference {
    let (format_before, format_after) = (Format::of(mapping, before), Format::of(mapping, after));
    let (keys_before, keys_after) = (keys(before, &format_before), keys(after, &format_after));
    let rows_before: HashMap<_, _> = index(&keys_before);
    let rows_after: HashMap<_, _> = index(&keys_after);
    let mut difference = Difference::default();
    for (row, key) in keys_before.iter().enumerate() {
        if !rows_after.contains_key(key.as_str()) {
            difference.removed += 1;
            let name = name(before, row, &format_before);
            difference.push(key, name, ChangeKind::Removed, BTreeMap::new());
        }
    }
    for (row, key) in keys_after.iter().enumerate() {
        let name = name(after, row, &format_after);
        let Some(earlier) = rows_before.get(key.as_str()) else {
            difference.added += 1;
            difference.push(key, name, ChangeKind::Added, BTreeMap::new());
            continue;
        };
        let fields = changed_cells(before, *earlier, after, row);
        if fields.is_empty() {
            continue;
        }
        difference.changed += 1;
        for column in fields.keys() {
            *difference.fields.entry(column.clone()).or_insert(0) += 1;
        }
        difference.push(key, name, ChangeKind::Changed, fields);
    }
    difference
}

impl Difference {
    fn push(
        &mut self,
        key: &str,
        name: String,
        change: ChangeKind,
        fields: BTreeMap<String, [String; 2]>,
    ) {
        self.records.push(Change {
            key: key.to_owned(),
            name,
            change,
            fields,
        });
    }
}

fn index(keys: &[String]) -> HashMap<&str, usize> {
    let rows = keys.iter().enumerate();
    rows.map(|(row, key)| (key.as_str(), row)).collect()
}

fn name(table: &SourceTable, row: usize, format: &Format) -> String {
    let rule = format.layout.fields.get(&domain::CommonField::Name);
    rule.and_then(|rule| rule.columns().first().copied())
        .and_then(|column| format.position(column))
        .map_or_else(String::new, |position| table.text(row, position).to_owned())
}

fn changed_cells(
    before: &SourceTable,
    row_before: usize,
    after: &SourceTable,
    row_after: usize,
) -> BTreeMap<String, [String; 2]> {
    let columns = before.headers.iter().chain(&after.headers);
    columns
        .filter_map(|column| {
            let old = cell(before, row_before, column);
            let new = cell(after, row_after, column);
            let differs = !old.split_whitespace().eq(new.split_whitespace());
            differs.then(|| (column.clone(), [old.to_owned(), new.to_owned()]))
        })
        .collect()
}

fn cell<'a>(table: &'a SourceTable, row: usize, column: &str) -> &'a str {
    table
        .position(column)
        .map_or("", |position| &table.rows[row][position])
}
