use crate::migrations::Migrator;
use crate::tables::{journal, journal_head, record};
use crate::{StoreError, chain};
use chrono::{DateTime, Utc};
use domain::{Document, Kind, SCHEMA_VERSION, Text};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectOptions, Database, DatabaseConnection,
    DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, TransactionTrait, sea_query::Expr,
};
use sea_orm_migration::MigratorTrait;
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// An open database. Cheap to clone: clones share one pool.
#[derive(Debug, Clone)]
pub struct Store {
    connection: DatabaseConnection,
}

/// Who changes what, when, and why. The function is a role, never a person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The instant of the change.
    pub at: DateTime<Utc>,
    /// The function that makes it.
    pub by: String,
    /// What to tell readers of the history.
    pub note: Option<Text>,
}

/// A document as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<D> {
    /// The document.
    pub document: D,
    /// Its version.
    pub version: u32,
    /// When that version was written.
    pub changed_at: DateTime<Utc>,
}

/// What writing a document did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It did not exist.
    Created,
    /// It was different.
    Updated,
    /// It was the same: nothing was written.
    Unchanged,
}

/// A document ready to be written, whatever its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) owner: String,
    pub(crate) payload: String,
}

impl Prepared {
    /// Serialises a document.
    pub fn new<D: Document>(document: &D) -> Result<Self, StoreError> {
        Ok(Self {
            id: document.id(),
            kind: D::KIND,
            owner: document.owner().to_owned(),
            payload: serde_json::to_string(document).map_err(StoreError::Write)?,
        })
    }

    /// Identifier of the document.
    pub fn id(&self) -> Uuid {
        self.id
    }
}

/// What writing many documents did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PutCounts {
    /// Documents that did not exist.
    pub created: usize,
    /// Documents that were different.
    pub updated: usize,
    /// Documents that were the same.
    pub unchanged: usize,
}

impl FromIterator<Written> for PutCounts {
    fn from_iter<I: IntoIterator<Item = Written>>(written: I) -> Self {
        let mut counts = Self::default();
        for written in written {
            match written {
                Written::Created => counts.created += 1,
                Written::Updated => counts.updated += 1,
                Written::Unchanged => counts.unchanged += 1,
            }
        }
        counts
    }
}

