//! Changing accounts on what every account says at that moment, one change after the other.

use super::accounts::read;
use super::instant;
use crate::records::lock_head;
use crate::tables::people::account;
use crate::{Store, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use domain::people::{Account, AccountState};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, TransactionTrait,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What became of the change of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Altered<R> {
    /// It was made; the account as it is now, or as it was when it was erased.
    Done(Account),
    /// It was refused, and nothing was written.
    Refused(R),
    /// There is no such account.
    Gone,
}

/// Days of an account: no hour, no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The day of the last sign-in.
    pub signed_in_on: Option<NaiveDate>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Changes an account, unless `change` refuses on what every account says. Changes come one
    /// after the other: two administrators cannot remove each other at the same time.
    pub async fn change_account<R: Send>(
        &self,
        id: Uuid,
        at: DateTime<Utc>,
        change: impl FnOnce(&mut Account, &[Account]) -> Result<(), R> + Send,
    ) -> Result<Altered<R>, StoreError> {
        use account::Column;
        let transaction = self.connection().begin().await?;
        let Some((mut account, all)) = held(&transaction, id).await? else {
            return Ok(Altered::Gone);
        };
        let before = account.state;
        if let Err(refusal) = change(&mut account, &all) {
            transaction.rollback().await?;
            return Ok(Altered::Refused(refusal));
        }
        let grants = serde_json::to_string(&account.grants).map_err(StoreError::Write)?;
        let mut update = account::Entity::update_many()
            .col_expr(Column::Email, Expr::value(account.email.clone()))
            .col_expr(Column::Name, Expr::value(account.name.clone()))
            .col_expr(Column::Language, Expr::value(account.language.tag()))
            .col_expr(Column::State, Expr::value(account.state.code()))
            .col_expr(Column::Grants, Expr::value(grants));
        if before != account.state {
            let closed = (account.state == AccountState::Disabled).then(|| at.timestamp_micros());
            update = update.col_expr(Column::ClosedAtMicros, Expr::value(closed));
        }
        update.filter(Column::Id.eq(id)).exec(&transaction).await?;
        transaction.commit().await?;
        Ok(Altered::Done(account))
    }

    /// Deletes an account and all that hangs on it, unless `refuses` on what every account says.
    pub async fn erase_account_unless<R: Send>(
        &self,
        id: Uuid,
        refuses: impl FnOnce(&Account, &[Account]) -> Option<R> + Send,
    ) -> Result<Altered<R>, StoreError> {
        let transaction = self.connection().begin().await?;
        let Some((account, all)) = held(&transaction, id).await? else {
            return Ok(Altered::Gone);
        };
        if let Some(refusal) = refuses(&account, &all) {
            transaction.rollback().await?;
            return Ok(Altered::Refused(refusal));
        }
        super::erasure::erase_in(&transaction, id).await?;
        transaction.commit().await?;
        Ok(Altered::Done(account))
    }

    /// Notes that an invited person has come: the account can be used from now on.
    pub async fn activate(&self, id: Uuid) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(
                account::Column::State,
                Expr::value(AccountState::Active.code()),
            )
            .filter(account::Column::Id.eq(id))
            .filter(account::Column::State.eq(AccountState::Invited.code()))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Notes the day of a sign-in; the one before is forgotten.
    pub async fn note_sign_in(&self, id: Uuid, day: NaiveDate) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::SignedInOn, Expr::value(Some(day)))
            .filter(account::Column::Id.eq(id))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// The days of every account.
    pub async fn account_days(&self) -> Result<BTreeMap<Uuid, Days>, StoreError> {
        let rows = account::Entity::find().all(self.connection()).await?;
        let days = |row: account::Model| Days {
            signed_in_on: row.signed_in_on,
            closed_at: row.closed_at_micros.map(instant),
        };
        Ok(rows.into_iter().map(|row| (row.id, days(row))).collect())
    }
}

/// An account and every account, held until the transaction ends: writers wait for the head of
/// the journal, which is a real write on either engine.
async fn held(
    transaction: &DatabaseTransaction,
    id: Uuid,
) -> Result<Option<(Account, Vec<Account>)>, StoreError> {
    lock_head(transaction).await?;
    let rows = account::Entity::find()
        .order_by_asc(account::Column::Email)
        .all(transaction)
        .await?;
    let all = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let found = all.iter().find(|account| account.id == id).cloned();
    Ok(found.map(|account| (account, all)))
}
