//! Letters that people ask for: taken at once, written and sent afterwards.
//!
//! Whoever asks is answered before anything is looked up, so that neither the words nor the time
//! tells who has an account. One letter is sent after the other; no address enters the log.

use super::pace::Pace;
use super::server::App;
use crate::clock;
use crate::mail::Post;
use crate::pipeline::letters::{Wanted, write};
use anyhow::Result;
use std::sync::Arc;
use tokio::sync::{Mutex, Semaphore};

/// Letters asked for in a minute, by everybody together.
const ASKED_A_MINUTE: u32 = 30;
/// Letters that wait to be sent.
const WAITING_MAX: usize = 64;

/// What holds the letters that wait.
pub(super) struct Postman {
    asked: Pace,
    places: Arc<Semaphore>,
    turn: Mutex<()>,
}

impl Postman {
    /// With nothing to send.
    pub(super) fn new() -> Self {
        Self {
            asked: Pace::a_minute(ASKED_A_MINUTE),
            places: Arc::new(Semaphore::new(WAITING_MAX)),
            turn: Mutex::new(()),
        }
    }
}

/// Takes a wish, to be looked at afterwards; `false` when too many came in this minute.
pub(super) fn take(app: &Arc<App>, wanted: Wanted) -> bool {
    if !app.postman.asked.takes_one(clock::now()) {
        tracing::warn!(what = wanted.code(), "too many letters asked for");
        return false;
    }
    let Ok(place) = app.postman.places.clone().try_acquire_owned() else {
        tracing::warn!(what = wanted.code(), "too many letters wait");
        return true;
    };
    let app = app.clone();
    tokio::spawn(async move {
        let _place = place;
        let _turn = app.postman.turn.lock().await;
        if let Err(error) = send(&app, &wanted).await {
            tracing::error!(error = format!("{error:#}"), what = wanted.code(), "letter");
        }
    });
    true
}

async fn send(app: &App, wanted: &Wanted) -> Result<()> {
    let what = wanted.code();
    let Some(letter) = write(&app.instance, wanted, clock::now()).await? else {
        return Ok(());
    };
    let Some(settings) = app.instance.config.mail()? else {
        return Ok(());
    };
    let Ok(post) = Post::of(&settings) else {
        tracing::warn!(what, fault = "settings", "letter not sent");
        return Ok(());
    };
    match post.send(&letter).await {
        Ok(()) => tracing::info!(what, "letter sent"),
        Err(fault) => tracing::warn!(what, fault = fault.code(), "letter not sent"),
    }
    Ok(())
}
