//! What each factor explains of the variance: Sobol's shares, by pick and freeze.
//!
//! Two independent samples A and B of every factor, and for each factor the sample A with that
//! factor alone taken from B. Two estimators of the first-order share have the same expectation,
//! Saltelli's (Computer Physics Communications 181, 2010, 259–270) and Jansen's (ibid. 117, 1999,
//! 35–43); one is precise for small shares, the other for large ones. Their difference serves as
//! a control variate. Total shares are Jansen's. Standard errors are those of a ratio of means.

/// A number estimated from draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated {
    /// The estimate.
    pub value: f64,
    /// Its standard error from the finite number of draws, in the same unit, zero or more.
    pub standard_error: f64,
}

/// The shares of one factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FactorShares {
    pub(super) first_order: Estimated,
    pub(super) total: Estimated,
}

/// The shares of every factor, and what only their interactions explain.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decomposition {
    pub(super) factors: Vec<FactorShares>,
    pub(super) interactions: Estimated,
}

/// The decomposition of a result: `swapped` holds one sample by factor. `None` when the result
/// does not vary or is not a finite number.
pub(super) fn decompose(a: &[f64], b: &[f64], swapped: &[Vec<f64>]) -> Option<Decomposition> {
    let draws = a.len() as f64;
    // Seen from the first draw, so that a result that does not vary has no variance at all.
    let first = *a.first()?;
    let from_first: f64 = a.iter().chain(b).map(|draw| draw - first).sum();
    let mean = first + from_first / (2.0 * draws);
    let squares: Vec<f64> = a
        .iter()
        .zip(b)
        .map(|(a, b)| ((a - mean) * (a - mean) + (b - mean) * (b - mean)) / 2.0)
        .collect();
    let variance = squares.iter().sum::<f64>() / draws;
    if !(variance > 0.0 && variance.is_finite()) {
        return None;
    }
    let mut explained = Ratio {
        value: 0.0,
        residuals: vec![0.0; a.len()],
    };
    let mut factors = Vec::with_capacity(swapped.len());
    for sample in swapped {
        let terms = |term: &dyn Fn(usize) -> f64| {
            Ratio::new((0..a.len()).map(term).collect(), &squares, variance)
        };
        let saltelli = terms(&|i| (b[i] - mean) * (sample[i] - a[i]));
        let jansen = terms(&|i| squares[i] - (b[i] - sample[i]) * (b[i] - sample[i]) / 2.0);
        let first_order = saltelli.with_control(&jansen);
        let total = terms(&|i| (a[i] - sample[i]) * (a[i] - sample[i]) / 2.0);
        explained.add(&first_order);
        factors.push(FactorShares {
            first_order: first_order.estimated(variance),
            total: total.estimated(variance),
        });
    }
    let explained = explained.estimated(variance);
    Some(Decomposition {
        factors,
        interactions: Estimated {
            value: 1.0 - explained.value,
            ..explained
        },
    })
}

/// A mean divided by the variance, and what is left of each draw.
struct Ratio {
    value: f64,
    residuals: Vec<f64>,
}

impl Ratio {
    fn new(mut terms: Vec<f64>, squares: &[f64], variance: f64) -> Self {
        let value = terms.iter().sum::<f64>() / terms.len() as f64 / variance;
        for (term, square) in terms.iter_mut().zip(squares) {
            *term -= value * square;
        }
        Self {
            value,
            residuals: terms,
        }
    }

    /// The mix of two estimators of one share that has the smallest variance.
    fn with_control(self, other: &Self) -> Self {
        let (mut together, mut apart) = (0.0, 0.0);
        for (one, two) in self.residuals.iter().zip(&other.residuals) {
            together -= two * (one - two);
            apart += (one - two) * (one - two);
        }
        let weight = if apart > 0.0 { together / apart } else { 1.0 };
        let mixed = |one: f64, two: f64| weight * one + (1.0 - weight) * two;
        Self {
            value: mixed(self.value, other.value),
            residuals: self
                .residuals
                .iter()
                .zip(&other.residuals)
                .map(|(one, two)| mixed(*one, *two))
                .collect(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.value += other.value;
        for (sum, residual) in self.residuals.iter_mut().zip(&other.residuals) {
            *sum += residual;
        }
    }

    fn estimated(&self, variance: f64) -> Estimated {
        let draws = self.residuals.len() as f64;
        let squares: f64 = self
            .residuals
            .iter()
            .map(|residual| residual * residual)
            .sum();
        Estimated {
            value: self.value,
            standard_error: (squares / draws / draws).sqrt() / variance,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uncertainty::stream::Stream;

    /// Shares of two factors uniform on (0, 1), and of their interaction.
    fn check(result: impl Fn(f64, f64) -> f64, expected: [f64; 3]) {
        let [x, y] = ["x", "y"].map(|name| Stream::new(2026, &[name]));
        let sample = |x_of: u64, y_of: u64| -> Vec<f64> {
            (0..8000)
                .map(|i| result(x.uniform(2 * i + x_of), y.uniform(2 * i + y_of)))
                .collect()
        };
        let (a, b) = (sample(0, 0), sample(1, 1));
        let found = decompose(&a, &b, &[sample(1, 0), sample(0, 1)]).expect("it varies");
        let [x, y] = found.factors[..] else {
            panic!("there are two factors");
        };
        let interactions = expected[2];
        for (found, expected) in [
            (x.first_order, expected[0]),
            (y.first_order, expected[1]),
            (found.interactions, interactions),
            (x.total, expected[0] + interactions),
            (y.total, expected[1] + interactions),
        ] {
            let error = (found.value - expected).abs();
            assert!(
                error <= 4.0 * found.standard_error + 1e-12,
                "{found:?} {expected}"
            );
            assert!(found.standard_error < 0.03, "{found:?}");
        }
    }

    #[test]
    fn a_sum_has_no_interaction() {
        check(|x, y| x + y, [0.5, 0.5, 0.0]);
        check(|x, y| 3.0 * x + y, [0.9, 0.1, 0.0]);
    }

    #[test]
    fn a_product_has_the_known_interaction() {
        // Means 1/2, variances 1/12: 3/7, 3/7 and 1/7 of the variance.
        check(|x, y| x * y, [3.0 / 7.0, 3.0 / 7.0, 1.0 / 7.0]);
        // Nothing but an interaction.
        check(|x, y| (x - 0.5) * (y - 0.5), [0.0, 0.0, 1.0]);
    }

    #[test]
    fn what_does_not_vary_is_not_shared_out() {
        assert_eq!(decompose(&[2.0; 5], &[2.0; 5], &[vec![2.0; 5]]), None);
    }
}
