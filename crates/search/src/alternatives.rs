//! Everything that may stand for one word of a query, each with its quality.

use std::collections::BTreeMap;

use crate::dictionary::WordId;
use crate::phrase::find_phrase;
use crate::postings::Postings;

/// Most words that may stand for one.
const WORDS_MAX: usize = 64;

/// Most phrases that may stand for one word.
const PHRASES_MAX: usize = 16;

/// Frequency beyond which one more occurrence hardly counts (BM25's `k1`).
const SATURATION: f32 = 1.2;

/// Words and phrases of which a record needs one.
#[derive(Debug, Default)]
pub(crate) struct Alternatives {
    words: BTreeMap<WordId, f32>,
    phrases: Vec<(Vec<Vec<WordId>>, f32)>,
}

/// A record that satisfies one condition of the query.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) document: u32,
    pub(crate) score: f32,
}

impl Alternatives {
    /// Adds a word, or betters its quality.
    pub(crate) fn add_word(&mut self, word: WordId, quality: f32) {
        let is_full = self.words.len() == WORDS_MAX;
        if let Some(known) = self.words.get_mut(&word) {
            *known = known.max(quality);
        } else if !is_full {
            self.words.insert(word, quality);
        }
    }

    /// Adds a phrase; it finds nothing when a slot has no word.
    pub(crate) fn add_phrase(&mut self, slots: Vec<Vec<WordId>>, quality: f32) {
        let is_possible = slots.iter().all(|words| !words.is_empty());
        if is_possible && self.phrases.len() < PHRASES_MAX {
            self.phrases.push((slots, quality));
        }
    }

    /// Records that hold one of the alternatives, by number.
    ///
    /// The score is BM25F's, multiplied by the quality of the best alternative met,
    /// so that between equal fields an exact word comes before a stem, a synonym or a guess.
    pub(crate) fn matches(&self, postings: &Postings, documents: usize) -> Vec<Match> {
        let mut found: Vec<(u32, f32, f32)> = Vec::new();
        for (&word, &quality) in &self.words {
            let entries = postings.of_word(word).iter();
            found.extend(entries.map(|entry| (entry.document, quality, entry.impact)));
        }
        for (slots, quality) in &self.phrases {
            // Each word of a phrase tells something.
            let words = slots.len() as f32;
            let phrases = find_phrase(postings, slots).into_iter();
            found.extend(phrases.map(|(document, impact)| (document, *quality, words * impact)));
        }
        found.sort_by_key(|&(document, _, _)| document);
        let groups = found.chunk_by(|left, right| left.0 == right.0);
        let weigh = |group: &[(u32, f32, f32)]| {
            let quality = group
                .iter()
                .fold(0.0, |best, &(_, quality, _)| quality.max(best));
            let impact: f32 = group
                .iter()
                .map(|&(_, quality, impact)| quality * impact)
                .sum();
            Match {
                document: group[0].0,
                score: quality * impact / (SATURATION + impact),
            }
        };
        let mut matches: Vec<Match> = groups.map(weigh).collect();
        let rarity = rarity(matches.len(), documents);
        for found in &mut matches {
            found.score *= rarity;
        }
        matches
    }
}

/// How much a condition tells, from the number of records that satisfy it.
pub(crate) fn rarity(frequency: usize, documents: usize) -> f32 {
    let (frequency, documents) = (frequency as f32, documents as f32);
    (1.0 + (documents - frequency + 0.5).max(0.0) / (frequency + 0.5)).ln()
}
