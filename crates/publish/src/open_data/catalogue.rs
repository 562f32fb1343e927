//! The catalogue after DCAT-AP 3.0.1: what there is, in which formats, under which licence.

use super::dataset::{Download, OpenFile};
use super::rdf::{Graph, Iri, Name, TYPE, Term};
use super::security::email;
use super::{Dataset, LICENCE_URL};
use crate::wording::Wording;

/// Lists of the Publications Office of the European Union.
const EU: &str = "http://publications.europa.eu/resource/authority";
/// Media types by IANA.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types";

/// A dataset of the catalogue: its word in addresses, the key of its title, its files.
struct Part {
    word: &'static str,
    title: &'static str,
    files: &'static [OpenFile],
}

const PARTS: [Part; 3] = [
    Part {
        word: "register",
        title: "open-part-register",
        files: &[
            OpenFile::RegisterCsv,
            OpenFile::RegisterParquet,
            OpenFile::RegisterJson,
            OpenFile::RegisterLinked,
            OpenFile::History,
        ],
    },
    Part {
        word: "numbers",
        title: "open-part-numbers",
        files: &[OpenFile::Numbers],
    },
    Part {
        word: "footprint",
        title: "open-part-footprint",
        files: &[OpenFile::Footprint],
    },
];

/// The catalogue of a scope.
pub(super) fn graph(dataset: &Dataset) -> Graph {
    let mut writer = Writer {
        dataset,
        graph: Graph::default(),
        page: dataset.address("donnees"),
    };
    writer.catalogue();
    writer.publisher();
    let has_contact = writer.contact();
    let downloads = dataset.downloads();
    for part in &PARTS {
        writer.part(part, has_contact);
        for download in &downloads {
            if part.files.contains(&download.file) {
                writer.distribution(download);
            }
        }
    }
    writer.graph
}

struct Writer<'a> {
    dataset: &'a Dataset<'a>,
    graph: Graph,
    page: String,
}

