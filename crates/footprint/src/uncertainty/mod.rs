//! How sure a total is: Monte Carlo beside the corner values of the method, which stay untouched.
//!
//! Every factor is drawn from the distribution that [`Spreads`] gives it, and the formulas of one
//! request are computed anew for each draw, except that the energy of a card follows the batch as
//! measured (`batch.rs`). Draws are shared: an error on a model is the same for all its requests,
//! on a provider for all its models, on a zone for all that is computed there, on the hardware
//! everywhere. Sums over models therefore neither cancel errors that are one and the same nor pile
//! up those that are not.
//!
//! The interval is as good as the spreads, several of which are assumptions and say so. It covers
//! the factors of the method only: not its formulas, the tokens of the question, the weights kept
//! in fewer bits, a link between batch and throughput, nor which zone truly served.
//!
//! Start reading at `plan.rs`.

mod batch;
mod drawn;
mod factor;
mod group;
mod hosted;
mod law;
mod plan;
mod portable;
mod samples;
mod shares;
mod spread;
mod stream;
mod summary;
#[cfg(test)]
mod tests;

pub use factor::UncertainFactor;
pub use group::UsageGroup;
pub use shares::Estimated;
pub use spread::{Condition, Distribution, Scope, Spread, SpreadGrounds, Spreads};

use crate::constants::Fit;
use crate::error::EstimateError;
use crate::indicator::Indicator;
use crate::revision::{FormulaSet, Revision};
use crate::value::Value;
use plan::Plan;
use samples::Samples;
use units::{Interval, IntervalKind};

const PAIRS_MIN: u32 = 100;
const PAIRS_MAX: u32 = 100_000;

/// How many draws, and which ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// Another seed gives other draws; the same seed gives the same bytes.
    pub seed: u64,
    /// Pairs of draws, 100 to 100,000: the interval uses both of a pair, the shares compare them.
    pub pairs: u32,
}

impl Default for Draws {
    /// Two thousand draws, enough for an interval good to a few per cent.
    fn default() -> Self {
        Self {
            seed: 1,
            pairs: 1000,
        }
    }
}

/// How sure the total of a set of groups is.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertainty {
    /// The draws it was computed with.
    pub draws: Draws,
    /// Groups with a measured latency, whose part of the total is an upper bound.
    pub groups_bounded_by_latency: usize,
    indicators: [IndicatorUncertainty; 5],
}

/// How sure the total of one indicator is, in the unit of the indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorUncertainty {
    /// The indicator.
    pub indicator: Indicator,
    /// The corner values of the method for the same groups.
    pub corner: Value,
    /// 5 % of the draws are below.
    pub low: Estimated,
    /// Half of the draws are below.
    pub median: Estimated,
    /// 5 % of the draws are above.
    pub high: Estimated,
    /// Mean of the draws: above the median, since large errors are upward.
    pub mean: Estimated,
    /// What each factor explains; empty when nothing varies or a draw is zero.
    pub shares: Vec<FactorShare>,
    /// What no factor explains alone, 1 less the first-order shares; `None` without shares.
    pub interactions: Option<Estimated>,
}

/// What a factor explains of the variance of the logarithm of a total.
///
/// The logarithm, because errors multiply: it is the relative doubt that is shared out. An
/// estimate may be slightly below 0 or above 1; it is given as it is, with its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorShare {
    /// The factor, with all its models, providers and zones.
    pub factor: UncertainFactor,
    /// First order: by how much the variance would fall, on average, if the factor were known.
    pub first_order: Estimated,
    /// With its interactions: what would remain, on average, if all the others were known.
    pub total: Estimated,
}

/// Why there is no uncertainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UncertaintyError {
    /// F2 and F3 have no batch, the factor that matters most, and their spreads are not known.
    #[error("the uncertainty needs formulas with batches, from F4; these are {0:?}")]
    WithoutBatches(FormulaSet),
    /// The number of pairs of draws is outside its range.
    #[error("the pairs of draws must be 100 to 100,000")]
    InvalidDraws,
    /// A group has no estimate.
    #[error("group {index}: {error}")]
    Group {
        /// Its position, from 0.
        index: usize,
        /// Why.
        error: EstimateError,
    },
    /// A range from zero has no logarithm.
    #[error("{}: a range from zero cannot be uniform in its logarithm", .0.name())]
    RangeFromZero(UncertainFactor),
    /// A draw has no estimate.
    #[error("a draw has no estimate: {0}")]
    Draw(#[from] EstimateError),
    /// A total is too large to be a number.
    #[error("a total is too large to be a number")]
    Overflow,
}

impl Uncertainty {
    /// The uncertainty of an indicator.
    pub fn of(&self, indicator: Indicator) -> &IndicatorUncertainty {
        &self.indicators[indicator as usize]
    }

    /// Every indicator, in the order of [`Indicator::ALL`].
    pub fn indicators(&self) -> &[IndicatorUncertainty; 5] {
        &self.indicators
    }
}

impl IndicatorUncertainty {
    /// The interval that holds 90 % of the draws.
    pub fn interval(&self) -> Interval {
        Interval::new(self.low.value, self.high.value, IntervalKind::Confidence)
            .expect("quantiles of finite draws are in order")
    }
}

/// How sure the total of groups of requests is under a revision.
///
/// The result depends neither on the order of the groups nor on the machine. Fails for formula
/// sets without batches, for an unknown model or zone, and when the draws are too few or too many.
pub fn uncertainty(
    groups: &[UsageGroup<'_>],
    revision: &Revision,
    spreads: &Spreads,
    draws: Draws,
) -> Result<Uncertainty, UncertaintyError> {
    let Fit::Batched(fit) = &revision.constants().fit else {
        return Err(UncertaintyError::WithoutBatches(revision.formulas()));
    };
    if !(PAIRS_MIN..=PAIRS_MAX).contains(&draws.pairs) {
        return Err(UncertaintyError::InvalidDraws);
    }
    let known = group::sorted(groups, revision)?;
    let corners = group::corners(&known)?;
    let plan = Plan::new(&known, revision, fit, spreads, draws.seed)?;
    let samples = Samples::draw(&plan, draws)?;
    Ok(Uncertainty {
        draws,
        groups_bounded_by_latency: groups
            .iter()
            .filter(|group| group.latency_s.is_some())
            .count(),
        indicators: Indicator::ALL
            .map(|indicator| samples.summarised(indicator, corners[indicator as usize])),
    })
}
