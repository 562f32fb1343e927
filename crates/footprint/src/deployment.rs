//! What does not depend on the request: a model on its accelerators.

use crate::constants::{Constants, Fit};
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::revision::FormulaSet;
use crate::value::Value;

const BITS_PER_BYTE: f64 = 8.0;
const WATT_HOURS_PER_KILOWATT_HOUR: f64 = 1000.0;
/// Above this, a count is a mistake and no longer exact.
const GPU_COUNT_MAX: f64 = 4_294_967_296.0;

/// A model on its accelerators: every step that the request does not change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Deployment {
    /// GB.
    pub(crate) required_memory: Ends,
    pub(crate) gpu_count: Ends,
    /// Servers occupied by the accelerators.
    pub(crate) server_share: Ends,
    /// kWh/token, one accelerator.
    pub(crate) energy_per_token: Ends,
    /// s/token.
    pub(crate) latency_per_token: Ends,
    /// s/token a measured latency is compared with: the upper end of each run.
    pub(crate) latency_bound_per_token: Ends,
    /// s.
    pub(crate) first_token: f64,
    /// Making of the hardware: kgCO2eq, kgSbeq, MJ.
    pub(crate) hardware: [Ends; 3],
}

/// What a deployment is made from.
pub(crate) struct Weights {
    pub(crate) active: Value,
    pub(crate) total: Value,
    pub(crate) tokens_per_second: Option<f64>,
    pub(crate) first_token_s: Option<f64>,
}

impl Deployment {
    pub(crate) fn new(
        weights: &Weights,
        constants: &Constants,
        formulas: FormulaSet,
    ) -> Result<Self, EstimateError> {
        if !(weights.active.min() > 0.0 && weights.total.min() > 0.0) {
            return Err(EstimateError::InvalidParameters);
        }
        let active = weights.active.ends();
        let required_memory = required_memory(weights.total.ends(), constants);
        let gpu_count = gpu_count(required_memory, constants, formulas);
        if gpu_count.0[1] > GPU_COUNT_MAX {
            return Err(EstimateError::Overflow);
        }
        let server_share = gpu_count / constants.server_gpus;
        let (latency_per_token, latency_bound_per_token) = if formulas.has_measured_throughput() {
            let latency = latency_per_token_measured_or_fitted(weights, active, constants)?;
            (latency, latency)
        } else {
            latency_per_token(active, constants)
        };
        Ok(Self {
            required_memory,
            gpu_count,
            server_share,
            energy_per_token: energy_per_token(active, constants),
            latency_per_token,
            latency_bound_per_token,
            first_token: first_token(weights, formulas)?,
            hardware: hardware_embodied(gpu_count, server_share, constants),
        })
    }
}

/// Memory to hold the weights, GB, above zero: 1.2·P·Q/8.
fn required_memory(total: Ends, constants: &Constants) -> Ends {
    (Ends::both(constants.memory_overhead) * total) * constants.quantization_bits / BITS_PER_BYTE
}

/// Accelerators that hold the weights, 1 or more.
///
/// F2 and F3: as many as needed. From F4: the next power of two. It may exceed one server.
fn gpu_count(required_memory: Ends, constants: &Constants, formulas: FormulaSet) -> Ends {
    (required_memory / constants.gpu_memory_gb).map(|gpus| {
        let needed = gpus.ceil();
        if formulas.has_batches() && needed <= GPU_COUNT_MAX {
            (needed as u64).next_power_of_two() as f64
        } else {
            needed
        }
    })
}

/// Energy of one accelerator for one token, kWh, zero or more.
///
/// F2: α·A + β. F3: the ends of the 95 % interval of that fit, not below zero.
/// From F4: (α·exp(β·B)·A + γ)/1000.
fn energy_per_token(active: Ends, constants: &Constants) -> Ends {
    match &constants.fit {
        Fit::Linear(fit) => {
            let middle = Ends::both(fit.energy_alpha) * active + fit.energy_beta;
            below_and_above(middle, fit.energy_margin)
        }
        Fit::Batched(fit) => {
            let slope = Ends::both(fit.energy_alpha * fit.energy_batch_decay());
            (slope * active + fit.energy_gamma) / WATT_HOURS_PER_KILOWATT_HOUR
        }
    }
}

/// Time for one token, s: the fit, and what a measured latency is compared with.
///
/// F2 and F3: α·A + β and the ends of its interval. F4: a·A + b·B + c.
fn latency_per_token(active: Ends, constants: &Constants) -> (Ends, Ends) {
    match &constants.fit {
        Fit::Linear(fit) => {
            let middle = Ends::both(fit.latency_alpha) * active + fit.latency_beta;
            let bound = middle.map(|latency| latency + fit.latency_margin);
            (below_and_above(middle, fit.latency_margin), bound)
        }
        Fit::Batched(fit) => {
            let latency = Ends::both(fit.latency_alpha) * active
                + fit.latency_beta * fit.batch_size()
                + fit.latency_gamma;
            (latency, latency)
        }
    }
}

/// Time for one token, s, above zero (from F5): 1/tps if it was measured, otherwise the fit.
fn latency_per_token_measured_or_fitted(
    weights: &Weights,
    active: Ends,
    constants: &Constants,
) -> Result<Ends, EstimateError> {
    match weights.tokens_per_second {
        Some(tps) if tps > 0.0 && tps.is_finite() => Ok(Ends::both(1.0 / tps)),
        Some(_) => Err(EstimateError::InvalidThroughput),
        None => Ok(latency_per_token(active, constants).0),
    }
}

/// Delay of the first token, s, zero or more: measured (from F5), otherwise none.
fn first_token(weights: &Weights, formulas: FormulaSet) -> Result<f64, EstimateError> {
    match weights.first_token_s {
        Some(_) if !formulas.has_measured_throughput() => Ok(0.0),
        Some(ttft) if ttft >= 0.0 && ttft.is_finite() => Ok(ttft),
        Some(_) => Err(EstimateError::InvalidThroughput),
        None => Ok(0.0),
    }
}

/// Making of the hardware occupied, kgCO2eq, kgSbeq, MJ: (n/G)·Iˢ + n·Iᵍ.
fn hardware_embodied(gpu_count: Ends, server_share: Ends, constants: &Constants) -> [Ends; 3] {
    let server = constants.server_embodied.ends();
    let gpu = constants.gpu_embodied.ends();
    std::array::from_fn(|indicator| server_share * server[indicator] + gpu_count * gpu[indicator])
}

/// The low run less the margin, not below zero; the high run plus the margin.
fn below_and_above(middle: Ends, margin: f64) -> Ends {
    let [low, high] = middle.0;
    Ends([(low - margin).max(0.0), (high + margin).max(0.0)])
}
