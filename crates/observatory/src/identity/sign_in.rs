//! From what a person types to a session.

use super::duty::FactorDuty;
use super::safe::Safe;
use super::spending::{Spent, spend};
use super::told::{Outcome, Way, tell};
use super::{password, secret, tries};
use anyhow::Result;
use chrono::{DateTime, Duration, Utc};
use domain::people::{Account, AccountState};
use store::{Purpose, Session, Store};
use uuid::Uuid;

/// A session ends when it was not used for this long.
pub const IDLE_HOURS: i64 = 2;
/// A session ends in any case after this long.
pub const SESSION_HOURS: i64 = 12;
/// How long an invitation works.
pub const INVITATION_DAYS: i64 = 7;
/// How long a link to choose a new password works: it is handed over by a person.
pub const RESET_HOURS: i64 = 24;
/// How long one that was asked for by e-mail works.
pub const RESET_BY_MAIL_MINUTES: i64 = 30;

/// What became of an attempt.
#[derive(Debug, PartialEq, Eq)]
pub enum Attempt {
    /// In: the secret for the browser.
    Open(String),
    /// The password is right, a code is still asked for: the secret for the browser.
    NeedsCode(String),
    /// The password is right, a second factor must be set up before anything else: the secret for
    /// the browser.
    NeedsFactor(String),
    /// Not in: wrong name or password, or no such account. Nothing tells which.
    Refused,
    /// Not in: what was typed is no recovery code, and the seed of the second factor cannot be read.
    Sealed,
    /// Not in: too many wrong attempts; until when.
    Locked(DateTime<Utc>),
}

impl Attempt {
    /// Whether what was typed is right, though more may still be asked for.
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Open(_) | Self::NeedsCode(_) | Self::NeedsFactor(_)
        )
    }
}

/// The way an e-mail address is written and looked for.
pub fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Tries a name and a password; `duty` says who must have a second factor.
pub async fn attempt(
    store: &Store,
    duty: &FactorDuty,
    (email, typed): (&str, &str),
    now: DateTime<Utc>,
) -> Result<Attempt> {
    let turn = match tries::count(store, email, now).await? {
        store::Attempt::Counted(turn) => turn,
        store::Attempt::Locked(until) => {
            tell(Way::Password, Outcome::Waits, None);
            return Ok(Attempt::Locked(until));
        }
    };
    let account = store.account_by_email(&normal(email)).await?;
    let credentials = match &account {
        Some(account) => store.credentials(account.id).await?,
        None => None,
    };
    let hash = credentials.as_ref().and_then(|c| c.password_hash.clone());
    let is_right = is_password(typed, hash.clone()).await?;
    let (Some(account), Some(credentials)) = (account, credentials) else {
        tell(Way::Password, Outcome::Refused, None);
        return Ok(Attempt::Refused);
    };
    if !is_right || account.state != AccountState::Active {
        tell(Way::Password, Outcome::Refused, Some(account.id));
        return Ok(Attempt::Refused);
    }
    if let Some(hash) = hash {
        renew_password(store, account.id, typed, &hash).await?;
    }
    if credentials.totp_secret.is_some() {
        // The code is not given yet: earlier wrong attempts go on counting.
        tries::give_back(store, email, &turn).await?;
        let browser = open(store, account.id, false, now).await?;
        tell(Way::Password, Outcome::CodeAsked, Some(account.id));
        return Ok(Attempt::NeedsCode(browser));
    }
    tries::forgive(store, email).await?;
    if duty.binds(&account) {
        let browser = open(store, account.id, false, now).await?;
        tell(Way::Password, Outcome::FactorAsked, Some(account.id));
        return Ok(Attempt::NeedsFactor(browser));
    }
    let browser = open(store, account.id, true, now).await?;
    tell(Way::Password, Outcome::In, Some(account.id));
    Ok(Attempt::Open(browser))
}

async fn is_password(typed: &str, hash: Option<String>) -> Result<bool> {
    let typed = typed.to_owned();
    Ok(tokio::task::spawn_blocking(move || password::verify(&typed, hash.as_deref())).await?)
}

/// Keeps a password that was right under a hash of today, if its own is of another day.
async fn renew_password(store: &Store, account: Uuid, typed: &str, before: &str) -> Result<()> {
    if password::is_of_today(before) {
        return Ok(());
    }
    let typed = typed.to_owned();
    let after = tokio::task::spawn_blocking(move || password::hash(&typed)).await??;
    store.renew_password(account, before, &after).await?;
    Ok(())
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
    if second_factor {
        store.note_sign_in(account, now.date_naive()).await?;
    }
    Ok(browser)
}

