//! What other bodies publish, counted apart from one's own: who they are, how much they fill in,
//! which tasks their records speak of, and what changed from one import to the next.
//!
//! A task of somebody else's record is inferred by a stated rule (`data/tasks_elsewhere.yaml`)
//! and always told as inferred.

mod changes;
mod neighbours;
mod publishers;
mod tasks;

pub use changes::{PeerChange, PeerChangeKind, Shift, dates, peer_changes, shifts};
pub use neighbours::{Neighbour, neighbours, neighbours_here};
pub use publishers::{PublisherView, also_in, publishers};
pub(crate) use tasks::folded;
pub use tasks::{TaskElsewhere, TaskFinder, country, tasks_elsewhere};

#[cfg(test)]
mod tests;
