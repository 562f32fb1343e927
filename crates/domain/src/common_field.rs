use serde::{Deserialize, Serialize};

/// The fields that registers share, as this product names them: the targets of a mapping.
///
/// Crosswalk of the Dutch standard 1.0, Eurocities 0.3.1, ATRS, US 2024, PSTW and the French
/// inventory guide, plus the fields a spreadsheet of one's own may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommonField {
    /// What it is called.
    Name,
    /// Plain summary.
    Summary,
    /// Who uses it.
    Organisation,
    /// Part of the organisation.
    Department,
    /// Function that answers for it.
    AccountableRole,
    /// How to reach somebody.
    Contact,
    /// Field of public policy.
    PolicyArea,
    /// Where it applies.
    GeographicScope,
    /// Country of the organisation.
    Country,
    /// State, in the words of the source.
    LifecycleStatus,
    /// First day or year.
    StartDate,
    /// Last day or year.
    EndDate,
    /// What it is for.
    Purpose,
    /// What is hoped for.
    ExpectedBenefits,
    /// Other ways looked at.
    AlternativesConsidered,
    /// Why the means fit the need.
    Proportionality,
    /// Where it enters a decision.
    DecisionProcess,
    /// How far it goes alone.
    AutomationLevel,
    /// Who is affected.
    AffectedGroups,
    /// Decisions or uses in a period.
    Volume,
    /// Who checks.
    HumanOversight,
    /// Training given.
    StaffTraining,
    /// How to contest.
    Appeal,
    /// How the public is told.
    NoticeToPublic,
    /// Technique.
    Technique,
    /// How it works.
    ModelDescription,
    /// What comes out.
    Outputs,
    /// Suppliers.
    Suppliers,
    /// Models.
    Models,
    /// Data used.
    InputData,
    /// Personal data or not.
    PersonalData,
    /// Entry in the register of processing.
    ProcessingRecordUrl,
    /// Grounds in law.
    LegalBasis,
    /// Assessments made.
    ImpactAssessments,
    /// Class of risk, in the words of the source.
    RiskTier,
    /// Risks.
    Risks,
    /// How quality is followed.
    PerformanceMonitoring,
    /// What it costs.
    Cost,
    /// Who pays.
    Funding,
    /// Published code.
    SourceCodeUrl,
    /// Page of the record.
    Url,
    /// Key words.
    Tags,
    /// Day of registration.
    RegisteredOn,
    /// Day of the last change.
    ModifiedOn,
    /// What has to get done.
    Need,
    /// The source's own reference.
    Reference,
    /// Task, by its code.
    Task,
    /// Key of the tool sheet.
    Tool,
    /// Kind of data, by its code.
    DataKind,
    /// How the use is known, by its code.
    Evidence,
    /// Generative or not, by its code.
    Generative,
    /// Publication level, by its code.
    PublicationLevel,
    /// Ground for withholding, by its code.
    PublicationGround,
    /// Frequency, by its code.
    Frequency,
    /// The way without AI.
    AlternativeWithoutAi,
    /// Why it ended.
    StopReason,
}

impl CommonField {
    /// Every field with the key a mapping file writes.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Name, "name"),
        (Self::Summary, "summary"),
        (Self::Organisation, "organisation"),
        (Self::Department, "department"),
        (Self::AccountableRole, "accountable_role"),
        (Self::Contact, "contact"),
        (Self::PolicyArea, "policy_area"),
        (Self::GeographicScope, "geographic_scope"),
        (Self::Country, "country"),
        (Self::LifecycleStatus, "lifecycle_status"),
        (Self::StartDate, "start_date"),
        (Self::EndDate, "end_date"),
        (Self::Purpose, "purpose"),
        (Self::ExpectedBenefits, "expected_benefits"),
        (Self::AlternativesConsidered, "alternatives_considered"),
        (Self::Proportionality, "proportionality"),
        (Self::DecisionProcess, "decision_process"),
        (Self::AutomationLevel, "automation_level"),
        (Self::AffectedGroups, "affected_groups"),
        (Self::Volume, "volume"),
        (Self::HumanOversight, "human_oversight"),
        (Self::StaffTraining, "staff_training"),
        (Self::Appeal, "appeal"),
        (Self::NoticeToPublic, "notice_to_public"),
        (Self::Technique, "technique"),
        (Self::ModelDescription, "model_description"),
        (Self::Outputs, "outputs"),
        (Self::Suppliers, "suppliers"),
        (Self::Models, "models"),
        (Self::InputData, "input_data"),
        (Self::PersonalData, "personal_data"),
        (Self::ProcessingRecordUrl, "processing_record_url"),
        (Self::LegalBasis, "legal_basis"),
        (Self::ImpactAssessments, "impact_assessments"),
        (Self::RiskTier, "risk_tier"),
        (Self::Risks, "risks"),
        (Self::PerformanceMonitoring, "performance_monitoring"),
        (Self::Cost, "cost"),
        (Self::Funding, "funding"),
        (Self::SourceCodeUrl, "source_code_url"),
        (Self::Url, "url"),
        (Self::Tags, "tags"),
        (Self::RegisteredOn, "registered_on"),
        (Self::ModifiedOn, "modified_on"),
        (Self::Need, "need"),
        (Self::Reference, "reference"),
        (Self::Task, "task"),
        (Self::Tool, "tool"),
        (Self::DataKind, "data_kind"),
        (Self::Evidence, "evidence"),
        (Self::Generative, "generative"),
        (Self::PublicationLevel, "publication_level"),
        (Self::PublicationGround, "publication_ground"),
        (Self::Frequency, "frequency"),
        (Self::AlternativeWithoutAi, "alternative_without_ai"),
        (Self::StopReason, "stop_reason"),
    ];

    /// Whether it holds a date: a year, a month or a day.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::StartDate | Self::EndDate | Self::RegisteredOn | Self::ModifiedOn
        )
    }

    /// Whether it holds an address of the web, shown as a link.
    pub fn is_address(self) -> bool {
        matches!(
            self,
            Self::Url | Self::SourceCodeUrl | Self::ProcessingRecordUrl
        )
    }

    /// The key a mapping file writes.
    pub fn code(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, code)| code)
    }

    /// The field of a key.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, key)| *key == code)
            .map(|(field, _)| *field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_documents() {
        for (field, code) in CommonField::ALL {
            let written = serde_json::to_value(field).expect("a unit variant");
            assert_eq!(written, *code);
            assert_eq!(CommonField::from_code(code), Some(*field));
        }
    }
}
