use crate::constants::{ConstantRow, Constants};
use crate::deployment::{Deployment, Weights};
use crate::electricity::Zone;
use crate::factor::{Factor, Provenance};
use crate::model::Model;
use crate::provider::Provider;
use crate::source::Source;
use crate::table::{Table, TableError};
use crate::video_model::VideoTables;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The formulas of a revision. F1 (before release 0.2) is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FormulaSet {
    /// Linear fits; parameters may be ranges.
    F2,
    /// The 95 % interval of the fits.
    F3,
    /// Batches, powers of two, data centres of the providers, water.
    F4,
    /// Measured throughput.
    F5,
    /// Water counts the PUE once.
    F6,
}

impl FormulaSet {
    /// Whether the server answers several requests at once.
    #[inline(always)]
    pub fn has_batches(self) -> bool {
        self >= Self::F4
    }

    /// Whether the fits have an interval, so that the usage is always a range.
    #[inline(always)]
    pub fn has_fit_interval(self) -> bool {
        self == Self::F3
    }

    /// Whether a measured throughput replaces the fitted latency.
    #[inline(always)]
    pub fn has_measured_throughput(self) -> bool {
        self >= Self::F5
    }

    /// Whether water is modelled.
    #[inline(always)]
    pub fn has_water(self) -> bool {
        self.has_batches()
    }

    /// Whether water has the mistake that counts the PUE twice.
    #[inline(always)]
    pub fn counts_pue_twice_for_water(self) -> bool {
        matches!(self, Self::F4 | Self::F5)
    }
}

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read at the source.
    Verified,
    /// Reported by others.
    Secondary,
    /// To be read at the source before being relied on.
    ToConfirm,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// The release that brought a set of formulas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormulasSince {
    /// Name of the release.
    pub release: String,
    /// ISO date, `None` when it is not known.
    pub date: Option<String>,
}

/// The header of a revision in `revisions.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    release: String,
    formulas: FormulaSet,
    formulas_since: FormulasSince,
    video: bool,
    published: Option<String>,
    published_certainty: Certainty,
    valid_from: Option<String>,
    valid_until: Option<String>,
    default_zone: String,
    notice: String,
    tables: Vec<String>,
    changes: Vec<Text>,
}

/// A dated state of the method: its formulas and every table published with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    header: Header,
    constants: Constants,
    models: Vec<Model>,
    deployments: Vec<Deployment>,
    zones: Vec<Zone>,
    providers: Vec<Provider>,
    video: Option<VideoTables>,
    provenance: BTreeMap<String, Provenance>,
}

/// A factor of the tables in `factors.csv`.
pub(crate) struct FactorRow {
    pub(crate) name: String,
    pub(crate) table: String,
    pub(crate) place: String,
    pub(crate) unit: String,
    pub(crate) source: String,
}

impl Revision {
    /// Name of the release of the tables, such as `0.11.3`.
    pub fn release(&self) -> &str {
        &self.header.release
    }

    /// The formulas in force.
    pub fn formulas(&self) -> FormulaSet {
        self.header.formulas
    }

    /// The release that brought these formulas.
    pub fn formulas_since(&self) -> &FormulasSince {
        &self.header.formulas_since
    }

    /// Publication date, ISO, to the day or the month; `None` when it is not known.
    pub fn published(&self) -> Option<&str> {
        self.header.published.as_deref()
    }

    /// How well the publication date is known.
    pub fn published_certainty(&self) -> Certainty {
        self.header.published_certainty
    }

    /// First date on which these tables were the newest ones kept here.
    pub fn valid_from(&self) -> Option<&str> {
        self.header.valid_from.as_deref()
    }

    /// First date on which they no longer were.
    pub fn valid_until(&self) -> Option<&str> {
        self.header.valid_until.as_deref()
    }

    /// What changed the numbers, in words.
    pub fn changes(&self) -> &[Text] {
        &self.header.changes
    }

    /// The notice to print with the tables.
    pub fn notice(&self) -> &str {
        &self.header.notice
    }

    /// The files of this revision, in its folder.
    pub fn tables(&self) -> &[String] {
        &self.header.tables
    }

    /// The numbers that depend neither on the model nor on the zone.
    pub fn constants(&self) -> &Constants {
        &self.constants
    }

