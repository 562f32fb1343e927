use super::{Dataset, LICENCE, pretty};
use crate::snapshot::{FieldChange, PublicVersion};
use serde_json::{Value, json};

/// Every public version of every record, oldest first, and what changed in each.
pub(super) fn write(dataset: &Dataset) -> String {
    let records: Vec<Value> = dataset
        .snapshot
        .uses_of(dataset.scope)
        .map(|public| {
            let versions: Vec<Value> = public.history.iter().map(version).collect();
            json!({
                "id": public.use_case.id,
                "reference": public.use_case.reference,
                "versions": versions,
            })
        })
        .collect();
    pretty(&json!({
        "schema_version": domain::SCHEMA_VERSION,
        "built_on": dataset.snapshot.built_on,
        "licence": LICENCE,
        "records": records,
    }))
}

fn version(version: &PublicVersion) -> Value {
    let changes: Vec<Value> = version.changes.iter().map(change).collect();
    let mut value = json!({
        "version": version.version,
        "at": version.at.to_rfc3339(),
        "by": version.by,
        "changes": changes,
    });
    if let Some(note) = &version.note {
        value["note"] = json!(note);
    }
    value
}

/// A value that was not filled in is absent.
fn change(change: &FieldChange) -> Value {
    let mut value = json!({"field": change.field});
    for (key, side) in [("before", &change.before), ("after", &change.after)] {
        if !side.is_null() {
            value[key] = side.clone();
        }
    }
    value
}
