//! Records like another: those that share its rarest words.

use std::collections::BTreeSet;

use crate::alternatives::{Alternatives, Match};
use crate::analysis::Language;
use crate::dictionary::WordId;
use crate::index::Index;
use crate::query::Filters;
use crate::results::Hit;

/// Families of words of a record that are compared, the rarest first.
const FAMILIES_MAX: usize = 24;

/// A word found in more than one record out of so many likens nothing.
const COMMON_ONE_IN: usize = 4;

impl Index {
    /// Records that share the rarest words of this one, most alike first, among those
    /// the filters keep. None for a number that is not in the index.
    pub fn similar(&self, document: u32, limit: usize, filters: &Filters) -> Vec<Hit> {
        if document >= self.documents {
            return Vec::new();
        }
        let everything = (0..self.documents).collect();
        let kept = self.facets.select(filters).keep(&everything);
        let mut scores = vec![0.0_f32; self.len()];
        for shared in self.rarest_shared(document) {
            for Match { document, score } in shared {
                scores[document as usize] += score;
            }
        }
        let alike = (0..).zip(&scores).filter(|&(_, &score)| score > 0.0);
        let others = alike.filter(|&(other, _)| other != document && kept.contains(other));
        let mut hits: Vec<Hit> = others
            .map(|(document, &score)| Hit { document, score })
            .collect();
        hits.sort_by(|left, right| right.score.total_cmp(&left.score));
        hits.truncate(limit);
        hits
    }

    /// For each of the rarest families shared with other records, the records that hold it.
    fn rarest_shared(&self, document: u32) -> Vec<Vec<Match>> {
        let common = (self.len() / COMMON_ONE_IN).max(2);
        let families: BTreeSet<Vec<WordId>> = self
            .words_by_document
            .telling(document)
            .map(|word| self.relatives(word))
            .collect();
        let frequency = |family: &[WordId]| -> usize {
            family
                .iter()
                .map(|&word| self.postings.frequency(word))
                .sum()
        };
        let mut families: Vec<(usize, Vec<WordId>)> = families
            .into_iter()
            .map(|family| (frequency(&family), family))
            .collect();
        families.retain(|&(frequency, _)| (2..=common).contains(&frequency));
        families.sort();
        families.truncate(FAMILIES_MAX);
        families
            .into_iter()
            .map(|(_, family)| self.holders(&family))
            .collect()
    }

    fn holders(&self, family: &[WordId]) -> Vec<Match> {
        let mut alternatives = Alternatives::default();
        for &word in family {
            alternatives.add_word(word, 1.0);
        }
        alternatives.matches(&self.postings, self.len())
    }

    /// The word with its family, French first.
    fn relatives(&self, word: WordId) -> Vec<WordId> {
        let languages = self.families(Language::French);
        let family = languages
            .iter()
            .find_map(|families| Some(families.members(families.of_word(word).next()?)));
        family.map_or_else(|| vec![word], <[WordId]>::to_vec)
    }
}
