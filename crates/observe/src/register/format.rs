use super::dates::proven_order;
use super::keys::tell_rows_apart;
use super::table::SourceTable;
use domain::{CommonField, Remark};
use reference::{DayOrder, FieldRule, Layout, Mapping};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Headers of a file that a message lists.
const HEADERS_SHOWN: usize = 40;

/// A mapping looked at through one file: the layout that fits it, and where its columns are.
pub struct Format<'a> {
    /// What the fields mean.
    pub mapping: &'a Mapping,
    /// Where they come from in this file.
    pub layout: &'a Layout,
    positions: HashMap<&'a str, usize>,
    day_orders: BTreeMap<CommonField, DayOrder>,
}

impl<'a> Format<'a> {
    /// The layout of a mapping of which the file has the largest share of columns.
    ///
    /// # Panics
    ///
    /// Never on a mapping that was read: it has a layout.
    pub fn of(mapping: &'a Mapping, table: &SourceTable) -> Self {
        let layout = mapping
            .layouts
            .iter()
            .max_by_key(|layout| fit(layout, table));
        let layout = layout.expect("a mapping has a layout");
        let position = |column: &'a str| Some((column, table.position(column)?));
        let generative = mapping.generative.iter().map(|rule| rule.column.as_str());
        Self {
            mapping,
            layout,
            positions: layout
                .columns()
                .chain(generative)
                .filter_map(position)
                .collect(),
            day_orders: day_orders(mapping, layout, table),
        }
    }

    /// What comes first in the dates of a field, if the mapping says it or its column proves it.
    pub(crate) fn day_order(&self, field: CommonField) -> Option<DayOrder> {
        self.day_orders.get(&field).copied()
    }

    /// The columns of the file that the mapping does not name.
    pub(crate) fn unnamed(&self, table: &SourceTable) -> Vec<String> {
        let named: BTreeSet<usize> = self.positions.values().copied().collect();
        let headers = table.headers.iter().enumerate();
        headers
            .filter(|(position, _)| !named.contains(position))
            .map(|(_, header)| header.clone())
            .collect()
    }

    /// Why rows could not be recognised from one edition to the next: columns of the key are not
    /// in the file, and those that are do not tell its rows apart.
    pub fn check_key(&self, table: &SourceTable) -> Option<Remark> {
        let missing = self.missing_key();
        let there = self.layout.identifying().len() - missing.len();
        let is_enough = || there > 0 && tell_rows_apart(table, self);
        if missing.is_empty() || is_enough() {
            return None;
        }
        let headers = table.headers.iter().take(HEADERS_SHOWN);
        let headers: Vec<_> = headers.map(String::as_str).collect();
        let remark = Remark::new("import-key-missing").with("columns", missing.join(", "));
        Some(remark.with("headers", headers.join(", ")))
    }

    fn missing_key(&self) -> Vec<&'a str> {
        let named = self.layout.identifying().into_iter();
        named
            .filter(|column| self.position(column).is_none())
            .collect()
    }

    /// Where a column of the mapping is in the file.
    pub(crate) fn position(&self, column: &str) -> Option<usize> {
        self.positions.get(column).copied()
    }

    /// Whether the file has something to say of a field: one of its columns, or the same word for
    /// every row.
    pub fn reads(&self, field: CommonField) -> bool {
        let rule = self.layout.fields.get(&field);
        rule.is_some_and(|rule| match rule {
            FieldRule::Constant(_) => true,
            rule => rule
                .columns()
                .iter()
                .any(|column| self.position(column).is_some()),
        })
    }

    /// Whether the file has something to say of what generates content.
    pub fn reads_generative(&self) -> bool {
        let mut rules = self.mapping.generative.iter();
        self.reads(CommonField::Generative)
            || rules.any(|rule| self.position(&rule.column).is_some())
    }

    /// Everything about the headers that a reader of the report should know: columns that the
    /// mapping names and the file lacks, and a width that is not the one expected.
    pub fn check_headers(&self, table: &SourceTable) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let expected = self.mapping.file.width;
        if let Some(expected) = expected.filter(|expected| *expected != table.headers.len()) {
            let remark = Remark::new("file-other-width")
                .with("expected", expected)
                .with("found", table.headers.len());
            remarks.push(remark);
        }
        let mut missing: Vec<&str> = Vec::new();
        for column in self.layout.needed() {
            if self.position(column).is_none() && !missing.contains(&column) {
                remarks.push(Remark::new("file-missing-column").with("column", column));
                missing.push(column);
            }
        }
        for column in self.missing_key() {
            remarks.push(Remark::new("file-missing-key").with("column", column));
        }
        remarks
    }
}

/// Columns of a layout that a file has: the share in thousandths, then their number.
fn fit(layout: &Layout, table: &SourceTable) -> (usize, usize) {
    let known = layout.needed().count();
    let is_there = |column: &&str| table.position(column).is_some();
    let needed = layout.needed().filter(is_there).count();
    let found = layout.columns().filter(is_there).count();
    (needed * 1000 / known.max(1), found)
}

/// What the mapping says of the order of days, else what each column of dates proves.
fn day_orders(
    mapping: &Mapping,
    layout: &Layout,
    table: &SourceTable,
) -> BTreeMap<CommonField, DayOrder> {
    let dates = layout.fields.iter().filter(|(field, _)| field.is_date());
    dates
        .filter_map(|(field, rule)| {
            let said = mapping.day_order.get(field).copied();
            Some((*field, said.or_else(|| proven_order(rule, table))?))
        })
        .collect()
}

/// The mappings of which a layout is whole in the file, with the number of columns it names: the
/// one that names most comes first.
pub fn fitting<'a>(
    table: &SourceTable,
    mappings: impl Iterator<Item = &'a Mapping>,
) -> Vec<(&'a Mapping, usize)> {
    let whole = mappings.filter_map(|mapping| {
        let fits = mapping.layouts.iter().map(|layout| fit(layout, table));
        let (share, found) = fits.max()?;
        (share == 1000).then_some((mapping, found))
    });
    let mut fitting: Vec<_> = whole.collect();
    fitting.reverse();
    fitting.sort_by_key(|(_, found)| Reverse(*found));
    fitting
}

/// The first of the mappings that fit.
pub fn detect<'a>(
    table: &SourceTable,
    mappings: impl Iterator<Item = &'a Mapping>,
) -> Option<&'a Mapping> {
    let first = fitting(table, mappings).into_iter().next();
    first.map(|(mapping, _)| mapping)
}
