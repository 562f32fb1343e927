//! Changing what a record says. What a decision was taken on is not changed by accident.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::{Dossier, opened, sent};
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use domain::people::{Action, Role, Stage};
use domain::{DataKind, DataUse, Function, Lifecycle, SignificantAnswer, Text, UseCase};
use publish::Wording;
use std::collections::HashMap;

/// Longest text of a field, in characters.
const TEXT_MAX: usize = 4_000;
/// Longest summary: it is read in a list.
const SUMMARY_MAX: usize = 350;

#[derive(Template)]
#[template(path = "staff/edit.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    action: String,
    back: String,
    name: String,
    reserve: Option<String>,
    texts: Vec<TextField>,
    choices: Vec<ChoiceField>,
    voids: bool,
}

struct TextField {
    id: &'static str,
    label: String,
    hint: String,
    value: String,
    other: Option<String>,
}

struct ChoiceField {
    id: &'static str,
    label: String,
    hint: String,
    value: String,
    options: Vec<(String, String)>,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

type Get = fn(&UseCase) -> Option<&Text>;
type Set = fn(&mut UseCase, Option<Text>);

/// The texts that may be changed here, by their names in the document.
const TEXTS: [(&str, Get, Set); 11] = [
    (
        "name",
        |u| Some(&u.name),
        |u, text| u.name = text.unwrap_or_default(),
    ),
    (
        "summary",
        |u| u.summary.as_ref(),
        |u, text| u.summary = text,
    ),
    ("need", |u| u.need.as_ref(), |u, text| u.need = text),
    (
        "alternative_without_ai",
        |u| u.alternative_without_ai.as_ref(),
        |u, text| u.alternative_without_ai = text,
    ),
    (
        "human_oversight",
        |u| u.human_oversight.as_ref(),
        |u, text| u.human_oversight = text,
    ),
    (
        "decision_process",
        |u| u.decision_process.as_ref(),
        |u, text| u.decision_process = text,
    ),
    (
        "change_for_public",
        |u| u.change_for_public.as_ref(),
        |u, text| u.change_for_public = text,
    ),
    (
        "contact",
        |u| u.contact.as_ref(),
        |u, text| u.contact = text,
    ),
    ("appeal", |u| u.appeal.as_ref(), |u, text| u.appeal = text),
    (
        "staff_training",
        |u| u.staff_training.as_ref(),
        |u, text| u.staff_training = text,
    ),
    (
        "exit_plan",
        |u| u.exit_plan.as_ref(),
        |u, text| u.exit_plan = text,
    ),
];

/// The form.
pub(in super::super) async fn page(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
) -> Response {
    match opened(inside, &path, Action::EditRecord).await {
        Ok(dossier) => dossier.show_edit(None, Faults::default(), false),
        Err(refused) => refused,
    }
}

/// What was changed.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    match sent(inside, &path, &body, Action::EditRecord).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.edit(&form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    async fn edit(&self, form: &Form) -> anyhow::Result<Response> {
        let w = self.w();
        let mut faults = Faults::default();
        let typed = self.typed(form, &mut faults, &w);
        let changed = typed.revised(&self.case.record, self.today());
        let voids = Stage::of(&self.case.record) == Stage::Decided
            && changed.decision != self.case.record.decision;
        if voids && !form.has("caduque", "1") {
            faults.add("caduque", self.what_falls(&changed, &w));
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        }
        if !faults.is_empty() {
            return Ok(self.show_edit(Some(form), faults, voids));
        }
        let app = &self.inside.visit.app;
        let change = change(self.who());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("?fait=modification")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show_edit(Some(form), faults, voids))
            }
        }
    }

    /// The function or the role that writes, for the journal.
    pub(super) fn who(&self) -> &'static str {
        let scope = &self.inside.visit.place.scope;
        let roles = [Role::Lead, Role::Contact, Role::Reviewer];
        let role = roles
            .into_iter()
            .find(|role| self.inside.account.is(*role, scope));
        match role {
            Some(Role::Lead) => Function::Lead.code(),
            Some(role) => role.code(),
            None => Role::Agent.code(),
        }
    }

    fn what_falls(&self, changed: &UseCase, w: &Wording) -> String {
        let decision = changed.decision.as_ref();
        let voided = decision.and_then(|decision| decision.voided.as_ref());
        let fields: Vec<_> = voided
            .into_iter()
            .flat_map(|voided| &voided.changed)
            .map(|field| Wording::within(&w.label("record_fields", field)))
            .collect();
        w.format("edit-voids", &[("fields", w.list(&fields).into())])
    }

    /// The record as the form says it; texts in other languages are left as they are.
    fn typed(&self, form: &Form, faults: &mut Faults, w: &Wording) -> UseCase {
        let tag = w.language.tag();
        let mut record = self.case.record.clone();
        for (id, get, set) in TEXTS {
            let typed = form.one(id).trim();
            let most = if id == "summary" {
                SUMMARY_MAX
            } else {
                TEXT_MAX
            };
            let count = typed.chars().count();
            if count > most {
                let blanks = [("count", count.into()), ("most", most.into())];
                faults.add(id, w.format("opinion-long", &blanks));
            }
            set_text(&mut record, tag, typed, get, set);
        }
        if record.name.is_empty() {
            faults.add("name", w.get("edit-no-name"));
        }
        self.choose(&mut record, form);
        record
    }

    /// What is picked from a list; an unknown word changes nothing.
    fn choose(&self, record: &mut UseCase, form: &Form) {
        let snapshot = &self.inside.visit.site.snapshot;
        if let Some(lifecycle) = Lifecycle::from_code(form.one("lifecycle")) {
            record.lifecycle = lifecycle;
        }
        let picked = form.one("department");
        if picked.is_empty() || snapshot.departments.contains_key(picked) {
            record.department = Some(picked.to_owned()).filter(|key| !key.is_empty());
        }
        let picked = form.one("tool");
        let is_known =
            snapshot.tools.contains_key(picked) || self.case.record.tool.as_deref() == Some(picked);
        if picked.is_empty() || is_known {
            record.tool = Some(picked.to_owned()).filter(|key| !key.is_empty());
        }
        let kind = DataKind::from_code(form.one("data"));
        record.data = match (kind, record.data.take()) {
            (Some(kind), Some(data)) => Some(DataUse { kind, ..data }),
            (Some(kind), None) => Some(DataUse {
                kind,
                categories: Vec::new(),
                retention: None,
            }),
            (None, data) => data.filter(|_| !form.one("data").is_empty()),
        };
        record.personal_data = SignificantAnswer::from_code(form.one("personal_data"));
    }

    fn show_edit(&self, form: Option<&Form>, faults: Faults, voids: bool) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_edit(form, faults, voids))
    }

    fn render_edit(
        &self,
        form: Option<&Form>,
        faults: Faults,
        voids: bool,
    ) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let is_decided = Stage::of(&self.case.record) == Stage::Decided;
        let decided_on = self.decided_on();
        let layout = self.inside.layout("espace", "");
        let page = Page {
            faults,
            voids,
            version: self.case.version,
            action: self.address("/modifier"),
            back: self.address(""),
            name: w.text(&self.case.record.name),
            reserve: is_decided.then(|| w.get("edit-decided")),
            texts: self.text_fields(form, &decided_on, &w),
            choices: self.choice_fields(form, &decided_on, &w),
            layout: layout.titled(w.get("edit-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    /// The fields of the form that the decision in force rests on: those that make it fall when
    /// everything changes.
    fn decided_on(&self) -> Vec<String> {
        if Stage::of(&self.case.record) != Stage::Decided {
            return Vec::new();
        }
        let other = || Text::one("und", "…");
        let mut changed = self.case.record.clone();
        for (_, _, set) in TEXTS {
            set(&mut changed, Some(other()));
        }
        changed.tool = Some("…".to_owned());
        changed.data = Some(DataUse {
            kind: DataKind::Public,
            categories: vec![other()],
            retention: None,
        });
        changed.personal_data = match changed.personal_data {
            Some(_) => None,
            None => Some(SignificantAnswer::Unknown),
        };
        let revised = changed.revised(&self.case.record, self.today());
        let voided = revised.decision.and_then(|decision| decision.voided);
        voided.map_or_else(Vec::new, |voided| voided.changed)
    }

    fn text_fields(
        &self,
        form: Option<&Form>,
        decided_on: &[String],
        w: &Wording,
    ) -> Vec<TextField> {
        let tag = w.language.tag();
        let field = |(id, get, _): (&'static str, Get, Set)| {
            let text = get(&self.case.record);
            let now = text.and_then(|text| text.get(tag)).unwrap_or_default();
            let other = text.and_then(|text| text.get(w.language.other().tag()));
            let (label, hint) = words(id, decided_on, w);
            TextField {
                id,
                label,
                hint,
                value: form.map_or(now, |form| form.one(id)).to_owned(),
                other: other.map(|other| {
                    w.format("edit-other-language", &[("text", other.to_owned().into())])
                }),
            }
        };
        TEXTS.into_iter().map(field).collect()
    }

    fn choice_fields(
        &self,
        form: Option<&Form>,
        decided_on: &[String],
        w: &Wording,
    ) -> Vec<ChoiceField> {
        let u = &self.case.record;
        let snapshot = &self.inside.visit.site.snapshot;
        let scope = &self.inside.visit.place.scope;
        let named = |vocabulary: &str, codes: Vec<&str>| -> Vec<(String, String)> {
            let labelled = codes.into_iter();
            labelled
                .map(|code| (code.to_owned(), w.label(vocabulary, code)))
                .collect()
        };
        let codes = Lifecycle::ALL.iter().map(|value| value.code()).collect();
        let lifecycles = named(Lifecycle::VOCABULARY, codes);
        let codes = DataKind::ALL.iter().map(|value| value.code()).collect();
        let kinds = named(DataKind::VOCABULARY, codes);
        let codes = SignificantAnswer::ALL
            .iter()
            .map(|value| value.code())
            .collect();
        let answers = named(SignificantAnswer::VOCABULARY, codes);
        let departments = snapshot.departments.values();
        let mut departments: Vec<_> = departments
            .filter(|department| department.authorities.contains(scope))
            .map(|department| (department.key.clone(), w.text(&department.name)))
            .collect();
        departments.sort_by_key(|(_, name)| Wording::order(name));
        let mut tools: Vec<_> = snapshot
            .tools
            .values()
            .map(|tool| (tool.key.clone(), w.text(&tool.name)))
            .collect();
        let is_listed = |key: &String| tools.iter().any(|(known, _)| known == key);
        if let Some(key) = u.tool.as_ref().filter(|key| !is_listed(key)) {
            tools.push((key.clone(), key.clone()));
        }
        tools.sort_by_key(|(_, name)| Wording::order(name));
        let now = |id: &'static str, value: &str, options: Vec<(String, String)>| {
            let (label, hint) = words(id, decided_on, w);
            ChoiceField {
                id,
                label,
                hint,
                value: form.map_or(value, |form| form.one(id)).to_owned(),
                options,
            }
        };
        vec![
            now("lifecycle", u.lifecycle.code(), lifecycles),
            now(
                "department",
                u.department.as_deref().unwrap_or_default(),
                departments,
            ),
            now("tool", u.tool.as_deref().unwrap_or_default(), tools),
            now(
                "data",
                u.data.as_ref().map_or("", |data| data.kind.code()),
                kinds,
            ),
            now(
                "personal_data",
                u.personal_data.map_or("", SignificantAnswer::code),
                answers,
            ),
        ]
    }
}

/// What a field is called here, and what it holds; whether changing it makes the decision fall.
fn words(id: &str, decided_on: &[String], w: &Wording) -> (String, String) {
    let (label, hint) = match id {
        // Of the data, only how delicate they are is changed here.
        "data" => (w.get("edit-data"), w.get("edit-data-hint")),
        _ => (
            w.label("record_fields", id),
            w.definition("record_fields", id),
        ),
    };
    match decided_on.iter().any(|field| field == id) {
        true => (label, format!("{hint} {}", w.get("edit-voids-field"))),
        false => (label, hint),
    }
}

/// Sets a text in one language. Emptying it empties that language only.
fn set_text(record: &mut UseCase, tag: &str, typed: &str, get: Get, set: Set) {
    let now = get(record).cloned().unwrap_or_default();
    if now.get(tag).unwrap_or_default() == typed {
        return;
    }
    let mut text = Text::default();
    for (known, words) in now.iter().filter(|(known, _)| *known != tag) {
        text.set(known, words);
    }
    if !typed.is_empty() {
        text.set(tag, typed);
    }
    set(record, Some(text).filter(|text| !text.is_empty()));
}
