use chrono::NaiveDate;
use domain::{CommonField, PeerRecord};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What happened to a record of others on a day. Fields are named, their values are not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerChange {
    /// The day of the import that showed it.
    pub on: NaiveDate,
    /// The record.
    pub record: Uuid,
    /// What.
    pub kind: PeerChangeKind,
}

/// The ways a record of others changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeerChangeKind {
    /// It was there for the first time.
    Added,
    /// These fields are no longer the same.
    Changed(BTreeSet<CommonField>),
    /// Its publisher no longer lists it.
    Gone,
    /// Its publisher lists it again.
    Back,
}

/// What the versions of a record show, oldest first. A version that only changes the source row
/// is not told.
pub fn peer_changes(versions: &[(NaiveDate, PeerRecord)]) -> Vec<PeerChange> {
    let mut changes: Vec<PeerChange> = Vec::new();
    let mut before: Option<&PeerRecord> = None;
    for (on, record) in versions {
        let mut tell = |on, kind| {
            changes.push(PeerChange {
                on,
                record: record.id,
                kind,
            });
        };
        match before {
            None => tell(record.first_seen, PeerChangeKind::Added),
            Some(before) => {
                match (before.gone_since, record.gone_since) {
                    (None, Some(since)) => tell(since, PeerChangeKind::Gone),
                    (Some(_), None) => tell(*on, PeerChangeKind::Back),
                    _ => {}
                }
                let fields = differing(before, record);
                if !fields.is_empty() {
                    tell(*on, PeerChangeKind::Changed(fields));
                }
            }
        }
        before = Some(record);
    }
    changes
}

fn differing(before: &PeerRecord, after: &PeerRecord) -> BTreeSet<CommonField> {
    let known = before.fields.keys().chain(after.fields.keys());
    let mut fields: BTreeSet<_> = known
        .filter(|field| before.fields.get(field) != after.fields.get(field))
        .copied()
        .collect();
    if before.name != after.name {
        fields.insert(CommonField::Name);
    }
    if before.lifecycle != after.lifecycle {
        fields.insert(CommonField::LifecycleStatus);
    }
    if before.generative != after.generative {
        fields.insert(CommonField::Generative);
    }
    fields
}

/// The days on which something happened, the latest first.
pub fn dates(changes: &[PeerChange]) -> Vec<NaiveDate> {
    let days: BTreeSet<_> = changes.iter().map(|change| change.on).collect();
    days.into_iter().rev().collect()
}

/// What a record went through between two days, in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shift {
    /// It was not listed, and is.
    Added,
    /// It was listed, and is no longer.
    Gone,
    /// It is listed on both days; these fields changed at least once.
    Changed(BTreeSet<CommonField>),
}

/// Whether a record was listed, whether it is, and the fields that changed in between.
type State = (bool, bool, BTreeSet<CommonField>);

/// What changed after a day and until another one, record by record; what came and went in
/// between is not told.
pub fn shifts(changes: &[PeerChange], after: NaiveDate, until: NaiveDate) -> BTreeMap<Uuid, Shift> {
    let mut states: BTreeMap<Uuid, State> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.on <= until) {
        let (was, is, fields) = states.entry(change.record).or_default();
        match &change.kind {
            PeerChangeKind::Added | PeerChangeKind::Back => *is = true,
            PeerChangeKind::Gone => *is = false,
            PeerChangeKind::Changed(changed) if change.on > after => {
                fields.extend(changed.iter().copied());
            }
            PeerChangeKind::Changed(_) => {}
        }
        if change.on <= after {
            *was = *is;
        }
    }
    let shift = |(record, (was, is, fields)): (Uuid, State)| match (was, is) {
        (false, true) => Some((record, Shift::Added)),
        (true, false) => Some((record, Shift::Gone)),
        (true, true) if !fields.is_empty() => Some((record, Shift::Changed(fields))),
        _ => None,
    };
    states.into_iter().filter_map(shift).collect()
}
