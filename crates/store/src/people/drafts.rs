use super::instant;
use crate::tables::people::draft;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A declaration that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its identifier, part of its address.
    pub id: Uuid,
    /// Who writes it.
    pub account: Uuid,
    /// For which authority.
    pub authority: String,
    /// What was typed, by field, as it was typed.
    pub answers: BTreeMap<String, String>,
    /// When it was last saved.
    pub changed_at: DateTime<Utc>,
}

impl Store {
    /// Saves a draft, new or changed.
    pub async fn put_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        let row = draft::Model {
            id: draft.id,
            account: draft.account,
            authority: draft.authority.clone(),
            answers: serde_json::to_string(&draft.answers).map_err(StoreError::Write)?,
            changed_at_micros: draft.changed_at.timestamp_micros(),
        };
        let replace = OnConflict::column(draft::Column::Id)
            .update_columns([draft::Column::Answers, draft::Column::ChangedAtMicros])
            .to_owned();
        draft::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(replace)
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// A draft of a person; nobody else reads it.
    pub async fn draft(&self, id: Uuid, account: Uuid) -> Result<Option<Draft>, StoreError> {
        let row = draft::Entity::find_by_id(id)
            .filter(draft::Column::Account.eq(account))
            .one(self.connection())
            .await?;
        row.map(read).transpose()
    }

    /// The drafts of a person, the latest first.
    pub async fn drafts_of(&self, account: Uuid) -> Result<Vec<Draft>, StoreError> {
        let rows = draft::Entity::find()
            .filter(draft::Column::Account.eq(account))
            .order_by_desc(draft::Column::ChangedAtMicros)
            .all(self.connection())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Deletes a draft of a person; whether there was one.
    pub async fn delete_draft(&self, id: Uuid, account: Uuid) -> Result<bool, StoreError> {
        let deleted = draft::Entity::delete_many()
            .filter(draft::Column::Id.eq(id))
            .filter(draft::Column::Account.eq(account))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected == 1)
    }

    /// Deletes the drafts left alone since an instant; how many.
    pub async fn purge_drafts(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let deleted = draft::Entity::delete_many()
            .filter(draft::Column::ChangedAtMicros.lt(before.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected)
    }
}

fn read(row: draft::Model) -> Result<Draft, StoreError> {
    let answers = serde_json::from_str(&row.answers).map_err(|cause| StoreError::Document {
        id: row.id,
        kind: "draft",
        cause,
    })?;
    Ok(Draft {
        id: row.id,
        account: row.account,
        authority: row.authority,
        answers,
        changed_at: instant(row.changed_at_micros),
    })
}
