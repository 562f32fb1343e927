//! The catalogue after DCAT-AP 3.0.1: what there is, in which formats, under which licence, and
//! what answers programs.

use super::dataset::{Download, Offered, OpenFile};
use super::page_files::PageFile;
use super::plain::Plain;
use super::rdf::{Graph, Iri, Name, TYPE, Term};
use super::security::email;
use super::{Dataset, LICENCE_URL};
use crate::api::ROOT;
use crate::snapshot::EVERYONE;
use chrono::{DateTime, Utc};
use domain::{AuthorityKind, Language};

/// Lists of the Publications Office of the European Union.
const EU: &str = "http://publications.europa.eu/resource/authority";
/// Media types by IANA.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types";
/// Lists of the Asset Description Metadata Schema.
const ADMS: &str = "http://purl.org/adms";
/// What describes the API.
const OPENAPI: &str = "https://spec.openapis.org/oas/v3.1.0";
/// The country that the data speak of: the law that is read and the licence are its own.
const COUNTRY: &str = "country/FRA";

/// A dataset of the catalogue: its word in addresses, and what is in it. Its title and its
/// description are the messages `open-part-<word>` and `open-part-<word>-means`.
struct Part {
    word: &'static str,
    files: Files,
    /// Whether it speaks of the uses of the scope, and so of a time.
    has_period: bool,
}

/// What a dataset holds.
enum Files {
    /// Files of the open data, in every edition.
    Open(&'static [OpenFile]),
    /// Files that pages offer.
    OfPages(fn(&PageFile) -> bool),
}

const PARTS: [Part; 6] = [
    Part {
        word: "register",
        files: Files::Open(&[
            OpenFile::RegisterCsv,
            OpenFile::RegisterParquet,
            OpenFile::RegisterJson,
            OpenFile::RegisterLinked,
            OpenFile::History,
        ]),
        has_period: true,
    },
    Part {
        word: "numbers",
        files: Files::Open(&[OpenFile::Numbers]),
        has_period: true,
    },
    Part {
        word: "footprint",
        files: Files::Open(&[OpenFile::Footprint]),
        has_period: true,
    },
    Part {
        word: "charts",
        files: Files::OfPages(|file| matches!(file, PageFile::Chart(_))),
        has_period: true,
    },
    Part {
        word: "dependencies",
        files: Files::OfPages(|file| *file == PageFile::Dependencies),
        has_period: true,
    },
    Part {
        word: "law",
        files: Files::OfPages(|file| *file == PageFile::Law),
        has_period: false,
    },
];

/// The catalogue of a scope.
pub(super) fn graph(dataset: &Dataset) -> Graph {
    let mut writer = Writer {
        dataset,
        graph: Graph::default(),
        page: dataset.address("donnees"),
        has_contact: false,
    };
    writer.has_contact = writer.contact();
    writer.catalogue();
    writer.publisher();
    if dataset.offered == Offered::Site {
        writer.service();
    }
    let downloads = dataset.downloads();
    for part in writer.parts() {
        writer.part(part);
        match &part.files {
            Files::Open(files) => {
                for download in downloads.iter().filter(|d| files.contains(&d.file)) {
                    writer.download(download);
                }
            }
            Files::OfPages(holds) => {
                for file in PageFile::all().filter(holds) {
                    writer.page_file(file);
                }
            }
        }
    }
    writer.graph
}

struct Writer<'a> {
    dataset: &'a Dataset<'a>,
    graph: Graph,
    page: String,
    /// Whether there is a service to write to.
    has_contact: bool,
}

