//! Words side by side.

use crate::dictionary::WordId;
use crate::postings::{Position, Postings};

/// Records that hold the words side by side, with what the phrase counts for in each.
///
/// Each slot gives the words accepted at its place.
pub(crate) fn find_phrase(postings: &Postings, slots: &[Vec<WordId>]) -> Vec<(u32, f32)> {
    let frequency =
        |slot: &&Vec<WordId>| -> usize { slot.iter().map(|&word| postings.frequency(word)).sum() };
    // Only records of the rarest word need a look.
    let Some(rarest) = slots.iter().min_by_key(frequency) else {
        return Vec::new();
    };
    let entries = rarest.iter().flat_map(|&word| postings.of_word(word));
    let mut documents: Vec<u32> = entries.map(|entry| entry.document).collect();
    documents.sort_unstable();
    documents.dedup();
    let found = documents
        .into_iter()
        .map(|document| (document, impact(postings, slots, document)));
    found.filter(|&(_, impact)| impact > 0.0).collect()
}

fn impact(postings: &Postings, slots: &[Vec<WordId>], document: u32) -> f32 {
    let mut places: Vec<(usize, &[Position])> = Vec::new();
    for (slot, words) in slots.iter().enumerate() {
        let before = places.len();
        let positions = words
            .iter()
            .map(|&word| (slot, postings.positions(word, document)));
        places.extend(positions.filter(|(_, positions)| !positions.is_empty()));
        if places.len() == before {
            return 0.0;
        }
    }
    let starts = places.iter().filter(|&&(slot, _)| slot == 0);
    let starts = starts.flat_map(|&(_, positions)| positions);
    let is_followed = |start: Position| {
        (1..slots.len()).all(|slot| {
            let mut same_slot = places.iter().filter(|&&(other, _)| other == slot);
            same_slot.any(|&(_, positions)| Postings::holds(positions, start.after(slot)))
        })
    };
    let whole = starts.filter(|&&start| is_followed(start));
    whole.map(|&start| postings.worth(document, start)).sum()
}
