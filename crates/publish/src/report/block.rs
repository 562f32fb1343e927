use crate::charts::{Chart, Column};
use serde::Serialize;

/// A piece of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A title inside the chapter, level 2 or 3.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Its address inside the chapter.
        id: String,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, numbered or not.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Inline>>,
    },
    /// Words of somebody.
    Quote(Vec<Inline>),
    /// Lines to type as they are.
    Code(String),
    /// A chart.
    Figure(Box<Chart>),
    /// A table.
    Table(DataTable),
    /// Words and their meaning, each with an address.
    Definitions(Vec<Definition>),
}

/// A word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Key of the term.
    pub key: String,
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Text that matters.
    Strong(Vec<Inline>),
    /// Text in another voice.
    Emphasis(Vec<Inline>),
    /// A word to type as it is.
    Code(String),
    /// A link to an address.
    Link {
        /// The address.
        url: String,
        /// What is read.
        text: Vec<Inline>,
    },
    /// A word of the glossary.
    Term {
        /// Key of the term.
        key: String,
        /// What is read.
        text: Vec<Inline>,
    },
    /// A number that can be opened.
    Number {
        /// Key of the number.
        key: String,
        /// What is read.
        text: String,
    },
}

/// A table whose cells may lead somewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataTable {
    /// Name of the table, unique in the report.
    pub name: String,
    /// What it holds.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Said instead of the table when it has no row.
    pub empty: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// Where it leads, if anywhere.
    pub href: Option<String>,
    /// Address of the cell, if something leads to it.
    pub id: Option<String>,
}

impl Cell {
    /// A cell of text.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}