impl Writer<'_> {
    fn catalogue(&mut self) {
        let node = Iri::new(&self.dataset.address("catalogue"));
        self.is_a(&node, ("dcat", "Catalog"));
        let dataset = self.dataset;
        self.words(&node, ("dct", "title"), |w| dataset.title(w));
        self.words(&node, ("dct", "description"), |w| dataset.description(w));
        self.shared(&node);
        self.licence(&node);
        self.country(&node);
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
        for part in self.parts() {
            self.link(&node, ("dcat", "dataset"), &self.at(part.word));
        }
        if dataset.offered == Offered::Site {
            self.link(&node, ("dcat", "service"), &self.at("api"));
        }
    }

    /// The datasets that are offered here: an edition freezes nothing that pages offer.
    fn parts(&self) -> impl Iterator<Item = &'static Part> + use<> {
        let has_pages = self.dataset.offered != Offered::Edition;
        let is_here = move |part: &&Part| has_pages || matches!(part.files, Files::Open(_));
        PARTS.iter().filter(is_here)
    }

    fn publisher(&mut self) {
        let node = Iri::new(&self.at("publisher"));
        self.is_a(&node, ("foaf", "Agent"));
        let dataset = self.dataset;
        self.words(&node, ("foaf", "name"), |w| dataset.publisher(w));
        if let Some((code, key)) = publisher_type(dataset) {
            self.kind(&node, "publishertype", code, key);
        }
    }

    /// What answers programs: where, and where that is described.
    fn service(&mut self) {
        let node = Iri::new(&self.at("api"));
        let site = self.dataset.public_url.unwrap_or_default();
        self.is_a(&node, ("dcat", "DataService"));
        self.words(&node, ("dct", "title"), |w| w.get("open-service"));
        self.words(&node, ("dct", "description"), |w| {
            w.get("open-service-means")
        });
        let root = format!("{site}{ROOT}");
        // Validators that infer nothing want the class of everything to be said.
        let described = format!("{root}/openapi.json");
        for (property, to) in [("endpointURL", root), ("endpointDescription", described)] {
            self.cite(&node, ("dcat", property), &to, ("rdfs", "Resource"));
        }
        self.cite(&node, ("dct", "conformsTo"), OPENAPI, ("dct", "Standard"));
        for word in ["register", "numbers"] {
            self.link(&node, ("dcat", "servesDataset"), &self.at(word));
        }
        self.link(&node, ("dct", "publisher"), &self.at("publisher"));
        let page = format!("{site}/{}/{EVERYONE}/api", Language::default().tag());
        self.cite(&node, ("dcat", "landingPage"), &page, ("foaf", "Document"));
        self.licence(&node);
        self.is_public(&node);
        self.is_about(&node);
    }

    /// The service to write to; `false` when none has an address.
    fn contact(&mut self) -> bool {
        let dataset = self.dataset;
        let address = dataset
            .authorities()
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

    fn part(&mut self, part: &Part) {
        let node = Iri::new(&self.at(part.word));
        let dataset = self.dataset;
        let key = format!("open-part-{}", part.word);
        self.is_a(&node, ("dcat", "Dataset"));
        self.value(&node, ("dct", "identifier"), &self.at(part.word), "string");
        self.words(&node, ("dct", "title"), |w| {
            let name = dataset.publisher(w);
            w.format(&key, &[("name", name.into())])
        });
        self.words(&node, ("dct", "description"), |w| {
            dataset.told(w, w.get(&format!("{key}-means")))
        });
        self.shared(&node);
        self.country(&node);
        if part.has_period {
            self.period(&node);
        }
        self.is_about(&node);
        self.is_public(&node);
        let page = self.page.clone();
        self.cite(&node, ("dcat", "landingPage"), &page, ("foaf", "Document"));
        let to = format!("{EU}/frequency/IRREG");
        self.cite(
            &node,
            ("dct", "accrualPeriodicity"),
            &to,
            ("dct", "Frequency"),
        );
        match &part.files {
            Files::Open(files) => {
                for file in *files {
                    self.link(&node, ("dcat", "distribution"), &self.at(file.name()));
                }
            }
            Files::OfPages(holds) => {
                let files = PageFile::all().filter(holds);
                for (_, word) in files.flat_map(written) {
                    self.link(&node, ("dcat", "distribution"), &self.at(&word));
                }
            }
        }
    }

    /// Key words, themes, and whom to write to.
    fn is_about(&mut self, node: &Iri) {
        let dataset = self.dataset;
        for w in dataset.wordings() {
            for word in dataset.keywords(&w) {
                let term = Term::words(&word, w.language.tag());
                self.graph.say(node, ("dcat", "keyword"), term);
            }
        }
        for (theme, key) in [("GOVE", "open-theme-gove"), ("TECH", "open-theme-tech")] {
            let to = format!("{EU}/data-theme/{theme}");
            self.concept(node, ("dcat", "theme"), &to, key);
        }
        if self.has_contact {
            self.link(node, ("dcat", "contactPoint"), &self.at("contact"));
        }
    }

    fn is_public(&mut self, node: &Iri) {
        let to = format!("{EU}/access-right/PUBLIC");
        self.cite(
            node,
            ("dct", "accessRights"),
            &to,
            ("dct", "RightsStatement"),
        );
    }

    fn download(&mut self, download: &Download) {
        let file = download.file;
        let node = Iri::new(&self.at(file.name()));
        self.words(&node, ("dct", "title"), |w| w.get(file.key()));
        self.words(&node, ("dct", "description"), |w| file.describe(w));
        let address = self.dataset.address(file.name());
        self.distribution(&node, &address, file.format(), file.media_type());
        let size = download.bytes.len().to_string();
        self.value(&node, ("dcat", "byteSize"), &size, "nonNegativeInteger");
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

    /// A file that a page offers, in each language if it has one for each. Its size and its sum are
    /// not known before it is asked for.
    fn page_file(&mut self, file: PageFile) {
        let site = self.dataset.public_url.unwrap_or_default();
        let scope = self.dataset.scope.slug();
        for (language, word) in written(file) {
            let node = Iri::new(&self.at(&word));
            let address = format!("{site}/{}/{scope}/{}", language.tag(), file.path());
            self.words(&node, ("dct", "title"), |w| w.get(&file.key()));
            self.words(&node, ("dct", "description"), |w| file.describe(w));
            self.distribution(&node, &address, file.format(), file.media_type());
            if file.is_in_one_language() {
                self.language(&node, language);
            }
        }
    }

    /// What every file has.
    fn distribution(&mut self, node: &Iri, address: &str, format: &str, media_type: &str) {
        self.is_a(node, ("dcat", "Distribution"));
        self.link(node, ("dcat", "accessURL"), address);
        self.link(node, ("dcat", "downloadURL"), address);
        self.licence(node);
        let format = format.replace('-', "_").to_uppercase();
        let format = format!("{EU}/file-type/{format}");
        self.cite(
            node,
            ("dct", "format"),
            &format,
            ("dct", "MediaTypeOrExtent"),
        );
        let media_type = format!("{MEDIA_TYPES}/{media_type}");
        self.cite(
            node,
            ("dcat", "mediaType"),
            &media_type,
            ("dct", "MediaType"),
        );
        let to = format!("{EU}/planned-availability/AVAILABLE");
        self.concept(
            node,
            ("dcatap", "availability"),
            &to,
            "open-availability-available",
        );
        self.dates(node);
    }

    fn licence(&mut self, node: &Iri) {
        self.cite(
            node,
            ("dct", "license"),
            LICENCE_URL,
            ("dct", "LicenseDocument"),
        );
        let licence = Iri::new(LICENCE_URL);
        self.words(&licence, ("dct", "title"), |w| w.get("open-licence"));
        let key = "open-licence-type-attribution";
        self.kind(&licence, "licencetype", "Attribution", key);
    }

    /// What something is, by a code of a list of ADMS.
    fn kind(&mut self, node: &Iri, list: &str, code: &str, key: &str) {
        let to = format!("{ADMS}/{list}/{code}");
        self.concept(node, ("dct", "type"), &to, key);
        let scheme = format!("{ADMS}/{list}/1.0");
        let concept = Iri::new(&to);
        self.cite(
            &concept,
            ("skos", "inScheme"),
            &scheme,
            ("skos", "ConceptScheme"),
        );
        // A list is known by its title: DCAT-AP asks for one.
        let title = format!("open-list-{list}");
        self.words(&Iri::new(&scheme), ("dct", "title"), |w| w.get(&title));
    }

    fn country(&mut self, node: &Iri) {
        let to = format!("{EU}/{COUNTRY}");
        self.cite(node, ("dct", "spatial"), &to, ("dct", "Location"));
        self.words(&Iri::new(&to), ("skos", "prefLabel"), |w| {
            w.get("open-country-fra")
        });
    }

    /// From the first day of the uses that are told to the last change that is.
    fn period(&mut self, node: &Iri) {
        let Dataset {
            snapshot, scope, ..
        } = *self.dataset;
        let began = snapshot
            .uses_of(scope)
            .filter_map(|public| public.use_case.started_on);
        let since = snapshot.published_since(scope).map(|at| at.date_naive());
        let until = snapshot.changed_at(scope).map(|at| at.date_naive());
        let Some((since, until)) = began.chain(since).min().zip(until) else {
            return;
        };
        self.link(node, ("dct", "temporal"), &self.at("period"));
        let period = Iri::new(&self.at("period"));
        self.is_a(&period, ("dct", "PeriodOfTime"));
        self.value(&period, ("dcat", "startDate"), &since.to_string(), "date");
        let until = until.max(since);
        self.value(&period, ("dcat", "endDate"), &until.to_string(), "date");
    }

    /// What the catalogue and its datasets have in common.
    fn shared(&mut self, node: &Iri) {
        self.link(node, ("dct", "publisher"), &self.at("publisher"));
        for language in Language::ALL {
            self.language(node, language);
        }
        self.dates(node);
    }

    fn language(&mut self, node: &Iri, language: Language) {
        let code = match language {
            Language::Fr => "FRA",
            Language::En => "ENG",
        };
        let to = format!("{EU}/language/{code}");
        self.cite(node, ("dct", "language"), &to, ("dct", "LinguisticSystem"));
    }

    /// When the first record was published, and when what the public sees last changed: a catalogue
    /// that is written anew every day does not change every day.
    fn dates(&mut self, node: &Iri) {
        let Dataset {
            snapshot, scope, ..
        } = *self.dataset;
        let issued = snapshot.published_since(scope);
        let modified = snapshot.changed_at(scope);
        for (property, at) in [("issued", issued), ("modified", modified)] {
            if let Some(at) = at {
                self.value(node, ("dct", property), &instant(at), "dateTime");
            }
        }
    }

    /// A link to a code of a list, with its word.
    fn concept(&mut self, node: &Iri, property: Name, to: &str, key: &str) {
        self.cite(node, property, to, ("skos", "Concept"));
        self.words(&Iri::new(to), ("skos", "prefLabel"), |w| w.get(key));
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

    fn words(&mut self, node: &Iri, property: Name, say: impl Fn(&Plain) -> String) {
        for w in self.dataset.wordings() {
            let term = Term::words(&say(&w), w.language.tag());
            self.graph.say(node, property, term);
        }
    }
}

/// The addresses of a file that pages offer, by language, each as a word for a node.
fn written(file: PageFile) -> impl Iterator<Item = (Language, String)> {
    let languages = match file.is_in_one_language() {
        true => Language::ALL.as_slice(),
        false => &[Language::Fr],
    };
    let word = move |language: Language| match file.is_in_one_language() {
        true => format!("{}-{}", file.path(), language.tag()),
        false => file.path(),
    };
    languages.iter().map(move |each| (*each, word(*each)))
}

/// What publishers are, when all of them are the same: a code of ADMS and its word.
fn publisher_type(dataset: &Dataset) -> Option<(&'static str, &'static str)> {
    let of = |kind| match kind {
        AuthorityKind::Commune | AuthorityKind::Metropolis | AuthorityKind::County => {
            Some(("LocalAuthority", "open-publisher-local"))
        }
        AuthorityKind::Region => Some(("RegionalAuthority", "open-publisher-regional")),
        AuthorityKind::State => Some(("NationalAuthority", "open-publisher-national")),
        AuthorityKind::Other => None,
    };
    let mut all = dataset.authorities().map(|authority| of(authority.kind));
    let first = all.next()??;
    all.all(|other| other == Some(first)).then_some(first)
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
