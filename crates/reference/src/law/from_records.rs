//! What the fields of a record, of a tool sheet and of an authority say in the words of the law.

use super::Law;
use super::case::heading;
use super::fact::fact_list;
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::law::{FactId, Value};
use domain::{
    Authority, AuthorityKind, AutomationLevel, DataKind, Generative, Hosting, Lifecycle, Modality,
    Remark, SignificantAnswer, Task, ToolSheet, ToolStatus, TrainingReuse, UseCase,
};

/// The table that leads from records to facts. What it does not name stays unknown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FromRecords {
    /// Fields of a use case.
    pub use_case: Vec<FieldRule>,
    /// Fields of a tool sheet.
    pub tool: Vec<FieldRule>,
    /// Fields of an authority.
    pub authority: Vec<FieldRule>,
    /// The task sheet that means the same as a task.
    pub tasks: Vec<(Task, String)>,
    /// The kind of data of the charter that means the same as a kind of data of a record.
    pub data_kinds: Vec<KindRule>,
}

/// What one field says of one fact.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldRule {
    /// The field.
    pub field: RecordField,
    /// The fact or trait.
    pub fact: FactId,
    /// The answer of each code; empty = the number itself.
    pub values: Vec<(&'static str, Value)>,
}

/// What a kind of data of a record stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct KindRule {
    /// The kind on the record.
    pub on_record: DataKind,
    /// The kind of the charter.
    pub kind: String,
    /// Facts that the kind of the charter answers, and that the field does not say.
    pub unsettled: Vec<FactId>,
}

/// A field that the table may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordField {
    /// Where a use stands.
    Lifecycle,
    /// Whether it generates content.
    Generative,
    /// What is generated.
    Modalities,
    /// Whether it handles personal data.
    PersonalData,
    /// How far it goes alone.
    AutomationLevel,
    /// Where a tool stands with the authority.
    Status,
    /// Whether the supplier trains on what is typed.
    TrainingReuse,
    /// Where a tool runs.
    Hosting,
    /// What an authority is.
    Kind,
    /// Inhabitants.
    Population,
}

const USE_CASE: [(&str, RecordField); 5] = [
    ("lifecycle", RecordField::Lifecycle),
    ("generative", RecordField::Generative),
    ("modalities", RecordField::Modalities),
    ("personal_data", RecordField::PersonalData),
    ("automation_level", RecordField::AutomationLevel),
];
const TOOL: [(&str, RecordField); 4] = [
    ("status", RecordField::Status),
    ("training_reuse", RecordField::TrainingReuse),
    ("hosting", RecordField::Hosting),
    ("modalities", RecordField::Modalities),
];
const AUTHORITY: [(&str, RecordField); 2] = [
    ("kind", RecordField::Kind),
    ("population", RecordField::Population),
];

impl RecordField {
    /// The name of the field in documents.
    pub fn code(self) -> &'static str {
        let mut fields = USE_CASE.iter().chain(&TOOL).chain(&AUTHORITY);
        fields
            .find(|(_, field)| *field == self)
            .map_or("", |(code, _)| code)
    }

    /// Every code that the field may hold; none for a number.
    fn codes(self) -> Vec<&'static str> {
        macro_rules! codes {
            ($vocabulary:ident) => {
                $vocabulary::ALL.iter().map(|value| value.code()).collect()
            };
        }
        match self {
            Self::Lifecycle => codes!(Lifecycle),
            Self::Generative => codes!(Generative),
            Self::Modalities => codes!(Modality),
            Self::PersonalData => codes!(SignificantAnswer),
            Self::AutomationLevel => codes!(AutomationLevel),
            Self::Status => codes!(ToolStatus),
            Self::TrainingReuse => codes!(TrainingReuse),
            Self::Hosting => codes!(Hosting),
            Self::Kind => codes!(AuthorityKind),
            Self::Population => Vec::new(),
        }
    }

    fn of_use_case(self, record: &UseCase) -> Vec<&'static str> {
        match self {
            Self::Lifecycle => vec![record.lifecycle.code()],
            Self::Generative => vec![record.generative.code()],
            Self::Modalities => record.modalities.iter().map(|m| m.code()).collect(),
            Self::PersonalData => record.personal_data.iter().map(|a| a.code()).collect(),
            Self::AutomationLevel => record.automation_level.iter().map(|l| l.code()).collect(),
            _ => Vec::new(),
        }
    }

    fn of_tool(self, tool: &ToolSheet) -> Vec<&'static str> {
        match self {
            Self::Status => vec![tool.status.code()],
            Self::TrainingReuse => vec![tool.training_reuse.code()],
            Self::Hosting => vec![tool.hosting.code()],
            Self::Modalities => tool.modalities.iter().map(|m| m.code()).collect(),
            _ => Vec::new(),
        }
    }
}

impl FieldRule {
    /// The answer of the first code that has one.
    fn answer(&self, codes: &[&str]) -> Option<Value> {
        codes.iter().find_map(|code| {
            let mut values = self.values.iter();
            values.find(|(known, _)| known == code).map(|(_, v)| *v)
        })
    }
}

