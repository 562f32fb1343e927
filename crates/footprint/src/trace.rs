use crate::factor::{Factor, Provenance};
use crate::formula::Formula;
use crate::revision::{FormulaSet, Revision};
use crate::unit::PhysicalUnit;
use crate::value::Value;

/// One intermediate result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The formula, named after its result.
    pub formula: Formula,
    /// The result.
    pub value: Value,
}

/// Every intermediate result of an estimate, in the order of the method.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// The formulas in force.
    pub formulas: FormulaSet,
    /// The steps.
    pub steps: Vec<Step>,
    /// Calculations made: 2 when the model's parameters are a range (low and high), otherwise 1.
    pub runs: usize,
}

impl Step {
    /// The unit of the result.
    pub fn unit(&self) -> PhysicalUnit {
        self.formula.unit()
    }

    /// The factors of the formula and where each comes from in a revision.
    pub fn provenance<'r>(
        &self,
        revision: &'r Revision,
    ) -> impl Iterator<Item = (Factor, &'r Provenance)> {
        self.formula
            .factors(revision.formulas())
            .iter()
            .filter_map(|factor| Some((*factor, revision.provenance(*factor)?)))
    }
}

impl Trace {
    /// The result of a formula, if the estimate went through it.
    pub fn value(&self, formula: Formula) -> Option<Value> {
        self.steps
            .iter()
            .find(|step| step.formula == formula)
            .map(|step| step.value)
    }
}
