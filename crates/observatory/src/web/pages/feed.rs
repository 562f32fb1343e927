//! What is new, changed or stopped in the register, as Atom and as JSON Feed.

use crate::web::address::Place;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use chrono::{DateTime, NaiveTime, Utc};
use publish::charts::html::escape;
use serde_json::{Value, json};
use std::fmt::Write;
use uuid::Uuid;

/// Entries of the feed.
const ENTRIES: usize = 50;

/// One version of one record.
struct Entry {
    title: String,
    id: String,
    url: String,
    at: DateTime<Utc>,
    summary: String,
}

/// The feed of a scope as Atom.
pub(crate) fn render(site: &Site, place: &Place) -> Rendered {
    let w = site.wording(place.language);
    let entries = entries(site, place);
    let updated = entries.first().map_or_else(|| nothing_yet(site), |e| e.at);
    let base = &site.public_url;
    let url = |page: &str| escape(&format!("{base}{}", place.page(page)));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n<rights>{}</rights>\n",
        place.language.tag(),
        escape(&title(site, place)),
        url("registre"),
        url("registre.atom"),
        url("registre"),
        stamp(updated),
        escape(&publisher(site, place)),
        escape(&w.get("open-licence")),
    );
    for entry in entries {
        let _ = write!(
            out,
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<link href=\"{}\"/>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
            escape(&entry.title),
            entry.id,
            escape(&entry.url),
            stamp(entry.at),
            escape(&entry.summary),
        );
    }
    out.push_str("</feed>\n");
    Rendered::new("application/atom+xml; charset=utf-8", out)
}

/// The same as JSON Feed 1.1.
pub(crate) fn render_json(site: &Site, place: &Place) -> Rendered {
    let url = |page: &str| format!("{}{}", site.public_url, place.page(page));
    let items: Vec<Value> = entries(site, place)
        .into_iter()
        .map(|entry| {
            json!({
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.summary,
                "date_modified": stamp(entry.at),
            })
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(site, place),
        "home_page_url": url("registre"),
        "feed_url": url("registre.feed.json"),
        "language": place.language.tag(),
        "authors": [{"name": publisher(site, place)}],
        "items": items,
    });
    let body = serde_json::to_string_pretty(&feed).unwrap_or_default();
    Rendered::new("application/feed+json", body + "\n")
}

/// What the feed is about, and whose register it follows.
fn title(site: &Site, place: &Place) -> String {
    let w = site.wording(place.language);
    w.format("feed-title-of", &[("name", publisher(site, place).into())])
}

/// Who publishes: the authority, or all of them.
fn publisher(site: &Site, place: &Place) -> String {
    let scope = place.scope();
    let authorities = site.snapshot.authorities.iter();
    let names: Vec<String> = authorities
        .filter(|authority| scope.holds(&authority.slug))
        .map(|authority| authority.name.plain(place.language).to_owned())
        .collect();
    site.wording(place.language).list(&names)
}

/// When a feed without entries was last true: on the day on which there still was nothing.
fn nothing_yet(site: &Site) -> DateTime<Utc> {
    site.snapshot.built_on.and_time(NaiveTime::MIN).and_utc()
}

/// The latest versions of the records of a scope, newest first.
fn entries(site: &Site, place: &Place) -> Vec<Entry> {
    let w = site.wording(place.language);
    let mut versions: Vec<_> = site
        .snapshot
        .uses_of(place.scope())
        .flat_map(|public| public.history.iter().map(move |version| (public, version)))
        .collect();
    versions.sort_by(|a, b| {
        (b.1.at, &a.0.use_case.reference, a.1.version).cmp(&(
            a.1.at,
            &b.0.use_case.reference,
            b.1.version,
        ))
    });
    let newest = versions.into_iter().take(ENTRIES);
    newest
        .map(|(public, version)| {
            let use_case = &public.use_case;
            let key = if version.changes.is_empty() {
                "news-new"
            } else {
                "news-changed"
            };
            let changes = version.changes.iter();
            let fields: Vec<_> = changes
                .map(|change| w.label("record_fields", &change.field))
                .collect();
            let page = place.record(&use_case.reference);
            Entry {
                title: w.format(key, &[("name", w.text(&use_case.name).into())]),
                id: format!("urn:uuid:{}", version_id(use_case.id, version.version)),
                url: format!("{}{page}", site.public_url),
                at: version.at,
                summary: match &version.note {
                    Some(note) => w.text(note),
                    None => w.list(&fields),
                },
            }
        })
        .collect()
}

/// An identifier of one version of a record, always the same.
fn version_id(record: Uuid, version: u32) -> Uuid {
    Uuid::new_v5(&record, version.to_string().as_bytes())
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
