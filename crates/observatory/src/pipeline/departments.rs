//! Departments and numbers of staff, kept in the browser.

use super::casework::{Saved, saved};
use crate::instance::Instance;
use anyhow::Result;
use domain::{Authority, Department, UseCase};
use publish::typography::slug;
use std::collections::BTreeSet;
use store::{Change, Record};

/// What holds a department where it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holds {
    /// Slug of the authority and reference of each record that names it.
    pub records: Vec<(String, String)>,
    /// Roles that are limited to it.
    pub roles: usize,
}

impl Holds {
    /// Whether it can be taken out.
    pub fn is_free(&self) -> bool {
        self.records.is_empty() && self.roles == 0
    }
}

/// Every department, by key.
pub async fn all(instance: &Instance) -> Result<Vec<Record<Department>>> {
    let mut all = instance.store.all::<Department>().await?;
    all.sort_by(|a, b| a.document.key.cmp(&b.document.key));
    Ok(all)
}

/// What names a department, in any authority.
pub async fn holds(instance: &Instance, key: &str) -> Result<Holds> {
    let records = instance.store.all::<UseCase>().await?;
    let records = records.into_iter().map(|record| record.document);
    let named = records.filter(|record| record.department.as_deref() == Some(key));
    let accounts = instance.store.accounts().await?;
    let grants = accounts.iter().flat_map(|account| &account.grants);
    Ok(Holds {
        records: named
            .map(|record| (record.authority, record.reference))
            .collect(),
        roles: grants
            .filter(|grant| grant.department.as_deref() == Some(key))
            .count(),
    })
}

/// A key made of a name, that no department has.
pub fn key(name: &str, known: &[Record<Department>]) -> String {
    let known: BTreeSet<_> = known.iter().map(|d| d.document.key.as_str()).collect();
    let first = slug(name).replace('-', "_");
    let mut key = first.clone();
    let mut number = 2;
    while key.is_empty() || known.contains(key.as_str()) {
        key = format!("{first}_{number}");
        number += 1;
    }
    key
}

/// Writes a department, if nobody wrote it since it was read at this version; 0 for a new one.
/// From then on, a file of the folder no longer says what it is.
pub async fn save(
    instance: &Instance,
    department: &Department,
    version: u32,
    change: &Change,
) -> Result<Saved> {
    let department = Department {
        edited: true,
        ..department.clone()
    };
    let written = instance.store.put_expecting(&department, version, change);
    saved(written.await)
}

/// Takes a department out, if nobody wrote it since. The caller knows that nothing names it.
pub async fn remove(
    instance: &Instance,
    department: &Record<Department>,
    change: &Change,
) -> Result<Saved> {
    let (document, version) = (&department.document, department.version);
    let taken = instance.store.withdraw_expecting(document, version, change);
    saved(taken.await)
}

/// Whether `vigie.toml` says how many persons an authority employs: then nobody says it here.
pub fn is_staff_configured(instance: &Instance, slug: &str) -> bool {
    let mut configured = instance.config.authorities.iter();
    let configured = configured.find(|configured| configured.slug == slug);
    configured.is_some_and(|configured| configured.staff.is_some())
}

/// Says how many persons an authority employs, where `vigie.toml` does not.
pub async fn save_staff(
    instance: &Instance,
    authority: &Record<Authority>,
    staff: Option<u32>,
    change: &Change,
) -> Result<Saved> {
    let changed = Authority {
        staff,
        ..authority.document.clone()
    };
    let version = authority.version;
    let written = instance.store.put_expecting(&changed, version, change);
    saved(written.await)
}
