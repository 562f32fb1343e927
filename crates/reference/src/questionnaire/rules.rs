use super::area::{AnswerKind, Area, AreaKind, Question};
use super::condition::Condition;
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{Remark, Text};
use std::collections::{BTreeMap, BTreeSet};

/// How points become a share of a maximum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreRules {
    /// Against what raw points are measured.
    pub raw: Maximum,
    /// Against what mitigation points are measured; none if no area mitigates.
    pub mitigation: Option<Maximum>,
    /// What mitigation takes off; nothing if there is none.
    pub reduction: Option<Reduction>,
}

/// Against what points are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maximum {
    /// Which questions make it up.
    pub counts: Counts,
    /// Into how many phases of equal points, which exclude each other, they are divided: a file
    /// answers one, so the maximum is the sum of points divided by it. At least 1.
    pub phases: u32,
}

/// Which questions make up a maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// Every one, hidden or not: the maximum never moves.
    All,
    /// Those that are shown: a hidden question lowers the maximum.
    Visible,
}

/// Enough mitigation keeps only a part of the raw points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reduction {
    /// From this share of the mitigation maximum on, in percent, 1 to 100.
    pub from_percent: u32,
    /// What remains of the raw points, in percent, 0 to 100, rounded half up to a whole point.
    pub keeps_percent: u32,
}

/// A level of the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Identifier.
    pub id: String,
    /// Its name on pages.
    pub title: Text,
    /// What it asks of the reader.
    pub meaning: Option<Text>,
    /// The highest share of the raw maximum that belongs to it, in percent; the last has none.
    pub up_to_percent: Option<u32>,
}

pub(super) fn read_scores(file: &FileReader, node: &Node, areas: &[Area]) -> Option<ScoreRules> {
    let map = file.map(node)?;
    let raw = map
        .required("raw")
        .and_then(|node| maximum(file, node, areas, AreaKind::Raw));
    let mitigation = map
        .node("mitigation")
        .and_then(|node| maximum(file, node, areas, AreaKind::Mitigation));
    let reduction = map.node("reduction").and_then(|node| reduction(file, node));
    let mitigates = areas.iter().any(|area| area.kind == AreaKind::Mitigation);
    let is_stated = map.node("mitigation").is_some();
    if mitigates != is_stated || (reduction.is_some() && !mitigates) {
        file.report(map.line(), Remark::new("questionnaire-mitigation"));
    }
    map.finish();
    Some(ScoreRules {
        raw: raw?,
        mitigation,
        reduction,
    })
}

fn maximum(file: &FileReader, node: &Node, areas: &[Area], kind: AreaKind) -> Option<Maximum> {
    let map = file.map(node)?;
    let counts = map.one_of(
        "counts",
        &[("all", Counts::All), ("visible", Counts::Visible)],
    );
    let phases = map.optional_number("phases").unwrap_or(1);
    let stated = map
        .required("points")
        .and_then(|_| map.optional_number("points"));
    map.finish();
    let found: u32 = areas
        .iter()
        .filter(|area| area.kind == kind)
        .flat_map(|area| &area.questions)
        .map(Question::most)
        .sum();
    if let Some(stated) = stated.filter(|stated| *stated != found || found == 0) {
        let remark = Remark::new("questionnaire-total")
            .with("stated", stated)
            .with("found", found);
        file.report(node.line, remark);
    }
    let excludes =
        phases == 1 || (counts == Some(Counts::All) && phases_exclude(phases, areas, kind));
    if !excludes {
        file.report(node.line, Remark::new("questionnaire-phases"));
    }
    Some(Maximum {
        counts: counts?,
        phases,
    })
}

/// Whether the areas of a kind make up so many phases of equal points, each shown by other
/// choices of one question that has a single answer.
fn phases_exclude(phases: u32, areas: &[Area], kind: AreaKind) -> bool {
    let mut points: BTreeMap<&[String], u32> = BTreeMap::new();
    let mut deciding = BTreeSet::new();
    for area in areas.iter().filter(|area| area.kind == kind) {
        let Some(Condition::Chosen { question, choices }) = &area.when else {
            return false;
        };
        deciding.insert(question.as_str());
        let sum: u32 = area.questions.iter().map(Question::most).sum();
        *points.entry(choices).or_default() += sum;
    }
    let has_one_answer = areas
        .iter()
        .flat_map(|area| &area.questions)
        .any(|question| {
            deciding.contains(&question.id.as_str()) && question.answer == AnswerKind::One
        });
    let named = points.keys().flat_map(|choices| choices.iter());
    let distinct: BTreeSet<_> = named.clone().collect();
    let sums: BTreeSet<_> = points.values().collect();
    deciding.len() == 1
        && has_one_answer
        && distinct.len() == named.count()
        && sums.len() == 1
        && u32::try_from(points.len()) == Ok(phases)
}

fn percent(file: &FileReader, map: &MapReader, key: &'static str, least: u32) -> Option<u32> {
    let percent = map.optional_number(key)?;
    if (least..=100).contains(&percent) {
        return Some(percent);
    }
    let remark = Remark::new("questionnaire-percent").with("value", percent);
    file.report(map.line(), remark);
    None
}

fn reduction(file: &FileReader, node: &Node) -> Option<Reduction> {
    let map = file.map(node)?;
    let required = |key, least| {
        map.required(key)
            .and_then(|_| percent(file, &map, key, least))
    };
    let from_percent = required("from_percent", 1);
    let keeps_percent = required("keeps_percent", 0);
    map.finish();
    Some(Reduction {
        from_percent: from_percent?,
        keeps_percent: keeps_percent?,
    })
}

pub(super) fn read_levels(file: &FileReader, node: &Node) -> Vec<Level> {
    let levels: Vec<_> = file
        .list(node)
        .iter()
        .filter_map(|node| level(file, node))
        .collect();
    let bounds: Vec<_> = levels.iter().map(|level| level.up_to_percent).collect();
    let ascends = bounds.split_last().is_some_and(|(last, others)| {
        last.is_none()
            && others.iter().all(Option::is_some)
            && others.windows(2).all(|pair| pair[0] < pair[1])
    });
    if levels.len() < 2 || !ascends {
        file.report(node.line, Remark::new("questionnaire-levels"));
    }
    for (position, level) in levels.iter().enumerate() {
        if levels[..position].iter().any(|other| other.id == level.id) {
            let remark = Remark::new("data-repeated-id").with("id", &level.id);
            file.report(node.line, remark);
        }
    }
    levels
}

fn level(file: &FileReader, node: &Node) -> Option<Level> {
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let meaning = map.optional_bilingual("meaning");
    let up_to_percent = percent(file, &map, "up_to_percent", 0);
    map.finish();
    Some(Level {
        id: id?,
        title: title?,
        meaning,
        up_to_percent,
    })
}
