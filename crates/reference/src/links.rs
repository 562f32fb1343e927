//! What data files cite: sources, rules and words of closed lists that must exist.

use crate::reader::{FileReader, MapReader};
use crate::{Diagnostic, Reference};
use domain::Remark;
use std::cell::RefCell;

/// Checks that what data files cite exists.
pub(crate) struct Links<'a> {
    pub(crate) reference: &'a Reference,
    pub(crate) found: &'a RefCell<Vec<Diagnostic>>,
}

impl Links<'_> {
    pub(crate) fn report(&self, file: &str, remark: Remark) {
        self.found
            .borrow_mut()
            .push(Diagnostic::at(file, 0, remark));
    }

    pub(crate) fn unknown(&self, file: &str, kind: &'static str, id: &str) {
        let remark = Remark::new("data-unknown-reference")
            .with("kind", kind)
            .with("id", id);
        self.report(file, remark);
    }

    pub(crate) fn sources(&self, file: &str, ids: &[String]) {
        for id in ids {
            if self.reference.source(id).is_none() {
                self.unknown(file, "source", id);
            }
        }
    }

    /// Rules, principles and recommendations are looked for only where there are some: `data/` may
    /// be read without the law or the charter, and a missing file is told once, as such.
    pub(crate) fn rules(&self, file: &str, ids: &[String]) {
        let known: Vec<_> = self
            .reference
            .law
            .rules
            .iter()
            .map(|rule| &rule.id)
            .collect();
        self.among(file, "rule", ids, &known);
    }

    pub(crate) fn principles(&self, file: &str, ids: &[String]) {
        let known: Vec<_> = self.reference.principles.iter().map(|p| &p.id).collect();
        self.among(file, "principle", ids, &known);
    }

    pub(crate) fn recommendations(&self, file: &str, ids: &[String]) {
        let known: Vec<_> = self
            .reference
            .recommendations
            .iter()
            .map(|r| &r.id)
            .collect();
        self.among(file, "recommendation", ids, &known);
    }

    fn among(&self, file: &str, kind: &'static str, ids: &[String], known: &[&String]) {
        if known.is_empty() {
            return;
        }
        for id in ids.iter().filter(|id| !known.contains(id)) {
            self.unknown(file, kind, id);
        }
    }
}

/// The sources of a map; one at least, or it is told.
pub(crate) fn sources(file: &FileReader, map: &MapReader) -> Option<Vec<String>> {
    let sources = map.texts("sources");
    if sources.is_empty() {
        file.report(map.line(), Remark::new("data-no-source"));
    }
    (!sources.is_empty()).then_some(sources)
}

/// The words of a closed vocabulary that a list names; a wrong one is told and gives none.
pub(crate) fn words<T: Copy>(
    file: &FileReader,
    map: &MapReader,
    key: &'static str,
    read: impl Fn(&str) -> Option<T>,
    all: &[&str],
) -> Option<Vec<T>> {
    let words = map.texts(key);
    let mut known = Vec::new();
    for word in &words {
        match read(word) {
            Some(value) => known.push(value),
            None => {
                let remark = Remark::new("data-not-a-choice")
                    .with("value", word)
                    .with("choices", all.join(", "));
                file.report(map.line(), remark);
            }
        }
    }
    (known.len() == words.len()).then_some(known)
}

/// Reads a list of a vocabulary of the domain.
macro_rules! words_of {
    ($file:expr, $map:expr, $key:literal, $kind:ty) => {{
        let all: Vec<&str> = <$kind>::ALL.iter().map(|value| value.code()).collect();
        $crate::links::words($file, $map, $key, <$kind>::from_code, &all)
    }};
}

pub(crate) use words_of;
