//! Asking functions for their opinion, by the same form on a record and on a tool.

use super::form::{Faults, Form};
use super::written::day;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::NaiveDate;
use domain::{Function, ReviewRequest};
use publish::Wording;
use std::collections::BTreeMap;

/// Why each function is concerned, and whether that is known.
pub(super) type Reasons = BTreeMap<Function, (String, bool)>;

#[derive(Template)]
#[template(path = "staff/request.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    version: u32,
    action: String,
    back: String,
    name: String,
    asked: Vec<Asked>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A function that may be asked.
struct Asked {
    code: &'static str,
    label: String,
    why: String,
    /// It is concerned for sure: it cannot be left out.
    is_certain: bool,
    is_ticked: bool,
}

/// What the form is about.
pub(super) struct Subject {
    /// Its version.
    pub(super) version: u32,
    /// Where the form is sent.
    pub(super) action: String,
    /// Where it leads back to.
    pub(super) back: String,
    /// Its name.
    pub(super) name: String,
}

/// A blank form, or the one that says what is asked already.
pub(super) fn as_it_is(review: Option<&ReviewRequest>) -> Form {
    let mut form = Form::default();
    let Some(review) = review else {
        return form;
    };
    for function in &review.required {
        form.set("fonction", function.code());
    }
    if let Some(day) = review.due_on {
        form.set("delai", day.format("%d/%m/%Y").to_string());
    }
    form
}

/// The request that a form says, or its faults. One that changes another keeps the day it was asked.
pub(super) fn read(
    form: &Form,
    reasons: &Reasons,
    version: u32,
    (today, former): (NaiveDate, Option<&ReviewRequest>),
    w: &Wording,
) -> Result<ReviewRequest, Faults> {
    let mut faults = Faults::default();
    let certain = reasons.iter().filter(|(_, (_, known))| *known);
    let mut required: Vec<_> = certain.map(|(function, _)| *function).collect();
    for code in form.all("fonction") {
        let function = Function::from_code(code).filter(|f| !required.contains(f));
        required.extend(function);
    }
    required.retain(|function| may_be_asked(*function));
    if required.is_empty() {
        faults.add("fonction", w.get("request-nobody"));
    }
    let due_on = form.filled("delai").and_then(day);
    let is_ahead = due_on.is_some_and(|day| day >= today);
    if form.filled("delai").is_some() && !is_ahead {
        faults.add("delai", w.get("request-bad-day"));
    }
    if form.one("version") != version.to_string() {
        faults.add("contenu", w.get("dossier-outdated"));
    }
    match faults.is_empty() {
        true => Ok(ReviewRequest {
            asked_on: former.map_or(today, |former| former.asked_on),
            due_on,
            required,
        }),
        false => Err(faults),
    }
}

/// The form, with what was typed and what is wrong with it.
pub(super) fn render(
    site: &Site,
    layout: Layout<'_>,
    subject: Subject,
    reasons: &Reasons,
    form: Form,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let language = layout.place.language;
    let w = site.wording(language);
    let functions = Function::ALL.iter().copied().filter(|f| may_be_asked(*f));
    let mut asked: Vec<_> = functions
        .map(|function| line(function, reasons, &form, &w))
        .collect();
    asked.sort_by_key(|asked| !asked.is_certain);
    let page = Page {
        asked,
        faults,
        form,
        version: subject.version,
        action: subject.action,
        back: subject.back,
        name: subject.name,
        layout: layout.titled(w.get("request-title")),
    };
    Ok(finish(site, language, page.render()?))
}

fn line(function: Function, reasons: &Reasons, form: &Form, w: &Wording) -> Asked {
    let reason = reasons.get(&function);
    Asked {
        code: function.code(),
        label: w.label(Function::VOCABULARY, function.code()),
        why: reason.map_or_else(String::new, |(why, known)| match known {
            true => why.clone(),
            false => w.format("request-not-known", &[("why", Wording::within(why).into())]),
        }),
        is_certain: reason.is_some_and(|(_, known)| *known),
        is_ticked: form.has("fonction", function.code()),
    }
}

/// Those who prepare and those who decide give no opinion.
fn may_be_asked(function: Function) -> bool {
    !matches!(function, Function::Lead | Function::DecisionMaker)
}
