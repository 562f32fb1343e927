//! The assessments of a record, its risks, and the ways to join and to take out.

use super::super::form::{Faults, Form};
use super::Dossier;
use super::assessment_page::rule_title;
use super::assessments::FILE_BYTES_MAX;
use crate::pipeline::assessments;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::{assessment_day, said};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::law::Signatory;
use domain::people::Action;
use domain::{DutyDone, ImpactAssessment, Language, Risk, Text};
use publish::Wording;

#[derive(Template)]
#[template(path = "staff/assessments.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    address: String,
    back: String,
    name: String,
    done: Option<String>,
    /// Whether the last change can be undone from here.
    may_undo: bool,
    assessments: Vec<Line>,
    risks: Vec<Line>,
    duties: Vec<Line>,
    /// The rule of the duties.
    rule: (String, String),
    languages: Vec<(&'static str, String)>,
    largest: String,
}

/// An assessment, a risk, or a duty that is settled.
struct Line {
    told: String,
    url: Option<String>,
    details: Vec<String>,
    /// How it is taken out, by whoever may.
    out: Option<Out>,
}

/// A way to take something out: the word that the form sends, what a screen reader says of it, and
/// what stays.
struct Out {
    word: String,
    label: String,
    why: String,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

impl Dossier {
    /// The page, with what is wrong with what was sent.
    pub(super) fn show_assessments(&self, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_assessments(faults))
    }

    fn render_assessments(&self, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let record = &self.case.record;
        let reference = &visit.site.library.reference;
        let rule = assessments::duty(reference)?;
        let duties = record.duties_done.iter().filter(|done| done.duty == rule);
        let duties: Vec<_> = duties.map(|done| self.duty(done, &w)).collect();
        let is_settled = !duties.is_empty();
        let assessed = record.impact_assessments.iter().enumerate();
        let risks = record.risks.iter().enumerate();
        let query = Form::read(visit.uri.query().unwrap_or_default());
        let done = ["jointe", "retrait", "annulee"];
        let done = done.into_iter().find(|done| query.has("fait", done));
        let layout = self.inside.layout(&self.page_name("/analyses"), "");
        let page = Page {
            faults,
            version: self.case.version,
            address: self.address("/analyses"),
            back: self.address(""),
            name: w.text(&record.name),
            done: done.map(|done| w.get(&format!("assessments-done-{done}"))),
            may_undo: self.undone()?.is_some(),
            assessments: assessed
                .map(|(place, made)| self.assessment(place, made, is_settled, &w))
                .collect(),
            risks: risks
                .map(|(place, risk)| self.risk(place, risk, &w))
                .collect(),
            duties,
            rule: (
                rule_title(reference, rule, &w),
                visit.place.page(&format!("droit/{rule}")),
            ),
            languages: languages(&w),
            largest: w.format(
                "assessment-file-hint",
                &[("size", (FILE_BYTES_MAX / 1_000_000).into())],
            ),
            layout: layout.titled(w.get("assessments-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn assessment(
        &self,
        place: usize,
        made: &ImpactAssessment,
        is_settled: bool,
        w: &Wording,
    ) -> Line {
        let mut details = vec![assessment_day(made, w)];
        details.extend(made.summary.as_ref().map(|words| said(words, w)));
        let why = match is_settled {
            true => "assessment-take-out-settled",
            false => "assessment-take-out-one",
        };
        Line {
            told: said(&made.title, w),
            url: made.url.clone(),
            details,
            out: Some(out(format!("analyse-{place}"), &made.title, why, w)),
        }
    }

    fn risk(&self, place: usize, risk: &Risk, w: &Wording) -> Line {
        let mut details = vec![assessments::judged(risk, w)];
        details.extend(risk.measure.as_ref().map(|words| said(words, w)));
        let may = self.may(Action::EditRecord);
        let way = || {
            let word = format!("risque-{place}");
            out(word, &risk.description, "assessment-take-out-risk", w)
        };
        Line {
            told: said(&risk.description, w),
            url: None,
            details,
            out: may.then(way),
        }
    }

    fn duty(&self, done: &DutyDone, w: &Wording) -> Line {
        let who = w.label(Signatory::VOCABULARY, done.by.code());
        let blanks = [
            ("who", who.clone().into()),
            ("date", w.date(done.on).into()),
        ];
        let until = done.until.map(|day| {
            let blanks = [("date", w.date(day).into())];
            w.format("assessment-duty-until", &blanks)
        });
        let is_theirs = done.by == Signatory::Dpo && matches!(self.own_duty(), Ok(Some(_)));
        let name = Text::one(w.language.tag(), w.get("assessment-duty"));
        let way = || out("devoir".to_owned(), &name, "assessment-take-out-duty", w);
        Line {
            told: w.format("assessment-duty-done", &blanks),
            url: None,
            details: until.into_iter().collect(),
            out: is_theirs.then(way),
        }
    }
}

/// The languages that an assessment may be written in, by their names.
pub(super) fn languages(w: &Wording) -> Vec<(&'static str, String)> {
    let named = |language: Language| {
        let tag = language.tag();
        (tag, w.get(&format!("language-{tag}")))
    };
    Language::ALL.into_iter().map(named).collect()
}

fn out(word: String, name: &Text, why: &str, w: &Wording) -> Out {
    let blanks = [("name", w.text(name).into())];
    Out {
        word,
        label: w.format("assessment-take-out-label", &blanks),
        why: w.get(why),
    }
}
