//! How the energy of a token depends on the size of the batch, as measured.
//!
//! The exponential of the method's fit is far too flat for batches other than its own: at 8
//! requests it says 1.17 times the energy of 64 where 3.84 is measured (medians). The fit is
//! therefore kept at the batch of the method and multiplied by the measured ratio.

use super::portable::{exp, ln};
use crate::table::{Row, TableError};

/// A batch drawn once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Batch {
    /// Requests, above zero.
    pub(super) size: f64,
    /// Energy of a token against the batch of the method.
    pub(super) energy_ratio: f64,
}

/// Energy per token by size of the batch, straight between measurements in both logarithms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BatchEnergy {
    /// Logarithms of the size and of the ratio, by size.
    points: Vec<[f64; 2]>,
}

impl BatchEnergy {
    /// The curve through two points or more, in the order of their sizes.
    pub(super) fn through(points: Vec<[f64; 2]>) -> Option<Self> {
        let is_ordered = points.windows(2).all(|pair| pair[0][0] < pair[1][0]);
        (points.len() >= 2 && is_ordered).then_some(Self { points })
    }

    /// The same curve, as a ratio to the energy in a batch of the given size, above zero.
    pub(super) fn relative_to(&self, batch_size: f64) -> Self {
        let reference = self.at(ln(batch_size));
        let points = self.points.iter().map(|[x, y]| [*x, y - reference]);
        Self {
            points: points.collect(),
        }
    }

    /// The energy of a token in a batch of the given size, above zero. Beyond the measurements the
    /// slope of the nearest two goes on.
    pub(super) fn ratio(&self, batch_size: f64) -> f64 {
        exp(self.at(ln(batch_size)))
    }

    pub(super) fn batch(&self, size: f64) -> Batch {
        Batch {
            size,
            energy_ratio: self.ratio(size),
        }
    }

    fn at(&self, size: f64) -> f64 {
        let last = self.points.len() - 1;
        let above = self.points.partition_point(|point| point[0] < size);
        let above = above.clamp(1, last);
        let [[x0, y0], [x1, y1]] = [self.points[above - 1], self.points[above]];
        y0 + (size - x0) * (y1 - y0) / (x1 - x0)
    }
}

/// A measurement, in logarithms.
pub(super) fn point(row: Row<'_>) -> Result<[f64; 2], TableError> {
    Ok([
        ln(row.positive("batch_size")?),
        ln(row.positive("energy_ratio")?),
    ])
}

#[cfg(test)]
mod tests {
    use crate::Spreads;

    #[test]
    fn goes_through_the_measurements_and_straight_between() {
        let curve = Spreads::embedded().batch_energy();
        assert_eq!(curve.relative_to(48.0).ratio(48.0), 1.0);
        for (size, expected) in [
            (8.0, 3.84),
            (64.0, 1.0),
            (256.0, 0.6),
            (f64::sqrt(8.0 * 16.0), f64::sqrt(3.84 * 2.3)),
            (4.0, 3.84 * 3.84 / 2.3),
        ] {
            let found = curve.ratio(size);
            assert!((found / expected - 1.0).abs() < 1e-12, "{size}: {found}");
        }
    }
}
