//! The footprint of uses: intervals on a logarithmic axis, with what they rest on.

use super::Dashboard;
use crate::charts::{
    Axis, Bounds, Chart, Column, IntervalRow, Intervals, Table, Tick, decades, interval,
};
use crate::wording::Wording;
use domain::{
    EstimatedModel, FootprintEstimate, FootprintFinding, FootprintRelease, ModelClass, UseCase,
};
use units::Quantity;

/// Rows drawn in the chart of uses; the table holds them all.
const ROWS: usize = 8;

impl<'a> Dashboard<'a> {
    /// Electricity a month of each record in use that has an estimate.
    pub(super) fn footprint(&self) -> Chart {
        let mut rows = self.estimates_in_use();
        rows.sort_by(|(a, left), (b, right)| {
            let high = |estimate: &FootprintEstimate| estimate.per_month.energy.interval.high();
            high(right)
                .total_cmp(&high(left))
                .then_with(|| a.reference.cmp(&b.reference))
        });
        let drawn = rows.iter().take(ROWS).map(|(use_case, estimate)| {
            let energy = estimate.per_month.energy;
            self.amount_row(self.name(use_case), &energy)
        });
        let scene = interval(&amounts(
            drawn.collect(),
            &self.wording,
            &self.wording.unit(units::Unit::KilowattHours),
            self.say("empty-footprint"),
        ));
        let table = self.footprint_table(&rows);
        let key = if rows.is_empty() {
            "chart-footprint-none"
        } else {
            "chart-footprint-finding"
        };
        let total = self.numbers.get("footprint_energy_per_month");
        let total = total.and_then(|number| number.quantity);
        let blanks = [
            ("estimated", self.numbers.value("footprint_uses").into()),
            ("in_use", self.numbers.value("uses_in_use").into()),
            (
                "total",
                total
                    .map_or_else(String::new, |total| self.wording.amount(&total))
                    .into(),
            ),
        ];
        let finding = self.wording.format(key, &blanks);
        let mut chart = self.base("footprint", finding, scene, table);
        chart.source = self.footprint_source();
        chart
    }

    /// The same request under every release of the method.
    pub(super) fn releases(&self) -> Chart {
        let releases = &self.snapshot.footprint_method.releases;
        let known: Vec<(&FootprintRelease, Quantity)> = releases
            .iter()
            .filter_map(|release| Some((release, release.example.as_ref()?.energy)))
            .collect();
        let rows = known
            .iter()
            .map(|(release, energy)| self.amount_row(release.release.clone(), energy));
        let scene = interval(&amounts(
            rows.collect(),
            &self.wording,
            &self.wording.unit(units::Unit::KilowattHours),
            self.say("empty-footprint"),
        ));
        let table = Table {
            caption: self.say("chart-releases-title"),
            columns: vec![
                Column::words(self.say("column-release")),
                Column::words(self.say("column-published-on")),
                Column::numbers(self.say("column-energy")),
                Column::numbers(self.say("column-gwp")),
                Column::numbers(self.say("column-adpe")),
            ],
            rows: releases
                .iter()
                .map(|release| self.release_row(release))
                .collect(),
        };
        let high = |pair: &(&FootprintRelease, Quantity)| pair.1.interval.high();
        let first = known.iter().map(high).fold(0.0, f64::max);
        let last = known.last().map_or(first, high);
        let blanks = [
            ("count", releases.len().into()),
            ("ratio", self.wording.number((first / last).round()).into()),
        ];
        let finding = self.wording.format("chart-releases-finding", &blanks);
        let mut chart = self.base("releases", finding, scene, table);
        chart.source = self.say("chart-releases-source");
        chart
    }

    fn release_row(&self, release: &FootprintRelease) -> Vec<String> {
        let amount = |quantity: Option<Quantity>| match quantity {
            Some(quantity) => self.wording.amount(&quantity),
            None => self.say("unknown-number"),
        };
        let example = release.example.as_ref();
        vec![
            release.release.clone(),
            release
                .published
                .clone()
                .unwrap_or_else(|| self.say("date-unknown")),
            amount(example.map(|amounts| amounts.energy)),
            amount(example.map(|amounts| amounts.gwp)),
            amount(example.map(|amounts| amounts.adpe)),
        ]
    }

    /// Records in use with their estimate.
    fn estimates_in_use(&self) -> Vec<(&'a UseCase, &'a FootprintEstimate)> {
        let footprints = &self.snapshot.footprints;
        self.in_use()
            .into_iter()
            .filter_map(|use_case| match footprints.get(&use_case.reference)? {
                FootprintFinding::Estimated(estimate) => Some((use_case, &**estimate)),
                FootprintFinding::Missing(_) => None,
            })
            .collect()
    }

    fn footprint_table(&self, rows: &[(&UseCase, &FootprintEstimate)]) -> Table {
        let w = &self.wording;
        Table {
            caption: self.say("chart-footprint-title"),
            columns: vec![
                Column::words(self.say("column-use")),
                Column::numbers(self.say("column-energy-month")),
                Column::numbers(self.say("column-gwp-month")),
                Column::numbers(self.say("column-water-month")),
                Column::words(self.say("column-model")),
            ],
            rows: rows
                .iter()
                .map(|(use_case, estimate)| {
                    let month = &estimate.per_month;
                    let water = month.wcf.map(|wcf| w.amount(&wcf));
                    vec![
                        self.name(use_case),
                        w.amount(&month.energy),
                        w.amount(&month.gwp),
                        water.unwrap_or_else(|| self.say("unknown-number")),
                        model(estimate, w),
                    ]
                })
                .collect(),
        }
    }

