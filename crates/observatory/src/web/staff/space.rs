//! What waits for somebody: one list a reason, the most urgent first.

use super::member::Inside;
use super::sheet::Section;
use super::{views, week};
use crate::pipeline::follow_up::{self, Waiting};
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use anyhow::Result;
use askama::Template;
use axum::response::Response;
use chrono::NaiveDate;
use domain::UseCase;
use domain::people::{Action, Role, Stage};
use frame::week::{Subject, Week};
use publish::Wording;
use std::collections::BTreeSet;
use store::{Digest, Record};
use uuid::Uuid;

/// Lines of a list; the rest is counted.
const LINES: usize = 8;

/// A page of the space: who may open it, the key of its name, its address, and whether a small
/// authority has it.
type Way = (Action, &'static str, &'static str, bool);

/// The pages of the space, by what one comes for.
const WAYS: [(&str, &[Way]); 3] = [
    (
        "space-follow",
        &[
            (Action::OpenSpace, "uses-title", "espace/usages", true),
            (Action::SeeWeek, "week-title", "espace/semaine", false),
            (
                Action::PrepareMeeting,
                "meeting-title",
                "espace/reunion",
                false,
            ),
            (Action::SeeSummary, "summary-title", "espace/synthese", true),
            (
                Action::SeeStaffView,
                "staff-title",
                "espace/personnel",
                false,
            ),
            (
                Action::SeeDepartment,
                "department-title",
                "espace/direction",
                false,
            ),
        ],
    ),
    (
        "space-work",
        &[
            (Action::RequestTool, "tools-title", "outils", true),
            (
                Action::OpenSpace,
                "space-report",
                "signaler?sujet=incident",
                true,
            ),
            (Action::AnswerMessages, "messages-title", "messages", true),
            (Action::Import, "imports-title", "imports", true),
        ],
    ),
    (
        "space-set",
        &[
            (
                Action::EditDepartments,
                "departments-title",
                "directions",
                true,
            ),
            (Action::EditTexts, "texts-title", "textes", true),
            (Action::DownloadBackup, "backup-title", "sauvegarde", true),
            (Action::ManageAccounts, "space-accounts", "comptes", true),
            (Action::OpenSpace, "space-account", "compte", true),
        ],
    ),
];

#[derive(Template)]
#[template(path = "staff/space.html")]
struct Page<'a> {
    layout: Layout<'a>,
    roles: String,
    /// That the last weekly letters did not all go out.
    letters: Option<String>,
    lists: Vec<List>,
    /// The week itself, where one person does everything.
    sections: Vec<Section>,
    quiet: bool,
    is_small: bool,
    /// Where a use is declared, for those who may.
    declare: Option<String>,
    ways: Vec<(String, Vec<(String, String)>)>,
}

/// Things that wait for the same reason.
pub(super) struct List {
    id: &'static str,
    title: String,
    reserve: String,
    lines: Vec<Line>,
    more: Option<String>,
    /// Where the others are; nowhere in particular when there is no page of theirs.
    rest: Option<String>,
}

/// One of them.
pub(super) struct Line {
    /// Where it leads; nowhere when empty.
    pub(super) url: String,
    /// Its reference.
    pub(super) reference: String,
    /// Its name, as HTML.
    pub(super) name: String,
    /// What is expected by which day, or where it stands; and whether that day is past.
    pub(super) when: Option<(String, bool)>,
}

impl List {
    /// The first lines of a list, under its title and the reason why it waits.
    pub(super) fn titled(id: &'static str, mut lines: Vec<Line>, w: &Wording) -> Self {
        let more = lines.split_off(lines.len().min(LINES)).len();
        Self::whole(id, lines, more, w)
    }

    /// A list with all its lines, and how many more there are elsewhere.
    fn whole(id: &'static str, lines: Vec<Line>, more: usize, w: &Wording) -> Self {
        Self {
            id,
            title: w.get(&format!("space-{id}")),
            reserve: w.get(&format!("space-{id}-why")),
            lines,
            more: (more > 0).then(|| w.format("space-more", &[("count", more.into())])),
            rest: None,
        }
    }
}

/// A day within the sentence that says what it is.
pub(super) fn by(w: &Wording, key: &str, day: NaiveDate) -> String {
    w.format(key, &[("date", w.date(day).into())])
}

/// What waits for the person who is signed in.
pub(super) async fn page(inside: Inside) -> Response {
    let page = shown(&inside).await;
    inside.answer(page)
}

