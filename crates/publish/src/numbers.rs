//! The numbers a page or the report may quote, each with its unit, interval, source and date.

use crate::snapshot::{PublicUse, Scope, Snapshot};
use chrono::NaiveDate;
use domain::{
    DataKind, FootprintAmounts, FootprintFinding, Hosting, Lifecycle, ToolStatus, UseCase,
};
use std::collections::BTreeMap;
use units::{Quantity, Unit};

/// A number that can be opened: what it is, how it was made, on which day.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Key of the number, also of its name (`number-<key>`), which says what is counted among what.
    pub key: &'static str,
    /// Its value; `None` = not known, and never zero by default.
    pub quantity: Option<Quantity>,
    /// Where it comes from.
    pub source: Origin,
    /// The day it holds for.
    pub as_of: NaiveDate,
}

/// What a number was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Counted in the public register.
    Register,
    /// Counted among the withheld records.
    Withheld,
    /// Told by the authority about itself.
    Authority,
    /// Counted in the registers of others.
    Peers,
    /// Estimated from declared assumptions by the footprint method in force.
    FootprintMethod,
    /// Read by the rules on what the public may see of the records.
    Law,
}

impl Origin {
    /// Key of its name: `origin-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Withheld => "withheld",
            Self::Authority => "authority",
            Self::Peers => "peers",
            Self::FootprintMethod => "footprint",
            Self::Law => "law",
        }
    }
}

/// Every number of a scope, by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbers {
    numbers: BTreeMap<&'static str, Number>,
}

/// Likelihood × severity from which a risk is called high.
const HIGH_RISK: u8 = 9;

impl Numbers {
    /// Counts everything once.
    pub fn count(snapshot: &Snapshot, scope: Scope) -> Self {
        let mut numbers = Self::default();
        let uses: Vec<&UseCase> = snapshot.uses_of(scope).map(|u| &u.use_case).collect();
        let mut counter = Counter {
            numbers: &mut numbers,
            as_of: snapshot.built_on,
        };
        counter.states(&uses, snapshot.withheld_of(scope));
        counter.reviews(&uses);
        counter.opinions_and_data(snapshot, &uses);
        counter.effects(&uses);
        counter.risks_and_dependencies(snapshot, &uses);
        counter.footprint(snapshot, &uses);
        counter.law(snapshot, &uses);
        counter.organisation(snapshot, scope);
        numbers
    }

    /// A number by key; `None` when no such number exists.
    pub fn get(&self, key: &str) -> Option<&Number> {
        self.numbers.get(key)
    }

    /// The value of an exact count, zero when it is not known: for comparisons only.
    pub fn value(&self, key: &str) -> f64 {
        let quantity = self.get(key).and_then(|number| number.quantity);
        quantity.map_or(0.0, |quantity| quantity.interval.low())
    }

    /// Every number, by key.
    pub fn iter(&self) -> impl Iterator<Item = &Number> {
        self.numbers.values()
    }
}

/// One amount of a month.
type Part = fn(&FootprintAmounts) -> Option<Quantity>;

struct Counter<'a> {
    numbers: &'a mut Numbers,
    as_of: NaiveDate,
}

