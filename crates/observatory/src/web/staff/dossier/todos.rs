//! What must be done for a record: seen, said to be done, given to somebody.

use super::super::form::{Faults, Form};
use super::super::holders;
use super::super::member::Inside;
use super::{Dossier, day, opened, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, Holder, Todo, TodoDone, UseCase};
use publish::Wording;
use std::collections::HashMap;

/// Longest text of a to-do, in characters: it is read in a list.
const TEXT_MAX: usize = 280;

#[derive(Template)]
#[template(path = "staff/todos.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    action: String,
    back: String,
    name: String,
    todos: Vec<TodoLine>,
    /// The one whose forms are shown.
    picked: Option<TodoLine>,
    may_complete: bool,
    may_assign: bool,
    form: TodoForm,
    holders: Vec<holders::Kind>,
    evidence: String,
    /// What was said of it: `oui`, `non`, or nothing yet.
    said: String,
    done_on: String,
}

/// What the form to assign shows.
struct TodoForm {
    text: String,
    holder: String,
    due: String,
}

/// A to-do in words.
pub(super) struct TodoLine {
    pub(super) number: u32,
    pub(super) text: String,
    pub(super) owner: String,
    pub(super) due: Option<(String, bool)>,
    pub(super) done: Option<String>,
    pub(super) evidence: Option<String>,
    pub(super) is_condition: bool,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }

    /// Whether the one that is picked is a condition: its words stay as they were decided.
    fn is_condition(&self) -> bool {
        self.picked.as_ref().is_some_and(|todo| todo.is_condition)
    }
}

/// The list, with the forms of the one that the address picks.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::CompleteTodos).await {
        Ok(dossier) => {
            let query = Form::read(dossier.inside.visit.uri.query().unwrap_or_default());
            dossier.show_todos(&query, false, Faults::default())
        }
        Err(refused) => refused,
    }
}

/// Whether a to-do is done.
pub(in super::super) async fn complete(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    receive(inside, &path, &body, Action::CompleteTodos).await
}

/// What must be done, by whom and until when.
pub(in super::super) async fn assign(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    receive(inside, &path, &body, Action::AssignTodos).await
}

async fn receive(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
    action: Action,
) -> Response {
    let (dossier, form) = match sent(inside, path, body, action).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let mut faults = Faults::default();
    let changed = match action {
        Action::AssignTodos => dossier.assigned(&form, &mut faults),
        _ => dossier.completed(&form, &mut faults),
    };
    dossier.or_fail(dossier.write_todos(changed, &form, faults).await)
}

