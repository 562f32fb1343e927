//! A record of another observatory as one of its own, in its words.

use chrono::NaiveDate;
use domain::{CommonField, Language, PeerRecord, Remark, SourceCell, Text, ToolSheet, UseCase};
use observe::register::{Outgoing, OwnNames};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Name space of the identifiers of harvested records: one address is one record, wherever it was
/// read.
const HARVESTED: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a07);
/// Heaviest record taken, in bytes.
const RECORD_BYTES_MAX: usize = 256 * 1024;
/// What the answer adds to the record.
const ADDED: [&str; 4] = ["uri", "page", "version", "changed_at"];
/// What a record cannot do without.
const CORE: [&str; 8] = [
    "id",
    "reference",
    "authority",
    "name",
    "lifecycle",
    "evidence",
    "generative",
    "publication",
];

/// A line of another register that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// The address it gave.
    pub uri: String,
    /// Why, and what to do.
    pub remark: Remark,
}

impl NotTaken {
    pub(super) fn unreadable(uri: &str) -> Self {
        Self {
            uri: uri.to_owned(),
            remark: Remark::new("harvest-line-unreadable"),
        }
    }

    pub(super) fn of_others(uri: &str, site: &str) -> Self {
        Self {
            uri: uri.to_owned(),
            remark: Remark::new("harvest-line-of-others").with("site", site),
        }
    }

    fn too_heavy(uri: &str) -> Self {
        Self {
            uri: uri.to_owned(),
            remark: Remark::new("harvest-line-too-heavy"),
        }
    }
}

/// The names behind the keys of the records of another observatory.
pub struct Names(OwnNames);

impl Names {
    pub(super) fn of(
        language: Language,
        authorities: &[Value],
        departments: &[Value],
        tools: Vec<Value>,
    ) -> Self {
        let named = |items: &[Value], key: &str| -> BTreeMap<String, Text> {
            let each = items.iter().filter_map(|item| {
                let name = serde_json::from_value(item["name"].clone()).ok()?;
                Some((item[key].as_str()?.to_owned(), name))
            });
            each.collect()
        };
        let tools = tools.into_iter().filter_map(|mut tool| {
            tool.as_object_mut()?.remove("use_cases");
            let tool: ToolSheet = serde_json::from_value(tool).ok()?;
            Some((tool.key.clone(), tool))
        });
        Self(OwnNames {
            language,
            authorities: named(authorities, "slug"),
            departments: named(departments, "key"),
            tools: tools.collect(),
            changed_on: std::collections::BTreeMap::new(),
        })
    }
}

/// The identifier under which the record of an address is kept.
pub(crate) fn identifier(uri: &str) -> Uuid {
    Uuid::new_v5(&HARVESTED, uri.as_bytes())
}

/// The record of an address, as its publisher says it; fields whose shape is not known here stay in
/// the source row alone.
pub fn taken(
    publisher: &str,
    uri: &str,
    record: &Value,
    names: &Names,
    today: NaiveDate,
) -> Result<PeerRecord, NotTaken> {
    if record.to_string().len() > RECORD_BYTES_MAX {
        return Err(NotTaken::too_heavy(uri));
    }
    let read = readable(record).ok_or_else(|| NotTaken::unreadable(uri))?;
    let mut fields = Outgoing::of_own(&read, &names.0).fields().clone();
    let (language, name) = read
        .name
        .best(names.0.language)
        .ok_or_else(|| NotTaken::unreadable(uri))?;
    let name: String = name.chars().take(500).collect();
    let page = record["page"][language].as_str();
    let page = page.or_else(|| record["page"]["fr"].as_str());
    fields.insert(CommonField::Url, page.unwrap_or(uri).to_owned());
    fields.remove(&CommonField::Name);
    Ok(PeerRecord {
        id: identifier(uri),
        publisher: publisher.to_owned(),
        key: uri.to_owned(),
        name,
        language: language.to_owned(),
        lifecycle: Some(read.lifecycle),
        generative: read.generative,
        generative_inferred: None,
        fields,
        source_row: cells(record),
        first_seen: today,
        gone_since: None,
    })
}

