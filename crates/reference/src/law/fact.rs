use super::Law;
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use chrono::NaiveDate;
use domain::law::{Choices, FactId, Signatory, Value};
use domain::{Remark, Text};

/// Something a rule or a local parameter may ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub label: Text,
    /// The question put to people; for a trait, what it means.
    pub question: Text,
    /// Help to answer.
    pub hint: Option<Text>,
    /// What its answers are.
    pub kind: FactKind,
    /// The values of a choice, in the order in which they are shown.
    pub values: Vec<FactValue>,
    /// Who can answer it.
    pub answered_by: Signatory,
    /// Where its answer comes from.
    pub asked: Asked,
    /// For a fact about what is put into the tool: the kind of data that says yes to it.
    pub put_in: Option<String>,
}

/// What the answers to a fact are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// One of a list of values.
    Choice,
    /// A whole number.
    Number,
    /// A day.
    Date,
}

const KINDS: [(&str, FactKind); 4] = [
    ("yes_no", FactKind::YesNo),
    ("choice", FactKind::Choice),
    ("number", FactKind::Number),
    ("date", FactKind::Date),
];

/// A value of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct FactValue {
    /// The word data files use.
    pub id: String,
    /// The word on pages.
    pub label: Text,
}

/// Where the answer to a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Put to people, so often.
    Of(Once),
    /// Read on a sheet: a trait that no law asks.
    Sheet(SheetKind),
    /// Worked out from the sheets: a trait that nobody writes.
    Computed,
}

/// How often a fact is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// Once for each use.
    UseCase,
    /// Once for each tool.
    Tool,
    /// Once for the authority.
    Authority,
}

const ONCE: [(&str, Once); 3] = [
    ("use_case", Once::UseCase),
    ("tool", Once::Tool),
    ("authority", Once::Authority),
];

/// The sheets that carry facts answered once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetKind {
    /// A kind of data.
    DataKind,
    /// A task.
    Task,
    /// A tool.
    Tool,
}

impl Fact {
    /// Whether it is a trait of a sheet: no rule may read it.
    pub fn is_trait(&self) -> bool {
        !matches!(self.asked, Asked::Of(_))
    }

    /// The answer that a word stands for; `None` if it is none of this fact's.
    pub fn value(&self, word: &str) -> Option<Value> {
        match self.kind {
            FactKind::YesNo => match word {
                "yes" => Some(Value::Flag(true)),
                "no" => Some(Value::Flag(false)),
                _ => None,
            },
            FactKind::Choice => {
                let place = self.values.iter().position(|value| value.id == word)?;
                Some(Value::Choice(place as u8))
            }
            FactKind::Number => word.parse().ok().map(Value::Number),
            FactKind::Date => word.parse::<NaiveDate>().ok().map(Value::Date),
        }
    }

    /// The word of an answer, as data files write it.
    pub fn word(&self, value: Value) -> String {
        match value {
            Value::Flag(true) => "yes".to_owned(),
            Value::Flag(false) => "no".to_owned(),
            Value::Choice(place) => self
                .values
                .get(usize::from(place))
                .map_or_else(String::new, |value| value.id.clone()),
            Value::Number(number) => number.to_string(),
            Value::Date(date) => date.to_string(),
        }
    }

    /// The words an answer may take, for a person who wrote another.
    pub fn choices(&self) -> String {
        match self.kind {
            FactKind::YesNo => "\"yes\", \"no\"".to_owned(),
            FactKind::Choice => {
                let words: Vec<_> = self.values.iter().map(|value| value.id.as_str()).collect();
                words.join(", ")
            }
            FactKind::Number => "1, 2, 3…".to_owned(),
            FactKind::Date => "2026-11-24".to_owned(),
        }
    }
}

/// One of a closed list that a macro of `domain` made.
macro_rules! word_of {
    ($map:expr, $key:literal, $list:ty) => {{
        let words: Vec<_> = <$list>::ALL.iter().map(|v| (v.code(), *v)).collect();
        $map.one_of($key, &words)
    }};
}
pub(super) use word_of;

