//! What other bodies publish: who they are, which tasks their records speak of, two of them side
//! by side, and what changed in a register between two days.

mod comparison;
mod history;
mod task;

pub(crate) use comparison::render as comparison;
pub(crate) use history::render as history;
pub(crate) use task::render as task;

use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{CommonField, PeerRecord, Task};
use publish::Wording;
use publish::elsewhere::{PublisherView, publishers, tasks_elsewhere};

/// Countries named beside a task; the others are counted.
const COUNTRIES: usize = 4;

#[derive(Template)]
#[template(path = "pages/elsewhere.html")]
struct Page<'a> {
    layout: Layout<'a>,
    publishers: Vec<PublisherLine>,
    tasks: Vec<TaskLine>,
    choices: Vec<(String, String)>,
}

impl Page<'_> {
    fn first_choice(&self) -> &str {
        self.choices.first().map_or("", |(slug, _)| slug)
    }

    fn second_choice(&self) -> &str {
        self.choices.get(1).map_or("", |(slug, _)| slug)
    }
}

/// A publisher in the table.
struct PublisherLine {
    url: String,
    name: String,
    country: String,
    licence: String,
    edition: String,
    imported: String,
    records: String,
    in_use: String,
    filled: String,
}

/// A task in the table.
struct TaskLine {
    url: String,
    label: String,
    ours: String,
    records: String,
    in_use: String,
    countries: String,
}

/// The page.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let views = publishers(&site.snapshot);
    let layout = Layout::new(site, place, "ailleurs", "register");
    let page = Page {
        publishers: views
            .iter()
            .map(|view| publisher_line(view, place, &w))
            .collect(),
        tasks: tasks(site, place, &w),
        choices: choices(&views, &w),
        layout: layout.titled(w.get("elsewhere-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn publisher_line(view: &PublisherView, place: &Place, w: &Wording) -> PublisherLine {
    let publisher = view.publisher;
    let blanks = [
        ("filled", view.fields_mostly_filled().into()),
        ("all", CommonField::ALL.len().into()),
    ];
    PublisherLine {
        url: place.page(&format!("editeur/{}", publisher.slug)),
        name: w.text(&publisher.name),
        country: publisher.country.clone(),
        licence: w.licence(&publisher.licence),
        edition: publisher
            .edition
            .clone()
            .unwrap_or_else(|| w.get("not-told")),
        imported: match publisher.imported_on {
            Some(day) => w.date(day),
            None => w.get("date-unknown"),
        },
        records: w.count(view.living),
        in_use: w.count(view.in_use),
        filled: w.format("elsewhere-filled", &blanks),
    }
}

fn tasks(site: &Site, place: &Place, w: &Wording) -> Vec<TaskLine> {
    let found = tasks_elsewhere(&site.snapshot, place.scope());
    let line = |found: publish::elsewhere::TaskElsewhere| TaskLine {
        url: place.page(&format!("ailleurs/taches/{}", found.task.code())),
        label: w.label(Task::VOCABULARY, found.task.code()),
        ours: w.count(found.ours),
        records: w.count(found.records),
        in_use: w.count(found.in_use),
        countries: countries(&found.countries, w),
    };
    found.into_iter().map(line).collect()
}

/// The first countries with their counts; the others added up.
fn countries(counts: &[(String, usize)], w: &Wording) -> String {
    let first = counts.iter().take(COUNTRIES);
    let mut said: Vec<_> = first
        .map(|(code, count)| format!("{code} {}", w.count(*count)))
        .collect();
    let rest = counts.iter().skip(COUNTRIES);
    let (others, sum) = rest.fold((0_usize, 0_usize), |(n, sum), (_, count)| {
        (n + 1, sum + count)
    });
    if others > 0 {
        let blanks = [("countries", others.into()), ("count", sum.into())];
        said.push(w.format("elsewhere-others", &blanks));
    }
    said.join(" · ")
}

/// Publishers to choose from.
fn choices(views: &[PublisherView], w: &Wording) -> Vec<(String, String)> {
    let choice = |view: &PublisherView| (view.publisher.slug.clone(), w.text(&view.publisher.name));
    views.iter().map(choice).collect()
}

/// Where a record of others is read.
fn peer_address(place: &Place, peer: &PeerRecord) -> String {
    place.page(&format!("ailleurs/{}", peer.id))
}
