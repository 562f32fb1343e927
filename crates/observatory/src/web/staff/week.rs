//! The week of whoever runs the observatory: what waits, since when, and one thing to do about it.

use super::form::Form;
use super::member::Inside;
use super::sheet::{Line, Section, Sheet, file_of};
use crate::pipeline::follow_up;
use crate::web::error::PageError;
use crate::web::pages::may_i::sheet_name;
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, UseCase};
use frame::week::{About, Line as Waits, LookedAt, Subject, Week};
use publish::Wording;
use publish::charts::html::escape;

/// Lines of the page, shared between its subjects; a page of each subject has the others.
const LINES: usize = 40;
/// Lines of the page of one subject; the rest is counted.
const LINES_OF_ONE: usize = 60;
/// References that a line of the law names.
const NAMES: usize = 5;

/// The page.
pub(super) async fn page(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    if !inside.may(Action::SeeWeek) {
        return Err(PageError::Forbidden);
    }
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let on = visit.site.snapshot.built_on;
    let instance = &visit.app.instance;
    let waiting = follow_up::waiting_with_law(instance, &visit.place.scope, on).await?;
    let week = waiting.week(&visit.site.library.reference, on);
    let query = Form::read(visit.uri.query().unwrap_or_default());
    let one = Subject::ALL
        .into_iter()
        .find(|subject| subject.code() == query.one("sujet"));
    let writer = Writer {
        inside,
        w: &w,
        week: &week,
    };
    let sheet = Sheet {
        page: "espace/semaine".to_owned(),
        title: w.get("week-title"),
        lede: writer.lede(),
        actions: vec![(w.get("meeting-title"), visit.place.page("espace/reunion"))],
        sections: match one {
            Some(subject) => writer.section(subject, LINES_OF_ONE).into_iter().collect(),
            None => sections(&writer),
        },
        is_one_page: false,
    };
    sheet.render(inside)
}

fn sections(writer: &Writer) -> Vec<Section> {
    let subjects = writer.week.counts().len().max(1);
    let most = (LINES / subjects).max(2);
    let mut sections: Vec<_> = Subject::ALL
        .into_iter()
        .filter_map(|subject| writer.section(subject, most))
        .collect();
    sections.push(writer.looked_at());
    sections
}

/// The sections of a week, for a page that shows them among others.
pub(super) fn of_week(inside: &Inside, week: &Week, w: &Wording) -> Vec<Section> {
    sections(&Writer { inside, w, week })
}

/// Each subject for which something waits, in words, with how many things do.
pub(super) fn counted(week: &Week, w: &Wording) -> Vec<(Subject, String)> {
    let counts = week.counts().into_iter();
    counts
        .map(|(subject, count)| (subject, count_of(subject, count, w)))
        .collect()
}

/// A subject and how many things wait, in words.
pub(crate) fn count_of(subject: Subject, count: usize, w: &Wording) -> String {
    let blanks = [
        ("what", w.get(&format!("week-{}", subject.code())).into()),
        ("count", count.into()),
    ];
    w.format("week-count", &blanks)
}

struct Writer<'a> {
    inside: &'a Inside,
    w: &'a Wording<'a>,
    week: &'a Week<'a>,
}

