//! A link, shown once.

use super::Keeper;
use crate::pipeline::accounts::Link;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::people::Account;

#[derive(Template)]
#[template(path = "staff/accounts/linked.html")]
struct Page<'a> {
    layout: Layout<'a>,
    lede: String,
    link: String,
}

/// The page that gives a link to hand over.
pub(super) fn show(keeper: &Keeper, account: &Account, link: &Link) -> Response {
    keeper.inside.answer(render(keeper, account, link))
}

fn render(keeper: &Keeper, account: &Account, link: &Link) -> Result<Rendered, PageError> {
    let visit = &keeper.inside.visit;
    let w = visit.site.wording(visit.place.language);
    let until = keeper.inside.local(link.expires_at);
    let blanks = [
        ("date", w.date(until.date()).into()),
        ("time", until.format("%H:%M").to_string().into()),
    ];
    let until = w.format("day-and-hour", &blanks);
    let blanks = [
        ("email", account.email.as_str().into()),
        ("until", until.into()),
    ];
    let page = Page {
        lede: w.format("accounts-link-lede", &blanks),
        link: format!("{}{}", visit.app.public_url(), link.path),
        layout: keeper
            .inside
            .layout("comptes", "")
            .titled(w.get("accounts-link-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}
