//! The public snapshot: everything the public may see, and nothing else.
//!
//! The site, the static copy, the open data and the report are functions of one immutable
//! [`Snapshot`]. What it does not contain cannot leak: records are cut down to the field paths
//! that `data/visibility.yaml` names, at the level of their published version.

mod build;
mod change;
mod opinions;
mod prune;
mod small_groups;
mod trail;

pub use build::{Holdings, RemovedUse, UseHistory, UseVersion};
pub use change::{FieldChange, PublicVersion};
pub use prune::{field_paths, prune};
pub use small_groups::{RESPONDENTS_MIN, without_measures, without_small_groups};
pub use trail::{Departure, Tombstone};

use crate::elsewhere::PeerChange;
use chrono::{DateTime, NaiveDate, Utc};
use domain::law::AssessmentSummary;
use domain::{
    Authority, Department, Edition, FamilyEffect, FootprintFinding, FootprintMethod, Ground,
    ModelSheet, PeerRecord, PublicReport, Publisher, Reliance, SupplierSheet, Task, ToolSheet,
    UseCase,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Slug of the view across all authorities.
pub const EVERYONE: &str = "ensemble";

/// What the public may see at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Day it was built, in the time zone of the first authority.
    pub built_on: NaiveDate,
    /// Position of the journal it was built from.
    pub journal: i64,
    /// The authorities, by slug.
    pub authorities: Vec<Authority>,
    /// The departments, by key.
    pub departments: BTreeMap<String, Department>,
    /// The tools, by key.
    pub tools: BTreeMap<String, ToolSheet>,
    /// The models behind them, by key.
    pub models: BTreeMap<String, ModelSheet>,
    /// Suppliers of tools and makers of models, by key.
    pub suppliers: BTreeMap<String, SupplierSheet>,
    /// Own records that may be seen, by reference.
    pub uses: Vec<PublicUse>,
    /// Own records that were public and no longer are, oldest departure first: identifier, day and
    /// reason, and nothing else of them.
    pub tombstones: Vec<Tombstone>,
    /// How many own records are withheld, by authority and ground.
    pub withheld: BTreeMap<(String, Ground), usize>,
    /// Publishers of other registers, by slug.
    pub publishers: BTreeMap<String, Publisher>,
    /// Their records.
    pub peers: Vec<PeerRecord>,
    /// The tasks they speak of, as inferred, with the words that say so.
    pub peer_tasks: HashMap<Uuid, BTreeMap<Task, String>>,
    /// What happened to them, import after import, by publisher.
    pub peer_changes: BTreeMap<String, Vec<PeerChange>>,
    /// How fresh the copies of registers that are harvested are, by slug of the publisher.
    pub copies: BTreeMap<String, Freshness>,
    /// Editions of the report, newest last.
    pub editions: Vec<Edition>,
    /// What was decided to be public of the problems and incidents reported, the latest first.
    pub reports: Vec<PublicReport>,
    /// Whether everything is invented.
    pub is_demonstration: bool,
    /// What can be said of the footprint of own records, by reference. Made from what the public
    /// may see of them, and nothing else.
    pub footprints: BTreeMap<String, FootprintFinding>,
    /// The method of these estimates.
    pub footprint_method: FootprintMethod,
    /// What the law comes to for own records that are published whole, by reference. Made from what
    /// the public may see of them, and nothing else.
    pub assessments: BTreeMap<String, AssessmentSummary>,
    /// What the uses in use of each scope lean on, by slug of the scope. Made from what the public
    /// may see, and nothing else.
    pub reliances: BTreeMap<String, Vec<Reliance>>,
    /// What the uses of each scope that began do to the work, by slug of the scope. Made from what
    /// the public may see, and nothing else.
    pub family_effects: BTreeMap<String, Vec<FamilyEffect>>,
}

/// An own record as the public sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicUse {
    /// The record, cut down.
    pub use_case: UseCase,
    /// Its version.
    pub version: u32,
    /// When that version was written.
    pub changed_at: DateTime<Utc>,
    /// Position in the journal of the last version that changed something for the public.
    pub position: i64,
    /// What changed and when, oldest first, cut down too.
    pub history: Vec<PublicVersion>,
    /// Measured effects that are left out: fewer than [`RESPONDENTS_MIN`] persons are known to
    /// stand behind each.
    pub small_groups: usize,
    /// Opinions that are left out whole, by ground.
    pub withheld_opinions: BTreeMap<Ground, usize>,
}

