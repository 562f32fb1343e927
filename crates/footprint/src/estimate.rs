use crate::constants::{Constants, Fit};
use crate::deployment::{Deployment, Weights};
use crate::electricity::Electricity;
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::flag::Flags;
use crate::formula::Formula;
use crate::impacts::{Footprint, Outcome};
use crate::inference::{Mix, Results, Server, Site, generation_latency};
use crate::model::Model;
use crate::revision::{FormulaSet, Revision};
use crate::trace::{Step, Trace};
use crate::value::Value;
use crate::warning::Warnings;

/// A request to a model of the registry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Request<'a> {
    /// Provider, exactly as in the registry.
    pub provider: &'a str,
    /// Model, exactly as in the registry.
    pub model: &'a str,
    /// Tokens of the answer, zero or more. Those of the question are not modelled.
    pub output_tokens: f64,
    /// Measured time of the answer, s, zero or more; `None` when it was not measured.
    pub latency_s: Option<f64>,
    /// Electricity zone; `None` for the provider's.
    pub zone: Option<&'a str>,
}

/// A request whose every factor is given by the caller.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference<'a> {
    /// Parameters at work for a token, billions, above zero.
    pub active_parameters: Value,
    /// Parameters in memory, billions, above zero.
    pub total_parameters: Value,
    /// Tokens of the answer, zero or more.
    pub output_tokens: f64,
    /// Measured time of the answer, s, zero or more; `None` when it was not measured.
    pub latency_s: Option<f64>,
    /// Measured throughput, tokens/s, above zero; `None` for the fit.
    pub tokens_per_second: Option<f64>,
    /// Measured delay of the first token, s, zero or more.
    pub first_token_s: Option<f64>,
    /// Factors of the electricity.
    pub electricity: Electricity,
    /// Power usage effectiveness, above zero.
    pub pue: Value,
    /// Water consumed on the site, L by kWh of computing energy; needed from F4.
    pub wue: Option<Value>,
    /// The numbers that depend neither on the model nor on the zone.
    pub constants: &'a Constants,
    /// The formulas in force.
    pub formulas: FormulaSet,
}

/// The impacts of a request under a revision, with every intermediate step.
///
/// Fails when the model or the zone is unknown (in that order) and when the tokens or the latency
/// are negative or not numbers: an unknown is never answered by a zero.
pub fn estimate(request: &Request<'_>, revision: &Revision) -> Result<Footprint, EstimateError> {
    let key = revision
        .model_key(request.provider, request.model)
        .ok_or(EstimateError::UnknownModel)?;
    let model = &revision.models()[usize::from(key)];
    let deployment = &revision.deployments()[usize::from(key)];
    of_model(request, model, deployment, revision)
}

/// The same for a row of the registry that may come from other tables, such as a name whose meaning
/// drifts with time. The names in the request are not looked at.
pub fn estimate_model(
    request: &Request<'_>,
    model: &Model,
    revision: &Revision,
) -> Result<Footprint, EstimateError> {
    let weights = Weights {
        active: model.active,
        total: model.total,
        tokens_per_second: model.tokens_per_second,
        first_token_s: model.first_token_s,
    };
    let deployment = Deployment::new(&weights, revision.constants(), revision.formulas())?;
    of_model(request, model, &deployment, revision)
}

fn of_model(
    request: &Request<'_>,
    model: &Model,
    deployment: &Deployment,
    revision: &Revision,
) -> Result<Footprint, EstimateError> {
    let zone = revision.zone_of(&model.provider, request.zone)?;
    let (tokens, latency) = measured(request.output_tokens, request.latency_s)?;
    let (pue, wue) = site_of_provider(revision, &model.provider)?;
    answer(
        Generation::of_request(tokens, latency, deployment, revision.formulas()),
        deployment,
        Server::new(revision.constants()),
        &zone.electricity,
        Shape {
            has_parameter_range: model.active.is_range() || model.total.is_range(),
            pue,
            wue,
            formulas: revision.formulas(),
        },
        model.warnings.union(zone.warnings),
    )
}

/// The impacts of a request whose every factor is given.
///
/// Fails when a number is outside the range stated at its field.
pub fn estimate_inference(inference: &Inference<'_>) -> Result<Footprint, EstimateError> {
    check_factors(inference)?;
    let (tokens, latency) = measured(inference.output_tokens, inference.latency_s)?;
    let weights = Weights {
        active: inference.active_parameters,
        total: inference.total_parameters,
        tokens_per_second: inference.tokens_per_second,
        first_token_s: inference.first_token_s,
    };
    let deployment = Deployment::new(&weights, inference.constants, inference.formulas)?;
    answer(
        Generation::of_request(tokens, latency, &deployment, inference.formulas),
        &deployment,
        Server::new(inference.constants),
        &inference.electricity,
        Shape {
            has_parameter_range: weights.active.is_range() || weights.total.is_range(),
            pue: inference.pue,
            wue: inference.wue,
            formulas: inference.formulas,
        },
        Warnings::default(),
    )
}

