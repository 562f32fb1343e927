use crate::constants::Embodied;
use crate::electricity::Electricity;
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::estimate::{Steps, TOTAL, USAGE, check_amounts, check_electricity, measured};
use crate::flag::Flags;
use crate::formula::Formula;
use crate::impacts::{Footprint, Outcome};
use crate::inference::Mix;
use crate::revision::{FormulaSet, Revision};
use crate::trace::Trace;
use crate::value::Value;
use crate::warning::Warnings;

const SECONDS_PER_HOUR: f64 = 3600.0;
const WATTS_PER_KILOWATT: f64 = 1000.0;
const PIXELS_PER_UNIT_OF_VOLUME: f64 = 1000.0;

/// How the time to make a video follows from its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VideoFit {
    /// By frame and squared pixel, s.
    pub n: f64,
    /// By thousand pixel-frames, s.
    pub m: f64,
    /// By frame, s.
    pub m1: f64,
    /// By squared pixel, s.
    pub m2: f64,
    /// By squared frame, s.
    pub n1: f64,
    /// By squared thousand pixel-frames, s.
    pub n2: f64,
    /// Whatever the size, s.
    pub g: f64,
}

/// A request to a video model of the registry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VideoRequest<'a> {
    /// Model, exactly as in the registry.
    pub model: &'a str,
    /// A name such as `720p`, or `1280x720`.
    pub resolution: &'a str,
    /// Duration of the video, s, zero or more.
    pub duration_s: f64,
    /// Whether sound is made too.
    pub audio: Audio,
    /// Measured time of the answer, s, zero or more; `None` when it was not measured.
    pub latency_s: Option<f64>,
    /// Electricity zone; `None` for the provider's.
    pub zone: Option<&'a str>,
    /// Power usage effectiveness; `None` for the provider's.
    pub pue: Option<Value>,
    /// Water consumed on the site, L by kWh of computing energy; `None` for the provider's.
    pub wue: Option<Value>,
}

/// Whether a video comes with sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audio {
    /// With sound.
    With,
    /// Silent.
    Without,
}

/// A video whose every factor is given by the caller.
#[derive(Debug, Clone, PartialEq)]
pub struct VideoGeneration {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Frames.
    pub frames: u32,
    /// How the time follows from the size.
    pub fit: VideoFit,
    /// 1 with sound, otherwise the model's share of the time without it; zero or more.
    pub audio_weight: f64,
    /// Measured time of the answer, s, zero or more.
    pub latency_s: Option<f64>,
    /// Power of the whole server, kW, zero or more.
    pub server_power_kw: Value,
    /// Accelerators in the server, above zero.
    pub accelerators: f64,
    /// Making of the server without its accelerators.
    pub server_embodied: Embodied,
    /// Making of one accelerator.
    pub accelerator_embodied: Embodied,
    /// Lifetime of the hardware, s, above zero.
    pub lifetime_s: f64,
    /// Factors of the electricity, water included.
    pub electricity: Electricity,
    /// Power usage effectiveness, above zero.
    pub pue: Value,
    /// Water consumed on the site, L by kWh of computing energy, zero or more.
    pub wue: Value,
    /// Reasons to read the figures with care.
    pub warnings: Warnings,
}

/// The impacts of making a video with a model of the registry.
///
/// Fails when the revision has no video, when the model or the zone is unknown, and when a number
/// is outside its range.
pub fn estimate_video(
    request: &VideoRequest<'_>,
    revision: &Revision,
) -> Result<Footprint, EstimateError> {
    let tables = revision.video().ok_or(EstimateError::VideoNotModelled)?;
    let model = tables
        .model(request.model)
        .ok_or(EstimateError::UnknownModel)?;
    let hardware = tables
        .hardware_of(model)
        .ok_or(EstimateError::UnknownModel)?;
    let provider = tables
        .provider_of(model)
        .ok_or(EstimateError::UnknownModel)?;
    let code = request.zone.unwrap_or(&provider.default_zone);
    let zone = revision.zone_key(code).ok_or(EstimateError::UnknownZone)?;
    let zone = &revision.zones()[usize::from(zone)];
    let (width, height) = tables
        .resolution(request.resolution)
        .ok_or(EstimateError::InvalidResolution)?;
    estimate_video_generation(&VideoGeneration {
        width,
        height,
        frames: frames(request.duration_s, tables.frame_rate)?,
        fit: model.fit,
        audio_weight: match request.audio {
            Audio::With => 1.0,
            Audio::Without => model.non_audio_weight,
        },
        latency_s: request.latency_s,
        server_power_kw: server_power_kw(hardware.power_w)?,
        accelerators: hardware.accelerators,
        server_embodied: hardware.server_embodied,
        accelerator_embodied: hardware.accelerator_embodied,
        lifetime_s: revision.constants().lifetime_s,
        electricity: zone.electricity,
        pue: request.pue.unwrap_or(provider.pue),
        wue: request.wue.unwrap_or(provider.wue),
        warnings: zone.warnings,
    })
}

