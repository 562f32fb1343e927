//! Where a reader stopped, as a word that says nothing to them.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A place in a list, or in the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cursor {
    /// Items already given of a list, and the sum of what was asked: another question starts anew.
    List { asked: u32, given: usize },
    /// Position of the last change already given.
    Changes { position: i64 },
}

impl Cursor {
    /// What the word of a place in a list looks like: its letters in hexadecimal, then a sum that
    /// no pattern can tell.
    pub(super) const LIST: &str = "6c2e(3[0-9]|6[1-6]){1,8}2e(3[0-9]|6[1-6]){1,16}[0-9a-f]{4}";
    /// What the word of a place in the changes looks like.
    pub(super) const CHANGES: &str = "632e(3[0-9]|6[1-6]){1,16}[0-9a-f]{4}";

    pub(super) fn write(self) -> String {
        let plain = match self {
            Self::List { asked, given } => format!("l.{asked:x}.{given:x}"),
            Self::Changes { position } => format!("c.{position:x}"),
        };
        let mut hex = String::new();
        for byte in plain.bytes() {
            let _ = write!(hex, "{byte:02x}");
        }
        format!("{hex}{:04x}", sum(&plain) & 0xffff)
    }

    /// The place of a word; `None` for one that was not given out.
    pub(super) fn read(word: &str) -> Option<Self> {
        if word.len() > 120 || !word.is_ascii() {
            return None;
        }
        let (hex, check) = word.split_at_checked(word.len().checked_sub(4)?)?;
        let bytes: Option<Vec<u8>> = (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok())
            .collect();
        let plain = String::from_utf8(bytes?).ok()?;
        if u32::from_str_radix(check, 16).ok()? != sum(&plain) & 0xffff {
            return None;
        }
        let mut parts = plain.split('.');
        let cursor = match (parts.next()?, parts.next()?, parts.next()) {
            ("l", asked, Some(given)) => Self::List {
                asked: u32::from_str_radix(asked, 16).ok()?,
                given: usize::from_str_radix(given, 16).ok()?,
            },
            ("c", position, None) => Self::Changes {
                position: i64::from_str_radix(position, 16).ok()?,
            },
            _ => return None,
        };
        (cursor.write() == word).then_some(cursor)
    }
}

/// A short sum of a text.
pub(super) fn sum(text: &str) -> u32 {
    let digest = Sha256::digest(text.as_bytes());
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of a word between its beginning and its sum is a digit in hexadecimal, as the
    /// pattern says, or the dot between two numbers.
    fn check_pattern(word: &str, pattern: &str) {
        let (begins, _) = pattern.split_once('(').expect("a beginning");
        assert!(word.starts_with(begins), "{word}");
        let (body, _) = word[begins.len()..].split_at(word.len() - begins.len() - 4);
        for pair in body.as_bytes().chunks(2) {
            let pair = std::str::from_utf8(pair).expect("ASCII");
            let is_told =
                pair == "2e" || ("30"..="39").contains(&pair) || ("61"..="66").contains(&pair);
            assert!(is_told, "{word}: {pair}");
        }
    }

    #[test]
    fn a_word_looks_as_its_pattern_says() {
        for number in [0, 7, 300, u32::MAX] {
            let list = Cursor::List {
                asked: number,
                given: usize::MAX,
            };
            check_pattern(&list.write(), Cursor::LIST);
            let changes = Cursor::Changes {
                position: i64::from(number),
            };
            check_pattern(&changes.write(), Cursor::CHANGES);
        }
    }

    #[test]
    fn a_word_reads_back_and_no_other_does() {
        let list = Cursor::List {
            asked: 7,
            given: 300,
        };
        let changes = Cursor::Changes { position: 12 };
        for cursor in [list, changes] {
            let word = cursor.write();
            assert_eq!(Cursor::read(&word), Some(cursor), "{word}");
            for at in 0..word.len() {
                let mut other = word.clone().into_bytes();
                other[at] = if other[at] == b'0' { b'1' } else { b'0' };
                let other = String::from_utf8(other).expect("ASCII");
                assert_ne!(Cursor::read(&other), Some(cursor), "{other}");
            }
        }
        for word in ["", "0", "zz", "é", "c.12", &"6".repeat(500)] {
            assert_eq!(Cursor::read(word), None, "{word}");
        }
    }
}
