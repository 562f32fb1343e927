use super::area::{self, Area};
use super::condition::Asked;
use super::{Questionnaire, rules};
use crate::catalogue::check_file_name;
use crate::reader::{FileReader, read_file};
use crate::yaml::Node;
use crate::{Certainty, Diagnostic, Tree};
use domain::Remark;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const FOLDER: &str = "data/questionnaires/";

/// Beside the areas: worked examples, which the assessment's tests read.
const CASES: &str = "cases.yaml";

/// What is needed to follow a questionnaire from its file to those of its areas.
struct Reading<'a> {
    tree: &'a Tree,
    diagnostics: &'a RefCell<Vec<Diagnostic>>,
    /// The files of areas that a questionnaire names.
    used: RefCell<BTreeSet<String>>,
}

/// Every questionnaire without a mistake, by identifier.
pub(crate) fn read_all(
    tree: &Tree,
    diagnostics: &RefCell<Vec<Diagnostic>>,
) -> BTreeMap<String, Questionnaire> {
    let reading = Reading {
        tree,
        diagnostics,
        used: RefCell::default(),
    };
    let mut questionnaires = BTreeMap::new();
    let is_head = |path: &&str| !path[FOLDER.len()..].contains('/');
    for path in tree.paths(FOLDER, ".yaml").filter(is_head) {
        let before = diagnostics.borrow().len();
        let read = read_file(tree, path, diagnostics, |file, root| {
            reading.questionnaire(file, root, path)
        });
        let is_sound = diagnostics.borrow().len() == before;
        if let Some(questionnaire) = read.filter(|_| is_sound) {
            questionnaires.insert(questionnaire.id.clone(), questionnaire);
        }
    }
    reading.report_unused();
    questionnaires
}

impl Reading<'_> {
    fn questionnaire(&self, file: &FileReader, root: &Node, path: &str) -> Option<Questionnaire> {
        let map = file.map(root)?;
        let id = map.text("id");
        if let Some(id) = &id {
            check_file_name(path, id, self.diagnostics);
        }
        let version = map.text("version");
        let title = map.bilingual("title");
        let summary = map.bilingual("summary");
        let source = map.text("source");
        let licence = map.text("licence");
        let attribution = map.optional_bilingual("attribution");
        let certainty = map.one_of("certainty", &Certainty::ALL);
        let checked_on = map.date("checked_on");
        let review_by = map.optional_date("review_by");
        let not_modelled = map
            .optional_list("not_modelled")
            .iter()
            .filter_map(|node| file.bilingual(node))
            .collect();
        let areas = self.areas(file, map.list("areas"), path.trim_end_matches(".yaml"));
        let scores = map
            .required("scores")
            .and_then(|node| rules::read_scores(file, node, &areas));
        let levels = map
            .required("levels")
            .map(|node| rules::read_levels(file, node));
        map.finish();
        Some(Questionnaire {
            id: id?,
            version: version?,
            title: title?,
            summary: summary?,
            source: source?,
            licence: licence?,
            attribution,
            certainty: certainty?,
            checked_on: checked_on?,
            review_by,
            not_modelled,
            areas,
            scores: scores?,
            levels: levels?,
        })
    }

    /// Reads the file of each area named, in order: a condition may look back, never ahead.
    fn areas(&self, head: &FileReader, names: &[Node], folder: &str) -> Vec<Area> {
        let mut asked = Asked::new();
        let mut areas = Vec::new();
        for node in names {
            let Some(name) = node.scalar() else {
                let remark = Remark::new("data-not-text").with("key", "areas");
                head.report(node.line, remark);
                continue;
            };
            let path = format!("{folder}/{name}.yaml");
            if !self.used.borrow_mut().insert(path.clone()) {
                let remark = Remark::new("data-repeated-id").with("id", name);
                head.report(node.line, remark);
                continue;
            }
            let area = read_file(self.tree, &path, self.diagnostics, |file, root| {
                area::read(file, root, &mut asked)
            });
            if let Some(area) = area {
                check_file_name(&path, &area.id, self.diagnostics);
                areas.push(area);
            }
        }
        areas
    }

    /// An area that no questionnaire names would be left out in silence.
    fn report_unused(&self) {
        let used = self.used.borrow();
        let is_below = |path: &&str| path[FOLDER.len()..].contains('/');
        let is_cases = |path: &str| path.rsplit('/').next() == Some(CASES);
        for path in self.tree.paths(FOLDER, ".yaml").filter(is_below) {
            if !used.contains(path) && !is_cases(path) {
                let remark = Remark::new("questionnaire-unused-area");
                let diagnostic = Diagnostic::at(path, 0, remark);
                self.diagnostics.borrow_mut().push(diagnostic);
            }
        }
    }
}
