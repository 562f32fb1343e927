//! Who uses what, where it runs, who says nothing, what is late.

use super::Dashboard;
use crate::charts::{
    Bar, Bars, Chart, Column, Family, Flow, Parts, Sankey, Table, bars, parts, sankey,
};
use crate::wording::Wording;
use domain::Hosting;
use std::collections::BTreeMap;

impl Dashboard<'_> {
    /// From departments through tools to the places where they run.
    pub(super) fn tools(&self) -> Chart {
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
    pub(super) fn coverage(&self) -> Chart {
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

    pub(super) fn reviews(&self) -> Chart {
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
