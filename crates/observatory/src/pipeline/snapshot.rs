//! From the database to the public snapshot.

use super::law::{self, PublicLaw};
use crate::clock;
use crate::instance::Instance;
use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Authority, Document, Kind, Message, PeerRecord, UseCase};
use footprint::Method;
use publish::{Holdings, PublicUse, RemovedUse, Snapshot, UseHistory, UseVersion};
use reference::Reference;
use store::Entry;

/// Builds the snapshot of everything that is stored now.
pub async fn build(instance: &Instance) -> Result<Snapshot> {
    of(instance, use_histories(instance).await?).await
}

/// Whether something was written after a position of the journal that the public may see: what a
/// stranger sends, and what explains an import, change no page. A message that is more than
/// received was taken in hand: its summary may have changed.
pub async fn has_moved(instance: &Instance, since: i64) -> Result<bool> {
    let store = &instance.store;
    if store.head().await?.0 == since {
        return Ok(false);
    }
    let unseen = [Kind::Message, Kind::ImportRun, Kind::Mapping];
    if store.has_written_since(since, &unseen).await? {
        return Ok(true);
    }
    let messages = store.entries_since::<Message>(since).await?;
    Ok(messages.iter().any(|entry| entry.version > 1))
}

/// Builds the snapshot as it would be if a record were published as given here.
pub async fn preview(instance: &Instance, record: &UseCase, at: DateTime<Utc>) -> Result<Snapshot> {
    let mut uses = use_histories(instance).await?;
    let mut all = uses.iter_mut();
    let history = all.find(|history| {
        let last = history.versions.last();
        last.is_some_and(|version| version.use_case.id == record.id)
    });
    if let Some(history) = history {
        let last = history.versions.last().map_or(0, |version| version.version);
        history.versions.push(UseVersion {
            version: last + 1,
            position: i64::MAX,
            at,
            by: "lead".to_owned(),
            note: None,
            use_case: record.clone(),
        });
    }
    of(instance, uses).await
}

async fn of(instance: &Instance, uses: Vec<UseHistory>) -> Result<Snapshot> {
    let (journal, _) = instance.store.head().await?;
    let authorities: Vec<Authority> = all(instance).await?;
    let library = instance.library();
    let staff_below = library.reference.follow_up.small_staff;
    let small = authorities.iter();
    let small = small.filter(|authority| authority.is_small(staff_below));
    let holdings = Holdings {
        small_authorities: small.map(|authority| authority.slug.clone()).collect(),
        authorities,
        departments: all(instance).await?,
        tools: all(instance).await?,
        models: all(instance).await?,
        suppliers: all(instance).await?,
        uses,
        removed: removed(instance).await?,
        publishers: all(instance).await?,
        peers: all(instance).await?,
        peer_versions: peer_versions(instance).await?,
        editions: all(instance).await?,
        messages: all(instance).await?,
    };
    let today = instance.today().await?;
    let visibility = &library.reference.visibility;
    let mut snapshot = Snapshot::build(holdings, visibility, today, journal);
    snapshot.copies = super::peers::freshness(instance).await?;
    snapshot.infer_tasks(&library.reference.task_rules);
    add_footprints(&mut snapshot);
    add_assessments(&mut snapshot, &library.reference);
    super::reliance::add_to(&mut snapshot, &library.reference);
    Ok(snapshot)
}

/// Estimates what the public may see of each record, under the newest revision of the method.
fn add_footprints(snapshot: &mut Snapshot) {
    let method = Method::embedded();
    snapshot.footprint_method = evaluate::footprint_method(method);
    let Some(revision) = method.newest() else {
        return;
    };
    let finding = |public: &PublicUse| {
        let use_case = &public.use_case;
        let tool = use_case.tool.as_ref();
        let tool = tool.and_then(|key| snapshot.tools.get(key));
        let finding = evaluate::footprint_of(use_case, tool, revision)?;
        Some((use_case.reference.clone(), finding))
    };
    snapshot.footprints = snapshot.uses.iter().filter_map(finding).collect();
}

/// Reads every rule on what the public may see of each record that is published whole.
fn add_assessments(snapshot: &mut Snapshot, reference: &Reference) {
    let public_law = PublicLaw::of(reference, snapshot);
    let summary = |public: &PublicUse| {
        let assessed = law::assess_record(&public.use_case, &public_law, snapshot.built_on)?;
        let summary = law::summary(&reference.law, &assessed.assessment);
        Some((public.use_case.reference.clone(), summary))
    };
    snapshot.assessments = snapshot.uses.iter().filter_map(summary).collect();
}

async fn all<D: Document>(instance: &Instance) -> Result<Vec<D>> {
    let records = instance.store.all::<D>().await?;
    Ok(records.into_iter().map(|record| record.document).collect())
}

/// Every version of each use case that still exists.
async fn use_histories(instance: &Instance) -> Result<Vec<UseHistory>> {
    let mut histories = instance.store.histories::<UseCase>().await?;
    let current = instance.store.all::<UseCase>().await?;
    let histories = current.into_iter().filter_map(|record| {
        let versions = histories.remove(&record.document.id())?;
        let versions = versions.into_iter().filter_map(version).collect();
        Some(UseHistory { versions })
    });
    Ok(histories.collect())
}

/// The versions of the records of others that have several.
async fn peer_versions(instance: &Instance) -> Result<Vec<Vec<(NaiveDate, PeerRecord)>>> {
    let histories = instance.store.changed_histories::<PeerRecord>().await?;
    let zone = instance.time_zone().await?;
    let version =
        |entry: Entry<PeerRecord>| Some((clock::day_in(entry.at, &zone), entry.document?));
    let histories = histories.into_values();
    Ok(histories
        .map(|entries| entries.into_iter().filter_map(version).collect())
        .collect())
}

/// Use cases that were taken out, with what is left of their versions.
async fn removed(instance: &Instance) -> Result<Vec<RemovedUse>> {
    let removals = instance.store.removals::<UseCase>().await?;
    let mut removed = Vec::with_capacity(removals.len());
    for removal in removals {
        let history = instance.store.history::<UseCase>(removal.record).await?;
        removed.push(RemovedUse {
            id: removal.record,
            position: removal.seq,
            at: removal.at,
            versions: history.into_iter().filter_map(version).collect(),
            is_erased: removal.is_erased,
        });
    }
    Ok(removed)
}

fn version(entry: Entry<UseCase>) -> Option<UseVersion> {
    Some(UseVersion {
        version: entry.version,
        position: entry.seq,
        at: entry.at,
        by: entry.by,
        note: entry.note,
        use_case: entry.document?,
    })
}
