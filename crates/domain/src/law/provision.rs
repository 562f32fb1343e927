use super::{Coming, Condition, RuleOutcome, Situation, Truth};
use chrono::NaiveDate;

/// A condition and the periods in which it is law. Without a period it never applies.
#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    /// What must hold, unless the period says otherwise.
    pub when: Condition,
    /// Its periods, oldest first; they do not overlap.
    pub periods: Vec<Period>,
}

/// A time in which a provision is law, both days included.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` = no end is known.
    pub until: Option<NaiveDate>,
    /// The condition of this period, in place of the provision's own.
    pub when: Option<Condition>,
    /// Whether it is debated that this period exists at all.
    pub debated: bool,
    /// The first day once planned, if the law moved it.
    pub original: Option<NaiveDate>,
}

impl Period {
    /// A period without end or beginning.
    pub fn always() -> Self {
        Self {
            from: NaiveDate::MIN,
            until: None,
            when: None,
            debated: false,
            original: None,
        }
    }

    /// Whether a day lies in it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}

impl Provision {
    /// The period that covers a day.
    pub fn covering(&self, day: NaiveDate) -> Option<&Period> {
        self.periods.iter().find(|period| period.covers(day))
    }

    /// The condition that is read in a period.
    pub fn condition<'a>(&'a self, period: &'a Period) -> &'a Condition {
        period.when.as_ref().unwrap_or(&self.when)
    }

    /// Whether its condition holds on the day; "no" when no period covers it.
    pub fn truth(&self, situation: &Situation) -> Truth {
        self.covering(situation.on())
            .map_or(Truth::No, |period| self.condition(period).truth(situation))
    }

    /// What it comes to on the day.
    pub fn outcome(&self, situation: &Situation) -> RuleOutcome {
        let Some(period) = self.covering(situation.on()) else {
            return RuleOutcome::DoesNotApply;
        };
        match self.condition(period).truth(situation) {
            Truth::No => RuleOutcome::DoesNotApply,
            Truth::Unknown => RuleOutcome::Unknown,
            Truth::Yes if period.debated => RuleOutcome::Unknown,
            Truth::Yes => RuleOutcome::Applies,
        }
    }

    /// The first later period whose condition, read on its first day, is not "no".
    pub fn coming(&self, situation: &Situation) -> Option<Coming> {
        let later = |period: &&Period| period.from > situation.on();
        self.periods.iter().filter(later).find_map(|period| {
            let then = situation.moved_to(period.from);
            let condition = self.condition(period);
            let truth = condition.truth(&then);
            (truth != Truth::No).then(|| {
                let mut ask = Vec::new();
                condition.missing(&then, &mut ask);
                Coming {
                    from: period.from,
                    original: period.original,
                    truth,
                    debated: period.debated,
                    ask,
                }
            })
        })
    }
}
