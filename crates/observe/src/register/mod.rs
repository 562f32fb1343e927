//! Registers of other bodies, and spreadsheets of one's own.
//!
//! [`decode`] turns bytes into a [`SourceTable`]; a [`Format`] turns its rows into peer records
//! ([`read_peers`]) or own records ([`read_own`]); [`diff`] compares two editions of a file.
//! [`export`] goes the other way: records become a file of another register's shape, with an
//! account of what that shape cannot hold.

mod addresses;
mod cells;
mod dates;
mod decode;
mod diff;
mod export;
mod format;
mod formula;
mod keys;
mod loss;
mod outgoing;
mod own;
mod own_fields;
mod peers;
mod plan;
mod preview;
mod row;
mod table;
mod unsaid;
mod workbook;
mod write;

pub use decode::{DecodeError, decode};
pub use diff::{Change, ChangeKind, Difference, diff};
pub use export::{ExportError, Exported, export};
pub use format::{Format, detect, fitting};
pub use loss::{Balance, Loss, LossReason};
pub use outgoing::Outgoing;
pub use own::{OwnContext, read_own};
pub use own_fields::OwnNames;
pub use peers::read_peers;
pub use preview::{FieldFill, FirstRecord, Preview, preview};
pub use row::{Gathered, Reading, RowRemark, gathered};
pub use table::SourceTable;
