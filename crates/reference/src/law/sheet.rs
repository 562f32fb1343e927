//! Sheets in the shape `law-sheets/1`: facts answered once, signed by a function on a day.

use super::Law;
use super::case::heading;
use super::fact::{answers, word_of};
use crate::reader::{FileReader, MapReader};
use crate::yaml::{Node, Value as Written};
use chrono::NaiveDate;
use domain::law::{FactId, Signatory, Value};
use domain::{Remark, Text};

/// The sheets of an authority.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheets {
    /// Facts of the authority's profile.
    pub profile: Vec<(FactId, Value)>,
    /// Kinds of data.
    pub data_kinds: Vec<Sheet>,
    /// Tasks.
    pub tasks: Vec<Sheet>,
    /// Tools.
    pub tools: Vec<Sheet>,
}

/// A kind of data, a task or a tool, with what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub title: Option<Text>,
    /// Help to pick it.
    pub hint: Option<Text>,
    /// Whether it stands for "I do not know".
    pub is_unsure: bool,
    /// What functions signed.
    pub reviewed: Vec<Block>,
    /// Facts deliberately left open, and who can answer.
    pub open: Vec<(FactId, Signatory)>,
    /// Answers that nobody reviewed: shown, never counted.
    pub proposed: Vec<(FactId, Value)>,
    /// What was done before the use.
    pub done: Vec<Completion>,
    /// The day on which what was signed before stopped counting.
    pub changed_on: Option<NaiveDate>,
    /// Tasks a tool is made for.
    pub suits: Vec<String>,
    /// How to do without AI.
    pub without_ai: Option<Text>,
    /// Families of usual risks.
    pub risks: Vec<String>,
}

/// Facts and traits that a function signed on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Who signed.
    pub by: Signatory,
    /// When.
    pub on: NaiveDate,
    /// Facts and traits.
    pub facts: Vec<(FactId, Value)>,
    /// Kinds of data a tool is open to; `None` if the block does not say.
    pub admits: Option<Vec<String>>,
}

/// A record that a duty was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Completion {
    /// The rule, or `local/<parameter>`.
    pub duty: String,
    /// Who did it.
    pub by: Option<Signatory>,
    /// When.
    pub on: NaiveDate,
    /// The last day on which it counts.
    pub until: Option<NaiveDate>,
    /// The tools it names, on a task sheet.
    pub tools: Named,
    /// The kinds of data it names, on a task sheet.
    pub data: Named,
}

/// What a record names.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Named {
    /// Nothing.
    #[default]
    Nothing,
    /// Everything.
    Any,
    /// These.
    Only(Vec<String>),
}

impl Named {
    /// Whether a record names this.
    pub fn names(&self, id: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Any => true,
            Self::Only(ids) => ids.iter().any(|known| known == id),
        }
    }
}

impl Sheet {
    /// Whether what was signed on a day counts on another.
    pub fn counts(&self, signed: NaiveDate, on: NaiveDate) -> bool {
        let is_stale = self
            .changed_on
            .is_some_and(|changed| changed <= on && signed < changed);
        signed <= on && !is_stale
    }
}

impl Sheets {
    /// Adds sheets to these; same identifier, the other sheet wins.
    pub fn overlay(&mut self, other: Self) {
        lay(&mut self.profile, other.profile, |(fact, _)| *fact);
        lay(&mut self.data_kinds, other.data_kinds, |s| s.id.clone());
        lay(&mut self.tasks, other.tasks, |s| s.id.clone());
        lay(&mut self.tools, other.tools, |s| s.id.clone());
    }
}

fn lay<T, K: PartialEq>(under: &mut Vec<T>, over: Vec<T>, key: impl Fn(&T) -> K) {
    under.retain(|item| !over.iter().any(|other| key(other) == key(item)));
    under.extend(over);
}

pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> Sheets {
    let Some(map) = file.map(root) else {
        return Sheets::default();
    };
    heading(&map, "law-sheets/1");
    map.node("fictional");
    let sheets = sheets(file, &map, law);
    map.finish();
    sheets
}