/// Makes the file of a new database before SQLite does, so that its owner alone reads it; SQLite
/// gives what it writes beside it the same rights. What cannot be made, SQLite will tell.
fn keep_for_its_owner(path: &Path) {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// Rows in one INSERT: below the 32,766 bound values SQLite allows.
const BATCH: usize = 1_000;

impl Store {
    /// Opens a database by its address: `sqlite:/path/file` (created if absent) or
    /// `postgres://…`. Runs no migration.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let url = match url.strip_prefix("sqlite:") {
            Some(path) if !path.contains('?') => {
                keep_for_its_owner(Path::new(path));
                format!("sqlite:{path}?mode=rwc")
            }
            _ => url.to_owned(),
        };
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(8)
            .connect_timeout(Duration::from_secs(10))
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|options| {
                options
                    .pragma("journal_mode", "WAL")
                    .pragma("synchronous", "FULL")
                    // What is erased must not stay readable in free pages of the file.
                    .pragma("secure_delete", "ON")
                    .busy_timeout(Duration::from_secs(10))
            });
        Ok(Self {
            connection: Database::connect(options).await?,
        })
    }

    /// Brings the tables to the newest shape; the number of migrations applied.
    pub async fn migrate(&self) -> Result<usize, StoreError> {
        let pending = Migrator::get_pending_migrations(&self.connection).await?;
        Migrator::up(&self.connection, None).await?;
        Ok(pending.len())
    }

    /// Number of migrations not applied yet.
    pub async fn pending_migrations(&self) -> Result<usize, StoreError> {
        Ok(Migrator::get_pending_migrations(&self.connection)
            .await?
            .len())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.connection.ping().await?)
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.connection.close().await?)
    }

    /// Writes one document: a new version if it differs from the current one, else nothing.
    pub async fn put<D: Document>(
        &self,
        document: &D,
        change: &Change,
    ) -> Result<Written, StoreError> {
        let written = self
            .put_prepared(&[Prepared::new(document)?], change)
            .await?;
        Ok(written.first().copied().unwrap_or(Written::Unchanged))
    }

    /// Writes one document if its version is still the expected one: what somebody else wrote in
    /// the meantime is never lost. Version 0 stands for a document that must not exist yet.
    pub async fn put_expecting<D: Document>(
        &self,
        document: &D,
        expected: u32,
        change: &Change,
    ) -> Result<Written, StoreError> {
        let prepared = [(Prepared::new(document)?, expected)];
        let written = self.put_all_expecting(&prepared, change).await?;
        Ok(written.first().copied().unwrap_or(Written::Unchanged))
    }

    /// Writes documents of any kinds, each if its version is still the expected one: all or none.
    pub async fn put_all_expecting(
        &self,
        documents: &[(Prepared, u32)],
        change: &Change,
    ) -> Result<Vec<Written>, StoreError> {
        let (prepared, expected): (Vec<_>, Vec<_>) = documents.iter().cloned().unzip();
        let transaction = self.connection.begin().await?;
        let head = lock_head(&transaction).await?;
        let current = current_versions(&transaction, &prepared).await?;
        for (document, expected) in prepared.iter().zip(expected) {
            let version = current.get(&document.id);
            let version = version.map_or(0, |(version, _)| *version);
            if i64::from(version) != i64::from(expected) {
                return Err(StoreError::Changed);
            }
        }
        let written = put_in(&transaction, head, &prepared, change).await?;
        transaction.commit().await?;
        Ok(written)
    }

    /// Writes many documents of a kind in one transaction: all or none.
    pub async fn put_all<D: Document>(
        &self,
        documents: &[D],
        change: &Change,
    ) -> Result<PutCounts, StoreError> {
        let prepared = documents.iter().map(Prepared::new);
        let prepared = prepared.collect::<Result<Vec<_>, _>>()?;
        let written = self.put_prepared(&prepared, change).await?;
        Ok(written.into_iter().collect())
    }

    /// Writes documents of any kinds in one transaction, all or none; what was done with each,
    /// in order.
    pub async fn put_prepared(
        &self,
        documents: &[Prepared],
        change: &Change,
    ) -> Result<Vec<Written>, StoreError> {
        let transaction = self.connection.begin().await?;
        let head = lock_head(&transaction).await?;
        let outcome = put_in(&transaction, head, documents, change).await?;
        transaction.commit().await?;
        Ok(outcome)
    }

    /// The same, if the documents named are still at the versions that were read: what somebody
    /// else wrote in the meantime is never lost.
    pub async fn put_prepared_over(
        &self,
        documents: &[Prepared],
        read: &BTreeMap<Uuid, u32>,
        change: &Change,
    ) -> Result<Vec<Written>, StoreError> {
        let transaction = self.connection.begin().await?;
        let head = lock_head(&transaction).await?;
        for chunk in documents.chunks(BATCH) {
            let current = current_versions(&transaction, chunk).await?;
            let has_moved = |document: &Prepared| {
                let current = current.get(&document.id).map(|(version, _)| *version);
                let read = read.get(&document.id).copied();
                read.is_some_and(|read| current.map(i64::from) != Some(i64::from(read)))
            };
            if chunk.iter().any(has_moved) {
                return Err(StoreError::Changed);
            }
        }
        let outcome = put_in(&transaction, head, documents, change).await?;
        transaction.commit().await?;
        Ok(outcome)
    }

    /// Takes a record out; its history stays.
    pub async fn withdraw<D: Document>(
        &self,
        document: &D,
        change: &Change,
    ) -> Result<(), StoreError> {
        self.remove(document, "withdraw", None, change).await
    }

    /// The same, if its version is still the expected one: what somebody else wrote in the meantime
    /// is not taken out unseen.
    pub async fn withdraw_expecting<D: Document>(
        &self,
        document: &D,
        expected: u32,
        change: &Change,
    ) -> Result<(), StoreError> {
        self.remove(document, "withdraw", Some(expected), change)
            .await
    }

    /// Takes a record out and erases every payload it ever had; the chain still verifies.
    pub async fn erase<D: Document>(
        &self,
        document: &D,
        change: &Change,
    ) -> Result<(), StoreError> {
        self.remove(document, "erase", None, change).await
    }

    async fn remove<D: Document>(
        &self,
        document: &D,
        action: &str,
        expected: Option<u32>,
        change: &Change,
    ) -> Result<(), StoreError> {
        let transaction = self.connection.begin().await?;
        let mut head = lock_head(&transaction).await?;
        let id = document.id();
        // Only the fact is kept: the entry that takes a record out carries no content.
        let nothing = Prepared {
            payload: "{}".to_owned(),
            ..Prepared::new(document)?
        };
        if let Some(expected) = expected {
            let current = current_versions(&transaction, std::slice::from_ref(&nothing)).await?;
            let version = current.get(&id).map_or(0, |(version, _)| *version);
            if i64::from(version) != i64::from(expected) {
                return Err(StoreError::Changed);
            }
        }
        if action == "erase" {
            journal::Entity::update_many()
                .col_expr(journal::Column::Payload, Expr::value(None::<String>))
                .col_expr(journal::Column::Salt, Expr::value(None::<String>))
                .filter(journal::Column::Record.eq(id))
                .exec(&transaction)
                .await?;
        }
        let last = last_versions(&transaction, [id]).await?;
        let version = last.get(&id).copied().unwrap_or_default() + 1;
        let entry = head.append(&nothing, version, action, change);
        write(&transaction, vec![entry], Vec::new()).await?;
        record::Entity::delete_by_id(id).exec(&transaction).await?;
        head.save(&transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// One document.
    pub async fn get<D: Document>(&self, id: Uuid) -> Result<Option<Record<D>>, StoreError> {
        let row = record::Entity::find_by_id(id)
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .one(&self.connection)
            .await?;
        row.map(read_record).transpose()
    }

    /// Every document of a kind, by identifier.
    pub async fn all<D: Document>(&self) -> Result<Vec<Record<D>>, StoreError> {
        let rows = record::Entity::find()
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .order_by_asc(record::Column::Id)
            .all(&self.connection)
            .await?;
        rows.into_iter().map(read_record).collect()
    }

    /// Every document of a kind that belongs to an owner, by identifier.
    pub async fn all_of<D: Document>(&self, owner: &str) -> Result<Vec<Record<D>>, StoreError> {
        let rows = record::Entity::find()
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .filter(record::Column::Owner.eq(owner))
            .order_by_asc(record::Column::Id)
            .all(&self.connection)
            .await?;
        rows.into_iter().map(read_record).collect()
    }

    /// Number of documents by kind.
    pub async fn counts(&self) -> Result<BTreeMap<&'static str, u64>, StoreError> {
        let mut counts = BTreeMap::new();
        for kind in domain::Kind::ALL {
            let number = record::Entity::find()
                .filter(record::Column::Kind.eq(kind.code()))
                .count(&self.connection)
                .await?;
            counts.insert(kind.code(), number);
        }
        Ok(counts)
    }

    /// Position and hash of the last entry of the journal: changes when anything changes.
    pub async fn head(&self) -> Result<(i64, String), StoreError> {
        let head = journal_head::Entity::find_by_id(1)
            .one(&self.connection)
            .await?;
        Ok(head.map_or((0, String::new()), |head| (head.seq, head.hash)))
    }

    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    pub(crate) async fn current_documents(&self) -> Result<Vec<(Uuid, String)>, StoreError> {
        let rows = record::Entity::find()
            .order_by_asc(record::Column::Id)
            .all(&self.connection)
            .await?;
        Ok(rows.into_iter().map(|row| (row.id, row.document)).collect())
    }
}

