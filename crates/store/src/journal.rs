use crate::tables::{journal, record};
use crate::{Store, StoreError, chain};
use chrono::{DateTime, Utc};
use domain::{Document, Kind, Text};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// One version of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<D> {
    /// Position in the journal.
    pub seq: i64,
    /// 1, 2, 3…
    pub version: u32,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The function that wrote it.
    pub by: String,
    /// What the author said of the change.
    pub note: Option<Text>,
    /// The document; `None` once erased, or when the record was withdrawn.
    pub document: Option<D>,
}

/// A record that was taken out and did not come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// Its identifier.
    pub record: Uuid,
    /// Position of its last entry in the journal.
    pub seq: i64,
    /// When it was taken out.
    pub at: DateTime<Utc>,
    /// Whether its content was erased too, so that nobody can tell what it was.
    pub is_erased: bool,
}

/// What is wrong with an entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalFault {
    /// Its hash does not follow from its content.
    Altered {
        /// Position in the journal.
        seq: i64,
    },
    /// Its payload does not match its hash.
    PayloadAltered {
        /// Position in the journal.
        seq: i64,
    },
    /// It does not follow the entry before it: one was removed, added or moved.
    Broken {
        /// Position in the journal.
        seq: i64,
    },
    /// Its payload is gone but no erasure says so.
    PayloadMissing {
        /// Position in the journal.
        seq: i64,
    },
    /// The current document of a record is not the last one of the journal.
    RecordDiffers {
        /// The record.
        record: Uuid,
    },
    /// The head does not match the last entry: the end of the journal was cut.
    HeadDiffers,
}

/// Outcome of reading the whole journal again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JournalReport {
    /// Entries read.
    pub entries: u64,
    /// Entries whose payload was erased, with an erasure that says so.
    pub erased: u64,
    /// Everything that is wrong.
    pub faults: Vec<JournalFault>,
    /// Hash of the last entry.
    pub head: String,
}

const PAGE: u64 = 2_000;
/// Records asked for at once.
const BATCH: usize = 1_000;

impl Store {
    /// Every version of a record, oldest first.
    pub async fn history<D: Document>(&self, id: Uuid) -> Result<Vec<Entry<D>>, StoreError> {
        let rows = journal::Entity::find()
            .filter(journal::Column::Record.eq(id))
            .order_by_asc(journal::Column::Seq)
            .all(self.connection())
            .await?;
        rows.into_iter()
            .filter(|row| row.action != "erase")
            .map(entry)
            .collect()
    }

    /// Every version of every record of a kind, oldest first, by record.
    pub async fn histories<D: Document>(
        &self,
    ) -> Result<BTreeMap<Uuid, Vec<Entry<D>>>, StoreError> {
        let rows = journal::Entity::find()
            .filter(journal::Column::Kind.eq(D::KIND.code()))
            .order_by_asc(journal::Column::Seq)
            .all(self.connection())
            .await?;
        let mut histories: BTreeMap<Uuid, Vec<Entry<D>>> = BTreeMap::new();
        for row in rows.into_iter().filter(|row| row.action != "erase") {
            let record = row.record;
            histories.entry(record).or_default().push(entry(row)?);
        }
        Ok(histories)
    }

    /// Every version of the records of a kind that have several, oldest first, by record.
    pub async fn changed_histories<D: Document>(
        &self,
    ) -> Result<BTreeMap<Uuid, Vec<Entry<D>>>, StoreError> {
        let ids: Vec<Uuid> = record::Entity::find()
            .select_only()
            .column(record::Column::Id)
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .filter(record::Column::Version.gt(1))
            .into_tuple()
            .all(self.connection())
            .await?;
        let mut histories: BTreeMap<Uuid, Vec<Entry<D>>> = BTreeMap::new();
        for chunk in ids.chunks(BATCH) {
            let rows = journal::Entity::find()
                .filter(journal::Column::Record.is_in(chunk.iter().copied()))
                .order_by_asc(journal::Column::Seq)
                .all(self.connection())
                .await?;
            for row in rows.into_iter().filter(|row| row.action != "erase") {
                let record = row.record;
                histories.entry(record).or_default().push(entry(row)?);
            }
        }
        Ok(histories)
    }

    /// Whether anything was written after a position that is of none of these kinds.
    pub async fn has_written_since(&self, seq: i64, except: &[Kind]) -> Result<bool, StoreError> {
        let except = except.iter().map(|kind| kind.code());
        let found = journal::Entity::find()
            .select_only()
            .column(journal::Column::Seq)
            .filter(journal::Column::Seq.gt(seq))
            .filter(journal::Column::Kind.is_not_in(except))
            .limit(1)
            .into_tuple::<i64>()
            .one(self.connection())
            .await?;
        Ok(found.is_some())
    }

    /// What was written of a kind after a position, oldest first.
    pub async fn entries_since<D: Document>(&self, seq: i64) -> Result<Vec<Entry<D>>, StoreError> {
        let rows = journal::Entity::find()
            .filter(journal::Column::Seq.gt(seq))
            .filter(journal::Column::Kind.eq(D::KIND.code()))
            .order_by_asc(journal::Column::Seq)
            .all(self.connection())
            .await?;
        rows.into_iter().map(entry).collect()
    }

