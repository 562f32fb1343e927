//! Requests and answers as lines of JSON, in the shape of the reference's test vectors.

use crate::constants::{Constants, Embodied, Fit};
use crate::electricity::Electricity;
use crate::error::EstimateError;
use crate::estimate::{Inference, Request, estimate, estimate_inference};
use crate::formula::Formula;
use crate::impacts::{EmbodiedImpacts, Footprint, Impacts};
use crate::method::Method;
use crate::revision::Revision;
use crate::value::Value;
use crate::video::{
    Audio, VideoFit, VideoGeneration, VideoRequest, estimate_video, estimate_video_generation,
};
use crate::warning::Warnings;
use serde::{Deserialize, Deserializer, Serialize};

/// One line of answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The id of the request's line.
    pub id: String,
    /// The impacts; `None` when there is an error.
    pub out: Option<Out>,
    /// Codes of the warnings, in order.
    pub warnings: Vec<&'static str>,
    /// Codes of the factors that look wrong, in order.
    pub flags: Vec<&'static str>,
    /// Code of the error.
    pub errors: Vec<&'static str>,
    /// Intermediate results: one entry for each run, low then high; none for a video.
    pub steps: Vec<RunSteps>,
}

/// Impacts in the shape of the reference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Out {
    /// Usage and embodied together.
    #[serde(flatten)]
    pub total: Impacts,
    /// The electricity used.
    pub usage: Impacts,
    /// The making of the hardware.
    pub embodied: EmbodiedImpacts,
}

/// Intermediate results of one run; with F3, the low ends of the first and the high ends of the
/// second.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RunSteps {
    /// s.
    pub generation_latency: f64,
    /// GB.
    pub model_required_memory: f64,
    /// Accelerators.
    pub gpu_required_count: u64,
    /// kWh, one accelerator.
    pub gpu_energy: f64,
    /// kWh.
    pub server_energy: f64,
    /// kWh.
    pub request_it_energy: f64,
}

/// Why a line could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RowError {
    /// It is not the JSON of a request.
    #[error("the line is not a request: {0}")]
    NotARequest(#[from] serde_json::Error),
    /// Neither the caller nor the line names a release that is kept.
    #[error("the release « {0} » is not kept: name one of the revisions")]
    UnknownRelease(String),
}

/// The answer to one line of requests, under a release or under the line's own `version`.
///
/// An estimate that fails is an answer with its error code; only a line that cannot be read fails.
pub fn answer(line: &str, method: &Method, release: Option<&str>) -> Result<Answer, RowError> {
    let row: Row = serde_json::from_str(line)?;
    let release = release.or(row.version.as_deref()).unwrap_or_default();
    let revision = method
        .revision(release)
        .ok_or_else(|| RowError::UnknownRelease(release.to_owned()))?;
    let footprint = match row.request {
        Question::Llm(input) => input.footprint(revision),
        Question::LlmRaw(input) => input.footprint(revision),
        Question::Video(input) => input.footprint(revision),
        Question::VideoRaw(input) => input.footprint(revision),
    };
    Ok(Answer::new(row.id, footprint))
}

#[derive(Deserialize)]
struct Row {
    id: String,
    version: Option<String>,
    #[serde(flatten)]
    request: Question,
}

#[derive(Deserialize)]
#[serde(tag = "api", content = "in", rename_all = "snake_case")]
enum Question {
    Llm(LlmRow),
    LlmRaw(Box<LlmRawRow>),
    Video(VideoRow),
    VideoRaw(Box<VideoRawRow>),
}

#[derive(Deserialize)]
struct LlmRow {
    provider: String,
    model: String,
    output_tokens: f64,
    latency_s: Option<f64>,
    zone: Option<String>,
}

