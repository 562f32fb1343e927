use super::{Chain, Dependencies, Layer, exits};
use domain::{Continuity, UseCase};
use std::collections::BTreeSet;

/// What stops if something stops.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Impact<'a> {
    /// The uses, with what ties them to it.
    pub hits: Vec<Hit<'a>>,
    /// Their departments, by key.
    pub departments: BTreeSet<&'a str>,
    /// Those whose results people outside meet.
    pub public_facing: Vec<&'a UseCase>,
    /// Those of which nobody said whether people outside meet their results.
    pub public_facing_unknown: Vec<&'a UseCase>,
    /// Those that an essential service leans on.
    pub essential: Vec<&'a UseCase>,
    /// Those of which nobody said whether an essential service leans on them.
    pub essential_unknown: Vec<&'a UseCase>,
    /// Those without a way of working that was written down.
    pub without_fallback: Vec<&'a UseCase>,
    /// Those without an exit plan, neither theirs nor their tool's.
    pub without_exit_plan: Vec<&'a UseCase>,
}

/// A use that is hit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// How it is tied to what stops.
    pub tie: Tie,
}

/// How a use is tied to what stops, the tightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// It is on its chain: it stops.
    Direct,
    /// It is another supplier that the record names: to be looked at.
    OtherSupplier,
    /// It made the model: a model that was taken home may run on without its maker.
    Maker,
}

impl<'a> Dependencies<'a> {
    /// What stops if the thing of this key stops: a tool, a model, a supplier, a kind of hosting,
    /// or everything that a country's law reaches.
    pub fn if_stops(&self, layer: Layer, key: &str) -> Impact<'a> {
        let mut impact = Impact::default();
        for chain in self.chains() {
            if let Some(tie) = tie(chain, layer, key) {
                impact.hit(chain, tie);
            }
        }
        impact.hits.sort_by_key(|hit| hit.tie);
        impact
    }
}

fn tie(chain: &Chain, layer: Layer, key: &str) -> Option<Tie> {
    if chain.node(layer).holds(key) {
        Some(Tie::Direct)
    } else if layer != Layer::Supplier {
        None
    } else if chain.other_suppliers.contains(key) {
        Some(Tie::OtherSupplier)
    } else if chain.makers.contains(key) {
        Some(Tie::Maker)
    } else {
        None
    }
}

impl<'a> Impact<'a> {
    fn hit(&mut self, chain: &Chain<'a>, tie: Tie) {
        let use_case = chain.use_case;
        self.hits.push(Hit { use_case, tie });
        self.departments.extend(use_case.department.as_deref());
        let continuity = use_case.continuity.as_ref();
        let said = |fact: fn(&Continuity) -> Option<bool>| continuity.and_then(fact);
        match said(|continuity| continuity.public_facing) {
            Some(true) => self.public_facing.push(use_case),
            Some(false) => {}
            None => self.public_facing_unknown.push(use_case),
        }
        match said(|continuity| continuity.essential) {
            Some(true) => self.essential.push(use_case),
            Some(false) => {}
            None => self.essential_unknown.push(use_case),
        }
        let fallback = continuity.and_then(|continuity| continuity.fallback.as_ref());
        if fallback.is_none_or(domain::Text::is_empty) {
            self.without_fallback.push(use_case);
        }
        if exits::plan(chain).is_none() {
            self.without_exit_plan.push(use_case);
        }
    }
}
