use super::{Resting, changes, reopened};
use crate::dependencies::Catalogue;
use chrono::NaiveDate;
use domain::{ToolSheet, ToolStatus, UseCase};

/// What becomes of the decision on a use after an act on its tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing of it rests on what the act touched.
    Holds,
    /// Somebody has to look: an opinion or an assessment is older than the change, or nobody told
    /// what would settle it.
    LookAgain,
    /// The decision no longer holds.
    Falls,
}

/// What becomes of the decision on a use when its tool goes from one state to another.
///
/// A decision that lets a use go on falls when the tool is refused or taken out, when the product
/// changed after the decision, and when the use is outside the limits now set. A decision that
/// stops a use never falls with the tool: it stands until somebody examines the use again. What
/// nobody told (the data or the task of a use) makes nothing fall, and is looked at.
pub fn standing(
    before: &ToolSheet,
    after: &ToolSheet,
    use_case: &UseCase,
    on: NaiveDate,
) -> Standing {
    if use_case.tool.as_ref() != Some(&after.key) {
        return Standing::Holds;
    }
    let by_change = after_change(before, after, use_case, on);
    let by_status = match after.status {
        // An act that decides nothing, such as an opinion, makes nothing fall.
        _ if decides_the_same(before, after) => Standing::Holds,
        ToolStatus::NotApproved | ToolStatus::Withdrawn => Standing::Falls,
        _ if after.is_open() => within_limits(after, use_case),
        _ => Standing::Holds,
    };
    match by_change.max(by_status) {
        Standing::Falls if !use_case.is_permitted() => Standing::LookAgain,
        standing => standing,
    }
}

/// Whether two states of a tool let the same uses go on.
fn decides_the_same(before: &ToolSheet, after: &ToolSheet) -> bool {
    let limits = |tool: &ToolSheet| {
        let limits = tool.examination.limits.as_ref();
        limits.map_or_else(Vec::new, |limits| limits.tasks.clone())
    };
    before.status == after.status
        && before.data_allowed == after.data_allowed
        && limits(before) == limits(after)
}

/// What a change of the product reopens. A change that is in no list of the sheet, such as another
/// host, counts from the day of the act.
fn after_change(
    before: &ToolSheet,
    after: &ToolSheet,
    use_case: &UseCase,
    on: NaiveDate,
) -> Standing {
    if before.substance_changed(after).is_empty() {
        return Standing::Holds;
    }
    let (known, now) = (catalogue(before), catalogue(after));
    let known: Vec<_> = changes(&known).iter().map(|change| change.change).collect();
    let mut new = changes(&now);
    new.retain(|change| !known.contains(&change.change));
    if new.is_empty() {
        let decision = use_case.decision.as_ref();
        let decided_on = decision.and_then(|decision| decision.decided_on);
        return match decided_on {
            Some(day) if day >= on => Standing::Holds,
            _ => Standing::Falls,
        };
    }
    let opened = reopened(&new, [use_case], on);
    let grounds = opened.iter().flat_map(|opened| &opened.grounds);
    let weigh = |resting: &Resting| match resting {
        Resting::Decision(_) => Standing::Falls,
        Resting::Opinion(_) | Resting::Assessment(_) => Standing::LookAgain,
    };
    grounds
        .map(|ground| weigh(&ground.resting))
        .max()
        .unwrap_or(Standing::Holds)
}

fn catalogue(tool: &ToolSheet) -> Catalogue<'_> {
    Catalogue::new([tool], [], [])
}

/// Whether a use stays within what the decision on its tool allows.
fn within_limits(tool: &ToolSheet, use_case: &UseCase) -> Standing {
    let limits = tool.examination.limits.as_ref();
    let tasks = limits.map_or(&[][..], |limits| limits.tasks.as_slice());
    let by_task = match use_case.task {
        _ if tasks.is_empty() => Standing::Holds,
        Some(task) if tasks.contains(&task) => Standing::Holds,
        Some(_) => Standing::Falls,
        None => Standing::LookAgain,
    };
    let by_data = match &use_case.data {
        _ if tool.data_allowed.is_empty() => Standing::Holds,
        Some(data) if tool.data_allowed.contains(&data.kind) => Standing::Holds,
        Some(_) => Standing::Falls,
        None => Standing::LookAgain,
    };
    by_task.max(by_data)
}
