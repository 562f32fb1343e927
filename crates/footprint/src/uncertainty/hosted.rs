//! A model on its servers, every factor drawn.

use super::UncertaintyError;
use super::batch::Batch;
use super::drawn::{Drawn, Given, Owner, Quantities};
use super::factor::UncertainFactor;
use crate::constants::{BatchedFit, Constants, Embodied, Fit};
use crate::deployment::{Deployment, Weights};
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::estimate::site_of_provider;
use crate::indicator::Indicator;
use crate::inference::{Server, Site};
use crate::model::Model;
use crate::revision::{FormulaSet, Revision};
use crate::value::Value;
use crate::warning::Warning;

/// The indicators to which the making of the hardware contributes.
const EMBODIED: [Indicator; 3] = [Indicator::Gwp, Indicator::Adpe, Indicator::Pe];

/// How a model is drawn.
pub(super) struct HostedModel<'r> {
    constants: &'r Constants,
    fit: &'r BatchedFit,
    formulas: FormulaSet,
    tokens_per_second: Option<f64>,
    first_token_s: Option<f64>,
    batch_size: Drawn,
    total: Drawn,
    active_share: Drawn,
    token_latency: Drawn,
    first_token: Drawn,
    gpu_energy: Drawn,
    server_power: Drawn,
    lifetime: Drawn,
    gpu_embodied: [Drawn; 3],
    server_embodied: [Drawn; 3],
    pue: Drawn,
    wue: Drawn,
}

/// A model drawn once.
pub(super) struct Hosting {
    pub(super) deployment: Deployment,
    pub(super) server: Server,
    pub(super) site: Site,
}

impl<'r> HostedModel<'r> {
    pub(super) fn new(
        revision: &'r Revision,
        fit: &'r BatchedFit,
        key: usize,
        quantities: &mut Quantities<'_>,
    ) -> Result<Self, UncertaintyError> {
        let (model, deployment) = (&revision.models()[key], &revision.deployments()[key]);
        let owner = Owner {
            provider: &model.provider,
            model: model.alias_of.as_ref().unwrap_or(&model.name),
            zone: "",
        };
        let constants = revision.constants();
        let (pue, wue) = site_of_provider(revision, &model.provider)?;
        let wue = wue.ok_or(UncertaintyError::WithoutBatches(revision.formulas()))?;
        let formulas = revision.formulas();
        let is_measured = formulas.has_measured_throughput() && model.tokens_per_second.is_some();
        let (total, active_share) = sizes(model);
        let gpu_energy = Given {
            is_beyond_server: deployment.server_share.0[1] > 1.0,
            ..Given::single(1.0)
        };
        let mut drawn = |factor, given| quantities.drawn(factor, None, given, owner);
        let latency = Given {
            is_measured,
            ..Given::single(1.0)
        };
        let first_token = if formulas.has_measured_throughput() {
            model.first_token_s.map_or(0.0, |_| 1.0)
        } else {
            0.0
        };
        Ok(Self {
            constants,
            fit,
            formulas,
            tokens_per_second: model.tokens_per_second,
            first_token_s: model.first_token_s,
            batch_size: drawn(UncertainFactor::BatchSize, Given::single(fit.batch_size()))?,
            total: drawn(UncertainFactor::TotalParameters, total)?,
            active_share: drawn(UncertainFactor::ActiveShare, active_share)?,
            token_latency: drawn(UncertainFactor::TokenLatency, latency)?,
            first_token: drawn(UncertainFactor::FirstToken, Given::single(first_token))?,
            gpu_energy: drawn(UncertainFactor::GpuEnergy, gpu_energy)?,
            server_power: drawn(
                UncertainFactor::ServerPower,
                Given::single(constants.server_power_kw),
            )?,
            lifetime: drawn(
                UncertainFactor::Lifetime,
                Given::single(constants.lifetime_s),
            )?,
            pue: drawn(UncertainFactor::Pue, Given::value(pue))?,
            wue: drawn(UncertainFactor::Wue, Given::value(wue))?,
            gpu_embodied: embodied(
                UncertainFactor::GpuEmbodied,
                constants.gpu_embodied,
                owner,
                quantities,
            )?,
            server_embodied: embodied(
                UncertainFactor::ServerEmbodied,
                constants.server_embodied,
                owner,
                quantities,
            )?,
        })
    }

