//! Asking functions for their opinion on a tool.

use super::super::asking::{self, Reasons, Subject};
use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::Workbench;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{DataKind, Function};
use frame::{MayI, Pick, Policy, gather, reviewers, with_documents};
use std::collections::HashMap;

/// The form.
pub(super) async fn page(inside: Inside, Path(path): Path<HashMap<String, String>>) -> Response {
    match Workbench::open_for(inside, &path, Action::ReviewTool).await {
        Ok(bench) => {
            let form = asking::as_it_is(bench.tool().examination.review.as_ref());
            bench.show_review(form, Faults::default())
        }
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

/// The functions asked.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match Workbench::open_for(inside, &path, Action::ReviewTool).await {
        Ok(bench) => match bench.ask(form).await {
            Ok(response) => response,
            Err(error) => bench.inside.answer(Err(PageError::Internal(error))),
        },
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

impl Workbench {
    async fn ask(&self, form: Form) -> anyhow::Result<Response> {
        let w = self.w();
        let (version, today) = (self.file.version, self.today());
        let former = self.tool().examination.review.as_ref();
        let request = match asking::read(&form, &self.reasons(), version, (today, former), &w) {
            Ok(request) => request,
            Err(faults) => return Ok(self.show_review(form, faults)),
        };
        let changed = self.tool().clone().asking(request);
        match self.write(&changed, Function::Lead.code(), "").await? {
            Some(response) => Ok(response),
            None => {
                let mut faults = Faults::default();
                self.outdated(&mut faults);
                Ok(self.show_review(form, faults))
            }
        }
    }

    /// Why each function is concerned, read on what the sheet says and on the data that would go
    /// into the tool; and whether that is known.
    pub(super) fn reasons(&self) -> Reasons {
        let w = self.w();
        let reference = &self.inside.visit.site.library.reference;
        let law = &reference.law;
        let sheets = with_documents(law, &reference.sheets, [self.tool()], []);
        let on = self.today();
        let tool = sheets
            .tools
            .iter()
            .find(|sheet| sheet.id == self.tool().key);
        let kinds = self.kinds().into_iter();
        let kinds = kinds.filter_map(|kind| law.from_records.data_kind(kind));
        let kinds: Vec<_> = kinds.map(|rule| rule.kind.as_str()).collect();
        let question = MayI {
            tool: Some(Pick {
                id: &self.tool().key,
                sheet: tool,
            }),
            kinds: kinds
                .iter()
                .map(|id| Pick {
                    id,
                    sheet: sheets.data_kinds.iter().find(|sheet| sheet.id == **id),
                })
                .collect(),
            ..MayI::without_sheets(on)
        };
        let scope = Some(self.inside.visit.place.scope.as_str());
        let policy = Policy::of(&reference.policy, scope, on);
        let facts = gather(law, &question, &policy).facts;
        let needed = reviewers(&reference.reviewers, law, &facts, on);
        let needed = needed.iter().rev();
        needed
            .map(|needed| (needed.function, (w.text(needed.why), needed.is_certain)))
            .collect()
    }

    /// The kinds of data that the request names.
    fn kinds(&self) -> Vec<DataKind> {
        let request = self.tool().examination.request.as_ref();
        request.map_or_else(Vec::new, |request| request.data.clone())
    }

    fn show_review(&self, form: Form, faults: Faults) -> Response {
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = self.render_review(form, faults);
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }

    fn render_review(&self, form: Form, faults: Faults) -> Result<Rendered, PageError> {
        let subject = Subject {
            version: self.file.version,
            action: self.address("/avis-demandes"),
            back: self.address(""),
            name: self.w().text(&self.tool().name),
        };
        let layout = self.inside.layout("outils", "");
        let site = &self.inside.visit.site;
        asking::render(site, layout, subject, &self.reasons(), form, faults)
    }
}
