//! One row seen through a mapping.

use super::format::Format;
use super::table::SourceTable;
use domain::{CommonField, Generative, Lifecycle, Remark};
use reference::{FieldRule, Mapping};
use std::collections::BTreeMap;

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
            remarks: remarks.map(RowRemark::of_file).collect(),
        }
    }
}

impl RowRemark {
    /// Something to tell about the file as a whole.
    fn of_file(remark: Remark) -> Self {
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
        self.table
            .position(column)
            .map_or("", |position| &self.table.rows[self.index][position])
    }

    fn is_empty(&self, value: &str) -> bool {
        let folded = Mapping::fold(value);
        folded.is_empty() || self.format.mapping.empty.contains(&folded)
    }

    /// Every field the row fills in, cleaned.
    pub(crate) fn fields(&self) -> BTreeMap<CommonField, String> {
        let rules = self.format.mapping.fields.iter();
        rules
            .filter_map(|(field, rule)| Some((*field, self.value(*field, rule)?)))
            .collect()
    }

    fn value(&self, field: CommonField, rule: &FieldRule) -> Option<String> {
        let clean = |column: &String| {
            let value = self.format.hooks().clean(field, self.cell(column));
            (!self.is_empty(&value)).then_some(value)
        };
        let value = match rule {
            FieldRule::Column(column) => clean(column),
            FieldRule::Columns { columns, join } => {
                let filled: Vec<_> = columns.iter().filter_map(clean).collect();
                (!filled.is_empty()).then(|| filled.join(join))
            }
            FieldRule::Constant(constant) => Some(constant.clone()),
        }?;
        let table = self.format.mapping.values.get(&field);
        let mapped = table.and_then(|table| table.get(&Mapping::fold(&value)));
        Some(mapped.cloned().unwrap_or(value))
    }

    /// The columns a field is read from, for messages.
    pub(crate) fn columns_of(&self, field: CommonField) -> String {
        let rule = self.format.mapping.fields.get(&field);
        rule.map_or_else(String::new, |rule| rule.columns().join(", "))
    }

    /// Our state for the source's words; a word that no line of the table maps is told.
    pub(crate) fn lifecycle(
        &self,
        fields: &BTreeMap<CommonField, String>,
        remarks: &mut Vec<RowRemark>,
    ) -> Option<Lifecycle> {
        let words = fields.get(&CommonField::LifecycleStatus)?;
        let state = self.format.mapping.lifecycle.get(&Mapping::fold(words));
        if state.is_none() {
            let remark = Remark::new("row-unmapped-value").with("value", words);
            remarks.push(self.remark(CommonField::LifecycleStatus, remark, false));
        }
        state.copied()
    }

    /// What a stated rule allows to say, else unknown.
    pub(crate) fn generative(&self) -> Generative {
        self.format
            .mapping
            .generative
            .iter()
            .find(|rule| {
                let cell = self.cell(&rule.column).to_lowercase();
                rule.contains.iter().any(|word| cell.contains(word))
            })
            .map_or(Generative::Unknown, |rule| rule.then)
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
