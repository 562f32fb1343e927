use super::change::{PublicVersion, changes};
use super::opinions::{
    count_withheld_opinions, tool_without_withheld_opinions, without_withheld_opinions,
};
use super::prune::prune;
use super::small_groups::{count_left_out, without_measures, without_small_groups};
use super::{PublicUse, Snapshot, trail};
use crate::elsewhere::peer_changes;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Authority, Department, Edition, Ground, Message, ModelSheet, PeerRecord, PublicReport,
    PublicationLevel, Publisher, SupplierSheet, Text, ToolSheet, ToolStatus, UseCase,
};
use reference::{Reach, Visibility};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Everything the authority holds that may concern the public, before anything is cut.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    /// The authorities.
    pub authorities: Vec<Authority>,
    /// The departments.
    pub departments: Vec<Department>,
    /// The tools.
    pub tools: Vec<ToolSheet>,
    /// The models behind them.
    pub models: Vec<ModelSheet>,
    /// Suppliers of tools and makers of models.
    pub suppliers: Vec<SupplierSheet>,
    /// Own records with every version.
    pub uses: Vec<UseHistory>,
    /// Own records that were taken out.
    pub removed: Vec<RemovedUse>,
    /// Publishers of other registers.
    pub publishers: Vec<Publisher>,
    /// Their records.
    pub peers: Vec<PeerRecord>,
    /// Versions of those that have several, oldest first, each with its day.
    pub peer_versions: Vec<Vec<(NaiveDate, PeerRecord)>>,
    /// Editions.
    pub editions: Vec<Edition>,
    /// Messages of the public.
    pub messages: Vec<Message>,
    /// Slugs of the authorities in which every group is small.
    pub small_authorities: BTreeSet<String>,
}

/// An own record and its versions.
#[derive(Debug, Clone, PartialEq)]
pub struct UseHistory {
    /// Versions, oldest first; the last one is the record as it stands.
    pub versions: Vec<UseVersion>,
}

/// One version of an own record.
#[derive(Debug, Clone, PartialEq)]
pub struct UseVersion {
    /// 1, 2, 3…
    pub version: u32,
    /// Position in the journal.
    pub position: i64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Code of the function that wrote it.
    pub by: String,
    /// What its author told the readers of the history.
    pub note: Option<Text>,
    /// The whole record.
    pub use_case: UseCase,
}

/// An own record that was taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct RemovedUse {
    /// Its identifier.
    pub id: Uuid,
    /// Position in the journal of the entry that took it out.
    pub position: i64,
    /// When it was taken out.
    pub at: DateTime<Utc>,
    /// Its versions, oldest first; none when they were erased.
    pub versions: Vec<UseVersion>,
    /// Whether its versions were erased, so that nobody can tell whether it was public.
    pub is_erased: bool,
}

