//! The index: all that a query needs, in memory, never changed.

use std::collections::BTreeMap;

use crate::analysis::Language;
use crate::dictionary::{Dictionary, WordId};
use crate::facets::Facets;
use crate::families::Families;
use crate::postings::Postings;
use crate::stop_words::is_stop_word;
use crate::synonyms::Synonyms;
use crate::vocabulary::FormId;

/// Rank of a record that has none.
pub(crate) const RANK_MISSING: u32 = u32::MAX;

/// An immutable index; ask it with [`Index::search`] and [`Index::similar`].
#[derive(Debug)]
pub struct Index {
    pub(crate) documents: u32,
    pub(crate) dictionary: Dictionary,
    pub(crate) french: Families,
    pub(crate) english: Families,
    pub(crate) postings: Postings,
    pub(crate) words_by_document: WordsByDocument,
    pub(crate) facets: Facets,
    /// By order asked for, then by record.
    pub(crate) ranks: Vec<Vec<u32>>,
    pub(crate) synonyms: Synonyms,
}

impl Index {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.documents as usize
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// Families of words, the reader's language first.
    pub(crate) fn families(&self, language: Language) -> [&Families; 2] {
        match language {
            Language::French | Language::Other => [&self.french, &self.english],
            Language::English => [&self.english, &self.french],
        }
    }
}

/// The words of each record, and which of them say nothing by themselves.
#[derive(Debug)]
pub(crate) struct WordsByDocument {
    starts: Vec<u32>,
    words: Vec<WordId>,
    /// By word, whether it is a stop word or a number.
    is_plain: Vec<bool>,
}

impl WordsByDocument {
    pub(crate) fn new(
        postings: &Postings,
        documents: usize,
        words: &BTreeMap<&str, Vec<FormId>>,
    ) -> WordsByDocument {
        let is_plain = |word: &&str| {
            let has_letters = word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
            !has_letters || is_stop_word(word, Language::Other)
        };
        let is_plain = words.keys().map(is_plain).collect();
        let (starts, words) = postings.words_by_document(documents);
        WordsByDocument {
            starts,
            words,
            is_plain,
        }
    }

    /// Words of a record that say something, in the order of the dictionary.
    pub(crate) fn telling(&self, document: u32) -> impl Iterator<Item = WordId> {
        let document = document as usize;
        let range = self.starts[document] as usize..self.starts[document + 1] as usize;
        let words = self.words[range].iter().copied();
        words.filter(|&word| !self.is_plain[word as usize])
    }
}
