//! Every written form met while the index is built, analysed once.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::{Language, fold, surface};

/// Number of a written form, in order of arrival.
pub(crate) type FormId = u32;

/// A written form and what it says of its word.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) folded: String,
    pub(crate) surface: String,
    pub(crate) count: u32,
    pub(crate) in_french: bool,
    pub(crate) in_english: bool,
}

/// Written forms by their exact text.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<Box<str>, FormId>,
    pub(crate) forms: Vec<Form>,
}

impl Vocabulary {
    /// Number of the written form, counted once more.
    pub(crate) fn meet(&mut self, core: &str, language: Language) -> FormId {
        let id = match self.ids.get(core) {
            Some(&id) => id,
            None => self.insert(core),
        };
        let form = &mut self.forms[id as usize];
        form.count += 1;
        form.in_french |= language == Language::French;
        form.in_english |= language == Language::English;
        id
    }

    /// Forms gathered by folded word, in the order of the alphabet.
    pub(crate) fn words(&self) -> BTreeMap<&str, Vec<FormId>> {
        let mut words: BTreeMap<&str, Vec<FormId>> = BTreeMap::new();
        for (id, form) in self.forms.iter().enumerate() {
            words.entry(&form.folded).or_default().push(id as FormId);
        }
        words
    }

    fn insert(&mut self, core: &str) -> FormId {
        let id = self.forms.len() as FormId;
        self.ids.insert(core.into(), id);
        self.forms.push(Form {
            folded: fold(core),
            surface: surface(core),
            count: 0,
            in_french: false,
            in_english: false,
        });
        id
    }
}
