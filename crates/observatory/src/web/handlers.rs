//! From a request to a page and back: nothing else is decided here.

use super::address::Place;
use super::error::PageError;
use super::pages;
use super::server::App;
use super::visit::{Visit, error_page, is_same_origin, preferred, redirect, send};
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use publish::EVERYONE;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) async fn root(headers: HeaderMap) -> Response {
    redirect(&format!("/{}/", preferred(&headers).tag()))
}

/// The view across all authorities; with a single one, that one is the home.
pub(super) async fn everyone(visit: Visit) -> Response {
    match visit.site.snapshot.authorities.as_slice() {
        [only] => {
            let place = Place {
                language: visit.place.language,
                scope: only.slug.clone(),
            };
            redirect(&place.page(""))
        }
        _ => visit.page(pages::home::render),
    }
}

pub(super) async fn home(visit: Visit) -> Response {
    if visit.place.scope == EVERYONE {
        return redirect(&visit.place.page(""));
    }
    visit.page(pages::home::render)
}

pub(super) async fn register(visit: Visit) -> Response {
    visit.asked(pages::register::render)
}

pub(super) async fn record(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let reference = path.get("reference").map_or("", String::as_str);
    match reference.strip_suffix(".json") {
        Some(reference) => visit.page(|site, place| pages::record::json(site, place, reference)),
        None => visit.page(|site, place| pages::record::render(site, place, reference)),
    }
}

pub(super) async fn history(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let reference = path.get("reference").map_or("", String::as_str);
    visit.page(|site, place| pages::history::render(site, place, reference))
}

pub(super) async fn values(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let reference = path.get("reference").map_or("", String::as_str);
    visit.page(|site, place| pages::values::render(site, place, reference))
}

pub(super) async fn figures(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let reference = path.get("reference").map_or("", String::as_str);
    visit.page(|site, place| pages::figures::render(site, place, reference))
}

pub(super) async fn record_law(
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let reference = path.get("reference").map_or("", String::as_str);
    visit.page(|site, place| pages::law::record(site, place, reference))
}

pub(super) async fn law(visit: Visit) -> Response {
    visit.page(pages::law::texts)
}

pub(super) async fn law_text(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let text = path.get("text").map_or("", String::as_str);
    visit.page(|site, place| pages::law::text(site, place, text))
}

pub(super) async fn law_rule(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let part = |name: &str| path.get(name).map_or("", String::as_str);
    let id = format!("{}/{}", part("text"), part("rule"));
    visit.page(|site, place| pages::law::rule(site, place, &id))
}

pub(super) async fn peer(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let id = path.get("id").map_or("", String::as_str);
    visit.page(|site, place| pages::peer::render(site, place, id))
}

pub(super) async fn elsewhere(visit: Visit) -> Response {
    visit.page(pages::elsewhere::render)
}

pub(super) async fn peer_comparison(visit: Visit) -> Response {
    visit.asked(pages::elsewhere::comparison)
}

pub(super) async fn peer_task(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let task = path.get("task").map_or("", String::as_str);
    visit.asked(|site, place, query| pages::elsewhere::task(site, place, task, query))
}

pub(super) async fn peer_history(
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let slug = path.get("slug").map_or("", String::as_str);
    visit.asked(|site, place, query| pages::elsewhere::history(site, place, slug, query))
}

pub(super) async fn dashboard(visit: Visit) -> Response {
    visit.page(pages::dashboard::render)
}

pub(super) async fn chart(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let chart = path.get("chart").map_or("", String::as_str);
    match chart.strip_suffix(".csv") {
        Some(name) => visit.page(|site, place| pages::dashboard::csv(site, place, name)),
        None => visit.page(|site, place| pages::dashboard::chart(site, place, chart)),
    }
}

pub(super) async fn dependencies(visit: Visit) -> Response {
    visit.page(pages::dependencies::render)
}

pub(super) async fn dependencies_part(
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let part = path.get("part").map_or("", String::as_str);
    visit.page(|site, place| pages::dependencies::part(site, place, part))
}

pub(super) async fn flows(visit: Visit) -> Response {
    visit.page(pages::dependencies::csv)
}

