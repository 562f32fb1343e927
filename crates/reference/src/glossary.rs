use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Text;

/// A word of the field, in both languages, with one meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// English key, also the name of the thing in code and data.
    pub key: String,
    /// The word.
    pub term: Text,
    /// What it means, in one or two sentences.
    pub definition: Text,
    /// Keys of related terms.
    pub see: Vec<String>,
    /// Identifier of a source, if the meaning is somebody's.
    pub source: Option<String>,
    /// Other words readers use, French.
    pub synonyms_fr: Vec<String>,
    /// Other words readers use, English.
    pub synonyms_en: Vec<String>,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<Term> {
    file.list(root)
        .iter()
        .filter_map(|node| term(file, node))
        .collect()
}

fn term(file: &FileReader, node: &Node) -> Option<Term> {
    let map = file.map(node)?;
    let key = map.text("key");
    let term = map.bilingual("term");
    let definition = map.bilingual("definition");
    let see = map.texts("see");
    let source = map.optional_text("source");
    let synonyms = map.node("synonyms");
    let side = |tag: &str| -> Vec<String> {
        let Some(list) = synonyms.and_then(|node| node.get(tag)) else {
            return Vec::new();
        };
        file.list(list)
            .iter()
            .filter_map(|item| item.scalar().map(str::to_owned))
            .collect()
    };
    let (synonyms_fr, synonyms_en) = (side("fr"), side("en"));
    map.finish();
    Some(Term {
        key: key?,
        term: term?,
        definition: definition?,
        see,
        source,
        synonyms_fr,
        synonyms_en,
    })
}
