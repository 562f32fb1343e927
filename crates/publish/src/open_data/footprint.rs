use super::csv::table;
use crate::snapshot::{Scope, Snapshot};
use domain::{EstimatedModel, FootprintEstimate, FootprintFinding};

/// The footprint of every own record of a scope as CSV, for the yearly review of responsible digital
/// services: assumptions, estimates a month, and what is missing where there is no estimate.
pub(super) fn footprint_csv(snapshot: &Snapshot, scope: Scope) -> String {
    let header = [
        "reference",
        "name_fr",
        "name_en",
        "lifecycle",
        "method_release",
        "model",
        "zone",
        "zone_known",
        "requests_per_month_low",
        "requests_per_month_high",
        "words_per_request_low",
        "words_per_request_high",
        "energy_kwh_per_month_low",
        "energy_kwh_per_month_high",
        "gwp_kgco2eq_per_month_low",
        "gwp_kgco2eq_per_month_high",
        "adpe_kgsbeq_per_month_low",
        "adpe_kgsbeq_per_month_high",
        "pe_mj_per_month_low",
        "pe_mj_per_month_high",
        "water_l_per_month_low",
        "water_l_per_month_high",
        "interval_kind",
        "missing",
    ];
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
