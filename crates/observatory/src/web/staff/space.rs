//! What waits for somebody: one list a reason, the most urgent first.

use super::member::Inside;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::people::{Action, Role, Stage};
use domain::{Department, Function, MessageState, UseCase};
use publish::Wording;
use std::collections::BTreeSet;
use store::Record;
use uuid::Uuid;

/// Lines of a list; the rest is counted.
const LINES: usize = 8;
/// A record in use that nobody touched for this long is told.
const STALE_DAYS: i64 = 365;

#[derive(Template)]
#[template(path = "staff/space.html")]
struct Page<'a> {
    layout: Layout<'a>,
    roles: String,
    lists: Vec<List>,
    quiet: bool,
    may_declare: bool,
    answers_messages: bool,
    imports: bool,
    administers: bool,
}

/// Records that wait for the same thing.
pub(super) struct List {
    id: &'static str,
    title: String,
    reserve: String,
    lines: Vec<Line>,
    more: Option<String>,
}

/// One of them.
pub(super) struct Line {
    /// Where it leads; nowhere when empty.
    pub(super) url: String,
    /// Its reference.
    pub(super) reference: String,
    /// Its name, as HTML.
    pub(super) name: String,
    /// A day, and whether it is past.
    pub(super) when: Option<(String, bool)>,
}

impl List {
    /// The first lines of a list, under its title and the reason why it waits.
    pub(super) fn titled(id: &'static str, mut lines: Vec<Line>, w: &Wording) -> Self {
        let more = lines.split_off(lines.len().min(LINES)).len();
        Self {
            id,
            title: w.get(&format!("space-{id}")),
            reserve: w.get(&format!("space-{id}-why")),
            lines,
            more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
        }
    }
}

/// What waits for the person who is signed in.
pub(super) async fn page(inside: Inside) -> Response {
    let page = shown(&inside).await;
    inside.answer(page)
}

async fn shown(inside: &Inside) -> Result<Rendered, PageError> {
    let desk = Desk::of(inside).await?;
    let w = inside.visit.site.wording(inside.visit.place.language);
    let tools = super::tools::waiting(inside, &w).await?;
    render(inside, &desk, tools)
}

/// Everything of an authority that may wait for somebody.
struct Desk {
    records: Vec<Record<UseCase>>,
    own: BTreeSet<Uuid>,
    messages: usize,
    silent: Vec<Department>,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Desk {
    async fn of(inside: &Inside) -> anyhow::Result<Self> {
        let store = &inside.visit.app.instance.store;
        let scope = &inside.visit.place.scope;
        let records = store.all_of::<UseCase>(scope).await?;
        let messages = crate::pipeline::messages::of(&inside.visit.app.instance, scope).await?;
        let departments = store.all::<Department>().await?;
        let declared: BTreeSet<&String> = records
            .iter()
            .filter_map(|record| record.document.department.as_ref())
            .collect();
        let silent = departments
            .into_iter()
            .map(|record| record.document)
            .filter(|department| department.authorities.contains(scope))
            .filter(|department| !declared.contains(&department.key))
            .collect();
        Ok(Self {
            own: store.declared_by(inside.account.id).await?,
            messages: messages
                .iter()
                .filter(|message| message.document.state == MessageState::Received)
                .count(),
            silent,
            records,
            today: inside.visit.site.snapshot.built_on,
            now: crate::clock::now(),
        })
    }

    /// Records of which something holds, the most urgent first.
    fn those<'a>(
        &'a self,
        holds: impl Fn(&UseCase) -> bool + 'a,
        urgency: impl Fn(&UseCase) -> Option<NaiveDate> + 'a,
    ) -> Vec<&'a Record<UseCase>> {
        let records = self.records.iter();
        let mut those: Vec<_> = records.filter(|record| holds(&record.document)).collect();
        those.sort_by_key(|record| {
            let day = urgency(&record.document);
            (day.is_none(), day, record.document.reference.clone())
        });
        those
    }
}

fn due(record: &UseCase) -> Option<NaiveDate> {
    record.review.as_ref()?.due_on
}

fn review_on(record: &UseCase) -> Option<NaiveDate> {
    record.decision.as_ref()?.review_on
}

