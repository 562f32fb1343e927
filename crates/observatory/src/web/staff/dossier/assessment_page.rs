//! The form that joins an assessment to a record, with what its file says beside it.

use super::super::form::{Faults, Form};
use super::super::written;
use super::Dossier;
use super::assessment_form::{self, RiskNames, risks_of};
use crate::pipeline::assessments;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::{Function, Rating, Remark};
use observe::assessment::{Pia, PiaOpinion};
use publish::Wording;

#[derive(Template)]
#[template(path = "staff/assessment.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    version: u32,
    address: String,
    name: String,
    /// What the file says beside the fields.
    read: Option<ReadFile>,
    /// What may name a person.
    people: Option<String>,
    risks: Vec<RiskFields>,
    languages: Vec<(&'static str, String)>,
    levels: Vec<String>,
    /// The rule that the person may say is settled.
    duty: Option<String>,
}

/// What was read in a file.
struct ReadFile {
    file: String,
    state: String,
    counts: String,
    opinions: Vec<(String, String)>,
    remarks: Vec<(String, String)>,
}

/// The fields of a risk, and whether the record tells it already.
struct RiskFields {
    names: RiskNames,
    known: bool,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

impl Dossier {
    /// The form, filled in from a file.
    pub(super) fn show_read(&self, file: &str, pia: &Pia) -> Response {
        let w = self.w();
        let assessed = assessments::brought(pia, w.language.tag(), &w);
        // The opinion of a function goes no further than that function chose.
        let is_theirs = matches!(self.own_duty(), Ok(Some(_)));
        let opinion = pia.dpo.as_ref().filter(|_| is_theirs);
        let opinion = opinion.and_then(|opinion| opinion.text.as_deref());
        let form = assessment_form::filled(&assessed, opinion.unwrap_or_default(), w.language);
        let read = ReadFile {
            file: file.to_owned(),
            state: match pia.state {
                Some(state) => w.get(&format!("assessment-state-{}", state.code())),
                None => w.get("assessment-state-unknown"),
            },
            counts: w.format(
                "assessment-counts",
                &[
                    ("answers", pia.answers.len().into()),
                    ("measures", pia.measures.len().into()),
                    ("evaluations", pia.evaluations.len().into()),
                ],
            ),
            opinions: opinions(pia, &w),
            remarks: pia.remarks.iter().map(|remark| told(remark, &w)).collect(),
        };
        self.form_page(
            true,
            self.render_assessment(form, Faults::default(), Some(read)),
        )
    }

    /// The form as it was typed, with what is wrong with it.
    pub(super) fn show_assessment(&self, form: Form, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_assessment(form, faults, None))
    }

    fn render_assessment(
        &self,
        form: Form,
        faults: Faults,
        read: Option<ReadFile>,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let reference = &visit.site.library.reference;
        let duty = self.own_duty()?;
        let risks: Vec<_> = (0..risks_of(&form)).map(RiskNames::at).collect();
        let mut texts = vec![form.one("titre"), form.one("resume")];
        for names in &risks {
            texts.extend([form.one(&names.told), form.one(&names.measure)]);
        }
        let people = written::names(&texts, &w);
        let known = |names: &RiskNames| {
            let told = form.one(&names.told).trim();
            let mut risks = self.case.record.risks.iter();
            risks.any(|risk| risk.description.iter().any(|(_, words)| words == told))
        };
        let layout = self.inside.layout(&self.page_name("/analyses"), "");
        let page = Page {
            faults,
            version: self.case.version,
            address: self.address("/analyses"),
            name: w.text(&self.case.record.name),
            people,
            read,
            risks: risks
                .into_iter()
                .map(|names| RiskFields {
                    known: known(&names),
                    names,
                })
                .collect(),
            languages: ["fr", "en"]
                .map(|tag| (tag, w.get(&format!("language-{tag}"))))
                .into(),
            levels: (1..=Rating::HIGHEST)
                .map(|level| level.to_string())
                .collect(),
            duty: duty.map(|duty| rule_title(reference, duty, &w)),
            layout: layout.titled(w.get("assessment-title")),
            form,
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}

/// A remark and its advice.
pub(super) fn told(remark: &Remark, w: &Wording) -> (String, String) {
    (
        w.words.remark(w.language, remark),
        w.words.hint(w.language, remark),
    )
}

/// What a rule is called.
pub(super) fn rule_title(reference: &reference::Reference, rule: &str, w: &Wording) -> String {
    let mut rules = reference.law.rules.iter();
    let found = rules.find(|known| known.id == rule);
    found.map_or_else(|| rule.to_owned(), |rule| w.text(&rule.title))
}

/// The opinions that the file holds: whose, and what they say.
fn opinions(pia: &Pia, w: &Wording) -> Vec<(String, String)> {
    let said = |opinion: &PiaOpinion| {
        let sense = w.get(match opinion.is_favourable {
            Some(true) => "assessment-favourable",
            Some(false) => "assessment-unfavourable",
            None => "assessment-sense-unknown",
        });
        match &opinion.text {
            Some(text) => format!("{sense} – {text}"),
            None => sense,
        }
    };
    let of = [
        (
            w.label(Function::VOCABULARY, Function::Dpo.code()),
            &pia.dpo,
        ),
        (w.get("assessment-people"), &pia.people),
    ];
    of.into_iter()
        .filter_map(|(who, opinion)| Some((who, said(opinion.as_ref()?))))
        .collect()
}
