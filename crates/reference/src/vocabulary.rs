use crate::reader::FileReader;
use crate::yaml::Node;
use domain::{Language, Text};

/// The labels of a closed list of codes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabulary {
    /// Its key, the name of its file.
    pub key: String,
    /// What it is about.
    pub title: Text,
    /// Every code in the order of display.
    pub values: Vec<Entry>,
}

/// One code.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The code written in documents.
    pub code: String,
    /// The word on pages.
    pub label: Text,
    /// What it means.
    pub definition: Text,
    /// A unit's sign, only in the vocabulary of units.
    pub symbol: Option<Text>,
    /// The W3C DPV identifier with the same meaning, if there is one.
    pub dpv: Option<String>,
}

impl Vocabulary {
    /// The entry of a code.
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.values.iter().find(|entry| entry.code == code)
    }

    /// The word for a reader; the code itself when no label is known, so nothing disappears.
    pub fn label<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        self.entry(code)
            .map_or(code, |entry| entry.label.plain(language))
    }
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Option<Vocabulary> {
    let map = file.map(root)?;
    let key = map.text("vocabulary");
    let title = map.bilingual("title");
    let _source = map.optional_text("source");
    let values = map
        .list("values")
        .iter()
        .filter_map(|node| entry(file, node))
        .collect();
    map.finish();
    Some(Vocabulary {
        key: key?,
        title: title?,
        values,
    })
}

fn entry(file: &FileReader, node: &Node) -> Option<Entry> {
    let map = file.map(node)?;
    let code = map.text("code");
    let label = map.bilingual("label");
    let definition = map.bilingual("definition");
    let symbol = map.optional_bilingual("symbol");
    let dpv = map.optional_text("dpv");
    map.finish();
    Some(Entry {
        code: code?,
        label: label?,
        definition: definition?,
        symbol,
        dpv,
    })
}
