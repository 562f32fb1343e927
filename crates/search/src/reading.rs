//! The wishes of a query become sets of records.
//!
//! For each word, in this order and with falling quality: the word itself, the words of
//! its family, its synonyms; if too few records answer, the words it begins (last word only),
//! then much more frequent words that resemble it. A word that nothing answers is `unknown`:
//! the caller may mend the text and read again.

use std::cmp::Reverse;

use crate::alternatives::{Alternatives, Match};
use crate::analysis::Language;
use crate::dictionary::WordId;
use crate::index::Index;
use crate::query::Wish;
use crate::stop_words::is_wanted;
use crate::synonyms::Entry;
use crate::term::{Term, flatten};

const EXACT: f32 = 1.0;
const COMPOUND_APART: f32 = 0.95;
const STEM: f32 = 0.8;
const SYNONYM: f32 = 0.55;
const TRANSLATION: f32 = 0.45;
const PREFIX: f32 = 0.35;
const TYPO: f32 = 0.25;

/// What words asked one after the other add to a record that holds them so.
const NEARNESS: f32 = 0.5;

/// Below this number of records, a word is looked for more widely.
const FEW: usize = 3;

/// Most words taken from one family, one prefix, or one typing error.
const FAMILY_MAX: usize = 32;
const PREFIXED_MAX: usize = 24;
const MISSPELT_MAX: usize = 4;

/// Fewest letters for a word to be completed.
const PREFIX_LETTERS_MIN: usize = 3;

/// Reads queries in one language.
#[derive(Debug)]
pub(crate) struct Reader<'i> {
    index: &'i Index,
    language: Language,
}

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// One set of records for each condition.
    pub(crate) conditions: Vec<Vec<Match>>,
    /// Words found nowhere, in any way.
    pub(crate) unknown: Vec<Term>,
}

