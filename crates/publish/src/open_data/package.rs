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
        "created": format!("{}T00:00:00Z", dataset.changed_on()),
        "version": dataset.changed_on(),
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
    let kind = match extension {
        "csv" => "table",
        // Read as a table, it would ask for more than the reference tool has by default.
        "parquet" => "file",
        _ => "json",
    };
    let mut resource = json!({
        "name": format!("{stem}-{extension}"),
        "type": kind,
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
    if let Some(schema) = schema_of(dataset, file).filter(|_| file.is_text()) {
        resource["schema"] = schema;
        resource["profile"] = "tabular-data-resource".into();
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
