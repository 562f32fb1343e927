//! The wishes of a query become sets of records.
//!
//! For each word, in this order and with falling quality: the word itself, the words of
//! its family, its synonyms; if too few records answer, the words it begins (last word only),
//! then the words it may have been meant for.

use std::cmp::Reverse;
use std::ops::Range;

use crate::alternatives::{Alternatives, Match};
use crate::analysis::Language;
use crate::dictionary::WordId;
use crate::index::Index;
use crate::query::Wish;
use crate::stop_words::is_stop_word;
use crate::term::Term;
use crate::typo::{Nearby, errors_allowed};

const EXACT: f32 = 1.0;
const COMPOUND_APART: f32 = 0.95;
const STEM: f32 = 0.8;
const SYNONYM: f32 = 0.55;
const PREFIX: f32 = 0.35;
const TYPO: f32 = 0.25;
const TYPO_LESS_LIKELY: f32 = 0.15;

/// Below this number of records, a word is looked for more widely.
const FEW: usize = 3;

/// Most words taken from one family, one prefix, or one typing error.
const FAMILY_MAX: usize = 32;
const PREFIXED_MAX: usize = 24;
const MISSPELT_MAX: usize = 4;

/// Fewest letters for a word to be completed.
const PREFIX_LETTERS_MIN: usize = 3;

/// A word that is in some record is only taken for an error when it is this long,
/// and the other word so many times more frequent.
const DOUBTFUL_LETTERS_MIN: usize = 6;
const DOUBTFUL_RATIO: usize = 10;

/// Lengths between which two words written as one are told apart.
const GLUED_LETTERS: std::ops::RangeInclusive<usize> = 8..=40;
const GLUED_PART_LETTERS_MIN: usize = 3;

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
    corrections: Vec<(Range<usize>, String)>,
}

impl Reading {
    /// The text with its words mended, if any was.
    pub(crate) fn corrected(mut self, text: &str) -> Option<String> {
        self.corrections.sort_by_key(|(range, _)| range.start);
        self.corrections.dedup_by_key(|(range, _)| range.start);
        let mut corrected = String::new();
        let mut done = 0;
        for (range, word) in &self.corrections {
            corrected += &text[done..range.start];
            corrected += word;
            done = range.end;
        }
        (done > 0).then(|| corrected + &text[done..])
    }
}

