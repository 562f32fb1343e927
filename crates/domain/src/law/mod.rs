//! The language of rules: three-valued conditions over facts, in force for dated periods.
//!
//! It is shared by the stages that may not call each other: one reads rules into it, one
//! evaluates them, one weighs their outcomes into a verdict. A fact that nobody gave is
//! [`Truth::Unknown`], never "no"; the date is a parameter. What a rule says to people (title,
//! duties, citation) is not here: it belongs to the catalogue that reads it.
//!
//! Start with [`Condition`], then [`Provision`], then [`Finding`].

mod condition;
mod fact;
mod finding;
mod provision;
mod situation;
mod summary;
mod truth;
mod words;

pub use condition::{Condition, Test};
pub use fact::{Choices, FactId, Facts, Origin, Origins, Place, Value};
pub use finding::{Coming, Finding};
pub use provision::{Period, Provision};
pub use situation::{DerivedId, Situation};
pub use summary::AssessmentSummary;
pub use truth::Truth;
pub use words::{Binding, Nature, RuleOutcome, Signatory, VerdictForm, VerdictKind};
