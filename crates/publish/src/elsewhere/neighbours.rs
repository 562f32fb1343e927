use super::tasks::folded;
use crate::register::{Found, Register};
use crate::snapshot::{PublicUse, Scope, Snapshot};
use domain::{Generative, PeerRecord, Task};
use std::collections::BTreeSet;

/// How many of the records that share words are looked at, the most alike first.
const LOOKED_AT: usize = 2_000;
/// A record that generates content comes before another that shares about as many words.
const GENERATES: f32 = 1.5;
/// A record that shares less than this part of what the first one shares is no neighbour.
const NEAR: f32 = 0.35;

/// A record of others for the same task as one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour<'a> {
    /// The record.
    pub peer: &'a PeerRecord,
    /// The task that ours declares, and that theirs speaks of, as inferred.
    pub task: Task,
}

/// Records of others for the same task as an own record, by its position, those that share its
/// rarest words first. A record that declares no task has none: words alone say too little, above
/// all between languages. One name is shown once, whichever registers have it.
pub fn neighbours<'a>(
    snapshot: &'a Snapshot,
    register: &Register,
    own: usize,
    most: usize,
) -> Vec<Neighbour<'a>> {
    let Some(task) = snapshot
        .uses
        .get(own)
        .and_then(|public| public.use_case.task)
    else {
        return Vec::new();
    };
    let speaks_of_it = |peer: &PeerRecord| {
        let mut tasks = snapshot.tasks_of(peer);
        peer.gone_since.is_none() && tasks.any(|(known, _)| known == task)
    };
    let alike = register.similar_elsewhere(own, LOOKED_AT).into_iter();
    let mut alike: Vec<_> = alike
        .filter_map(|(found, score)| match found {
            Found::Peer(peer) => Some((&snapshot.peers[peer], score)),
            Found::Own(_) => None,
        })
        .filter(|(peer, _)| speaks_of_it(peer))
        .map(|(peer, score)| match peer.generative {
            Generative::Yes => (peer, score * GENERATES),
            _ => (peer, score),
        })
        .collect();
    alike.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let least = alike.first().map_or(0.0, |(_, best)| best * NEAR);
    let mut named = BTreeSet::new();
    alike
        .into_iter()
        .filter(|(peer, score)| *score >= least && named.insert(folded(&peer.name)))
        .take(most)
        .map(|(peer, _)| Neighbour { peer, task })
        .collect()
}

/// Own records of a scope for a task that a record of others speaks of.
pub fn neighbours_here<'a>(
    snapshot: &'a Snapshot,
    scope: Scope<'a>,
    peer: &PeerRecord,
) -> Vec<&'a PublicUse> {
    let tasks: BTreeSet<Task> = snapshot.tasks_of(peer).map(|(task, _)| task).collect();
    let uses = snapshot.uses_of(scope);
    uses.filter(|public| {
        public
            .use_case
            .task
            .is_some_and(|task| tasks.contains(&task))
    })
    .collect()
}
