use crate::error::EstimateError;
use crate::formula::Formula;
use crate::impacts::{EmbodiedImpacts, Footprint, Impacts};
use crate::row::RowError;
use serde::Serialize;

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
    /// The tokens of the question, apart; only when the extension is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extended>,
}

/// What the extension gives, never a part of `out`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Extended {
    /// The extension.
    pub id: String,
    /// Its impacts; `None` when there is an error.
    pub impacts: Option<Impacts>,
    /// Code of the error.
    pub errors: Vec<&'static str>,
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

impl Answer {
    pub(crate) fn new(
        id: String,
        footprint: Result<Footprint, EstimateError>,
        extension: Option<Extended>,
    ) -> Self {
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
                extension,
            },
            Err(error) => Self {
                id,
                out: None,
                warnings: Vec::new(),
                flags: Vec::new(),
                errors: vec![error.code()],
                steps: Vec::new(),
                extension,
            },
        }
    }

    /// The answer to a line that is not a request.
    pub fn unreadable(error: &RowError) -> Self {
        Self {
            id: String::new(),
            out: None,
            warnings: Vec::new(),
            flags: Vec::new(),
            errors: vec![error.code()],
            steps: Vec::new(),
            extension: None,
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
