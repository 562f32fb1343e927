use super::balance::{Row, Rows};
use super::{exported, withheld};
use crate::pipeline::export::{file_name, formats, label};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use observe::register::Exported;
use publish::Wording;
use publish::sha256;
use publish::typography::kilobytes;
use reference::{Mapping, Owner};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/format.html")]
struct Page<'a> {
    layout: Layout<'a>,
    files: Vec<File>,
    withheld: Option<String>,
    shape: String,
    register: Option<String>,
    done: String,
    silent: String,
    whole: Option<String>,
    partial: Vec<Line>,
    unsaid: Option<String>,
    untranslated: Option<String>,
}

/// A file to take.
struct File {
    url: String,
    name: String,
    kind: String,
    size: String,
    sha256: String,
}

/// A field and what becomes of it.
struct Line {
    label: String,
    said: String,
    kept: String,
    lost: String,
}

/// What one format keeps of the published records, field by field, and its files.
pub(crate) fn render(site: &Site, place: &Place, id: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let found = formats(&site.library.reference).find(|(mapping, _)| mapping.id == id);
    let (mapping, kinds) = found.ok_or(PageError::NotFound)?;
    let mut files = Vec::new();
    let mut first = None;
    for kind in kinds {
        let exported = exported(site, place, mapping, Some(*kind))?;
        files.push(file(mapping, &exported, place, &w));
        first = first.or(Some(exported));
    }
    let exported = first.ok_or(PageError::NotFound)?;
    let balance = &exported.balance;
    let (whole, partial) = Rows::of(balance).sorted();
    let page = format!("formats/{id}");
    let title = [("format", w.text(&mapping.title).into())];
    let page = Page {
        files,
        withheld: withheld(site, place, &w),
        shape: shape(mapping, &w),
        register: register(mapping),
        done: done(&exported, whole.len(), partial.len(), &w),
        silent: w.format("formats-silent", &[("count", balance.silent.into())]),
        whole: kept(&whole, &w),
        partial: partial.iter().map(|row| line(row, &w)).collect(),
        unsaid: by_field(&balance.unsaid, &w),
        untranslated: by_field(&balance.untranslated, &w),
        layout: Layout::new(site, place, &page, "").titled(w.format("formats-one-title", &title)),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn file(mapping: &Mapping, exported: &Exported, place: &Place, w: &Wording) -> File {
    let name = file_name(mapping, exported.kind);
    File {
        url: place.page(&format!("formats/{name}")),
        kind: exported.kind.word().to_uppercase(),
        size: kilobytes(exported.bytes.len(), w.language),
        sha256: sha256(&exported.bytes),
        name,
    }
}

/// Whose shape it is, and which edition of it.
fn shape(mapping: &Mapping, w: &Wording) -> String {
    match &mapping.records {
        Owner::Own => w.get("formats-shape-own"),
        Owner::Peer(publisher) => {
            let blanks = [
                ("name", w.text(&publisher.name).into()),
                (
                    "edition",
                    mapping.edition.clone().unwrap_or_default().into(),
                ),
            ];
            match mapping.edition {
                Some(_) => w.format("formats-shape-edition", &blanks),
                None => w.format("formats-shape", &blanks),
            }
        }
    }
}

/// Where the register that has this shape is.
fn register(mapping: &Mapping) -> Option<String> {
    match &mapping.records {
        Owner::Own => None,
        Owner::Peer(publisher) => publisher.url.clone(),
    }
}

fn done(exported: &Exported, whole: usize, partial: usize, w: &Wording) -> String {
    let blanks = [
        ("records", exported.records.into()),
        ("whole", whole.into()),
        ("partial", partial.into()),
        ("unsaid", exported.balance.unsaid.len().into()),
    ];
    w.format("formats-done", &blanks)
}

/// The fields kept whole, each with how many records fill it in.
fn kept(rows: &[Row], w: &Wording) -> Option<String> {
    let named = rows.iter().map(|row| {
        let label = label(w.reference, row.field, w.language);
        format!("{label} ({})", w.count(row.said))
    });
    listed(named.collect())
}

fn line(row: &Row, w: &Wording) -> Line {
    let lost = row.lost.iter().map(|(reason, count)| {
        let why = w.get(&format!("formats-lost-{}", reason.code()));
        let blanks = [("why", why.into()), ("count", (*count).into())];
        w.format("formats-lost", &blanks)
    });
    Line {
        label: label(w.reference, row.field, w.language),
        said: w.count(row.said),
        kept: w.count(row.kept),
        lost: lost.collect::<Vec<_>>().join(" · "),
    }
}

/// Fields of the record with how many records, the most frequent first.
fn by_field(counts: &BTreeMap<String, usize>, w: &Wording) -> Option<String> {
    let mut fields: Vec<(&String, &usize)> = counts.iter().collect();
    fields.sort_by_key(|(field, count)| (std::cmp::Reverse(**count), field.as_str()));
    let named = fields.iter().map(|(field, count)| {
        let label = w.reference.label("record_fields", field, w.language);
        format!("{label} ({})", w.count(**count))
    });
    listed(named.collect())
}

fn listed(named: Vec<String>) -> Option<String> {
    (!named.is_empty()).then(|| named.join(" · "))
}
