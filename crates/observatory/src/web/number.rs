//! A number for each request, which ties together the lines that the log has about it and the
//! answer of somebody who says that something broke. It says nothing of who asked.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use tracing::Instrument;

/// The header of an answer that is no success.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Where this process begins: two nodes, or two starts, do not count alike.
static START: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0) & 0xffff_ffff);
static NEXT: AtomicU64 = AtomicU64::new(1);

/// Answers within the number of the request.
pub(super) async fn tie(request: Request, next: Next) -> Response {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let number = format!("{:08x}-{number}", *START);
    let span = tracing::info_span!("request", %number);
    let mut response = next.run(request).instrument(span).await;
    let status = response.status();
    if (status.is_client_error() || status.is_server_error())
        && let Ok(value) = HeaderValue::from_str(&number)
    {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
