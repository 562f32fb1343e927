//! A visit to a page: the site of this moment, the reader's place, and how the answer is sent.

use super::address::Place;
use super::error::PageError;
use super::pages;
use super::rendered::Rendered;
use super::server::App;
use super::site::Site;
use axum::body::Body;
use axum::extract::{FromRequestParts, Path};
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING,
    CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, LOCATION, ORIGIN, RETRY_AFTER, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use domain::Language;
use publish::EVERYONE;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

/// Longest address answered, in bytes.
const ADDRESS_MAX: usize = 4_096;

/// What a page handler needs: the site of this moment, the reader's place, the address.
pub(super) struct Visit {
    pub(super) app: Arc<App>,
    pub(super) site: Arc<Site>,
    pub(super) place: Place,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    /// Where the request comes from; nothing when that was not asked.
    pub(super) reader: Option<IpAddr>,
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let site = app.site();
        let path: HashMap<String, String> = Path::from_request_parts(parts, app)
            .await
            .map(|Path(path)| path)
            .unwrap_or_default();
        let headers = parts.headers.clone();
        let reader = app.proxies.reader(&parts.extensions, &headers);
        let place = place(&site, &path);
        let is_too_long = parts
            .uri
            .path_and_query()
            .is_some_and(|a| a.as_str().len() > ADDRESS_MAX);
        match place {
            Some(place) if !is_too_long => Ok(Self {
                app: app.clone(),
                site,
                place,
                uri: parts.uri.clone(),
                headers,
                reader,
            }),
            known => {
                let error = match known {
                    Some(_) => PageError::TooLong,
                    None => PageError::NotFound,
                };
                Err(error_page(&site, &parts.uri, &headers, &error))
            }
        }
    }
}

fn place(site: &Site, path: &HashMap<String, String>) -> Option<Place> {
    let language = path.get("lang")?;
    let language = Language::ALL
        .into_iter()
        .find(|known| known.tag() == language)?;
    let scope = path.get("scope").map_or(EVERYONE, String::as_str);
    site.scopes().find(|known| *known == scope)?;
    Some(Place {
        language,
        scope: scope.to_owned(),
    })
}

impl Visit {
    /// A page kept in memory under its path: what follows the question mark changes nothing, and
    /// makes nobody write it twice.
    pub(super) fn page(
        &self,
        render: impl FnOnce(&Site, &Place) -> Result<Rendered, PageError>,
    ) -> Response {
        let page = self
            .site
            .cached(self.uri.path(), || render(&self.site, &self.place));
        self.answer(page)
    }

    /// The same, for a page that takes long to write: one at a time.
    pub(super) fn long_page(
        &self,
        render: impl FnOnce(&Site, &Place) -> Result<Rendered, PageError>,
    ) -> Response {
        let page = self
            .site
            .cached_in_turn(self.uri.path(), || render(&self.site, &self.place));
        self.answer(page)
    }

    /// A page that reads what follows the question mark, kept in memory under its whole address.
    /// One that must be written counts among the searches of its reader.
    pub(super) fn asked(
        &self,
        render: impl FnOnce(&Site, &Place, &str) -> Result<Rendered, PageError>,
    ) -> Response {
        let address = self.uri.path_and_query();
        let key = address.map_or("", |address| address.as_str());
        let query = self.uri.query().unwrap_or_default();
        let page = self.site.cached(key, || {
            self.may_search(query)?;
            render(&self.site, &self.place, query)
        });
        self.answer(page)
    }

    fn may_search(&self, query: &str) -> Result<(), PageError> {
        if query.is_empty() {
            return Ok(());
        }
        let searches = &self.app.searches;
        searches.admit(self.reader).map_err(PageError::TooOften)
    }

    fn answer(&self, page: Result<Arc<Rendered>, PageError>) -> Response {
        match page {
            Ok(page) => send(&page, &self.headers),
            Err(error) => self.fail(&error),
        }
    }

    pub(super) fn fail(&self, error: &PageError) -> Response {
        error_page(&self.site, &self.uri, &self.headers, error)
    }
}

/// Tells the log why there is no page, when it should know.
pub(super) fn log(error: &PageError) {
    match error {
        PageError::Internal(cause) => tracing::error!(error = format!("{cause:#}"), "page"),
        // A form from elsewhere, or one without the word of its session.
        PageError::BadRequest => tracing::warn!("form refused"),
        PageError::Busy => tracing::warn!("too much at once"),
        PageError::TooOften(_) => tracing::info!("a reader waits"),
        PageError::Forbidden | PageError::NotFound | PageError::TooLong | PageError::TooLarge => {}
    }
}

pub(super) fn error_page(
    site: &Site,
    uri: &Uri,
    headers: &HeaderMap,
    error: &PageError,
) -> Response {
    log(error);
    let place = Place {
        language: language_of(uri, headers),
        scope: EVERYONE.to_owned(),
    };
    let mut response = send(&pages::error::render(site, &place, error), headers);
    if let PageError::TooOften(seconds) = error {
        let seconds = HeaderValue::from(*seconds);
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}

/// The language of an address, else of the reader's browser, else French.
fn language_of(uri: &Uri, headers: &HeaderMap) -> Language {
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    let known = Language::ALL
        .into_iter()
        .find(|language| language.tag() == first);
    known.unwrap_or_else(|| preferred(headers))
}

/// The language of a browser, if it is one of ours.
pub(super) fn preferred(headers: &HeaderMap) -> Language {
    let accepted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    accepted
        .unwrap_or_default()
        .split(',')
        .filter_map(|part| Language::from_tag(part.split(';').next()?.trim()))
        .next()
        .unwrap_or_default()
}

/// Sends what is in memory: compressed when the reader takes it, nothing when they have it.
pub(super) fn send(page: &Rendered, headers: &HeaderMap) -> Response {
    let has = |name, wanted: &str| {
        let value = headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok());
        value.is_some_and(|value| value.split(',').any(|part| part.trim().starts_with(wanted)))
    };
    let is_known = page.status == StatusCode::OK && has(IF_NONE_MATCH, &page.etag);
    let mut response = Response::builder()
        .header(ETAG, &page.etag)
        .header(CACHE_CONTROL, "no-cache")
        .header(VARY, "accept-encoding");
    if is_known {
        let response = response
            .status(StatusCode::NOT_MODIFIED)
            .body(Body::empty());
        return response.unwrap_or_default();
    }
    response = response
        .status(page.status)
        .header(CONTENT_TYPE, page.content_type);
    if let Some(name) = &page.download {
        response = response.header(CONTENT_DISPOSITION, page.disposition(name));
    }
    let body = if has(ACCEPT_ENCODING, "gzip") && !page.gzipped.is_empty() {
        response = response.header(CONTENT_ENCODING, "gzip");
        page.gzipped.clone()
    } else {
        page.plain.clone()
    };
    response.body(Body::from(body)).unwrap_or_default()
}

/// Leads to another page; to the first one when the address cannot be written in a header.
pub(super) fn redirect(to: &str) -> Response {
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    Response::builder()
        .status(StatusCode::SEE_OTHER)
        .header(LOCATION, to)
        .header(VARY, "accept-language")
        .body(Body::empty())
        .unwrap_or_default()
}

/// Whether a form was sent from a page of this site.
pub(super) fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    if let Some(site) = text(axum::http::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match (text(ORIGIN), text(HOST)) {
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, origin)| origin == host),
        (None, _) => true,
        (Some(_), None) => false,
    }
}
