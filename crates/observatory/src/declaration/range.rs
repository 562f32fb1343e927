//! A number or a range as people write it: « 10 », « 5 à 15 », « −3 à 5 », "5-15", « 1 000 ».

/// The ends of a range, the lower one first; `None` when it is neither a number nor two.
pub fn read(typed: &str) -> Option<(f64, f64)> {
    let numbers = numbers(typed)?;
    match numbers.as_slice() {
        [only] => Some((*only, *only)),
        [low, high] if low <= high => Some((*low, *high)),
        // “15 to 5 minutes” is said too.
        [high, low] => Some((*low, *high)),
        _ => None,
    }
}

/// Words that may stand between two numbers.
const BETWEEN: [&str; 10] = [
    "à", "a", "to", "et", "and", "de", "from", "entre", "between", "-",
];

/// The numbers of a text that holds nothing else but words that join them.
fn numbers(typed: &str) -> Option<Vec<f64>> {
    let plain = plain(typed);
    let mut numbers = Vec::new();
    for word in plain.split_whitespace() {
        if BETWEEN.contains(&word) {
            continue;
        }
        let number: f64 = word.replace(',', ".").parse().ok()?;
        if !number.is_finite() {
            return None;
        }
        numbers.push(number);
    }
    Some(numbers)
}

/// The same text with plain signs: one kind of minus, no space inside a number, a space around a
/// dash between two numbers.
fn plain(typed: &str) -> String {
    let text = typed.trim().to_lowercase();
    let signs: Vec<char> = text.chars().collect();
    let mut plain = String::new();
    for (at, sign) in signs.iter().enumerate() {
        let after_digit = plain.ends_with(|c: char| c.is_ascii_digit());
        match sign {
            '−' | '-' | '–' | '—' if after_digit => plain.push_str(" - "),
            '−' | '–' | '—' => plain.push('-'),
            sign if sign.is_whitespace() => {
                let is_inside = after_digit && is_group(&signs[at + 1..]);
                if !is_inside {
                    plain.push(' ');
                }
            }
            sign => plain.push(*sign),
        }
    }
    plain
}

/// Whether exactly three digits follow: « 1 000 ».
fn is_group(signs: &[char]) -> bool {
    let digits = signs.iter().take_while(|sign| sign.is_ascii_digit());
    digits.count() == 3
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn ranges_are_read_as_people_write_them() {
        let cases = [
            ("10", Some((10.0, 10.0))),
            (" 5 à 15 ", Some((5.0, 15.0))),
            ("de 5 à 15", Some((5.0, 15.0))),
            ("5-15", Some((5.0, 15.0))),
            ("5 – 15", Some((5.0, 15.0))),
            ("5 to 15", Some((5.0, 15.0))),
            ("−3 à 5", Some((-3.0, 5.0))),
            ("-3", Some((-3.0, -3.0))),
            ("15 à 5", Some((5.0, 15.0))),
            ("2,5 à 4", Some((2.5, 4.0))),
            ("1 000 à 2\u{202f}000", Some((1000.0, 2000.0))),
            ("0", Some((0.0, 0.0))),
            ("", None),
            ("beaucoup", None),
            ("1 à 2 à 3", None),
            ("10 fois", None),
            ("inf", None),
            ("nan", None),
            ("1e999", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(read(typed), expected, "{typed}");
        }
    }
}