/// The impacts of making a video whose every factor is given.
///
/// Fails when a number is outside the range stated at its field.
pub fn estimate_video_generation(video: &VideoGeneration) -> Result<Footprint, EstimateError> {
    check(video)?;
    let (_, measured_latency) = measured(0.0, video.latency_s)?;
    let latency = video_latency(video, measured_latency);
    if latency.is_nan() || latency < 0.0 {
        return Err(EstimateError::InvalidFactor("video_fit"));
    }
    let latency = Ends::both(latency);
    let power = video.server_power_kw;
    let it_energy = latency / SECONDS_PER_HOUR * power.ends();
    let energy = video.pue.ends() * it_energy;
    let mix = Mix::new(&video.electricity);
    let usage = mix.factors.map(|factor| energy * factor);
    let water = it_energy * (video.wue.ends() + video.pue.ends() * mix.wue);
    let embodied = video_embodied(video, latency);
    let total = std::array::from_fn(|indicator| usage[indicator] + embodied[indicator]);

    let usage_is_range = power.is_range() || video.pue.is_range();
    let water_is_range = usage_is_range || video.wue.is_range();
    let mut steps = Steps(Vec::with_capacity(13));
    steps.add(Formula::VideoLatency, latency, false)?;
    steps.add(Formula::VideoItEnergy, it_energy, power.is_range())?;
    let energy = steps.add(Formula::Energy, energy, usage_is_range)?;
    let used = steps.add_three(USAGE, usage, usage_is_range)?;
    let wcf = Some(steps.add(Formula::Water, water, water_is_range)?);
    let embodied = steps.add_three(VIDEO_EMBODIED, embodied, false)?;
    let total = steps.add_three(TOTAL, total, usage_is_range)?;
    let outcome = Outcome {
        energy,
        wcf,
        usage: used,
        embodied,
        total,
    };
    let trace = Trace {
        formulas: FormulaSet::F6,
        steps: steps.0,
        runs: 1,
    };
    let flags = Flags::of(&video.electricity);
    Ok(Footprint::new(outcome, video.warnings, flags, trace))
}

const VIDEO_EMBODIED: [Formula; 3] = [
    Formula::VideoEmbodiedGwp,
    Formula::VideoEmbodiedAdpe,
    Formula::VideoEmbodiedPe,
];

/// Frames of a video, one or more: the whole part of rate·duration + 1.
fn frames(duration_s: f64, frame_rate: f64) -> Result<u32, EstimateError> {
    let frames = (frame_rate * duration_s + 1.0).floor();
    if frames >= 1.0 && frames <= f64::from(u32::MAX) {
        Ok(frames as u32)
    } else {
        Err(EstimateError::InvalidDuration)
    }
}

fn server_power_kw(power_w: Value) -> Result<Value, EstimateError> {
    Value::from_ends(power_w.ends() / WATTS_PER_KILOWATT, power_w.is_range())
        .map_err(|_| EstimateError::InvalidFactor("video_server_power"))
}

/// Time the server spends on a video, s: the shorter of what was measured and
/// (n·f·(wh)² + m·V + m₁·f + m₂·(wh)² + n₁·f² + n₂·V² + g)·sound, with V = w·h·f/1000.
fn video_latency(video: &VideoGeneration, measured_latency: f64) -> f64 {
    let frames = f64::from(video.frames);
    let pixels = f64::from(video.width) * f64::from(video.height);
    let pixels_squared = pixels * pixels;
    let volume = pixels * frames / PIXELS_PER_UNIT_OF_VOLUME;
    let fit = video.fit;
    let modelled = (fit.n * frames * pixels_squared
        + fit.m * volume
        + fit.m1 * frames
        + fit.m2 * pixels_squared
        + fit.n1 * (frames * frames)
        + fit.n2 * (volume * volume)
        + fit.g)
        * video.audio_weight;
    if measured_latency < modelled {
        measured_latency
    } else {
        modelled
    }
}

/// Share of the making of the whole server, kgCO2eq, kgSbeq, MJ: (Δt/Λ)·(Iˢ + n·Iᵍ).
fn video_embodied(video: &VideoGeneration, latency: Ends) -> [Ends; 3] {
    let server = video.server_embodied.ends();
    let accelerator = video.accelerator_embodied.ends();
    std::array::from_fn(|indicator| {
        let hardware = server[indicator] + accelerator[indicator] * video.accelerators;
        latency / video.lifetime_s * hardware
    })
}

fn check(video: &VideoGeneration) -> Result<(), EstimateError> {
    for (name, factor) in [
        ("datacenter_pue", video.pue.min()),
        ("hardware_lifespan", video.lifetime_s),
        ("accelerators", video.accelerators),
    ] {
        if !(factor > 0.0 && factor.is_finite()) {
            return Err(EstimateError::InvalidFactor(name));
        }
    }
    let wue = video.electricity.wue;
    check_amounts(&[
        ("wue", video.wue.min()),
        ("electricity_wue", wue.unwrap_or(f64::NAN)),
        ("video_server_power", video.server_power_kw.min()),
        ("video_non_audio_weight", video.audio_weight),
        ("server_embodied_gwp", video.server_embodied.gwp),
        ("server_embodied_adpe", video.server_embodied.adpe),
        ("server_embodied_pe", video.server_embodied.pe),
        ("accelerator_embodied_gwp", video.accelerator_embodied.gwp),
        ("accelerator_embodied_adpe", video.accelerator_embodied.adpe),
        ("accelerator_embodied_pe", video.accelerator_embodied.pe),
    ])?;
    check_electricity(&video.electricity)
}
