//! Erasing an account, after the address was typed again.

use super::super::form::{Faults, Form};
use super::super::roles::told;
use super::Keeper;
use crate::identity::sign_in::normal;
use crate::pipeline::accounts;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Account;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/accounts/erase.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    address: String,
    name: String,
    email: String,
    note: String,
    typed: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

type Parts = Path<HashMap<String, String>>;

/// What goes, what stays, and the address to type.
pub(super) async fn page(keeper: Keeper, Path(path): Parts) -> Response {
    match keeper.account(&path).await {
        Ok(account) if keeper.hand().is(account.id) => {
            redirect(&keeper.inside.visit.place.page("compte/effacer"))
        }
        Ok(account) => show(&keeper, &account, String::new(), Faults::default()),
        Err(error) => keeper.fail(error),
    }
}

fn show(keeper: &Keeper, account: &Account, typed: String, faults: Faults) -> Response {
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = render(keeper, account, typed, faults);
    let page = page.map(|page| page.with_status(status));
    keeper.inside.answer(page)
}

fn render(
    keeper: &Keeper,
    account: &Account,
    typed: String,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let visit = &keeper.inside.visit;
    let w = visit.site.wording(visit.place.language);
    let title = w.format(
        "accounts-erase-title",
        &[("name", account.name.as_str().into())],
    );
    let id = account.id.to_string();
    let page = Page {
        faults,
        address: keeper.address(account),
        name: account.name.clone(),
        email: account.email.clone(),
        note: w.format("accounts-erase-note", &[("id", id.into())]),
        typed,
        layout: keeper.inside.layout("comptes", "").titled(title),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// The address was typed.
pub(super) async fn send(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (form, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    match erase(&keeper, &account, &form).await {
        Ok(response) => response,
        Err(error) => keeper.fail(error),
    }
}

async fn erase(keeper: &Keeper, account: &Account, form: &Form) -> Result<Response> {
    let visit = &keeper.inside.visit;
    let typed = form.one("courriel").to_owned();
    if normal(&typed) != account.email {
        let w = visit.site.wording(visit.place.language);
        let mut faults = Faults::default();
        let blanks = [("email", account.email.as_str().into())];
        faults.add("courriel", w.format("own-erase-differs", &blanks));
        return Ok(show(keeper, account, typed, faults));
    }
    let erased = accounts::erase(&visit.app.instance, keeper.hand(), account.id).await?;
    Ok(match erased {
        Ok(_) => redirect(&format!("{}?fait=efface", visit.place.page("comptes"))),
        Err(refusal) => show(keeper, account, typed, told(visit, &[refusal])),
    })
}
