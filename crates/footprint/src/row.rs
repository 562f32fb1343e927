//! Requests and answers as lines of JSON, in the shape of the reference's test vectors.

use crate::answer::{Answer, Extended};
use crate::constants::{Constants, Embodied, Fit};
use crate::electricity::Electricity;
use crate::error::EstimateError;
use crate::estimate::{Inference, Request, estimate_inference, estimate_model};
use crate::extension::{Extension, InputTokens, estimate_input};
use crate::impacts::Footprint;
use crate::method::Method;
use crate::model::Model;
use crate::resolve::{Carry, ModelName};
use crate::revision::Revision;
use crate::value::Value;
use crate::video::{
    Audio, VideoFit, VideoGeneration, VideoRequest, estimate_video, estimate_video_generation,
};
use crate::warning::Warnings;
use serde::{Deserialize, Deserializer};

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

/// How lines are answered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// The release; `None` for the line's own `version`.
    pub release: Option<&'a str>,
    /// The extension for the tokens of the question, if it is wanted.
    pub extension: Option<&'a Extension>,
}

/// The answer to one line of requests.
///
/// An estimate that fails is an answer with its error code; only a line that cannot be read fails.
pub fn answer(line: &str, method: &Method, reading: Reading<'_>) -> Result<Answer, RowError> {
    let row: Row = serde_json::from_str(line)?;
    let release = reading.release.or(row.version.as_deref());
    let release = release.unwrap_or_default();
    let revision = method
        .revision(release)
        .ok_or_else(|| RowError::UnknownRelease(release.to_owned()))?;
    let mut extension = None;
    let footprint = match row.request {
        Question::Llm(input) => {
            extension = reading
                .extension
                .and_then(|extension| input.extended(method, revision, extension));
            input.footprint(method, revision)
        }
        Question::LlmRaw(input) => input.footprint(revision),
        Question::Video(input) => input.footprint(revision),
        Question::VideoRaw(input) => input.footprint(revision),
    };
    Ok(Answer::new(row.id, footprint, extension))
}

impl LlmRow {
    /// The row of the registry, by key, alias or date.
    fn resolved<'m>(&self, method: &'m Method, revision: &'m Revision) -> Option<&'m Model> {
        let name = ModelName {
            provider: &self.provider,
            model: &self.model,
            date: self.date.as_deref(),
        };
        let resolved = method.resolve(name, revision, Carry::Never)?;
        Some(resolved.model)
    }

    fn footprint(&self, method: &Method, revision: &Revision) -> Result<Footprint, EstimateError> {
        let model = self
            .resolved(method, revision)
            .ok_or(EstimateError::UnknownModel)?;
        let request = Request {
            provider: &model.provider,
            model: &model.name,
            output_tokens: self.output_tokens,
            latency_s: self.latency_s,
            zone: self.zone.as_deref(),
        };
        estimate_model(&request, model, revision)
    }

    /// The tokens of the question, when the line has them and they can be estimated.
    fn extended(
        &self,
        method: &Method,
        revision: &Revision,
        extension: &Extension,
    ) -> Option<Extended> {
        let input = InputTokens {
            tokens: self.input_tokens?,
            cached: self.cached_tokens.unwrap_or(0.0),
        };
        let model = self.resolved(method, revision)?;
        let zone = self.zone.as_deref();
        let result = estimate_input(input, model, zone, revision, extension);
        Some(Extended {
            id: extension.id.clone(),
            impacts: result.as_ref().ok().copied(),
            errors: result.err().iter().map(|error| error.code()).collect(),
        })
    }
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
    date: Option<String>,
    input_tokens: Option<f64>,
    cached_tokens: Option<f64>,
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
                None => Some(revision.default_zone_code()),
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

impl RowError {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotARequest(_) => "not-a-request",
            Self::UnknownRelease(_) => "release-not-kept",
        }
    }
}
