//! Axes: where a value falls, where the graduations are, and which of their labels fit.

use super::measure::{NARROW_REM, SMALL_REM, WIDE_REM, known, width};
use super::scene::{Anchor, Ink, Item, Stroke, Text};

/// An axis from a low to a high value, with the graduations the caller has written.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    kind: Kind,
    low: f64,
    high: f64,
    ticks: Vec<Tick>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Linear,
    Log,
}

/// A graduation.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it is.
    pub value: f64,
    /// How it is written, with the unit on one of them.
    pub label: String,
}

impl Tick {
    /// A graduation and its label.
    pub fn new(value: f64, label: impl Into<String>) -> Self {
        Tick {
            value,
            label: label.into(),
        }
    }
}

impl Axis {
    /// An axis of equal steps, from the first to the last graduation.
    pub fn linear(ticks: Vec<Tick>) -> Self {
        Axis::new(Kind::Linear, ticks)
    }

    /// An axis of equal ratios, from the first to the last graduation; values at or under zero sit at its start.
    pub fn log(ticks: Vec<Tick>) -> Self {
        Axis::new(Kind::Log, ticks)
    }

    fn new(kind: Kind, ticks: Vec<Tick>) -> Self {
        let usable = |value: &f64| value.is_finite() && (kind == Kind::Linear || *value > 0.0);
        let values = || ticks.iter().map(|tick| tick.value).filter(usable);
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low < high {
            (low, high)
        } else {
            match known(low) {
                Some(only) => (
                    only,
                    if kind == Kind::Log {
                        only * 10.0
                    } else {
                        only + 1.0
                    },
                ),
                None => (if kind == Kind::Log { 0.1 } else { 0.0 }, 1.0),
            }
        };
        Axis {
            kind,
            low,
            high,
            ticks,
        }
    }

    /// Where a value falls, from 0 to 1, kept inside the axis; nothing for what is not a number.
    pub fn place(&self, value: f64) -> Option<f64> {
        if value.is_nan() {
            return None;
        }
        let value = value.clamp(self.low, self.high);
        let at = match self.kind {
            Kind::Linear => (value - self.low) / (self.high - self.low),
            Kind::Log => (value / self.low).log10() / (self.high / self.low).log10(),
        };
        known(at).map(|at| at.clamp(0.0, 1.0))
    }

    /// The geometric or arithmetic middle of two values, as the axis shows it.
    pub fn middle(&self, low: f64, high: f64) -> Option<f64> {
        Some((self.place(low)? + self.place(high)?) / 2.0)
    }

    /// Vertical rules under labels written on a baseline at 1 rem.
    pub(super) fn grid(&self, left: f64, right: f64, top: f64, bottom: f64, items: &mut Vec<Item>) {
        let mut labels = Vec::new();
        for tick in &self.ticks {
            let Some(at) = self.place(tick.value) else {
                continue;
            };
            let x = left + at * (right - left);
            items.push(Item::Line {
                x1: x,
                y1: top,
                x2: x,
                y2: bottom,
                stroke: Stroke::Grid,
            });
            labels.push((x, tick.label.clone()));
        }
        items.extend(spread_labels(&labels, top - 0.3));
    }

    /// A ruler at `y`: long marks and labels at the graduations, short ones between.
    pub(super) fn ruler(&self, y: f64, items: &mut Vec<Item>) {
        let tick = |at: f64, length: f64| Item::Line {
            x1: at,
            y1: y,
            x2: at,
            y2: y + length,
            stroke: Stroke::Tick,
        };
        items.extend(self.between().into_iter().map(|at| tick(at, 0.35)));
        let mut labels = Vec::new();
        for graduation in &self.ticks {
            let Some(at) = self.place(graduation.value) else {
                continue;
            };
            items.push(tick(at, 0.65));
            labels.push((at, graduation.label.clone()));
        }
        items.push(Item::Line {
            x1: 0.0,
            y1: y,
            x2: 1.0,
            y2: y,
            stroke: Stroke::Tick,
        });
        items.extend(spread_labels(&labels, y + 1.6));
    }

    fn between(&self) -> Vec<f64> {
        match self.kind {
            Kind::Linear => (1..10).map(|step| f64::from(step) / 10.0).collect(),
            Kind::Log => {
                let first = self.low.log10().floor() as i32;
                let last = self.high.log10().ceil() as i32;
                (first..last.min(first + 12))
                    .flat_map(|power| {
                        (2..10).map(move |digit| f64::from(digit) * 10f64.powi(power))
                    })
                    .filter(|value| *value > self.low && *value < self.high)
                    .filter_map(|value| self.place(value))
                    .collect()
            }
        }
    }
}

