//! Using up a code: of the telephone, or of recovery.

use super::safe::{Opened, Safe};
use super::second_factor;
use anyhow::Result;
use chrono::{DateTime, Utc};
use store::{Credentials, Store};
use uuid::Uuid;

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spent {
    /// It was right, and serves no more.
    Yes,
    /// It is wrong, or it served already.
    No,
    /// It is no recovery code, and the seed cannot be read to check it.
    Sealed,
}

/// Tries a code. A right one renews what is still kept as it was before: seed and recovery codes.
pub(super) async fn spend(
    store: &Store,
    safe: &Safe,
    (account, credentials): (Uuid, &Credentials),
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Spent> {
    let Some(kept) = &credentials.totp_secret else {
        return Ok(Spent::No);
    };
    let opened = safe.open(account, kept);
    let step = match &opened {
        Ok(opened) => second_factor::step(&opened.seed, typed, now)?,
        Err(_) => None,
    };
    let is_right = match step {
        Some(step) => store.spend_step(account, step).await?,
        None => spend_recovery(store, (account, credentials), typed).await?,
    };
    match (is_right, opened) {
        (true, opened) => {
            renew_seed(store, safe, (account, kept), opened.ok()).await?;
            renew_recovery(store, account).await?;
            Ok(Spent::Yes)
        }
        (false, Ok(_)) => Ok(Spent::No),
        (false, Err(shut)) => {
            tracing::error!(%account, reason = %shut, "second factor");
            Ok(Spent::Sealed)
        }
    }
}

async fn spend_recovery(
    store: &Store,
    (account, credentials): (Uuid, &Credentials),
    typed: &str,
) -> Result<bool> {
    let (left, typed) = (credentials.recovery.clone(), typed.to_owned());
    let kept = tokio::task::spawn_blocking(move || second_factor::recovery_kept(&left, &typed));
    match kept.await?? {
        Some(kept) => Ok(store.spend_recovery(account, &kept).await?),
        None => Ok(false),
    }
}

/// Keeps a seed as it would be kept today, unless it changed meanwhile.
async fn renew_seed(
    store: &Store,
    safe: &Safe,
    (account, kept): (Uuid, &str),
    opened: Option<Opened>,
) -> Result<()> {
    if let Some(opened) = opened.filter(|opened| !opened.is_as_today) {
        let sealed = safe.seal(account, &opened.seed)?;
        store.renew_seed(account, kept, &sealed).await?;
    }
    Ok(())
}

/// The same for the recovery codes that are left.
pub(super) async fn renew_recovery(store: &Store, account: Uuid) -> Result<bool> {
    let left = store.credentials(account).await?.unwrap_or_default();
    let left = left.recovery;
    let renewed = {
        let left = left.clone();
        tokio::task::spawn_blocking(move || second_factor::renewed_recovery(&left)).await??
    };
    match renewed {
        Some(renewed) => Ok(store.renew_recovery(account, &left, &renewed).await?),
        None => Ok(false),
    }
}

/// Keeps the seed and the recovery codes of an account as they would be kept today; whether
/// something changed. A seed that cannot be read is left as it is.
pub async fn renew(store: &Store, safe: &Safe, account: Uuid) -> Result<bool> {
    let known = store.credentials(account).await?.unwrap_or_default();
    let mut is_renewed = renew_recovery(store, account).await?;
    if let Some(kept) = &known.totp_secret
        && let Ok(opened) = safe.open(account, kept)
    {
        is_renewed |= !opened.is_as_today;
        renew_seed(store, safe, (account, kept), Some(opened)).await?;
    }
    Ok(is_renewed)
}
