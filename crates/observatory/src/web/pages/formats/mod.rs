//! The register in the shape of other registers: what each file keeps, what it cannot hold, and
//! the file itself.
//!
//! A file is read again before it is offered, by the export; these pages only say what it found.

mod balance;
mod one;

pub(crate) use one::render as one;

use crate::pipeline::export::{self, file_name, formats};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use balance::Rows;
use observe::register::Exported;
use publish::Wording;
use reference::{FileKind, Mapping};

#[derive(Template)]
#[template(path = "pages/formats.html")]
struct Page<'a> {
    layout: Layout<'a>,
    formats: Vec<Line>,
    withheld: Option<String>,
}

/// A format in the table.
struct Line {
    url: String,
    title: String,
    records: String,
    whole: String,
    partial: String,
    unsaid: String,
    silent: String,
    /// Kinds of file with their addresses and names.
    files: Vec<(String, String, String)>,
}

/// Every format, with what it keeps of the published records of a scope.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let lines = formats(&site.library.reference).filter_map(|(mapping, kinds)| {
        // A mapping of one's own that cannot be written must not hide the others.
        match exported(site, place, mapping, None) {
            Ok(exported) => Some(line(mapping, kinds, &exported, place, &w)),
            Err(error) => {
                tracing::warn!(format = mapping.id, ?error, "format");
                None
            }
        }
    });
    let page = Page {
        formats: lines.collect(),
        withheld: withheld(site, place, &w),
        layout: Layout::new(site, place, "formats", "").titled(w.get("formats-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// A file of a format by its name, such as `registre-nl.csv`.
pub(crate) fn file(site: &Site, place: &Place, name: &str) -> Result<Rendered, PageError> {
    let files = formats(&site.library.reference).flat_map(|(mapping, kinds)| {
        let kinds = kinds.iter();
        kinds.map(move |kind| (mapping, *kind))
    });
    let found = files
        .into_iter()
        .find(|(mapping, kind)| file_name(mapping, *kind) == name);
    let (mapping, kind) = found.ok_or(PageError::NotFound)?;
    let exported = exported(site, place, mapping, Some(kind))?;
    let content_type = match kind {
        FileKind::Csv => "text/csv; charset=utf-8",
        FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind::Json => "application/json",
    };
    Ok(Rendered::download(
        content_type,
        exported.bytes,
        name.to_owned(),
    ))
}

fn exported(
    site: &Site,
    place: &Place,
    mapping: &Mapping,
    kind: Option<FileKind>,
) -> Result<Exported, PageError> {
    let scope = place.scope();
    let exported = export::run(&site.snapshot, scope, place.language, mapping, kind);
    exported.map_err(PageError::Internal)
}

fn line(
    mapping: &Mapping,
    kinds: &[FileKind],
    exported: &Exported,
    place: &Place,
    w: &Wording,
) -> Line {
    let (whole, partial) = Rows::of(&exported.balance).sorted();
    let files = kinds.iter().map(|kind| {
        let name = file_name(mapping, *kind);
        let url = place.page(&format!("formats/{name}"));
        (kind.word().to_uppercase(), url, name)
    });
    Line {
        url: place.page(&format!("formats/{}", mapping.id)),
        title: w.text(&mapping.title),
        records: w.count(exported.records),
        whole: w.count(whole.len()),
        partial: w.count(partial.len()),
        unsaid: w.count(exported.balance.unsaid.len()),
        silent: w.count(exported.balance.silent),
        files: files.collect(),
    }
}

/// How many records no file holds, because they are not published.
fn withheld(site: &Site, place: &Place, w: &Wording) -> Option<String> {
    let count = site.snapshot.withheld_of(place.scope());
    (count > 0).then(|| w.format("formats-withheld", &[("count", count.into())]))
}
