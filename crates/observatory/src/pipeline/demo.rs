//! The demonstration: a fictional city and metropolis, with dates shifted to today.

use super::demo_elsewhere;
use super::records::read;
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::{
    Authority, Department, Document, Edition, Message, ModelSheet, PeerRecord, Publisher,
    SupplierSheet, Text, ToolSheet, UseCase,
};
use publish::EVERYONE;
use reference::Tree;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use store::Change;
use uuid::Uuid;

/// What was loaded, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Loaded {
    /// Authorities.
    pub authorities: usize,
    /// Departments.
    pub departments: usize,
    /// Tools.
    pub tools: usize,
    /// Models behind the tools.
    pub models: usize,
    /// Suppliers of tools and makers of models.
    pub suppliers: usize,
    /// Use cases.
    pub use_cases: usize,
    /// Versions of use cases.
    pub versions: usize,
    /// Editions.
    pub editions: usize,
    /// Messages of the public.
    pub messages: usize,
    /// Records of other bodies.
    pub peer_records: usize,
}

/// Name space of the identifiers of the demonstration.
const DEMO: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a04);

/// One version of a demonstration record, before it is written.
struct Version {
    at: DateTime<Utc>,
    by: String,
    note: Option<Text>,
    use_case: UseCase,
}

/// Loads the demonstration. Loading it twice changes nothing but the dates.
pub async fn load(instance: &Instance, today: NaiveDate) -> Result<Loaded> {
    let tree = crate::embedded::demo();
    let authorities = read(&tree, "demo/authorities.yaml")?;
    let as_of: NaiveDate = authorities["as_of"]
        .as_str()
        .and_then(|day| day.parse().ok())
        .context("demo/authorities.yaml has no as_of day")?;
    let shift = today.signed_duration_since(as_of).num_days();
    let mut writer = Writer {
        instance,
        shift,
        written_at: midday(as_of, shift - 540),
    };
    let tools = read(&tree, "demo/tools.yaml")?;
    let mut loaded = Loaded {
        authorities: writer
            .list::<Authority>(&authorities["authorities"], "slug")
            .await?,
        departments: {
            let departments = read(&tree, "demo/departments.yaml")?;
            writer
                .list::<Department>(&departments["departments"], "key")
                .await?
        },
        tools: writer.list::<ToolSheet>(&tools["tools"], "key").await?,
        models: writer.list::<ModelSheet>(&tools["models"], "key").await?,
        suppliers: writer
            .list::<SupplierSheet>(&tools["suppliers"], "key")
            .await?,
        ..Loaded::default()
    };
    loaded.peer_records = demo_elsewhere::load(instance, &tree, shift).await?;
    let mut steps = history(&tree)?;
    let mut versions = Vec::new();
    for path in tree.paths("demo/use-cases/", ".yaml") {
        let record = read(&tree, path)?;
        let reference = record["reference"].as_str().unwrap_or_default().to_owned();
        let steps = steps.remove(&reference).unwrap_or_default();
        versions.extend(record_versions(record, &steps, shift, path)?);
        loaded.use_cases += 1;
    }
    versions.sort_by(|a, b| (a.at, &a.use_case.reference).cmp(&(b.at, &b.use_case.reference)));
    loaded.versions = versions.len();
    for version in versions {
        let change = Change {
            at: version.at,
            by: version.by,
            note: version.note,
        };
        instance.store.put(&version.use_case, &change).await?;
    }
    writer.written_at = midday(as_of, shift);
    let editions = read(&tree, "demo/editions.yaml")?;
    loaded.editions = writer.editions(&editions["editions"]).await?;
    let messages = read(&tree, "demo/messages.yaml")?;
    loaded.messages = writer.messages(&messages["messages"]).await?;
    Ok(loaded)
}

/// Where the signed sheets of the demonstration lie in an observatory.
const SHEETS: &str = "framework/sheets/demonstration.yaml";