impl FromRecords {
    /// What the fields of a use case say, each with the name of its field.
    pub fn of_use_case(&self, record: &UseCase) -> Vec<(&'static str, FactId, Value)> {
        let rules = self.use_case.iter();
        let read = |rule: &FieldRule| {
            let value = rule.answer(&rule.field.of_use_case(record))?;
            Some((rule.field.code(), rule.fact, value))
        };
        rules.filter_map(read).collect()
    }

    /// What the fields of a tool sheet say.
    pub fn of_tool(&self, tool: &ToolSheet) -> Vec<(FactId, Value)> {
        let rules = self.tool.iter();
        let read = |rule: &FieldRule| Some((rule.fact, rule.answer(&rule.field.of_tool(tool))?));
        rules.filter_map(read).collect()
    }

    /// What the fields of an authority say.
    pub fn of_authority(&self, authority: &Authority) -> Vec<(FactId, Value)> {
        let rules = self.authority.iter();
        let read = |rule: &FieldRule| {
            let value = match rule.field {
                RecordField::Kind => rule.answer(&[authority.kind.code()]),
                RecordField::Population => authority.population.map(|n| Value::Number(n.into())),
                _ => None,
            };
            Some((rule.fact, value?))
        };
        rules.filter_map(read).collect()
    }

    /// The task sheet that means the same as a task.
    pub fn task_sheet(&self, task: Task) -> Option<&str> {
        let mut tasks = self.tasks.iter();
        tasks
            .find(|(known, _)| *known == task)
            .map(|(_, id)| id.as_str())
    }

    /// What a kind of data of a record stands for.
    pub fn data_kind(&self, kind: DataKind) -> Option<&KindRule> {
        self.data_kinds.iter().find(|rule| rule.on_record == kind)
    }
}

pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> FromRecords {
    let Some(map) = file.map(root) else {
        return FromRecords::default();
    };
    heading(&map, "law-records/1");
    let rules = |key, fields: &[(&'static str, RecordField)]| -> Vec<FieldRule> {
        let nodes = map.optional_list(key);
        let read = |node| field_rule(file, node, law, fields);
        nodes.iter().filter_map(read).collect()
    };
    let table = FromRecords {
        use_case: rules("use_case", &USE_CASE),
        tool: rules("tool", &TOOL),
        authority: rules("authority", &AUTHORITY),
        tasks: tasks(file, &map),
        data_kinds: data_kinds(file, &map, law),
    };
    map.finish();
    table
}

fn field_rule(
    file: &FileReader,
    node: &Node,
    law: &Law,
    fields: &[(&'static str, RecordField)],
) -> Option<FieldRule> {
    let map = file.map(node)?;
    let field = map.one_of("field", fields);
    let fact = map.required("fact");
    let id = fact.and_then(Node::scalar).unwrap_or_default();
    let known = law.fact_id(id);
    if let (Some(node), None) = (fact, known) {
        file.report(node.line, Remark::new("law-unknown-fact").with("id", id));
    }
    let (field, fact) = (field?, known?);
    let entries = map.node("values").and_then(Node::entries).unwrap_or(&[]);
    let codes = field.codes();
    let mut values = Vec::new();
    for (word, node) in entries {
        let code = codes.iter().find(|code| *code == word);
        let answer = node.scalar().unwrap_or_default();
        let value = law.fact(fact).value(answer);
        if code.is_none() {
            let remark = Remark::new("data-not-a-choice")
                .with("value", word)
                .with("choices", codes.join(", "));
            file.report(node.line, remark);
        }
        if value.is_none() {
            let remark = Remark::new("law-unknown-value")
                .with("id", id)
                .with("value", answer)
                .with("choices", law.fact(fact).choices());
            file.report(node.line, remark);
        }
        values.extend(code.copied().zip(value));
    }
    map.finish();
    Some(FieldRule {
        field,
        fact,
        values,
    })
}

fn tasks(file: &FileReader, map: &MapReader) -> Vec<(Task, String)> {
    let entries = map.node("tasks").and_then(Node::entries).unwrap_or(&[]);
    let read = |(word, node): &(String, Node)| {
        let task = Task::from_code(word);
        if task.is_none() {
            let words: Vec<_> = Task::ALL.iter().map(|known| known.code()).collect();
            let remark = Remark::new("data-not-a-choice")
                .with("value", word)
                .with("choices", words.join(", "));
            file.report(node.line, remark);
        }
        Some((task?, node.scalar()?.to_owned()))
    };
    entries.iter().filter_map(read).collect()
}

fn data_kinds(file: &FileReader, map: &MapReader, law: &Law) -> Vec<KindRule> {
    let entries = map
        .node("data_kinds")
        .and_then(Node::entries)
        .unwrap_or(&[]);
    let read = |(word, node): &(String, Node)| {
        let on_record = DataKind::from_code(word);
        if on_record.is_none() {
            let words: Vec<_> = DataKind::ALL.iter().map(|known| known.code()).collect();
            let remark = Remark::new("data-not-a-choice")
                .with("value", word)
                .with("choices", words.join(", "));
            file.report(node.line, remark);
        }
        let map = file.map(node)?;
        let kind = map.text("kind");
        let unsettled = map
            .node("unsettled")
            .map_or_else(Vec::new, |node| fact_list(file, node, law));
        map.finish();
        Some(KindRule {
            on_record: on_record?,
            kind: kind?,
            unsettled,
        })
    };
    entries.iter().filter_map(read).collect()
}
