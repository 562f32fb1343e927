use crate::constants::Constants;
use crate::inference::Mix;
use crate::revision::{FormulaSet, Revision};

/// Which revision each part of a calculation is taken from. The registry is not among them: each
/// model comes with its own row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parts<'r> {
    /// Formulas, fits, batch, bits a weight.
    pub(crate) formula: &'r Revision,
    /// Accelerators, servers, their making and their lifetime.
    pub(crate) hardware: &'r Revision,
    /// PUE, water on the site and zone of the providers.
    pub(crate) data_centre: &'r Revision,
    /// Factors of the electricity.
    pub(crate) electricity: &'r Revision,
}

impl<'r> Parts<'r> {
    pub(crate) fn all(revision: &'r Revision) -> Self {
        Self {
            formula: revision,
            hardware: revision,
            data_centre: revision,
            electricity: revision,
        }
    }

    pub(crate) fn formulas(&self) -> FormulaSet {
        self.formula.formulas()
    }

    /// The constants of the formulas on that hardware.
    pub(crate) fn constants(&self) -> Constants {
        let formula = self.formula.constants();
        Constants {
            memory_overhead: formula.memory_overhead,
            quantization_bits: formula.quantization_bits,
            fit: formula.fit.clone(),
            ..self.hardware.constants().clone()
        }
    }

    /// The electricity of a zone, `None` if it is unknown there.
    pub(crate) fn mix(&self, code: &str) -> Option<Mix> {
        let key = self.electricity.zone_key(code)?;
        let zone = &self.electricity.zones()[usize::from(key)];
        Some(Mix::new(&zone.electricity))
    }
}
