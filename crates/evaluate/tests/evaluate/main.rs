//! `cases` verifies the law by the cases beside it, and by those beside the project; `answers`
//! looks at questions, what is coming and explanations; `properties` throws any facts at the
//! rules; `mutants` asks whether the cases prove the rules; `scored` puts questionnaires to the test;
//! `risks` looks at suggestions, measures and views; `starters` at the
//! start of an impact assessment; `dependencies`, `effects` and `technologies` are small worlds and
//! the fictional city, written with `sheets`.

mod answers;
mod cases;
mod dependencies;
mod effects;
mod mutants;
mod properties;
mod risks;
mod scored;
mod sheets;
mod starters;
mod technologies;

use reference::law::Law;
use reference::{Reference, Tree};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The law of the project; every mistake of its files fails the test that asked for it.
fn law() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    LAW.get_or_init(|| {
        let mut tree = Tree::default();
        for folder in ["data/law", "data/sources"] {
            let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
            for path in files.paths("", ".yaml") {
                let bytes = files.get(path).expect("it was listed");
                tree.insert(format!("{folder}/{path}"), bytes);
            }
        }
        let (reference, diagnostics) = Reference::read(&tree);
        let faults: Vec<_> = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.file.starts_with("data/law/"))
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
        reference.law
    })
}

/// A file of worked cases, when the shared data lie beside the project.
fn shared(name: &str) -> Option<String> {
    let path = root().join("../shared/data/law-cases").join(name);
    std::fs::read_to_string(path).ok()
}