impl Counter<'_> {
    fn set(&mut self, key: &'static str, quantity: Option<Quantity>, source: Origin) {
        let number = Number {
            key,
            quantity,
            source,
            as_of: self.as_of,
        };
        self.numbers.numbers.insert(key, number);
    }

    fn put(&mut self, key: &'static str, count: usize) {
        self.set(key, Some(exact(count)), Origin::Register);
    }

    fn matching(&mut self, key: &'static str, uses: &[&UseCase], test: impl Fn(&UseCase) -> bool) {
        self.put(key, uses.iter().filter(|u| test(u)).count());
    }

    fn states(&mut self, uses: &[&UseCase], withheld: usize) {
        use domain::{Evidence, PublicationLevel};
        let declared = |u: &UseCase, states: &[Lifecycle]| {
            u.evidence == Evidence::Declared && states.contains(&u.lifecycle)
        };
        self.put("uses_published", uses.len());
        self.set("uses_withheld", Some(exact(withheld)), Origin::Withheld);
        self.put("uses_total", uses.len() + withheld);
        self.matching("uses_in_use", uses, is_in_use);
        self.matching("uses_deployed", uses, |u| {
            declared(u, &[Lifecycle::Deployed])
        });
        self.matching("uses_pilot", uses, |u| declared(u, &[Lifecycle::Pilot]));
        self.matching("uses_planned", uses, |u| {
            declared(
                u,
                &[
                    Lifecycle::Wished,
                    Lifecycle::Planned,
                    Lifecycle::InDevelopment,
                ],
            )
        });
        self.matching("uses_suspended", uses, |u| {
            declared(u, &[Lifecycle::Suspended])
        });
        self.matching("uses_stopped", uses, |u| {
            declared(u, &[Lifecycle::Retired, Lifecycle::Abandoned])
        });
        self.matching("uses_refused", uses, |u| declared(u, &[Lifecycle::Refused]));
        self.matching("uses_observed", uses, |u| u.evidence == Evidence::Observed);
        self.matching("uses_declared_in_use", uses, |u| {
            u.evidence == Evidence::Declared && is_in_use(u)
        });
        self.matching("uses_below_line", uses, |u| {
            u.evidence == Evidence::Observed
                || u.lifecycle.is_stopped()
                || u.lifecycle == Lifecycle::Refused
        });
        self.matching("uses_summary", uses, |u| {
            u.publication.level == PublicationLevel::Summary
        });
    }

    fn reviews(&mut self, uses: &[&UseCase]) {
        let review_on = |u: &UseCase| u.decision.as_ref().and_then(|d| d.review_on);
        let as_of = self.as_of;
        self.matching("reviews_due", uses, |u| {
            is_in_use(u) && review_on(u).is_some()
        });
        self.matching("reviews_overdue", uses, |u| {
            is_in_use(u) && review_on(u).is_some_and(|day| day < as_of)
        });
    }

    fn opinions_and_data(&mut self, snapshot: &Snapshot, uses: &[&UseCase]) {
        self.matching("uses_dissent", uses, |u| {
            let allowed = u
                .decision
                .as_ref()
                .is_some_and(|d| d.outcome != domain::Outcome::Forbidden);
            let dissent = u.opinions.iter().any(|opinion| opinion.sense.is_dissent());
            (is_in_use(u) || allowed) && dissent
        });
        self.matching("uses_no_opinion", uses, |u| {
            u.opinions.is_empty() && is_whole(u) && !snapshot.withholds_opinion(&u.reference)
        });
        let kind = |u: &UseCase| u.data.as_ref().map(|data| data.kind);
        self.matching("uses_personal", uses, |u| {
            kind(u) == Some(DataKind::Personal)
        });
        self.matching("uses_sensitive", uses, |u| {
            kind(u) == Some(DataKind::Sensitive)
        });
        self.matching("uses_without_cost", uses, |u| {
            is_in_use(u) && u.cost.is_none()
        });
        self.put("lessons_total", uses.iter().map(|u| u.lessons.len()).sum());
    }

    fn effects(&mut self, uses: &[&UseCase]) {
        use domain::WorkEffect;
        let in_use: Vec<&UseCase> = uses.iter().copied().filter(|u| is_in_use(u)).collect();
        let effect = |u: &UseCase| {
            u.work_effects
                .as_ref()
                .map_or(WorkEffect::Unknown, |effects| effects.effect)
        };
        self.matching("uses_positive_effect", &in_use, |u| effect(u).is_positive());
        self.matching("uses_negative_effect", &in_use, |u| effect(u).is_negative());
        self.matching("uses_no_effect", &in_use, |u| {
            matches!(effect(u), WorkEffect::Unchanged | WorkEffect::Shifts)
        });
        self.matching("uses_unknown_effect", &in_use, |u| {
            effect(u) == WorkEffect::Unknown
        });
        self.matching("uses_time_may_be_lost", &in_use, |u| {
            let minutes = u.work_effects.as_ref().and_then(|effects| effects.minutes);
            minutes.is_some_and(|minutes| minutes.interval.high() > 0.0)
        });
    }

    fn risks_and_dependencies(&mut self, snapshot: &Snapshot, uses: &[&UseCase]) {
        let risks = || uses.iter().flat_map(|u| &u.risks);
        self.put("risks_total", risks().count());
        self.put(
            "risks_high",
            risks()
                .filter(|risk| risk.score().is_some_and(|score| score >= HIGH_RISK))
                .count(),
        );
        let in_use: Vec<&UseCase> = uses.iter().copied().filter(|u| is_in_use(u)).collect();
        let first = first_tool(&in_use);
        let first_uses = first.map_or(0, |(_, count)| count);
        self.put("first_tool_uses", first_uses);
        let share = (!in_use.is_empty())
            .then(|| percent(first_uses, in_use.len()))
            .flatten();
        self.set("first_tool_share", share, Origin::Register);
        let tool = |u: &UseCase| u.tool.as_ref().and_then(|key| snapshot.tools.get(key));
        self.matching("uses_without_exit_plan", &in_use, |u| {
            u.exit_plan.is_none() && tool(u).is_none_or(|tool| tool.exit_plan.is_none())
        });
        self.matching("hosting_outside_eu_uses", &in_use, |u| {
            tool(u).is_some_and(|tool| tool.hosting == Hosting::OutsideEu)
        });
        self.matching("hosting_unknown_uses", &in_use, |u| {
            tool(u).is_none_or(|tool| tool.hosting == Hosting::Unknown)
        });
    }

    /// Footprints of records in use: how many have one, and their sum, low ends and high ends apart.
    fn footprint(&mut self, snapshot: &Snapshot, uses: &[&UseCase]) {
        let estimates: Vec<_> = uses
            .iter()
            .filter(|u| is_in_use(u))
            .filter_map(|u| match snapshot.footprints.get(&u.reference)? {
                FootprintFinding::Estimated(estimate) => Some(&estimate.per_month),
                FootprintFinding::Missing(_) => None,
            })
            .collect();
        self.put("footprint_uses", estimates.len());
        let sums: [(&'static str, Part); 3] = [
            ("footprint_energy_per_month", |month| Some(month.energy)),
            ("footprint_gwp_per_month", |month| Some(month.gwp)),
            ("footprint_water_per_month", |month| month.wcf),
        ];
        for (key, part) in sums {
            let sum = estimates
                .iter()
                .map(|month| part(month))
                .reduce(|sum, next| sum?.plus(&next?).ok()?)
                .flatten();
            self.set(key, sum, Origin::FootprintMethod);
        }
    }

    /// Records read against the rules, and those for which a rule stays open.
    fn law(&mut self, snapshot: &Snapshot, uses: &[&UseCase]) {
        let assessed: Vec<_> = uses
            .iter()
            .filter_map(|u| snapshot.assessments.get(&u.reference))
            .collect();
        let open = assessed
            .iter()
            .filter(|summary| !summary.unknown.is_empty());
        let counts = [
            ("law_uses_assessed", assessed.len()),
            ("law_uses_unknown", open.count()),
        ];
        for (key, count) in counts {
            self.set(key, Some(exact(count)), Origin::Law);
        }
    }

    fn organisation(&mut self, snapshot: &Snapshot, scope: Scope) {
        let departments: Vec<_> = snapshot.departments_of(scope).collect();
        let staff = match scope {
            Scope::Authority(slug) => snapshot.authority(slug).and_then(|a| a.staff),
            Scope::Everyone => departments.iter().map(|department| department.staff).sum(),
        };
        let staff = staff
            .filter(|_| !departments.is_empty())
            .map(|staff| Quantity {
                interval: units::Interval::exact(staff),
                unit: Unit::Persons,
            });
        self.set("staff_total", staff, Origin::Authority);
        let silent = silent_departments(snapshot, scope).count();
        self.set(
            "departments_total",
            Some(exact(departments.len())),
            Origin::Authority,
        );
        self.put("departments_silent", silent);
        self.set(
            "tools_total",
            Some(exact(snapshot.tools.len())),
            Origin::Authority,
        );
        let not_approved = snapshot
            .tools
            .values()
            .filter(|tool| matches!(tool.status, ToolStatus::NotApproved | ToolStatus::Withdrawn))
            .count();
        self.set(
            "tools_not_approved",
            Some(exact(not_approved)),
            Origin::Authority,
        );
        let living = snapshot
            .peers
            .iter()
            .filter(|peer| peer.gone_since.is_none());
        self.set("peers_total", Some(exact(living.count())), Origin::Peers);
        self.set(
            "peers_publishers",
            Some(exact(snapshot.publishers.len())),
            Origin::Peers,
        );
    }
}

