use super::super::member::Inside;
use super::comer::Declaring;
use super::legal::Legal;
use crate::declaration::record::id_of;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::may_i::{AnswerView, Asked, Frame};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::UseCase;
use domain::people::Action;
use publish::charts::{self, Uses};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/declare/receipt.html")]
struct Page<'a> {
    layout: Layout<'a>,
    received: String,
    answered_on: String,
    answer: AnswerView,
    /// Address of the whole record, for whoever has an account.
    dossier: Option<String>,
}

/// The immediate answer to a declaration, and what happens next.
pub(super) async fn page(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let page = render(&inside, &path).await;
    inside.answer(page)
}

async fn render(inside: &Inside, path: &HashMap<String, String>) -> Result<Rendered, PageError> {
    let site = &inside.visit.site;
    let place = &inside.visit.place;
    let w = site.wording(place.language);
    let reference = path.get("draft").map_or("", String::as_str);
    let record = readable(inside, reference).await?;
    let legal = Legal::of(site, &inside.visit.app.instance, &record).await?;
    let (frame, asked) = (Frame::of(site, place), asked(&record));
    let answer = AnswerView::new(site, place, &frame, &asked, &legal.answered(), &w);
    let mut uses = Uses::default();
    uses.signs.extend(answer.signs());
    let named = [("reference", record.reference.as_str().into())];
    let on = [("date", w.date(site.snapshot.built_on).into())];
    let lower = record.reference.to_lowercase();
    let layout = inside.layout(&format!("declarer/{lower}/recu"), "declare");
    let page = Page {
        received: w.format("declare-received", &named),
        answered_on: w.format("may-i-answered-on", &on),
        dossier: inside
            .guest
            .is_none()
            .then(|| place.page(&format!("dossier/{lower}"))),
        layout: layout
            .titled(w.format("declare-receipt-title", &named))
            .with_sprite(charts::html::defs(&uses)),
        answer,
    };
    Ok(finish(site, place.language, page.render()?))
}

/// The record of a reference, if the person may read it.
async fn readable(inside: &Inside, reference: &str) -> Result<UseCase, PageError> {
    let found = async {
        let store = &inside.visit.app.instance.store;
        let records = store.all_of::<UseCase>(&inside.visit.place.scope).await?;
        let own = store.declared_by(inside.account.id).await?;
        let mut records = records.into_iter().map(|record| record.document);
        let record = records.find(|record| record.reference.eq_ignore_ascii_case(reference));
        anyhow::Ok(record.map(|record| (own.contains(&record.id), record)))
    };
    let (is_own, record) = found.await?.ok_or(PageError::NotFound)?;
    let may = match &inside.guest {
        Some(guest) => inside.may(Action::Declare) && record.id == id_of(guest.draft),
        None => inside.may_with(Action::ReadRecord, &record, is_own),
    };
    may.then_some(record).ok_or(PageError::NotFound)
}

/// What the record names, as “May I?” asks it.
fn asked(record: &UseCase) -> Asked {
    Asked {
        task: record.task_sheet.clone(),
        tool: record.tool.clone(),
        kinds: record.data_sheets.clone(),
    }
}
