use crate::law::{Charter, Law, LocalChoice, Proposal, Reviewer, Sheets, read_reviewers};
use crate::reader::read_file;
use crate::risks::RiskCatalogue;
use crate::{
    Criterion, Diagnostic, Everyday, FollowUp, Mapping, Milestone, Passwords, Principle,
    Questionnaire, Recommendation, Retention, Source, StarterForm, Table, TaskRule, Term, Tree,
    Visibility, Vocabulary, elsewhere, ethics, everyday, follow_up, framework, glossary, mapping,
    questionnaire, retention, sources, starter, table, timeline, visibility, vocabulary,
};
use domain::{Language, Remark};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that `data/` and `framework/` say.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// Words of the field.
    pub glossary: Vec<Term>,
    /// Words of every day that say the same thing, for the search.
    pub everyday: Vec<Everyday>,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// Labels of closed lists, by key.
    pub vocabularies: BTreeMap<String, Vocabulary>,
    /// Which fields may reach the public.
    pub visibility: Visibility,
    /// How long data are kept.
    pub retention: Vec<Retention>,
    /// What passwords may not lean on.
    pub passwords: Passwords,
    /// Dates of the law.
    pub timeline: Vec<Milestone>,
    /// The rules, what they ask, and what an authority may add.
    pub law: Law,
    /// Kinds of data, tasks and tools: the default charter, and what the authority signed.
    pub sheets: Sheets,
    /// What is chosen on each local parameter: the default charter, then the acts.
    pub policy: Vec<LocalChoice>,
    /// Whose opinion is asked for, and when.
    pub reviewers: Vec<Reviewer>,
    /// When what waits is told.
    pub follow_up: FollowUp,
    /// What a task sheet proposes unless it says otherwise.
    pub ordinary_task: Vec<Proposal>,
    /// How foreign files are read, by identifier.
    pub mappings: BTreeMap<String, Mapping>,
    /// Rules that infer which task a record of others speaks of.
    pub task_rules: Vec<TaskRule>,
    /// Questionnaires whose answers carry points, by identifier.
    pub questionnaires: BTreeMap<String, Questionnaire>,
    /// Values of the charter.
    pub principles: Vec<Principle>,
    /// Advice of the charter.
    pub recommendations: Vec<Recommendation>,
    /// Risks, their measures and scales.
    pub risks: RiskCatalogue,
    /// Documents to start an assessment from, by identifier.
    pub starters: BTreeMap<String, StarterForm>,
    /// Values a use is held against, with their questions.
    pub ethics: Vec<Criterion>,
    /// The quantiles of the EcoIndex formula.
    pub ecoindex: Table,
}

impl Reference {
    /// Reads the whole tree; what is wrong is told and left out.
    pub fn read(tree: &Tree) -> (Self, Vec<Diagnostic>) {
        let found = RefCell::new(Vec::new());
        let mut reference = Self {
            glossary: read_file(tree, "data/glossary/glossary.yaml", &found, glossary::read),
            everyday: read_file(tree, "data/glossary/everyday.yaml", &found, everyday::read),
            sources: read_file(tree, "data/sources/sources.yaml", &found, sources::read),
            visibility: read_file(tree, "data/visibility.yaml", &found, visibility::read),
            retention: read_file(tree, "data/retention.yaml", &found, retention::read),
            timeline: read_file(tree, "data/law/timeline.yaml", &found, timeline::read),
            task_rules: read_file(tree, "data/tasks_elsewhere.yaml", &found, elsewhere::read),
            principles: read_file(
                tree,
                "framework/principles.yaml",
                &found,
                framework::read_principles,
            ),
            recommendations: read_file(
                tree,
                "framework/recommendations.yaml",
                &found,
                framework::read_recommendations,
            ),
            follow_up: read_file(tree, "framework/follow_up.yaml", &found, follow_up::read),
            ecoindex: table::read(tree, "data/ecoindex/quantiles", &found),
            law: Law::read(tree, &found),
            passwords: Passwords::read(tree, &found),
            questionnaires: questionnaire::read_all(tree, &found),
            ..Self::default()
        };
        let charter = Charter::read(tree, &reference.law, &found);
        reference.sheets = charter.sheets;
        reference.policy = charter.policy;
        reference.ordinary_task = charter.ordinary_task;
        reference.reviewers = read_reviewers(tree, &reference.law, &found);
        for path in tree.paths("data/vocabularies/", ".yaml") {
            if let Some(vocabulary) = read_file(tree, path, &found, vocabulary::read) {
                check_file_name(path, &vocabulary.key, &found);
                let key = vocabulary.key.clone();
                reference.vocabularies.insert(key, vocabulary);
            }
        }
        for path in tree.paths("data/mappings/", ".yaml") {
            if let Some(mapping) = read_file(tree, path, &found, mapping::read) {
                check_file_name(path, &mapping.id, &found);
                reference.mappings.insert(mapping.id.clone(), mapping);
            }
        }
        reference.risks = RiskCatalogue::read(tree, &reference.law, &found);
        reference.starters = starter::read_all(tree, &reference.law, &found);
        reference.ethics = ethics::read_criteria(tree, &found);
        reference.check_links(&found);
        reference.risks.check_links(&reference, &found);
        ethics::check_links(&reference, &found);
        starter::check_links(&reference, &found);
        let mut diagnostics = found.into_inner();
        diagnostics.sort();
        (reference, diagnostics)
    }

