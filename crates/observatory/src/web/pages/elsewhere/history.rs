use super::peer_address;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::form::Form;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::NaiveDate;
use domain::{CommonField, PeerRecord};
use publish::Wording;
use publish::elsewhere::{PeerChange, PeerChangeKind, Shift, dates, shifts};
use std::collections::BTreeMap;

/// Days listed; records listed of each kind.
const DAYS: usize = 30;
const RECORDS: usize = 20;
/// Records on a page of one kind.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pages/elsewhere_history.html")]
struct Page<'a> {
    layout: Layout<'a>,
    about: Vec<(String, String)>,
    attribution: String,
    days: Vec<Day>,
    /// Days to choose from, as they are sent and as they are read.
    choices: Vec<(String, String)>,
    after: String,
    until: String,
    told: Option<String>,
    groups: Vec<Group>,
}

/// What an import showed.
struct Day {
    date: String,
    added: String,
    changed: String,
    gone: String,
}

/// Records to which the same happened.
struct Group {
    title: String,
    /// Fields that changed, with how many records.
    fields: String,
    lines: Vec<Line>,
    /// The pages of the rest: words and address.
    more: Vec<(String, String)>,
}

struct Line {
    url: String,
    name: String,
    language: String,
    fields: String,
}

/// The history of the register of a publisher, and what changed between two days.
pub(crate) fn render(
    site: &Site,
    place: &Place,
    slug: &str,
    query: &str,
) -> Result<Rendered, PageError> {
    let publisher = site.snapshot.publishers.get(slug);
    let publisher = publisher.ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let changes = site.snapshot.peer_changes.get(slug);
    let changes = changes.map_or(&[] as &[PeerChange], Vec::as_slice);
    let days = dates(changes);
    let asked = Form::read(query);
    let day = |name| asked.one(name).parse::<NaiveDate>().ok();
    let until = day("a").or(days.first().copied());
    let after = day("de").or(days.get(1).copied());
    // Two days given the wrong way round are the same two days.
    let (after, until) = match (after, until) {
        (Some(after), Some(until)) if after > until => (Some(until), Some(after)),
        days => days,
    };
    let mut groups = Vec::new();
    let mut told = None;
    if let (Some(after), Some(until)) = (after, until) {
        let blanks = [
            ("after", w.date(after).into()),
            ("until", w.date(until).into()),
        ];
        told = Some(w.format("peer-history-between", &blanks));
        let asked = Asked {
            address: format!(
                "{}?de={after}&a={until}",
                place.page(&format!("ailleurs/histoire/{slug}"))
            ),
            kind: asked.one("genre"),
            page: asked.one("page").parse().unwrap_or(1),
        };
        groups = groups_of(site, place, &shifts(changes, after, until), &asked, &w);
    }
    let written = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let layout = Layout::new(
        site,
        place,
        &format!("ailleurs/histoire/{slug}"),
        "register",
    );
    let page = Page {
        about: vec![
            (w.get("column-country"), publisher.country.clone()),
            (w.get("column-licence"), w.licence(&publisher.licence)),
            (
                w.get("column-edition"),
                publisher
                    .edition
                    .clone()
                    .unwrap_or_else(|| w.get("not-told")),
            ),
            (
                w.get("column-imported"),
                publisher
                    .imported_on
                    .map_or_else(|| w.get("date-unknown"), |day| w.date(day)),
            ),
        ],
        attribution: w.text(&publisher.attribution),
        choices: days
            .iter()
            .map(|day| (day.to_string(), w.date(*day)))
            .collect(),
        days: days
            .iter()
            .take(DAYS)
            .map(|day| day_of(*day, changes, &w))
            .collect(),
        after: written(after),
        until: written(until),
        told,
        groups,
        layout: layout.titled(w.text(&publisher.name)),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn day_of(day: NaiveDate, changes: &[PeerChange], w: &Wording) -> Day {
    let mut counts = [0; 3];
    for change in changes.iter().filter(|change| change.on == day) {
        let kind = match change.kind {
            PeerChangeKind::Added | PeerChangeKind::Back => 0,
            PeerChangeKind::Changed(_) => 1,
            PeerChangeKind::Gone => 2,
        };
        counts[kind] += 1;
    }
    let [added, changed, gone] = counts.map(|count| w.count(count));
    Day {
        date: w.date(day),
        added,
        changed,
        gone,
    }
}

/// What the address asks to see: everything in short, or one kind a page at a time.
struct Asked<'q> {
    /// Address of the comparison.
    address: String,
    kind: &'q str,
    page: usize,
}

/// Whether a shift is of a kind.
type IsKind = fn(&Shift) -> bool;

fn groups_of(
    site: &Site,
    place: &Place,
    shifts: &BTreeMap<uuid::Uuid, Shift>,
    asked: &Asked<'_>,
    w: &Wording,
) -> Vec<Group> {
    let peers = site.snapshot.peers.iter();
    let shifted = peers.filter_map(|peer| Some((peer, shifts.get(&peer.id)?)));
    let shifted: Vec<(&PeerRecord, &Shift)> = shifted.collect();
    let kinds: [(&str, IsKind); 3] = [
        ("added", |shift| *shift == Shift::Added),
        ("changed", |shift| matches!(shift, Shift::Changed(_))),
        ("gone", |shift| *shift == Shift::Gone),
    ];
    let is_known = kinds.iter().any(|(kind, _)| *kind == asked.kind);
    let shown = kinds
        .into_iter()
        .filter(|(kind, _)| !is_known || *kind == asked.kind);
    let groups = shown.map(|(kind, is_kind)| {
        let those: Vec<_> = shifted.iter().filter(|(_, shift)| is_kind(shift)).collect();
        let page = |page: usize| format!("{}&genre={kind}&page={page}", asked.address);
        let last = those.len().div_ceil(PAGE).max(1);
        let number = asked.page.clamp(1, last);
        let (skipped, most) = match is_known {
            true => ((number - 1) * PAGE, PAGE),
            false => (0, RECORDS),
        };
        let left = those.len().saturating_sub(skipped + most);
        let mut more = Vec::new();
        if is_known && number > 1 {
            more.push((w.get("elsewhere-earlier"), page(number - 1)));
        }
        if left > 0 {
            let next = if is_known { number + 1 } else { 1 };
            more.push((w.format("and-more", &[("count", left.into())]), page(next)));
        }
        let title = format!("peer-history-{kind}");
        Group {
            title: w.format(&title, &[("count", those.len().into())]),
            fields: fields(those.iter().map(|(_, shift)| *shift), w),
            lines: those
                .iter()
                .skip(skipped)
                .take(most)
                .map(|(peer, shift)| line(place, peer, shift, w))
                .collect(),
            more,
        }
    });
    groups.collect()
}

/// The fields that changed with how many records, the most frequent first.
fn fields<'s>(shifts: impl Iterator<Item = &'s Shift>, w: &Wording) -> String {
    let mut counts: BTreeMap<CommonField, usize> = BTreeMap::new();
    for shift in shifts {
        if let Shift::Changed(fields) = shift {
            for field in fields {
                *counts.entry(*field).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let said = counts.into_iter().map(|(field, count)| {
        let label = w.label("common_fields", field.code());
        format!("{label} {}", w.count(count))
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn line(place: &Place, peer: &PeerRecord, shift: &Shift, w: &Wording) -> Line {
    let label = |field: &CommonField| w.label("common_fields", field.code());
    Line {
        url: peer_address(place, peer),
        name: peer.name.clone(),
        language: peer.language.clone(),
        fields: match shift {
            Shift::Changed(fields) => w.list(&fields.iter().map(label).collect::<Vec<_>>()),
            Shift::Added | Shift::Gone => String::new(),
        },
    }
}
