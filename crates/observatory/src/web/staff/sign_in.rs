use super::form::{Faults, Form};
use super::member::{close_former, private, recognise, recognise_guest, with_cookie};
use super::provider::{self, Door};
use crate::clock;
use crate::identity::sign_in::{self, Attempt};
use crate::pipeline::demo_accounts;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::{Visit, is_same_origin, redirect};
use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Duration, Utc};
use store::Session;

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    email: String,
    to: String,
    notice: Option<String>,
    /// Whether the accounts of the demonstration can be tried.
    is_demonstration: bool,
    /// The button of the provider.
    door: Option<Door>,
    /// Whether a password opens, too.
    is_local: bool,
    /// Whether one may declare without an account.
    takes_guests: bool,
}

#[derive(Template)]
#[template(path = "staff/code.html")]
struct CodePage<'a> {
    layout: Layout<'a>,
    faults: Faults,
    to: String,
}

/// What may have just been done, and what to say of it.
const NOTICES: [(&str, &str); 3] = [
    ("choisi", "sign-in-chosen"),
    ("efface", "sign-in-erased"),
    ("partout", "sign-in-everywhere"),
];

/// The form to sign in.
pub(super) async fn page(visit: Visit) -> Response {
    let form = Form::read(visit.uri.query().unwrap_or_default());
    let w = visit.site.wording(visit.place.language);
    let notice = NOTICES.into_iter().find(|(name, _)| form.has(name, "1"));
    let notice = notice.map(|(_, key)| w.get(key));
    let page = match demo_accounts::are_there(&visit.app.instance.store).await {
        Ok(is_demonstration) => render(&visit, &form, Faults::default(), notice, is_demonstration),
        Err(error) => Err(error.into()),
    };
    answer(&visit, page)
}

