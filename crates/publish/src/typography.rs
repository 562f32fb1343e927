//! French spaces, put in once, at output. Source texts hold plain spaces or none.

use domain::Language;
use std::borrow::Cow;

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

/// The text as a typographer would set it in the language: for French, a narrow no-break space
/// before `; ! ?`, inside « » and before `%` and `€`, a no-break space before `:`, between a
/// number and the word after it, and curly apostrophes. Addresses are left alone.
pub fn typeset(text: &str, language: Language) -> Cow<'_, str> {
    if language != Language::Fr || !text.contains(needs_care) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let starts_word = out.is_empty() || out.ends_with(is_space);
        if let Some(address) = Some(rest).filter(|_| starts_word).and_then(address) {
            out.push_str(address);
            rest = &rest[address.len()..];
            continue;
        }
        rest = &rest[character.len_utf8()..];
        match character {
            '«' => {
                out.push('«');
                out.push(NARROW);
                rest = rest.trim_start_matches(is_space);
            }
            ';' | '!' | '?' | '»' | '%' | '€' | ':' if closes(rest) => {
                space_before(&mut out, character);
            }
            _ => {}
        }
        match character {
            '«' => {}
            '\'' if is_inside(&out, rest) => out.push('’'),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// The word at the beginning of a text, if it is an address. Called where a word begins alone: each
/// letter is looked at once, however long the word.
fn address(text: &str) -> Option<&str> {
    let word = &text[..text.find(is_space).unwrap_or(text.len())];
    (word.contains("://") || word.contains('@')).then_some(word)
}

fn needs_care(character: char) -> bool {
    matches!(
        character,
        ';' | '!' | '?' | ':' | '«' | '»' | '%' | '€' | '\''
    )
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | NARROW | NO_BREAK)
}

/// Whether a sign ends what it follows, rather than standing inside a time or a path.
fn closes(rest: &str) -> bool {
    let next = rest.chars().next();
    next.is_none_or(|next| !next.is_alphanumeric() && next != '/')
}

/// Whether an apostrophe stands between two letters.
fn is_inside(out: &str, rest: &str) -> bool {
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    is_letter(out.chars().last()) && is_letter(rest.chars().next())
}

/// Puts the one right space before a sign at the end of `out`, instead of those that are there.
/// A piece that begins by a sign has one only if it began by a space: it follows another piece.
fn space_before(out: &mut String, sign: char) {
    let kept = out.trim_end_matches(is_space).len();
    let has_begun = !out.is_empty();
    out.truncate(kept);
    let is_doubled = matches!(sign, '?' | '!') && out.ends_with(['?', '!']);
    if has_begun && !is_doubled && !out.ends_with(['«', '(']) {
        out.push(if sign == ':' { NO_BREAK } else { NARROW });
    }
}

/// A number as readers of the language write it: `4 180` with narrow no-break spaces in French,
/// `4,180` in English; at most one decimal.
pub fn number(value: f64, language: Language) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let whole = rounded.trunc().abs();
    let decimal = ((rounded.abs() - whole) * 10.0).round();
    let separator = match language {
        Language::Fr => NARROW,
        Language::En => ',',
    };
    let digits = format!("{whole:.0}");
    let mut out = String::new();
    if rounded < 0.0 {
        out.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        if index > 0 && left.is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    if decimal > 0.0 {
        out.push(match language {
            Language::Fr => ',',
            Language::En => '.',
        });
        out.push_str(&format!("{decimal:.0}"));
    }
    out
}

