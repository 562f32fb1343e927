use super::{Condition, Facts, Provision, Truth};
use chrono::NaiveDate;

/// The place of a derived fact in the catalogue that defined it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedId(pub u16);

/// What is known on a day: the facts, and the derived facts worked out from them.
#[derive(Debug, Clone)]
pub struct Situation<'a> {
    definitions: &'a [Provision],
    facts: &'a Facts,
    on: NaiveDate,
    derived: Vec<Truth>,
}

impl<'a> Situation<'a> {
    /// Works out the derived facts in the order of their definitions; each may use those before
    /// it.
    pub fn new(definitions: &'a [Provision], facts: &'a Facts, on: NaiveDate) -> Self {
        let mut situation = Self {
            definitions,
            facts,
            on,
            derived: Vec::with_capacity(definitions.len()),
        };
        for definition in definitions {
            let truth = definition.truth(&situation);
            situation.derived.push(truth);
        }
        situation
    }

    /// The same facts on another day.
    #[must_use]
    pub fn moved_to(&self, on: NaiveDate) -> Self {
        Self::new(self.definitions, self.facts, on)
    }

    /// The day.
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// The facts.
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// Whether a derived fact holds.
    pub fn derived(&self, derived: DerivedId) -> Truth {
        self.derived
            .get(usize::from(derived.0))
            .copied()
            .unwrap_or(Truth::Unknown)
    }

    /// The condition that decides a derived fact on this day; `None` if no period covers it.
    pub fn definition(&self, derived: DerivedId) -> Option<&'a Condition> {
        let definition = self.definitions.get(usize::from(derived.0))?;
        let period = definition.covering(self.on)?;
        Some(definition.condition(period))
    }
}
