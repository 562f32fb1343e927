//! The form that joins an assessment to a record: filled in from a file, or by hand, then read.

use super::super::form::{Faults, Form};
use super::super::written::{self, day};
use chrono::NaiveDate;
use domain::law::Signatory;
use domain::{
    Assessed, DutyDone, ImpactAssessment, Language, Link, Rating, Risk, RiskFamily, Text,
};
use publish::Wording;

/// Longest title, in characters.
const TITLE_MAX: usize = 200;
/// Longest other text, in characters.
const TEXT_MAX: usize = 4_000;
/// Risks that one form holds: an assessment judges three feared events.
const RISKS_MAX: usize = 3;

/// The names of the fields of one risk, in the order of the page.
pub(super) struct RiskNames {
    pub(super) kept: String,
    pub(super) told: String,
    pub(super) severity: String,
    pub(super) likelihood: String,
    pub(super) measure: String,
    pub(super) severity_after: String,
    pub(super) likelihood_after: String,
}

impl RiskNames {
    pub(super) fn at(place: usize) -> Self {
        let name = |field: &str| format!("risque{place}-{field}");
        Self {
            kept: name("joindre"),
            told: name("texte"),
            severity: name("gravite"),
            likelihood: name("vraisemblance"),
            measure: name("mesures"),
            severity_after: name("gravite-apres"),
            likelihood_after: name("vraisemblance-apres"),
        }
    }
}

/// How many risks a form holds.
pub(super) fn risks_of(form: &Form) -> usize {
    let told = form.one("risques").parse().unwrap_or(0);
    RISKS_MAX.min(told)
}

/// What an assessment says, as if it had been typed.
pub(super) fn filled(assessed: &Assessed, summary: &str, language: Language) -> Form {
    let tag = language.tag();
    let words = |text: &Text| text.get(tag).unwrap_or_default().to_owned();
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let level = |level: Option<u8>| level.map_or_else(String::new, |level| level.to_string());
    let assessment = &assessed.assessment;
    let mut form = Form::default();
    form.set("titre", words(&assessment.title));
    form.set("jour", day(assessment.done_on));
    form.set("resume", summary);
    form.set("langue", tag);
    form.set("risques", assessed.risks.len().to_string());
    for (place, risk) in assessed.risks.iter().enumerate() {
        let names = RiskNames::at(place);
        form.set(&names.kept, "1");
        form.set(&names.told, words(&risk.description));
        form.set(&names.severity, level(risk.severity));
        form.set(&names.likelihood, level(risk.likelihood));
        let measure = risk.measure.as_ref().map(words);
        form.set(&names.measure, measure.unwrap_or_default());
        let after = risk.residual;
        form.set(&names.severity_after, level(after.map(Rating::severity)));
        form.set(
            &names.likelihood_after,
            level(after.map(Rating::likelihood)),
        );
    }
    form
}

/// Reads what was typed.
pub(super) struct Reader<'a> {
    pub(super) form: &'a Form,
    pub(super) w: &'a Wording<'a>,
    pub(super) today: NaiveDate,
    /// The rule that an assessment settles, for whoever may say that it does.
    pub(super) duty: Option<&'a str>,
}

impl Reader<'_> {
    /// What joins the record; `None` when something is at fault.
    pub(super) fn read(&self, faults: &mut Faults) -> Option<Assessed> {
        let title = self.text("titre", TITLE_MAX, faults);
        if title.is_none() {
            faults.add("titre", self.w.get("assessment-no-title"));
        }
        let done_on = self.done_on(faults);
        let summary = self.text("resume", TEXT_MAX, faults);
        let url = self.url(faults);
        let risks = (0..risks_of(self.form))
            .filter_map(|place| self.risk(place, faults))
            .collect();
        let duty = self.duty_done(done_on, url.as_deref(), faults);
        faults.is_empty().then_some(Assessed {
            assessment: ImpactAssessment {
                title: title?,
                done_on,
                summary,
                url,
            },
            risks,
            duty,
        })
    }

    /// The tag of the language of the texts: that of the page unless another was picked.
    fn tag(&self) -> &'static str {
        let picked = Language::from_tag(self.form.one("langue"));
        picked.unwrap_or(self.w.language).tag()
    }

    fn text(&self, name: &str, most: usize, faults: &mut Faults) -> Option<Text> {
        let typed = self.form.filled(name)?;
        let count = typed.chars().count();
        if count > most {
            let blanks = [("count", count.into()), ("most", most.into())];
            faults.add(name, self.w.format("opinion-long", &blanks));
        }
        Some(Text::one(self.tag(), typed))
    }

    fn done_on(&self, faults: &mut Faults) -> Option<NaiveDate> {
        let typed = self.form.filled("jour")?;
        let read = day(typed).filter(|day| *day <= self.today);
        if read.is_none() {
            faults.add("jour", self.w.get("tool-bad-past-day"));
        }
        read
    }

    fn url(&self, faults: &mut Faults) -> Option<String> {
        let typed = self.form.filled("lien")?;
        if !typed.starts_with("https://") && !typed.starts_with("http://") {
            faults.add("lien", self.w.get("answer-bad-link"));
        }
        Some(typed.to_owned())
    }

    fn risk(&self, place: usize, faults: &mut Faults) -> Option<Risk> {
        let names = RiskNames::at(place);
        if !self.form.has(&names.kept, "1") {
            return None;
        }
        let description = self.text(&names.told, TEXT_MAX, faults);
        if description.is_none() {
            faults.add(&names.told, self.w.get("assessment-no-risk"));
        }
        let measure = self.text(&names.measure, TEXT_MAX, faults);
        let after = [&names.likelihood_after, &names.severity_after];
        let [likelihood, severity] = after.map(|name| self.level(name));
        if likelihood.is_some() != severity.is_some() {
            faults.add(&names.severity_after, self.w.get("assessment-half-judged"));
        }
        Some(Risk {
            family: RiskFamily::Privacy,
            catalogue: None,
            description: description?,
            severity: self.level(&names.severity),
            likelihood: self.level(&names.likelihood),
            measure,
            measures: Vec::new(),
            residual: likelihood
                .zip(severity)
                .and_then(|(likelihood, severity)| Rating::new(likelihood, severity)),
        })
    }

    /// A level from 1 to 4; nothing picked is not judged.
    fn level(&self, name: &str) -> Option<u8> {
        let level = self.form.one(name).parse().ok();
        level.filter(|level| (1..=Rating::HIGHEST).contains(level))
    }

    /// The duty, when the function that answers for it says that the assessment settles it.
    fn duty_done(
        &self,
        done_on: Option<NaiveDate>,
        url: Option<&str>,
        faults: &mut Faults,
    ) -> Option<DutyDone> {
        let duty = self.duty.filter(|_| self.form.has("devoir", "1"))?;
        if done_on.is_none() {
            faults.add("jour", self.w.get("assessment-duty-no-day"));
        }
        Some(DutyDone {
            duty: duty.to_owned(),
            by: Signatory::Dpo,
            on: done_on?,
            until: None,
            evidence: url.map(|url| Link {
                title: written::text(self.form.one("titre"), self.w),
                url: url.to_owned(),
            }),
        })
    }
}
