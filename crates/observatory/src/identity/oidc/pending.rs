use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::url::Url;
use openidconnect::{CsrfToken, Nonce};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How long a person has to sign in.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// Bytes behind a state or a nonce: 43 characters, where ProConnect asks for 32.
const RANDOM_BYTES: u32 = 32;

/// A sign-in that has begun.
pub struct Begun {
    /// Where to send the person.
    pub url: Url,
    /// What to keep until they come back.
    pub pending: Pending,
}

/// What is known of a sign-in until the person comes back.
///
/// It is a secret: kept in the database, under the hash of a cookie, never in the cookie. Whoever
/// takes it out to call [`super::Client::finish`] erases it first, so that it serves once.
#[derive(Serialize, Deserialize)]
pub struct Pending {
    /// What the provider repeats in the address of return.
    pub state: String,
    /// What the provider repeats in the ID token.
    pub nonce: String,
    /// What proves that the code was asked for here; absent without PKCE.
    pub verifier: Option<String>,
    /// When the person was sent away.
    pub begun_at: DateTime<Utc>,
}

impl Pending {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self {
            state: CsrfToken::new_random_len(RANDOM_BYTES).into_secret(),
            nonce: Nonce::new_random_len(RANDOM_BYTES).secret().clone(),
            verifier: None,
            begun_at: now,
        }
    }

    pub(super) fn is_too_old(&self, now: DateTime<Utc>) -> bool {
        now - self.begun_at > PATIENCE
    }

    /// Compared by their digests, so that the time it takes tells nothing.
    pub(super) fn has_state(&self, state: &str) -> bool {
        CsrfToken::new(state.to_owned()) == CsrfToken::new(self.state.clone())
    }
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Begun").finish_non_exhaustive()
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending")
            .field("begun_at", &self.begun_at)
            .finish_non_exhaustive()
    }
}
