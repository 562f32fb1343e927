//! Values that one shape of a file writes as numbers and another as texts.

use super::html;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;

pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    let text = match value.get(key)? {
        Value::String(text) => html::text(text),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

pub(super) fn number(value: &Value, key: &str) -> Option<u32> {
    match value.get(key)? {
        Value::Number(number) => whole(number),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A number without decimals, `2.0` too.
fn whole(number: &serde_json::Number) -> Option<u32> {
    let found = number.as_u64().or_else(|| {
        let number = number.as_f64()?;
        let is_whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
        is_whole.then_some(number as u64)
    });
    found.and_then(|number| u32::try_from(number).ok())
}

/// Yes or no: 1 and 0, or said as such.
pub(super) fn flag(value: &Value, key: &str) -> Option<bool> {
    match value.get(key) {
        Some(Value::Bool(is_true)) => Some(*is_true),
        _ => match number(value, key)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
    }
}

pub(super) fn day(value: &Value, key: &str) -> Option<NaiveDate> {
    let text = value.get(key)?.as_str()?;
    let instant = DateTime::parse_from_rfc3339(text).ok();
    instant
        .map(|instant| instant.date_naive())
        .or_else(|| text.parse().ok())
}

pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A step of a scale from 1 to 4; 0 is a gauge that nobody moved.
pub(super) fn gauge(value: &Value, key: &str) -> Option<u8> {
    number(value, key)
        .filter(|step| (1..=4).contains(step))
        .and_then(|step| u8::try_from(step).ok())
}
