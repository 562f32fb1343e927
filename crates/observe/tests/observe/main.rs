//! `imports` reads small files through mappings; `layouts` small files in the shapes that registers
//! publish; `published` reads the registers that others really publish, when they are beside the
//! project, and writes them again; `exports` writes records in the shape of each register;
//! `privacy_assessments` reads files of the CNIL tool; `hostile` throws anything at the readers;
//! `samples` are records.

mod exports;
mod hostile;
mod imports;
mod layouts;
mod privacy_assessments;
mod published;
mod samples;

use observe::register::{SourceTable, decode};
use reference::{FileShape, Mapping, Reference, Tree};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The mappings of the project, and those of a test laid over them.
fn mappings(extra: &[(&str, &str)]) -> Reference {
    let files = Tree::from_dir(&root().join("data/mappings")).expect("the project's own folder");
    let mut tree = Tree::default();
    for path in files.paths("", ".yaml") {
        tree.insert(
            format!("data/mappings/{path}"),
            files.get(path).expect("listed"),
        );
    }
    for (name, text) in extra {
        tree.insert(format!("data/mappings/{name}.yaml"), text.as_bytes());
    }
    let (reference, diagnostics) = Reference::read(&tree);
    let faults: Vec<_> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.file.starts_with("data/mappings/"))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    reference
}

fn mapping<'a>(reference: &'a Reference, id: &str) -> &'a Mapping {
    reference
        .mappings
        .get(id)
        .unwrap_or_else(|| panic!("no mapping {id}"))
}

fn table(bytes: &[u8], shape: &FileShape) -> SourceTable {
    decode(bytes, shape).expect("a table")
}
