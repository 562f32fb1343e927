//! Records and sheets written as data; and those of the demonstration.

use crate::root;
use chrono::NaiveDate;
use domain::{Department, ModelSheet, SupplierSheet, ToolSheet, UseCase};
use evaluate::dependencies::Catalogue;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the calendar")
}

fn read<T: DeserializeOwned>(base: Value, said: Value) -> T {
    let mut document = base;
    let map = document.as_object_mut().expect("a base is a map");
    let Value::Object(said) = said else {
        panic!("what is said is a map");
    };
    map.extend(said);
    serde_json::from_value(document).expect("a document")
}

/// Identifiers are derived from the name, so that a test can be read without them.
fn id(of: &str) -> String {
    let bytes = of.bytes().fold(7_u128, |sum, byte| {
        sum.wrapping_mul(257).wrapping_add(u128::from(byte))
    });
    format!("{bytes:032x}")
}

/// A use case in use of which nothing else is known, plus what is said.
pub(crate) fn use_case(reference: &str, said: Value) -> UseCase {
    let base = json!({
        "id": id(reference), "reference": reference, "authority": "ville",
        "name": {"fr": reference}, "lifecycle": "deployed", "evidence": "declared",
        "generative": "yes", "publication": {"level": "public"},
    });
    read(base, said)
}

/// A tool sheet of which nothing else is known, plus what is said.
pub(crate) fn tool(key: &str, said: Value) -> ToolSheet {
    let base = json!({
        "id": id(key), "key": key, "name": {"fr": key}, "model_class": "unknown",
        "hosting": "unknown", "training_reuse": "unknown", "status": "approved",
    });
    read(base, said)
}

pub(crate) fn model(key: &str, said: Value) -> ModelSheet {
    read(
        json!({"id": id(key), "key": key, "name": {"fr": key}, "class": "unknown"}),
        said,
    )
}

pub(crate) fn supplier(key: &str, said: Value) -> SupplierSheet {
    read(
        json!({"id": id(key), "key": key, "name": {"fr": key}}),
        said,
    )
}

/// Every sheet of the demonstration.
pub(crate) struct Demo {
    pub(crate) uses: Vec<UseCase>,
    pub(crate) departments: Vec<Department>,
    tools: Vec<ToolSheet>,
    models: Vec<ModelSheet>,
    suppliers: Vec<SupplierSheet>,
}

impl Demo {
    pub(crate) fn read() -> Self {
        let folder = root().join("demo");
        let sheets = yaml(&folder.join("tools.yaml"));
        let departments = yaml(&folder.join("departments.yaml"));
        let mut files: Vec<_> = std::fs::read_dir(folder.join("use-cases"))
            .expect("the folder of use cases")
            .map(|entry| entry.expect("a file").path())
            .collect();
        files.sort();
        let named = |mut document: Value, key: &str| {
            let name = document[key].as_str().expect("a key").to_owned();
            document["id"] = id(&name).into();
            document
        };
        Self {
            uses: files
                .iter()
                .map(|file| whole(named(yaml(file), "reference"), file))
                .collect(),
            departments: list(&departments["departments"], named),
            tools: list(&sheets["tools"], named),
            models: list(&sheets["models"], named),
            suppliers: list(&sheets["suppliers"], named),
        }
    }

    pub(crate) fn catalogue(&self) -> Catalogue<'_> {
        Catalogue::new(&self.tools, &self.models, &self.suppliers)
    }

    pub(crate) fn in_use(&self) -> impl Iterator<Item = &UseCase> {
        let uses = self.uses.iter();
        uses.filter(|use_case| use_case.lifecycle.is_in_use())
    }
}

fn yaml(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a file of the demonstration");
    let (root, faults) = reference::parse("demo", &text);
    assert!(faults.is_empty(), "{}: {faults:?}", path.display());
    root.expect("a document").to_json()
}

fn list<T: DeserializeOwned>(values: &Value, named: impl Fn(Value, &str) -> Value) -> Vec<T> {
    let values = values.as_array().expect("a list").iter();
    values
        .map(|value| whole(named(value.clone(), "key"), Path::new("a sheet")))
        .collect()
}

fn whole<T: DeserializeOwned>(document: Value, from: &Path) -> T {
    serde_json::from_value(document).unwrap_or_else(|fault| panic!("{}: {fault}", from.display()))
}
