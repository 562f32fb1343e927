use domain::{Language, ModelSheet, SupplierSheet, Text, ToolSheet};
use std::collections::BTreeMap;

/// The sheets that chains are followed through, by key.
#[derive(Debug, Clone, Default)]
pub struct Catalogue<'a> {
    tools: BTreeMap<&'a str, &'a ToolSheet>,
    models: BTreeMap<&'a str, &'a ModelSheet>,
    suppliers: BTreeMap<&'a str, &'a SupplierSheet>,
    suppliers_by_name: BTreeMap<String, &'a SupplierSheet>,
    models_by_name: BTreeMap<String, &'a ModelSheet>,
}

impl<'a> Catalogue<'a> {
    /// Sheets in any order; of two with one key, the last prevails.
    pub fn new(
        tools: impl IntoIterator<Item = &'a ToolSheet>,
        models: impl IntoIterator<Item = &'a ModelSheet>,
        suppliers: impl IntoIterator<Item = &'a SupplierSheet>,
    ) -> Self {
        let mut catalogue = Self::default();
        for sheet in tools {
            catalogue.tools.insert(&sheet.key, sheet);
        }
        for sheet in models {
            catalogue.models.insert(&sheet.key, sheet);
            for name in spellings(&sheet.name) {
                catalogue.models_by_name.insert(name, sheet);
            }
        }
        for sheet in suppliers {
            catalogue.suppliers.insert(&sheet.key, sheet);
            for name in spellings(&sheet.name) {
                catalogue.suppliers_by_name.insert(name, sheet);
            }
        }
        catalogue
    }

    /// Every tool sheet, by key.
    pub fn tools(&self) -> impl Iterator<Item = &'a ToolSheet> {
        self.tools.values().copied()
    }

    /// Every model sheet, by key.
    pub fn models(&self) -> impl Iterator<Item = &'a ModelSheet> {
        self.models.values().copied()
    }

    /// A tool sheet by key.
    pub fn tool(&self, key: &str) -> Option<&'a ToolSheet> {
        self.tools.get(key).copied()
    }

    /// A model sheet by key.
    pub fn model(&self, key: &str) -> Option<&'a ModelSheet> {
        self.models.get(key).copied()
    }

    /// A supplier sheet by key.
    pub fn supplier(&self, key: &str) -> Option<&'a SupplierSheet> {
        self.suppliers.get(key).copied()
    }

    pub(super) fn supplier_named(&self, name: &str) -> Option<&'a SupplierSheet> {
        self.suppliers_by_name.get(&folded(name)).copied()
    }

    pub(super) fn model_named(&self, name: &str) -> Option<&'a ModelSheet> {
        self.models_by_name.get(&folded(name)).copied()
    }
}

fn spellings(name: &Text) -> impl Iterator<Item = String> {
    name.iter()
        .map(|(_, text)| folded(text))
        .filter(|name| !name.is_empty())
}

/// A name without what does not tell two things apart: capitals and spaces.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The spelling by which a name in several languages is recognised; `None` if it is empty.
pub(super) fn spelling(name: &Text) -> Option<String> {
    let (_, text) = name.best(Language::Fr)?;
    Some(folded(text))
}
