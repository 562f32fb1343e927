//! The tables that a chapter may name.

mod reliance;

use super::binding::shown;
use super::block::{Block, Cell, DataTable, Definition};
use crate::charts::Column;
use crate::dashboard::Dashboard;
use crate::state;
use domain::law::{AssessmentSummary, Nature};
use domain::{Hosting, Lifecycle, Text, ToolStatus, UseCase};

/// Names of the tables.
pub const TABLES: [&str; 20] = [
    "uses",
    "refusals",
    "lessons",
    "risks",
    "recommendations",
    "principles",
    "tools",
    "numbers",
    "glossary",
    "sources",
    "withheld",
    "peers",
    "timeline",
    "law-outcomes",
    "releases",
    "comparables",
    "size-classes",
    "equivalents",
    "dependencies",
    "effects-by-occupation",
];

/// The block of a name; `None` when there is no such table.
pub fn block(name: &str, dashboard: &Dashboard) -> Option<Block> {
    let tables = Tables(*dashboard);
    let table = match name {
        "uses" => tables.uses(),
        "refusals" => tables.refusals(),
        "lessons" => tables.lessons(),
        "risks" => tables.risks(),
        "recommendations" => tables.recommendations(),
        "principles" => tables.principles(),
        "tools" => tables.tools(),
        "numbers" => tables.numbers(),
        "glossary" => return Some(Block::Definitions(tables.glossary())),
        "sources" => tables.sources(),
        "withheld" => tables.withheld(),
        "peers" => tables.peers(),
        "timeline" => tables.timeline(),
        "law-outcomes" => tables.law_outcomes(),
        "releases" => tables.releases(),
        "comparables" => tables.comparables(),
        "size-classes" => tables.size_classes(),
        "equivalents" => tables.equivalents(),
        "dependencies" => tables.dependencies(),
        "effects-by-occupation" => tables.effects_by_occupation(),
        _ => return None,
    };
    Some(Block::Table(table))
}

struct Tables<'a>(Dashboard<'a>);

impl<'a> Tables<'a> {
    fn say(&self, key: &str) -> String {
        self.0.wording.get(key)
    }

    fn text(&self, text: &Text) -> Cell {
        Cell::text(self.0.wording.text(text))
    }

    /// The text, or the words that say it was not filled in.
    fn filled(&self, text: Option<&Text>) -> Cell {
        match text.filter(|text| !text.is_empty()) {
            Some(text) => self.text(text),
            None => Cell::text(self.say("not-filled")),
        }
    }

    /// The same for a record that may be published as a summary: what is withheld is not called
    /// unfilled.
    fn shown(&self, text: Option<&Text>, use_case: &UseCase) -> Cell {
        match text {
            None if !crate::numbers::is_whole(use_case) => Cell::text(self.say("not-published")),
            text => self.filled(text),
        }
    }

    fn table(&self, name: &str, columns: &[(&str, bool)], rows: Vec<Vec<Cell>>) -> DataTable {
        DataTable {
            name: name.to_owned(),
            caption: self.say(&format!("table-{name}")),
            columns: columns
                .iter()
                .map(|(key, numeric)| Column {
                    label: self.say(key),
                    numeric: *numeric,
                })
                .collect(),
            rows,
            empty: self.say(&format!("table-{name}-empty")),
        }
    }

