//! Atom: what is new, changed or stopped in the register.

use crate::web::address::Place;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use chrono::{DateTime, Utc};
use publish::charts::html::escape;
use std::fmt::Write;

/// Entries of the feed.
const ENTRIES: usize = 50;

/// The feed of a scope.
pub(crate) fn render(site: &Site, place: &Place) -> Rendered {
    let w = site.wording(place.language);
    let mut entries: Vec<_> = site
        .snapshot
        .uses_of(place.scope())
        .flat_map(|public| public.history.iter().map(move |version| (public, version)))
        .collect();
    entries.sort_by(|a, b| {
        (b.1.at, &a.0.use_case.reference, a.1.version).cmp(&(
            a.1.at,
            &b.0.use_case.reference,
            b.1.version,
        ))
    });
    let newest = entries.first().map(|(_, version)| version.at);
    let base = &site.public_url;
    let url = |page: &str| escape(&format!("{base}{}", place.page(page)));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n<rights>CC BY-SA 4.0</rights>\n",
        place.language.tag(),
        escape(&w.get("feed-title")),
        url("registre"),
        url("registre.atom"),
        url("registre"),
        stamp(newest.unwrap_or_default()),
        escape(&w.get("site-name")),
    );
    for (public, version) in entries.into_iter().take(ENTRIES) {
        let use_case = &public.use_case;
        let key = if version.changes.is_empty() {
            "news-new"
        } else {
            "news-changed"
        };
        let title = w.format(key, &[("name", w.text(&use_case.name).into())]);
        let fields: Vec<_> = version
            .changes
            .iter()
            .map(|change| w.label("record_fields", &change.field))
            .collect();
        let summary = match &version.note {
            Some(note) => w.text(note),
            None => w.list(&fields),
        };
        let address = format!("{base}{}", place.record(&use_case.reference));
        let _ = write!(
            out,
            "<entry>\n<title>{}</title>\n<id>urn:uuid:{}:{}</id>\n<link href=\"{}\"/>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
            escape(&title),
            use_case.id,
            version.version,
            escape(&address),
            stamp(version.at),
            escape(&summary),
        );
    }
    out.push_str("</feed>\n");
    Rendered::new("application/atom+xml; charset=utf-8", out)
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