    fn amount_row(&self, label: String, amount: &Quantity) -> IntervalRow {
        amount_row(label, amount, &self.wording)
    }

    /// Where the figures come from: the release of the method and the day.
    fn footprint_source(&self) -> String {
        let releases = &self.snapshot.footprint_method.releases;
        let release = releases.last().map_or("", |release| &release.release);
        let day = self.wording.date(self.snapshot.built_on);
        let blanks = [("release", release.into()), ("date", day.into())];
        self.wording.format("footprint-source", &blanks)
    }
}

/// The chart of one record: a month, and its assumptions as the table.
pub fn record_footprint(estimate: &FootprintEstimate, w: &Wording) -> Chart {
    let energy = estimate.per_month.energy;
    let unit = w.unit(units::Unit::KilowattHours);
    let row = amount_row(w.get("footprint-row"), &energy, w);
    let text = w.amount(&energy);
    let month = &estimate.per_month;
    let water = month
        .wcf
        .map_or_else(|| w.get("unknown-number"), |wcf| w.amount(&wcf));
    let blanks = [
        ("energy", text.clone().into()),
        ("gwp", w.amount(&month.gwp).into()),
        ("water", water.into()),
    ];
    let source = [
        ("release", estimate.release.as_str().into()),
        ("zone", zone(estimate, w).into()),
    ];
    Chart {
        id: "footprint".to_owned(),
        finding: w.format("footprint-finding", &blanks),
        title: w.get("footprint-title"),
        description: text,
        legend: Vec::new(),
        scene: interval(&amounts(vec![row], w, &unit, String::new())),
        table: assumptions(estimate, w),
        csv: None,
        table_page: None,
        source: w.format("footprint-record-source", &source),
    }
}

/// What an estimate rests on.
fn assumptions(estimate: &FootprintEstimate, w: &Wording) -> Table {
    let tokens = &estimate.tokens_per_word;
    let digits = |value| crate::typography::significant(value, 3, w.language);
    let tokens = [
        ("low", digits(tokens.low()).into()),
        ("high", digits(tokens.high()).into()),
        ("unit", w.get("footprint-tokens-unit").into()),
    ];
    let rows = [
        ("footprint-requests", w.amount(&estimate.requests_per_month)),
        ("footprint-words", w.amount(&estimate.words_per_request)),
        ("footprint-tokens", w.format("amount-range", &tokens)),
        ("footprint-model", model(estimate, w)),
        ("footprint-zone", zone(estimate, w)),
        ("footprint-one", w.amount(&estimate.per_request.energy)),
    ];
    Table {
        caption: w.get("footprint-assumptions"),
        columns: vec![
            Column::words(w.get("column-assumption")),
            Column::words(w.get("column-value")),
        ],
        rows: rows
            .into_iter()
            .map(|(key, value)| vec![w.get(key), value])
            .collect(),
    }
}

fn model(estimate: &FootprintEstimate, w: &Wording) -> String {
    match &estimate.model {
        EstimatedModel::Named(model) => model.name.clone(),
        EstimatedModel::Class { class, total, .. } => {
            let blanks = [
                (
                    "class",
                    w.label(ModelClass::VOCABULARY, class.code()).into(),
                ),
                ("low", w.number(total.low()).into()),
                ("high", w.number(total.high()).into()),
            ];
            w.format("footprint-class", &blanks)
        }
    }
}

fn zone(estimate: &FootprintEstimate, w: &Wording) -> String {
    let key = if estimate.is_zone_known {
        "footprint-zone-known"
    } else {
        "footprint-zone-world"
    };
    w.format(key, &[("zone", estimate.zone.as_str().into())])
}

fn amount_row(label: String, amount: &Quantity, w: &Wording) -> IntervalRow {
    IntervalRow {
        label,
        text: w.amount(amount),
        tail: String::new(),
        low: amount.interval.low(),
        high: amount.interval.high(),
        centre: None,
        bounds: Bounds::Hypotheses,
    }
}

/// Intervals under powers of ten, the unit on the last of them.
fn amounts(rows: Vec<IntervalRow>, w: &Wording, unit: &str, empty: String) -> Intervals {
    let low = rows.iter().map(|row| row.low).fold(f64::INFINITY, f64::min);
    let high = rows.iter().map(|row| row.high).fold(0.0, f64::max);
    let mut ticks: Vec<Tick> = decades(low, high)
        .into_iter()
        .map(|value| {
            let label = crate::typography::significant(value, 1, w.language);
            Tick::new(value, label)
        })
        .collect();
    if let Some(last) = ticks.last_mut() {
        last.label = format!("{} {unit}", last.label);
    }
    Intervals {
        axis: Axis::log(ticks),
        rows,
        pivot: None,
        empty,
    }
}
