use super::{TechnologyChange, Told};
use chrono::NaiveDate;
use domain::{Decision, ImpactAssessment, Lifecycle, Opinion, Outcome, UseCase};

/// A use to look at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Reopened<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// Why: each thing that rests on what has changed, with the change.
    pub grounds: Vec<Ground<'a>>,
}

/// Why a use is looked at again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground<'a> {
    /// What was made.
    pub resting: Resting<'a>,
    /// What changed.
    pub change: TechnologyChange<'a>,
    /// Why the first may no longer fit the second.
    pub reason: Reason,
}

/// What rests on a tool as it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Resting<'a> {
    /// The decision in force.
    Decision(&'a Decision),
    /// An opinion.
    Opinion(&'a Opinion),
    /// An impact assessment.
    Assessment(&'a ImpactAssessment),
}

/// Why something may no longer fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was made before the change.
    MadeBefore,
    /// Nobody told when the change came.
    ChangeHasNoDay,
    /// Nobody told when it was made.
    MadeOnNoDay,
}

/// A sheet that was checked before its tool changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StaleSheet<'a> {
    /// What changed since, and on which tool.
    pub change: TechnologyChange<'a>,
    /// Why the check may no longer fit.
    pub reason: Reason,
}

/// The uses whose decision, opinions or assessments rest on a tool that has changed by a day.
///
/// What was made on the very day of a change is taken to know it. Uses that ended or were refused
/// are left out, and so is a decision that is still pending: nothing rests on it. Changes to come
/// are left out: ask again with their day.
pub fn reopened<'a>(
    changes: &[TechnologyChange<'a>],
    uses: impl IntoIterator<Item = &'a UseCase>,
    on: NaiveDate,
) -> Vec<Reopened<'a>> {
    let live = uses.into_iter().filter(|use_case| is_live(use_case));
    live.filter_map(|use_case| {
        let tool = use_case.tool.as_deref()?;
        let made = made(use_case);
        let grounds: Vec<_> = changes
            .iter()
            .filter(|change| change.tool.key == tool && change.told.may_hold_on(on))
            .flat_map(|change| made.iter().filter_map(|made| ground(*made, *change)))
            .collect();
        (!grounds.is_empty()).then_some(Reopened { use_case, grounds })
    })
    .collect()
}

/// The tool sheets that were checked before their tool changed, one line a change. A sheet that
/// nobody checked is a proposal: there is nothing to reopen.
pub fn stale_sheets<'a>(changes: &[TechnologyChange<'a>], on: NaiveDate) -> Vec<StaleSheet<'a>> {
    let due = changes.iter().filter(|change| change.told.may_hold_on(on));
    due.filter_map(|change| {
        let reason = outdated(Told::On(change.tool.reviewed_on?), change.told)?;
        Some(StaleSheet {
            change: *change,
            reason,
        })
    })
    .collect()
}

fn is_live(use_case: &UseCase) -> bool {
    !matches!(
        use_case.lifecycle,
        Lifecycle::Retired | Lifecycle::Abandoned | Lifecycle::Refused
    )
}

/// What was made for a use, with its day.
fn made(use_case: &UseCase) -> Vec<(Resting<'_>, Option<NaiveDate>)> {
    let decision = use_case.decision.iter();
    let decided = decision.filter(|decision| decision.outcome != Outcome::Pending);
    let opinions = use_case.opinions.iter();
    let assessments = use_case.impact_assessments.iter();
    decided
        .map(|decision| (Resting::Decision(decision), decision.decided_on))
        .chain(opinions.map(|opinion| (Resting::Opinion(opinion), opinion.given_on)))
        .chain(assessments.map(|made| (Resting::Assessment(made), made.done_on)))
        .collect()
}

fn ground<'a>(
    (resting, made_on): (Resting<'a>, Option<NaiveDate>),
    change: TechnologyChange<'a>,
) -> Option<Ground<'a>> {
    let made = made_on.map_or(Told::Never, Told::On);
    Some(Ground {
        resting,
        change,
        reason: outdated(made, change.told)?,
    })
}

/// Why something made then may not know a change that came then; `None` if it does.
fn outdated(made: Told, changed: Told) -> Option<Reason> {
    match (made, changed) {
        (Told::On(made), Told::On(changed)) => (made < changed).then_some(Reason::MadeBefore),
        (Told::On(_), Told::Never) => Some(Reason::ChangeHasNoDay),
        (Told::Never, _) => Some(Reason::MadeOnNoDay),
    }
}