pub(super) async fn effects(visit: Visit) -> Response {
    visit.page(pages::effects::render)
}

pub(super) async fn committee(visit: Visit) -> Response {
    visit.page(pages::effects::committee)
}

pub(super) async fn report(visit: Visit) -> Response {
    visit.page(|site, place| pages::report::render(site, place, None))
}

pub(super) async fn chapter(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let chapter = path.get("chapter").map_or("", String::as_str).to_owned();
    if chapter == "rapport.pdf" {
        // Setting a report takes a moment: it must not hold the pages of others.
        let task = tokio::task::spawn_blocking(move || visit.long_page(pages::report::pdf));
        return task.await.unwrap_or_default();
    }
    visit.page(|site, place| pages::report::render(site, place, Some(&chapter)))
}

pub(super) async fn may_i(visit: Visit) -> Response {
    visit.asked(pages::may_i::render)
}

pub(super) async fn questions(visit: Visit) -> Response {
    visit.asked(pages::questions::render)
}

pub(super) async fn risks(visit: Visit) -> Response {
    visit.page(pages::risks::render)
}

pub(super) async fn table(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let name = path.get("table").map_or("", String::as_str);
    visit.asked(|site, place, query| pages::whole_table::render(site, place, name, query))
}

pub(super) async fn glossary(visit: Visit) -> Response {
    visit.page(pages::glossary::render)
}

pub(super) async fn gallery(visit: Visit) -> Response {
    visit.page(pages::gallery::render)
}

pub(super) async fn prose(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let slug = path.get("page").map_or("", String::as_str);
    visit.page(|site, place| pages::prose::render(site, place, slug))
}

pub(super) async fn feed(visit: Visit) -> Response {
    visit.page(|site, place| Ok(pages::feed::render(site, place)))
}

pub(super) async fn json_feed(visit: Visit) -> Response {
    visit.page(|site, place| Ok(pages::feed::render_json(site, place)))
}

pub(super) async fn open_data(visit: Visit) -> Response {
    visit.page(pages::open_data::render)
}

pub(super) async fn open_file(visit: Visit) -> Response {
    let path = visit.uri.path();
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let task = tokio::task::spawn_blocking(move || {
        visit.long_page(|site, place| pages::open_data::file(site, place, &name))
    });
    task.await.unwrap_or_default()
}

/// What each format keeps is counted by writing it: it must not hold the pages of others.
pub(super) async fn formats(visit: Visit) -> Response {
    let task = tokio::task::spawn_blocking(move || visit.long_page(pages::formats::render));
    task.await.unwrap_or_default()
}

/// A format, or one of its files: only a file has an ending.
pub(super) async fn format(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let name = path.get("name").map_or("", String::as_str).to_owned();
    let task = tokio::task::spawn_blocking(move || {
        visit.long_page(|site, place| match name.contains('.') {
            true => pages::formats::file(site, place, &name),
            false => pages::formats::one(site, place, &name),
        })
    });
    task.await.unwrap_or_default()
}

/// The law as a file.
pub(super) async fn law_file(visit: Visit) -> Response {
    visit.page(|site, _| Ok(pages::law::json(site, "droit.json")))
}

/// The catalogue in the form the reader asks for; a browser is led to the page.
pub(super) async fn catalogue(visit: Visit) -> Response {
    let accept = visit
        .headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok());
    let accept = accept.unwrap_or_default();
    let form = pages::open_data::negotiate(accept);
    let to = form.map_or("donnees", publish::open_data::OpenFile::name);
    let mut response = redirect(&visit.place.page(to));
    let vary = HeaderValue::from_static("accept");
    response.headers_mut().insert(VARY, vary);
    response
}

pub(super) async fn security(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let site = app.site();
    match pages::open_data::security(&site) {
        Ok(page) => send(&page, &headers),
        Err(error) => error_page(&site, &uri, &headers, &error),
    }
}

/// How other observatories find what this one offers. Anybody may read it from anywhere.
pub(super) async fn discovery(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let site = app.site();
    match pages::open_data::discovery(&site) {
        Ok(page) => super::api::open(send(&page, &headers)),
        Err(error) => error_page(&site, &uri, &headers, &error),
    }
}

