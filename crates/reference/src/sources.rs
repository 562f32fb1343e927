use crate::reader::FileReader;
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::Text;

/// How sure we are of what a source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Read at the primary source.
    Verified,
    /// Press, vendor or a third party's reading.
    Secondary,
    /// Not seen at the source.
    ToConfirm,
}

impl Certainty {
    /// Every certainty with the word data files use.
    pub const ALL: [(&'static str, Self); 3] = [
        ("verified", Self::Verified),
        ("secondary", Self::Secondary),
        ("to_confirm", Self::ToConfirm),
    ];

    /// The word data files use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Secondary => "secondary",
            Self::ToConfirm => "to_confirm",
        }
    }
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Identifier cited elsewhere.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Its own date, as precise as it is known (`2024`, `2024-06`, `2024-06-13`).
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Its licence, if it matters.
    pub licence: Option<String>,
    /// When it was last checked.
    pub checked_on: NaiveDate,
    /// How sure we are.
    pub certainty: Certainty,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<Source> {
    file.list(root)
        .iter()
        .filter_map(|node| source(file, node))
        .collect()
}

fn source(file: &FileReader, node: &Node) -> Option<Source> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = match map.node("title") {
        Some(node) if node.scalar().is_some() => {
            let text = node.scalar().unwrap_or_default();
            Some(Text::pair(text, text))
        }
        _ => map.bilingual("title"),
    };
    let publisher = map.optional_text("publisher");
    let date = map.optional_text("date");
    let url = map.optional_text("url");
    let licence = map.optional_text("licence");
    let checked_on = map.date("checked_on");
    let certainty = map.one_of("certainty", &Certainty::ALL);
    map.finish();
    Some(Source {
        id: id?,
        title: title?,
        publisher,
        date,
        url,
        licence,
        checked_on: checked_on?,
        certainty: certainty?,
    })
}
