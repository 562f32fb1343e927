use crate::clock;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{CommonField, Publisher};
use publish::{Freshness, Wording, elsewhere};
use std::cmp::Reverse;

#[derive(Template)]
#[template(path = "pages/publisher.html")]
struct Page<'a> {
    layout: Layout<'a>,
    attribution: String,
    url: Option<String>,
    silent: Option<String>,
    facts: Vec<(String, String)>,
    /// Registers that hold records of the same names.
    shared: Vec<String>,
    /// Each field that some record fills in: how many do.
    filled: Vec<(String, String)>,
    history: String,
    records: String,
}

/// The page of a publisher: who they are, how many of their records are here, and how old the copy
/// is.
pub(crate) fn render(site: &Site, place: &Place, slug: &str) -> Result<Rendered, PageError> {
    let publisher = site.snapshot.publishers.get(slug);
    let publisher = publisher.ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let layout = Layout::new(site, place, &format!("editeur/{slug}"), "register");
    let page = Page {
        attribution: w.text(&publisher.attribution),
        url: publisher
            .url
            .clone()
            .filter(|url| super::parts::is_web(url)),
        silent: silence(site, slug, &w),
        facts: facts(site, publisher, &w),
        shared: shared(site, slug, &w),
        filled: filled(site, slug, &w),
        history: place.page(&format!("ailleurs/histoire/{slug}")),
        records: place.page(&format!("registre?source=ailleurs&editeur={slug}")),
        layout: layout.titled(w.text(&publisher.name)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// Registers that hold records of the same names, with how many.
fn shared(site: &Site, slug: &str, w: &Wording) -> Vec<String> {
    let told = |(other, count): (String, usize)| {
        let publisher = site.snapshot.publishers.get(&other);
        let name = publisher.map_or(other, |publisher| w.text(&publisher.name));
        let blanks = [("count", count.into()), ("publisher", name.into())];
        w.format("publisher-also-in", &blanks)
    };
    elsewhere::also_in(&site.snapshot, slug)
        .into_iter()
        .map(told)
        .collect()
}

/// Each field that some record fills in, the fullest first.
fn filled(site: &Site, slug: &str, w: &Wording) -> Vec<(String, String)> {
    let views = elsewhere::publishers(&site.snapshot);
    let Some(view) = views.iter().find(|view| view.publisher.slug == slug) else {
        return Vec::new();
    };
    let mut filled: Vec<_> = view.filled.iter().collect();
    filled.sort_by_key(|(field, count)| (Reverse(**count), **field));
    let told = |(field, count): (&CommonField, &usize)| {
        let label = w.label("common_fields", field.code());
        let blanks = [
            ("filled", w.count(*count).into()),
            ("all", w.count(view.living).into()),
        ];
        (label, w.format("publisher-filled", &blanks))
    };
    filled.into_iter().map(told).collect()
}

fn facts(site: &Site, publisher: &Publisher, w: &Wording) -> Vec<(String, String)> {
    let peers = site.snapshot.peers.iter();
    let of_it: Vec<_> = peers
        .filter(|peer| peer.publisher == publisher.slug)
        .collect();
    let gone = of_it
        .iter()
        .filter(|peer| peer.gone_since.is_some())
        .count();
    let mut facts = vec![
        ("publisher-records", w.count(of_it.len() - gone)),
        ("publisher-gone", w.count(gone)),
        ("publisher-country", publisher.country.clone()),
        ("publisher-licence", w.licence(&publisher.licence)),
    ];
    if let Some(edition) = &publisher.edition {
        facts.push(("publisher-edition", edition.clone()));
    }
    let copy = site.snapshot.copies.get(&publisher.slug);
    match (copy.and_then(|copy| copy.copied_at), publisher.imported_on) {
        (Some(at), _) => facts.push(("publisher-copied", copied(site, at, w))),
        (None, Some(day)) => facts.push(("publisher-imported", w.date(day))),
        (None, None) => {}
    }
    if let Some(api) = &publisher.api {
        facts.push(("publisher-api", api.clone()));
    }
    let said = facts.into_iter().map(|(key, value)| (w.get(key), value));
    said.collect()
}

/// « le 12 mars 2026 à 10:04 (il y a 3 jours) ».
fn copied(site: &Site, at: DateTime<Utc>, w: &Wording) -> String {
    let (day, hour) = local(site, at);
    let days = (site.snapshot.built_on - day).num_days().max(0);
    let blanks = [
        ("date", w.date(day).into()),
        ("hour", hour.into()),
        ("days", (days as f64).into()),
    ];
    w.format("publisher-copied-when", &blanks)
}

/// That a register does not answer, and how old what is shown is.
pub(super) fn silence(site: &Site, slug: &str, w: &Wording) -> Option<String> {
    let Freshness {
        copied_at,
        silent_since,
    } = *site.snapshot.copies.get(slug)?;
    let (since, _) = local(site, silent_since?);
    let since = ("since", w.date(since).into());
    Some(match copied_at {
        Some(at) => w.format(
            "publisher-silent",
            &[since, ("copy", copied(site, at, w).into())],
        ),
        None => w.format("publisher-never-answered", &[since]),
    })
}

/// Day and hour of an instant where the first authority lives.
fn local(site: &Site, at: DateTime<Utc>) -> (NaiveDate, String) {
    let zone = site.snapshot.authorities.first();
    let zone = zone.map_or("Europe/Paris", |authority| authority.time_zone.as_str());
    (clock::day_in(at, zone), clock::hour_in(at, zone))
}
