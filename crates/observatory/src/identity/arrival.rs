//! From somebody whom a provider vouches for to an account here.
//!
//! A provider says who a person is; what they may do is decided here. An account that exists is
//! never bound to an identity on the word of an address alone: whoever holds the account says so.

use super::duty::FactorDuty;
use super::oidc::Identity;
use super::sign_in::{self, Attempt, normal};
use super::told::{Outcome, Way, tell};
use anyhow::Result;
use chrono::{DateTime, Utc};
use domain::Language;
use domain::people::{Account, AccountState, Grant, Role};
use serde::{Deserialize, Serialize};
use store::{Purpose, Store};
use uuid::Uuid;

/// Ways of signing in that hold a second factor, as RFC 8176 and ProConnect name them.
const SECOND_FACTORS: [&str; 6] = ["mfa", "otp", "totp", "hwk", "sc", "pop"];

/// Somebody who came back from the provider. Personal data: it has no `Debug`.
#[derive(Clone, Serialize, Deserialize)]
pub struct Arrival {
    /// The provider.
    pub issuer: String,
    /// The person, for this provider.
    pub subject: String,
    /// Their address, in lower case.
    pub email: String,
    /// How they are called.
    pub name: String,
    /// Whether the provider answers for the address.
    pub is_email_sure: bool,
    /// Whether the provider asked for a second factor.
    pub has_second_factor: bool,
    /// What it wants back when the person signs out.
    pub id_token: String,
}

/// Where somebody who came back stands here.
pub enum Standing {
    /// The provider is known to vouch for this account.
    Known(Account),
    /// The account exists, and whoever holds it must say so.
    ToConfirm(Account, By),
    /// The account exists and nothing can prove whose it is.
    Unprovable,
    /// The account was closed.
    Closed,
    /// Nobody with this address has an account.
    Stranger,
}

/// How somebody shows that an account is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its password.
    Password,
    /// Its password, and a code.
    PasswordAndCode,
    /// Their word: they were invited at an address the provider answers for.
    Invitation,
}

impl Arrival {
    /// Takes what matters of an identity; `trusts_email` when the provider answers for every
    /// address without saying so.
    pub fn new(identity: Identity, trusts_email: bool) -> Self {
        let names = [&identity.given_name, &identity.usual_name];
        let name: Vec<&str> = names.into_iter().filter_map(Option::as_deref).collect();
        let email = normal(&identity.email);
        Self {
            name: match name.is_empty() {
                true => email.clone(),
                false => name.join(" "),
            },
            email,
            is_email_sure: identity.is_email_verified || trusts_email,
            has_second_factor: identity
                .amr
                .iter()
                .any(|way| SECOND_FACTORS.contains(&way.as_str())),
            issuer: identity.issuer,
            subject: identity.subject,
            id_token: identity.id_token,
        }
    }

    /// Where the person stands.
    pub async fn standing(&self, store: &Store, now: DateTime<Utc>) -> Result<Standing> {
        let known = store
            .account_of_identity(&self.issuer, &self.subject)
            .await?;
        let known = match known {
            Some(id) => store.account(id).await?,
            None => None,
        };
        if let Some(account) = known {
            return Ok(match account.state {
                AccountState::Disabled => Standing::Closed,
                AccountState::Active | AccountState::Invited => Standing::Known(account),
            });
        }
        let Some(account) = store.account_by_email(&self.email).await? else {
            return Ok(Standing::Stranger);
        };
        if account.state == AccountState::Disabled {
            return Ok(Standing::Closed);
        }
        Ok(match self.way_to_prove(store, account.id, now).await? {
            Some(by) => Standing::ToConfirm(account, by),
            None => Standing::Unprovable,
        })
    }

    async fn way_to_prove(
        &self,
        store: &Store,
        account: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Option<By>> {
        let Some(credentials) = store.credentials(account).await? else {
            return Ok(None);
        };
        let has_code = credentials.totp_secret.is_some();
        if credentials.password_hash.is_some() {
            return Ok(Some(match has_code {
                true => By::PasswordAndCode,
                false => By::Password,
            }));
        }
        let is_invited = self.is_email_sure
            && !has_code
            && store.has_token(account, Purpose::Invitation, now).await?;
        Ok(is_invited.then_some(By::Invitation))
    }

    /// Binds the person to an account they showed to be theirs: whether it is bound.
    pub async fn link(&self, store: &Store, account: Uuid, now: DateTime<Utc>) -> Result<bool> {
        let linked = store.link_identity(&self.issuer, &self.subject, account, now);
        Ok(linked.await?)
    }

    /// Makes an account for somebody who has none: an agent of an authority.
    pub async fn settle(
        &self,
        store: &Store,
        authority: &str,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<Account> {
        let account = Account {
            id: Uuid::now_v7(),
            email: self.email.clone(),
            name: self.name.clone(),
            language,
            state: AccountState::Active,
            grants: vec![Grant {
                role: Role::Agent,
                authority: Some(authority.to_owned()),
                department: None,
                functions: Vec::new(),
            }],
            created_at: now,
        };
        store.put_account(&account).await?;
        Ok(account)
    }

    /// Opens the session of somebody whose account it is. The code of a second factor is asked for
    /// unless there is none, the provider asked for one, or it has just been given; whoever must
    /// have one, by `duty`, sets it up first.
    pub async fn enter(
        &self,
        store: &Store,
        duty: &FactorDuty,
        account: Account,
        gave_code: bool,
        now: DateTime<Utc>,
    ) -> Result<Attempt> {
        if account.state == AccountState::Invited {
            store.activate(account.id).await?;
        }
        let credentials = store.credentials(account.id).await?.unwrap_or_default();
        let has_factor = credentials.totp_secret.is_some();
        let is_enough =
            self.has_second_factor || gave_code || !(has_factor || duty.binds(&account));
        let id_token = Some(self.id_token.clone());
        let browser = sign_in::open_from(store, account.id, is_enough, id_token, now).await?;
        let (outcome, attempt) = match (is_enough, has_factor) {
            (true, _) => (Outcome::In, Attempt::Open(browser)),
            (false, true) => (Outcome::CodeAsked, Attempt::NeedsCode(browser)),
            (false, false) => (Outcome::FactorAsked, Attempt::NeedsFactor(browser)),
        };
        tell(Way::Provider, outcome, Some(account.id));
        Ok(attempt)
    }
}
