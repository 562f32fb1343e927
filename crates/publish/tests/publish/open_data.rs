//! The files anybody can take: each says the same as the others, and as the snapshot.

use crate::report::{Library, library, snapshot as snapshot_of, use_case};
use domain::Language;
use publish::open_data::{Dataset, Offered, OpenFile, PageFile, security_txt};
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
    let offered = match url {
        Some(_) => Offered::Site,
        None => Offered::Edition,
    };
    with(library, snapshot, Scope::Authority("ville"), |dataset| {
        Dataset {
            wording: Wording {
                language,
                ..dataset.wording
            },
            public_url: url,
            offered,
            ..dataset
        }
        .write(file)
    })
}

/// The same, where it is offered.
fn offered_as(offered: Offered, library: &Library, snapshot: &Snapshot, file: OpenFile) -> Vec<u8> {
    with(library, snapshot, Scope::Authority("ville"), |dataset| {
        Dataset { offered, ..dataset }.write(file)
    })
}

/// What is done with the data of a scope on a site.
fn with<T>(library: &Library, snapshot: &Snapshot, scope: Scope, act: impl Fn(Dataset) -> T) -> T {
    let numbers = Numbers::count(snapshot, scope);
    act(Dataset {
        snapshot,
        scope,
        numbers: &numbers,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language: Language::Fr,
        },
        public_url: SITE,
        offered: Offered::Site,
    })
}

pub(crate) const SITE: Option<&str> = Some("https://vigie.example");

fn sample() -> (Library, Snapshot) {
    let library = library();
    let uses = vec![use_case(1, |_| {}), use_case(2, |u| u.decision = None)];
    let snapshot = snapshot_of(&library, uses);
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

/// What DCAT-AP 3.0.1 recommends, by class, and what harvesters look for.
const RECOMMENDED: [(&str, &[&str]); 5] = [
    (
        "http://www.w3.org/ns/dcat#Catalog",
        &[
            "dct:issued",
            "dct:modified",
            "dct:spatial",
            "dct:language",
            "dct:license",
            "foaf:homepage",
            "dcat:themeTaxonomy",
            "dcat:service",
        ],
    ),
    (
        "http://www.w3.org/ns/dcat#Dataset",
        &[
            "dcat:theme",
            "dcat:keyword",
            "dcat:contactPoint",
            "dcat:distribution",
            "dct:publisher",
            "dct:spatial",
            "dct:issued",
            "dct:modified",
        ],
    ),
    (
        "http://www.w3.org/ns/dcat#Distribution",
        &[
            "dct:description",
            "dct:format",
            "dct:license",
            "dcatap:availability",
            "dct:modified",
        ],
    ),
    (
        "http://www.w3.org/ns/dcat#DataService",
        &[
            "dcat:endpointURL",
            "dcat:endpointDescription",
            "dcat:servesDataset",
            "dct:conformsTo",
            "dct:title",
            "dct:description",
            "dct:publisher",
            "dct:license",
            "dct:accessRights",
            "dcat:contactPoint",
            "dcat:keyword",
            "dcat:theme",
        ],
    ),
    (
        "http://xmlns.com/foaf/0.1/Agent",
        &["foaf:name", "dct:type"],
    ),
];

fn of_class<'a>(catalogue: &'a Value, class: &str) -> Vec<&'a Value> {
    let nodes = catalogue["@graph"].as_array().expect("nodes");
    let found: Vec<_> = nodes
        .iter()
        .filter(|node| node["@type"][0] == class)
        .collect();
    assert!(!found.is_empty(), "{class}");
    found
}

#[test]
fn the_catalogue_has_what_dcat_ap_recommends() {
    let (library, mut snapshot) = sample();
    snapshot.authorities[0].contact = Some(domain::Text::one("fr", "ia@ville.example"));
    let catalogue = json(&written(&library, &snapshot, SITE, OpenFile::CatalogueJson));
    for (class, properties) in RECOMMENDED {
        for node in of_class(&catalogue, class) {
            for property in properties {
                assert!(node[property].is_array(), "{} {property}", node["@id"]);
            }
        }
    }
    let endpoints = of_class(&catalogue, "http://www.w3.org/2000/01/rdf-schema#Resource");
    assert_eq!(endpoints.len(), 2, "the class of both addresses is said");
    let datasets = of_class(&catalogue, "http://www.w3.org/ns/dcat#Dataset");
    let mut descriptions = BTreeSet::new();
    for node in &datasets {
        let said = descriptions.insert(node["dct:description"].to_string());
        assert!(said, "{} is described as another", node["@id"]);
        let is_law = node["@id"].as_str().is_some_and(|id| id.ends_with("#law"));
        assert_eq!(node["dct:temporal"].is_array(), !is_law, "{}", node["@id"]);
    }
    let turtle = written(&library, &snapshot, SITE, OpenFile::CatalogueTurtle);
    for file in PageFile::all() {
        assert!(turtle.contains(&format!("/{}>", file.path())), "{file:?}");
    }
}

