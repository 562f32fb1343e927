//! The balance of an export, one row a field.

use domain::CommonField;
use observe::register::{Balance, LossReason};
use std::collections::BTreeMap;

/// The fields that registers share, each with what becomes of it.
pub(super) struct Rows<'a> {
    /// In the order in which records are read.
    fields: Vec<Row<'a>>,
}

/// What becomes of a field.
pub(super) struct Row<'a> {
    /// Its code.
    pub(super) field: &'a str,
    /// Records that fill it in.
    pub(super) said: usize,
    /// Records that keep it.
    pub(super) kept: usize,
    /// Why others do not, or not quite, with how many.
    pub(super) lost: Vec<(LossReason, usize)>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(balance: &'a Balance) -> Self {
        let mut lost: BTreeMap<&str, Vec<(LossReason, usize)>> = BTreeMap::new();
        // A text left in another language is in the file of that language.
        let of_file = balance.lost.iter();
        let of_file = of_file.filter(|loss| loss.reason != LossReason::OtherLanguage);
        for loss in of_file {
            let reasons = lost.entry(&loss.field).or_default();
            reasons.push((loss.reason, loss.count));
        }
        let said = balance.said.iter();
        let mut fields: Vec<Row> = said
            .map(|(field, said)| Row {
                field,
                said: *said,
                kept: balance.kept.get(field).copied().unwrap_or(0),
                lost: lost.remove(field.as_str()).unwrap_or_default(),
            })
            .collect();
        fields.sort_by_key(|row| rank(row.field));
        Self { fields }
    }

    /// Fields that every record keeps whole, then the others.
    pub(super) fn sorted(self) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
        self.fields.into_iter().partition(Row::is_whole)
    }
}

impl Row<'_> {
    /// Whether every record that fills it in keeps it, in other words at most.
    fn is_whole(&self) -> bool {
        let mut lost = self.lost.iter();
        let is_same = lost.all(|(reason, _)| *reason == LossReason::Reworded);
        is_same && self.kept == self.said
    }
}

fn rank(field: &str) -> usize {
    let mut all = CommonField::ALL.iter();
    let position = all.position(|(known, _)| known.code() == field);
    position.unwrap_or(CommonField::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use observe::register::Loss;

    fn loss(field: &str, reason: LossReason, count: usize) -> Loss {
        Loss {
            field: field.to_owned(),
            reason,
            count,
        }
    }

    fn counts(pairs: &[(&str, usize)]) -> BTreeMap<String, usize> {
        let pairs = pairs.iter();
        pairs.map(|(field, n)| ((*field).to_owned(), *n)).collect()
    }

    #[test]
    fn a_field_is_whole_when_every_record_keeps_its_meaning() {
        let balance = Balance {
            said: counts(&[("summary", 3), ("name", 3), ("risk_tier", 2), ("need", 1)]),
            kept: counts(&[("summary", 2), ("name", 3), ("risk_tier", 2)]),
            lost: vec![
                loss("summary", LossReason::TooLong, 1),
                loss("name", LossReason::OtherLanguage, 3),
                loss("risk_tier", LossReason::Reworded, 2),
                loss("need", LossReason::NoPlace, 1),
                loss("decision.act", LossReason::NoCommonField, 3),
                loss("lessons.text", LossReason::OtherLanguage, 1),
            ],
            ..Balance::default()
        };
        let (whole, partial) = Rows::of(&balance).sorted();
        let named = |rows: &[Row]| -> Vec<String> {
            let rows = rows.iter();
            rows.map(|row| row.field.to_owned()).collect()
        };
        assert_eq!(named(&whole), ["name", "risk_tier"]);
        assert_eq!(named(&partial), ["summary", "need"]);
    }
}
