//! How wide a text is, more or less, and what is left of a number.
//!
//! The reader's letters are not known here: widths are estimates, a little generous, good enough
//! to decide whether two labels would touch.

/// Size of the text in a chart, rem.
pub(super) const TEXT_REM: f64 = 0.9375;
/// The same in bold, which is wider: the size that gives the right width.
pub(super) const STRONG_REM: f64 = 1.0;
/// Size of axes and notes, rem.
pub(super) const SMALL_REM: f64 = 0.8125;
/// Width of a drawing on the narrowest screen we serve (320 px), rem.
pub(super) const NARROW_REM: f64 = 18.0;
/// Width of a drawing from which a column counts as wide, rem.
pub(super) const WIDE_REM: f64 = 36.0;

/// Estimated width of a text, in rem, for letters of `size` rem.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '!' | '’' | '\'' | '|' | ' ' | '\u{a0}' => 0.29,
        '\u{202f}' => 0.2,
        'f' | 't' | 'r' | '(' | ')' | '-' | 'I' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '…' => 0.9,
        'A'..='Z' | 'À'..='Þ' => 0.68,
        _ if letter as u32 > 0x2e80 => 1.0,
        _ => 0.58,
    }
}

/// The text if it fits in `max` rem, else its beginning and an ellipsis.
pub(super) fn clip(text: &str, max: f64, size: f64) -> String {
    if width(text, size) <= max {
        return text.to_owned();
    }
    let room = max - width("…", size);
    let mut kept = String::new();
    let mut used = 0.0;
    for letter in text.chars() {
        used += advance(letter) * size;
        if used > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// The text cut between words into at most `lines` lines of `max` rem; what remains ends in an ellipsis.
pub(super) fn wrap(text: &str, max: f64, size: f64, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut current = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = if current.is_empty() {
            word.to_owned()
        } else {
            format!("{current} {word}")
        };
        let is_last_line = done.len() + 1 >= lines;
        if current.is_empty() || is_last_line || width(&longer, size) <= max {
            current = longer;
        } else {
            done.push(std::mem::replace(&mut current, word.to_owned()));
        }
    }
    if !current.is_empty() {
        done.push(current);
    }
    done.iter().map(|line| clip(line, max, size)).collect()
}

/// The number if it can be drawn as a length, else zero.
pub(super) fn positive(value: f64) -> f64 {
    if value.is_finite() && value > 0.0 {
        value
    } else {
        0.0
    }
}

/// `part / total`, between 0 and 1; zero when it means nothing.
pub(super) fn share(part: f64, total: f64) -> f64 {
    let (part, total) = (positive(part), positive(total));
    if total > 0.0 {
        positive(part / total).min(1.0)
    } else {
        0.0
    }
}

/// The number itself, if it is one.
pub(super) fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_words_then_ended_by_an_ellipsis() {
        let lines = wrap(
            "Direction de la communication et des relations avec les usagers",
            12.0,
            TEXT_REM,
            2,
        );
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, TEXT_REM) <= 12.0));
        assert!(lines[1].ends_with('…'));
        assert_eq!(wrap("", 12.0, TEXT_REM, 2), Vec::<String>::new());
        assert!(width(&clip(&"x".repeat(900), 10.0, TEXT_REM), TEXT_REM) <= 10.0);
    }

    #[test]
    fn only_numbers_become_lengths() {
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -3.0] {
            assert_eq!(positive(odd), 0.0);
            assert_eq!(share(odd, 10.0), 0.0);
            assert_eq!(share(1.0, odd), 0.0);
        }
        assert_eq!(share(7.0, 5.0), 1.0);
        assert_eq!(share(1.0, 4.0), 0.25);
    }
}
