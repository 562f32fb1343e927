//! Views on the values of an authority, laid out criterion by criterion.
//!
//! There is no score here and there must be none: a favourable view does not make up for an
//! unfavourable one. Dissent is read first, and a function that was asked and has not answered is
//! named.

use domain::{EthicalView, Function, dissent_first};
use reference::Criterion;

/// What functions think of a use, value by value.
#[derive(Debug, Clone, PartialEq)]
pub struct EthicalReading<'a> {
    /// Every criterion, in the order of the file, answered or not.
    pub criteria: Vec<CriterionReading<'a>>,
    /// Views on a criterion that exists no more: kept.
    pub unplaced: Vec<&'a EthicalView>,
}

/// What functions think of a use in the light of one value.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionReading<'a> {
    /// The value and its questions.
    pub criterion: &'a Criterion,
    /// The views, those against first.
    pub views: Vec<&'a EthicalView>,
    /// The functions that were asked and have given no view.
    pub silent: Vec<Function>,
}

/// Lays out the views of a record.
pub fn read_ethics<'a>(criteria: &'a [Criterion], views: &'a [EthicalView]) -> EthicalReading<'a> {
    let is_placed = |view: &&EthicalView| criteria.iter().any(|known| known.id == view.criterion);
    let unplaced = views.iter().filter(|view| !is_placed(view));
    EthicalReading {
        criteria: criteria
            .iter()
            .map(|criterion| criterion_reading(criterion, views))
            .collect(),
        unplaced: dissent_first(unplaced),
    }
}

fn criterion_reading<'a>(
    criterion: &'a Criterion,
    views: &'a [EthicalView],
) -> CriterionReading<'a> {
    let views = dissent_first(views.iter().filter(|view| view.criterion == criterion.id));
    let has_spoken = |function: &Function| views.iter().any(|view| view.function == *function);
    let asked = criterion.questions.iter().flat_map(|q| &q.answered_by);
    let mut silent: Vec<_> = asked.filter(|f| !has_spoken(f)).copied().collect();
    silent.sort_unstable();
    silent.dedup();
    CriterionReading {
        criterion,
        views,
        silent,
    }
}

impl CriterionReading<'_> {
    /// Whether somebody speaks against.
    pub fn is_contested(&self) -> bool {
        self.views.iter().any(|view| view.sense.is_dissent())
    }

    /// The views that give no reason: they are kept, and the reason is to be asked for.
    pub fn unreasoned(&self) -> impl Iterator<Item = &EthicalView> {
        let is_empty = |view: &&&EthicalView| view.reasons.iter().all(domain::Text::is_empty);
        self.views.iter().filter(is_empty).copied()
    }
}