/// Whether a record is in use today, declared or not.
pub fn is_in_use(use_case: &UseCase) -> bool {
    use_case.lifecycle.is_in_use()
}

/// Whether a record is published whole, so that what it lacks is known to be lacking.
pub fn is_whole(use_case: &UseCase) -> bool {
    use_case.publication.level == domain::PublicationLevel::Public
}

/// The tool most records in use rest on, and how many.
pub fn first_tool<'a>(in_use: &[&'a UseCase]) -> Option<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tool in in_use.iter().filter_map(|u| u.tool.as_deref()) {
        *counts.entry(tool).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(key, count)| (*count, std::cmp::Reverse(*key)))
}

/// Departments of a scope of which no record is published.
pub fn silent_departments<'a>(
    snapshot: &'a Snapshot,
    scope: Scope<'a>,
) -> impl Iterator<Item = &'a domain::Department> {
    snapshot.departments_of(scope).filter(move |department| {
        !snapshot.uses_of(scope).any(|PublicUse { use_case, .. }| {
            use_case.department.as_deref() == Some(&department.key)
        })
    })
}

fn exact(count: usize) -> Quantity {
    Quantity::count(u32::try_from(count).unwrap_or(u32::MAX))
}

fn percent(part: usize, whole: usize) -> Option<Quantity> {
    let share = 100.0 * part as f64 / whole as f64;
    units::Interval::new(share, share, units::IntervalKind::Exact)
        .ok()
        .map(|interval| Quantity {
            interval,
            unit: Unit::Percent,
        })
}