/// Labels along a line: those that would touch on a narrow screen are for wide columns, or for nobody.
pub(super) fn spread_labels(labels: &[(f64, String)], y: f64) -> Vec<Item> {
    let shown: Vec<&(f64, String)> = labels
        .iter()
        .filter(|(_, label)| !label.is_empty())
        .collect();
    let mut items = Vec::new();
    let mut taken = [Vec::new(), Vec::new()];
    // The two ends tell the span, so they are placed first.
    let ends = (0..shown.len().min(1)).chain((shown.len() > 1).then(|| shown.len() - 1));
    let inner = 1..shown.len().saturating_sub(1);
    for (x, label) in ends.chain(inner).map(|index| shown[index]) {
        let text = anchored(*x, y, label);
        let fits = [NARROW_REM, WIDE_REM].map(|room| extent(*x, label, room));
        let free: Vec<bool> = fits
            .iter()
            .zip(&taken)
            .map(|(one, others)| others.iter().all(|other| !touch(*one, *other)))
            .collect();
        if free[0] {
            taken[0].push(fits[0]);
            taken[1].push(fits[1]);
            items.push(text.into());
        } else if free[1] {
            taken[1].push(fits[1]);
            items.push(Item::WideOnly(vec![text.into()]));
        }
    }
    items
}

/// A label centred under its graduation, unless it would leave the drawing on a narrow screen.
fn anchored(x: f64, y: f64, label: &str) -> Text {
    let text = Text::new(x, y, label, Ink::Axis);
    match anchor(x, label) {
        Anchor::Start => text,
        Anchor::Middle => text.middle(),
        Anchor::End => text.end(),
    }
}

fn anchor(x: f64, label: &str) -> Anchor {
    let half = width(label, SMALL_REM) / NARROW_REM / 2.0;
    match x {
        _ if x < 0.01 || x - half < -0.02 => Anchor::Start,
        _ if x > 0.99 || x + half > 1.02 => Anchor::End,
        _ => Anchor::Middle,
    }
}

fn extent(x: f64, label: &str, room: f64) -> (f64, f64) {
    let long = width(label, SMALL_REM) / room;
    match anchor(x, label) {
        Anchor::Start => (x, x + long),
        Anchor::Middle => (x - long / 2.0, x + long / 2.0),
        Anchor::End => (x - long, x),
    }
}

fn touch(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 < other.1 + 0.02 && other.0 < one.1 + 0.02
}

/// Round values from zero to at least `highest`, in about `steps` equal steps, for a linear axis.
pub fn round_steps(highest: f64, steps: u32) -> Vec<f64> {
    let highest = known(highest).filter(|value| *value > 0.0).unwrap_or(1.0);
    let rough = highest / f64::from(steps.max(1));
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * 0.999_999)
        .unwrap_or(10.0 * power);
    let count = ((highest / step) - 1e-9).ceil().clamp(1.0, 50.0) as u32;
    (0..=count).map(|index| f64::from(index) * step).collect()
}

/// The powers of ten from at most `lowest` to at least `highest`, for a logarithmic axis.
pub fn decades(lowest: f64, highest: f64) -> Vec<f64> {
    let lowest = known(lowest).filter(|value| *value > 0.0).unwrap_or(0.1);
    let highest = known(highest)
        .filter(|value| *value > lowest)
        .unwrap_or(lowest * 10.0);
    let first = (lowest.log10() + 1e-9).floor() as i32;
    let last = (highest.log10() - 1e-9).ceil() as i32;
    (first..=last.max(first + 1))
        .map(|power| 10f64.powi(power))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fall_inside_the_axis() {
        let linear = Axis::linear(vec![Tick::new(0.0, "0"), Tick::new(60.0, "60")]);
        assert_eq!(linear.place(30.0), Some(0.5));
        assert_eq!(linear.place(1e9), Some(1.0));
        assert_eq!(linear.place(f64::INFINITY), Some(1.0));
        assert_eq!(linear.place(f64::NAN), None);
        let log = Axis::log(vec![Tick::new(1.0, "1"), Tick::new(100.0, "100")]);
        assert_eq!(log.place(10.0), Some(0.5));
        assert_eq!(log.place(-4.0), Some(0.0));
        for odd in [
            vec![],
            vec![Tick::new(f64::NAN, "?")],
            vec![Tick::new(5.0, "5")],
        ] {
            for axis in [Axis::linear(odd.clone()), Axis::log(odd)] {
                let at = axis.place(3.0).expect("three is a number");
                assert!((0.0..=1.0).contains(&at));
            }
        }
    }

    #[test]
    fn graduations_are_round_and_cover_the_values() {
        assert_eq!(round_steps(58.0, 3), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(round_steps(f64::NAN, 4).first(), Some(&0.0));
        assert_eq!(decades(0.02, 90.0).len(), 5);
        for highest in 1..2000 {
            let steps = round_steps(f64::from(highest), 5);
            assert!(*steps.last().expect("steps are never empty") >= f64::from(highest) - 1e-6);
            assert!(steps.len() <= 7, "{highest}: {steps:?}");
        }
    }

    #[test]
    fn labels_that_touch_are_left_to_wide_columns() {
        let labels: Vec<_> = (0..=30)
            .map(|n| (f64::from(n) / 30.0, format!("{n} kWh")))
            .collect();
        let items = spread_labels(&labels, 1.0);
        assert!(items.iter().any(|item| matches!(item, Item::WideOnly(_))));
        assert!(items.len() < labels.len());
    }
}
