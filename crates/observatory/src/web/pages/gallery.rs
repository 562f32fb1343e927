use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::charts::{self, Uses};

#[derive(Template)]
#[template(path = "pages/gallery.html")]
struct Page<'a> {
    layout: Layout<'a>,
    figures: Vec<String>,
}

/// Every shape of chart with invented data, for tests and for those who draw: in a demonstration
/// alone, as nobody should take these numbers for those of an authority.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    if !site.is_invented() {
        return Err(PageError::NotFound);
    }
    let mut uses = Uses::default();
    let words = charts::gallery_words();
    let figures = charts::gallery()
        .iter()
        .map(|chart| {
            uses.add(chart);
            charts::html::figure(chart, &words)
        })
        .collect();
    let layout = Layout::new(site, place, "galerie", "");
    let title = site.wording(place.language).get("gallery-title");
    let page = Page {
        figures,
        layout: layout.titled(title).with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, page.render()?))
}
