//! What moves under decisions already taken: versions, terms, features that appear unasked, and
//! products that end.
//!
//! Nothing is undone here: a change only says which decisions, opinions and assessments were made
//! before it, so that somebody looks at them again. A day that nobody told never proves that an
//! assessment came after the change.
//!
//! Start with [`changes`], then [`reopened`]; [`endings`] looks ahead; [`standing`] says which
//! decisions fall with an act on a tool.

mod change;
mod ending;
mod reopened;
mod standing;

pub use change::{Change, TechnologyChange, Told, changes, unasked};
pub use ending::{Ending, Ends, endings};
pub use reopened::{Ground, Reason, Reopened, Resting, StaleSheet, reopened, stale_sheets};
pub use standing::{Standing, standing};
