//! Inviting somebody, and the links that let a person choose a password.

use super::grants::{self, Wish};
use super::{Done, Hand, Refusal, done};
use crate::identity::sign_in::{self, normal, until};
use crate::instance::Instance;
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::people::{Account, AccountState};
use domain::{Language, Remark};
use store::Purpose;
use uuid::Uuid;

/// Longest name of an account.
const NAME_MAX: usize = 100;
/// Longest address, as RFC 5321 has it.
const EMAIL_MAX: usize = 254;

/// Who is invited, and what for.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// E-mail address.
    pub email: String,
    /// How the person wants to be called; the address when it is empty.
    pub name: String,
    /// Language of what is handed over to them.
    pub language: Language,
    /// Roles.
    pub roles: Vec<Wish>,
}

/// What inviting did.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The account, new or known.
    pub account: Account,
    /// The link to hand over; `None` when the person already had an account in use.
    pub link: Option<Link>,
}

/// A link that works once. Secret: it has no `Serialize`, and its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Its address below that of the site: `/fr/valmorel/invitation/…`.
    pub path: String,
    /// What it is good for.
    pub purpose: Purpose,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Link")
            .field("purpose", &self.purpose)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Makes an account and the link to hand over. Somebody who has an account receives the roles.
pub async fn invite(
    instance: &Instance,
    hand: Hand<'_>,
    invitation: &Invitation,
    now: DateTime<Utc>,
) -> Result<Result<Invited, Vec<Refusal>>> {
    let email = normal(&invitation.email);
    let mut refusals: Vec<Refusal> = fault(&email, &invitation.name).into_iter().collect();
    if invitation.roles.is_empty() {
        refusals.push(Refusal::new("role", Remark::new("grant-no-role")));
    }
    for wish in &invitation.roles {
        refusals.extend(grants::fault(instance, hand, wish).await?);
    }
    if !refusals.is_empty() {
        return Ok(Err(refusals));
    }
    if let Some(known) = instance.store.account_by_email(&email).await? {
        return welcome_back(instance, hand, known, &invitation.roles, now).await;
    }
    let account = Account {
        id: Uuid::now_v7(),
        name: named(&invitation.name, &email),
        email,
        language: invitation.language,
        state: AccountState::Invited,
        grants: invitation.roles.iter().map(Wish::grant).collect(),
        created_at: now,
    };
    instance.store.put_account(&account).await?;
    let link = make(instance, &account, now).await?;
    tracing::info!(account = %account.id, "account made");
    let link = Some(link);
    Ok(Ok(Invited { account, link }))
}

/// Somebody who has an account already: the roles are added, and a new link is made only for
/// those who never came.
async fn welcome_back(
    instance: &Instance,
    hand: Hand<'_>,
    known: Account,
    roles: &[Wish],
    now: DateTime<Utc>,
) -> Result<Result<Invited, Vec<Refusal>>> {
    if known.state == AccountState::Disabled {
        let closed = Refusal::new("courriel", Remark::new("account-is-closed"));
        return Ok(Err(vec![closed]));
    }
    let account = match grants::grant(instance, hand, known.id, roles, now).await? {
        Ok(account) => account,
        Err(refusal) => return Ok(Err(vec![refusal])),
    };
    let is_new = account.state == AccountState::Invited && hand.reaches_whole(&account);
    let link = match is_new {
        true => Some(make(instance, &account, now).await?),
        false => None,
    };
    Ok(Ok(Invited { account, link }))
}

/// A name to be called by: the one given, else the address.
fn named(name: &str, email: &str) -> String {
    match name.trim() {
        "" => email.to_owned(),
        name => name.to_owned(),
    }
}

/// What is wrong with an address or a name.
fn fault(email: &str, name: &str) -> Option<Refusal> {
    let (local, host) = email.split_once('@').unwrap_or_default();
    let is_plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !"@<>()\",;".contains(c))
    };
    if !is_plain(local) || !is_plain(host) || email.len() > EMAIL_MAX {
        let remark = Remark::new("account-bad-email").with("email", email);
        return Some(Refusal::new("courriel", remark));
    }
    bad_name(name.trim())
}

