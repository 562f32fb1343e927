//! Setting up, renewing and removing the codes of a telephone.

use super::super::form::{Faults, Form};
use super::super::member::{Inside, with_cookie};
use super::super::proven::{FIELD, Unproven, credentials, proven};
use super::super::sign_in::{destination, fault};
use super::enrolling::Enrolling;
use crate::clock;
use crate::identity::second_factor::{self, Picture};
use crate::identity::sign_in;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use store::Credentials;

/// Where what is wrong about new recovery codes is told.
const CODES: &str = "codes";
/// Where what is wrong about removing the factor is told.
const REMOVAL: &str = "retirer";
/// Characters of a key written at once: people read four.
const GROUP: usize = 4;

#[derive(Template)]
#[template(path = "staff/own/second_factor.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    /// The key of the new factor, to send back.
    seed: String,
    /// The same, in groups to read.
    key: String,
    /// The address that an application of codes opens.
    address: String,
    /// The same, for the camera of a telephone.
    picture: Picture,
    has_password: bool,
    has_second_factor: bool,
    /// Whether nothing else opens before it is set up.
    is_first: bool,
    /// Whether a role of the person asks for it: it is renewed and never removed.
    is_duty: bool,
    /// Where the person wanted to go.
    to: String,
}

#[derive(Template)]
#[template(path = "staff/own/codes.html")]
struct CodesPage<'a> {
    layout: Layout<'a>,
    codes: Vec<String>,
    to: String,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A new key, and what to do with it.
pub(super) async fn page(Enrolling(inside): Enrolling) -> Response {
    let form = Form::read(inside.visit.uri.query().unwrap_or_default());
    let shown = match credentials(&inside).await {
        Ok(known) => {
            let (seed, faults) = (None, Faults::default());
            show(&inside, &known, &form, seed, (faults, StatusCode::OK))
        }
        Err(error) => Err(error),
    };
    shown.unwrap_or_else(|error| inside.answer(Err(error.into())))
}

fn show(
    inside: &Inside,
    known: &Credentials,
    form: &Form,
    seed: Option<&str>,
    (faults, status): (Faults, StatusCode),
) -> Result<Response> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let seed = match seed {
        Some(seed) => seed.to_owned(),
        None => second_factor::seed()?,
    };
    let groups: Vec<_> = seed
        .as_bytes()
        .chunks(GROUP)
        .map(String::from_utf8_lossy)
        .collect();
    let address = second_factor::address(&seed, &inside.account.email)?;
    let page = Page {
        faults,
        key: groups.join(" "),
        picture: Picture::of(&address)?,
        address,
        seed,
        is_first: !inside.session.second_factor,
        is_duty: visit.app.factor_duty().binds(&inside.account),
        to: form.one("vers").to_owned(),
        has_password: known.password_hash.is_some(),
        has_second_factor: known.totp_secret.is_some(),
        layout: inside
            .layout("compte", "")
            .titled(w.get("own-factor-title")),
    };
    let page = page.render().map_err(PageError::from);
    let page = page.map(|html| finish(&visit.site, visit.place.language, html).with_status(status));
    Ok(inside.answer(page))
}

/// The first code of the new key is here.
pub(super) async fn set_up(Enrolling(inside): Enrolling, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let done = set_up_from(&inside, &form).await;
    done.unwrap_or_else(|error| inside.answer(Err(error.into())))
}

