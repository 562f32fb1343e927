//! The columns of the register as CSV, described in both languages: Table Schema (Frictionless).

use super::register::{COLUMNS, Column, Kind};
use super::{Dataset, LICENCE, pretty};
use domain::Language;
use serde_json::{Value, json};

/// Version of the schema, not of the data: it moves when a column does.
pub(super) const VERSION: &str = "1.0.0";

pub(super) fn write(dataset: &Dataset) -> String {
    let [fr, en] = dataset.wordings();
    let fields: Vec<Value> = COLUMNS
        .iter()
        .map(|column| field(dataset, column))
        .collect();
    pretty(&json!({
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": "registre-usages-ia",
        "title": fr.get("open-schema-title"),
        "title_en": en.get("open-schema-title"),
        "description": fr.get("open-schema-description"),
        "description_en": en.get("open-schema-description"),
        "version": VERSION,
        "licenses": [{"name": LICENCE}],
        "missingValues": [""],
        "primaryKey": "reference",
        "fields": fields,
    }))
}

fn field(dataset: &Dataset, column: &Column) -> Value {
    let [fr, en] = dataset.wordings();
    let key = format!("open-column-{}", column.name.replace('_', "-"));
    let definition = format!("{key}-means");
    let kind = match column.kind {
        Kind::Text | Kind::Code(_) => "string",
        Kind::Day => "date",
        Kind::Instant => "datetime",
        Kind::Whole => "integer",
    };
    let mut constraints = json!({"required": column.is_filled});
    if column.name == "reference" {
        constraints["unique"] = true.into();
    }
    if let Kind::Code(vocabulary) = column.kind {
        constraints["enum"] = codes(dataset, vocabulary);
    }
    let mut field = json!({
        "name": column.name,
        "title": fr.get(&key),
        "title_en": en.get(&key),
        "description": fr.get(&definition),
        "description_en": en.get(&definition),
        "type": kind,
        "constraints": constraints,
    });
    if matches!(column.kind, Kind::Instant) {
        field["format"] = "any".into();
    }
    if let Kind::Code(vocabulary) = column.kind {
        field["labels"] = labels(dataset, vocabulary, Language::Fr);
        field["labels_en"] = labels(dataset, vocabulary, Language::En);
    }
    field
}

fn codes(dataset: &Dataset, vocabulary: &str) -> Value {
    let vocabulary = dataset.wording.reference.vocabularies.get(vocabulary);
    let entries = vocabulary.into_iter().flat_map(|known| &known.values);
    entries.map(|entry| json!(entry.code)).collect()
}

/// The word of each code.
fn labels(dataset: &Dataset, vocabulary: &str, language: Language) -> Value {
    let vocabulary = dataset.wording.reference.vocabularies.get(vocabulary);
    let entries = vocabulary.into_iter().flat_map(|known| &known.values);
    let labels = entries.map(|entry| (entry.code.clone(), json!(entry.label.plain(language))));
    Value::Object(labels.collect())
}
