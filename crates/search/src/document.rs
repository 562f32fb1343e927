//! What a caller gives to be found.

use crate::analysis::Language;

/// How much a field says about what its record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The record's title.
    Name,
    /// Its short description, its key words.
    Summary,
    /// All the rest.
    Body,
}

impl Weight {
    pub(crate) const COUNT: usize = 3;

    pub(crate) fn rank(self) -> usize {
        self as usize
    }
}

/// A text of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Share of the text in the ranking.
    pub weight: Weight,
    /// Language the text is written in.
    pub language: Language,
    /// The text, without markup.
    pub text: &'a str,
}

/// A record to index.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// Texts in which words are looked for.
    pub fields: Vec<Field<'a>>,
    /// Pairs of a facet's name and a value; a record may carry several values of one facet.
    pub facets: Vec<(&'a str, &'a str)>,
    /// Place of the record in each order a reader may ask for (see [`crate::Sort::Rank`]).
    pub ranks: &'a [u32],
}
