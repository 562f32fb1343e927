//! The departments of an authority, and how many persons work there.

mod list;
mod one;

use super::member::Inside;
use crate::web::server::App;
use axum::Router;
use axum::routing::{get, post};
use domain::Department;
use domain::people::{Action, Target, permits};
use std::sync::Arc;

/// The addresses of departments.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/directions", get(list::page))
        .route("/{lang}/{scope}/directions/effectif", post(list::count))
        .route(
            "/{lang}/{scope}/directions/{key}",
            get(one::page).post(one::send),
        )
        .route(
            "/{lang}/{scope}/directions/{key}/retirer",
            post(one::remove),
        )
}

/// Whether the person may write a department: in every authority it works for.
fn may_write(inside: &Inside, department: &Department) -> bool {
    let authorities = department.authorities.iter();
    let mut permitted = authorities.map(|slug| {
        let target = Target::authority(slug);
        permits(&inside.account.grants, Action::EditDepartments, &target)
    });
    permitted.all(|permitted| permitted)
}
