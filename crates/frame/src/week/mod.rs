//! What waits for whoever runs the observatory: each line says what, and since when.
//!
//! [`week`] is a function of what an authority holds, of the delays it chose and of a day. It
//! reads no clock, and it also says what it looked at, so that an empty week can be believed.

mod around;
mod records;

use chrono::{Days, Months, NaiveDate};
use domain::{Department, Function, Text, Todo, ToolSheet, UseCase};
use reference::FollowUp;
use reference::law::{Rule, Sheet, Sheets};

/// A kind of thing that waits, in the order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A to-do whose day has passed.
    Todos,
    /// A review whose day has passed while the use goes on.
    Reviews,
    /// A decision that no longer holds.
    Voided,
    /// An opinion whose day has passed.
    LateOpinions,
    /// An opinion asked for long ago.
    OldRequests,
    /// A decision to be taken: everybody has spoken.
    Undecided,
    /// A declaration on which no opinion was asked for.
    New,
    /// An opinion that is too old.
    ExpiredOpinions,
    /// A pilot that ends, or has no end.
    Pilots,
    /// A review that is coming.
    ComingReviews,
    /// A date of the law.
    Law,
    /// A message that nobody answered.
    Messages,
    /// A department that declared nothing.
    Silent,
    /// A record that nobody touched.
    Stale,
    /// A sheet past its review.
    Sheets,
    /// A rule past its review.
    Rules,
}

impl Subject {
    /// Every subject, in the order in which they are read.
    pub const ALL: [Self; 16] = [
        Self::Todos,
        Self::Reviews,
        Self::Voided,
        Self::LateOpinions,
        Self::OldRequests,
        Self::Undecided,
        Self::New,
        Self::ExpiredOpinions,
        Self::Pilots,
        Self::ComingReviews,
        Self::Law,
        Self::Messages,
        Self::Silent,
        Self::Stale,
        Self::Sheets,
        Self::Rules,
    ];

    /// Its name in addresses, words and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Todos => "todos",
            Self::Reviews => "reviews",
            Self::Voided => "voided",
            Self::LateOpinions => "late-opinions",
            Self::OldRequests => "old-requests",
            Self::Undecided => "undecided",
            Self::New => "new",
            Self::ExpiredOpinions => "expired-opinions",
            Self::Pilots => "pilots",
            Self::ComingReviews => "coming-reviews",
            Self::Law => "law",
            Self::Messages => "messages",
            Self::Silent => "silent",
            Self::Stale => "stale",
            Self::Sheets => "sheets",
            Self::Rules => "rules",
        }
    }
}

/// Everything of an authority that may wait.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// Its records.
    pub records: Vec<Seen<'a>>,
    /// Its departments.
    pub departments: Vec<&'a Department>,
    /// The day on which each message that nobody answered came.
    pub messages: Vec<NaiveDate>,
    /// The sheets of tools.
    pub tools: Vec<&'a ToolSheet>,
    /// What functions signed.
    pub sheets: &'a Sheets,
    /// The rules of the law.
    pub rules: &'a [Rule],
    /// What changes in the law, and the records it touches.
    pub changes: &'a [LawChange],
}

/// A record, and when it was last written.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The record.
    pub record: &'a UseCase,
    /// The day of its last version.
    pub changed_on: NaiveDate,
}

/// A day on which the law changes.
#[derive(Debug, Clone, PartialEq)]
pub struct LawChange {
    /// The first day of the new state.
    pub on: NaiveDate,
    /// The rule whose outcome changes; `None` for a date that changes the outcome of no record.
    pub rule: Option<String>,
    /// In a few words.
    pub title: Text,
    /// References of the records whose outcome changes.
    pub touched: Vec<String>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq)]
pub enum About<'a> {
    /// A record.
    Record(&'a UseCase),
    /// Something to do for a record.
    Todo(&'a UseCase, &'a Todo),
    /// Opinions of functions on a record.
    Opinions(&'a UseCase, Vec<Function>),
    /// A department.
    Department(&'a Department),
    /// Messages, told by their number.
    Messages(usize),
    /// The sheet of a tool.
    Tool(&'a ToolSheet),
    /// A sheet that functions sign.
    Sheet(&'a Sheet),
    /// A rule of the law.
    Rule(&'a Rule),
    /// A change of the law.
    Law(&'a LawChange),
}

/// Something that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// Why it waits.
    pub subject: Subject,
    /// What waits.
    pub about: About<'a>,
    /// Since when it waits, or when it comes; `None` = nobody said.
    pub day: Option<NaiveDate>,
}

/// How many things were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LookedAt {
    /// Records.
    pub records: usize,
    /// To-dos that are not done.
    pub todos: usize,
    /// Departments.
    pub departments: usize,
    /// Sheets of tools in use, and sheets that functions signed.
    pub sheets: usize,
    /// Rules of the law.
    pub rules: usize,
}

/// Everything that waits on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Week<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What waits: by subject, then the oldest first, those without a day at the end.
    pub lines: Vec<Line<'a>>,
    /// What was looked at.
    pub looked_at: LookedAt,
}

impl<'a> Week<'a> {
    /// What waits for one reason.
    pub fn of(&self, subject: Subject) -> impl Iterator<Item = &Line<'a>> {
        self.lines
            .iter()
            .filter(move |line| line.subject == subject)
    }

    /// Each reason for which something waits, and how many things do; messages count one by one.
    pub fn counts(&self) -> Vec<(Subject, usize)> {
        let count = |subject| {
            let lines = self.of(subject).map(|line| match line.about {
                About::Messages(count) => count,
                _ => 1,
            });
            (subject, lines.sum())
        };
        let counts = Subject::ALL.into_iter().map(count);
        counts.filter(|(_, count)| *count > 0).collect()
    }
}

/// What waits in an authority on a day.
pub fn week<'a>(desk: &Desk<'a>, delays: &FollowUp, on: NaiveDate) -> Week<'a> {
    let times = Times { delays, on };
    let mut lines = Vec::new();
    for seen in &desk.records {
        records::look(*seen, &times, &mut lines);
    }
    around::look(desk, &times, &mut lines);
    lines.sort_by_key(|line| (line.subject, line.day.is_none(), line.day));
    Week {
        on,
        lines,
        looked_at: LookedAt {
            records: desk.records.len(),
            todos: desk
                .records
                .iter()
                .map(|seen| seen.record.open_todos().len())
                .sum(),
            departments: desk.departments.len(),
            sheets: around::tools_in_use(desk).count() + around::signed_sheets(desk).count(),
            rules: desk.rules.len(),
        },
    }
}

/// The delays, counted from a day.
struct Times<'a> {
    delays: &'a FollowUp,
    on: NaiveDate,
}

impl Times<'_> {
    fn days_ago(&self, days: u32) -> NaiveDate {
        let ago = self.on.checked_sub_days(Days::new(u64::from(days)));
        ago.unwrap_or(NaiveDate::MIN)
    }

    fn in_days(&self, days: u32) -> NaiveDate {
        let then = self.on.checked_add_days(Days::new(u64::from(days)));
        then.unwrap_or(NaiveDate::MAX)
    }

    fn months_ago(&self, months: u32) -> NaiveDate {
        let ago = self.on.checked_sub_months(Months::new(months));
        ago.unwrap_or(NaiveDate::MIN)
    }
}

/// Whether a use may still begin, or goes on.
fn is_open(record: &UseCase) -> bool {
    let is_refused = record.lifecycle == domain::Lifecycle::Refused;
    !record.lifecycle.is_stopped() && !is_refused
}
