//! Accounts, sessions, one-time tokens, identities at a provider and drafts: outside the journal, deleted for good.
//!
//! Nothing here keeps a secret in clear: a session and a token are known by a hash that the
//! caller makes, a password by its argon2id hash.

mod accounts;
mod archive;
mod attempts;
mod changes;
mod digests;
mod drafts;
mod erasure;
mod guests;
mod identities;
mod proofs;
mod sessions;

pub use accounts::Credentials;
pub use attempts::{Attempt, Turn};
pub use changes::{Altered, Days};
pub use digests::Digest;
pub use drafts::Draft;
pub use guests::Guest;
pub use identities::{LinkedIdentity, Pending};
pub use sessions::{Purpose, Session};

use chrono::{DateTime, Utc};

fn instant(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}
