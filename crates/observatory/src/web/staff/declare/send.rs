use super::super::member::Inside;
use super::comer::Declaring;
use super::desk::{Desk, allowed, draft_id};
use super::summary::Part;
use crate::declaration::interview::Interview;
use crate::declaration::{Field, Step, numbering, record};
use crate::identity;
use crate::instance::change;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Context as _;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::UseCase;
use domain::people::{Action, Role, Target, permits};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/declare/check.html")]
struct Page<'a> {
    layout: Layout<'a>,
    errors: String,
    faults: Vec<(String, String)>,
    parts: Vec<Part>,
    people: Option<String>,
    open: Option<String>,
    to_rules: String,
    action: String,
    jeton: String,
}

/// Every answer, to be checked before it is sent.
pub(super) async fn page(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let page = match Desk::open(&inside, &path).await {
        Ok(desk) => render(&desk).await,
        Err(error) => Err(error),
    };
    inside.answer(page)
}

async fn render(desk: &Desk<'_>) -> Result<Rendered, PageError> {
    let w = desk.w();
    let interview = desk.interview().await?;
    let faults = faults(desk);
    let layout = desk.inside.layout(&desk.page("verifier"), "declare");
    let left = interview.left.len();
    let page = Page {
        errors: w.format("declare-errors", &[("count", faults.len().into())]),
        parts: desk.parts(&interview),
        people: people(desk),
        open: (left > 0).then(|| w.format("declare-open", &[("count", left.into())])),
        to_rules: desk.to_step(Step::Rules),
        action: desk.to("verifier"),
        jeton: desk.inside.session.form_token.clone(),
        layout: layout.titled(w.get("declare-check-title")),
        faults,
    };
    let language = desk.inside.visit.place.language;
    Ok(finish(desk.site(), language, page.render()?))
}

fn people(desk: &Desk<'_>) -> Option<String> {
    let w = desk.w();
    let pieces = desk.people_left();
    let quoted = pieces
        .iter()
        .map(|p| w.format("declare-quoted", &[("text", p.as_str().into())]));
    let pieces = quoted.collect::<Vec<_>>().join(", ");
    let blanks = [("pieces", pieces.as_str().into())];
    (!pieces.is_empty()).then(|| w.format("declare-people-left", &blanks))
}

/// What is still to be put right: where, and how.
fn faults(desk: &Desk<'_>) -> Vec<(String, String)> {
    let w = desk.w();
    let line = |step: Step, name: &str, message: &str| {
        let field = Field::named(name).map_or("", |field| field.name);
        let label = w.get(&format!("declare-{field}"));
        let blanks = [("field", label.into()), ("message", w.get(message).into())];
        let to = format!("{}?fautes=1#{name}", desk.to_step(step));
        (to, w.format("declare-field-fault", &blanks))
    };
    let of_step = |step: Step| {
        let faults = desk.faults(step).into_iter();
        faults.map(move |(name, message)| line(step, name, message))
    };
    Step::ALL.into_iter().flat_map(of_step).collect()
}

/// The declaration is sent.
pub(super) async fn send(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(&inside, &path, &body).await {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

async fn sent(
    inside: &Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<Response, PageError> {
    allowed(inside)?;
    inside.form(body)?;
    if let Some(record) = already_sent(inside, path).await? {
        return Ok(to_receipt(inside, &record));
    }
    let desk = Desk::open(inside, path).await?;
    if !faults(&desk).is_empty() {
        let page = render(&desk).await;
        return Ok(inside.answer(page.map(|p| p.with_status(StatusCode::UNPROCESSABLE_ENTITY))));
    }
    let interview = desk.interview().await?;
    let record = written(&desk, &interview).await?;
    Ok(to_receipt(inside, &record))
}

fn to_receipt(inside: &Inside, record: &UseCase) -> Response {
    let reference = record.reference.to_lowercase();
    redirect(
        &inside
            .visit
            .place
            .page(&format!("declarer/{reference}/recu")),
    )
}

/// The record of a draft that this person has sent already.
async fn already_sent(
    inside: &Inside,
    path: &HashMap<String, String>,
) -> Result<Option<UseCase>, PageError> {
    let id = record::id_of(draft_id(path)?);
    let found = async {
        let store = &inside.visit.app.instance.store;
        let is_own = match &inside.guest {
            Some(guest) => record::id_of(guest.draft) == id,
            None => store.declared_by(inside.account.id).await?.contains(&id),
        };
        anyhow::Ok(match is_own {
            true => store.get::<UseCase>(id).await?,
            false => None,
        })
    };
    Ok(found.await?.map(|record| record.document))
}

/// What numbering reads of the records that are there.
#[derive(Deserialize)]
struct Numbered {
    reference: String,
}

/// Writes the record, then who declared it; only then does the draft go. What somebody without an
/// account declared is tied to nobody.
async fn written(desk: &Desk<'_>, interview: &Interview) -> Result<UseCase, PageError> {
    let mut declared = desk.record()?;
    let on = desk.site().snapshot.built_on;
    declared.law_answers = record::law_answers(desk.law(), &interview.given, on);
    let prefix = prefix(desk)?;
    let written = async {
        let store = &desk.inside.visit.app.instance.store;
        let change = change(role(desk.inside).code());
        let made = store.create(declared.id, &change, |known: &[Numbered]| {
            let taken = known.iter().map(|known| known.reference.as_str());
            declared.reference = numbering::next(&prefix, taken);
            declared
        });
        let record: UseCase = made.await?.document();
        let account = desk.inside.account.id;
        match &desk.inside.guest {
            Some(guest) => identity::guest::part(store, guest).await?,
            None => store.put_declaration(record.id, account).await?,
        }
        store.delete_draft(desk.draft.id, account).await?;
        desk.inside.visit.app.refresh().await?;
        anyhow::Ok(record)
    };
    Ok(written.await?)
}

fn prefix(desk: &Desk<'_>) -> anyhow::Result<String> {
    let scope = &desk.inside.visit.place.scope;
    let authority = desk.site().snapshot.authority(scope);
    let prefix = authority.map(|authority| authority.reference_prefix.clone());
    prefix.context("the authority of a draft is in the snapshot")
}

/// The role under which the journal tells the declaration.
fn role(inside: &Inside) -> Role {
    let scope = &inside.visit.place.scope;
    let target = Target::authority(scope);
    if inside.account.is(Role::Agent, scope) {
        return Role::Agent;
    }
    let mut grants = inside.account.grants.iter();
    let grant = grants.find(|grant| permits(&[(*grant).clone()], Action::Declare, &target));
    grant.map_or(Role::Agent, |grant| grant.role)
}
