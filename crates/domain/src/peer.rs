use crate::{CommonField, Generative, Lifecycle, Text};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Who publishes another register. Never one of our authorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Stable identifier.
    pub id: Uuid,
    /// Name in addresses.
    pub slug: String,
    /// Name as written on pages.
    pub name: Text,
    /// ISO 3166 code of its country, or `EU`.
    pub country: String,
    /// BCP 47 tag of the language of its records.
    pub language: String,
    /// SPDX identifier or name of the licence.
    pub licence: String,
    /// The sentence its licence asks for.
    pub attribution: Text,
    /// Where the register is.
    #[serde(default)]
    pub url: Option<String>,
    /// The edition last imported, in the words of the publisher.
    #[serde(default)]
    pub edition: Option<String>,
    /// The day of the last import.
    #[serde(default)]
    pub imported_on: Option<NaiveDate>,
    /// Root of its API, when its records are harvested from there.
    #[serde(default)]
    pub api: Option<String>,
}

/// One cell of the source, as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceCell {
    /// Header of the column, repeats numbered.
    pub column: String,
    /// The cell, byte for byte after decoding.
    pub value: String,
}

/// A use case of another register, shown as "declared by …" and never counted as ours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeerRecord {
    /// Stable identifier, derived from publisher and key.
    pub id: Uuid,
    /// Slug of the publisher.
    pub publisher: String,
    /// The publisher's own identifier, or a natural key with an ordinal when it has none.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// BCP 47 tag of the language of the record.
    pub language: String,
    /// Where it stands, after the mapping table; `None` when the source does not say.
    #[serde(default)]
    pub lifecycle: Option<Lifecycle>,
    /// Whether it generates content: only when the source or a stated rule allows to say so.
    pub generative: Generative,
    /// What a stated rule read that in; `None` when the source says it itself, or nobody does.
    #[serde(default)]
    pub generative_inferred: Option<Inference>,
    /// Our common fields, in the words of the source.
    #[serde(default)]
    pub fields: BTreeMap<CommonField, String>,
    /// The source row, whole.
    pub source_row: Vec<SourceCell>,
    /// Day of the first import that held it.
    pub first_seen: NaiveDate,
    /// Day since which the publisher no longer lists it.
    #[serde(default)]
    pub gone_since: Option<NaiveDate>,
}

/// Why something is held to be so that the source does not say in so many words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inference {
    /// The column looked at.
    pub column: String,
    /// The words of the rule that were found in it.
    pub words: String,
}

impl PeerRecord {
    /// The shared fields in which two states of a record differ, the state and whether it is
    /// generative included; what the source row holds beside them is left aside.
    pub fn changed_fields(&self, other: &Self) -> Vec<CommonField> {
        let of_record = [
            (CommonField::Name, self.name != other.name),
            (
                CommonField::LifecycleStatus,
                self.lifecycle != other.lifecycle,
            ),
            (CommonField::Generative, self.generative != other.generative),
        ];
        let of_record = of_record.into_iter().filter(|(_, differs)| *differs);
        let mut changed: BTreeSet<CommonField> = of_record.map(|(field, _)| field).collect();
        let all = self.fields.keys().chain(other.fields.keys()).copied();
        changed.extend(all.filter(|field| self.fields.get(field) != other.fields.get(field)));
        changed.into_iter().collect()
    }

    /// A common field, if the source filled it in.
    pub fn field(&self, field: CommonField) -> Option<&str> {
        self.fields.get(&field).map(String::as_str)
    }
}

/// A problem met while reading a row: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// Row in the file, counted from 1 without the header.
    pub row: usize,
    /// Column, empty when it is the whole row.
    pub column: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub hint: String,
    /// Rows of which the same is to be told, `row` being the first.
    #[serde(default = "one")]
    pub count: usize,
}

fn one() -> usize {
    1
}

/// Counts of an import. `read = imported + updated + unchanged + refused`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Rows read.
    pub read: usize,
    /// Records that did not exist.
    pub imported: usize,
    /// Records that changed.
    pub updated: usize,
    /// Records found as they were.
    pub unchanged: usize,
    /// Rows that could not become a record, each in `reported`.
    pub refused: usize,
    /// Records the file no longer holds; counted only for a complete edition.
    pub gone: usize,
    /// Records said to be generative or not by a rule of the mapping, not by the source.
    #[serde(default)]
    pub inferred: usize,
    /// Among the records that changed, how many differ in each field, by its name in the document
    /// or among the fields that registers share.
    #[serde(default)]
    pub changed: BTreeMap<String, usize>,
    /// Every refusal, and every value that was not taken up; the same value of the same column is
    /// told once.
    pub reported: Vec<Reported>,
}

/// One import, kept so that it can be explained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportRun {
    /// Stable identifier.
    pub id: Uuid,
    /// When it was run.
    pub at: DateTime<Utc>,
    /// Name of the format or mapping.
    pub format: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Slug of the publisher, or of the authority for own records.
    pub owner: String,
    /// What came of it.
    pub result: Imported,
    /// When it was undone, and what came of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Undone>,
}

/// An import that was undone. `restored + withdrawn + kept` is what it had written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undone {
    /// The day.
    pub on: NaiveDate,
    /// Records that are again as they were before.
    pub restored: usize,
    /// Records that the import had made, taken out.
    pub withdrawn: usize,
    /// Records that somebody changed since: left alone.
    pub kept: usize,
}

/// A mapping written in the browser; those kept as files are in `data/mappings/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptMapping {
    /// Stable identifier, derived from the name.
    pub id: Uuid,
    /// The name written after `--mapping`.
    pub name: String,
    /// The mapping, as the file `data/mappings/<name>.yaml` would hold it.
    pub yaml: String,
}

/// Name space of the identifiers of kept mappings.
const MAPPINGS: Uuid = Uuid::from_u128(0x7c1d_0a52_93b4_5c6e_8f21_4be0_6a9d_3c55);

impl KeptMapping {
    /// The identifier of a name.
    pub fn identifier(name: &str) -> Uuid {
        Uuid::new_v5(&MAPPINGS, name.as_bytes())
    }
}
