use crate::table::{Row, TableError};
use crate::value::Value;

/// The data centres of a provider.
#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    /// Name, as in the models' table.
    pub name: String,
    /// Electricity zone when the request names none.
    pub default_zone: String,
    /// Power usage effectiveness: energy of the site by energy of its computers, above zero.
    pub pue: Value,
    /// Water consumed on the site, L by kWh of computing energy, zero or more.
    pub wue: Value,
}

impl Provider {
    pub(crate) fn read(row: Row<'_>) -> Result<Self, TableError> {
        row.positive("pue_min")?;
        Ok(Self {
            name: row.text("provider")?.to_owned(),
            default_zone: row.text("default_zone")?.to_owned(),
            pue: row.value("pue_is_range", "pue_min", "pue_max")?,
            wue: row.value("wue_is_range", "wue_min_l_per_kwh", "wue_max_l_per_kwh")?,
        })
    }
}
