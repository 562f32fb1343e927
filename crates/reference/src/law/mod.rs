//! The law as data: what may be asked, the rules, the local parameters, and the cases that prove
//! them.
//!
//! A rule that lacks a citation, a start date or a case is told and left out, and so is a
//! condition that names an unknown fact or value. Start with [`Law`].

mod asked;
mod case;
mod charter;
mod condition;
mod derived;
mod duty;
mod fact;
mod from_records;
mod parameter;
mod period;
mod policy;
mod reviewer;
mod rule;
mod sheet;
mod sheet_file;

pub use asked::{AskedCase, AskedCases};
pub use case::{Announced, Case, ExpectedVerdict};
pub use charter::Charter;
pub(crate) use condition::{Reads, condition};
pub use derived::Derived;
pub use duty::{Debtor, Duty};
pub use fact::{Asked, Fact, FactKind, FactValue, Once, SheetKind};
pub use from_records::{FieldRule, FromRecords, KindRule, RecordField};
pub use parameter::{LocalEffect, Parameter, ParameterValue, Setting, SheetLimit};
pub use period::{RulePeriod, are_apart};
pub use policy::{LocalAct, LocalChoice};
pub use reviewer::Reviewer;
pub(crate) use reviewer::read_reviewers;
pub use rule::{CertaintyNote, Rule};
pub use sheet::{Block, Completion, Named, Proposal, Sheet, Sheets, ToRecord};

use crate::reader::{FileReader, read_file};
use crate::yaml::{self, Node};
use crate::{Diagnostic, Tree};
use domain::Remark;
use domain::law::{DerivedId, FactId, Provision, Situation};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Everything that `data/law/` says, its calendar apart.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// What may be asked, then the traits of sheets; the place is the [`FactId`].
    pub facts: Vec<Fact>,
    /// What is computed from the facts; the place is the [`DerivedId`].
    pub derived: Vec<Derived>,
    /// The definitions of the derived facts, in the same order.
    pub definitions: Vec<Provision>,
    /// The rules, by text then by name.
    pub rules: Vec<Rule>,
    /// What each authority decides.
    pub parameters: Vec<Parameter>,
    /// What holds whatever it decides.
    pub limits: Vec<SheetLimit>,
    /// What records say in the words of the law.
    pub from_records: FromRecords,
    /// The cases beside the rules and the derived facts.
    pub cases: Vec<Case>,
}

const FOLDER: &str = "data/law/";
const FACTS: &str = "data/law/facts/";
const DERIVED: &str = "data/law/facts/derived.yaml";
const TRAITS: &str = "data/law/facts/traits.yaml";
/// The files of facts, in the order in which questions are shown.
const GROUPS: [&str; 6] = ["agent", "service", "dpo", "it", "hr", "profile"];

impl Law {
    /// Reads the law of a tree; without `data/law/facts/` there is none, and nothing is told.
    pub(crate) fn read(tree: &Tree, found: &RefCell<Vec<Diagnostic>>) -> Self {
        let mut law = Self::default();
        if tree.paths(FACTS, ".yaml").next().is_none() {
            return law;
        }
        for group in GROUPS {
            let path = format!("{FACTS}{group}.yaml");
            law.facts
                .extend(read_file(tree, &path, found, fact::read_facts));
        }
        law.facts
            .extend(read_file(tree, TRAITS, found, fact::read_traits));
        law.refuse_repeated_facts(found);
        read_file(tree, DERIVED, found, |file, root| {
            derived::read_into(file, root, &mut law);
        });
        law.parameters = read_file(tree, "data/law/parameters.yaml", found, |file, root| {
            parameter::read_parameters(file, root, &law)
        });
        law.limits = read_file(tree, "data/law/sheet_limits.yaml", found, |file, root| {
            parameter::read_limits(file, root, &law)
        });
        law.from_records = read_file(tree, "data/law/from_records.yaml", found, |file, root| {
            from_records::read(file, root, &law)
        });
        law.read_rules(tree, found);
        law.read_cases_beside(tree, found);
        law
    }

    fn refuse_repeated_facts(&self, found: &RefCell<Vec<Diagnostic>>) {
        let mut seen = BTreeSet::new();
        for fact in &self.facts {
            if !seen.insert(&fact.id) {
                let remark = Remark::new("data-repeated-id").with("id", &fact.id);
                found.borrow_mut().push(Diagnostic::at(FACTS, 0, remark));
            }
        }
    }

    fn read_rules(&mut self, tree: &Tree, found: &RefCell<Vec<Diagnostic>>) {
        for path in tree.paths(FOLDER, ".yaml") {
            let Some((text, name)) = split(path, "/rules/") else {
                continue;
            };
            let rule = read_file(tree, path, found, |file, root| rule::read(file, root, self));
            let Some(rule) = rule else { continue };
            if rule.id != format!("{text}/{name}") {
                let remark = Remark::new("data-file-name").with("id", &rule.id);
                found.borrow_mut().push(Diagnostic::at(path, 0, remark));
                continue;
            }
            self.rules.push(rule);
        }
    }

