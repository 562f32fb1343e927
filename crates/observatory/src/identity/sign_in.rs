//! From what a person types to a session.

use super::{password, second_factor, secret};
use anyhow::Result;
use chrono::{DateTime, Duration, Utc};
use domain::people::{Account, AccountState};
use store::{Credentials, Purpose, Session, Store};
use uuid::Uuid;

/// Wrong attempts before an account waits.
const FAILURES_MAX: u32 = 5;
/// Longest wait, in minutes. Nobody is shut out for good by somebody who types at random.
const WAIT_MINUTES_MAX: i64 = 60;
/// A session ends when it was not used for this long.
pub const IDLE_HOURS: i64 = 2;
/// A session ends in any case after this long.
pub const SESSION_HOURS: i64 = 12;
/// How long an invitation works.
pub const INVITATION_DAYS: i64 = 7;
/// How long a link to choose a new password works.
pub const RESET_HOURS: i64 = 1;

/// What became of an attempt.
#[derive(Debug, PartialEq, Eq)]
pub enum Attempt {
    /// In: the secret for the browser.
    Open(String),
    /// The password is right, a code is still asked for: the secret for the browser.
    NeedsCode(String),
    /// Not in: wrong name or password, or no such account. Nothing tells which.
    Refused,
    /// Not in: too many wrong attempts; until when.
    Locked(DateTime<Utc>),
}

