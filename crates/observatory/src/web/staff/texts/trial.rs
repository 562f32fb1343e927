//! A text is tried before it is written: what it breaks is told, and what it gives is shown.

use super::super::form::Faults;
use super::super::member::Inside;
use crate::instance::Library;
use crate::pipeline::edition::choose;
use crate::pipeline::texts::{Family, Piece};
use crate::web::pages::{prose as prose_pages, report as report_pages};
use crate::web::site::Site;
use domain::OwnText;
use publish::{Dashboard, Report, Scope, Wording};
use reference::Diagnostic;

/// Mistakes told at once.
const TOLD: usize = 5;

/// What the whole library says with this text in it, if it breaks nothing that stood.
pub(super) fn library(inside: &Inside, text: &OwnText, faults: &mut Faults) -> Option<Library> {
    let site = &inside.visit.site;
    let mut tree = site.library.tree.clone();
    tree.insert(&text.path, text.body.as_bytes());
    let library = Library::read(tree);
    let known = &site.library.diagnostics;
    let is_new = |found: &&Diagnostic| found.file == text.path || !known.contains(found);
    let found: Vec<_> = library.diagnostics.iter().filter(is_new).collect();
    tell(inside, found.into_iter(), faults);
    faults.is_empty().then_some(library)
}

/// The text of a chapter or of a page, as everybody would read it.
pub(super) fn prose(
    inside: &Inside,
    piece: &Piece,
    text: &OwnText,
    faults: &mut Faults,
) -> Option<String> {
    let library = library(inside, text, faults)?;
    match piece.family {
        Family::Chapter => chapter(inside, piece, text, &library, faults),
        _ => page(inside, piece, text, faults),
    }
}

/// Sets the chapter in every scope, so that no report is left with a hole.
fn chapter(
    inside: &Inside,
    piece: &Piece,
    text: &OwnText,
    library: &Library,
    faults: &mut Faults,
) -> Option<String> {
    let site = &inside.visit.site;
    let place = inside.visit.place.in_language(piece.language?);
    let w = library.wording(place.language);
    let mut shown = None;
    for (slug, numbers) in &site.numbers {
        let dashboard = Dashboard {
            snapshot: &site.snapshot,
            scope: Scope::of(slug),
            numbers,
            wording: w,
        };
        let Ok(edition) = choose(&dashboard, None) else {
            continue;
        };
        let (report, errors) = Report::write(&library.tree, &dashboard, &edition);
        let own = errors.iter().filter(|error| error.file == text.path);
        tell(inside, own, faults);
        if *slug == place.scope {
            let chapter = report.chapter(&piece.name);
            shown = chapter.map(|chapter| report_pages::body(site, &place, chapter, &w));
        }
        if !faults.is_empty() {
            return None;
        }
    }
    shown
}

fn page(inside: &Inside, piece: &Piece, text: &OwnText, faults: &mut Faults) -> Option<String> {
    let site: &Site = &inside.visit.site;
    let place = inside.visit.place.in_language(piece.language?);
    let w: Wording = site.wording(place.language);
    match prose_pages::set(site, &place, &text.path, &text.body, &w) {
        Ok(written) => Some(written.body),
        Err(error) => {
            let said = inside.visit.site.wording(inside.visit.place.language);
            let blanks = [("detail", format!("{error:#}").into())];
            faults.add("corps", said.format("text-cannot-be-set", &blanks));
            None
        }
    }
}

/// Mistakes in the words of the person, with the line and what to do.
fn tell<'a>(inside: &Inside, found: impl Iterator<Item = &'a Diagnostic>, faults: &mut Faults) {
    let visit = &inside.visit;
    let (words, language) = (&visit.site.library.words, visit.place.language);
    let w = visit.site.wording(language);
    for diagnostic in found.take(TOLD) {
        let blanks = [
            ("line", diagnostic.line.into()),
            ("problem", words.remark(language, &diagnostic.remark).into()),
            ("hint", words.hint(language, &diagnostic.remark).into()),
        ];
        faults.add("corps", w.format("text-fault", &blanks));
    }
}
