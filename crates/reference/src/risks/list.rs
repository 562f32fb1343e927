use super::ListKind;
use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Text;

/// A list of risks or recommendations that others publish.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalList {
    /// Which one.
    pub list: ListKind,
    /// Its name.
    pub title: Text,
    /// Identifier of its source.
    pub source: String,
    /// Its entries, in its own order.
    pub entries: Vec<ListEntry>,
}

/// One entry of such a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListEntry {
    /// Its identifier in the list.
    pub id: String,
    /// Its title.
    pub title: Text,
}

impl ExternalList {
    /// The entry of an identifier.
    pub fn entry(&self, id: &str) -> Option<&ListEntry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

pub(super) fn read(file: &FileReader, root: &Node) -> Vec<ExternalList> {
    file.list(root)
        .iter()
        .filter_map(|node| list(file, node))
        .collect()
}

fn list(file: &FileReader, node: &Node) -> Option<ExternalList> {
    let map = file.map(node)?;
    let list = map.one_of("id", &ListKind::ALL);
    let title = map.bilingual("title");
    let source = map.text("source");
    let entries = map
        .list("entries")
        .iter()
        .filter_map(|node| entry(file, node))
        .collect();
    map.finish();
    Some(ExternalList {
        list: list?,
        title: title?,
        source: source?,
        entries,
    })
}

fn entry(file: &FileReader, node: &Node) -> Option<ListEntry> {
    let map = file.map(node)?;
    let id = map.text("id");
    map.node("fr");
    map.node("en");
    let title = file.bilingual(node);
    map.finish();
    Some(ListEntry {
        id: id?,
        title: title?,
    })
}