impl Dossier {
    async fn write_todos(
        &self,
        changed: Option<(UseCase, &'static str)>,
        form: &Form,
        mut faults: Faults,
    ) -> Result<Response> {
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        }
        let Some((record, author)) = changed.filter(|_| faults.is_empty()) else {
            return Ok(self.show_todos(form, true, faults));
        };
        let app = &self.inside.visit.app;
        let change = change(author);
        match self.case.save(&app.instance, &record, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("/a-faire")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show_todos(form, true, faults))
            }
        }
    }

    /// The record once a to-do is said to be done, or not to be, and who said so.
    fn completed(&self, form: &Form, faults: &mut Faults) -> Option<(UseCase, &'static str)> {
        let w = self.words();
        let todo = self.todo_of(form);
        let holder = todo.and_then(|todo| self.speaks_as(todo));
        match (todo, &holder) {
            (None, _) => faults.add("numero", w.get("todo-unknown")),
            (Some(_), None) => faults.add("numero", w.get("todo-not-yours")),
            _ => {}
        }
        let is_done = match form.one("fait") {
            "oui" => Some(true),
            "non" => Some(false),
            _ => None,
        };
        if is_done.is_none() {
            faults.add("fait", w.get("todo-no-answer"));
        }
        let on = form.filled("jour").and_then(day);
        let evidence = self.text(form.one("preuve"));
        if is_done == Some(true) {
            if on.is_none_or(|day| day > self.today()) {
                faults.add("jour", w.get("todo-no-day"));
            }
            if evidence.is_none() {
                faults.add("preuve", w.get("todo-no-evidence"));
            }
        }
        let holder = holder?;
        let author = holders::author(&holder);
        let done = match is_done? {
            false => None,
            true => Some(TodoDone {
                on: on?,
                by: holder,
                evidence,
            }),
        };
        let mut record = self.case.record.clone();
        let number = todo?.number;
        let todo = record.todos.iter_mut().find(|todo| todo.number == number)?;
        todo.done = done;
        Some((record, author))
    }

    /// The record once a to-do is given to somebody, changed, added or taken away, and who did it.
    fn assigned(&self, form: &Form, faults: &mut Faults) -> Option<(UseCase, &'static str)> {
        let w = self.words();
        let site = &self.inside.visit.site;
        let known = self.todo_of(form);
        if known.is_none() && form.filled("numero").is_some() {
            faults.add("numero", w.get("todo-unknown"));
        }
        let mut record = self.case.record.clone();
        if form.has("retirer", "1") {
            let number = self.removable(known, faults)?;
            record.todos.retain(|todo| todo.number != number);
            return Some((record, self.assigner()));
        }
        let typed = form.one("texte").trim();
        let length = typed.chars().count();
        if typed.is_empty() && known.is_none_or(|todo| todo.condition_of.is_none()) {
            faults.add("texte", w.get("todo-no-text"));
        }
        if length > TEXT_MAX {
            let blanks = [("count", length.into()), ("most", TEXT_MAX.into())];
            faults.add("texte", w.format("opinion-long", &blanks));
        }
        let owner = holders::picked(form.one("charge"), site, &record.authority);
        if owner.is_none() {
            faults.add("charge", w.get("todo-no-owner"));
        }
        let due_on = form.filled("echeance").and_then(day);
        if due_on.is_none() {
            faults.add("echeance", w.get("todo-no-due"));
        }
        let owner = owner.filter(|_| faults.is_empty())?;
        let tag = self.inside.visit.place.language.tag();
        match known.map(|todo| todo.number) {
            Some(number) => {
                let todo = record.todos.iter_mut().find(|todo| todo.number == number)?;
                // A condition says what was decided: its words are changed by a decision alone.
                if todo.condition_of.is_none() {
                    todo.text.set(tag, typed);
                }
                todo.owner = owner;
                todo.due_on = due_on;
            }
            None => record = record.with_todo(self.text(typed)?, owner, due_on),
        }
        Some((record, self.assigner()))
    }

    /// The number of a to-do that may be taken away: one that somebody added.
    fn removable(&self, known: Option<&Todo>, faults: &mut Faults) -> Option<u32> {
        let todo = known?;
        if todo.condition_of.is_some() {
            faults.add("retirer", self.words().get("todo-is-condition"));
            return None;
        }
        Some(todo.number)
    }

    fn words(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    fn todo_of(&self, form: &Form) -> Option<&Todo> {
        let number = form.filled("numero")?.parse().ok()?;
        self.case.record.todo(number)
    }

    /// In which quality the person says that a to-do is done: the one that answers for it, or the
    /// one that assigns it.
    fn speaks_as(&self, todo: &Todo) -> Option<Holder> {
        let account = &self.inside.account;
        if account.holds(&todo.owner, &self.case.record.authority) {
            return Some(todo.owner.clone());
        }
        let assigns = [Function::Lead, Function::DecisionMaker].map(Holder::Function);
        let mut assigns = assigns.into_iter();
        assigns.find(|holder| account.holds(holder, &self.case.record.authority))
    }

    fn assigner(&self) -> &'static str {
        let lead = Holder::Function(Function::Lead);
        let account = &self.inside.account;
        match account.holds(&lead, &self.case.record.authority) {
            true => Function::Lead.code(),
            false => Function::DecisionMaker.code(),
        }
    }

    /// Every to-do, what is still to be done first.
    pub(super) fn todo_lines(&self) -> Vec<TodoLine> {
        let record = &self.case.record;
        let done = record.todos.iter().filter(|todo| todo.done.is_some());
        let all = record.open_todos().into_iter().chain(done);
        all.map(|todo| self.todo_line(todo)).collect()
    }

    fn todo_line(&self, todo: &Todo) -> TodoLine {
        let w = self.words();
        let site = &self.inside.visit.site;
        let done = todo.done.as_ref();
        TodoLine {
            number: todo.number,
            text: said(&todo.text, &w),
            owner: holders::label(&todo.owner, site, &w),
            due: todo.due_on.map(|day| {
                let date = [("date", w.date(day).into())];
                let is_late = todo.is_overdue(self.today());
                let key = if is_late { "todo-late" } else { "todo-due" };
                (w.format(key, &date), is_late)
            }),
            done: done.map(|done| {
                let blanks = [
                    ("date", w.date(done.on).into()),
                    ("who", holders::label(&done.by, site, &w).into()),
                ];
                w.format("todo-done", &blanks)
            }),
            evidence: done
                .and_then(|done| done.evidence.as_ref())
                .map(|text| said(text, &w)),
            is_condition: todo.condition_of.is_some(),
        }
    }

    fn show_todos(&self, form: &Form, was_sent: bool, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_todos(form, was_sent, faults))
    }

    fn render_todos(
        &self,
        form: &Form,
        was_sent: bool,
        faults: Faults,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.words();
        let picked = self.todo_of(form);
        let typed = |name: &str| was_sent.then(|| form.one(name).to_owned());
        let date = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(String::new, |day| day.format("%d/%m/%Y").to_string())
        };
        let layout = self.inside.layout("espace", "");
        let page = Page {
            faults,
            version: self.case.version,
            action: self.address("/a-faire"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
            todos: self.todo_lines(),
            may_complete: picked.is_some_and(|todo| self.speaks_as(todo).is_some()),
            may_assign: self.may(Action::AssignTodos),
            form: TodoForm {
                text: typed("texte")
                    .unwrap_or_else(|| picked.map_or_else(String::new, |todo| w.text(&todo.text))),
                holder: typed("charge")
                    .unwrap_or_else(|| picked.map_or_else(String::new, |todo| todo.owner.key())),
                due: typed("echeance").unwrap_or_else(|| date(picked.and_then(|todo| todo.due_on))),
            },
            done_on: typed("jour").unwrap_or_else(|| date(Some(self.today()))),
            evidence: typed("preuve").unwrap_or_default(),
            said: typed("fait").unwrap_or_default(),
            picked: picked.map(|todo| self.todo_line(todo)),
            holders: holders::offers(&visit.site, &self.case.record.authority, &w),
            layout: layout.titled(w.get("todos-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }
}
