//! The charts of a scope: what the data allow so far, and what they do not say.

use crate::charts::{
    AskedInUse, AskedRow, Axis, Bar, Bars, Bounds, Chart, Column, Diverging, DivergingRow, Dot,
    Family, Flow, GoodSide, Horizon, HorizonMark, IntervalRow, Intervals, Legend, Month, Parts,
    Pivot, Role, Sankey, Sign, Table, Tick, asked_in_use, bars, diverging, horizon, interval,
    parts, round_steps, sankey,
};
use crate::numbers::{Numbers, is_in_use};
use crate::snapshot::{PublicUse, Scope, Snapshot};
use crate::state;
use crate::wording::Wording;
use chrono::Datelike;
use domain::{Evidence, Hosting, Lifecycle, Task, UseCase, WorkEffect};
use std::collections::BTreeMap;

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
pub const CHARTS: [&str; 8] = [
    "horizon", "status", "needs", "effects", "minutes", "tools", "coverage", "reviews",
];

/// Rows drawn in the chart of minutes; the table holds them all.
const MINUTES_ROWS: usize = 12;

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

    /// Effects among records in use only.
    fn effects(&self) -> Chart {
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
    fn minutes(&self) -> Chart {
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

    fn minutes_text(&self, low: f64, high: f64) -> String {
        let blanks = [
            ("low", self.wording.number(low).into()),
            ("high", self.wording.number(high).into()),
        ];
        self.wording.format("minutes-range", &blanks)
    }

    /// From departments through tools to the places where they run.
    fn tools(&self) -> Chart {
        let mut counts: BTreeMap<(String, String, String, Hosting), usize> = BTreeMap::new();
        for use_case in self.in_use() {
            let department = use_case
                .department
                .as_ref()
                .and_then(|key| self.snapshot.departments.get(key))
                .map_or_else(|| self.say("not-told"), |d| self.wording.text(&d.name));
            let tool = use_case
                .tool
                .as_ref()
                .and_then(|key| self.snapshot.tools.get(key));
            let hosting = tool.map_or(Hosting::Unknown, |tool| tool.hosting);
            let tool = tool.map_or_else(
                || self.say("not-told"),
                |tool| short(&self.wording.text(&tool.name)),
            );
            let place = self.wording.label(Hosting::VOCABULARY, hosting.code());
            *counts
                .entry((department, tool, place, hosting))
                .or_insert(0) += 1;
        }
        let number = |value: f64| self.wording.number(value);
        let scene = sankey(&Sankey {
            headings: [
                self.say("column-department"),
                self.say("column-tool"),
                self.say("column-hosting"),
            ],
            flows: counts
                .iter()
                .map(|((from, through, to, hosting), count)| Flow {
                    from: from.clone(),
                    through: through.clone(),
                    to: to.clone(),
                    value: *count as f64,
                    family: family(*hosting),
                })
                .collect(),
            others: self.say("others"),
            number: &number,
            empty: self.say("empty-in-use"),
        });
        let table = Table {
            caption: self.say("chart-tools-title"),
            columns: vec![
                Column::words(self.say("column-department")),
                Column::words(self.say("column-tool")),
                Column::words(self.say("column-hosting")),
                Column::numbers(self.say("column-uses")),
            ],
            rows: counts
                .iter()
                .map(|((from, through, to, _), count)| {
                    vec![
                        from.clone(),
                        through.clone(),
                        to.clone(),
                        self.wording.count(*count),
                    ]
                })
                .collect(),
        };
        let in_use = self.in_use();
        let first = crate::numbers::first_tool(&in_use);
        let first = first
            .and_then(|(key, _)| self.snapshot.tools.get(key))
            .map_or_else(String::new, |tool| short(&self.wording.text(&tool.name)));
        let blanks = [
            ("in_use", in_use.len().into()),
            ("first", first.into()),
            ("first_uses", self.numbers.value("first_tool_uses").into()),
            ("unknown", self.numbers.value("hosting_unknown_uses").into()),
            (
                "outside",
                self.numbers.value("hosting_outside_eu_uses").into(),
            ),
        ];
        let finding = self.wording.format("chart-tools-finding", &blanks);
        self.base("tools", finding, scene, table)
    }

    /// Published records by department; those without any are hatched, not left out.
    fn coverage(&self) -> Chart {
        let mut rows: Vec<(String, usize)> = self
            .snapshot
            .departments_of(self.scope)
            .map(|department| {
                let key = Some(department.key.as_str());
                let uses = self.uses().filter(|u| u.department.as_deref() == key);
                (self.wording.text(&department.name), uses.count())
            })
            .collect();
        rows.sort_by(|a, b| {
            b.1.cmp(&a.1)
                .then_with(|| Wording::order(&a.0).cmp(&Wording::order(&b.0)))
        });
        let scene = bars(&Bars {
            rows: rows
                .iter()
                .map(|(label, count)| match count {
                    0 => Bar {
                        label: label.clone(),
                        value: f64::NAN,
                        uncertain: 0.0,
                        text: self.say("no-record"),
                        tail: String::new(),
                    },
                    count => self.bar(label.clone(), *count),
                })
                .collect(),
            empty: self.say("empty-departments"),
        });
        let table = Table {
            caption: self.say("chart-coverage-title"),
            columns: vec![
                Column::words(self.say("column-department")),
                Column::numbers(self.say("column-uses")),
            ],
            rows: rows
                .iter()
                .map(|(label, count)| vec![label.clone(), self.wording.count(*count)])
                .collect(),
        };
        let finding = self.finding(
            "chart-coverage-finding",
            &["departments_total", "departments_silent"],
        );
        self.base("coverage", finding, scene, table)
    }

    fn reviews(&self) -> Chart {
        let due = self.numbers.value("reviews_due");
        let late = self.numbers.value("reviews_overdue");
        let scene = parts(&Parts {
            total: due as u32,
            late: late as u32,
            late_text: self
                .wording
                .format("reviews-late", &[("count", late.into())]),
            done_text: self
                .wording
                .format("reviews-on-time", &[("count", (due - late).into())]),
            empty: self.say("empty-reviews"),
        });
        let day = self.snapshot.built_on;
        let mut rows: Vec<_> = self
            .in_use()
            .into_iter()
            .filter_map(|u| Some((u.decision.as_ref()?.review_on?, u)))
            .collect();
        rows.sort_by_key(|(review_on, u)| (*review_on, u.reference.clone()));
        let table = Table {
            caption: self.say("chart-reviews-title"),
            columns: vec![
                Column::words(self.say("column-use")),
                Column::words(self.say("column-review")),
                Column::words(self.say("column-late")),
            ],
            rows: rows
                .into_iter()
                .map(|(review_on, u)| {
                    let key = if review_on < day { "late" } else { "on-time" };
                    vec![self.name(u), self.wording.date(review_on), self.say(key)]
                })
                .collect(),
        };
        let finding = self.finding("chart-reviews-finding", &["reviews_due", "reviews_overdue"]);
        self.base("reviews", finding, scene, table)
    }
}

fn effect(use_case: &UseCase) -> WorkEffect {
    use_case
        .work_effects
        .as_ref()
        .map_or(WorkEffect::Unknown, |effects| effects.effect)
}

/// A name without what it says between brackets at its end.
fn short(name: &str) -> String {
    let cut = name.split_once(" (").map_or(name, |(start, _)| start);
    cut.to_owned()
}

fn family(hosting: Hosting) -> Family {
    match hosting {
        Hosting::OwnMachines => Family::First,
        Hosting::SharedPublic => Family::Second,
        Hosting::PrivateFrance | Hosting::PrivateEu => Family::Third,
        Hosting::Research => Family::Fourth,
        Hosting::OutsideEu => Family::Other,
        Hosting::Unknown => Family::Unknown,
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
