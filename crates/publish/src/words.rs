//! The words of the interface, from `i18n/<language>/*.ftl`.

use domain::{Language, Remark};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use reference::{Diagnostic, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Every message in every language. Messages without blanks are resolved once, at load.
pub struct Words {
    languages: BTreeMap<Language, Catalogue>,
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    plain: BTreeMap<String, String>,
    /// Blanks of each message.
    blanks: BTreeMap<String, BTreeSet<String>>,
}

impl Words {
    /// Reads every message; syntax errors and differences between languages are told.
    pub fn read(tree: &Tree) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut languages = BTreeMap::new();
        for language in Language::ALL {
            let catalogue = Catalogue::read(tree, language, &mut diagnostics);
            languages.insert(language, catalogue);
        }
        let words = Self { languages };
        diagnostics.extend(words.differences());
        (words, diagnostics)
    }

    /// The message of a key; the key itself in brackets when there is none, so that a mistake is
    /// seen and nothing breaks.
    pub fn get(&self, language: Language, key: &str) -> String {
        match self.plain(language, key) {
            Some(text) => text.to_owned(),
            None => self.format(language, key, &[]),
        }
    }

    /// A message that has no blank.
    pub fn plain(&self, language: Language, key: &str) -> Option<&str> {
        let catalogue = self.languages.get(&language)?;
        catalogue.plain.get(key).map(String::as_str)
    }

    /// The message with its blanks filled. Numbers choose the plural.
    pub fn format(&self, language: Language, key: &str, blanks: &[(&str, Blank)]) -> String {
        self.try_format(language, key, blanks)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// The same, `None` when there is no such message.
    pub fn try_format(
        &self,
        language: Language,
        key: &str,
        blanks: &[(&str, Blank)],
    ) -> Option<String> {
        let text = self.untypeset(language, key, blanks)?;
        Some(crate::typography::typeset(&text, language).into_owned())
    }

    /// The message as it was written, without the spaces that typography adds: what files for
    /// programs hold. `None` when there is no such message.
    pub fn untypeset(
        &self,
        language: Language,
        key: &str,
        blanks: &[(&str, Blank)],
    ) -> Option<String> {
        let catalogue = self.languages.get(&language)?;
        let message = catalogue.bundle.get_message(key)?;
        let mut arguments = FluentArgs::new();
        for (name, blank) in blanks {
            match blank {
                Blank::Text(text) => arguments.set(*name, text.as_str()),
                Blank::Number(number) => {
                    arguments.set(*name, FluentValue::from(*number));
                }
            }
        }
        let mut errors = Vec::new();
        let pattern = message.value()?;
        let text = catalogue
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors);
        Some(text.into_owned())
    }

    /// A remark in the reader's language.
    pub fn remark(&self, language: Language, remark: &Remark) -> String {
        self.format(language, remark.key, &blanks_of(remark))
    }

    /// The advice that goes with a remark; empty when there is none.
    pub fn hint(&self, language: Language, remark: &Remark) -> String {
        let key = format!("{}-hint", remark.key);
        self.try_format(language, &key, &blanks_of(remark))
            .unwrap_or_default()
    }

    /// Every key of the first language.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.languages
            .values()
            .next()
            .into_iter()
            .flat_map(|catalogue| catalogue.blanks.keys().map(String::as_str))
    }

    /// Keys that one language lacks, and blanks that differ.
    fn differences(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (language, catalogue) in &self.languages {
            let Some(other) = self.languages.get(&language.other()) else {
                continue;
            };
            let file = format!("i18n/{}", language.other().tag());
            for (key, blanks) in &catalogue.blanks {
                let remark = match other.blanks.get(key) {
                    None => Remark::new("words-missing").with("key", key),
                    Some(theirs) if theirs != blanks => {
                        Remark::new("words-blanks").with("key", key)
                    }
                    Some(_) => continue,
                };
                found.push(Diagnostic::at(&file, 0, remark));
            }
        }
        found
    }
}

/// What fills a blank of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Blank {
    /// A text.
    Text(String),
    /// A number, which may choose a plural.
    Number(f64),
}

impl From<&str> for Blank {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Blank {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Blank {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<u64> for Blank {
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<f64> for Blank {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

fn blanks_of(remark: &Remark) -> Vec<(&'static str, Blank)> {
    let blanks = remark.blanks.iter();
    blanks
        .map(|(name, value)| (*name, Blank::Text(value.clone())))
        .collect()
}

impl Catalogue {
    fn read(tree: &Tree, language: Language, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let identifier = language.tag().parse().expect("our own tags are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Fr => french_number,
            Language::En => english_number,
        }));
        let mut blanks = BTreeMap::new();
        let folder = format!("i18n/{}/", language.tag());
        for path in tree.paths(&folder, ".ftl") {
            let text = tree.text(path).unwrap_or_default();
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
                    for error in errors {
                        let line = text[..error.pos.start].lines().count();
                        let remark = Remark::new("data-syntax").with("detail", error);
                        diagnostics.push(Diagnostic::at(path, line, remark));
                    }
                    resource
                });
            read_blanks(text, &mut blanks);
            if let Err(errors) = bundle.add_resource(resource) {
                for error in errors {
                    let remark = Remark::new("data-syntax").with("detail", error);
                    diagnostics.push(Diagnostic::at(path, 0, remark));
                }
            }
        }
        let mut catalogue = Self {
            bundle,
            plain: BTreeMap::new(),
            blanks,
        };
        catalogue.resolve_plain(language);
        catalogue
    }

    fn resolve_plain(&mut self, language: Language) {
        for (key, _) in self.blanks.iter().filter(|(_, blanks)| blanks.is_empty()) {
            let pattern = self.bundle.get_message(key).and_then(|m| m.value());
            if let Some(pattern) = pattern {
                let text = self.bundle.format_pattern(pattern, None, &mut Vec::new());
                let text = crate::typography::typeset(&text, language);
                self.plain.insert(key.clone(), text.into_owned());
            }
        }
    }
}

/// Numbers inside messages are written as everywhere else on the page.
fn french_number(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, Language::Fr)
}

fn english_number(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, Language::En)
}

fn number_in(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(crate::typography::number(number.value, language)),
        _ => None,
    }
}

/// The names between `{ $` and the next space or brace, by message.
fn read_blanks(text: &str, blanks: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut key = String::new();
    for line in text.lines() {
        let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((name, _)) = line.split_once('=').filter(|_| starts_message) {
            key = name.trim().to_owned();
            blanks.entry(key.clone()).or_default();
        }
        if line.starts_with('#') {
            continue;
        }
        for piece in line.split('$').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                .collect();
            blanks.entry(key.clone()).or_default().insert(name);
        }
    }
}
