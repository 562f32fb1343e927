//! What the texts of the report may name: numbers, figures, tables, and a few words.

use crate::numbers::{Number, Numbers};
use crate::wording::Wording;
use minijinja::value::{Object, Value};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// `{{ n.uses_total }}`: prints the number with a call to its provenance.
#[derive(Debug)]
struct BoundNumber {
    key: &'static str,
    value: Option<f64>,
    shown: String,
}

impl Object for BoundNumber {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "value" => Some(self.value.map_or(Value::from(()), Value::from)),
            "known" => Some(self.value.is_some().into()),
            _ => None,
        }
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}](number:{})", self.shown, self.key)
    }
}

/// Every number of a scope under its key.
pub(super) fn numbers(numbers: &Numbers, wording: &Wording) -> Value {
    let bound: BTreeMap<&str, Value> = numbers
        .iter()
        .map(|number| (number.key, Value::from_object(bind(number, wording))))
        .collect();
    Value::from(bound)
}

fn bind(number: &Number, wording: &Wording) -> BoundNumber {
    BoundNumber {
        key: number.key,
        value: number.quantity.map(|quantity| quantity.interval.low()),
        shown: shown(number, wording),
    }
}

/// A number as it is written in a sentence, unit included when it is not a count.
pub(super) fn shown(number: &Number, wording: &Wording) -> String {
    let Some(quantity) = &number.quantity else {
        return wording.get("unknown-number");
    };
    if !quantity.interval.is_point() {
        return wording.amount(quantity);
    }
    let value = wording.number(quantity.interval.low());
    match quantity.unit {
        units::Unit::Percent => wording.format("percent", &[("value", value.into())]),
        _ => value,
    }
}

/// `{{ figure("status") }}` and `{{ table("uses") }}` leave a mark that the reader of the
/// Markdown replaces.
pub(super) fn add_marks(environment: &mut minijinja::Environment<'_>) {
    environment.add_function("figure", |name: String| format!("![](figure:{name})"));
    environment.add_function("table", |name: String| format!("![](table:{name})"));
}
