use super::parts::said;
use super::record::{charts_of, find};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::charts::{self, Table, Uses};
use publish::report::html::chart_words;

#[derive(Template)]
#[template(path = "pages/figures.html")]
struct Page<'a> {
    layout: Layout<'a>,
    name: String,
    record: String,
    figures: Vec<(String, String)>,
}

/// The charts of a record with the tables behind them: the record itself stays light.
pub(crate) fn render(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    let (_, public) = find(site, place, reference)?;
    let w = site.wording(place.language);
    let u = &public.use_case;
    let words = chart_words(&w);
    let mut uses = Uses::default();
    let mut figures = Vec::new();
    for mut chart in charts_of(site, u, &w) {
        let table = charts::html::table(&chart.table, &words);
        // The table stands below, once: the figure repeats nothing.
        chart.table = Table::default();
        chart.table_page = None;
        uses.add(&chart);
        figures.push((charts::html::figure(&chart, &words), table));
    }
    if figures.is_empty() {
        return Err(PageError::NotFound);
    }
    let page = format!("fiche/{}/chiffres", u.reference.to_lowercase());
    let layout = Layout::new(site, place, &page, "register");
    let title = format!("{} — {}", w.get("record-figures"), w.text(&u.name));
    let view = Page {
        name: said(&u.name, &w),
        record: place.record(&u.reference),
        figures,
        layout: layout.titled(title).with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, view.render()?))
}
