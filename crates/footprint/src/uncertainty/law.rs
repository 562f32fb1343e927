use super::portable::{exp, ln, normal_quantile};

/// How a quantity is distributed, ready to be drawn from one uniform number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Law {
    /// Median 1; the standard deviation of the logarithm.
    LogNormal(f64),
    /// The ends.
    Uniform(f64, f64),
    /// Uniform in the logarithm: the logarithms of the ends.
    LogUniform(f64, f64),
    /// Low end, most likely value, high end.
    Triangular(f64, f64, f64),
    /// Triangular in the logarithm: the logarithms of the three.
    LogTriangular(f64, f64, f64),
}

impl Law {
    /// Uniform in the logarithm between two numbers above zero.
    pub(super) fn log_uniform(low: f64, high: f64) -> Self {
        Self::LogUniform(ln(low), ln(high))
    }

    /// Triangular in the logarithm between numbers above zero.
    pub(super) fn log_triangular(low: f64, mode: f64, high: f64) -> Self {
        Self::LogTriangular(ln(low), ln(mode), ln(high))
    }

    /// The value below which a share of the draws falls, 0 < share < 1.
    pub(super) fn quantile(self, share: f64) -> f64 {
        match self {
            Self::LogNormal(sd_ln) => exp(sd_ln * normal_quantile(share)),
            Self::Uniform(low, high) => low + (high - low) * share,
            Self::LogUniform(low, high) => exp(low + (high - low) * share),
            Self::Triangular(low, mode, high) => triangular(low, mode, high, share),
            Self::LogTriangular(low, mode, high) => exp(triangular(low, mode, high, share)),
        }
    }
}

fn triangular(low: f64, mode: f64, high: f64, share: f64) -> f64 {
    let width = high - low;
    if share * width < mode - low {
        low + (share * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - share) * width * (high - mode)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_each_law() {
        let cases = [
            (Law::LogNormal(0.5), 0.5, 1.0),
            (Law::LogNormal(0.5), 0.95, 2.276_1),
            (Law::Uniform(2.0, 6.0), 0.25, 3.0),
            (Law::log_uniform(8.0, 128.0), 0.5, 32.0),
            (Law::Triangular(2.0, 3.0, 6.0), 0.25, 3.0),
            (Law::Triangular(2.0, 3.0, 6.0), 0.5, 3.550_5),
            (Law::log_triangular(4.0, 64.0, 256.0), 2.0 / 3.0, 64.0),
        ];
        for (law, share, expected) in cases {
            let found = law.quantile(share);
            assert!((found / expected - 1.0).abs() < 1e-4, "{law:?} {found}");
        }
    }
}
