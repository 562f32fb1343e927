//! A use case of our own in the fields that registers share.

use super::outgoing::Outgoing;
use super::unsaid::unsaid;
use chrono::NaiveDate;
use domain::{CommonField, Generative, Language, Text, ToolSheet, UseCase};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a record of our own is written with: the language, and the names behind its keys.
pub struct OwnNames {
    /// Language of the file; a text that lacks it is taken in another.
    pub language: Language,
    /// Authorities by slug.
    pub authorities: BTreeMap<String, Text>,
    /// Departments by key.
    pub departments: BTreeMap<String, Text>,
    /// Tool sheets by key.
    pub tools: BTreeMap<String, ToolSheet>,
    /// The day each record last changed, where it is known.
    pub changed_on: BTreeMap<Uuid, NaiveDate>,
}

/// What stands between two items of a list.
const BETWEEN: &str = " ; ";

impl Outgoing {
    /// A record of our own. Whatever of it no common field says is listed, path by path.
    pub fn of_own(use_case: &UseCase, names: &OwnNames) -> Self {
        let mut writer = Writer {
            language: names.language,
            outgoing: Self {
                lifecycle: Some(use_case.lifecycle),
                generative: Some(use_case.generative).filter(|said| *said != Generative::Unknown),
                language: names.language.tag().to_owned(),
                ..Self::default()
            },
        };
        writer.texts(use_case);
        writer.codes(use_case);
        writer.lists(use_case);
        writer.names(use_case, names);
        let changed_on = names.changed_on.get(&use_case.id);
        let changed_on = changed_on.map(NaiveDate::to_string);
        writer.say(CommonField::ModifiedOn, &changed_on.unwrap_or_default());
        let mut outgoing = writer.outgoing;
        outgoing.unsaid = unsaid(use_case, &outgoing, names.language);
        outgoing
    }
}

struct Writer {
    language: Language,
    outgoing: Outgoing,
}

impl Writer {
    fn say(&mut self, field: CommonField, value: &str) {
        self.outgoing.say(field, value);
    }

