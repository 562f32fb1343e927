//! The forms of starter documents: what an assessment must contain, and which part of it the
//! record already says (`data/risks/starters/`).

use crate::catalogue::check_file_name;
use crate::law::Law;
use crate::links::{Links, sources, words_of};
use crate::reader::{FileReader, MapReader, read_file};
use crate::yaml::Node;
use crate::{Diagnostic, Reference, Tree};
use domain::law::FactId;
use domain::{FearedEvent, Function, Remark, Text};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The form of one kind of starter.
#[derive(Debug, Clone, PartialEq)]
pub struct StarterForm {
    /// Name of its file.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its first line: that it is a starter, not the assessment.
    pub notice: Text,
    /// What stands before a risk that the catalogue suggests and the record does not hold.
    pub suggested: Text,
    /// What is said of such a risk when a fact is missing.
    pub may_apply: Text,
    /// Identifier of the rule that asks for the assessment.
    pub rule: String,
    /// What its order rests on.
    pub sources: Vec<String>,
    /// Its sections.
    pub sections: Vec<StarterSection>,
}

/// A section of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct StarterSection {
    /// Identifier.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it asks for.
    pub items: Vec<StarterItem>,
}

/// One thing an assessment must say.
#[derive(Debug, Clone, PartialEq)]
pub struct StarterItem {
    /// Identifier within its section.
    pub id: String,
    /// In a few words.
    pub title: Text,
    /// What a person must write.
    pub ask: Text,
    /// The functions that can.
    pub answered_by: Vec<Function>,
    /// What the record or the tool sheet may already say.
    pub fields: Vec<StarterField>,
    /// The facts that bear on it.
    pub facts: Vec<FactId>,
    /// Identifiers of the rules that bear on it.
    pub rules: Vec<String>,
    /// What comes from the risks of the record.
    pub shows: Shown,
    /// The event its risks are about; `None` = all risks.
    pub feared_event: Option<FearedEvent>,
    /// Number of the question in the CNIL tool.
    pub cnil: Option<u32>,
}

/// What an item shows of the risks of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// The risks recorded.
    Risks,
    /// The risks that people outside or staff would bear.
    RightsRisks,
    /// The measures taken or planned.
    Measures,
    /// The highest severity judged.
    Severity,
    /// The highest likelihood judged.
    Likelihood,
}

