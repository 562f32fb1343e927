use crate::unit::PhysicalUnit;
use serde::{Deserialize, Serialize};

/// What is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// Electricity of the data centre.
    Energy,
    /// Global warming.
    Gwp,
    /// Depletion of mineral resources.
    Adpe,
    /// Primary energy.
    Pe,
    /// Water consumed.
    Wcf,
}

impl Indicator {
    /// Every indicator, in the order of the columns of impacts.
    pub const ALL: [Self; 5] = [Self::Energy, Self::Gwp, Self::Adpe, Self::Pe, Self::Wcf];

    /// A stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Energy => "energy",
            Self::Gwp => "gwp",
            Self::Adpe => "adpe",
            Self::Pe => "pe",
            Self::Wcf => "wcf",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// The unit in which impacts are given.
    pub fn unit(self) -> PhysicalUnit {
        match self {
            Self::Energy => PhysicalUnit::KilowattHours,
            Self::Gwp => PhysicalUnit::KilogramsCo2,
            Self::Adpe => PhysicalUnit::KilogramsAntimony,
            Self::Pe => PhysicalUnit::Megajoules,
            Self::Wcf => PhysicalUnit::Litres,
        }
    }
}