    /// The word for a code of a vocabulary; the code itself when none is known.
    pub fn label<'a>(&'a self, vocabulary: &str, code: &'a str, language: Language) -> &'a str {
        self.vocabularies
            .get(vocabulary)
            .map_or(code, |vocabulary| vocabulary.label(code, language))
    }

    /// A source by identifier.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Reports identifiers used twice and references to what does not exist.
    fn check_links(&self, found: &RefCell<Vec<Diagnostic>>) {
        let report = |file: &str, remark: Remark| {
            found.borrow_mut().push(Diagnostic::at(file, 0, remark));
        };
        let terms = "data/glossary/glossary.yaml";
        let term_keys = unique(self.glossary.iter().map(|term| &term.key), |key| {
            report(terms, Remark::new("data-repeated-id").with("id", key));
        });
        let source_ids = unique(self.sources.iter().map(|source| &source.id), |id| {
            let remark = Remark::new("data-repeated-id").with("id", id);
            report("data/sources/sources.yaml", remark);
        });
        let unknown = |file: &str, kind: &'static str, id: &str| {
            let remark = Remark::new("data-unknown-reference")
                .with("kind", kind)
                .with("id", id);
            report(file, remark);
        };
        for term in &self.glossary {
            for key in term.see.iter().filter(|key| !term_keys.contains(*key)) {
                unknown(terms, "glossary", key);
            }
            if let Some(id) = term.source.as_ref().filter(|id| !source_ids.contains(*id)) {
                unknown(terms, "source", id);
            }
        }
        for milestone in &self.timeline {
            if !source_ids.contains(&milestone.source) {
                unknown("data/law/timeline.yaml", "source", &milestone.source);
            }
        }
        for rule in &self.law.rules {
            let cited = rule.periods.iter().map(|period| &period.source);
            for id in rule.sources.iter().chain(cited) {
                if !source_ids.contains(id) {
                    let path = rule.id.replacen('/', "/rules/", 1);
                    unknown(&format!("data/law/{path}.yaml"), "source", id);
                }
            }
        }
        if !self.ecoindex.source.is_empty() && !source_ids.contains(&self.ecoindex.source) {
            unknown(
                "data/ecoindex/quantiles.yaml",
                "source",
                &self.ecoindex.source,
            );
        }
        for questionnaire in self.questionnaires.values() {
            if !source_ids.contains(&questionnaire.source) {
                let file = format!("data/questionnaires/{}.yaml", questionnaire.id);
                unknown(&file, "source", &questionnaire.source);
            }
        }
        let principles: BTreeSet<_> = self.principles.iter().map(|p| &p.id).collect();
        for recommendation in &self.recommendations {
            for id in &recommendation.principles {
                if !principles.contains(id) {
                    unknown("framework/recommendations.yaml", "principle", id);
                }
            }
        }
    }
}

fn unique<'a>(
    keys: impl Iterator<Item = &'a String>,
    mut repeated: impl FnMut(&str),
) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            repeated(key);
        }
    }
    seen
}

pub(crate) fn check_file_name(path: &str, id: &str, found: &RefCell<Vec<Diagnostic>>) {
    let stem = path.rsplit('/').next().unwrap_or(path);
    if stem.strip_suffix(".yaml") != Some(id) {
        let remark = Remark::new("data-file-name").with("id", id);
        found.borrow_mut().push(Diagnostic::at(path, 0, remark));
    }
}
