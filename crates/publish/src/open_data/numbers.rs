use super::csv::table;
use super::register::{Column, Kind, filled, open};
use crate::numbers::Numbers;
use serde_json::Value;

/// The columns, in order; each is described in the package.
pub(super) const COLUMNS: [Column; 7] = [
    filled("key", Kind::Text),
    open("low", Kind::Number),
    open("high", Kind::Number),
    open("unit", Kind::Code("units")),
    open("interval_kind", Kind::Code("interval_kinds")),
    filled("origin", Kind::Text),
    filled("as_of", Kind::Day),
];

/// Every number of a scope as CSV, with unit, interval, kind, origin and date.
pub(super) fn numbers_csv(numbers: &Numbers) -> String {
    let header = COLUMNS.map(|column| column.name);
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
