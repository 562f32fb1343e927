//! Signs that no font of the binary draws: emoji, the letters of some scripts. PDF/UA and PDF/A
//! refuse a text with a hole in it, so one name would leave everybody without a report.

use super::world::Drawn;
use serde_json::Value;
use std::borrow::Cow;

/// Stands for one or several signs that cannot be drawn; the fonts have it.
pub(super) const STAND_IN: char = '\u{fffd}';

/// Replaces what cannot be drawn in every text of a view; whether there was any.
pub(super) fn make_drawable(view: &mut Value, fonts: Drawn) -> bool {
    match view {
        Value::String(text) => match drawable(text, fonts) {
            Cow::Borrowed(_) => false,
            Cow::Owned(other) => {
                *text = other;
                true
            }
        },
        Value::Array(all) => all
            .iter_mut()
            .fold(false, |found, one| make_drawable(one, fonts) | found),
        Value::Object(all) => all
            .values_mut()
            .fold(false, |found, one| make_drawable(one, fonts) | found),
        _ => false,
    }
}

/// A text in which each run of signs that cannot be drawn is one stand-in.
pub(super) fn drawable(text: &str, fonts: Drawn) -> Cow<'_, str> {
    let is_drawn = |sign: char| is_drawn(sign, fonts);
    if text.is_ascii() || text.chars().all(is_drawn) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        let follows = out.ends_with(STAND_IN);
        match is_drawn(sign) {
            _ if joins(sign) && follows => {}
            true => out.push(sign),
            false if joins(sign) || follows => {}
            false => out.push(STAND_IN),
        }
    }
    Cow::Owned(out)
}

/// Signs that only say how those around them are drawn.
fn joins(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_drawn(sign: char, fonts: Drawn) -> bool {
    sign.is_ascii() || sign.is_whitespace() || (!is_forbidden(sign) && fonts.has(sign))
}

/// What PDF/A refuses even if a font has it: signs on whose meaning nobody agreed, and marks of
/// encodings.
fn is_forbidden(sign: char) -> bool {
    matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_no_font_draws_is_one_stand_in_and_the_rest_is_left() {
        let cases = [
            ("Aide à la rédaction : « œuvre » – 3 €", None),
            ("Ελληνικά, Кириллица, עברית", None),
            ("Aide 😀", Some("Aide \u{fffd}")),
            ("Traduire : 中文", Some("Traduire : \u{fffd}")),
            ("👩\u{200d}💻 et ✅", Some("\u{fffd} et \u{fffd}")),
            ("\u{e000}", Some("\u{fffd}")),
        ];
        for (text, expected) in cases {
            let expected = expected.map_or(Cow::Borrowed(text), Cow::Borrowed);
            assert_eq!(drawable(text, Drawn::ByAny), expected, "{text}");
        }
        let of_the_text = Drawn::ByFamily("Libertinus Serif");
        assert!(is_drawn(STAND_IN, of_the_text), "the stand-in is drawn");
        assert_eq!(
            drawable("Œuvre, Кириллица, العربية", of_the_text),
            "Œuvre, Кириллица, \u{fffd}"
        );
    }

    #[test]
    fn every_text_of_a_view_is_looked_at() {
        let mut view = json!({"a": ["x", {"b": "😀"}], "c": 1, "d": "é"});
        assert!(make_drawable(&mut view, Drawn::ByAny));
        assert_eq!(
            view,
            json!({"a": ["x", {"b": "\u{fffd}"}], "c": 1, "d": "é"})
        );
        assert!(!make_drawable(&mut view, Drawn::ByAny));
    }
}
