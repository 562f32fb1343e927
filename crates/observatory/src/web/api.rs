//! The API over HTTP: methods, headers, problems and how often. What it answers is in
//! `publish::api`.

use super::rendered::Rendered;
use super::server::App;
use super::site::Site;
use super::visit::{preferred, send};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE,
    RETRY_AFTER, VARY,
};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::Response;
use domain::{Language, Remark};
use publish::EVERYONE;
use publish::api::{Api, Problem, ROOT};
use serde_json::json;
use std::sync::Arc;

const METHODS: &str = "GET, HEAD, OPTIONS";
/// How long an answer may be kept by those between: a tombstone must not be hidden for long.
const FRESH: &str = "public, max-age=60";
/// Longest address answered, in bytes.
const ADDRESS_MAX: usize = 4_096;

/// Any request below the root of the API.
pub(super) async fn answer(State(app): State<Arc<App>>, request: Request) -> Response {
    let headers = request.headers();
    let language = preferred(headers);
    let site = app.site();
    let refuse = |problem: &Problem| refusal(&site, request.uri(), language, problem);
    if request.method() == Method::OPTIONS {
        return preflight();
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return refuse(&Problem::read_only(request.method().as_str()));
    }
    if let Err(seconds) = app
        .requests
        .admit(app.proxies.reader(request.extensions(), headers))
    {
        return refuse(&Problem::too_often(seconds));
    }
    let address = request.uri().path_and_query();
    let address = address.map_or("", |address| address.as_str());
    let answered = match address.len() {
        0..=ADDRESS_MAX => site.cached(address, || rendered(&site, request.uri())),
        _ => rendered(&site, request.uri()).map(Arc::new),
    };
    match answered {
        Ok(answer) => {
            let mut response = open(send(&answer, headers));
            let fresh = HeaderValue::from_static(FRESH);
            response.headers_mut().insert(CACHE_CONTROL, fresh);
            response
        }
        Err(problem) => refuse(&problem),
    }
}

fn rendered(site: &Site, uri: &Uri) -> Result<Rendered, Problem> {
    let path = uri.path().strip_prefix(ROOT).unwrap_or_default();
    let path = path.strip_prefix('/').unwrap_or(path);
    let answer = api(site).answer(path, uri.query().unwrap_or_default())?;
    let mut text = serde_json::to_string(&answer.document).unwrap_or_default();
    text.push('\n');
    Ok(Rendered::new("application/json", text))
}

/// What answers are made from.
pub(super) fn api(site: &Site) -> Api<'_> {
    Api {
        snapshot: &site.snapshot,
        register: &site.register,
        numbers: &site.numbers,
        wording: site.wording(Language::default()),
        public_url: &site.public_url,
    }
}

/// The same answer, which any page of any site may read.
pub(super) fn open(mut response: Response) -> Response {
    let mut set = |name: HeaderName, value: &'static str| {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    };
    set(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    set(ACCESS_CONTROL_EXPOSE_HEADERS, "etag, retry-after");
    response
}

/// What a browser asks before it reads from another site.
fn preflight() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    for (name, value) in [
        (ALLOW, METHODS),
        (ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (
            ACCESS_CONTROL_ALLOW_HEADERS,
            "accept, accept-language, if-none-match",
        ),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    open(response)
}

/// What is wrong with a request, in the reader's language (RFC 9457).
fn refusal(site: &Site, uri: &Uri, language: Language, problem: &Problem) -> Response {
    tracing::info!(
        status = problem.status,
        problem = problem.remark.key,
        "api refused"
    );
    let words = &site.library.words;
    let body = json!({
        "type": explained(site, language, &problem.remark),
        "title": words.get(language, problem.title()),
        "status": problem.status,
        "detail": words.remark(language, &problem.remark),
        "hint": words.hint(language, &problem.remark),
        "instance": uri.path(),
    });
    let mut response = Response::new(Body::from(format!("{body}\n")));
    *response.status_mut() =
        StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(
        axum::http::header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    if problem.status == 405 {
        headers.insert(ALLOW, HeaderValue::from_static(METHODS));
    }
    if let Some(seconds) = waiting(&problem.remark) {
        headers.insert(RETRY_AFTER, seconds);
    }
    open(response)
}

/// Where the page of the API explains a problem.
fn explained(site: &Site, language: Language, remark: &Remark) -> String {
    let (url, tag) = (&site.public_url, language.tag());
    format!("{url}/{tag}/{EVERYONE}/api#{}", remark.key)
}

fn waiting(remark: &Remark) -> Option<HeaderValue> {
    let (_, seconds) = remark.blanks.iter().find(|(name, _)| *name == "seconds")?;
    HeaderValue::from_str(seconds).ok()
}
