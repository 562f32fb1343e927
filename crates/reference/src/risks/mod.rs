//! Risks as data: families of risks, what lowers them, the scales they are judged on, and the
//! lists of others they are mapped to (`data/risks/`).
//!
//! A risk or a measure that cites no source is told and left out, and so is a risk whose
//! condition names an unknown fact or whose mapping names something that is not in
//! `data/risks/lists.yaml`. Nothing is judged here: likelihood and severity belong to people.
//!
//! Start with [`RiskCatalogue`].

mod catalogued;
mod list;
mod measure;
mod scales;
#[cfg(test)]
mod tests;

pub use catalogued::{CataloguedRisk, ListKind, MappedTo};
pub use list::{ExternalList, ListEntry};
pub use measure::{Axis, Lowering, Measure};
pub use scales::{Level, Scales, Zone};

use crate::law::Law;
use crate::links::Links;
use crate::reader::{FileReader, read_file};
use crate::{Diagnostic, Reference, Tree};
use domain::{Remark, RiskFamily};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Everything that `data/risks/` says, its starter documents apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskCatalogue {
    /// The risks, by family, in the order of the files.
    pub risks: Vec<CataloguedRisk>,
    /// What lowers them.
    pub measures: Vec<Measure>,
    /// How they are judged; `None` when the file is missing or wrong.
    pub scales: Option<Scales>,
    /// The lists of others that risks are mapped to.
    pub lists: Vec<ExternalList>,
}

const FOLDER: &str = "data/risks/";
const MEASURES: &str = "data/risks/measures.yaml";
const SCALES: &str = "data/risks/scales.yaml";
const LISTS: &str = "data/risks/lists.yaml";

impl RiskCatalogue {
    /// Reads the risks of a tree; without `data/risks/` there are none, and nothing is told.
    pub(crate) fn read(tree: &Tree, law: &Law, found: &RefCell<Vec<Diagnostic>>) -> Self {
        let mut catalogue = Self::default();
        if tree.paths(FOLDER, ".yaml").next().is_none() {
            return catalogue;
        }
        catalogue.lists = read_file(tree, LISTS, found, list::read);
        for family in RiskFamily::ALL {
            let path = format!("{FOLDER}{}.yaml", family.code());
            if tree.get(&path).is_some() {
                let read = |file: &FileReader, root: &_| {
                    catalogued::read(file, root, *family, law, &catalogue.lists)
                };
                let risks = read_file(tree, &path, found, read);
                catalogue.risks.extend(risks);
            }
        }
        report_unknown_families(tree, found);
        catalogue.measures = read_file(tree, MEASURES, found, measure::read);
        catalogue.scales = read_file(tree, SCALES, found, scales::read);
        catalogue
    }

    /// The risk of an identifier.
    pub fn risk(&self, id: &str) -> Option<&CataloguedRisk> {
        self.risks.iter().find(|risk| risk.id == id)
    }

    /// The measure of an identifier.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The measures that lower a risk, in the order of the file.
    pub fn measures_for<'a>(&'a self, risk: &'a str) -> impl Iterator<Item = &'a Measure> {
        self.measures
            .iter()
            .filter(move |measure| measure.effects_on(risk).next().is_some())
    }

    /// Reports what is cited and does not exist, what is named twice, and risks that nothing
    /// lowers.
    pub(crate) fn check_links(&self, reference: &Reference, found: &RefCell<Vec<Diagnostic>>) {
        let links = Links { reference, found };
        for list in &self.lists {
            links.sources(LISTS, std::slice::from_ref(&list.source));
        }
        if let Some(scales) = &self.scales {
            links.sources(SCALES, &scales.sources);
        }
        let mut seen = BTreeSet::new();
        for risk in &self.risks {
            let file = format!("{FOLDER}{}.yaml", risk.family.code());
            links.sources(&file, &risk.sources);
            if !seen.insert(&risk.id) {
                links.report(&file, Remark::new("data-repeated-id").with("id", &risk.id));
            }
            if self.measures_for(&risk.id).next().is_none() {
                links.report(&file, Remark::new("risk-no-measure").with("id", &risk.id));
            }
        }
        let mut seen = BTreeSet::new();
        for measure in &self.measures {
            links.sources(MEASURES, &measure.sources);
            if !seen.insert(&measure.id) {
                let remark = Remark::new("data-repeated-id").with("id", &measure.id);
                links.report(MEASURES, remark);
            }
            let risks = measure.lowers.iter().flat_map(|lowering| &lowering.risks);
            for id in risks.filter(|id| self.risk(id).is_none()) {
                links.unknown(MEASURES, "risk", id);
            }
            links.recommendations(MEASURES, &measure.recommendations);
            links.rules(MEASURES, &measure.rules);
        }
    }
}

/// A file that is neither a family nor one of the three others would be left out in silence.
fn report_unknown_families(tree: &Tree, found: &RefCell<Vec<Diagnostic>>) {
    for path in tree.paths(FOLDER, ".yaml") {
        let name = &path[FOLDER.len()..];
        let is_known = name.contains('/')
            || [MEASURES, SCALES, LISTS].contains(&path)
            || RiskFamily::from_code(name.trim_end_matches(".yaml")).is_some();
        if !is_known {
            let codes: Vec<_> = RiskFamily::ALL.iter().map(|family| family.code()).collect();
            let remark = Remark::new("data-not-a-choice")
                .with("value", name)
                .with("choices", codes.join(", "));
            found.borrow_mut().push(Diagnostic::at(path, 0, remark));
        }
    }
}
