//! Letters that a person asks for themselves: each holds one link, no name and nothing else.
//!
//! Whether one is written depends on who has an account; whoever asked is never told.

use super::accounts;
use crate::identity::sign_in::{RESET_BY_MAIL_MINUTES, normal};
use crate::identity::{guest, tries};
use crate::instance::Instance;
use crate::mail::Letter;
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::Language;
use domain::people::{Account, AccountState};
use store::Purpose;

/// A wish for a letter, as it came from somebody unknown.
pub(crate) enum Wanted {
    /// A new password for the account of an address, if there is one.
    Password {
        /// The address.
        email: String,
    },
    /// To declare a use without an account.
    Declaration {
        /// The address.
        email: String,
        /// Slug of the authority.
        authority: String,
        /// Language of the page.
        language: Language,
        /// What was picked on “May I?”, as an address says it.
        picks: String,
    },
}

impl Wanted {
    /// What is wanted, for the log.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Password { .. } => "password",
            Self::Declaration { .. } => "declaration",
        }
    }
}

/// The letter that a wish leads to; `None` when there is nobody to write to, or when too many were
/// asked for.
pub(crate) async fn write(
    instance: &Instance,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    match wanted {
        Wanted::Password { email } => password(instance, email, now).await,
        Wanted::Declaration {
            email,
            authority,
            language,
            picks,
        } => declaration(instance, (email, authority), (*language, picks), now).await,
    }
}

async fn declaration(
    instance: &Instance,
    (email, authority): (&str, &str),
    (language, picks): (Language, &str),
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    let email = normal(email);
    let is_admitted = instance.config.declare.admits(&email);
    if !is_admitted || !takes(instance, "declaration", &email, now).await? {
        return Ok(None);
    }
    let secret = guest::link(&instance.store, authority, &email, now).await?;
    let tag = language.tag();
    let path = format!("/{tag}/{authority}/declarer/lien/{secret}{picks}");
    let library = instance.library();
    let w = library.wording(language);
    let blanks = [("count", guest::LINK_DAYS.unsigned_abs().into())];
    let said = Said {
        subject: w.get("guest-letter-subject"),
        lede: w.format("guest-letter-lede", &blanks),
        foot: w.get("guest-letter-foot"),
    };
    Ok(Some(letter(instance, email, &path, said)))
}

async fn takes(instance: &Instance, what: &str, email: &str, now: DateTime<Utc>) -> Result<bool> {
    let takes = tries::takes_letter(&instance.store, what, email, now).await?;
    if !takes {
        tracing::warn!(what, "too many letters were asked for an address");
    }
    Ok(takes)
}

async fn password(instance: &Instance, email: &str, now: DateTime<Utc>) -> Result<Option<Letter>> {
    if !takes(instance, "password", email, now).await? {
        return Ok(None);
    }
    let Some(account) = holder(instance, email).await? else {
        return Ok(None);
    };
    let link = accounts::make_for(instance, &account, Purpose::ResetByMail, now).await?;
    tracing::info!(account = %account.id, purpose = link.purpose.code(), "link made");
    let library = instance.library();
    let w = library.wording(account.language);
    let blanks = [("count", RESET_BY_MAIL_MINUTES.unsigned_abs().into())];
    let said = Said {
        subject: w.get("reset-letter-subject"),
        lede: w.format("reset-letter-lede", &blanks),
        foot: w.get("reset-letter-foot"),
    };
    Ok(Some(letter(instance, account.email, &link.path, said)))
}

/// The account in use of an address, if a password opens it: somebody whom a provider alone signs
/// in has none to forget, and an invitation is handed over by a person.
async fn holder(instance: &Instance, email: &str) -> Result<Option<Account>> {
    let store = &instance.store;
    let account = store.account_by_email(&normal(email)).await?;
    let Some(account) = account.filter(|known| known.state == AccountState::Active) else {
        return Ok(None);
    };
    let credentials = store.credentials(account.id).await?.unwrap_or_default();
    Ok(credentials.password_hash.is_some().then_some(account))
}

/// What a letter says: its subject, the sentence before the link, the one after it.
struct Said {
    subject: String,
    lede: String,
    foot: String,
}

/// A letter with one link, below the address of the settings.
fn letter(instance: &Instance, to: String, path: &str, said: Said) -> Letter {
    let url = instance.config.server.public_url.as_deref();
    let url = url.unwrap_or_default().trim_end_matches('/');
    let Said {
        subject,
        lede,
        foot,
    } = said;
    Letter {
        to,
        subject,
        body: format!("{lede}\n\n{url}{path}\n\n{foot}\n"),
    }
}
