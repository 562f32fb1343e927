//! What a mapping makes of a file, shown before anything is written.

use super::format::Format;
use super::row::Row;
use super::table::SourceTable;
use domain::{CommonField, Lifecycle};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// Examples of a field, and their longest length in characters.
const EXAMPLES: usize = 2;
const EXAMPLE_MAX: usize = 60;

/// How full each field gets, what is left aside, and one record as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Rows of the file.
    pub rows: usize,
    /// Every field of the mapping, in the order of the common fields.
    pub fields: Vec<FieldFill>,
    /// Columns of the file that nothing of the mapping names: they stay in the source row only.
    pub unnamed: Vec<String>,
    /// The first row that becomes a record; `None` when none does.
    pub first: Option<FirstRecord>,
}

/// How full a field gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldFill {
    /// The field.
    pub field: CommonField,
    /// The columns it is read from; none when it says the same for every row.
    pub columns: Vec<String>,
    /// Rows that fill it in.
    pub filled: usize,
    /// Different values.
    pub distinct: usize,
    /// The first different values, cut short.
    pub examples: Vec<String>,
}

/// A record as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FirstRecord {
    /// Its row, counted from 1 without the header.
    pub row: usize,
    /// What each field says.
    pub fields: BTreeMap<CommonField, String>,
    /// Our state for the words of the source.
    pub lifecycle: Option<Lifecycle>,
}

/// Reads every row and keeps the sum of it.
pub fn preview(table: &SourceTable, format: &Format) -> Preview {
    let mut filled: BTreeMap<CommonField, Filling> = BTreeMap::new();
    let mut first = None;
    for index in 0..table.rows.len() {
        let row = Row::new(format, table, index);
        let fields = row.fields(&mut Vec::new());
        for (field, value) in &fields {
            filled.entry(*field).or_default().add(value);
        }
        let is_record = row.missing(&fields).is_none() && fields.contains_key(&CommonField::Name);
        if first.is_none() && is_record {
            first = Some(FirstRecord {
                row: row.number(),
                lifecycle: row.lifecycle(&fields, &mut Vec::new()),
                fields,
            });
        }
    }
    let rules = format.layout.fields.iter();
    let fields = rules.map(|(field, rule)| {
        let filling = filled.remove(field).unwrap_or_default();
        FieldFill {
            field: *field,
            columns: rule.columns().into_iter().map(str::to_owned).collect(),
            filled: filling.filled,
            distinct: filling.distinct.len(),
            examples: filling.examples,
        }
    });
    Preview {
        rows: table.rows.len(),
        fields: fields.collect(),
        unnamed: format.unnamed(table),
        first,
    }
}

#[derive(Default)]
struct Filling {
    filled: usize,
    distinct: HashSet<String>,
    examples: Vec<String>,
}

impl Filling {
    fn add(&mut self, value: &str) {
        self.filled += 1;
        if !self.distinct.insert(value.to_owned()) || self.examples.len() == EXAMPLES {
            return;
        }
        let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = words.chars().take(EXAMPLE_MAX).collect();
        let is_cut = short.len() < words.len();
        self.examples.push(if is_cut { short + "…" } else { short });
    }
}
