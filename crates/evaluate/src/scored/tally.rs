use super::question::QuestionScore;
use super::share::{Score, Share};
use super::sight::Sight;
use reference::{Counts, Maximum};

/// Points and maxima of some questions, added up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    as_answered: u32,
    least: u32,
    most: u32,
    /// What every question can bring, hidden or not.
    max_all: u32,
    /// What the questions shown so far can bring.
    max_now: u32,
    /// What the questions shown in any case can bring.
    max_shown: u32,
    /// What the questions that may be shown or hidden can bring.
    max_open: u32,
    /// What they can still bring, given their answers.
    most_open: u32,
    has_open: bool,
}

impl Tally {
    pub(super) fn with(mut self, score: &QuestionScore) -> Self {
        let most = score.question.most();
        self.as_answered += score.points.as_answered;
        self.least += score.points.least;
        self.most += score.points.most;
        self.max_all += most;
        if score.sight.is_shown() {
            self.max_now += most;
        }
        if score.sight == Sight::Shown {
            self.max_shown += most;
        }
        if score.sight.is_open() {
            self.has_open = true;
            self.max_open += most;
            self.most_open += score.points.most;
        }
        self
    }

    /// Whether some of its questions may still be shown or hidden.
    pub(super) fn is_open(&self) -> bool {
        self.has_open
    }

    pub(super) fn score(&self, maximum: Maximum) -> Score {
        match maximum.counts {
            Counts::All => self.out_of_all(maximum.phases.max(1)),
            Counts::Visible => self.out_of_visible(),
        }
    }

    /// While the phase is open, each one may still bring its points, but only one will.
    fn out_of_all(&self, phases: u32) -> Score {
        let max = self.max_all / phases;
        let share = |points| Share { points, max };
        Score {
            as_answered: share(self.as_answered),
            lowest: share(self.least),
            highest: share(self.most.min(max)),
        }
    }

    /// A question that appears adds to the points and to the maximum. The share is lowest if all
    /// that may appear do and bring nothing; highest if only as much maximum appears as points.
    fn out_of_visible(&self) -> Score {
        let widest = self.max_shown + self.max_open;
        let narrowest = match self.most {
            0 => widest,
            _ => self.max_shown + self.most_open,
        };
        Score {
            as_answered: Share {
                points: self.as_answered,
                max: self.max_now,
            },
            lowest: Share {
                points: self.least,
                max: widest,
            },
            highest: Share {
                points: self.most,
                max: narrowest,
            },
        }
    }
}
