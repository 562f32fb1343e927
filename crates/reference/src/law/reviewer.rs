use super::{Law, Reads, condition};
use crate::reader::{FileReader, read_file};
use crate::yaml::Node;
use crate::{Diagnostic, Tree};
use domain::law::Condition;
use domain::{Function, Text};
use std::cell::RefCell;

/// A function whose opinion is asked for when a condition holds (`framework/reviewers.yaml`).
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewer {
    /// Who speaks.
    pub function: Function,
    /// When.
    pub when: Condition,
    /// Why, in words.
    pub why: Text,
}

const FILE: &str = "framework/reviewers.yaml";

/// Reads the file of a tree; without it nobody is asked, and nothing is told.
pub(crate) fn read_reviewers(
    tree: &Tree,
    law: &Law,
    found: &RefCell<Vec<Diagnostic>>,
) -> Vec<Reviewer> {
    if tree.get(FILE).is_none() || law.facts.is_empty() {
        return Vec::new();
    }
    read_file(tree, FILE, found, |file, root| {
        let nodes = file.list(root).iter();
        nodes.filter_map(|node| reviewer(file, node, law)).collect()
    })
}

fn reviewer(file: &FileReader, node: &Node, law: &Law) -> Option<Reviewer> {
    let map = file.map(node)?;
    let functions: Vec<_> = Function::ALL.iter().map(|f| (f.code(), *f)).collect();
    let function = map.one_of("function", &functions);
    let when = map
        .required("when")
        .and_then(|node| condition(file, node, law, Reads::Facts));
    let why = map.bilingual("why");
    map.finish();
    Some(Reviewer {
        function: function?,
        when: when?,
        why: why?,
    })
}
