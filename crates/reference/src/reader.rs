//! Reads the fields of a map one by one and reports what is missing, misplaced or unknown.

use crate::yaml::{Node, Value};
use crate::{Diagnostic, Tree, yaml};
use chrono::NaiveDate;
use domain::{Remark, Text};
use std::cell::RefCell;

/// Collects the diagnostics of one file while its maps are read.
pub(crate) struct FileReader<'a> {
    file: &'a str,
    diagnostics: &'a RefCell<Vec<Diagnostic>>,
}

/// One map being read: each field is taken once, what is left is unknown.
pub(crate) struct MapReader<'a> {
    file: &'a FileReader<'a>,
    line: usize,
    entries: &'a [(String, Node)],
    taken: RefCell<Vec<&'static str>>,
}

/// Parses a file of the tree and hands its root to `read`; absent files are reported.
pub(crate) fn read_file<T: Default>(
    tree: &Tree,
    path: &str,
    diagnostics: &RefCell<Vec<Diagnostic>>,
    read: impl FnOnce(&FileReader, &Node) -> T,
) -> T {
    let Some(text) = tree.text(path) else {
        let key = match tree.get(path) {
            Some(_) => "data-not-utf8",
            None => "data-missing-file",
        };
        diagnostics
            .borrow_mut()
            .push(Diagnostic::at(path, 0, Remark::new(key)));
        return T::default();
    };
    let (root, found) = yaml::parse(path, text);
    diagnostics.borrow_mut().extend(found);
    let file = FileReader::new(path, diagnostics);
    root.map_or_else(T::default, |root| read(&file, &root))
}

impl<'a> FileReader<'a> {
    pub(crate) fn new(file: &'a str, diagnostics: &'a RefCell<Vec<Diagnostic>>) -> Self {
        Self { file, diagnostics }
    }

    pub(crate) fn report(&self, line: usize, remark: Remark) {
        self.diagnostics
            .borrow_mut()
            .push(Diagnostic::at(self.file, line, remark));
    }

    pub(crate) fn map(&'a self, node: &'a Node) -> Option<MapReader<'a>> {
        let Some(entries) = node.entries() else {
            self.report(node.line, Remark::new("data-not-a-map"));
            return None;
        };
        Some(MapReader {
            file: self,
            line: node.line,
            entries,
            taken: RefCell::new(Vec::new()),
        })
    }

    pub(crate) fn list<'n>(&self, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::List(items) => items,
            _ => {
                self.report(node.line, Remark::new("data-not-a-list"));
                &[]
            }
        }
    }

    /// A text in French and English, neither empty.
    pub(crate) fn bilingual(&self, node: &Node) -> Option<Text> {
        let (fr, en) = (node.get("fr"), node.get("en"));
        let written = |side: Option<&Node>| {
            side.and_then(Node::scalar)
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        if let (Some(fr), Some(en)) = (written(fr), written(en)) {
            return Some(Text::pair(fr, en));
        }
        self.report(node.line, Remark::new("data-not-bilingual"));
        None
    }
}

impl<'a> MapReader<'a> {
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// The node of an optional field; a null counts as absent.
    pub(crate) fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.taken.borrow_mut().push(key);
        self.entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, node)| node)
            .filter(|node| !node.is_null())
    }

    /// The node of a field that must be there.
    pub(crate) fn required(&self, key: &'static str) -> Option<&'a Node> {
        let node = self.node(key);
        if node.is_none() {
            self.file
                .report(self.line, Remark::new("data-missing-key").with("key", key));
        }
        node
    }

    fn scalar(&self, node: &'a Node, key: &'static str) -> Option<&'a str> {
        let text = node.scalar().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.file
                .report(node.line, Remark::new("data-not-text").with("key", key));
        }
        text
    }

    pub(crate) fn text(&self, key: &'static str) -> Option<String> {
        let node = self.required(key)?;
        self.scalar(node, key).map(str::to_owned)
    }

    pub(crate) fn optional_text(&self, key: &'static str) -> Option<String> {
        let node = self.node(key)?;
        self.scalar(node, key).map(str::to_owned)
    }

    pub(crate) fn bilingual(&self, key: &'static str) -> Option<Text> {
        self.file.bilingual(self.required(key)?)
    }

    pub(crate) fn optional_bilingual(&self, key: &'static str) -> Option<Text> {
        self.file.bilingual(self.node(key)?)
    }

    /// A list of texts; absent is empty.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<String> {
        let Some(node) = self.node(key) else {
            return Vec::new();
        };
        self.file
            .list(node)
            .iter()
            .filter_map(|item| self.scalar_allowing_empty(item, key))
            .collect()
    }

    fn scalar_allowing_empty(&self, node: &Node, key: &'static str) -> Option<String> {
        let text = node.scalar().map(str::to_owned);
        if text.is_none() {
            self.file
                .report(node.line, Remark::new("data-not-text").with("key", key));
        }
        text
    }

    pub(crate) fn list(&self, key: &'static str) -> &'a [Node] {
        self.required(key).map_or(&[], |node| self.file.list(node))
    }

    pub(crate) fn optional_list(&self, key: &'static str) -> &'a [Node] {
        self.node(key).map_or(&[], |node| self.file.list(node))
    }

    pub(crate) fn optional_date(&self, key: &'static str) -> Option<NaiveDate> {
        let node = self.node(key)?;
        let text = self.scalar(node, key)?;
        let date = text.parse().ok();
        if date.is_none() {
            let remark = Remark::new("data-not-a-date").with("value", text);
            self.file.report(node.line, remark);
        }
        date
    }

    pub(crate) fn date(&self, key: &'static str) -> Option<NaiveDate> {
        self.required(key)?;
        self.optional_date(key)
    }

    pub(crate) fn optional_number(&self, key: &'static str) -> Option<u32> {
        let node = self.node(key)?;
        let text = self.scalar(node, key)?;
        let number = text.parse().ok();
        if number.is_none() {
            let remark = Remark::new("data-not-a-number").with("value", text);
            self.file.report(node.line, remark);
        }
        number
    }

    /// Whether an optional field says `true`.
    pub(crate) fn flag(&self, key: &'static str) -> bool {
        self.node(key)
            .is_some_and(|_| self.one_of(key, &[("true", true), ("false", false)]) == Some(true))
    }

    /// One of a closed list of words.
    pub(crate) fn one_of<T: Copy>(
        &self,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let node = self.required(key)?;
        let text = self.scalar(node, key)?;
        let found = choices.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
            let remark = Remark::new("data-not-a-choice")
                .with("value", text)
                .with("choices", words.join(", "));
            self.file.report(node.line, remark);
        }
        found.map(|(_, value)| *value)
    }

    /// Reports every field that was never asked for, with the nearest known name.
    pub(crate) fn finish(self) {
        let taken = self.taken.borrow();
        for (key, node) in self.entries {
            if !taken.contains(&key.as_str()) {
                let known: Vec<_> = taken.to_vec();
                let remark = Remark::new("data-unknown-key")
                    .with("key", key)
                    .with("known", known.join(", "));
                self.file.report(node.line, remark);
            }
        }
    }
}
