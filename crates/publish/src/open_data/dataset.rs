use super::plain::Plain;
use super::{catalogue, citation, footprint, history, linked, numbers, package, parquet};
use super::{register, research, schema};
use crate::numbers::Numbers;
use crate::sha256;
use crate::snapshot::{Scope, Snapshot};
use crate::wording::Wording;
use chrono::NaiveDate;
use domain::{Authority, Language};

/// What the open data of a scope are made from.
#[derive(Clone, Copy)]
pub struct Dataset<'a> {
    /// The data.
    pub snapshot: &'a Snapshot,
    /// Of whom.
    pub scope: Scope<'a>,
    /// The numbers of the scope.
    pub numbers: &'a Numbers,
    /// The language of the files that have a single one.
    pub wording: Wording<'a>,
    /// Address the public uses, without final slash; `None` when the files are not on a site.
    pub public_url: Option<&'a str>,
    /// Where the files are offered.
    pub offered: Offered,
}

/// Where files are offered, and so what stands beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// On a site, which answers programs too.
    Site,
    /// In a copy of a site: its pages and their files, and nothing that answers.
    Copy,
    /// In the folder of an edition: nothing else is frozen with them.
    Edition,
}

/// One file of the open data: first the data, then what describes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFile {
    /// The register, one row a record.
    RegisterCsv,
    /// The register, whole records.
    RegisterJson,
    /// The register, one row a record and a type a column.
    RegisterParquet,
    /// The register as linked data.
    RegisterLinked,
    /// Every version of every record.
    History,
    /// Every number with its unit and interval.
    Numbers,
    /// The footprint of the records.
    Footprint,
    /// The columns of the register.
    Schema,
    /// Data Package.
    Package,
    /// Sizes are in the package; this holds the sums, one a line.
    Checksums,
    /// Citation File Format.
    Citation,
    /// `DataCite` metadata.
    DataCite,
    /// RO-Crate metadata.
    RoCrate,
    /// DCAT-AP catalogue as JSON-LD.
    CatalogueJson,
    /// The same as Turtle.
    CatalogueTurtle,
    /// The same as RDF/XML.
    CatalogueXml,
}

/// A file of data, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Which one.
    pub file: OpenFile,
    /// Its content.
    pub bytes: Vec<u8>,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl OpenFile {
    /// Every file.
    pub const ALL: [Self; 16] = [
        Self::RegisterCsv,
        Self::RegisterParquet,
        Self::RegisterJson,
        Self::RegisterLinked,
        Self::History,
        Self::Numbers,
        Self::Footprint,
        Self::Schema,
        Self::Package,
        Self::Checksums,
        Self::Citation,
        Self::DataCite,
        Self::RoCrate,
        Self::CatalogueJson,
        Self::CatalogueTurtle,
        Self::CatalogueXml,
    ];

    /// Its name on the site and in the folder of an edition.
    pub fn name(self) -> &'static str {
        match self {
            Self::RegisterCsv => "registre.csv",
            Self::RegisterParquet => "registre.parquet",
            Self::RegisterJson => "registre.json",
            Self::RegisterLinked => "registre.jsonld",
            Self::History => "histoire.json",
            Self::Numbers => "nombres.csv",
            Self::Footprint => "empreinte.csv",
            Self::Schema => "schema.json",
            Self::Package => "datapackage.json",
            Self::Checksums => "SHA256SUMS",
            Self::Citation => "CITATION.cff",
            Self::DataCite => "datacite.json",
            Self::RoCrate => "ro-crate-metadata.json",
            Self::CatalogueJson => "catalogue.jsonld",
            Self::CatalogueTurtle => "catalogue.ttl",
            Self::CatalogueXml => "catalogue.rdf",
        }
    }

    /// The file of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }

    /// Its media type, without parameter.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::RegisterCsv | Self::Numbers | Self::Footprint => "text/csv",
            Self::RegisterParquet => "application/vnd.apache.parquet",
            Self::RegisterLinked | Self::RoCrate | Self::CatalogueJson => "application/ld+json",
            Self::CatalogueTurtle => "text/turtle",
            Self::CatalogueXml => "application/rdf+xml",
            Self::Checksums => "text/plain",
            Self::Citation => "application/yaml",
            Self::RegisterJson | Self::History | Self::Schema | Self::Package | Self::DataCite => {
                "application/json"
            }
        }
    }

    /// How its format is called.
    pub fn format(self) -> &'static str {
        match self.media_type() {
            "text/csv" => "CSV",
            "application/vnd.apache.parquet" => "Parquet",
            "application/ld+json" => "JSON-LD",
            "text/turtle" => "Turtle",
            "application/rdf+xml" => "RDF/XML",
            "application/yaml" => "YAML",
            "text/plain" => "TXT",
            _ => "JSON",
        }
    }

    /// What it holds: key of a message.
    pub fn key(self) -> &'static str {
        match self {
            Self::RegisterCsv => "open-file-register-csv",
            Self::RegisterParquet => "open-file-register-parquet",
            Self::RegisterJson => "open-file-register-json",
            Self::RegisterLinked => "open-file-register-linked",
            Self::History => "open-file-history",
            Self::Numbers => "open-file-numbers",
            Self::Footprint => "open-file-footprint",
            Self::Schema => "open-file-schema",
            Self::Package => "open-file-package",
            Self::Checksums => "open-file-checksums",
            Self::Citation => "open-file-citation",
            Self::DataCite => "open-file-datacite",
            Self::RoCrate => "open-file-ro-crate",
            Self::CatalogueJson | Self::CatalogueTurtle | Self::CatalogueXml => {
                "open-file-catalogue"
            }
        }
    }

    /// What is good to know before it is read; for a CSV, how its cells are written.
    pub(super) fn describe(self, words: &Plain) -> String {
        let name = self.key().trim_start_matches("open-file-");
        let means = words.get(&format!("open-file-{name}-means"));
        match self.media_type() {
            "text/csv" => format!("{means} {}", words.get("open-csv-rules")),
            _ => means,
        }
    }

    /// Whether it is listed with its size and sum by those that describe the data.
    pub fn is_data(self) -> bool {
        matches!(
            self,
            Self::RegisterCsv
                | Self::RegisterParquet
                | Self::RegisterJson
                | Self::RegisterLinked
                | Self::History
                | Self::Numbers
                | Self::Footprint
                | Self::Schema
        )
    }

    /// Whether it can be read as text, in UTF-8.
    pub fn is_text(self) -> bool {
        self != Self::RegisterParquet
    }

    /// Whether its rows are the columns that the schema describes.
    pub fn has_schema(self) -> bool {
        matches!(self, Self::RegisterCsv | Self::RegisterParquet)
    }

    /// Whether it means nothing without the address of a site.
    pub fn needs_address(self) -> bool {
        matches!(
            self,
            Self::CatalogueJson | Self::CatalogueTurtle | Self::CatalogueXml
        )
    }
}