pub(super) fn read_facts(file: &FileReader, root: &Node) -> Vec<Fact> {
    let read = |node| {
        let map = file.map(node)?;
        let once = map.one_of("once_per", &ONCE);
        let put_in = map.optional_text("put_in");
        let fact = fact(file, &map, "question");
        map.finish();
        let (fact, once) = (fact?, once?);
        Some(Fact {
            asked: Asked::Of(once),
            put_in,
            ..fact
        })
    };
    file.list(root).iter().filter_map(read).collect()
}

pub(super) fn read_traits(file: &FileReader, root: &Node) -> Vec<Fact> {
    let places = [
        ("data_kind", Asked::Sheet(SheetKind::DataKind)),
        ("task", Asked::Sheet(SheetKind::Task)),
        ("tool", Asked::Sheet(SheetKind::Tool)),
        ("computed", Asked::Computed),
    ];
    let read = |node| {
        let map = file.map(node)?;
        let asked = map.one_of("sheet", &places);
        let fact = fact(file, &map, "meaning");
        map.finish();
        let (fact, asked) = (fact?, asked?);
        Some(Fact { asked, ..fact })
    };
    file.list(root).iter().filter_map(read).collect()
}

fn fact(file: &FileReader, map: &MapReader, question: &'static str) -> Option<Fact> {
    let id = map.text("id");
    let label = map.bilingual("label");
    let text = map.bilingual(question);
    let hint = map.optional_bilingual("hint");
    let answered_by = word_of!(map, "answered_by", Signatory);
    let kind = map.one_of("kind", &KINDS);
    let values: Vec<_> = map
        .optional_list("values")
        .iter()
        .filter_map(|node| value(file, node))
        .collect();
    let has_list = kind == Some(FactKind::Choice);
    if has_list == values.is_empty() || values.len() > Choices::MAX {
        let remark = Remark::new("law-values").with("max", Choices::MAX);
        file.report(map.line(), remark);
        return None;
    }
    Some(Fact {
        id: id?,
        label: label?,
        question: text?,
        hint,
        kind: kind?,
        values,
        answered_by: answered_by?,
        asked: Asked::Computed,
        put_in: None,
    })
}

fn value(file: &FileReader, node: &Node) -> Option<FactValue> {
    let map = file.map(node)?;
    let id = map.text("id");
    map.node("fr");
    map.node("en");
    map.finish();
    Some(FactValue {
        id: id?,
        label: file.bilingual(node)?,
    })
}

/// Reads a map of answers; what is wrong is told and left out.
pub(super) fn answers(file: &FileReader, node: Option<&Node>, law: &Law) -> Vec<(FactId, Value)> {
    let Some(node) = node else {
        return Vec::new();
    };
    let Some(entries) = node.entries() else {
        file.report(node.line, Remark::new("data-not-a-map"));
        return Vec::new();
    };
    entries
        .iter()
        .filter_map(|(id, node)| answer(file, id, node, law))
        .collect()
}

fn answer(file: &FileReader, id: &str, node: &Node, law: &Law) -> Option<(FactId, Value)> {
    let Some(fact) = law.fact_id(id) else {
        file.report(node.line, Remark::new("law-unknown-fact").with("id", id));
        return None;
    };
    let word = node.scalar().unwrap_or_default();
    let value = law.fact(fact).value(word);
    if value.is_none() {
        let remark = Remark::new("law-unknown-value")
            .with("id", id)
            .with("value", word)
            .with("choices", law.fact(fact).choices());
        file.report(node.line, remark);
    }
    Some((fact, value?))
}

/// Reads a list of facts; what is wrong is told and left out.
pub(super) fn fact_list(file: &FileReader, node: &Node, law: &Law) -> Vec<FactId> {
    let known = |item: &Node| {
        let id = item.scalar().unwrap_or_default();
        let fact = law.fact_id(id);
        if fact.is_none() {
            file.report(item.line, Remark::new("law-unknown-fact").with("id", id));
        }
        fact
    };
    file.list(node).iter().filter_map(known).collect()
}
