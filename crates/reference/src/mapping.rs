use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{CommonField, Generative, Lifecycle, Remark, Text};
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
    /// Columns that identify a row; rows that share them are told apart by an ordinal.
    pub key: Vec<String>,
    /// Fields without which a row is refused.
    pub required: Vec<CommonField>,
    /// Where each field comes from.
    pub fields: BTreeMap<CommonField, FieldRule>,
    /// Value of the state column, folded → our state.
    pub lifecycle: BTreeMap<String, Lifecycle>,
    /// Stated rules that allow to say whether a use is generative.
    pub generative: Vec<GenerativeRule>,
    /// Value of other columns, folded → our code.
    pub values: BTreeMap<CommonField, BTreeMap<String, String>>,
    /// Cells that mean "not filled in", folded.
    pub empty: Vec<String>,
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
}

/// What a file is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text with a delimiter.
    Csv,
    /// A workbook (XLSX, XLS or ODS).
    Xlsx,
    /// A JSON list of objects.
    Json,
}

/// Where a field comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldRule {
    /// One column.
    Column(String),
    /// Several columns, the filled ones joined.
    Columns {
        /// The columns, in order.
        columns: Vec<String>,
        /// What stands between two of them.
        join: String,
    },
    /// The same for every row.
    Constant(String),
}

impl FieldRule {
    /// The columns it reads.
    pub fn columns(&self) -> &[String] {
        match self {
            Self::Column(column) => std::slice::from_ref(column),
            Self::Columns { columns, .. } => columns,
            Self::Constant(_) => &[],
        }
    }
}

/// A stated rule: if a column contains one of these words, then…
#[derive(Debug, Clone, PartialEq)]
pub struct GenerativeRule {
    /// The column looked at.
    pub column: String,
    /// Words looked for, case ignored.
    pub contains: Vec<String>,
    /// What it then is.
    pub then: Generative,
}

const KINDS: [(&str, FileKind); 3] = [
    ("csv", FileKind::Csv),
    ("xlsx", FileKind::Xlsx),
    ("json", FileKind::Json),
];

impl Mapping {
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
    let key = map.texts("key");
    let required = fields_named(file, &map, "required");
    let fields = field_rules(file, &map);
    let lifecycle = lifecycle_table(file, &map);
    let generative = map
        .optional_list("generative")
        .iter()
        .filter_map(|node| generative_rule(file, node))
        .collect();
    let values = value_tables(file, &map);
    let empty = map
        .texts("empty")
        .iter()
        .map(|cell| Mapping::fold(cell))
        .collect();
    if !fields.contains_key(&CommonField::Reference) && !fields.is_empty() && key.is_empty() {
        file.report(map.line(), Remark::new("mapping-no-key"));
    }
    map.finish();
    Some(Mapping {
        id: id?,
        title: title?,
        records: records?,
        edition,
        file: shape,
        key,
        required,
        fields,
        lifecycle,
        generative,
        values,
        empty,
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
    })
}

fn file_shape(file: &FileReader, node: &Node) -> Option<FileShape> {
    let map = file.map(node)?;
    let kind = map.node("kind").and_then(|_| map.one_of("kind", &KINDS));
    let encoding = map.optional_text("encoding");
    let delimiter = map
        .node("delimiter")
        .and_then(Node::scalar)
        .and_then(|text| match text {
            "\\t" | "tab" => Some('\t'),
            other => other.chars().next(),
        });
    let sheet = map.optional_text("sheet");
    let path = map.optional_text("path");
    map.finish();
    Some(FileShape {
        kind,
        encoding,
        delimiter,
        sheet,
        path,
    })
}

fn known_field(file: &FileReader, line: usize, code: &str) -> Option<CommonField> {
    let field = CommonField::from_code(code);
    if field.is_none() {
        file.report(
            line,
            Remark::new("mapping-unknown-field").with("field", code),
        );
    }
    field
}

fn fields_named(file: &FileReader, map: &MapReader, key: &'static str) -> Vec<CommonField> {
    map.optional_list(key)
        .iter()
        .filter_map(|node| known_field(file, node.line, node.scalar()?))
        .collect()
}

fn field_rules(file: &FileReader, map: &MapReader) -> BTreeMap<CommonField, FieldRule> {
    let Some(node) = map.required("fields") else {
        return BTreeMap::new();
    };
    let entries = node.entries().unwrap_or_default();
    entries
        .iter()
        .filter_map(|(code, node)| {
            let field = known_field(file, node.line, code)?;
            Some((field, field_rule(file, node)?))
        })
        .collect()
}

fn field_rule(file: &FileReader, node: &Node) -> Option<FieldRule> {
    let map = file.map(node)?;
    let column = map.optional_text("column");
    let columns = map.texts("columns");
    let join = map.node("join").and_then(Node::scalar).unwrap_or(" ; ");
    let constant = map.optional_text("const");
    let rule = match (column, columns.is_empty(), constant) {
        (Some(column), true, None) => Some(FieldRule::Column(column)),
        (None, false, None) => Some(FieldRule::Columns {
            columns,
            join: join.to_owned(),
        }),
        (None, true, Some(constant)) => Some(FieldRule::Constant(constant)),
        _ => {
            file.report(map.line(), Remark::new("mapping-field-rule"));
            None
        }
    };
    map.finish();
    rule
}

fn lifecycle_table(file: &FileReader, map: &MapReader) -> BTreeMap<String, Lifecycle> {
    let Some(node) = map.node("lifecycle") else {
        return BTreeMap::new();
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
            Some((Mapping::fold(value), state?))
        })
        .collect()
}

fn generative_rule(file: &FileReader, node: &Node) -> Option<GenerativeRule> {
    let map = file.map(node)?;
    let column = map.text("column");
    let contains = map
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
    map.finish();
    Some(GenerativeRule {
        column: column?,
        contains,
        then: then?,
    })
}

fn value_tables(
    file: &FileReader,
    map: &MapReader,
) -> BTreeMap<CommonField, BTreeMap<String, String>> {
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
                .filter_map(|(value, node)| Some((Mapping::fold(value), node.scalar()?.to_owned())))
                .collect();
            Some((field, rows))
        })
        .collect()
}