/// Writes documents within a transaction that holds the head of the journal.
pub(crate) async fn put_in(
    transaction: &DatabaseTransaction,
    mut head: Head,
    documents: &[Prepared],
    change: &Change,
) -> Result<Vec<Written>, StoreError> {
    let mut outcome = Vec::with_capacity(documents.len());
    for chunk in documents.chunks(BATCH) {
        let current = current_versions(transaction, chunk).await?;
        let ids = chunk.iter().map(|document| document.id);
        let last = last_versions(transaction, ids).await?;
        let mut entries = Vec::new();
        let mut rows = Vec::new();
        for document in chunk {
            let (version, written) = match current.get(&document.id) {
                Some((_, known)) if *known == document.payload => {
                    outcome.push(Written::Unchanged);
                    continue;
                }
                Some((version, _)) => (version + 1, Written::Updated),
                None => {
                    let last = last.get(&document.id).copied().unwrap_or_default();
                    (last + 1, Written::Created)
                }
            };
            outcome.push(written);
            entries.push(head.append(document, version, "put", change));
            rows.push(record_row(document, version, change));
        }
        write(transaction, entries, rows).await?;
    }
    head.save(transaction).await?;
    Ok(outcome)
}

/// The end of the journal, held by the transaction that writes.
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: String,
}

/// Takes the one row that every writer needs, so that writers come one after the other. The
/// update is a real write on purpose: it locks on SQLite as on PostgreSQL.
pub(crate) async fn lock_head(transaction: &DatabaseTransaction) -> Result<Head, StoreError> {
    journal_head::Entity::update_many()
        .col_expr(
            journal_head::Column::Seq,
            Expr::col(journal_head::Column::Seq),
        )
        .filter(journal_head::Column::Id.eq(1))
        .exec(transaction)
        .await?;
    let row = journal_head::Entity::find_by_id(1).one(transaction).await?;
    Ok(row.map_or(
        Head {
            seq: 0,
            hash: String::new(),
        },
        |row| Head {
            seq: row.seq,
            hash: row.hash,
        },
    ))
}

