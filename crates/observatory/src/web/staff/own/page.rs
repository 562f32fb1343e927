//! The page, and what is changed on it.

use super::super::accounts::languages;
use super::super::form::{Faults, Form};
use super::super::member::{Inside, with_cookie};
use super::super::password;
use super::super::proven::{FIELD, credentials, proven};
use super::super::roles::{described, told};
use crate::clock;
use crate::identity::secret;
use crate::identity::sign_in::is_over;
use crate::pipeline::accounts;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use domain::Language;
use publish::Wording;
use std::collections::BTreeMap;
use store::{Credentials, LinkedIdentity, Session};

#[derive(Template)]
#[template(path = "staff/own/page.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    notice: Option<String>,
    email: String,
    roles: Vec<String>,
    name: String,
    language: &'static str,
    languages: Vec<(&'static str, String)>,
    has_password: bool,
    has_second_factor: bool,
    second_factor: String,
    sessions: String,
    session_days: Vec<String>,
    /// Key, provider, since when.
    identities: Vec<(String, String, String)>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// What is kept about the person, as the page needs it.
struct Own {
    credentials: Credentials,
    sessions: Vec<Session>,
    identities: Vec<LinkedIdentity>,
}

impl Own {
    async fn of(inside: &Inside) -> Result<Self> {
        let store = &inside.visit.app.instance.store;
        let now = clock::now();
        let mut sessions = store.sessions_of(inside.account.id).await?;
        sessions.retain(|session| session.second_factor && !is_over(session, now));
        Ok(Self {
            credentials: credentials(inside).await?,
            sessions,
            identities: store.identities_of(inside.account.id).await?,
        })
    }
}

/// The page.
pub(super) async fn page(inside: Inside) -> Response {
    show(&inside, &Form::default(), Faults::default(), StatusCode::OK).await
}

async fn show(inside: &Inside, form: &Form, faults: Faults, status: StatusCode) -> Response {
    let page = match Own::of(inside).await {
        Ok(own) => render(inside, &own, form, faults),
        Err(error) => Err(error.into()),
    };
    inside.answer(page.map(|page| page.with_status(status)))
}

fn render(inside: &Inside, own: &Own, form: &Form, faults: Faults) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let account = &inside.account;
    let grants = account.grants.iter();
    let codes = own.credentials.recovery.len();
    let has_second_factor = own.credentials.totp_secret.is_some();
    let count = own.sessions.len();
    let page = Page {
        faults,
        notice: notice(inside, &w),
        email: account.email.clone(),
        roles: grants.map(|grant| described(visit, grant)).collect(),
        name: form.filled("nom").unwrap_or(&account.name).to_owned(),
        language: account.language.tag(),
        languages: languages(&visit.site),
        has_password: own.credentials.password_hash.is_some(),
        has_second_factor,
        second_factor: match has_second_factor {
            true => w.format("own-factor-on", &[("count", codes.into())]),
            false => w.get("own-factor-off"),
        },
        sessions: w.format("own-sessions-count", &[("count", count.into())]),
        session_days: session_days(inside, &own.sessions, &w),
        identities: own
            .identities
            .iter()
            .map(|one| identity(inside, one, &w))
            .collect(),
        layout: inside.layout("compte", "").titled(w.get("own-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn notice(inside: &Inside, w: &Wording) -> Option<String> {
    let query = Form::read(inside.visit.uri.query().unwrap_or_default());
    let key = match query.one("fait") {
        "nom" => "own-name-saved",
        "motdepasse" => "own-password-changed",
        "facteur" => "own-factor-removed",
        "identite" => "own-identity-removed",
        _ => return None,
    };
    Some(w.get(key))
}

/// Days on which sessions were opened: neither the hour nor the place.
fn session_days(inside: &Inside, sessions: &[Session], w: &Wording) -> Vec<String> {
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for session in sessions {
        *days.entry(inside.day(session.opened_at)).or_default() += 1;
    }
    let days = days.into_iter();
    days.map(|(day, count)| {
        let blanks = [("count", count.into()), ("date", w.date(day).into())];
        w.format("own-session-day", &blanks)
    })
    .collect()
}

/// An identity, named by a key that tells nothing.
fn identity(inside: &Inside, linked: &LinkedIdentity, w: &Wording) -> (String, String, String) {
    let since = w.date(inside.day(linked.linked_at));
    let since = w.format("own-identity-since", &[("date", since.into())]);
    (key(linked), linked.issuer.clone(), since)
}

fn key(linked: &LinkedIdentity) -> String {
    secret::hash(&format!("{}\n{}", linked.issuer, linked.subject))
}

/// Leads back to the page with what was done.
fn done(inside: &Inside, what: &str) -> Response {
    let page = inside.visit.place.page("compte");
    redirect(&format!("{page}?fait={what}"))
}

/// Sets how the person wants to be called, and their language.
pub(super) async fn rename(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let language = Language::from_tag(form.one("langue")).unwrap_or(inside.account.language);
    let instance = &inside.visit.app.instance;
    let named = accounts::rename(
        instance,
        inside.account.id,
        form.one("nom"),
        language,
        clock::now(),
    );
    match named.await {
        Ok(Ok(_)) => done(&inside, "nom"),
        Ok(Err(refusal)) => {
            let faults = told(&inside.visit, &[refusal]);
            show(&inside, &form, faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => inside.answer(Err(error.into())),
    }
}

/// Changes the password. The other sessions end.
pub(super) async fn password(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match change_password(&inside, &form).await {
        Ok(response) => response,
        Err(error) => inside.answer(Err(error.into())),
    }
}

async fn change_password(inside: &Inside, form: &Form) -> Result<Response> {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let known = credentials(inside).await?;
    if known.password_hash.is_none() {
        let mut faults = Faults::default();
        let visit = &inside.visit;
        let w = visit.site.wording(visit.place.language);
        faults.add("motdepasse", w.get("own-password-none"));
        return Ok(show(inside, form, faults, unprocessable).await);
    }
    let faults = password::faults(&inside.visit, form, &inside.account).await?;
    if !faults.is_empty() {
        return Ok(show(inside, form, faults, unprocessable).await);
    }
    if let Some(unproven) = proven(inside, &known, form, FIELD).await? {
        return Ok(show(inside, form, unproven.faults, unproven.status).await);
    }
    let chosen = form.one("motdepasse").to_owned();
    let hash =
        tokio::task::spawn_blocking(move || crate::identity::password::hash(&chosen)).await??;
    let store = &inside.visit.app.instance.store;
    let id = inside.account.id;
    store.set_password(id, &hash).await?;
    store
        .close_sessions_of(id, Some(&inside.session.id))
        .await?;
    store.drop_tokens_of(id).await?;
    Ok(done(inside, "motdepasse"))
}

/// Ends every session of the person, this one included.
pub(super) async fn leave_everywhere(inside: Inside, body: String) -> Response {
    if let Err(error) = inside.form(&body) {
        return inside.answer(Err(error));
    }
    let app = &inside.visit.app;
    let closed = app
        .instance
        .store
        .close_sessions_of(inside.account.id, None);
    match closed.await {
        Ok(_) => {
            let to = inside.visit.place.page("connexion");
            with_cookie(app, redirect(&format!("{to}?partout=1")), "")
        }
        Err(error) => inside.answer(Err(PageError::Internal(error.into()))),
    }
}

/// Where what is wrong about identities is told.
const IDENTITIES: &str = "identites";

/// Unbinds an identity, unless it is the only way in.
pub(super) async fn unlink(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    match unlink_one(&inside, &form).await {
        Ok(response) => response,
        Err(error) => inside.answer(Err(error.into())),
    }
}

async fn unlink_one(inside: &Inside, form: &Form) -> Result<Response> {
    let own = Own::of(inside).await?;
    let linked = own
        .identities
        .iter()
        .find(|one| key(one) == form.one("identite"));
    let Some(linked) = linked else {
        return Ok(done(inside, "identite"));
    };
    if own.credentials.password_hash.is_none() && own.identities.len() == 1 {
        let visit = &inside.visit;
        let w = visit.site.wording(visit.place.language);
        let mut faults = Faults::default();
        faults.add(IDENTITIES, w.get("own-identity-only"));
        return Ok(show(inside, form, faults, StatusCode::UNPROCESSABLE_ENTITY).await);
    }
    let proof = proven(inside, &own.credentials, form, IDENTITIES);
    if let Some(unproven) = proof.await? {
        return Ok(show(inside, form, unproven.faults, unproven.status).await);
    }
    let store = &inside.visit.app.instance.store;
    store
        .unlink_identity(&linked.issuer, &linked.subject, inside.account.id)
        .await?;
    Ok(done(inside, "identite"))
}
