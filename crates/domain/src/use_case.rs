use crate::{
    AutomationLevel, Continuity, DataKind, Decision, DutyDone, EthicalView, Evidence,
    FrequencyLevel, Generative, Ground, LawAnswer, Lifecycle, Modality, ModelClass, Money,
    OccupationEffect, Opinion, PublicationLevel, ReviewRequest, Risk, SignificantAnswer, Stop,
    Task, Text, Tier, Todo, WorkEffect,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use units::Quantity;
use uuid::Uuid;

/// One need, one task, one tool, one department of an authority.
///
/// The fields follow the crosswalk of the public registers (Dutch publication standard 1.0,
/// Eurocities 0.3.1, ATRS, US federal inventory 2024, PSTW, the French inventory guide), plus
/// what none of them records: need, frequency of real use, effects on work with checking time,
/// opinions, reason for stopping, exit plan, footprint assumptions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UseCase {
    /// Stable identifier, never reused.
    pub id: Uuid,
    /// Human reference, such as VAL-001.
    pub reference: String,
    /// Slug of the authority it belongs to.
    pub authority: String,
    /// What it is called.
    pub name: Text,
    /// Plain summary, 350 characters at most.
    #[serde(default)]
    pub summary: Option<Text>,
    /// Key of the department.
    #[serde(default)]
    pub department: Option<String>,
    /// The function that answers for it.
    #[serde(default)]
    pub accountable_role: Option<Text>,
    /// How to reach a person: a service, never a name.
    #[serde(default)]
    pub contact: Option<Text>,

    /// Where it stands.
    pub lifecycle: Lifecycle,
    /// How the authority knows of it.
    pub evidence: Evidence,
    /// Whether it generates content.
    pub generative: Generative,
    /// First day of use.
    #[serde(default)]
    pub started_on: Option<NaiveDate>,
    /// Last day of use.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    /// How much of the record leaves the authority.
    pub publication: Publication,

    /// What has to get done, and why.
    #[serde(default)]
    pub need: Option<Text>,
    /// The task.
    #[serde(default)]
    pub task: Option<Task>,
    /// Key of the task sheet of the charter.
    #[serde(default)]
    pub task_sheet: Option<String>,
    /// What is hoped for.
    #[serde(default)]
    pub expected_benefits: Option<Text>,
    /// The way without AI that was looked at.
    #[serde(default)]
    pub alternative_without_ai: Option<Text>,
    /// Why the means are in proportion to the need.
    #[serde(default)]
    pub proportionality: Option<Text>,
    /// Field of public policy.
    #[serde(default)]
    pub policy_area: Option<Text>,
    /// Who is affected.
    #[serde(default)]
    pub affected_groups: Option<Text>,
    /// What it changes for a resident, in their words.
    #[serde(default)]
    pub change_for_public: Option<Text>,
    /// Where it enters the decision, if any.
    #[serde(default)]
    pub decision_process: Option<Text>,
    /// How far it goes alone.
    #[serde(default)]
    pub automation_level: Option<AutomationLevel>,
    /// Who checks, and what that person can do.
    #[serde(default)]
    pub human_oversight: Option<Text>,
    /// How to contest.
    #[serde(default)]
    pub appeal: Option<Text>,
    /// How the public is told.
    #[serde(default)]
    pub notice_to_public: Option<Text>,
    /// Training given to those who use it.
    #[serde(default)]
    pub staff_training: Option<Text>,

    /// Key of the tool sheet.
    #[serde(default)]
    pub tool: Option<String>,
    /// What is generated.
    #[serde(default)]
    pub modalities: Vec<Modality>,
    /// Technique, in words.
    #[serde(default)]
    pub technique: Option<Text>,
    /// What comes out.
    #[serde(default)]
    pub outputs: Option<Text>,
    /// Models used, when the tool sheet does not say it.
    #[serde(default)]
    pub models: Vec<ModelUsed>,
    /// Suppliers, when the tool sheet does not say it.
    #[serde(default)]
    pub suppliers: Vec<Supplier>,
    /// Data handled.
    #[serde(default)]
    pub data: Option<DataUse>,
    /// Keys of the kinds of data of the charter.
    #[serde(default)]
    pub data_sheets: Vec<String>,
    /// Files and sources that feed it.
    #[serde(default)]
    pub input_data: Vec<InputData>,
    /// Whether it handles personal data.
    #[serde(default)]
    pub personal_data: Option<SignificantAnswer>,
    /// Entry in the register of processing activities.
    #[serde(default)]
    pub processing_record: Option<Link>,
    /// Grounds in law.
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// Assessments made.
    #[serde(default)]
    pub impact_assessments: Vec<ImpactAssessment>,
    /// Presumed class under the AI Act.
    #[serde(default)]
    pub risk_tier: Option<RiskTier>,
    /// What functions answered to the questions of the law.
    #[serde(default)]
    pub law_answers: Vec<LawAnswer>,
    /// Duties that come before the use, done for this record.
    #[serde(default)]
    pub duties_done: Vec<DutyDone>,
    /// Risks and what is done about them.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// How its quality is followed.
    #[serde(default)]
    pub performance_monitoring: Option<Text>,

    /// How often it happens.
    #[serde(default)]
    pub frequency: Option<Frequency>,
    /// Effects on the work of those who do it.
    #[serde(default)]
    pub work_effects: Option<WorkEffects>,
    /// What a footprint estimate would start from.
    #[serde(default)]
    pub footprint_assumptions: Option<FootprintAssumptions>,
    /// What it costs.
    #[serde(default)]
    pub cost: Option<Cost>,
    /// How to leave the supplier.
    #[serde(default)]
    pub exit_plan: Option<Text>,
    /// What would stop with it.
    #[serde(default)]
    pub continuity: Option<Continuity>,
    /// Accessibility of what people meet.
    #[serde(default)]
    pub accessibility: Option<Text>,
    /// Where the data stay.
    #[serde(default)]
    pub data_location: Option<Text>,

    /// Opinions by function.
    #[serde(default)]
    pub opinions: Vec<Opinion>,
    /// Views on the values of the authority, by function; never added up.
    #[serde(default)]
    pub ethical_views: Vec<EthicalView>,
    /// Opinions asked for and not yet followed by a decision.
    #[serde(default)]
    pub review: Option<ReviewRequest>,
    /// The last decision.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// What must be done: the conditions of the decision, and what was added.
    #[serde(default)]
    pub todos: Vec<Todo>,
    /// Why it ended or was interrupted.
    #[serde(default)]
    pub stop: Option<Stop>,
    /// The trial, if there was one.
    #[serde(default)]
    pub experiment: Option<Experiment>,
    /// What was learnt.
    #[serde(default)]
    pub lessons: Vec<Lesson>,
    /// Principles of the charter it was read against.
    #[serde(default)]
    pub principles: Vec<String>,
    /// Recommendations that apply.
    #[serde(default)]
    pub recommendations: Vec<String>,

    /// Published source code.
    #[serde(default)]
    pub source_code: Option<Link>,
    /// Other addresses.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Free key words.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The row of the file it was imported from, kept whole.
    #[serde(default)]
    pub source_row: Vec<crate::SourceCell>,
}

