//! What a record and its tool sheet say under one field.

use super::Known;
use super::wording::{day, joined, label, plain, range};
use domain::{
    AutomationLevel, DataKind, FrequencyLevel, Hosting, Lifecycle, Link, SignificantAnswer, Text,
    TrainingReuse,
};
use reference::StarterField;

/// Everything said under a field; nothing when it is not filled in.
pub(super) fn said(field: StarterField, known: &Known) -> Vec<Text> {
    let texts = if field.code().starts_with("tool.") {
        said_by_the_sheet(field, known)
    } else {
        said_by_the_record(field, known)
    };
    texts.into_iter().filter(|text| !text.is_empty()).collect()
}

fn said_by_the_record(field: StarterField, known: &Known) -> Vec<Text> {
    let u = known.use_case;
    let of = |vocabulary, code| Some(label(known.reference, vocabulary, code));
    let one = match field {
        StarterField::Name => Some(u.name.clone()),
        StarterField::Summary => u.summary.clone(),
        StarterField::Authority => known
            .authority
            .map(|authority| authority.name.clone())
            .or_else(|| Some(plain(&u.authority))),
        StarterField::Department => known
            .department
            .map(|department| department.name.clone())
            .or_else(|| u.department.as_deref().map(plain)),
        StarterField::AccountableRole => u.accountable_role.clone(),
        StarterField::Contact => u.contact.clone(),
        StarterField::Lifecycle => of(Lifecycle::VOCABULARY, u.lifecycle.code()),
        StarterField::StartedOn => u.started_on.map(day),
        StarterField::EndedOn => u.ended_on.map(day),
        StarterField::Need => u.need.clone(),
        StarterField::ExpectedBenefits => u.expected_benefits.clone(),
        StarterField::AlternativeWithoutAi => u.alternative_without_ai.clone(),
        StarterField::Proportionality => u.proportionality.clone(),
        StarterField::AffectedGroups => u.affected_groups.clone(),
        StarterField::ChangeForPublic => u.change_for_public.clone(),
        StarterField::DecisionProcess => u.decision_process.clone(),
        StarterField::AutomationLevel => u
            .automation_level
            .and_then(|level| of(AutomationLevel::VOCABULARY, level.code())),
        StarterField::HumanOversight => u.human_oversight.clone(),
        StarterField::Appeal => u.appeal.clone(),
        StarterField::NoticeToPublic => u.notice_to_public.clone(),
        StarterField::StaffTraining => u.staff_training.clone(),
        StarterField::Outputs => u.outputs.clone(),
        StarterField::PersonalData => u
            .personal_data
            .filter(|answer| *answer != SignificantAnswer::Unknown)
            .and_then(|answer| of(SignificantAnswer::VOCABULARY, answer.code())),
        StarterField::ProcessingRecord => u.processing_record.as_ref().map(link),
        StarterField::PerformanceMonitoring => u.performance_monitoring.clone(),
        StarterField::ExitPlan => u.exit_plan.clone(),
        StarterField::DataLocation => u.data_location.clone(),
        _ => return lists_of_the_record(field, known),
    };
    one.into_iter().collect()
}

fn lists_of_the_record(field: StarterField, known: &Known) -> Vec<Text> {
    let u = known.use_case;
    let data = u.data.as_ref();
    match field {
        StarterField::Models => {
            let words = |model: &domain::ModelUsed| {
                let provider = model.provider.as_deref().map(plain).unwrap_or_default();
                let version = model.version.as_deref().map(plain).unwrap_or_default();
                joined(&[provider, plain(&model.name), version], " ")
            };
            u.models.iter().map(words).collect()
        }
        StarterField::Suppliers => {
            let words = |supplier: &domain::Supplier| {
                let role = supplier.role.clone().unwrap_or_default();
                joined(&[plain(&supplier.name), role], ", ")
            };
            u.suppliers.iter().map(words).collect()
        }
        StarterField::DataKind => data
            .map(|data| label(known.reference, DataKind::VOCABULARY, data.kind.code()))
            .into_iter()
            .collect(),
        StarterField::DataCategories => data.map_or_else(Vec::new, |data| data.categories.clone()),
        StarterField::DataRetention => data
            .and_then(|data| data.retention.clone())
            .into_iter()
            .collect(),
        StarterField::InputData => {
            let words = |input: &domain::InputData| {
                let collection = input.collection.clone().unwrap_or_default();
                joined(&[input.name.clone(), collection], ", ")
            };
            u.input_data.iter().map(words).collect()
        }
        StarterField::LegalBasis => {
            let grounds = u.legal_basis.iter();
            grounds.map(|basis| basis.title.clone()).collect()
        }
        StarterField::ImpactAssessments => {
            let words = |made: &domain::ImpactAssessment| {
                let on = made.done_on.map(day).unwrap_or_default();
                let summary = made.summary.clone().unwrap_or_default();
                joined(&[made.title.clone(), on, summary], ", ")
            };
            u.impact_assessments.iter().map(words).collect()
        }
        StarterField::Frequency => frequency(known),
        StarterField::Experiment => experiment(known),
        _ => Vec::new(),
    }
}

fn frequency(known: &Known) -> Vec<Text> {
    let Some(frequency) = &known.use_case.frequency else {
        return Vec::new();
    };
    let level = frequency.level.code();
    let level = label(known.reference, FrequencyLevel::VOCABULARY, level);
    let uses = frequency.uses_per_month.as_ref();
    let uses = uses.map(|uses| range(known.reference, uses, "uses_per_month"));
    std::iter::once(level).chain(uses).collect()
}

fn experiment(known: &Known) -> Vec<Text> {
    let Some(trial) = &known.use_case.experiment else {
        return Vec::new();
    };
    let [from, until] = [trial.from, trial.until].map(|on| on.map(day).unwrap_or_default());
    let result = trial.result.clone().unwrap_or_default();
    vec![joined(&[from, until], " – "), result]
}

fn said_by_the_sheet(field: StarterField, known: &Known) -> Vec<Text> {
    let Some(tool) = known.tool else {
        return Vec::new();
    };
    let of = |vocabulary, code| Some(label(known.reference, vocabulary, code));
    let one = match field {
        StarterField::ToolName => Some(tool.name.clone()),
        StarterField::ToolSupplier => tool.supplier.clone(),
        StarterField::ToolModel => tool.model.clone(),
        StarterField::ToolHosting if tool.hosting == Hosting::Unknown => None,
        StarterField::ToolHosting => of(Hosting::VOCABULARY, tool.hosting.code()),
        StarterField::ToolHostingPlace => tool.hosting_place.clone(),
        StarterField::ToolJurisdictions => Some(plain(&tool.jurisdictions.join(", "))),
        StarterField::ToolDataAllowed => {
            let kinds = tool.data_allowed.iter();
            let kinds = kinds.map(|kind| label(known.reference, DataKind::VOCABULARY, kind.code()));
            Some(joined(&kinds.collect::<Vec<_>>(), ", "))
        }
        StarterField::ToolTrainingReuse if tool.training_reuse == TrainingReuse::Unknown => None,
        StarterField::ToolTrainingReuse => {
            of(TrainingReuse::VOCABULARY, tool.training_reuse.code())
        }
        StarterField::ToolTerms => tool.terms.as_ref().map(link),
        StarterField::ToolVersion => tool.version.as_deref().map(plain),
        _ => None,
    };
    one.into_iter().collect()
}

fn link(link: &Link) -> Text {
    let title = link.title.clone().unwrap_or_default();
    joined(&[title, plain(&link.url)], ", ")
}
