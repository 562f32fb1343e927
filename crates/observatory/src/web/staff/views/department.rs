//! What an AI contact reads: the uses of the department, what it has to do, answer and declare.

use super::super::member::Inside;
use super::super::sheet::{Line, Section, Sheet, file_of};
use super::{allowed, readable};
use crate::pipeline::law;
use crate::web::error::PageError;
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use anyhow::Result;
use axum::response::Response;
use chrono::NaiveDate;
use domain::law::Signatory;
use domain::people::{Action, Role};
use domain::{Evidence, Holder, UseCase};
use publish::charts::html::escape;
use publish::{Wording, state};
use std::collections::BTreeMap;

/// Lines of a section.
const LINES: usize = 12;

/// The page.
pub(in super::super) async fn page(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    allowed(inside, Action::SeeDepartment)?;
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let on = visit.site.snapshot.built_on;
    let records = readable(inside).await?;
    let records: Vec<_> = records
        .iter()
        .filter(|record| is_of_department(record, inside))
        .collect();
    let questions = questions(inside, on).await?;
    let store = &visit.app.instance.store;
    let drafts = store.drafts_of(inside.account.id).await;
    let drafts = drafts.map_err(anyhow::Error::from)?;
    let here = drafts
        .iter()
        .filter(|draft| draft.authority == visit.place.scope);
    let writer = Writer {
        inside,
        w: &w,
        on,
        records: &records,
    };
    let sheet = Sheet {
        page: "espace/direction".to_owned(),
        title: w.get("department-title"),
        lede: writer.lede(),
        actions: vec![(w.get("space-declare"), visit.place.page("declarer"))],
        sections: vec![
            writer.todos(),
            writer.answers(&questions),
            writer.to_declare(here.count()),
            writer.gaps(),
            writer.uses(),
        ],
        is_one_page: false,
    };
    sheet.render(inside)
}

/// Whether the person is the AI contact of the department of a record.
fn is_of_department(record: &UseCase, inside: &Inside) -> bool {
    let Some(department) = &record.department else {
        return false;
    };
    let holder = Holder::Department(department.clone());
    inside.account.holds(&holder, &record.authority)
}

/// How many questions of the law the department can answer, by reference.
async fn questions(inside: &Inside, on: NaiveDate) -> Result<BTreeMap<String, usize>, PageError> {
    let visit = &inside.visit;
    let reference = &visit.site.library.reference;
    let legal = law::records(&visit.app.instance, reference, on).await?;
    let here = legal
        .iter()
        .filter(|record| record.authority == visit.place.scope);
    let count = |record: &law::LegalRecord| {
        let verdict = record.evaluated(reference, on).verdict;
        let theirs = verdict.ask.iter();
        let theirs = theirs.filter(|question| question.answered_by == Signatory::Service);
        (record.reference.clone(), theirs.count())
    };
    Ok(here.map(count).collect())
}

struct Writer<'a> {
    inside: &'a Inside,
    w: &'a Wording<'a>,
    on: NaiveDate,
    records: &'a [&'a UseCase],
}