impl Head {
    pub(crate) fn append(
        &mut self,
        document: &Prepared,
        version: i32,
        action: &str,
        change: &Change,
    ) -> journal::Model {
        let payload = document.payload.as_str();
        let salt = Uuid::new_v4().simple().to_string();
        let mut entry = journal::Model {
            seq: self.seq + 1,
            record: document.id,
            kind: document.kind.code().to_owned(),
            version,
            schema_version: SCHEMA_VERSION,
            at_micros: change.at.timestamp_micros(),
            by_function: change.by.clone(),
            action: action.to_owned(),
            note: change.note.as_ref().map(written_note),
            payload_hash: chain::payload_hash(&salt, payload),
            payload: Some(payload.to_owned()),
            salt: Some(salt),
            previous_hash: self.hash.clone(),
            hash: String::new(),
        };
        entry.hash = chain::entry_hash(&entry);
        self.seq = entry.seq;
        self.hash.clone_from(&entry.hash);
        entry
    }

    pub(crate) async fn save(self, transaction: &DatabaseTransaction) -> Result<(), StoreError> {
        journal_head::Entity::update_many()
            .col_expr(journal_head::Column::Seq, Expr::value(self.seq))
            .col_expr(journal_head::Column::Hash, Expr::value(self.hash))
            .filter(journal_head::Column::Id.eq(1))
            .exec(transaction)
            .await?;
        Ok(())
    }
}

async fn current_versions(
    transaction: &DatabaseTransaction,
    documents: &[Prepared],
) -> Result<HashMap<Uuid, (i32, String)>, StoreError> {
    let ids = documents.iter().map(|document| document.id);
    let rows = record::Entity::find()
        .filter(record::Column::Id.is_in(ids))
        .all(transaction)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, (row.version, row.document)))
        .collect())
}

/// The last version each record ever had: one that comes back goes on counting.
async fn last_versions(
    transaction: &DatabaseTransaction,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, i32>, StoreError> {
    let rows: Vec<(Uuid, i32)> = journal::Entity::find()
        .select_only()
        .column(journal::Column::Record)
        .column_as(journal::Column::Version.max(), "last")
        .filter(journal::Column::Record.is_in(ids))
        .group_by(journal::Column::Record)
        .into_tuple()
        .all(transaction)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A note as the journal keeps it: JSON by language.
fn written_note(note: &Text) -> String {
    serde_json::to_string(note).expect("a map of texts is JSON")
}

pub(crate) fn record_row(document: &Prepared, version: i32, change: &Change) -> record::Model {
    record::Model {
        id: document.id,
        kind: document.kind.code().to_owned(),
        owner: document.owner.clone(),
        version,
        schema_version: SCHEMA_VERSION,
        changed_at_micros: change.at.timestamp_micros(),
        document: document.payload.clone(),
    }
}

pub(crate) async fn write(
    transaction: &DatabaseTransaction,
    entries: Vec<journal::Model>,
    rows: Vec<record::Model>,
) -> Result<(), StoreError> {
    if !entries.is_empty() {
        let models = entries
            .into_iter()
            .map(|entry| entry.into_active_model().reset_all());
        journal::Entity::insert_many(models)
            .exec_without_returning(transaction)
            .await?;
    }
    if !rows.is_empty() {
        let replace = OnConflict::column(record::Column::Id)
            .update_columns([
                record::Column::Owner,
                record::Column::Version,
                record::Column::SchemaVersion,
                record::Column::ChangedAtMicros,
                record::Column::Document,
            ])
            .to_owned();
        let models = rows
            .into_iter()
            .map(|row| row.into_active_model().reset_all());
        record::Entity::insert_many(models)
            .on_conflict(replace)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

pub(crate) fn read_record<D: Document>(row: record::Model) -> Result<Record<D>, StoreError> {
    let document = serde_json::from_str(&row.document).map_err(|cause| StoreError::Document {
        id: row.id,
        kind: D::KIND.code(),
        cause,
    })?;
    Ok(Record {
        document,
        version: u32::try_from(row.version).unwrap_or_default(),
        changed_at: DateTime::from_timestamp_micros(row.changed_at_micros).unwrap_or_default(),
    })
}
