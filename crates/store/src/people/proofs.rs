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
