//! Proving, once, that an account that exists is one's own.

use super::safe::Safe;
use super::spending::{Spent, spend};
use super::{password, tries};
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::people::Account;
use store::{Attempt, Credentials, Store};
use uuid::Uuid;

/// What became of a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The password is right, and so is the code when one was asked for.
    Given,
    /// One of them is wrong; nothing tells which.
    Refused,
    /// The password is right, and the seed of the second factor cannot be read to check the code.
    Sealed,
    /// Too many wrong attempts; until when.
    Locked(DateTime<Utc>),
}

/// Tries the password of an account, and its code if it has a second factor. Wrong attempts count
/// as those of signing in do.
pub async fn prove(
    store: &Store,
    safe: &Safe,
    id: Uuid,
    (typed, code): (&str, &str),
    now: DateTime<Utc>,
) -> Result<Proof> {
    let Some((account, credentials)) = known(store, id).await? else {
        return Ok(Proof::Refused);
    };
    if let Attempt::Locked(until) = tries::count(store, &account.email, now).await? {
        return Ok(Proof::Locked(until));
    }
    if !has_password(&credentials, typed).await? {
        return Ok(Proof::Refused);
    }
    if credentials.totp_secret.is_some() {
        match spend(store, safe, (id, &credentials), code, now).await? {
            Spent::Yes => {}
            Spent::No => return Ok(Proof::Refused),
            Spent::Sealed => return Ok(Proof::Sealed),
        }
    }
    tries::forgive(store, &account.email).await?;
    Ok(Proof::Given)
}

async fn known(store: &Store, id: Uuid) -> Result<Option<(Account, Credentials)>> {
    let account = store.account(id).await?;
    let credentials = store.credentials(id).await?;
    Ok(account.zip(credentials))
}

async fn has_password(credentials: &Credentials, typed: &str) -> Result<bool> {
    let hash = credentials.password_hash.clone();
    let typed = typed.to_owned();
    Ok(tokio::task::spawn_blocking(move || password::verify(&typed, hash.as_deref())).await?)
}
