//! Taking back what was written at once.

use crate::records::{Head, Prepared, lock_head, put_in, write};
use crate::tables::{journal, record};
use crate::{Change, Store, StoreError};
use domain::{Document, Kind};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, TransactionTrait,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Records asked for at once.
const BATCH: usize = 1_000;

/// What taking back did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Undoing {
    /// Records that are again as they were before.
    pub restored: usize,
    /// Records that did not exist before, taken out.
    pub withdrawn: usize,
    /// Records that were changed since, left alone.
    pub kept: usize,
}

impl Store {
    /// Takes back everything that was written together with the first version of a document: each
    /// record becomes again what it was before, or is taken out if it was not there. A record
    /// that was changed since is left alone. The document itself stays; the history keeps
    /// everything. All or nothing.
    ///
    /// What was written together has the same instant and the same function, one entry after the
    /// other: the journal is locked while somebody writes.
    pub async fn take_back<D: Document>(
        &self,
        document: &D,
        change: &Change,
    ) -> Result<Undoing, StoreError> {
        let transaction = self.connection().begin().await?;
        let head = lock_head(&transaction).await?;
        let written = together(&transaction, document.id()).await?;
        let mut undoing = Undoing::default();
        let mut restored = Vec::new();
        let mut withdrawn = Vec::new();
        for chunk in written.chunks(BATCH) {
            let current = current_of(&transaction, chunk).await?;
            let before = before_of(&transaction, chunk).await?;
            for entry in chunk {
                let Some(now) = current
                    .get(&entry.record)
                    .filter(|now| now.version == entry.version)
                else {
                    undoing.kept += 1;
                    continue;
                };
                let Some(kind) = Kind::from_code(&entry.kind) else {
                    undoing.kept += 1;
                    continue;
                };
                let prepared = |payload: String| Prepared {
                    id: entry.record,
                    kind,
                    owner: now.owner.clone(),
                    payload,
                };
                match before.get(&entry.record) {
                    Some(payload) => restored.push(prepared(payload.clone())),
                    None => withdrawn.push((prepared("{}".to_owned()), now.version)),
                }
            }
        }
        undoing.restored = restored.len();
        undoing.withdrawn = withdrawn.len();
        let head = take_out(&transaction, head, &withdrawn, change).await?;
        put_in(&transaction, head, &restored, change).await?;
        transaction.commit().await?;
        Ok(undoing)
    }
}

/// The entries written at once with the first version of a document, which is not among them.
async fn together(
    transaction: &DatabaseTransaction,
    id: Uuid,
) -> Result<Vec<journal::Model>, StoreError> {
    let first = journal::Entity::find()
        .filter(journal::Column::Record.eq(id))
        .order_by_asc(journal::Column::Seq)
        .one(transaction)
        .await?;
    let Some(first) = first else {
        return Ok(Vec::new());
    };
    let candidates = journal::Entity::find()
        .filter(journal::Column::AtMicros.eq(first.at_micros))
        .filter(journal::Column::ByFunction.eq(first.by_function.as_str()))
        .filter(journal::Column::Action.eq("put"))
        .filter(journal::Column::Seq.lt(first.seq))
        .order_by_desc(journal::Column::Seq)
        .all(transaction)
        .await?;
    let mut expected = first.seq;
    let contiguous = candidates.into_iter().take_while(move |entry| {
        expected -= 1;
        entry.seq == expected
    });
    Ok(contiguous.collect())
}

async fn current_of(
    transaction: &DatabaseTransaction,
    entries: &[journal::Model],
) -> Result<HashMap<Uuid, record::Model>, StoreError> {
    let ids = entries.iter().map(|entry| entry.record);
    let rows = record::Entity::find()
        .filter(record::Column::Id.is_in(ids))
        .all(transaction)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// What each record said before its entry, unless it was not there.
async fn before_of(
    transaction: &DatabaseTransaction,
    entries: &[journal::Model],
) -> Result<HashMap<Uuid, String>, StoreError> {
    let until: HashMap<Uuid, i64> = entries.iter().map(|e| (e.record, e.seq)).collect();
    let rows = journal::Entity::find()
        .filter(journal::Column::Record.is_in(until.keys().copied()))
        .order_by_desc(journal::Column::Seq)
        .all(transaction)
        .await?;
    let mut seen = HashSet::new();
    let mut before = HashMap::new();
    for row in rows {
        let is_earlier = until.get(&row.record).is_some_and(|seq| row.seq < *seq);
        if is_earlier && seen.insert(row.record) && row.action == "put" {
            before.extend(row.payload.map(|payload| (row.record, payload)));
        }
    }
    Ok(before)
}

async fn take_out(
    transaction: &DatabaseTransaction,
    mut head: Head,
    withdrawn: &[(Prepared, i32)],
    change: &Change,
) -> Result<Head, StoreError> {
    for chunk in withdrawn.chunks(BATCH) {
        let entries = chunk
            .iter()
            .map(|(nothing, version)| head.append(nothing, version + 1, "withdraw", change));
        write(transaction, entries.collect(), Vec::new()).await?;
        let ids = chunk.iter().map(|(nothing, _)| nothing.id);
        record::Entity::delete_many()
            .filter(record::Column::Id.is_in(ids))
            .exec(transaction)
            .await?;
    }
    Ok(head)
}