    /// The models, sorted by provider and name; a position is a key of [`crate::Columns`].
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    /// The zones, sorted by code; a position is a key of [`crate::Columns`].
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// The providers, sorted by name; none before release 0.9.
    pub fn providers(&self) -> &[Provider] {
        &self.providers
    }

    /// The key of a model in this revision, by its exact names.
    pub fn model_key(&self, provider: &str, name: &str) -> Option<u16> {
        self.models
            .binary_search_by(|model| {
                (model.provider.as_str(), model.name.as_str()).cmp(&(provider, name))
            })
            .ok()
            .and_then(|index| u16::try_from(index).ok())
    }

    /// The key of a zone in this revision.
    pub fn zone_key(&self, code: &str) -> Option<u16> {
        self.zones
            .binary_search_by(|zone| zone.code.as_str().cmp(code))
            .ok()
            .and_then(|index| u16::try_from(index).ok())
    }

    /// Where a factor stands and comes from.
    pub fn provenance(&self, factor: Factor) -> Option<&Provenance> {
        self.provenance.get(factor.name())
    }

    /// Whether videos can be estimated.
    pub fn has_video(&self) -> bool {
        self.video.is_some()
    }

    pub(crate) fn video(&self) -> Option<&VideoTables> {
        self.video.as_ref()
    }

    pub(crate) fn deployments(&self) -> &[Deployment] {
        &self.deployments
    }

    pub(crate) fn provider(&self, name: &str) -> Option<&Provider> {
        self.providers
            .binary_search_by(|provider| provider.name.as_str().cmp(name))
            .ok()
            .map(|index| &self.providers[index])
    }

    /// The zone of a request, or its provider's when it names none.
    pub(crate) fn zone_of(
        &self,
        provider: &str,
        code: Option<&str>,
    ) -> Result<&Zone, crate::EstimateError> {
        let code = code.unwrap_or_else(|| self.default_zone(provider));
        let key = self.zone_key(code);
        key.map(|key| &self.zones[usize::from(key)])
            .ok_or(crate::EstimateError::UnknownZone)
    }

    /// The zone of a provider when the request names none.
    pub(crate) fn default_zone(&self, provider: &str) -> &str {
        self.provider(provider)
            .map_or(&self.header.default_zone, |provider| &provider.default_zone)
    }

    /// The zone that stands for the average of the world.
    pub fn default_zone_code(&self) -> &str {
        &self.header.default_zone
    }

