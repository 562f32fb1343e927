use crate::Certainty;
use crate::reader::FileReader;
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::Text;

/// A date of the law.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Identifier.
    pub id: String,
    /// The day it starts.
    pub date: NaiveDate,
    /// In a few words.
    pub title: Text,
    /// What it changes.
    pub text: Text,
    /// Identifier of its source.
    pub source: String,
    /// How sure we are.
    pub certainty: Certainty,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<Milestone> {
    let mut milestones: Vec<Milestone> = file
        .list(root)
        .iter()
        .filter_map(|node| milestone(file, node))
        .collect();
    milestones.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id.cmp(&b.id)));
    milestones
}

fn milestone(file: &FileReader, node: &Node) -> Option<Milestone> {
    let map = file.map(node)?;
    let id = map.text("id");
    let date = map.date("date");
    let title = map.bilingual("title");
    let text = map.bilingual("text");
    let source = map.text("source");
    let certainty = map.one_of("certainty", &Certainty::ALL);
    map.finish();
    Some(Milestone {
        id: id?,
        date: date?,
        title: title?,
        text: text?,
        source: source?,
        certainty: certainty?,
    })
}
