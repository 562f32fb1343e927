use super::table::SourceTable;
use domain::Remark;
use reference::{Layout, Mapping};
use std::collections::HashMap;

/// A mapping looked at through one file: the layout that fits it, and where its columns are.
pub struct Format<'a> {
    /// What the fields mean.
    pub mapping: &'a Mapping,
    /// Where they come from in this file.
    pub layout: &'a Layout,
    positions: HashMap<&'a str, usize>,
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
        }
    }

    /// Where a column of the mapping is in the file.
    pub(crate) fn position(&self, column: &str) -> Option<usize> {
        self.positions.get(column).copied()
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
        for column in self.layout.columns() {
            if self.position(column).is_none() {
                remarks.push(Remark::new("file-missing-column").with("column", column));
            }
        }
        remarks
    }
}

/// Columns of a layout that a file has: the share in thousandths, then their number.
fn fit(layout: &Layout, table: &SourceTable) -> (usize, usize) {
    let known = layout.columns().count();
    let is_there = |column: &&str| table.position(column).is_some();
    let found = layout.columns().filter(is_there).count();
    (found * 1000 / known.max(1), found)
}

/// The mapping of which a layout is whole in the file, the one that names most columns.
pub fn detect<'a>(
    table: &SourceTable,
    mappings: impl Iterator<Item = &'a Mapping>,
) -> Option<&'a Mapping> {
    mappings
        .filter_map(|mapping| {
            let fits = mapping.layouts.iter().map(|layout| fit(layout, table));
            let (share, found) = fits.max()?;
            (share == 1000).then_some((found, mapping))
        })
        .max_by_key(|(found, _)| *found)
        .map(|(_, mapping)| mapping)
}
