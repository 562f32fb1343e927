//! The fields of the form that joins an assessment to a record: filled in, then read.

use super::super::form::{Faults, Form};
use super::super::written::{self, day};
use crate::pipeline::assessments::{self, TITLE_MAX};
use crate::web::pages::parts::is_web;
use chrono::NaiveDate;
use domain::law::Signatory;
use domain::{
    Assessed, DutyDone, ImpactAssessment, Language, Link, Rating, Risk, RiskFamily, Text,
};
use publish::Wording;

/// Longest text other than the title, in characters.
const TEXT_MAX: usize = 4_000;
/// Risks that one form holds: an assessment judges three feared events.
const RISKS_MAX: usize = 3;

/// The names of the fields of one risk, in the order of the page.
pub(super) struct RiskNames {
    pub(super) kept: String,
    pub(super) told: String,
    /// Severity, then likelihood, before any measure.
    pub(super) before: [String; 2],
    pub(super) measure: String,
    /// The same with the measures.
    pub(super) after: [String; 2],
}

impl RiskNames {
    pub(super) fn at(place: usize) -> Self {
        let name = |field: &str| format!("risque{place}-{field}");
        Self {
            kept: name("joindre"),
            told: name("texte"),
            before: [name("gravite"), name("vraisemblance")],
            measure: name("mesures"),
            after: [name("gravite-apres"), name("vraisemblance-apres")],
        }
    }
}

/// How many risks a form holds.
pub(super) fn risks_of(form: &Form) -> usize {
    let told = form.one("risques").parse().unwrap_or(0);
    RISKS_MAX.min(told)
}

/// What an assessment says, as if it had been typed in a language.
pub(super) fn filled(assessed: &Assessed, language: Language) -> Form {
    let words = |text: &Text| text.get(language.tag()).unwrap_or_default().to_owned();
    let level = |level: Option<u8>| level.map_or_else(String::new, |level| level.to_string());
    let assessment = &assessed.assessment;
    let day = assessment.done_on.map(written::typed);
    let mut form = Form::default();
    form.set("titre", words(&assessment.title));
    form.set("jour", day.unwrap_or_default());
    let summary = assessment.summary.as_ref().map(words);
    form.set("resume", summary.unwrap_or_default());
    form.set("lien", assessment.url.clone().unwrap_or_default());
    form.set("langue", language.tag());
    form.set("risques", assessed.risks.len().to_string());
    for (place, risk) in assessed.risks.iter().enumerate() {
        let names = RiskNames::at(place);
        form.set(&names.kept, "1");
        form.set(&names.told, words(&risk.description));
        let measure = risk.measure.as_ref().map(words);
        form.set(&names.measure, measure.unwrap_or_default());
        let after = risk.residual;
        let after = [after.map(Rating::severity), after.map(Rating::likelihood)];
        let fields = names.before.iter().chain(&names.after);
        let levels = [risk.severity, risk.likelihood].into_iter().chain(after);
        for (name, value) in fields.zip(levels) {
            form.set(name, level(value));
        }
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
        let assessed = Assessed {
            assessment: ImpactAssessment {
                title: title?,
                done_on,
                summary,
                url,
            },
            risks,
            duty,
        };
        if !assessments::names(&assessed).is_empty() && !self.form.has("noms", "1") {
            faults.add("noms", self.w.get("assessment-names-not-seen"));
        }
        faults.is_empty().then_some(assessed)
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
        if !is_web(typed) {
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
        let [severity, likelihood] = names.before.each_ref().map(|name| self.level(name));
        let residual = self.residual(&names, faults);
        let before = likelihood.zip(severity);
        let before = before.and_then(|(likelihood, severity)| Rating::new(likelihood, severity));
        let has_risen = before
            .zip(residual)
            .is_some_and(|(before, after)| !after.is_within(before));
        if has_risen {
            faults.add(&names.after[0], self.w.get("assessment-risen"));
        }
        Some(Risk {
            family: RiskFamily::Privacy,
            catalogue: None,
            description: description?,
            severity,
            likelihood,
            measure,
            measures: Vec::new(),
            residual,
        })
    }

    fn residual(&self, names: &RiskNames, faults: &mut Faults) -> Option<Rating> {
        let [severity, likelihood] = names.after.each_ref().map(|name| self.level(name));
        if severity.is_some() != likelihood.is_some() {
            faults.add(&names.after[0], self.w.get("assessment-half-judged"));
        }
        Rating::new(likelihood?, severity?)
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
                title: Some(Text::one(self.tag(), self.form.one("titre").trim())),
                url: url.to_owned(),
            }),
        })
    }
}