    fn uses_of_scope(&self) -> impl Iterator<Item = &'a UseCase> {
        let snapshot = self.0.snapshot;
        snapshot
            .uses_of(self.0.scope)
            .map(|public| &public.use_case)
    }

    /// The name of a record, leading to its page.
    fn record(&self, use_case: &UseCase) -> Cell {
        Cell {
            text: self.0.wording.text(&use_case.name),
            href: Some(format!("record:{}", use_case.reference)),
            id: None,
        }
    }

    fn uses(&self) -> DataTable {
        let snapshot = self.0.snapshot;
        let rows = self
            .uses_of_scope()
            .map(|u| {
                let department = u.department.as_ref();
                let department = department.and_then(|key| snapshot.departments.get(key));
                vec![
                    Cell::text(&u.reference),
                    self.record(u),
                    Cell::text(state::word(u, &self.0.wording)),
                    self.filled(department.map(|department| &department.name)),
                ]
            })
            .collect();
        let columns = [
            ("column-reference", false),
            ("column-use", false),
            ("column-state", false),
            ("column-department", false),
        ];
        self.table("uses", &columns, rows)
    }

    fn refusals(&self) -> DataTable {
        let ended = |u: &&UseCase| u.lifecycle.is_stopped() || u.lifecycle == Lifecycle::Refused;
        let rows = self
            .uses_of_scope()
            .filter(ended)
            .map(|u| {
                vec![
                    self.record(u),
                    Cell::text(state::word(u, &self.0.wording)),
                    self.shown(reason(u), u),
                    self.shown(u.alternative_without_ai.as_ref(), u),
                ]
            })
            .collect();
        let columns = [
            ("column-use", false),
            ("column-state", false),
            ("column-reason", false),
            ("column-instead", false),
        ];
        self.table("refusals", &columns, rows)
    }

    fn lessons(&self) -> DataTable {
        let rows = self
            .uses_of_scope()
            .flat_map(|u| u.lessons.iter().map(move |lesson| (u, lesson)))
            .map(|(u, lesson)| {
                vec![
                    self.text(&lesson.text),
                    self.filled(lesson.evidence.as_ref()),
                    self.record(u),
                ]
            })
            .collect();
        let columns = [
            ("column-lesson", false),
            ("column-evidence", false),
            ("column-use", false),
        ];
        self.table("lessons", &columns, rows)
    }

    fn risks(&self) -> DataTable {
        let mut risks: Vec<_> = self
            .uses_of_scope()
            .flat_map(|u| u.risks.iter().map(move |risk| (u, risk)))
            .collect();
        risks.sort_by_key(|(u, risk)| (std::cmp::Reverse(risk.score()), u.reference.clone()));
        let score = |value: Option<u8>| match value {
            Some(value) => Cell::text(self.0.wording.number(f64::from(value))),
            None => Cell::text(self.say("not-judged")),
        };
        let rows = risks
            .into_iter()
            .map(|(u, risk)| {
                let vocabulary = domain::RiskFamily::VOCABULARY;
                vec![
                    Cell::text(self.0.wording.label(vocabulary, risk.family.code())),
                    self.text(&risk.description),
                    score(risk.likelihood),
                    score(risk.severity),
                    self.filled(risk.measure.as_ref()),
                    self.record(u),
                ]
            })
            .collect();
        let columns = [
            ("column-family", false),
            ("column-risk", false),
            ("column-likelihood", true),
            ("column-severity", true),
            ("column-measure", false),
            ("column-use", false),
        ];
        self.table("risks", &columns, rows)
    }

    fn recommendations(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .recommendations
            .iter()
            .map(|recommendation| {
                let audience = format!("audience-{}", recommendation.audience.code());
                vec![
                    Cell::text(&recommendation.id),
                    self.text(&recommendation.title),
                    self.text(&recommendation.text),
                    Cell::text(self.say(&audience)),
                    Cell::text(recommendation.principles.join(", ")),
                ]
            })
            .collect();
        let columns = [
            ("column-number", false),
            ("column-advice", false),
            ("column-text", false),
            ("column-for", false),
            ("column-principles", false),
        ];
        self.table("recommendations", &columns, rows)
    }

    fn principles(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .principles
            .iter()
            .map(|principle| {
                vec![
                    Cell::text(&principle.id),
                    self.text(&principle.title),
                    self.text(&principle.text),
                    self.text(&principle.question),
                ]
            })
            .collect();
        let columns = [
            ("column-number", false),
            ("column-principle", false),
            ("column-text", false),
            ("column-question", false),
        ];
        self.table("principles", &columns, rows)
    }

    fn tools(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .snapshot
            .tools
            .values()
            .map(|tool| {
                let in_use = self.uses_of_scope().filter(|u| {
                    crate::numbers::is_in_use(u) && u.tool.as_deref() == Some(&tool.key)
                });
                let hosting = wording.label(Hosting::VOCABULARY, tool.hosting.code());
                vec![
                    self.text(&tool.name),
                    self.filled(tool.supplier.as_ref()),
                    Cell::text(hosting),
                    Cell::text(wording.label(ToolStatus::VOCABULARY, tool.status.code())),
                    self.filled(tool.exit_plan.as_ref()),
                    Cell::text(wording.count(in_use.count())),
                ]
            })
            .collect();
        let columns = [
            ("column-tool", false),
            ("column-supplier", false),
            ("column-hosting", false),
            ("column-tool-status", false),
            ("column-exit", false),
            ("column-in-use", true),
        ];
        self.table("tools", &columns, rows)
    }

    fn numbers(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .numbers
            .iter()
            .map(|number| {
                let quantity = match &number.quantity {
                    Some(quantity) => wording.quantity(quantity),
                    None => self.say("unknown-number"),
                };
                let name = Cell {
                    text: self.say(&format!("number-{}", number.key)),
                    href: None,
                    id: Some(format!("n-{}", number.key)),
                };
                vec![
                    name,
                    Cell::text(shown(number, wording)),
                    Cell::text(quantity),
                    Cell::text(self.say(&format!("origin-{}", number.source.code()))),
                    Cell::text(wording.date(number.as_of)),
                ]
            })
            .collect();
        let columns = [
            ("column-number-name", false),
            ("column-value", true),
            ("column-interval", false),
            ("column-origin", false),
            ("column-date", false),
        ];
        self.table("numbers", &columns, rows)
    }

    fn glossary(&self) -> Vec<Definition> {
        let wording = &self.0.wording;
        let mut definitions: Vec<_> = wording
            .reference
            .glossary
            .iter()
            .map(|term| Definition {
                key: term.key.clone(),
                term: wording.text(&term.term),
                meaning: wording.text(&term.definition),
            })
            .collect();
        definitions.sort_by_key(|definition| super::markdown::slug(&definition.term));
        definitions
    }

    fn certainty(&self, certainty: reference::Certainty) -> Cell {
        Cell::text(self.say(&format!("certainty-{}", certainty.code())))
    }

    fn sources(&self) -> DataTable {
        let reference = self.0.wording.reference;
        let rows = reference
            .sources
            .iter()
            .map(|source| {
                let title = Cell {
                    text: self.0.wording.text(&source.title),
                    href: source.url.clone(),
                    id: Some(format!("source-{}", source.id)),
                };
                vec![
                    title,
                    Cell::text(source.publisher.clone().unwrap_or_default()),
                    Cell::text(source.date.clone().unwrap_or_default()),
                    self.certainty(source.certainty),
                    Cell::text(self.0.wording.date(source.checked_on)),
                ]
            })
            .collect();
        let columns = [
            ("column-source", false),
            ("column-publisher", false),
            ("column-source-date", false),
            ("column-certainty", false),
            ("column-checked", false),
        ];
        self.table("sources", &columns, rows)
    }

    fn withheld(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = self
            .0
            .snapshot
            .withheld
            .iter()
            .filter(|((authority, _), _)| self.0.scope.holds(authority))
            .map(|((authority, ground), count)| {
                let name = self.0.snapshot.authority(authority).map(|a| &a.name);
                vec![
                    self.filled(name),
                    Cell::text(wording.label(domain::Ground::VOCABULARY, ground.code())),
                    Cell::text(wording.count(*count)),
                ]
            })
            .collect();
        let columns = [
            ("column-authority", false),
            ("column-ground", false),
            ("column-uses", true),
        ];
        self.table("withheld", &columns, rows)
    }

    fn peers(&self) -> DataTable {
        let wording = &self.0.wording;
        let snapshot = self.0.snapshot;
        let rows = snapshot
            .publishers
            .values()
            .map(|publisher| {
                let living = snapshot
                    .peers
                    .iter()
                    .filter(|peer| peer.publisher == publisher.slug && peer.gone_since.is_none());
                let imported = publisher
                    .imported_on
                    .map_or_else(String::new, |day| wording.date(day));
                vec![
                    self.text(&publisher.name),
                    Cell::text(publisher.edition.clone().unwrap_or_default()),
                    Cell::text(imported),
                    Cell::text(wording.count(living.count())),
                    Cell::text(&publisher.licence),
                    self.text(&publisher.attribution),
                ]
            })
            .collect();
        let columns = [
            ("column-publisher", false),
            ("column-edition", false),
            ("column-imported", false),
            ("column-records", true),
            ("column-licence", false),
            ("column-attribution", false),
        ];
        self.table("peers", &columns, rows)
    }

    fn timeline(&self) -> DataTable {
        let wording = &self.0.wording;
        let rows = wording
            .reference
            .timeline
            .iter()
            .map(|milestone| {
                let title = wording.reference.source(&milestone.source);
                let source = Cell {
                    text: title.map_or_else(String::new, |source| wording.text(&source.title)),
                    href: title.and_then(|source| source.url.clone()),
                    id: None,
                };
                vec![
                    Cell::text(wording.date(milestone.date)),
                    self.text(&milestone.title),
                    self.text(&milestone.text),
                    self.certainty(milestone.certainty),
                    source,
                ]
            })
            .collect();
        let columns = [
            ("column-date", false),
            ("column-milestone", false),
            ("column-text", false),
            ("column-certainty", false),
            ("column-source", false),
        ];
        self.table("timeline", &columns, rows)
    }

    /// The prohibitions and obligations that apply to a use of the scope, or that nobody can decide
    /// for one.
    fn law_outcomes(&self) -> DataTable {
        let wording = &self.0.wording;
        let snapshot = self.0.snapshot;
        let assessed: Vec<_> = self
            .uses_of_scope()
            .filter_map(|u| snapshot.assessments.get(&u.reference))
            .collect();
        let mut counted: Vec<_> = wording
            .reference
            .law
            .rules
            .iter()
            .filter(|rule| matches!(rule.nature, Nature::Prohibition | Nature::Obligation))
            .map(|rule| {
                let count = |list: fn(&AssessmentSummary) -> &Vec<String>| {
                    let names = |summary: &&&AssessmentSummary| list(summary).contains(&rule.id);
                    assessed.iter().filter(names).count()
                };
                let applies = count(|summary| &summary.applies);
                (rule, applies, count(|summary| &summary.unknown))
            })
            .filter(|(_, applies, unknown)| applies + unknown > 0)
            .collect();
        counted.sort_by_key(|(_, applies, unknown)| std::cmp::Reverse((*applies, *unknown)));
        let rows = counted
            .into_iter()
            .map(|(rule, applies, unknown)| {
                vec![
                    self.text(&rule.title),
                    Cell::text(wording.count(applies)),
                    Cell::text(wording.count(unknown)),
                    self.certainty(rule.certainty()),
                ]
            })
            .collect();
        let columns = [
            ("column-rule", false),
            ("column-applies", true),
            ("column-undecided", true),
            ("column-certainty", false),
        ];
        self.table("law-outcomes", &columns, rows)
    }
}

/// The footprint method: its releases, and what stands beside it.
impl Tables<'_> {
    /// What changed from one release to the next.
    fn releases(&self) -> DataTable {
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
    fn comparables(&self) -> DataTable {
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
                    Cell::text(figures.join(" ; ")),
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
    fn equivalents(&self) -> DataTable {
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
    fn size_classes(&self) -> DataTable {
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

/// Why a use ended or was refused: the recorded reason, else the most critical opinion.
pub fn reason(use_case: &UseCase) -> Option<&Text> {
    let stop = use_case.stop.as_ref().map(|stop| &stop.reason);
    stop.or_else(|| {
        use_case
            .opinions
            .iter()
            .filter(|opinion| opinion.sense.is_dissent())
            .filter_map(|opinion| Some((opinion.sense, opinion.public_wording.as_ref()?)))
            .min_by_key(|(sense, _)| *sense)
            .map(|(_, wording)| wording)
    })
}
