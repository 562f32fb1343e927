use super::super::member::{Inside, recognise, sign_in_address};
use super::super::sign_in::CODE;
use crate::web::error::PageError;
use crate::web::server::App;
use crate::web::visit::{Visit, redirect};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use domain::people::Account;
use std::sync::Arc;
use store::Session;

/// A request of somebody who sets up a second factor: one who is signed in, or one whose password
/// is right, who must have a second factor and has none yet. Whoever has one gives its code first.
pub(super) struct Enrolling(pub(super) Inside);

impl FromRequestParts<Arc<App>> for Enrolling {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, app).await?;
        match known(&visit).await {
            Ok(Some((session, account))) => match Inside::admit(visit, session, account) {
                Ok(inside) => Ok(Self(inside)),
                Err(refused) => Err(*refused),
            },
            Ok(None) => Err(redirect(&sign_in_address(&visit))),
            Err(Stop::Code) => Err(redirect(&visit.place.page(CODE))),
            Err(Stop::Error(error)) => Err(visit.fail(&PageError::Internal(error))),
        }
    }
}

/// Why somebody with a session does not come in.
enum Stop {
    /// They have a second factor and did not give its code.
    Code,
    Error(anyhow::Error),
}

async fn known(visit: &Visit) -> Result<Option<(Session, Account)>, Stop> {
    let Some((session, account)) = recognise(visit).await.map_err(Stop::Error)? else {
        return Ok(None);
    };
    if session.second_factor {
        return Ok(Some((session, account)));
    }
    let store = &visit.app.instance.store;
    let credentials = store.credentials(account.id).await;
    let credentials = credentials.map_err(|error| Stop::Error(error.into()))?;
    match credentials.unwrap_or_default().totp_secret {
        Some(_) => Err(Stop::Code),
        None => Ok(Some((session, account))),
    }
}