fn render(inside: &Inside, desk: &Desk, tools: Vec<List>) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let writer = Writer {
        inside,
        desk,
        w: &w,
    };
    let mut lists: Vec<List> = writer.lists();
    lists.extend(tools);
    let scope = &visit.place.scope;
    let roles: Vec<_> = Role::ALL
        .iter()
        .filter(|role| inside.account.is(**role, scope))
        .map(|role| w.label(Role::VOCABULARY, role.code()))
        .collect();
    let layout = inside.layout("espace", "");
    let page = Page {
        roles: w.list(&roles),
        quiet: lists.is_empty(),
        lists,
        may_declare: inside.may(Action::Declare),
        answers_messages: inside.may(Action::AnswerMessages),
        imports: inside.may(Action::Import),
        administers: inside.may(Action::ManageAccounts),
        layout: layout.titled(w.get("space-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

struct Writer<'a> {
    inside: &'a Inside,
    desk: &'a Desk,
    w: &'a Wording<'a>,
}

impl Writer<'_> {
    fn lists(&self) -> Vec<List> {
        let scope = &self.inside.visit.place.scope;
        let mut lists = Vec::new();
        lists.extend(self.awaited_opinions());
        if self.inside.account.is(Role::DecisionMaker, scope) {
            lists.extend(self.to_decide());
        }
        if self.inside.account.is(Role::Lead, scope) {
            lists.extend(self.week());
        }
        if self.inside.account.is(Role::StaffRepresentative, scope) {
            lists.extend(self.before_they_start());
        }
        lists.extend(self.declared());
        lists
    }

    fn awaited_opinions(&self) -> Option<List> {
        let own = self
            .inside
            .account
            .functions_in(&self.inside.visit.place.scope);
        let waits = move |record: &UseCase| {
            let awaited = record.awaited();
            own.iter()
                .any(|function: &Function| awaited.contains(function))
        };
        self.list("opinions", &self.desk.those(waits, due), due)
    }

    fn to_decide(&self) -> Option<List> {
        let ready =
            |record: &UseCase| Stage::of(record) == Stage::Awaiting && record.awaited().is_empty();
        self.list("decide", &self.desk.those(ready, due), due)
    }

    /// The lead's week.
    fn week(&self) -> Vec<List> {
        let today = self.desk.today;
        let is_late = move |record: &UseCase| {
            !record.awaited().is_empty() && due(record).is_some_and(|day| day < today)
        };
        let is_voided = |record: &UseCase| Stage::of(record) == Stage::Voided;
        let is_overdue = move |record: &UseCase| {
            record.lifecycle.is_in_use() && review_on(record).is_some_and(|day| day < today)
        };
        let is_new = |record: &UseCase| {
            let is_open = !record.lifecycle.is_stopped() && record.opinions.is_empty();
            Stage::of(record) == Stage::Recorded && is_open
        };
        let mut lists: Vec<List> = Vec::new();
        lists.extend(self.list("new", &self.desk.those(is_new, due), |_| None));
        lists.extend(self.list("late", &self.desk.those(is_late, due), due));
        lists.extend(self.list("voided", &self.desk.those(is_voided, due), |_| None));
        lists.extend(self.list(
            "overdue",
            &self.desk.those(is_overdue, review_on),
            review_on,
        ));
        lists.extend(self.stale());
        lists.extend(self.messages());
        lists.extend(self.silent());
        lists
    }

    fn stale(&self) -> Option<List> {
        let limit = self.desk.now - Duration::days(STALE_DAYS);
        let records: Vec<_> = self
            .desk
            .records
            .iter()
            .filter(|record| record.document.lifecycle.is_in_use() && record.changed_at < limit)
            .collect();
        self.list("stale", &records, |_| None)
    }

    fn messages(&self) -> Option<List> {
        let count = self.desk.messages;
        let line = Line {
            url: self.inside.visit.place.page("messages"),
            reference: String::new(),
            name: self
                .w
                .format("space-messages-count", &[("count", count.into())]),
            when: None,
        };
        (count > 0).then(|| self.titled("messages", vec![line], 0))
    }

    fn silent(&self) -> Option<List> {
        let lines = self.desk.silent.iter().map(|department| Line {
            url: String::new(),
            reference: String::new(),
            name: said(&department.name, self.w),
            when: None,
        });
        let mut lines: Vec<_> = lines.collect();
        let more = lines.len().saturating_sub(LINES);
        lines.truncate(LINES);
        (!lines.is_empty()).then(|| self.titled("silent", lines, more))
    }

    /// Staff representatives see pilots before they start.
    fn before_they_start(&self) -> Option<List> {
        let is_ahead = |record: &UseCase| {
            let begins = !record.lifecycle.is_in_use() && !record.lifecycle.is_stopped();
            begins && record.lifecycle != domain::Lifecycle::Refused
        };
        let start = |record: &UseCase| record.started_on;
        self.list("ahead", &self.desk.those(is_ahead, start), start)
    }

    fn declared(&self) -> Option<List> {
        let records = self.desk.records.iter();
        let own: Vec<_> = records
            .filter(|record| self.desk.own.contains(&record.document.id))
            .collect();
        self.list("own", &own, |_| None)
    }

    fn list(
        &self,
        id: &'static str,
        records: &[&Record<UseCase>],
        day: impl Fn(&UseCase) -> Option<NaiveDate>,
    ) -> Option<List> {
        let lines: Vec<_> = records
            .iter()
            .take(LINES)
            .map(|record| self.line(&record.document, day(&record.document)))
            .collect();
        let more = records.len().saturating_sub(LINES);
        (!lines.is_empty()).then(|| self.titled(id, lines, more))
    }

    fn titled(&self, id: &'static str, lines: Vec<Line>, more: usize) -> List {
        List {
            id,
            title: self.w.get(&format!("space-{id}")),
            reserve: self.w.get(&format!("space-{id}-why")),
            lines,
            more: (more > 0).then(|| self.w.format("space-more", &[("count", more.into())])),
        }
    }

    fn line(&self, record: &UseCase, day: Option<NaiveDate>) -> Line {
        let page = format!("dossier/{}", record.reference.to_lowercase());
        Line {
            url: self.inside.visit.place.page(&page),
            reference: record.reference.clone(),
            name: said(&record.name, self.w),
            when: day.map(|day| (self.w.date(day), day < self.desk.today)),
        }
    }
}