async fn shown(inside: &Inside) -> Result<Rendered, PageError> {
    let desk = Desk::of(inside).await?;
    let w = inside.visit.site.wording(inside.visit.place.language);
    let mut others: Vec<List> = Vec::new();
    others.extend(super::messages::incidents(inside, &w).await?);
    others.extend(super::tools::waiting(inside, &w).await?);
    render(inside, &desk, others)
}

/// Everything of an authority that may wait for somebody.
struct Desk {
    waiting: Waiting,
    own: BTreeSet<Uuid>,
    digest: Option<Digest>,
    today: NaiveDate,
}

impl Desk {
    async fn of(inside: &Inside) -> Result<Self> {
        let instance = &inside.visit.app.instance;
        let scope = &inside.visit.place.scope;
        let today = inside.visit.site.snapshot.built_on;
        let waiting = match inside.may(Action::SeeWeek) {
            true => follow_up::waiting_with_law(instance, scope, today).await?,
            false => follow_up::waiting(instance, scope).await?,
        };
        Ok(Self {
            waiting,
            own: instance.store.declared_by(inside.account.id).await?,
            digest: instance.store.last_digest(scope).await?,
            today,
        })
    }

    /// Records of which something holds, the most urgent first.
    fn those<'a>(
        &'a self,
        holds: impl Fn(&UseCase) -> bool + 'a,
        urgency: impl Fn(&UseCase) -> Option<NaiveDate> + 'a,
    ) -> Vec<&'a Record<UseCase>> {
        let records = self.waiting.records.iter();
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

