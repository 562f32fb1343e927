use super::access::{UnequalAccess, unequal_access};
use super::family::{FamilyEffects, effects};
use chrono::NaiveDate;
use domain::{Department, Function, Lifecycle, Opinion, UseCase};

/// What a social committee reads before it gives its opinion.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Committee<'a> {
    /// What is wished for: the moment to speak. Nothing is decided.
    pub wished: Vec<Heard<'a>>,
    /// What is about to start, the soonest first, those without a day at the end.
    pub coming: Vec<Heard<'a>>,
    /// Trials that run.
    pub trials: Vec<Heard<'a>>,
    /// Uses in service.
    pub in_service: Vec<Heard<'a>>,
    /// What was stopped, given up or refused.
    pub ended: Vec<&'a UseCase>,
    /// Effects on the work of everything that began, ended ones included.
    pub effects: Vec<FamilyEffects<'a>>,
    /// Who has tools and who has not.
    pub access: UnequalAccess<'a>,
    /// Opinions against, of any function.
    pub dissent: Vec<(&'a UseCase, &'a Opinion)>,
}

/// A use, and whether staff representatives were heard before it started.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heard<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// First day, of its trial or of its use; `None` = not told.
    pub starts_on: Option<NaiveDate>,
    /// Days before it starts, negative once it has; `None` = not told.
    pub days_left: Option<i64>,
    /// What staff representatives said, and when.
    pub voice: Voice<'a>,
}

/// Whether staff representatives were heard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Voice<'a> {
    /// Before the start, or in time since it has not started.
    InTime(&'a Opinion),
    /// On the day of the start, or after.
    Late(&'a Opinion),
    /// At a moment that nobody told, or for a start that nobody told.
    Undated(&'a Opinion),
    /// No opinion of theirs is on the record.
    Missing,
}

/// The view of a social committee on a day.
pub fn committee<'a>(
    uses: impl IntoIterator<Item = &'a UseCase>,
    departments: impl IntoIterator<Item = &'a Department>,
    on: NaiveDate,
) -> Committee<'a> {
    let uses: Vec<&UseCase> = uses.into_iter().collect();
    let mut view = Committee::default();
    for use_case in &uses {
        let heard = Heard::of(use_case, on);
        match use_case.lifecycle {
            Lifecycle::Wished => view.wished.push(heard),
            Lifecycle::Planned | Lifecycle::InDevelopment => view.coming.push(heard),
            Lifecycle::Pilot | Lifecycle::Deployed if heard.days_left > Some(0) => {
                view.coming.push(heard);
            }
            Lifecycle::Pilot => view.trials.push(heard),
            Lifecycle::Deployed => view.in_service.push(heard),
            Lifecycle::Suspended
            | Lifecycle::Retired
            | Lifecycle::Abandoned
            | Lifecycle::Refused => view.ended.push(use_case),
        }
        let against = use_case.opinions.iter().filter(|o| o.sense.is_dissent());
        view.dissent
            .extend(against.map(|opinion| (*use_case, opinion)));
    }
    view.coming
        .sort_by_key(|heard| (heard.starts_on.is_none(), heard.starts_on));
    let began = uses
        .iter()
        .copied()
        .filter(|use_case| use_case.lifecycle.is_in_use() || use_case.lifecycle.is_stopped());
    view.effects = effects(began);
    view.access = unequal_access(uses.iter().copied(), departments);
    view
}

impl<'a> Heard<'a> {
    fn of(use_case: &'a UseCase, on: NaiveDate) -> Self {
        let trial = use_case.experiment.as_ref();
        let trial_starts = trial.and_then(|trial| trial.from);
        // The earlier of the two: people work with it from that day.
        let starts_on = [trial_starts, use_case.started_on]
            .into_iter()
            .flatten()
            .min();
        let days_left = starts_on.map(|start| start.signed_duration_since(on).num_days());
        Self {
            use_case,
            starts_on,
            days_left,
            voice: Voice::of(use_case, starts_on, on),
        }
    }
}

impl<'a> Voice<'a> {
    /// Of several opinions, the earliest dated one tells whether they were heard in time.
    fn of(use_case: &'a UseCase, starts_on: Option<NaiveDate>, on: NaiveDate) -> Self {
        let theirs = use_case.opinions.iter();
        let theirs = theirs.filter(|opinion| opinion.function == Function::StaffRepresentatives);
        let first = theirs.min_by_key(|opinion| (opinion.given_on.is_none(), opinion.given_on));
        let Some(opinion) = first else {
            return Self::Missing;
        };
        let has_started =
            use_case.lifecycle.is_in_use() && starts_on.is_none_or(|start| start <= on);
        match (opinion.given_on, starts_on) {
            (_, _) if !has_started && !use_case.lifecycle.is_stopped() => Self::InTime(opinion),
            (Some(given), Some(start)) if given < start => Self::InTime(opinion),
            (Some(_), Some(_)) => Self::Late(opinion),
            _ => Self::Undated(opinion),
        }
    }
}
