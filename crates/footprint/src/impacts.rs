use crate::flag::Flags;
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
    /// Factors of the tables that look wrong, in order. The reference has no such thing.
    pub flags: Flags,
    /// Every intermediate step.
    pub trace: Trace,
}

/// The results of an estimate before they are an answer.
pub(crate) struct Outcome {
    pub(crate) energy: Value,
    pub(crate) wcf: Option<Value>,
    /// kgCO2eq, kgSbeq, MJ.
    pub(crate) usage: [Value; 3],
    /// kgCO2eq, kgSbeq, MJ.
    pub(crate) embodied: [Value; 3],
    /// kgCO2eq, kgSbeq, MJ.
    pub(crate) total: [Value; 3],
}

impl Footprint {
    pub(crate) fn new(outcome: Outcome, warnings: Warnings, flags: Flags, trace: Trace) -> Self {
        let impacts = |[gwp, adpe, pe]: [Value; 3]| Impacts {
            energy: outcome.energy,
            gwp,
            adpe,
            pe,
            wcf: outcome.wcf,
        };
        let [gwp, adpe, pe] = outcome.embodied;
        Self {
            total: impacts(outcome.total),
            usage: impacts(outcome.usage),
            embodied: EmbodiedImpacts { gwp, adpe, pe },
            warnings,
            flags,
            trace,
        }
    }
}
