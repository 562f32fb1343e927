//! Asking functions for their opinion.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Dossier, day};
use crate::clock;
use crate::pipeline::casework::{Saved, by};
use crate::web::error::PageError;
use crate::web::handlers::redirect;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, ReviewRequest};
use std::collections::{BTreeMap, HashMap};

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

/// The form.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match open(inside, &path).await {
        Ok(dossier) => dossier.show_request(Form::default(), Faults::default()),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

async fn open(
    inside: Inside,
    path: &HashMap<String, String>,
) -> Result<Dossier, (Inside, PageError)> {
    let dossier = Dossier::open(inside, path).await?;
    match dossier.may(Action::OpenReview) {
        true => Ok(dossier),
        false => Err((dossier.inside, PageError::Forbidden)),
    }
}

/// The functions asked.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match open(inside, &path).await {
        Ok(dossier) => match dossier.ask(form).await {
            Ok(response) => response,
            Err(error) => dossier.inside.answer(Err(PageError::Internal(error))),
        },
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Dossier {
    async fn ask(&self, form: Form) -> anyhow::Result<Response> {
        let w = self
            .inside
            .visit
            .site
            .wording(self.inside.visit.place.language);
        let mut faults = Faults::default();
        let certain = self.reasons().into_iter().filter(|(_, (_, known))| *known);
        let mut required: Vec<_> = certain.map(|(function, _)| function).collect();
        for code in form.all("fonction") {
            let function = Function::from_code(code).filter(|f| !required.contains(f));
            required.extend(function);
        }
        required.retain(|function| may_be_asked(*function));
        if required.is_empty() {
            faults.add("fonction", w.get("request-nobody"));
        }
        let due_on = form.filled("delai").and_then(day);
        let is_ahead = due_on.is_some_and(|day| day >= self.today());
        if form.filled("delai").is_some() && !is_ahead {
            faults.add("delai", w.get("request-bad-day"));
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        }
        if !faults.is_empty() {
            return Ok(self.show_request(form, faults));
        }
        let request = ReviewRequest {
            asked_on: self.today(),
            due_on,
            required,
        };
        let changed = self.case.record.clone().asking(request);
        let app = &self.inside.visit.app;
        let change = by(Function::Lead.code(), clock::now());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show_request(form, faults))
            }
        }
    }

    /// Why each function is concerned, and whether that is known.
    fn reasons(&self) -> BTreeMap<Function, (String, bool)> {
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let reference = &visit.site.library.reference;
        let law = self.case.law(reference, self.today());
        let needed = self.case.needed(reference, &law, self.today());
        needed
            .iter()
            .rev()
            .map(|needed| (needed.function, (w.text(needed.why), needed.is_certain)))
            .collect()
    }

    fn show_request(&self, form: Form, faults: Faults) -> Response {
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = self.render_request(form, faults);
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn render_request(&self, form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let reasons = self.reasons();
        let asked = |function: Function| {
            let reason = reasons.get(&function);
            let is_certain = reason.is_some_and(|(_, known)| *known);
            Asked {
                code: function.code(),
                label: w.label(Function::VOCABULARY, function.code()),
                why: reason.map_or_else(String::new, |(why, known)| match known {
                    true => why.clone(),
                    false => w.format("request-not-known", &[("why", why.clone().into())]),
                }),
                is_certain,
                is_ticked: form.has("fonction", function.code()),
            }
        };
        let functions = Function::ALL.iter().copied().filter(|f| may_be_asked(*f));
        let mut asked: Vec<_> = functions.map(asked).collect();
        asked.sort_by_key(|asked| !asked.is_certain);
        let layout = self.inside.layout("espace", "");
        let page = Page {
            asked,
            faults,
            form,
            version: self.case.version,
            action: self.address("/avis-demandes"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
            layout: layout.titled(w.get("request-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}

/// Those who prepare and those who decide give no opinion.
fn may_be_asked(function: Function) -> bool {
    !matches!(function, Function::Lead | Function::DecisionMaker)
}
