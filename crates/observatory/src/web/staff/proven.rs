//! That it is really the person, before something that matters.

use super::form::{Faults, Form};
use super::member::Inside;
use super::sign_in::locked;
use crate::clock;
use crate::identity::proof::{Proof, prove_password};
use anyhow::Result;
use axum::http::StatusCode;
use chrono::Duration;
use store::Credentials;

/// A session this young proves who one is, for those who have no password here.
const FRESH_MINUTES: i64 = 10;
/// The field of the password.
pub(in crate::web::staff) const FIELD: &str = "ancien";

/// Why a proof was not taken.
pub(in crate::web::staff) struct Unproven {
    pub(in crate::web::staff) faults: Faults,
    pub(in crate::web::staff) status: StatusCode,
}

/// How the person proves who they are.
pub(in crate::web::staff) async fn credentials(inside: &Inside) -> Result<Credentials> {
    let store = &inside.visit.app.instance.store;
    let credentials = store.credentials(inside.account.id).await?;
    let mut credentials = credentials.unwrap_or_default();
    if !inside.session.second_factor {
        // The password was given to open this session: that it is young proves as much.
        credentials.password_hash = None;
    }
    Ok(credentials)
}

/// Asks for the password; for somebody who has none, that they signed in a moment ago. `None`
/// when it is really them.
pub(in crate::web::staff) async fn proven(
    inside: &Inside,
    credentials: &Credentials,
    form: &Form,
) -> Result<Option<Unproven>> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let now = clock::now();
    let refused = |key: &str| {
        let mut faults = Faults::default();
        faults.add(FIELD, w.get(key));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Some(Unproven { faults, status })
    };
    if credentials.password_hash.is_none() {
        let is_fresh = now - inside.session.opened_at < Duration::minutes(FRESH_MINUTES);
        return Ok(match is_fresh {
            true => None,
            false => refused("own-sign-in-again"),
        });
    }
    let store = &visit.app.instance.store;
    // As for signing in: a few at once, the others wait.
    let _turn = visit.app.attempts.acquire().await?;
    let proof = prove_password(store, inside.account.id, form.one(FIELD), now).await?;
    Ok(match proof {
        Proof::Given => None,
        Proof::Refused => refused("own-password-wrong"),
        Proof::Locked(until) => Some(Unproven {
            faults: locked(visit, FIELD, until),
            status: StatusCode::TOO_MANY_REQUESTS,
        }),
    })
}
