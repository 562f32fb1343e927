use crate::tables::upload;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

/// A file sent from a browser that waits for somebody to say what to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its identifier, part of its address.
    pub id: Uuid,
    /// Who sent it.
    pub account: Uuid,
    /// For which authority.
    pub authority: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

impl Store {
    /// Keeps a file.
    pub async fn put_upload(&self, upload: &Upload) -> Result<(), StoreError> {
        let row = upload::Model {
            id: upload.id,
            account: upload.account,
            authority: upload.authority.clone(),
            file: upload.file.clone(),
            bytes: upload.bytes.clone(),
            sent_at_micros: upload.sent_at.timestamp_micros(),
        };
        upload::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// A file that a person sent; nobody else reads it.
    pub async fn upload(&self, id: Uuid, account: Uuid) -> Result<Option<Upload>, StoreError> {
        let row = upload::Entity::find_by_id(id)
            .filter(upload::Column::Account.eq(account))
            .one(self.connection())
            .await?;
        Ok(row.map(|row| Upload {
            id: row.id,
            account: row.account,
            authority: row.authority,
            file: row.file,
            bytes: row.bytes,
            sent_at: DateTime::from_timestamp_micros(row.sent_at_micros).unwrap_or_default(),
        }))
    }

    /// The files that a person sent, the latest first, without their content: identifier,
    /// authority, name, instant.
    pub async fn uploads_of(
        &self,
        account: Uuid,
    ) -> Result<Vec<(Uuid, String, String, DateTime<Utc>)>, StoreError> {
        let rows: Vec<(Uuid, String, String, i64)> = upload::Entity::find()
            .select_only()
            .column(upload::Column::Id)
            .column(upload::Column::Authority)
            .column(upload::Column::File)
            .column(upload::Column::SentAtMicros)
            .filter(upload::Column::Account.eq(account))
            .order_by_desc(upload::Column::SentAtMicros)
            .into_tuple()
            .all(self.connection())
            .await?;
        let instant = |micros| DateTime::from_timestamp_micros(micros).unwrap_or_default();
        let rows = rows.into_iter();
        Ok(rows
            .map(|(id, authority, file, at)| (id, authority, file, instant(at)))
            .collect())
    }

    /// Deletes a file that a person sent; whether there was one.
    pub async fn delete_upload(&self, id: Uuid, account: Uuid) -> Result<bool, StoreError> {
        let deleted = upload::Entity::delete_many()
            .filter(upload::Column::Id.eq(id))
            .filter(upload::Column::Account.eq(account))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected == 1)
    }

    /// Deletes the files sent before an instant; how many.
    pub async fn purge_uploads(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let deleted = upload::Entity::delete_many()
            .filter(upload::Column::SentAtMicros.lt(before.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected)
    }
}
