use crate::flag::Flags;
use crate::table::{Row, TableError};
use crate::warning::Warnings;

/// Impact factors of one kilowatt-hour of electricity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Electricity {
    /// Global warming, kgCO2eq/kWh, zero or more.
    pub gwp: f64,
    /// Depletion of mineral resources, kgSbeq/kWh, zero or more.
    pub adpe: f64,
    /// Primary energy, MJ/kWh, zero or more.
    pub pe: f64,
    /// Water consumed outside the data centre, L/kWh; `None` before release 0.9.
    pub wue: Option<f64>,
}

/// An electricity zone of a revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// ISO 3166-1 alpha-3 code, or `WOR` for the world.
    pub code: String,
    /// Its factors.
    pub electricity: Electricity,
    /// Factors taken from the world's average.
    pub warnings: Warnings,
    /// Factors that look wrong.
    pub flags: Flags,
}

impl Zone {
    pub(crate) fn read(row: Row<'_>) -> Result<Self, TableError> {
        let wue = row.optional_number("wue_l_per_kwh")?;
        row.must(wue.is_none_or(|wue| wue >= 0.0), || {
            "wue_l_per_kwh is below zero".to_owned()
        })?;
        let electricity = Electricity {
            gwp: row.amount("gwp_kgco2eq_per_kwh")?,
            adpe: row.amount("adpe_kgsbeq_per_kwh")?,
            pe: row.amount("pe_mj_per_kwh")?,
            wue,
        };
        Ok(Self {
            code: row.text("zone")?.to_owned(),
            flags: Flags::of(&electricity),
            electricity,
            warnings: row.warnings()?,
        })
    }
}
