use chrono::{Days, NaiveDate};
use domain::law::Period;
use publish::Wording;
use reference::law::Rule;

/// Where a rule stands on a day, whatever the use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It is law.
    InForce,
    /// It is debated whether it is law.
    Debated,
    /// It will be law.
    Coming,
    /// It was law.
    Ended,
    /// Its text is not adopted.
    Pending,
}

impl Standing {
    /// Every standing, in the order of the pages.
    pub(super) const ALL: [Self; 5] = [
        Self::InForce,
        Self::Debated,
        Self::Coming,
        Self::Ended,
        Self::Pending,
    ];

    /// Where a rule stands on a day.
    pub(super) fn of(rule: &Rule, on: NaiveDate) -> Self {
        let periods = &rule.provision.periods;
        match rule.provision.covering(on) {
            Some(period) if period.debated => Self::Debated,
            Some(_) => Self::InForce,
            None if periods.iter().any(|period| period.from > on) => Self::Coming,
            None if periods.is_empty() => Self::Pending,
            None => Self::Ended,
        }
    }

    /// The end of its keys among the messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Debated => "debated",
            Self::Coming => "coming",
            Self::Ended => "ended",
            Self::Pending => "pending",
        }
    }
}

/// « En vigueur depuis le … », « à partir du …, prévu d’abord le … ».
pub(super) fn sentence(rule: &Rule, on: NaiveDate, w: &Wording) -> String {
    let periods = &rule.provision.periods;
    let standing = Standing::of(rule, on);
    let day = match standing {
        Standing::InForce => periods
            .iter()
            .position(|period| period.covers(on))
            .map(|place| since(periods, place)),
        Standing::Debated => rule.provision.covering(on).map(|period| period.from),
        Standing::Coming => {
            return periods
                .iter()
                .find(|period| period.from > on)
                .map_or_else(String::new, |period| start(period.from, period.original, w));
        }
        Standing::Ended => periods.last().and_then(|period| period.until),
        Standing::Pending => None,
    };
    let Some(day) = day else {
        return w.get("law-standing-pending");
    };
    let blanks = [("date", w.date(day).into())];
    w.format(&format!("law-since-{}", standing.code()), &blanks)
}

/// « À partir du … », with the day first planned if the law moved it.
pub(super) fn start(from: NaiveDate, original: Option<NaiveDate>, w: &Wording) -> String {
    let date = ("date", w.date(from).into());
    match original {
        Some(original) => {
            let blanks = [date, ("original", w.date(original).into())];
            w.format("law-from-moved", &blanks)
        }
        None => w.format("law-from", &[date]),
    }
}

/// The first day of an unbroken run of undebated periods: a new wording is not a new start.
fn since(periods: &[Period], place: usize) -> NaiveDate {
    let mut first = place;
    while let Some(before) = first.checked_sub(1) {
        let next = periods[before]
            .until
            .and_then(|day| day.checked_add_days(Days::new(1)));
        if periods[before].debated || next != Some(periods[first].from) {
            break;
        }
        first = before;
    }
    periods[first].from
}
