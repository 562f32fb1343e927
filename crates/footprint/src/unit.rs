/// The unit of a step or an impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhysicalUnit {
    /// A number of things, or a ratio.
    None,
    /// Kilowatt-hours.
    KilowattHours,
    /// Kilowatt-hours per token.
    KilowattHoursPerToken,
    /// Seconds.
    Seconds,
    /// Seconds per token.
    SecondsPerToken,
    /// Gigabytes.
    Gigabytes,
    /// Kilograms of CO2 equivalent: global warming.
    KilogramsCo2,
    /// Kilograms of antimony equivalent: depletion of mineral resources.
    KilogramsAntimony,
    /// Megajoules of primary energy.
    Megajoules,
    /// Litres of water consumed.
    Litres,
}

impl PhysicalUnit {
    /// The symbol written after a value; empty when there is no dimension.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::None => "",
            Self::KilowattHours => "kWh",
            Self::KilowattHoursPerToken => "kWh/token",
            Self::Seconds => "s",
            Self::SecondsPerToken => "s/token",
            Self::Gigabytes => "GB",
            Self::KilogramsCo2 => "kgCO2eq",
            Self::KilogramsAntimony => "kgSbeq",
            Self::Megajoules => "MJ",
            Self::Litres => "L",
        }
    }
}
