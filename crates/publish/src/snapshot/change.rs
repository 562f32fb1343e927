use chrono::{DateTime, Utc};
use domain::Text;
use serde_json::Value;
use std::collections::BTreeSet;

/// One version of a record as the public sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicVersion {
    /// 1, 2, 3…
    pub version: u32,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Code of the function that wrote it.
    pub by: String,
    /// What its author told the readers of the history.
    pub note: Option<Text>,
    /// What changed since the version before; empty for the first one.
    pub changes: Vec<FieldChange>,
}

/// One top-level field that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Name of the field.
    pub field: String,
    /// Its value before; null when it was not filled in.
    pub before: Value,
    /// Its value after; null when it is no longer filled in.
    pub after: Value,
}

/// The top-level fields that differ between two documents, in the order of their names.
pub(super) fn changes(before: &Value, after: &Value) -> Vec<FieldChange> {
    let names = |document: &Value| -> BTreeSet<String> {
        let object = document.as_object();
        object.into_iter().flat_map(|o| o.keys().cloned()).collect()
    };
    let filled = |document: &Value, field: &str| {
        let value = document.get(field).cloned().unwrap_or_default();
        let is_empty = value.as_array().is_some_and(Vec::is_empty);
        if is_empty { Value::Null } else { value }
    };
    names(before)
        .union(&names(after))
        .filter_map(|field| {
            let (before, after) = (filled(before, field), filled(after, field));
            (before != after).then(|| FieldChange {
                field: field.clone(),
                before,
                after,
            })
        })
        .collect()
}