async fn set_up_from(inside: &Inside, form: &Form) -> Result<Response> {
    let known = credentials(inside).await?;
    let seed = form.one("graine");
    // A key that was not made here is not taken: the person gets a new one.
    let Ok(step) = second_factor::step(seed, form.one("code"), clock::now()) else {
        return show(inside, &known, form, None, wrong_code(inside));
    };
    // The code of the new key comes first: it uses nothing up, and that of the present one does.
    let Some(step) = step else {
        return show(inside, &known, form, Some(seed), wrong_code(inside));
    };
    if let Some(Unproven { faults, status }) = proven(inside, &known, form, FIELD).await? {
        return show(inside, &known, form, Some(seed), (faults, status));
    }
    let (codes, hashes) = fresh_codes().await?;
    let instance = &inside.visit.app.instance;
    let (store, id) = (&instance.store, inside.account.id);
    let sealed = instance.safe.seal(id, seed)?;
    store.set_second_factor(id, &sealed, step, &hashes).await?;
    store
        .close_sessions_of(id, Some(&inside.session.id))
        .await?;
    tracing::info!(account = %id, "second factor set up");
    if inside.session.second_factor {
        return Ok(show_codes(inside, form, codes));
    }
    // What was still asked for is given: the secret of the browser changes with its rights.
    let opened = sign_in::replace(store, &inside.session, clock::now()).await?;
    Ok(with_cookie(
        &inside.visit.app,
        show_codes(inside, form, codes),
        &opened,
    ))
}

fn wrong_code(inside: &Inside) -> (Faults, StatusCode) {
    let faults = fault(&inside.visit, "code", "own-factor-code-wrong");
    (faults, StatusCode::UNPROCESSABLE_ENTITY)
}

/// New recovery codes, and what is kept of them.
async fn fresh_codes() -> Result<(Vec<String>, Vec<String>)> {
    let codes = second_factor::recovery_codes()?;
    let made = codes.clone();
    let hashes = tokio::task::spawn_blocking(move || second_factor::recovery_hashes(&made));
    Ok((codes, hashes.await??))
}

fn show_codes(inside: &Inside, form: &Form, codes: Vec<String>) -> Response {
    inside.answer(render_codes(inside, form, codes))
}

fn render_codes(inside: &Inside, form: &Form, codes: Vec<String>) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let page = CodesPage {
        codes,
        to: match form.filled("vers") {
            Some(_) => destination(visit, form),
            None => visit.place.page("compte"),
        },
        layout: inside.layout("compte", "").titled(w.get("own-codes-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// New recovery codes are asked for.
pub(super) async fn codes(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let done = renew_codes(&inside, &form).await;
    done.unwrap_or_else(|error| inside.answer(Err(error.into())))
}

async fn renew_codes(inside: &Inside, form: &Form) -> Result<Response> {
    let known = credentials(inside).await?;
    if let Some(Unproven { faults, status }) = proven(inside, &known, form, CODES).await? {
        return show(inside, &known, form, None, (faults, status));
    }
    let (codes, hashes) = fresh_codes().await?;
    let store = &inside.visit.app.instance.store;
    Ok(
        match store.set_recovery(inside.account.id, &hashes).await? {
            true => show_codes(inside, form, codes),
            false => redirect(&inside.visit.place.page("compte")),
        },
    )
}

/// The second factor is to be removed.
pub(super) async fn remove(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let done = remove_with(&inside, &form).await;
    done.unwrap_or_else(|error| inside.answer(Err(error.into())))
}

async fn remove_with(inside: &Inside, form: &Form) -> Result<Response> {
    let known = credentials(inside).await?;
    let visit = &inside.visit;
    let store = &visit.app.instance.store;
    let id = inside.account.id;
    if visit.app.factor_duty().binds(&inside.account) {
        let faults = fault(visit, REMOVAL, "own-factor-bound");
        let told = (faults, StatusCode::UNPROCESSABLE_ENTITY);
        return show(inside, &known, form, None, told);
    }
    if let Some(Unproven { faults, status }) = proven(inside, &known, form, REMOVAL).await? {
        return show(inside, &known, form, None, (faults, status));
    }
    store.drop_second_factor(id).await?;
    tracing::info!(account = %id, "second factor removed");
    store
        .close_sessions_of(id, Some(&inside.session.id))
        .await?;
    let page = visit.place.page("compte");
    Ok(redirect(&format!("{page}?fait=facteur")))
}