    /// The size of its batches, which other models may share.
    pub(super) fn batch_size(&self) -> &Drawn {
        &self.batch_size
    }

    /// The model for one value of every quantity.
    ///
    /// The fit of the energy stays at the batch of the method, see `batch.rs`.
    pub(super) fn hosting(&self, batch: Batch, ratios: &[f64]) -> Result<Hosting, EstimateError> {
        let decay = self.fit.energy_batch_decay();
        let energy = self.gpu_energy.value(ratios) * batch.energy_ratio;
        let constants = Constants {
            server_power_kw: self.server_power.value(ratios),
            lifetime_s: self.lifetime.value(ratios),
            gpu_embodied: embodied_value(&self.gpu_embodied, ratios),
            server_embodied: embodied_value(&self.server_embodied, ratios),
            fit: Fit::Batched(self.fit.clone().with_batch(batch.size, decay)),
            ..*self.constants
        };
        let total = self.total.value(ratios);
        let single = |value| Value::single(value).map_err(|_| EstimateError::Overflow);
        let weights = Weights {
            active: single(total * self.active_share.value(ratios))?,
            total: single(total)?,
            tokens_per_second: self.tokens_per_second,
            first_token_s: self.first_token_s,
        };
        let mut deployment = Deployment::new(&weights, &constants, self.formulas)?;
        let token_latency = self.token_latency.value(ratios);
        deployment.energy_per_token = deployment.energy_per_token * energy;
        deployment.latency_per_token = deployment.latency_per_token * token_latency;
        deployment.latency_bound_per_token = deployment.latency_bound_per_token * token_latency;
        deployment.first_token *= self.first_token.value(ratios);
        Ok(Hosting {
            deployment,
            server: Server::new(&constants),
            site: Site {
                pue: Ends::both(self.pue.value(ratios)),
                wue: Ends::both(self.wue.value(ratios)),
            },
        })
    }
}

/// Parameters in memory, billions, and the share of them at work.
///
/// The ends of a range go together, so a dense model keeps a share of exactly one.
fn sizes(model: &Model) -> (Given, Given) {
    let is_undisclosed = model
        .warnings
        .iter()
        .any(|warning| warning == Warning::ArchitectureNotReleased);
    let shares = [
        model.active.min() / model.total.min(),
        model.active.max() / model.total.max(),
    ];
    let total = Given {
        is_undisclosed,
        ..Given::value(model.total)
    };
    let share = Given {
        low: shares[0].min(shares[1]),
        high: shares[0].max(shares[1]),
        is_undisclosed,
        ..Given::single(shares[0])
    };
    (total, share)
}

fn embodied(
    factor: UncertainFactor,
    given: Embodied,
    owner: Owner<'_>,
    quantities: &mut Quantities<'_>,
) -> Result<[Drawn; 3], UncertaintyError> {
    let [gwp, adpe, pe] = EMBODIED;
    let mut drawn =
        |indicator, value| quantities.drawn(factor, Some(indicator), Given::single(value), owner);
    Ok([
        drawn(gwp, given.gwp)?,
        drawn(adpe, given.adpe)?,
        drawn(pe, given.pe)?,
    ])
}

fn embodied_value(drawn: &[Drawn; 3], ratios: &[f64]) -> Embodied {
    let [gwp, adpe, pe] = drawn.each_ref().map(|drawn| drawn.value(ratios));
    Embodied { gwp, adpe, pe }
}
