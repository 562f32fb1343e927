//! The records that the queries are asked of.

use std::path::{Path, PathBuf};

use domain::Task;
use reference::{Node, Reference, Term, Tree, Value};
use search::{Document, Field, Index, IndexBuilder, Language, Synonyms, Weight};

/// Texts of an own record that its readers see, beside its name and summary.
const BODY: [&str; 6] = [
    "need",
    "affected_groups",
    "alternative_without_ai",
    "expected_benefits",
    "human_oversight",
    "technique",
];

const LANGUAGES: [(Language, domain::Language); 2] = [
    (Language::French, domain::Language::Fr),
    (Language::English, domain::Language::En),
];

/// Records and their identifiers, in the order of the index.
pub(crate) struct Corpus {
    pub(crate) index: Index,
    pub(crate) ids: Vec<String>,
}

/// A record as its file tells it.
struct Record {
    id: String,
    fields: Vec<(Weight, Language, String)>,
    facets: Vec<(&'static str, String)>,
}

impl Corpus {
    /// Published records of the demonstration, then `peers.yaml`, with the glossary’s synonyms.
    pub(crate) fn read() -> Corpus {
        let reference = catalogue();
        let mut records = demonstration(&reference);
        records.extend(list("peers.yaml").iter().map(peer));
        let mut builder = IndexBuilder::new(synonyms(&reference.glossary));
        for record in &records {
            let field = |(weight, language, text): &(Weight, Language, String)| {
                (*weight, *language, text.clone())
            };
            let fields: Vec<_> = record.fields.iter().map(field).collect();
            builder.add(&Document {
                fields: fields
                    .iter()
                    .map(|(weight, language, text)| Field {
                        weight: *weight,
                        language: *language,
                        text,
                    })
                    .collect(),
                facets: record
                    .facets
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect(),
                ranks: &[],
            });
        }
        Corpus {
            index: builder.build(),
            ids: records.into_iter().map(|record| record.id).collect(),
        }
    }
}

/// The list that a file beside this one holds.
pub(crate) fn list(name: &str) -> Vec<Node> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/quality")
        .join(name);
    match read(&path).value {
        Value::List(items) => items,
        _ => panic!("{name} is a list"),
    }
}

/// The text of a field, empty when it is left out.
pub(crate) fn text(node: &Node, key: &str) -> String {
    let value = node.get(key).and_then(Node::scalar);
    value.unwrap_or_default().to_owned()
}

fn read(path: &Path) -> Node {
    let content = std::fs::read_to_string(path).expect("a file of the project");
    let (node, diagnostics) = reference::parse(&path.display().to_string(), &content);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    node.expect("the file holds something")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn demonstration(reference: &Reference) -> Vec<Record> {
    let folder = root().join("demo");
    let tools = read(&folder.join("tools.yaml"));
    let departments = read(&folder.join("departments.yaml"));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder.join("use-cases"))
        .expect("a folder of the project")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let nodes = paths.iter().map(|path| read(path));
    let is_published = |node: &Node| {
        let level = node
            .get("publication")
            .map(|publication| text(publication, "level"));
        level.as_deref() != Some("internal")
    };
    nodes
        .filter(is_published)
        .map(|node| own(&node, &tools, &departments, reference))
        .collect()
}

fn own(node: &Node, tools: &Node, departments: &Node, reference: &Reference) -> Record {
    let mut fields = Vec::new();
    add(&mut fields, Weight::Name, node.get("name"));
    add(&mut fields, Weight::Summary, node.get("summary"));
    for key in BODY {
        add(&mut fields, Weight::Body, node.get(key));
    }
    add(
        &mut fields,
        Weight::Body,
        named(tools, "tools", &text(node, "tool")),
    );
    let department = text(node, "department");
    add(
        &mut fields,
        Weight::Body,
        named(departments, "departments", &department),
    );
    fields.push((Weight::Body, Language::Other, text(node, "reference")));
    for (language, interface) in LANGUAGES {
        let label = reference
            .label(Task::VOCABULARY, &text(node, "task"), interface)
            .to_owned();
        fields.push((Weight::Body, language, label));
    }
    Record {
        id: text(node, "reference"),
        fields,
        facets: vec![
            ("state", text(node, "lifecycle")),
            ("department", department),
        ],
    }
}

/// Both languages of a text.
fn add(fields: &mut Vec<(Weight, Language, String)>, weight: Weight, node: Option<&Node>) {
    let Some(node) = node else { return };
    for (tag, language) in [("fr", Language::French), ("en", Language::English)] {
        fields.push((weight, language, text(node, tag)));
    }
}

fn named<'n>(file: &'n Node, list: &str, key: &str) -> Option<&'n Node> {
    let Value::List(items) = &file.get(list)?.value else {
        return None;
    };
    items
        .iter()
        .find(|item| text(item, "key") == key)?
        .get("name")
}

fn peer(node: &Node) -> Record {
    let id = text(node, "id");
    let language = if id.starts_with('F') {
        Language::French
    } else {
        Language::English
    };
    let weights = [
        ("name", Weight::Name),
        ("summary", Weight::Summary),
        ("more", Weight::Body),
    ];
    Record {
        id,
        fields: weights
            .map(|(key, weight)| (weight, language, text(node, key)))
            .to_vec(),
        facets: vec![
            ("state", text(node, "state")),
            ("publisher", text(node, "publisher")),
        ],
    }
}

/// The words of the glossary and of the tasks.
fn catalogue() -> Reference {
    let data = root().join("data");
    let mut tree = Tree::default();
    for folder in ["glossary", "vocabularies"] {
        let files = Tree::from_dir(&data.join(folder)).expect("a folder of the project");
        for path in files.paths("", ".yaml") {
            let content = files.get(path).expect("a listed file");
            tree.insert(format!("data/{folder}/{path}"), content);
        }
    }
    Reference::read(&tree).0
}

/// Synonyms as the public register takes them from the glossary.
fn synonyms(terms: &[Term]) -> Synonyms {
    assert!(!terms.is_empty());
    let mut synonyms = Synonyms::new();
    for term in terms {
        let mut group = Vec::new();
        for (language, interface, words) in [
            (Language::French, domain::Language::Fr, &term.synonyms_fr),
            (Language::English, domain::Language::En, &term.synonyms_en),
        ] {
            group.push((language, term.term.plain(interface)));
            group.extend(words.iter().map(|word| (language, word.as_str())));
        }
        synonyms.add_translated(&group);
    }
    synonyms
}
