//! What is remembered of a browser while its person is away.

use crate::clock;
use crate::identity::arrival::Arrival;
use crate::identity::oidc::Pending;
use crate::identity::secret;
use crate::web::address::Place;
use crate::web::server::App;
use crate::web::staff::member::cookie;
use crate::web::visit::{Visit, preferred};
use anyhow::{Context, Result};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;
use chrono::Duration;
use domain::Language;
use publish::EVERYONE;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// How long it is remembered: as long as a person has to sign in.
const MINUTES: i64 = 10;

/// What a browser is in the middle of.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kept {
    /// The person is at the provider.
    Away(Pending, Origin),
    /// The provider knows the person, who must say that an account is theirs.
    ToConfirm(Arrival, Origin),
    /// The person is signing out at the provider; what it must say when they come back.
    Leaving(String, Origin),
}

/// Where the person was.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Origin {
    language: Language,
    scope: String,
    /// The page to go to.
    pub(super) to: String,
}

impl Origin {
    /// The place of a visit, and the page to go to afterwards.
    pub(super) fn of(visit: &Visit, to: String) -> Self {
        Self {
            language: visit.place.language,
            scope: visit.place.scope.clone(),
            to,
        }
    }
}

/// The secret of the browser, if it holds one.
pub(super) fn secret_of(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie(headers, cookie_name(app)).map(str::to_owned)
}

/// Remembers, and lets the browser hold the secret of it. `account` is whom it speaks of.
pub(super) async fn keep(
    app: &App,
    kept: &Kept,
    account: Option<Uuid>,
    response: Response,
) -> Result<Response> {
    let (browser, now) = (secret::fresh()?, clock::now());
    let pending = store::Pending {
        id: secret::hash(&browser),
        account,
        document: serde_json::to_string(kept)?,
        expires_at: now + Duration::minutes(MINUTES),
    };
    app.instance.store.put_pending(&pending, now).await?;
    Ok(with_secret(app, response, &browser))
}

/// What is remembered of a browser. It goes on being remembered.
pub(super) async fn look(app: &App, headers: &HeaderMap) -> Result<Option<Kept>> {
    let Some(browser) = secret_of(app, headers) else {
        return Ok(None);
    };
    let store = &app.instance.store;
    let found = store.pending(&secret::hash(&browser), clock::now()).await?;
    found.map(|found| read(&found)).transpose()
}

/// What is remembered of a browser, forgotten as it is read: it serves once.
pub(super) async fn take(app: &App, headers: &HeaderMap) -> Result<Option<Kept>> {
    let Some(browser) = secret_of(app, headers) else {
        return Ok(None);
    };
    let store = &app.instance.store;
    let id = secret::hash(&browser);
    let found = store.take_pending(&id, clock::now()).await?;
    found.map(|found| read(&found)).transpose()
}

fn read(found: &store::Pending) -> Result<Kept> {
    serde_json::from_str(&found.document).context("what is remembered of a browser")
}

/// The same answer, after which the browser holds no secret any more.
pub(super) fn forget(app: &App, response: Response) -> Response {
    with_secret(app, response, "")
}

fn with_secret(app: &App, mut response: Response, secret: &str) -> Response {
    let name = cookie_name(app);
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let age = if secret.is_empty() { 0 } else { MINUTES * 60 };
    let cookie = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// The name of the cookie. Over HTTPS its prefix makes browsers refuse it from anywhere else.
fn cookie_name(app: &App) -> &'static str {
    match app.is_secure() {
        true => "__Host-vigie-retour",
        false => "vigie-retour",
    }
}

/// A visit of an address that names no place: where the person was, else the view across all in
/// the language of the browser.
pub(super) fn visit(app: Arc<App>, uri: Uri, headers: HeaderMap, from: Option<&Origin>) -> Visit {
    let site = app.site();
    let known = from.filter(|from| site.scopes().any(|scope| scope == from.scope));
    let place = Place {
        language: from.map_or_else(|| preferred(&headers), |from| from.language),
        scope: known
            .map_or(EVERYONE, |from| from.scope.as_str())
            .to_owned(),
    };
    Visit {
        app,
        site,
        place,
        uri,
        headers,
        reader: None,
    }
}
