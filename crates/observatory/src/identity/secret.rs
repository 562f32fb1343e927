//! Secrets that a browser or a letter holds, and the hashes that the database holds.

use anyhow::{Result, anyhow};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Random bytes of the operating system.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("no randomness: {error}"))?;
    Ok(bytes)
}

/// A new secret: 256 bits, in 64 hexadecimal digits.
pub fn fresh() -> Result<String> {
    Ok(hex(&random::<32>()?))
}

/// What the database keeps of a secret. The secret has 256 bits: one round of SHA-256 is enough.
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Whether two texts are equal, in a time that does not tell where they differ.
pub fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (Sha256::digest(a.as_bytes()), Sha256::digest(b.as_bytes()));
    a.iter()
        .zip(b.iter())
        .fold(0, |diff, (a, b)| diff | (a ^ b))
        == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
