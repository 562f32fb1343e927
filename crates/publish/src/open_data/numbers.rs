use super::csv::table;
use crate::numbers::Numbers;
use serde_json::Value;

/// Every number of a scope as CSV, with unit, interval, kind, origin and date.
pub(super) fn numbers_csv(numbers: &Numbers) -> String {
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
