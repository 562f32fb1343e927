//! What has been kept long enough goes, by the rules of `data/retention.yaml`: about those who work
//! here, and what the public wrote.

use super::{accounts, messages};
use crate::identity::sign_in::{IDLE_HOURS, SESSION_HOURS};
use crate::identity::tries;
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::{DateTime, Duration, Utc};
use domain::people::AccountState;
use serde::Serialize;

/// Kinds of data of `data/retention.yaml` that end here.
const CLOSED_ACCOUNTS: &str = "closed_accounts";
const INVITATIONS: &str = "unanswered_invitations";
const DRAFTS: &str = "drafts";
const IMPORT_FILES: &str = "import_files";
const GUESTS: &str = "guest_declarations";

/// What was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Purged {
    /// Sessions and links that are over.
    pub sessions: u64,
    /// Sign-ins at a provider that were never finished.
    pub pending: u64,
    /// Addresses whose wrong attempts no longer count.
    pub attempts: u64,
    /// Drafts left alone.
    pub drafts: u64,
    /// Declarations begun without an account, and left alone.
    pub guests: u64,
    /// Files sent to be imported, and left alone.
    pub files: u64,
    /// Accounts closed for long, and invitations that nobody took up.
    pub accounts: u64,
    /// Messages of the public that were closed for long.
    pub messages: u64,
}

/// Deletes what has been kept long enough. Running it twice, or on
/// several machines at once, changes nothing.
pub async fn purge(instance: &Instance, now: DateTime<Utc>) -> Result<Purged> {
    let store = &instance.store;
    let idle = now - Duration::hours(IDLE_HOURS);
    let opened = now - Duration::hours(SESSION_HOURS);
    let purged = Purged {
        sessions: store.purge_sessions(idle, opened, now).await?,
        pending: store.purge_pending(now).await?,
        attempts: tries::purge(store, now).await?,
        drafts: store.purge_drafts(limit(instance, DRAFTS, now)?).await?,
        guests: purge_guests(instance, now).await?,
        files: store
            .purge_uploads(limit(instance, IMPORT_FILES, now)?)
            .await?,
        accounts: purge_accounts(instance, now).await?,
        messages: messages::purge(instance, now).await? as u64,
    };
    let written = purged.drafts + purged.guests + purged.files;
    if written + purged.accounts + purged.messages > 0 {
        store.scrub().await?;
    }
    Ok(purged)
}

async fn purge_guests(instance: &Instance, now: DateTime<Utc>) -> Result<u64> {
    let store = &instance.store;
    let mut erased = 0;
    for id in store
        .guests_unseen_since(limit(instance, GUESTS, now)?)
        .await?
    {
        erased += u64::from(store.erase_guest(id).await?);
    }
    Ok(erased)
}

async fn purge_accounts(instance: &Instance, now: DateTime<Utc>) -> Result<u64> {
    let store = &instance.store;
    let closed = limit(instance, CLOSED_ACCOUNTS, now)?;
    let invited = limit(instance, INVITATIONS, now)?;
    let closed = store.closed_before(closed).await?.into_iter();
    let invited = store.unanswered_before(invited, now).await?.into_iter();
    let over = closed
        .map(|id| (id, AccountState::Disabled))
        .chain(invited.map(|id| (id, AccountState::Invited)));
    let mut erased = 0;
    for (id, state) in over {
        erased += u64::from(accounts::erase_in_time(instance, id, state).await?);
    }
    Ok(erased)
}

/// Days a closed account is kept before it is erased.
pub fn days_closed(instance: &Instance) -> Result<u32> {
    days(instance, CLOSED_ACCOUNTS)
}

/// The instant before which a kind of data has been kept long enough.
fn limit(instance: &Instance, kind: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    Ok(now - Duration::days(i64::from(days(instance, kind)?)))
}

fn days(instance: &Instance, kind: &str) -> Result<u32> {
    let library = instance.library();
    let mut rules = library.reference.retention.iter();
    rules
        .find(|kept| kept.kind == kind)
        .and_then(|kept| kept.days)
        .with_context(|| format!("data/retention.yaml says nothing of {kind}"))
}
