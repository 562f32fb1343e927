//! Keeps documents and their versions, on SQLite (default) or PostgreSQL.
//!
//! A record is a whole JSON document. Every change is appended to one journal whose entries are
//! chained by hashes; a payload can be erased for privacy without breaking the chain. All SQL of
//! the product is in this crate, written once for both engines.
//!
//! Those who sign in are kept apart, outside the journal: deleting them leaves nothing.
//!
//! Start with [`Store`]. This crate reads no clock: the instant of a change is in [`Change`].

mod archive;
mod chain;
mod creation;
mod error;
mod harvests;
mod journal;
mod migrations;
mod people;
mod records;
mod tables;
mod undo;
mod uploads;

pub use archive::ArchiveDigest;
pub use creation::Creation;
pub use error::StoreError;
pub use harvests::Harvest;
pub use journal::{Entry, JournalFault, JournalReport, Removal};
pub use people::{
    Altered, Attempt, Credentials, Days, Digest, Draft, Guest, LinkedIdentity, Pending, Purpose,
    Session, Turn,
};
pub use records::{Change, Prepared, PutCounts, Record, Store, Written};
pub use undo::Undoing;
pub use uploads::Upload;
