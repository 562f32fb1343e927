use crate::{ModelClass, RegistryModel, Text};
use serde::Serialize;
use units::{Interval, Quantity};

/// What can be said of the footprint of a record from its assumptions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FootprintFinding {
    /// An estimate.
    Estimated(Box<FootprintEstimate>),
    /// No estimate: these assumptions are missing.
    Missing(Vec<MissingAssumption>),
}

/// An assumption without which there is no estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingAssumption {
    /// Requests a month.
    Requests,
    /// Words of one answer.
    Words,
    /// The model that is named is not in the registry of the revision.
    Model,
}

impl MissingAssumption {
    /// A stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Words => "words",
            Self::Model => "model",
        }
    }
}

/// The footprint of a use under its assumptions: corners of the method, never one number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FootprintEstimate {
    /// Release of the tables of the method, such as `0.11.3`.
    pub release: String,
    /// The model it was made for.
    pub model: EstimatedModel,
    /// Electricity zone.
    pub zone: String,
    /// Whether the zone follows from where the tool runs; the average of the world otherwise.
    pub is_zone_known: bool,
    /// Requests a month, as declared.
    pub requests_per_month: Quantity,
    /// Words of one answer, as declared.
    pub words_per_request: Quantity,
    /// Tokens that make a word.
    pub tokens_per_word: Interval,
    /// One answer.
    pub per_request: FootprintAmounts,
    /// A month.
    pub per_month: FootprintAmounts,
}

/// The model of an estimate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EstimatedModel {
    /// Known by its name.
    Named(RegistryModel),
    /// Known by its class of size, with the parameters that the class stands for, billions.
    Class {
        /// The class.
        class: ModelClass,
        /// Parameters at work for a token.
        active: Interval,
        /// Parameters in memory.
        total: Interval,
    },
}

/// Impacts, usage and making of the hardware together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FootprintAmounts {
    /// Electricity.
    pub energy: Quantity,
    /// Global warming.
    pub gwp: Quantity,
    /// Mineral resources.
    pub adpe: Quantity,
    /// Primary energy.
    pub pe: Quantity,
    /// Water; `None` when the revision does not model it.
    pub wcf: Option<Quantity>,
}

/// The method in force, its history, and what stands beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FootprintMethod {
    /// Its releases, oldest first; the last one is in force.
    pub releases: Vec<FootprintRelease>,
    /// Figures published by others.
    pub comparables: Vec<FootprintComparable>,
    /// Classes of sizes, for models that are not known.
    pub classes: Vec<FootprintClass>,
    /// Everyday acts with about the same impact.
    pub equivalents: Vec<FootprintEquivalent>,
}

/// An everyday act, and the impact of one of them as a range.
#[derive(Debug, Clone, PartialEq)]
pub struct FootprintEquivalent {
    /// What is counted, after a number above one.
    pub phrase: Text,
    /// The impact of one.
    pub one: Quantity,
    /// Who published it.
    pub publisher: String,
    /// Address.
    pub url: String,
    /// Why it is a range.
    pub reason: Text,
    /// Code of the certainty.
    pub certainty: &'static str,
}

/// A release of the tables of the method.
#[derive(Debug, Clone, PartialEq)]
pub struct FootprintRelease {
    /// Its name.
    pub release: String,
    /// When it was published, ISO; `None` when it is not known.
    pub published: Option<String>,
    /// What changed the numbers.
    pub changes: Vec<Text>,
    /// The same request under every release; `None` if it does not know the model.
    pub example: Option<FootprintAmounts>,
}

/// Figures published by others, shown beside an estimate and never mixed with it.
#[derive(Debug, Clone, PartialEq)]
pub struct FootprintComparable {
    /// Who published them.
    pub publisher: String,
    /// When, ISO.
    pub published: String,
    /// What was measured or estimated.
    pub subject: Text,
    /// The figures: value and unit, as published.
    pub figures: Vec<(f64, String)>,
    /// What they include and leave out.
    pub boundary: Text,
    /// Why they cannot be set against an estimate.
    pub why_not_comparable: Text,
    /// Address.
    pub url: String,
    /// Code of the certainty.
    pub certainty: &'static str,
}

/// A class of sizes of the method.
#[derive(Debug, Clone, PartialEq)]
pub struct FootprintClass {
    /// The class.
    pub class: ModelClass,
    /// Parameters at work for a token, billions.
    pub active: Interval,
    /// Parameters in memory, billions.
    pub total: Interval,
    /// Models of the registry in it.
    pub count: u32,
    /// Those whose size is a guess.
    pub undisclosed: u32,
    /// How the ranges were made.
    pub rule: Text,
}
