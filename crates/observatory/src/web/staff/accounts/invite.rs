//! Inviting somebody.

use super::super::form::{Faults, Form};
use super::super::roles::told;
use super::role::{self, RoleChoice};
use super::{Keeper, linked};
use crate::clock;
use crate::pipeline::accounts::{self, Invitation};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Language;

#[derive(Template)]
#[template(path = "staff/accounts/invite.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    choice: RoleChoice,
    languages: Vec<(&'static str, String)>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// The form.
pub(super) async fn page(keeper: Keeper) -> Response {
    show(&keeper, role::blank(&keeper), Faults::default())
}

fn show(keeper: &Keeper, form: Form, faults: Faults) -> Response {
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = render(keeper, form, faults);
    let page = page.map(|page| page.with_status(status));
    keeper.inside.answer(page)
}

fn render(keeper: &Keeper, form: Form, faults: Faults) -> Result<Rendered, PageError> {
    let visit = &keeper.inside.visit;
    let w = visit.site.wording(visit.place.language);
    let page = Page {
        faults,
        form,
        choice: RoleChoice::of(keeper),
        languages: languages(&visit.site),
        layout: keeper
            .inside
            .layout("comptes", "")
            .titled(w.get("accounts-invite-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Tag and name of each language, in itself.
pub(in super::super) fn languages(site: &crate::web::site::Site) -> Vec<(&'static str, String)> {
    let all = Language::ALL.into_iter();
    all.map(|language| (language.tag(), site.wording(language).get("language-name")))
        .collect()
}

/// Somebody is invited.
pub(super) async fn send(keeper: Keeper, body: String) -> Response {
    let form = match keeper.inside.form(&body) {
        Ok(form) => form,
        Err(error) => return keeper.fail(error),
    };
    match invite(&keeper, form).await {
        Ok(response) => response,
        Err(error) => keeper.fail(error),
    }
}

async fn invite(keeper: &Keeper, form: Form) -> Result<Response> {
    let visit = &keeper.inside.visit;
    let language = Language::from_tag(form.one("langue")).unwrap_or(visit.place.language);
    let invitation = Invitation {
        email: form.one("courriel").to_owned(),
        name: form.one("nom").to_owned(),
        language,
        roles: role::wishes(keeper, &form),
    };
    let instance = &visit.app.instance;
    let invited = accounts::invite(instance, keeper.hand(), &invitation, clock::now()).await?;
    let invited = match invited {
        Ok(invited) => invited,
        Err(refusals) => {
            let faults = told(visit, &refusals);
            return Ok(show(keeper, form, faults));
        }
    };
    Ok(match invited.link {
        Some(link) => linked::show(keeper, &invited.account, &link),
        None => redirect(&format!("{}?fait=connu", keeper.address(&invited.account))),
    })
}
