use units::{Interval, IntervalKind, Quantity, Unit};

/// Ranges side by side: from the lowest end to the highest, never their mean.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spread {
    /// From the lowest low end to the highest high end; none when nobody told minutes. Its kind is
    /// that of the ranges when it is the same range each time, bounds otherwise.
    pub range: Option<Quantity>,
    /// Readings whose whole range saves time.
    pub saves: usize,
    /// Readings whose whole range costs time.
    pub costs: usize,
    /// Readings that cannot tell: their range holds zero.
    pub either: usize,
    /// Readings without minutes.
    pub not_told: usize,
}

impl Spread {
    /// The spread of minutes a case; a quantity of another unit is not told.
    pub(super) fn of(minutes: impl Iterator<Item = Option<Quantity>>) -> Self {
        let mut spread = Self::default();
        for minutes in minutes {
            match minutes.filter(|quantity| quantity.unit == Unit::MinutesPerCase) {
                Some(quantity) => spread.add(quantity.interval),
                None => spread.not_told += 1,
            }
        }
        spread
    }

    /// Readings that told minutes.
    pub fn told(&self) -> usize {
        self.saves + self.costs + self.either
    }

    fn add(&mut self, interval: Interval) {
        if interval.high() < 0.0 {
            self.saves += 1;
        } else if interval.low() > 0.0 {
            self.costs += 1;
        } else {
            self.either += 1;
        }
        let range = match self.range {
            Some(range) => union(range.interval, interval),
            None => interval,
        };
        self.range = Some(Quantity {
            interval: range,
            unit: Unit::MinutesPerCase,
        });
    }
}

fn union(one: Interval, other: Interval) -> Interval {
    if one == other {
        return one;
    }
    let low = one.low().min(other.low());
    let high = one.high().max(other.high());
    Interval::new(low, high, IntervalKind::Bounds).expect("the ends of two ranges are in order")
}