/// How much leaves the authority, and why not more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The level.
    pub level: PublicationLevel,
    /// The ground, compulsory unless everything is public.
    #[serde(default)]
    pub ground: Option<Ground>,
    /// The ground in words.
    #[serde(default)]
    pub note: Option<Text>,
}

/// An address with its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What is found there.
    #[serde(default)]
    pub title: Option<Text>,
    /// The address, `https://…`.
    pub url: String,
}

/// A model named by somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelUsed {
    /// Who makes it.
    #[serde(default)]
    pub provider: Option<String>,
    /// Its name.
    pub name: String,
    /// Its version.
    #[serde(default)]
    pub version: Option<String>,
}

/// A supplier and its part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplier {
    /// Name of the company or body.
    pub name: String,
    /// Public identifier (SIREN…), if known.
    #[serde(default)]
    pub identifier: Option<String>,
    /// What it does.
    #[serde(default)]
    pub role: Option<Text>,
}

/// Data handled by a use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataUse {
    /// The most delicate kind among them.
    pub kind: DataKind,
    /// Which data, in words.
    #[serde(default)]
    pub categories: Vec<Text>,
    /// How long they are kept.
    #[serde(default)]
    pub retention: Option<Text>,
}

/// A file or a source that feeds the tool.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputData {
    /// Its name.
    pub name: Text,
    /// How it was collected.
    #[serde(default)]
    pub collection: Option<Text>,
    /// Where it can be found.
    #[serde(default)]
    pub url: Option<String>,
}

/// A ground in law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// The text.
    pub title: Text,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
}

/// An assessment that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactAssessment {
    /// Which one (DPIA, FRIA, …).
    pub title: Text,
    /// When.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// What it says, in short.
    #[serde(default)]
    pub summary: Option<Text>,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
}

/// Presumed class under the AI Act, with the reason. Not legal advice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskTier {
    /// The class.
    pub tier: Tier,
    /// Why.
    #[serde(default)]
    pub note: Option<Text>,
}

/// How often a use happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// In words.
    pub level: FrequencyLevel,
    /// Occasions a month, declared.
    #[serde(default)]
    pub uses_per_month: Option<Quantity>,
}

/// What a use does to the work of those who do it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkEffects {
    /// In one word.
    pub effect: WorkEffect,
    /// Minutes for one case, negative = saved, *checking time included*.
    #[serde(default)]
    pub minutes: Option<Quantity>,
    /// On the quality of the result.
    #[serde(default)]
    pub quality: Option<Text>,
    /// What it does less well.
    #[serde(default)]
    pub limit: Option<Text>,
    /// Persons concerned.
    #[serde(default)]
    pub persons: Option<Quantity>,
    /// Occupations concerned.
    #[serde(default)]
    pub occupations: Vec<Text>,
    /// The same, one occupation at a time, declared or measured.
    #[serde(default)]
    pub by_occupation: Vec<OccupationEffect>,
}

/// What a footprint estimate would start from. No result: results carry their method.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootprintAssumptions {
    /// Rough size of the model.
    pub model_class: ModelClass,
    /// The model, when it is known by its name in the registry of the method.
    #[serde(default)]
    pub model: Option<RegistryModel>,
    /// Requests a month.
    #[serde(default)]
    pub requests_per_month: Option<Quantity>,
    /// Words produced by one request.
    #[serde(default)]
    pub words_per_request: Option<Quantity>,
}

/// A model by its names in the registry of the footprint method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryModel {
    /// Provider, such as `mistralai`.
    pub provider: String,
    /// Model, such as `mistral-large-2512`.
    pub name: String,
}

/// What a use costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// A year's cost.
    pub yearly: Money,
    /// What is counted in it.
    #[serde(default)]
    pub covers: Option<Text>,
}

/// A trial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What was measured and what came out.
    #[serde(default)]
    pub result: Option<Text>,
}

/// What was learnt, with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The lesson.
    pub text: Text,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Option<Text>,
}
