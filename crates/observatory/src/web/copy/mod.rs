//! The public site as files that any file server, or none, can show.
//!
//! Start with [`make`]: it asks the site for every page a reader can reach, as a reader would, then
//! makes its links relative and says where a server is missed. The same snapshot gives the same
//! bytes.

mod crawl;
mod folder;
mod links;
mod names;

pub use folder::{Written, check, write};

use super::server::App;
use crate::instance::Instance;
use anyhow::Result;
use crawl::Crawl;
use domain::Language;
use links::Pages;
use publish::EVERYONE;
use publish::open_data::Offered;
use serde_json::Value;
use std::collections::BTreeMap;

/// The page that says what a copy cannot do.
pub(super) const WHY: &str = "copie-statique";

/// A copy, in memory.
pub struct Copy {
    /// Content by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many of them are pages.
    pub pages: usize,
    /// Links that lead nowhere, with the page they are on.
    pub dead: Vec<(String, String)>,
}

/// Makes the copy that will be read at an address. `told` hears how many pages are done and known.
pub async fn make(
    instance: Instance,
    public_url: &str,
    mut told: impl FnMut(usize, usize),
) -> Result<Copy> {
    let app = App::build(instance, public_url.to_owned(), Offered::Copy).await?;
    let mut crawl = Crawl::of(app.clone());
    crawl.run(&mut told).await;
    let site = app.site();
    let words = Language::ALL
        .map(|language| (language, site.library.words.get(language, "copy-no-server")));
    let pages = Pages::of(&crawl, BTreeMap::from(words));
    let mut dead = crawl.dead.clone();
    let mut files = pages.written(&mut dead);
    let count = pages.len();
    for (path, bytes) in &crawl.files {
        files.insert(names::file(path), bytes.clone());
    }
    if let Some(found) = files.get_mut(".well-known/observatoire-ia.json") {
        *found = without_api(found);
    }
    for (from, to) in crawl.detours() {
        let at = names::page(from);
        let to = match crawl.pages.contains_key(to) {
            true => names::page(to),
            false => names::file(to),
        };
        let page = leading(&at, &to).into_bytes();
        files.entry(at).or_insert(page);
    }
    files.insert("index.html".to_owned(), entrance().into_bytes());
    Ok(Copy {
        pages: count,
        files,
        dead,
    })
}

/// A copy has no API: it must not offer one.
fn without_api(document: &[u8]) -> Vec<u8> {
    let Ok(mut document) = serde_json::from_slice::<Value>(document) else {
        return document.to_vec();
    };
    if let Some(fields) = document.as_object_mut() {
        fields.remove("api");
    }
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

/// An address that leads to another’s page: that of a record for ever, that of the only authority.
fn leading(from: &str, to: &str) -> String {
    let to = links::relative(from, to);
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Vigie</title><meta http-equiv=\"refresh\" content=\"0; url={to}\"></head><body><h1>Vigie</h1><p><a href=\"{to}\">→</a></p></body></html>\n"
    )
}

/// Without a server nobody reads the language of the browser: the reader chooses.
fn entrance() -> String {
    let of = |language: Language, name: &str| {
        let tag = language.tag();
        format!(
            "<li><a href=\"{tag}/index.html\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a></li>"
        )
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Vigie</title></head><body><main><h1>Vigie</h1><ul>{}{}</ul></main></body></html>\n",
        of(Language::Fr, "Français"),
        of(Language::En, "English")
    )
}

/// The page that says what a copy cannot do, in the language of an address.
fn why(address: &str) -> String {
    let tag = address.split('/').nth(1).unwrap_or_default();
    let language = Language::from_tag(tag).filter(|language| language.tag() == tag);
    format!("/{}/{EVERYONE}/{WHY}", language.unwrap_or_default().tag())
}
