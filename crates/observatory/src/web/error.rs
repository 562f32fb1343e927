//! Which error to use where: a page that cannot be shown is a [`PageError`]; anything unexpected
//! is an `anyhow` error, logged once here and never shown.

use axum::http::StatusCode;

/// Why there is no such page.
#[derive(Debug)]
pub(super) enum PageError {
    /// Nothing lives at that address.
    NotFound,
    /// The address is longer than any of ours.
    TooLong,
    /// More was sent than this address takes.
    TooLarge,
    /// What was sent cannot be understood.
    BadRequest,
    /// The person may not do that.
    Forbidden,
    /// Too much was sent in the last minute, by all readers together.
    Busy,
    /// One reader asked too much in a minute: how many seconds to wait.
    TooOften(u64),
    /// Something broke on our side.
    Internal(anyhow::Error),
}

impl PageError {
    /// The status and the key of its message.
    pub(super) fn status(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "error-404"),
            Self::TooLong => (StatusCode::URI_TOO_LONG, "error-414"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "error-413"),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "error-400"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "error-403"),
            Self::Busy => (StatusCode::TOO_MANY_REQUESTS, "error-429"),
            Self::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, "error-too-often"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-500"),
        }
    }
}

impl From<anyhow::Error> for PageError {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}
