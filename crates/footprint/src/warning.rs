/// A reason to read an estimate with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// The provider does not publish the model's size: it is a guess.
    ArchitectureNotReleased,
    /// The model also handles images or sound, which are not counted.
    ArchitectureMultimodal,
    /// The zone has no factor of its own for mineral resources: the world's is used.
    ElectricityAdpeOfWorld,
    /// The zone has no factor of its own for primary energy: the world's is used.
    ElectricityPeOfWorld,
    /// The zone has no factor of its own for water: the world's is used.
    ElectricityWaterOfWorld,
}

impl Warning {
    /// Every warning, in the order in which they are given.
    pub const ALL: [Self; 5] = [
        Self::ArchitectureNotReleased,
        Self::ArchitectureMultimodal,
        Self::ElectricityAdpeOfWorld,
        Self::ElectricityPeOfWorld,
        Self::ElectricityWaterOfWorld,
    ];

    /// The code the reference gives, in the spelling of its newest release.
    pub fn code(self) -> &'static str {
        match self {
            Self::ArchitectureNotReleased => "model-arch-not-released",
            Self::ArchitectureMultimodal => "model-arch-multimodal",
            Self::ElectricityAdpeOfWorld => "electricity-mix-adpe-world",
            Self::ElectricityPeOfWorld => "electricity-mix-pe-world",
            Self::ElectricityWaterOfWorld => "electricity-mix-wue-world",
        }
    }

    /// The warning of a code; the spelling of release 0.5.2 is understood too.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "model_architecture_not_released" => Some(Self::ArchitectureNotReleased),
            "model_architecture_multimodal" => Some(Self::ArchitectureMultimodal),
            _ => Self::ALL.into_iter().find(|warning| warning.code() == code),
        }
    }
}

/// A set of warnings, without duplicates, always in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Warnings(u8);

impl Warnings {
    /// The warnings, in order.
    pub fn iter(self) -> impl Iterator<Item = Warning> {
        Warning::ALL
            .into_iter()
            .filter(move |warning| self.0 & bit(*warning) != 0)
    }

    /// The warnings of both.
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<Warning> for Warnings {
    fn from_iter<I: IntoIterator<Item = Warning>>(warnings: I) -> Self {
        Self(
            warnings
                .into_iter()
                .fold(0, |bits, warning| bits | bit(warning)),
        )
    }
}

fn bit(warning: Warning) -> u8 {
    1 << warning as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        for warning in Warning::ALL {
            assert_eq!(Warning::from_code(warning.code()), Some(warning));
        }
        let all: Warnings = Warning::ALL.into_iter().rev().collect();
        assert_eq!(all.iter().collect::<Vec<_>>(), Warning::ALL);
    }
}