impl Snapshot {
    /// Cuts the holdings down to what the public may see.
    pub fn build(
        holdings: Holdings,
        visibility: &Visibility,
        built_on: NaiveDate,
        journal: i64,
    ) -> Self {
        let mut snapshot = Self {
            built_on,
            journal,
            is_demonstration: holdings.authorities.iter().any(|a| a.fictional),
            authorities: cut_all(&holdings.authorities, "authority", visibility),
            ..Self::default()
        };
        snapshot.authorities.sort_by(|a, b| a.slug.cmp(&b.slug));
        for department in cut_all::<Department>(&holdings.departments, "department", visibility) {
            snapshot
                .departments
                .insert(department.key.clone(), department);
        }
        let tools = holdings
            .tools
            .into_iter()
            .filter(|tool| !is_only_asked_for(tool));
        let tools = tools.map(|tool| tool_without_withheld_opinions(tool.as_of(built_on)));
        let tools: Vec<_> = tools.collect();
        for tool in cut_all::<ToolSheet>(&tools, "tool", visibility) {
            snapshot.tools.insert(tool.key.clone(), tool);
        }
        for model in cut_all::<ModelSheet>(&holdings.models, "model", visibility) {
            snapshot.models.insert(model.key.clone(), model);
        }
        for supplier in cut_all::<SupplierSheet>(&holdings.suppliers, "supplier", visibility) {
            snapshot.suppliers.insert(supplier.key.clone(), supplier);
        }
        for publisher in cut_all::<Publisher>(&holdings.publishers, "publisher", visibility) {
            snapshot
                .publishers
                .insert(publisher.slug.clone(), publisher);
        }
        snapshot.peers = cut_all(&holdings.peers, "peer_record", visibility);
        for peer in &mut snapshot.peers {
            hide_addresses(peer);
        }
        snapshot
            .peers
            .sort_by(|a, b| (&a.publisher, &a.key).cmp(&(&b.publisher, &b.key)));
        snapshot.add_peer_changes(&holdings.peer_versions, visibility);
        snapshot.editions = cut_all(&holdings.editions, "edition", visibility);
        snapshot
            .editions
            .sort_by_key(|edition| (edition.dated, edition.number));
        for history in &holdings.uses {
            snapshot.add_use(history, visibility, &holdings.small_authorities);
        }
        let removed = holdings.removed.iter().filter_map(trail::of_removed);
        snapshot.tombstones.extend(removed);
        snapshot.tombstones.sort_by_key(|gone| gone.position);
        snapshot
            .uses
            .sort_by(|a, b| a.use_case.reference.cmp(&b.use_case.reference));
        snapshot.add_reports(&holdings.messages, visibility);
        snapshot
    }

    /// What was decided to be public of the messages, the latest first. A record that is withheld
    /// is not pointed at.
    fn add_reports(&mut self, messages: &[Message], visibility: &Visibility) {
        let told = messages
            .iter()
            .filter(|message| message.public_summary.is_some());
        let cut = told.filter_map(|message| {
            let document = serde_json::to_value(message).ok()?;
            let cut = prune(&document, "message", visibility, Reach::Public);
            serde_json::from_value::<PublicReport>(cut).ok()
        });
        let mut reports: Vec<_> = cut.collect();
        for report in &mut reports {
            let record = report.record.take();
            report.record = record.filter(|record| self.use_by_reference(record).is_some());
        }
        reports.sort_by(|a, b| {
            let (a, b) = (&a.public_summary, &b.public_summary);
            b.decided_on.cmp(&a.decided_on).then(a.text.cmp(&b.text))
        });
        self.reports = reports;
    }

    /// Tells what happened to the records of others, from what the public may see of each version.
    fn add_peer_changes(
        &mut self,
        versions: &[Vec<(NaiveDate, PeerRecord)>],
        visibility: &Visibility,
    ) {
        let seen = |(on, record): &(NaiveDate, PeerRecord)| {
            let mut record: PeerRecord = cut(record, "peer_record", visibility, Reach::Public)?;
            hide_addresses(&mut record);
            Some((*on, record))
        };
        let versions = versions.iter().filter_map(|versions| {
            let versions: Vec<_> = versions.iter().filter_map(seen).collect();
            Some((versions.last()?.1.id, versions))
        });
        let versions: BTreeMap<Uuid, _> = versions.collect();
        for peer in &self.peers {
            let changes = match versions.get(&peer.id) {
                Some(versions) => peer_changes(versions),
                None => peer_changes(&[(peer.first_seen, peer.clone())]),
            };
            let known = self.peer_changes.entry(peer.publisher.clone());
            known.or_default().extend(changes);
        }
    }

