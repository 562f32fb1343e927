//! What proves who a person is, changed piece by piece: a code spent meanwhile stays spent.

use crate::tables::people::account;
use crate::{Store, StoreError};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

impl Store {
    /// Sets the hash of the password.
    pub async fn set_password(&self, id: Uuid, hash: &str) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::PasswordHash, Expr::value(Some(hash)))
            .filter(account::Column::Id.eq(id))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Sets a second factor, whose code of a step has just been used, and its recovery codes.
    pub async fn set_second_factor(
        &self,
        id: Uuid,
        seed: &str,
        step: i64,
        recovery: &[String],
    ) -> Result<(), StoreError> {
        self.write_second_factor(id, Some(seed), Some(step), recovery)
            .await
    }

    /// Takes the second factor off, with its recovery codes.
    pub async fn drop_second_factor(&self, id: Uuid) -> Result<(), StoreError> {
        self.write_second_factor(id, None, None, &[]).await
    }

    async fn write_second_factor(
        &self,
        id: Uuid,
        seed: Option<&str>,
        step: Option<i64>,
        recovery: &[String],
    ) -> Result<(), StoreError> {
        use account::Column;
        let recovery = serde_json::to_string(recovery).map_err(StoreError::Write)?;
        account::Entity::update_many()
            .col_expr(Column::TotpSecret, Expr::value(seed.map(str::to_owned)))
            .col_expr(Column::TotpLastStep, Expr::value(step))
            .col_expr(Column::Recovery, Expr::value(recovery))
            .filter(Column::Id.eq(id))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Keeps the same password under another hash, unless it changed meanwhile; whether it is.
    pub async fn renew_password(
        &self,
        id: Uuid,
        before: &str,
        after: &str,
    ) -> Result<bool, StoreError> {
        self.renew(id, account::Column::PasswordHash, (before, after))
            .await
    }

    /// Keeps the same seed in another form, unless it changed meanwhile; whether it is.
    pub async fn renew_seed(
        &self,
        id: Uuid,
        before: &str,
        after: &str,
    ) -> Result<bool, StoreError> {
        self.renew(id, account::Column::TotpSecret, (before, after))
            .await
    }

    /// Keeps the same recovery codes under other hashes, unless one was spent meanwhile; whether
    /// they are.
    pub async fn renew_recovery(
        &self,
        id: Uuid,
        before: &[String],
        after: &[String],
    ) -> Result<bool, StoreError> {
        let before = serde_json::to_string(before).map_err(StoreError::Write)?;
        let after = serde_json::to_string(after).map_err(StoreError::Write)?;
        self.renew(id, account::Column::Recovery, (&before, &after))
            .await
    }

    async fn renew(
        &self,
        id: Uuid,
        column: account::Column,
        (before, after): (&str, &str),
    ) -> Result<bool, StoreError> {
        let changed = account::Entity::update_many()
            .col_expr(column, Expr::value(after))
            .filter(account::Column::Id.eq(id))
            .filter(column.eq(before))
            .exec(self.connection())
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// Replaces the recovery codes of an account that has a second factor; whether it has one.
    pub async fn set_recovery(&self, id: Uuid, recovery: &[String]) -> Result<bool, StoreError> {
        let recovery = serde_json::to_string(recovery).map_err(StoreError::Write)?;
        let changed = account::Entity::update_many()
            .col_expr(account::Column::Recovery, Expr::value(recovery))
            .filter(account::Column::Id.eq(id))
            .filter(account::Column::TotpSecret.is_not_null())
            .exec(self.connection())
            .await?;
        Ok(changed.rows_affected == 1)
    }
}
