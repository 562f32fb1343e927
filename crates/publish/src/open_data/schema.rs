//! The columns of the CSV, described in both languages: Table Schema (Frictionless). That of the
//! register is a file of its own; the others are in the package.

use super::plain::Plain;
use super::register::{COLUMNS, Column, Kind};
use super::{Dataset, LICENCE, pretty};
use domain::Language;
use serde_json::{Value, json};

/// Version of the schema, not of the data: it moves when a column does.
pub(super) const VERSION: &str = "1.0.0";

pub(super) fn write(dataset: &Dataset) -> String {
    let [fr, en] = dataset.wordings();
    let mut schema = table(dataset, &COLUMNS, "reference");
    let described = json!({
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": "registre-usages-ia",
        "title": fr.get("open-schema-title"),
        "title_en": en.get("open-schema-title"),
        "description": described(&fr),
        "description_en": described(&en),
        "version": VERSION,
        "licenses": [{"name": LICENCE}],
    });
    merge(&mut schema, described);
    pretty(&schema)
}

/// What the schema is, and how the cells of the CSV are written.
fn described(w: &Plain) -> String {
    format!(
        "{} {}",
        w.get("open-schema-description"),
        w.get("open-csv-rules")
    )
}

/// The columns of a CSV, one of which names its rows.
pub(super) fn table(dataset: &Dataset, columns: &[Column], key: &str) -> Value {
    let fields: Vec<Value> = columns
        .iter()
        .map(|column| field(dataset, column, key))
        .collect();
    json!({"missingValues": [""], "primaryKey": key, "fields": fields})
}

fn merge(schema: &mut Value, more: Value) {
    if let (Some(fields), Value::Object(more)) = (schema.as_object_mut(), more) {
        fields.extend(more);
    }
}

/// The title of a column, and what it means. An end of a range is called after the range.
fn words(w: &Plain, name: &str) -> (String, String) {
    let of = |name: &str| {
        let key = format!("open-column-{}", name.replace('_', "-"));
        (w.get(&key), w.get(&format!("{key}-means")))
    };
    let end = |range: &str, end: &str| {
        let (title, means) = of(range);
        let key = format!("open-column-{end}-of");
        let title = w.format(&key, &[("what", title.into())]);
        let means = w.format(&format!("{key}-means"), &[("what", means.into())]);
        (title, means)
    };
    if let Some(range) = name.strip_suffix("_low") {
        return end(range, "low");
    }
    if let Some(range) = name.strip_suffix("_high") {
        return end(range, "high");
    }
    of(name)
}

fn field(dataset: &Dataset, column: &Column, key: &str) -> Value {
    let [fr, en] = dataset.wordings();
    let [(title, means), (title_en, means_en)] = [&fr, &en].map(|w| words(w, column.name));
    let kind = match column.kind {
        Kind::Text | Kind::Code(_) => "string",
        Kind::Day => "date",
        Kind::Instant => "datetime",
        Kind::Whole => "integer",
        Kind::Number => "number",
        Kind::Truth => "boolean",
    };
    let mut constraints = json!({"required": column.is_filled});
    if column.name == key {
        constraints["unique"] = true.into();
    }
    if let Kind::Code(vocabulary) = column.kind {
        constraints["enum"] = codes(dataset, vocabulary);
    }
    let mut field = json!({
        "name": column.name,
        "title": title,
        "title_en": title_en,
        "description": means,
        "description_en": means_en,
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
