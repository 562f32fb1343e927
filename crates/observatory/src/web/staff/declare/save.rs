use super::super::form::Form;
use super::super::member::Inside;
use super::comer::Declaring;
use super::desk::{self, Desk};
use super::start::LEFT_AT;
use super::step::{Tell, render};
use crate::declaration::field::{RULE, rule_field};
use crate::declaration::interview::Interview;
use crate::declaration::{Answers, Shape, Step};
use crate::web::error::PageError;
use crate::web::visit::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::law::FactId;
use std::collections::HashMap;

/// What a step sent: kept as it was typed, then read.
pub(super) async fn save(
    Declaring(inside): Declaring,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match saved(&inside, &path, &body).await {
        Ok(response) => response,
        Err(error) => inside.visit.fail(&error),
    }
}

async fn saved(
    inside: &Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<Response, PageError> {
    let form = inside.form(body)?;
    let mut desk = Desk::open(inside, path).await?;
    let step = desk::step(path)?;
    desk.write(step, &form);
    let is_left = form.filled("plus_tard").is_some();
    desk.leave_at(is_left.then_some(step));
    let taken = form
        .filled("reprendre")
        .and_then(|wanted| desk.take(step, wanted));
    desk.keep().await?;
    if let Some(field) = taken {
        return Ok(redirect(&format!("{}#{field}", desk.to_step(step))));
    }
    if is_left {
        let start = inside.visit.place.page("declarer");
        return Ok(redirect(&format!("{start}?garde=1")));
    }
    match step {
        Step::Rules => after_rules(&desk).await,
        step => after(&mut desk, step).await,
    }
}

/// The step again while something is to be put right, or names are pointed out for the first
/// time; else the next one.
async fn after(desk: &mut Desk<'_>, step: Step) -> Result<Response, PageError> {
    if !desk.faults(step).is_empty() {
        let page = render(desk, step, Tell::Faults).await;
        return Ok(desk.inside.answer(page));
    }
    if desk.point_out(step) {
        desk.keep().await?;
        let page = render(desk, step, Tell::People).await;
        return Ok(desk.inside.answer(page));
    }
    if desk.comes_from_check() {
        return after_rules(desk).await;
    }
    let next = step.next().unwrap_or(Step::Rules);
    Ok(redirect(&desk.to_step(next)))
}

/// The questions that the answers have opened, if any; else the check.
async fn after_rules(desk: &Desk<'_>) -> Result<Response, PageError> {
    let interview = desk.interview().await?;
    let is_unread = |fact: FactId| desk.answers().unread(desk.law(), fact).is_some();
    if interview.put.iter().copied().any(is_unread) {
        let page = render(desk, Step::Rules, Tell::Faults).await;
        return Ok(desk.inside.answer(page));
    }
    Ok(redirect(&match next_question(desk, &interview) {
        Some(name) => format!("{}#{name}", desk.to_step(Step::Rules)),
        None => desk.to("verifier"),
    }))
}

fn next_question(desk: &Desk<'_>, interview: &Interview) -> Option<String> {
    let first = interview.left.first()?;
    Some(rule_field(desk.law(), *first))
}

/// The names pointed out so far at a step, in the draft.
fn told(step: Step) -> String {
    format!("_noms.{}", step.code())
}

/// The names that the person keeps at a step, in the draft.
fn kept(step: Step) -> String {
    format!("_garder.{}", step.code())
}

impl Desk<'_> {
    /// Writes what a step sent into the draft.
    fn write(&mut self, step: Step, form: &Form) {
        for field in step.fields() {
            let typed = match field.shape {
                Shape::Several(_) => form.all(field.name).join("\n"),
                _ => form.one(field.name).to_owned(),
            };
            self.draft.answers.insert(field.name.to_owned(), typed);
        }
        if step == Step::Rules {
            self.write_rules(form);
        }
        if form.filled("garder").is_some() {
            let pieces = self.answers().person_names(step).join("\n");
            self.draft.answers.insert(kept(step), pieces);
        }
    }

    /// Keeps where the person stops, or forgets it.
    fn leave_at(&mut self, step: Option<Step>) {
        let answers = &mut self.draft.answers;
        match step {
            Some(step) => answers.insert(LEFT_AT.to_owned(), step.number().to_string()),
            None => answers.remove(LEFT_AT),
        };
    }

    fn write_rules(&mut self, form: &Form) {
        // A step without question was still seen.
        self.draft.answers.insert(RULE.to_owned(), String::new());
        for place in 0..self.law().facts.len() {
            let Ok(place) = u16::try_from(place) else {
                break;
            };
            let name = rule_field(self.law(), FactId(place));
            if !form.all(&name).is_empty() {
                let typed = form.one(&name).to_owned();
                self.draft.answers.insert(name, typed);
            }
        }
    }

    /// Whether names are to be pointed out: each set of names is, once. Nothing is ever refused.
    fn point_out(&mut self, step: Step) -> bool {
        let pieces = self.answers().person_names(step).join("\n");
        let answers = self.answers();
        let is_known = [told(step), kept(step)]
            .iter()
            .any(|name| answers.typed(name) == Some(pieces.as_str()));
        if pieces.is_empty() || is_known {
            return false;
        }
        self.draft.answers.insert(told(step), pieces);
        true
    }

    /// The names of every step that the person has not said to keep.
    pub(super) fn people_left(&self) -> Vec<String> {
        let left = |step: Step| left_at(&self.answers(), step);
        Step::ALL.into_iter().flat_map(left).collect()
    }
}

fn left_at(answers: &Answers<'_>, step: Step) -> Vec<String> {
    let pieces = answers.person_names(step);
    let is_kept = answers.typed(&kept(step)) == Some(pieces.join("\n").as_str());
    match is_kept {
        true => Vec::new(),
        false => pieces.into_iter().map(str::to_owned).collect(),
    }
}
