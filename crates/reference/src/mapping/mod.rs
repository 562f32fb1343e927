//! How a file of others, or a spreadsheet of one's own, is read and written: words, no code.

mod export;
mod layout;
mod sketch;
mod words;

pub use export::{DatePrecision, ExportShape};
pub use layout::{FieldRule, Flag, Layout};
pub use sketch::Sketch;
pub use words::Words;

use crate::catalogue::check_file_name;
use crate::reader::{FileReader, MapReader, read_file};
use crate::yaml::Node;
use crate::{Diagnostic, Tree};
use domain::{CommonField, Generative, Lifecycle, Remark, Text};
use layout::known_field;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How the rows of a foreign file become records: written by a public servant, without code.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// Name used after `--mapping` or `--format`.
    pub id: String,
    /// What it reads.
    pub title: Text,
    /// Whose records they become.
    pub records: Owner,
    /// The edition of the source, in its publisher's words.
    pub edition: Option<String>,
    /// How the file is laid out.
    pub file: FileShape,
    /// The ways it lays out its columns; one at least.
    pub layouts: Vec<Layout>,
    /// Fields without which a row is refused.
    pub required: Vec<CommonField>,
    /// Word of the state column → our state.
    pub lifecycle: Words<Lifecycle>,
    /// Stated rules that allow to say whether a use is generative.
    pub generative: Vec<GenerativeRule>,
    /// Word of other columns → our code; an empty code means "not filled in".
    pub values: BTreeMap<CommonField, Words<String>>,
    /// For a date written with strokes, what comes first; else the column has to prove it.
    pub day_order: BTreeMap<CommonField, DayOrder>,
    /// Cells that mean "not filled in", folded.
    pub empty: Vec<String>,
    /// Beginnings of cells that mean "not filled in", folded.
    pub empty_starts: Vec<String>,
    /// How it is written; `None` = it is only read.
    pub export: Option<ExportShape>,
}

/// Whose records a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Owner {
    /// Another body's: they stay its own.
    Peer(PublisherSheet),
    /// The authority's own uses.
    Own,
}

/// Who publishes the file.
#[derive(Debug, Clone, PartialEq)]
pub struct PublisherSheet {
    /// Name in addresses.
    pub slug: String,
    /// Name on pages.
    pub name: Text,
    /// ISO 3166 code, or `EU`.
    pub country: String,
    /// BCP 47 tag.
    pub language: String,
    /// Licence of the file.
    pub licence: String,
    /// The sentence the licence asks for.
    pub attribution: Text,
    /// Where the register is.
    pub url: Option<String>,
    /// Whether this is a shape in which many bodies publish, each its own register: an import then
    /// says whose it is.
    pub is_shared: bool,
}

/// How a file is laid out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FileShape {
    /// Its kind; `None` = guessed from the file.
    pub kind: Option<FileKind>,
    /// Its encoding; `None` = detected.
    pub encoding: Option<String>,
    /// Its delimiter; `None` = detected.
    pub delimiter: Option<char>,
    /// The sheet of a workbook; `None` = the first.
    pub sheet: Option<String>,
    /// The list in a JSON document, dots between keys; `None` = the document is the list.
    pub path: Option<String>,
    /// Columns the file must have, when headers are told apart by their place only.
    pub width: Option<usize>,
}

/// What a file is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileKind {
    /// Text with a delimiter.
    #[default]
    Csv,
    /// A workbook (XLSX, XLS or ODS).
    Xlsx,
    /// A JSON list of objects.
    Json,
}

/// What comes first in a date such as 05/03/2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// The fifth of March.
    DayFirst,
    /// The third of May.
    MonthFirst,
}

const DAY_ORDERS: [(&str, DayOrder); 2] = [
    ("day/month/year", DayOrder::DayFirst),
    ("month/day/year", DayOrder::MonthFirst),
];

