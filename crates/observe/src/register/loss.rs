use domain::CommonField;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Why something of a record is not in the file that was written, or not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LossReason {
    /// No register we know has a field for it.
    NoCommonField,
    /// The file holds one language, and this text also exists in another.
    OtherLanguage,
    /// The target has no column for the field.
    NoPlace,
    /// The target says the same of every record, and this one says something else.
    Fixed,
    /// The column of the target already holds another field.
    Taken,
    /// The target admits a closed list of values, and this one is not in it.
    NotInList,
    /// The target admits shorter texts: the end was cut.
    TooLong,
    /// The target holds a year or a month, not a day.
    LessPrecise,
    /// Read again, the file does not say quite the same.
    Altered,
    /// Read again, the file gives no record for it.
    Refused,
    /// The target has its own word for it: the meaning is kept, the word is not.
    Reworded,
}

impl LossReason {
    /// Every reason, the most serious first.
    pub const ALL: [Self; 11] = [
        Self::Refused,
        Self::NoCommonField,
        Self::NoPlace,
        Self::Fixed,
        Self::Taken,
        Self::NotInList,
        Self::OtherLanguage,
        Self::TooLong,
        Self::LessPrecise,
        Self::Altered,
        Self::Reworded,
    ];

    /// The word of the machine-readable report.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoCommonField => "no_common_field",
            Self::OtherLanguage => "other_language",
            Self::NoPlace => "no_place",
            Self::Fixed => "fixed",
            Self::Taken => "taken",
            Self::NotInList => "not_in_list",
            Self::TooLong => "too_long",
            Self::LessPrecise => "less_precise",
            Self::Altered => "altered",
            Self::Refused => "refused",
            Self::Reworded => "reworded",
        }
    }
}

/// How many records lose something of a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Loss {
    /// Code of a common field, or path of a field of a record that no common field says.
    pub field: String,
    /// Why.
    pub reason: LossReason,
    /// Records concerned.
    pub count: usize,
}

/// What becomes of the records that a file is written from, field by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Balance {
    /// Records that fill in a common field, by its code.
    pub said: BTreeMap<String, usize>,
    /// Records that keep a field whole, by code of the common field.
    pub kept: BTreeMap<String, usize>,
    /// What the file does not hold, by field and reason.
    pub lost: Vec<Loss>,
    /// Records that say something that no common field does, by field of the record.
    pub unsaid: BTreeMap<String, usize>,
    /// Records with a text left in another language, by field of the record.
    pub untranslated: BTreeMap<String, usize>,
    /// Fields of records that are neither kept nor told as lost: none, and counted to show it.
    pub silent: usize,
}

/// Counts what is kept and what is lost, record by record.
#[derive(Default)]
pub(crate) struct Ledger {
    said: BTreeMap<String, usize>,
    kept: BTreeMap<String, usize>,
    lost: BTreeMap<(String, LossReason), usize>,
    unsaid: BTreeMap<String, usize>,
    untranslated: BTreeMap<String, usize>,
    silent: usize,
}

/// What becomes of one record.
#[derive(Default)]
pub(crate) struct Account {
    lost: BTreeSet<(String, LossReason)>,
    kept: BTreeSet<&'static str>,
}

impl Account {
    pub(crate) fn lose(&mut self, field: CommonField, reason: LossReason) {
        self.lost.insert((field.code().to_owned(), reason));
    }

    pub(crate) fn lose_path(&mut self, path: &str, reason: LossReason) {
        self.lost.insert((path.to_owned(), reason));
    }

    pub(crate) fn keep(&mut self, field: CommonField) {
        self.kept.insert(field.code());
    }

    /// Adds one to each field of the record that loses something for a reason, whatever its paths.
    fn count_roots(&self, reason: LossReason, counts: &mut BTreeMap<String, usize>) {
        let lost = self.lost.iter().filter(|(_, why)| *why == reason);
        let roots: BTreeSet<&str> = lost.map(|(path, _)| root(path)).collect();
        for field in roots {
            *counts.entry(field.to_owned()).or_insert(0) += 1;
        }
    }

    /// Whether what the field says is lost already. Another word for it, or another language
    /// left out, still leaves something to read again.
    pub(crate) fn has_lost(&self, field: CommonField) -> bool {
        let is_partial = |reason: &LossReason| {
            matches!(reason, LossReason::Reworded | LossReason::OtherLanguage)
        };
        self.lost
            .iter()
            .any(|(known, reason)| known == field.code() && !is_partial(reason))
    }
}

impl Ledger {
    /// Adds what becomes of a record that fills in these fields.
    pub(crate) fn add(&mut self, account: Account, said: &BTreeSet<CommonField>) {
        for field in said {
            let code = field.code();
            *self.said.entry(code.to_owned()).or_insert(0) += 1;
            let is_told = account.lost.iter().any(|(known, _)| known == code);
            self.silent += usize::from(!is_told && !account.kept.contains(code));
        }
        account.count_roots(LossReason::NoCommonField, &mut self.unsaid);
        account.count_roots(LossReason::OtherLanguage, &mut self.untranslated);
        for field in account.kept {
            *self.kept.entry(field.to_owned()).or_insert(0) += 1;
        }
        for entry in account.lost {
            *self.lost.entry(entry).or_insert(0) += 1;
        }
    }

    /// What became of all of them.
    pub(crate) fn close(self) -> Balance {
        let lost = self.lost.into_iter().map(|((field, reason), count)| Loss {
            field,
            reason,
            count,
        });
        Balance {
            said: self.said,
            kept: self.kept,
            lost: lost.collect(),
            unsaid: self.unsaid,
            untranslated: self.untranslated,
            silent: self.silent,
        }
    }
}

/// The field of the record that a path is in.
fn root(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}
