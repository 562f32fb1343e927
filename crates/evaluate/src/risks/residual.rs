use domain::{AppliedMeasure, MeasureState, Rating, Risk};
use reference::risks::{Axis, Measure, RiskCatalogue};

/// A risk before and after its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Residual<'a> {
    /// As judged before any measure; `None` = not judged, then nothing can be worked out.
    pub before: Option<Rating>,
    /// Worked out: with the measures in place and proven.
    pub in_place: Option<Rating>,
    /// Worked out: once those planned, and those said to be in place without proof, count too.
    pub planned: Option<Rating>,
    /// As a person judged what remains.
    pub judged: Option<Rating>,
    /// What each measure does, in the order of the record.
    pub effects: Vec<MeasureEffect<'a>>,
}

/// What one measure of the record does to one risk.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureEffect<'a> {
    /// The measure on the record.
    pub applied: &'a AppliedMeasure,
    /// The measure in the catalogue, if it is there.
    pub measure: Option<&'a Measure>,
    /// Levels of likelihood it would take away alone.
    pub likelihood: u8,
    /// Levels of severity it would take away alone.
    pub severity: u8,
    /// Whether it counts.
    pub weight: Weight,
}

/// Whether a measure counts, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is in place, and something shows it.
    Counts,
    /// It is said to be in place, and nothing shows it.
    Unproven,
    /// It is planned.
    Planned,
    /// It was set aside.
    SetAside,
    /// The catalogue does not say that it lowers this risk.
    Unrelated,
    /// It is on the record twice; the other line counts.
    Repeated,
    /// The catalogue does not know it.
    Unknown,
}

/// What remains of a risk of a record. A risk without identifier in the catalogue is lowered by
/// nothing but the judgement of a person.
pub fn residual<'a>(risk: &'a Risk, catalogue: &'a RiskCatalogue) -> Residual<'a> {
    let effects = effects(risk, catalogue);
    let most = catalogue.scales.as_ref().map_or(0, |s| s.at_most_steps);
    let before = risk.before();
    let lowered = |counts: &dyn Fn(Weight) -> bool| {
        let kept = || effects.iter().filter(|effect| counts(effect.weight));
        let total = |steps: u32| u8::try_from(steps).unwrap_or(u8::MAX).min(most);
        let likelihood = kept().map(|effect| u32::from(effect.likelihood)).sum();
        let severity = kept().map(|effect| u32::from(effect.severity)).sum();
        before.map(|rating| rating.lowered(total(likelihood), total(severity)))
    };
    let in_place = lowered(&|weight| weight == Weight::Counts);
    let planned = lowered(&|weight| weight <= Weight::Planned);
    Residual {
        before,
        in_place,
        planned,
        judged: risk.residual,
        effects,
    }
}

impl Residual<'_> {
    /// What is retained: the judgement of a person if there is one, else what was worked out.
    pub fn retained(&self) -> Option<Rating> {
        self.judged.or(self.in_place)
    }

    /// Whether a person judged it lower, on either scale, than the measures in place account for:
    /// then the reason is worth asking.
    pub fn is_judged_lower(&self) -> bool {
        match (self.judged, self.in_place) {
            (Some(judged), Some(worked_out)) => !worked_out.is_within(judged),
            _ => false,
        }
    }
}

fn effects<'a>(risk: &'a Risk, catalogue: &'a RiskCatalogue) -> Vec<MeasureEffect<'a>> {
    let id = risk.catalogue.as_deref().unwrap_or_default();
    let mut effects: Vec<_> = risk
        .measures
        .iter()
        .map(|applied| effect(id, applied, catalogue))
        .collect();
    mark_repeated(&mut effects);
    effects
}

fn effect<'a>(
    risk: &str,
    applied: &'a AppliedMeasure,
    catalogue: &'a RiskCatalogue,
) -> MeasureEffect<'a> {
    let measure = catalogue.measure(&applied.measure);
    let steps = |axis: Axis| {
        let effects = measure.into_iter().flat_map(|m| m.lowers.iter());
        effects
            .filter(|lowering| lowering.axis == axis && lowering.risks.iter().any(|id| id == risk))
            .map(|lowering| lowering.steps)
            .max()
            .unwrap_or(0)
    };
    let (likelihood, severity) = (steps(Axis::Likelihood), steps(Axis::Severity));
    let is_proven = applied
        .evidence
        .as_ref()
        .is_some_and(|text| !text.is_empty());
    let weight = match applied.state {
        _ if measure.is_none() => Weight::Unknown,
        MeasureState::SetAside => Weight::SetAside,
        _ if likelihood == 0 && severity == 0 => Weight::Unrelated,
        MeasureState::InPlace if is_proven => Weight::Counts,
        MeasureState::InPlace => Weight::Unproven,
        MeasureState::Planned => Weight::Planned,
    };
    MeasureEffect {
        applied,
        measure,
        likelihood,
        severity,
        weight,
    }
}

/// Of the lines that name the same measure, only the one that weighs most may count.
fn mark_repeated(effects: &mut [MeasureEffect]) {
    for place in 0..effects.len() {
        let this = (effects[place].weight, place);
        let is_beaten = effects.iter().enumerate().any(|(other, effect)| {
            effect.applied.measure == effects[place].applied.measure
                && (effect.weight, other) < this
        });
        if is_beaten && effects[place].weight <= Weight::Planned {
            effects[place].weight = Weight::Repeated;
        }
    }
}
