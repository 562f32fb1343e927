use super::reading::{Reading, readings};
use super::spread::Spread;
use domain::{EffectOrigin, FeltChange, OccupationFamily, Text, UseCase, WorkEffect};
use std::collections::BTreeMap;

/// What uses do to one family of occupations, as declared or as measured.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyEffects<'a> {
    /// The family; `None` gathers the readings of which nobody said it.
    pub family: Option<OccupationFamily>,
    /// Declared, or measured: never both.
    pub origin: EffectOrigin,
    /// Every reading, oldest first, those without a day before.
    pub readings: Vec<Reading<'a>>,
    /// Effects by sense.
    pub effects: EffectCounts,
    /// Minutes a case, checking included.
    pub minutes: Spread,
    /// Minutes of checking among them.
    pub checking: Spread,
    /// Quality of the result.
    pub quality: FeltCounts,
    /// Meaning of the work.
    pub meaning: FeltCounts,
    /// Skills.
    pub skills: FeltCounts,
    /// Who has the tool.
    pub access: AccessCounts<'a>,
}

/// Readings by the sense of their effect; none is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EffectCounts {
    /// A loss for those concerned: heavier, or poorer.
    pub negative: usize,
    /// Nothing changes, or the same work moves elsewhere.
    pub null: usize,
    /// An improvement: lighter, or richer.
    pub positive: usize,
    /// Nobody said.
    pub unknown: usize,
}

/// Readings by what those concerned feel; none is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeltCounts {
    /// For the worse.
    pub worse: usize,
    /// Some gain, others lose.
    pub mixed: usize,
    /// No change.
    pub same: usize,
    /// For the better.
    pub better: usize,
    /// Nobody said.
    pub unknown: usize,
}

/// Readings by whether everybody of the occupation has the tool.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessCounts<'a> {
    /// Everybody has it alike.
    pub equal: usize,
    /// Some have not.
    pub unequal: usize,
    /// Nobody said.
    pub unknown: usize,
    /// Who is left out, in words.
    pub left_out: Vec<&'a Text>,
}

/// The effects of uses by family and origin, in the order of families; the unknown family last.
pub fn effects<'a>(uses: impl IntoIterator<Item = &'a UseCase>) -> Vec<FamilyEffects<'a>> {
    let mut groups: BTreeMap<_, Vec<Reading<'a>>> = BTreeMap::new();
    for reading in uses.into_iter().flat_map(readings) {
        // None sorts before everything: told first puts it at the end.
        let key = (reading.family.is_none(), reading.family, reading.origin);
        groups.entry(key).or_default().push(reading);
    }
    groups
        .into_iter()
        .map(|((_, family, origin), readings)| FamilyEffects::of(family, origin, readings))
        .collect()
}

impl<'a> FamilyEffects<'a> {
    fn of(
        family: Option<OccupationFamily>,
        origin: EffectOrigin,
        mut readings: Vec<Reading<'a>>,
    ) -> Self {
        readings.sort_by_key(|reading| reading.noted_on);
        let felt = |side: fn(&Reading) -> FeltChange| FeltCounts::of(readings.iter().map(side));
        Self {
            family,
            origin,
            effects: EffectCounts::of(readings.iter().map(|reading| reading.effect)),
            minutes: Spread::of(readings.iter().map(|reading| reading.minutes)),
            checking: Spread::of(readings.iter().map(|reading| reading.checking)),
            quality: felt(|reading| reading.quality),
            meaning: felt(|reading| reading.meaning),
            skills: felt(|reading| reading.skills),
            access: AccessCounts::of(&readings),
            readings,
        }
    }
}

impl EffectCounts {
    /// How many readings there are.
    pub fn total(&self) -> usize {
        self.negative + self.null + self.positive + self.unknown
    }

    fn of(effects: impl Iterator<Item = WorkEffect>) -> Self {
        let mut counts = Self::default();
        for effect in effects {
            let count = match effect {
                WorkEffect::Lightens | WorkEffect::Enriches => &mut counts.positive,
                WorkEffect::Shifts | WorkEffect::Unchanged => &mut counts.null,
                WorkEffect::Impoverishes | WorkEffect::Burdens => &mut counts.negative,
                WorkEffect::Unknown => &mut counts.unknown,
            };
            *count += 1;
        }
        counts
    }
}

impl FeltCounts {
    /// How many readings there are.
    pub fn total(&self) -> usize {
        self.worse + self.mixed + self.same + self.better + self.unknown
    }

    fn of(changes: impl Iterator<Item = FeltChange>) -> Self {
        let mut counts = Self::default();
        for change in changes {
            let count = match change {
                FeltChange::Worse => &mut counts.worse,
                FeltChange::Mixed => &mut counts.mixed,
                FeltChange::Same => &mut counts.same,
                FeltChange::Better => &mut counts.better,
                FeltChange::Unknown => &mut counts.unknown,
            };
            *count += 1;
        }
        counts
    }
}

impl<'a> AccessCounts<'a> {
    fn of(readings: &[Reading<'a>]) -> Self {
        let mut counts = Self::default();
        for access in readings.iter().map(|reading| reading.access) {
            let count = match access.and_then(|access| access.equal) {
                Some(true) => &mut counts.equal,
                Some(false) => &mut counts.unequal,
                None => &mut counts.unknown,
            };
            *count += 1;
            let left_out = access.and_then(|access| access.left_out.as_ref());
            counts.left_out.extend(left_out);
        }
        counts
    }
}