/// What is wrong with a name.
fn bad_name(name: &str) -> Option<Refusal> {
    let is_long = name.chars().count() > NAME_MAX || name.chars().any(char::is_control);
    is_long.then(|| Refusal::new("nom", Remark::new("account-bad-name")))
}

/// Sets how a person wants to be called and their language, as they ask themselves. An empty name
/// is the address.
pub async fn rename(
    instance: &Instance,
    id: Uuid,
    name: &str,
    language: Language,
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    let changed = instance.store.change_account(id, now, |account, _| {
        if let Some(refusal) = bad_name(name.trim()) {
            return Err(refusal);
        }
        account.name = named(name, &account.email);
        account.language = language;
        Ok(())
    });
    Ok(done(changed.await?, id))
}

/// Puts right the name and the address of somebody, for whom they changed.
pub async fn correct(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    (email, name): (&str, &str),
    now: DateTime<Utc>,
) -> Result<Done<Account>> {
    let email = normal(email);
    let changed = instance.store.change_account(id, now, |account, all| {
        hand.may_look_after(account, all)?;
        if let Some(refusal) = fault(&email, name) {
            return Err(refusal);
        }
        let mut others = all.iter().filter(|other| other.id != id);
        if others.any(|other| other.email == email) {
            let remark = Remark::new("account-email-taken").with("email", &email);
            return Err(Refusal::new("courriel", remark));
        }
        account.name = named(name, &email);
        account.email = email;
        Ok(())
    });
    Ok(done(changed.await?, id))
}

/// A new link for somebody: an invitation while they never came, a new password afterwards. The
/// one before stops working.
pub async fn link(
    instance: &Instance,
    hand: Hand<'_>,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Done<(Account, Link)>> {
    let looked = instance.store.change_account(id, now, |account, all| {
        hand.may_look_after(account, all)?;
        match account.state {
            AccountState::Disabled => Err(Refusal::new("who", Remark::new("account-is-closed"))),
            AccountState::Invited | AccountState::Active => Ok(()),
        }
    });
    let account = match done(looked.await?, id) {
        Ok(account) => account,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let link = make(instance, &account, now).await?;
    tracing::info!(account = %account.id, purpose = link.purpose.code(), "link made");
    Ok(Ok((account, link)))
}

/// The same for somebody who lost their telephone and their recovery codes: the second factor is
/// taken off. Only whoever holds the server may.
pub async fn link_without_second_factor(
    instance: &Instance,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Done<(Account, Link)>> {
    let made = link(instance, Hand::Terminal, id, now).await?;
    if made.is_ok() {
        instance.store.drop_second_factor(id).await?;
        instance.store.close_sessions_of(id, None).await?;
        tracing::info!(account = %id, "second factor taken off");
    }
    Ok(made)
}

async fn make(instance: &Instance, account: &Account, now: DateTime<Utc>) -> Result<Link> {
    let purpose = match account.state {
        AccountState::Invited => Purpose::Invitation,
        _ => Purpose::Reset,
    };
    make_for(instance, account, purpose, now).await
}

/// A link of an account for one purpose.
pub(in crate::pipeline) async fn make_for(
    instance: &Instance,
    account: &Account,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<Link> {
    let secret = sign_in::link(&instance.store, account.id, purpose, now).await?;
    let own = account.grants.iter().find_map(|g| g.authority.clone());
    let scope = match own {
        Some(slug) => slug,
        None => first_authority(instance).await?,
    };
    let path = format!("/{}/{scope}/invitation/{secret}", account.language.tag());
    Ok(Link {
        path,
        purpose,
        expires_at: until(purpose, now),
    })
}

/// The authority where somebody who works for all of them arrives: the first of `vigie.toml`.
async fn first_authority(instance: &Instance) -> Result<String> {
    if let Some(first) = instance.config.authorities.first() {
        return Ok(first.slug.clone());
    }
    let first = instance.authorities().await?.into_iter().next();
    Ok(first.map_or_else(|| publish::EVERYONE.to_owned(), |first| first.slug))
}
