//! Erasing one's own account.

use super::super::form::{Faults, Form};
use super::super::member::{Inside, with_cookie};
use super::super::proven::{FIELD, Unproven, credentials, proven};
use super::super::roles::told;
use crate::identity::sign_in::normal;
use crate::pipeline::accounts;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use store::Credentials;

#[derive(Template)]
#[template(path = "staff/own/erase.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    has_password: bool,
    has_second_factor: bool,
    typed: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// What goes, what stays, and what to type.
pub(super) async fn page(inside: Inside) -> Response {
    let page = match credentials(&inside).await {
        Ok(known) => render(&inside, &known, "", Faults::default()),
        Err(error) => Err(error.into()),
    };
    inside.answer(page)
}

fn render(
    inside: &Inside,
    known: &Credentials,
    typed: &str,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let page = Page {
        faults,
        has_password: known.password_hash.is_some(),
        has_second_factor: known.totp_secret.is_some(),
        typed: typed.to_owned(),
        layout: inside.layout("compte", "").titled(w.get("own-erase-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// The person confirms.
pub(super) async fn send(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match erase(&inside, &form).await {
        Ok(response) => response,
        Err(error) => inside.answer(Err(error.into())),
    }
}

async fn erase(inside: &Inside, form: &Form) -> Result<Response> {
    let known = credentials(inside).await?;
    let visit = &inside.visit;
    let typed = form.one("courriel");
    let show = |faults, status| {
        let page = render(inside, &known, typed, faults);
        Ok(inside.answer(page.map(|page| page.with_status(status))))
    };
    if normal(typed) != inside.account.email {
        let w = visit.site.wording(visit.place.language);
        let mut faults = Faults::default();
        let blanks = [("email", inside.account.email.as_str().into())];
        faults.add("courriel", w.format("own-erase-differs", &blanks));
        return show(faults, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if let Some(Unproven { faults, status }) = proven(inside, &known, form, FIELD).await? {
        return show(faults, status);
    }
    match accounts::erase_own(&visit.app.instance, inside.account.id).await? {
        Ok(_) => {
            let to = visit.place.page("connexion");
            let gone = redirect(&format!("{to}?efface=1"));
            Ok(with_cookie(&visit.app, gone, ""))
        }
        Err(refusal) => show(told(visit, &[refusal]), StatusCode::UNPROCESSABLE_ENTITY),
    }
}
