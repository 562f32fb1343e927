//! Whether a duty that comes before the use is recorded as done.

use crate::question::MayI;
use chrono::NaiveDate;
use reference::law::{Completion, Duty, Sheet, SheetKind};

/// The record that a duty is done: on the use case, or on a sheet where such a record counts.
pub(crate) fn done<'a>(id: &str, duty: &Duty, question: &MayI<'a>) -> Option<&'a Completion> {
    let on = question.on;
    let is_valid = |record: &&Completion| record.duty == id && is_current(record, on);
    if let Some(record) = question.done.iter().find(is_valid) {
        return Some(record);
    }
    let sheet = |pick: &Option<crate::Pick<'a>>| pick.as_ref().and_then(|pick| pick.sheet);
    let tool = sheet(&question.tool).filter(|_| duty.may_be_recorded_on(SheetKind::Tool));
    let task = sheet(&question.task).filter(|_| duty.may_be_recorded_on(SheetKind::Task));
    let standing = |sheet: &'a Sheet| {
        let records = sheet.done.iter().filter(is_valid);
        records.filter(move |record| sheet.counts(record.on, on))
    };
    let on_tool = tool.and_then(|sheet| standing(sheet).next());
    on_tool.or_else(|| {
        let mut records = standing(task?);
        records.find(|record| names_picks(record, question))
    })
}

fn is_current(record: &Completion, on: NaiveDate) -> bool {
    record.on <= on && record.until.is_none_or(|last| on <= last)
}

/// On a task sheet, a record is good only for the tools and the kinds of data it names.
fn names_picks(record: &Completion, question: &MayI) -> bool {
    let tool = question.tool.as_ref().map_or("", |pick| pick.id);
    record.tools.names(tool) && question.kinds.iter().all(|kind| record.data.names(kind.id))
}
