use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::Speaker;
use super::Workbench;
use crate::web::error::PageError;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use std::collections::HashMap;

/// The opinion of a function on a tool.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match Workbench::open_for(inside, &path, Action::GiveToolOpinion).await {
        Ok(bench) => match bench.receive(form).await {
            Ok(response) => response,
            Err(error) => bench.inside.answer(Err(PageError::Internal(error))),
        },
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Workbench {
    async fn receive(&self, form: Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let speaker = Speaker {
            functions: self.speaks_for(),
            today: self.today(),
            version: self.file.version,
            chooses_level: false,
        };
        let Some(opinion) = speaker.read(&form, &mut faults, &self.w()) else {
            return Ok(self.show(form, faults));
        };
        let function = opinion.function.code();
        let changed = self.tool().clone().with_opinion(opinion);
        match self.write(&changed, function, "#avis").await? {
            Some(response) => Ok(response),
            None => {
                self.outdated(&mut faults);
                Ok(self.show(form, faults))
            }
        }
    }
}
