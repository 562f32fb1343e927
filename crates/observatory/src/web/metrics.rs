//! Counters for the machine that watches, on a private address. No address of a reader, no path.

use super::server::App;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::time::Instant;

/// What is counted.
pub(super) struct Metrics {
    registry: Registry,
    answers: Family<Vec<(&'static str, String)>, Counter>,
    seconds: Histogram,
    /// Position of the journal the served snapshot was built from.
    pub(super) snapshot: Gauge,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("vigie");
        let answers = Family::default();
        let seconds = Histogram::new(exponential_buckets(0.0005, 4.0, 8));
        let snapshot = Gauge::default();
        registry.register("http_answers", "Answers by status", answers.clone());
        registry.register_with_unit(
            "http_answer",
            "Time to answer",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register(
            "snapshot_journal_position",
            "Journal entry the served snapshot was built from",
            snapshot.clone(),
        );
        Self {
            registry,
            answers,
            seconds,
            snapshot,
        }
    }
}

/// Durations are measured here, never dates.
fn instant() -> Instant {
    Instant::now()
}

/// Counts every answer.
pub(super) async fn count(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let started = instant();
    let response = next.run(request).await;
    let elapsed = started.elapsed();
    let status = response.status().as_u16();
    let label = vec![("status", status.to_string())];
    app.metrics.answers.get_or_create(&label).inc();
    app.metrics.seconds.observe(elapsed.as_secs_f64());
    if status >= 500 {
        tracing::warn!(status, duration_ms = elapsed.as_millis() as u64, "answer");
    }
    response
}

/// The private site of the metrics.
pub(super) fn router(app: Arc<App>) -> Router {
    Router::new().route("/metrics", get(text)).with_state(app)
}

async fn text(State(app): State<Arc<App>>) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = encode(&mut out, &app.metrics.registry);
    out
}
