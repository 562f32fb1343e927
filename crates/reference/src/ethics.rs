//! The values of an authority as criteria: questions put to each function, never points
//! (`data/ethics/criteria.yaml`).

use crate::links::{Links, sources, words_of};
use crate::reader::{FileReader, read_file};
use crate::yaml::Node;
use crate::{Certainty, Diagnostic, Reference, Tree};
use domain::{Function, Remark, Text};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A value a use is held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Identifier.
    pub id: String,
    /// The value.
    pub title: Text,
    /// What it means here.
    pub means: Text,
    /// Identifiers of the principles of the charter it stands behind.
    pub principles: Vec<String>,
    /// What is asked.
    pub questions: Vec<CriterionQuestion>,
    /// What it rests on.
    pub sources: Vec<String>,
    /// How sure we are that the sources speak of it.
    pub certainty: Certainty,
}

/// A question about a value.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionQuestion {
    /// Identifier, unique among all criteria.
    pub id: String,
    /// The question.
    pub text: Text,
    /// The functions it is put to.
    pub answered_by: Vec<Function>,
}

const FILE: &str = "data/ethics/criteria.yaml";

/// Reads the criteria of a tree; without the file there are none, and nothing is told.
pub(crate) fn read_criteria(tree: &Tree, found: &RefCell<Vec<Diagnostic>>) -> Vec<Criterion> {
    if tree.get(FILE).is_none() {
        return Vec::new();
    }
    read_file(tree, FILE, found, |file, root| {
        let nodes = file.list(root).iter();
        nodes.filter_map(|node| criterion(file, node)).collect()
    })
}

fn criterion(file: &FileReader, node: &Node) -> Option<Criterion> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let means = map.bilingual("means");
    let principles = map.texts("principles");
    let nodes = map.list("questions");
    let questions: Vec<_> = nodes
        .iter()
        .filter_map(|node| question(file, node))
        .collect();
    let sources = sources(file, &map);
    let certainty = map.one_of("certainty", &Certainty::ALL);
    map.finish();
    if nodes.is_empty() {
        file.report(node.line, Remark::new("ethics-no-question"));
    }
    let is_whole = questions.len() == nodes.len() && !nodes.is_empty();
    let criterion = Criterion {
        id: id?,
        title: title?,
        means: means?,
        principles,
        questions,
        sources: sources?,
        certainty: certainty?,
    };
    is_whole.then_some(criterion)
}

fn question(file: &FileReader, node: &Node) -> Option<CriterionQuestion> {
    let map = file.map(node)?;
    let id = map.text("id");
    map.node("fr");
    map.node("en");
    let text = file.bilingual(node);
    let answered_by = words_of!(file, &map, "answered_by", Function);
    map.finish();
    let answered_by = answered_by?;
    if answered_by.is_empty() {
        file.report(node.line, Remark::new("ethics-nobody-asked"));
        return None;
    }
    Some(CriterionQuestion {
        id: id?,
        text: text?,
        answered_by,
    })
}

/// Reports sources and principles that do not exist, and identifiers used twice.
pub(crate) fn check_links(reference: &Reference, found: &RefCell<Vec<Diagnostic>>) {
    let links = Links { reference, found };
    let mut seen = BTreeSet::new();
    for criterion in &reference.ethics {
        links.sources(FILE, &criterion.sources);
        links.principles(FILE, &criterion.principles);
        let questions = criterion.questions.iter().map(|question| &question.id);
        for id in questions.chain([&criterion.id]) {
            if !seen.insert(id) {
                links.report(FILE, Remark::new("data-repeated-id").with("id", id));
            }
        }
    }
}
