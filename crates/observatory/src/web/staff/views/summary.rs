//! One page for those who decide and those who are elected: what is in use, what was decided, what
//! it costs, what people said, what is coming.

use super::super::member::Inside;
use super::super::sheet::{Line, Section, Sheet};
use super::{allowed, readable};
use crate::pipeline::{figures, follow_up};
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use anyhow::Result;
use axum::response::Response;
use chrono::{Months, NaiveDate};
use domain::people::Action;
use domain::{
    FootprintFinding, Function, Lifecycle, Money, Outcome, Sense, TaxBasis, ToolSheet, UseCase,
    WorkEffect,
};
use frame::week::{About, Subject, Week};
use publish::Wording;
use publish::charts::html::escape;
use std::collections::{BTreeMap, BTreeSet};
use units::Quantity;

/// Lines of a section: the page prints on one sheet.
const LINES: usize = 6;
/// How far back decisions are told.
const MONTHS: u32 = 12;

/// The page.
pub(in super::super) async fn page(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    allowed(inside, Action::SeeSummary)?;
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let on = visit.site.snapshot.built_on;
    let records = readable(inside).await?;
    let instance = &visit.app.instance;
    let waiting = follow_up::waiting_with_law(instance, &visit.place.scope, on).await?;
    let week = waiting.week(&visit.site.library.reference, on);
    let writer = Writer {
        inside,
        w: &w,
        on,
        records: &records,
    };
    let sheet = Sheet {
        page: "espace/synthese".to_owned(),
        title: w.get("summary-title"),
        lede: w.format(
            "summary-lede",
            &[("date", w.date(on).into()), ("count", records.len().into())],
        ),
        actions: Vec::new(),
        sections: vec![
            writer.in_use(),
            writer.decided(),
            writer.costs(),
            writer.planet(&waiting.tools),
            writer.said(),
            writer.coming(&week),
        ],
        is_one_page: true,
    };
    sheet.render(inside)
}

struct Writer<'a> {
    inside: &'a Inside,
    w: &'a Wording<'a>,
    on: NaiveDate,
    records: &'a [UseCase],
}

