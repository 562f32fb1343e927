//! The form that joins an assessment to a record, with what its file says beside it.

use super::super::form::{Faults, Form};
use super::super::written;
use super::Dossier;
use super::assessment_form::{self, RiskNames, risks_of};
use super::assessment_list::languages;
use crate::pipeline::assessments;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::{Function, Language, Remark, Risk, RiskFamily, Text};
use observe::assessment::{Pia, PiaOpinion};
use publish::Wording;
use reference::risks::Level;

#[derive(Template)]
#[template(path = "staff/assessment.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    version: u32,
    address: String,
    name: String,
    /// What the file says beside the fields, a paragraph each.
    said: Vec<String>,
    /// What may name a person.
    people: Option<String>,
    /// The title of an assessment of the record that this one replaces.
    replaces: Option<String>,
    risks: Vec<RiskFields>,
    languages: Vec<(&'static str, String)>,
    /// The levels of severity, then of likelihood.
    levels: [Vec<(String, String)>; 2],
    /// The rule that the person may say is settled.
    duty: Option<String>,
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
    /// The form, filled in from a file that is written in a language.
    pub(super) fn show_read(&self, file: &str, pia: &Pia, written_in: Language) -> Response {
        let named = Wording {
            language: written_in,
            ..self.w()
        };
        let assessed = assessments::brought(pia, &named).completed_by(&self.case.record);
        let mut form = assessment_form::filled(&assessed, written_in);
        form.set("lu", said(file, pia, &self.w()).join("\n"));
        let page = self.render_assessment(form, Faults::default());
        self.form_page(true, page)
    }

    /// The form as it was typed, with what is wrong with it.
    pub(super) fn show_assessment(&self, form: Form, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_assessment(form, faults))
    }

    fn render_assessment(&self, form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let reference = &visit.site.library.reference;
        let duty = self.own_duty()?;
        let risks = (0..risks_of(&form)).map(RiskNames::at);
        let risks = risks.map(|names| RiskFields {
            known: self.tells(&form, &names),
            names,
        });
        let risks: Vec<_> = risks.collect();
        let mut texts = vec![form.one("titre"), form.one("resume")];
        for risk in &risks {
            texts.extend([form.one(&risk.names.told), form.one(&risk.names.measure)]);
        }
        let people = written::names(&texts, &w);
        let scales = reference.risks.scales.as_ref();
        let severity = scales.map_or(&[][..], |scales| &scales.severity);
        let likelihood = scales.map_or(&[][..], |scales| &scales.likelihood);
        let layout = self.inside.layout(&self.page_name("/analyses"), "");
        let page = Page {
            faults,
            version: self.case.version,
            address: self.address("/analyses"),
            name: w.text(&self.case.record.name),
            said: form.one("lu").lines().map(str::to_owned).collect(),
            people,
            replaces: self.replaced(&form, &w),
            risks,
            languages: languages(&w),
            levels: [severity, likelihood].map(|levels| options(levels, &w)),
            duty: duty.map(|duty| rule_title(reference, duty, &w)),
            layout: layout.titled(w.get("assessment-title")),
            form,
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// Whether the record tells a risk of the form already.
    fn tells(&self, form: &Form, names: &RiskNames) -> bool {
        let risk = Risk {
            family: RiskFamily::Privacy,
            description: typed(form, &names.told),
            catalogue: None,
            likelihood: None,
            severity: None,
            measure: None,
            measures: Vec::new(),
            residual: None,
        };
        self.case.record.risk_told(&risk).is_some()
    }

    /// The assessment of the record that has the title of the form.
    fn replaced(&self, form: &Form, w: &Wording) -> Option<String> {
        let record = &self.case.record;
        let place = record.assessment_titled(&typed(form, "titre"))?;
        let title = w.text(&record.impact_assessments[place].title);
        Some(w.format("assessment-replaces", &[("title", title.into())]))
    }
}

/// A text of the form in the language picked.
fn typed(form: &Form, name: &str) -> Text {
    Text::one(form.one("langue"), form.one(name).trim())
}

/// The levels of a scale: what is sent, and what is read.
fn options(levels: &[Level], w: &Wording) -> Vec<(String, String)> {
    let option = |level: &Level| {
        let words = format!("{} – {}", level.level, w.text(&level.title));
        (level.level.to_string(), words)
    };
    levels.iter().map(option).collect()
}

/// What a file says beside the fields of the form.
fn said(file: &str, pia: &Pia, w: &Wording) -> Vec<String> {
    let mut said = vec![file.to_owned(), assessments::state(pia, w)];
    if let Some(day) = pia.changed_on {
        let blanks = [("date", w.date(day).into())];
        said.push(w.format("assessment-changed-on", &blanks));
    }
    let blanks = [
        ("answers", pia.answers.len().into()),
        ("measures", pia.measures.len().into()),
        ("evaluations", pia.evaluations.len().into()),
    ];
    said.push(w.format("assessment-counts", &blanks));
    said.extend(pia.remarks.iter().map(|remark| told(remark, w)));
    let opinions = opinions(pia, w);
    if !opinions.is_empty() {
        said.push(w.get("assessment-opinions-stay"));
        said.extend(opinions);
    }
    said
}

/// A remark and its advice.
pub(super) fn told(remark: &Remark, w: &Wording) -> String {
    let problem = w.words.remark(w.language, remark);
    format!("{problem} {}", w.words.hint(w.language, remark))
}

/// What a rule is called.
pub(super) fn rule_title(reference: &reference::Reference, rule: &str, w: &Wording) -> String {
    let mut rules = reference.law.rules.iter();
    let found = rules.find(|known| known.id == rule);
    found.map_or_else(|| rule.to_owned(), |rule| w.text(&rule.title))
}

/// The opinions that the file holds: whose, and what they say.
fn opinions(pia: &Pia, w: &Wording) -> Vec<String> {
    let said = |who: String, opinion: &PiaOpinion| {
        let sense = w.get(match opinion.is_favourable {
            Some(true) => "assessment-favourable",
            Some(false) => "assessment-unfavourable",
            None => "assessment-sense-unknown",
        });
        let text = opinion.text.as_deref().unwrap_or_default();
        let blanks = [
            ("who", who.into()),
            ("sense", sense.into()),
            ("text", text.replace('\n', " ").into()),
        ];
        w.format("assessment-opinion", &blanks)
    };
    let dpo = w.label(Function::VOCABULARY, Function::Dpo.code());
    let of = [(dpo, &pia.dpo), (w.get("assessment-people"), &pia.people)];
    of.into_iter()
        .filter_map(|(who, opinion)| Some(said(who, opinion.as_ref()?)))
        .collect()
}
