//! One function per result, in the order of the method: the same for one request and for columns.
//!
//! A latency that was not measured is NaN here, which no comparison accepts.

use crate::constants::{Constants, Fit};
use crate::deployment::Deployment;
use crate::electricity::Electricity;
use crate::ends::Ends;
use crate::revision::FormulaSet;

const SECONDS_PER_HOUR: f64 = 3600.0;

/// What every request of a revision shares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Server {
    /// kW.
    power: f64,
    /// Share of the server's power that falls on one request.
    batch_share: f64,
    /// s, or s·requests with batches.
    lifetime: f64,
}

/// Where the server stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site {
    pub(crate) pue: Ends,
    /// L/kWh; NaN where water is not modelled.
    pub(crate) wue: Ends,
}

/// Factors of the electricity, kgCO2eq, kgSbeq, MJ and L by kWh; NaN where there is none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mix {
    pub(crate) factors: [f64; 3],
    pub(crate) wue: f64,
}

/// Every result of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Results {
    /// s.
    pub(crate) generation_latency: Ends,
    /// kWh, one accelerator.
    pub(crate) gpu_energy: Ends,
    /// kWh.
    pub(crate) server_energy: Ends,
    /// kWh.
    pub(crate) it_energy: Ends,
    /// kWh.
    pub(crate) energy: Ends,
    /// kgCO2eq, kgSbeq, MJ.
    pub(crate) usage: [Ends; 3],
    /// L.
    pub(crate) water: Ends,
    /// kgCO2eq, kgSbeq, MJ.
    pub(crate) embodied: [Ends; 3],
}

impl Results {
    #[inline(always)]
    pub(crate) fn of(
        (tokens, latency): (f64, f64),
        deployment: &Deployment,
        server: Server,
        site: Site,
        mix: Mix,
        formulas: FormulaSet,
    ) -> Self {
        let generation_latency = generation_latency(tokens, latency, deployment, formulas);
        Self::of_generation(
            (tokens, generation_latency),
            deployment,
            server,
            site,
            mix,
            formulas,
        )
    }

    /// The results of one request or of many: the method is linear in tokens and in time.
    #[inline(always)]
    pub(crate) fn of_generation(
        (tokens, generation_latency): (f64, Ends),
        deployment: &Deployment,
        server: Server,
        site: Site,
        mix: Mix,
        formulas: FormulaSet,
    ) -> Self {
        let gpu_energy = gpu_energy(tokens, deployment);
        let server_energy = server_energy(generation_latency, deployment, server);
        let it_energy = it_energy(server_energy, gpu_energy, deployment);
        let energy = energy(it_energy, site);
        Self {
            generation_latency,
            gpu_energy,
            server_energy,
            it_energy,
            energy,
            usage: mix.factors.map(|factor| energy * factor),
            water: water(it_energy, energy, site, mix, formulas),
            embodied: deployment
                .hardware
                .map(|hardware| embodied(generation_latency, hardware, server, formulas)),
        }
    }

    /// Usage and embodied together: kgCO2eq, kgSbeq, MJ.
    #[inline(always)]
    pub(crate) fn total(&self) -> [Ends; 3] {
        std::array::from_fn(|indicator| self.usage[indicator] + self.embodied[indicator])
    }
}

impl Server {
    pub(crate) fn new(constants: &Constants) -> Self {
        let batch = match &constants.fit {
            Fit::Linear(_) => 1.0,
            Fit::Batched(fit) => fit.batch_size(),
        };
        Self {
            power: constants.server_power_kw,
            batch_share: 1.0 / batch,
            lifetime: constants.lifetime_s * batch,
        }
    }
}

impl Mix {
    pub(crate) fn new(electricity: &Electricity) -> Self {
        Self {
            factors: [electricity.gwp, electricity.adpe, electricity.pe],
            wue: electricity.wue.unwrap_or(f64::NAN),
        }
    }

    /// The electricity of a zone that nobody knows: every impact is NaN.
    pub(crate) fn unknown() -> Self {
        Self {
            factors: [f64::NAN; 3],
            wue: f64::NAN,
        }
    }
}

/// Time the server spends on the answer, s, zero or more: the shorter of what was measured and
/// T·ℓ + ttft. In F3 the interval of the fit holds if its upper end is below the measured latency.
#[inline(always)]
pub(crate) fn generation_latency(
    tokens: f64,
    latency: f64,
    deployment: &Deployment,
    formulas: FormulaSet,
) -> Ends {
    let modelled = Ends::both(tokens) * deployment.latency_per_token + deployment.first_token;
    if formulas.has_batches() {
        return modelled.map(|modelled| {
            if latency < modelled {
                latency
            } else {
                modelled
            }
        });
    }
    let bound = Ends::both(tokens) * deployment.latency_bound_per_token;
    let end = |lane: usize| {
        if latency <= bound.0[lane] {
            latency
        } else {
            modelled.0[lane]
        }
    };
    Ends([end(0), end(1)])
}

/// Energy of one accelerator, kWh, zero or more: T·e.
#[inline(always)]
fn gpu_energy(tokens: f64, deployment: &Deployment) -> Ends {
    Ends::both(tokens) * deployment.energy_per_token
}

/// Energy of the server without its accelerators, kWh, zero or more: (Δt/3600)·W·(n/G)·(1/B).
#[inline(always)]
fn server_energy(generation_latency: Ends, deployment: &Deployment, server: Server) -> Ends {
    generation_latency / SECONDS_PER_HOUR
        * server.power
        * deployment.server_share
        * server.batch_share
}

/// Energy of the computers, kWh, zero or more: E_srv + n·E_gpu.
#[inline(always)]
fn it_energy(server_energy: Ends, gpu_energy: Ends, deployment: &Deployment) -> Ends {
    server_energy + deployment.gpu_count * gpu_energy
}

/// Energy of the site, kWh, zero or more: PUE·E_it.
#[inline(always)]
fn energy(it_energy: Ends, site: Site) -> Ends {
    site.pue * it_energy
}

/// Water consumed, L, zero or more: E_it·(WUE + PUE·F_wue); before F6, E in the place of E_it.
#[inline(always)]
fn water(it_energy: Ends, energy: Ends, site: Site, mix: Mix, formulas: FormulaSet) -> Ends {
    let water_per_kwh = site.wue + site.pue * mix.wue;
    if formulas.counts_pue_twice_for_water() {
        energy * water_per_kwh
    } else {
        it_energy * water_per_kwh
    }
}

/// Share of the making of the hardware, in its unit, zero or more: Δt·S/(Λ·B); F2 and F3: (Δt/Λ)·S.
#[inline(always)]
fn embodied(
    generation_latency: Ends,
    hardware: Ends,
    server: Server,
    formulas: FormulaSet,
) -> Ends {
    if formulas.has_batches() {
        generation_latency * hardware / server.lifetime
    } else {
        generation_latency / server.lifetime * hardware
    }
}
