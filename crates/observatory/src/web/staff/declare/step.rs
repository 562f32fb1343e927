use super::super::member::Inside;
use super::comer::Declaring;
use super::desk::{self, Desk};
use super::summary::{Done, FROM_CHECK};
use super::view::{Asked, Input};
use crate::declaration::Step;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use publish::Wording;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/declare/step.html")]
struct Page<'a> {
    layout: Layout<'a>,
    heading: String,
    lede: String,
    progress: String,
    number: usize,
    errors: Option<String>,
    told: Vec<(String, String)>,
    fields: Vec<Asked>,
    people: Option<People>,
    no_question: bool,
    back: Option<(String, String)>,
    done: Vec<Done>,
    action: String,
    jeton: String,
}

/// Names that a text may hold.
struct People {
    notice: String,
}

/// Whether a page tells what is wrong: not before anything was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tell {
    /// Only what is asked.
    Questions,
    /// The faults too.
    Faults,
    /// The names that texts may hold too.
    People,
}

/// A step of a declaration.
pub(super) async fn page(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    let page = open(&inside, &path).await;
    inside.answer(page)
}

async fn open(inside: &Inside, path: &HashMap<String, String>) -> Result<Rendered, PageError> {
    let desk = Desk::open(inside, path).await?;
    let step = desk::step(path)?;
    let query = inside.visit.uri.query().unwrap_or_default();
    let tell = match query == "fautes=1" {
        true => Tell::Faults,
        false => Tell::Questions,
    };
    render(&desk, step, tell).await
}

/// The page of a step, as the draft stands.
pub(super) async fn render(desk: &Desk<'_>, step: Step, tell: Tell) -> Result<Rendered, PageError> {
    let w = desk.w();
    let fields = fields(desk, step, tell).await?;
    let told = told(&fields, &w);
    let has_faults = !told.is_empty();
    let layout = desk
        .inside
        .layout(&desk.page(&step.number().to_string()), "declare");
    let heading = w.get(&format!("declare-step-{}-title", step.code()));
    let blanks = [
        ("number", step.number().into()),
        ("minutes", step.minutes_left().into()),
        (
            "step",
            w.get(&format!("declare-step-{}", step.code())).into(),
        ),
    ];
    let title = match has_faults {
        true => w.format("declare-step-title-fault", &blanks),
        false => w.format("declare-step-title", &blanks),
    };
    let page = Page {
        heading,
        lede: w.get(&format!("declare-step-{}-lede", step.code())),
        progress: w.format("declare-progress", &blanks),
        number: step.number(),
        errors: has_faults.then(|| w.format("declare-errors", &[("count", told.len().into())])),
        told,
        no_question: fields.is_empty(),
        people: (tell == Tell::People).then(|| people(desk, step)),
        back: back(desk, step),
        done: desk.done(step),
        action: match desk.comes_from_check() {
            true => format!("{}?{FROM_CHECK}", desk.to_step(step)),
            false => desk.to_step(step),
        },
        jeton: desk.inside.session.form_token.clone(),
        layout: layout.titled(title),
        fields,
    };
    let language = desk.inside.visit.place.language;
    let page = finish(desk.site(), language, page.render()?);
    Ok(match has_faults {
        true => page.with_status(StatusCode::UNPROCESSABLE_ENTITY),
        false => page,
    })
}

/// Each fault with the field it leads to.
fn told(fields: &[Asked], w: &Wording<'_>) -> Vec<(String, String)> {
    let line = |field: &Asked| {
        let message = field.fault.as_deref()?;
        let blanks = [
            ("field", field.label.as_str().into()),
            ("message", message.into()),
        ];
        Some((field.name.clone(), w.format("declare-field-fault", &blanks)))
    };
    fields.iter().filter_map(line).collect()
}

async fn fields(desk: &Desk<'_>, step: Step, tell: Tell) -> Result<Vec<Asked>, PageError> {
    if step == Step::Rules {
        let interview = desk.interview().await?;
        return Ok(desk.rules_asked(&interview));
    }
    let (mut proposals, faults) = (desk.proposals(step), desk.faults(step));
    let mut fields = Vec::new();
    for field in step.fields() {
        let (own, others) = proposals.into_iter().partition(|p| p.field == field.name);
        proposals = others;
        let mut asked = desk.asked(field, own);
        let fault = faults.iter().find(|(name, _)| *name == field.name);
        let fault = fault.filter(|_| tell == Tell::Faults);
        asked.fault = fault.map(|(_, message)| desk.w().get(message));
        fields.push(asked);
    }
    fields.retain(|asked| !matches!(&asked.input, Input::Select(choices) if choices.len() < 2));
    Ok(fields)
}

fn people(desk: &Desk<'_>, step: Step) -> People {
    let w = desk.w();
    let pieces = desk.answers().person_names(step);
    let quoted = pieces
        .iter()
        .map(|p| w.format("declare-quoted", &[("text", (*p).into())]));
    let pieces = quoted.collect::<Vec<_>>().join(", ");
    People {
        notice: w.format("declare-people", &[("pieces", pieces.into())]),
    }
}

/// The step before: its address and how the link is called.
fn back(desk: &Desk<'_>, step: Step) -> Option<(String, String)> {
    let before = step.previous()?;
    let blanks = [("number", before.number().into())];
    let name = desk.w().format("declare-back", &blanks);
    Some((desk.to_step(before), name))
}