/// The sheets of a map that may hold more.
pub(super) fn sheets(file: &FileReader, map: &MapReader, law: &Law) -> Sheets {
    let list = |key| -> Vec<Sheet> {
        map.optional_list(key)
            .iter()
            .filter_map(|node| sheet(file, node, law))
            .collect()
    };
    Sheets {
        profile: answers(file, map.node("profile"), law),
        data_kinds: list("data_kinds"),
        tasks: list("tasks"),
        tools: list("tools"),
    }
}

fn sheet(file: &FileReader, node: &Node, law: &Law) -> Option<Sheet> {
    let map = file.map(node)?;
    let id = map.text("id");
    let is_unsure = map.node("pick").is_some()
        && map.one_of("pick", &[("unsure", true), ("sure", false)]) == Some(true);
    let reviewed = map
        .optional_list("reviewed")
        .iter()
        .filter_map(|node| block(file, node, law))
        .collect();
    let proposed = map
        .node("proposed")
        .map_or_else(Vec::new, |node| proposals(file, node, law));
    let sheet = Sheet {
        id: id.unwrap_or_default(),
        title: map.optional_bilingual("title"),
        hint: map.optional_bilingual("hint"),
        is_unsure,
        reviewed,
        open: open(file, &map, law),
        proposed,
        done: completions(file, &map),
        changed_on: map.optional_date("changed_on"),
        suits: map.texts("suits"),
        without_ai: map.optional_bilingual("without_ai"),
        risks: map.texts("risks"),
    };
    map.finish();
    (!sheet.id.is_empty()).then_some(sheet)
}

fn block(file: &FileReader, node: &Node, law: &Law) -> Option<Block> {
    let map = file.map(node)?;
    let by = word_of!(map, "by", Signatory);
    let on = map.date("date");
    let mut facts = answers(file, map.node("facts"), law);
    facts.extend(answers(file, map.node("traits"), law));
    let admits = map.node("admits").map(|_| map.texts("admits"));
    map.finish();
    Some(Block {
        by: by?,
        on: on?,
        facts,
        admits,
    })
}

/// A map of answers, or a list of blocks.
fn proposals(file: &FileReader, node: &Node, law: &Law) -> Vec<(FactId, Value)> {
    let Written::List(blocks) = &node.value else {
        return answers(file, Some(node), law);
    };
    blocks
        .iter()
        .flat_map(|block| {
            let mut facts = answers(file, block.get("facts"), law);
            facts.extend(answers(file, block.get("traits"), law));
            facts
        })
        .collect()
}

fn open(file: &FileReader, map: &MapReader, law: &Law) -> Vec<(FactId, Signatory)> {
    let entries = map.node("open").and_then(Node::entries).unwrap_or(&[]);
    let read = |(id, node): &(String, Node)| {
        let fact = law.fact_id(id);
        let by = node.scalar().and_then(Signatory::from_code);
        if fact.is_none() {
            file.report(node.line, Remark::new("law-unknown-fact").with("id", id));
        }
        if by.is_none() {
            refuse_signatory(file, node);
        }
        Some((fact?, by?))
    };
    entries.iter().filter_map(read).collect()
}

fn refuse_signatory(file: &FileReader, node: &Node) {
    let words: Vec<_> = Signatory::ALL.iter().map(|known| known.code()).collect();
    let remark = Remark::new("data-not-a-choice")
        .with("value", node.scalar().unwrap_or_default())
        .with("choices", words.join(", "));
    file.report(node.line, remark);
}

/// The completion records of a map.
pub(super) fn completions(file: &FileReader, map: &MapReader) -> Vec<Completion> {
    let read = |node| {
        let map = file.map(node)?;
        let duty = map.text("duty");
        let by = map.node("by").and_then(|_| word_of!(map, "by", Signatory));
        let on = map.date("date");
        let until = map.optional_date("until");
        let tools = named(file, &map, "tools");
        let data = named(file, &map, "data");
        map.finish();
        Some(Completion {
            duty: duty?,
            by,
            on: on?,
            until,
            tools,
            data,
        })
    };
    map.optional_list("done").iter().filter_map(read).collect()
}

fn named(file: &FileReader, map: &MapReader, key: &'static str) -> Named {
    match map.node(key) {
        None => Named::Nothing,
        Some(node) if node.scalar() == Some("any") => Named::Any,
        Some(node) => Named::Only(
            file.list(node)
                .iter()
                .filter_map(|item| item.scalar().map(str::to_owned))
                .collect(),
        ),
    }
}
