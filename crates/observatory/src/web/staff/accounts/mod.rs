//! The pages of whoever looks after accounts. What they may do is decided in
//! `pipeline::accounts`; no page here opens a record.

mod erase;
mod invite;
mod linked;
mod list;
mod person;
mod role;

pub(super) use invite::languages;

use super::form::Form;
use super::member::Inside;
use crate::pipeline::accounts::{self, Hand, Line};
use crate::web::error::PageError;
use crate::web::server::App;
use anyhow::Result;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::{get, post};
use domain::people::{Account, Action};
use std::collections::HashMap;
use std::sync::Arc;

/// The addresses below « Comptes ».
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/comptes", get(list::page))
        .route(
            "/{lang}/{scope}/comptes/inviter",
            get(invite::page).post(invite::send),
        )
        .route("/{lang}/{scope}/comptes/{id}", get(person::page))
        .route(
            "/{lang}/{scope}/comptes/{id}/corriger",
            post(person::correct),
        )
        .route("/{lang}/{scope}/comptes/{id}/donner", post(person::grant))
        .route("/{lang}/{scope}/comptes/{id}/retirer", post(person::revoke))
        .route("/{lang}/{scope}/comptes/{id}/lien", post(person::link))
        .route("/{lang}/{scope}/comptes/{id}/fermer", post(person::close))
        .route("/{lang}/{scope}/comptes/{id}/rouvrir", post(person::open))
        .route(
            "/{lang}/{scope}/comptes/{id}/effacer",
            get(erase::page).post(erase::send),
        )
}

/// Somebody who looks after the accounts of the authority of the page.
struct Keeper {
    inside: Inside,
}

impl FromRequestParts<Arc<App>> for Keeper {
    type Rejection = Response;

    /// Only those who manage accounts come in.
    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let inside = Inside::from_request_parts(parts, app).await?;
        match inside.may(Action::ManageAccounts) {
            true => Ok(Self { inside }),
            false => Err(inside.answer(Err(PageError::Forbidden))),
        }
    }
}

impl Keeper {
    fn hand(&self) -> Hand<'_> {
        Hand::Member(&self.inside.account)
    }

    /// The accounts seen from here.
    async fn lines(&self) -> Result<Vec<Line>> {
        let scope = self.inside.visit.place.scope.as_str();
        accounts::list(&self.inside.visit.app.instance, Some(scope)).await
    }

    /// The account of the address, if it is seen from here.
    async fn account(&self, path: &HashMap<String, String>) -> Result<Account, PageError> {
        let id = path.get("id").and_then(|id| id.parse::<uuid::Uuid>().ok());
        let id = id.ok_or(PageError::NotFound)?;
        let store = &self.inside.visit.app.instance.store;
        let account = store.account(id).await.map_err(anyhow::Error::from)?;
        let scope = &self.inside.visit.place.scope;
        let is_seen = |account: &Account| {
            let mut grants = account.grants.iter();
            account.grants.is_empty() || grants.any(|grant| grant.holds_in(scope))
        };
        account.filter(is_seen).ok_or(PageError::NotFound)
    }

    /// What was sent, and the account it bears on.
    async fn opened(
        &self,
        path: &HashMap<String, String>,
        body: &str,
    ) -> Result<(Form, Account), PageError> {
        Ok((self.inside.form(body)?, self.account(path).await?))
    }

    fn fail(&self, error: impl Into<PageError>) -> Response {
        self.inside.answer(Err(error.into()))
    }

    /// The address of the page of an account.
    fn address(&self, account: &Account) -> String {
        self.inside
            .visit
            .place
            .page(&format!("comptes/{}", account.id))
    }
}