/// Tries the code of a second factor, or a recovery code. A session that passes is replaced by a
/// new one, so that the secret of the browser changes with its rights.
pub async fn second_factor(
    store: &Store,
    safe: &Safe,
    session: &Session,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Attempt> {
    let account = store.account(session.account).await?;
    let credentials = store.credentials(session.account).await?;
    let Some((account, credentials)) = account.zip(credentials) else {
        return Ok(Attempt::Refused);
    };
    if let store::Attempt::Locked(until) = tries::count(store, &account.email, now).await? {
        tell(Way::Code, Outcome::Waits, Some(account.id));
        return Ok(Attempt::Locked(until));
    }
    let of = (account.id, &credentials);
    let refused = match spend(store, safe, of, typed, now).await? {
        Spent::Yes => None,
        Spent::No => Some(Attempt::Refused),
        Spent::Sealed => Some(Attempt::Sealed),
    };
    if let Some(refused) = refused {
        tell(Way::Code, Outcome::Refused, Some(account.id));
        return Ok(refused);
    }
    tries::forgive(store, &account.email).await?;
    Ok(Attempt::Open(replace(store, session, now).await?))
}

/// Replaces a session by one for which nothing more is asked: the person has just given a code.
pub async fn replace(store: &Store, session: &Session, now: DateTime<Utc>) -> Result<String> {
    store.close_session(&session.id).await?;
    let id_token = session.id_token.clone();
    let browser = open_from(store, session.account, true, id_token, now).await?;
    tell(Way::Code, Outcome::In, Some(session.account));
    Ok(browser)
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
    let is_over = is_over(&session, now);
    let account = store.account(session.account).await?;
    if account.is_none() && !is_over {
        // Somebody who declares without an account: the sessions of an account go with it.
        return Ok(None);
    }
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

/// Whether a session no longer opens anything.
pub fn is_over(session: &Session, now: DateTime<Utc>) -> bool {
    now - session.seen_at > Duration::hours(IDLE_HOURS)
        || now - session.opened_at > Duration::hours(SESSION_HOURS)
}

/// Until when a link that is made now works.
pub fn until(purpose: Purpose, now: DateTime<Utc>) -> DateTime<Utc> {
    now + match purpose {
        Purpose::Invitation => Duration::days(INVITATION_DAYS),
        Purpose::Reset => Duration::hours(RESET_HOURS),
        Purpose::ResetByMail => Duration::minutes(RESET_BY_MAIL_MINUTES),
        Purpose::Declaration => Duration::days(super::guest::LINK_DAYS),
    }
}

/// A link good once, to choose a password: the secret to put in it.
pub async fn link(
    store: &Store,
    account: Uuid,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<String> {
    let secret = secret::fresh()?;
    store
        .put_token(
            &secret::hash(&secret),
            account,
            purpose,
            until(purpose, now),
        )
        .await?;
    Ok(secret)
}

/// The account that a link was made for, if the link still works. It is not used up.
pub async fn invited(store: &Store, secret: &str, now: DateTime<Utc>) -> Result<Option<Account>> {
    for purpose in Purpose::OF_PASSWORDS {
        let holder = store.token(&secret::hash(secret), purpose, now).await?;
        if let Some(id) = holder {
            return Ok(store.account(id).await?);
        }
    }
    Ok(None)
}

/// Uses up a link and sets the password that was chosen. Every session of the person ends, and
/// their other links stop working; their second factor stays.
pub async fn choose_password(
    store: &Store,
    secret: &str,
    chosen: &str,
    now: DateTime<Utc>,
) -> Result<Option<Account>> {
    let chosen = chosen.to_owned();
    let hash = tokio::task::spawn_blocking(move || password::hash(&chosen)).await??;
    for purpose in Purpose::OF_PASSWORDS {
        let id = store
            .take_token(&secret::hash(secret), purpose, now)
            .await?;
        let Some(id) = id else { continue };
        let account = store.account(id).await?;
        let account = account.filter(|account| account.state != AccountState::Disabled);
        let Some(account) = account else {
            return Ok(None);
        };
        store.set_password(id, &hash).await?;
        store.activate(id).await?;
        tries::forgive(store, &account.email).await?;
        store.close_sessions_of(id, None).await?;
        store.drop_tokens_of(id).await?;
        tracing::info!(account = %id, purpose = purpose.code(), "password chosen from a link");
        return Ok(Some(account));
    }
    Ok(None)
}
