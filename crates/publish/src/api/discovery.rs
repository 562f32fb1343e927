//! How other observatories find what this one offers: `/.well-known/observatoire-ia.json`.

use super::ROOT;
use crate::open_data::{Dataset, LICENCE, LICENCE_URL, OpenFile, PageFile, Plain};
use crate::snapshot::{EVERYONE, Scope};
use domain::Language;
use serde_json::{Map, Value, json};

/// Name and version of the format of the document.
pub const FORMAT: &str = "observatoire-ia/1";

/// The document of a site. The data set is that of all authorities, with the address of the site.
pub fn discovery(dataset: &Dataset) -> Value {
    let site = dataset.public_url.unwrap_or_default();
    let in_each = |say: &dyn Fn(&Plain) -> String| -> Map<String, Value> {
        let wordings = dataset.wordings();
        let each = wordings.iter();
        each.map(|w| (w.language.tag().to_owned(), say(w).into()))
            .collect()
    };
    let snapshot = dataset.snapshot;
    let newest = snapshot.changed_at(Scope::Everyone);
    let described = OpenFile::ALL.into_iter().map(|file| {
        json!({
            "name": file.name(),
            "title": in_each(&|w| w.get(file.key())),
            "media_type": file.media_type(),
            "url": dataset.address(file.name()),
        })
    });
    let of_pages = PageFile::all().map(|file| {
        json!({
            "name": file.path(),
            "title": in_each(&|w| w.get(&file.key())),
            "media_type": file.media_type(),
            "url": dataset.address(&file.path()),
        })
    });
    let files: Vec<Value> = described.chain(of_pages).collect();
    let authorities: Vec<Value> = snapshot
        .authorities
        .iter()
        .map(|authority| json!({"slug": authority.slug, "name": authority.name}))
        .collect();
    let mut document = json!({
        "format": FORMAT,
        "name": in_each(&|w| dataset.publisher(w)),
        "title": in_each(&|w| dataset.title(w)),
        "site": site,
        "languages": Language::ALL.map(Language::tag),
        "api": {
            "root": format!("{site}{ROOT}"),
            "changes": format!("{site}{ROOT}/changes"),
            "openapi": format!("{site}{ROOT}/openapi.json"),
            "documentation": in_each(&|w| format!("{site}/{}/{EVERYONE}/api", w.language.tag())),
        },
        "authorities": authorities,
        "open_data": files,
        "vocabulary": dataset.vocabulary(),
        "licence": {"id": LICENCE, "url": LICENCE_URL},
        "attribution": in_each(&|w| dataset.title(w)),
        "built_on": snapshot.built_on,
        "fictional": snapshot.is_demonstration,
    });
    if let Some(newest) = newest {
        document["updated"] = newest.to_rfc3339().into();
    }
    document
}
