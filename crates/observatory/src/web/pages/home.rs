use super::parts::{Line, own_line, said};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::Lifecycle;
use publish::charts::{self, Chart, Parts, Scene, Table, Uses};
use publish::report::html::chart_words;
use publish::{Dashboard, Scope, numbers, report};

#[derive(Template)]
#[template(path = "pages/home.html")]
struct Home<'a> {
    layout: Layout<'a>,
    lede: String,
    horizon: String,
    figures: Vec<KeyFigure>,
    refusals: Vec<Refusal>,
    refusals_total: usize,
    blind_spots: Vec<String>,
    news: Vec<News>,
    peers: Option<String>,
    no_sanction: Option<String>,
}

struct KeyFigure {
    value: String,
    sentence: String,
    chart: String,
    doubt: String,
}

struct Refusal {
    line: Line,
    reason: String,
    instead: String,
}

struct News {
    date: String,
    text: String,
    url: String,
}

/// Refusals shown; the register holds them all.
const REFUSALS: usize = 4;
const NEWS: usize = 4;

/// The home of an authority, or of all of them.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let dashboard = site
        .dashboard(place.scope(), place.language)
        .ok_or(PageError::NotFound)?;
    let w = dashboard.wording;
    let horizon = dashboard.chart("horizon").ok_or(PageError::NotFound)?;
    let mut uses = Uses::default();
    uses.add(&horizon);
    let figures = key_figures(&dashboard, &mut uses);
    let refusals = refusals(site, place, &dashboard);
    for refusal in &refusals.0 {
        uses.signs.extend(
            publish::charts::Sign::ALL
                .into_iter()
                .filter(|sign| sign.id() == refusal.line.sign),
        );
    }
    let layout = Layout::new(site, place, "", "home");
    let name = common_name(site, place, &dashboard);
    let home = Home {
        lede: w.format("home-lede", &[("name", name.into())]),
        horizon: charts::html::figure(&horizon, &chart_words(&w)),
        figures,
        refusals_total: refusals.1,
        refusals: refusals.0,
        blind_spots: blind_spots(&dashboard),
        news: news(site, place, &dashboard),
        peers: peers(&dashboard),
        no_sanction: no_sanction(site, place, &dashboard),
        layout: layout
            .titled(w.get("home-title"))
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, home.render()?))
}

fn common_name(site: &Site, place: &Place, dashboard: &Dashboard) -> String {
    match site.snapshot.authority(&place.scope) {
        Some(authority) => dashboard.wording.text(&authority.name),
        None => report::joint_name(dashboard),
    }
}

fn key_figures(dashboard: &Dashboard, uses: &mut Uses) -> Vec<KeyFigure> {
    let (w, n) = (dashboard.wording, dashboard.numbers);
    let date = w.date(dashboard.snapshot.built_on);
    let in_use = n.value("uses_in_use");
    let told = in_use - n.value("uses_unknown_effect");
    let (departments, silent) = (n.value("departments_total"), n.value("departments_silent"));
    let (due, late) = (n.value("reviews_due"), n.value("reviews_overdue"));
    let mut of = |key: &str, part: f64, whole: f64, hatched: f64| {
        let blanks = [
            ("part", part.into()),
            ("whole", whole.into()),
            ("date", date.clone().into()),
        ];
        let chart = parts_chart(key, dashboard, whole, hatched);
        uses.add(&chart);
        KeyFigure {
            value: w.format("figure-part", &blanks),
            sentence: w.format(&format!("figure-{key}"), &blanks),
            chart: charts::html::svg(&chart),
            doubt: w.format(&format!("figure-{key}-doubt"), &blanks),
        }
    };
    let total = n.value("uses_total");
    let mut figures = vec![
        of("in-use", in_use, total, 0.0),
        of("effects", told, in_use, in_use - told),
        of("reviews", late, due, late),
        of("coverage", departments - silent, departments, silent),
    ];
    if let Some(first) = figures.first_mut() {
        first.chart.clear();
    }
    figures
}

fn parts_chart(key: &str, dashboard: &Dashboard, whole: f64, hatched: f64) -> Chart {
    let w = dashboard.wording;
    let texts = [
        ("hatched", hatched.into()),
        ("rest", (whole - hatched).into()),
    ];
    let scene: Scene = charts::parts(&Parts {
        total: whole as u32,
        late: hatched as u32,
        late_text: w.format(&format!("figure-{key}-hatched"), &texts),
        done_text: w.format(&format!("figure-{key}-rest"), &texts),
        empty: w.get("nothing-to-count"),
    });
    Chart {
        id: format!("k-{key}"),
        finding: String::new(),
        title: w.get(&format!("figure-{key}-title")),
        description: w.format(&format!("figure-{key}-description"), &texts),
        legend: Vec::new(),
        scene,
        table: Table::default(),
        csv: None,
        table_page: None,
        source: String::new(),
    }
}

