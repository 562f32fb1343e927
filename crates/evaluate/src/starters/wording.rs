//! Small phrases put together from words of the data, in both languages at once.

use chrono::NaiveDate;
use domain::{Language, Text};
use reference::Reference;
use units::Quantity;

/// The label of a code; the code itself when none is known, so nothing disappears.
pub(super) fn label(reference: &Reference, vocabulary: &str, code: &str) -> Text {
    let known = reference.vocabularies.get(vocabulary);
    known
        .and_then(|vocabulary| vocabulary.entry(code))
        .map_or_else(|| plain(code), |entry| entry.label.clone())
}

/// The same words in both languages: a name, a version.
pub(super) fn plain(words: &str) -> Text {
    Text::pair(words, words)
}

/// `Durée : un mois`, `Duration: one month`.
pub(super) fn labelled(label: &Text, text: &Text) -> Text {
    let (fr, en) = (Language::Fr, Language::En);
    Text::pair(
        format!("{} : {}", label.plain(fr), text.plain(fr)),
        format!("{}: {}", label.plain(en), text.plain(en)),
    )
}

/// Texts that follow one another, with a sign between them; empty ones are skipped.
pub(super) fn joined(texts: &[Text], between: &str) -> Text {
    let [fr, en] = [Language::Fr, Language::En].map(|language| {
        let words: Vec<_> = texts
            .iter()
            .map(|text| text.plain(language))
            .filter(|words| !words.is_empty())
            .collect();
        words.join(between)
    });
    Text::pair(fr, en)
}

/// `03/02/2026`, `3 February 2026`.
pub(super) fn day(day: NaiveDate) -> Text {
    Text::pair(
        day.format("%d/%m/%Y").to_string(),
        day.format("%-d %B %Y").to_string(),
    )
}

/// A range with its unit and its kind: `90 – 160 utilisations par mois (déclaré)`.
pub(super) fn range(reference: &Reference, quantity: &Quantity, unit: &str) -> Text {
    let interval = &quantity.interval;
    let numbers = if interval.is_point() {
        interval.low().to_string()
    } else {
        format!("{} – {}", interval.low(), interval.high())
    };
    let kind = serde_json::to_value(interval.kind()).unwrap_or_default();
    let kind = label(
        reference,
        "interval_kinds",
        kind.as_str().unwrap_or_default(),
    );
    let units = reference.vocabularies.get("units");
    let unit = units
        .and_then(|units| units.entry(unit)?.symbol.clone())
        .unwrap_or_else(|| plain(unit));
    let (fr, en) = (Language::Fr, Language::En);
    Text::pair(
        format!("{numbers} {} ({})", unit.plain(fr), kind.plain(fr)),
        format!("{numbers} {} ({})", unit.plain(en), kind.plain(en)),
    )
}