/// The record in the shape of ours: what a newer version adds is left aside, field by field.
fn readable(record: &Value) -> Option<UseCase> {
    let record = record.as_object()?;
    let mut whole = record.clone();
    whole.retain(|key, _| !ADDED.contains(&key.as_str()));
    if let Ok(read) = serde_json::from_value(Value::Object(whole.clone())) {
        return Some(read);
    }
    let mut kept = Map::new();
    for key in CORE {
        kept.insert(key.to_owned(), whole.remove(key)?);
    }
    let mut read = serde_json::from_value(Value::Object(kept.clone())).ok()?;
    for (key, value) in whole {
        kept.insert(key.clone(), value);
        match serde_json::from_value::<UseCase>(Value::Object(kept.clone())) {
            Ok(more) => read = more,
            Err(_) => {
                kept.remove(&key);
            }
        }
    }
    Some(read)
}

/// The source, whole: one cell a field, as it came.
fn cells(record: &Value) -> Vec<SourceCell> {
    let fields = record.as_object().into_iter().flatten();
    fields
        .map(|(column, value)| SourceCell {
            column: column.clone(),
            value: match value {
                Value::String(text) => text.clone(),
                value => value.to_string(),
            },
        })
        .collect()
}

/// Whether nothing but the day of the first sight tells two readings apart.
pub(crate) fn is_same(before: &PeerRecord, now: &PeerRecord) -> bool {
    let seen_alike = PeerRecord {
        first_seen: before.first_seen,
        ..now.clone()
    };
    *before == seen_alike
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Generative;
    use serde_json::json;

    fn record() -> Value {
        json!({
            "uri": "https://a.example/id/00000000-0000-0000-0000-000000000007",
            "page": {"fr": "https://a.example/fr/ville/fiche/t-001"},
            "version": 2,
            "changed_at": "2026-03-01T08:00:00+00:00",
            "id": "00000000-0000-0000-0000-000000000007",
            "reference": "T-001",
            "authority": "ville",
            "name": {"fr": "Résumer"},
            "need": {"fr": "Lire moins"},
            "lifecycle": "pilot",
            "evidence": "declared",
            "generative": "yes",
            "publication": {"level": "public"},
        })
    }

    fn names() -> Names {
        let ville = json!({"slug": "ville", "name": {"fr": "Ville d’ailleurs"}});
        Names::of(Language::Fr, &[ville], &[], Vec::new())
    }

    fn check(record: &Value) -> Result<PeerRecord, NotTaken> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        let uri = "https://a.example/id/00000000-0000-0000-0000-000000000007";
        taken("a", uri, record, &names(), today)
    }

    #[test]
    fn a_record_keeps_its_words_and_the_name_of_its_authority() {
        let peer = check(&record()).expect("taken");
        assert_eq!(peer.name, "Résumer");
        assert_eq!(peer.generative, Generative::Yes);
        assert_eq!(
            peer.field(CommonField::Organisation),
            Some("Ville d’ailleurs")
        );
        assert_eq!(peer.field(CommonField::Need), Some("Lire moins"));
        let url = peer.field(CommonField::Url);
        assert_eq!(url, Some("https://a.example/fr/ville/fiche/t-001"));
    }

    #[test]
    fn a_newer_field_is_left_aside_and_kept_in_the_source() {
        let mut newer = record();
        newer["brand_new"] = json!({"a": 1});
        newer["task"] = "dream".into();
        let peer = check(&newer).expect("taken");
        assert_eq!(peer.field(CommonField::Need), Some("Lire moins"));
        assert_eq!(peer.field(CommonField::Task), None);
        assert!(
            peer.source_row
                .iter()
                .any(|cell| cell.column == "brand_new")
        );
    }

    #[test]
    fn a_record_without_a_name_or_too_heavy_is_refused() {
        let mut nameless = record();
        nameless["name"] = json!({});
        assert!(check(&nameless).is_err());
        let mut heavy = record();
        heavy["tags"] = json!(["x".repeat(300_000)]);
        assert!(check(&heavy).is_err());
        assert!(check(&json!([])).is_err());
    }
}
