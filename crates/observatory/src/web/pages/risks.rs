use super::parts::said;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::RiskFamily;
use evaluate::risks::{Line, Matrix, register};
use publish::Wording;
use reference::risks::Scales;

/// Risks listed; the matrix counts them all.
const LISTED: usize = 24;

#[derive(Template)]
#[template(path = "pages/risks.html")]
struct Page<'a> {
    layout: Layout<'a>,
    finding: String,
    likelihood: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    zones: Vec<(String, String)>,
    lines: Vec<RiskLine>,
    more: Option<String>,
    unrated: Vec<RiskLine>,
    rests_on: String,
}

struct RiskLine {
    url: String,
    name: String,
    family: String,
    description: String,
    rating: String,
    zone: String,
    measure: String,
}

/// What remains of the risks of the published records: a table, then the highest first.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let catalogue = &site.library.reference.risks;
    let uses = site
        .snapshot
        .uses_of(place.scope())
        .map(|public| &public.use_case);
    let register = register(catalogue, uses);
    let matrix = Matrix::of(register.rated.iter().map(|line| {
        let key = (&line.use_case.reference, line.place);
        (key, line.residual.retained())
    }));
    let scales = catalogue.scales.as_ref();
    let blanks = [
        ("rated", register.rated.len().into()),
        ("unrated", register.unrated.len().into()),
    ];
    let line = |line: &Line<'_>| risk_line(line, place, &w);
    let more = register.rated.len().saturating_sub(LISTED);
    let layout = Layout::new(site, place, "risques", "dashboard");
    let page = Page {
        finding: w.format("risks-finding", &blanks),
        likelihood: titles(scales, |scales| &scales.likelihood, &w),
        rows: matrix
            .rows
            .iter()
            .map(|row| {
                let severity = titles(scales, |scales| &scales.severity, &w);
                let title = severity.get(usize::from(row.severity) - 1).cloned();
                let cells = row.cells.iter().map(|cell| match cell.items.len() {
                    0 => "–".to_owned(),
                    count => w.count(count),
                });
                (
                    title.unwrap_or_else(|| row.severity.to_string()),
                    cells.collect(),
                )
            })
            .collect(),
        zones: scales
            .into_iter()
            .flat_map(|scales| &scales.zones)
            .map(|zone| (w.text(&zone.title), w.text(&zone.asks)))
            .collect(),
        lines: register.rated.iter().take(LISTED).map(line).collect(),
        more: (more > 0).then(|| w.format("risks-more", &[("count", more.into())])),
        unrated: register.unrated.iter().take(LISTED).map(line).collect(),
        rests_on: scales
            .and_then(|scales| scales.not_modelled.as_ref())
            .map_or_else(String::new, |text| w.text(text)),
        layout: layout.titled(w.get("risks-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn titles(
    scales: Option<&Scales>,
    of: fn(&Scales) -> &Vec<reference::risks::Level>,
    w: &Wording,
) -> Vec<String> {
    let levels = scales.into_iter().flat_map(of);
    levels
        .map(|level| format!("{} {}", level.level, w.text(&level.title)))
        .collect()
}

fn risk_line(line: &Line<'_>, place: &Place, w: &Wording) -> RiskLine {
    let rating = match (line.residual.before, line.residual.retained()) {
        (Some(before), Some(now)) if before != now => {
            let blanks = [
                ("before", w.number(f64::from(before.score())).into()),
                ("now", w.number(f64::from(now.score())).into()),
            ];
            w.format("risks-lowered", &blanks)
        }
        (_, Some(now)) => {
            let blanks = [("now", w.number(f64::from(now.score())).into())];
            w.format("risks-score", &blanks)
        }
        (_, None) => w.get("not-judged"),
    };
    RiskLine {
        url: place.record(&line.use_case.reference),
        name: said(&line.use_case.name, w),
        family: w.label(RiskFamily::VOCABULARY, line.risk.family.code()),
        description: said(&line.risk.description, w),
        rating,
        zone: line
            .zone
            .map_or_else(String::new, |zone| w.text(&zone.title)),
        measure: match &line.risk.measure {
            Some(measure) => said(measure, w),
            None => w.get("risks-no-measure"),
        },
    }
}
