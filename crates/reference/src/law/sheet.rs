//! Sheets in the shape `law-sheets/1`: facts answered once, signed by a function on a day.

use crate::{Reach, Visibility};
use chrono::NaiveDate;
use domain::Text;
use domain::law::{FactId, Signatory, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The sheets of an authority.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheets {
    /// Facts of the profile, the same for every authority.
    pub profile: Vec<(FactId, Value)>,
    /// Facts of the profile of one authority, by its slug.
    pub profiles: BTreeMap<String, Vec<(FactId, Value)>>,
    /// Kinds of data.
    pub data_kinds: Vec<Sheet>,
    /// Tasks.
    pub tasks: Vec<Sheet>,
    /// Tools.
    pub tools: Vec<Sheet>,
}

/// A kind of data, a task or a tool, with what is known of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub title: Option<Text>,
    /// Help to pick it.
    pub hint: Option<Text>,
    /// Whether it stands for "I do not know".
    pub is_unsure: bool,
    /// What functions signed.
    pub reviewed: Vec<Block>,
    /// Facts deliberately left open, and who can answer.
    pub open: Vec<(FactId, Signatory)>,
    /// Answers that nobody reviewed: shown, never counted.
    pub proposed: Vec<Proposal>,
    /// What was done before the use.
    pub done: Vec<Completion>,
    /// What an authority usually records before the use, and who does it. It counts for nothing.
    pub to_record: Vec<ToRecord>,
    /// The day on which what was signed before stopped counting.
    pub changed_on: Option<NaiveDate>,
    /// Tasks a tool is made for.
    pub suits: Vec<String>,
    /// How to do without AI.
    pub without_ai: Option<Text>,
    /// Families of usual risks.
    pub risks: Vec<String>,
}

/// Facts and traits that a function signed on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Who signed.
    pub by: Signatory,
    /// When.
    pub on: NaiveDate,
    /// Facts and traits.
    pub facts: Vec<(FactId, Value)>,
    /// Kinds of data a tool is open to; `None` if the block does not say.
    pub admits: Option<Vec<String>>,
    /// Kinds of data that the list of `admits` cannot speak of: they are neither in it nor out of it.
    pub silent_on: Vec<String>,
}

/// An answer that nobody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The fact or trait.
    pub fact: FactId,
    /// The answer.
    pub value: Value,
    /// The function that would sign it, if the sheet says so.
    pub by: Option<Signatory>,
}

/// A duty that an authority usually records on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToRecord {
    /// The rule, or `local/<parameter>`.
    pub duty: String,
    /// The function that does it.
    pub by: Signatory,
}

/// A record that a duty was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Completion {
    /// The rule, or `local/<parameter>`.
    pub duty: String,
    /// Who did it.
    pub by: Option<Signatory>,
    /// When.
    pub on: NaiveDate,
    /// The last day on which it counts.
    pub until: Option<NaiveDate>,
    /// The tools it names, on a task sheet.
    pub tools: Named,
    /// The kinds of data it names, on a task sheet.
    pub data: Named,
}

/// What a record names.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Named {
    /// Nothing.
    #[default]
    Nothing,
    /// Everything.
    Any,
    /// These.
    Only(Vec<String>),
}

impl Named {
    /// Whether a record names this.
    pub fn names(&self, id: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Any => true,
            Self::Only(ids) => ids.iter().any(|known| known == id),
        }
    }
}

impl Sheet {
    /// Whether what was signed on a day counts on another.
    pub fn counts(&self, signed: NaiveDate, on: NaiveDate) -> bool {
        let is_stale = self
            .changed_on
            .is_some_and(|changed| changed <= on && signed < changed);
        signed <= on && !is_stale
    }

    /// The oldest signature that counts on a day: from it a review is due. `None` = nobody signed.
    pub fn signed_on(&self, on: NaiveDate) -> Option<NaiveDate> {
        let signed = self.reviewed.iter().map(|block| block.on);
        signed.filter(|signed| self.counts(*signed, on)).min()
    }

    /// What each function has left to sign on a day: proposals, and what it signed that no longer
    /// counts.
    pub fn to_sign(&self, on: NaiveDate) -> BTreeMap<Option<Signatory>, Vec<(FactId, Value)>> {
        let (current, stale): (Vec<_>, Vec<_>) = self
            .reviewed
            .iter()
            .partition(|block| self.counts(block.on, on));
        let mut signed: BTreeSet<FactId> =
            current.into_iter().flat_map(Block::facts_signed).collect();
        let proposed = self.proposed.iter().map(|p| (p.by, p.fact, p.value));
        let once = stale.into_iter().rev().flat_map(|block| {
            let facts = block.facts.iter();
            facts.map(|&(fact, value)| (Some(block.by), fact, value))
        });
        let mut left: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (by, fact, value) in once.chain(proposed) {
            if signed.insert(fact) {
                left.entry(by).or_default().push((fact, value));
            }
        }
        left
    }

