use super::super::member::{Inside, recognise, recognise_guest, sign_in_address};
use crate::web::error::PageError;
use crate::web::server::App;
use crate::web::visit::{Visit, redirect};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use domain::Language;
use domain::people::{Account, AccountState};
use std::sync::Arc;
use store::{Guest, Session};

/// Whoever writes a declaration: somebody who is signed in, or somebody without an account who
/// opened the link sent to their address.
pub(super) struct Declaring(pub(super) Inside);

/// Whoever comes to the first page.
pub(super) enum Comer {
    /// Somebody who is signed in.
    Member(Inside),
    /// Somebody without an account, who opened their link.
    Guest(Inside),
    /// Anybody else, where one may declare without an account.
    Stranger(Visit),
}

impl FromRequestParts<Arc<App>> for Declaring {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        match Comer::from_request_parts(parts, app).await? {
            Comer::Member(inside) | Comer::Guest(inside) => Ok(Self(inside)),
            Comer::Stranger(visit) => Err(redirect(&sign_in_address(&visit))),
        }
    }
}

impl FromRequestParts<Arc<App>> for Comer {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, app).await?;
        if !app.instance.config.declares_without_account() {
            return Inside::from_request_parts(parts, app)
                .await
                .map(Self::Member);
        }
        let internal = |error| visit.fail(&PageError::Internal(error));
        if recognise(&visit).await.map_err(internal)?.is_some() {
            return Inside::from_request_parts(parts, app)
                .await
                .map(Self::Member);
        }
        let guest = recognise_guest(&visit).await.map_err(internal)?;
        Ok(match guest {
            Some((session, guest)) if guest.authority == visit.place.scope => {
                Self::Guest(inside(visit, session, guest))
            }
            _ => Self::Stranger(visit),
        })
    }
}

/// Somebody without an account, as the pages of a declaration need them: no name, no address and
/// no role.
fn inside(visit: Visit, session: Session, guest: Guest) -> Inside {
    let w = visit.site.wording(visit.place.language);
    let account = Account {
        id: guest.id,
        email: String::new(),
        name: w.get("guest-name"),
        language: Language::default(),
        state: AccountState::Active,
        grants: Vec::new(),
        created_at: session.opened_at,
    };
    Inside {
        account,
        session,
        guest: Some(guest),
        visit,
    }
}
