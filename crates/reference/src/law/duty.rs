use super::condition::{Reads, condition};
use super::fact::word_of;
use super::{Law, SheetKind};
use crate::reader::{FileReader, MapReader};
use domain::law::{Binding, Condition};
use domain::{Remark, Text};

/// What somebody must do.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    /// Who owes it in law.
    pub who: Debtor,
    /// Whom it binds in practice.
    pub binds: Binding,
    /// Whether it is a reminder: the same at every use of every tool, without weight.
    pub is_standing: bool,
    /// The sheets that may record that it is done; a record elsewhere does not count.
    pub done_on: Vec<SheetKind>,
    /// A condition of its own, on top of the rule's.
    pub when: Option<Condition>,
    /// What to do.
    pub text: Text,
}

/// Who owes a duty in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Debtor {
    /// The authority.
    Authority,
    /// The person who uses the tool.
    Agent,
    /// The supplier.
    Supplier,
}

const DEBTORS: [(&str, Debtor); 3] = [
    ("authority", Debtor::Authority),
    ("agent", Debtor::Agent),
    ("supplier", Debtor::Supplier),
];

const SHEETS: [(&str, SheetKind); 2] = [("tool", SheetKind::Tool), ("task", SheetKind::Task)];

/// Reads the fields of a duty from a map that may hold more.
pub(super) fn duty(
    file: &FileReader,
    map: &MapReader,
    text: Option<Text>,
    law: &Law,
    reads: Reads,
) -> Option<Duty> {
    let who = match map.node("who") {
        Some(_) => map.one_of("who", &DEBTORS),
        None => Some(Debtor::Authority),
    };
    let binds = word_of!(map, "binds", Binding);
    let is_standing = map.node("standing").is_some()
        && map.one_of("standing", &[("true", true), ("false", false)]) == Some(true);
    let (done_on, is_known) = done_on(file, map);
    let when_node = map.node("when");
    let when = when_node.and_then(|node| condition(file, node, law, reads));
    let binds = binds?;
    if (binds == Binding::BeforeUse) == done_on.is_empty() {
        file.report(map.line(), Remark::new("law-done-on"));
        return None;
    }
    if !is_known || when.is_none() && when_node.is_some() {
        return None;
    }
    Some(Duty {
        who: who?,
        binds,
        is_standing,
        done_on,
        when,
        text: text?,
    })
}

fn done_on(file: &FileReader, map: &MapReader) -> (Vec<SheetKind>, bool) {
    let words = map.texts("done_on");
    let find = |word: &String| SHEETS.iter().find(|(known, _)| known == word);
    let known: Vec<_> = words
        .iter()
        .filter_map(find)
        .map(|(_, kind)| *kind)
        .collect();
    let is_known = known.len() == words.len();
    if !is_known {
        let remark = Remark::new("data-not-a-choice")
            .with("value", words.join(", "))
            .with("choices", "tool, task");
        file.report(map.line(), remark);
    }
    (known, is_known)
}
