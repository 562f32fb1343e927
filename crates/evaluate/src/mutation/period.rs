//! Changes to the dates of a provision.

use chrono::Days;
use domain::law::{Condition, Period, Provision};

/// Where a condition stands in a provision.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which {
    /// Its own.
    Own,
    /// That of a period.
    Period(usize),
}

impl Which {
    /// The provision with another condition there.
    pub(super) fn put(self, provision: &Provision, condition: Condition) -> Provision {
        let mut changed = provision.clone();
        match self {
            Self::Own => changed.when = condition,
            Self::Period(place) => changed.periods[place].when = Some(condition),
        }
        changed
    }
}

/// The conditions of a provision that can decide something.
pub(super) fn conditions(provision: &Provision) -> Vec<(Which, &Condition)> {
    let periods = provision.periods.iter().enumerate();
    let own = periods.clone().any(|(_, period)| period.when.is_none());
    own.then_some((Which::Own, &provision.when))
        .into_iter()
        .chain(
            periods
                .filter_map(|(place, period)| Some((Which::Period(place), period.when.as_ref()?))),
        )
        .collect()
}

/// Each period a day earlier, a day later, without end, without its own condition, debated or
/// not, or dropped; a pending text that has become law.
pub(super) fn changes(provision: &Provision) -> Vec<(String, Provision)> {
    let mut changes = Vec::new();
    if provision.periods.is_empty() {
        let mut changed = provision.clone();
        changed.periods.push(Period::always());
        changes.push(("give it a period".to_owned(), changed));
    }
    for (place, period) in provision.periods.iter().enumerate() {
        if *period == Period::always() {
            continue;
        }
        let mut dropped = provision.clone();
        dropped.periods.remove(place);
        changes.push((format!("drop the period from {}", period.from), dropped));
        for (change, other) in period_changes(period) {
            let mut changed = provision.clone();
            changed.periods[place] = other;
            changes.push((format!("{change}, period from {}", period.from), changed));
        }
    }
    changes
}

fn period_changes(period: &Period) -> Vec<(String, Period)> {
    let mut changes = Vec::new();
    let mut add = |what: &str, change: &dyn Fn(&mut Period)| {
        let mut changed = period.clone();
        change(&mut changed);
        changes.push((what.to_owned(), changed));
    };
    let day = Days::new(1);
    add("start a day earlier", &|p| p.from = p.from - day);
    add("start a day later", &|p| p.from = p.from + day);
    if period.until.is_some() {
        add("end a day earlier", &|p| p.until = p.until.map(|d| d - day));
        add("end a day later", &|p| p.until = p.until.map(|d| d + day));
        add("never end", &|p| p.until = None);
    }
    if period.original.is_some() {
        add("planned a day earlier", &|p| {
            p.original = p.original.map(|d| d - day);
        });
        add("planned a day later", &|p| {
            p.original = p.original.map(|d| d + day);
        });
    }
    add("debated the other way", &|p| p.debated = !p.debated);
    if period.when.is_some() {
        add("without its own condition", &|p| p.when = None);
    }
    changes
}
