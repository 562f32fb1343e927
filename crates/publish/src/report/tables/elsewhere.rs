//! What other registers speak of, beside one's own.

use super::Tables;
use crate::elsewhere::{country, folded, tasks_elsewhere};
use crate::report::block::{Cell, DataTable};
use crate::snapshot::Snapshot;
use domain::{CommonField, Generative, Lifecycle, PeerRecord, Task};
use std::collections::BTreeSet;

/// Countries named beside a task.
const COUNTRIES: usize = 3;

impl Tables<'_> {
    pub(super) fn tasks_elsewhere(&self) -> DataTable {
        let wording = &self.0.wording;
        let found = match self.0.snapshot.peers.is_empty() {
            true => Vec::new(),
            false => tasks_elsewhere(self.0.snapshot, self.0.scope),
        };
        let rows = found.into_iter().map(|found| {
            let countries = found.countries.iter().take(COUNTRIES);
            let countries: Vec<_> = countries
                .map(|(code, count)| format!("{code} {}", wording.count(*count)))
                .collect();
            vec![
                Cell::text(wording.label(Task::VOCABULARY, found.task.code())),
                Cell::text(wording.count(found.ours)),
                Cell::text(wording.count(found.records)),
                Cell::text(wording.count(found.in_use)),
                Cell::text(countries.join(" · ")),
            ]
        });
        let columns = [
            ("column-task", false),
            ("elsewhere-ours", true),
            ("elsewhere-theirs", true),
            ("elsewhere-in-use", true),
            ("elsewhere-countries", false),
        ];
        self.table("tasks-elsewhere", &columns, rows.collect())
    }

    /// For each task of ours, a use that others say is in use and one that they stopped or refused,
    /// among those that are said to generate content; never a ranking.
    pub(super) fn uses_elsewhere(&self) -> DataTable {
        let (snapshot, wording) = (self.0.snapshot, &self.0.wording);
        let ours = snapshot.uses_of(self.0.scope);
        let ours: BTreeSet<Task> = ours.filter_map(|public| public.use_case.task).collect();
        let row = |task: Task, peer: &PeerRecord| {
            let publisher = snapshot.publishers.get(&peer.publisher);
            let publisher =
                publisher.map_or_else(|| peer.publisher.clone(), |p| wording.text(&p.name));
            let state = peer.lifecycle.map(|state| state.code());
            let state = state.map_or_else(
                || self.say("state-unknown"),
                |code| wording.label(Lifecycle::VOCABULARY, code),
            );
            let who = peer.field(CommonField::Organisation).unwrap_or(&publisher);
            vec![
                Cell::text(wording.label(Task::VOCABULARY, task.code())),
                Cell::text(&peer.name),
                Cell::text(who),
                Cell::text(country(snapshot, peer)),
                Cell::text(state),
                Cell::text(&publisher),
            ]
        };
        let rows = ours
            .into_iter()
            .flat_map(|task| {
                examples(snapshot, task)
                    .into_iter()
                    .map(move |peer| (task, peer))
            })
            .map(|(task, peer)| row(task, peer));
        let columns = [
            ("column-task", false),
            ("column-use", false),
            ("column-organisation", false),
            ("column-country", false),
            ("column-state", false),
            ("column-publisher", false),
        ];
        self.table("uses-elsewhere", &columns, rows.collect())
    }
}

/// A use for a task that others say is in use, then one that they stopped or refused: the first of
/// each by name, so that the choice can be made again.
fn examples(snapshot: &Snapshot, task: Task) -> Vec<&PeerRecord> {
    let speaks_of_it = |peer: &&PeerRecord| {
        let mut tasks = snapshot.tasks_of(peer);
        let generates = peer.generative == Generative::Yes && peer.gone_since.is_none();
        generates && tasks.any(|(known, _)| known == task)
    };
    let first = |is_it: fn(Lifecycle) -> bool| {
        let peers = snapshot.peers.iter().filter(speaks_of_it);
        let peers = peers.filter(|peer| peer.lifecycle.is_some_and(is_it));
        peers.min_by_key(|peer| (folded(&peer.name), peer.id))
    };
    let ended = |state: Lifecycle| state.is_stopped() || state == Lifecycle::Refused;
    let found = [first(Lifecycle::is_in_use), first(ended)];
    found.into_iter().flatten().collect()
}
