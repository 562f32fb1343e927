//! Sheets of tools as a file that travels: read with every mistake and its line, and written.
//!
//! A file describes products. It approves nothing: the decision of an authority stays where it was
//! taken, and a tool that comes with a file waits for one.

use super::casework::Saved;
use super::tools::save_all;
use crate::instance::Instance;
use anyhow::Result;
use chrono::NaiveDate;
use domain::{Examination, Remark, ToolSheet, ToolStatus};
use reference::{Diagnostic, Node, Value as Written};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use store::{Change, Record};
use uuid::Uuid;

/// The first line of a file of tools.
pub const FORMAT: &str = "vigie-tools/1";
/// Most sheets in a file.
const SHEETS_MAX: usize = 200;
/// What a file may not say: it belongs to those who decide.
const DECIDED: [&str; 5] = ["id", "status", "data_allowed", "reviewed_on", "examination"];

/// What a file comes to, before anything is written.
#[derive(Debug, Default)]
pub struct Plan {
    /// Each sheet that is understood, with what is known of its tool.
    pub sheets: Vec<Planned>,
    /// Every mistake, with its line.
    pub mistakes: Vec<Diagnostic>,
}

/// A sheet of a file.
#[derive(Debug)]
pub struct Planned {
    /// Line on which it starts.
    pub line: usize,
    /// The tool as it would be written.
    pub tool: ToolSheet,
    /// The tool as it stands; `None` = it is new.
    pub known: Option<Record<ToolSheet>>,
    /// What writing it would do.
    pub fate: Fate,
}

/// What writing a sheet does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The tool is new; it waits for a decision.
    New,
    /// Its description changes; what was decided stands.
    Described,
    /// The product is no longer the one decided on: the decision falls.
    Reopened,
    /// It is already so.
    Same,
}

impl Fate {
    /// The code of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Described => "described",
            Self::Reopened => "reopened",
            Self::Same => "same",
        }
    }
}

/// Reads a file for an authority: what it would do, and every mistake. `may` tells whether who
/// brings it may write a tool that is known.
pub async fn plan(
    instance: &Instance,
    authority: &str,
    text: &str,
    on: NaiveDate,
    may: impl Fn(&ToolSheet) -> bool,
) -> Result<Plan> {
    let mut plan = Plan::default();
    let (root, found) = reference::parse("", text);
    plan.mistakes = found;
    let Some(root) = root.filter(|_| plan.mistakes.is_empty()) else {
        return Ok(plan);
    };
    let known = instance.store.all::<ToolSheet>().await?;
    let known: BTreeMap<String, Record<ToolSheet>> = known
        .into_iter()
        .map(|record| (record.document.key.clone(), record))
        .collect();
    for node in plan.items(&root) {
        let Some((described, fields)) = plan.read(node) else {
            continue;
        };
        let known = known.get(&described.key).cloned();
        let described = match &known {
            Some(known) => completed(&known.document, fields).unwrap_or(described),
            None => described,
        };
        if known.as_ref().is_some_and(|known| !may(&known.document)) {
            let remark = Remark::new("tools-not-yours").with("key", &described.key);
            plan.mistakes.push(Diagnostic::at("", node.line, remark));
            continue;
        }
        plan.sheets
            .push(planned(node.line, described, known, authority, on));
    }
    plan.mistakes.sort_by_key(|mistake| mistake.line);
    Ok(plan)
}

/// A known sheet with the fields that a file gives: what it does not say stays as it is.
fn completed(known: &ToolSheet, fields: Map<String, Value>) -> Option<ToolSheet> {
    let mut whole = serde_json::to_value(known).ok()?;
    for (field, value) in fields {
        whole[field.as_str()] = value;
    }
    serde_json::from_value(whole).ok()
}

fn planned(
    line: usize,
    described: ToolSheet,
    known: Option<Record<ToolSheet>>,
    authority: &str,
    on: NaiveDate,
) -> Planned {
    let tool = match &known {
        Some(known) => known.document.described_as(described, on),
        None => ToolSheet {
            id: Uuid::now_v7(),
            status: ToolStatus::UnderReview,
            examination: Examination {
                authority: Some(authority.to_owned()),
                status_since: Some(on),
                ..Examination::default()
            },
            ..described
        },
    };
    let fate = match &known {
        None => Fate::New,
        Some(known) if known.document == tool => Fate::Same,
        Some(known) if known.document.status != tool.status => Fate::Reopened,
        Some(_) => Fate::Described,
    };
    Planned {
        line,
        tool,
        known,
        fate,
    }
}

impl Plan {
    /// Whether it can be written.
    pub fn is_sound(&self) -> bool {
        self.mistakes.is_empty() && !self.sheets.is_empty()
    }

    /// How many sheets have a fate.
    pub fn count(&self, fate: Fate) -> usize {
        let sheets = self.sheets.iter();
        sheets.filter(|planned| planned.fate == fate).count()
    }

    /// Writes what it says.
    pub async fn write(self, instance: &Instance, on: NaiveDate, change: &Change) -> Result<Saved> {
        let differ = self.sheets.into_iter();
        let differ = differ.filter(|planned| planned.fate != Fate::Same);
        let sheets: Vec<_> = differ
            .map(|planned| (planned.tool, planned.known))
            .collect();
        save_all(instance, &sheets, on, change).await
    }

    fn tell(&mut self, line: usize, remark: Remark) {
        self.mistakes.push(Diagnostic::at("", line, remark));
    }

