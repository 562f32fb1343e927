//! Everything that concerns one person, for that person (articles 15 and 20 of the GDPR).

use super::list;
use crate::instance::Instance;
use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::UseCase;
use domain::people::{Account, Grant};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// All that is kept about one person. Proofs are said to exist and never shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonalData {
    /// The account.
    pub account: AccountData,
    /// How the person proves who they are.
    pub proofs: Proofs,
    /// Identities at providers.
    pub identities: Vec<Identity>,
    /// Sessions that are open.
    pub sessions: Vec<OpenSession>,
    /// Links that were handed over and still work.
    pub links: Vec<OpenLink>,
    /// Declarations being written.
    pub drafts: Vec<DraftData>,
    /// Records the person declared.
    pub declared: Vec<Declared>,
    /// What is not in this file, and why.
    pub not_here: &'static str,
}

/// The account itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountData {
    id: Uuid,
    email: String,
    name: String,
    language: &'static str,
    state: &'static str,
    grants: Vec<Grant>,
    created_at: DateTime<Utc>,
    last_sign_in_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
}

/// Which proofs there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proofs {
    has_password: bool,
    has_second_factor: bool,
    recovery_codes_left: usize,
}

/// Who the person is for a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Identity {
    issuer: String,
    subject: String,
    linked_at: DateTime<Utc>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenSession {
    opened_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    through_a_provider: bool,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenLink {
    purpose: &'static str,
    expires_at: DateTime<Utc>,
}

/// A draft, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftData {
    authority: String,
    changed_at: DateTime<Utc>,
    answers: BTreeMap<String, String>,
}

/// A record the person declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declared {
    id: Uuid,
    reference: Option<String>,
}

const NOT_HERE: &str = "Opinions, decisions and records are signed by a function, not by a person: \
they are not tied to this account. Secrets (password, seed of the second factor, sessions) are kept \
as hashes or never shown. / Les avis, les décisions et les fiches sont signés d’une fonction, pas \
d’une personne : rien ne les relie à ce compte. Les secrets (mot de passe, graine du second \
facteur, sessions) sont gardés sous forme d’empreintes ou jamais montrés.";

/// All that is kept about one person.
pub async fn export(
    instance: &Instance,
    account: Account,
    now: DateTime<Utc>,
) -> Result<PersonalData> {
    let id = account.id;
    let store = &instance.store;
    let credentials = store.credentials(id).await?.unwrap_or_default();
    let identities = store.identities_of(id).await?.into_iter();
    let sessions = store.sessions_of(id).await?.into_iter();
    let links = store.tokens_of(id, now).await?.into_iter();
    let drafts = store.drafts_of(id).await?.into_iter();
    Ok(PersonalData {
        declared: declared(instance, id).await?,
        account: account_data(instance, account).await?,
        proofs: Proofs {
            has_password: credentials.password_hash.is_some(),
            has_second_factor: credentials.totp_secret.is_some(),
            recovery_codes_left: credentials.recovery.len(),
        },
        identities: identities
            .map(|known| Identity {
                issuer: known.issuer,
                subject: known.subject,
                linked_at: known.linked_at,
            })
            .collect(),
        sessions: sessions
            .map(|session| OpenSession {
                opened_at: session.opened_at,
                seen_at: session.seen_at,
                through_a_provider: session.id_token.is_some(),
            })
            .collect(),
        links: links
            .map(|(purpose, expires_at)| OpenLink {
                purpose: purpose.code(),
                expires_at,
            })
            .collect(),
        drafts: drafts
            .map(|draft| DraftData {
                authority: draft.authority,
                changed_at: draft.changed_at,
                answers: draft.answers,
            })
            .collect(),
        not_here: NOT_HERE,
    })
}

async fn account_data(instance: &Instance, account: Account) -> Result<AccountData> {
    let (language, created_at) = (account.language.tag(), account.created_at);
    let line = list::summary(instance, account).await?;
    Ok(AccountData {
        id: line.id,
        email: line.email,
        name: line.name,
        language,
        state: line.state.code(),
        grants: line.grants,
        created_at,
        last_sign_in_on: line.signed_in_on,
        closed_on: line.closed_on,
    })
}

/// The records of a person, with their reference unless they were taken out since.
async fn declared(instance: &Instance, account: Uuid) -> Result<Vec<Declared>> {
    let mut declared = Vec::new();
    for id in instance.store.declared_by(account).await? {
        let record = instance.store.get::<UseCase>(id).await?;
        let reference = record.map(|record| record.document.reference);
        declared.push(Declared { id, reference });
    }
    Ok(declared)
}
