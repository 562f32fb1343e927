use crate::electricity::Electricity;

/// Electricity cannot need less primary energy than itself, MJ/kWh.
const PE_OF_ELECTRICITY: f64 = 3.6;

/// A factor of the tables that looks wrong. It is used as it is published, and shown as doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// The electricity of the zone warms nothing: its factor is zero.
    GwpIsZero,
    /// The electricity of the zone warms by exactly 1 kgCO2eq/kWh: a rounded or missing datum.
    GwpIsOne,
    /// One kilowatt-hour needs less primary energy than the 3.6 MJ it holds: the column probably
    /// counts non-renewable energy alone, without saying so.
    PeBelowElectricity,
}

impl Flag {
    /// Every flag, in the order in which they are given.
    pub const ALL: [Self; 3] = [Self::GwpIsZero, Self::GwpIsOne, Self::PeBelowElectricity];

    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::GwpIsZero => "electricity-gwp-is-zero",
            Self::GwpIsOne => "electricity-gwp-is-one",
            Self::PeBelowElectricity => "electricity-pe-below-electricity",
        }
    }

    fn marks(self, electricity: &Electricity) -> bool {
        match self {
            Self::GwpIsZero => electricity.gwp == 0.0,
            Self::GwpIsOne => electricity.gwp == 1.0,
            Self::PeBelowElectricity => electricity.pe < PE_OF_ELECTRICITY,
        }
    }
}

/// A set of flags, always in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    /// What looks wrong in the electricity of a zone.
    pub(crate) fn of(electricity: &Electricity) -> Self {
        Flag::ALL
            .into_iter()
            .filter(|flag| flag.marks(electricity))
            .fold(Self::default(), |flags, flag| {
                Self(flags.0 | 1 << flag as u8)
            })
    }

    /// The flags, in order.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL
            .into_iter()
            .filter(move |flag| self.0 & 1 << *flag as u8 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    #[test]
    fn known_oddities_are_marked() {
        let newest = Method::embedded().newest().expect("there are revisions");
        let codes = |zone: &str| {
            let key = newest.zone_key(zone).expect("it is kept");
            let flags = newest.zones()[usize::from(key)].flags;
            flags.iter().map(Flag::code).collect::<Vec<_>>()
        };
        assert_eq!(codes("FRA"), Vec::<&str>::new());
        assert_eq!(codes("WOR"), ["electricity-pe-below-electricity"]);
        assert_eq!(
            codes("CAF"),
            [
                "electricity-gwp-is-zero",
                "electricity-pe-below-electricity"
            ]
        );
        assert_eq!(codes("UZB"), ["electricity-gwp-is-one"]);
    }
}
