//! Choosing a password from a link: an invitation, or a new one.

use super::forgotten;
use super::form::{Faults, Form};
use super::member::private;
use crate::clock;
use crate::identity::password::{self, Chooser};
use crate::identity::sign_in;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::{Visit, is_same_origin, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Account;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/password.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    /// Address of the account; `None` when the link no longer works.
    email: Option<String>,
    action: String,
    /// Whether another link can be asked for by e-mail.
    can_ask: bool,
}

/// The form to choose a password.
pub(super) async fn page(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let secret = path.get("secret").map_or("", String::as_str);
    match sign_in::invited(&visit.app.instance.store, secret, clock::now()).await {
        Ok(account) => show(&visit, secret, account.as_ref(), Faults::default()),
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

fn show(visit: &Visit, secret: &str, account: Option<&Account>, faults: Faults) -> Response {
    match render(visit, secret, account, faults) {
        Ok(page) => private(&page, &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

fn render(
    visit: &Visit,
    secret: &str,
    account: Option<&Account>,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let w = visit.site.wording(visit.place.language);
    let layout = Layout::new(&visit.site, &visit.place, "connexion", "");
    let status = match (account, faults.is_empty()) {
        (None, _) => StatusCode::GONE,
        (Some(_), false) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), true) => StatusCode::OK,
    };
    let page = Page {
        faults,
        email: account.map(|account| account.email.clone()),
        can_ask: forgotten::is_open(visit),
        action: visit.place.page(&format!("invitation/{secret}")),
        layout: layout.titled(w.get("password-title")),
    };
    let page = finish(&visit.site, visit.place.language, page.render()?);
    Ok(page.with_status(status))
}

/// A password was chosen.
pub(super) async fn send(
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    let secret = path.get("secret").map_or("", String::as_str);
    match choose(&visit, secret, &Form::read(&body)).await {
        Ok(response) => response,
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

async fn choose(visit: &Visit, secret: &str, form: &Form) -> anyhow::Result<Response> {
    let store = &visit.app.instance.store;
    let now = clock::now();
    let Some(account) = sign_in::invited(store, secret, now).await? else {
        return Ok(show(visit, secret, None, Faults::default()));
    };
    let faults = faults(visit, form, &account).await?;
    if !faults.is_empty() {
        return Ok(show(visit, secret, Some(&account), faults));
    }
    let chosen = form.one("motdepasse");
    Ok(
        match sign_in::choose_password(store, secret, chosen, now).await? {
            Some(_) => {
                let to = visit.place.page("connexion");
                redirect(&format!("{to}?choisi=1"))
            }
            None => show(visit, secret, None, Faults::default()),
        },
    )
}

/// What is wrong with a password that was typed twice, for the account it is chosen for.
pub(super) async fn faults(
    visit: &Visit,
    form: &Form,
    account: &Account,
) -> anyhow::Result<Faults> {
    let mut faults = Faults::default();
    let (chosen, again) = (form.one("motdepasse"), form.one("encore"));
    let told = match fault_of(visit, account, chosen.to_owned()).await? {
        Some(key) => Some(("motdepasse", key)),
        None if chosen != again => Some(("encore", "password-differs")),
        None => None,
    };
    if let Some((field, key)) = told {
        let w = visit.site.wording(visit.place.language);
        faults.add(field, w.get(key));
    }
    Ok(faults)
}

/// Why a password is not accepted. It takes as much time as trying one: a few at once.
async fn fault_of(
    visit: &Visit,
    account: &Account,
    chosen: String,
) -> anyhow::Result<Option<&'static str>> {
    let app = visit.app.clone();
    let chooser = chooser(visit, account);
    let _turn = app.attempts.acquire().await?;
    let library = app.instance.library();
    let breached = app.breached.clone();
    let told = tokio::task::spawn_blocking(move || {
        let known = &library.reference.passwords;
        password::fault(&chosen, &chooser, known, breached.as_ref())
    });
    told.await?
}

/// Whose password it is, and the names that anybody here would try.
fn chooser(visit: &Visit, account: &Account) -> Chooser {
    let authorities = visit.site.snapshot.authorities.iter();
    let names = authorities.flat_map(|authority| {
        let names = authority.name.iter().map(|(_, name)| name.to_owned());
        names.chain([authority.slug.clone()])
    });
    let host = visit.app.public_url().split("://").last();
    Chooser {
        email: account.email.clone(),
        name: account.name.clone(),
        places: names.chain(host.map(str::to_owned)).collect(),
    }
}
