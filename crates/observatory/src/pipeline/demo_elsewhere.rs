//! The registers of other bodies in the demonstration: invented, and imported twice.

use super::demo::{derived, midday, shift_days};
use super::records::read;
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::NaiveDate;
use domain::{PeerRecord, Publisher};
use reference::Tree;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use store::Change;

/// The file.
const FILE: &str = "demo/elsewhere.yaml";

/// A record as the file tells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    publisher: String,
    key: String,
    name: String,
    lifecycle: String,
    generative: String,
    fields: Map<String, Value>,
    /// `second`: not in the first edition.
    #[serde(default)]
    added: Option<String>,
    /// Whether the second edition has it no more.
    #[serde(default)]
    gone: bool,
    /// What the first edition said.
    #[serde(default)]
    was: Map<String, Value>,
}

/// Loads both editions of each register, their days moved; how many records were written.
pub(super) async fn load(instance: &Instance, tree: &Tree, shift: i64) -> Result<usize> {
    let mut file = read(tree, FILE)?;
    let day = |name: &str| -> Result<NaiveDate> {
        let told = file[name].as_str().and_then(|day| day.parse().ok());
        told.with_context(|| format!("{FILE} has no day “{name}”"))
    };
    let (first, second) = (midday(day("first")?, shift), midday(day("second")?, shift));
    shift_days(&mut file, shift);
    let told: Vec<Told> = serde_json::from_value(file["records"].clone()).context(FILE)?;
    for (at, is_second) in [(first, false), (second, true)] {
        let on = at.date_naive();
        let mut publishers = Vec::new();
        for publisher in file["publishers"].as_array().into_iter().flatten() {
            let mut publisher = publisher.clone();
            let slug = publisher["slug"].as_str().unwrap_or_default();
            publisher["id"] = publisher_id(slug).to_string().into();
            publisher["imported_on"] = json!(on);
            publishers.push(serde_json::from_value::<Publisher>(publisher).context(FILE)?);
        }
        let records = told.iter().filter(|told| is_second || told.added.is_none());
        let language = |slug: &str| {
            let publisher = publishers.iter().find(|known| known.slug == slug);
            publisher.map_or("fr", |publisher| publisher.language.as_str())
        };
        let records = records.map(|told| {
            let language = language(&told.publisher);
            told.record(language, first.date_naive(), on, is_second)
        });
        let records: Vec<PeerRecord> = records.collect::<Result<_>>()?;
        let change = Change {
            at,
            by: "lead".to_owned(),
            note: None,
        };
        instance.store.put_all(&publishers, &change).await?;
        instance.store.put_all(&records, &change).await?;
    }
    Ok(told.len())
}

/// Whether a publisher is of the demonstration.
pub(super) fn is_ours(publisher: &Publisher) -> bool {
    publisher.id == publisher_id(&publisher.slug)
}

fn publisher_id(slug: &str) -> uuid::Uuid {
    derived(&format!("publisher {slug}"))
}

impl Told {
    /// The record as an edition has it.
    fn record(
        &self,
        language: &str,
        first: NaiveDate,
        on: NaiveDate,
        is_second: bool,
    ) -> Result<PeerRecord> {
        let mut fields = self.fields.clone();
        let (mut name, mut lifecycle) = (self.name.clone(), self.lifecycle.clone());
        for (field, value) in self.was.iter().filter(|_| !is_second) {
            let words = value.as_str().unwrap_or_default().to_owned();
            match field.as_str() {
                "name" => name = words,
                "lifecycle" => lifecycle = words,
                field => {
                    fields.insert(field.to_owned(), words.into());
                }
            }
        }
        let first_seen = if self.added.is_some() { on } else { first };
        let cells = fields
            .iter()
            .map(|(field, value)| json!({"column": field, "value": value}));
        let document = json!({
            "id": derived(&format!("peer_record {}", self.key)),
            "publisher": self.publisher,
            "key": self.key,
            "name": name,
            "lifecycle": lifecycle,
            "generative": self.generative,
            "language": language,
            "source_row": cells.collect::<Vec<_>>(),
            "fields": fields,
            "first_seen": first_seen,
            "gone_since": (self.gone && is_second).then_some(on),
        });
        serde_json::from_value(document).with_context(|| format!("{FILE}: {}", self.key))
    }
}
