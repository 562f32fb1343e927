//! From what an authority holds to what the public reads.
//!
//! Start with [`Snapshot`]; charts, numbers, the register index, the report and the feeds are
//! functions of it.

pub mod api;
pub mod charts;
mod checksum;
mod dashboard;
pub mod ecoindex;
pub mod elsewhere;
pub mod numbers;
pub mod open_data;
pub mod register;
pub mod report;
mod snapshot;
pub mod state;
pub mod typography;
mod wording;
mod words;

pub use checksum::sha256;
pub use dashboard::{CHARTS, Dashboard, record_footprint};
pub use numbers::{Number, Numbers, Origin};
pub use register::{Found, Register};
pub use report::{Chapter, Report};
pub use snapshot::{
    Departure, EVERYONE, FieldChange, Freshness, Holdings, PublicUse, PublicVersion,
    RESPONDENTS_MIN, RemovedUse, Scope, Snapshot, Tombstone, UseHistory, UseVersion, field_paths,
    prune, without_measures, without_small_groups,
};
pub use wording::Wording;
pub use words::{Blank, Words};
