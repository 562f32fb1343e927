//! A document whose words depend on those already there, such as the next number of a series.

use crate::records::{Prepared, lock_head, read_record, record_row, write};
use crate::tables::{journal, record};
use crate::{Change, Store, StoreError};
use domain::Document;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, TransactionTrait,
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// What creating a document did.
#[derive(Debug, Clone, PartialEq)]
pub enum Creation<D> {
    /// It was made and written.
    Made(D),
    /// One already bears this identifier: nothing was written.
    Known(D),
}

impl<D> Creation<D> {
    /// The document that is there now.
    pub fn document(self) -> D {
        match self {
            Self::Made(document) | Self::Known(document) => document,
        }
    }
}

impl Store {
    /// Writes a document made from what every document of its kind says, those withdrawn
    /// included; `S` names the fields that matter. Writers come one after the other, so that two
    /// of them never make the same; the same identifier is never written twice.
    pub async fn create<D: Document, S: DeserializeOwned>(
        &self,
        id: Uuid,
        change: &Change,
        make: impl FnOnce(&[S]) -> D,
    ) -> Result<Creation<D>, StoreError> {
        let transaction = self.connection().begin().await?;
        let mut head = lock_head(&transaction).await?;
        let known = record::Entity::find_by_id(id)
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .one(&transaction)
            .await?;
        if let Some(row) = known {
            return Ok(Creation::Known(read_record(row)?.document));
        }
        let said = said::<D, S>(&transaction).await?;
        let document = make(&said);
        let prepared = Prepared::new(&document)?;
        let entry = head.append(&prepared, 1, "put", change);
        let row = record_row(&prepared, 1, change);
        write(&transaction, vec![entry], vec![row]).await?;
        head.save(&transaction).await?;
        transaction.commit().await?;
        Ok(Creation::Made(document))
    }
}

/// What the documents of a kind say, current and withdrawn.
async fn said<D: Document, S: DeserializeOwned>(
    transaction: &DatabaseTransaction,
) -> Result<Vec<S>, StoreError> {
    let current: Vec<(Uuid, String)> = record::Entity::find()
        .select_only()
        .columns([record::Column::Id, record::Column::Document])
        .filter(record::Column::Kind.eq(D::KIND.code()))
        .into_tuple()
        .all(transaction)
        .await?;
    let withdrawn: Vec<Uuid> = journal::Entity::find()
        .select_only()
        .column(journal::Column::Record)
        .filter(journal::Column::Kind.eq(D::KIND.code()))
        .filter(journal::Column::Action.eq("withdraw"))
        .into_tuple()
        .all(transaction)
        .await?;
    let past: Vec<(Uuid, Option<String>)> = journal::Entity::find()
        .select_only()
        .columns([journal::Column::Record, journal::Column::Payload])
        .filter(journal::Column::Record.is_in(withdrawn))
        .filter(journal::Column::Action.eq("put"))
        .into_tuple()
        .all(transaction)
        .await?;
    let past = past.into_iter().filter_map(|(id, text)| Some((id, text?)));
    let all = current.into_iter().chain(past);
    all.map(|(id, text)| read::<D, S>(id, &text)).collect()
}

fn read<D: Document, S: DeserializeOwned>(id: Uuid, text: &str) -> Result<S, StoreError> {
    serde_json::from_str(text).map_err(|cause| StoreError::Document {
        id,
        kind: D::KIND.code(),
        cause,
    })
}
