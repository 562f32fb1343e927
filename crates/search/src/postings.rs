//! Where each word stands: in which records, at which places, and how much it counts there.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::dictionary::WordId;
use crate::document::Weight;
use crate::places::{Place, Places};
use crate::vocabulary::FormId;

/// Share of a word in a name, a summary, a body.
const SHARES: [f32; Weight::COUNT] = [6.0, 2.5, 1.0];

/// How much a long field dilutes its words, from 0 (not at all) to 1 (BM25's `b`).
const DILUTION: f32 = 0.6;

/// A written form met in a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occurrence {
    pub(crate) form: FormId,
    pub(crate) document: u32,
    /// Place among all the words of all the records.
    ///
    /// Fields are set apart by a gap, so that no phrase spans two of them.
    pub(crate) place: Place,
    pub(crate) weight: Weight,
}

/// A word in a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    /// Frequency of the word, weighted by field and field length (BM25F).
    pub(crate) impact: f32,
    places_start: u32,
}

/// All words in all records.
#[derive(Debug)]
pub(crate) struct Postings {
    /// By word, the range of its entries; one more at the end.
    starts: Vec<u32>,
    entries: Vec<Posting>,
    /// By word, then in order.
    places: Vec<Place>,
    /// Places of the words so common that a list of them would be slow to read.
    dense: BTreeMap<WordId, Places<'static>>,
    /// By record, the first place after its own.
    ends: Vec<Place>,
    /// By place, the rank of its field's weight.
    weights: Vec<u8>,
    /// By record, what one occurrence is worth in each kind of field.
    worth: Vec<[f32; Weight::COUNT]>,
}

impl Postings {
    /// Occurrences must come in order of place.
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
        let mut places = Vec::with_capacity(sorted.len());
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
                    places_start: places.len() as u32,
                });
            }
            if let Some(entry) = entries.last_mut() {
                entry.impact += worth[occurrence.document as usize][occurrence.weight.rank()];
            }
            places.push(occurrence.place);
        }
        starts.push(entries.len() as u32);
        let (ends, weights) = layout(occurrences, lengths.len());
        let mut postings = Postings {
            starts,
            entries,
            places,
            dense: BTreeMap::new(),
            ends,
            weights,
            worth,
        };
        postings.dense = postings.gather_dense(words as WordId);
        postings
    }

    fn gather_dense(&self, words: WordId) -> BTreeMap<WordId, Places<'static>> {
        let room = self.weights.len();
        let is_dense = |&word: &WordId| Places::are_dense(self.listed(word).len(), room);
        (0..words)
            .filter(is_dense)
            .map(|word| {
                (
                    word,
                    Places::union(&[Places::List(self.listed(word).into())], room),
                )
            })
            .collect()
    }

    /// Entries of a word, by record.
    pub(crate) fn of_word(&self, word: WordId) -> &[Posting] {
        &self.entries[self.range(word)]
    }

    /// Number of records that hold the word.
    pub(crate) fn frequency(&self, word: WordId) -> usize {
        self.range(word).len()
    }

    /// Where any of the words stands.
    pub(crate) fn places(&self, words: &[WordId]) -> Places<'_> {
        let of_word = |&word: &WordId| match self.dense.get(&word) {
            Some(dense) => dense.borrowed(),
            None => Places::List(self.listed(word).into()),
        };
        match words {
            [word] => of_word(word),
            _ => Places::union(
                &words.iter().map(of_word).collect::<Vec<_>>(),
                self.weights.len(),
            ),
        }
    }

    /// For places in order, the records they belong to, and what the places count for in each.
    pub(crate) fn worth_of(&self, places: &[Place]) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        let mut document = 0;
        for &place in places {
            let left = &self.ends[document..];
            document += left.partition_point(|&end| end <= place);
            let weight = usize::from(self.weights[place as usize]);
            let worth = self.worth[document][weight];
            match found.last_mut() {
                Some((last, sum)) if *last == document as u32 => *sum += worth,
                _ => found.push((document as u32, worth)),
            }
        }
        found
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

    /// Places of a word, in order.
    fn listed(&self, word: WordId) -> &[Place] {
        let range = self.range(word);
        let start = |entry: usize| {
            let entry = self.entries.get(entry);
            entry.map_or(self.places.len(), |entry| entry.places_start as usize)
        };
        &self.places[start(range.start)..start(range.end)]
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

/// By record, the first place after its own; by place, the rank of its field's weight.
fn layout(occurrences: &[Occurrence], documents: usize) -> (Vec<Place>, Vec<u8>) {
    let room = occurrences.last().map_or(0, |last| last.place as usize + 1);
    let mut weights = vec![0; room];
    let mut ends = vec![0; documents];
    for occurrence in occurrences {
        weights[occurrence.place as usize] = occurrence.weight.rank() as u8;
        ends[occurrence.document as usize] = occurrence.place + 1;
    }
    // A record without any word ends where the one before does.
    let mut end_before = 0;
    for end in &mut ends {
        end_before = end_before.max(*end);
        *end = end_before;
    }
    (ends, weights)
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