/// How fresh the copy of another register is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Freshness {
    /// When it was last read to its end; `None` when it never was.
    pub copied_at: Option<DateTime<Utc>>,
    /// Since when every attempt fails; `None` when the last one succeeded.
    pub silent_since: Option<DateTime<Utc>>,
}

/// One authority or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// All authorities of the instance.
    Everyone,
    /// One, by slug.
    Authority(&'a str),
}

impl<'a> Scope<'a> {
    /// The scope of a word in an address.
    pub fn of(slug: &'a str) -> Self {
        if slug == EVERYONE {
            Self::Everyone
        } else {
            Self::Authority(slug)
        }
    }

    /// The word in addresses.
    pub fn slug(self) -> &'a str {
        match self {
            Self::Everyone => EVERYONE,
            Self::Authority(slug) => slug,
        }
    }

    /// Whether an authority is in it.
    pub fn holds(self, authority: &str) -> bool {
        match self {
            Self::Everyone => true,
            Self::Authority(slug) => slug == authority,
        }
    }
}

impl Snapshot {
    /// Own records of a scope.
    pub fn uses_of<'a>(&'a self, scope: Scope<'a>) -> impl Iterator<Item = &'a PublicUse> {
        self.uses
            .iter()
            .filter(move |public| scope.holds(&public.use_case.authority))
    }

    /// When what the public sees of the records of a scope last changed: one that is new, differs or
    /// left. `None` when nothing was ever public. What left belongs to no authority any more: it
    /// counts across all, and where there is only one.
    pub fn changed_at(&self, scope: Scope) -> Option<DateTime<Utc>> {
        let latest = |public: &PublicUse| public.history.last().map(|version| version.at);
        let changed = self
            .uses_of(scope)
            .map(|public| latest(public).unwrap_or(public.changed_at));
        let counts = scope == Scope::Everyone || self.authorities.len() == 1;
        let gone = self.tombstones.iter().filter(|_| counts);
        changed.chain(gone.map(|gone| gone.at)).max()
    }

    /// When the first of the records of a scope was published; `None` when none is.
    pub fn published_since(&self, scope: Scope) -> Option<DateTime<Utc>> {
        let first = |public: &PublicUse| public.history.first().map(|version| version.at);
        self.uses_of(scope)
            .map(|public| first(public).unwrap_or(public.changed_at))
            .min()
    }

    /// Departments that work for a scope.
    pub fn departments_of<'a>(&'a self, scope: Scope<'a>) -> impl Iterator<Item = &'a Department> {
        self.departments
            .values()
            .filter(move |department| department.authorities.iter().any(|a| scope.holds(a)))
    }

    /// Measured effects of a scope that are left out because too few persons stand behind them.
    pub fn small_groups_of(&self, scope: Scope) -> usize {
        self.uses_of(scope).map(|public| public.small_groups).sum()
    }

    /// Whether an opinion on a record is left out whole: none is not known to be missing.
    pub fn withholds_opinion(&self, reference: &str) -> bool {
        let mut uses = self.uses.iter();
        let public = uses.find(|public| public.use_case.reference == reference);
        public.is_some_and(|public| !public.withheld_opinions.is_empty())
    }

    /// Number of own records of a scope that are withheld.
    pub fn withheld_of(&self, scope: Scope) -> usize {
        self.withheld
            .iter()
            .filter(|((authority, _), _)| scope.holds(authority))
            .map(|(_, count)| count)
            .sum()
    }

    /// Public summaries of what was reported in a scope, the latest first. One that is for every
    /// authority belongs to each.
    pub fn reports_of<'a>(&'a self, scope: Scope<'a>) -> impl Iterator<Item = &'a PublicReport> {
        let reports = self.reports.iter();
        reports.filter(move |report| report.authority.is_empty() || scope.holds(&report.authority))
    }

    /// The authority of a slug.
    pub fn authority(&self, slug: &str) -> Option<&Authority> {
        self.authorities.iter().find(|a| a.slug == slug)
    }

    /// An own record by its human reference.
    pub fn use_by_reference(&self, reference: &str) -> Option<&PublicUse> {
        self.uses
            .iter()
            .find(|public| public.use_case.reference.eq_ignore_ascii_case(reference))
    }

    /// Editions of a scope, newest first. A joint edition belongs to every authority.
    pub fn editions_of<'a>(&'a self, scope: Scope<'a>) -> impl Iterator<Item = &'a Edition> {
        self.editions
            .iter()
            .rev()
            .filter(move |edition| edition.authority == EVERYONE || scope.holds(&edition.authority))
    }
}
