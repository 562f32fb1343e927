use super::spread::Scope;

const SECONDS_PER_YEAR: f64 = 365.0 * 24.0 * 3600.0;

/// A factor of the method whose error is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UncertainFactor {
    /// Requests that a server answers at once.
    BatchSize,
    /// Parameters in memory, from which the number of accelerators follows by powers of two.
    TotalParameters,
    /// Share of the parameters at work for a token.
    ActiveShare,
    /// Time for one token, measured or fitted.
    TokenLatency,
    /// Delay of the first token.
    FirstToken,
    /// Energy of an accelerator for one token, around its fit.
    GpuEnergy,
    /// Power of a server without its accelerators.
    ServerPower,
    /// Lifetime of the hardware.
    Lifetime,
    /// Making of an accelerator.
    GpuEmbodied,
    /// Making of a server without its accelerators.
    ServerEmbodied,
    /// Energy of the site beyond its computers: the part of the PUE above 1.
    Pue,
    /// Water consumed on the site.
    Wue,
    /// Impacts and water of a kilowatt-hour of electricity, each drawn by itself.
    Electricity,
}

impl UncertainFactor {
    /// Every factor, in the order of the method.
    pub const ALL: [Self; 13] = [
        Self::BatchSize,
        Self::TotalParameters,
        Self::ActiveShare,
        Self::TokenLatency,
        Self::FirstToken,
        Self::GpuEnergy,
        Self::ServerPower,
        Self::Lifetime,
        Self::GpuEmbodied,
        Self::ServerEmbodied,
        Self::Pue,
        Self::Wue,
        Self::Electricity,
    ];

    /// Its name in `uncertainty.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::BatchSize => "batch_size",
            Self::TotalParameters => "total_parameters",
            Self::ActiveShare => "active_share",
            Self::TokenLatency => "token_latency",
            Self::FirstToken => "first_token",
            Self::GpuEnergy => "gpu_energy",
            Self::ServerPower => "server_power",
            Self::Lifetime => "lifetime",
            Self::GpuEmbodied => "gpu_embodied",
            Self::ServerEmbodied => "server_embodied",
            Self::Pue => "pue",
            Self::Wue => "wue",
            Self::Electricity => "electricity",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|factor| factor.name() == name)
    }

    /// Electricity belongs to a zone, everything else to a model and its provider.
    pub(super) fn has_scope(self, scope: Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Provider | Scope::Model => self != Self::Electricity,
            Scope::Zone => self == Self::Electricity,
        }
    }

    /// For a factor whose values can be written in the table: their unit, and how much of the
    /// method's unit one is.
    pub(super) fn written_unit(self) -> Option<(&'static str, f64)> {
        match self {
            Self::BatchSize => Some(("request", 1.0)),
            Self::ServerPower => Some(("kW", 1.0)),
            Self::Lifetime => Some(("year", SECONDS_PER_YEAR)),
            _ => None,
        }
    }

    /// Below it the factor has no meaning, so that only what is above is drawn.
    pub(super) fn floor(self) -> f64 {
        match self {
            Self::Pue => 1.0,
            _ => 0.0,
        }
    }
}
