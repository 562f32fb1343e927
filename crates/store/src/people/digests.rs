use super::instant;
use crate::tables::people::digest;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// What became of the letters of a week: numbers, and no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Slug of the authority.
    pub authority: String,
    /// The week, such as `2026-W48`.
    pub week: String,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// Letters that went out.
    pub sent: u32,
    /// Letters that did not.
    pub failed: u32,
    /// Code of the first fault.
    pub fault: Option<String>,
}

impl Store {
    /// Takes the letters of a week upon oneself: whether nobody else did.
    pub async fn claim_digest(
        &self,
        authority: &str,
        week: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row = digest::Model {
            authority: authority.to_owned(),
            week: week.to_owned(),
            at_micros: at.timestamp_micros(),
            sent: 0,
            failed: 0,
            fault: None,
        };
        let once = OnConflict::columns([digest::Column::Authority, digest::Column::Week])
            .do_nothing()
            .to_owned();
        let inserted = digest::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(once)
            .exec_without_returning(self.connection())
            .await?;
        Ok(inserted == 1)
    }

    /// Tells what became of the letters of a week.
    pub async fn tell_digest(&self, told: &Digest) -> Result<(), StoreError> {
        use digest::Column;
        let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        digest::Entity::update_many()
            .col_expr(Column::Sent, Expr::value(number(told.sent)))
            .col_expr(Column::Failed, Expr::value(number(told.failed)))
            .col_expr(Column::Fault, Expr::value(told.fault.clone()))
            .filter(Column::Authority.eq(&told.authority))
            .filter(Column::Week.eq(&told.week))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// The last letters of an authority, if there were any.
    pub async fn last_digest(&self, authority: &str) -> Result<Option<Digest>, StoreError> {
        let row = digest::Entity::find()
            .filter(digest::Column::Authority.eq(authority))
            .order_by_desc(digest::Column::AtMicros)
            .one(self.connection())
            .await?;
        Ok(row.map(|row| Digest {
            authority: row.authority,
            week: row.week,
            at: instant(row.at_micros),
            sent: u32::try_from(row.sent).unwrap_or_default(),
            failed: u32::try_from(row.failed).unwrap_or_default(),
            fault: row.fault,
        }))
    }
}