/// Lays the signed sheets of the demonstration in the folder of an observatory that is not open
/// yet: they are read when it opens.
pub fn install_sheets(folder: &Path) -> Result<()> {
    let tree = crate::embedded::demo();
    let text = tree
        .text("demo/sheets.yaml")
        .context("the demonstration has no sheets")?;
    let path = folder.join(SHEETS);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("{} cannot be created", parent.display()))?;
    }
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// Takes the sheets of the demonstration out of a folder, if they are there.
pub fn remove_sheets(folder: &Path) -> Result<()> {
    let path = folder.join(SHEETS);
    match fs::remove_file(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result.with_context(|| format!("{} cannot be removed", path.display())),
    }
}

/// Takes out everything that the demonstration brought, and erases it.
pub async fn purge(instance: &Instance) -> Result<usize> {
    let mut erased = 0;
    let fictional: Vec<Authority> = instance
        .authorities()
        .await?
        .into_iter()
        .filter(|authority| authority.fictional)
        .collect();
    let slugs: Vec<&str> = fictional.iter().map(|a| a.slug.as_str()).collect();
    let is_ours = |owner: &str| slugs.contains(&owner);
    erased += erase::<UseCase>(instance, |u| is_ours(&u.authority)).await?;
    erased += erase::<Edition>(instance, |e| {
        e.id == derived(&format!("edition {EVERYONE} {}", e.number)) || is_ours(&e.authority)
    })
    .await?;
    erased += erase::<Message>(instance, |m| is_ours(&m.authority)).await?;
    erased += erase::<PeerRecord>(instance, |p| {
        p.id == derived(&format!("peer_record {}", p.key))
    })
    .await?;
    erased += erase::<Publisher>(instance, demo_elsewhere::is_ours).await?;
    erased += erase::<Department>(instance, |d| {
        d.id == derived(&format!("department {}", d.key))
    })
    .await?;
    erased += erase::<ToolSheet>(instance, |t| t.id == derived(&format!("tool {}", t.key))).await?;
    erased +=
        erase::<ModelSheet>(instance, |m| m.id == derived(&format!("model {}", m.key))).await?;
    erased += erase::<SupplierSheet>(instance, |s| {
        s.id == derived(&format!("supplier {}", s.key))
    })
    .await?;
    erased += erase::<Authority>(instance, |a| a.fictional).await?;
    erased += super::demo_accounts::erase(&instance.store).await?;
    Ok(erased)
}

pub(super) fn derived(name: &str) -> Uuid {
    Uuid::new_v5(&DEMO, name.as_bytes())
}

async fn erase<D: Document>(instance: &Instance, ours: impl Fn(&D) -> bool) -> Result<usize> {
    let mut erased = 0;
    for record in instance.store.all::<D>().await? {
        if ours(&record.document) {
            let change = crate::instance::change("lead");
            instance.store.erase(&record.document, &change).await?;
            erased += 1;
        }
    }
    Ok(erased)
}

struct Writer<'a> {
    instance: &'a Instance,
    shift: i64,
    written_at: DateTime<Utc>,
}

impl Writer<'_> {
    async fn list<D: Document>(&self, list: &Value, key: &str) -> Result<usize> {
        let mut documents = Vec::new();
        for item in list.as_array().into_iter().flatten() {
            let name = format!("{} {}", D::KIND, item[key].as_str().unwrap_or_default());
            documents.push(document::<D>(item.clone(), &name, self.shift)?);
        }
        self.put(&documents).await
    }

    async fn editions(&self, list: &Value) -> Result<usize> {
        let mut documents = Vec::new();
        for item in list.as_array().into_iter().flatten() {
            let name = format!("edition {EVERYONE} {}", item["number"]);
            documents.push(document::<Edition>(item.clone(), &name, self.shift)?);
        }
        self.put(&documents).await
    }

    /// Messages tell the day they arrived; documents keep the instant.
    async fn messages(&self, list: &Value) -> Result<usize> {
        let mut documents = Vec::new();
        for item in list.as_array().into_iter().flatten() {
            let name = format!("message {}", item["tracking"].as_str().unwrap_or_default());
            let mut item = item.clone();
            let day: NaiveDate = item["received_on"]
                .as_str()
                .and_then(|day| day.parse().ok())
                .with_context(|| format!("demonstration: {name} has no received_on day"))?;
            item["received_at"] = serde_json::to_value(midday(day, self.shift))?;
            if let Some(fields) = item.as_object_mut() {
                fields.remove("received_on");
            }
            documents.push(document::<Message>(item, &name, self.shift)?);
        }
        self.put(&documents).await
    }

    async fn put<D: Document>(&self, documents: &[D]) -> Result<usize> {
        let change = Change {
            at: self.written_at,
            by: "lead".to_owned(),
            note: None,
        };
        self.instance.store.put_all(documents, &change).await?;
        Ok(documents.len())
    }
}

