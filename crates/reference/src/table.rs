//! CSV tables with a descriptor beside them: `quantiles.csv` and `quantiles.yaml`.

use crate::reader::read_file;
use crate::{Diagnostic, Tree};
use domain::{Remark, Text};
use std::cell::RefCell;

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// A finite decimal number.
    Number,
    /// Text.
    Text,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Header in the file.
    pub name: String,
    /// What its cells are.
    pub kind: ColumnType,
    /// Unit of a number.
    pub unit: Option<String>,
    /// What it means.
    pub description: Text,
}

/// A table whose every column is described and cited.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it is.
    pub title: Text,
    /// Identifier of its source.
    pub source: String,
    /// Its columns, in the order of the file.
    pub columns: Vec<Column>,
    /// Its cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The numbers of a column, in order; empty if there is no such column of numbers.
    pub fn numbers(&self, name: &str) -> Vec<f64> {
        let Some(position) = self
            .columns
            .iter()
            .position(|column| column.name == name && column.kind == ColumnType::Number)
        else {
            return Vec::new();
        };
        self.rows
            .iter()
            .filter_map(|row| row.get(position)?.parse().ok())
            .collect()
    }
}

/// Reads `<path>.csv` by its descriptor `<path>.yaml`.
pub(crate) fn read(tree: &Tree, path: &str, diagnostics: &RefCell<Vec<Diagnostic>>) -> Table {
    let mut table = read_file(tree, &format!("{path}.yaml"), diagnostics, |file, root| {
        let Some(map) = file.map(root) else {
            return Table::default();
        };
        let title = map.bilingual("title").unwrap_or_default();
        let source = map.text("source").unwrap_or_default();
        let columns = map
            .list("columns")
            .iter()
            .filter_map(|node| {
                let map = file.map(node)?;
                let kinds = [("number", ColumnType::Number), ("text", ColumnType::Text)];
                let name = map.text("name");
                let kind = map.one_of("type", &kinds);
                let unit = map.optional_text("unit");
                let description = map.bilingual("description");
                map.finish();
                Some(Column {
                    name: name?,
                    kind: kind?,
                    unit,
                    description: description?,
                })
            })
            .collect();
        map.finish();
        Table {
            title,
            source,
            columns,
            rows: Vec::new(),
        }
    });
    read_rows(tree, &format!("{path}.csv"), &mut table, diagnostics);
    table
}

fn read_rows(tree: &Tree, path: &str, table: &mut Table, diagnostics: &RefCell<Vec<Diagnostic>>) {
    let report = |line: usize, remark: Remark| {
        diagnostics
            .borrow_mut()
            .push(Diagnostic::at(path, line, remark));
    };
    let Some(bytes) = tree.get(path) else {
        report(0, Remark::new("data-missing-file"));
        return;
    };
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headers: Vec<String> = csv
        .headers()
        .map(|row| row.iter().map(str::to_owned).collect())
        .unwrap_or_default();
    let described: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
    if headers != described {
        let remark = Remark::new("table-headers")
            .with("found", headers.join(", "))
            .with("described", described.join(", "));
        report(1, remark);
        return;
    }
    for (index, row) in csv.records().enumerate() {
        let line = index + 2;
        let cells: Vec<String> = match row {
            Ok(row) => row.iter().map(str::to_owned).collect(),
            Err(_) => {
                report(line, Remark::new("data-not-utf8"));
                continue;
            }
        };
        if cells.len() != described.len() {
            report(
                line,
                Remark::new("table-width").with("width", described.len()),
            );
            continue;
        }
        let bad = table.columns.iter().zip(&cells).find(|(column, cell)| {
            column.kind == ColumnType::Number && !cell.parse::<f64>().is_ok_and(f64::is_finite)
        });
        if let Some((_, cell)) = bad {
            report(line, Remark::new("data-not-a-number").with("value", cell));
            continue;
        }
        table.rows.push(cells);
    }
}