#[derive(Deserialize)]
struct LlmRawRow {
    model_active_parameter_count: Value,
    model_total_parameter_count: Value,
    output_token_count: f64,
    request_latency: Option<f64>,
    if_electricity_mix_gwp: f64,
    if_electricity_mix_adpe: f64,
    if_electricity_mix_pe: f64,
    if_electricity_mix_wue: Option<f64>,
    datacenter_pue: Value,
    datacenter_wue: Option<Value>,
    tps: Option<f64>,
    ttft: Option<f64>,
    model_quantization_bits: Option<f64>,
    gpu_memory: Option<f64>,
    batch_size: Option<f64>,
    server_gpu_count: Option<f64>,
    server_power: Option<f64>,
    server_lifetime: Option<f64>,
    gpu_embodied_gwp: Option<f64>,
    gpu_embodied_adpe: Option<f64>,
    gpu_embodied_pe: Option<f64>,
    server_embodied_gwp: Option<f64>,
    server_embodied_adpe: Option<f64>,
    server_embodied_pe: Option<f64>,
}

#[derive(Deserialize)]
struct VideoRow {
    model_name: String,
    resolution: String,
    duration: f64,
    with_audio: bool,
    request_latency: Option<f64>,
    /// Absent: the world; null: the provider's.
    #[serde(default, deserialize_with = "present")]
    datacenter_location: Option<Option<String>>,
    datacenter_pue: Option<Value>,
    datacenter_wue: Option<Value>,
}

#[derive(Deserialize)]
struct VideoRawRow {
    video_width: u32,
    video_height: u32,
    video_frames_count: u32,
    server_accelerator_power: Value,
    if_electricity_mix_gwp: f64,
    if_electricity_mix_adpe: f64,
    if_electricity_mix_pe: f64,
    if_electricity_mix_wue: f64,
    datacenter_pue: Value,
    datacenter_wue: Value,
    accelerator_embodied_gwp: f64,
    accelerator_embodied_adpe: f64,
    accelerator_embodied_pe: f64,
    server_embodied_gwp: f64,
    server_embodied_adpe: f64,
    server_embodied_pe: f64,
    request_latency: Option<f64>,
    n: f64,
    m: f64,
    m1: f64,
    m2: f64,
    n1: f64,
    n2: f64,
    g: f64,
    non_audio_weight: f64,
}

fn present<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(input).map(Some)
}

impl LlmRow {
    fn footprint(&self, revision: &Revision) -> Result<Footprint, EstimateError> {
        let request = Request {
            provider: &self.provider,
            model: &self.model,
            output_tokens: self.output_tokens,
            latency_s: self.latency_s,
            zone: self.zone.as_deref(),
        };
        estimate(&request, revision)
    }
}

impl LlmRawRow {
    fn footprint(&self, revision: &Revision) -> Result<Footprint, EstimateError> {
        estimate_inference(&Inference {
            active_parameters: self.model_active_parameter_count,
            total_parameters: self.model_total_parameter_count,
            output_tokens: self.output_token_count,
            latency_s: self.request_latency,
            tokens_per_second: self.tps,
            first_token_s: self.ttft,
            electricity: Electricity {
                gwp: self.if_electricity_mix_gwp,
                adpe: self.if_electricity_mix_adpe,
                pe: self.if_electricity_mix_pe,
                wue: self.if_electricity_mix_wue,
            },
            pue: self.datacenter_pue,
            wue: self.datacenter_wue,
            constants: &self.constants(revision.constants()),
            formulas: revision.formulas(),
        })
    }

    /// The revision's constants, but for those that the line gives.
    fn constants(&self, of_revision: &Constants) -> Constants {
        let constants = of_revision.clone();
        let (gpu, server) = (constants.gpu_embodied, constants.server_embodied);
        let fit = match (constants.fit, self.batch_size) {
            (Fit::Batched(fit), Some(batch_size)) => Fit::Batched(fit.with_batch_size(batch_size)),
            (fit, _) => fit,
        };
        Constants {
            memory_overhead: constants.memory_overhead,
            quantization_bits: self
                .model_quantization_bits
                .unwrap_or(constants.quantization_bits),
            gpu_memory_gb: self.gpu_memory.unwrap_or(constants.gpu_memory_gb),
            server_gpus: self.server_gpu_count.unwrap_or(constants.server_gpus),
            server_power_kw: self.server_power.unwrap_or(constants.server_power_kw),
            lifetime_s: self.server_lifetime.unwrap_or(constants.lifetime_s),
            gpu_embodied: Embodied {
                gwp: self.gpu_embodied_gwp.unwrap_or(gpu.gwp),
                adpe: self.gpu_embodied_adpe.unwrap_or(gpu.adpe),
                pe: self.gpu_embodied_pe.unwrap_or(gpu.pe),
            },
            server_embodied: Embodied {
                gwp: self.server_embodied_gwp.unwrap_or(server.gwp),
                adpe: self.server_embodied_adpe.unwrap_or(server.adpe),
                pe: self.server_embodied_pe.unwrap_or(server.pe),
            },
            fit,
        }
    }
}

