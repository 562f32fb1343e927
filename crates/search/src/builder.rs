//! Records become an index.

use std::collections::BTreeMap;

use crate::analysis::{Language, Token, compound, tokenize};
use crate::dictionary::{Dictionary, WordId};
use crate::document::{Document, Field, Weight};
use crate::facets::Facets;
use crate::families::Families;
use crate::index::{Index, RANK_MISSING, WordsByDocument};
use crate::places::Place;
use crate::postings::{Occurrence, Postings};
use crate::synonyms::Synonyms;
use crate::vocabulary::{FormId, Vocabulary};

/// Places left free between two fields: a phrase never spans them.
const FIELD_GAP: Place = 1;

/// Takes records one by one, then makes the index.
#[derive(Debug)]
pub struct IndexBuilder {
    synonyms: Synonyms,
    vocabulary: Vocabulary,
    occurrences: Vec<Occurrence>,
    /// First place of the next field.
    place: Place,
    lengths: Vec<[u32; Weight::COUNT]>,
    facets: Facets,
    ranks: Vec<Vec<u32>>,
}

impl IndexBuilder {
    /// A builder without any record yet.
    pub fn new(synonyms: Synonyms) -> IndexBuilder {
        IndexBuilder {
            synonyms,
            vocabulary: Vocabulary::default(),
            occurrences: Vec::new(),
            place: 0,
            lengths: Vec::new(),
            facets: Facets::default(),
            ranks: Vec::new(),
        }
    }

    /// Adds a record and gives its number: 0 for the first, then 1, and so on.
    pub fn add(&mut self, document: &Document) -> u32 {
        let number = self.lengths.len() as u32;
        self.lengths.push([0; Weight::COUNT]);
        for field in &document.fields {
            self.add_field(number, field);
        }
        for (name, value) in &document.facets {
            self.facets.add(name, value, number);
        }
        self.add_ranks(number, document.ranks);
        number
    }

    /// The finished index.
    pub fn build(self) -> Index {
        let words = self.vocabulary.words();
        let word_of_form = word_of_form(&words, self.vocabulary.forms.len());
        let written = words
            .iter()
            .map(|(&word, forms)| (word, self.usual_surface(forms)));
        let dictionary = Dictionary::new(written);
        let french = Families::new(Language::French, &self.vocabulary, &words);
        let english = Families::new(Language::English, &self.vocabulary, &words);
        let postings = Postings::new(&self.occurrences, &word_of_form, words.len(), &self.lengths);
        let documents = self.lengths.len();
        let words_by_document = WordsByDocument::new(&postings, documents, &words);
        let mut ranks = self.ranks;
        for ranks in &mut ranks {
            ranks.resize(documents, RANK_MISSING);
        }
        Index {
            documents: documents as u32,
            dictionary,
            french,
            english,
            postings,
            words_by_document,
            facets: self.facets,
            ranks,
            synonyms: self.synonyms,
        }
    }

    fn add_field(&mut self, document: u32, field: &Field) {
        let mut tokens = Vec::new();
        tokenize(field.text, &mut tokens);
        for unit in tokens.chunk_by(|_, next| next.is_glued) {
            self.add_unit(document, field, unit);
            self.place += unit.len() as Place;
        }
        self.lengths[document as usize][field.weight.rank()] += tokens.len() as u32;
        self.place += FIELD_GAP;
    }

    /// Indexes a word, or the parts of a compound and the compound itself.
    fn add_unit(&mut self, document: u32, field: &Field, unit: &[Token]) {
        if let Some(joined) = compound(unit) {
            self.add_word(document, field, &joined, self.place);
        }
        for (place, token) in (self.place..).zip(unit) {
            self.add_word(document, field, token.core, place);
        }
    }

    fn add_word(&mut self, document: u32, field: &Field, core: &str, place: Place) {
        let form = self.vocabulary.meet(core, field.language);
        self.occurrences.push(Occurrence {
            form,
            document,
            place,
            weight: field.weight,
        });
    }

    fn add_ranks(&mut self, document: u32, ranks: &[u32]) {
        if self.ranks.len() < ranks.len() {
            self.ranks.resize(ranks.len(), Vec::new());
        }
        for (order, &rank) in self.ranks.iter_mut().zip(ranks) {
            order.resize(document as usize, RANK_MISSING);
            order.push(rank);
        }
    }

    /// The form people write most; the first of the alphabet among equals.
    fn usual_surface(&self, forms: &[FormId]) -> &str {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for &form in forms {
            let form = &self.vocabulary.forms[form as usize];
            *counts.entry(&form.surface).or_default() += form.count;
        }
        let usual = counts.into_iter().rev().max_by_key(|&(_, count)| count);
        usual.map_or("", |(surface, _)| surface)
    }
}

fn word_of_form(words: &BTreeMap<&str, Vec<FormId>>, forms: usize) -> Vec<WordId> {
    let mut word_of_form = vec![0; forms];
    for (word, forms) in (0..).zip(words.values()) {
        for &form in forms {
            word_of_form[form as usize] = word;
        }
    }
    word_of_form
}
