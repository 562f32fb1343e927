mod canada;
mod cases;
mod invented;
mod properties;

use reference::{Questionnaire, Reference, Tree};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The questionnaires of the project, none with a mistake, each with a source that exists.
fn questionnaires() -> Vec<Questionnaire> {
    let files = Tree::from_dir(&root().join("data")).expect("the project's own folder");
    let mut tree = Tree::default();
    for path in files.paths("", "") {
        tree.insert(format!("data/{path}"), files.get(path).expect("listed"));
    }
    let (reference, diagnostics) = Reference::read(&tree);
    let mut faults = diagnostics
        .iter()
        .filter(|fault| fault.file.starts_with("data/"));
    assert_eq!(faults.next(), None);
    reference.questionnaires.into_values().collect()
}

fn questionnaire(id: &str) -> Questionnaire {
    let mut all = questionnaires().into_iter();
    all.find(|questionnaire| questionnaire.id == id)
        .unwrap_or_else(|| panic!("no questionnaire {id}"))
}
