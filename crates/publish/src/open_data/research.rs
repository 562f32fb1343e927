//! What libraries and research archives read: `DataCite` and RO-Crate.
//!
//! No DOI is written, since nobody has given one.

use super::dataset::OpenFile;
use super::plain::Plain;
use super::{Dataset, LICENCE, LICENCE_URL, pretty};
use chrono::Datelike;
use serde_json::{Value, json};

/// `DataCite` metadata schema 4, as JSON.
pub(super) fn datacite(dataset: &Dataset) -> String {
    let w = &dataset.words();
    let day = dataset.changed_on();
    let each = |say: &dyn Fn(&Plain) -> Value| -> Vec<Value> {
        dataset.wordings().iter().map(say).collect()
    };
    let titles = each(&|w| json!({"title": dataset.title(w), "lang": w.language.tag()}));
    let descriptions = each(&|w| {
        json!({
            "description": dataset.description(w),
            "descriptionType": "Abstract",
            "lang": w.language.tag(),
        })
    });
    let subjects: Vec<Value> = dataset
        .wordings()
        .iter()
        .flat_map(|w| {
            let words = dataset.keywords(w).into_iter();
            let tag = w.language.tag();
            words.map(move |word| json!({"subject": word, "lang": tag}))
        })
        .collect();
    let downloads = dataset.downloads();
    let sizes: Vec<String> = downloads
        .iter()
        .map(|download| format!("{} bytes ({})", download.bytes.len(), download.file.name()))
        .collect();
    let mut formats: Vec<&str> = downloads.iter().map(|d| d.file.media_type()).collect();
    formats.sort_unstable();
    formats.dedup();
    let mut record = json!({
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": w.get("open-kind")},
        "creators": [{"name": dataset.publisher(w), "nameType": "Organizational"}],
        "titles": titles,
        "publisher": {"name": dataset.publisher(w)},
        "publicationYear": day.year().to_string(),
        "dates": [{"date": day, "dateType": "Updated"}],
        "subjects": subjects,
        "descriptions": descriptions,
        "sizes": sizes,
        "formats": formats,
        "version": day,
        "rightsList": [{
            "rights": w.get("open-licence"),
            "rightsUri": LICENCE_URL,
            "rightsIdentifier": LICENCE,
            "rightsIdentifierScheme": "SPDX",
        }],
    });
    if dataset.public_url.is_some() {
        record["alternateIdentifiers"] = json!([{
            "alternateIdentifier": dataset.address("donnees"),
            "alternateIdentifierType": "URL",
        }]);
    }
    pretty(&record)
}

/// RO-Crate 1.2 metadata: the folder, its files, its publisher and its licence.
pub(super) fn ro_crate(dataset: &Dataset) -> String {
    let w = &dataset.words();
    let day = dataset.changed_on();
    let downloads = dataset.downloads();
    let parts: Vec<Value> = downloads
        .iter()
        .map(|download| json!({"@id": download.file.name()}))
        .collect();
    let mut publisher = json!({
        "@id": "#publisher",
        "@type": "Organization",
        "name": dataset.publisher(w),
    });
    if let Some(url) = dataset.public_url {
        publisher["url"] = url.into();
    }
    let mut graph = vec![
        json!({
            "@id": OpenFile::RoCrate.name(),
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
            "about": {"@id": "./"},
        }),
        json!({
            "@id": "./",
            "@type": "Dataset",
            "name": dataset.title(w),
            "description": dataset.description(w),
            "datePublished": day,
            "keywords": dataset.keywords(w).join(", "),
            "inLanguage": Value::from_iter(dataset.wordings().map(|w| w.language.tag())),
            "license": {"@id": LICENCE_URL},
            "publisher": {"@id": "#publisher"},
            "hasPart": parts,
        }),
        publisher,
        json!({
            "@id": LICENCE_URL,
            "@type": "CreativeWork",
            "name": w.get("open-licence"),
            "description": w.get("open-licence-means"),
            "identifier": LICENCE,
        }),
    ];
    graph.extend(downloads.iter().map(|download| {
        json!({
            "@id": download.file.name(),
            "@type": "File",
            "name": w.get(download.file.key()),
            "description": download.file.describe(w),
            "encodingFormat": download.file.media_type(),
            "contentSize": download.bytes.len().to_string(),
            "sha256": download.sha256,
        })
    }));
    pretty(&json!({"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph}))
}
