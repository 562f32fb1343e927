//! What waits around the records: departments, messages, sheets, the law.

use super::{About, Desk, Line, Subject, Times, is_open};
use domain::ToolSheet;
use reference::law::Sheet;
use std::collections::BTreeSet;

pub(super) fn look<'a>(desk: &Desk<'a>, times: &Times, lines: &mut Vec<Line<'a>>) {
    lines.extend(silent(desk));
    lines.extend(messages(desk));
    lines.extend(tools(desk, times));
    lines.extend(sheets(desk, times));
    lines.extend(law(desk, times));
    lines.extend(rules(desk, times));
}

fn silent<'a>(desk: &Desk<'a>) -> Vec<Line<'a>> {
    let declared: BTreeSet<_> = desk
        .records
        .iter()
        .filter_map(|seen| seen.record.department.as_ref())
        .collect();
    let departments = desk.departments.iter();
    departments
        .filter(|department| !declared.contains(&department.key))
        .map(|department| Line {
            subject: Subject::Silent,
            about: About::Department(department),
            day: None,
        })
        .collect()
}

fn messages<'a>(desk: &Desk<'a>) -> Option<Line<'a>> {
    let oldest = desk.messages.iter().min()?;
    Some(Line {
        subject: Subject::Messages,
        about: About::Messages(desk.messages.len()),
        day: Some(*oldest),
    })
}

/// The tools that open records use.
pub(super) fn tools_in_use<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a ToolSheet> {
    let used: BTreeSet<&String> = desk
        .records
        .iter()
        .filter(|seen| is_open(seen.record))
        .filter_map(|seen| seen.record.tool.as_ref())
        .collect();
    let tools = desk.tools.clone().into_iter();
    tools.filter(move |tool| used.contains(&tool.key))
}

fn tools<'a>(desk: &Desk<'a>, times: &Times) -> Vec<Line<'a>> {
    let limit = times.months_ago(times.delays.sheet_months);
    tools_in_use(desk)
        .filter(|tool| tool.reviewed_on.is_none_or(|day| day < limit))
        .map(|tool| Line {
            subject: Subject::Sheets,
            about: About::Tool(tool),
            day: tool.reviewed_on,
        })
        .collect()
}

/// The sheets on which a function signed something: what nobody signed has no review to miss.
pub(super) fn signed_sheets<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Sheet> {
    let sheets = desk.sheets;
    let all = sheets.tasks.iter().chain(&sheets.data_kinds);
    let all = all.chain(&sheets.tools);
    all.filter(|sheet| !sheet.reviewed.is_empty())
}

/// Sheets that were signed too long ago, or before they changed.
fn sheets<'a>(desk: &Desk<'a>, times: &Times) -> Vec<Line<'a>> {
    let limit = times.months_ago(times.delays.sheet_months);
    signed_sheets(desk)
        .filter_map(|sheet| {
            let signed = sheet.reviewed.iter().map(|block| block.on).max()?;
            let changed = sheet.changed_on.filter(|day| *day > signed);
            let is_old = signed < limit;
            (is_old || changed.is_some()).then(|| Line {
                subject: Subject::Sheets,
                about: About::Sheet(sheet),
                day: Some(changed.unwrap_or(signed)),
            })
        })
        .collect()
}

fn law<'a>(desk: &Desk<'a>, times: &Times) -> Vec<Line<'a>> {
    let first = times.days_ago(times.delays.law_past_days);
    let last = times.in_days(times.delays.law_days);
    let changes = desk.changes.iter();
    changes
        .filter(|change| (first..=last).contains(&change.on))
        .map(|change| Line {
            subject: Subject::Law,
            about: About::Law(change),
            day: Some(change.on),
        })
        .collect()
}

fn rules<'a>(desk: &Desk<'a>, times: &Times) -> Vec<Line<'a>> {
    let rules = desk.rules.iter();
    rules
        .filter(|rule| rule.review_by <= times.on)
        .map(|rule| Line {
            subject: Subject::Rules,
            about: About::Rule(rule),
            day: Some(rule.review_by),
        })
        .collect()
}
