use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::Speaker;
use super::Dossier;
use crate::clock;
use crate::pipeline::casework::{Saved, by};
use crate::web::error::PageError;
use crate::web::visit::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use std::collections::HashMap;

/// The opinion of a function.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let dossier = match Dossier::open(inside, &path).await {
        Ok(dossier) => dossier,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    if !dossier.may(Action::GiveOpinion) {
        return dossier.inside.answer(Err(PageError::Forbidden));
    }
    match dossier.receive(form).await {
        Ok(response) => response,
        Err(error) => dossier.inside.answer(Err(PageError::Internal(error))),
    }
}

impl Dossier {
    async fn receive(&self, form: Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let visit = &self.inside.visit;
        let w = visit.site.wording(visit.place.language);
        let authority = &self.case.record.authority;
        let speaker = Speaker {
            functions: self.inside.account.functions_in(authority),
            today: self.today(),
            version: self.case.version,
            chooses_level: true,
        };
        let Some(opinion) = speaker.read(&form, &mut faults, &w) else {
            return Ok(self.show(form, faults));
        };
        let function = opinion.function.code();
        let changed = self.case.record.clone().with_opinion(opinion);
        let app = &self.inside.visit.app;
        let change = by(function, clock::now());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("?fait=avis")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show(form, faults))
            }
        }
    }
}
