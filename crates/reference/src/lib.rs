//! Reads `data/` and `framework/` into typed, dated, cited catalogues.
//!
//! Reading never stops at the first mistake: [`Reference::read`] returns the catalogues *and*
//! every [`Diagnostic`] (file, line, what, and the key of the advice). What is wrong is left out
//! of the catalogue, so a caller that accepts diagnostics works with the rest.
//!
//! Start with [`Reference`]; `yaml` and `reader` are how files are read.

mod catalogue;
mod diagnostic;
mod elsewhere;
mod ethics;
mod everyday;
mod follow_up;
mod framework;
mod glossary;
pub mod law;
mod links;
mod mapping;
mod passwords;
mod questionnaire;
mod reader;
mod retention;
pub mod risks;
mod sources;
mod starter;
mod table;
mod timeline;
mod tree;
mod visibility;
mod vocabulary;
mod yaml;
mod yaml_writer;

pub use catalogue::Reference;
pub use diagnostic::Diagnostic;
pub use elsewhere::TaskRule;
pub use ethics::{Criterion, CriterionQuestion};
pub use everyday::Everyday;
pub use follow_up::FollowUp;
pub use framework::{Audience, Principle, Recommendation};
pub use glossary::Term;
pub use mapping::{
    DatePrecision, DayOrder, ExportShape, FieldRule, FileKind, FileShape, Flag, GenerativeRule,
    Layout, Mapping, Owner, PublisherSheet, Sketch, Words,
};
pub use passwords::Passwords;
pub use questionnaire::{
    AnswerKind, Area, AreaKind, Choice, Condition, Counts, Level, Maximum, Question, Questionnaire,
    Reduction, ScoreRules,
};
pub use retention::Retention;
pub use sources::{Certainty, Source};
pub use starter::{Shown, StarterField, StarterForm, StarterItem, StarterSection};
pub use table::{Column, ColumnType, Table};
pub use timeline::Milestone;
pub use tree::Tree;
pub use visibility::{Reach, Visibility};
pub use vocabulary::{Entry, Vocabulary};
pub use yaml::{Node, Value, parse};
