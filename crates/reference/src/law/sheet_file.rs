//! Reads sheets in the shape `law-sheets/1`.

use super::Law;
use super::case::heading;
use super::fact::{answers, word_of};
use super::policy::{self, LocalChoice};
use super::sheet::{Block, Completion, Named, Proposal, Sheet, Sheets, ToRecord};
use crate::reader::{FileReader, MapReader};
use crate::yaml::{Node, Value as Written};
use domain::Remark;
use domain::law::{FactId, Signatory, Value};
use std::collections::BTreeMap;

/// A file of sheets, with the choices of the authority that signs them.
pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> (Sheets, Vec<LocalChoice>) {
    let Some(map) = file.map(root) else {
        return <(Sheets, Vec<LocalChoice>)>::default();
    };
    heading(&map, "law-sheets/1");
    map.node("fictional");
    let sheets = sheets(file, &map, law);
    let choices = map
        .node("policy")
        .map_or_else(Vec::new, |node| policy::read_acts(file, node, law));
    map.finish();
    (sheets, choices)
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
        profiles: profiles(file, map.node("profiles"), law),
        data_kinds: list("data_kinds"),
        tasks: list("tasks"),
        tools: list("tools"),
    }
}

fn profiles(
    file: &FileReader,
    node: Option<&Node>,
    law: &Law,
) -> BTreeMap<String, Vec<(FactId, Value)>> {
    let entries = node.and_then(Node::entries).unwrap_or(&[]);
    let read = |(authority, node): &(String, Node)| {
        let facts = answers(file, Some(node), law);
        (authority.clone(), facts)
    };
    entries.iter().map(read).collect()
}

/// One kind of data, task or tool; `None` if it has no identifier.
pub(super) fn sheet(file: &FileReader, node: &Node, law: &Law) -> Option<Sheet> {
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
        to_record: to_record(file, &map),
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
        silent_on: Vec::new(),
    })
}

/// A map of answers, or a list of blocks that may say who would sign them.
pub(super) fn proposals(file: &FileReader, node: &Node, law: &Law) -> Vec<Proposal> {
    let unsigned = |facts: Vec<(FactId, Value)>, by| {
        let propose = move |(fact, value)| Proposal { fact, value, by };
        facts.into_iter().map(propose).collect::<Vec<_>>()
    };
    let Written::List(blocks) = &node.value else {
        return unsigned(answers(file, Some(node), law), None);
    };
    let read = |node| {
        let map = file.map(node)?;
        let by = map.node("by").and_then(|_| word_of!(map, "by", Signatory));
        let mut facts = answers(file, map.node("facts"), law);
        facts.extend(answers(file, map.node("traits"), law));
        map.finish();
        Some(unsigned(facts, by))
    };
    blocks.iter().filter_map(read).flatten().collect()
}

fn to_record(file: &FileReader, map: &MapReader) -> Vec<ToRecord> {
    let read = |node| {
        let map = file.map(node)?;
        let duty = map.text("duty");
        let by = word_of!(map, "by", Signatory);
        map.finish();
        Some(ToRecord {
            duty: duty?,
            by: by?,
        })
    };
    let nodes = map.optional_list("to_record");
    nodes.iter().filter_map(read).collect()
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
