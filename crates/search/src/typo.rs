//! Words within a few typing errors of another.
//!
//! An error is a letter missing, added, changed, or swapped with its neighbour
//! (optimal string alignment). The dictionary is walked with this automaton,
//! which leaves a branch as soon as it holds too many errors.

use std::ops::RangeInclusive;

use fst::Automaton;

use crate::dictionary::WordId;

/// Longest word in which typing errors are looked for, in letters.
const LETTERS_MAX: usize = 24;

/// A word of the dictionary that resembles the one typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nearby {
    pub(crate) word: WordId,
    pub(crate) errors: u8,
    pub(crate) has_same_initial: bool,
}

/// Errors forgiven in a word of this folded form: none in short words or in numbers.
pub(crate) fn errors_allowed(folded: &str) -> u8 {
    if folded.contains(|letter: char| !letter.is_alphabetic()) {
        return 0;
    }
    match folded.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        8..=LETTERS_MAX => 2,
        _ => 0,
    }
}

/// Recognizes the words within a number of errors of a given one.
#[derive(Debug)]
pub(crate) struct Near {
    letters: Vec<char>,
    errors_max: u8,
}

/// Errors of each beginning of the word against what was read so far.
#[derive(Clone, Debug)]
pub(crate) struct State {
    row: [u8; LETTERS_MAX + 1],
    row_before: [u8; LETTERS_MAX + 1],
    last: Option<char>,
    letters_read: usize,
    /// Letter being read, and the bytes it still lacks.
    partial: u32,
    bytes_missing: u8,
}

impl Near {
    /// Nothing for an over-long word.
    pub(crate) fn new(word: &str, errors_max: u8) -> Option<Near> {
        let letters: Vec<char> = word.chars().take(LETTERS_MAX + 1).collect();
        (letters.len() <= LETTERS_MAX).then_some(Near {
            letters,
            errors_max,
        })
    }

    /// Errors between the word and what was read.
    pub(crate) fn errors(&self, state: &State) -> u8 {
        state.row[self.letters.len()]
    }

    fn read(&self, state: &State, letter: char) -> State {
        let too_many = self.errors_max + 1;
        let before = &state.row;
        let mut row = [too_many; LETTERS_MAX + 1];
        let letters_read = state.letters_read + 1;
        for place in self.band(letters_read) {
            row[place] = if place == 0 {
                before[0] + 1
            } else {
                let changed = before[place - 1] + u8::from(self.letters[place - 1] != letter);
                let swapped = if self.is_swap(state, letter, place) {
                    state.row_before[place - 2] + 1
                } else {
                    too_many
                };
                changed
                    .min(swapped)
                    .min(before[place] + 1)
                    .min(row[place - 1] + 1)
            }
            .min(too_many);
        }
        State {
            row,
            row_before: state.row,
            last: Some(letter),
            letters_read,
            partial: 0,
            bytes_missing: 0,
        }
    }

    /// Beginnings of the word that may be within reach: beyond, lengths alone differ by more
    /// than the errors allowed.
    fn band(&self, letters_read: usize) -> RangeInclusive<usize> {
        let errors_max = usize::from(self.errors_max);
        let last = (letters_read + errors_max).min(self.letters.len());
        letters_read.saturating_sub(errors_max)..=last
    }

    fn is_swap(&self, state: &State, letter: char, place: usize) -> bool {
        place >= 2
            && self.letters[place - 2] == letter
            && state.last == Some(self.letters[place - 1])
    }
}

impl Automaton for Near {
    type State = State;

    fn start(&self) -> State {
        let too_many = self.errors_max + 1;
        let row = std::array::from_fn(|place| (place.min(usize::from(too_many))) as u8);
        State {
            row,
            row_before: [too_many; LETTERS_MAX + 1],
            last: None,
            letters_read: 0,
            partial: 0,
            bytes_missing: 0,
        }
    }

    fn is_match(&self, state: &State) -> bool {
        state.bytes_missing == 0 && self.errors(state) <= self.errors_max
    }

    fn can_match(&self, state: &State) -> bool {
        let mut reachable = self.band(state.letters_read);
        reachable.any(|place| state.row[place] <= self.errors_max)
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let (partial, bytes_missing) = match byte {
            0x00..=0x7F => (u32::from(byte), 0),
            0x80..=0xBF => (
                state.partial << 6 | u32::from(byte & 0x3F),
                state.bytes_missing.saturating_sub(1),
            ),
            0xC0..=0xDF => (u32::from(byte & 0x1F), 1),
            0xE0..=0xEF => (u32::from(byte & 0x0F), 2),
            0xF0..=0xFF => (u32::from(byte & 0x07), 3),
        };
        if bytes_missing > 0 {
            return State {
                partial,
                bytes_missing,
                ..state.clone()
            };
        }
        self.read(
            state,
            char::from_u32(partial).unwrap_or(char::REPLACEMENT_CHARACTER),
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn errors(word: &str, read: &str, errors_max: u8) -> Option<u8> {
        let near = Near::new(word, errors_max).expect("the word is short");
        let state = read
            .bytes()
            .fold(near.start(), |state, byte| near.accept(&state, byte));
        near.is_match(&state).then(|| near.errors(&state))
    }

    #[test]
    fn errors_between_words() {
        let check = |typed, meant, expected| assert_eq!(errors(typed, meant, 2), expected);
        check("traduction", "traduction", Some(0));
        check("traducton", "traduction", Some(1));
        check("tarduction", "traduction", Some(1));
        check("tradduction", "traduction", Some(1));
        check("tradyction", "traduction", Some(1));
        check("tarductoin", "traduction", Some(2));
        check("traction", "traduction", Some(2));
        check("action", "traduction", None);
        check("київ", "киев", Some(1));
    }

    #[test]
    fn short_words_and_numbers_must_be_exact() {
        assert_eq!(errors_allowed("iap"), 0);
        assert_eq!(errors_allowed("agnt"), 1);
        assert_eq!(errors_allowed("traducton"), 2);
        assert_eq!(errors_allowed("covid2020"), 0);
    }

    /// The textbook table, whole, as a reference.
    fn errors_by_table(left: &[char], right: &[char]) -> usize {
        let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let changed =
                            table[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                        let best = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        let is_swap = i > 1
                            && j > 1
                            && left[i - 1] == right[j - 2]
                            && left[i - 2] == right[j - 1];
                        if is_swap {
                            best.min(table[i - 2][j - 2] + 1)
                        } else {
                            best
                        }
                    }
                };
            }
        }
        table[left.len()][right.len()]
    }

    proptest! {
        #[test]
        fn the_automaton_agrees_with_the_table(
            left in "[abcé]{0,9}", right in "[abcé]{0,9}", errors_max in 1_u8..=2
        ) {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let expected = errors_by_table(&letters(&left), &letters(&right));
            let expected = (expected <= usize::from(errors_max)).then_some(expected as u8);
            prop_assert_eq!(errors(&left, &right, errors_max), expected);
        }
    }
}
