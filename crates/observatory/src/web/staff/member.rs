//! Who is behind a request, and what they may do.

use super::form::Form;
use crate::clock;
use crate::identity::{guest, secret, sign_in};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::Layout;
use crate::web::rendered::Rendered;
use crate::web::server::App;
use crate::web::visit::{Visit, is_same_origin, redirect};
use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::UseCase;
use domain::people::{Account, Action, Target, permits, permits_guest};
use publish::EVERYONE;
use std::sync::Arc;
use store::{Guest, Session};

/// What the head of a page shows to somebody who is signed in.
pub(crate) struct MemberBar {
    /// How they want to be called.
    pub name: String,
    /// Address of their space; none while it is closed to them.
    pub space: Option<String>,
    /// Address that ends the session.
    pub leave: String,
    /// What every form sends back.
    pub form_token: String,
}

/// A request of somebody who is signed in, in one authority.
pub(super) struct Inside {
    pub(super) visit: Visit,
    pub(super) account: Account,
    pub(super) session: Session,
    /// The declaration of somebody who has no account: the account then holds no role.
    pub(super) guest: Option<Guest>,
}

impl FromRequestParts<Arc<App>> for Inside {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let known = match recognise(&visit).await {
            Ok(known) => known,
            Err(error) => return Err(visit.fail(&PageError::Internal(error))),
        };
        let Some((session, account)) = known.filter(|(session, _)| session.second_factor) else {
            return Err(redirect(&sign_in_address(&visit)));
        };
        Self::admit(visit, session, account).map_err(|refused| *refused)
    }
}

/// The session of a request, whether or not its second factor was given.
pub(super) async fn recognise(visit: &Visit) -> anyhow::Result<Option<(Session, Account)>> {
    let name = cookie_name(&visit.app);
    match cookie(&visit.headers, name) {
        Some(browser) => sign_in::recognise(&visit.app.instance.store, browser, clock::now()).await,
        None => Ok(None),
    }
}

/// The session of a request of somebody without an account, and their declaration.
pub(super) async fn recognise_guest(visit: &Visit) -> anyhow::Result<Option<(Session, Guest)>> {
    let name = cookie_name(&visit.app);
    match cookie(&visit.headers, name) {
        Some(browser) => guest::recognise(&visit.app.instance.store, browser, clock::now()).await,
        None => Ok(None),
    }
}

/// Closes the session that a browser still has when somebody signs in again.
pub(super) async fn close_former(visit: &Visit) -> anyhow::Result<()> {
    let name = cookie_name(&visit.app);
    if let Some(browser) = cookie(&visit.headers, name) {
        let store = &visit.app.instance.store;
        store.close_session(&secret::hash(browser)).await?;
    }
    Ok(())
}

/// Where to sign in, and what to come back to.
pub(super) fn sign_in_address(visit: &Visit) -> String {
    let to = visit.uri.path_and_query().map_or("", |to| to.as_str());
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("{}?vers={to}", visit.place.page("connexion"))
}

impl Inside {
    /// Lets a person into the authority of the page, if they may open its space.
    pub(super) fn admit(
        visit: Visit,
        session: Session,
        account: Account,
    ) -> Result<Self, Box<Response>> {
        let inside = Self {
            visit,
            account,
            session,
            guest: None,
        };
        if inside.visit.place.scope == EVERYONE {
            return Err(Box::new(inside.to_own_authority()));
        }
        match inside.may(Action::OpenSpace) {
            true => Ok(inside),
            false => Err(Box::new(inside.refuse())),
        }
    }

    /// Says that the person may not, and tells the log.
    fn refuse(&self) -> Response {
        tracing::warn!(account = %self.account.id, "not permitted");
        match self.is_at_home() {
            true => self.explain(&PageError::Forbidden),
            false => self.visit.fail(&PageError::Forbidden),
        }
    }

