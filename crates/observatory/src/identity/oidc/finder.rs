use super::{Client, OidcError, Settings};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use tokio::sync::Mutex;

/// How long a provider that was found is believed to be as it was.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// How long a provider that was not found is left alone.
const PAUSE: TimeDelta = TimeDelta::seconds(10);

/// A provider, looked for when somebody needs it: a site starts and goes on without it.
pub struct Finder {
    settings: Settings,
    last: Mutex<Last>,
}

/// What came of looking for the provider, and when.
#[derive(Default)]
struct Last {
    found: Option<(Arc<Client>, DateTime<Utc>)>,
    missed: Option<(OidcError, DateTime<Utc>)>,
}

impl Finder {
    /// Knows where to look, and does not look yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            last: Mutex::default(),
        }
    }

    /// The provider, as it was found less than an hour ago.
    ///
    /// When it does not answer any more, what was known of it goes on serving; when it never did,
    /// it is an error, and the next request but those of ten seconds looks again.
    pub async fn client(&self, now: DateTime<Utc>) -> Result<Arc<Client>, OidcError> {
        let mut last = self.last.lock().await;
        let known = last.found.clone();
        if let Some((client, at)) = &known
            && now - *at < FRESH
        {
            return Ok(client.clone());
        }
        let missed = last.missed.filter(|(_, at)| now - *at < PAUSE);
        let looked = match missed {
            Some((error, _)) => Err(error),
            None => Client::discover(self.settings.clone()).await,
        };
        match (looked, known) {
            (Ok(client), _) => {
                let client = Arc::new(client);
                *last = Last {
                    found: Some((client.clone(), now)),
                    missed: None,
                };
                Ok(client)
            }
            (Err(error), known) => {
                if missed.is_none() {
                    last.missed = Some((error, now));
                }
                known.map(|(client, _)| client).ok_or(error)
            }
        }
    }
}
