//! The figures of a record, each with its unit, its method and its day.

use chrono::NaiveDate;
use domain::{EffectOrigin, FootprintFinding, Money, OccupationEffect, Text, ToolSheet, UseCase};
use footprint::Method;
use publish::RESPONDENTS_MIN;
use units::Quantity;

/// A number that a record tells, or that is estimated from what it tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is counted: `uses`, `minutes`, `measured-minutes`, `energy`, `gwp`.
    pub what: &'static str,
    /// How much, with its unit and the kind of its interval.
    pub amount: Quantity,
    /// How it is known.
    pub method: FigureMethod,
    /// The day it was noted or estimated; `None` = nobody said.
    pub on: Option<NaiveDate>,
}

/// How a figure is known.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureMethod {
    /// Those who declared the use said so.
    Declared,
    /// Measured as these words say.
    Measured(Text),
    /// Estimated under a release of the footprint method, for an electricity zone.
    Estimated {
        /// The release.
        release: String,
        /// The zone.
        zone: String,
    },
}

/// The figures of a record on a day; `written_on` is the day of its version.
///
/// A measure behind which fewer than [`RESPONDENTS_MIN`] persons are known to stand is left out,
/// and so is every measure when `with_measures` says that the authority is too small for any.
pub fn figures(
    record: &UseCase,
    tool: Option<&ToolSheet>,
    written_on: Option<NaiveDate>,
    on: NaiveDate,
    with_measures: Measures,
) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut declared = |what, amount: Option<Quantity>| {
        figures.extend(amount.map(|amount| Figure {
            what,
            amount,
            method: FigureMethod::Declared,
            on: written_on,
        }));
    };
    let frequency = record.frequency.as_ref();
    declared("uses", frequency.and_then(|known| known.uses_per_month));
    let effects = record.work_effects.as_ref();
    declared("minutes", effects.and_then(|known| known.minutes));
    if with_measures == Measures::LargeGroups {
        figures.extend(measured(record));
    }
    figures.extend(estimated(record, tool, on));
    figures
}

/// Whether measures on groups may be shown at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measures {
    /// Those on at least [`RESPONDENTS_MIN`] persons.
    LargeGroups,
    /// None: in a small authority every group is small.
    None,
}

/// What a record costs a year, if that is known.
pub fn cost(record: &UseCase) -> Option<&Money> {
    record.cost.as_ref().map(|cost| &cost.yearly)
}

fn measured(record: &UseCase) -> Vec<Figure> {
    let effects = record.work_effects.iter();
    let effects = effects.flat_map(|effects| &effects.by_occupation);
    effects
        .filter(|effect| is_large_measure(effect))
        .filter_map(|effect| {
            Some(Figure {
                what: "measured-minutes",
                amount: effect.minutes?,
                method: FigureMethod::Measured(effect.method.clone()?),
                on: effect.noted_on,
            })
        })
        .collect()
}

/// Whether an effect was measured on enough persons; a number that nobody told may be small.
fn is_large_measure(effect: &OccupationEffect) -> bool {
    let known = effect.respondents.map(|persons| persons.interval.low());
    effect.origin == EffectOrigin::Measured && known >= Some(f64::from(RESPONDENTS_MIN))
}

fn estimated(record: &UseCase, tool: Option<&ToolSheet>, on: NaiveDate) -> Vec<Figure> {
    let Some(FootprintFinding::Estimated(estimate)) = footprint(record, tool) else {
        return Vec::new();
    };
    let amounts = [
        ("energy", estimate.per_month.energy),
        ("gwp", estimate.per_month.gwp),
    ];
    amounts
        .map(|(what, amount)| Figure {
            what,
            amount,
            method: FigureMethod::Estimated {
                release: estimate.release.clone(),
                zone: estimate.zone.clone(),
            },
            on: Some(on),
        })
        .to_vec()
}

/// The footprint of a record under the newest release of the method.
pub fn footprint(record: &UseCase, tool: Option<&ToolSheet>) -> Option<FootprintFinding> {
    let revision = Method::embedded().newest()?;
    evaluate::footprint_of(record, tool, revision)
}