fn render(inside: &Inside, desk: &Desk, others: Vec<List>) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let is_small = views::is_small(inside);
    let week = inside.may(Action::SeeWeek).then(|| {
        let reference = &visit.site.library.reference;
        desk.waiting.week(reference, desk.today)
    });
    let writer = Writer {
        inside,
        desk,
        w: &w,
        week: week.as_ref(),
        is_small,
    };
    let mut lists: Vec<List> = writer.lists();
    lists.extend(others);
    let sections = match &week {
        Some(week) if is_small => week::of_week(inside, week, &w),
        _ => Vec::new(),
    };
    let scope = &visit.place.scope;
    let roles: Vec<_> = Role::ALL
        .iter()
        .filter(|role| inside.account.is(**role, scope))
        .map(|role| w.label(Role::VOCABULARY, role.code()))
        .collect();
    let layout = inside.layout("espace", "");
    let page = Page {
        roles: w.list(&roles),
        letters: writer.letters(),
        quiet: lists.is_empty() && sections.is_empty(),
        lists,
        sections,
        is_small,
        declare: inside
            .may(Action::Declare)
            .then(|| visit.place.page("declarer")),
        ways: writer.ways(),
        layout: layout.titled(w.get("space-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

struct Writer<'a> {
    inside: &'a Inside,
    desk: &'a Desk,
    w: &'a Wording<'a>,
    week: Option<&'a Week<'a>>,
    is_small: bool,
}

impl Writer<'_> {
    /// Where the person may go, by what they come for: everywhere their roles lead, or the screens
    /// of a small authority.
    fn ways(&self) -> Vec<(String, Vec<(String, String)>)> {
        let ways = WAYS.iter().map(|(key, pages)| {
            let pages = pages.iter().filter(|page| self.leads_to(page));
            let pages: Vec<_> = pages.map(|page| self.link(page)).collect();
            (self.w.get(key), pages)
        });
        ways.filter(|(_, pages)| !pages.is_empty()).collect()
    }

    fn leads_to(&self, (action, _, _, in_small): &Way) -> bool {
        self.inside.may(*action) && (*in_small || !self.is_small)
    }

    fn link(&self, (_, key, page, _): &Way) -> (String, String) {
        (self.w.get(key), self.inside.visit.place.page(page))
    }

    /// That the last weekly letters did not all go out, for those who can do something about it.
    fn letters(&self) -> Option<String> {
        let told = self.desk.digest.as_ref()?;
        let fault = told.fault.as_ref()?;
        let acts = [Action::SeeWeek, Action::ManageAccounts];
        let may_act = acts.into_iter().any(|action| self.inside.may(action));
        let w = self.w;
        let blanks = [
            ("date", w.date(self.inside.day(told.at)).into()),
            ("count", f64::from(told.failed).into()),
            ("why", w.get(&format!("mail-fault-{fault}")).into()),
        ];
        may_act.then(|| w.format("space-letters", &blanks))
    }

    fn lists(&self) -> Vec<List> {
        let scope = &self.inside.visit.place.scope;
        let mut lists = Vec::new();
        lists.extend(self.awaited_opinions());
        lists.extend(self.todos());
        if self.inside.account.is(Role::DecisionMaker, scope) {
            lists.extend(self.to_decide());
        }
        if !self.is_small {
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
            own.iter().any(|function| awaited.contains(function))
        };
        let those = self.desk.those(waits, due);
        self.list("opinions", &those, |record| {
            self.day("space-expected", due(record))
        })
    }

    /// What the person answers for, the most urgent first.
    fn todos(&self) -> Option<List> {
        let scope = &self.inside.visit.place.scope;
        let records = self.desk.waiting.records.iter();
        let mut todos: Vec<_> = records
            .map(|record| &record.document)
            .filter(|record| {
                let is_own = self.desk.own.contains(&record.id);
                self.inside.may_with(Action::ReadRecord, record, is_own)
            })
            .flat_map(|record| {
                record
                    .open_todos()
                    .into_iter()
                    .map(move |todo| (record, todo))
            })
            .filter(|(_, todo)| self.inside.account.holds(&todo.owner, scope))
            .collect();
        todos.sort_by_key(|(_, todo)| (todo.due_on.is_none(), todo.due_on));
        let lines = todos.iter().map(|(record, todo)| Line {
            url: format!(
                "{}/a-faire?numero={}#changer",
                self.file(record),
                todo.number
            ),
            reference: record.reference.clone(),
            name: said(&todo.text, self.w),
            when: todo.due_on.map(|day| {
                let told = by(self.w, "space-todos-day", day);
                (told, todo.is_overdue(self.desk.today))
            }),
        });
        self.titled_some("todos", lines.collect())
    }

    fn to_decide(&self) -> Option<List> {
        let ready =
            |record: &UseCase| Stage::of(record) == Stage::Awaiting && record.awaited().is_empty();
        let those = self.desk.those(ready, due);
        let when = |record: &UseCase| self.day("space-expected", due(record));
        let list = self.list("decide", &those, when)?;
        let page = format!("espace/semaine?sujet={}", Subject::Undecided.code());
        let rest = self.inside.may(Action::SeeWeek);
        Some(List {
            rest: rest.then(|| self.inside.visit.place.page(&page)),
            ..list
        })
    }

    /// The week of the lead in numbers; the page of the week has the lines.
    fn week(&self) -> Option<List> {
        let week = self.week?;
        let page = self.inside.visit.place.page("espace/semaine");
        let lines = week::counted(week, self.w);
        let lines: Vec<_> = lines
            .into_iter()
            .map(|(subject, name)| Line {
                url: format!("{page}#{}", subject.code()),
                reference: String::new(),
                name,
                when: None,
            })
            .collect();
        (!lines.is_empty()).then(|| List::whole("week", lines, 0, self.w))
    }

    /// Staff representatives see pilots before they start.
    fn before_they_start(&self) -> Option<List> {
        let is_ahead = |record: &UseCase| {
            let begins = !record.lifecycle.is_in_use() && !record.lifecycle.is_stopped();
            begins && record.lifecycle != domain::Lifecycle::Refused
        };
        let start = |record: &UseCase| record.started_on;
        let those = self.desk.those(is_ahead, start);
        self.list("ahead", &those, |record| {
            self.day("space-ahead-day", start(record))
        })
    }

    fn declared(&self) -> Option<List> {
        let records = self.desk.waiting.records.iter();
        let own: Vec<_> = records
            .filter(|record| self.desk.own.contains(&record.document.id))
            .collect();
        self.list("own", &own, |record| {
            let stage = self.w.label(Stage::VOCABULARY, Stage::of(record).code());
            Some((stage, false))
        })
    }

    fn list(
        &self,
        id: &'static str,
        records: &[&Record<UseCase>],
        when: impl Fn(&UseCase) -> Option<(String, bool)>,
    ) -> Option<List> {
        let lines: Vec<_> = records
            .iter()
            .map(|record| self.line(&record.document, when(&record.document)))
            .collect();
        self.titled_some(id, lines)
    }

    /// The first lines, and how many more there are; nothing when there is none.
    fn titled_some(&self, id: &'static str, lines: Vec<Line>) -> Option<List> {
        (!lines.is_empty()).then(|| List::titled(id, lines, self.w))
    }

    /// A day under its name, and whether it is past.
    fn day(&self, key: &str, day: Option<NaiveDate>) -> Option<(String, bool)> {
        day.map(|day| (by(self.w, key, day), day < self.desk.today))
    }

    fn line(&self, record: &UseCase, when: Option<(String, bool)>) -> Line {
        Line {
            url: self.file(record),
            reference: record.reference.clone(),
            name: said(&record.name, self.w),
            when,
        }
    }

    fn file(&self, record: &UseCase) -> String {
        super::sheet::file_of(record, self.inside)
    }
}