impl VideoRow {
    fn footprint(&self, revision: &Revision) -> Result<Footprint, EstimateError> {
        let request = VideoRequest {
            model: &self.model_name,
            resolution: &self.resolution,
            duration_s: self.duration,
            audio: if self.with_audio {
                Audio::With
            } else {
                Audio::Without
            },
            latency_s: self.request_latency,
            zone: match &self.datacenter_location {
                None => Some(revision.world_zone()),
                Some(zone) => zone.as_deref(),
            },
            pue: self.datacenter_pue,
            wue: self.datacenter_wue,
        };
        estimate_video(&request, revision)
    }
}

impl VideoRawRow {
    fn footprint(&self, revision: &Revision) -> Result<Footprint, EstimateError> {
        if !revision.has_video() {
            return Err(EstimateError::VideoNotModelled);
        }
        estimate_video_generation(&VideoGeneration {
            width: self.video_width,
            height: self.video_height,
            frames: self.video_frames_count,
            fit: VideoFit {
                n: self.n,
                m: self.m,
                m1: self.m1,
                m2: self.m2,
                n1: self.n1,
                n2: self.n2,
                g: self.g,
            },
            audio_weight: self.non_audio_weight,
            latency_s: self.request_latency,
            server_power_kw: self.server_accelerator_power,
            accelerators: revision.constants().server_gpus,
            server_embodied: Embodied {
                gwp: self.server_embodied_gwp,
                adpe: self.server_embodied_adpe,
                pe: self.server_embodied_pe,
            },
            accelerator_embodied: Embodied {
                gwp: self.accelerator_embodied_gwp,
                adpe: self.accelerator_embodied_adpe,
                pe: self.accelerator_embodied_pe,
            },
            lifetime_s: revision.constants().lifetime_s,
            electricity: Electricity {
                gwp: self.if_electricity_mix_gwp,
                adpe: self.if_electricity_mix_adpe,
                pe: self.if_electricity_mix_pe,
                wue: Some(self.if_electricity_mix_wue),
            },
            pue: self.datacenter_pue,
            wue: self.datacenter_wue,
            warnings: Warnings::default(),
        })
    }
}

impl Answer {
    fn new(id: String, footprint: Result<Footprint, EstimateError>) -> Self {
        match footprint {
            Ok(footprint) => Self {
                id,
                out: Some(Out {
                    total: footprint.total,
                    usage: footprint.usage,
                    embodied: footprint.embodied,
                }),
                warnings: footprint.warnings.iter().map(|w| w.code()).collect(),
                flags: footprint.flags.iter().map(|flag| flag.code()).collect(),
                errors: Vec::new(),
                steps: (0..footprint.trace.runs)
                    .filter_map(|run| RunSteps::new(&footprint, run))
                    .collect(),
            },
            Err(error) => Self {
                id,
                out: None,
                warnings: Vec::new(),
                flags: Vec::new(),
                errors: vec![error.code()],
                steps: Vec::new(),
            },
        }
    }
}

impl RunSteps {
    fn new(footprint: &Footprint, run: usize) -> Option<Self> {
        let end = |formula| {
            let value = footprint.trace.value(formula)?;
            Some(value.ends().0[run])
        };
        Some(Self {
            generation_latency: end(Formula::GenerationLatency)?,
            model_required_memory: end(Formula::RequiredMemory)?,
            gpu_required_count: end(Formula::GpuCount)? as u64,
            gpu_energy: end(Formula::GpuEnergy)?,
            server_energy: end(Formula::ServerEnergy)?,
            request_it_energy: end(Formula::ItEnergy)?,
        })
    }
}