    /// The day and the hour of an instant, by the clocks of the authority of the page.
    pub(super) fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let authority = self.visit.site.snapshot.authority(&self.visit.place.scope);
        let zone = authority.map_or("Europe/Paris", |authority| authority.time_zone.as_str());
        clock::local(at, zone)
    }

    /// The day of an instant, by the clocks of the authority of the page.
    pub(super) fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// Whether the person may do something in the authority of the page.
    pub(super) fn may(&self, action: Action) -> bool {
        if action.is_common() {
            return self.may_everywhere(action);
        }
        let target = Target::authority(&self.visit.place.scope);
        match &self.guest {
            Some(guest) => permits_guest(&guest.authority, action, &target),
            None => permits(&self.account.grants, action, &target),
        }
    }

    /// Whether the space of an authority is open to the person.
    fn may_open(&self, slug: &str) -> bool {
        permits(
            &self.account.grants,
            Action::OpenSpace,
            &Target::authority(slug),
        )
    }

    /// Whether the person may do something in every authority of the instance: what is common to
    /// all is nobody's alone.
    fn may_everywhere(&self, action: Action) -> bool {
        let authorities = &self.visit.site.snapshot.authorities;
        let may = |slug: &str| permits(&self.account.grants, action, &Target::authority(slug));
        !authorities.is_empty() && authorities.iter().all(|authority| may(&authority.slug))
    }

    /// Whether the person may do something with a record.
    pub(super) fn may_with(&self, action: Action, record: &UseCase, is_own: bool) -> bool {
        permits(
            &self.account.grants,
            action,
            &Target::record(record, is_own),
        )
    }

    /// The authority where the person works, when the page names none.
    fn to_own_authority(&self) -> Response {
        let authorities = &self.visit.site.snapshot.authorities;
        let own = authorities.iter().find(|authority| {
            let target = Target::authority(&authority.slug);
            permits(&self.account.grants, Action::OpenSpace, &target)
        });
        match own {
            Some(authority) => {
                let place = Place {
                    language: self.visit.place.language,
                    scope: authority.slug.clone(),
                };
                redirect(&place.page(&self.page_below_scope()))
            }
            None => self.visit.fail(&PageError::Forbidden),
        }
    }

    /// The page asked for, without language and authority, with what follows it: `declarer?outil=x`.
    fn page_below_scope(&self) -> String {
        let address = self.visit.uri.path_and_query();
        let address = address.map_or("", |address| address.as_str());
        let below = address.splitn(4, '/').nth(3);
        below.map_or_else(|| "espace".to_owned(), str::to_owned)
    }

    /// Reads a form, if it comes from a page of this session.
    pub(super) fn form(&self, body: &str) -> Result<Form, PageError> {
        let form = Form::read(body);
        self.own_form(&form)?;
        Ok(form)
    }

    /// Refuses a form that does not come from a page of this session.
    pub(super) fn own_form(&self, form: &Form) -> Result<(), PageError> {
        let is_ours = is_same_origin(&self.visit.headers)
            && secret::equal(form.one("jeton"), &self.session.form_token);
        is_ours.then_some(()).ok_or(PageError::BadRequest)
    }

    /// The frame of a page of the space.
    pub(super) fn layout(&self, page: &str, current: &'static str) -> Layout<'_> {
        let layout = Layout::new(&self.visit.site, &self.visit.place, page, current);
        let layout = layout.open_to(
            |entry| entry != "declare" || self.may(Action::Declare),
            |slug| slug == EVERYONE || self.may_open(slug),
        );
        layout.for_member(MemberBar {
            name: self.account.name.clone(),
            space: self.is_at_home().then(|| self.visit.place.page("espace")),
            leave: self.visit.place.page("deconnexion"),
            form_token: self.session.form_token.clone(),
        })
    }

    /// Why there is no page, in the frame of the space, kept by nobody.
    fn explain(&self, error: &PageError) -> Response {
        crate::web::visit::log(error);
        let layout = self.layout("espace", "");
        let page = crate::web::pages::error::within(&self.visit.site, layout, error);
        private(&page, &self.visit.headers)
    }

    /// Whether the space is open to them: they have an account, and nothing is still asked for.
    fn is_at_home(&self) -> bool {
        self.guest.is_none() && self.session.second_factor
    }

    /// Sends a page of the space, or the reason why there is none.
    pub(super) fn answer(&self, page: Result<Rendered, PageError>) -> Response {
        match page {
            Ok(page) => private(&page, &self.visit.headers),
            Err(PageError::Forbidden) => self.refuse(),
            Err(error) => self.explain(&error),
        }
    }
}

/// Sends a page that nobody may keep.
pub(super) fn private(page: &Rendered, headers: &HeaderMap) -> Response {
    let mut response = crate::web::visit::send(page, headers);
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, never);
    response
}

/// The name of the cookie. Over HTTPS its prefix makes browsers refuse it from anywhere else.
fn cookie_name(app: &App) -> &'static str {
    match app.is_secure() {
        true => "__Host-vigie",
        false => "vigie",
    }
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter();
    cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// The same answer, with the secret of a session for the browser to keep until it is closed; an
/// empty one makes it forget.
pub(super) fn with_cookie(app: &App, mut response: Response, secret: &str) -> Response {
    let name = cookie_name(app);
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let age = if secret.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, never);
    response
}
