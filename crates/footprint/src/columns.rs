//! Columns of requests in, columns of impacts out.

use std::ops::Range;

/// The zone key of a row that takes its provider's zone.
pub const PROVIDER_ZONE: u16 = u16::MAX;

/// The model or zone key of a row whose name the revision does not know.
pub const UNKNOWN: u16 = u16::MAX - 1;

/// Columns of requests, all of one length.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// Keys of [`crate::Revision::model_key`] or of [`crate::Kernel::add`], or [`UNKNOWN`].
    pub model: &'a [u16],
    /// Keys of [`crate::Revision::zone_key`], or [`PROVIDER_ZONE`], or [`UNKNOWN`].
    pub zone: &'a [u16],
    /// Tokens of the answers.
    pub output_tokens: &'a [u32],
    /// Measured latency, s; NaN where it was not measured.
    pub latency_s: &'a [f64],
}

/// Names of the columns of impacts, in the order of [`ImpactColumns::new`].
pub const IMPACT_COLUMNS: [&str; 10] = [
    "energy_min",
    "energy_max",
    "gwp_min",
    "gwp_max",
    "adpe_min",
    "adpe_max",
    "pe_min",
    "pe_max",
    "wcf_min",
    "wcf_max",
];

/// Columns of totals (usage and embodied), all as long as the requests.
///
/// Every figure of a row is NaN when its model or its zone is unknown or its latency negative;
/// water is NaN before release 0.9.
#[derive(Debug)]
pub struct ImpactColumns<'a> {
    /// kWh.
    pub energy_min: &'a mut [f64],
    /// kWh.
    pub energy_max: &'a mut [f64],
    /// kgCO2eq.
    pub gwp_min: &'a mut [f64],
    /// kgCO2eq.
    pub gwp_max: &'a mut [f64],
    /// kgSbeq.
    pub adpe_min: &'a mut [f64],
    /// kgSbeq.
    pub adpe_max: &'a mut [f64],
    /// MJ.
    pub pe_min: &'a mut [f64],
    /// MJ.
    pub pe_max: &'a mut [f64],
    /// L.
    pub wcf_min: &'a mut [f64],
    /// L.
    pub wcf_max: &'a mut [f64],
}

/// Two columns have different lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the columns of requests and impacts must all have {expected} rows")]
pub struct ColumnError {
    /// Rows of the column of models.
    pub expected: usize,
}

impl<'a> Columns<'a> {
    /// Number of requests.
    pub fn rows(&self) -> usize {
        self.model.len()
    }

    /// The requests of a range of rows; panics when it goes beyond the end.
    #[must_use]
    pub fn slice(&self, rows: Range<usize>) -> Columns<'a> {
        Columns {
            model: &self.model[rows.clone()],
            zone: &self.zone[rows.clone()],
            output_tokens: &self.output_tokens[rows.clone()],
            latency_s: &self.latency_s[rows],
        }
    }

    pub(crate) fn has_length(&self, rows: usize) -> bool {
        [
            self.zone.len(),
            self.output_tokens.len(),
            self.latency_s.len(),
        ]
        .iter()
        .all(|length| *length == rows)
    }
}

impl<'a> ImpactColumns<'a> {
    /// Ten columns in the order energy, gwp, adpe, pe, wcf, each low then high.
    pub fn new(columns: [&'a mut [f64]; 10]) -> Self {
        let [
            energy_min,
            energy_max,
            gwp_min,
            gwp_max,
            adpe_min,
            adpe_max,
            pe_min,
            pe_max,
            wcf_min,
            wcf_max,
        ] = columns;
        Self {
            energy_min,
            energy_max,
            gwp_min,
            gwp_max,
            adpe_min,
            adpe_max,
            pe_min,
            pe_max,
            wcf_min,
            wcf_max,
        }
    }

    pub(crate) fn has_length(&self, rows: usize) -> bool {
        [
            self.energy_min.len(),
            self.energy_max.len(),
            self.gwp_min.len(),
            self.gwp_max.len(),
            self.adpe_min.len(),
            self.adpe_max.len(),
            self.pe_min.len(),
            self.pe_max.len(),
            self.wcf_min.len(),
            self.wcf_max.len(),
        ]
        .iter()
        .all(|length| *length == rows)
    }
}
