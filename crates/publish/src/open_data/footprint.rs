use super::csv::table;
use super::register::{Column, Kind, filled, open};
use crate::snapshot::{Scope, Snapshot};
use domain::{EstimatedModel, FootprintEstimate, FootprintFinding, Lifecycle};

/// The columns, in order; each is described in the package.
pub(super) const COLUMNS: [Column; 24] = [
    filled("reference", Kind::Text),
    open("name_fr", Kind::Text),
    open("name_en", Kind::Text),
    filled("lifecycle", Kind::Code(Lifecycle::VOCABULARY)),
    open("method_release", Kind::Text),
    open("model", Kind::Text),
    open("zone", Kind::Text),
    open("zone_known", Kind::Truth),
    open("requests_per_month_low", Kind::Number),
    open("requests_per_month_high", Kind::Number),
    open("words_per_request_low", Kind::Number),
    open("words_per_request_high", Kind::Number),
    open("energy_kwh_per_month_low", Kind::Number),
    open("energy_kwh_per_month_high", Kind::Number),
    open("gwp_kgco2eq_per_month_low", Kind::Number),
    open("gwp_kgco2eq_per_month_high", Kind::Number),
    open("adpe_kgsbeq_per_month_low", Kind::Number),
    open("adpe_kgsbeq_per_month_high", Kind::Number),
    open("pe_mj_per_month_low", Kind::Number),
    open("pe_mj_per_month_high", Kind::Number),
    open("water_l_per_month_low", Kind::Number),
    open("water_l_per_month_high", Kind::Number),
    open("interval_kind", Kind::Code("interval_kinds")),
    open("missing", Kind::Text),
];

/// The footprint of every own record of a scope as CSV, for the yearly review of responsible digital
/// services: assumptions, estimates a month, and what is missing where there is no estimate.
pub(super) fn footprint_csv(snapshot: &Snapshot, scope: Scope) -> String {
    let header = COLUMNS.map(|column| column.name);
    let rows = snapshot.uses_of(scope).map(|public| {
        let u = &public.use_case;
        let name = |tag: &str| u.name.get(tag).unwrap_or_default().to_owned();
        let mut row = vec![
            u.reference.clone(),
            name("fr"),
            name("en"),
            u.lifecycle.code().to_owned(),
        ];
        match snapshot.footprints.get(&u.reference) {
            Some(FootprintFinding::Estimated(estimate)) => row.extend(estimate_cells(estimate)),
            Some(FootprintFinding::Missing(missing)) => {
                let missing: Vec<_> = missing.iter().map(|what| what.code()).collect();
                row.resize(header.len() - 1, String::new());
                row.push(missing.join(" "));
            }
            None => {
                row.resize(header.len() - 1, String::new());
                row.push("assumptions".to_owned());
            }
        }
        row
    });
    table(&header, rows)
}

/// The cells of an estimate, from the release on.
fn estimate_cells(estimate: &FootprintEstimate) -> Vec<String> {
    let model = match &estimate.model {
        EstimatedModel::Named(model) => format!("{}/{}", model.provider, model.name),
        EstimatedModel::Class { class, .. } => class.code().to_owned(),
    };
    let mut cells = vec![
        estimate.release.clone(),
        model,
        estimate.zone.clone(),
        estimate.is_zone_known.to_string(),
    ];
    let month = &estimate.per_month;
    let quantities = [
        Some(estimate.requests_per_month),
        Some(estimate.words_per_request),
        Some(month.energy),
        Some(month.gwp),
        Some(month.adpe),
        Some(month.pe),
        month.wcf,
    ];
    for quantity in quantities {
        let end = |get: fn(&units::Interval) -> f64| {
            quantity.map_or_else(String::new, |quantity| get(&quantity.interval).to_string())
        };
        cells.push(end(units::Interval::low));
        cells.push(end(units::Interval::high));
    }
    cells.extend(["corner".to_owned(), String::new()]);
    cells
}
