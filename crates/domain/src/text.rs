use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language the interface speaks. Records may hold others (see [`Text`]).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, the first language of the product.
    #[default]
    Fr,
    /// English, the second.
    En,
}

impl Language {
    /// Every interface language, first one first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag, region ignored; `None` if the interface does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other interface language.
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// A text in one or several languages, by BCP 47 tag.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// A text in one language.
    pub fn one(tag: &str, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(tag.to_owned(), text.into())]))
    }

    /// A text in French and English.
    pub fn pair(fr: impl Into<String>, en: impl Into<String>) -> Self {
        Self(BTreeMap::from([
            ("fr".to_owned(), fr.into()),
            ("en".to_owned(), en.into()),
        ]))
    }

    /// The text for a reader, with the tag of the language it is really in: the reader's own,
    /// else French, else English, else the first there is. Empty texts are skipped.
    pub fn best(&self, language: Language) -> Option<(&str, &str)> {
        let wanted = [language.tag(), "fr", "en"];
        wanted
            .iter()
            .filter_map(|tag| self.0.get_key_value(*tag))
            .chain(&self.0)
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
            .find(|(_, text)| !text.trim().is_empty())
    }

    /// The text for a reader without its tag, empty if there is none.
    pub fn plain(&self, language: Language) -> &str {
        self.best(language).map_or("", |(_, text)| text)
    }

    /// The text in exactly this language.
    pub fn get(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// Writes the text in one language.
    pub fn set(&mut self, tag: &str, text: impl Into<String>) {
        self.0.insert(tag.to_owned(), text.into());
    }

    /// Whether no language holds anything.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// Every tag and its text, in the order of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language_and_is_told_which() {
        let dutch = Text::one("nl", "Doel");
        assert_eq!(dutch.best(Language::Fr), Some(("nl", "Doel")));
        let both = Text::pair("But", "Goal");
        assert_eq!(both.best(Language::En), Some(("en", "Goal")));
        let mut half = Text::pair("", "Goal");
        assert_eq!(half.best(Language::Fr), Some(("en", "Goal")));
        half.set("en", " ");
        assert_eq!(half.best(Language::Fr), None);
        assert!(half.is_empty());
    }
}
