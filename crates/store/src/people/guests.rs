//! Those who declare one use without an account. Their address is not here: a hash of it is.

use super::instant;
use crate::tables::people::guest;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Somebody to whom an authority sent a link, to declare one use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Who, drawn at random: what the sessions, links and drafts of the guest belong to.
    pub id: Uuid,
    /// Hash of their address and of the authority.
    pub key: String,
    /// The authority.
    pub authority: String,
    /// The declaration they may write.
    pub draft: Uuid,
    /// When they last asked for a link or opened one.
    pub seen_at: DateTime<Utc>,
}

impl Store {
    /// The guest of a key, as known already, else the one that is given.
    pub async fn receive_guest(&self, new: &Guest) -> Result<Guest, StoreError> {
        let row = guest::Model {
            id: new.id,
            key: new.key.clone(),
            authority: new.authority.clone(),
            draft: new.draft,
            seen_at_micros: new.seen_at.timestamp_micros(),
        };
        let seen = OnConflict::column(guest::Column::Key)
            .update_column(guest::Column::SeenAtMicros)
            .to_owned();
        guest::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(seen)
            .exec_without_returning(self.connection())
            .await?;
        let known = self.guest_of(&new.key).await?;
        known.ok_or_else(|| sea_orm::DbErr::RecordNotFound("guest".to_owned()).into())
    }

    /// The guest of a key.
    pub async fn guest_of(&self, key: &str) -> Result<Option<Guest>, StoreError> {
        let row = guest::Entity::find()
            .filter(guest::Column::Key.eq(key))
            .one(self.connection())
            .await?;
        Ok(row.map(read))
    }

    /// A guest.
    pub async fn guest(&self, id: Uuid) -> Result<Option<Guest>, StoreError> {
        let row = guest::Entity::find_by_id(id).one(self.connection()).await?;
        Ok(row.map(read))
    }

    /// Takes what was made of their address off a guest, for another key that tells nothing: they
    /// are not found again by their address.
    pub async fn forget_guest_key(&self, id: Uuid, key: &str) -> Result<(), StoreError> {
        guest::Entity::update_many()
            .col_expr(guest::Column::Key, Expr::value(key))
            .filter(guest::Column::Id.eq(id))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Guests who were not seen since an instant.
    pub async fn guests_unseen_since(&self, at: DateTime<Utc>) -> Result<Vec<Uuid>, StoreError> {
        let rows = guest::Entity::find()
            .select_only()
            .column(guest::Column::Id)
            .filter(guest::Column::SeenAtMicros.lt(at.timestamp_micros()))
            .into_tuple()
            .all(self.connection())
            .await?;
        Ok(rows)
    }
}

fn read(row: guest::Model) -> Guest {
    Guest {
        id: row.id,
        key: row.key,
        authority: row.authority,
        draft: row.draft,
        seen_at: instant(row.seen_at_micros),
    }
}
