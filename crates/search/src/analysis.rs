//! A text becomes words.
//!
//! Three forms of one word: the *core* is what the text has once `l’` or `’s` is removed;
//! the *surface* is the core in lower case, accents kept, fit for a stemmer and for display;
//! the *folded* word has only plain letters and digits, and is what the dictionary holds.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::derivation::shared_stem;

/// Longest folded word kept, in letters; the rest of a longer one is ignored.
const WORD_LETTERS_MAX: usize = 40;

/// Most parts of a compound that is also read as one word (`rendez-vous`, `agent·e·s`).
const COMPOUND_PARTS_MAX: usize = 4;

const ELIDED: [&str; 13] = [
    "l", "d", "qu", "j", "n", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu",
];

/// Language a text or a reader uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Words are stemmed as French.
    French,
    /// Words are stemmed as English.
    English,
    /// Words are folded and compared whole.
    Other,
}

/// A word of a text, as found there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) core: &'t str,
    /// Byte offset of the core in the text.
    pub(crate) start: usize,
    /// One hyphen, dot or the like, and nothing else, stands between the word before and this one.
    pub(crate) is_glued: bool,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.core.len()
    }
}

/// Appends the words of a text, in order.
pub(crate) fn tokenize<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) {
    let mut previous_end = None;
    for (offset, chunk) in text.unicode_word_indices() {
        let mut start = offset;
        for part in chunk.split(is_separator) {
            if part.contains(char::is_alphanumeric) {
                let (skipped, core) = core_of(part);
                let is_glued = previous_end.is_some_and(|end: usize| is_joiner(&text[end..start]));
                tokens.push(Token {
                    core,
                    start: start + skipped,
                    is_glued,
                });
                previous_end = Some(start + part.len());
            }
            start += part.len();
            start += text[start..].chars().next().map_or(0, char::len_utf8);
        }
    }
}

/// Text of a compound read as one word, or nothing if its parts only stand apart.
///
/// Numbers do not count: `1,5` is not 15.
pub(crate) fn compound(parts: &[Token]) -> Option<String> {
    let has_size = (2..=COMPOUND_PARTS_MAX).contains(&parts.len());
    let has_letter = parts
        .iter()
        .any(|part| part.core.contains(char::is_alphabetic));
    (has_size && has_letter).then(|| parts.iter().map(|part| part.core).collect())
}

/// The word without capitals, accents, ligatures or apostrophes.
pub(crate) fn fold(core: &str) -> String {
    if core.is_ascii() {
        let letters = core
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .take(WORD_LETTERS_MAX);
        return letters
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let mut folded = String::with_capacity(core.len());
    // What is left out first must not keep marks from being put in their order.
    let letters = core
        .chars()
        .filter(|&letter| is_kept(letter) || is_combining_mark(letter))
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&letter| is_kept(letter))
        // What was between two marks may be gone: they are put in their order again.
        .nfd();
    for letter in letters.take(WORD_LETTERS_MAX) {
        match plain_letters(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    if let Some((end, _)) = folded.char_indices().nth(WORD_LETTERS_MAX) {
        folded.truncate(end);
    }
    folded
}

/// The word in lower case with its accents, as a person would write it.
pub(crate) fn surface(core: &str) -> String {
    if core.is_ascii() {
        return core.to_ascii_lowercase();
    }
    let lower = core.chars().flat_map(char::to_lowercase);
    lower
        .map(|letter| if is_apostrophe(letter) { '\'' } else { letter })
        .nfc()
        .collect()
}

/// Folded stem of a surface, or nothing where the language has no stemmer or the word no stem.
pub(crate) fn stem(surface: &str, language: Language) -> Option<String> {
    let algorithm = match language {
        Language::French => Algorithm::French,
        Language::English => Algorithm::English,
        Language::Other => return None,
    };
    let is_word = surface
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == '\'');
    let is_stemmable = is_word && (3..=WORD_LETTERS_MAX).contains(&surface.chars().count());
    if !is_stemmable {
        return None;
    }
    let is_french = language == Language::French;
    if is_french && let Some(stem) = shared_stem(&fold(surface)) {
        return Some(stem);
    }
    let word = if is_french {
        singular(surface)
    } else {
        surface
    };
    let stem = fold(&Stemmer::new(algorithm).stem(word));
    (!stem.is_empty()).then_some(stem)
}

/// The word without the plural mark that the French stemmer leaves: *élus*, *photos*.
fn singular(surface: &str) -> &str {
    let is_plural = ["as", "is", "os", "us"]
        .iter()
        .any(|end| surface.ends_with(end));
    if is_plural && surface.len() > 3 {
        &surface[..surface.len() - 1]
    } else {
        surface
    }
}

/// Removes French elisions before the word and the English possessive after it.
/// Also says how many bytes were removed before.
fn core_of(part: &str) -> (usize, &str) {
    let mut core = part;
    while let Some((before, after)) = core.split_once(is_apostrophe) {
        let is_elided = ELIDED
            .iter()
            .any(|elided| before.eq_ignore_ascii_case(elided));
        if !is_elided || !after.contains(char::is_alphanumeric) {
            break;
        }
        core = after;
    }
    let skipped = part.len() - core.len();
    if let Some((before, after)) = core.rsplit_once(is_apostrophe)
        && after.eq_ignore_ascii_case("s")
        && before.contains(char::is_alphanumeric)
    {
        core = before;
    }
    (skipped, core)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}'
    )
}

