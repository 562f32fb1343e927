//! A measure on a few persons may point at one of them: it is left out before anything is cut.

use domain::{EffectOrigin, OccupationEffect, UseCase};

/// Persons who must be known to stand behind a measured effect for it to be shown.
pub const RESPONDENTS_MIN: u32 = 11;

/// The record without the measured effects behind which too few persons are known to stand.
pub fn without_small_groups(use_case: &UseCase) -> UseCase {
    let mut shown = use_case.clone();
    if let Some(effects) = &mut shown.work_effects {
        effects.by_occupation.retain(|effect| !is_small(effect));
    }
    shown
}

/// The record without any measured effect: where few persons work, every group is small.
pub fn without_measures(use_case: &UseCase) -> UseCase {
    let mut shown = use_case.clone();
    if let Some(effects) = &mut shown.work_effects {
        let is_measured = |effect: &OccupationEffect| effect.origin == EffectOrigin::Measured;
        effects.by_occupation.retain(|effect| !is_measured(effect));
    }
    shown
}

/// How many effects are left out of what is shown.
pub(super) fn count_left_out(use_case: &UseCase, shown: &UseCase) -> usize {
    let count = |record: &UseCase| {
        let effects = record.work_effects.as_ref();
        effects.map_or(0, |effects| effects.by_occupation.len())
    };
    count(use_case) - count(shown)
}

/// A number of persons that nobody told may be small: it is taken as such.
fn is_small(effect: &OccupationEffect) -> bool {
    let known = effect
        .respondents
        .map(|persons| persons.interval.low())
        .unwrap_or_default();
    effect.origin == EffectOrigin::Measured && known < f64::from(RESPONDENTS_MIN)
}
