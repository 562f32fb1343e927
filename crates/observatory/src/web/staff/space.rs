use super::member::Inside;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "staff/space.html")]
struct Page<'a> {
    layout: Layout<'a>,
}

/// What waits for the person who is signed in.
pub(super) async fn page(inside: Inside) -> Response {
    inside.answer(render(&inside))
}

fn render(inside: &Inside) -> Result<Rendered, PageError> {
    let layout = inside.layout("espace", "");
    let title = layout.say("space-title");
    let page = Page {
        layout: layout.titled(title),
    };
    let language = inside.visit.place.language;
    Ok(finish(&inside.visit.site, language, page.render()?))
}
