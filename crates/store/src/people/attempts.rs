//! Attempts at proving who one is, counted before they are known to be wrong.

use super::instant;
use crate::tables::people::attempt;
use crate::{Store, StoreError};
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, TransactionTrait};

/// What became of the wish to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It was counted and may be made.
    Counted(Turn),
    /// Too many came before: none is made until then.
    Locked(DateTime<Utc>),
}

/// An attempt that was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// How many there were since the last good one, this one included.
    pub count: u32,
    /// Until when the next ones are refused, if it is wrong.
    pub locks_until: Option<DateTime<Utc>>,
}

impl Store {
    /// Counts an attempt under a key, or says until when none may be made; `wait` says how long
    /// the next ones wait after so many. It is counted first, so that those made at the same time
    /// count as those made one after the other. What was left alone for `memory` is forgotten.
    pub async fn count_attempt(
        &self,
        key: &str,
        now: DateTime<Utc>,
        memory: Duration,
        wait: impl Fn(u32) -> Option<Duration> + Send,
    ) -> Result<Attempt, StoreError> {
        self.purge_attempts(now - memory).await?;
        let transaction = self.connection().begin().await?;
        let first = attempt::Model {
            id: key.to_owned(),
            count: 1,
            last_at_micros: now.timestamp_micros(),
            locked_until_micros: None,
        };
        let one_more = Expr::col((attempt::Entity, attempt::Column::Count)).add(1);
        // This write comes first: others wait for it, on either engine.
        attempt::Entity::insert(first.into_active_model().reset_all())
            .on_conflict(
                OnConflict::column(attempt::Column::Id)
                    .value(attempt::Column::Count, one_more)
                    .to_owned(),
            )
            .exec_without_returning(&transaction)
            .await?;
        let row = attempt::Entity::find_by_id(key.to_owned())
            .one(&transaction)
            .await?;
        let row = row.ok_or_else(|| sea_orm::DbErr::RecordNotFound("attempt".to_owned()))?;
        let locked = row.locked_until_micros.map(instant);
        if let Some(until) = locked.filter(|until| *until > now) {
            transaction.rollback().await?;
            return Ok(Attempt::Locked(until));
        }
        let count = u32::try_from(row.count).unwrap_or_default();
        let locks_until = wait(count).map(|wait| now + wait);
        let until = locks_until.map(|until| until.timestamp_micros());
        attempt::Entity::update_many()
            .col_expr(attempt::Column::LockedUntilMicros, Expr::value(until))
            .col_expr(
                attempt::Column::LastAtMicros,
                Expr::value(now.timestamp_micros()),
            )
            .filter(attempt::Column::Id.eq(key))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Attempt::Counted(Turn { count, locks_until }))
    }

    /// Takes back an attempt that was not wrong and proved nothing yet; the others stay counted.
    pub async fn give_back_attempt(&self, key: &str, turn: &Turn) -> Result<(), StoreError> {
        use attempt::Column;
        let transaction = self.connection().begin().await?;
        attempt::Entity::update_many()
            .col_expr(Column::Count, Expr::col(Column::Count).sub(1))
            .filter(Column::Id.eq(key))
            .filter(Column::Count.gt(0))
            .exec(&transaction)
            .await?;
        if let Some(until) = turn.locks_until {
            attempt::Entity::update_many()
                .col_expr(Column::LockedUntilMicros, Expr::value(None::<i64>))
                .filter(Column::Id.eq(key))
                .filter(Column::LockedUntilMicros.eq(until.timestamp_micros()))
                .exec(&transaction)
                .await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Forgets the attempts under a key: somebody has just proven who they are.
    pub async fn forgive_attempts(&self, key: &str) -> Result<(), StoreError> {
        attempt::Entity::delete_by_id(key.to_owned())
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Forgets the attempts left alone since an instant; of how many keys.
    pub async fn purge_attempts(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let deleted = attempt::Entity::delete_many()
            .filter(attempt::Column::LastAtMicros.lt(before.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected)
    }
}
