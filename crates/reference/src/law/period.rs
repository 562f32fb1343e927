use super::Law;
use super::condition::{Reads, condition};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::law::{Condition, Period, Provision};
use domain::{Remark, Text};

/// What is said of a period: its place in `RulePeriod` follows that in `Provision::periods`.
#[derive(Debug, Clone, PartialEq)]
pub struct RulePeriod {
    /// Identifier of the source that sets it.
    pub source: String,
    /// What is particular about it.
    pub note: Option<Text>,
}

/// Whether the periods of a provision must each cite a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cites {
    /// Each period says which source sets it.
    Source,
    /// None does: a derived fact rests on the rules that read it.
    Nothing,
}

/// The condition of a map and its periods; a mistake in any of them gives none.
pub(super) fn provision(
    file: &FileReader,
    map: &MapReader,
    law: &Law,
    cites: Cites,
) -> Option<(Provision, Vec<RulePeriod>)> {
    let when = map
        .required("when")
        .and_then(|node| condition(file, node, law, Reads::Facts));
    let nodes = map.optional_list("periods");
    let read: Vec<_> = nodes
        .iter()
        .filter_map(|node| period(file, node, law, cites))
        .collect();
    let (periods, said): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let is_whole = periods.len() == nodes.len();
    if !are_apart(&periods) {
        file.report(map.line(), Remark::new("law-periods"));
        return None;
    }
    let when = when?;
    is_whole.then_some((Provision { when, periods }, said))
}

/// Whether periods follow one another without overlap, each ending no earlier than it starts.
pub fn are_apart(periods: &[Period]) -> bool {
    let ordered = periods
        .windows(2)
        .all(|pair| pair[0].until.is_some_and(|last| last < pair[1].from));
    ordered
        && periods
            .iter()
            .all(|period| period.until.is_none_or(|last| period.from <= last))
}

fn period(file: &FileReader, node: &Node, law: &Law, cites: Cites) -> Option<(Period, RulePeriod)> {
    let map = file.map(node)?;
    let from = map.date("from");
    let until = map.optional_date("until");
    let original = map.optional_date("original_date");
    let debated = match map.node("status") {
        Some(_) => map.one_of("status", &[("debated", true)]),
        None => Some(false),
    };
    let when: Option<Option<Condition>> = match map.node("when") {
        Some(node) => condition(file, node, law, Reads::Facts).map(Some),
        None => Some(None),
    };
    let source = match cites {
        Cites::Source => map.text("source"),
        Cites::Nothing => Some(String::new()),
    };
    let note = map.optional_bilingual("note");
    map.finish();
    let period = Period {
        from: from?,
        until,
        when: when?,
        debated: debated?,
        original,
    };
    let source = source?;
    Some((period, RulePeriod { source, note }))
}