const SHOWN: [(&str, Shown); 6] = [
    ("nothing", Shown::Nothing),
    ("risks", Shown::Risks),
    ("rights_risks", Shown::RightsRisks),
    ("measures", Shown::Measures),
    ("severity", Shown::Severity),
    ("likelihood", Shown::Likelihood),
];

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A field that a starter may take up; those of the tool sheet begin with `tool.`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum StarterField { $($(#[$doc])* $name),+ }

        impl StarterField {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The file of labels under `data/vocabularies/`.
            pub const VOCABULARY: &'static str = "starter_fields";

            /// The path data files use.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The field of a path.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

fields! {
    /// Name of the use.
    Name = "name",
    /// Plain summary.
    Summary = "summary",
    /// The authority.
    Authority = "authority",
    /// The department.
    Department = "department",
    /// The function that answers for it.
    AccountableRole = "accountable_role",
    /// How to reach a person.
    Contact = "contact",
    /// Where it stands.
    Lifecycle = "lifecycle",
    /// First day.
    StartedOn = "started_on",
    /// Last day.
    EndedOn = "ended_on",
    /// What has to get done.
    Need = "need",
    /// What is hoped for.
    ExpectedBenefits = "expected_benefits",
    /// The way without AI.
    AlternativeWithoutAi = "alternative_without_ai",
    /// Why the means fit the need.
    Proportionality = "proportionality",
    /// Who is affected.
    AffectedGroups = "affected_groups",
    /// What it changes for a resident.
    ChangeForPublic = "change_for_public",
    /// Where it enters the decision.
    DecisionProcess = "decision_process",
    /// How far it goes alone.
    AutomationLevel = "automation_level",
    /// Who checks.
    HumanOversight = "human_oversight",
    /// How to contest.
    Appeal = "appeal",
    /// How the public is told.
    NoticeToPublic = "notice_to_public",
    /// Training given.
    StaffTraining = "staff_training",
    /// What comes out.
    Outputs = "outputs",
    /// Models used.
    Models = "models",
    /// Suppliers.
    Suppliers = "suppliers",
    /// The most delicate kind of data.
    DataKind = "data.kind",
    /// Which data.
    DataCategories = "data.categories",
    /// How long they are kept.
    DataRetention = "data.retention",
    /// What feeds it.
    InputData = "input_data",
    /// Whether it handles personal data.
    PersonalData = "personal_data",
    /// Entry in the register of processing.
    ProcessingRecord = "processing_record",
    /// Grounds in law.
    LegalBasis = "legal_basis",
    /// Assessments made.
    ImpactAssessments = "impact_assessments",
    /// How its quality is followed.
    PerformanceMonitoring = "performance_monitoring",
    /// How often it happens.
    Frequency = "frequency",
    /// How to leave the supplier.
    ExitPlan = "exit_plan",
    /// Where the data stay.
    DataLocation = "data_location",
    /// The trial.
    Experiment = "experiment",
    /// Name of the product.
    ToolName = "tool.name",
    /// Who supplies it.
    ToolSupplier = "tool.supplier",
    /// The model behind it.
    ToolModel = "tool.model",
    /// Kind of place where it runs.
    ToolHosting = "tool.hosting",
    /// Where it runs, in words.
    ToolHostingPlace = "tool.hosting_place",
    /// Countries whose law reaches it.
    ToolJurisdictions = "tool.jurisdictions",
    /// Kinds of data it may receive.
    ToolDataAllowed = "tool.data_allowed",
    /// Whether what is typed trains a model.
    ToolTrainingReuse = "tool.training_reuse",
    /// Terms of use.
    ToolTerms = "tool.terms",
    /// Version.
    ToolVersion = "tool.version",
}

const FOLDER: &str = "data/risks/starters/";

/// Reads every form, by identifier; one with a mistake is left out whole.
pub(crate) fn read_all(
    tree: &Tree,
    law: &Law,
    found: &RefCell<Vec<Diagnostic>>,
) -> BTreeMap<String, StarterForm> {
    let mut forms = BTreeMap::new();
    for path in tree.paths(FOLDER, ".yaml") {
        let before = found.borrow().len();
        let form = read_file(tree, path, found, |file, root| form(file, root, law));
        if let Some(form) = &form {
            check_file_name(path, &form.id, found);
        }
        let is_sound = found.borrow().len() == before;
        if let Some(form) = form.filter(|_| is_sound) {
            forms.insert(form.id.clone(), form);
        }
    }
    forms
}

fn form(file: &FileReader, root: &Node, law: &Law) -> Option<StarterForm> {
    let map = file.map(root)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let notice = map.bilingual("notice");
    let suggested = map.bilingual("suggested");
    let may_apply = map.bilingual("may_apply");
    let rule = map.text("rule");
    let sources = sources(file, &map);
    let sections = map.list("sections").iter();
    let sections = sections
        .filter_map(|node| section(file, node, law))
        .collect();
    map.finish();
    Some(StarterForm {
        id: id?,
        title: title?,
        notice: notice?,
        suggested: suggested?,
        may_apply: may_apply?,
        rule: rule?,
        sources: sources?,
        sections,
    })
}

fn section(file: &FileReader, node: &Node, law: &Law) -> Option<StarterSection> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let items = map.list("items").iter();
    let items = items.filter_map(|node| item(file, node, law)).collect();
    map.finish();
    Some(StarterSection {
        id: id?,
        title: title?,
        items,
    })
}

fn item(file: &FileReader, node: &Node, law: &Law) -> Option<StarterItem> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let ask = map.bilingual("ask");
    let answered_by = words_of!(file, &map, "answered_by", Function);
    let fields = words_of!(file, &map, "fields", StarterField);
    let facts = facts(file, &map, law);
    let rules = map.texts("rules");
    let shows = match map.node("shows") {
        Some(_) => map.one_of("shows", &SHOWN),
        None => Some(Shown::Nothing),
    };
    let events: Vec<_> = FearedEvent::ALL.iter().map(|e| (e.code(), *e)).collect();
    let feared_event = map
        .node("feared_event")
        .and_then(|_| map.one_of("feared_event", &events));
    let cnil = map.optional_number("cnil");
    map.finish();
    let answered_by = answered_by?;
    if answered_by.is_empty() {
        file.report(node.line, Remark::new("starter-nobody-asked"));
    }
    Some(StarterItem {
        id: id?,
        title: title?,
        ask: ask?,
        answered_by,
        fields: fields?,
        facts,
        rules,
        shows: shows?,
        feared_event,
        cnil,
    })
}

fn facts(file: &FileReader, map: &MapReader, law: &Law) -> Vec<FactId> {
    let mut known = Vec::new();
    for id in map.texts("facts") {
        match law.fact_id(&id) {
            Some(fact) => known.push(fact),
            None => {
                let remark = Remark::new("law-unknown-fact").with("id", &id);
                file.report(map.line(), remark);
            }
        }
    }
    known
}

/// Reports sources and rules that do not exist.
pub(crate) fn check_links(reference: &Reference, found: &RefCell<Vec<Diagnostic>>) {
    let links = Links { reference, found };
    for form in reference.starters.values() {
        let path = format!("{FOLDER}{}.yaml", form.id);
        links.sources(&path, &form.sources);
        links.rules(&path, std::slice::from_ref(&form.rule));
        let items = form.sections.iter().flat_map(|section| &section.items);
        for item in items {
            links.rules(&path, &item.rules);
        }
    }
}