/// A stated rule: if a column contains one of these words, then…
#[derive(Debug, Clone, PartialEq)]
pub struct GenerativeRule {
    /// The column looked at.
    pub column: String,
    /// Words looked for, case ignored.
    pub contains: Vec<String>,
    /// What it then is.
    pub then: Generative,
    /// What is put in the column of a file we write to say the same.
    pub write: Option<String>,
}

impl FileKind {
    /// The word of a mapping, which is also the extension of the file.
    pub fn word(self) -> &'static str {
        KINDS
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(word, _)| word)
    }

    /// The kind of an extension or a word of a mapping.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let found = KINDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, kind)| *kind)
    }
}

const KINDS: [(&str, FileKind); 3] = [
    ("csv", FileKind::Csv),
    ("xlsx", FileKind::Xlsx),
    ("json", FileKind::Json),
];

impl Mapping {
    /// Reads the text of a mapping that is no file of the observatory, or tells everything that is
    /// wrong with it. Diagnostics name the file it would be.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let path = format!("data/mappings/{name}.yaml");
        let found = RefCell::new(Vec::new());
        let mut tree = Tree::default();
        tree.insert(path.clone(), text);
        let mapping = read_file(&tree, &path, &found, read);
        if let Some(mapping) = &mapping {
            check_file_name(&path, &mapping.id, &found);
        }
        let found = found.into_inner();
        match mapping {
            Some(mapping) if found.is_empty() => Ok(mapping),
            _ => Err(found),
        }
    }

    /// How values are compared: case, accents left alone, spaces folded and trimmed.
    pub fn fold(value: &str) -> String {
        value
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    }
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Option<Mapping> {
    let map = file.map(root)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let is_peer = map.one_of("records", &[("peer", true), ("own", false)]);
    let publisher = map.node("publisher");
    let records = match (is_peer?, publisher) {
        (true, Some(node)) => publisher_sheet(file, node).map(Owner::Peer),
        (true, None) => {
            let remark = Remark::new("data-missing-key").with("key", "publisher");
            file.report(map.line(), remark);
            None
        }
        (false, _) => Some(Owner::Own),
    };
    let edition = map.optional_text("edition");
    let shape = map
        .node("file")
        .and_then(|node| file_shape(file, node))
        .unwrap_or_default();
    let layouts = layout::layouts(file, &map);
    let required = fields_named(file, &map, "required");
    let lifecycle = lifecycle_table(file, &map);
    let generative = map
        .optional_list("generative")
        .iter()
        .filter_map(|node| generative_rule(file, node))
        .collect();
    let values = value_tables(file, &map);
    let day_order = day_orders(file, &map);
    let folded = |cells: Vec<String>| cells.iter().map(|cell| Mapping::fold(cell)).collect();
    let empty = folded(map.texts("empty"));
    let empty_starts = folded(map.texts("empty_starts"));
    let export = map
        .node("export")
        .and_then(|node| export::read(file, node, &layouts));
    map.finish();
    Some(Mapping {
        id: id?,
        title: title?,
        records: records?,
        edition,
        file: shape,
        layouts,
        required,
        lifecycle,
        generative,
        values,
        day_order,
        empty,
        empty_starts,
        export,
    })
}

fn publisher_sheet(file: &FileReader, node: &Node) -> Option<PublisherSheet> {
    let map = file.map(node)?;
    let sheet = (
        map.text("slug"),
        map.bilingual("name"),
        map.text("country"),
        map.text("language"),
        map.text("licence"),
        map.bilingual("attribution"),
    );
    let url = map.optional_text("url");
    let is_shared = map.flag("shared");
    if let Some(country) = sheet.2.as_deref().filter(|code| !is_country(code)) {
        let remark = Remark::new("mapping-bad-country").with("country", country);
        file.report(map.line(), remark);
    }
    map.finish();
    let (slug, name, country, language, licence, attribution) = sheet;
    Some(PublisherSheet {
        slug: slug?,
        name: name?,
        country: country?,
        language: language?,
        licence: licence?,
        attribution: attribution?,
        url,
        is_shared,
    })
}

