//! The messages of the interface: both languages, no key missing, none left over.

use publish::Words;
use reference::Tree;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn words() -> Words {
    let files = Tree::from_dir(&root().join("i18n")).expect("the project's own folder");
    let mut tree = Tree::default();
    for path in files.paths("", "") {
        tree.insert(
            format!("i18n/{path}"),
            files.get(path).expect("it was listed"),
        );
    }
    let (words, diagnostics) = Words::read(&tree);
    assert_eq!(
        diagnostics,
        [],
        "every message has its twin, with the same blanks"
    );
    words
}

/// Every source and template of the product, tests left out.
fn sources() -> String {
    let mut text = String::new();
    let crates = fs::read_dir(root().join("crates")).expect("crates");
    let mut folders: Vec<_> = crates
        .flatten()
        .map(|entry| entry.path().join("src"))
        .collect();
    folders.push(root().join("templates"));
    for folder in folders {
        let files = Tree::from_dir(&folder).expect("a readable folder");
        for path in files.paths("", "") {
            text.push_str(files.text(path).expect("UTF-8"));
        }
    }
    text
}

/// Pieces between double quotes that look like a key, and the fixed part of built ones.
fn quoted(sources: &str) -> BTreeSet<&str> {
    let is_key = |piece: &&str| {
        piece.len() > 1
            && piece.starts_with(|c: char| c.is_ascii_lowercase())
            && piece
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_{}".contains(c))
    };
    sources.split('"').filter(is_key).collect()
}

#[test]
fn no_message_is_left_over() {
    let sources = sources();
    let quoted = quoted(&sources);
    let prefixes: Vec<&str> = quoted
        .iter()
        .filter_map(|piece| piece.split_once('{'))
        .map(|(prefix, _)| prefix)
        .filter(|prefix| prefix.len() > 3)
        .collect();
    let words = words();
    let unused: Vec<_> = words
        .keys()
        .filter(|key| {
            let base = ["-hint", "-reserve", "-doubt", "-short"]
                .iter()
                .find_map(|suffix| key.strip_suffix(suffix));
            let is_named = quoted.contains(key) || base.is_some_and(|base| quoted.contains(base));
            !is_named && !prefixes.iter().any(|prefix| key.starts_with(prefix))
        })
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "messages that nothing says");
}

#[test]
fn every_remark_has_its_message_and_its_advice() {
    let sources = sources();
    let words = words();
    let keys: BTreeSet<_> = words.keys().collect();
    let said = sources
        .split("Remark::new(\"")
        .skip(1)
        .filter_map(|piece| piece.split('"').next());
    for key in said {
        assert!(keys.contains(key), "no message for {key}");
        let hint = format!("{key}-hint");
        assert!(keys.contains(hint.as_str()), "no advice for {key}");
    }
}
