use crate::instance::Instance;
use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::people::{Account, AccountState, Grant};
use serde::Serialize;
use std::collections::BTreeMap;
use store::Days;
use uuid::Uuid;

/// An account as those who look after it see it: never a proof, a day at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its identifier.
    pub id: Uuid,
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Whether it can be used.
    pub state: AccountState,
    /// Roles.
    pub grants: Vec<Grant>,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The day of the last sign-in.
    pub signed_in_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// The accounts with a role in an authority, those without any role, or all of them; by address.
pub async fn list(instance: &Instance, authority: Option<&str>) -> Result<Vec<Line>> {
    let days = instance.store.account_days().await?;
    let accounts = instance.store.accounts().await?;
    let here = |account: &Account| {
        let holds = |slug| account.grants.iter().any(|grant| grant.holds_in(slug));
        account.grants.is_empty() || authority.is_none_or(holds)
    };
    let accounts = accounts.into_iter().filter(here);
    Ok(accounts.map(|account| line(account, &days)).collect())
}

/// One account, seen the same way.
pub async fn summary(instance: &Instance, account: Account) -> Result<Line> {
    let days = instance.store.account_days().await?;
    Ok(line(account, &days))
}

fn line(account: Account, days: &BTreeMap<Uuid, Days>) -> Line {
    let days = days.get(&account.id).copied().unwrap_or_default();
    let day = |at: DateTime<Utc>| at.date_naive();
    Line {
        id: account.id,
        email: account.email,
        name: account.name,
        state: account.state,
        grants: account.grants,
        created_on: day(account.created_at),
        signed_in_on: days.signed_in_on,
        closed_on: days.closed_at.map(day),
    }
}