/// Two capital letters: a code of ISO 3166, or `EU`.
fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn file_shape(file: &FileReader, node: &Node) -> Option<FileShape> {
    let map = file.map(node)?;
    let kind = map.node("kind").and_then(|_| map.one_of("kind", &KINDS));
    let encoding = map.optional_text("encoding");
    let delimiter = delimiter(&map);
    let sheet = map.optional_text("sheet");
    let path = map.optional_text("path");
    let width = map.optional_number("width").map(|width| width as usize);
    map.finish();
    Some(FileShape {
        kind,
        encoding,
        delimiter,
        sheet,
        path,
        width,
    })
}

fn delimiter(map: &MapReader) -> Option<char> {
    match map.node("delimiter")?.scalar()? {
        "\\t" | "tab" => Some('\t'),
        other => other.chars().next(),
    }
}

fn fields_named(file: &FileReader, map: &MapReader, key: &'static str) -> Vec<CommonField> {
    map.optional_list(key)
        .iter()
        .filter_map(|node| known_field(file, node.line, node.scalar()?))
        .collect()
}

fn lifecycle_table(file: &FileReader, map: &MapReader) -> Words<Lifecycle> {
    let Some(node) = map.node("lifecycle") else {
        return Words::default();
    };
    let entries = node.entries().unwrap_or_default();
    entries
        .iter()
        .filter_map(|(value, node)| {
            let code = node.scalar()?;
            let state = Lifecycle::from_code(code);
            if state.is_none() {
                let codes: Vec<_> = Lifecycle::ALL.iter().map(|state| state.code()).collect();
                let remark = Remark::new("data-not-a-choice")
                    .with("value", code)
                    .with("choices", codes.join(", "));
                file.report(node.line, remark);
            }
            Some((value.clone(), state?))
        })
        .collect()
}

fn generative_rule(file: &FileReader, node: &Node) -> Option<GenerativeRule> {
    let map = file.map(node)?;
    let column = map.text("column");
    let contains: Vec<_> = map
        .texts("contains")
        .iter()
        .map(|word| word.to_lowercase())
        .collect();
    let then = map.one_of(
        "then",
        &[
            ("yes", Generative::Yes),
            ("no", Generative::No),
            ("unknown", Generative::Unknown),
        ],
    );
    let write = map.optional_text("write");
    let is_read_back = |write: &str| {
        let write = write.to_lowercase();
        contains.iter().any(|word: &String| write.contains(word))
    };
    if !write.as_deref().is_none_or(is_read_back) {
        file.report(map.line(), Remark::new("mapping-generative-write"));
    }
    map.finish();
    Some(GenerativeRule {
        column: column?,
        contains,
        then: then?,
        write,
    })
}

fn day_orders(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, DayOrder> {
    let Some(node) = map.node("day_order") else {
        return BTreeMap::new();
    };
    let lines = node.entries().unwrap_or_default();
    lines
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            let said = node.scalar().unwrap_or_default();
            let order = DAY_ORDERS.iter().find(|(words, _)| *words == said);
            if order.is_none() {
                let remark = Remark::new("data-not-a-choice")
                    .with("value", said)
                    .with("choices", DAY_ORDERS.map(|(words, _)| words).join(", "));
                file.report(node.line, remark);
            }
            Some((field, order?.1))
        })
        .collect()
}

fn value_tables(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, Words<String>> {
    let Some(node) = map.node("values") else {
        return BTreeMap::new();
    };
    let tables = node.entries().unwrap_or_default();
    tables
        .iter()
        .filter_map(|(code, table)| {
            let field = known_field(file, table.line, code)?;
            let values = table.entries().unwrap_or_default();
            let rows = values
                .iter()
                .filter_map(|(value, node)| Some((value.clone(), node.scalar()?.to_owned())))
                .collect();
            Some((field, rows))
        })
        .collect()
}
