//! What uses lean on, and what follows from it. The page says the essential; each of its parts
//! has a page of its own with the whole table.

mod changes;
mod flows;
mod law;
mod leaving;
mod stops;

use super::sections::Sections;
use crate::pipeline::reliance;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use domain::ToolSheet;
use evaluate::dependencies::{Dependencies, Gap, Identity, Node};
use publish::open_data::chart_csv;
use publish::report::Block;
use std::collections::BTreeMap;

/// Address of the page.
const PAGE: &str = "dependances";

/// A page of its own under the page: what to add to its address, its name, what it holds.
type Part = (&'static str, &'static str, fn(&mut View));

const PARTS: [Part; 5] = [
    ("flux", "flows", |view| view.add_all_flows()),
    ("droit-etranger", "foreign-law", |view| view.add_all_laws()),
    ("arrets", "stops", |view| view.add_all_stops()),
    ("reversibilite", "reversibility", |view| {
        view.add_all_criteria()
    }),
    ("changements", "changes", |view| view.add_all_changes()),
];

/// Addresses of the page and of its parts.
pub(crate) fn addresses() -> impl Iterator<Item = String> {
    let parts = PARTS.iter().map(|(slug, ..)| format!("{PAGE}/{slug}"));
    std::iter::once(PAGE.to_owned()).chain(parts)
}

/// The page.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let mut view = View::new(site, place)?;
    view.add_flows();
    let reliance = view.page.table_of_report("dependencies");
    view.page.add("reliance", &[reliance]);
    view.add_laws();
    view.add_stops();
    view.add_exits();
    view.add_reversibility();
    view.add_changes();
    view.page.finish(
        PAGE,
        "dependencies",
        Some(("dashboard-title", "tableau-de-bord")),
    )
}

/// A part of it.
pub(crate) fn part(site: &Site, place: &Place, slug: &str) -> Result<Rendered, PageError> {
    let (slug, name, add) = PARTS
        .iter()
        .find(|(known, ..)| *known == slug)
        .ok_or(PageError::NotFound)?;
    let mut view = View::new(site, place)?;
    add(&mut view);
    view.page.finish(
        &format!("{PAGE}/{slug}"),
        name,
        Some(("title-dependencies", PAGE)),
    )
}

/// The flows as a file: every one of them, from tool to law.
pub(crate) fn csv(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let view = View::new(site, place)?;
    let body = chart_csv(&view.all_layers());
    Ok(Rendered::download(
        "text/csv; charset=utf-8",
        body,
        format!("{PAGE}.csv"),
    ))
}

/// The page that is being written, and what it is written from.
struct View<'a> {
    page: Sections<'a>,
    found: Dependencies<'a>,
}

impl<'a> View<'a> {
    fn new(site: &'a Site, place: &'a Place) -> Result<Self, PageError> {
        Ok(Self {
            page: Sections::new(site, place)?,
            found: reliance::dependencies(&site.snapshot, place.scope()),
        })
    }

    fn say(&self, key: &str) -> String {
        self.page.w.get(key)
    }

    /// A node in words: its names, or why it has none.
    fn node(&self, node: &Node) -> String {
        match &node.identity {
            Identity::Known(_) => {
                let reference = &self.page.site.library.reference;
                let names = reliance::names(&self.found, node, reference);
                let names: Vec<_> = names.iter().map(|name| self.page.w.text(name)).collect();
                self.page.w.list(&names)
            }
            Identity::Unknown(gap) => self.say(match gap {
                Gap::NoToolNamed => "gap-no-tool",
                Gap::NoSheet => "gap-no-sheet",
                Gap::NotSaid => "not-told",
                Gap::NotDisclosed => "gap-not-disclosed",
            }),
            Identity::Others => self.say("others"),
        }
    }

    /// The tools that any record of the scope names and that have a sheet, by key.
    fn named_tools(&self) -> BTreeMap<&'a str, &'a ToolSheet> {
        let snapshot = &self.page.dashboard.snapshot;
        let uses = reliance::uses(snapshot, self.page.dashboard.scope);
        let keys = uses.filter_map(|use_case| use_case.tool.as_deref());
        keys.filter_map(|key| Some((key, snapshot.tools.get(key)?)))
            .collect()
    }

    /// The link to a part.
    fn whole(&self, key: &str, slug: &str) -> Block {
        self.page.link(key, &format!("{PAGE}/{slug}"))
    }
}
