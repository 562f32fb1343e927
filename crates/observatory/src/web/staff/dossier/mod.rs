//! The file of a record: what is known, what others think, what is still awaited, and what the
//! person who looks may do about it.

mod assessment_form;
mod assessment_list;
mod assessment_page;
mod assessments;
mod decision;
mod edit;
mod law;
mod opinion;
mod page;
mod publication;
mod request;
mod todos;

pub(super) use assessments::{routes as assessment_routes, upload_routes};
pub(super) use decision::{against, send as decide};
pub(super) use edit::{page as edit, send as change};
pub(super) use law::{answer, questions, reading};
pub(super) use opinion::send as give_opinion;
pub(super) use page::page;
pub(super) use publication::{page as publication, preview, send as publish};
pub(super) use request::{page as request, send as ask};
pub(super) use todos::{assign as assign_todo, complete as complete_todo, page as todos};

use super::form::{Faults, Form};
use super::member::Inside;
use super::written::{self, day};
use crate::pipeline::casework::{self, CaseFile};
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use domain::Text;
use domain::people::{Action, Target, permits};
use publish::Wording;
use std::collections::HashMap;

/// A record opened by somebody who may read it.
pub(super) struct Dossier {
    pub(super) inside: Inside,
    pub(super) case: CaseFile,
    is_own: bool,
}

impl Dossier {
    /// Opens the record of an address. One that the person may not read does not exist for them.
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        let reference = path.get("reference").map_or("", String::as_str);
        match read(&inside, reference).await {
            Ok(Some((case, is_own))) => Ok(Self {
                inside,
                case,
                is_own,
            }),
            Ok(None) => Err((inside, PageError::NotFound)),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    fn may(&self, action: Action) -> bool {
        let target = Target::record(&self.case.record, self.is_own);
        permits(&self.inside.account.grants, action, &target)
    }

    /// The address of the file, or of a page below it.
    fn address(&self, below: &str) -> String {
        self.inside.visit.place.page(&self.page_name(below))
    }

    /// The same without language and authority.
    fn page_name(&self, below: &str) -> String {
        let reference = self.case.record.reference.to_lowercase();
        format!("dossier/{reference}{below}")
    }

    /// The words of the page.
    fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    fn today(&self) -> NaiveDate {
        self.inside.visit.site.snapshot.built_on
    }

    /// A text in the language of the page; `None` when nothing was typed.
    fn text(&self, typed: &str) -> Option<Text> {
        written::text(typed, &self.w())
    }

    /// One text a line.
    fn lines(&self, typed: &str) -> Vec<Text> {
        written::lines(typed, &self.w())
    }

    /// A page with a form, whose status tells whether something in it is at fault.
    fn form_page(&self, is_right: bool, page: Result<Rendered, PageError>) -> Response {
        let status = match is_right {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    /// The answer of an action; what failed in it is ours to mend.
    fn or_fail(&self, answer: anyhow::Result<Response>) -> Response {
        answer.unwrap_or_else(|error| self.inside.answer(Err(PageError::Internal(error))))
    }

    /// Tells that the record has changed since the form was shown.
    fn outdated(&self, faults: &mut Faults) {
        faults.add("contenu", self.w().get("dossier-outdated"));
    }
}

/// Opens the record of an address for somebody who may do the action; else, the answer that says
/// why not.
async fn opened(
    inside: Inside,
    path: &HashMap<String, String>,
    action: Action,
) -> Result<Dossier, Response> {
    match Dossier::open(inside, path).await {
        Ok(dossier) if dossier.may(action) => Ok(dossier),
        Ok(dossier) => Err(dossier.inside.answer(Err(PageError::Forbidden))),
        Err((inside, error)) => Err(inside.answer(Err(error))),
    }
}

/// Reads a form of the session, then opens the record of its address for somebody who may do the
/// action.
async fn sent(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
    action: Action,
) -> Result<(Dossier, Form), Response> {
    match inside.form(body) {
        Ok(form) => Ok((opened(inside, path, action).await?, form)),
        Err(error) => Err(inside.answer(Err(error))),
    }
}

async fn read(inside: &Inside, reference: &str) -> anyhow::Result<Option<(CaseFile, bool)>> {
    let instance = &inside.visit.app.instance;
    let scope = &inside.visit.place.scope;
    let Some(case) = casework::open(instance, scope, reference).await? else {
        return Ok(None);
    };
    let own = instance.store.declared_by(inside.account.id).await?;
    let is_own = own.contains(&case.record.id);
    let may_read = inside.may_with(Action::ReadRecord, &case.record, is_own);
    Ok(may_read.then_some((case, is_own)))
}
