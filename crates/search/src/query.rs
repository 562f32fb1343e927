//! What a reader asks, and what its text wishes for.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Language;
use crate::stop_words::is_wanted;
use crate::term::{Term, flatten, terms};

/// Longest text read, in characters; the rest is ignored.
const TEXT_CHARACTERS_MAX: usize = 200;

/// Most words read, those of phrases included; the rest is ignored.
const WORDS_MAX: usize = 12;

/// By facet, the values to keep; a record needs one of the values of each facet.
pub type Filters<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// A question to the index.
#[derive(Clone, Debug)]
pub struct Query<'a> {
    /// What the reader typed, as typed. Only the first 200 characters and 12 words count.
    /// Without any word, all records answer.
    pub text: &'a str,
    /// Language of the page the reader is on.
    pub language: Language,
    /// Records to keep. They do not change how the text is understood.
    pub filters: Filters<'a>,
    /// Facets to count.
    pub facets: Vec<&'a str>,
    /// Order of the records.
    pub sort: Sort,
    /// Records to skip.
    pub offset: usize,
    /// Most records to give.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// The first ten records for a text, best first, without filter or facet.
    pub fn new(text: &'a str, language: Language) -> Query<'a> {
        Query {
            text,
            language,
            filters: Filters::new(),
            facets: Vec::new(),
            sort: Sort::Relevance,
            offset: 0,
            limit: 10,
        }
    }
}

/// Order of the records found; equal ones follow in the order they were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Best match first.
    Relevance,
    /// By a rank the caller gave to each record.
    Rank {
        /// Place in [`crate::Document::ranks`]. Records without this rank come last.
        key: usize,
        /// Which end comes first.
        direction: Direction,
    },
}

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Lowest rank first.
    Ascending,
    /// Highest rank first.
    Descending,
}

/// One thing the text wishes for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Neighbouring words, in any order and form.
    Words(Vec<Term>),
    /// Words to find side by side as written.
    Phrase(Vec<Term>),
}

/// The part of a text that is read.
pub(crate) fn readable(text: &str) -> &str {
    match text.char_indices().nth(TEXT_CHARACTERS_MAX) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// What a readable text wishes for, without stop words unless there is nothing else.
pub(crate) fn wishes(text: &str, language: Language) -> Vec<Wish> {
    let wishes = wishes_where(text, |term| is_wanted(term, language));
    if wishes.is_empty() {
        wishes_where(text, |_| true)
    } else {
        wishes
    }
}

fn wishes_where(text: &str, is_wanted: impl Fn(&Term) -> bool) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let mut room = WORDS_MAX;
    let mut seen = BTreeSet::new();
    for passage in passages(text) {
        let wish = match passage {
            Passage::Quoted { start, text } => {
                let words = flatten(terms(text, start));
                Wish::Phrase(words.into_iter().take(room).collect())
            }
            Passage::Plain { start, text } => {
                let words = terms(text, start).into_iter().filter(&is_wanted);
                let new = words.filter(|term| seen.insert(term.folded.clone()));
                Wish::Words(new.take(room).collect())
            }
        };
        if wish.size() > 0 {
            room -= wish.size();
            wishes.push(wish);
        }
    }
    wishes
}

impl Wish {
    fn size(&self) -> usize {
        match self {
            Wish::Words(words) | Wish::Phrase(words) => words.len(),
        }
    }
}

enum Passage<'t> {
    Plain { start: usize, text: &'t str },
    Quoted { start: usize, text: &'t str },
}

/// Cuts a text at its quotes; a quote never closed is no quote.
fn passages(text: &str) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    let mut start = 0;
    while let Some((open, inside, close, after)) = next_quotation(text, start) {
        passages.push(Passage::Plain {
            start,
            text: &text[start..open],
        });
        passages.push(Passage::Quoted {
            start: inside,
            text: &text[inside..close],
        });
        start = after;
    }
    passages.push(Passage::Plain {
        start,
        text: &text[start..],
    });
    passages
}

/// Bytes of the opening quote, of the text inside, of the closing quote, and after it.
fn next_quotation(text: &str, from: usize) -> Option<(usize, usize, usize, usize)> {
    let is_opening = |letter| matches!(letter, '"' | '“' | '«' | '„' | '”');
    let is_closing = |letter| matches!(letter, '"' | '”' | '»' | '“');
    let open = from + text[from..].find(is_opening)?;
    let inside = open + text[open..].chars().next()?.len_utf8();
    let close = inside + text[inside..].find(is_closing)?;
    let after = close + text[close..].chars().next()?.len_utf8();
    Some((open, inside, close, after))
}
