//! From the public snapshot to a file in the shape of another register.

use crate::complaint::complain;
use anyhow::Result;
use domain::{Language, Remark};
use observe::register::{self, Exported, Outgoing, OwnNames};
use publish::{Scope, Snapshot};
use reference::{FileKind, Mapping};

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
    }
}
