//! What was decided on a tool, in words: the same on the pages of the public and of the space.

use chrono::NaiveDate;
use domain::{DataKind, Task, ToolSheet, ToolStatus};
use publish::Wording;

/// Status of a tool, since when, and how far the decision goes.
pub(crate) fn standing(tool: &ToolSheet, w: &Wording) -> String {
    let status = w.label(ToolStatus::VOCABULARY, tool.status.code());
    let day = tool.examination.status_since;
    let dated = day.map(|day| format!("{status} {}", since(Some(day), w)));
    match limits(tool, w) {
        Some(limits) => format!("{}. {limits}", dated.unwrap_or(status)),
        None => dated.unwrap_or(status),
    }
}

/// « depuis le … », or that nobody told.
pub(crate) fn since(day: Option<NaiveDate>, w: &Wording) -> String {
    match day {
        Some(day) => w.format("tool-since", &[("date", w.date(day).into())]),
        None => w.get("tool-since-unknown"),
    }
}

/// How far the decision goes: kinds of data, tasks, last day.
pub(crate) fn limits(tool: &ToolSheet, w: &Wording) -> Option<String> {
    if !tool.is_open() {
        return None;
    }
    let limits = tool.examination.limits.as_ref();
    let mut parts = Vec::new();
    let kinds: Vec<_> = tool
        .data_allowed
        .iter()
        .map(|kind| Wording::within(&w.label(DataKind::VOCABULARY, kind.code())))
        .collect();
    if !kinds.is_empty() {
        parts.push(w.format("tool-limit-data", &[("kinds", w.list(&kinds).into())]));
    }
    let tasks = limits.map_or(&[][..], |limits| limits.tasks.as_slice());
    let tasks: Vec<_> = tasks
        .iter()
        .map(|task| Wording::within(&w.label(Task::VOCABULARY, task.code())))
        .collect();
    if !tasks.is_empty() {
        parts.push(w.format("tool-limit-tasks", &[("tasks", w.list(&tasks).into())]));
    }
    let until = limits.and_then(|limits| limits.until);
    parts.extend(until.map(|day| w.format("tool-limit-until", &[("date", w.date(day).into())])));
    (!parts.is_empty()).then(|| parts.join(" "))
}
