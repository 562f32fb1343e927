//! An opinion leaves the authority with its record, whole, in short or not at all, as the function
//! that gave it chose.

use domain::{Ground, Opinion, Publication, PublicationLevel, ToolSheet, UseCase};
use std::collections::BTreeMap;

/// The record as its opinions let it be seen: an internal one is left out, one in short keeps its
/// sense and its day and loses its wording and its conditions.
///
/// What a function withholds today is withheld from the earlier versions too: each opinion is cut
/// at the stricter of the level it had then and the one it has in `current`.
pub(super) fn without_withheld_opinions(use_case: UseCase, current: &UseCase) -> UseCase {
    let mut shown = use_case;
    shown.opinions = shown
        .opinions
        .into_iter()
        .filter_map(|opinion| cut(opinion, &current.opinions))
        .collect();
    shown
}

/// The sheet of a tool as the opinions on it let it be seen.
pub(super) fn tool_without_withheld_opinions(tool: ToolSheet) -> ToolSheet {
    let mut shown = tool;
    let opinions = std::mem::take(&mut shown.examination.opinions).into_iter();
    shown.examination.opinions = opinions.filter_map(|opinion| cut(opinion, &[])).collect();
    shown
}

/// How many opinions of a record are left out whole, by ground.
pub(super) fn count_withheld_opinions(use_case: &UseCase) -> BTreeMap<Ground, usize> {
    let mut withheld = BTreeMap::new();
    let opinions = use_case.opinions.iter();
    for opinion in opinions.filter(|opinion| opinion.level() == PublicationLevel::Internal) {
        let publication = opinion.publication.as_ref();
        let ground = publication.and_then(|publication| publication.ground);
        *withheld
            .entry(ground.unwrap_or(Ground::Unverified))
            .or_insert(0) += 1;
    }
    withheld
}

fn cut(opinion: Opinion, current: &[Opinion]) -> Option<Opinion> {
    let mut today = current.iter();
    let today = today.find(|known| known.function == opinion.function);
    let strictest = today
        .map_or(opinion.level(), Opinion::level)
        .max(opinion.level());
    match strictest {
        PublicationLevel::Public => Some(opinion),
        PublicationLevel::Summary => Some(in_short(opinion, today)),
        PublicationLevel::Internal => None,
    }
}

fn in_short(opinion: Opinion, today: Option<&Opinion>) -> Opinion {
    let ground = |of: &Opinion| of.publication.as_ref()?.ground;
    let ground = today.and_then(ground).or_else(|| ground(&opinion));
    Opinion {
        public_wording: None,
        internal_note: None,
        conditions: Vec::new(),
        publication: Some(Publication {
            level: PublicationLevel::Summary,
            ground,
            note: None,
        }),
        ..opinion
    }
}
