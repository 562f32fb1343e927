use crate::clock;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use domain::Publisher;
use publish::{Freshness, Wording};

#[derive(Template)]
#[template(path = "pages/publisher.html")]
struct Page<'a> {
    layout: Layout<'a>,
    attribution: String,
    url: Option<String>,
    silent: Option<String>,
    facts: Vec<(String, String)>,
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
        layout: layout.titled(w.text(&publisher.name)),
    };
    Ok(finish(site, place.language, page.render()?))
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
