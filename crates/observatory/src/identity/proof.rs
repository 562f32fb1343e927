//! Proving, once, that an account that exists is one's own.

use super::sign_in::spends;
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
    let Some(known) = known(store, account).await? else {
        return Ok(Proof::Refused);
    };
    if let Attempt::Locked(until) = tries::count(store, &known.0.email, now).await? {
        return Ok(Proof::Locked(until));
    }
    let is_proven = has_password(&known.1, typed).await?
        && (known.1.totp_secret.is_none() || spends(store, account, &known.1, code, now).await?);
    finish(store, &known.0, is_proven).await
}

/// Tries the password alone, of somebody who is signed in already.
pub async fn prove_password(
    store: &Store,
    account: Uuid,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Proof> {
    let Some(known) = known(store, account).await? else {
        return Ok(Proof::Refused);
    };
    if let Attempt::Locked(until) = tries::count(store, &known.0.email, now).await? {
        return Ok(Proof::Locked(until));
    }
    let is_proven = has_password(&known.1, typed).await?;
    finish(store, &known.0, is_proven).await
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

async fn finish(store: &Store, account: &Account, is_proven: bool) -> Result<Proof> {
    if is_proven {
        tries::forgive(store, &account.email).await?;
        return Ok(Proof::Given);
    }
    Ok(Proof::Refused)
}
