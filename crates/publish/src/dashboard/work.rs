//! What uses change to the work of those who do them.

use super::Dashboard;
use crate::charts::{
    Axis, Bounds, Chart, Column, Diverging, DivergingRow, GoodSide, IntervalRow, Intervals, Legend,
    Pivot, Role, Table, Tick, diverging, interval, round_steps,
};
use domain::{UseCase, WorkEffect};

/// Rows drawn in the chart of minutes; the table holds them all.
const MINUTES_ROWS: usize = 12;

impl Dashboard<'_> {
    /// Effects among records in use only.
    pub(super) fn effects(&self) -> Chart {
        let in_use = self.in_use();
        let of = |test: fn(WorkEffect) -> bool| {
            let effects = in_use.iter().map(|u| effect(u));
            effects.filter(|effect| test(*effect)).count()
        };
        let counts = [
            of(|e| e == WorkEffect::Burdens),
            of(|e| e == WorkEffect::Impoverishes),
            of(|e| e == WorkEffect::Lightens),
            of(|e| e == WorkEffect::Enriches),
        ];
        let (unchanged, unknown) = (
            of(|e| matches!(e, WorkEffect::Unchanged | WorkEffect::Shifts)),
            of(|e| e == WorkEffect::Unknown),
        );
        let total = in_use.len();
        let share = |count: usize| {
            if total == 0 {
                0.0
            } else {
                100.0 * count as f64 / total as f64
            }
        };
        let aside = self.wording.format(
            "effects-aside",
            &[("unchanged", unchanged.into()), ("unknown", unknown.into())],
        );
        let rows = if total == 0 {
            Vec::new()
        } else {
            vec![DivergingRow {
                label: self.say("effects-row"),
                count: self
                    .wording
                    .format("uses-count", &[("count", total.into())]),
                count_tail: String::new(),
                very_negative: share(counts[0]),
                negative: share(counts[1]),
                positive: share(counts[2]),
                very_positive: share(counts[3]),
                negative_text: self.wording.count(counts[0] + counts[1]),
                positive_text: self.wording.count(counts[2] + counts[3]),
                aside,
            }]
        };
        let scene = diverging(&Diverging {
            rows,
            empty: self.say("empty-in-use"),
        });
        let table = Table {
            caption: self.say("chart-effects-title"),
            columns: vec![
                Column::words(self.say("column-effect")),
                Column::numbers(self.say("column-uses")),
            ],
            rows: WorkEffect::ALL
                .iter()
                .map(|code| {
                    let count = in_use.iter().filter(|u| effect(u) == *code).count();
                    vec![
                        self.wording.label(WorkEffect::VOCABULARY, code.code()),
                        self.wording.count(count),
                    ]
                })
                .collect(),
        };
        let finding = self.finding(
            "chart-effects-finding",
            &[
                "uses_in_use",
                "uses_positive_effect",
                "uses_negative_effect",
                "uses_no_effect",
                "uses_unknown_effect",
            ],
        );
        let mut chart = self.base("effects", finding, scene, table);
        if total > 0 {
            let label = |e: WorkEffect| self.wording.label(WorkEffect::VOCABULARY, e.code());
            chart.legend = vec![
                Legend::fill(Role::Minus, label(WorkEffect::Burdens)),
                Legend::fill(Role::MinusSoft, label(WorkEffect::Impoverishes)),
                Legend::fill(Role::PlusSoft, label(WorkEffect::Lightens)),
                Legend::fill(Role::Plus, label(WorkEffect::Enriches)),
            ];
        }
        chart
    }

    /// Minutes per case of each record in use, checking time included.
    pub(super) fn minutes(&self) -> Chart {
        let mut rows: Vec<(&UseCase, f64, f64)> = self
            .in_use()
            .into_iter()
            .filter_map(|u| {
                let minutes = u.work_effects.as_ref()?.minutes?;
                Some((u, minutes.interval.low(), minutes.interval.high()))
            })
            .collect();
        rows.sort_by(|a, b| {
            b.2.total_cmp(&a.2)
                .then_with(|| a.0.reference.cmp(&b.0.reference))
        });
        let drawn = &rows[..rows.len().min(MINUTES_ROWS)];
        let highest = drawn
            .iter()
            .flat_map(|r| [r.1.abs(), r.2.abs()])
            .fold(1.0, f64::max);
        let steps = round_steps(highest, 2);
        let top = steps.last().copied().unwrap_or(highest).max(highest);
        let ticks = [-top, -top / 2.0, 0.0, top / 2.0, top]
            .map(|value| Tick::new(value, self.wording.number(value)));
        let scene = interval(&Intervals {
            axis: Axis::linear(ticks.to_vec()),
            rows: drawn
                .iter()
                .map(|(u, low, high)| IntervalRow {
                    label: self.name(u),
                    text: self.minutes_text(*low, *high),
                    tail: String::new(),
                    low: *low,
                    high: *high,
                    centre: None,
                    bounds: Bounds::Hypotheses,
                })
                .collect(),
            pivot: Some(Pivot {
                value: 0.0,
                label: self.say("no-effect"),
                good: GoodSide::Low,
            }),
            empty: self.say("empty-minutes"),
        });
        let table = Table {
            caption: self.say("chart-minutes-title"),
            columns: vec![
                Column::words(self.say("column-use")),
                Column::numbers(self.say("column-low")),
                Column::numbers(self.say("column-high")),
            ],
            rows: rows
                .iter()
                .map(|(u, low, high)| {
                    vec![
                        self.name(u),
                        self.wording.number(*low),
                        self.wording.number(*high),
                    ]
                })
                .collect(),
        };
        let blanks = [
            ("told", rows.len().into()),
            ("lost", self.numbers.value("uses_time_may_be_lost").into()),
        ];
        let finding = self.wording.format("chart-minutes-finding", &blanks);
        self.base("minutes", finding, scene, table)
    }

    pub(super) fn minutes_text(&self, low: f64, high: f64) -> String {
        let blanks = [
            ("low", self.wording.number(low).into()),
            ("high", self.wording.number(high).into()),
        ];
        self.wording.format("minutes-range", &blanks)
    }
}

fn effect(use_case: &UseCase) -> WorkEffect {
    use_case
        .work_effects
        .as_ref()
        .map_or(WorkEffect::Unknown, |effects| effects.effect)
}
