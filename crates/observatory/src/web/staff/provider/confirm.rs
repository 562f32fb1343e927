//! Saying, once, that an account is one's own.

use super::back::enter;
use super::kept::{Kept, Origin, forget, look, take};
use super::told;
use crate::clock;
use crate::identity::arrival::{Arrival, By, Standing};
use crate::identity::oidc::OidcError;
use crate::identity::proof::{Proof, prove};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::staff::form::{Faults, Form};
use crate::web::staff::member::private;
use crate::web::staff::sign_in::{fault, locked};
use crate::web::visit::{Visit, is_same_origin};
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Remark;
use domain::people::Account;
use store::Purpose;

#[derive(Template)]
#[template(path = "staff/provider_confirm.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    lede: String,
    asks_password: bool,
    asks_code: bool,
}

/// What a person must say.
pub(in crate::web::staff) async fn page(visit: Visit) -> Response {
    match waiting(&visit).await {
        Ok(Ok((arrival, by, _))) => show(&visit, &arrival, by, Faults::default(), StatusCode::OK),
        Ok(Err(told)) => told,
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// What a person said.
pub(in crate::web::staff) async fn send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    // As for signing in: a few at once, the others wait.
    let Ok(_turn) = visit.app.attempts.acquire().await else {
        return visit.fail(&PageError::BadRequest);
    };
    let answered = match waiting(&visit).await {
        Ok(Ok((arrival, by, account))) => {
            answer(&visit, &arrival, by, account, &Form::read(&body)).await
        }
        Ok(Err(told)) => Ok(told),
        Err(error) => Err(error),
    };
    answered.unwrap_or_else(|error| visit.fail(&PageError::Internal(error)))
}

/// Who is waiting to confirm, and how; or the page that says that nobody is.
async fn waiting(visit: &Visit) -> Result<Result<(Arrival, By, Account), Response>> {
    let app = &visit.app;
    let Some(Kept::ToConfirm(arrival, _)) = look(app, &visit.headers).await? else {
        return Ok(Err(told::error(visit, OidcError::State)));
    };
    let standing = arrival.standing(&app.instance.store, clock::now()).await?;
    let refusal = match standing {
        Standing::ToConfirm(account, by) => return Ok(Ok((arrival, by, account))),
        Standing::Closed => "provider-closed",
        Standing::Unprovable => "provider-unprovable",
        Standing::Stranger => "provider-stranger",
        Standing::Known(_) => return Ok(Err(told::error(visit, OidcError::State))),
    };
    let told = told::say(visit, StatusCode::FORBIDDEN, &Remark::new(refusal));
    Ok(Err(forget(app, told)))
}

fn show(visit: &Visit, arrival: &Arrival, by: By, faults: Faults, status: StatusCode) -> Response {
    let w = visit.site.wording(visit.place.language);
    let key = match by {
        By::Password | By::PasswordAndCode => "provider-confirm-password",
        By::Invitation => "provider-confirm-invitation",
    };
    let provider = visit.app.instance.config.oidc.as_ref();
    let provider = provider.map(|table| table.called()).unwrap_or_default();
    let blanks = [
        ("email", arrival.email.as_str().into()),
        ("name", provider.into()),
    ];
    let page = Page {
        faults,
        lede: w.format(key, &blanks),
        asks_password: by != By::Invitation,
        asks_code: by == By::PasswordAndCode,
        layout: Layout::new(&visit.site, &visit.place, "connexion", "")
            .titled(w.get("provider-confirm-title")),
    };
    match page.render() {
        Ok(html) => {
            let page = finish(&visit.site, visit.place.language, html).with_status(status);
            private(&page, &visit.headers)
        }
        Err(error) => visit.fail(&error.into()),
    }
}

async fn answer(
    visit: &Visit,
    arrival: &Arrival,
    by: By,
    account: Account,
    form: &Form,
) -> Result<Response> {
    if by == By::Invitation {
        return bind(visit, account, by).await;
    }
    let given = (form.one("motdepasse"), form.one("code"));
    let instance = &visit.app.instance;
    let (store, safe) = (&instance.store, &instance.safe);
    let proof = prove(store, safe, account.id, given, clock::now()).await?;
    let (faults, status) = match proof {
        Proof::Given => return bind(visit, account, by).await,
        Proof::Refused => {
            let key = match by {
                By::PasswordAndCode => "provider-refused-code",
                _ => "provider-refused",
            };
            (
                fault(visit, "motdepasse", key),
                StatusCode::UNPROCESSABLE_ENTITY,
            )
        }
        Proof::Sealed => (
            fault(visit, "motdepasse", "code-sealed"),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Proof::Locked(until) => (
            locked(visit, "motdepasse", until),
            StatusCode::TOO_MANY_REQUESTS,
        ),
    };
    Ok(show(visit, arrival, by, faults, status))
}

/// Forgets what was remembered, binds the account and lets its holder in. Of two answers at the
/// same time, one is taken. An invitation is used up, as if a password had been chosen from it.
async fn bind(visit: &Visit, account: Account, by: By) -> Result<Response> {
    let app = &visit.app;
    let (store, now) = (&app.instance.store, clock::now());
    let taken = take(app, &visit.headers).await?;
    let Some((arrival, origin)) = taken.and_then(to_confirm) else {
        return Ok(told::error(visit, OidcError::State));
    };
    let holds = match by {
        By::Password | By::PasswordAndCode => true,
        By::Invitation => {
            let took = store.take_token_of(account.id, Purpose::Invitation, now);
            took.await?
        }
    };
    if !holds || !arrival.link(store, account.id, now).await? {
        return Ok(forget(app, told::error(visit, OidcError::State)));
    }
    tracing::info!(account = %account.id, "identity bound");
    enter(visit, &arrival, account, by == By::PasswordAndCode, &origin).await
}

fn to_confirm(kept: Kept) -> Option<(Arrival, Origin)> {
    match kept {
        Kept::ToConfirm(arrival, origin) => Some((arrival, origin)),
        Kept::Away(..) | Kept::Leaving(..) => None,
    }
}