    /// Every record of a kind that was taken out and did not come back, by position.
    pub async fn removals<D: Document>(&self) -> Result<Vec<Removal>, StoreError> {
        let rows = journal::Entity::find()
            .filter(journal::Column::Kind.eq(D::KIND.code()))
            .filter(journal::Column::Action.ne("put"))
            .order_by_asc(journal::Column::Seq)
            .all(self.connection())
            .await?;
        let kept: HashSet<Uuid> = record::Entity::find()
            .select_only()
            .column(record::Column::Id)
            .filter(record::Column::Kind.eq(D::KIND.code()))
            .into_tuple::<Uuid>()
            .all(self.connection())
            .await?
            .into_iter()
            .collect();
        let mut removals: BTreeMap<Uuid, Removal> = BTreeMap::new();
        for row in rows.into_iter().filter(|row| !kept.contains(&row.record)) {
            let was_erased = removals.get(&row.record).is_some_and(|r| r.is_erased);
            let removal = Removal {
                record: row.record,
                seq: row.seq,
                at: DateTime::from_timestamp_micros(row.at_micros).unwrap_or_default(),
                is_erased: was_erased || row.action == "erase",
            };
            removals.insert(row.record, removal);
        }
        let mut removals: Vec<_> = removals.into_values().collect();
        removals.sort_by_key(|removal| removal.seq);
        Ok(removals)
    }

    /// Reads the journal from its first entry and reports everything that does not hold.
    pub async fn verify_journal(&self) -> Result<JournalReport, StoreError> {
        let mut check = Check::default();
        let mut after = 0;
        loop {
            let page = self.journal_page(after).await?;
            let Some(last) = page.last() else { break };
            after = last.seq;
            for entry in &page {
                check.entry(entry);
            }
        }
        let (seq, hash) = self.head().await?;
        if (seq, hash.as_str()) != (after, check.report.head.as_str()) {
            check.report.faults.push(JournalFault::HeadDiffers);
        }
        check.missing_payloads();
        for (id, document) in self.current_documents().await? {
            if check.last.remove(&id).as_ref() != Some(&chain::hex(&document)) {
                let fault = JournalFault::RecordDiffers { record: id };
                check.report.faults.push(fault);
            }
        }
        for record in check.last.into_keys() {
            let fault = JournalFault::RecordDiffers { record };
            check.report.faults.push(fault);
        }
        Ok(check.report)
    }

    /// Entries that follow a position, at most one page.
    pub(crate) async fn journal_page(&self, after: i64) -> Result<Vec<journal::Model>, StoreError> {
        let page = journal::Entity::find()
            .filter(journal::Column::Seq.gt(after))
            .order_by_asc(journal::Column::Seq)
            .limit(PAGE)
            .all(self.connection())
            .await?;
        Ok(page)
    }
}

#[derive(Default)]
struct Check {
    report: JournalReport,
    /// Position and record of the entries that have no payload.
    missing: Vec<(i64, Uuid)>,
    /// Last erasure of each record.
    erasures: BTreeMap<Uuid, i64>,
    /// Hash of the last document of each record that still exists.
    last: BTreeMap<Uuid, String>,
    seq: i64,
}

impl Check {
    fn entry(&mut self, entry: &journal::Model) {
        let seq = entry.seq;
        if entry.previous_hash != self.report.head || seq != self.seq + 1 {
            self.report.faults.push(JournalFault::Broken { seq });
        }
        if chain::entry_hash(entry) != entry.hash {
            self.report.faults.push(JournalFault::Altered { seq });
        }
        match (&entry.payload, &entry.salt) {
            (Some(payload), Some(salt)) => {
                if chain::payload_hash(salt, payload) != entry.payload_hash {
                    self.report
                        .faults
                        .push(JournalFault::PayloadAltered { seq });
                }
            }
            _ => self.missing.push((seq, entry.record)),
        }
        match entry.action.as_str() {
            "put" => {
                let document = entry.payload.as_deref().unwrap_or_default();
                self.last.insert(entry.record, chain::hex(document));
            }
            "erase" => {
                self.erasures.insert(entry.record, seq);
                self.last.remove(&entry.record);
            }
            _ => {
                self.last.remove(&entry.record);
            }
        }
        self.report.entries += 1;
        self.report.head.clone_from(&entry.hash);
        self.seq = seq;
    }

    fn missing_payloads(&mut self) {
        for (seq, record) in &self.missing {
            if self.erasures.get(record).is_some_and(|erased| erased > seq) {
                self.report.erased += 1;
            } else {
                let fault = JournalFault::PayloadMissing { seq: *seq };
                self.report.faults.push(fault);
            }
        }
    }
}

fn entry<D: Document>(row: journal::Model) -> Result<Entry<D>, StoreError> {
    let document = match (row.action.as_str(), &row.payload) {
        ("put", Some(payload)) => {
            Some(
                serde_json::from_str(payload).map_err(|cause| StoreError::Document {
                    id: row.record,
                    kind: D::KIND.code(),
                    cause,
                })?,
            )
        }
        _ => None,
    };
    Ok(Entry {
        seq: row.seq,
        version: u32::try_from(row.version).unwrap_or_default(),
        at: DateTime::from_timestamp_micros(row.at_micros).unwrap_or_default(),
        by: row.by_function,
        note: row.note.and_then(|note| serde_json::from_str(&note).ok()),
        document,
    })
}
