//! The files anybody can take: each says the same as the others, and as the snapshot.

use crate::report::{Library, library, snapshot, use_case};
use domain::Language;
use publish::open_data::{Dataset, OpenFile, security_txt};
use publish::{Numbers, Scope, Snapshot, Wording};
use serde_json::Value;
use std::collections::BTreeSet;

/// A file of a small register on a site, as text.
fn written(library: &Library, snapshot: &Snapshot, url: Option<&str>, file: OpenFile) -> String {
    String::from_utf8(bytes(library, snapshot, url, file)).expect("UTF-8")
}

/// A file of a small register on a site.
pub(crate) fn bytes(
    library: &Library,
    snapshot: &Snapshot,
    url: Option<&str>,
    file: OpenFile,
) -> Vec<u8> {
    bytes_in(Language::Fr, library, snapshot, url, file)
}

/// The same, as whoever reads a language takes it.
pub(crate) fn bytes_in(
    language: Language,
    library: &Library,
    snapshot: &Snapshot,
    url: Option<&str>,
    file: OpenFile,
) -> Vec<u8> {
    let scope = Scope::Authority("ville");
    let numbers = Numbers::count(snapshot, scope);
    let dataset = Dataset {
        snapshot,
        scope,
        numbers: &numbers,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language,
        },
        public_url: url,
    };
    dataset.write(file)
}

pub(crate) const SITE: Option<&str> = Some("https://vigie.example");

fn sample() -> (Library, Snapshot) {
    let library = library();
    let uses = vec![use_case(1, |_| {}), use_case(2, |u| u.decision = None)];
    let snapshot = snapshot(&library, uses);
    (library, snapshot)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_file_is_written_and_every_word_is_there() {
    let (library, snapshot) = sample();
    for url in [SITE, None] {
        for file in OpenFile::ALL {
            let whole = bytes(&library, &snapshot, url, file);
            let again = bytes(&library, &snapshot, url, file);
            assert!(whole == again, "{}", file.name());
            assert_eq!(file.is_text(), std::str::from_utf8(&whole).is_ok());
            let text = String::from_utf8_lossy(&whole);
            assert!(!text.contains("[open-"), "{}: {text}", file.name());
            assert!(!text.contains("SECRET"), "{}", file.name());
            if matches!(file.format(), "JSON" | "JSON-LD") {
                json(&text);
            }
            assert_eq!(OpenFile::of_name(file.name()), Some(file));
        }
    }
}

#[test]
fn the_schema_describes_the_columns_of_the_register() {
    let (library, snapshot) = sample();
    let csv = written(&library, &snapshot, SITE, OpenFile::RegisterCsv);
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    let header = lines.next().expect("a header");
    let columns: Vec<&str> = header
        .split(',')
        .map(|cell| cell.trim_matches('"'))
        .collect();
    let schema = json(&written(&library, &snapshot, SITE, OpenFile::Schema));
    let fields = schema["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
    assert_eq!(names, columns);
    let mut descriptions = BTreeSet::new();
    for field in fields {
        for key in ["title", "title_en", "description", "description_en"] {
            let text = field[key].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{}.{key}", field["name"]);
        }
        assert!(
            descriptions.insert(field["description"].to_string()),
            "{} is described as another",
            field["name"]
        );
    }
}

#[test]
fn sizes_and_sums_are_those_of_the_files() {
    let (library, snapshot) = sample();
    let package = json(&written(&library, &snapshot, SITE, OpenFile::Package));
    let sums = written(&library, &snapshot, SITE, OpenFile::Checksums);
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), sums.lines().count());
    for resource in resources {
        let name = resource["path"].as_str().expect("a path");
        let file = OpenFile::of_name(name).expect("a file of ours");
        let whole = bytes(&library, &snapshot, SITE, file);
        assert_eq!(resource["bytes"], whole.len(), "{name}");
        let hash = resource["hash"].as_str().expect("a hash");
        let hash = hash.strip_prefix("sha256:").expect("its kind");
        assert!(sums.contains(&format!("{hash}  {name}\n")), "{name}");
    }
    let catalogue = written(&library, &snapshot, SITE, OpenFile::CatalogueTurtle);
    let in_package = resources.iter().filter(|r| r["path"] != "schema.json");
    for resource in in_package {
        let hash = resource["hash"].as_str().unwrap_or_default();
        let hash = hash.trim_start_matches("sha256:");
        assert!(catalogue.contains(hash), "{}", resource["path"]);
    }
}

