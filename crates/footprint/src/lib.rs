//! Environmental impact of inference: the EcoLogits method, each of its revisions kept as data.
//!
//! A [`Method`] holds dated [`Revision`]s: a set of formulas ([`FormulaSet`]) and the tables that
//! were published with it. [`estimate`] answers one request with every intermediate step;
//! [`Kernel`] answers columns of requests with the same bits, and [`Totals`] adds them up exactly.
//! [`estimate_inference`] and [`estimate_video_generation`] take every factor from the caller
//! instead of the tables. [`Restatement`] compares two revisions, [`Statistics`] are what to keep of
//! forgotten requests, [`uncertainty`] draws the doubtful factors.
//!
//! Start reading at `inference.rs`: one function per result, in the order of the method.
//!
//! What is not modelled: training, images, sound, embeddings, the network and the terminal; nor the
//! tokens of the question, but for a declared extension that is off ([`estimate_input`]). Ranges are corner values, not confidence intervals. No clock, no
//! file and no network: the caller hands over the text of the tables, or takes the embedded ones.

mod aliases;
mod answer;
mod assumptions;
mod columns;
mod comparable;
mod constants;
mod deployment;
#[cfg(test)]
mod drawn;
mod electricity;
mod embedded;
mod ends;
mod error;
mod estimate;
mod explain;
mod extension;
mod factor;
mod flag;
mod formula;
mod impact_rows;
mod impacts;
mod indicator;
mod inference;
mod kernel;
mod method;
mod model;
mod parts;
mod provider;
mod request_rows;
mod resolve;
mod restatement;
mod revision;
mod row;
mod sheet;
mod source;
mod statistics;
mod sum;
mod table;
mod totals;
mod trace;
mod uncertainty;
mod unit;
mod value;
mod video;
mod video_model;
mod warning;

pub use aliases::{Alias, Aliases};
pub use answer::{Answer, Extended, Out, RunSteps};
pub use assumptions::{
    AssumedImpacts, AssumedModel, Assumptions, SizeClass, TokensPerWord, estimate_assumptions,
};
pub use columns::{ColumnError, Columns, IMPACT_COLUMNS, ImpactColumns, PROVIDER_ZONE, UNKNOWN};
pub use comparable::{Comparable, Counted, Equivalent, Figure, FigureKind, Phrase};
pub use constants::{BatchedFit, Constants, Embodied, Fit, LinearFit};
pub use electricity::{Electricity, Zone};
pub use error::EstimateError;
pub use estimate::{Inference, Request, estimate, estimate_inference, estimate_model};
pub use explain::{ExplainedFactor, ExplainedStep, Explanation, explain};
pub use extension::{Extension, ExtensionFactor, InputTokens, estimate_input};
pub use factor::{Factor, Provenance};
pub use flag::{Flag, Flags};
pub use formula::Formula;
pub use impact_rows::RowEstimates;
pub use impacts::{EmbodiedImpacts, Footprint, Impacts};
pub use indicator::Indicator;
pub use kernel::Kernel;
pub use method::Method;
pub use model::Model;
pub use provider::Provider;
pub use request_rows::{Batch, Column, Keys, RefusedRow, RequestReader, RequestsError, RowProblem};
pub use resolve::{Carry, Found, ModelName, Resolved};
pub use restatement::{Bridge, Cause, Comparison, Restatement};
pub use revision::{Certainty, FormulaSet, FormulasSince, Revision, Text};
pub use row::{Reading, RowError, answer};
pub use sheet::Sheet;
pub use source::Source;
pub use statistics::{Counts, Exactness, Statistics, Subject};
pub use sum::ExactSum;
pub use table::{TableError, TableErrors};
pub use totals::{Coverage, Totals};
pub use trace::{Step, Trace};
pub use uncertainty::{
    Condition, Distribution, Draws, Estimated, FactorShare, IndicatorUncertainty, Scope, Spread,
    SpreadGrounds, Spreads, UncertainFactor, Uncertainty, UncertaintyError, UsageGroup,
    uncertainty,
};
pub use unit::PhysicalUnit;
pub use value::{Value, ValueError};
pub use video::{
    Audio, VideoFit, VideoGeneration, VideoRequest, estimate_video, estimate_video_generation,
};
pub use video_model::{VideoHardware, VideoModel};
pub use warning::{Warning, Warnings};
