use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::Speaker;
use super::{Dossier, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
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
    match sent(inside, &path, &body, Action::GiveOpinion).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.receive(form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    async fn receive(&self, form: Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let w = self.w();
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
        let change = change(function);
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