/// Pairs of node and property, and how often.
fn said(catalogue: &Value) -> usize {
    let nodes = catalogue["@graph"].as_array().expect("nodes");
    let properties = nodes.iter().filter_map(Value::as_object).flatten();
    properties
        .filter_map(|(_, values)| values.as_array())
        .map(Vec::len)
        .sum()
}

#[test]
fn the_three_catalogues_say_the_same() {
    let (library, snapshot) = sample();
    let write = |file| written(&library, &snapshot, SITE, file);
    let catalogue = json(&write(OpenFile::CatalogueJson));
    let turtle = write(OpenFile::CatalogueTurtle);
    let xml = write(OpenFile::CatalogueXml);
    let triples = said(&catalogue);
    assert!(triples > 100, "{triples}");
    assert_eq!(
        turtle.lines().filter(|l| l.starts_with("    ")).count(),
        triples
    );
    let is_property = |line: &&str| {
        !["<?xml", "<rdf:RDF", "<rdf:Description", "</rdf"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    assert_eq!(xml.lines().filter(is_property).count(), triples);
    let nodes = catalogue["@graph"].as_array().expect("nodes");
    for node in nodes {
        let id = node["@id"].as_str().expect("an address");
        assert!(turtle.contains(&format!("\n<{id}>\n")), "{id}");
        assert!(xml.contains(&format!("rdf:about=\"{id}\"")), "{id}");
    }
}

/// What DCAT-AP 3.0.1 makes compulsory, by class.
const COMPULSORY: [(&str, &[&str]); 3] = [
    (
        "http://www.w3.org/ns/dcat#Catalog",
        &["dct:title", "dct:description", "dct:publisher"],
    ),
    (
        "http://www.w3.org/ns/dcat#Dataset",
        &["dct:title", "dct:description"],
    ),
    (
        "http://www.w3.org/ns/dcat#Distribution",
        &["dcat:accessURL"],
    ),
];

#[test]
fn the_catalogue_has_what_dcat_ap_makes_compulsory() {
    let (library, snapshot) = sample();
    let text = written(&library, &snapshot, SITE, OpenFile::CatalogueJson);
    let catalogue = json(&text);
    let nodes = catalogue["@graph"].as_array().expect("nodes");
    for (class, properties) in COMPULSORY {
        let of_class = nodes.iter().filter(|node| node["@type"][0] == class);
        let of_class: Vec<_> = of_class.collect();
        assert!(!of_class.is_empty(), "{class}");
        for node in of_class {
            for property in properties {
                assert!(node[property].is_array(), "{} {property}", node["@id"]);
            }
        }
    }
}

#[test]
fn linked_records_carry_the_identifiers_of_dpv() {
    let (library, snapshot) = sample();
    let linked = json(&written(
        &library,
        &snapshot,
        SITE,
        OpenFile::RegisterLinked,
    ));
    let nodes = linked["@graph"].as_array().expect("nodes");
    let ids: BTreeSet<&str> = nodes
        .iter()
        .filter_map(|node| node["@id"].as_str())
        .collect();
    let records: Vec<_> = nodes
        .iter()
        .filter(|node| node["@type"] == "UseCase")
        .collect();
    assert_eq!(records.len(), 2);
    for record in records {
        assert_eq!(
            record["aiact:hasRiskLevel"]["@id"],
            "https://w3id.org/dpv/legal/eu/aiact#RiskLevelMinimal"
        );
        let stage = record["lifecycle"]["@id"].as_str().expect("a concept");
        assert!(ids.contains(stage), "{stage} is described");
    }
    let bare = json(&written(
        &library,
        &snapshot,
        None,
        OpenFile::RegisterLinked,
    ));
    let bare = bare["@graph"][1]["@id"].as_str().expect("an identifier");
    assert!(bare.starts_with("urn:uuid:"), "{bare}");
}

#[test]
fn weaknesses_are_told_only_to_those_who_can_be_reached() {
    let (library, mut snapshot) = sample();
    let text = |snapshot: &Snapshot| {
        let numbers = Numbers::default();
        security_txt(&Dataset {
            snapshot,
            scope: Scope::Everyone,
            numbers: &numbers,
            wording: Wording {
                words: &library.words,
                reference: &library.reference,
                language: Language::Fr,
            },
            public_url: SITE,
        })
    };
    snapshot.authorities[0].contact = None;
    assert_eq!(text(&snapshot), None);
    snapshot.authorities[0].contact = Some(domain::Text::one("fr", "Accueil, ia@ville.example"));
    let told = text(&snapshot).expect("a contact");
    assert!(
        told.starts_with("Contact: mailto:ia@ville.example\nExpires: "),
        "{told}"
    );
}
