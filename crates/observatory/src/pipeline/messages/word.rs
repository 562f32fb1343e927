//! The word that lets a sender read the answer: easy to say and to type, hard to guess.

use crate::identity::secret;
use anyhow::Result;
use uuid::Uuid;

/// Letters that are not taken for one another, aloud or on paper.
const CONSONANTS: [char; 14] = [
    'b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z',
];
const VOWELS: [char; 4] = ['a', 'i', 'o', 'u'];
/// Syllables: each is one of 56, so that ten of them are one of 3 × 10¹⁷.
const SYLLABLES: usize = 10;
/// Syllables between two dashes.
const GROUP: usize = 2;

/// A new word, such as `bako-rimu-zofa-lupi-tenu`.
pub fn fresh() -> Result<String> {
    let count = CONSONANTS.len() * VOWELS.len();
    // Bytes above the last whole multiple would make some syllables likelier than others.
    let fair = 256 / count * count;
    let mut syllables = Vec::with_capacity(SYLLABLES);
    while syllables.len() < SYLLABLES {
        let bytes = secret::random::<32>()?;
        let drawn = bytes.iter().map(|byte| usize::from(*byte));
        let left = SYLLABLES - syllables.len();
        syllables.extend(drawn.filter(|drawn| *drawn < fair).take(left).map(syllable));
    }
    let groups = syllables.chunks(GROUP).map(<[String]>::concat);
    Ok(groups.collect::<Vec<_>>().join("-"))
}

fn syllable(drawn: usize) -> String {
    let consonant = CONSONANTS[drawn / VOWELS.len() % CONSONANTS.len()];
    let vowel = VOWELS[drawn % VOWELS.len()];
    format!("{consonant}{vowel}")
}

/// What is kept of a word; capitals, spaces and dashes are not read.
pub fn hash(message: Uuid, typed: &str) -> String {
    let letters: String = typed.chars().filter(|c| c.is_alphabetic()).collect();
    secret::hash(&format!("{message} {}", letters.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_however_it_is_typed_and_belongs_to_one_message() {
        let id = Uuid::from_u128(1);
        let known = hash(id, "bako-rimu");
        for typed in ["bako-rimu", "BAKO RIMU", " bakorimu ", "bako‑rimu"] {
            assert_eq!(hash(id, typed), known, "{typed}");
        }
        assert_ne!(hash(id, "bako-rima"), known);
        assert_ne!(hash(Uuid::from_u128(2), "bako-rimu"), known);
    }

    #[test]
    fn words_have_five_groups_of_two_syllables_and_are_never_the_same() {
        let words: std::collections::BTreeSet<_> =
            (0..200).map(|_| fresh().expect("a word")).collect();
        assert_eq!(words.len(), 200);
        for word in &words {
            let groups: Vec<_> = word.split('-').collect();
            assert_eq!(groups.len(), 5, "{word}");
            assert!(groups.iter().all(|group| group.len() == 4), "{word}");
        }
    }
}
