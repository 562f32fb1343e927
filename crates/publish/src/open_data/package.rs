//! Data Package (Frictionless): every file of data with its size and sum.

use super::dataset::{Download, OpenFile};
use super::{Dataset, LICENCE, LICENCE_URL, footprint, numbers, pretty, schema};
use serde_json::{Value, json};
use std::fmt::Write;

pub(super) fn write(dataset: &Dataset) -> String {
    let w = &dataset.words();
    let downloads = dataset.downloads();
    let resources: Vec<Value> = downloads
        .iter()
        .map(|download| resource(dataset, download))
        .collect();
    let mut package = json!({
        "profile": "data-package",
        "name": format!("registre-{}", dataset.scope.slug()),
        "title": dataset.title(w),
        "description": dataset.description(w),
        "created": format!("{}T00:00:00Z", dataset.snapshot.built_on),
        "version": dataset.snapshot.built_on,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": w.get("open-licence")}],
        "contributors": [{"title": dataset.publisher(w), "role": "publisher"}],
        "keywords": dataset.keywords(w),
        "resources": resources,
    });
    if dataset.public_url.is_some() {
        package["homepage"] = dataset.address("donnees").into();
    }
    pretty(&package)
}

fn resource(dataset: &Dataset, download: &Download) -> Value {
    let file = download.file;
    let w = dataset.words();
    let (stem, extension) = file.name().split_once('.').unwrap_or((file.name(), ""));
    let is_csv = extension == "csv";
    let is_table = is_csv || file.has_schema();
    let mut resource = json!({
        "name": format!("{stem}-{extension}"),
        "type": if is_table { "table" } else { "json" },
        "path": file.name(),
        "title": w.get(file.key()),
        "description": file.describe(&w),
        "format": extension,
        "mediatype": file.media_type(),
        "bytes": download.bytes.len(),
        "hash": format!("sha256:{}", download.sha256),
    });
    if file.is_text() {
        resource["encoding"] = "utf-8".into();
    }
    if is_csv {
        resource["dialect"] = json!({
            "delimiter": ",",
            "quoteChar": "\"",
            "doubleQuote": true,
            "lineTerminator": "\r\n",
        });
    }
    if let Some(schema) = schema_of(dataset, file) {
        resource["schema"] = schema;
        // The profile of tables is for text: a Parquet file has its schema without it.
        if file.is_text() {
            resource["profile"] = "tabular-data-resource".into();
        }
    }
    resource
}

/// The columns of a file: that of the register is a file beside it.
fn schema_of(dataset: &Dataset, file: OpenFile) -> Option<Value> {
    match file {
        file if file.has_schema() => Some(OpenFile::Schema.name().into()),
        OpenFile::Numbers => Some(schema::table(dataset, &numbers::COLUMNS, "key")),
        OpenFile::Footprint => Some(schema::table(dataset, &footprint::COLUMNS, "reference")),
        _ => None,
    }
}

/// One line a file, as `sha256sum --check` reads it.
pub(super) fn checksums(dataset: &Dataset) -> String {
    dataset
        .downloads()
        .iter()
        .fold(String::new(), |mut out, download| {
            let _ = writeln!(out, "{}  {}", download.sha256, download.file.name());
            out
        })
}
