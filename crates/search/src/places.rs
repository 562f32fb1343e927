//! Sets of places among all the words of all the records, and phrases found by shifting them.

use std::borrow::Cow;

/// Number of a word among all the words of all the records, in order.
pub(crate) type Place = u32;

/// Beyond one place out of so many, a set is kept as bits.
const DENSE_ONE_IN: usize = 64;

const BITS: usize = u64::BITS as usize;

/// A set of places: listed in order, or one bit for each.
#[derive(Clone, Debug)]
pub(crate) enum Places<'p> {
    List(Cow<'p, [Place]>),
    Bits(Cow<'p, [u64]>),
}

impl Places<'_> {
    /// Whether so many places out of all are quicker to read as bits.
    pub(crate) fn are_dense(places: usize, room: usize) -> bool {
        places > room / DENSE_ONE_IN
    }

    /// The same set, lent.
    pub(crate) fn borrowed(&self) -> Places<'_> {
        match self {
            Places::List(list) => Places::List(Cow::Borrowed(list)),
            Places::Bits(bits) => Places::Bits(Cow::Borrowed(bits)),
        }
    }

    /// All the places of several sets; `room` is one more than the last place there can be.
    pub(crate) fn union(sets: &[Places], room: usize) -> Places<'static> {
        let lists: Option<Vec<&[Place]>> = sets.iter().map(Places::as_list).collect();
        if let Some(lists) = lists {
            let mut union = lists.concat();
            if !Places::are_dense(union.len(), room) {
                // Made of sorted runs, which a stable sort merges.
                union.sort();
                union.dedup();
                return Places::List(union.into());
            }
        }
        let mut union = vec![0_u64; room.div_ceil(BITS)];
        for set in sets {
            match set {
                Places::List(list) => {
                    for &place in list.iter() {
                        union[place as usize / BITS] |= 1 << (place as usize % BITS);
                    }
                }
                Places::Bits(bits) => {
                    for (all, bits) in union.iter_mut().zip(bits.iter()) {
                        *all |= bits;
                    }
                }
            }
        }
        Places::Bits(union.into())
    }

    fn as_list(&self) -> Option<&[Place]> {
        match self {
            Places::List(list) => Some(list),
            Places::Bits(_) => None,
        }
    }

    /// Keeps the starts from which a place of this set is so many words away.
    fn retain(&self, starts: &mut Vec<Place>, away: usize) {
        match self {
            Places::List(list) => {
                let mut list = &list[..];
                starts.retain(|start| {
                    let wanted = start.saturating_add(away as Place);
                    list = from(list, wanted);
                    list.first() == Some(&wanted)
                });
            }
            Places::Bits(bits) => starts.retain(|&start| {
                let place = start as usize + away;
                let word = bits.get(place / BITS);
                word.is_some_and(|word| word >> (place % BITS) & 1 == 1)
            }),
        }
    }
}

/// The part of an ordered list that begins at this place, found in steps that double.
fn from(list: &[Place], wanted: Place) -> &[Place] {
    let mut step = 1;
    while list.get(step).is_some_and(|&place| place < wanted) {
        step *= 2;
    }
    let near = &list[step / 2..list.len().min(step + 1)];
    &list[step / 2 + near.partition_point(|&place| place < wanted)..]
}

/// Places from which each set, in turn, holds the next place.
pub(crate) fn side_by_side(slots: &[Places]) -> Vec<Place> {
    let lists = slots.iter().enumerate();
    let lists = lists.filter_map(|(slot, places)| Some((slot, places.as_list()?)));
    let Some((rarest, list)) = lists.min_by_key(|(_, list)| list.len()) else {
        return bits_side_by_side(slots);
    };
    let starts = list
        .iter()
        .filter_map(|place| place.checked_sub(rarest as Place));
    let mut starts: Vec<Place> = starts.collect();
    for (slot, places) in slots.iter().enumerate() {
        if slot != rarest {
            places.retain(&mut starts, slot);
        }
    }
    starts
}

/// The same when every set is made of bits.
fn bits_side_by_side(slots: &[Places]) -> Vec<Place> {
    let mut all: Vec<u64> = Vec::new();
    for (away, places) in slots.iter().enumerate() {
        let Places::Bits(bits) = places else { continue };
        if away == 0 {
            all = bits.to_vec();
        } else {
            let (words, shift) = (away / BITS, away % BITS);
            for (word, kept) in all.iter_mut().enumerate() {
                let bits_of = |word: usize| bits.get(word).copied().unwrap_or(0);
                let low = bits_of(word + words) >> shift;
                let high = bits_of(word + words + 1).checked_shl((BITS - shift) as u32);
                *kept &= low | high.unwrap_or(0);
            }
        }
    }
    let mut starts = Vec::new();
    for (word, mut bits) in all.into_iter().enumerate() {
        while bits != 0 {
            starts.push((word * BITS) as Place + bits.trailing_zeros());
            bits &= bits - 1;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROOM: usize = 300;

    fn as_bits(list: &[Place]) -> Places<'static> {
        Places::union(
            &[
                Places::Bits(vec![0; 5].into()),
                Places::List(list.to_vec().into()),
            ],
            ROOM,
        )
    }

    proptest! {
        #[test]
        fn lists_and_bits_give_the_same_phrases(
            sets in prop::collection::vec((prop::collection::btree_set(0_u32..300, 0..200), any::<bool>()), 1..5)
        ) {
            let expected: Vec<Place> = (0..300)
                .filter(|start| (0..).zip(&sets).all(|(away, (set, _))| set.contains(&(start + away))))
                .collect();
            let slots: Vec<Places> = sets
                .iter()
                .map(|(set, is_dense)| {
                    let list: Vec<Place> = set.iter().copied().collect();
                    if *is_dense { as_bits(&list) } else { Places::List(list.into()) }
                })
                .collect();
            prop_assert_eq!(side_by_side(&slots), expected);
        }
    }
}
