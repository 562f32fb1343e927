//! One row seen through a mapping.

use super::addresses::addresses;
use super::dates::date;
use super::format::Format;
use super::table::{SourceTable, control};
use domain::{CommonField, Generative, Inference, Lifecycle, Remark};
use reference::{FieldRule, FileKind, Mapping};
use std::collections::BTreeMap;

/// Words that say yes, in French and in English, folded; the codes are understood as well.
const YES: [&str; 4] = ["oui", "vrai", "true", "y"];
/// Words that say no.
const NO: [&str; 5] = ["non", "faux", "false", "n", "aucune"];

/// What a word says of whether a use generates content; `None` when it is none that we know.
fn yes_or_no(word: &str) -> Option<Generative> {
    let word = Mapping::fold(word);
    match word.as_str() {
        word if YES.contains(&word) => Some(Generative::Yes),
        word if NO.contains(&word) => Some(Generative::No),
        word => Generative::from_code(word),
    }
}

/// Something to tell about a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRemark {
    /// Row, counted from 1 without the header; 0 for the file as a whole.
    pub row: usize,
    /// Column, empty when it is the whole row.
    pub column: String,
    /// What is to be told.
    pub remark: Remark,
    /// Whether the row became no record because of it.
    pub is_refusal: bool,
}

/// A remark and the rows of which the same is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gathered<'r> {
    /// The first of them.
    pub first: &'r RowRemark,
    /// How many they are.
    pub rows: usize,
}

/// What is to be told, once for each value of a column however many rows hold it. A refusal is
/// told row by row.
pub fn gathered(remarks: &[RowRemark]) -> Vec<Gathered<'_>> {
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut places: BTreeMap<(&str, &Remark), usize> = BTreeMap::new();
    for remark in remarks {
        let said = (remark.column.as_str(), &remark.remark);
        let known = places.get(&said).filter(|_| !remark.is_refusal);
        if let Some(place) = known {
            gathered[*place].rows += 1;
            continue;
        }
        if !remark.is_refusal {
            places.insert(said, gathered.len());
        }
        gathered.push(Gathered {
            first: remark,
            rows: 1,
        });
    }
    gathered
}

/// What a file says, once read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// Rows read: each became a record or a refusal.
    pub read: usize,
    /// The records, in the order of the file.
    pub records: Vec<T>,
    /// Everything to tell, refusals included.
    pub remarks: Vec<RowRemark>,
}

impl<T> Reading<T> {
    /// Nothing read yet but the headers.
    pub(crate) fn of(table: &SourceTable, format: &Format) -> Self {
        let remarks = format.check_headers(table).into_iter();
        Self {
            read: table.rows.len(),
            records: Vec::with_capacity(table.rows.len()),
            remarks: remarks
                .map(RowRemark::of_file)
                .chain(control::remarks(table))
                .collect(),
        }
    }
}

impl RowRemark {
    /// Something to tell about the file as a whole.
    pub fn of_file(remark: Remark) -> Self {
        Self {
            row: 0,
            column: String::new(),
            remark,
            is_refusal: false,
        }
    }
}

