//! The charts of a scope: what the data allow so far, and what they do not say.

mod footprint;
mod organisation;
mod work;

pub use footprint::record_footprint;

use crate::charts::{
    AskedInUse, AskedRow, Bar, Bars, Chart, Column, Dot, Horizon, HorizonMark, Legend, Month, Sign,
    Table, asked_in_use, bars, horizon,
};
use crate::numbers::{Numbers, is_in_use};
use crate::snapshot::{PublicUse, Scope, Snapshot};
use crate::state;
use crate::wording::Wording;
use chrono::Datelike;
use domain::{Evidence, Lifecycle, Task, UseCase};

/// What a chart is made from.
#[derive(Clone, Copy)]
pub struct Dashboard<'a> {
    /// The data.
    pub snapshot: &'a Snapshot,
    /// Whose.
    pub scope: Scope<'a>,
    /// The numbers of that scope.
    pub numbers: &'a Numbers,
    /// How it is said.
    pub wording: Wording<'a>,
}

/// Names of the charts, in the order of the dashboard.
pub const CHARTS: [&str; 9] = [
    "horizon",
    "status",
    "needs",
    "effects",
    "minutes",
    "tools",
    "footprint",
    "coverage",
    "reviews",
];

impl<'a> Dashboard<'a> {
    /// A chart by name; `None` when there is no such chart.
    pub fn chart(&self, name: &str) -> Option<Chart> {
        Some(match name {
            "horizon" => self.horizon(),
            "status" => self.status(),
            "needs" => self.needs(),
            "effects" => self.effects(),
            "minutes" => self.minutes(),
            "tools" => self.tools(),
            "coverage" => self.coverage(),
            "reviews" => self.reviews(),
            "footprint" => self.footprint(),
            "releases" => self.releases(),
            _ => return None,
        })
    }

