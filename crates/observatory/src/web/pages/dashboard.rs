use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::charts::{self, Uses};
use publish::report::html::chart_words;
use publish::typography::kilobytes;
use publish::{CHARTS, open_data};

#[derive(Template)]
#[template(path = "pages/dashboard.html")]
struct Page<'a> {
    layout: Layout<'a>,
    lede: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "pages/chart.html")]
struct ChartPage<'a> {
    layout: Layout<'a>,
    figure: String,
    table: String,
    csv: String,
    download: String,
}

struct Row {
    question: String,
    reserve: String,
    /// A page that says more: its name and its address.
    more: Option<(String, String)>,
    figure: String,
}

/// Charts of the dashboard: the horizon is on the home page.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    CHARTS.into_iter().filter(|name| *name != "horizon")
}

/// What the data allow so far, question by question.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let dashboard = site
        .dashboard(place.scope(), place.language)
        .ok_or(PageError::NotFound)?;
    let w = dashboard.wording;
    let mut uses = Uses::default();
    let mut rows = Vec::new();
    for name in names() {
        let mut chart = dashboard.chart(name).ok_or(PageError::NotFound)?;
        chart.table_page = Some(place.page(&format!("tableau-de-bord/{name}")));
        uses.add(&chart);
        rows.push(Row {
            question: w.get(&format!("question-{name}")),
            reserve: w.get(&format!("question-{name}-reserve")),
            more: more(name).map(|(key, page)| (w.get(key), place.page(page))),
            figure: charts::html::figure(&chart, &chart_words(&w)),
        });
    }
    let layout = Layout::new(site, place, "tableau-de-bord", "dashboard");
    let date = w.date(site.snapshot.built_on);
    let page = Page {
        lede: w.format("dashboard-lede", &[("date", date.into())]),
        rows,
        layout: layout
            .titled(w.get("dashboard-title"))
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// The page that goes further than a chart.
fn more(chart: &str) -> Option<(&'static str, &'static str)> {
    match chart {
        "tools" => Some(("title-dependencies", "dependances")),
        "effects" => Some(("title-effects", "effets")),
        _ => None,
    }
}

/// One chart with its table: the dashboard itself stays light.
pub(crate) fn chart(site: &Site, place: &Place, name: &str) -> Result<Rendered, PageError> {
    let dashboard = site
        .dashboard(place.scope(), place.language)
        .ok_or(PageError::NotFound)?;
    let mut chart = dashboard.chart(name).ok_or(PageError::NotFound)?;
    let w = dashboard.wording;
    let page = format!("tableau-de-bord/{name}");
    let csv = place.page(&format!("{page}.csv"));
    let size = kilobytes(open_data::chart_csv(&chart.table).len(), place.language);
    let table = charts::html::table(&chart.table, &chart_words(&w));
    // The table stands below, once: the figure repeats nothing.
    chart.table = charts::Table::default();
    let layout = Layout::new(site, place, &page, "dashboard");
    let view = ChartPage {
        figure: charts::html::figure(&chart, &chart_words(&w)),
        table,
        download: format!("{}, {size}", w.get("download-csv")),
        csv,
        layout: layout
            .titled(chart.title.clone())
            .with_sprite(charts::html::defs(&chart.uses())),
    };
    Ok(finish(site, place.language, view.render()?))
}

/// The table of a chart, as a file.
pub(crate) fn csv(site: &Site, place: &Place, name: &str) -> Result<Rendered, PageError> {
    let dashboard = site
        .dashboard(place.scope(), place.language)
        .ok_or(PageError::NotFound)?;
    let chart = dashboard.chart(name).ok_or(PageError::NotFound)?;
    let body = open_data::chart_csv(&chart.table);
    Ok(Rendered::download(
        "text/csv; charset=utf-8",
        body,
        format!("{name}.csv"),
    ))
}
