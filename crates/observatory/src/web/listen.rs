//! Takes connections: so many at once, and none that never finishes its request.

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service;

/// Longest time for the head of a request, and for a connection to stay without one.
const HEAD_SECONDS_MAX: u64 = 20;
/// Connections at once; the next ones wait.
const CONNECTIONS_MAX: usize = 1_024;
/// How long answers that are being sent are waited for at the end.
const FAREWELL_SECONDS: u64 = 10;

/// Serves until the future is done, then finishes what was begun.
pub(super) async fn listen(listener: TcpListener, app: Router, until: impl Future<Output = ()>) {
    let mut protocol = http1::Builder::new();
    protocol
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(HEAD_SECONDS_MAX));
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    tokio::pin!(until);
    loop {
        let (stream, reader, place) = tokio::select! {
            () = &mut until => break,
            next = next(&listener, &places) => match next {
                Some(next) => next,
                None => continue,
            },
        };
        let app = app.clone();
        let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(reader));
            app.clone().call(request)
        });
        let connection = protocol.serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A reader who goes away is nothing to tell.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let farewell = Duration::from_secs(FAREWELL_SECONDS);
    if tokio::time::timeout(farewell, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers were cut short");
    }
}

/// The next connection with its place; nothing when it failed.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, reader)) => Some((stream, reader, place)),
        Err(error) => {
            // Too many open files, most often: wait for some to be closed.
            tracing::warn!(%error, "a connection was not taken");
            tokio::time::sleep(Duration::from_millis(100)).await;
            None
        }
    }
}