    fn uses(&self) -> impl Iterator<Item = &'a UseCase> {
        self.snapshot
            .uses_of(self.scope)
            .map(|public| &public.use_case)
    }

    fn in_use(&self) -> Vec<&'a UseCase> {
        self.uses().filter(|u| is_in_use(u)).collect()
    }

    fn say(&self, key: &str) -> String {
        self.wording.get(key)
    }

    fn finding(&self, key: &str, names: &[&'static str]) -> String {
        let blanks: Vec<_> = names
            .iter()
            .map(|name| (*name, self.numbers.value(name).into()))
            .collect();
        self.wording.format(key, &blanks)
    }

    fn source(&self) -> String {
        let day = self.wording.date(self.snapshot.built_on);
        self.wording.format("chart-source", &[("date", day.into())])
    }

    fn base(
        &self,
        name: &str,
        finding: String,
        scene: crate::charts::Scene,
        table: Table,
    ) -> Chart {
        Chart {
            id: format!("fig-{name}"),
            finding,
            title: self.say(&format!("chart-{name}-title")),
            description: self.say(&format!("chart-{name}-description")),
            legend: Vec::new(),
            scene,
            table,
            csv: None,
            table_page: None,
            source: self.source(),
        }
    }

    fn name(&self, use_case: &UseCase) -> String {
        self.wording.text(&use_case.name)
    }

    /// Each record at the month of its decision, or of its first version.
    fn horizon(&self) -> Chart {
        let mut marks: Vec<HorizonMark> = self
            .snapshot
            .uses_of(self.scope)
            .map(|public| self.mark(public))
            .collect();
        marks.sort_by_key(|mark| mark.month);
        let today = month_of(self.snapshot.built_on);
        let from = marks.first().map_or(today, |mark| mark.month);
        let to = marks.last().map_or(today, |mark| mark.month);
        let scene = horizon(&Horizon {
            from,
            to,
            marks,
            month_names: self.wording.months_short(),
            above: self.say("horizon-above"),
            below: self.say("horizon-below"),
            unnamed: self.say("horizon-unnamed"),
            empty: self.say("empty-register"),
        });
        let finding = self.finding(
            "chart-horizon-finding",
            &[
                "uses_published",
                "uses_declared_in_use",
                "uses_below_line",
                "uses_planned",
            ],
        );
        let mut chart = self.base("horizon", finding, scene, self.status_table());
        chart.legend = self.state_legend();
        chart
    }

    fn mark(&self, public: &PublicUse) -> HorizonMark {
        let decided = public.use_case.decision.as_ref().and_then(|d| d.decided_on);
        let first = public
            .history
            .first()
            .map(|version| version.at.date_naive());
        let day = decided.or(first).unwrap_or(self.snapshot.built_on);
        HorizonMark {
            month: month_of(day),
            sign: state::sign(&public.use_case),
            label: self.name(&public.use_case),
        }
    }

    fn state_legend(&self) -> Vec<Legend> {
        let rows = self.state_counts();
        let mut legend: Vec<Legend> = Vec::new();
        for (sign, label, _, count) in rows {
            if count > 0 {
                legend.push(Legend::sign(sign, label));
            }
        }
        legend
    }

    /// Sign, word, meaning and number of each state, observed ones apart.
    fn state_counts(&self) -> Vec<(Sign, String, String, usize)> {
        let declared = |state: Lifecycle| {
            self.uses()
                .filter(|u| u.evidence == Evidence::Declared && u.lifecycle == state)
                .count()
        };
        let order = [
            Lifecycle::Deployed,
            Lifecycle::Pilot,
            Lifecycle::InDevelopment,
            Lifecycle::Planned,
            Lifecycle::Wished,
            Lifecycle::Refused,
            Lifecycle::Suspended,
            Lifecycle::Abandoned,
            Lifecycle::Retired,
        ];
        let mut rows: Vec<_> = order
            .into_iter()
            .map(|state| {
                (
                    state::lifecycle_sign(state),
                    self.wording.label(Lifecycle::VOCABULARY, state.code()),
                    self.wording.definition(Lifecycle::VOCABULARY, state.code()),
                    declared(state),
                )
            })
            .collect();
        let observed = Evidence::Observed;
        let count = self.uses().filter(|u| u.evidence == observed).count();
        rows.push((
            Sign::Observed,
            self.wording.label(Evidence::VOCABULARY, observed.code()),
            self.wording
                .definition(Evidence::VOCABULARY, observed.code()),
            count,
        ));
        rows
    }

    fn status_table(&self) -> Table {
        let rows = self.state_counts();
        Table {
            caption: self.say("chart-status-title"),
            columns: vec![
                Column::words(self.say("column-state")),
                Column::words(self.say("column-meaning")),
                Column::numbers(self.say("column-uses")),
            ],
            rows: rows
                .into_iter()
                .map(|(_, label, meaning, count)| vec![label, meaning, self.wording.count(count)])
                .collect(),
        }
    }

    fn status(&self) -> Chart {
        let rows = self
            .state_counts()
            .into_iter()
            .filter(|(.., count)| *count > 0)
            .map(|(_, label, _, count)| self.bar(label, count))
            .collect();
        let scene = bars(&Bars {
            rows,
            empty: self.say("empty-register"),
        });
        let finding = self.finding(
            "chart-status-finding",
            &[
                "uses_deployed",
                "uses_pilot",
                "uses_refused",
                "uses_stopped",
                "uses_suspended",
            ],
        );
        self.base("status", finding, scene, self.status_table())
    }

    fn bar(&self, label: String, count: usize) -> Bar {
        Bar {
            label,
            value: count as f64,
            uncertain: 0.0,
            text: self.wording.count(count),
            tail: String::new(),
        }
    }

    fn needs(&self) -> Chart {
        let mut rows: Vec<(String, u32, u32)> = Task::ALL
            .iter()
            .filter_map(|task| {
                let asked = self.uses().filter(|u| u.task == Some(*task));
                let asked: Vec<_> = asked.collect();
                let in_use = asked.iter().filter(|u| is_in_use(u)).count();
                let label = self.wording.label(Task::VOCABULARY, task.code());
                (!asked.is_empty()).then(|| (label, small(asked.len()), small(in_use)))
            })
            .collect();
        rows.sort_by(|a, b| {
            b.1.cmp(&a.1)
                .then_with(|| Wording::order(&a.0).cmp(&Wording::order(&b.0)))
        });
        let without: Vec<String> = rows
            .iter()
            .filter(|row| row.2 == 0)
            .map(|row| row.0.to_lowercase())
            .collect();
        let scene = asked_in_use(&AskedInUse {
            rows: rows
                .iter()
                .map(|(label, asked, in_use)| AskedRow {
                    label: label.clone(),
                    asked: *asked,
                    in_use: *in_use,
                })
                .collect(),
            empty: self.say("empty-register"),
        });
        let first = rows.first().map_or_else(String::new, |row| row.0.clone());
        let key = match (rows.is_empty(), without.is_empty()) {
            (true, _) => "chart-needs-none",
            (false, true) => "chart-needs-all",
            (false, false) => "chart-needs-finding",
        };
        let blanks = [
            ("first", first.into()),
            ("without", self.wording.list(&without).into()),
        ];
        let table = Table {
            caption: self.say("chart-needs-title"),
            columns: vec![
                Column::words(self.say("column-task")),
                Column::numbers(self.say("column-known")),
                Column::numbers(self.say("column-in-use")),
            ],
            rows: rows
                .iter()
                .map(|(label, asked, in_use)| {
                    let number = |n: u32| self.wording.number(f64::from(n));
                    vec![label.clone(), number(*asked), number(*in_use)]
                })
                .collect(),
        };
        let mut chart = self.base("needs", self.wording.format(key, &blanks), scene, table);
        if !rows.is_empty() {
            chart.legend = vec![
                Legend::dot(Dot::Ring, self.say("legend-known")),
                Legend::dot(Dot::Solid, self.say("legend-in-use")),
                Legend::sign(Sign::Refused, self.say("legend-none-in-use")),
            ];
        }
        chart
    }
}

fn month_of(day: chrono::NaiveDate) -> Month {
    Month {
        year: day.year(),
        month: day.month(),
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
