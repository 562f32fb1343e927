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
    for (index, word) in text.split(' ').enumerate() {
        // A « that stands alone has its narrow space already.
        if index > 0 && !out.ends_with(NARROW) {
            out.push(' ');
        }
        if word.contains("://") || word.contains('@') {
            out.push_str(word);
        } else {
            set_word(word, &mut out);
        }
    }
    Cow::Owned(out)
}

fn needs_care(character: char) -> bool {
    matches!(
        character,
        ';' | '!' | '?' | ':' | '«' | '»' | '%' | '€' | '\'' | '0'..='9'
    )
}

fn set_word(word: &str, out: &mut String) {
    let mut characters = word.chars().peekable();
    let mut inside_word = false;
    while let Some(character) = characters.next() {
        let closes = match characters.peek() {
            None => true,
            Some(next) => !next.is_alphanumeric() && *next != '/',
        };
        match character {
            ';' | '!' | '?' | '»' | '%' | '€' if closes => {
                space_before(out, NARROW, inside_word)
            }
            ':' if closes => space_before(out, NO_BREAK, inside_word),
            _ => {}
        }
        match character {
            '\'' if inside_word && characters.peek().is_some() => out.push('’'),
            '«' => {
                out.push('«');
                out.push(NARROW);
            }
            other => out.push(other),
        }
        inside_word = true;
    }
}

/// Replaces the space at the end of `out` by the given one, or adds it after a word.
fn space_before(out: &mut String, space: char, inside_word: bool) {
    match out.chars().last() {
        Some(' ' | NARROW | NO_BREAK) => {
            out.pop();
            out.push(space);
        }
        Some('?' | '!' | '«' | '(') | None => {}
        Some(_) if inside_word => out.push(space),
        Some(_) => {}
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

/// A size in bytes: kilobytes with one decimal.
pub fn kilobytes(bytes: usize, language: Language) -> String {
    let kilobytes = bytes as f64 / 1_000.0;
    match language {
        Language::Fr => format!("{}{NO_BREAK}Ko", number(kilobytes, language)),
        Language::En => format!("{}{NO_BREAK}KB", number(kilobytes, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(typeset("Really?", Language::En), "Really?");
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
