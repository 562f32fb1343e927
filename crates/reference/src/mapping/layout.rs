//! Where our fields are in the columns of a file.

use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{CommonField, Remark};
use std::collections::{BTreeMap, BTreeSet};

/// One way a register lays out its columns: a register may publish several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Its name in the mapping; empty when the mapping has just one.
    pub name: String,
    /// Columns that identify a row; rows that share them are told apart by an ordinal.
    pub key: Vec<String>,
    /// Where each field comes from.
    pub fields: BTreeMap<CommonField, FieldRule>,
    /// Fields whose columns a file may lack and still be of this layout.
    pub optional: BTreeSet<CommonField>,
}

/// Where a field comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldRule {
    /// One column.
    Column(String),
    /// Several columns, the filled ones joined.
    Columns {
        /// The columns, in order.
        columns: Vec<String>,
        /// What stands between two of them.
        join: String,
        /// The column that receives the whole value in a file we write; `None` = the value is
        /// taken apart again and shared out in order.
        write: Option<String>,
    },
    /// The first filled one of several columns that say the same.
    First {
        /// The columns, in order.
        columns: Vec<String>,
        /// The column that receives the value in a file we write; `None` = the first.
        write: Option<String>,
    },
    /// One column that holds a list: of JSON, or of pieces joined.
    List {
        /// The column.
        column: String,
        /// What stands between two pieces.
        join: String,
    },
    /// Columns that are ticked or not: each ticked one gives its label.
    Flags {
        /// The columns with their labels, in order.
        flags: Vec<Flag>,
        /// What stands between two labels.
        join: String,
        /// The cell that ticks in a file we write; others are read in [`Self::Flags::ticks`].
        tick: String,
        /// Cells that mean "ticked", folded.
        ticks: Vec<String>,
    },
    /// The same for every row.
    Constant(String),
}

/// A column that is ticked or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// The column.
    pub column: String,
    /// What a tick says.
    pub label: String,
}

impl FieldRule {
    /// The columns it reads.
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::Column(column) | Self::List { column, .. } => vec![column],
            Self::Columns { columns, .. } | Self::First { columns, .. } => {
                columns.iter().map(String::as_str).collect()
            }
            Self::Flags { flags, .. } => flags.iter().map(|flag| flag.column.as_str()).collect(),
            Self::Constant(_) => Vec::new(),
        }
    }
}

impl Layout {
    /// Every column it names, keys last; some may come twice.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.values().flat_map(FieldRule::columns);
        fields.chain(self.key.iter().map(String::as_str))
    }

    /// The columns without which a file is not of this layout, keys last; some may come twice.
    pub fn needed(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter();
        let fields = fields.filter(|(field, _)| !self.optional.contains(field));
        let columns = fields.flat_map(|(_, rule)| rule.columns());
        columns.chain(self.key.iter().map(String::as_str))
    }

    /// The columns that tell a row from the others: those of the key, else the reference that the
    /// source gives.
    pub fn identifying(&self) -> Vec<&str> {
        if !self.key.is_empty() {
            return self.key.iter().map(String::as_str).collect();
        }
        let reference = self.fields.get(&CommonField::Reference);
        reference.map_or_else(Vec::new, FieldRule::columns)
    }

    fn read(file: &FileReader, map: &MapReader, name: &str) -> Self {
        let layout = Self {
            name: name.to_owned(),
            key: map.texts("key"),
            fields: field_rules(file, map),
            optional: optional(file, map),
        };
        if layout.identifying().is_empty() && !layout.fields.is_empty() {
            file.report(map.line(), Remark::new("mapping-no-key"));
        }
        layout
    }
}

fn optional(file: &FileReader, map: &MapReader) -> BTreeSet<CommonField> {
    let codes = map.texts("optional").into_iter();
    codes
        .filter_map(|code| known_field(file, map.line(), &code))
        .collect()
}

/// The layouts of a mapping: those of its list, or the one written in the mapping itself.
pub(super) fn layouts(file: &FileReader, map: &MapReader) -> Vec<Layout> {
    let Some(node) = map.node("layouts") else {
        return vec![Layout::read(file, map, "")];
    };
    let entries = node.entries().unwrap_or_default();
    if entries.is_empty() {
        file.report(node.line, Remark::new("data-not-a-map"));
    }
    entries
        .iter()
        .filter_map(|(name, node)| {
            let map = file.map(node)?;
            let layout = Layout::read(file, &map, name);
            map.finish();
            Some(layout)
        })
        .collect()
}

pub(super) fn known_field(file: &FileReader, line: usize, code: &str) -> Option<CommonField> {
    let field = CommonField::from_code(code);
    if field.is_none() {
        let remark = Remark::new("mapping-unknown-field").with("field", code);
        file.report(line, remark);
    }
    field
}

fn field_rules(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, FieldRule> {
    let Some(node) = map.required("fields") else {
        return BTreeMap::new();
    };
    let entries = node.entries().unwrap_or_default();
    entries
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            Some((field, field_rule(file, node)?))
        })
        .collect()
}

fn field_rule(file: &FileReader, node: &Node) -> Option<FieldRule> {
    let map = file.map(node)?;
    let join = map.node("join").and_then(Node::scalar).unwrap_or(" ; ");
    let join = join.to_owned();
    let write = map.optional_text("write");
    let columns = map.texts("columns");
    let first = map.texts("first");
    let flags = map.node("flags").map(flags);
    let mut ticks = map.texts("ticks");
    let origins = [
        map.optional_text("column").map(FieldRule::Column),
        (!columns.is_empty()).then(|| FieldRule::Columns {
            columns,
            join: join.clone(),
            write: write.clone(),
        }),
        (!first.is_empty()).then(|| FieldRule::First {
            columns: first,
            write: write.clone(),
        }),
        map.optional_text("list").map(|column| FieldRule::List {
            column,
            join: join.clone(),
        }),
        flags.map(|flags| {
            if ticks.is_empty() {
                ticks.push("x".to_owned());
            }
            FieldRule::Flags {
                flags,
                join: join.clone(),
                tick: ticks[0].clone(),
                ticks: ticks
                    .iter()
                    .map(|tick| super::Mapping::fold(tick))
                    .collect(),
            }
        }),
        map.optional_text("const").map(FieldRule::Constant),
    ];
    let mut found = origins.into_iter().flatten();
    let rule = found.next();
    let is_clear = rule.is_some() && found.next().is_none();
    let is_written_where_it_is_read = write.as_deref().is_none_or(|write| {
        rule.as_ref()
            .is_some_and(|rule| rule.columns().contains(&write))
    });
    if !is_clear || !is_written_where_it_is_read {
        file.report(map.line(), Remark::new("mapping-field-rule"));
    }
    map.finish();
    rule.filter(|_| is_clear)
}

/// `[column, …]`, a tick saying the name of the column, or `{column: label, …}`.
fn flags(node: &Node) -> Vec<Flag> {
    let named = node.entries().unwrap_or_default().iter();
    let named = named.filter_map(|(column, label)| {
        Some(Flag {
            column: column.clone(),
            label: label.scalar()?.to_owned(),
        })
    });
    let plain = match &node.value {
        crate::yaml::Value::List(items) => items.as_slice(),
        _ => &[],
    };
    let plain = plain.iter().filter_map(Node::scalar).map(|column| Flag {
        column: column.to_owned(),
        label: column.to_owned(),
    });
    named.chain(plain).collect()
}
