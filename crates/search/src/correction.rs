//! What a word found nowhere was meant to be.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::dictionary::WordId;
use crate::index::Index;
use crate::phrase::find_phrase;
use crate::term::{Term, flatten, terms};
use crate::typo::{Nearby, errors_allowed};

/// Lengths between which two words written as one are told apart.
const GLUED_LETTERS: RangeInclusive<usize> = 8..=40;
const GLUED_PART_LETTERS_MIN: usize = 3;

/// A word that is in some record is only taken for an error when it is this long,
/// and the other word so many times more frequent.
const DOUBTFUL_LETTERS_MIN: usize = 6;
const DOUBTFUL_RATIO: usize = 10;

/// The text with the words that no record holds replaced, wherever they stand, by those
/// they were meant for; nothing when none can be mended.
pub(crate) fn correct(index: &Index, text: &str, unknown: &[Term]) -> Option<String> {
    let mend = |term: &Term| Some((term.folded.clone(), index.meant_by(&term.folded)?));
    let meant: BTreeMap<String, String> = unknown.iter().filter_map(mend).collect();
    let mut corrected = String::new();
    let mut done = 0;
    for word in flatten(terms(text, 0)) {
        if let Some(meant) = meant.get(&word.folded) {
            corrected += &text[done..word.range.start];
            corrected += meant;
            done = word.range.end;
        }
    }
    corrected += &text[done..];
    (!meant.is_empty()).then_some(corrected)
}

impl Index {
    /// Words close to one found in few records, and much more frequent.
    pub(crate) fn likelier_than(&self, folded: &str, found: usize) -> Vec<Nearby> {
        if folded.chars().count() < DOUBTFUL_LETTERS_MIN {
            return Vec::new();
        }
        let is_likelier = |other: &Nearby| {
            let frequency = self.postings.frequency(other.word);
            other.errors == 1 && other.has_same_initial && frequency >= found * DOUBTFUL_RATIO
        };
        self.resembling(folded)
            .into_iter()
            .filter(is_likelier)
            .collect()
    }

    fn meant_by(&self, folded: &str) -> Option<String> {
        match self.resembling(folded).first() {
            Some(closest) => Some(self.dictionary.surface(closest.word).to_owned()),
            None => self.parted(folded),
        }
    }

    /// Close words, the likeliest first. Two errors are too many where the initial is wrong.
    pub(crate) fn resembling(&self, folded: &str) -> Vec<Nearby> {
        let errors_max = errors_allowed(folded);
        if errors_max == 0 {
            return Vec::new();
        }
        let mut words = self.dictionary.near(folded, errors_max);
        words.retain(|other| other.errors == 1 || other.has_same_initial);
        words.sort_by_key(|other| {
            let frequency = self.postings.frequency(other.word);
            (
                other.errors,
                !other.has_same_initial,
                Reverse(frequency),
                other.word,
            )
        });
        words
    }

    /// Two words written as one: `intelligenceartificielle`.
    fn parted(&self, folded: &str) -> Option<String> {
        if !GLUED_LETTERS.contains(&folded.chars().count()) {
            return None;
        }
        let cuts = folded
            .char_indices()
            .filter_map(|(cut, _)| self.cut(folded, cut));
        let together = cuts.map(|(left, right)| {
            (
                find_phrase(&self.postings, &[vec![left], vec![right]]).len(),
                left,
                right,
            )
        });
        let (_, left, right) = together.filter(|&(found, _, _)| found > 0).max()?;
        Some(
            [
                self.dictionary.surface(left),
                self.dictionary.surface(right),
            ]
            .join(" "),
        )
    }

    fn cut(&self, folded: &str, cut: usize) -> Option<(WordId, WordId)> {
        let (left, right) = folded.split_at(cut);
        let shortest = left.chars().count().min(right.chars().count());
        let is_long_enough = shortest >= GLUED_PART_LETTERS_MIN;
        let words =
            is_long_enough.then(|| (self.dictionary.find(left), self.dictionary.find(right)));
        let (left, right) = words?;
        Some((left?, right?))
    }
}
