use super::csv::table;
use crate::snapshot::{PublicUse, Scope, Snapshot};
use chrono::{DateTime, NaiveDate, Utc};
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

/// A column of a CSV.
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
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
}

pub(super) const fn filled(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        is_filled: true,
    }
}

pub(super) const fn open(name: &'static str, kind: Kind) -> Column {
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
        let cells = cells(public).into_iter();
        cells.map(|cell| cell.csv()).collect()
    });
    table(&header, rows)
}

/// What stands in a row of the register, before a format says how it is written.
pub(super) enum Cell {
    /// Not published, or not known.
    Empty,
    /// Words or a code.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// An instant.
    Instant(DateTime<Utc>),
    /// A whole number.
    Whole(i64),
}

impl Cell {
    fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    fn maybe(words: Option<impl Into<String>>) -> Self {
        words.map_or(Self::Empty, |words| Self::Text(words.into()))
    }

    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// Whether nothing stands there; an empty text says nothing either.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    /// As it is written in a CSV.
    pub(super) fn csv(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text,
            Self::Day(day) => day.to_string(),
            Self::Instant(instant) => instant.to_rfc3339(),
            Self::Whole(number) => number.to_string(),
        }
    }
}

/// The row of a record, in the order of the columns.
pub(super) fn cells(public: &PublicUse) -> [Cell; COLUMNS.len()] {
    let u = &public.use_case;
    let summary = u.summary.as_ref();
    let decision = u.decision.as_ref();
    [
        Cell::text(&u.reference),
        Cell::text(&u.authority),
        Cell::maybe(u.department.as_ref()),
        Cell::maybe(u.name.get("fr")),
        Cell::maybe(u.name.get("en")),
        Cell::maybe(summary.and_then(|summary| summary.get("fr"))),
        Cell::maybe(summary.and_then(|summary| summary.get("en"))),
        Cell::text(u.lifecycle.code()),
        Cell::text(u.evidence.code()),
        Cell::text(u.generative.code()),
        Cell::maybe(u.task.map(Task::code)),
        Cell::maybe(u.tool.as_ref()),
        Cell::maybe(u.data.as_ref().map(|data| data.kind.code())),
        Cell::maybe(decision.map(|decision| decision.outcome.code())),
        Cell::day(decision.and_then(|decision| decision.decided_on)),
        Cell::day(decision.and_then(|decision| decision.review_on)),
        Cell::text(u.publication.level.code()),
        Cell::maybe(u.publication.ground.map(Ground::code)),
        Cell::Whole(public.version.into()),
        Cell::Instant(public.changed_at),
    ]
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
