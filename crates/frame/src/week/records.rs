//! What waits on one record.

use super::{About, Line, Seen, Subject, Times, is_open};
use chrono::NaiveDate;
use domain::people::Stage;
use domain::{Lifecycle, UseCase};

pub(super) fn look<'a>(seen: Seen<'a>, times: &Times, lines: &mut Vec<Line<'a>>) {
    let record = seen.record;
    let mut add = |subject, about, day| {
        lines.push(Line {
            subject,
            about,
            day,
        });
    };
    for todo in record.open_todos() {
        if todo.is_overdue(times.on) {
            add(Subject::Todos, About::Todo(record, todo), todo.due_on);
        }
    }
    if !is_open(record) {
        return;
    }
    if let Some((subject, day)) = review(record, times) {
        add(subject, About::Record(record), Some(day));
    }
    if let Some((subject, day)) = stage(seen, times) {
        let about = match subject {
            Subject::LateOpinions | Subject::OldRequests => {
                About::Opinions(record, record.awaited())
            }
            _ => About::Record(record),
        };
        add(subject, about, day);
    }
    if let Some((about, day)) = expired_opinions(record, times) {
        add(Subject::ExpiredOpinions, about, Some(day));
    }
    if let Some(day) = ending_pilot(record, times) {
        add(Subject::Pilots, About::Record(record), day);
    }
    let is_stale = seen.changed_on < times.months_ago(times.delays.stale_months);
    if record.lifecycle.is_in_use() && is_stale {
        add(Subject::Stale, About::Record(record), Some(seen.changed_on));
    }
}

/// A review that has passed while the use goes on, or that is coming.
fn review(record: &UseCase, times: &Times) -> Option<(Subject, NaiveDate)> {
    let day = record.decision.as_ref()?.review_on?;
    if day < times.on {
        let goes_on = record.lifecycle.is_in_use();
        return goes_on.then_some((Subject::Reviews, day));
    }
    let is_near = day <= times.in_days(times.delays.review_days);
    is_near.then_some((Subject::ComingReviews, day))
}

/// What a record waits for between a declaration and a decision.
fn stage(seen: Seen, times: &Times) -> Option<(Subject, Option<NaiveDate>)> {
    let record = seen.record;
    match Stage::of(record) {
        Stage::Recorded => {
            let nobody_spoke = record.opinions.is_empty();
            nobody_spoke.then_some((Subject::New, Some(seen.changed_on)))
        }
        Stage::Awaiting => awaited(record, times),
        Stage::Decided => None,
        Stage::Voided => {
            let voided = record.decision.as_ref()?.voided.as_ref()?;
            Some((Subject::Voided, Some(voided.on)))
        }
    }
}

fn awaited(record: &UseCase, times: &Times) -> Option<(Subject, Option<NaiveDate>)> {
    let request = record.review.as_ref()?;
    if record.awaited().is_empty() {
        let spoke = record
            .opinions
            .iter()
            .filter_map(|opinion| opinion.given_on);
        return Some((Subject::Undecided, spoke.max()));
    }
    match request.due_on {
        Some(due) if due < times.on => Some((Subject::LateOpinions, Some(due))),
        _ => {
            let is_old = request.asked_on <= times.days_ago(times.delays.asked_days);
            is_old.then_some((Subject::OldRequests, Some(request.asked_on)))
        }
    }
}

/// Opinions that a use in service still rests on, and that are too old, with the oldest day.
fn expired_opinions<'a>(record: &'a UseCase, times: &Times) -> Option<(About<'a>, NaiveDate)> {
    let limit = times.months_ago(times.delays.opinion_months);
    let is_old = |day: &NaiveDate| record.lifecycle.is_in_use() && *day < limit;
    let old: Vec<_> = record
        .opinions
        .iter()
        .filter_map(|opinion| Some((opinion.function, opinion.given_on.filter(is_old)?)))
        .collect();
    let oldest = old.iter().map(|(_, day)| *day).min()?;
    let functions = old.into_iter().map(|(function, _)| function).collect();
    Some((About::Opinions(record, functions), oldest))
}

/// The end of a pilot that is near or has passed; a pilot whose end nobody told has one too.
fn ending_pilot(record: &UseCase, times: &Times) -> Option<Option<NaiveDate>> {
    if record.lifecycle != Lifecycle::Pilot {
        return None;
    }
    let end = record.experiment.as_ref().and_then(|trial| trial.until);
    let limit = times.in_days(times.delays.pilot_days);
    end.is_none_or(|day| day <= limit).then_some(end)
}
