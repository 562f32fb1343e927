//! Pages that tell a person where they are going, or why they are not in.

use crate::identity::oidc::OidcError;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::staff::member::private;
use crate::web::visit::Visit;
use askama::Template;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::Remark;

#[derive(Template)]
#[template(path = "staff/provider_told.html")]
struct Page<'a> {
    layout: Layout<'a>,
    what: String,
    advice: String,
    /// How to reach the observatory, when its authority says so.
    contact: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/provider_away.html")]
struct AwayPage<'a> {
    layout: Layout<'a>,
    to: String,
}

/// A page that leads to the provider at once.
///
/// It is a page and not a redirection: browsers hold the redirections that follow a form to
/// `form-action`, and those of a provider go where nobody can foresee.
pub(super) fn away(visit: &Visit, title: String, to: &str) -> Response {
    let page = AwayPage {
        layout: Layout::new(&visit.site, &visit.place, "connexion", "").titled(title),
        to: to.to_owned(),
    };
    let Ok(refresh) = HeaderValue::from_str(&format!("0;url={to}")) else {
        return visit.fail(&PageError::BadRequest);
    };
    let rendered = page.render().map_err(PageError::from);
    match rendered.map(|html| finish(&visit.site, visit.place.language, html)) {
        Ok(page) => {
            let mut response = private(&page, &visit.headers);
            response.headers_mut().insert("refresh", refresh);
            response
        }
        Err(error) => visit.fail(&error),
    }
}

/// Why nobody was signed in, as the client of the provider says.
pub(super) fn error(visit: &Visit, error: OidcError) -> Response {
    tracing::warn!(%error, "sign-in through the provider");
    say(visit, status(error), &error.remark())
}

/// What stands in the way, what to do, and whom to ask.
pub(super) fn say(visit: &Visit, status: StatusCode, remark: &Remark) -> Response {
    match render(visit, remark) {
        Ok(page) => private(&page.with_status(status), &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

fn render(visit: &Visit, remark: &Remark) -> Result<Rendered, PageError> {
    let language = visit.place.language;
    let w = visit.site.wording(language);
    let authority = visit.site.snapshot.authority(&visit.place.scope);
    let contact = authority.and_then(|authority| authority.contact.as_ref());
    let page = Page {
        what: w.words.remark(language, remark),
        advice: w.words.hint(language, remark),
        contact: contact.map(|contact| w.text(contact)),
        layout: Layout::new(&visit.site, &visit.place, "connexion", "")
            .titled(w.get("provider-not-in")),
    };
    Ok(finish(&visit.site, language, page.render()?))
}

/// Whose turn it is: of the browser, of the person, of the provider or of its settings.
fn status(error: OidcError) -> StatusCode {
    use OidcError as E;
    match error {
        E::Unreachable | E::OutOfOrder => StatusCode::SERVICE_UNAVAILABLE,
        E::State | E::TooLate | E::Return | E::CodeRefused => StatusCode::BAD_REQUEST,
        E::Denied
        | E::Level
        | E::NoEmail
        | E::EmailNotVerified
        | E::NoSiret
        | E::SiretNotAllowed => StatusCode::FORBIDDEN,
        _ => StatusCode::BAD_GATEWAY,
    }
}
