use crate::trace::Trace;
use crate::value::Value;
use crate::warning::Warnings;
use serde::Serialize;

/// The impacts of a request.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Impacts {
    /// Electricity, kWh.
    pub energy: Value,
    /// Global warming, kgCO2eq.
    pub gwp: Value,
    /// Depletion of mineral resources, kgSbeq.
    pub adpe: Value,
    /// Primary energy, MJ.
    pub pe: Value,
    /// Water consumed, L; `None` before release 0.9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wcf: Option<Value>,
}

/// The share of a request in the making of the hardware. Its water is not modelled.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct EmbodiedImpacts {
    /// Global warming, kgCO2eq.
    pub gwp: Value,
    /// Depletion of mineral resources, kgSbeq.
    pub adpe: Value,
    /// Primary energy, MJ.
    pub pe: Value,
}

/// The answer: impacts, what to beware of, and how they were computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Footprint {
    /// Usage and embodied together.
    pub total: Impacts,
    /// The electricity used.
    pub usage: Impacts,
    /// The making of the hardware.
    pub embodied: EmbodiedImpacts,
    /// Reasons to read the figures with care, in order.
    pub warnings: Warnings,
    /// Every intermediate step.
    pub trace: Trace,
}
