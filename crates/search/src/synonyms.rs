//! Words and phrases that a caller declares to mean the same.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::{Language, stem};
use crate::stop_words::is_wanted;
use crate::term::{Term, flatten, terms};

/// Longest entry recognized in a query, in words that are not stop words.
const WORDS_MAX: usize = 4;

/// Groups of words and phrases that mean the same, by language of the reader.
#[derive(Debug, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Entry>>,
    by_key: BTreeMap<(Language, String), Vec<usize>>,
}

/// One word or phrase of a group.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Language of those who say it so; [`Language::Other`] for all readers.
    pub(crate) language: Language,
    /// The simple words of the entry, stop words included, as a text holds them.
    pub(crate) words: Vec<Term>,
    /// The entry when it is a single word or compound.
    pub(crate) single: Option<Term>,
}

impl Synonyms {
    /// No synonym at all.
    pub fn new() -> Synonyms {
        Synonyms::default()
    }

    /// Adds a group: a reader of this language who types one entry also finds the others,
    /// in texts of any language. [`Language::Other`] stands for all readers.
    pub fn add(&mut self, language: Language, group: &[&str]) {
        let group: Vec<_> = group.iter().map(|&entry| (language, entry)).collect();
        self.add_translated(&group);
    }

    /// Adds a group whose entries are said in several languages: a reader who types one of
    /// them finds the others, those of the reader’s own language better than translations.
    /// An entry of another language is only recognized where the reader’s own says nothing.
    pub fn add_translated(&mut self, group: &[(Language, &str)]) {
        let number = self.groups.len();
        let mut entries = Vec::new();
        for &(language, text) in group {
            let units = terms(text, 0);
            let wanted = units.iter().filter(|term| is_wanted(term, language));
            let Some(key) = key(wanted, language) else {
                continue;
            };
            let groups = self.by_key.entry((language, key)).or_default();
            if !groups.contains(&number) {
                groups.push(number);
            }
            let single = if let [unit] = &units[..] {
                Some(unit.clone())
            } else {
                None
            };
            entries.push(Entry {
                language,
                words: flatten(units),
                single,
            });
        }
        self.groups.push(entries);
    }

    /// By place, entries that mean the same as this term of the query, alone or with neighbours.
    pub(crate) fn of(&self, terms: &[Term], language: Language) -> Vec<Vec<&Entry>> {
        let readings = Reading::all(terms, language);
        let mut numbers = vec![Vec::new(); terms.len()];
        for start in 0..terms.len() {
            for end in start + 1..=(start + WORDS_MAX).min(terms.len()) {
                let groups = self.groups_of(&readings, start..end);
                for numbers in &mut numbers[start..end] {
                    numbers.extend_from_slice(&groups);
                }
            }
        }
        let entries = |mut numbers: Vec<usize>| {
            numbers.sort_unstable();
            numbers.dedup();
            let groups = numbers.into_iter().map(|number| &self.groups[number]);
            groups.flatten().collect()
        };
        numbers.into_iter().map(entries).collect()
    }

    /// Groups with an entry of just these words, in the first language that has one.
    fn groups_of(&self, readings: &[Reading], words: Range<usize>) -> Vec<usize> {
        let mut groups = Vec::new();
        for reading in readings {
            let is_answered = reading.is_foreign && !groups.is_empty();
            let key = (reading.language, reading.stems[words.clone()].join(" "));
            if !is_answered && let Some(numbers) = self.by_key.get(&key) {
                groups.extend_from_slice(numbers);
            }
        }
        groups
    }
}

/// The words of a query as one language stems them.
struct Reading {
    language: Language,
    /// Neither the reader's own language nor that of all readers.
    is_foreign: bool,
    stems: Vec<String>,
}

impl Reading {
    /// The reader's language first, then what is said to all readers, then other languages.
    fn all(terms: &[Term], language: Language) -> Vec<Reading> {
        let mut languages = vec![language];
        for other in [Language::Other, Language::French, Language::English] {
            if other != language {
                languages.push(other);
            }
        }
        let reading = |spoken: Language| Reading {
            language: spoken,
            is_foreign: spoken != language && spoken != Language::Other,
            stems: terms.iter().map(|term| stem_of(term, spoken)).collect(),
        };
        languages.into_iter().map(reading).collect()
    }
}

/// Stems of the words, or nothing when there is no word.
fn key<'t>(terms: impl Iterator<Item = &'t Term>, language: Language) -> Option<String> {
    let stems: Vec<String> = terms.map(|term| stem_of(term, language)).collect();
    (!stems.is_empty()).then(|| stems.join(" "))
}

fn stem_of(term: &Term, language: Language) -> String {
    stem(&term.surface, language).unwrap_or_else(|| term.folded.clone())
}
