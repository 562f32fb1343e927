//! Words side by side.

use crate::dictionary::WordId;
use crate::places::side_by_side;
use crate::postings::Postings;

/// Records that hold the words side by side, with what the phrase counts for in each.
///
/// Each slot gives the words accepted at its place.
pub(crate) fn find_phrase(postings: &Postings, slots: &[Vec<WordId>]) -> Vec<(u32, f32)> {
    let slots: Vec<_> = slots.iter().map(|words| postings.places(words)).collect();
    postings.worth_of(&side_by_side(&slots))
}
