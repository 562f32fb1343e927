use std::ops::{Add, Div, Mul};

/// The two ends of a result, computed side by side: the low run and the high run.
///
/// Each lane is a whole calculation of its own, so the order of operations inside a lane is the
/// one of the reference and both the scalar and the columnar path share it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ends(pub(crate) [f64; 2]);

impl Ends {
    #[inline(always)]
    pub(crate) fn both(value: f64) -> Self {
        Self([value; 2])
    }

    #[inline(always)]
    pub(crate) fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self([change(self.0[0]), change(self.0[1])])
    }
}

impl Add for Ends {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self([self.0[0] + other.0[0], self.0[1] + other.0[1]])
    }
}

impl Mul for Ends {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self([self.0[0] * other.0[0], self.0[1] * other.0[1]])
    }
}

impl Add<f64> for Ends {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: f64) -> Self {
        self + Self::both(other)
    }
}

impl Mul<f64> for Ends {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: f64) -> Self {
        self * Self::both(other)
    }
}

impl Div<f64> for Ends {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: f64) -> Self {
        Self([self.0[0] / other, self.0[1] / other])
    }
}
