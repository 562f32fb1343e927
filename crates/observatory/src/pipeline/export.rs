//! From the public snapshot to a file in the shape of another register.

use crate::complaint::complain;
use anyhow::Result;
use chrono::NaiveDate;
use domain::{Language, Remark};
use observe::register::{self, Exported, Outgoing, OwnNames};
use publish::{PublicUse, Scope, Snapshot};
use reference::{FileKind, Mapping, Reference};
use uuid::Uuid;

/// Writes the published records of a scope in the shape of a mapping.
///
/// Only what the public may see goes out: the records come from the snapshot, cut down to the
/// level of their publication.
pub fn run(
    snapshot: &Snapshot,
    scope: Scope,
    language: Language,
    mapping: &Mapping,
    kind: Option<FileKind>,
) -> Result<Exported> {
    let names = names(snapshot, language);
    let records: Vec<Outgoing> = snapshot
        .uses_of(scope)
        .map(|public| Outgoing::of_own(&public.use_case, &names))
        .collect();
    register::export(&records, mapping, kind)
        .map_err(|error| complain(Remark::new(error.key).with("detail", error.detail)))
}

/// The formats that are written, with the kinds of file of each, the usual one first.
pub fn formats(reference: &Reference) -> impl Iterator<Item = (&Mapping, &[FileKind])> {
    let mappings = reference.mappings.values();
    mappings.filter_map(|mapping| {
        let shape = mapping.export.as_ref()?;
        Some((mapping, shape.kinds.as_slice()))
    })
}

/// The name of a file in the shape of a format.
pub fn file_name(mapping: &Mapping, kind: FileKind) -> String {
    format!("registre-{}.{}", mapping.id, kind.word())
}

/// The name of a common field, or of a field of the record with the rest of its path.
pub fn label(reference: &Reference, field: &str, language: Language) -> String {
    let common = reference.label("common_fields", field, language);
    if common != field {
        return common.to_owned();
    }
    let root = field.split('.').next().unwrap_or(field);
    let name = reference.label("record_fields", root, language);
    if root == field {
        name.to_owned()
    } else {
        format!("{name} ({field})")
    }
}

/// The day a record last changed, in universal time.
fn changed_on(public: &PublicUse) -> Option<(Uuid, NaiveDate)> {
    let last = public.history.last()?;
    Some((public.use_case.id, last.at.date_naive()))
}

fn names(snapshot: &Snapshot, language: Language) -> OwnNames {
    let authorities = snapshot.authorities.iter();
    let departments = snapshot.departments.iter();
    OwnNames {
        language,
        authorities: authorities
            .map(|authority| (authority.slug.clone(), authority.name.clone()))
            .collect(),
        departments: departments
            .map(|(key, department)| (key.clone(), department.name.clone()))
            .collect(),
        tools: snapshot.tools.clone(),
        changed_on: snapshot.uses.iter().filter_map(changed_on).collect(),
    }
}