impl Writer<'_> {
    fn lede(&self) -> String {
        let blanks = [
            ("date", self.w.date(self.week.on).into()),
            ("count", self.week.counts().len().into()),
        ];
        match self.week.lines.is_empty() {
            true => self.w.format("week-fine", &blanks),
            false => self.w.format("week-lede", &blanks),
        }
    }

    fn section(&self, subject: Subject, most: usize) -> Option<Section> {
        let lines: Vec<_> = self
            .week
            .of(subject)
            .map(|waits| self.line(waits))
            .collect();
        let code = subject.code();
        (!lines.is_empty()).then(|| {
            let section = Section {
                id: code,
                title: self.w.get(&format!("week-{code}")),
                reserve: self.w.get(&format!("week-{code}-why")),
                ..Section::default()
            };
            let page = format!("espace/semaine?sujet={code}");
            let is_cut = lines.len() > most && most < LINES_OF_ONE;
            Section {
                rest: is_cut.then(|| self.inside.visit.place.page(&page)),
                ..section.with_lines(lines, most, "week-nothing", self.w)
            }
        })
    }

    /// What was looked at: an empty week can then be believed.
    fn looked_at(&self) -> Section {
        let LookedAt {
            records,
            todos,
            departments,
            sheets,
            rules,
        } = self.week.looked_at;
        let blanks = [
            ("records", records.into()),
            ("todos", todos.into()),
            ("departments", departments.into()),
            ("sheets", sheets.into()),
            ("rules", rules.into()),
        ];
        Section {
            after: Some(self.w.format("week-looked-at-what", &blanks)),
            ..Section::new("week", "looked-at", self.w)
        }
    }

    fn line(&self, waits: &Waits) -> Line {
        let (text, url, action) = self.about(waits);
        let code = waits.subject.code();
        let details = match waits.day {
            Some(day) => {
                let blanks = [("date", self.w.date(day).into())];
                self.w.format(&format!("week-{code}-since"), &blanks)
            }
            None => self.w.get("week-no-day"),
        };
        let names = match &waits.about {
            About::Opinions(_, functions) => format!(" · {}", self.functions(functions)),
            About::Law(change) => format!(" · {}", self.touched(&change.touched)),
            _ => String::new(),
        };
        let is_ahead = waits.day.is_some_and(|day| day >= self.week.on);
        Line {
            text,
            url,
            details: escape(&format!("{details}{names}")),
            is_late: !is_ahead && is_urgent(waits.subject),
            action: Some((self.w.get(&format!("week-{code}-do")), action)),
        }
    }

    /// What a line is about, where it leads, and where the one thing to do is done.
    fn about(&self, waits: &Waits) -> (String, String, String) {
        let w = self.w;
        let place = &self.inside.visit.place;
        match &waits.about {
            About::Record(record) => self.of_record(record, below(waits.subject)),
            About::Opinions(record, _) => self.of_record(record, below(waits.subject)),
            About::Todo(record, todo) => {
                let file = file_of(record, self.inside);
                let action = format!("{file}/a-faire?numero={}#changer", todo.number);
                (said(&todo.text, w), file, action)
            }
            About::Department(department) => {
                let page = place.page("declarer");
                (said(&department.name, w), String::new(), page)
            }
            About::Messages(count) => {
                let text = w.format("space-messages-count", &[("count", (*count).into())]);
                (escape(&text), String::new(), place.page("messages"))
            }
            About::Tool(tool) => {
                let page = place.page(&format!("outils/{}", tool.key));
                (said(&tool.name, w), page.clone(), page)
            }
            About::Sheet(sheet) => {
                let name = sheet_name(&self.inside.visit.site, sheet, w);
                (escape(&name), String::new(), place.page("puis-je"))
            }
            About::Rule(rule) => {
                let page = place.page(&format!("droit/{}", rule.id));
                (said(&rule.title, w), page.clone(), page)
            }
            About::Law(change) => {
                let page = match &change.rule {
                    Some(rule) => format!("droit/{rule}"),
                    None => "droit".to_owned(),
                };
                let page = place.page(&page);
                (said(&change.title, w), page.clone(), page)
            }
        }
    }

    fn of_record(&self, record: &UseCase, below: &str) -> (String, String, String) {
        let file = file_of(record, self.inside);
        let action = format!("{file}{below}");
        (said(&record.name, self.w), file, action)
    }

    fn functions(&self, functions: &[Function]) -> String {
        let names: Vec<_> = functions
            .iter()
            .map(|function| self.w.label(Function::VOCABULARY, function.code()))
            .collect();
        self.w.list(&names)
    }

    fn touched(&self, references: &[String]) -> String {
        if references.is_empty() {
            return self.w.get("week-law-none");
        }
        let named = references.iter().take(NAMES).cloned();
        let blanks = [
            ("count", references.len().into()),
            ("names", named.collect::<Vec<_>>().join(", ").into()),
        ];
        self.w.format("week-law-touched", &blanks)
    }
}

/// The page of a file where the one thing to do is done.
fn below(subject: Subject) -> &'static str {
    match subject {
        Subject::New
        | Subject::Voided
        | Subject::Reviews
        | Subject::ComingReviews
        | Subject::ExpiredOpinions => "/avis-demandes",
        Subject::Stale | Subject::Pilots => "/modifier",
        Subject::LateOpinions | Subject::OldRequests => "#avis",
        Subject::Undecided => "#decision",
        _ => "",
    }
}

/// Whether a day that has passed is a delay.
fn is_urgent(subject: Subject) -> bool {
    matches!(
        subject,
        Subject::Todos | Subject::Reviews | Subject::LateOpinions | Subject::Pilots
    )
}