/// What decides which results are ranges.
pub(crate) struct Shape {
    pub(crate) has_parameter_range: bool,
    pub(crate) pue: Value,
    pub(crate) wue: Option<Value>,
    pub(crate) formulas: FormulaSet,
}

/// The answers generated: one, or many taken together.
pub(crate) struct Generation {
    /// Tokens.
    pub(crate) tokens: f64,
    /// Time, s.
    pub(crate) latency: Ends,
    /// Whether F3 keeps the interval of its fit.
    pub(crate) keeps_interval: bool,
    /// Whether the time is only known between bounds.
    pub(crate) is_bounded: bool,
}

impl Generation {
    fn of_request(
        tokens: f64,
        latency: f64,
        deployment: &Deployment,
        formulas: FormulaSet,
    ) -> Self {
        let bound = tokens * deployment.latency_bound_per_token.0[1];
        Self {
            tokens,
            latency: generation_latency(tokens, latency, deployment, formulas),
            keeps_interval: latency.is_nan() || bound < latency,
            is_bounded: false,
        }
    }
}

pub(crate) fn answer(
    generation: Generation,
    deployment: &Deployment,
    server: Server,
    electricity: &Electricity,
    shape: Shape,
    warnings: Warnings,
) -> Result<Footprint, EstimateError> {
    let formulas = shape.formulas;
    let site = Site {
        pue: shape.pue.ends(),
        wue: shape.wue.map_or(Ends::both(f64::NAN), |wue| wue.ends()),
    };
    let mix = Mix::new(electricity);
    let results = Results::of_generation(
        (generation.tokens, generation.latency),
        deployment,
        server,
        site,
        mix,
        formulas,
    );
    let parameters = shape.has_parameter_range;
    let fit = formulas.has_fit_interval();
    let latency = parameters || fit && generation.keeps_interval || generation.is_bounded;
    let computing = parameters || fit || generation.is_bounded;
    let usage = computing || shape.pue.is_range();
    let water = usage || shape.wue.is_some_and(|wue| wue.is_range());
    let total = results.total();

    let mut steps = Steps(Vec::with_capacity(22));
    steps.add(
        Formula::RequiredMemory,
        deployment.required_memory,
        parameters,
    )?;
    steps.add(Formula::GpuCount, deployment.gpu_count, parameters)?;
    steps.add(
        Formula::EnergyPerToken,
        deployment.energy_per_token,
        parameters || fit,
    )?;
    steps.add(
        Formula::LatencyPerToken,
        deployment.latency_per_token,
        parameters || fit,
    )?;
    steps.add_three(HARDWARE, deployment.hardware, parameters)?;
    steps.add(Formula::GpuEnergy, results.gpu_energy, parameters || fit)?;
    steps.add(
        Formula::GenerationLatency,
        results.generation_latency,
        latency,
    )?;
    steps.add(Formula::ServerEnergy, results.server_energy, latency)?;
    steps.add(Formula::ItEnergy, results.it_energy, computing)?;
    let energy = steps.add(Formula::Energy, results.energy, usage)?;
    let used = steps.add_three(USAGE, results.usage, usage)?;
    let wcf = if formulas.has_water() {
        Some(steps.add(Formula::Water, results.water, water)?)
    } else {
        None
    };
    let embodied = steps.add_three(EMBODIED, results.embodied, latency)?;
    let total = steps.add_three(TOTAL, total, usage || latency)?;
    let outcome = Outcome {
        energy,
        wcf,
        usage: used,
        embodied,
        total,
    };
    let trace = Trace {
        formulas,
        steps: steps.0,
        runs: if parameters { 2 } else { 1 },
    };
    Ok(Footprint::new(
        outcome,
        warnings,
        Flags::of(electricity),
        trace,
    ))
}

const HARDWARE: [Formula; 3] = [
    Formula::HardwareGwp,
    Formula::HardwareAdpe,
    Formula::HardwarePe,
];
pub(crate) const USAGE: [Formula; 3] = [Formula::UsageGwp, Formula::UsageAdpe, Formula::UsagePe];
const EMBODIED: [Formula; 3] = [
    Formula::EmbodiedGwp,
    Formula::EmbodiedAdpe,
    Formula::EmbodiedPe,
];
pub(crate) const TOTAL: [Formula; 3] = [Formula::TotalGwp, Formula::TotalAdpe, Formula::TotalPe];

/// The steps written so far.
pub(crate) struct Steps(pub(crate) Vec<Step>);