    fn plain<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or("", |text| text.plain(self.language))
    }

    fn texts(&mut self, u: &UseCase) {
        let texts = [
            (CommonField::Name, Some(&u.name)),
            (CommonField::Summary, u.summary.as_ref()),
            (CommonField::AccountableRole, u.accountable_role.as_ref()),
            (CommonField::Contact, u.contact.as_ref()),
            (CommonField::Need, u.need.as_ref()),
            (CommonField::ExpectedBenefits, u.expected_benefits.as_ref()),
            (
                CommonField::AlternativeWithoutAi,
                u.alternative_without_ai.as_ref(),
            ),
            (CommonField::Proportionality, u.proportionality.as_ref()),
            (CommonField::PolicyArea, u.policy_area.as_ref()),
            (CommonField::AffectedGroups, u.affected_groups.as_ref()),
            (CommonField::DecisionProcess, u.decision_process.as_ref()),
            (CommonField::HumanOversight, u.human_oversight.as_ref()),
            (CommonField::Appeal, u.appeal.as_ref()),
            (CommonField::NoticeToPublic, u.notice_to_public.as_ref()),
            (CommonField::StaffTraining, u.staff_training.as_ref()),
            (CommonField::Technique, u.technique.as_ref()),
            (CommonField::Outputs, u.outputs.as_ref()),
            (
                CommonField::PerformanceMonitoring,
                u.performance_monitoring.as_ref(),
            ),
            (
                CommonField::StopReason,
                u.stop.as_ref().map(|stop| &stop.reason),
            ),
        ];
        for (field, text) in texts {
            self.say(field, self.plain(text));
        }
    }

    fn codes(&mut self, u: &UseCase) {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let codes = [
            (CommonField::Reference, Some(u.reference.clone())),
            (CommonField::StartDate, day(u.started_on)),
            (CommonField::EndDate, day(u.ended_on)),
            (CommonField::Task, u.task.map(|c| c.code().to_owned())),
            (
                CommonField::AutomationLevel,
                u.automation_level.map(|c| c.code().to_owned()),
            ),
            (
                CommonField::PersonalData,
                u.personal_data.map(|c| c.code().to_owned()),
            ),
            (
                CommonField::DataKind,
                u.data.as_ref().map(|data| data.kind.code().to_owned()),
            ),
            (
                CommonField::RiskTier,
                u.risk_tier.as_ref().map(|tier| tier.tier.code().to_owned()),
            ),
            (
                CommonField::Frequency,
                u.frequency.as_ref().map(|f| f.level.code().to_owned()),
            ),
            (CommonField::Evidence, Some(u.evidence.code().to_owned())),
            (
                CommonField::PublicationLevel,
                Some(u.publication.level.code().to_owned()),
            ),
            (
                CommonField::PublicationGround,
                u.publication.ground.map(|c| c.code().to_owned()),
            ),
            (
                CommonField::ProcessingRecordUrl,
                u.processing_record.as_ref().map(|link| link.url.clone()),
            ),
            (
                CommonField::SourceCodeUrl,
                u.source_code.as_ref().map(|link| link.url.clone()),
            ),
        ];
        for (field, code) in codes {
            self.say(field, &code.unwrap_or_default());
        }
    }

    fn lists(&mut self, u: &UseCase) {
        let with_address = |title: &str, url: Option<&str>| match url {
            Some(url) => format!("{title} ({url})"),
            None => title.to_owned(),
        };
        let legal_basis = u
            .legal_basis
            .iter()
            .map(|basis| with_address(self.plain(Some(&basis.title)), basis.url.as_deref()));
        let assessments = u.impact_assessments.iter().map(|made| {
            let title = self.plain(Some(&made.title));
            let summary = self.plain(made.summary.as_ref());
            let day = made.done_on.map(|day| day.to_string());
            let parts = [title, day.as_deref().unwrap_or_default(), summary];
            let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            with_address(&said.join(", "), made.url.as_deref())
        });
        let risks = u.risks.iter().map(|risk| {
            let description = self.plain(Some(&risk.description));
            match self.plain(risk.measure.as_ref()) {
                "" => description.to_owned(),
                measure => format!("{description} → {measure}"),
            }
        });
        let data = u.data.iter().flat_map(|data| &data.categories);
        let data = data.map(|category| self.plain(Some(category)).to_owned());
        let sources = u.input_data.iter().map(|input| {
            let name = self.plain(Some(&input.name));
            let collection = self.plain(input.collection.as_ref());
            let said = [name, collection];
            let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
            with_address(&said.join(", "), input.url.as_deref())
        });
        let lists: [(CommonField, Vec<String>); 6] = [
            (CommonField::LegalBasis, legal_basis.collect()),
            (CommonField::ImpactAssessments, assessments.collect()),
            (CommonField::Risks, risks.collect()),
            (CommonField::InputData, data.chain(sources).collect()),
            (
                CommonField::Url,
                u.links.iter().map(|link| link.url.clone()).collect(),
            ),
            (CommonField::Tags, u.tags.clone()),
        ];
        for (field, items) in lists {
            self.say(field, &items.join(BETWEEN));
        }
    }

    fn names(&mut self, u: &UseCase, names: &OwnNames) {
        self.say(
            CommonField::Organisation,
            self.plain(names.authorities.get(&u.authority)),
        );
        let department = u.department.as_ref();
        let department = department.and_then(|key| names.departments.get(key));
        self.say(CommonField::Department, self.plain(department));
        let tool = u.tool.as_ref().and_then(|key| names.tools.get(key));
        self.say(CommonField::Tool, self.plain(tool.map(|tool| &tool.name)));
        let suppliers = u.suppliers.iter().map(|supplier| {
            let role = self.plain(supplier.role.as_ref());
            let said = [
                supplier.name.as_str(),
                supplier.identifier.as_deref().unwrap_or_default(),
                role,
            ];
            let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
            said.join(", ")
        });
        let suppliers: Vec<String> = suppliers.collect();
        let models = u.models.iter().map(|model| {
            let said = [
                model.provider.as_deref(),
                Some(&model.name),
                model.version.as_deref(),
            ];
            said.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let models: Vec<String> = models.collect();
        // The record speaks before the sheet of its tool.
        let of_tool = |text: Option<&Option<Text>>| {
            let text = text.and_then(Option::as_ref);
            self.plain(text).to_owned()
        };
        let supplier = of_tool(tool.map(|tool| &tool.supplier));
        let model = of_tool(tool.map(|tool| &tool.model));
        let or = |said: Vec<String>, else_said: String| {
            if said.is_empty() {
                else_said
            } else {
                said.join(BETWEEN)
            }
        };
        self.say(CommonField::Suppliers, &or(suppliers, supplier));
        self.say(CommonField::Models, &or(models, model));
    }
}
