//! That it is really the person, before something that matters.

use super::form::{Faults, Form};
use super::member::Inside;
use super::sign_in::{fault, locked};
use crate::clock;
use crate::identity::proof::{Proof, prove};
use anyhow::Result;
use axum::http::StatusCode;
use chrono::Duration;
use store::Credentials;

/// A session this young proves who one is, for those who have no password here.
const FRESH_MINUTES: i64 = 10;
/// The field of the password.
pub(in crate::web::staff) const FIELD: &str = "ancien";
/// The field of the code that the telephone shows, or of a recovery code.
const CODE: &str = "code_actuel";

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

/// Asks for the password, and for a code of the second factor if there is one; of somebody who has
/// no password here, that they signed in a moment ago. `None` when it is really them; what is wrong
/// is told in the field `at`.
pub(in crate::web::staff) async fn proven(
    inside: &Inside,
    credentials: &Credentials,
    form: &Form,
    at: &str,
) -> Result<Option<Unproven>> {
    let visit = &inside.visit;
    let now = clock::now();
    let refused = |key: &str| {
        let (faults, status) = (fault(visit, at, key), StatusCode::UNPROCESSABLE_ENTITY);
        Some(Unproven { faults, status })
    };
    if credentials.password_hash.is_none() {
        let is_fresh = now - inside.session.opened_at < Duration::minutes(FRESH_MINUTES);
        return Ok(match is_fresh {
            true => None,
            false => refused("own-sign-in-again"),
        });
    }
    let instance = &visit.app.instance;
    // As for signing in: a few at once, the others wait.
    let _turn = visit.app.attempts.acquire().await?;
    let given = (form.one(FIELD), form.one(CODE));
    let proof = prove(
        &instance.store,
        &instance.safe,
        inside.account.id,
        given,
        now,
    );
    Ok(match proof.await? {
        Proof::Given => None,
        Proof::Refused if credentials.totp_secret.is_some() => refused("own-proof-refused"),
        Proof::Refused => refused("own-password-wrong"),
        Proof::Sealed => refused("code-sealed"),
        Proof::Locked(until) => Some(Unproven {
            faults: locked(visit, at, until),
            status: StatusCode::TOO_MANY_REQUESTS,
        }),
    })
}
