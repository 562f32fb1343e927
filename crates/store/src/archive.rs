//! The portable copy: the journal as one JSON object a line. It restores on either engine, and
//! the current records are rebuilt from it, so a copy that verifies is the whole observatory.

use crate::records::{lock_head, write};
use crate::tables::{journal, record};
use crate::{Store, StoreError, chain};
use sea_orm::TransactionTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, Write};
use uuid::Uuid;

/// What two equal observatories have in common, whatever their engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveDigest {
    /// Entries of the journal.
    pub entries: i64,
    /// Hash of the last entry.
    pub head: String,
    /// SHA-256 over the current documents in the order of their identifiers.
    pub documents: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seq: i64,
    record: Uuid,
    kind: String,
    owner: String,
    version: i32,
    schema_version: i32,
    at_micros: i64,
    by: String,
    action: String,
    note: Option<String>,
    payload: Option<String>,
    salt: Option<String>,
    payload_hash: String,
    previous_hash: String,
    hash: String,
}

impl Store {
    /// The digest of what is stored now.
    pub async fn digest(&self) -> Result<ArchiveDigest, StoreError> {
        let (entries, head) = self.head().await?;
        let mut hasher = Sha256::new();
        for (id, document) in self.current_documents().await? {
            hasher.update(id.as_bytes());
            hasher.update(chain::hex(document));
        }
        let documents = hasher
            .finalize()
            .iter()
            .fold(String::new(), |mut out, byte| {
                let _ = write!(out, "{byte:02x}");
                out
            });
        Ok(ArchiveDigest {
            entries,
            head,
            documents,
        })
    }

    /// Writes the whole journal, one entry a line.
    pub async fn export(&self, out: &mut (dyn Write + Send)) -> Result<(), StoreError> {
        let owners = self.owners().await?;
        let mut after = 0;
        loop {
            let page = self.journal_page(after).await?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            after = last.seq;
            for entry in page {
                let owner = owners.get(&entry.record).cloned().unwrap_or_default();
                let line = serde_json::to_string(&line(entry, owner)).map_err(StoreError::Write)?;
                out.write_all(line.as_bytes())?;
                out.write_all(b"\n")?;
            }
        }
    }

    /// Fills an empty database from an archive; refuses one that holds anything.
    pub async fn import(&self, archive: &mut (dyn BufRead + Send)) -> Result<(), StoreError> {
        let transaction = self.connection().begin().await?;
        let mut head = lock_head(&transaction).await?;
        if head.seq != 0 {
            return Err(StoreError::NotEmpty);
        }
        let mut current: BTreeMap<Uuid, record::Model> = BTreeMap::new();
        let mut entries = Vec::new();
        for (index, line) in archive.lines().enumerate() {
            let line: Line = serde_json::from_str(&line?).map_err(|error| StoreError::Archive {
                line: index + 1,
                problem: error.to_string(),
            })?;
            replay(&mut current, &line);
            let entry = entry(line);
            head.seq = entry.seq;
            head.hash.clone_from(&entry.hash);
            entries.push(entry);
            if entries.len() == 1_000 {
                write(&transaction, std::mem::take(&mut entries), Vec::new()).await?;
            }
        }
        write(&transaction, entries, Vec::new()).await?;
        let rows: Vec<_> = current.into_values().collect();
        for chunk in rows.chunks(1_000) {
            write(&transaction, Vec::new(), chunk.to_vec()).await?;
        }
        head.save(&transaction).await?;
        Ok(transaction.commit().await?)
    }

    async fn owners(&self) -> Result<BTreeMap<Uuid, String>, StoreError> {
        use sea_orm::EntityTrait;
        let rows = record::Entity::find().all(self.connection()).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.owner)).collect())
    }
}

fn replay(current: &mut BTreeMap<Uuid, record::Model>, line: &Line) {
    let Some(payload) = line.payload.clone().filter(|_| line.action == "put") else {
        current.remove(&line.record);
        return;
    };
    current.insert(
        line.record,
        record::Model {
            id: line.record,
            kind: line.kind.clone(),
            owner: line.owner.clone(),
            version: line.version,
            schema_version: line.schema_version,
            changed_at_micros: line.at_micros,
            document: payload,
        },
    );
}

fn line(entry: journal::Model, owner: String) -> Line {
    Line {
        seq: entry.seq,
        record: entry.record,
        kind: entry.kind,
        owner,
        version: entry.version,
        schema_version: entry.schema_version,
        at_micros: entry.at_micros,
        by: entry.by_function,
        action: entry.action,
        note: entry.note,
        payload: entry.payload,
        salt: entry.salt,
        payload_hash: entry.payload_hash,
        previous_hash: entry.previous_hash,
        hash: entry.hash,
    }
}

fn entry(line: Line) -> journal::Model {
    journal::Model {
        seq: line.seq,
        record: line.record,
        kind: line.kind,
        version: line.version,
        schema_version: line.schema_version,
        at_micros: line.at_micros,
        by_function: line.by,
        action: line.action,
        note: line.note,
        payload: line.payload,
        salt: line.salt,
        payload_hash: line.payload_hash,
        previous_hash: line.previous_hash,
        hash: line.hash,
    }
}
