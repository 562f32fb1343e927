//! Tools: what is asked for, what functions think of it, what is decided, and what changes since.

mod change;
mod decided;
mod decision;
mod describe;
mod exchange;
mod list;
mod opinion;
mod page;
mod request;
mod review;
mod waiting;
mod withdrawal;

pub(super) use waiting::lists as waiting;

use super::form::{Faults, Form};
use super::member::Inside;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::tools::{self, ToolFile};
use crate::web::error::PageError;
use crate::web::server::App;
use crate::web::visit::redirect;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use chrono::NaiveDate;
use domain::people::{Action, Role, permits_tool};
use domain::{Decision, Function, Outcome, ToolSheet};
use publish::Wording;
use std::collections::HashMap;
use std::sync::Arc;

/// The addresses of tools.
pub(super) fn routes() -> Router<Arc<App>> {
    let at = |below: &str| format!("/{{lang}}/{{scope}}/outils{below}");
    Router::new()
        .route(&at(""), get(list::page))
        .route(&at("/demander"), get(request::page).post(request::send))
        .route(&at("/importer"), get(exchange::page).post(exchange::send))
        .route(&at("/exporter/{file}"), get(exchange::file))
        .route(&at("/{key}"), get(page::page))
        .route(
            &at("/{key}/modifier"),
            get(describe::page).post(describe::send),
        )
        .route(
            &at("/{key}/avis-demandes"),
            get(review::page).post(review::send),
        )
        .route(&at("/{key}/avis"), post(opinion::send))
        .route(&at("/{key}/decision"), post(decision::send))
        .route(&at("/{key}/retrait"), post(withdrawal::send))
        .route(&at("/{key}/changement"), post(change::send))
}

/// A tool as a form makes it, and the code of the function that answers for the change.
type Changed = (ToolSheet, &'static str);

/// Opens the tool of a form for something that the person must be permitted to do, writes it as
/// the form makes it, and leads to a part of its page. What is wrong comes back with what was
/// typed.
async fn act(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
    action: Action,
    part: &str,
    read: fn(&Workbench, &Form, &mut Faults) -> Option<Changed>,
) -> Response {
    let form = match inside.form(body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let bench = match Workbench::open_for(inside, path, action).await {
        Ok(bench) => bench,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    let mut faults = Faults::default();
    let Some((changed, who)) = read(&bench, &form, &mut faults) else {
        return bench.show(form, faults);
    };
    match bench.write(&changed, who, part).await {
        Ok(Some(response)) => response,
        Ok(None) => {
            bench.outdated(&mut faults);
            bench.show(form, faults)
        }
        Err(error) => bench.inside.answer(Err(PageError::Internal(error))),
    }
}

/// A tool opened by somebody who is signed in.
pub(super) struct Workbench {
    inside: Inside,
    file: ToolFile,
    is_own: bool,
}

impl Workbench {
    /// Opens the tool of an address. One of another authority does not exist here.
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        let key = path.get("key").map_or("", String::as_str);
        match read(&inside, key).await {
            Ok(Some((file, is_own))) => Ok(Self {
                inside,
                file,
                is_own,
            }),
            Ok(None) => Err((inside, PageError::NotFound)),
            Err(error) => Err((inside, PageError::Internal(error))),
        }
    }

    /// Opens the tool of an address for something that the person must be permitted to do.
    async fn open_for(
        inside: Inside,
        path: &HashMap<String, String>,
        action: Action,
    ) -> Result<Self, (Inside, PageError)> {
        let bench = Self::open(inside, path).await?;
        match bench.may(action) {
            true => Ok(bench),
            false => Err((bench.inside, PageError::Forbidden)),
        }
    }

    fn may(&self, action: Action) -> bool {
        may(&self.inside, action, &self.file.tool, self.is_own)
    }

    fn tool(&self) -> &ToolSheet {
        &self.file.tool
    }

    fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    fn today(&self) -> NaiveDate {
        self.inside.visit.site.snapshot.built_on
    }

    /// Decisions in force that let records use this tool.
    fn resting(&self) -> usize {
        let records = self.file.records.iter().map(|record| &record.document);
        let rests = records.filter(|record| {
            let decision = record.decision.as_ref();
            let lets = |decision: &&Decision| {
                let is_open = matches!(decision.outcome, Outcome::Allowed | Outcome::Conditional);
                is_open && decision.voided.is_none()
            };
            decision.filter(lets).is_some()
        });
        rests.count()
    }

    /// Asks for a word of confirmation before decisions fall.
    fn check_falls(&self, form: &Form, faults: &mut Faults) {
        if self.resting() > 0 && !form.has("sur", "1") {
            faults.add("sur", self.w().get("tool-falls-sure"));
        }
    }

    /// The functions that the person speaks for about this tool.
    fn speaks_for(&self) -> Vec<Function> {
        match self.may(Action::GiveToolOpinion) {
            true => {
                let scope = &self.inside.visit.place.scope;
                self.inside.account.functions_in(scope)
            }
            false => Vec::new(),
        }
    }

    /// The address of the page of the tool, or of a page below it.
    fn address(&self, below: &str) -> String {
        let page = format!("outils/{}{below}", self.tool().key);
        self.inside.visit.place.page(&page)
    }

    /// Writes the tool as it was changed, with what falls with it, and leads to a part of its page.
    /// `None` when somebody else wrote in the meantime.
    async fn write(
        &self,
        changed: &ToolSheet,
        who: &str,
        part: &str,
    ) -> anyhow::Result<Option<Response>> {
        let app = &self.inside.visit.app;
        let change = change(who);
        let saved = self
            .file
            .save(&app.instance, changed, self.today(), &change)
            .await?;
        match saved {
            Saved::Done => {
                app.refresh().await?;
                Ok(Some(redirect(&self.address(part))))
            }
            Saved::Outdated => Ok(None),
        }
    }

    /// Tells that the tool has changed since the form was shown, if it has.
    fn check_version(&self, sent: &str, faults: &mut Faults) {
        if sent != self.file.version.to_string() {
            self.outdated(faults);
        }
    }

    fn outdated(&self, faults: &mut Faults) {
        faults.add("contenu", self.w().get("dossier-outdated"));
    }
}

async fn read(inside: &Inside, key: &str) -> anyhow::Result<Option<(ToolFile, bool)>> {
    let instance = &inside.visit.app.instance;
    let scope = &inside.visit.place.scope;
    let Some(file) = tools::open(instance, scope, key).await? else {
        return Ok(None);
    };
    let own = instance.store.declared_by(inside.account.id).await?;
    let is_own = own.contains(&file.tool.id);
    Ok(Some((file, is_own)))
}

/// Whether the person may do something with a tool.
fn may(inside: &Inside, action: Action, tool: &ToolSheet, is_own: bool) -> bool {
    let authorities = &inside.visit.site.snapshot.authorities;
    let authorities: Vec<&str> = authorities.iter().map(|a| a.slug.as_str()).collect();
    permits_tool(&inside.account.grants, action, tool, &authorities, is_own)
}

/// The function of somebody who takes a tool out: who decides, if they decide, else who leads.
fn who_withdraws(inside: &Inside) -> Function {
    let scope = &inside.visit.place.scope;
    match inside.account.is(Role::DecisionMaker, scope) {
        true => Function::DecisionMaker,
        false => Function::Lead,
    }
}
