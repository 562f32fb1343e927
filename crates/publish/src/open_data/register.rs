use super::csv::table;
use crate::snapshot::{Scope, Snapshot};
use domain::{DataKind, Evidence, Generative, Ground, Lifecycle, Outcome, PublicationLevel, Task};
use serde_json::{Value, json};

/// The public register of a scope as JSON: whole public documents.
pub(super) fn register_json(snapshot: &Snapshot, scope: Scope) -> String {
    let records: Vec<Value> = snapshot
        .uses_of(scope)
        .map(|public| {
            let mut record = serde_json::to_value(&public.use_case).unwrap_or_default();
            drop_unfilled(&mut record);
            record["version"] = public.version.into();
            record["changed_at"] = public.changed_at.to_rfc3339().into();
            record
        })
        .collect();
    let document = json!({
        "schema_version": domain::SCHEMA_VERSION,
        "built_on": snapshot.built_on,
        "licence": super::LICENCE,
        "records": records,
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// One record as JSON.
pub fn record_json(use_case: &domain::UseCase) -> String {
    let mut record = serde_json::to_value(use_case).unwrap_or_default();
    drop_unfilled(&mut record);
    let mut text = serde_json::to_string_pretty(&record).unwrap_or_default();
    text.push('\n');
    text
}

/// A column of the register as CSV.
pub(super) struct Column {
    /// Its header.
    pub(super) name: &'static str,
    /// What its cells hold.
    pub(super) kind: Kind,
    /// Whether every cell is filled in.
    pub(super) is_filled: bool,
}

/// What a cell holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// A code of a vocabulary.
    Code(&'static str),
    /// A day, `2026-06-30`.
    Day,
    /// An instant with its offset.
    Instant,
    /// A whole number.
    Whole,
}

const fn filled(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        is_filled: true,
    }
}

const fn open(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        is_filled: false,
    }
}

/// The columns, in order; each is described in the schema.
pub(super) const COLUMNS: [Column; 20] = [
    filled("reference", Kind::Text),
    filled("authority", Kind::Text),
    open("department", Kind::Text),
    open("name_fr", Kind::Text),
    open("name_en", Kind::Text),
    open("summary_fr", Kind::Text),
    open("summary_en", Kind::Text),
    filled("lifecycle", Kind::Code(Lifecycle::VOCABULARY)),
    filled("evidence", Kind::Code(Evidence::VOCABULARY)),
    filled("generative", Kind::Code(Generative::VOCABULARY)),
    open("task", Kind::Code(Task::VOCABULARY)),
    open("tool", Kind::Text),
    open("data_kind", Kind::Code(DataKind::VOCABULARY)),
    open("decision", Kind::Code(Outcome::VOCABULARY)),
    open("decided_on", Kind::Day),
    open("review_on", Kind::Day),
    filled(
        "publication_level",
        Kind::Code(PublicationLevel::VOCABULARY),
    ),
    open("publication_ground", Kind::Code(Ground::VOCABULARY)),
    filled("version", Kind::Whole),
    filled("changed_at", Kind::Instant),
];

/// The public register of a scope as CSV (UTF-8 with a byte-order mark, comma, all quoted).
pub(super) fn register_csv(snapshot: &Snapshot, scope: Scope) -> String {
    let header = COLUMNS.map(|column| column.name);
    let rows = snapshot.uses_of(scope).map(|public| {
        let u = &public.use_case;
        let text = |text: Option<&domain::Text>, tag: &str| {
            text.and_then(|text| text.get(tag))
                .unwrap_or_default()
                .to_owned()
        };
        let decision = u.decision.as_ref();
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
        vec![
            u.reference.clone(),
            u.authority.clone(),
            u.department.clone().unwrap_or_default(),
            text(Some(&u.name), "fr"),
            text(Some(&u.name), "en"),
            text(u.summary.as_ref(), "fr"),
            text(u.summary.as_ref(), "en"),
            u.lifecycle.code().to_owned(),
            u.evidence.code().to_owned(),
            u.generative.code().to_owned(),
            u.task.map_or("", Task::code).to_owned(),
            u.tool.clone().unwrap_or_default(),
            u.data
                .as_ref()
                .map_or("", |data| data.kind.code())
                .to_owned(),
            decision.map_or("", |d| d.outcome.code()).to_owned(),
            day(decision.and_then(|d| d.decided_on)),
            day(decision.and_then(|d| d.review_on)),
            u.publication.level.code().to_owned(),
            u.publication.ground.map_or("", Ground::code).to_owned(),
            public.version.to_string(),
            public.changed_at.to_rfc3339(),
        ]
    });
    table(&header, rows)
}

/// A field that is not filled in is absent, never null or empty.
pub(crate) fn drop_unfilled(record: &mut Value) {
    if let Some(items) = record.as_array_mut() {
        items.iter_mut().for_each(drop_unfilled);
    }
    if let Some(object) = record.as_object_mut() {
        object.retain(|_, value| !value.is_null() && !value.as_array().is_some_and(Vec::is_empty));
        object.values_mut().for_each(drop_unfilled);
    }
}
