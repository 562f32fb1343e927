//! Deleting people for good, and the traces that a database keeps of what it deleted.

use crate::tables::people::{
    account, declaration, draft, guest, identity, pending, session, token,
};
use crate::tables::upload;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use domain::people::AccountState;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter,
    QuerySelect, TransactionTrait,
};
use uuid::Uuid;

/// Tables of people whose deleted rows PostgreSQL must be told to give up.
const PEOPLE: [&str; 10] = [
    "account",
    "session",
    "token",
    "draft",
    "declaration",
    "pending",
    "identity",
    "attempt",
    "upload",
    "guest",
];

impl Store {
    /// Deletes an account and all that hangs on it. What the person wrote in the records is
    /// signed by a function and stays.
    pub async fn erase_account(&self, id: Uuid) -> Result<bool, StoreError> {
        let transaction = self.connection().begin().await?;
        let was_there = erase_in(&transaction, id).await?;
        transaction.commit().await?;
        Ok(was_there)
    }

    /// Deletes somebody who declares without an account, with the draft, the link and the session;
    /// whether they were there. A declaration that was sent is a record, and tied to nobody.
    pub async fn erase_guest(&self, id: Uuid) -> Result<bool, StoreError> {
        let transaction = self.connection().begin().await?;
        erase_in(&transaction, id).await?;
        let deleted = guest::Entity::delete_by_id(id).exec(&transaction).await?;
        transaction.commit().await?;
        Ok(deleted.rows_affected == 1)
    }

    /// Accounts closed before an instant.
    pub async fn closed_before(&self, at: DateTime<Utc>) -> Result<Vec<Uuid>, StoreError> {
        let rows = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::State.eq(AccountState::Disabled.code()))
            .filter(account::Column::ClosedAtMicros.lt(at.timestamp_micros()))
            .into_tuple()
            .all(self.connection())
            .await?;
        Ok(rows)
    }

    /// Accounts made before an instant whose holder never came, and whose invitation is over.
    pub async fn unanswered_before(
        &self,
        at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Uuid>, StoreError> {
        let waiting: Vec<Uuid> = token::Entity::find()
            .select_only()
            .column(token::Column::Account)
            .filter(token::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .into_tuple()
            .all(self.connection())
            .await?;
        let rows = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::State.eq(AccountState::Invited.code()))
            .filter(account::Column::CreatedAtMicros.lt(at.timestamp_micros()))
            .filter(account::Column::Id.is_in(waiting).not())
            .into_tuple()
            .all(self.connection())
            .await?;
        Ok(rows)
    }

    /// Takes what was deleted out of the files of the database too: its free pages, and the log
    /// that SQLite writes beside it. Takes as long as copying the database.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        let connection = self.connection();
        match connection.get_database_backend() {
            DbBackend::Sqlite => {
                connection.execute_unprepared("VACUUM").await?;
                connection
                    .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
                    .await?;
            }
            _ => {
                let tables = PEOPLE.join(", ");
                let vacuum = format!("VACUUM FULL {tables}");
                connection.execute_unprepared(&vacuum).await?;
            }
        }
        Ok(())
    }
}

/// Deletes an account and all that hangs on it; whether there was one.
pub(super) async fn erase_in(
    transaction: &DatabaseTransaction,
    id: Uuid,
) -> Result<bool, StoreError> {
    session::Entity::delete_many()
        .filter(session::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    token::Entity::delete_many()
        .filter(token::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    draft::Entity::delete_many()
        .filter(draft::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    declaration::Entity::delete_many()
        .filter(declaration::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    identity::Entity::delete_many()
        .filter(identity::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    pending::Entity::delete_many()
        .filter(pending::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    upload::Entity::delete_many()
        .filter(upload::Column::Account.eq(id))
        .exec(transaction)
        .await?;
    let deleted = account::Entity::delete_by_id(id).exec(transaction).await?;
    Ok(deleted.rows_affected == 1)
}
