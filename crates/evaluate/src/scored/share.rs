use reference::Level;

/// Points out of a maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The points.
    pub points: u32,
    /// The most there could be; 0 when nothing that carries points is shown.
    pub max: u32,
}

/// A share so far, and the bounds it can still move between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// With the answers given so far, open questions bringing nothing: the figure a form shows
    /// while it is filled in. It may lie outside the bounds until everything is answered.
    pub as_answered: Share,
    /// No complete set of answers that keeps those given leads to fewer points or a smaller share.
    pub lowest: Share,
    /// No complete set of answers that keeps those given leads to more points or a larger share.
    pub highest: Share,
}

impl Score {
    /// Whether both bounds are the same.
    pub fn is_settled(&self) -> bool {
        self.lowest == self.highest
    }
}

impl Share {
    /// In percent, 0 to 100, for display; none when the maximum is 0.
    pub fn percent(self) -> Option<f64> {
        (self.max > 0).then(|| f64::from(self.points) * 100.0 / f64::from(self.max))
    }

    /// Whether it is at least so many percent; never when the maximum is 0.
    pub(super) fn reaches(self, percent: u32) -> bool {
        self.max > 0 && u64::from(self.points) * 100 >= u64::from(percent) * u64::from(self.max)
    }

    /// What remains when only so many percent of the points are kept, rounded half up.
    pub(super) fn keep(self, percent: u32) -> Self {
        let kept = (u64::from(self.points) * u64::from(percent) + 50) / 100;
        Self {
            points: u32::try_from(kept).unwrap_or(self.points),
            max: self.max,
        }
    }

    /// The level it belongs to; none when the maximum is 0.
    pub(super) fn level(self, levels: &[Level]) -> Option<&Level> {
        let scaled = u64::from(self.points) * 100;
        let is_within = |level: &&Level| {
            level
                .up_to_percent
                .is_none_or(|bound| scaled <= u64::from(bound) * u64::from(self.max))
        };
        levels.iter().find(is_within).filter(|_| self.max > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_belongs_to_what_reaches_it() {
        let share = |points| Share { points, max: 20 };
        assert!(share(16).reaches(80));
        assert!(!share(15).reaches(80));
        assert!(!Share { points: 0, max: 0 }.reaches(1));
    }

    #[test]
    fn half_a_point_is_rounded_up() {
        let kept = |points| Share { points, max: 167 }.keep(85).points;
        assert_eq!([kept(10), kept(13), kept(30)], [9, 11, 26]);
    }
}
