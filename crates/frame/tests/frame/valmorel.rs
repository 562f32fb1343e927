//! The fictional authority of the demonstration: its charter, its signatures, its acts and its
//! records, as they are read from the project's own files.

use crate::root;
use chrono::NaiveDate;
use domain::{Authority, Document, Generative, Lifecycle, ToolSheet, UseCase};
use frame::{Declared, Gathered, Policy, Verdict, with_documents};
use reference::law::Sheets;
use reference::{Reference, Tree};
use std::sync::OnceLock;

/// The day of the specification of the law.
pub(crate) fn today() -> NaiveDate {
    "2026-11-24".parse().expect("a day")
}

/// The law and the default charter, and nothing that anybody signed.
fn charter() -> Tree {
    let mut tree = Tree::default();
    for folder in ["data/law", "framework"] {
        let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
        for path in files.paths("", ".yaml") {
            tree.insert(format!("{folder}/{path}"), files.get(path).expect("listed"));
        }
    }
    tree
}

fn read(tree: &Tree) -> Reference {
    let (reference, diagnostics) = Reference::read(tree);
    let told: Vec<_> = diagnostics
        .iter()
        .filter(|d| d.file.starts_with("framework/") && !d.file.ends_with("recommendations.yaml"))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
    reference
}

/// The default charter alone.
pub(crate) fn unsigned() -> &'static Reference {
    static UNSIGNED: OnceLock<Reference> = OnceLock::new();
    UNSIGNED.get_or_init(|| read(&charter()))
}

/// The charter with what the functions of Valmorel signed.
pub(crate) fn signed() -> &'static Reference {
    static SIGNED: OnceLock<Reference> = OnceLock::new();
    SIGNED.get_or_init(|| {
        let mut tree = charter();
        let path = root().join("demo/sheets.yaml");
        let text = std::fs::read(path).expect("the demonstration");
        tree.insert("framework/sheets/valmorel.yaml", text);
        read(&tree)
    })
}

/// The authorities, the tools and the use cases of the demonstration.
pub(crate) struct Records {
    pub(crate) authorities: Vec<Authority>,
    pub(crate) tools: Vec<ToolSheet>,
    pub(crate) use_cases: Vec<UseCase>,
}

pub(crate) fn records() -> &'static Records {
    static RECORDS: OnceLock<Records> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let tree = Tree::from_dir(&root().join("demo")).expect("the demonstration");
        let list = |path: &str, key: &str| {
            let value = json(&tree, path);
            let items = value[key].as_array().cloned();
            items.expect("a list")
        };
        let use_cases = tree.paths("use-cases/", ".yaml");
        Records {
            authorities: documents(list("authorities.yaml", "authorities")),
            tools: documents(list("tools.yaml", "tools")),
            use_cases: documents(use_cases.map(|path| json(&tree, path)).collect()),
        }
    })
}

fn json(tree: &Tree, path: &str) -> serde_json::Value {
    let (node, told) = reference::parse(path, tree.text(path).expect("a text"));
    assert_eq!(told, []);
    node.expect("a document").to_json()
}

/// Documents without identifiers: these follow from the references, and no test needs them.
fn documents<D: Document>(values: Vec<serde_json::Value>) -> Vec<D> {
    let document = |mut value: serde_json::Value| {
        value["id"] = "00000000-0000-0000-0000-000000000000".into();
        serde_json::from_value(value).expect("a document of the demonstration")
    };
    values.into_iter().map(document).collect()
}

impl Records {
    pub(crate) fn use_case(&self, reference: &str) -> &UseCase {
        let mut records = self.use_cases.iter();
        let record = records.find(|record| record.reference == reference);
        record.expect("a record of the demonstration")
    }

    /// A record of an authority that is in use and says nothing else to the law.
    pub(crate) fn bare(&self, authority: &str) -> UseCase {
        UseCase {
            authority: authority.to_owned(),
            lifecycle: Lifecycle::Deployed,
            generative: Generative::Unknown,
            modalities: Vec::new(),
            personal_data: None,
            automation_level: None,
            law_answers: Vec::new(),
            duties_done: Vec::new(),
            ..self.use_cases[0].clone()
        }
    }

    pub(crate) fn declared(&self, record: &UseCase, reference: &Reference) -> Declared {
        Declared::of(record, &reference.law, &self.sheets(reference), today())
    }

    /// The sheets with the tools and the authorities of the demonstration.
    pub(crate) fn sheets(&self, reference: &Reference) -> Sheets {
        let Reference { law, sheets, .. } = reference;
        with_documents(law, sheets, &self.tools, &self.authorities)
    }

    /// The verdict of a record.
    pub(crate) fn verdict<'a>(
        &self,
        record: &UseCase,
        reference: &'a Reference,
    ) -> (Gathered, Verdict<'a>) {
        let declared = self.declared(record, reference);
        assert_eq!(declared.remarks, [], "{}", record.reference);
        let policy = Policy::of(&reference.policy, Some(&record.authority), today());
        crate::ask(&reference.law, &declared.question(), &policy)
    }
}
