use super::super::member::Inside;
use super::comer::Declaring;
use super::desk::Desk;
use super::guest;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/declare/delete.html")]
struct Page<'a> {
    layout: Layout<'a>,
    name: Option<String>,
    action: String,
    jeton: String,
}

/// Asks whether a draft is really to be deleted.
pub(super) async fn page(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let page = render(&inside, &path).await;
    inside.answer(page)
}

async fn render(inside: &Inside, path: &HashMap<String, String>) -> Result<Rendered, PageError> {
    let desk = Desk::open(inside, path).await?;
    let layout = inside.layout(&desk.page("effacer"), "declare");
    let title = layout.say("declare-delete-title");
    let page = Page {
        name: desk.answers().filled("nom").map(str::to_owned),
        action: desk.to("effacer"),
        jeton: inside.session.form_token.clone(),
        layout: layout.titled(title),
    };
    Ok(finish(
        desk.site(),
        inside.visit.place.language,
        page.render()?,
    ))
}

/// The deletion was confirmed.
pub(super) async fn confirmed(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match delete(&inside, &path, &body).await {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

async fn delete(
    inside: &Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<Response, PageError> {
    inside.form(body)?;
    let desk = Desk::open(inside, path).await?;
    if inside.guest.is_some() {
        return Ok(guest::erase(inside).await?);
    }
    let store = &inside.visit.app.instance.store;
    let deleted = store.delete_draft(desk.draft.id, inside.account.id).await;
    deleted.map_err(|error| PageError::Internal(error.into()))?;
    let start = inside.visit.place.page("declarer");
    Ok(redirect(&format!("{start}?efface=1")))
}
