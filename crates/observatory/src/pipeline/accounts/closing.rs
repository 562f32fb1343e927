//! Closing, opening again and erasing accounts.

use super::hand::leaves_an_administrator;
use super::{Done, Hand, Refusal, done};
use crate::identity::{guest, tries};
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use domain::Remark;
use domain::people::{Account, AccountState};
use store::Altered;
use uuid::Uuid;

/// Closes an account: its sessions end and its links stop working at once.
pub async fn close(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    let changed = instance.store.change_account(id, now, |account, all| {
        hand.may_look_after(account, all)?;
        account.state = AccountState::Disabled;
        Ok(())
    });
    let closed = done(changed.await?, id);
    if closed.is_ok() {
        instance.store.close_sessions_of(id, None).await?;
        instance.store.drop_tokens_of(id).await?;
        tracing::info!(account = %id, "account closed");
    }
    Ok(closed)
}

/// Opens a closed account again. Somebody who never chose a password is invited again.
pub async fn open(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    let credentials = instance.store.credentials(id).await?.unwrap_or_default();
    let has_identity = !instance.store.identities_of(id).await?.is_empty();
    let came = credentials.password_hash.is_some() || has_identity;
    let changed = instance.store.change_account(id, now, |account, all| {
        hand.may_look_after(account, all)?;
        if account.state == AccountState::Disabled {
            account.state = match came {
                true => AccountState::Active,
                false => AccountState::Invited,
            };
        }
        Ok(())
    });
    Ok(done(changed.await?, id))
}

/// Erases an account and all that hangs on it, down to the free pages of the database.
pub async fn erase(instance: &Instance, hand: Hand<'_>, id: Uuid) -> Result<Done<Account>> {
    let erased = instance
        .store
        .erase_account_unless(id, |account, all| hand.may_look_after(account, all).err());
    finish(instance, erased.await?, id).await
}

/// Erases the account of somebody who asks for it themselves, unless nobody would be left to look
/// after accounts.
pub async fn erase_own(instance: &Instance, id: Uuid) -> Result<Done<Account>> {
    let erased = instance.store.erase_account_unless(id, |account, all| {
        let is_last = !leaves_an_administrator(account, all);
        is_last.then(|| Refusal::new("who", Remark::new("account-last-administrator")))
    });
    finish(instance, erased.await?, id).await
}

/// Erases an account that is still in a state, without looking for its traces in the files of the
/// database; whether it did. For what ends by itself: see [`crate::pipeline::retention`].
pub(in crate::pipeline) async fn erase_in_time(
    instance: &Instance,
    id: Uuid,
    state: AccountState,
) -> Result<bool> {
    let erased = instance
        .store
        .erase_account_unless(id, |account, _| (account.state != state).then_some(()));
    let Altered::Done(account) = erased.await? else {
        return Ok(false);
    };
    tries::forgive(&instance.store, &account.email).await?;
    tracing::info!(account = %id, "account erased in time");
    Ok(true)
}

/// Erases what somebody with an address began to declare without an account, down to the free
/// pages of the database; whether there was anything.
pub async fn erase_begun(instance: &Instance, email: &str) -> Result<bool> {
    let erased = erase_begun_in(instance, email).await?;
    if erased {
        instance.store.scrub().await?;
    }
    Ok(erased)
}

async fn erase_begun_in(instance: &Instance, email: &str) -> Result<bool> {
    let mut erased = false;
    for authority in instance.authorities().await? {
        erased |= guest::erase(&instance.store, &authority.slug, email).await?;
    }
    Ok(erased)
}

async fn finish(instance: &Instance, erased: Altered<Refusal>, id: Uuid) -> Result<Done<Account>> {
    let erased = done(erased, id);
    if let Ok(account) = &erased {
        tries::forgive(&instance.store, &account.email).await?;
        erase_begun_in(instance, &account.email).await?;
        tracing::info!(account = %id, "account erased");
        let scrubbed = instance.store.scrub().await;
        scrubbed.context(
            "the account is erased, but its traces are still in the files of the database.\n\
             Run vigie messages purge when nobody is writing",
        )?;
    }
    Ok(erased)
}