    /// Reads the cases, then leaves out the rules that none of their own cases proves.
    fn read_cases_beside(&mut self, tree: &Tree, found: &RefCell<Vec<Diagnostic>>) {
        let mut proven = BTreeSet::new();
        for path in tree.paths(FOLDER, ".yaml") {
            let Some((text, name)) = split(path, "/cases/") else {
                continue;
            };
            let subject = format!("{text}/{name}");
            let cases = read_file(tree, path, found, |file, root| case::read(file, root, self));
            let names = |case: &Case| case.expect.iter().any(|(id, _)| *id == subject);
            if cases.iter().any(names) {
                proven.insert(subject);
            }
            self.cases.extend(cases);
        }
        let tell = |file: String, id: &str| {
            let remark = Remark::new("law-no-case").with("id", id);
            found.borrow_mut().push(Diagnostic::at(&file, 0, remark));
        };
        for derived in &self.derived {
            if !proven.contains(&format!("{}{}", derived::PREFIX, derived.id)) {
                tell(DERIVED.to_owned(), &derived.id);
            }
        }
        self.rules.retain(|rule| {
            let is_proven = proven.contains(&rule.id);
            if !is_proven {
                let path = rule.id.replacen('/', "/rules/", 1);
                tell(format!("{FOLDER}{path}.yaml"), &rule.id);
            }
            is_proven
        });
    }

    /// The fact or trait of an identifier.
    pub fn fact_id(&self, id: &str) -> Option<FactId> {
        let place = self.facts.iter().position(|fact| fact.id == id)?;
        Some(FactId(place as u16))
    }

    /// What is said of a fact of this law.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[usize::from(id.0)]
    }

    /// The derived fact of an identifier.
    pub fn derived_id(&self, id: &str) -> Option<DerivedId> {
        let place = self.derived.iter().position(|derived| derived.id == id)?;
        Some(DerivedId(place as u16))
    }

    /// The rule of an identifier.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The parameter of an identifier.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id == id)
    }

    /// Whether an identifier names something that may be recorded as done: a rule with a duty, a
    /// parameter or a limit of the sheets.
    pub fn has_duty(&self, id: &str) -> bool {
        match id.strip_prefix("local/") {
            Some(id) => self.parameter(id).is_some() || self.limits.iter().any(|l| l.id == id),
            None => self.rule(id).is_some_and(|rule| !rule.duties.is_empty()),
        }
    }

    /// The provision a case speaks of: a rule (`ria/aidf`) or a derived fact
    /// (`facts/high_risk`).
    pub fn subject(&self, id: &str) -> Option<&Provision> {
        match id.strip_prefix(derived::PREFIX) {
            Some(id) => {
                let place = usize::from(self.derived_id(id)?.0);
                self.definitions.get(place)
            }
            None => self.rule(id).map(|rule| &rule.provision),
        }
    }

    /// What is known on a day, derived facts worked out.
    pub fn situation<'a>(
        &'a self,
        facts: &'a domain::law::Facts,
        on: chrono::NaiveDate,
    ) -> Situation<'a> {
        Situation::new(&self.definitions, facts, on)
    }

    /// Reads a file of cases in the shape `law-cases/1`.
    pub fn read_cases(&self, name: &str, text: &str) -> (Vec<Case>, Vec<Diagnostic>) {
        read_text(name, text, |file, root| case::read(file, root, self))
    }

    /// Reads a file of sheets in the shape `law-sheets/1`; the choices it may hold are left aside.
    pub fn read_sheets(&self, name: &str, text: &str) -> (Sheets, Vec<Diagnostic>) {
        read_text(name, text, |file, root| {
            sheet_file::read(file, root, self).0
        })
    }

    /// Reads a file of questions in the shape `law-verdicts/1`.
    pub fn read_asked(&self, name: &str, text: &str) -> (AskedCases, Vec<Diagnostic>) {
        read_text(name, text, |file, root| asked::read(file, root, self))
    }
}

/// `data/law/ria/rules/aidf.yaml` → `ria`, `aidf`.
fn split<'a>(path: &'a str, folder: &str) -> Option<(&'a str, &'a str)> {
    let (text, name) = path.strip_prefix(FOLDER)?.split_once(folder)?;
    Some((text, name.strip_suffix(".yaml")?))
}

fn read_text<T: Default>(
    name: &str,
    text: &str,
    read: impl FnOnce(&FileReader, &Node) -> T,
) -> (T, Vec<Diagnostic>) {
    let (root, told) = yaml::parse(name, text);
    let found = RefCell::new(told);
    let value = root.map_or_else(T::default, |root| {
        read(&FileReader::new(name, &found), &root)
    });
    let mut found = found.into_inner();
    found.sort();
    (value, found)
}
