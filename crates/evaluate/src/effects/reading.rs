use chrono::NaiveDate;
use domain::{
    Access, EffectOrigin, Felt, FeltChange, OccupationEffect, OccupationFamily, Text, UseCase,
    WorkEffect, WorkEffects,
};
use units::Quantity;

/// One effect of one use, on one occupation or on all those it names.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// The family of occupations; `None` = nobody said.
    pub family: Option<OccupationFamily>,
    /// The occupations, in words.
    pub occupations: Vec<&'a Text>,
    /// How it is known.
    pub origin: EffectOrigin,
    /// When it was noted.
    pub noted_on: Option<NaiveDate>,
    /// Persons who answered or were measured.
    pub respondents: Option<Quantity>,
    /// The effect.
    pub effect: WorkEffect,
    /// Minutes a case, checking included, negative = saved.
    pub minutes: Option<Quantity>,
    /// Minutes of checking, already counted in `minutes`.
    pub checking: Option<Quantity>,
    /// Quality of the result.
    pub quality: FeltChange,
    /// Meaning of the work.
    pub meaning: FeltChange,
    /// Skills.
    pub skills: FeltChange,
    /// Who has the tool.
    pub access: Option<&'a Access>,
}

/// Every reading of a use. One that says nothing of its effects has a reading that says so.
///
/// When effects are told by occupation, they stand for themselves; the general word of the record
/// is not counted beside them.
pub fn readings(use_case: &UseCase) -> Vec<Reading<'_>> {
    let Some(effects) = &use_case.work_effects else {
        return vec![Reading::silent(use_case)];
    };
    if effects.by_occupation.is_empty() {
        return vec![Reading::general(use_case, effects)];
    }
    let each = effects.by_occupation.iter();
    each.map(|effect| Reading::of(use_case, effect)).collect()
}

impl<'a> Reading<'a> {
    fn silent(use_case: &'a UseCase) -> Self {
        Self {
            use_case,
            family: None,
            occupations: Vec::new(),
            origin: EffectOrigin::Declared,
            noted_on: None,
            respondents: None,
            effect: WorkEffect::Unknown,
            minutes: None,
            checking: None,
            quality: FeltChange::Unknown,
            meaning: FeltChange::Unknown,
            skills: FeltChange::Unknown,
            access: None,
        }
    }

    /// Quality is told in words there: no word of ours is put in their place.
    fn general(use_case: &'a UseCase, effects: &'a WorkEffects) -> Self {
        Self {
            occupations: effects.occupations.iter().collect(),
            effect: effects.effect,
            minutes: effects.minutes,
            ..Self::silent(use_case)
        }
    }

    fn of(use_case: &'a UseCase, effect: &'a OccupationEffect) -> Self {
        let felt = |felt: &Option<Felt>| felt.as_ref().map_or(FeltChange::Unknown, |f| f.change);
        Self {
            family: effect.family,
            occupations: effect.occupation.iter().collect(),
            origin: effect.origin,
            noted_on: effect.noted_on,
            respondents: effect.respondents,
            effect: effect.effect,
            minutes: effect.minutes,
            checking: effect.checking,
            quality: felt(&effect.quality),
            meaning: felt(&effect.meaning),
            skills: felt(&effect.skills),
            access: effect.access.as_ref(),
            use_case,
        }
    }
}
