//! Registers of other bodies, and spreadsheets of one's own.
//!
//! [`decode`] turns bytes into a [`SourceTable`]; a [`Format`] turns its rows into peer records
//! ([`read_peers`]) or own records ([`read_own`]); [`diff`] compares two editions of a file.

mod decode;
mod diff;
mod format;
mod keys;
mod own;
mod peers;
mod row;
mod table;

pub use decode::{DecodeError, decode};
pub use diff::{Change, ChangeKind, Difference, diff};
pub use format::{Format, Hooks, detect};
pub use own::{OwnContext, read_own};
pub use peers::read_peers;
pub use row::{Reading, RowRemark};
pub use table::SourceTable;
