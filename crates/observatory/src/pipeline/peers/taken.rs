//! What a harvest brings, against what is here.

use crate::clock;
use crate::exchange::{self, Change, NotTaken, Peer};
use crate::instance::{Instance, change};
use anyhow::Result;
use chrono::NaiveDate;
use domain::{ImportRun, Imported, Language, PeerRecord, Publisher, Reported};
use publish::sha256;
use std::collections::{HashMap, HashSet};
use store::Prepared;
use uuid::Uuid;

/// What a harvest brings, against what is here.
pub(super) struct Taken {
    documents: Vec<PeerRecord>,
    refused: Vec<NotTaken>,
    counts: Imported,
}

impl Taken {
    pub(super) async fn of(
        instance: &Instance,
        publisher: &Publisher,
        names: &exchange::Names,
        read: &exchange::Read,
    ) -> Result<Self> {
        let today = instance.today().await?;
        let known = instance.store.all::<PeerRecord>().await?;
        let known = known.into_iter().map(|record| record.document);
        let known: HashMap<Uuid, PeerRecord> = known.map(|peer| (peer.id, peer)).collect();
        let mut taken = Self {
            documents: Vec::new(),
            refused: Vec::new(),
            counts: Imported::default(),
        };
        let mut listed = HashSet::new();
        let mut seen = HashSet::new();
        // A line may come twice: the last one holds.
        for line in read.changes.iter().rev() {
            taken.counts.read += 1;
            match line {
                Change::Refused(fault) => taken.refused.push(fault.clone()),
                Change::Gone { uri, at } => {
                    let id = exchange::identifier(uri);
                    if seen.insert(id) {
                        taken.go(known.get(&id), publisher, at.date_naive().min(today));
                    }
                }
                Change::Record { uri, record, .. } => {
                    let id = exchange::identifier(uri);
                    if seen.insert(id) {
                        listed.insert(id);
                        let record = exchange::taken(&publisher.slug, uri, record, names, today);
                        taken.come(known.get(&id), record);
                    }
                }
            }
        }
        if read.is_whole {
            let lost = known.values().filter(|peer| {
                peer.publisher == publisher.slug
                    && !listed.contains(&peer.id)
                    && !seen.contains(&peer.id)
            });
            for peer in lost {
                taken.go(Some(peer), publisher, today);
            }
        }
        taken.documents.sort_by(|a, b| a.key.cmp(&b.key));
        taken.counts.refused = taken.refused.len();
        Ok(taken)
    }

    /// A record is there.
    fn come(&mut self, before: Option<&PeerRecord>, record: Result<PeerRecord, NotTaken>) {
        match (before, record) {
            (_, Err(fault)) => self.refused.push(fault),
            (None, Ok(record)) => {
                self.counts.imported += 1;
                self.documents.push(record);
            }
            (Some(before), Ok(record)) if exchange::is_same(before, &record) => {
                self.counts.unchanged += 1;
            }
            (Some(before), Ok(record)) => {
                self.counts.updated += 1;
                self.documents.push(PeerRecord {
                    first_seen: before.first_seen,
                    // One address is one record: who told it first is who is named.
                    publisher: before.publisher.clone(),
                    ..record
                });
            }
        }
    }

    /// A record is no longer public.
    fn go(&mut self, before: Option<&PeerRecord>, publisher: &Publisher, on: NaiveDate) {
        let Some(before) = before else { return };
        if before.gone_since.is_some() || before.publisher != publisher.slug {
            return;
        }
        self.counts.gone += 1;
        self.documents.push(PeerRecord {
            gone_since: Some(on),
            ..before.clone()
        });
    }

    /// Writes everything, or nothing when nothing changed.
    pub(super) async fn write(
        self,
        instance: &Instance,
        publisher: &Publisher,
        peer: &Peer,
        language: Language,
    ) -> Result<Imported> {
        let library = instance.library();
        let words = &library.words;
        let reported = self.refused.iter().enumerate().map(|(at, fault)| Reported {
            row: at + 1,
            column: fault.uri.clone(),
            problem: words.remark(language, &fault.remark),
            hint: words.hint(language, &fault.remark),
            count: 1,
        });
        let result = Imported {
            changed: std::collections::BTreeMap::new(),
            reported: reported.collect(),
            ..self.counts
        };
        if self.documents.is_empty() {
            return Ok(result);
        }
        let mut documents = Vec::with_capacity(self.documents.len() + 2);
        let renewed = Publisher {
            imported_on: Some(instance.today().await?),
            edition: publisher.edition.clone(),
            ..super::publisher(
                peer,
                publisher.slug.clone(),
                &publisher.country,
                Some(publisher),
            )
        };
        documents.push(Prepared::new(&renewed)?);
        let written = serde_json::to_string(&self.documents)?;
        for record in &self.documents {
            documents.push(Prepared::new(record)?);
        }
        documents.push(Prepared::new(&run(peer, publisher, &written, &result))?);
        instance
            .store
            .put_prepared(&documents, &change("lead"))
            .await?;
        Ok(result)
    }
}

/// The harvest, kept so that it can be explained.
fn run(peer: &Peer, publisher: &Publisher, written: &str, result: &Imported) -> ImportRun {
    ImportRun {
        id: Uuid::now_v7(),
        at: clock::now(),
        format: publish::api::FORMAT.to_owned(),
        file: peer.api.clone(),
        sha256: sha256(written.as_bytes()),
        owner: publisher.slug.clone(),
        result: result.clone(),
        undone: None,
    }
}