impl Writer<'_> {
    /// The departments that the person is the contact of.
    fn lede(&self) -> String {
        let w = self.w;
        let scope = &self.inside.visit.place.scope;
        let grants = self.inside.account.grants.iter();
        let grants = grants.filter(|grant| grant.role == Role::Contact && grant.holds_in(scope));
        let departments = &self.inside.visit.site.snapshot.departments;
        let names: Vec<_> = grants
            .map(|grant| match &grant.department {
                None => w.get("department-all"),
                Some(key) => match departments.get(key) {
                    Some(department) => w.text(&department.name),
                    None => key.clone(),
                },
            })
            .collect();
        w.format("department-lede", &[("departments", w.list(&names).into())])
    }

    fn section(&self, id: &'static str, lines: Vec<Line>) -> Section {
        let empty = format!("department-{id}-none");
        Section::new("department", id, self.w).with_lines(lines, LINES, &empty, self.w)
    }

    /// What the department has to do, the most urgent first.
    fn todos(&self) -> Section {
        let w = self.w;
        let mut todos: Vec<_> = self
            .records
            .iter()
            .flat_map(|record| {
                record
                    .open_todos()
                    .into_iter()
                    .map(move |todo| (*record, todo))
            })
            .filter(|(record, todo)| self.inside.account.holds(&todo.owner, &record.authority))
            .collect();
        todos.sort_by_key(|(_, todo)| (todo.due_on.is_none(), todo.due_on));
        let lines = todos.into_iter().map(|(record, todo)| {
            let is_late = todo.is_overdue(self.on);
            let due = match todo.due_on {
                Some(day) => {
                    let key = if is_late { "todo-late" } else { "todo-due" };
                    w.format(key, &[("date", w.date(day).into())])
                }
                None => w.get("todo-no-day-known"),
            };
            let file = file_of(record, self.inside);
            Line {
                text: said(&todo.text, w),
                url: format!("{file}/a-faire?numero={}#changer", todo.number),
                details: escape(&format!("{} · {due}", record.reference)),
                is_late,
                action: None,
            }
        });
        self.section("todos", lines.collect())
    }

    /// Records with questions of the law that the department can answer.
    fn answers(&self, questions: &BTreeMap<String, usize>) -> Section {
        let lines = self.records.iter().filter_map(|record| {
            let count = *questions.get(&record.reference)?;
            (count > 0 && !record.lifecycle.is_stopped()).then(|| Line {
                url: format!("{}/questions", file_of(record, self.inside)),
                details: escape(
                    &self
                        .w
                        .format("department-questions", &[("count", count.into())]),
                ),
                ..Line::of_record(record, self.inside, self.w)
            })
        });
        self.section("answers", lines.collect())
    }

    /// Uses that were seen and that nobody declared, and declarations that were begun.
    fn to_declare(&self, drafts: usize) -> Section {
        let w = self.w;
        let observed = self.records.iter();
        let observed = observed.filter(|record| record.evidence == Evidence::Observed);
        let lines = observed.map(|record| Line {
            details: escape(&w.get("department-observed")),
            ..Line::of_record(record, self.inside, w)
        });
        let mut section = self.section("to-declare", lines.collect());
        if drafts > 0 {
            let begun = w.format("department-drafts", &[("count", drafts.into())]);
            section.after = Some(match section.after {
                Some(after) => format!("{after} {begun}"),
                None => begun,
            });
        }
        section
    }

    /// Records in which something essential is not filled in.
    fn gaps(&self) -> Section {
        let w = self.w;
        let lines = self.records.iter().filter_map(|record| {
            let missing: Vec<_> = missing(record)
                .into_iter()
                .map(|field| w.label("record_fields", field))
                .collect();
            let is_open = !record.lifecycle.is_stopped();
            (is_open && !missing.is_empty()).then(|| Line {
                url: format!("{}/modifier", file_of(record, self.inside)),
                details: escape(&w.list(&missing)),
                ..Line::of_record(record, self.inside, w)
            })
        });
        self.section("gaps", lines.collect())
    }

    fn uses(&self) -> Section {
        let lines = self.records.iter().map(|record| Line {
            details: escape(&format!(
                "{} · {}",
                record.reference,
                state::word(record, self.w)
            )),
            ..Line::of_record(record, self.inside, self.w)
        });
        self.section("uses", lines.collect())
    }
}

/// The essential fields that are not filled in, by their names in the document.
fn missing(record: &UseCase) -> Vec<&'static str> {
    let fields = [
        ("need", record.need.is_none()),
        ("tool", record.tool.is_none()),
        ("data", record.data.is_none()),
        ("personal_data", record.personal_data.is_none()),
        ("human_oversight", record.human_oversight.is_none()),
        ("exit_plan", record.exit_plan.is_none()),
    ];
    let missing = fields.into_iter().filter(|(_, is_missing)| *is_missing);
    missing.map(|(field, _)| field).collect()
}
