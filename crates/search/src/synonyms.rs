//! Words and phrases that a caller declares to mean the same.

use std::collections::BTreeMap;

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

    /// Entries that mean the same as this term of the query, alone or with its neighbours.
    pub(crate) fn of(&self, terms: &[Term], place: usize, language: Language) -> Vec<&Entry> {
        let mut numbers = Vec::new();
        for start in place.saturating_sub(WORDS_MAX - 1)..=place {
            for end in place + 1..=(start + WORDS_MAX).min(terms.len()) {
                numbers.extend(self.groups_of(&terms[start..end], language));
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .flat_map(|number| &self.groups[number])
            .collect()
    }

    fn groups_of(&self, terms: &[Term], language: Language) -> Vec<usize> {
        let of_language = |language| self.by_key.get(&(language, key(terms.iter(), language)?));
        let own = [language, Language::Other]
            .into_iter()
            .filter_map(of_language);
        let own: Vec<usize> = own.flatten().copied().collect();
        if !own.is_empty() {
            return own;
        }
        let foreign = [Language::French, Language::English]
            .into_iter()
            .filter_map(of_language);
        foreign.flatten().copied().collect()
    }
}

/// Stems of the words, or nothing when there is no word.
fn key<'t>(terms: impl Iterator<Item = &'t Term>, language: Language) -> Option<String> {
    let stem = |term: &Term| stem(&term.surface, language).unwrap_or_else(|| term.folded.clone());
    let stems: Vec<String> = terms.map(stem).collect();
    (!stems.is_empty()).then(|| stems.join(" "))
}