/// The words of the linked data have one address for every scope; what they mean is in a file.
pub(super) async fn vocabulary() -> Response {
    redirect("/vocabulaire.jsonld")
}

/// What the words of the linked data mean. Anybody may read it from anywhere.
pub(super) async fn vocabulary_file(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let site = app.site();
    match site.cached(uri.path(), || pages::open_data::vocabulary(&site)) {
        Ok(page) => super::api::open(send(&page, &headers)),
        Err(error) => error_page(&site, &uri, &headers, &error),
    }
}

/// What programs can ask for, explained to people.
pub(super) async fn api(visit: Visit) -> Response {
    visit.page(pages::api::render)
}

pub(super) async fn publisher(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let slug = path.get("slug").map_or("", String::as_str);
    visit.page(|site, place| pages::publisher::render(site, place, slug))
}

pub(super) async fn contact_form(visit: Visit) -> Response {
    visit.asked(pages::contact::form)
}

/// A form is taken only from a page of this site.
pub(super) async fn contact_send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    if !visit.app.messages.takes_one(crate::clock::now()) {
        return visit.fail(&PageError::Busy);
    }
    let received =
        pages::contact::receive(&visit.site, &visit.app.instance, &visit.place, &body).await;
    match received {
        Ok(page) => unkept(send(&page, &visit.headers)),
        Err(error) => visit.fail(&error),
    }
}

pub(super) async fn follow_form(visit: Visit) -> Response {
    visit.page(pages::follow::form)
}

/// The number and the word come in the body, never in an address, and the answer is kept nowhere.
pub(super) async fn follow_send(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    if !visit.app.readings.takes_one(crate::clock::now()) {
        return visit.fail(&PageError::Busy);
    }
    let found = pages::follow::read(&visit.site, &visit.app.instance, &visit.place, &body).await;
    match found {
        Ok(page) => unkept(send(&page, &visit.headers)),
        Err(error) => visit.fail(&error),
    }
}

/// The same answer, for nobody to keep.
fn unkept(mut response: Response) -> Response {
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(CACHE_CONTROL, never);
    response
}

pub(super) async fn reports(visit: Visit) -> Response {
    visit.page(pages::reports::render)
}

pub(super) async fn identifier(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let site = app.site();
    let place = |scope: &str| Place {
        language: preferred(&headers),
        scope: scope.to_owned(),
    };
    let own = site
        .snapshot
        .uses
        .iter()
        .find(|public| public.use_case.id.to_string() == id);
    if let Some(public) = own {
        let place = place(&public.use_case.authority);
        let record = place.record(&public.use_case.reference);
        let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
        let mut response = match pages::open_data::wants_data(accept.unwrap_or_default()) {
            true => redirect(&format!("{record}.json")),
            false => redirect(&record),
        };
        let vary = HeaderValue::from_static("accept, accept-language");
        response.headers_mut().insert(VARY, vary);
        return response;
    }
    match site
        .snapshot
        .peers
        .iter()
        .find(|peer| peer.id.to_string() == id)
    {
        Some(peer) => redirect(&place(EVERYONE).peer(peer.id)),
        None => error_page(&site, &uri, &headers, &PageError::NotFound),
    }
}

pub(super) async fn asset(State(app): State<Arc<App>>, uri: Uri, headers: HeaderMap) -> Response {
    let site = app.site();
    let asset = [&site.style, &site.icon]
        .into_iter()
        .find(|asset| asset.url == uri.path());
    let Some(asset) = asset else {
        return error_page(&site, &uri, &headers, &PageError::NotFound);
    };
    let mut response = send(&asset.rendered, &headers);
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, forever);
    response
}

pub(super) async fn sitemap(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    send(&pages::sitemap::render(&app.site()), &headers)
}

/// The protocol wants a whole address for the sitemap.
pub(super) async fn robots(State(app): State<Arc<App>>) -> String {
    let url = app.public_url();
    format!("User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n")
}

pub(super) async fn nothing_here(
    State(app): State<Arc<App>>,
    RawQuery(_): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    error_page(&app.site(), &uri, &headers, &PageError::NotFound)
}

/// The process lives.
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers and a snapshot is loaded.
pub(super) async fn readyz(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match app.instance.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        ),
    }
}
