//! A factor of the method as a number that is drawn.

use super::UncertaintyError;
use super::factor::UncertainFactor;
use super::law::Law;
use super::spread::{Condition, Distribution, Scope, Spread, Spreads};
use super::stream::Stream;
use crate::indicator::Indicator;
use crate::value::Value;
use std::collections::BTreeMap;

/// One number that is drawn, a ratio to what the method gives.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    pub(super) factor: UncertainFactor,
    pub(super) stream: Stream,
    pub(super) law: Law,
}

/// A factor of one model or zone: what the method gives, times the quantities drawn for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    floor: f64,
    centre: f64,
    ratios: Vec<usize>,
}

impl Drawn {
    /// The factor, from the value of every quantity.
    #[inline]
    pub(super) fn value(&self, ratios: &[f64]) -> f64 {
        self.floor
            + self
                .ratios
                .iter()
                .fold(self.centre, |value, index| value * ratios[*index])
    }
}

/// What the method gives for a factor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) is_undisclosed: bool,
    pub(super) is_measured: bool,
    pub(super) is_beyond_server: bool,
    pub(super) is_world_default: bool,
}

impl Given {
    pub(super) fn single(value: f64) -> Self {
        Self {
            low: value,
            high: value,
            is_undisclosed: false,
            is_measured: false,
            is_beyond_server: false,
            is_world_default: false,
        }
    }

    pub(super) fn value(value: Value) -> Self {
        Self {
            low: value.min(),
            high: value.max(),
            ..Self::single(value.min())
        }
    }

    fn holds(&self, condition: Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Range => self.low < self.high,
            Condition::Undisclosed => self.is_undisclosed,
            Condition::Measured => self.is_measured,
            Condition::Fitted => !self.is_measured,
            Condition::BeyondServer => self.is_beyond_server,
            Condition::WorldDefault => self.is_world_default,
        }
    }
}

/// Whose factor it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) provider: &'a str,
    pub(super) model: &'a str,
    pub(super) zone: &'a str,
}

/// The quantities found so far: one for each factor, indicator, key of scope and law.
pub(super) struct Quantities<'s> {
    spreads: &'s Spreads,
    seed: u64,
    list: Vec<Quantity>,
    places: BTreeMap<(UncertainFactor, Stream), Vec<usize>>,
}

impl<'s> Quantities<'s> {
    pub(super) fn new(spreads: &'s Spreads, seed: u64) -> Self {
        Self {
            spreads,
            seed,
            list: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    pub(super) fn into_list(self) -> Vec<Quantity> {
        self.list
    }

    /// The factor as it will be drawn; exact when no spread holds for it or when it is zero.
    pub(super) fn drawn(
        &mut self,
        factor: UncertainFactor,
        indicator: Option<Indicator>,
        given: Given,
        owner: Owner<'_>,
    ) -> Result<Drawn, UncertaintyError> {
        let floor = factor.floor();
        let mut drawn = Drawn {
            floor,
            centre: given.low + (given.high - given.low) / 2.0 - floor,
            ratios: Vec::new(),
        };
        if drawn.centre == 0.0 {
            return Ok(drawn);
        }
        let spreads = self.spreads;
        for spread in spreads.holding(factor, indicator, |condition| given.holds(condition)) {
            let law = law(spread, given, drawn.centre)?;
            let stream = self.stream(spread, owner);
            drawn.ratios.push(self.place(Quantity {
                factor,
                stream,
                law,
            }));
        }
        Ok(drawn)
    }

    fn stream(&self, spread: &Spread, owner: Owner<'_>) -> Stream {
        let factor = spread.factor.name();
        let indicator = spread.indicator.map_or("", Indicator::code);
        match spread.scope {
            Scope::All => Stream::new(self.seed, &[factor, indicator, "all"]),
            Scope::Provider => {
                Stream::new(self.seed, &[factor, indicator, "provider", owner.provider])
            }
            Scope::Model => Stream::new(
                self.seed,
                &[factor, indicator, "model", owner.provider, owner.model],
            ),
            Scope::Zone => Stream::new(self.seed, &[factor, indicator, "zone", owner.zone]),
        }
    }

    fn place(&mut self, quantity: Quantity) -> usize {
        let places = self
            .places
            .entry((quantity.factor, quantity.stream))
            .or_default();
        let known = places
            .iter()
            .find(|place| self.list[**place].law == quantity.law);
        if let Some(place) = known {
            return *place;
        }
        let place = self.list.len();
        self.list.push(quantity);
        places.push(place);
        place
    }
}

/// The law of the ratio to `centre`, which is above zero.
fn law(spread: &Spread, given: Given, centre: f64) -> Result<Law, UncertaintyError> {
    let floor = spread.factor.floor();
    let ratio = |value: f64| (value - floor) / centre;
    let written = |values: [f64; 3]| {
        let (_, scale) = spread
            .factor
            .written_unit()
            .expect("a row with values was read for a factor that has a unit");
        values.map(|value| ratio(value * scale))
    };
    match spread.distribution {
        Distribution::LogNormal { sd_ln } => Ok(Law::LogNormal(sd_ln)),
        Distribution::Triangular { low_mode_high } => {
            let [low, mode, high] = written(low_mode_high);
            Ok(Law::Triangular(low, mode, high))
        }
        Distribution::LogTriangular { low_mode_high } => {
            let [low, mode, high] = written(low_mode_high);
            Ok(Law::log_triangular(low, mode, high))
        }
        Distribution::UniformOfRange => Ok(Law::Uniform(ratio(given.low), ratio(given.high))),
        Distribution::LogUniformOfRange if given.low > floor => {
            Ok(Law::log_uniform(ratio(given.low), ratio(given.high)))
        }
        Distribution::LogUniformOfRange => Err(UncertaintyError::RangeFromZero(spread.factor)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Owner<'_> = Owner {
        provider: "p",
        model: "m",
        zone: "",
    };

    #[test]
    fn a_pue_never_falls_below_one() {
        for pue in [Given::single(1.04), Given::single(1.0), RANGE_FROM_ONE] {
            let mut quantities = Quantities::new(Spreads::embedded(), 1);
            let drawn = quantities
                .drawn(UncertainFactor::Pue, None, pue, OWNER)
                .expect("a PUE can be drawn");
            for quantity in quantities.into_list() {
                for share in [1e-9, 0.5, 1.0 - 1e-9] {
                    assert!(drawn.value(&[quantity.law.quantile(share)]) >= 1.0);
                }
            }
        }
    }

    #[test]
    fn a_range_from_zero_is_refused_and_zero_stays_zero() {
        let mut quantities = Quantities::new(Spreads::embedded(), 1);
        let mut drawn = |given| quantities.drawn(UncertainFactor::Wue, None, given, OWNER);
        let range = Given {
            high: 0.5,
            ..Given::single(0.0)
        };
        let refused = UncertaintyError::RangeFromZero(UncertainFactor::Wue);
        assert_eq!(drawn(range), Err(refused));
        let zero = drawn(Given::single(0.0)).expect("zero is exact");
        assert_eq!(zero.value(&[]), 0.0);
    }

    const RANGE_FROM_ONE: Given = Given {
        low: 1.0,
        high: 1.4,
        is_undisclosed: false,
        is_measured: false,
        is_beyond_server: false,
        is_world_default: false,
    };
}
