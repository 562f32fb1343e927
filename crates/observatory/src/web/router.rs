//! The table of contents of the site.

use super::error::PageError;
use super::handlers as page;
use super::server::App;
use super::visit::error_page;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ETAG, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{any, get};
use publish::api::ROOT;
use publish::open_data::OpenFile;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

/// Largest body taken, in bytes.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// Longest time an answer may take.
const ANSWER_SECONDS_MAX: u64 = 30;

/// Sent with every answer. No script, no frame, nothing from elsewhere.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "interest-cohort=()"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// Every address, without what guards it: for those who ask from inside.
pub(super) fn addresses(app: Arc<App>) -> Router {
    let mut site = Router::new()
        .route("/", get(page::root))
        .route("/{lang}/", get(page::everyone))
        .route("/{lang}/{scope}/", get(page::home))
        .route("/{lang}/{scope}/registre", get(page::register))
        .route("/{lang}/{scope}/registre.atom", get(page::feed))
        .route("/{lang}/{scope}/registre.feed.json", get(page::json_feed))
        .route("/{lang}/{scope}/donnees", get(page::open_data))
        .route("/{lang}/{scope}/catalogue", get(page::catalogue))
        .route("/{lang}/{scope}/formats", get(page::formats))
        .route("/{lang}/{scope}/formats/{name}", get(page::format))
        .route("/{lang}/{scope}/droit.json", get(page::law_file))
        .route("/{lang}/{scope}/droit", get(page::law))
        .route("/{lang}/{scope}/droit/{text}", get(page::law_text))
        .route("/{lang}/{scope}/droit/{text}/{rule}", get(page::law_rule))
        .route("/{lang}/{scope}/fiche/{reference}", get(page::record))
        .route(
            "/{lang}/{scope}/fiche/{reference}/droit",
            get(page::record_law),
        )
        .route(
            "/{lang}/{scope}/fiche/{reference}/valeurs",
            get(page::values),
        )
        .route(
            "/{lang}/{scope}/fiche/{reference}/histoire",
            get(page::history),
        )
        .route(
            "/{lang}/{scope}/fiche/{reference}/chiffres",
            get(page::figures),
        )
        .route("/{lang}/{scope}/ailleurs", get(page::elsewhere))
        .route(
            "/{lang}/{scope}/ailleurs/comparer",
            get(page::peer_comparison),
        )
        .route(
            "/{lang}/{scope}/ailleurs/taches/{task}",
            get(page::peer_task),
        )
        .route(
            "/{lang}/{scope}/ailleurs/histoire/{slug}",
            get(page::peer_history),
        )
        .route("/{lang}/{scope}/ailleurs/{id}", get(page::peer))
        .route("/{lang}/{scope}/tableau-de-bord", get(page::dashboard))
        .route("/{lang}/{scope}/tableau-de-bord/{chart}", get(page::chart))
        .route("/{lang}/{scope}/dependances", get(page::dependencies))
        .route("/{lang}/{scope}/dependances.csv", get(page::flows))
        .route(
            "/{lang}/{scope}/dependances/{part}",
            get(page::dependencies_part),
        )
        .route("/{lang}/{scope}/effets", get(page::effects))
        .route("/{lang}/{scope}/effets/comite", get(page::committee))
        .route("/{lang}/{scope}/rapport", get(page::report))
        .route("/{lang}/{scope}/rapport/{chapter}", get(page::chapter))
        .route("/{lang}/{scope}/rapport/tableau/{table}", get(page::table))
        .route("/{lang}/{scope}/puis-je", get(page::may_i))
        .route("/{lang}/{scope}/risques", get(page::risks))
        .route("/{lang}/{scope}/questions", get(page::questions))
        .route("/{lang}/{scope}/glossaire", get(page::glossary))
        .route("/{lang}/{scope}/galerie", get(page::gallery))
        .route(
            "/{lang}/{scope}/signaler",
            get(page::contact_form).post(page::contact_send),
        )
        .route(
            "/{lang}/{scope}/suivi",
            get(page::follow_form).post(page::follow_send),
        )
        .route("/{lang}/{scope}/signalements", get(page::reports))
        .route("/{lang}/{scope}/{page}", get(page::prose))
        .route("/{lang}/{scope}/api", get(page::api))
        .route("/{lang}/{scope}/editeur/{slug}", get(page::publisher))
        .route(ROOT, any(super::api::answer))
        .route(&format!("{ROOT}/"), any(super::api::answer))
        .route(&format!("{ROOT}/{{*path}}"), any(super::api::answer))
        .route("/id/{uuid}", get(page::identifier))
        .route("/vocabulaire", get(page::vocabulary))
        .route("/vocabulaire.jsonld", get(page::vocabulary_file))
        .route("/static/{file}", get(page::asset))
        .route("/.well-known/security.txt", get(page::security))
        .route("/.well-known/observatoire-ia.json", get(page::discovery))
        .route("/sitemap.xml", get(page::sitemap))
        .route("/robots.txt", get(page::robots))
        .route("/healthz", get(page::healthz))
        .route("/readyz", get(page::readyz))
        .fallback(page::nothing_here);
    for file in OpenFile::ALL {
        let address = format!("/{{lang}}/{{scope}}/{}", file.name());
        site = site.route(&address, get(page::open_file));
    }
    site.merge(super::staff::routes())
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .merge(super::staff::upload_routes())
        .with_state(app)
}

/// Tells on a page that too much was sent: the limits of the router say it in one word of English.
async fn tell_too_large(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let answer = next.run(request).await;
    let is_bare = !answer.headers().contains_key(ETAG);
    match answer.status() {
        StatusCode::PAYLOAD_TOO_LARGE if is_bare => {
            error_page(&app.site(), &uri, &headers, &PageError::TooLarge)
        }
        _ => answer,
    }
}

pub(super) fn router(app: Arc<App>) -> Router {
    let site = addresses(app.clone()).layer(axum::middleware::from_fn_with_state(
        app.clone(),
        tell_too_large,
    ));
    let mut site = site.layer(ServiceBuilder::new().layer(CatchPanicLayer::new()).layer(
        TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            Duration::from_secs(ANSWER_SECONDS_MAX),
        ),
    ));
    for (name, value) in HEADERS {
        site = site.layer(SetResponseHeaderLayer::if_not_present(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
    }
    if app.is_secure() {
        site = site.layer(SetResponseHeaderLayer::if_not_present(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        ));
    }
    site.layer(axum::middleware::from_fn_with_state(
        app,
        super::metrics::count,
    ))
    .layer(axum::middleware::from_fn(super::number::tie))
}