    /// The sheets of a file.
    fn items<'a>(&mut self, root: &'a Node) -> &'a [Node] {
        if root.get("format").and_then(Node::scalar) != Some(FORMAT) {
            let remark = Remark::new("tools-format").with("format", FORMAT);
            self.tell(root.line, remark);
            return &[];
        }
        let items = match root.get("tools").map(|node| &node.value) {
            Some(Written::List(items)) => items.as_slice(),
            _ => &[],
        };
        if items.is_empty() {
            self.tell(root.line, Remark::new("tools-none"));
        }
        if items.len() > SHEETS_MAX {
            let remark = Remark::new("tools-too-many").with("max", SHEETS_MAX);
            self.tell(items[SHEETS_MAX].line, remark);
            return &[];
        }
        items
    }

    /// One sheet and the fields it gives; each that is not understood is told with its line.
    fn read(&mut self, node: &Node) -> Option<(ToolSheet, Map<String, Value>)> {
        let Some(entries) = node.entries() else {
            self.tell(node.line, Remark::new("data-not-a-map"));
            return None;
        };
        let (mut whole, mut fields) = (blank(), Map::new());
        let mut is_sound = true;
        for (field, value) in entries {
            if DECIDED.contains(&field.as_str()) {
                // A sheet exported elsewhere may say it: it is no mistake, and it decides nothing.
                continue;
            }
            let mut tried = blank();
            tried[field.as_str()] = value.to_json();
            match serde_json::from_value::<ToolSheet>(tried) {
                Ok(_) => {
                    whole[field.as_str()] = value.to_json();
                    fields.insert(field.clone(), value.to_json());
                }
                Err(error) => {
                    is_sound = false;
                    self.tell(value.line, not_understood(field, &error.to_string()));
                }
            }
        }
        for field in ["key", "name"] {
            if node.get(field).is_none_or(Node::is_null) {
                is_sound = false;
                self.tell(
                    node.line,
                    Remark::new("data-missing-key").with("key", field),
                );
            }
        }
        let tool: ToolSheet = serde_json::from_value(whole).ok().filter(|_| is_sound)?;
        Some((self.check(node, tool)?, fields))
    }

    /// What a well-formed sheet may still have wrong.
    fn check(&mut self, node: &Node, tool: ToolSheet) -> Option<ToolSheet> {
        let is_key = !tool.key.is_empty()
            && tool
                .key
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        let key = node.get("key").map_or(node.line, |node| node.line);
        if !is_key {
            self.tell(key, Remark::new("tools-bad-key").with("key", &tool.key));
            return None;
        }
        if tool.name.is_empty() {
            let line = node.get("name").map_or(node.line, |node| node.line);
            self.tell(line, Remark::new("data-missing-key").with("key", "name"));
            return None;
        }
        let mut sheets = self.sheets.iter();
        if sheets.any(|known| known.tool.key == tool.key) {
            self.tell(key, Remark::new("tools-twice").with("key", &tool.key));
            return None;
        }
        Some(tool)
    }
}

/// A sheet that says nothing.
fn blank() -> Value {
    json!({
        "id": Uuid::nil(), "key": "x", "name": {}, "model_class": "unknown", "hosting": "unknown",
        "training_reuse": "unknown", "status": ToolStatus::UnderReview.code(),
    })
}

/// Why a field is not understood: it does not exist, or its value is not one of those it takes.
fn not_understood(field: &str, error: &str) -> Remark {
    let quoted: Vec<&str> = error.split('`').skip(1).step_by(2).collect();
    if error.starts_with("unknown field") && quoted.first() == Some(&field) {
        return Remark::new("tools-unknown-field").with("field", field);
    }
    match quoted.split_first() {
        Some((value, taken)) if error.starts_with("unknown variant") => {
            Remark::new("tools-bad-word")
                .with("field", field)
                .with("value", value)
                .with("taken", taken.join(", "))
        }
        _ => Remark::new("tools-bad-value").with("field", field),
    }
}

/// Tools as a file that another observatory reads: what they are, without what was decided here.
pub fn export(tools: &[ToolSheet], shape: Shape) -> String {
    let described = |tool: &ToolSheet| match serde_json::to_value(tool) {
        Ok(Value::Object(fields)) => Value::Object(said(fields)),
        _ => Value::Null,
    };
    let sheets: Vec<Value> = tools.iter().map(described).collect();
    match shape {
        Shape::Json => {
            let file = json!({"format": FORMAT, "tools": sheets});
            format!("{file:#}\n")
        }
        Shape::Yaml => {
            let mut out = format!("format: {FORMAT}\ntools:\n");
            for sheet in &sheets {
                write_item(&mut out, sheet);
            }
            out
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// YAML, easy to edit.
    Yaml,
    /// JSON, easy to read for a machine.
    Json,
}

/// What a sheet says, decisions and blanks left out.
fn said(mut fields: Map<String, Value>) -> Map<String, Value> {
    let is_said = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    fields.retain(|name, value| !DECIDED.contains(&name.as_str()) && is_said(value));
    fields
}

/// One sheet of a list: a field a line, each value in the JSON that YAML also reads.
fn write_item(out: &mut String, sheet: &Value) {
    let Value::Object(fields) = sheet else {
        return;
    };
    let first = ["key", "name"];
    let rest = fields.keys().map(String::as_str);
    let rest = rest.filter(|name| !first.contains(name));
    for (place, name) in first.into_iter().chain(rest).enumerate() {
        let Some(value) = fields.get(name) else {
            continue;
        };
        let mark = if place == 0 { "  - " } else { "    " };
        out.push_str(&format!("{mark}{name}: {value}\n"));
    }
}

#[cfg(test)]
mod tests;
