use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish, weigh};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use anyhow::Context;
use askama::Template;
use domain::Text;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use publish::Wording;
use publish::charts::{self, Column, Uses};
use publish::ecoindex::{Weight, ecoindex};
use publish::report::{Block, Cell, DataTable, block, html};
use publish::typography::kilobytes;

#[derive(Template)]
#[template(path = "pages/prose.html")]
struct Page<'a> {
    layout: Layout<'a>,
    body: String,
}

/// Prose pages: the word in addresses, and the file of `content/`.
pub(crate) const PAGES: [(&str, &str); 13] = [
    ("guide", "guide"),
    ("guide-exploitation", "guide-operating"),
    ("guide-suivi", "guide-follow-up"),
    ("guide-installation", "guide-deploying"),
    ("methode", "method"),
    ("empreinte", "footprint"),
    ("empreinte-reperes", "footprint-references"),
    ("accessibilite", "accessibility"),
    ("ecoconception", "ecodesign"),
    ("mentions-legales", "legal"),
    ("vie-privee", "privacy"),
    ("copie-statique", "static-copy"),
    ("ce-qui-est-retenu", "about-withheld"),
];

/// A prose page of `content/`.
pub(crate) fn render(site: &Site, place: &Place, slug: &str) -> Result<Rendered, PageError> {
    let (_, file) = PAGES
        .into_iter()
        .find(|(known, _)| *known == slug)
        .ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let path = format!("content/{}/{file}.md", place.language.tag());
    let text = site.library.tree.text(&path).ok_or(PageError::NotFound)?;
    let written = set(site, place, &path, text, &w)?;
    let current = if matches!(slug, "methode" | "empreinte" | "empreinte-reperes") {
        "method"
    } else {
        ""
    };
    let layout = Layout::new(site, place, slug, current);
    let page = Page {
        body: written.body,
        layout: layout
            .titled(w.typeset(&written.title))
            .with_sprite(written.sprite),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// A text as it is read.
pub(crate) struct Written {
    /// Its title.
    title: String,
    /// Its paragraphs, as HTML.
    pub(crate) body: String,
    /// Signs and patterns of its charts.
    sprite: String,
}

/// Sets a text of `content/`: what it names is filled in, its Markdown becomes HTML.
pub(crate) fn set(
    site: &Site,
    place: &Place,
    path: &str,
    text: &str,
    w: &Wording,
) -> anyhow::Result<Written> {
    let (title, body) = front_matter(path, text)?;
    let name = &Layout::new(site, place, "", "").authority;
    let rendered = fill(site, place, name, body, w).with_context(|| path.to_owned())?;
    let dashboard = site.dashboard(place.scope(), place.language);
    let table = |name: &str| match name {
        "budgets" => Some(Block::Table(budgets(site, place, w))),
        "retention" => Some(Block::Table(retention(w))),
        _ => block(name, dashboard.as_ref()?),
    };
    let figure = |name: &str| dashboard.as_ref()?.chart(name);
    let blocks = html::prose(&rendered, w, &table, &figure);
    let mut uses = Uses::default();
    for block in &blocks {
        if let Block::Figure(chart) = block {
            uses.add(chart);
        }
    }
    Ok(Written {
        title,
        body: html::blocks(&blocks, w, &super::report::links(site, place)),
        sprite: charts::html::defs(&uses),
    })
}

fn front_matter<'a>(path: &str, text: &'a str) -> anyhow::Result<(String, &'a str)> {
    let (header, body) = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .with_context(|| format!("{path} has no front matter"))?;
    let (root, _) = reference::parse(path, header);
    let title = root
        .as_ref()
        .and_then(|root| root.get("title"))
        .and_then(reference::Node::scalar)
        .with_context(|| format!("{path} has no title"))?;
    Ok((title.to_owned(), body))
}

fn fill(site: &Site, place: &Place, name: &str, body: &str, w: &Wording) -> anyhow::Result<String> {
    let authority = site.snapshot.authority(&place.scope);
    let authority = authority.or_else(|| site.snapshot.authorities.first());
    let text = |get: fn(&domain::Authority) -> &Option<Text>| -> Value {
        let text = authority.and_then(|authority| get(authority).as_ref());
        text.map_or(Value::from(()), |text| Value::from(w.text(text)))
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(publish::report::FUEL));
    let filled = environment.render_str(
        body,
        context! {
            authority => context! {
                name => name,
                publisher_role => text(|a| &a.publisher_role),
                host => text(|a| &a.host),
                contact => text(|a| &a.contact),
            },
            accessibility => context! {
                status => w.get("accessibility-status"),
                audited_on => (),
                plan_url => (),
            },
            release => site
                .snapshot
                .footprint_method
                .releases
                .last()
                .map_or("", |release| release.release.as_str()),
            budgets => "![](table:budgets)",
            retention => "![](table:retention)",
        },
    )?;
    Ok(filled)
}

/// Largest weight and number of requests each kind of screen may have, and what it weighs now.
fn budgets(site: &Site, place: &Place, w: &Wording) -> DataTable {
    let home = Place {
        language: place.language,
        scope: place.scope.clone(),
    };
    let first = site.snapshot.uses_of(place.scope()).next();
    let pages: Vec<(&str, Option<Rendered>, usize)> = vec![
        ("budget-home", super::home::render(site, &home).ok(), 40),
        (
            "budget-register",
            super::register::render(site, &home, "").ok(),
            60,
        ),
        (
            "budget-record",
            first.and_then(|public| {
                super::record::render(site, &home, &public.use_case.reference).ok()
            }),
            40,
        ),
        (
            "budget-dashboard",
            super::dashboard::render(site, &home).ok(),
            60,
        ),
        (
            "budget-report",
            super::report::render(site, &home, None).ok(),
            80,
        ),
    ];
    let rows = pages
        .into_iter()
        .filter_map(|(key, page, limit)| {
            let page = page?;
            let html = String::from_utf8_lossy(&page.plain);
            Some(budget_row(site, key, &weigh(site, &html), limit, w))
        })
        .collect();
    let columns = [
        ("column-screen", false),
        ("column-weight", true),
        ("column-weight-max", true),
        ("column-requests", true),
        ("column-elements", true),
        ("column-ecoindex", true),
    ];
    table("budgets", &columns, rows, w)
}

fn budget_row(site: &Site, key: &str, weight: &Weight, limit: usize, w: &Wording) -> Vec<Cell> {
    let classes = &site.library.reference.ecoindex;
    let index = ecoindex(weight, classes);
    vec![
        Cell::text(w.get(key)),
        Cell::text(kilobytes(weight.bytes, w.language)),
        Cell::text(kilobytes(limit * 1_000, w.language)),
        Cell::text(w.count(weight.requests)),
        Cell::text(w.count(weight.elements)),
        Cell::text(index.map_or_else(|| w.get("unknown-number"), |index| w.number(index.floor()))),
    ]
}

fn retention(w: &Wording) -> DataTable {
    let rows = w
        .reference
        .retention
        .iter()
        .map(|kept| {
            let mut days = match kept.days {
                Some(days) => w.format("retention-days", &[("days", f64::from(days).into())]),
                None => w.get("retention-with-record"),
            };
            if let Some(event) = &kept.counts_from {
                days = format!("{days} ({})", w.text(event));
            }
            vec![
                Cell::text(w.text(&kept.title)),
                Cell::text(days),
                Cell::text(w.text(&kept.basis)),
                Cell::text(w.text(&kept.purge)),
            ]
        })
        .collect();
    let columns = [
        ("column-kind", false),
        ("column-kept", false),
        ("column-why", false),
        ("column-then", false),
    ];
    table("retention", &columns, rows, w)
}

fn table(name: &str, columns: &[(&str, bool)], rows: Vec<Vec<Cell>>, w: &Wording) -> DataTable {
    DataTable {
        name: name.to_owned(),
        caption: w.get(&format!("table-{name}")),
        columns: columns
            .iter()
            .map(|(key, numeric)| Column {
                label: w.get(key),
                numeric: *numeric,
            })
            .collect(),
        rows,
        empty: String::new(),
    }
}
