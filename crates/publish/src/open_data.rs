//! The register and its numbers as files anybody can take.

use crate::numbers::Numbers;
use crate::snapshot::{Scope, Snapshot};
use domain::{EstimatedModel, FootprintEstimate, FootprintFinding};
use serde_json::{Value, json};

/// The public register of a scope as JSON: whole public documents.
pub fn register_json(snapshot: &Snapshot, scope: Scope) -> String {
    let records: Vec<Value> = snapshot
        .uses_of(scope)
        .map(|public| {
            let mut record = serde_json::to_value(&public.use_case).unwrap_or_default();
            drop_unfilled(&mut record);
            record["version"] = public.version.into();
            record["changed_at"] = public.changed_at.to_rfc3339().into();
            record
        })
        .collect();
    let document = json!({
        "schema_version": domain::SCHEMA_VERSION,
        "built_on": snapshot.built_on,
        "licence": "etalab-2.0",
        "records": records,
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// One record as JSON.
pub fn record_json(use_case: &domain::UseCase) -> String {
    let mut record = serde_json::to_value(use_case).unwrap_or_default();
    drop_unfilled(&mut record);
    let mut text = serde_json::to_string_pretty(&record).unwrap_or_default();
    text.push('\n');
    text
}

/// The public register of a scope as CSV (UTF-8 with a byte-order mark, comma, all quoted).
pub fn register_csv(snapshot: &Snapshot, scope: Scope) -> String {
    let header = [
        "reference",
        "authority",
        "department",
        "name_fr",
        "name_en",
        "summary_fr",
        "summary_en",
        "lifecycle",
        "evidence",
        "generative",
        "task",
        "tool",
        "data_kind",
        "decision",
        "decided_on",
        "review_on",
        "publication_level",
        "publication_ground",
        "version",
        "changed_at",
    ];
    let rows = snapshot.uses_of(scope).map(|public| {
        let u = &public.use_case;
        let text = |text: Option<&domain::Text>, tag: &str| {
            text.and_then(|text| text.get(tag))
                .unwrap_or_default()
                .to_owned()
        };
        let decision = u.decision.as_ref();
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
        vec![
            u.reference.clone(),
            u.authority.clone(),
            u.department.clone().unwrap_or_default(),
            text(Some(&u.name), "fr"),
            text(Some(&u.name), "en"),
            text(u.summary.as_ref(), "fr"),
            text(u.summary.as_ref(), "en"),
            u.lifecycle.code().to_owned(),
            u.evidence.code().to_owned(),
            u.generative.code().to_owned(),
            u.task.map_or("", domain::Task::code).to_owned(),
            u.tool.clone().unwrap_or_default(),
            u.data
                .as_ref()
                .map_or("", |data| data.kind.code())
                .to_owned(),
            decision.map_or("", |d| d.outcome.code()).to_owned(),
            day(decision.and_then(|d| d.decided_on)),
            day(decision.and_then(|d| d.review_on)),
            u.publication.level.code().to_owned(),
            u.publication
                .ground
                .map_or("", domain::Ground::code)
                .to_owned(),
            public.version.to_string(),
            public.changed_at.to_rfc3339(),
        ]
    });
    table(&header, rows)
}

/// Every number of a scope as CSV, with unit, interval, kind, origin and date.
pub fn numbers_csv(numbers: &Numbers) -> String {
    let header = [
        "key",
        "low",
        "high",
        "unit",
        "interval_kind",
        "origin",
        "as_of",
    ];
    let rows = numbers.iter().map(|number| {
        let code = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let quantity = number.quantity.as_ref();
        let of = |get: &dyn Fn(&units::Quantity) -> String| quantity.map_or_else(String::new, get);
        vec![
            number.key.to_owned(),
            of(&|q| q.interval.low().to_string()),
            of(&|q| q.interval.high().to_string()),
            of(&|q| code(serde_json::to_value(q.unit).unwrap_or_default())),
            of(&|q| code(serde_json::to_value(q.interval.kind()).unwrap_or_default())),
            number.source.code().to_owned(),
            number.as_of.to_string(),
        ]
    });
    table(&header, rows)
}

/// The footprint of every own record of a scope as CSV, for the yearly review of responsible digital
/// services: assumptions, estimates a month, and what is missing where there is no estimate.
pub fn footprint_csv(snapshot: &Snapshot, scope: Scope) -> String {
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

/// The table of a chart as CSV.
pub fn chart_csv(table_of: &crate::charts::Table) -> String {
    let header: Vec<&str> = table_of.columns.iter().map(|c| c.label.as_str()).collect();
    table(&header, table_of.rows.iter().cloned())
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from('\u{feff}');
    line(&mut out, header.iter().copied());
    for row in rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out
}

/// Every cell quoted; one that a spreadsheet would run as a formula is neutralised.
fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        out.push('"');
        let is_number = cell.parse::<f64>().is_ok();
        if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// A field that is not filled in is absent, never null or empty.
fn drop_unfilled(record: &mut Value) {
    if let Some(object) = record.as_object_mut() {
        object.retain(|_, value| !value.is_null() && !value.as_array().is_some_and(Vec::is_empty));
        object.values_mut().for_each(drop_unfilled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_neutralised() {
        let mut out = String::new();
        line(&mut out, ["=1+1", "-5", "-x", "say \"hi\""].into_iter());
        assert_eq!(out, "\"'=1+1\",\"-5\",\"'-x\",\"say \"\"hi\"\"\"\r\n");
    }
}
