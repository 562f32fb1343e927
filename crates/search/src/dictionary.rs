//! Every folded word of the records, in the order of the alphabet.

use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, Streamer};

use crate::typo::{Near, Nearby};

/// Place of a word in the dictionary.
pub(crate) type WordId = u32;

/// Most words read from the dictionary for one prefix or one typing error.
const READ_MAX: usize = 2_000;

/// Finds words by text, by prefix, or by resemblance.
#[derive(Debug)]
pub(crate) struct Dictionary {
    words: Map<Vec<u8>>,
    surfaces: Vec<Box<str>>,
}

impl Dictionary {
    /// Words must come in order, each once, with the form people write most.
    pub(crate) fn new<'w>(words: impl Iterator<Item = (&'w str, &'w str)>) -> Dictionary {
        let mut surfaces = Vec::new();
        let numbered = words.map(|(folded, surface)| {
            surfaces.push(surface.into());
            (folded, surfaces.len() as u64 - 1)
        });
        let words = Map::from_iter(numbered).expect("words are sorted and each comes once");
        Dictionary { words, surfaces }
    }

    pub(crate) fn find(&self, folded: &str) -> Option<WordId> {
        self.words.get(folded).map(|id| id as WordId)
    }

    /// The word as people write it most, accents included.
    pub(crate) fn surface(&self, word: WordId) -> &str {
        &self.surfaces[word as usize]
    }

    /// Words longer than the prefix that begin with it.
    pub(crate) fn starting_with(&self, prefix: &str) -> Vec<WordId> {
        let mut stream = self
            .words
            .search(Str::new(prefix).starts_with())
            .into_stream();
        let mut words = Vec::new();
        while let Some((word, id)) = stream.next() {
            if word.len() > prefix.len() {
                words.push(id as WordId);
            }
            if words.len() == READ_MAX {
                break;
            }
        }
        words
    }

    /// Other words a person may have meant, with the errors that separate them from this one.
    pub(crate) fn near(&self, folded: &str, errors_max: u8) -> Vec<Nearby> {
        let Some(near) = Near::new(folded, errors_max) else {
            return Vec::new();
        };
        let mut stream = self.words.search_with_state(&near).into_stream();
        let mut words = Vec::new();
        while let Some((word, id, state)) = stream.next() {
            let errors = near.errors(&state);
            let has_same_initial = word.first() == folded.as_bytes().first();
            if errors > 0 {
                words.push(Nearby {
                    word: id as WordId,
                    errors,
                    has_same_initial,
                });
            }
            if words.len() == READ_MAX {
                break;
            }
        }
        words
    }
}
