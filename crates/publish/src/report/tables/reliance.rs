//! What uses lean on, and what they do to the work, from the figures of the snapshot.

use super::Tables;
use crate::report::block::{Cell, DataTable};
use crate::typography::significant;
use domain::{EffectOrigin, FamilyEffect, OccupationFamily, Reliance, RelianceLayer};
use units::Interval;

impl Tables<'_> {
    pub(super) fn dependencies(&self) -> DataTable {
        let reliances = self.0.snapshot.reliances.get(self.0.scope.slug());
        let counted = reliances.into_iter().flatten().filter(|r| r.uses > 0);
        let columns = [
            ("column-layer", false),
            ("column-first", false),
            ("column-share", true),
            ("column-index", true),
            ("column-unknown-uses", true),
        ];
        let rows = counted.map(|reliance| self.reliance(reliance)).collect();
        self.table("dependencies", &columns, rows)
    }

    fn reliance(&self, reliance: &Reliance) -> Vec<Cell> {
        let wording = &self.0.wording;
        let layer = wording.label(RelianceLayer::VOCABULARY, reliance.layer.code());
        let first: Vec<_> = reliance.first.iter().map(|n| wording.text(n)).collect();
        let share = reliance.share.map(|share| wording.amount(&share));
        let blanks = [
            ("unknown", reliance.unknown.into()),
            ("uses", reliance.uses.into()),
        ];
        vec![
            Cell::text(layer),
            Cell::text(match first.is_empty() {
                true => self.say("unknown-number"),
                false => wording.list(&first),
            }),
            Cell::text(share.unwrap_or_else(|| self.say("unknown-number"))),
            Cell::text(match &reliance.index {
                Some(index) => self.index(index),
                None => self.say("unknown-number"),
            }),
            Cell::text(wording.format("uses-unknown", &blanks)),
        ]
    }

    fn index(&self, index: &Interval) -> String {
        let wording = &self.0.wording;
        let end = |value| significant(value, 2, wording.language);
        let (low, high) = (end(index.low()), end(index.high()));
        if low == high {
            return low;
        }
        wording.format("index-range", &[("low", low.into()), ("high", high.into())])
    }

    pub(super) fn effects_by_occupation(&self) -> DataTable {
        let effects = self.0.snapshot.family_effects.get(self.0.scope.slug());
        let columns = [
            ("column-occupation-family", false),
            ("column-known-how", false),
            ("column-negative", true),
            ("column-null", true),
            ("column-positive", true),
            ("column-effect-unknown", true),
            ("column-minutes", true),
        ];
        let rows = effects.into_iter().flatten();
        let rows = rows.map(|effect| self.family_effect(effect)).collect();
        self.table("effects-by-occupation", &columns, rows)
    }

    fn family_effect(&self, effect: &FamilyEffect) -> Vec<Cell> {
        let wording = &self.0.wording;
        let family = match effect.family {
            Some(family) => wording.label(OccupationFamily::VOCABULARY, family.code()),
            None => self.say("family-unknown"),
        };
        let minutes = match (&effect.minutes, effect.minutes_not_told) {
            (Some(minutes), 0) => wording.amount(minutes),
            (Some(minutes), unknown) => wording.format(
                "minutes-not-told",
                &[
                    ("minutes", wording.amount(minutes).into()),
                    ("unknown", unknown.into()),
                ],
            ),
            (None, _) => self.say("unknown-number"),
        };
        let count = |count| Cell::text(wording.count(count));
        vec![
            Cell::text(family),
            Cell::text(wording.label(EffectOrigin::VOCABULARY, effect.origin.code())),
            count(effect.negative),
            count(effect.null),
            count(effect.positive),
            count(effect.unknown),
            Cell::text(minutes),
        ]
    }
}