/// Letters kept inside a word by Unicode segmentation at which we cut nevertheless: `gouv.fr`.
fn is_separator(letter: char) -> bool {
    let is_inside = letter.is_alphanumeric() || is_combining_mark(letter);
    let is_invisible = matches!(letter, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}');
    !is_inside && !is_invisible && !is_apostrophe(letter)
}

fn is_joiner(between: &str) -> bool {
    matches!(
        between,
        "-" | "\u{2010}" | "\u{2011}" | "." | "_" | "\u{00B7}" | "\u{2027}"
    )
}

/// Whether a decomposed letter stays in a folded word: accents go, the marks of other scripts stay.
fn is_kept(letter: char) -> bool {
    let is_accent = matches!(letter, '\u{0300}'..='\u{036F}');
    let is_letter = letter.is_alphanumeric() || is_combining_mark(letter);
    is_letter && !is_accent && !is_apostrophe(letter)
}

fn plain_letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

        #[test]
        fn folding_twice_changes_nothing(
            text in prop_oneof![any::<String>(), "[a-zA-ZéœŒæßøłĐİÅ’'\u{301}ﬁ²]{0,60}"]
        ) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }
    }

    #[test]
    fn marks_keep_one_order_when_what_was_between_them_is_left_out() {
        let folded = fold("\u{1cd0}\u{fe72}");
        assert_eq!(fold(&folded), folded);
    }

    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        let folded: Vec<_> = tokens.iter().map(|token| fold(token.core)).collect();
        assert_eq!(folded, expected, "{text}");
        for token in tokens {
            assert_eq!(&text[token.start..token.end()], token.core, "{text}");
        }
    }

    #[test]
    fn words_of_a_text() {
        check(
            "L’œuvre d'ÉLÈVES, qu’elle lit",
            &["oeuvre", "eleves", "elle", "lit"],
        );
        check(
            "Aujourd’hui, lorsqu'un agent",
            &["aujourdhui", "un", "agent"],
        );
        check(
            "the city's plan, Dutch auto’s",
            &["the", "city", "plan", "dutch", "auto"],
        );
        check(
            "Straße, Ærø, Łódź, CAFE\u{301}",
            &["strasse", "aero", "lodz", "cafe"],
        );
        check(
            "data.gouv.fr 1,5 agent·e·s",
            &["data", "gouv", "fr", "1", "5", "agent", "e", "s"],
        );
        check("c' l’ ?! … 😀", &["c", "l"]);
        check("Αθήνα Київ", &["αθηνα", "киів"]);
    }

    #[test]
    fn compounds_of_a_text() {
        let compounds = |text: &str| {
            let mut tokens = Vec::new();
            tokenize(text, &mut tokens);
            let units = tokens.chunk_by(|_, next| next.is_glued);
            units
                .filter_map(compound)
                .map(|joined| fold(&joined))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            compounds("un rendez-vous par l’e-mail"),
            ["rendezvous", "email"]
        );
        assert_eq!(
            compounds("GPT-4, I.A., agent·e·s"),
            ["gpt4", "ia", "agentes"]
        );
        assert_eq!(compounds("1,5 et 2.0 ; eau - air"), Vec::<String>::new());
    }

    #[test]
    fn stems() {
        let check = |word: &str, language, expected: Option<&str>| {
            assert_eq!(
                stem(&surface(word), language).as_deref(),
                expected,
                "{word}"
            );
        };
        check("Traductions", Language::French, Some("traduct"));
        check("CHEVAUX", Language::French, Some("cheval"));
        check("élus", Language::French, Some("elu"));
        check("photos", Language::French, Some("photo"));
        check("traduits", Language::French, Some("traduct"));
        check("policies", Language::English, Some("polici"));
        check("vergunningen", Language::Other, None);
        check("covid19", Language::French, None);
        check("ai", Language::English, None);
    }
}
