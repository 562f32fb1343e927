use crate::wording::Wording;
use crate::words::Blank;
use domain::{Language, Text};

/// How files for programs say things: words as they were written, without the narrow spaces and
/// the curly signs that typography adds on pages. A name is given as it is.
#[derive(Clone, Copy)]
pub(crate) struct Plain<'a> {
    wording: Wording<'a>,
    /// The language.
    pub(crate) language: Language,
}

impl<'a> Plain<'a> {
    pub(super) fn of(wording: Wording<'a>, language: Language) -> Self {
        Self { wording, language }
    }

    /// A message without blanks.
    pub(crate) fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A message without blanks, if there is one.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.wording.words.untypeset(self.language, key, &[])
    }

    /// A message with its blanks filled.
    pub(crate) fn format(&self, key: &str, blanks: &[(&str, Blank)]) -> String {
        let text = self.wording.words.untypeset(self.language, key, blanks);
        text.unwrap_or_else(|| format!("[{key}]"))
    }

    /// A text in the language, or the nearest one.
    pub(crate) fn text(&self, text: &Text) -> String {
        text.plain(self.language).to_owned()
    }

    /// Items joined as in a sentence: « a, b et c ».
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [start @ .., last] => format!("{} {} {last}", start.join(", "), self.get("and")),
        }
    }

    /// What a code means; empty when the vocabulary does not say.
    pub(crate) fn entry(&self, vocabulary: &str, code: &str) -> Option<(String, String)> {
        let known = self.wording.reference.vocabularies.get(vocabulary)?;
        let entry = known.entry(code)?;
        Some((self.text(&entry.label), self.text(&entry.definition)))
    }
}
