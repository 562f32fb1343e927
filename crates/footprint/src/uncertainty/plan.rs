//! Which numbers are drawn for a set of groups, and the totals that follow from them.
//!
//! The formulas are those of one request: only their factors are drawn.

use super::UncertaintyError;
use super::batch::{Batch, BatchEnergy};
use super::drawn::{Drawn, Given, Owner, Quantities, Quantity};
use super::factor::UncertainFactor;
use super::group::{Group, totals};
use super::hosted::{HostedModel, Hosting};
use super::spread::Spreads;
use crate::constants::BatchedFit;
use crate::deployment::Deployment;
use crate::electricity::Zone;
use crate::error::EstimateError;
use crate::indicator::Indicator;
use crate::inference::{Mix, Results};
use crate::revision::{FormulaSet, Revision};
use crate::warning::Warning;
use std::collections::BTreeMap;

/// The groups, ready to be drawn.
pub(super) struct Plan<'r> {
    quantities: Vec<Quantity>,
    /// The sizes of batch, and what the energy of a token is in one.
    batch_sizes: Vec<Drawn>,
    batch_energy: BatchEnergy,
    /// Each with the place of its size of batch.
    models: Vec<(usize, HostedModel<'r>)>,
    zones: Vec<DrawnZone>,
    groups: Vec<PlannedGroup>,
    formulas: FormulaSet,
}

/// A group by the positions of its model and of its zone in the plan.
struct PlannedGroup {
    model: usize,
    zone: usize,
    requests: f64,
    tokens: f64,
    latency: f64,
}

struct DrawnZone {
    factors: [Drawn; 3],
    wue: Drawn,
}

/// What the totals of a draw are summed from; kept between draws.
#[derive(Default)]
pub(super) struct Scene {
    batches: Vec<Batch>,
    hostings: Vec<Hosting>,
    mixes: Vec<Mix>,
}

impl<'r> Plan<'r> {
    pub(super) fn new(
        groups: &[Group<'_>],
        revision: &'r Revision,
        fit: &'r BatchedFit,
        spreads: &Spreads,
        seed: u64,
    ) -> Result<Self, UncertaintyError> {
        let mut quantities = Quantities::new(spreads, seed);
        let (mut models, mut zones) = (Places::default(), Places::default());
        let groups: Vec<PlannedGroup> = groups
            .iter()
            .map(|group| PlannedGroup {
                model: models.place(group.model),
                zone: zones.place(group.zone),
                requests: group.requests,
                tokens: group.tokens,
                latency: group.latency,
            })
            .collect();
        let mut batch_sizes: Vec<Drawn> = Vec::new();
        let mut hosted = Vec::with_capacity(models.keys.len());
        for key in models.keys {
            let model = HostedModel::new(revision, fit, key, &mut quantities)?;
            let known = batch_sizes
                .iter()
                .position(|size| size == model.batch_size());
            let batch = known.unwrap_or_else(|| {
                batch_sizes.push(model.batch_size().clone());
                batch_sizes.len() - 1
            });
            hosted.push((batch, model));
        }
        let zones = zones
            .keys
            .iter()
            .map(|key| DrawnZone::new(&revision.zones()[*key], &mut quantities))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            quantities: quantities.into_list(),
            batch_sizes,
            batch_energy: spreads.batch_energy().relative_to(fit.batch_size()),
            models: hosted,
            zones,
            groups,
            formulas: revision.formulas(),
        })
    }

    /// The numbers to draw.
    pub(super) fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// The factors drawn, in the order of the method, each with the places of its quantities.
    pub(super) fn places(&self) -> BTreeMap<UncertainFactor, Vec<usize>> {
        let mut places: BTreeMap<UncertainFactor, Vec<usize>> = BTreeMap::new();
        for (place, quantity) in self.quantities.iter().enumerate() {
            places.entry(quantity.factor).or_default().push(place);
        }
        places
    }

    /// Writes every model and zone for one value of every quantity.
    pub(super) fn set(&self, scene: &mut Scene, ratios: &[f64]) -> Result<(), EstimateError> {
        scene.batches.clear();
        let batches =
            (self.batch_sizes.iter()).map(|size| self.batch_energy.batch(size.value(ratios)));
        scene.batches.extend(batches);
        scene.hostings.clear();
        for (batch, model) in &self.models {
            let hosting = model.hosting(scene.batches[*batch], ratios)?;
            scene.hostings.push(hosting);
        }
        scene.mixes.clear();
        let mixes = self.zones.iter().map(|zone| zone.mix(ratios));
        scene.mixes.extend(mixes);
        Ok(())
    }

    /// The totals of a scene, in the order of [`Indicator::ALL`]; summed in the order of names.
    pub(super) fn totals(&self, scene: &Scene) -> [f64; 5] {
        let mut sums = [0.0; 5];
        for group in &self.groups {
            let hosting = &scene.hostings[group.model];
            let deployment = Deployment {
                first_token: hosting.deployment.first_token * group.requests,
                ..hosting.deployment
            };
            let results = Results::of(
                (group.tokens, group.latency),
                &deployment,
                hosting.server,
                hosting.site,
                scene.mixes[group.zone],
                self.formulas,
            );
            for (sum, ends) in sums.iter_mut().zip(totals(&results)) {
                *sum += ends.0[0];
            }
        }
        sums
    }
}

impl DrawnZone {
    fn new(zone: &Zone, quantities: &mut Quantities<'_>) -> Result<Self, UncertaintyError> {
        let owner = Owner {
            provider: "",
            model: "",
            zone: &zone.code,
        };
        let electricity = &zone.electricity;
        let mut drawn = |indicator, value, of_world: Option<Warning>| {
            let given = Given {
                is_world_default: zone
                    .warnings
                    .iter()
                    .any(|warning| Some(warning) == of_world),
                ..Given::single(value)
            };
            quantities.drawn(UncertainFactor::Electricity, Some(indicator), given, owner)
        };
        Ok(Self {
            factors: [
                drawn(Indicator::Gwp, electricity.gwp, None)?,
                drawn(
                    Indicator::Adpe,
                    electricity.adpe,
                    Some(Warning::ElectricityAdpeOfWorld),
                )?,
                drawn(
                    Indicator::Pe,
                    electricity.pe,
                    Some(Warning::ElectricityPeOfWorld),
                )?,
            ],
            wue: drawn(
                Indicator::Wcf,
                electricity.wue.unwrap_or(f64::NAN),
                Some(Warning::ElectricityWaterOfWorld),
            )?,
        })
    }

    fn mix(&self, ratios: &[f64]) -> Mix {
        Mix {
            factors: self.factors.each_ref().map(|factor| factor.value(ratios)),
            wue: self.wue.value(ratios),
        }
    }
}

/// Keys met so far, each with its place.
#[derive(Default)]
struct Places {
    keys: Vec<usize>,
    by_key: BTreeMap<usize, usize>,
}

impl Places {
    fn place(&mut self, key: usize) -> usize {
        *self.by_key.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.keys.len() - 1
        })
    }
}
