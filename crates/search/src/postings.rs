//! Where each word stands: in which records, at which places, and how much it counts there.

use std::ops::Range;

use crate::dictionary::WordId;
use crate::document::Weight;
use crate::vocabulary::FormId;

/// Share of a word in a name, a summary, a body.
const SHARES: [f32; Weight::COUNT] = [6.0, 2.5, 1.0];

/// How much a long field dilutes its words, from 0 (not at all) to 1 (BM25's `b`).
const DILUTION: f32 = 0.6;

/// Place of a word in a record, with the weight of its field in the two low bits.
///
/// Fields are set apart by a gap, so that no phrase spans two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position(u32);

impl Position {
    pub(crate) fn new(place: u32, weight: Weight) -> Position {
        Position(place.saturating_mul(4) | weight.rank() as u32)
    }

    /// The place so many words further in the same field.
    pub(crate) fn after(self, words: usize) -> Position {
        Position(self.0.saturating_add((words as u32).saturating_mul(4)))
    }

    fn weight_rank(self) -> usize {
        (self.0 & 3) as usize
    }

    fn place(self) -> u32 {
        self.0 >> 2
    }
}

/// A written form met in a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occurrence {
    pub(crate) form: FormId,
    pub(crate) document: u32,
    pub(crate) position: Position,
}

/// A word in a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    /// Frequency of the word, weighted by field and field length (BM25F).
    pub(crate) impact: f32,
    positions_start: u32,
}

/// All words in all records.
#[derive(Debug)]
pub(crate) struct Postings {
    /// By word, the range of its entries; one more at the end.
    starts: Vec<u32>,
    entries: Vec<Posting>,
    positions: Vec<Position>,
    /// By record, what one occurrence is worth in each kind of field.
    worth: Vec<[f32; Weight::COUNT]>,
}

impl Postings {
    /// Occurrences must come in order of record, then of place.
    pub(crate) fn new(
        occurrences: &[Occurrence],
        word_of_form: &[WordId],
        words: usize,
        lengths: &[[u32; Weight::COUNT]],
    ) -> Postings {
        let worth = worth_of_occurrences(lengths);
        let sorted = by_word(occurrences, word_of_form, words);
        let mut starts = Vec::with_capacity(words + 1);
        let mut entries: Vec<Posting> = Vec::new();
        let mut positions = Vec::with_capacity(sorted.len());
        let mut word_before = None;
        for occurrence in &sorted {
            let word = word_of_form[occurrence.form as usize];
            let is_new_word = word_before != Some(word);
            if is_new_word {
                starts.push(entries.len() as u32);
                word_before = Some(word);
            }
            let is_new_document = entries
                .last()
                .is_none_or(|last| last.document != occurrence.document);
            if is_new_word || is_new_document {
                entries.push(Posting {
                    document: occurrence.document,
                    impact: 0.0,
                    positions_start: positions.len() as u32,
                });
            }
            if let Some(entry) = entries.last_mut() {
                let weight = occurrence.position.weight_rank();
                entry.impact += worth[occurrence.document as usize][weight];
            }
            positions.push(occurrence.position);
        }
        starts.push(entries.len() as u32);
        Postings {
            starts,
            entries,
            positions,
            worth,
        }
    }

    /// Entries of a word, by record.
    pub(crate) fn of_word(&self, word: WordId) -> &[Posting] {
        &self.entries[self.range(word)]
    }

    /// Number of records that hold the word.
    pub(crate) fn frequency(&self, word: WordId) -> usize {
        self.range(word).len()
    }

    /// Places of a word in a record, in order; none if the record does not hold it.
    pub(crate) fn positions(&self, word: WordId, document: u32) -> &[Position] {
        let range = self.range(word);
        let entries = &self.entries[range.clone()];
        let Ok(found) = entries.binary_search_by_key(&document, |entry| entry.document) else {
            return &[];
        };
        let next = self.entries.get(range.start + found + 1);
        let end = next.map_or(self.positions.len(), |next| next.positions_start as usize);
        &self.positions[entries[found].positions_start as usize..end]
    }

    /// Whether one of the places is this one.
    pub(crate) fn holds(positions: &[Position], position: Position) -> bool {
        let found = positions.binary_search_by_key(&position.place(), |other| other.place());
        found.is_ok_and(|found| positions[found] == position)
    }

    /// What one occurrence counts for at this place of the record.
    pub(crate) fn worth(&self, document: u32, position: Position) -> f32 {
        self.worth[document as usize][position.weight_rank()]
    }

    /// Words of each record: by record, the range in the list of words.
    pub(crate) fn words_by_document(&self, documents: usize) -> (Vec<u32>, Vec<WordId>) {
        let mut starts = vec![0_u32; documents + 1];
        for entry in &self.entries {
            starts[entry.document as usize + 1] += 1;
        }
        for document in 0..documents {
            starts[document + 1] += starts[document];
        }
        let mut next = starts.clone();
        let mut words = vec![0; self.entries.len()];
        for word in 0..self.starts.len().saturating_sub(1) as WordId {
            for entry in self.of_word(word) {
                let place = &mut next[entry.document as usize];
                words[*place as usize] = word;
                *place += 1;
            }
        }
        (starts, words)
    }

    fn range(&self, word: WordId) -> Range<usize> {
        let word = word as usize;
        self.starts[word] as usize..self.starts[word + 1] as usize
    }
}

/// Stable sort of the occurrences by word, in two passes.
fn by_word(occurrences: &[Occurrence], word_of_form: &[WordId], words: usize) -> Vec<Occurrence> {
    let mut next = vec![0_u32; words + 1];
    for occurrence in occurrences {
        next[word_of_form[occurrence.form as usize] as usize + 1] += 1;
    }
    for word in 0..words {
        next[word + 1] += next[word];
    }
    let mut sorted = occurrences.to_vec();
    for occurrence in occurrences {
        let place = &mut next[word_of_form[occurrence.form as usize] as usize];
        sorted[*place as usize] = *occurrence;
        *place += 1;
    }
    sorted
}

fn worth_of_occurrences(lengths: &[[u32; Weight::COUNT]]) -> Vec<[f32; Weight::COUNT]> {
    let mean: [f32; Weight::COUNT] = std::array::from_fn(|weight| {
        let filled = lengths
            .iter()
            .map(|lengths| lengths[weight])
            .filter(|&length| length > 0);
        let (count, sum) = filled.fold((0_u64, 0_u64), |(count, sum), length| {
            (count + 1, sum + u64::from(length))
        });
        if count == 0 {
            1.0
        } else {
            sum as f32 / count as f32
        }
    });
    let worth = |lengths: &[u32; Weight::COUNT]| {
        std::array::from_fn(|weight| {
            let relative_length = lengths[weight] as f32 / mean[weight];
            SHARES[weight] / (1.0 - DILUTION + DILUTION * relative_length)
        })
    };
    lengths.iter().map(worth).collect()
}
