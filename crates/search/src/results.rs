//! What a query gives back.

use std::collections::BTreeMap;

/// Answer to a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Number of records found, on all pages.
    pub total: usize,
    /// Records of the page asked for.
    pub hits: Vec<Hit>,
    /// By facet asked for, the values to choose from, most frequent first. A facet's counts
    /// ignore its own filter: they say what each choice would give.
    pub facets: BTreeMap<String, Vec<FacetCount>>,
    /// How the text was taken.
    pub mode: Mode,
    /// The text once mended, when a word was found nowhere and a close one was taken instead.
    pub corrected: Option<String>,
}

/// A record found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number, as [`crate::IndexBuilder::add`] gave it.
    pub document: u32,
    /// How well it matches, comparable within one answer only.
    pub score: f32,
}

/// How the text of a query was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text holds no word: all records answer.
    Everything,
    /// Every record found has all the words.
    AllTerms,
    /// No record has all the words: those found have some, the most first.
    SomeTerms,
}

/// A value of a facet and the number of records that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// Records found that carry it, filters of the other facets applied.
    pub count: usize,
    /// Whether the query filters on it.
    pub is_selected: bool,
}
