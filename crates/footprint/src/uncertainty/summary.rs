use super::shares::Estimated;

/// The sample in order, for its quantiles.
pub(super) struct Sorted(Vec<f64>);

impl Sorted {
    /// Sorts a sample of one number or more.
    pub(super) fn new(mut sample: Vec<f64>) -> Self {
        sample.sort_by(f64::total_cmp);
        Self(sample)
    }

    /// The quantile of a share, straight between two draws; its error is half the distance of the
    /// draws one standard deviation of their rank below and above.
    pub(super) fn quantile(&self, share: f64) -> Estimated {
        let last = (self.0.len() - 1) as f64;
        let rank = share * last;
        let step = (last * share * (1.0 - share)).sqrt();
        let (below, above) = (self.at(rank - step), self.at(rank + step));
        Estimated {
            value: self.at(rank),
            standard_error: (above - below) / 2.0,
        }
    }

    /// The mean and its standard error.
    pub(super) fn mean(&self) -> Estimated {
        let draws = self.0.len() as f64;
        let mean = self.0.iter().sum::<f64>() / draws;
        let squares: f64 = self
            .0
            .iter()
            .map(|draw| (draw - mean) * (draw - mean))
            .sum();
        Estimated {
            value: mean,
            standard_error: (squares / draws / draws).sqrt(),
        }
    }

    fn at(&self, rank: f64) -> f64 {
        let last = self.0.len() - 1;
        let below = rank.max(0.0).floor();
        let index = (below as usize).min(last);
        let next = (index + 1).min(last);
        self.0[index] + (self.0[next] - self.0[index]) * (rank.max(0.0) - below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_a_ruler() {
        let ruler = Sorted::new((0..=100).rev().map(f64::from).collect());
        let median = ruler.quantile(0.5);
        assert_eq!((median.value, median.standard_error), (50.0, 5.0));
        assert_eq!(ruler.quantile(0.05).value, 5.0);
        assert_eq!(ruler.mean().value, 50.0);
    }
}