/// The way an e-mail address is written and looked for.
pub fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Tries a name and a password.
pub async fn attempt(
    store: &Store,
    email: &str,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Attempt> {
    let account = store.account_by_email(&normal(email)).await?;
    let credentials = match &account {
        Some(account) => store.credentials(account.id).await?,
        None => None,
    };
    if let Some(until) = locked(credentials.as_ref(), now) {
        return Ok(Attempt::Locked(until));
    }
    let hash = credentials.as_ref().and_then(|c| c.password_hash.clone());
    let typed = typed.to_owned();
    let is_right =
        tokio::task::spawn_blocking(move || password::verify(&typed, hash.as_deref())).await?;
    let (Some(account), Some(mut credentials)) = (account, credentials) else {
        return Ok(Attempt::Refused);
    };
    if !is_right || account.state != AccountState::Active {
        return fail(store, account.id, credentials, now).await;
    }
    let needs_code = credentials.totp_secret.is_some();
    if !needs_code {
        credentials.failures = 0;
        credentials.locked_until = None;
        store.put_credentials(account.id, &credentials).await?;
    }
    let browser = open(store, account.id, !needs_code, now).await?;
    Ok(match needs_code {
        true => Attempt::NeedsCode(browser),
        false => Attempt::Open(browser),
    })
}

pub(super) fn locked(
    credentials: Option<&Credentials>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    credentials?.locked_until.filter(|until| *until > now)
}

/// Counts a wrong attempt; from the fifth on, each makes the wait twice as long.
pub(super) async fn fail(
    store: &Store,
    account: Uuid,
    mut credentials: Credentials,
    now: DateTime<Utc>,
) -> Result<Attempt> {
    credentials.failures += 1;
    let over = credentials.failures.saturating_sub(FAILURES_MAX - 1);
    if over > 0 {
        let minutes = 1_i64 << (over - 1).min(6);
        credentials.locked_until = Some(now + Duration::minutes(minutes.min(WAIT_MINUTES_MAX)));
    }
    store.put_credentials(account, &credentials).await?;
    Ok(Attempt::Refused)
}

/// Opens a session; the secret that the browser will hold.
pub async fn open(
    store: &Store,
    account: Uuid,
    second_factor: bool,
    now: DateTime<Utc>,
) -> Result<String> {
    open_from(store, account, second_factor, None, now).await
}

/// The same, for somebody whom a provider sent: what it wants back when they sign out is kept.
pub(super) async fn open_from(
    store: &Store,
    account: Uuid,
    second_factor: bool,
    id_token: Option<String>,
    now: DateTime<Utc>,
) -> Result<String> {
    let browser = secret::fresh()?;
    let session = Session {
        id: secret::hash(&browser),
        account,
        form_token: secret::fresh()?,
        second_factor,
        opened_at: now,
        seen_at: now,
        id_token,
    };
    store.put_session(&session).await?;
    Ok(browser)
}

/// Tries the code of a second factor, or a recovery code. A session that passes is replaced by a
/// new one, so that the secret of the browser changes with its rights.
pub async fn second_factor(
    store: &Store,
    session: &Session,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Attempt> {
    let Some(credentials) = store.credentials(session.account).await? else {
        return Ok(Attempt::Refused);
    };
    if let Some(until) = locked(Some(&credentials), now) {
        return Ok(Attempt::Locked(until));
    }
    if !spends(store, session.account, &credentials, typed, now).await? {
        return fail(store, session.account, credentials, now).await;
    }
    forgive(store, session.account).await?;
    store.close_session(&session.id).await?;
    let id_token = session.id_token.clone();
    let browser = open_from(store, session.account, true, id_token, now).await?;
    Ok(Attempt::Open(browser))
}

/// Forgets the wrong attempts of somebody who has just proven who they are.
pub(super) async fn forgive(store: &Store, account: Uuid) -> Result<()> {
    if let Some(mut credentials) = store.credentials(account).await? {
        credentials.failures = 0;
        credentials.locked_until = None;
        store.put_credentials(account, &credentials).await?;
    }
    Ok(())
}

pub(super) async fn spends(
    store: &Store,
    account: Uuid,
    credentials: &Credentials,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(seed) = &credentials.totp_secret else {
        return Ok(false);
    };
    if let Some(step) = second_factor::step(seed, typed, now)? {
        return Ok(store.spend_step(account, step).await?);
    }
    let hash = second_factor::recovery_hash(typed);
    Ok(store.spend_recovery(account, &hash).await?)
}

/// The session of a browser and the account behind it, if both still hold.
pub async fn recognise(
    store: &Store,
    browser: &str,
    now: DateTime<Utc>,
) -> Result<Option<(Session, Account)>> {
    let Some(session) = store.session(&secret::hash(browser)).await? else {
        return Ok(None);
    };
    let is_over = now - session.seen_at > Duration::hours(IDLE_HOURS)
        || now - session.opened_at > Duration::hours(SESSION_HOURS);
    let account = store.account(session.account).await?;
    let account = account.filter(|account| account.state == AccountState::Active);
    let (false, Some(account)) = (is_over, account) else {
        store.close_session(&session.id).await?;
        return Ok(None);
    };
    if now - session.seen_at > Duration::minutes(1) {
        store.touch_session(&session.id, now).await?;
    }
    Ok(Some((session, account)))
}

/// A link good once, to choose a password: the secret to put in it.
pub async fn link(
    store: &Store,
    account: Uuid,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<String> {
    let secret = secret::fresh()?;
    let until = match purpose {
        Purpose::Invitation => now + Duration::days(INVITATION_DAYS),
        Purpose::Reset => now + Duration::hours(RESET_HOURS),
    };
    store
        .put_token(&secret::hash(&secret), account, purpose, until)
        .await?;
    Ok(secret)
}

/// The account that a link was made for, if the link still works. It is not used up.
pub async fn invited(store: &Store, secret: &str, now: DateTime<Utc>) -> Result<Option<Account>> {
    for purpose in [Purpose::Invitation, Purpose::Reset] {
        let holder = store.token(&secret::hash(secret), purpose, now).await?;
        if let Some(id) = holder {
            return Ok(store.account(id).await?);
        }
    }
    Ok(None)
}

/// Uses up a link and sets the password that was chosen. Every session of the person ends.
pub async fn choose_password(
    store: &Store,
    secret: &str,
    chosen: &str,
    now: DateTime<Utc>,
) -> Result<Option<Account>> {
    let chosen = chosen.to_owned();
    let hash = tokio::task::spawn_blocking(move || password::hash(&chosen)).await??;
    for purpose in [Purpose::Invitation, Purpose::Reset] {
        let id = store
            .take_token(&secret::hash(secret), purpose, now)
            .await?;
        let Some(id) = id else { continue };
        let (Some(mut account), Some(mut credentials)) =
            (store.account(id).await?, store.credentials(id).await?)
        else {
            return Ok(None);
        };
        if account.state == AccountState::Disabled {
            return Ok(None);
        }
        account.state = AccountState::Active;
        credentials.password_hash = Some(hash);
        credentials.failures = 0;
        credentials.locked_until = None;
        store.put_account(&account).await?;
        store.put_credentials(id, &credentials).await?;
        store.close_sessions_of(id, None).await?;
        return Ok(Some(account));
    }
    Ok(None)
}
