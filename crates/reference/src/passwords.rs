use crate::reader::{FileReader, read_file};
use crate::yaml::Node;
use crate::{Diagnostic, Tree};
use domain::Remark;
use std::cell::RefCell;
use std::collections::BTreeSet;

const WORDS: &str = "data/passwords/words.yaml";
const COMMONEST: &str = "data/passwords/commonest.txt";
/// Digits of a line of the list of the commonest.
const DIGITS: usize = 16;

/// What passwords may not lean on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passwords {
    /// Words that people try first, in lower case.
    pub words: Vec<String>,
    /// The commonest of them all, each as the first eight bytes of the SHA-1 of its lower-case form.
    pub commonest: BTreeSet<u64>,
}

impl Passwords {
    pub(crate) fn read(tree: &Tree, found: &RefCell<Vec<Diagnostic>>) -> Self {
        Self {
            words: read_file(tree, WORDS, found, words),
            commonest: commonest(tree, found),
        }
    }
}

fn words(file: &FileReader, root: &Node) -> Vec<String> {
    let Some(map) = file.map(root) else {
        return Vec::new();
    };
    let words: Vec<_> = ["fr", "en", "keyboard"]
        .into_iter()
        .flat_map(|list| map.texts(list))
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    map.finish();
    words
}

fn commonest(tree: &Tree, found: &RefCell<Vec<Diagnostic>>) -> BTreeSet<u64> {
    let lines = (1..).zip(tree.text(COMMONEST).unwrap_or_default().lines());
    let read = lines.filter_map(|(number, line)| {
        let hash = (line.len() == DIGITS).then(|| u64::from_str_radix(line, 16).ok());
        if hash.flatten().is_none() {
            let remark = Remark::new("data-not-a-hash").with("value", line);
            found
                .borrow_mut()
                .push(Diagnostic::at(COMMONEST, number, remark));
        }
        hash.flatten()
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, commonest: &str) -> (Passwords, Vec<(usize, &'static str)>) {
        let mut tree = Tree::default();
        tree.insert(WORDS, words);
        tree.insert(COMMONEST, commonest);
        let found = RefCell::new(Vec::new());
        let passwords = Passwords::read(&tree, &found);
        let found = found.into_inner().into_iter();
        let found = found.map(|told| (told.line, told.remark.key)).collect();
        (passwords, found)
    }

    #[test]
    fn words_and_hashes_are_read_and_what_is_none_is_told() {
        let words = "fr: [Bonjour, \"\"]\nen: [hello]\nkeyboard: [azerty]\n";
        let (passwords, told) = read(words, "00000000000000ff\nFF\n000000000000000g\n");
        assert_eq!(passwords.words, ["bonjour", "hello", "azerty"]);
        assert_eq!(passwords.commonest, BTreeSet::from([255]));
        assert_eq!(told, [(2, "data-not-a-hash"), (3, "data-not-a-hash")]);
        let (_, told) = read("fr: [a]\nen: [b]\nkeyboard: [c]\nde: [d]\n", "");
        assert_eq!(told.len(), 1, "{told:?}");
    }
}
