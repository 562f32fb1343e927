//! The records that the queries are asked of: the public register of an observatory that holds
//! the demonstration and the records of `peers.yaml`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{CommonField, Generative, Lifecycle, PeerRecord, SourceCell};
use publish::{Found, Holdings, Register, Snapshot, UseHistory, UseVersion};
use reference::{Node, Reference, Tree, Value};
use search::{Query, Results};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Fields of a peer record, as the file calls them.
const PEER_FIELDS: [(&str, CommonField); 2] = [
    ("summary", CommonField::Summary),
    ("more", CommonField::ExpectedBenefits),
];

/// The register and its records.
pub(crate) struct Corpus {
    register: Register,
    snapshot: Snapshot,
}

impl Corpus {
    /// What the public may search.
    pub(crate) fn read() -> Corpus {
        let reference = reference();
        let demo = root().join("demo");
        let holdings = Holdings {
            departments: documents(&demo, "departments"),
            tools: documents(&demo, "tools"),
            uses: uses(&demo.join("use-cases")),
            peers: list("peers.yaml").iter().map(peer).collect(),
            ..Holdings::default()
        };
        let snapshot = Snapshot::build(holdings, &reference.visibility, day(), 1);
        Corpus {
            register: Register::build(&snapshot, &reference),
            snapshot,
        }
    }

    pub(crate) fn search(&self, query: &Query) -> Results {
        self.register.search(query)
    }

    /// Reference of an own record, key of another.
    pub(crate) fn id(&self, document: u32) -> &str {
        match self.register.found(document) {
            Found::Own(position) => &self.snapshot.uses[position].use_case.reference,
            Found::Peer(position) => &self.snapshot.peers[position].key,
        }
    }

    pub(crate) fn holds(&self, id: &str) -> bool {
        let own = self.snapshot.uses.iter().map(|own| &own.use_case.reference);
        own.chain(self.snapshot.peers.iter().map(|peer| &peer.key))
            .any(|known| known == id)
    }
}

/// The list that a file beside this one holds.
pub(crate) fn list(name: &str) -> Vec<Node> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality");
    items(&read(&folder.join(name))).to_vec()
}

/// The text of a field, empty when it is left out.
pub(crate) fn text(node: &Node, key: &str) -> String {
    let value = node.get(key).and_then(Node::scalar);
    value.unwrap_or_default().to_owned()
}

/// The items of a list.
pub(crate) fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => panic!("line {} holds no list", node.line),
    }
}

fn reference() -> Reference {
    let mut tree = Tree::default();
    for folder in ["data", "framework"] {
        let files = Tree::from_dir(&root().join(folder)).expect("a folder of the project");
        for path in files.paths("", "") {
            let content = files.get(path).expect("a listed file");
            tree.insert(format!("{folder}/{path}"), content);
        }
    }
    Reference::read(&tree).0
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day")
}

fn read(path: &Path) -> Node {
    let content = std::fs::read_to_string(path).expect("a file of the project");
    let (node, diagnostics) = reference::parse(&path.display().to_string(), &content);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    node.expect("the file holds something")
}

/// The documents of a file that lists them under its own name.
fn documents<D: DeserializeOwned>(folder: &Path, name: &str) -> Vec<D> {
    let file = read(&folder.join(name).with_extension("yaml"));
    let listed = items(file.get(name).expect("the list bears the file’s name"));
    listed.iter().map(document).collect()
}

fn document<D: DeserializeOwned>(node: &Node) -> D {
    let mut json = node.to_json();
    json["id"] = Uuid::nil().to_string().into();
    serde_json::from_value(json).expect("a record of the demonstration")
}

fn uses(folder: &Path) -> Vec<UseHistory> {
    let entries = std::fs::read_dir(folder).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let history = |path: PathBuf| UseHistory {
        versions: vec![UseVersion {
            version: 1,
            position: 1,
            at: DateTime::<Utc>::UNIX_EPOCH,
            by: "lead".to_owned(),
            note: None,
            use_case: document(&read(&path)),
        }],
    };
    paths.map(history).collect()
}

fn peer(node: &Node) -> PeerRecord {
    let key = text(node, "id");
    PeerRecord {
        id: Uuid::nil(),
        publisher: text(node, "publisher"),
        name: text(node, "name"),
        language: if key.starts_with('F') { "fr" } else { "en" }.to_owned(),
        lifecycle: Lifecycle::from_code(&text(node, "state")),
        generative: Generative::Unknown,
        generative_inferred: None,
        fields: PEER_FIELDS
            .map(|(name, field)| (field, text(node, name)))
            .into(),
        source_row: vec![SourceCell {
            column: "id".to_owned(),
            value: key.clone(),
        }],
        key,
        first_seen: day(),
        gone_since: None,
    }
}
