//! The hashes of the journal: pure functions, so that anybody can check them again.

use crate::tables::journal;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(bytes.as_ref());
    digest
        .iter()
        .fold(String::with_capacity(64), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// Hash of a payload under its salt. The salt goes when the payload goes, so that a short
/// payload cannot be guessed back from its hash.
pub(crate) fn payload_hash(salt: &str, payload: &str) -> String {
    hex(format!("{salt}\n{payload}"))
}

/// Hash of an entry: everything but the payload itself, and the hash before it.
pub(crate) fn entry_hash(entry: &journal::Model) -> String {
    let parts = [
        entry.seq.to_string(),
        entry.record.to_string(),
        entry.kind.clone(),
        entry.version.to_string(),
        entry.schema_version.to_string(),
        entry.at_micros.to_string(),
        entry.by_function.clone(),
        entry.action.clone(),
        hex(entry.note.as_deref().unwrap_or_default()),
        entry.payload_hash.clone(),
        entry.previous_hash.clone(),
    ];
    hex(parts.join("\n"))
}