impl Writer<'_> {
    fn catalogue(&mut self) {
        let node = Iri::new(&self.dataset.address("catalogue"));
        self.is_a(&node, ("dcat", "Catalog"));
        let dataset = self.dataset;
        self.words(&node, ("dct", "title"), |w| dataset.title(w));
        self.words(&node, ("dct", "description"), |w| dataset.description(w));
        self.shared(&node);
        self.cite(
            &node,
            ("dct", "license"),
            LICENCE_URL,
            ("dct", "LicenseDocument"),
        );
        let page = self.page.clone();
        self.cite(&node, ("foaf", "homepage"), &page, ("foaf", "Document"));
        let to = format!("{EU}/data-theme");
        self.cite(
            &node,
            ("dcat", "themeTaxonomy"),
            &to,
            ("skos", "ConceptScheme"),
        );
        self.words(&Iri::new(&to), ("dct", "title"), |w| w.get("open-themes"));
        for part in &PARTS {
            self.link(&node, ("dcat", "dataset"), &self.at(part.word));
        }
    }

    fn publisher(&mut self) {
        let node = Iri::new(&self.at("publisher"));
        self.is_a(&node, ("foaf", "Agent"));
        let dataset = self.dataset;
        self.words(&node, ("foaf", "name"), |w| dataset.publisher(w));
    }

    /// The service to write to; `false` when none has an address.
    fn contact(&mut self) -> bool {
        let dataset = self.dataset;
        let mut authorities = dataset.snapshot.authorities.iter();
        let address = authorities
            .by_ref()
            .filter(|authority| dataset.scope.holds(&authority.slug))
            .find_map(|authority| email(authority.contact.as_ref()?));
        let Some(address) = address else {
            return false;
        };
        let node = Iri::new(&self.at("contact"));
        self.is_a(&node, ("vcard", "Kind"));
        self.is_a(&node, ("vcard", "Organization"));
        self.words(&node, ("vcard", "fn"), |w| dataset.publisher(w));
        self.link(&node, ("vcard", "hasEmail"), &format!("mailto:{address}"));
        true
    }

    fn part(&mut self, part: &Part, has_contact: bool) {
        let node = Iri::new(&self.at(part.word));
        let dataset = self.dataset;
        self.is_a(&node, ("dcat", "Dataset"));
        self.value(&node, ("dct", "identifier"), &self.at(part.word), "string");
        self.words(&node, ("dct", "title"), |w| {
            let name = dataset.publisher(w);
            w.format(part.title, &[("name", name.into())])
        });
        self.words(&node, ("dct", "description"), |w| dataset.description(w));
        for w in dataset.wordings() {
            for word in dataset.keywords(&w) {
                let term = Term::words(&word, w.language.tag());
                self.graph.say(&node, ("dcat", "keyword"), term);
            }
        }
        self.shared(&node);
        for (theme, key) in [("GOVE", "open-theme-gove"), ("TECH", "open-theme-tech")] {
            let to = format!("{EU}/data-theme/{theme}");
            self.cite(&node, ("dcat", "theme"), &to, ("skos", "Concept"));
            self.words(&Iri::new(&to), ("skos", "prefLabel"), |w| w.get(key));
        }
        let page = self.page.clone();
        self.cite(&node, ("dcat", "landingPage"), &page, ("foaf", "Document"));
        let to = format!("{EU}/frequency/IRREG");
        self.cite(
            &node,
            ("dct", "accrualPeriodicity"),
            &to,
            ("dct", "Frequency"),
        );
        let to = format!("{EU}/access-right/PUBLIC");
        self.cite(
            &node,
            ("dct", "accessRights"),
            &to,
            ("dct", "RightsStatement"),
        );
        if has_contact {
            self.link(&node, ("dcat", "contactPoint"), &self.at("contact"));
        }
        for file in part.files {
            self.link(&node, ("dcat", "distribution"), &self.at(file.name()));
        }
    }

    fn distribution(&mut self, download: &Download) {
        let file = download.file;
        let node = Iri::new(&self.at(file.name()));
        self.is_a(&node, ("dcat", "Distribution"));
        self.words(&node, ("dct", "title"), |w| w.get(file.key()));
        let address = self.dataset.address(file.name());
        self.link(&node, ("dcat", "accessURL"), &address);
        self.link(&node, ("dcat", "downloadURL"), &address);
        self.cite(
            &node,
            ("dct", "license"),
            LICENCE_URL,
            ("dct", "LicenseDocument"),
        );
        let format = file.format().replace('-', "_").to_uppercase();
        let format = format!("{EU}/file-type/{format}");
        self.cite(
            &node,
            ("dct", "format"),
            &format,
            ("dct", "MediaTypeOrExtent"),
        );
        let media_type = format!("{MEDIA_TYPES}/{}", file.media_type());
        self.cite(
            &node,
            ("dcat", "mediaType"),
            &media_type,
            ("dct", "MediaType"),
        );
        let size = download.bytes.len().to_string();
        self.value(&node, ("dcat", "byteSize"), &size, "nonNegativeInteger");
        self.modified(&node);
        if file.has_schema() {
            let schema = self.dataset.address(OpenFile::Schema.name());
            self.cite(&node, ("dct", "conformsTo"), &schema, ("dct", "Standard"));
            let schema = Iri::new(&schema);
            self.words(&schema, ("dct", "title"), |w| w.get("open-schema-title"));
        }
        let sum = self.at(&format!("{}-sha256", file.name()));
        self.link(&node, ("spdx", "checksum"), &sum);
        let sum = Iri::new(&sum);
        self.is_a(&sum, ("spdx", "Checksum"));
        let algorithm = Iri::of(("spdx", "checksumAlgorithm_sha256"));
        self.is_a(&algorithm, ("spdx", "ChecksumAlgorithm"));
        self.graph
            .say(&sum, ("spdx", "algorithm"), Term::Node(algorithm));
        self.value(
            &sum,
            ("spdx", "checksumValue"),
            &download.sha256,
            "hexBinary",
        );
    }

    /// What the catalogue and its datasets have in common.
    fn shared(&mut self, node: &Iri) {
        self.link(node, ("dct", "publisher"), &self.at("publisher"));
        for language in ["FRA", "ENG"] {
            let language = format!("{EU}/language/{language}");
            self.cite(
                node,
                ("dct", "language"),
                &language,
                ("dct", "LinguisticSystem"),
            );
        }
        self.modified(node);
    }

    fn modified(&mut self, node: &Iri) {
        let day = self.dataset.snapshot.built_on.to_string();
        self.value(node, ("dct", "modified"), &day, "date");
    }

    /// The address of a node that has no page of its own.
    fn at(&self, word: &str) -> String {
        format!("{}#{word}", self.page)
    }

    fn is_a(&mut self, node: &Iri, kind: Name) {
        self.graph.say(node, TYPE, Term::Node(Iri::of(kind)));
    }

    fn link(&mut self, node: &Iri, property: Name, to: &str) {
        self.graph.say(node, property, Term::node(to));
    }

    /// A link to what others describe, with its class, which validators ask for.
    fn cite(&mut self, node: &Iri, property: Name, to: &str, class: Name) {
        self.link(node, property, to);
        self.is_a(&Iri::new(to), class);
    }

    fn value(&mut self, node: &Iri, property: Name, text: &str, kind: &'static str) {
        let term = Term::value(text, ("xsd", kind));
        self.graph.say(node, property, term);
    }

    fn words(&mut self, node: &Iri, property: Name, say: impl Fn(&Wording) -> String) {
        for w in self.dataset.wordings() {
            let term = Term::words(&say(&w), w.language.tag());
            self.graph.say(node, property, term);
        }
    }
}
