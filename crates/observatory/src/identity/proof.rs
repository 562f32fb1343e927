//! Proving, once, that an account that exists is one's own.

use super::sign_in::{fail, forgive, locked, spends};
use super::{password, sign_in::Attempt};
use anyhow::Result;
use chrono::{DateTime, Utc};
use store::Store;
use uuid::Uuid;

/// What became of a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The password is right, and so is the code when the account asks for one.
    Given,
    /// One of them is wrong; nothing tells which.
    Refused,
    /// Too many wrong attempts; until when.
    Locked(DateTime<Utc>),
}

/// Tries the password of an account, and its code if it has a second factor. Wrong attempts count
/// as those of signing in do.
pub async fn prove(
    store: &Store,
    account: Uuid,
    typed: &str,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Proof> {
    let Some(credentials) = store.credentials(account).await? else {
        return Ok(Proof::Refused);
    };
    if let Some(until) = locked(Some(&credentials), now) {
        return Ok(Proof::Locked(until));
    }
    let hash = credentials.password_hash.clone();
    let typed = typed.to_owned();
    let is_right =
        tokio::task::spawn_blocking(move || password::verify(&typed, hash.as_deref())).await?;
    let is_proven = is_right
        && (credentials.totp_secret.is_none()
            || spends(store, account, &credentials, code, now).await?);
    if is_proven {
        forgive(store, account).await?;
        return Ok(Proof::Given);
    }
    Ok(match fail(store, account, credentials, now).await? {
        Attempt::Locked(until) => Proof::Locked(until),
        _ => Proof::Refused,
    })
}