    fn add_use(
        &mut self,
        history: &UseHistory,
        visibility: &Visibility,
        small_authorities: &BTreeSet<String>,
    ) {
        let Some(last) = history.versions.last() else {
            return;
        };
        let current = &last.use_case;
        let Some(least) = reach_of(current) else {
            let ground = current.publication.ground.unwrap_or(Ground::Unverified);
            let key = (current.authority.clone(), ground);
            *self.withheld.entry(key).or_insert(0) += 1;
            self.tombstones.extend(trail::of_withheld(history));
            return;
        };
        let without_groups = match small_authorities.contains(&current.authority) {
            true => without_measures,
            false => without_small_groups,
        };
        let shown = without_withheld_opinions(without_groups(current), current);
        let Some(use_case) = cut(&shown, "use_case", visibility, least) else {
            return;
        };
        self.uses.push(PublicUse {
            use_case,
            version: last.version,
            changed_at: last.at,
            position: trail::position(history, visibility),
            history: public_history(history, visibility, least, without_groups),
            small_groups: match least {
                Reach::Public => count_left_out(current, &shown),
                _ => 0,
            },
            withheld_opinions: match least {
                Reach::Public => count_withheld_opinions(current),
                _ => BTreeMap::new(),
            },
        });
    }
}

/// Whether nothing was ever decided on a tool that somebody asked for: what a team would like is
/// no public fact.
fn is_only_asked_for(tool: &ToolSheet) -> bool {
    let examination = &tool.examination;
    let was_decided = examination.decision.is_some() || examination.withdrawal.is_some();
    tool.status == ToolStatus::UnderReview && examination.request.is_some() && !was_decided
}

/// What a field must reach to be seen with this record; `None` when the record is internal.
pub(super) fn reach_of(use_case: &UseCase) -> Option<Reach> {
    match use_case.publication.level {
        PublicationLevel::Public => Some(Reach::Public),
        PublicationLevel::Summary => Some(Reach::Summary),
        PublicationLevel::Internal => None,
    }
}

/// Versions that were internal are left out, others are cut at the stricter of their own level
/// and today's.
fn public_history(
    history: &UseHistory,
    visibility: &Visibility,
    today: Reach,
    without_groups: fn(&UseCase) -> UseCase,
) -> Vec<PublicVersion> {
    let mut before: Option<Value> = None;
    let mut versions = Vec::new();
    let Some(current) = history.versions.last().map(|last| &last.use_case) else {
        return versions;
    };
    for version in &history.versions {
        let Some(least) = reach_of(&version.use_case) else {
            continue;
        };
        let shown = without_groups(&version.use_case);
        let shown = without_withheld_opinions(shown, current);
        let Ok(document) = serde_json::to_value(shown) else {
            continue;
        };
        let cut = prune(&document, "use_case", visibility, least.max(today));
        let changes = before
            .as_ref()
            .map_or_else(Vec::new, |before| changes(before, &cut));
        let is_first = before.is_none();
        if is_first || !changes.is_empty() {
            versions.push(PublicVersion {
                version: version.version,
                at: version.at,
                by: version.by.clone(),
                note: version.note.clone(),
                changes,
            });
        }
        before = Some(cut);
    }
    versions
}

fn cut<T: Serialize + DeserializeOwned>(
    document: &T,
    kind: &str,
    visibility: &Visibility,
    least: Reach,
) -> Option<T> {
    let document = serde_json::to_value(document).ok()?;
    serde_json::from_value(prune(&document, kind, visibility, least)).ok()
}

fn cut_all<T: Serialize + DeserializeOwned>(
    documents: &[T],
    kind: &str,
    visibility: &Visibility,
) -> Vec<T> {
    documents
        .iter()
        .filter_map(|document| cut(document, kind, visibility, Reach::Public))
        .collect()
}

/// Addresses of persons in the rows of others are not ours to spread.
fn hide_addresses(peer: &mut PeerRecord) {
    let looks_like_address = |text: &str| {
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'))
            .any(|word| {
                word.split_once('@')
                    .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
            })
    };
    peer.source_row
        .retain(|cell| !looks_like_address(&cell.value));
    peer.fields.retain(|_, value| !looks_like_address(value));
}
