use super::sections::or_words;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::Wording;
use publish::report::{self, Block, Cell, DataTable, html};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/whole_table.html")]
struct Page<'a> {
    layout: Layout<'a>,
    status: Option<String>,
    body: String,
    pages: Vec<PageLink>,
}

struct PageLink {
    number: String,
    /// `None` for the page being read.
    url: Option<String>,
}

/// Elements that the rows of a table may have on a page of their own, and rows at most.
const TABLE_ELEMENTS: usize = 290;
const TABLE_ROWS: usize = 60;

/// A table of the report, whole, a page after the other: chapters stay light.
pub(crate) fn render(
    site: &Site,
    place: &Place,
    name: &str,
    query: &str,
) -> Result<Rendered, PageError> {
    let table = table_of(site, place, name).ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let most = rows_a_page(&table);
    let count = table.rows.len();
    let last = count.div_ceil(most).max(1);
    let current = asked_page(query);
    if current > last {
        return Err(PageError::NotFound);
    }
    let first = (current - 1) * most;
    let shown = DataTable {
        rows: table.rows.iter().skip(first).take(most).cloned().collect(),
        ..table
    };
    let blanks = [
        ("first", w.count(first + 1).into()),
        ("last", w.count(first + shown.rows.len()).into()),
        ("total", w.count(count).into()),
    ];
    let address = numbered(name, current);
    let layout = Layout::new(site, place, &address, "report");
    let page = Page {
        status: (last > 1).then(|| w.format("whole-table-rows", &blanks)),
        layout: layout.titled(shown.caption.clone()),
        body: html::blocks(&[or_words(shown)], &w, &super::report::links(site, place)),
        pages: pages(place, name, (current, last), &w),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn table_of(site: &Site, place: &Place, name: &str) -> Option<DataTable> {
    let dashboard = site.dashboard(place.scope(), place.language)?;
    match report::block(name, &dashboard)? {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// Rows that keep the page of a table light: fewer where they are wide.
fn rows_a_page(table: &DataTable) -> usize {
    let weight = |row: &Vec<Cell>| {
        let links = row.iter().filter(|cell| cell.href.is_some()).count();
        1 + row.len() + links
    };
    let heaviest = table.rows.iter().map(weight).max().unwrap_or(1);
    (TABLE_ELEMENTS / heaviest).clamp(1, TABLE_ROWS)
}

/// The page that an address asks for; the first when it says nothing that can be read.
fn asked_page(query: &str) -> usize {
    let mut fields = form_urlencoded::parse(query.as_bytes());
    fields
        .find(|(name, _)| name == "page")
        .and_then(|(_, value)| value.parse().ok())
        .filter(|page| *page > 0)
        .unwrap_or(1)
}

/// The address of a page of a table.
pub(super) fn numbered(name: &str, page: usize) -> String {
    match page {
        1 => format!("rapport/tableau/{name}"),
        _ => format!("rapport/tableau/{name}?page={page}"),
    }
}

fn pages(place: &Place, name: &str, (current, last): (usize, usize), w: &Wording) -> Vec<PageLink> {
    if last == 1 {
        return Vec::new();
    }
    let near = |page: &usize| *page == 1 || *page == last || page.abs_diff(current) <= 1;
    (1..=last)
        .filter(near)
        .map(|page| PageLink {
            number: w.format("page-number", &[("number", w.count(page).into())]),
            url: (page != current).then(|| place.page(&numbered(name, page))),
        })
        .collect()
}

/// The page of a table on which each of its rows with an address is, by that address.
pub(super) fn pages_of(site: &Site, place: &Place, name: &str) -> BTreeMap<String, usize> {
    let Some(table) = table_of(site, place, name) else {
        return BTreeMap::new();
    };
    let most = rows_a_page(&table);
    let rows = table.rows.into_iter().enumerate();
    rows.filter_map(|(row, cells)| {
        Some((cells.into_iter().find_map(|cell| cell.id)?, row / most + 1))
    })
    .collect()
}
