//! Facts, rules and a date become an assessment with its reasons.
//!
//! Nothing else goes in: no clock, no network. The same facts on the same day always give the
//! same answer. A fact that nobody gave leaves the rules that read it unknown, with the questions
//! that would settle them; nothing here turns it into a "no". Verdicts are not here: they are
//! drawn from [`Assessment::findings`] by another stage.
//!
//! The footprint of a record comes from its declared assumptions and a dated method
//! ([`footprint_of`]).
//!
//! Answers to a scored questionnaire become points, a level and what is missing ([`scored`]).
//!
//! What uses lean on is [`dependencies`]; what they do to the work is [`effects`]; what changes
//! under the decisions already taken is [`technologies`].
//!
//! Facts also suggest risks, and measures lower them ([`risks`]); what is known fills the start of an
//! impact assessment ([`starters`]); views on values are laid out, never added up ([`read_ethics`]).
//!
//! Start with [`assess`], then [`explain`]; [`mutation`] asks whether the cases prove the rules.

mod assessment;
mod case;
pub mod dependencies;
pub mod effects;
mod ethics;
mod explanation;
mod footprint;
pub mod mutation;
pub mod risks;
pub mod scored;
pub mod starters;
pub mod technologies;
mod wording;

pub use assessment::{Assessment, Question, assess};
pub use case::{Discrepancy, verify};
pub use ethics::{CriterionReading, EthicalReading, read_ethics};
pub use explanation::{Explanation, Step, UsedFact, explain};
pub use footprint::{footprint_method, footprint_of};
pub use wording::expression;
