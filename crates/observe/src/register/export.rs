//! Records in the shape of another register, with an account of what that shape cannot hold.
//!
//! The file is read again with the same mapping before it is given out: a field is called kept
//! only when it comes back equal, so that nothing is lost in silence.

use super::decode::decode;
use super::format::Format;
use super::loss::{Balance, Ledger, LossReason};
use super::outgoing::Outgoing;
use super::plan::{Planned, Target};
use super::row::Row;
use super::table::SourceTable;
use super::write::write;
use domain::CommonField;
use reference::{FileKind, FileShape, Mapping};
use thiserror::Error;

/// A file in the shape of a register.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// Its content.
    pub bytes: Vec<u8>,
    /// What it is made of.
    pub kind: FileKind,
    /// Records in it.
    pub records: usize,
    /// What it keeps and what it loses.
    pub balance: Balance,
}

/// Why no file is written. The key names a message of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{key}: {detail}")]
pub struct ExportError {
    /// Key of the message, such as `export-read-only`.
    pub key: &'static str,
    /// What fills its blank.
    pub detail: String,
}

/// Writes records in the shape a mapping describes, in the kind asked for or its usual one.
///
/// # Errors
///
/// If the mapping is only read, or cannot be written as that kind of file.
pub fn export(
    records: &[Outgoing],
    mapping: &Mapping,
    kind: Option<FileKind>,
) -> Result<Exported, ExportError> {
    let target = target(mapping, kind)?;
    let mut planned: Vec<Planned> = records.iter().map(|record| target.plan(record)).collect();
    let is_written = |planned: &Planned| planned.cells.iter().any(|cell| !cell.trim().is_empty());
    let rows: Vec<&[String]> = planned
        .iter()
        .filter(|planned| is_written(planned))
        .map(|planned| planned.cells.as_slice())
        .collect();
    let bytes = write(&target, &rows).map_err(|detail| ExportError {
        key: "export-not-written",
        detail,
    })?;
    let count = rows.len();
    let again = read_again(&bytes, &target, count);
    let again = again.as_ref();
    let again = again.map(|table| (table, Format::of(mapping, table)));
    let mut ledger = Ledger::default();
    let mut row = 0;
    for (record, planned) in records.iter().zip(&mut planned) {
        let position = is_written(planned).then_some(row);
        row += usize::from(position.is_some());
        let written = again.as_ref().zip(position);
        let written = written.map(|((table, format), position)| Row::new(format, table, position));
        compare(record, planned, written);
        ledger.add(std::mem::take(&mut planned.account), &record.filled());
    }
    Ok(Exported {
        bytes,
        kind: target.kind,
        records: count,
        balance: ledger.close(),
    })
}

fn target(mapping: &Mapping, kind: Option<FileKind>) -> Result<Target<'_>, ExportError> {
    let read_only = || ExportError {
        key: "export-read-only",
        detail: mapping.id.clone(),
    };
    let shape = mapping.export.as_ref().ok_or_else(read_only)?;
    let mut layouts = mapping.layouts.iter();
    let layout = layouts.find(|layout| layout.name == shape.layout);
    let layout = layout.ok_or_else(read_only)?;
    let kind = match kind {
        Some(kind) if shape.kinds.contains(&kind) => kind,
        Some(_) => {
            let kinds: Vec<_> = shape.kinds.iter().map(|kind| kind.word()).collect();
            return Err(ExportError {
                key: "export-other-kind",
                detail: kinds.join(", "),
            });
        }
        None => shape.kinds.first().copied().unwrap_or_default(),
    };
    Ok(Target::new(mapping, layout, shape, kind))
}

/// The file as an importer would see it; `None` if it would not find every row.
fn read_again(bytes: &[u8], target: &Target, rows: usize) -> Option<SourceTable> {
    let shape = FileShape {
        kind: Some(target.kind),
        ..target.mapping.file.clone()
    };
    let table = decode(bytes, &shape).ok()?;
    (table.rows.len() == rows).then_some(table)
}

/// Keeps the fields that come back equal; the others are lost.
fn compare(record: &Outgoing, planned: &mut Planned, written: Option<Row>) {
    let account = &mut planned.account;
    let Some(row) = written else {
        return record.fields.keys().for_each(|field| {
            account.lose(*field, LossReason::Refused);
        });
    };
    let fields = row.fields(&mut Vec::new());
    if row.missing(&fields).is_some() || !fields.contains_key(&CommonField::Name) {
        return record.fields.keys().for_each(|field| {
            account.lose(*field, LossReason::Refused);
        });
    }
    for (field, target, value) in &planned.expected {
        let is_equal = match field {
            CommonField::LifecycleStatus => {
                record.lifecycle == row.lifecycle(&fields, &mut Vec::new())
            }
            _ => fields.get(target) == Some(value),
        };
        if account.has_lost(*field) {
            continue;
        }
        if is_equal {
            account.keep(*field);
        } else {
            account.lose(*field, LossReason::Altered);
        }
    }
    if let Some(said) = record.generative
        && !account.has_lost(CommonField::Generative)
    {
        if row.generative(&fields, &mut Vec::new()).0 == said {
            account.keep(CommonField::Generative);
        } else {
            account.lose(CommonField::Generative, LossReason::NoPlace);
        }
    }
}
