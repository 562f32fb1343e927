use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::form::Form;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::peer_line;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{PeerRecord, Task};
use publish::Wording;
use publish::elsewhere::country;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Records on a page.
const RECORDS: usize = 25;

#[derive(Template)]
#[template(path = "pages/elsewhere_task.html")]
struct Page<'a> {
    layout: Layout<'a>,
    status: String,
    rule: String,
    /// Each country with how many records, and the address that keeps those alone.
    countries: Vec<(String, String, bool)>,
    records: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

struct Line {
    url: String,
    name: String,
    language: Option<String>,
    details: String,
}

/// The records of others that speak of a task, with the words that say so.
pub(crate) fn render(
    site: &Site,
    place: &Place,
    task: &str,
    query: &str,
) -> Result<Rendered, PageError> {
    let task = Task::from_code(task).ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let rules = &site.library.reference.task_rules;
    let living = site
        .snapshot
        .peers
        .iter()
        .filter(|p| p.gone_since.is_none());
    let found: Vec<(&PeerRecord, &str)> = living
        .filter_map(|peer| {
            let mut tasks = site.snapshot.tasks_of(peer);
            Some((peer, tasks.find(|(known, _)| *known == task)?.1))
        })
        .collect();
    let asked = Form::read(query);
    let picked = asked.one("pays");
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    for (peer, _) in &found {
        *countries.entry(country(&site.snapshot, peer)).or_default() += 1;
    }
    let of_country = |(peer, _): &(&PeerRecord, &str)| {
        picked.is_empty() || country(&site.snapshot, peer) == picked
    };
    let found: Vec<_> = found.into_iter().filter(of_country).collect();
    let last = found.len().div_ceil(RECORDS).max(1);
    let number = asked.one("page").parse().unwrap_or(1_usize);
    if number == 0 || number > last {
        return Err(PageError::NotFound);
    }
    let address = format!("ailleurs/taches/{}", task.code());
    let base = place.page(&address);
    let at = |number: usize| match picked {
        "" => format!("{base}?page={number}"),
        country => format!("{base}?pays={country}&page={number}"),
    };
    let line = |(peer, words): &(&PeerRecord, &str)| {
        let known = peer_line(peer, site, place, &w);
        let words = w.format("elsewhere-words", &[("words", (*words).into())]);
        let country = country(&site.snapshot, peer).to_owned();
        let parts = [vec![country, known.state], known.details, vec![words]];
        Line {
            url: known.url,
            name: peer.name.clone(),
            language: known.language,
            details: parts.concat().join(" · "),
        }
    };
    let shown = found.iter().skip((number - 1) * RECORDS).take(RECORDS);
    let words: Vec<_> = rules
        .iter()
        .filter(|rule| rule.task == task)
        .flat_map(|rule| rule.words.iter())
        .map(|word| w.format("declare-quoted", &[("text", word.as_str().into())]))
        .collect();
    let layout = Layout::new(site, place, &address, "register");
    let page = Page {
        status: w.format("elsewhere-task-count", &[("count", found.len().into())]),
        rule: w.format("elsewhere-task-rule", &[("words", words.join(", ").into())]),
        countries: by_country(&countries, picked, &base, &w),
        records: shown.map(line).collect(),
        earlier: (number > 1).then(|| at(number - 1)),
        later: (number < last).then(|| at(number + 1)),
        layout: layout.titled(w.label(Task::VOCABULARY, task.code())),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// Each country with how many records, the most frequent first, all of them before; and whether it
/// is the one that is shown.
fn by_country(
    counts: &BTreeMap<&str, usize>,
    picked: &str,
    base: &str,
    w: &Wording,
) -> Vec<(String, String, bool)> {
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by_key(|(code, count)| (Reverse(**count), **code));
    let all: usize = counts.iter().map(|(_, count)| **count).sum();
    let whole = format!("{} {}", w.get("elsewhere-all-countries"), w.count(all));
    let mut choices = vec![(whole, base.to_owned(), picked.is_empty())];
    choices.extend(counts.into_iter().map(|(code, count)| {
        let address = format!("{base}?pays={code}");
        (
            format!("{code} {}", w.count(*count)),
            address,
            *code == picked,
        )
    }));
    choices
}