pub(crate) struct Row<'a> {
    format: &'a Format<'a>,
    table: &'a SourceTable,
    index: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn new(format: &'a Format<'a>, table: &'a SourceTable, index: usize) -> Self {
        Self {
            format,
            table,
            index,
        }
    }

    /// Row number as a person counts it.
    pub(crate) fn number(&self) -> usize {
        self.index + 1
    }

    fn cell(&self, column: &str) -> &str {
        self.format
            .position(column)
            .map_or("", |position| self.table.text(self.index, position))
    }

    /// The cell of a column, unless it means "not filled in".
    fn filled(&self, column: &str) -> Option<&str> {
        let cell = self.cell(column).trim();
        let folded = Mapping::fold(cell);
        let mapping = self.format.mapping;
        let is_empty = folded.is_empty()
            || mapping.empty.contains(&folded)
            || mapping
                .empty_starts
                .iter()
                .any(|start| folded.starts_with(start));
        (!is_empty).then_some(cell)
    }

    /// Every field the row fills in. A cell that should be a tick, a date or an address and is none
    /// is told, and fills in nothing.
    pub(crate) fn fields(&self, remarks: &mut Vec<RowRemark>) -> BTreeMap<CommonField, String> {
        let rules = self.format.layout.fields.iter();
        rules
            .filter_map(|(field, rule)| {
                let value = self.value(rule, remarks)?;
                let table = self.format.mapping.values.get(field);
                let mapped = table.and_then(|table| table.meaning(&value));
                let value = mapped.cloned().unwrap_or(value);
                let value = Some(value).filter(|value| !value.is_empty())?;
                Some((*field, self.checked(*field, rule, value, remarks)?))
            })
            .collect()
    }

    /// The value, if it is what its field holds.
    fn checked(
        &self,
        field: CommonField,
        rule: &FieldRule,
        value: String,
        remarks: &mut Vec<RowRemark>,
    ) -> Option<String> {
        if field.is_date() {
            return match date(&value, self.format.day_order(field)) {
                Ok(date) => Some(date),
                Err(fault) => {
                    let remark = Remark::new(fault.key()).with("value", short(&value));
                    remarks.push(self.remark(field, remark.with("field", field.code()), false));
                    None
                }
            };
        }
        if field.is_address() {
            // Columns that are joined have an address each.
            let (cells, join) = match rule {
                FieldRule::Columns { join, .. } | FieldRule::List { join, .. }
                    if !join.is_empty() =>
                {
                    (value.split(join.as_str()).collect(), join.as_str())
                }
                _ => (vec![value.as_str()], ""),
            };
            let kept = cells.into_iter();
            let kept = kept.filter_map(|cell| self.address(field, cell, remarks));
            let kept: Vec<String> = kept.collect();
            return (!kept.is_empty()).then(|| kept.join(join));
        }
        Some(value)
    }

    /// The first address of a cell; what else it holds is told.
    fn address(
        &self,
        field: CommonField,
        cell: &str,
        remarks: &mut Vec<RowRemark>,
    ) -> Option<String> {
        let mut found = addresses(cell);
        let remark = match found.len() {
            1 => return found.pop(),
            0 => Remark::new("row-not-an-address").with("value", short(cell)),
            count => Remark::new("row-several-addresses")
                .with("count", count)
                .with("first", &found[0]),
        };
        remarks.push(self.remark(field, remark, false));
        found.into_iter().next()
    }

    fn value(&self, rule: &FieldRule, remarks: &mut Vec<RowRemark>) -> Option<String> {
        match rule {
            FieldRule::Column(column) => self.filled(column).map(str::to_owned),
            FieldRule::Columns { columns, join, .. } => {
                let filled = columns.iter().filter_map(|column| self.filled(column));
                joined(filled.collect(), join)
            }
            FieldRule::First { columns, .. } => columns
                .iter()
                .find_map(|column| self.filled(column))
                .map(str::to_owned),
            FieldRule::List { column, join } => self.list(column, join),
            FieldRule::Flags {
                flags, join, ticks, ..
            } => {
                let mut labels = Vec::new();
                for flag in flags {
                    match self.filled(&flag.column) {
                        None => {}
                        Some(cell) if ticks.contains(&Mapping::fold(cell)) => {
                            labels.push(flag.label.as_str());
                        }
                        Some(cell) => remarks.push(self.unmapped(&flag.column, cell)),
                    }
                }
                joined(labels, join)
            }
            FieldRule::Constant(constant) => Some(constant.clone()),
        }
    }

    /// A list of JSON becomes its pieces joined; any other cell is taken as it is.
    fn list(&self, column: &str, join: &str) -> Option<String> {
        let cell = self.filled(column)?;
        let is_list = self.table.kind == FileKind::Json && cell.starts_with('[');
        let pieces: Option<Vec<String>> =
            is_list.then(|| serde_json::from_str(cell).ok()).flatten();
        match pieces {
            Some(pieces) => {
                let value = pieces.join(join).trim().to_owned();
                (!value.is_empty()).then_some(value)
            }
            None => Some(cell.to_owned()),
        }
    }

    fn unmapped(&self, column: &str, value: &str) -> RowRemark {
        RowRemark {
            row: self.number(),
            column: column.to_owned(),
            remark: Remark::new("row-unmapped-value")
                .with("value", value)
                .with("section", "ticks"),
            is_refusal: false,
        }
    }

    /// The columns a field is read from, for messages.
    pub(crate) fn columns_of(&self, field: CommonField) -> String {
        let rule = self.format.layout.fields.get(&field);
        rule.map_or_else(String::new, |rule| rule.columns().join(", "))
    }

    /// Our state for the source's words; a word that no line of the table maps is told.
    pub(crate) fn lifecycle(
        &self,
        fields: &BTreeMap<CommonField, String>,
        remarks: &mut Vec<RowRemark>,
    ) -> Option<Lifecycle> {
        let words = fields.get(&CommonField::LifecycleStatus)?;
        let state = self.format.mapping.lifecycle.meaning(words);
        if state.is_none() {
            let remark = Remark::new("row-unmapped-value").with("value", words);
            let remark = remark.with("section", "lifecycle");
            remarks.push(self.remark(CommonField::LifecycleStatus, remark, false));
        }
        state.copied()
    }

    /// What the source says itself; else what a stated rule reads, with what it read it in. A word
    /// that says neither yes nor no is told.
    pub(crate) fn generative(
        &self,
        fields: &BTreeMap<CommonField, String>,
        remarks: &mut Vec<RowRemark>,
    ) -> (Generative, Option<Inference>) {
        let said = fields.get(&CommonField::Generative);
        if let Some(said) = said.and_then(|word| yes_or_no(word)) {
            return (said, None);
        }
        if let Some(word) = said {
            let remark = Remark::new("row-unmapped-value").with("value", word);
            let remark = remark.with("section", "values");
            remarks.push(self.remark(CommonField::Generative, remark, false));
        }
        let rules = self.format.mapping.generative.iter();
        let mut found = rules.filter_map(|rule| {
            let cell = self.cell(&rule.column).to_lowercase();
            let words = rule.contains.iter().find(|words| cell.contains(*words))?;
            let inference = Inference {
                column: rule.column.clone(),
                words: words.clone(),
            };
            Some((
                rule.then,
                Some(inference).filter(|_| rule.then != Generative::Unknown),
            ))
        });
        found.next().unwrap_or((Generative::Unknown, None))
    }

    pub(crate) fn remark(&self, field: CommonField, remark: Remark, is_refusal: bool) -> RowRemark {
        RowRemark {
            row: self.number(),
            column: self.columns_of(field),
            remark,
            is_refusal,
        }
    }

    /// A refusal for each field the mapping requires and the row leaves empty.
    pub(crate) fn missing(&self, fields: &BTreeMap<CommonField, String>) -> Option<RowRemark> {
        self.format
            .mapping
            .required
            .iter()
            .find(|field| !fields.contains_key(field))
            .map(|field| {
                let remark = Remark::new("row-missing-field").with("field", field.code());
                self.remark(*field, remark, true)
            })
    }
}

/// Longest value a message repeats, in characters.
const SHOWN_MAX: usize = 80;

/// A value on one line, cut short.
fn short(value: &str) -> String {
    let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN_MAX) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

fn joined(pieces: Vec<&str>, join: &str) -> Option<String> {
    (!pieces.is_empty()).then(|| pieces.join(join))
}