impl Steps {
    pub(crate) fn add(
        &mut self,
        formula: Formula,
        ends: Ends,
        is_range: bool,
    ) -> Result<Value, EstimateError> {
        let value = Value::from_ends(ends, is_range).map_err(|_| EstimateError::Overflow)?;
        self.0.push(Step { formula, value });
        Ok(value)
    }

    pub(crate) fn add_three(
        &mut self,
        formulas: [Formula; 3],
        ends: [Ends; 3],
        is_range: bool,
    ) -> Result<[Value; 3], EstimateError> {
        Ok([
            self.add(formulas[0], ends[0], is_range)?,
            self.add(formulas[1], ends[1], is_range)?,
            self.add(formulas[2], ends[2], is_range)?,
        ])
    }
}

/// Tokens and latency after their checks; a latency that was not measured becomes NaN.
pub(crate) fn measured(
    output_tokens: f64,
    latency_s: Option<f64>,
) -> Result<(f64, f64), EstimateError> {
    if !(output_tokens >= 0.0 && output_tokens.is_finite()) {
        return Err(EstimateError::InvalidTokens);
    }
    match latency_s {
        Some(latency) if latency >= 0.0 => Ok((output_tokens, latency)),
        Some(_) => Err(EstimateError::InvalidLatency),
        None => Ok((output_tokens, f64::NAN)),
    }
}

/// PUE and WUE of a provider; before F4, one PUE for all and no water.
pub(crate) fn site_of_provider(
    revision: &Revision,
    provider: &str,
) -> Result<(Value, Option<Value>), EstimateError> {
    match &revision.constants().fit {
        Fit::Linear(fit) => {
            let pue = Value::single(fit.pue)
                .map_err(|_| EstimateError::InvalidFactor("datacenter_pue"))?;
            Ok((pue, None))
        }
        Fit::Batched(_) => {
            let provider = revision
                .provider(provider)
                .ok_or(EstimateError::UnknownModel)?;
            Ok((provider.pue, Some(provider.wue)))
        }
    }
}

fn check_factors(inference: &Inference<'_>) -> Result<(), EstimateError> {
    let constants = inference.constants;
    let fit = match &constants.fit {
        Fit::Batched(fit) if inference.formulas.has_batches() => fit.batch_size(),
        Fit::Linear(_) if !inference.formulas.has_batches() => 1.0,
        Fit::Batched(_) | Fit::Linear(_) => return Err(EstimateError::InvalidFactor("fit")),
    };
    let positive = [
        ("batch_size", fit),
        ("memory_overhead", constants.memory_overhead),
        ("model_quantization_bits", constants.quantization_bits),
        ("gpu_memory", constants.gpu_memory_gb),
        ("server_gpus", constants.server_gpus),
        ("hardware_lifespan", constants.lifetime_s),
        ("datacenter_pue", inference.pue.min()),
    ];
    for (name, factor) in positive {
        if !(factor > 0.0 && factor.is_finite()) {
            return Err(EstimateError::InvalidFactor(name));
        }
    }
    check_amounts(&[
        ("server_power", constants.server_power_kw),
        ("gpu_embodied_impact_gwp", constants.gpu_embodied.gwp),
        ("gpu_embodied_impact_adpe", constants.gpu_embodied.adpe),
        ("gpu_embodied_impact_pe", constants.gpu_embodied.pe),
        ("server_embodied_impact_gwp", constants.server_embodied.gwp),
        (
            "server_embodied_impact_adpe",
            constants.server_embodied.adpe,
        ),
        ("server_embodied_impact_pe", constants.server_embodied.pe),
    ])?;
    check_electricity(&inference.electricity)?;
    if inference.formulas.has_water() {
        let wue = inference.wue.ok_or(EstimateError::InvalidFactor("wue"))?;
        let electricity_wue = inference
            .electricity
            .wue
            .ok_or(EstimateError::InvalidFactor("electricity_wue"))?;
        check_amounts(&[("wue", wue.min()), ("electricity_wue", electricity_wue)])?;
    }
    Ok(())
}

pub(crate) fn check_electricity(electricity: &Electricity) -> Result<(), EstimateError> {
    check_amounts(&[
        ("electricity_gwp", electricity.gwp),
        ("electricity_adpe", electricity.adpe),
        ("electricity_pe", electricity.pe),
    ])
}

/// Each must be a finite number, zero or more.
pub(crate) fn check_amounts(factors: &[(&'static str, f64)]) -> Result<(), EstimateError> {
    match factors
        .iter()
        .find(|(_, factor)| !(*factor >= 0.0 && factor.is_finite()))
    {
        Some((name, _)) => Err(EstimateError::InvalidFactor(name)),
        None => Ok(()),
    }
}
