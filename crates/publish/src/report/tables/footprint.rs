//! The footprint method: its releases, and what stands beside it.

use super::Tables;
use crate::report::block::{Cell, DataTable};

impl Tables<'_> {
    /// What changed from one release to the next.
    pub(super) fn releases(&self) -> DataTable {
        let releases = &self.0.snapshot.footprint_method.releases;
        let rows = releases
            .iter()
            .map(|release| {
                let changes: Vec<_> = release
                    .changes
                    .iter()
                    .map(|change| self.0.wording.text(change))
                    .collect();
                let published = release.published.clone();
                vec![
                    Cell::text(&release.release),
                    Cell::text(published.unwrap_or_else(|| self.say("date-unknown"))),
                    Cell::text(changes.join(" ")),
                ]
            })
            .collect();
        let columns = [
            ("column-release", false),
            ("column-published-on", false),
            ("column-changes", false),
        ];
        self.table("releases", &columns, rows)
    }

    /// Figures published by others, never mixed with ours.
    pub(super) fn comparables(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .snapshot
            .footprint_method
            .comparables
            .iter()
            .map(|item| {
                let figures: Vec<_> = item
                    .figures
                    .iter()
                    .map(|(value, unit)| {
                        let value = crate::typography::significant(*value, 3, wording.language);
                        format!("{value} {unit}")
                    })
                    .collect();
                vec![
                    Cell {
                        text: format!("{}, {}", item.publisher, item.published),
                        href: Some(item.url.clone()),
                        id: None,
                    },
                    self.text(&item.subject),
                    Cell::text(self.0.wording.phrases(&figures)),
                    self.text(&item.boundary),
                    self.text(&item.why_not_comparable),
                    Cell::text(self.say(&format!("certainty-{}", item.certainty))),
                ]
            })
            .collect();
        let columns = [
            ("column-publisher", false),
            ("column-subject", false),
            ("column-figures", false),
            ("column-boundary", false),
            ("column-why-not", false),
            ("column-certainty", false),
        ];
        self.table("comparables", &columns, rows)
    }

    /// Everyday acts, and how many of them a month of the estimated uses weighs.
    pub(super) fn equivalents(&self) -> DataTable {
        let wording = &self.0.wording;
        let month = |unit: units::Unit| {
            let key = match unit {
                units::Unit::KilowattHours => "footprint_energy_per_month",
                units::Unit::Litres => "footprint_water_per_month",
                _ => "footprint_gwp_per_month",
            };
            self.0.numbers.get(key).and_then(|number| number.quantity)
        };
        let rows = self
            .0
            .snapshot
            .footprint_method
            .equivalents
            .iter()
            .map(|item| {
                let one = &item.one.interval;
                let count = match month(item.one.unit) {
                    Some(month) => {
                        let month = &month.interval;
                        let end =
                            |value| crate::typography::significant(value, 2, wording.language);
                        let blanks = [
                            ("low", end(month.low() / one.high()).into()),
                            ("high", end(month.high() / one.low()).into()),
                            ("unit", wording.text(&item.phrase).into()),
                        ];
                        wording.format("amount-range", &blanks)
                    }
                    None => self.say("unknown-number"),
                };
                vec![
                    self.text(&item.phrase),
                    Cell::text(wording.amount(&item.one)),
                    Cell::text(count),
                    self.text(&item.reason),
                    Cell {
                        text: item.publisher.clone(),
                        href: Some(item.url.clone()),
                        id: None,
                    },
                    Cell::text(self.say(&format!("certainty-{}", item.certainty))),
                ]
            })
            .collect();
        let columns = [
            ("column-act", false),
            ("column-one", true),
            ("column-month-here", true),
            ("column-reason", false),
            ("column-source", false),
            ("column-certainty", false),
        ];
        self.table("equivalents", &columns, rows)
    }

    /// What a class of sizes stands for.
    pub(super) fn size_classes(&self) -> DataTable {
        let wording = &self.0.wording;
        let range = |interval: &units::Interval| {
            let blanks = [
                ("low", wording.number(interval.low()).into()),
                ("high", wording.number(interval.high()).into()),
                ("unit", self.say("unit-billions").into()),
            ];
            Cell::text(wording.format("amount-range", &blanks))
        };
        let rows = self
            .0
            .snapshot
            .footprint_method
            .classes
            .iter()
            .map(|class| {
                let vocabulary = domain::ModelClass::VOCABULARY;
                vec![
                    Cell::text(wording.label(vocabulary, class.class.code())),
                    range(&class.active),
                    range(&class.total),
                    Cell::text(wording.number(f64::from(class.count))),
                    Cell::text(wording.number(f64::from(class.undisclosed))),
                ]
            })
            .collect();
        let columns = [
            ("column-class", false),
            ("column-active", true),
            ("column-total", true),
            ("column-models", true),
            ("column-guesses", true),
        ];
        self.table("size-classes", &columns, rows)
    }
}
