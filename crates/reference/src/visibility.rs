use crate::law::Sheets;
use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Remark;
use std::collections::BTreeMap;

/// How far a field goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Never leaves the authority.
    Private,
    /// On the page of a record published whole.
    Public,
    /// Also on the page of a record published as a summary.
    Summary,
}

/// Which field paths may reach the public. A path that is not named is private.
///
/// Paths use the names of the JSON document joined by dots, without list positions:
/// `opinions.public_wording`. Naming a path does not name what is below it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Visibility {
    documents: BTreeMap<String, BTreeMap<String, Reach>>,
}

impl Visibility {
    /// How far a field of a kind of document goes.
    pub fn reach(&self, document: &str, path: &str) -> Reach {
        self.named(document, path).unwrap_or(Reach::Private)
    }

    /// The same, telling an unnamed path from one named private.
    pub fn named(&self, document: &str, path: &str) -> Option<Reach> {
        self.documents.get(document)?.get(path).copied()
    }

    /// Every path named for a kind of document.
    pub fn paths(&self, document: &str) -> impl Iterator<Item = &str> {
        self.documents
            .get(document)
            .into_iter()
            .flat_map(|paths| paths.keys().map(String::as_str))
    }
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Visibility {
    let mut visibility = Visibility::default();
    for (document, reaches) in root.entries().unwrap_or_default() {
        let paths = visibility.documents.entry(document.clone()).or_default();
        for (word, list) in reaches.entries().unwrap_or_default() {
            let reach = match word.as_str() {
                "private" => Reach::Private,
                "public" => Reach::Public,
                "summary" => Reach::Summary,
                _ => {
                    let remark = Remark::new("data-not-a-choice")
                        .with("value", word)
                        .with("choices", "private, public, summary");
                    file.report(list.line, remark);
                    continue;
                }
            };
            for node in file.list(list) {
                let Some(path) = node.scalar() else {
                    file.report(node.line, Remark::new("data-not-text").with("key", word));
                    continue;
                };
                if document == Sheets::DOCUMENT && !Sheets::PATHS.contains(&path) {
                    let remark = Remark::new("data-not-a-choice")
                        .with("value", path)
                        .with("choices", Sheets::PATHS.join(", "));
                    file.report(node.line, remark);
                    continue;
                }
                if paths.insert(path.to_owned(), reach).is_some() {
                    file.report(
                        node.line,
                        Remark::new("data-repeated-key").with("key", path),
                    );
                }
            }
        }
    }
    visibility
}
