//! Environmental impact of inference: the EcoLogits method, each of its revisions kept as data.
//!
//! A [`Method`] holds dated [`Revision`]s: a set of formulas ([`FormulaSet`]) and the tables that
//! were published with it. [`estimate`] answers one request with every intermediate step;
//! [`Kernel`] answers columns of requests with the same bits. [`estimate_inference`] and
//! [`estimate_video_generation`] take every factor from the caller instead of the tables.
//!
//! Start reading at `inference.rs`: one function per result, in the order of the method.
//!
//! What is not modelled: the tokens of the question, training, images, sound, embeddings, the
//! network and the terminal. Ranges are corner values, not confidence intervals. No clock, no
//! file and no network: the caller hands over the text of the tables, or takes the embedded ones.

mod columns;
mod constants;
mod deployment;
mod electricity;
mod embedded;
mod ends;
mod error;
mod estimate;
mod factor;
mod formula;
mod impacts;
mod inference;
mod method;
mod model;
mod provider;
mod revision;
mod row;
mod source;
mod table;
mod trace;
mod uncertainty;
mod unit;
mod value;
mod video;
mod video_model;
mod warning;

pub use columns::{ColumnError, Columns, ImpactColumns, Kernel, PROVIDER_ZONE, UNKNOWN};
pub use constants::{BatchedFit, Constants, Embodied, Fit, LinearFit};
pub use electricity::{Electricity, Zone};
pub use error::EstimateError;
pub use estimate::{Inference, Request, estimate, estimate_inference};
pub use factor::{Factor, Provenance};
pub use formula::Formula;
pub use impacts::{EmbodiedImpacts, Footprint, Impacts};
pub use method::Method;
pub use model::Model;
pub use provider::Provider;
pub use revision::{Certainty, FormulaSet, FormulasSince, Revision, Text};
pub use row::{Answer, Out, RowError, RunSteps, answer};
pub use source::Source;
pub use table::{TableError, TableErrors};
pub use trace::{Step, Trace};
pub use uncertainty::{
    Condition, Distribution, Draws, Estimated, FactorShare, Indicator, IndicatorUncertainty, Scope,
    Spread, SpreadGrounds, Spreads, UncertainFactor, Uncertainty, UncertaintyError, UsageGroup,
    uncertainty,
};
pub use unit::PhysicalUnit;
pub use value::{Value, ValueError};
pub use video::{
    Audio, VideoFit, VideoGeneration, VideoRequest, estimate_video, estimate_video_generation,
};
pub use video_model::{VideoHardware, VideoModel};
pub use warning::{Warning, Warnings};