#[test]
fn a_catalogue_written_on_another_day_has_not_changed() {
    let (library, mut snapshot) = sample();
    let dates = |snapshot: &Snapshot| -> BTreeSet<String> {
        let text = written(&library, snapshot, SITE, OpenFile::CatalogueTurtle);
        let lines = text.lines().filter(|line| line.contains("dct:modified"));
        lines.map(str::to_owned).collect()
    };
    let before = dates(&snapshot);
    snapshot.built_on += chrono::TimeDelta::days(1);
    assert_eq!(dates(&snapshot), before);
    assert_eq!(before.len(), 1, "{before:?}");
    assert!(
        before
            .first()
            .is_some_and(|line| line.contains("2026-03-01T08:00:00Z"))
    );
    let empty = snapshot_of(&library, Vec::new());
    assert_eq!(dates(&empty).len(), 0, "nothing was ever public");
}

#[test]
fn only_a_site_offers_what_answers() {
    let (library, snapshot) = sample();
    let text = |offered| {
        let bytes = offered_as(offered, &library, &snapshot, OpenFile::CatalogueTurtle);
        String::from_utf8(bytes).expect("UTF-8")
    };
    for (offered, has_service, has_pages) in [
        (Offered::Site, true, true),
        (Offered::Copy, false, true),
        (Offered::Edition, false, false),
    ] {
        let text = text(offered);
        assert_eq!(
            text.contains("dcat:endpointURL"),
            has_service,
            "{offered:?}"
        );
        assert_eq!(text.contains("droit.json"), has_pages, "{offered:?}");
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
fn numbers_and_footprint_are_described_column_by_column() {
    let (library, snapshot) = sample();
    let package = json(&written(&library, &snapshot, SITE, OpenFile::Package));
    let resources = package["resources"].as_array().expect("resources");
    for (file, key) in [
        (OpenFile::Numbers, "key"),
        (OpenFile::Footprint, "reference"),
    ] {
        let resource = resources.iter().find(|one| one["path"] == file.name());
        let schema = &resource.expect("it is listed")["schema"];
        assert_eq!(schema["primaryKey"], key);
        let fields = schema["fields"].as_array().expect("fields");
        let csv = written(&library, &snapshot, SITE, file);
        let header = csv.trim_start_matches('\u{feff}').lines().next();
        let header = header.expect("a header").split(',');
        let columns: Vec<_> = header.map(|cell| cell.trim_matches('"')).collect();
        let names: Vec<_> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(names, columns);
        let mut descriptions = BTreeSet::new();
        for field in fields {
            let said = descriptions.insert(field["description_en"].to_string());
            assert!(said, "{} is described as another", field["name"]);
        }
    }
}

#[test]
fn the_mark_and_the_apostrophe_of_the_csv_are_told() {
    let (library, snapshot) = sample();
    let schema = json(&written(&library, &snapshot, SITE, OpenFile::Schema));
    let package = json(&written(&library, &snapshot, SITE, OpenFile::Package));
    let mut said = vec![schema["description_en"].clone()];
    let schema = schema["description"].as_str().expect("a text").to_owned();
    let rule = schema.split_once("Chaque CSV").expect("the rule").1;
    let resources = package["resources"].as_array().expect("resources");
    for resource in resources.iter().filter(|one| one["format"] == "csv") {
        let description = resource["description"].as_str().expect("a text");
        assert!(description.ends_with(rule), "{}", resource["path"]);
        said.push(resource["description"].clone());
    }
    assert_eq!(said.len(), 4);
}

#[test]
fn a_name_is_given_as_it_is_written() {
    let (library, mut snapshot) = sample();
    let name = "Ville d'Y : « L'IA » ; 5 %";
    snapshot.authorities[0].name = domain::Text::one("fr", name);
    for file in OpenFile::ALL {
        let bytes = bytes(&library, &snapshot, SITE, file);
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(['\u{202f}', '\u{a0}']), "{}", file.name());
        let names_it = matches!(
            file,
            OpenFile::Citation
                | OpenFile::DataCite
                | OpenFile::RoCrate
                | OpenFile::Package
                | OpenFile::CatalogueJson
                | OpenFile::CatalogueTurtle
                | OpenFile::CatalogueXml
        );
        assert!(!names_it || text.contains(name), "{}", file.name());
    }
}

fn graph(linked: &Value) -> Vec<&Value> {
    linked["@graph"].as_array().expect("nodes").iter().collect()
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
    let nodes = graph(&linked);
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
fn every_scope_speaks_with_the_same_words() {
    let (library, snapshot) = sample();
    let contexts = [Scope::Everyone, Scope::Authority("ville")].map(|scope| {
        with(&library, &snapshot, scope, |dataset| {
            let linked = dataset.write(OpenFile::RegisterLinked);
            let linked: Value = serde_json::from_slice(&linked).expect("JSON");
            let words = json(&dataset.vocabulary_json());
            assert_eq!(words["@context"], linked["@context"]);
            let described: BTreeSet<_> = graph(&words).iter().map(|n| n.to_string()).collect();
            let terms = graph(&linked)
                .into_iter()
                .filter(|n| n["@id"].as_str().is_some_and(|id| id.starts_with("v:")));
            for term in terms {
                assert!(described.contains(&term.to_string()), "{term}");
            }
            linked["@context"].clone()
        })
    });
    assert_eq!(contexts[0], contexts[1]);
    assert_eq!(contexts[0]["@vocab"], "https://vigie.example/vocabulaire#");
}

/// Follows a record with its context: every key has a property that is described, every text is by
/// language, every text of a list is a node of its own. How many keys were seen.
fn follow(value: &Value, context: &Value, described: &BTreeSet<&str>, path: &str) -> usize {
    let Some(object) = value.as_object() else {
        return 0;
    };
    let mut seen = 0;
    for (key, value) in object {
        if key.starts_with('@') || key.contains(':') {
            continue;
        }
        let path = format!("{path}.{key}");
        let term = &context[key];
        let id = term["@id"]
            .as_str()
            .unwrap_or_else(|| panic!("{path} is no term"));
        assert!(
            id.starts_with("dct:") || described.contains(id),
            "{path}: {id}"
        );
        seen += 1;
        let is_list = value.is_array();
        let items = value.as_array().cloned().unwrap_or(vec![value.clone()]);
        for item in &items {
            let is_text = item.get("fr").is_some();
            if is_text {
                assert!(!is_list, "{path}: a text of a list loses its twin");
                assert_eq!(term["@container"], "@language", "{path}");
            } else if let Some(code) = item["@id"].as_str() {
                assert!(described.contains(code), "{path}: {code}");
            } else if item["rdfs:label"].is_object() {
                assert!(is_list && item["rdfs:label"]["fr"].is_string(), "{path}");
            } else {
                seen += follow(item, &term["@context"], described, &path);
            }
            let is_day = item
                .as_str()
                .is_some_and(|text| text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok());
            assert!(!is_day || term["@type"] == "xsd:date", "{path} is a day");
        }
    }
    seen
}

#[test]
fn everything_that_a_linked_record_says_is_described() {
    let (library, snapshot) = sample();
    for url in [SITE, None] {
        let linked = json(&written(&library, &snapshot, url, OpenFile::RegisterLinked));
        let nodes = graph(&linked);
        let described: BTreeSet<&str> = nodes
            .iter()
            .filter(|node| {
                node["rdfs:label"]["fr"].is_string() || node["skos:prefLabel"]["fr"].is_string()
            })
            .filter(|node| {
                node["rdfs:label"]["en"].is_string() || node["skos:prefLabel"]["en"].is_string()
            })
            .filter_map(|node| node["@id"].as_str())
            .collect();
        let terms = nodes.iter().filter(|node| {
            ["rdf:Property", "rdfs:Class"]
                .iter()
                .any(|kind| node["@type"] == *kind)
        });
        for term in terms {
            let id = term["@id"].as_str().expect("an address");
            assert!(described.contains(id), "{id} has its words");
        }
        assert!(described.contains("v:UseCase"));
        let records = nodes.iter().filter(|node| node["@type"] == "UseCase");
        for record in records {
            let seen = follow(record, &linked["@context"], &described, "");
            assert!(seen > 100, "{seen}");
        }
    }
}

#[test]
fn weaknesses_are_told_only_to_those_who_can_be_reached() {
    let (library, mut snapshot) = sample();
    let text = |snapshot: &Snapshot| {
        with(&library, snapshot, Scope::Everyone, |data| {
            security_txt(&data)
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