impl<'i> Reader<'i> {
    pub(crate) fn new(index: &'i Index, language: Language) -> Reader<'i> {
        Reader { index, language }
    }

    /// All that the wishes ask; the text is the one they were read from.
    pub(crate) fn read(&self, wishes: &[Wish], text: &str) -> Reading {
        let mut reading = Reading::default();
        for wish in wishes {
            match wish {
                Wish::Words(terms) => self.read_words(terms, text, &mut reading),
                Wish::Phrase(words) => self.read_phrase(words, &mut reading),
            }
        }
        reading
    }

    /// Adds the words of phrases, taken one by one: no record holds all that was asked.
    pub(crate) fn loosen(&self, wishes: &[Wish], text: &str, reading: &mut Reading) {
        for wish in wishes {
            if let Wish::Phrase(words) = wish {
                self.read_words(&self.wanted(words), text, reading);
            }
        }
    }

    /// Records that hold words side by side as they were asked, though nobody required it.
    pub(crate) fn nearness(&self, wishes: &[Wish]) -> Vec<Vec<Match>> {
        let pairs = wishes.iter().flat_map(|wish| match wish {
            Wish::Words(terms) => terms.windows(2),
            Wish::Phrase(_) => [].windows(2),
        });
        let is_telling = |pair: &&[Term]| {
            let are_wanted = pair.iter().all(|term| is_wanted(term, self.language));
            are_wanted && are_neighbours(&pair[0], &pair[1])
        };
        let holders = |pair: &[Term]| {
            let words = flatten(pair.to_vec());
            let mut alternatives = Alternatives::default();
            alternatives.add_phrase(self.slots(&words, self.language), NEARNESS);
            self.matches(&alternatives)
        };
        pairs.filter(is_telling).map(holders).collect()
    }

    fn read_phrase(&self, words: &[Term], reading: &mut Reading) {
        let find = |term: &Term| self.index.dictionary.find(&term.folded);
        let slots = words
            .iter()
            .map(|term| find(term).into_iter().collect())
            .collect();
        let mut alternatives = Alternatives::default();
        alternatives.add_phrase(slots, EXACT);
        reading.conditions.push(self.matches(&alternatives));
        reading
            .unknown
            .extend(words.iter().filter(|term| find(term).is_none()).cloned());
    }

    fn read_words(&self, terms: &[Term], text: &str, reading: &mut Reading) {
        let synonyms = self.index.synonyms.of(terms, self.language);
        for (place, synonyms) in synonyms.iter().enumerate() {
            self.read_word(terms, place, synonyms, text, reading);
        }
    }

    fn read_word(
        &self,
        terms: &[Term],
        place: usize,
        synonyms: &[&Entry],
        text: &str,
        reading: &mut Reading,
    ) {
        let term = &terms[place];
        let mut alternatives = Alternatives::default();
        self.add_forms(term, self.language, EXACT, &mut alternatives);
        self.add_joined(terms, place, &mut alternatives);
        self.add_synonyms(synonyms, &mut alternatives);
        let mut matches = self.matches(&alternatives);
        let may_be_unfinished = term.range.end == text.len();
        if matches.len() < FEW && may_be_unfinished {
            self.add_completions(term, &mut alternatives);
            matches = self.matches(&alternatives);
        }
        if matches.is_empty() && !term.parts.is_empty() {
            return self.read_words(&self.wanted(&term.parts), text, reading);
        }
        if matches.is_empty() {
            reading.unknown.push(term.clone());
        } else if matches.len() < FEW {
            self.add_likelier(term, matches.len(), &mut alternatives);
            matches = self.matches(&alternatives);
        }
        reading.conditions.push(matches);
    }

    /// The word, its family, and the parts of a compound side by side.
    fn add_forms(
        &self,
        term: &Term,
        language: Language,
        quality: f32,
        alternatives: &mut Alternatives,
    ) {
        let word = self.index.dictionary.find(&term.folded);
        if let Some(word) = word {
            alternatives.add_word(word, quality);
        }
        for sibling in self.siblings(word, &term.surface, language) {
            alternatives.add_word(sibling, quality * STEM);
        }
        if !term.parts.is_empty() {
            let slots = self.slots(&term.parts, language);
            alternatives.add_phrase(slots, quality * COMPOUND_APART);
        }
    }

    /// The word that this one makes with a neighbour, where records write both as one:
    /// *vidéo surveillance*.
    fn add_joined(&self, terms: &[Term], place: usize, alternatives: &mut Alternatives) {
        let first = place.saturating_sub(1);
        let last = (place + 1).min(terms.len() - 1);
        for pair in terms[first..=last].windows(2) {
            let joined = [&*pair[0].folded, &*pair[1].folded].concat();
            if are_neighbours(&pair[0], &pair[1])
                && let Some(word) = self.index.dictionary.find(&joined)
            {
                alternatives.add_word(word, COMPOUND_APART);
            }
        }
    }

    fn add_synonyms(&self, entries: &[&Entry], alternatives: &mut Alternatives) {
        for entry in entries {
            let (language, quality) = match entry.language {
                Language::Other => (self.language, SYNONYM),
                language if language == self.language => (language, SYNONYM),
                language => (language, TRANSLATION),
            };
            match &entry.single {
                Some(term) => self.add_forms(term, language, quality, alternatives),
                None => alternatives.add_phrase(self.slots(&entry.words, language), quality),
            }
        }
    }

    /// Words that begin like the last one, which may not be finished.
    fn add_completions(&self, term: &Term, alternatives: &mut Alternatives) {
        if term.folded.chars().count() < PREFIX_LETTERS_MIN {
            return;
        }
        let mut words = self.index.dictionary.starting_with(&term.folded);
        words.sort_by_key(|&word| Reverse(self.index.postings.frequency(word)));
        for word in words.into_iter().take(PREFIXED_MAX) {
            alternatives.add_word(word, PREFIX);
        }
    }

    /// For a word found in few records, close and much more frequent ones; for a word of which
    /// only synonyms are found, any close one.
    fn add_likelier(&self, term: &Term, found: usize, alternatives: &mut Alternatives) {
        let word = self.index.dictionary.find(&term.folded);
        let is_written = word.is_some()
            || self
                .siblings(word, &term.surface, self.language)
                .next()
                .is_some();
        let likelier = if is_written {
            self.index.likelier_than(&term.folded, found)
        } else {
            self.index.resembling(&term.folded)
        };
        for other in likelier.into_iter().take(MISSPELT_MAX) {
            alternatives.add_word(other.word, TYPO);
        }
    }

    /// Other words of the family: as seen in this language, else in the other one,
    /// else where its stem would put it.
    fn siblings(
        &self,
        word: Option<WordId>,
        surface: &str,
        language: Language,
    ) -> impl Iterator<Item = WordId> {
        let languages = self.index.families(language);
        let seen = languages.iter().find_map(|&families| {
            let of_word: Vec<_> = families.of_word(word?).collect();
            (!of_word.is_empty()).then_some((families, of_word))
        });
        let by_stem = || {
            languages
                .iter()
                .find_map(|&families| Some((families, vec![families.of_surface(surface)?])))
        };
        let members = seen
            .or_else(by_stem)
            .into_iter()
            .flat_map(|(families, of_word)| {
                of_word
                    .into_iter()
                    .flat_map(move |family| families.members(family))
            });
        members
            .copied()
            .filter(move |&other| Some(other) != word)
            .take(FAMILY_MAX)
    }

    /// For each word of a phrase, the word and its family.
    fn slots(&self, words: &[Term], language: Language) -> Vec<Vec<WordId>> {
        let slot = |term: &Term| {
            let word = self.index.dictionary.find(&term.folded);
            word.into_iter()
                .chain(self.siblings(word, &term.surface, language))
                .collect()
        };
        words.iter().map(slot).collect()
    }

    /// The words without stop words, unless there is nothing else.
    fn wanted(&self, words: &[Term]) -> Vec<Term> {
        let wanted = words.iter().filter(|term| is_wanted(term, self.language));
        let wanted: Vec<Term> = wanted.cloned().collect();
        if wanted.is_empty() {
            words.to_vec()
        } else {
            wanted
        }
    }

    fn matches(&self, alternatives: &Alternatives) -> Vec<Match> {
        alternatives.matches(&self.index.postings, self.index.len())
    }
}

/// Whether nothing but a space stands between two words of one text.
fn are_neighbours(left: &Term, right: &Term) -> bool {
    right.range.start == left.range.end + 1
}