impl<'a> Dataset<'a> {
    /// The content of a file. The same snapshot gives the same bytes.
    pub fn write(&self, file: OpenFile) -> Vec<u8> {
        let text = match file {
            OpenFile::RegisterParquet => return parquet::write(self),
            OpenFile::RegisterCsv => register::register_csv(self.snapshot, self.scope),
            OpenFile::RegisterJson => register::register_json(self.snapshot, self.scope),
            OpenFile::RegisterLinked => linked::write(self),
            OpenFile::History => history::write(self),
            OpenFile::Numbers => numbers::numbers_csv(self.numbers),
            OpenFile::Footprint => footprint::footprint_csv(self.snapshot, self.scope),
            OpenFile::Schema => schema::write(self),
            OpenFile::Package => package::write(self),
            OpenFile::Checksums => package::checksums(self),
            OpenFile::Citation => citation::write(self),
            OpenFile::DataCite => research::datacite(self),
            OpenFile::RoCrate => research::ro_crate(self),
            OpenFile::CatalogueJson => catalogue::graph(self).json(),
            OpenFile::CatalogueTurtle => catalogue::graph(self).turtle(),
            OpenFile::CatalogueXml => catalogue::graph(self).xml(),
        };
        text.into_bytes()
    }

    /// The files of data, with their sums.
    pub fn downloads(&self) -> Vec<Download> {
        let files = OpenFile::ALL.into_iter().filter(|file| file.is_data());
        files
            .map(|file| {
                let bytes = self.write(file);
                Download {
                    file,
                    sha256: sha256(&bytes),
                    bytes,
                }
            })
            .collect()
    }

    /// What one reads to cite the data: who, what, which day, under which licence, where.
    pub fn how_to_cite(&self) -> String {
        let blanks = [
            ("publisher", self.publisher(&self.words()).into()),
            ("title", self.title(&self.words()).into()),
            ("date", self.wording.date(self.snapshot.built_on).into()),
            ("url", self.address("donnees").into()),
        ];
        self.wording.format("open-cite", &blanks)
    }

    /// The day when what the public sees last changed: what is written anew every day is not
    /// another version every day. The day of the snapshot, when nothing was ever public.
    pub(crate) fn changed_on(&self) -> NaiveDate {
        let changed = self.snapshot.changed_at(self.scope);
        changed.map_or(self.snapshot.built_on, |at| at.date_naive())
    }

    /// The address of a page or file of the scope, in the first language so that it is the same
    /// for every reader; a name of its own when there is no site.
    pub(crate) fn address(&self, page: &str) -> String {
        let scope = self.scope.slug();
        match self.public_url {
            Some(url) => format!("{url}/{}/{scope}/{page}", Language::default().tag()),
            None => format!("urn:vigie:{scope}:{page}"),
        }
    }

    /// How files for programs say things in each language, first one first.
    pub(crate) fn wordings(&self) -> [Plain<'a>; 2] {
        Language::ALL.map(|language| Plain::of(self.wording, language))
    }

    /// How a file that has a single language says things.
    pub(crate) fn words(&self) -> Plain<'a> {
        Plain::of(self.wording, self.wording.language)
    }

    /// The name of the authority, or of all of them.
    pub(crate) fn publisher(&self, words: &Plain) -> String {
        let names: Vec<String> = self.authorities().map(|a| words.text(&a.name)).collect();
        words.list(&names)
    }

    /// The authorities of the scope.
    pub(super) fn authorities(&self) -> impl Iterator<Item = &'a Authority> {
        let all = self.snapshot.authorities.iter();
        all.filter(|authority| self.scope.holds(&authority.slug))
    }

    /// The title of the register.
    pub(crate) fn title(&self, words: &Plain) -> String {
        words.format("open-title", &[("name", self.publisher(words).into())])
    }

    /// What the data are, and that they are invented when they are.
    pub(super) fn description(&self, words: &Plain) -> String {
        self.told(words, words.get("open-description"))
    }

    /// A description, and that everything is invented when it is.
    pub(super) fn told(&self, words: &Plain, description: String) -> String {
        if self.snapshot.is_demonstration {
            format!("{description} {}", words.get("open-invented"))
        } else {
            description
        }
    }

    /// Key words of the data.
    pub(super) fn keywords(&self, words: &Plain) -> Vec<String> {
        let keywords = words.get("open-keywords");
        keywords.split(", ").map(str::to_owned).collect()
    }
}
