use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::opinion_form::Speaker;
use super::{Changed, Workbench, act};
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
    let action = Action::GiveToolOpinion;
    act(inside, &path, &body, action, "#avis", Workbench::heard).await
}

impl Workbench {
    /// The tool with the opinion of a form, or what the form lacks.
    fn heard(&self, form: &Form, faults: &mut Faults) -> Option<Changed> {
        let speaker = Speaker {
            functions: self.speaks_for(),
            today: self.today(),
            version: self.file.version,
            chooses_level: false,
        };
        let opinion = speaker.read(form, faults, &self.w())?;
        let function = opinion.function.code();
        Some((self.tool().clone().with_opinion(opinion), function))
    }
}