fn answer(visit: &Visit, page: Result<Rendered, PageError>) -> Response {
    match page {
        Ok(page) => private(&page, &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

fn render(
    visit: &Visit,
    form: &Form,
    faults: Faults,
    notice: Option<String>,
    is_demonstration: bool,
) -> Result<Rendered, PageError> {
    let w = visit.site.wording(visit.place.language);
    let layout = Layout::new(&visit.site, &visit.place, "connexion", "");
    let page = Page {
        faults,
        email: form.one("courriel").to_owned(),
        to: form.one("vers").to_owned(),
        notice,
        is_demonstration,
        door: Door::of(visit),
        is_local: is_local(visit),
        takes_guests: visit.app.instance.config.declares_without_account(),
        layout: layout.titled(w.get("sign-in-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Whether people may sign in with a password kept here.
pub(super) fn is_local(visit: &Visit) -> bool {
    let provider = visit.app.instance.config.oidc.as_ref();
    provider.is_none_or(|provider| provider.local)
}

/// Where to go after signing in: a page of this site, or the space.
pub(super) fn destination(visit: &Visit, form: &Form) -> String {
    let to = form.one("vers");
    let is_ours = ["/fr/", "/en/"].iter().any(|start| to.starts_with(start))
        && !to.contains(['\\', '\r', '\n']);
    match is_ours {
        true => to.to_owned(),
        false => visit.place.page("espace"),
    }
}

/// A name and a password.
pub(super) async fn send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    if !is_local(&visit) {
        return visit.fail(&PageError::Forbidden);
    }
    let form = Form::read(&body);
    let now = clock::now();
    let failures = &visit.app.failures;
    if let Err(seconds) = failures.admit(visit.reader) {
        tracing::warn!("too many wrong passwords from one place");
        let until = now + Duration::seconds(seconds.cast_signed());
        let page = render(
            &visit,
            &form,
            locked(&visit, "courriel", until),
            None,
            false,
        );
        return answer(&visit, page.map(too_many));
    }
    // Each attempt takes memory and time on purpose: a few at once, the others wait.
    let Ok(_turn) = visit.app.attempts.acquire().await else {
        return visit.fail(&PageError::BadRequest);
    };
    let store = &visit.app.instance.store;
    let typed = (form.one("courriel"), form.one("motdepasse"));
    let attempt = sign_in::attempt(store, &visit.app.factor_duty(), typed, now).await;
    let to = destination(&visit, &form);
    let is_right = matches!(attempt, Ok(ref attempt) if attempt.opens());
    // An address that waits was not tried.
    if is_right || matches!(attempt, Ok(Attempt::Locked(_))) {
        failures.give_back(visit.reader);
    }
    if is_right && let Err(error) = close_former(&visit).await {
        return visit.fail(&PageError::Internal(error));
    }
    match attempt {
        Ok(Attempt::Open(secret)) => with_cookie(&visit.app, redirect(&to), &secret),
        Ok(Attempt::NeedsCode(secret)) => asked(&visit, CODE, &to, &secret),
        Ok(Attempt::NeedsFactor(secret)) => asked(&visit, FACTOR, &to, &secret),
        Ok(Attempt::Refused | Attempt::Sealed) => {
            let faults = fault(&visit, "courriel", "sign-in-refused");
            let page = render(&visit, &form, faults, None, false);
            answer(&visit, page.map(unprocessable))
        }
        Ok(Attempt::Locked(until)) => {
            let faults = locked(&visit, "courriel", until);
            let page = render(&visit, &form, faults, None, false);
            answer(&visit, page.map(too_many))
        }
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// Where the code of a second factor is given.
pub(super) const CODE: &str = "connexion/code";
/// Where a second factor is set up.
pub(super) const FACTOR: &str = "compte/second-facteur";

/// Leads to what is still asked for before the page somebody wants.
pub(super) fn asked(visit: &Visit, page: &str, to: &str, secret: &str) -> Response {
    with_cookie(&visit.app, redirect(&to_asked(visit, page, to)), secret)
}

fn to_asked(visit: &Visit, page: &str, to: &str) -> String {
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("{}?vers={to}", visit.place.page(page))
}

fn unprocessable(page: Rendered) -> Rendered {
    page.with_status(StatusCode::UNPROCESSABLE_ENTITY)
}

fn too_many(page: Rendered) -> Rendered {
    page.with_status(StatusCode::TOO_MANY_REQUESTS)
}

/// A fault of one field.
pub(super) fn fault(visit: &Visit, field: &str, key: &str) -> Faults {
    let mut faults = Faults::default();
    faults.add(field, visit.site.wording(visit.place.language).get(key));
    faults
}

/// How long to wait.
pub(super) fn locked(visit: &Visit, field: &str, until: DateTime<Utc>) -> Faults {
    let w = visit.site.wording(visit.place.language);
    let minutes = (until - clock::now()).num_minutes() + 1;
    let minutes = usize::try_from(minutes).unwrap_or(1);
    let mut faults = Faults::default();
    let blanks = [("minutes", minutes.into())];
    faults.add(field, w.format("sign-in-locked", &blanks));
    faults
}

/// The form for the code of a second factor.
pub(super) async fn code_page(visit: Visit) -> Response {
    let form = Form::read(visit.uri.query().unwrap_or_default());
    match has_factor(&visit).await {
        Ok(Some(true)) => answer(&visit, render_code(&visit, &form, Faults::default())),
        Ok(Some(false)) => redirect(&to_asked(&visit, FACTOR, &destination(&visit, &form))),
        Ok(None) => redirect(&visit.place.page("connexion")),
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// Whether whoever has a session has a second factor; `None` without session.
async fn has_factor(visit: &Visit) -> anyhow::Result<Option<bool>> {
    let Some((session, _)) = recognise(visit).await? else {
        return Ok(None);
    };
    let store = &visit.app.instance.store;
    let credentials = store.credentials(session.account).await?;
    let has_factor = credentials.is_some_and(|known| known.totp_secret.is_some());
    Ok(Some(has_factor || session.second_factor))
}

fn render_code(visit: &Visit, form: &Form, faults: Faults) -> Result<Rendered, PageError> {
    let w = visit.site.wording(visit.place.language);
    let layout = Layout::new(&visit.site, &visit.place, "connexion", "");
    let page = CodePage {
        faults,
        to: form.one("vers").to_owned(),
        layout: layout.titled(w.get("code-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// The code of a second factor, or a recovery code.
pub(super) async fn code_send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    let form = Form::read(&body);
    let session = match recognise(&visit).await {
        Ok(Some((session, _))) => session,
        Ok(None) => return redirect(&visit.place.page("connexion")),
        Err(error) => return visit.fail(&PageError::Internal(error)),
    };
    // A recovery code takes as much memory and time as a password.
    let Ok(_turn) = visit.app.attempts.acquire().await else {
        return visit.fail(&PageError::BadRequest);
    };
    let instance = &visit.app.instance;
    let (store, safe, typed) = (&instance.store, &instance.safe, form.one("code"));
    let attempt = sign_in::second_factor(store, safe, &session, typed, clock::now()).await;
    match attempt {
        Ok(Attempt::Open(secret)) => {
            let to = destination(&visit, &form);
            with_cookie(&visit.app, redirect(&to), &secret)
        }
        Ok(Attempt::Locked(until)) => {
            let page = render_code(&visit, &form, locked(&visit, "code", until));
            answer(&visit, page.map(too_many))
        }
        Ok(refused) => {
            let key = match refused {
                Attempt::Sealed => "code-sealed",
                _ => "code-refused",
            };
            let faults = fault(&visit, "code", key);
            answer(
                &visit,
                render_code(&visit, &form, faults).map(unprocessable),
            )
        }
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// The session of a browser, of somebody with an account or without.
async fn session(visit: &Visit) -> anyhow::Result<Option<Session>> {
    if let Some((session, _)) = recognise(visit).await? {
        return Ok(Some(session));
    }
    Ok(recognise_guest(visit).await?.map(|(session, _)| session))
}

/// Ends the session.
pub(super) async fn leave(visit: Visit, body: String) -> Response {
    let known = match session(&visit).await {
        Ok(known) => known,
        Err(error) => return visit.fail(&PageError::Internal(error)),
    };
    let home = redirect(&visit.place.page(""));
    let Some(session) = known else {
        return with_cookie(&visit.app, home, "");
    };
    let is_ours =
        is_same_origin(&visit.headers) && Form::read(&body).one("jeton") == session.form_token;
    if !is_ours {
        return visit.fail(&PageError::BadRequest);
    }
    if let Err(error) = visit.app.instance.store.close_session(&session.id).await {
        return visit.fail(&PageError::Internal(error.into()));
    }
    match provider::leave::away(&visit, session.id_token.as_deref()).await {
        Ok(away) => forgotten(with_cookie(&visit.app, away.unwrap_or(home), "")),
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// Asks the browser to keep none of the pages of the space.
fn forgotten(mut response: Response) -> Response {
    let cache = HeaderValue::from_static("\"cache\"");
    let name = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(name, cache);
    response
}
