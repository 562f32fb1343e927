//! Asking functions for their opinion.

use super::super::asking::{self, Reasons, Subject};
use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Dossier, opened, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::Function;
use domain::people::Action;
use std::collections::HashMap;

/// The form.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::OpenReview).await {
        Ok(dossier) => {
            let form = asking::as_it_is(dossier.case.record.review.as_ref());
            dossier.show_request(form, Faults::default())
        }
        Err(refused) => refused,
    }
}

/// The functions asked.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(inside, &path, &body, Action::OpenReview).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.ask(form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    async fn ask(&self, form: Form) -> anyhow::Result<Response> {
        let w = self.w();
        let (version, today) = (self.case.version, self.today());
        let former = self.case.record.review.as_ref();
        let request = match asking::read(&form, &self.reasons(), version, (today, former), &w) {
            Ok(request) => request,
            Err(faults) => return Ok(self.show_request(form, faults)),
        };
        let changed = self.case.record.clone().asking(request);
        let app = &self.inside.visit.app;
        let change = change(Function::Lead.code());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("?fait=demandes")))
            }
            Saved::Outdated => {
                let mut faults = Faults::default();
                self.outdated(&mut faults);
                Ok(self.show_request(form, faults))
            }
        }
    }

    /// Why each function is concerned, and whether that is known.
    fn reasons(&self) -> Reasons {
        let visit = &self.inside.visit;
        let w = self.w();
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
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_request(form, faults))
    }

    fn render_request(&self, form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let subject = Subject {
            version: self.case.version,
            action: self.address("/avis-demandes"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
        };
        let layout = self.inside.layout("espace", "");
        asking::render(&visit.site, layout, subject, &self.reasons(), form, faults)
    }
}