impl<'i> Reader<'i> {
    pub(crate) fn new(index: &'i Index, language: Language) -> Reader<'i> {
        Reader { index, language }
    }

    /// All that the wishes ask.
    pub(crate) fn read(&self, wishes: &[Wish], text: &str) -> Reading {
        let mut reading = Reading::default();
        for wish in wishes {
            match wish {
                Wish::Words(terms) => self.read_words(terms, text, &mut reading),
                Wish::Phrase(words) => {
                    let mut alternatives = Alternatives::default();
                    alternatives.add_phrase(self.exact_slots(words), EXACT);
                    reading.conditions.push(self.matches(&alternatives));
                }
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

    fn read_words(&self, terms: &[Term], text: &str, reading: &mut Reading) {
        for place in 0..terms.len() {
            self.read_word(terms, place, text, reading);
        }
    }

    fn read_word(&self, terms: &[Term], place: usize, text: &str, reading: &mut Reading) {
        let term = &terms[place];
        let mut alternatives = Alternatives::default();
        self.add_forms(term, EXACT, &mut alternatives);
        self.add_synonyms(terms, place, SYNONYM, &mut alternatives);
        let mut matches = self.matches(&alternatives);
        let is_unfinished = term.range.end == text.len();
        if matches.len() < FEW && is_unfinished {
            self.add_completions(term, &mut alternatives);
            matches = self.matches(&alternatives);
        }
        if matches.is_empty() && !term.parts.is_empty() {
            return self.read_words(&self.wanted(&term.parts), text, reading);
        }
        if matches.is_empty() {
            reading.corrections.extend(self.add_corrections(term, &mut alternatives));
            matches = self.matches(&alternatives);
        } else if matches.len() < FEW {
            self.add_doubts(term, matches.len(), &mut alternatives);
            matches = self.matches(&alternatives);
        }
        reading.conditions.push(matches);
    }

    /// The word, its family, and the parts of a compound side by side.
    fn add_forms(&self, term: &Term, quality: f32, alternatives: &mut Alternatives) {
        let word = self.index.dictionary.find(&term.folded);
        if let Some(word) = word {
            alternatives.add_word(word, quality);
        }
        for sibling in self.siblings(word, &term.surface) {
            alternatives.add_word(sibling, quality * STEM);
        }
        if !term.parts.is_empty() {
            alternatives.add_phrase(self.slots(&term.parts), quality * COMPOUND_APART);
        }
    }

    fn add_synonyms(
        &self,
        terms: &[Term],
        place: usize,
        quality: f32,
        alternatives: &mut Alternatives,
    ) {
        for entry in self.index.synonyms.of(terms, place, self.language) {
            match &entry.single {
                Some(term) => self.add_forms(term, quality, alternatives),
                None => alternatives.add_phrase(self.slots(&entry.words), quality),
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

    /// For a word found nowhere, the closest ones; says how the text should read.
    fn add_corrections(
        &self,
        term: &Term,
        alternatives: &mut Alternatives,
    ) -> Option<(Range<usize>, String)> {
        let candidates = self.candidates(&term.folded);
        let Some(best) = candidates.first() else {
            return self.add_parted(term, alternatives);
        };
        let meant = self.index.dictionary.surface(best.word).to_owned();
        let mended = crate::term::terms(&meant, 0);
        for place in 0..mended.len() {
            self.add_forms(&mended[place], TYPO, alternatives);
            self.add_synonyms(&mended, place, TYPO * SYNONYM, alternatives);
        }
        let as_close = candidates.iter().filter(|other| other.errors == best.errors);
        for other in as_close.skip(1).take(MISSPELT_MAX) {
            alternatives.add_word(other.word, TYPO_LESS_LIKELY);
        }
        Some((term.range.clone(), meant))
    }

    /// For a word found in few records, a close and much more frequent one.
    fn add_doubts(&self, term: &Term, found: usize, alternatives: &mut Alternatives) {
        if term.folded.chars().count() < DOUBTFUL_LETTERS_MIN {
            return;
        }
        let is_likely = |other: &Nearby| {
            let frequency = self.index.postings.frequency(other.word);
            other.errors == 1 && other.has_same_initial && frequency >= found * DOUBTFUL_RATIO
        };
        let candidates = self.candidates(&term.folded);
        for other in candidates.iter().filter(|other| is_likely(other)).take(MISSPELT_MAX) {
            if !alternatives.holds(other.word) {
                alternatives.add_word(other.word, TYPO);
            }
        }
    }

    /// Two words written as one: `intelligenceartificielle`.
    fn add_parted(
        &self,
        term: &Term,
        alternatives: &mut Alternatives,
    ) -> Option<(Range<usize>, String)> {
        if !GLUED_LETTERS.contains(&term.folded.chars().count()) {
            return None;
        }
        let dictionary = &self.index.dictionary;
        let mut best = None;
        for (cut, _) in term.folded.char_indices() {
            let parts = term.folded.split_at(cut);
            let shortest = parts.0.chars().count().min(parts.1.chars().count());
            if shortest < GLUED_PART_LETTERS_MIN {
                continue;
            }
            if let (Some(left), Some(right)) = (dictionary.find(parts.0), dictionary.find(parts.1))
            {
                let mut parted = Alternatives::default();
                parted.add_phrase(vec![vec![left], vec![right]], TYPO);
                let found = self.matches(&parted).len();
                if found > 0 && best.is_none_or(|(most, _, _)| found > most) {
                    best = Some((found, left, right));
                }
            }
        }
        let (_, left, right) = best?;
        alternatives.add_phrase(vec![vec![left], vec![right]], TYPO);
        let meant = [dictionary.surface(left), dictionary.surface(right)].join(" ");
        Some((term.range.clone(), meant))
    }

    /// Close words, the likeliest first. Two errors are too many where the initial is wrong.
    fn candidates(&self, folded: &str) -> Vec<Nearby> {
        let errors_max = errors_allowed(folded);
        if errors_max == 0 {
            return Vec::new();
        }
        let mut candidates = self.index.dictionary.near(folded, errors_max);
        candidates.retain(|other| other.errors == 1 || other.has_same_initial);
        candidates.sort_by_key(|other| {
            let frequency = self.index.postings.frequency(other.word);
            (other.errors, !other.has_same_initial, Reverse(frequency), other.word)
        });
        candidates
    }

    /// Other words of the family: as seen in the reader's language, else in the other one,
    /// else where its stem would put it.
    fn siblings(&self, word: Option<WordId>, surface: &str) -> impl Iterator<Item = WordId> {
        let languages = self.index.families(self.language);
        let seen = languages.iter().find_map(|&families| {
            let of_word: Vec<_> = families.of_word(word?).collect();
            (!of_word.is_empty()).then_some((families, of_word))
        });
        let by_stem = || {
            languages
                .iter()
                .find_map(|&families| Some((families, vec![families.of_surface(surface)?])))
        };
        let members = seen.or_else(by_stem).into_iter().flat_map(|(families, of_word)| {
            of_word.into_iter().flat_map(move |family| families.members(family))
        });
        members.copied().filter(move |&other| Some(other) != word).take(FAMILY_MAX)
    }

    /// For each word of a phrase, the word and its family.
    fn slots(&self, words: &[Term]) -> Vec<Vec<WordId>> {
        let slot = |term: &Term| {
            let word = self.index.dictionary.find(&term.folded);
            word.into_iter().chain(self.siblings(word, &term.surface)).collect()
        };
        words.iter().map(slot).collect()
    }

    fn exact_slots(&self, words: &[Term]) -> Vec<Vec<WordId>> {
        let slot = |term: &Term| self.index.dictionary.find(&term.folded).into_iter().collect();
        words.iter().map(slot).collect()
    }

    /// The words without stop words, unless there is nothing else.
    fn wanted(&self, words: &[Term]) -> Vec<Term> {
        let wanted = words.iter().filter(|term| !is_stop_word(&term.folded, self.language));
        let wanted: Vec<Term> = wanted.cloned().collect();
        if wanted.is_empty() { words.to_vec() } else { wanted }
    }

    fn matches(&self, alternatives: &Alternatives) -> Vec<Match> {
        alternatives.matches(&self.index.postings, self.index.len())
    }
}
