//! Charts drawn twice from one description: fluid SVG for the pages, plain SVG for the printed report.
//!
//! A shape (one file each: `horizon`, `interval`, `stacked`…) turns a small typed input into a [`Scene`],
//! a list of primitives that carry roles, never colours. [`html`] renders it with the classes of the style
//! sheet (widths in percent, heights in rem, no inline style); [`print`] renders it with literal colours.
//! Labels and numbers arrive already written in the reader's language: this module translates nothing,
//! formats nothing and computes no statistic. It refuses to draw what is not a number: a missing value
//! becomes a hatch, an empty input a sentence.
//!
//! It depends on the standard library only. Start with [`Chart`], then read one shape.

mod asked_in_use;
mod axis;
mod bars;
mod before_after;
mod diverging;
mod gallery;
mod horizon;
pub mod html;
mod interval;
mod lint;
mod lollipop;
mod measure;
mod parts;
pub mod print;
mod row;
mod sankey;
mod scene;
mod signs;
mod stacked;

pub use asked_in_use::{AskedInUse, AskedRow, asked_in_use};
pub use axis::{Axis, Tick, decades, round_steps};
pub use bars::{Bar, Bars, bars};
pub use before_after::{BeforeAfter, BeforeAfterRow, before_after};
pub use diverging::{Diverging, DivergingRow, diverging};
pub use gallery::{gallery, gallery_words};
pub use horizon::{Horizon, HorizonMark, Month, horizon};
pub use interval::{Bounds, GoodSide, IntervalRow, Intervals, Pivot, interval, interval_gauge};
pub use lint::lint;
pub use lollipop::{Lollipop, LollipopRow, lollipop};
pub use parts::{Parts, parts};
pub use sankey::{Flow, Sankey, sankey};
pub use scene::{
    Anchor, Dot, Family, Foot, Ink, Item, Layout, Pattern, Role, Scene, Shift, Stroke, Text, Uses,
    empty,
};
pub use signs::{Sign, sprite, symbol};
pub use stacked::{Stacked, StackedPart, StackedRow, stacked};

/// A chart with everything a reader needs around it: the finding, the key, the data, the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Identifier of the figure, unique on its page; also the prefix of the ids inside.
    pub id: String,
    /// The finding, one sentence, read first.
    pub finding: String,
    /// What is drawn, with unit and date: the accessible name of the drawing.
    pub title: String,
    /// The shape and the extremes, for someone who does not see the drawing.
    pub description: String,
    /// What each sign or fill means; empty when the drawing says it itself.
    pub legend: Vec<Legend>,
    /// The drawing.
    pub scene: Scene,
    /// The same data as a real table.
    pub table: Table,
    /// Where the table can be downloaded.
    pub csv: Option<CsvLink>,
    /// Page that holds the table, when it is not under the drawing.
    pub table_page: Option<String>,
    /// Source, method and date, shown under the chart; empty for none.
    pub source: String,
}

/// One entry of the key of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// What is shown.
    pub key: Key,
    /// What it means.
    pub text: String,
}

/// What an entry of the key shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A sign.
    Sign(Sign),
    /// A fill.
    Fill(Role),
    /// A point.
    Dot(Dot),
}

impl Legend {
    /// An entry for a fill.
    pub fn fill(role: Role, text: impl Into<String>) -> Self {
        Legend {
            key: Key::Fill(role),
            text: text.into(),
        }
    }

    /// An entry for a sign.
    pub fn sign(sign: Sign, text: impl Into<String>) -> Self {
        Legend {
            key: Key::Sign(sign),
            text: text.into(),
        }
    }

    /// An entry for a point.
    pub fn dot(dot: Dot, text: impl Into<String>) -> Self {
        Legend {
            key: Key::Dot(dot),
            text: text.into(),
        }
    }
}

/// The data of a chart, as a table whose first column names the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The cells, row by row, already written out.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with the unit.
    pub label: String,
    /// Whether its cells are numbers, then aligned to the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: true,
        }
    }
}

/// A link to the data as CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvLink {
    /// Address of the file.
    pub href: String,
    /// Its size, as text: “1 Ko”.
    pub size: String,
}

/// The words of the interface around a chart, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// “Lire ces données en tableau”.
    pub read_as_table: String,
    /// “Tableau”: first word of the name of the region that holds the table.
    pub table: String,
    /// “Télécharger en CSV”: the size follows.
    pub download_csv: String,
    /// “Le schéma défile vers la droite.”
    pub scrolls: String,
}

impl Chart {
    /// The signs and patterns the page or document must define for this chart.
    pub fn uses(&self) -> Uses {
        let mut uses = Uses::default();
        uses.add(self);
        uses
    }
}

#[cfg(test)]
mod tests;
