use crate::{Language, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A numbered edition of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Stable identifier.
    pub id: Uuid,
    /// Slug of the authority, or `ensemble` for a joint edition.
    pub authority: String,
    /// 1, 2, 3…
    pub number: u32,
    /// Title under the name of the report.
    pub title: Text,
    /// Date printed on it.
    pub dated: NaiveDate,
    /// What changed since the one before, written by a person.
    #[serde(default)]
    pub changes: Vec<Text>,
}

/// A file of an edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionFile {
    /// Path inside the edition's folder.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its language, if it has one.
    #[serde(default)]
    pub language: Option<Language>,
}
