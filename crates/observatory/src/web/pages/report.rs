use super::whole_table;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::charts::{self, Uses};
use publish::report::{Block, Chapter, Report, html};
use publish::{Dashboard, Wording, ecoindex, report};
use std::cell::OnceCell;

#[derive(Template)]
#[template(path = "pages/report.html")]
struct Page<'a> {
    layout: Layout<'a>,
    edition: String,
    edition_title: String,
    part: String,
    chapter: String,
    contents: Vec<Part>,
    body: String,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
    pdf: String,
    cite: String,
    changes: Vec<String>,
}

/// Elements that the text of a chapter may have; the frame of the page has about a hundred more.
const CHAPTER_ELEMENTS: usize = 270;
/// Rows of a table that a chapter shows, and how few where it has many tables.
const ROWS: usize = 8;
const ROWS_MIN: usize = 3;
/// Words that the chapter of the glossary shows.
const TERMS: usize = 120;
struct Part {
    title: String,
    chapters: Vec<Entry>,
}

struct Entry {
    title: String,
    url: String,
    is_current: bool,
}

/// A chapter of the report; the first one when none is named.
pub(crate) fn render(
    site: &Site,
    place: &Place,
    slug: Option<&str>,
) -> Result<Rendered, PageError> {
    let report = report_of(site, place)?;
    let position = match slug {
        None => 0,
        Some(slug) => report
            .chapters
            .iter()
            .position(|chapter| chapter.slug == slug)
            .ok_or(PageError::NotFound)?,
    };
    let chapter = report.chapters.get(position).ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let mut uses = Uses::default();
    for block in &chapter.blocks {
        if let Block::Figure(chart) = block {
            uses.add(chart);
        }
    }
    let link = |chapter: &Chapter| (chapter.title.clone(), address(place, report, chapter));
    let page = match position {
        0 => "rapport".to_owned(),
        _ => format!("rapport/{}", chapter.slug),
    };
    let layout = Layout::new(site, place, &page, "report");
    let edition = &report.edition;
    let title = w.text(&edition.title);
    let blanks = [
        ("number", w.number(f64::from(edition.number)).into()),
        ("date", w.date(edition.dated).into()),
    ];
    let view = Page {
        edition: w.format("edition-line", &blanks),
        cite: w.format(
            "report-cite",
            &[
                ("authority", layout.authority.clone().into()),
                ("title", title.clone().into()),
                ("number", w.number(f64::from(edition.number)).into()),
                ("date", w.date(edition.dated).into()),
            ],
        ),
        edition_title: title,
        part: w.get(&format!("part-{}", chapter.part)),
        chapter: chapter.title.clone(),
        contents: contents(place, report, position, &w),
        body: body(site, place, chapter, &w),
        previous: position.checked_sub(1).map(|p| link(&report.chapters[p])),
        next: report.chapters.get(position + 1).map(link),
        pdf: place.page("rapport/rapport.pdf"),
        changes: match position {
            0 => edition
                .changes
                .iter()
                .map(|change| w.text(change))
                .collect(),
            _ => Vec::new(),
        },
        layout: layout
            .about("Report")
            .titled(format!("{} — {}", chapter.title, w.get("report-series")))
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, view.render()?))
}

/// The text of a chapter, with as many rows a table as keep the page light.
pub(crate) fn body(site: &Site, place: &Place, chapter: &Chapter, w: &Wording) -> String {
    let blocks: Vec<Block> = chapter
        .blocks
        .iter()
        .map(|block| drawn(place, block))
        .collect();
    let set = |rows| {
        let shortened = html::Shortened {
            rows,
            whole_table: Box::new(|name| place.page(&whole_table::numbered(name, 1))),
            terms: TERMS,
            glossary: place.page("glossaire"),
        };
        html::blocks(&blocks, w, &links(site, place).shortened(shortened))
    };
    (ROWS_MIN + 1..=ROWS)
        .rev()
        .map(set)
        .find(|body| ecoindex::elements(body) <= CHAPTER_ELEMENTS)
        .unwrap_or_else(|| set(ROWS_MIN))
}

/// A block as a page shows it: the table of a chart is on the page of that chart.
fn drawn(place: &Place, block: &Block) -> Block {
    let mut block = block.clone();
    if let Block::Figure(chart) = &mut block {
        chart.table_page = chart
            .id
            .strip_prefix("fig-")
            .map(|name| place.page(&format!("tableau-de-bord/{name}")));
    }
    block
}

/// The whole report as a PDF.
pub(crate) fn pdf(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let report = report_of(site, place)?;
    let dashboard: Dashboard = site
        .dashboard(place.scope(), place.language)
        .ok_or(PageError::NotFound)?;
    let bytes = report::pdf(&site.library.tree, &dashboard, report)
        .map_err(|error| PageError::Internal(error.into()))?;
    let name = format!("rapport-{}-{}.pdf", place.scope, report.edition.number);
    Ok(Rendered::download("application/pdf", bytes, name))
}

fn report_of<'a>(site: &'a Site, place: &Place) -> Result<&'a Report, PageError> {
    let key = (place.scope.clone(), place.language);
    site.reports.get(&key).ok_or(PageError::NotFound)
}

fn address(place: &Place, report: &Report, chapter: &Chapter) -> String {
    match report.chapters.first() {
        Some(first) if first.slug == chapter.slug => place.page("rapport"),
        _ => place.page(&format!("rapport/{}", chapter.slug)),
    }
}

fn contents(place: &Place, report: &Report, current: usize, w: &publish::Wording) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    for (position, chapter) in report.chapters.iter().enumerate() {
        if last != Some(chapter.part) {
            parts.push(Part {
                title: w.get(&format!("part-{}", chapter.part)),
                chapters: Vec::new(),
            });
            last = Some(chapter.part);
        }
        if let Some(part) = parts.last_mut() {
            part.chapters.push(Entry {
                title: chapter.title.clone(),
                url: address(place, report, chapter),
                is_current: position == current,
            });
        }
    }
    parts
}

/// Where the links of a chapter or of a prose page lead.
pub(crate) fn links<'a>(site: &'a Site, place: &'a Place) -> html::Links<'a> {
    let numbers = OnceCell::new();
    html::Links::new(
        |reference| place.record(reference),
        |key| format!("{}#{key}", place.page("glossaire")),
        move |key| {
            let id = format!("n-{key}");
            let pages = numbers.get_or_init(|| whole_table::pages_of(site, place, "numbers"));
            let page = pages.get(&id).copied().unwrap_or(1);
            format!(
                "{}#{id}",
                place.page(&whole_table::numbered("numbers", page))
            )
        },
    )
}
