//! Coming back from the provider.

use super::kept::{Kept, Origin, forget, keep, take, visit};
use super::told;
use crate::clock;
use crate::identity::arrival::{Arrival, Standing};
use crate::identity::oidc::{Identity, OidcError, Pending};
use crate::identity::sign_in::Attempt;
use crate::web::error::PageError;
use crate::web::server::App;
use crate::web::staff::member::with_cookie;
use crate::web::staff::sign_in::{CODE, FACTOR, asked};
use crate::web::visit::{Visit, redirect};
use anyhow::Result;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::Remark;
use domain::people::Account;
use std::sync::Arc;

/// The person is back: what was remembered of them is forgotten first, so that it serves once.
pub(in crate::web::staff) async fn come_back(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let kept = match take(&app, &headers).await {
        Ok(kept) => kept,
        Err(error) => return visit(app, uri, headers, None).fail(&PageError::Internal(error)),
    };
    let Some(Kept::Away(pending, origin)) = kept else {
        let visit = visit(app, uri, headers, None);
        return forget(&visit.app, told::error(&visit, OidcError::State));
    };
    let visit = visit(app, uri, headers, Some(&origin));
    let received = match finish(&visit, pending).await {
        Ok(identity) => receive(&visit, identity, &origin).await,
        Err(error) => Ok(forget(&visit.app, told::error(&visit, error))),
    };
    received.unwrap_or_else(|error| visit.fail(&PageError::Internal(error)))
}

async fn finish(visit: &Visit, pending: Pending) -> Result<Identity, OidcError> {
    let now = clock::now();
    let finder = visit.app.provider.as_ref().ok_or(OidcError::State)?;
    let client = finder.client(now).await?;
    let query = visit.uri.query().unwrap_or_default();
    client.finish(pending, query, now).await
}

/// Lets a person in, asks them something, or says why not.
async fn receive(visit: &Visit, identity: Identity, origin: &Origin) -> Result<Response> {
    let app = &visit.app;
    let trusts_email = app.instance.config.oidc.as_ref();
    let trusts_email = trusts_email.is_some_and(|table| table.trust_email);
    let arrival = Arrival::new(identity, trusts_email);
    let store = &app.instance.store;
    let refusal = match arrival.standing(store, clock::now()).await? {
        Standing::Known(account) => return enter(visit, &arrival, account, false, origin).await,
        Standing::ToConfirm(account, _) => {
            let page = redirect(&visit.place.page("connexion/confirmation"));
            let kept = Kept::ToConfirm(arrival, origin.clone());
            return keep(app, &kept, Some(account.id), page).await;
        }
        Standing::Stranger => match settle(visit, &arrival).await? {
            Some(account) => return enter(visit, &arrival, account, false, origin).await,
            None => "provider-stranger",
        },
        Standing::Unprovable => "provider-unprovable",
        Standing::Closed => "provider-closed",
    };
    tracing::info!(refusal, "nobody was signed in");
    let told = told::say(visit, StatusCode::FORBIDDEN, &Remark::new(refusal));
    Ok(forget(app, told))
}

/// The account made for somebody who has none, where the settings want one. The client let them
/// in by the list of establishments, which must not be empty.
async fn settle(visit: &Visit, arrival: &Arrival) -> Result<Option<Account>> {
    let instance = &visit.app.instance;
    let table = instance.config.oidc.as_ref();
    let creates = table
        .filter(|table| table.create && !table.allowed_siret.is_empty() && arrival.is_email_sure);
    let Some(slug) = creates.and_then(|table| table.authority.as_deref()) else {
        return Ok(None);
    };
    if visit.site.snapshot.authority(slug).is_none() {
        tracing::error!(authority = slug, "no such authority: no account is made");
        return Ok(None);
    }
    let (store, now) = (&instance.store, clock::now());
    let account = arrival
        .settle(store, slug, visit.place.language, now)
        .await?;
    let is_linked = arrival.link(store, account.id, now).await?;
    Ok(is_linked.then_some(account))
}

/// Opens the session and leads to the page the person asked for.
pub(super) async fn enter(
    visit: &Visit,
    arrival: &Arrival,
    account: Account,
    gave_code: bool,
    origin: &Origin,
) -> Result<Response> {
    let (store, duty) = (&visit.app.instance.store, visit.app.factor_duty());
    let entered = arrival.enter(store, &duty, account, gave_code, clock::now());
    let response = match entered.await? {
        Attempt::Open(secret) => with_cookie(&visit.app, redirect(&origin.to), &secret),
        Attempt::NeedsCode(secret) => asked(visit, CODE, &origin.to, &secret),
        Attempt::NeedsFactor(secret) => asked(visit, FACTOR, &origin.to, &secret),
        Attempt::Refused | Attempt::Sealed | Attempt::Locked(_) => {
            told::error(visit, OidcError::State)
        }
    };
    Ok(forget(&visit.app, response))
}
