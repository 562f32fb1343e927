//! A measure on a few persons may point at one of them: it is left out before anything is cut.

use domain::{EffectOrigin, OccupationEffect, UseCase};

/// Persons who must be known to stand behind a measured effect for it to be shown.
pub const RESPONDENTS_MIN: u32 = 11;

/// The record without the measured effects behind which too few persons are known to stand.
pub(super) fn without_small_groups(use_case: &UseCase) -> UseCase {
    let mut shown = use_case.clone();
    if let Some(effects) = &mut shown.work_effects {
        effects.by_occupation.retain(|effect| !is_small(effect));
    }
    shown
}

/// How many effects that leaves out.
pub(super) fn count_small_groups(use_case: &UseCase) -> usize {
    let effects = use_case.work_effects.iter();
    let by_occupation = effects.flat_map(|effects| &effects.by_occupation);
    by_occupation.filter(|effect| is_small(effect)).count()
}

/// A number of persons that nobody told may be small: it is taken as such.
fn is_small(effect: &OccupationEffect) -> bool {
    let known = effect
        .respondents
        .map(|persons| persons.interval.low())
        .unwrap_or_default();
    effect.origin == EffectOrigin::Measured && known < f64::from(RESPONDENTS_MIN)
}