fn document<D: Document>(mut value: Value, name: &str, shift: i64) -> Result<D> {
    shift_days(&mut value, shift);
    value["id"] = derived(name).to_string().into();
    serde_json::from_value(value).with_context(|| format!("demonstration: {name}"))
}

/// Steps of each record, in the order of time.
fn history(tree: &Tree) -> Result<BTreeMap<String, Vec<Value>>> {
    let mut steps: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let history = read(tree, "demo/history.yaml")?;
    for step in history["history"].as_array().into_iter().flatten() {
        let reference = step["reference"].as_str().unwrap_or_default();
        steps
            .entry(reference.to_owned())
            .or_default()
            .push(step.clone());
    }
    Ok(steps)
}

/// The versions of a record: each step says what the fields were before it.
fn record_versions(
    mut record: Value,
    steps: &[Value],
    shift: i64,
    path: &str,
) -> Result<Vec<Version>> {
    let mut versions = Vec::new();
    for step in steps.iter().rev() {
        let day: NaiveDate = step["on"]
            .as_str()
            .and_then(|day| day.parse().ok())
            .with_context(|| format!("{path}: a step of its history has no day"))?;
        let note = serde_json::from_value(step["note"].clone()).ok();
        versions.push(version(record.clone(), day, shift, step, note, path)?);
        let fields = step["was"].as_object().cloned().unwrap_or_default();
        rewind(&mut record, fields);
    }
    let first = first_day(&record, steps);
    versions.push(version(record, first, shift, &Value::Null, None, path)?);
    versions.reverse();
    Ok(versions)
}

fn version(
    record: Value,
    day: NaiveDate,
    shift: i64,
    step: &Value,
    note: Option<Text>,
    path: &str,
) -> Result<Version> {
    let name = format!("use_case {}", record["reference"].as_str().unwrap_or(path));
    Ok(Version {
        at: midday(day, shift),
        by: step["by"].as_str().unwrap_or("lead").to_owned(),
        note,
        use_case: document(record, &name, shift)?,
    })
}

fn rewind(record: &mut Value, fields: Map<String, Value>) {
    let Some(object) = record.as_object_mut() else {
        return;
    };
    for (field, before) in fields {
        if before.is_null() {
            object.remove(&field);
        } else {
            object.insert(field, before);
        }
    }
}

/// The day of the first version: three weeks before the first step, or the day of the decision.
fn first_day(record: &Value, steps: &[Value]) -> NaiveDate {
    let day = |value: &Value| value.as_str().and_then(|day| day.parse::<NaiveDate>().ok());
    let before_first = steps
        .first()
        .and_then(|step| day(&step["on"]))
        .map(|day| day - Days::new(21));
    let decided = day(&record["decision"]["decided_on"]);
    let fallback = NaiveDate::from_ymd_opt(2025, 1, 6).expect("a day of the calendar");
    before_first.or(decided).unwrap_or(fallback)
}

pub(super) fn midday(day: NaiveDate, shift: i64) -> DateTime<Utc> {
    let shifted = day + chrono::Duration::days(shift);
    let noon = NaiveTime::from_hms_opt(10, 0, 0).expect("an hour of the day");
    shifted.and_time(noon).and_utc()
}

/// Moves every day of a document. A day is a text that is nothing but a date.
pub(super) fn shift_days(value: &mut Value, shift: i64) {
    match value {
        Value::String(text) => {
            if text.len() == 10
                && let Ok(day) = text.parse::<NaiveDate>()
            {
                *text = (day + chrono::Duration::days(shift)).to_string();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| shift_days(item, shift)),
        Value::Object(object) => object.values_mut().for_each(|item| shift_days(item, shift)),
        _ => {}
    }
}