/// A number with a few significant digits, for quantities of any size: `0,023`, `3,9`, `1 200`.
pub fn significant(value: f64, digits: i32, language: Language) -> String {
    if value == 0.0 || !value.is_finite() {
        return number(value, language);
    }
    let decimals = digits - 1 - value.abs().log10().floor() as i32;
    if decimals <= 1 {
        let power = 10f64.powi(-decimals);
        return number((value / power).round() * power, language);
    }
    let text = format!("{:.*}", decimals.unsigned_abs() as usize, value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let sign = if value < 0.0 { "\u{2212}" } else { "" };
    match language {
        Language::Fr => format!("{sign}{}", text.replace('.', ",")),
        Language::En => format!("{sign}{text}"),
    }
}

/// A size in bytes: kilobytes with one decimal.
pub fn kilobytes(bytes: usize, language: Language) -> String {
    let kilobytes = bytes as f64 / 1_000.0;
    match language {
        Language::Fr => format!("{}{NO_BREAK}Ko", number(kilobytes, language)),
        Language::En => format!("{}{NO_BREAK}KB", number(kilobytes, language)),
    }
}

/// An address made of the letters of a text: small letters without accents, digits, hyphens.
pub fn slug(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    for character in text.nfd().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            out.push(character);
        } else if !matches!(character, '\u{300}'..='\u{36f}') && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// The same, no longer than one can be read in a list.
pub fn short_slug(text: &str) -> String {
    let short: String = slug(text).chars().take(40).collect();
    short.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn significant_digits_suit_any_size() {
        for (value, digits, fr, en) in [
            (0.0, 2, "0", "0"),
            (0.000_123, 2, "0,00012", "0.00012"),
            (0.0234, 2, "0,023", "0.023"),
            (0.5, 3, "0,5", "0.5"),
            (8.0, 3, "8", "8"),
            (3.94, 2, "3,9", "3.9"),
            (94.4, 2, "94", "94"),
            (1_249.0, 2, "1\u{202f}200", "1,200"),
            (-0.25, 2, "\u{2212}0,25", "\u{2212}0.25"),
        ] {
            assert_eq!(significant(value, digits, Language::Fr), fr);
            assert_eq!(significant(value, digits, Language::En), en);
        }
    }

    fn check(text: &str, expected: &str) {
        let shown = typeset(text, Language::Fr)
            .replace(NARROW, "_")
            .replace(NO_BREAK, "~");
        assert_eq!(shown, expected);
        let twice = typeset(&typeset(text, Language::Fr), Language::Fr).into_owned();
        assert_eq!(
            twice,
            typeset(text, Language::Fr),
            "setting twice changes nothing"
        );
    }

    #[test]
    fn french_spaces() {
        check("Puis-je ?", "Puis-je_?");
        check("Puis-je?", "Puis-je_?");
        check("Attention : oui ; non !", "Attention~: oui_; non_!");
        check("« oui »", "«_oui_»");
        check("«oui»", "«_oui_»");
        check("46 % des agents", "46_% des agents");
        check("46% et 12 €", "46_% et 12_€");
        check("l'outil d'ici", "l’outil d’ici");
        check(
            "voir https://a.fr/x?y=1:2 ; fin",
            "voir https://a.fr/x?y=1:2_; fin",
        );
        check("à 14:30 précises", "à 14:30 précises");
        check("quoi ?!", "quoi_?!");
        check("en une phrase ?: écrivez", "en une phrase_?~: écrivez");
        check("« Puis-je ? » : oui", "«_Puis-je_?_»~: oui");
        check("\u{a0}:", "~:");
        check(":", ":");
        assert_eq!(typeset("Really?", Language::En), "Really?");
    }

    proptest::proptest! {
        #[test]
        fn setting_twice_changes_nothing(text in "[ a-zé0-9;!?:«»%€'/.\u{202f}\u{a0}]{0,40}") {
            let once = typeset(&text, Language::Fr).into_owned();
            proptest::prop_assert_eq!(typeset(&once, Language::Fr).into_owned(), once);
        }
    }

    #[test]
    fn numbers_in_both_languages() {
        for (value, fr, en) in [
            (4180.0, "4\u{202f}180", "4,180"),
            (1_234_567.0, "1\u{202f}234\u{202f}567", "1,234,567"),
            (-3.25, "\u{2212}3,3", "\u{2212}3.3"),
            (0.0, "0", "0"),
            (999.96, "1\u{202f}000", "1,000"),
        ] {
            assert_eq!(number(value, Language::Fr), fr);
            assert_eq!(number(value, Language::En), en);
        }
    }
}