/// Refused and stopped records, and how many there are.
fn refusals(site: &Site, place: &Place, dashboard: &Dashboard) -> (Vec<Refusal>, usize) {
    let w = dashboard.wording;
    let mut ended: Vec<_> = site
        .snapshot
        .uses_of(place.scope())
        .map(|public| &public.use_case)
        .filter(|u| u.lifecycle.is_stopped() || u.lifecycle == Lifecycle::Refused)
        .collect();
    ended.sort_by_key(|u| {
        let day = u.decision.as_ref().and_then(|d| d.decided_on);
        (std::cmp::Reverse(day), u.reference.clone())
    });
    let total = ended.len();
    let shown = ended.into_iter().take(REFUSALS);
    let refusals = shown
        .map(|u| Refusal {
            line: own_line(u, site, place, &w),
            reason: super::parts::shown(report::reason(u), u, &w),
            instead: u
                .alternative_without_ai
                .as_ref()
                .map_or_else(String::new, |text| said(text, &w)),
        })
        .collect();
    (refusals, total)
}

fn blind_spots(dashboard: &Dashboard) -> Vec<String> {
    let (w, n) = (dashboard.wording, dashboard.numbers);
    let mut spots = Vec::new();
    let silent: Vec<_> = numbers::silent_departments(dashboard.snapshot, dashboard.scope)
        .map(|department| w.text(&department.name))
        .collect();
    if !silent.is_empty() {
        let blanks = [
            ("names", w.list(&silent).into()),
            ("count", silent.len().into()),
        ];
        spots.push(w.format("blind-silent", &blanks));
    }
    for (key, number) in [
        ("blind-observed", "uses_observed"),
        ("blind-unknown-effect", "uses_unknown_effect"),
        ("blind-cost", "uses_without_cost"),
        ("blind-withheld", "uses_withheld"),
    ] {
        let count = n.value(number);
        if count > 0.0 {
            spots.push(w.format(key, &[("count", count.into())]));
        }
    }
    spots
}

fn news(site: &Site, place: &Place, dashboard: &Dashboard) -> Vec<News> {
    let w = dashboard.wording;
    let mut dated: Vec<_> = site
        .snapshot
        .uses_of(place.scope())
        .filter_map(|public| {
            let day = |at| site.day(at, &public.use_case.authority);
            let first = day(public.history.first()?.at);
            let last = day(public.history.last()?.at);
            let name = w.text(&public.use_case.name);
            // What is changed on the day it is published is still new to everybody.
            let key = if first == last {
                "news-new"
            } else {
                "news-changed"
            };
            let text = w.format(key, &[("name", name.into())]);
            Some((last, text, place.record(&public.use_case.reference)))
        })
        .collect();
    for edition in site.snapshot.editions_of(place.scope()) {
        let blanks = [
            ("number", w.number(f64::from(edition.number)).into()),
            ("title", w.text(&edition.title).into()),
        ];
        dated.push((
            edition.dated,
            w.format("news-edition", &blanks),
            place.page("rapport"),
        ));
    }
    dated.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    dated
        .into_iter()
        .take(NEWS)
        .map(|(day, text, url)| News {
            date: w.date(day),
            text,
            url,
        })
        .collect()
}

fn peers(dashboard: &Dashboard) -> Option<String> {
    let (w, n) = (dashboard.wording, dashboard.numbers);
    let total = n.value("peers_total");
    let blanks = [
        ("count", w.number(total).into()),
        ("publishers", n.value("peers_publishers").into()),
    ];
    (total > 0.0).then(|| w.format("home-peers", &blanks))
}

/// « Personne n’est sanctionné », only when the act that says so is recorded.
fn no_sanction(site: &Site, place: &Place, dashboard: &Dashboard) -> Option<String> {
    let Scope::Authority(slug) = place.scope() else {
        return None;
    };
    let act = site.snapshot.authority(slug)?.no_sanction_act.as_ref()?;
    let w = dashboard.wording;
    Some(w.format("no-sanction", &[("act", w.text(act).into())]))
}