    pub(crate) fn read<'a>(
        header: Header,
        file: &impl Fn(&str) -> Option<&'a str>,
        factors: &[FactorRow],
        sources: &BTreeMap<String, Source>,
        errors: &mut Vec<TableError>,
    ) -> Option<Self> {
        let known = errors.len();
        let folder = header.release.clone();
        let table = |name: &str, errors: &mut Vec<TableError>| {
            let path = format!("{folder}/{name}");
            table(&path, file, errors)
        };
        let rows = table("constants.csv", errors)?.collect(errors, ConstantRow::read);
        let constants = Constants::read(&rows, header.formulas)
            .map_err(|problems| {
                errors.extend(problems.into_iter().map(|problem| TableError {
                    file: format!("{folder}/constants.csv"),
                    line: None,
                    problem,
                }));
            })
            .ok();
        let mut models = table("models.csv", errors)?.collect(errors, Model::read);
        models.sort_by(|a, b| (&a.provider, &a.name).cmp(&(&b.provider, &b.name)));
        let mut zones = table("electricity_mixes.csv", errors)?.collect(errors, Zone::read);
        zones.sort_by(|a, b| a.code.cmp(&b.code));
        let mut providers = Vec::new();
        if header.formulas.has_batches() {
            providers = table("providers.csv", errors)?.collect(errors, Provider::read);
            providers.sort_by(|a, b| a.name.cmp(&b.name));
        }
        let video = if header.video {
            Some(VideoTables::read(&folder, file, &rows, errors)?)
        } else {
            None
        };
        let provenance = provenance(&folder, &rows, factors, sources, errors);
        let constants = constants?;
        let deployments = models
            .iter()
            .filter_map(
                |model| match deployment(model, &constants, header.formulas) {
                    Ok(deployment) => Some(deployment),
                    Err(error) => {
                        errors.push(TableError {
                            file: format!("{folder}/models.csv"),
                            line: None,
                            problem: format!("{} {}: {error}", model.provider, model.name),
                        });
                        None
                    }
                },
            )
            .collect();
        let revision = Self {
            header,
            constants,
            models,
            deployments,
            zones,
            providers,
            video,
            provenance,
        };
        revision.check_links(errors);
        (errors.len() == known).then_some(revision)
    }

    /// Names used by one table and missing from another, and names written twice.
    fn check_links(&self, errors: &mut Vec<TableError>) {
        let folder = self.release();
        let mut fault = |name: &str, problem: String| {
            errors.push(TableError {
                file: format!("{folder}/{name}"),
                line: None,
                problem,
            });
        };
        for pair in self.models.windows(2) {
            if (&pair[0].provider, &pair[0].name) == (&pair[1].provider, &pair[1].name) {
                fault("models.csv", format!("{} is written twice", pair[0].name));
            }
        }
        for pair in self.zones.windows(2) {
            if pair[0].code == pair[1].code {
                fault(
                    "electricity_mixes.csv",
                    format!("{} is written twice", pair[0].code),
                );
            }
        }
        for model in &self.models {
            if self.formulas().has_batches() && self.provider(&model.provider).is_none() {
                fault(
                    "models.csv",
                    format!("{} is not in providers.csv: add it there", model.provider),
                );
            }
            if self.zone_key(self.default_zone(&model.provider)).is_none() {
                fault(
                    "providers.csv",
                    format!("the zone of {} has no electricity factors", model.provider),
                );
            }
        }
        if self.formulas().has_water() {
            for zone in &self.zones {
                if zone.electricity.wue.is_none() {
                    fault(
                        "electricity_mixes.csv",
                        format!("{}: wue_l_per_kwh is empty: write a number", zone.code),
                    );
                }
            }
        }
        // One position is kept for what is unknown, one for the provider's zone.
        if self.models.len() > usize::from(u16::MAX) - 2 {
            fault(
                "models.csv",
                "there are too many models for a key".to_owned(),
            );
        }
    }
}

pub(crate) fn table<'a>(
    path: &str,
    file: &impl Fn(&str) -> Option<&'a str>,
    errors: &mut Vec<TableError>,
) -> Option<Table> {
    let read = file(path)
        .ok_or_else(|| TableError {
            file: path.to_owned(),
            line: None,
            problem: "the file is missing: add it".to_owned(),
        })
        .and_then(|text| Table::read(path, text));
    read.map_err(|error| errors.push(error)).ok()
}

fn deployment(
    model: &Model,
    constants: &Constants,
    formulas: FormulaSet,
) -> Result<Deployment, crate::EstimateError> {
    let weights = Weights {
        active: model.active,
        total: model.total,
        tokens_per_second: model.tokens_per_second,
        first_token_s: model.first_token_s,
    };
    Deployment::new(&weights, constants, formulas)
}

fn provenance(
    folder: &str,
    rows: &[ConstantRow],
    factors: &[FactorRow],
    sources: &BTreeMap<String, Source>,
    errors: &mut Vec<TableError>,
) -> BTreeMap<String, Provenance> {
    let mut provenance = BTreeMap::new();
    let mut add = |name: &str, table: &str, place: &str, unit: &str, value, source: &str| {
        let Some(source) = sources.get(source) else {
            errors.push(TableError {
                file: format!("{folder}/constants.csv"),
                line: None,
                problem: format!("{name}: « {source} » is not in sources.json: add it there"),
            });
            return;
        };
        provenance.insert(
            name.to_owned(),
            Provenance {
                table: table.to_owned(),
                place: place.to_owned(),
                unit: unit.to_owned(),
                value,
                source: source.clone(),
            },
        );
    };
    for row in rows {
        let value = Some(row.value);
        add(
            &row.name,
            "constants",
            &row.name,
            &row.unit,
            value,
            &row.source,
        );
    }
    for row in factors {
        add(
            &row.name,
            &row.table,
            &row.place,
            &row.unit,
            None,
            &row.source,
        );
    }
    provenance
}
