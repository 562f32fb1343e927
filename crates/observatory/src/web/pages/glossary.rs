use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/glossary.html")]
struct Page<'a> {
    layout: Layout<'a>,
    terms: Vec<Term>,
}

struct Term {
    key: String,
    term: String,
    definition: String,
    other: String,
    see: String,
}

/// The words of the field, in both languages.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let glossary = &site.library.reference.glossary;
    let name = |key: &str| {
        let term = glossary.iter().find(|term| term.key == key);
        term.map(|term| w.text(&term.term))
    };
    let mut terms: Vec<Term> = glossary
        .iter()
        .map(|term| Term {
            key: term.key.clone(),
            term: w.text(&term.term),
            definition: w.text(&term.definition),
            other: term.term.plain(place.language.other()).to_owned(),
            see: term
                .see
                .iter()
                .filter_map(|key| name(key))
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect();
    terms.sort_by_key(|term| publish::Wording::order(&term.term));
    let layout = Layout::new(site, place, "glossaire", "");
    let page = Page {
        terms,
        layout: layout.titled(w.get("glossary-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}
