//! A forgotten password: a link by e-mail where letters leave, else whom to turn to.

use super::form::{Faults, Form};
use super::member::private;
use super::sign_in::{fault, is_local};
use crate::pipeline::letters::Wanted;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::postman;
use crate::web::rendered::Rendered;
use crate::web::visit::{Visit, is_same_origin, redirect};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// The page, below the scope.
pub(super) const PAGE: &str = "connexion/oubli";
/// Longest address, as RFC 5321 has it.
const EMAIL_MAX: usize = 254;

#[derive(Template)]
#[template(path = "staff/forgotten.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    email: String,
    /// What was answered, the same whoever has an account.
    notice: Option<String>,
    /// Whether a link can be asked for here.
    is_open: bool,
    /// How to reach the observatory, when its authority says so.
    contact: Option<String>,
}

/// Whether somebody can ask for a link by e-mail to choose a new password.
pub(super) fn is_open(visit: &Visit) -> bool {
    is_local(visit) && visit.app.instance.config.sends_links()
}

/// The form to ask for a link, or whom to turn to.
pub(super) async fn page(visit: Visit) -> Response {
    let query = Form::read(visit.uri.query().unwrap_or_default());
    let is_asked = query.has("demande", "1") && is_open(&visit);
    show(&visit, "", is_asked, Faults::default(), StatusCode::OK)
}

fn show(
    visit: &Visit,
    email: &str,
    is_asked: bool,
    faults: Faults,
    status: StatusCode,
) -> Response {
    match render(visit, email, is_asked, faults) {
        Ok(page) => private(&page.with_status(status), &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

fn render(
    visit: &Visit,
    email: &str,
    is_asked: bool,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let w = visit.site.wording(visit.place.language);
    let authority = visit.site.snapshot.authority(&visit.place.scope);
    let contact = authority.and_then(|authority| authority.contact.as_ref());
    let layout = Layout::new(&visit.site, &visit.place, PAGE, "");
    let page = Page {
        faults,
        email: email.to_owned(),
        notice: is_asked.then(|| w.get("forgotten-asked")),
        is_open: is_open(visit),
        contact: contact.map(|contact| w.text(contact)),
        layout: layout.titled(w.get("forgotten-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// A link is asked for. The answer comes before anything is looked up.
pub(super) async fn send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    if !is_open(&visit) {
        return visit.fail(&PageError::Forbidden);
    }
    let form = Form::read(&body);
    let typed = form.one("courriel").trim();
    if !looks_like_an_address(typed) {
        let faults = fault(&visit, "courriel", "forgotten-no-address");
        return show(
            &visit,
            typed,
            false,
            faults,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    }
    let email = typed.to_owned();
    if !postman::take(&visit.app, Wanted::Password { email }) {
        let faults = fault(&visit, "courriel", "forgotten-too-many");
        return show(&visit, typed, false, faults, StatusCode::TOO_MANY_REQUESTS);
    }
    redirect(&format!("{}?demande=1", visit.place.page(PAGE)))
}

/// Whether what was typed may be an address at all.
pub(super) fn looks_like_an_address(typed: &str) -> bool {
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()\",;".contains(c);
    typed.len() <= EMAIL_MAX
        && typed.chars().all(is_plain)
        && typed
            .rsplit_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}
