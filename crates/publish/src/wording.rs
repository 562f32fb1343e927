use crate::typography::{self, number, typeset};
use crate::words::{Blank, Words};
use chrono::{Datelike, NaiveDate};
use domain::{Language, Text};
use reference::Reference;
use units::{IntervalKind, Quantity, Unit};

/// How things are said to one reader: the words, the labels and the typography of a language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The messages.
    pub words: &'a Words,
    /// The labels of closed lists.
    pub reference: &'a Reference,
    /// The language.
    pub language: Language,
}

impl<'a> Wording<'a> {
    /// A message without blanks.
    pub fn get(&self, key: &str) -> String {
        self.words.get(self.language, key)
    }

    /// A message with its blanks filled.
    pub fn format(&self, key: &str, blanks: &[(&str, Blank)]) -> String {
        self.words.format(self.language, key, blanks)
    }

    /// The label of a code.
    pub fn label(&self, vocabulary: &str, code: &str) -> String {
        self.typeset(self.reference.label(vocabulary, code, self.language))
    }

    /// What a code means; empty when the vocabulary does not say.
    pub fn definition(&self, vocabulary: &str, code: &str) -> String {
        let vocabulary = self.reference.vocabularies.get(vocabulary);
        let entry = vocabulary.and_then(|vocabulary| vocabulary.entry(code));
        entry.map_or_else(String::new, |entry| {
            self.typeset(entry.definition.plain(self.language))
        })
    }

    /// A text in the reader's language, or the nearest one.
    pub fn text(&self, text: &Text) -> String {
        self.typeset(text.plain(self.language))
    }

    /// The licence of somebody else's register as a reader sees it; that nobody told it is said.
    pub fn licence(&self, licence: &str) -> String {
        match licence {
            "unknown" | "inconnue" => self.get("licence-unknown"),
            known => known.to_owned(),
        }
    }

    /// A text as the typography of the language wants it.
    pub fn typeset(&self, text: &str) -> String {
        typeset(text, self.language).into_owned()
    }

    /// A number as the language writes it.
    pub fn number(&self, value: f64) -> String {
        number(value, self.language)
    }

    /// A whole number as the language writes it.
    pub fn count(&self, count: usize) -> String {
        number(count as f64, self.language)
    }

    /// A date in full: « 18 mars 2025 », "18 March 2025".
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.get(MONTHS[date.month0() as usize % 12]);
        let day = match (self.language, date.day()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{day}\u{a0}{month} {}", date.year())
    }

    /// Short names of the months, January first.
    pub fn months_short(&self) -> [String; 12] {
        MONTHS.map(|key| self.get(&format!("{key}-short")))
    }

    /// A quantity with its unit and its doubt: « de 90 à 160 usages par mois (déclaré) ».
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let unit = self.unit(quantity.unit);
        let interval = &quantity.interval;
        let kind = match interval.kind() {
            IntervalKind::Exact => "exact",
            IntervalKind::Corner => "corner",
            IntervalKind::Confidence => "confidence",
            IntervalKind::Declared => "declared",
            IntervalKind::Bounds => "bounds",
        };
        let kind = self.get(&format!("interval-{kind}"));
        let blanks = [
            ("low", self.number(interval.low()).into()),
            ("high", self.number(interval.high()).into()),
            ("unit", unit.into()),
            ("kind", kind.into()),
        ];
        if interval.is_point() {
            self.format("quantity-point", &blanks)
        } else {
            self.format("quantity-range", &blanks)
        }
    }

    /// A quantity of any size without its kind, two significant digits and a prefix that suits it:
    /// « de 0,2 à 3,9 kWh », « de 12 à 40 mg éq. CO₂ ».
    pub fn amount(&self, quantity: &Quantity) -> String {
        let (factor, symbol) = self.scale(quantity);
        let end = |value: f64| typography::significant(value / factor, 2, self.language);
        let interval = &quantity.interval;
        let (low, high) = (end(interval.low()), end(interval.high()));
        let key = if low == high {
            "amount-point"
        } else {
            "amount-range"
        };
        let blanks = [
            ("low", low.into()),
            ("high", high.into()),
            ("unit", symbol.into()),
        ];
        self.format(key, &blanks)
    }

    /// The prefix under which the high end of a quantity is at least one, and its symbol.
    fn scale(&self, quantity: &Quantity) -> (f64, String) {
        let symbol = self.unit(quantity.unit);
        let high = quantity.interval.high();
        let prefixes: &[(f64, &str, &str)] = match quantity.unit {
            Unit::KilowattHours => &[(1.0, "k", "k"), (1e-3, "k", ""), (1e-6, "k", "m")],
            Unit::KilogramsCo2 | Unit::KilogramsAntimony => &[
                (1.0, "k", "k"),
                (1e-3, "k", ""),
                (1e-6, "k", "m"),
                (1e-9, "k", "µ"),
            ],
            Unit::Megajoules => &[(1.0, "M", "M"), (1e-3, "M", "k"), (1e-6, "M", "")],
            Unit::Litres => &[(1.0, "", ""), (1e-3, "", "m")],
            _ => &[(1.0, "", "")],
        };
        let last = prefixes.last().copied().unwrap_or((1.0, "", ""));
        let (factor, written, prefix) = prefixes
            .iter()
            .copied()
            .find(|(factor, ..)| high >= *factor || high == 0.0)
            .unwrap_or(last);
        let bare = symbol.strip_prefix(written).unwrap_or(&symbol);
        (factor, format!("{prefix}{bare}"))
    }

    /// The sign of a unit.
    pub fn unit(&self, unit: Unit) -> String {
        let code = serde_json::to_value(unit).unwrap_or_default();
        let code = code.as_str().unwrap_or_default();
        let entry = self
            .reference
            .vocabularies
            .get("units")
            .and_then(|units| units.entry(code));
        let symbol = entry.and_then(|entry| entry.symbol.as_ref());
        symbol.map_or_else(|| code.to_owned(), |symbol| self.text(symbol))
    }

    /// What alphabetical order compares: letters without case or accents.
    pub fn order(text: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        text.nfd()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// A label as it is read within a sentence: its first letter is small, unless the word is
    /// written in capitals.
    pub fn within(label: &str) -> String {
        let mut letters = label.chars();
        let first = letters.next();
        let is_acronym = letters.next().is_some_and(char::is_uppercase);
        match first {
            Some(first) if !is_acronym => {
                first.to_lowercase().chain(label.chars().skip(1)).collect()
            }
            _ => label.to_owned(),
        }
    }

    /// Phrases one after the other; some hold commas.
    pub fn phrases(&self, phrases: &[String]) -> String {
        phrases.join(match self.language {
            Language::Fr => "\u{a0}; ",
            Language::En => "; ",
        })
    }

    /// Items joined as in a sentence: « a, b et c ».
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [start @ .., last] => {
                let and = self.get("and");
                format!("{} {and} {last}", start.join(", "))
            }
        }
    }
}

const MONTHS: [&str; 12] = [
    "month-01", "month-02", "month-03", "month-04", "month-05", "month-06", "month-07", "month-08",
    "month-09", "month-10", "month-11", "month-12",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_within_a_sentence_begins_by_a_small_letter() {
        for (label, within) in [
            ("Données publiques", "données publiques"),
            ("État", "état"),
            ("L’usage change le travail.", "l’usage change le travail."),
            ("IA générative", "IA générative"),
            ("", ""),
        ] {
            assert_eq!(Wording::within(label), within);
        }
    }
}
