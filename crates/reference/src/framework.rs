use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Text;

/// A value of the charter, with the question an agent asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Principle {
    /// P01…
    pub id: String,
    /// In a few words.
    pub title: Text,
    /// The principle.
    pub text: Text,
    /// What an agent asks.
    pub question: Text,
    /// What shows that it is kept.
    pub evidence: Text,
}

/// To whom a recommendation speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everyone who works here.
    Agent,
    /// A department and its manager.
    Department,
    /// The digital department.
    Digital,
    /// The data protection officer.
    Dpo,
    /// Human resources.
    Hr,
    /// The observatory's lead.
    Lead,
}

impl Audience {
    /// Every audience with the word data files use.
    pub const ALL: [(&'static str, Self); 6] = [
        ("agent", Self::Agent),
        ("department", Self::Department),
        ("digital", Self::Digital),
        ("dpo", Self::Dpo),
        ("hr", Self::Hr),
        ("lead", Self::Lead),
    ];

    /// The word data files use.
    pub fn code(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, audience)| *audience == self)
            .map_or("", |(code, _)| code)
    }
}

/// An advice of the framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// R01…
    pub id: String,
    /// In a few words.
    pub title: Text,
    /// The advice.
    pub text: Text,
    /// To whom it speaks.
    pub audience: Audience,
    /// Identifiers of the principles it serves.
    pub principles: Vec<String>,
    /// What it draws on.
    pub source: Option<Text>,
}

pub(crate) fn read_principles(file: &FileReader, root: &Node) -> Vec<Principle> {
    file.list(root)
        .iter()
        .filter_map(|node| principle(file, node))
        .collect()
}

fn principle(file: &FileReader, node: &Node) -> Option<Principle> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let text = map.bilingual("text");
    let question = map.bilingual("question");
    let evidence = map.bilingual("evidence");
    map.finish();
    Some(Principle {
        id: id?,
        title: title?,
        text: text?,
        question: question?,
        evidence: evidence?,
    })
}

pub(crate) fn read_recommendations(file: &FileReader, root: &Node) -> Vec<Recommendation> {
    file.list(root)
        .iter()
        .filter_map(|node| recommendation(file, node))
        .collect()
}

fn recommendation(file: &FileReader, node: &Node) -> Option<Recommendation> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let text = map.bilingual("text");
    let audience = map.one_of("audience", &Audience::ALL);
    let principles = map.texts("principles");
    let source = map.optional_bilingual("source");
    map.finish();
    Some(Recommendation {
        id: id?,
        title: title?,
        text: text?,
        audience: audience?,
        principles,
        source,
    })
}