impl Writer<'_> {
    fn those_in_use(&self) -> impl Iterator<Item = &UseCase> {
        let records = self.records.iter();
        records.filter(|record| record.lifecycle.is_in_use())
    }

    fn line(&self, record: &UseCase, details: String) -> Line {
        Line {
            details: escape(&details),
            ..Line::of_record(record, self.inside, self.w)
        }
    }

    fn section(&self, id: &'static str, lines: Vec<Line>) -> Section {
        let empty = format!("summary-{id}-none");
        Section::new("summary", id, self.w).with_lines(lines, LINES, &empty, self.w)
    }

    /// How many uses stand where, and the names of those in use.
    fn in_use(&self) -> Section {
        let w = self.w;
        let counted = |state: &Lifecycle| {
            let of_state = self
                .records
                .iter()
                .filter(|known| known.lifecycle == *state);
            let count = of_state.count();
            let word = w.label(Lifecycle::VOCABULARY, state.code());
            (count > 0).then(|| (word, w.count(count)))
        };
        let facts = Lifecycle::ALL.iter().filter_map(counted).collect();
        let lines = self.those_in_use().map(|record| {
            let department = record.department.as_ref();
            let departments = &self.inside.visit.site.snapshot.departments;
            let department = department.and_then(|key| departments.get(key));
            let department = department.map_or_else(|| w.get("not-told"), |d| w.text(&d.name));
            self.line(record, format!("{} · {department}", record.reference))
        });
        Section {
            facts,
            ..self.section("in-use", lines.collect())
        }
    }

    /// The decisions of the last year, the latest first, refusals with the others.
    fn decided(&self) -> Section {
        let w = self.w;
        let since = self.on.checked_sub_months(Months::new(MONTHS));
        let mut decided: Vec<_> = self
            .records
            .iter()
            .filter_map(|record| {
                let decision = record.decision.as_ref()?;
                let day = decision.decided_on.filter(|day| Some(*day) >= since)?;
                Some((day, record, decision))
            })
            .collect();
        decided.sort_by(|a, b| (b.0, &a.1.reference).cmp(&(a.0, &b.1.reference)));
        let lines = decided.into_iter().map(|(day, record, decision)| {
            let outcome = w.label(Outcome::VOCABULARY, decision.outcome.code());
            let by = decision.decided_by.as_ref();
            let by = by.map_or_else(|| w.get("not-told"), |by| w.text(by));
            let voided = match decision.voided {
                Some(_) => format!(" · {}", w.get("summary-voided")),
                None => String::new(),
            };
            self.line(record, format!("{outcome}, {}, {by}{voided}", w.date(day)))
        });
        self.section("decided", lines.collect())
    }

    /// What the uses in service cost a year: one sum for each currency and tax basis.
    fn costs(&self) -> Section {
        let w = self.w;
        let mut sums: BTreeMap<(String, &str), (i64, BTreeSet<NaiveDate>)> = BTreeMap::new();
        let mut unknown = 0_usize;
        for record in self.those_in_use() {
            let Some(money) = figures::cost(record) else {
                unknown += 1;
                continue;
            };
            let key = (money.currency.clone(), tax_key(money));
            let sum = sums.entry(key).or_default();
            sum.0 = sum.0.saturating_add(money.micro);
            sum.1.insert(money.priced_on);
        }
        let facts = sums.into_iter().map(|((currency, tax), (micro, days))| {
            let day = |day: Option<&NaiveDate>| day.map_or_else(String::new, |day| w.date(*day));
            let blanks = [
                ("amount", w.number((micro / 1_000_000) as f64).into()),
                ("currency", currency.into()),
                ("tax", w.get(tax).into()),
                ("from", day(days.first()).into()),
                ("until", day(days.last()).into()),
            ];
            let name = w.get("summary-cost-yearly");
            (name, escape(&w.format("summary-cost", &blanks)))
        });
        Section {
            facts: facts.collect(),
            after: Some(w.format("summary-cost-unknown", &[("count", unknown.into())])),
            ..Section::new("summary", "costs", w)
        }
    }

    /// The footprint of the uses in service, as intervals; what could not be estimated is told.
    fn planet(&self, tools: &[ToolSheet]) -> Section {
        let w = self.w;
        let (mut energy, mut gwp) = (None, None);
        let (mut estimated, mut in_use) = (0_usize, 0_usize);
        let mut releases = BTreeSet::new();
        for record in self.those_in_use() {
            in_use += 1;
            let tool = tools
                .iter()
                .find(|tool| Some(&tool.key) == record.tool.as_ref());
            if let Some(FootprintFinding::Estimated(found)) = figures::footprint(record, tool) {
                estimated += 1;
                energy = sum(energy, &found.per_month.energy);
                gwp = sum(gwp, &found.per_month.gwp);
                releases.insert(found.release.clone());
            }
        }
        let named = [("energy", energy), ("gwp", gwp)];
        let facts = named.into_iter().filter_map(|(what, amount)| {
            let amount = w.amount(&amount?);
            Some((w.get(&format!("figure-{what}")), escape(&amount)))
        });
        let blanks = [
            ("estimated", w.count(estimated).into()),
            ("in_use", w.count(in_use).into()),
            (
                "release",
                releases.into_iter().collect::<Vec<_>>().join(", ").into(),
            ),
            ("date", w.date(self.on).into()),
        ];
        let key = match estimated {
            0 => "summary-planet-none",
            _ => "summary-planet-method",
        };
        Section {
            facts: facts.collect(),
            after: Some(w.format(key, &blanks)),
            ..Section::new("summary", "planet", w)
        }
    }

    /// Opinions against, then what the uses in service do to the work.
    fn said(&self) -> Section {
        let w = self.w;
        let against = self.records.iter().flat_map(|record| {
            let opinions = record.opinions.iter();
            let against = opinions.filter(|opinion| opinion.sense.is_dissent());
            against.map(move |opinion| (record, opinion))
        });
        let mut against: Vec<_> = against.collect();
        against.sort_by_key(|(record, opinion)| (opinion.sense, record.reference.clone()));
        let lines = against.into_iter().map(|(record, opinion)| {
            let sense = w.label(Sense::VOCABULARY, opinion.sense.code());
            let who = w.label(Function::VOCABULARY, opinion.function.code());
            let wording = opinion.public_wording.as_ref();
            let wording = wording.map_or_else(|| w.get("not-filled"), |text| w.text(text));
            self.line(record, format!("{sense}, {who} – {wording}"))
        });
        let effects = self.those_in_use().map(|record| {
            let effects = record.work_effects.as_ref();
            effects.map_or(WorkEffect::Unknown, |effects| effects.effect)
        });
        let effects: Vec<_> = effects.collect();
        let count = |holds: fn(&WorkEffect) -> bool| effects.iter().filter(|e| holds(e)).count();
        let rows = [
            ("effects-better", count(|e| e.is_positive())),
            ("effects-worse", count(|e| e.is_negative())),
            ("effects-unknown", count(|e| *e == WorkEffect::Unknown)),
        ];
        Section {
            facts: rows
                .map(|(key, count)| (w.get(&format!("summary-{key}")), w.count(count)))
                .to_vec(),
            ..self.section("said", lines.collect())
        }
    }

    /// Reviews, ends of pilots and dates of the law that are near, on what the person may read.
    fn coming(&self, week: &Week) -> Section {
        let w = self.w;
        let reads = |reference: &str| {
            self.records
                .iter()
                .any(|known| known.reference == reference)
        };
        let subjects = [Subject::ComingReviews, Subject::Pilots, Subject::Law];
        let lines = subjects.into_iter().flat_map(|subject| week.of(subject));
        let lines = lines.filter_map(|waits| {
            let day = waits
                .day
                .map_or_else(|| w.get("week-no-day"), |day| w.date(day));
            let what = w.get(&format!("week-{}", waits.subject.code()));
            let details = format!("{what} · {day}");
            match &waits.about {
                About::Record(record) if reads(&record.reference) => {
                    Some(self.line(record, details))
                }
                About::Law(change) => {
                    let touched = change.touched.iter().filter(|known| reads(known)).count();
                    let blanks = [("count", touched.into())];
                    let touched = w.format("summary-law-touched", &blanks);
                    Some(Line {
                        text: escape(&w.text(&change.title)),
                        details: escape(&format!("{details} · {touched}")),
                        ..Line::default()
                    })
                }
                _ => None,
            }
        });
        self.section("coming", lines.collect())
    }
}

fn tax_key(money: &Money) -> &'static str {
    match money.tax {
        TaxBasis::Included => "figure-tax-included",
        TaxBasis::Excluded => "figure-tax-excluded",
        TaxBasis::Unknown => "figure-tax-unknown",
    }
}

fn sum(so_far: Option<Quantity>, more: &Quantity) -> Option<Quantity> {
    match so_far {
        None => Some(*more),
        Some(so_far) => so_far.plus(more).ok().flatten(),
    }
}