    /// Lays over this sheet what an authority signed: signatures, open facts and records add up;
    /// texts and lists that it wrote take the place of these; what it signed or left open is no
    /// longer proposed.
    fn sign(&mut self, by_authority: Self) {
        let answered: BTreeSet<FactId> = by_authority
            .reviewed
            .iter()
            .flat_map(Block::facts_signed)
            .collect();
        let is_left = |fact: &FactId| !answered.contains(fact);
        self.open.retain(|(fact, _)| is_left(fact));
        lay(&mut self.open, by_authority.open, |(fact, _)| *fact);
        let opened = &self.open;
        self.proposed.retain(|proposal| {
            is_left(&proposal.fact) && !opened.iter().any(|(fact, _)| *fact == proposal.fact)
        });
        lay(&mut self.proposed, by_authority.proposed, |p| p.fact);
        self.reviewed.extend(by_authority.reviewed);
        self.done.extend(by_authority.done);
        self.is_unsure |= by_authority.is_unsure;
        let replace = |under: &mut Option<Text>, over: Option<Text>| {
            if over.is_some() {
                *under = over;
            }
        };
        replace(&mut self.title, by_authority.title);
        replace(&mut self.hint, by_authority.hint);
        replace(&mut self.without_ai, by_authority.without_ai);
        self.changed_on = by_authority.changed_on.or(self.changed_on);
        for (under, over) in [
            (&mut self.suits, by_authority.suits),
            (&mut self.risks, by_authority.risks),
        ] {
            if !over.is_empty() {
                *under = over;
            }
        }
        if !by_authority.to_record.is_empty() {
            self.to_record = by_authority.to_record;
        }
    }
}

impl Block {
    fn facts_signed(&self) -> impl Iterator<Item = FactId> {
        self.facts.iter().map(|(fact, _)| *fact)
    }
}

impl Sheets {
    /// The section of `data/visibility.yaml` that says what of the sheets may be public.
    pub const DOCUMENT: &str = "sheet";

    /// The paths of that section.
    pub const PATHS: [&str; 7] = [
        "data_kinds.reviewed",
        "data_kinds.done",
        "tasks.reviewed",
        "tasks.done",
        "tools.reviewed",
        "tools.done",
        "profile",
    ];

    /// The sheets without what functions signed, or what is said of the authority, where it is not
    /// public.
    #[must_use]
    pub fn published(&self, visibility: &Visibility) -> Self {
        let is_private = |path: &str| visibility.reach(Self::DOCUMENT, path) < Reach::Public;
        let mut sheets = self.clone();
        if is_private("profile") {
            sheets.profile.clear();
            sheets.profiles.clear();
        }
        for (kind, list) in [
            ("data_kinds", &mut sheets.data_kinds),
            ("tasks", &mut sheets.tasks),
            ("tools", &mut sheets.tools),
        ] {
            for sheet in list {
                if is_private(&format!("{kind}.reviewed")) {
                    sheet.reviewed.clear();
                }
                if is_private(&format!("{kind}.done")) {
                    sheet.done.clear();
                }
            }
        }
        sheets
    }

    /// Adds sheets to these; same identifier, the other sheet wins.
    pub fn overlay(&mut self, other: Self) {
        self.lay_profiles(other.profile, other.profiles);
        lay(&mut self.data_kinds, other.data_kinds, |s| s.id.clone());
        lay(&mut self.tasks, other.tasks, |s| s.id.clone());
        lay(&mut self.tools, other.tools, |s| s.id.clone());
    }

    /// Lays what an authority signed over these sheets: same identifier, its signatures are added
    /// to the sheet, and what it signed is no longer proposed.
    pub fn sign(&mut self, by_authority: Self) {
        self.lay_profiles(by_authority.profile, by_authority.profiles);
        for (under, over) in [
            (&mut self.data_kinds, by_authority.data_kinds),
            (&mut self.tasks, by_authority.tasks),
            (&mut self.tools, by_authority.tools),
        ] {
            for sheet in over {
                match under.iter_mut().find(|known| known.id == sheet.id) {
                    Some(known) => known.sign(sheet),
                    None => under.push(sheet),
                }
            }
        }
    }

    /// The profile of an authority: what is said of it, over what is said of all.
    pub fn profile_of(&self, authority: &str) -> Vec<(FactId, Value)> {
        let mut profile = self.profile.clone();
        let own = self.profiles.get(authority).cloned().unwrap_or_default();
        lay(&mut profile, own, |(fact, _)| *fact);
        profile
    }

    fn lay_profiles(
        &mut self,
        profile: Vec<(FactId, Value)>,
        profiles: BTreeMap<String, Vec<(FactId, Value)>>,
    ) {
        lay(&mut self.profile, profile, |(fact, _)| *fact);
        for (authority, facts) in profiles {
            let under = self.profiles.entry(authority).or_default();
            lay(under, facts, |(fact, _)| *fact);
        }
    }
}

/// Lays a list over another: same key, the item over wins.
pub(super) fn lay<T, K: PartialEq>(under: &mut Vec<T>, over: Vec<T>, key: impl Fn(&T) -> K) {
    under.retain(|item| !over.iter().any(|other| key(other) == key(item)));
    under.extend(over);
}
