//! A mapping made in the browser, as the file that may be continued by hand.

use super::super::member::Inside;
use crate::pipeline::mappings;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use std::collections::HashMap;

/// What is written behind the name of a mapping.
const ENDING: &str = ".yaml";

/// The address of the file of a mapping.
pub(super) fn address(inside: &Inside, name: &str) -> String {
    let page = format!("imports/modeles/{name}{ENDING}");
    inside.visit.place.page(&page)
}

/// The file.
pub(in super::super) async fn file(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let name = path.get("file").map_or("", String::as_str);
    let file = match inside.may(Action::Import) {
        true => written(&inside, name).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(file)
}

async fn written(inside: &Inside, file: &str) -> Result<Rendered, PageError> {
    let name = file.strip_suffix(ENDING).ok_or(PageError::NotFound)?;
    let kept = mappings::kept(&inside.visit.app.instance).await?;
    let kept = kept.into_iter().find(|kept| kept.name == name);
    let kept = kept.ok_or(PageError::NotFound)?;
    let content_type = "application/yaml; charset=utf-8";
    Ok(Rendered::download(content_type, kept.yaml, file.to_owned()))
}
