use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/error.html")]
struct Page<'a> {
    layout: Layout<'a>,
    sentence: String,
    hint: String,
}

/// A page that says what happened and what to do; it never shows a cause.
pub(crate) fn render(site: &Site, place: &Place, error: &PageError) -> Rendered {
    let layout = Layout::new(site, place, "", "");
    within(site, layout, error)
}

/// The same in a frame: that of somebody who is signed in, for instance.
pub(crate) fn within(site: &Site, layout: Layout<'_>, error: &PageError) -> Rendered {
    let (status, key) = error.status();
    let language = layout.place.language;
    let w = site.wording(language);
    let layout = layout.titled(w.get(key));
    let page = Page {
        sentence: w.get(key),
        hint: w.get(&format!("{key}-hint")),
        layout,
    };
    let html = page.render().unwrap_or_else(|_| w.get(key));
    finish(site, language, html).with_status(status)
}
