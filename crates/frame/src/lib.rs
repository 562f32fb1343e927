//! "May I use this tool, for this task, with these data?"
//!
//! 1. [`gather`] turns what the person picked into facts: only what a function signed counts, and
//!    each fact remembers where it comes from.
//! 2. Another stage reads the rules on these facts; it hands over one `Finding` a rule.
//! 3. [`decide`] weighs the findings, the local parameters and the limits of the sheets into a
//!    [`Verdict`].
//!
//! A declared record asks the same question: [`Declared`] turns its fields, its answers and its
//! completed duties into one. Both read the sheets that [`with_documents`] gives.
//!
//! What follows from all that, for whoever runs the observatory, is [`week`]: what waits, since when.
//!
//! A local choice can only add a prohibition or a duty. What is not known never gives "allowed".

mod completion;
mod computed;
mod documents;
mod gather;
mod question;
mod record;
mod reviewers;
mod verdict;
pub mod week;
mod weigh;

pub use documents::with_documents;
pub use gather::{Disagreement, Gathered, gather};
pub use question::{Answer, MayI, Pick, Policy, Recorded};
pub use record::{Declared, facts_of};
pub use reviewers::{Needed, reviewers};
pub use verdict::{Announcement, Ground, Reason, Step, Verdict, VerdictQuestion, decide};
