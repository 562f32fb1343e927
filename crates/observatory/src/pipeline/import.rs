//! From a file to records.

use super::mappings;
use crate::clock;
use crate::complaint::complain;
use crate::instance::{Instance, change};
use anyhow::Result;
use chrono::NaiveDate;
use domain::people::Stage;
use domain::{
    Authority, CommonField, Department, Document, ImportRun, Imported, Language, PeerRecord,
    Publisher, Remark, Reported, SourceCell, Text, ToolSheet, Undone, UseCase,
};
use observe::register::{
    self, Format, OwnContext, Preview, RowRemark, SourceTable, gathered, read_own, read_peers,
};
use publish::typography::short_slug;
use publish::{Wording, sha256};
use reference::{Mapping, Owner, PublisherSheet};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{Prepared, PutCounts, Record, StoreError, Written};
use uuid::Uuid;

/// What is asked of an import.
pub struct Request<'a> {
    /// Name of the file, for the record of the import.
    pub file: String,
    /// Its content.
    pub bytes: &'a [u8],
    /// How it is read.
    pub mapping: &'a Mapping,
    /// Whether nothing must be written.
    pub is_dry_run: bool,
    /// Whether the file holds the whole register, so that what it lacks is gone.
    pub is_complete: bool,
    /// The authority own records go to.
    pub authority: Option<String>,
    /// Who publishes the register, when it is not the one that the mapping names.
    pub body: Option<Body>,
    /// Language of the report and of own records.
    pub language: Language,
}

/// A body that publishes its register in the shape of another, or of a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// ISO 3166 code; that of the mapping when absent.
    pub country: Option<String>,
    /// Licence of the file; not known when absent.
    pub licence: Option<String>,
}

/// The licence of a file of which nobody told it.
pub const NO_LICENCE: &str = "unknown";

impl Body {
    /// The sheet of the body, for a file that a mapping reads.
    ///
    /// # Errors
    ///
    /// A complaint, if its name is that of an authority of the observatory, if it says nothing, or
    /// if the country is no code.
    fn sheet(&self, mapped: &PublisherSheet, authorities: &[Authority]) -> Result<PublisherSheet> {
        let slug = short_slug(&self.name);
        let is_own = authorities.iter().any(|known| known.slug == slug);
        if slug.is_empty() || is_own {
            let remark = Remark::new("import-bad-publisher").with("name", &self.name);
            return Err(complain(remark));
        }
        let country = self
            .country
            .clone()
            .unwrap_or_else(|| mapped.country.clone());
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let remark = Remark::new("mapping-bad-country").with("country", country);
            return Err(complain(remark));
        }
        let name = Text::one(&mapped.language, self.name.trim());
        let licence = self.licence.clone();
        Ok(PublisherSheet {
            slug,
            attribution: name.clone(),
            name,
            country,
            language: mapped.language.clone(),
            licence: licence.unwrap_or_else(|| NO_LICENCE.to_owned()),
            url: None,
            is_shared: false,
        })
    }
}

/// Name space of the identifiers of publishers.
const PUBLISHERS: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a05);

/// What an import did.
pub struct Done {
    /// What came of each row.
    pub result: Imported,
    /// Under what it is kept; nothing when nothing was written.
    pub run: Option<Uuid>,
    /// What the mapping makes of the file, when nothing was to be written.
    pub preview: Option<Preview>,
}

/// Reads a file and writes its records: all of them, or none when something breaks.
pub async fn run(instance: &Instance, request: &Request<'_>) -> Result<Done> {
    mappings::check_file_of(instance, request.mapping)?;
    let table = decode(request.bytes, request.mapping)?;
    let format = Format::of(request.mapping, &table);
    if let Some(fault) = format.check_key(&table) {
        return Err(complain(fault));
    }
    let today = instance.today().await?;
    let plan = match &request.mapping.records {
        Owner::Peer(mapped) => {
            let publisher = publisher_of(instance, request, mapped).await?;
            peers(instance, request, &table, &format, &publisher, today).await?
        }
        Owner::Own => own(instance, request, &table, &format).await?,
    };
    let result = plan.result;
    if request.is_dry_run {
        return Ok(Done {
            result,
            run: None,
            preview: Some(register::preview(&table, &format)),
        });
    }
    let run = ImportRun {
        id: Uuid::now_v7(),
        at: clock::now(),
        format: request.mapping.id.clone(),
        file: request.file.clone(),
        sha256: sha256(request.bytes),
        owner: plan.owner,
        result: result.clone(),
        undone: None,
    };
    let mut documents = plan.documents;
    documents.push(Prepared::new(&run)?);
    let by_lead = change("lead");
    let store = &instance.store;
    match store
        .put_prepared_over(&documents, &plan.read, &by_lead)
        .await
    {
        Err(StoreError::Changed) => return Err(complain(Remark::new("import-changed"))),
        written => written?,
    };
    Ok(Done {
        result,
        run: Some(run.id),
        preview: None,
    })
}

/// Takes an import back: what it changed becomes again what it was, what it made is taken out,
/// and what somebody changed since is left alone.
pub async fn undo(instance: &Instance, kept: &Record<ImportRun>) -> Result<Undone> {
    let run = &kept.document;
    if run.undone.is_some() {
        return Err(complain(Remark::new("import-undone-already")));
    }
    if let Some(later) = later(instance, run).await? {
        let remark = Remark::new("import-undo-later").with("file", later.file);
        return Err(complain(remark.with("run", later.id)));
    }
    let store = &instance.store;
    let publisher = publisher_id(&run.owner);
    let before = store.get::<Publisher>(publisher).await?;
    let undoing = store.take_back(run, &change("lead")).await?;
    let after = store.get::<Publisher>(publisher).await?;
    // The sheet of the publisher is written with the records, but it is none of them.
    let version = |sheet: &Record<Publisher>| sheet.version;
    let is_withdrawn = before.is_some() && after.is_none();
    let is_restored =
        after.is_some() && before.as_ref().map(version) != after.as_ref().map(version);
    let undone = Undone {
        on: instance.today().await?,
        restored: undoing.restored - usize::from(is_restored),
        withdrawn: undoing.withdrawn - usize::from(is_withdrawn),
        kept: undoing.kept,
    };
    let run = ImportRun {
        undone: Some(undone),
        ..run.clone()
    };
    // If two people ask at once, the second finds nothing to take back and is told here.
    store
        .put_expecting(&run, kept.version, &change("lead"))
        .await?;
    Ok(undone)
}

/// The last import of the register of somebody else that came after one: it rests on what that one
/// wrote, so that the last is taken back first.
async fn later(instance: &Instance, run: &ImportRun) -> Result<Option<ImportRun>> {
    let authorities = instance.authorities().await?;
    if authorities.iter().any(|known| known.slug == run.owner) {
        return Ok(None);
    }
    let all = instance.store.all::<ImportRun>().await?.into_iter();
    let later = all
        .map(|record| record.document)
        .filter(|other| other.owner == run.owner && other.undone.is_none() && other.at > run.at);
    Ok(later.max_by_key(|other| other.at))
}

/// What an import would write, and what it says of it.
struct Plan {
    owner: String,
    documents: Vec<Prepared>,
    /// Versions of own records that the new ones start from.
    read: BTreeMap<Uuid, u32>,
    result: Imported,
}

fn prepare<D: Document>(documents: &[D]) -> Result<Vec<Prepared>> {
    let prepared = documents.iter().map(Prepared::new);
    Ok(prepared.collect::<Result<_, _>>()?)
}

/// Decodes a file.
pub fn decode(bytes: &[u8], mapping: &Mapping) -> Result<SourceTable> {
    register::decode(bytes, &mapping.file)
        .map_err(|error| complain(Remark::new(error.key).with("detail", error.detail)))
}

/// Who publishes the register of a file: the body that the import names, else the one of the
/// mapping, unless many publish in its shape.
async fn publisher_of(
    instance: &Instance,
    request: &Request<'_>,
    mapped: &PublisherSheet,
) -> Result<PublisherSheet> {
    match &request.body {
        Some(body) => body.sheet(mapped, &instance.authorities().await?),
        None if mapped.is_shared => Err(complain(Remark::new("import-whose-register"))),
        None => Ok(mapped.clone()),
    }
}

async fn peers(
    instance: &Instance,
    request: &Request<'_>,
    table: &SourceTable,
    format: &Format<'_>,
    publisher: &PublisherSheet,
    today: NaiveDate,
) -> Result<Plan> {
    let mut reading = read_peers(table, format, publisher, today);
    let known: HashMap<Uuid, PeerRecord> = instance
        .store
        .all_of::<PeerRecord>(&publisher.slug)
        .await?
        .into_iter()
        .map(|record| (record.document.id, record.document))
        .collect();
    let mut kept = BTreeSet::new();
    for record in &mut reading.records {
        if let Some(before) = known.get(&record.id) {
            record.first_seen = before.first_seen;
            kept.append(&mut keep_unread(record, before, format));
        }
    }
    if !kept.is_empty() {
        let fields: Vec<_> = kept.iter().map(|field| field.code()).collect();
        let remark = Remark::new("import-fields-kept").with("fields", fields.join(", "));
        reading.remarks.insert(0, RowRemark::of_file(remark));
    }
    let gone = if request.is_complete {
        gone_since(&known, &reading.records, today)
    } else {
        Vec::new()
    };
    let counts = compare(&reading.records, |id| known.get(&id));
    let mut documents = prepare(&[publisher_record(publisher, format.mapping, today)])?;
    documents.extend(prepare(&reading.records)?);
    documents.extend(prepare(&gone)?);
    let reported = reported(&reading.remarks, instance, request.language);
    let inferred = reading.records.iter();
    let inferred = inferred.filter(|record| record.generative_inferred.is_some());
    let inferred = inferred.count();
    let counted = imported(reading.read, counts, gone.len(), &reading.remarks, reported);
    let changed = reading.records.iter().flat_map(|record| {
        let before = known.get(&record.id);
        let fields = before.map_or_else(Vec::new, |before| before.changed_fields(record));
        fields.into_iter().map(|field| field.code().to_owned())
    });
    Ok(Plan {
        owner: publisher.slug.clone(),
        documents,
        read: BTreeMap::new(),
        result: Imported {
            inferred,
            changed: counted_by_field(changed),
            ..counted
        },
    })
}

/// Gives a record back what it said in fields that this file has no column for: a poorer file says
/// nothing of them, which is not that they are empty. The fields are told.
fn keep_unread(
    record: &mut PeerRecord,
    before: &PeerRecord,
    format: &Format<'_>,
) -> BTreeSet<CommonField> {
    let unread = before
        .fields
        .iter()
        .filter(|(field, _)| !format.reads(**field));
    let unread: Vec<_> = unread
        .map(|(field, value)| (*field, value.clone()))
        .collect();
    if !format.reads(CommonField::LifecycleStatus) {
        record.lifecycle = before.lifecycle;
    }
    if !format.reads_generative() {
        record.generative = before.generative;
        record.generative_inferred = before.generative_inferred.clone();
    }
    if !unread.is_empty() {
        let row = std::mem::take(&mut record.source_row);
        let is_read = |cell: &SourceCell| row.iter().any(|read| read.column == cell.column);
        let left = before.source_row.iter().filter(|cell| !is_read(cell));
        let left: Vec<_> = left.cloned().collect();
        record.source_row = [row, left].concat();
    }
    let fields = unread.iter().map(|(field, _)| *field).collect();
    record.fields.extend(unread);
    fields
}

/// What writing the records would do.
fn compare<'a, D: Document + PartialEq + 'a>(
    records: &[D],
    known: impl Fn(Uuid) -> Option<&'a D>,
) -> PutCounts {
    let written = records.iter().map(|record| match known(record.id()) {
        None => Written::Created,
        Some(before) if before == record => Written::Unchanged,
        Some(_) => Written::Updated,
    });
    written.collect()
}

fn gone_since(
    known: &HashMap<Uuid, PeerRecord>,
    records: &[PeerRecord],
    today: NaiveDate,
) -> Vec<PeerRecord> {
    let listed: HashSet<Uuid> = records.iter().map(|record| record.id).collect();
    let mut gone: Vec<PeerRecord> = known
        .values()
        .filter(|record| record.gone_since.is_none() && !listed.contains(&record.id))
        .map(|record| PeerRecord {
            gone_since: Some(today),
            ..record.clone()
        })
        .collect();
    gone.sort_by_key(|record| record.id);
    gone
}

fn publisher_id(slug: &str) -> Uuid {
    Uuid::new_v5(&PUBLISHERS, slug.as_bytes())
}

fn publisher_record(sheet: &PublisherSheet, mapping: &Mapping, today: NaiveDate) -> Publisher {
    Publisher {
        id: publisher_id(&sheet.slug),
        slug: sheet.slug.clone(),
        name: sheet.name.clone(),
        country: sheet.country.clone(),
        language: sheet.language.clone(),
        licence: sheet.licence.clone(),
        attribution: sheet.attribution.clone(),
        url: sheet.url.clone(),
        edition: mapping.edition.clone(),
        imported_on: Some(today),
        api: None,
    }
}

async fn own(
    instance: &Instance,
    request: &Request<'_>,
    table: &SourceTable,
    format: &Format<'_>,
) -> Result<Plan> {
    let authorities = instance.authorities().await?;
    let wanted = request.authority.as_deref();
    let authority = match (wanted, authorities.as_slice()) {
        (Some(slug), _) => authorities.iter().find(|a| a.slug == slug),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    let Some(authority) = authority else {
        let slugs: Vec<_> = authorities.iter().map(|a| a.slug.as_str()).collect();
        let remark = Remark::new("import-whose").with("slugs", slugs.join(", "));
        return Err(complain(remark));
    };
    let stored = instance.store.all::<UseCase>().await?;
    let read = stored
        .iter()
        .map(|record| (record.document.id, record.version))
        .collect();
    let existing: Vec<UseCase> = stored.into_iter().map(|record| record.document).collect();
    let prefix = authority.reference_prefix.as_str();
    let context = OwnContext {
        authority: &authority.slug,
        language: request.language.tag(),
        departments: department_names(instance).await?,
        tools: tool_names(instance).await?,
        last_number: last_number(&existing, prefix),
        reference_prefix: prefix,
        existing: existing.into_iter().map(|u| (u.id, u)).collect(),
    };
    let mut reading = read_own(table, format, &context);
    let today = instance.today().await?;
    let fallen = fall(&mut reading.records, &context.existing, today);
    if !fallen.is_empty() {
        let remark = Remark::new("import-decisions-fall").with("records", fallen.join(", "));
        reading.remarks.insert(0, RowRemark::of_file(remark));
    }
    let counts = compare(&reading.records, |id| context.existing.get(&id));
    let reported = reported(&reading.remarks, instance, request.language);
    let changed = reading.records.iter().flat_map(|record| {
        let before = context.existing.get(&record.id);
        before.map_or_else(Vec::new, |before| before.changed_fields(record))
    });
    let changed = counted_by_field(changed.filter(|field| field != "source_row"));
    Ok(Plan {
        owner: authority.slug.clone(),
        documents: prepare(&reading.records)?,
        read,
        result: Imported {
            changed,
            ..imported(reading.read, counts, 0, &reading.remarks, reported)
        },
    })
}

/// Makes the decisions fall that were taken on what an import changes; their records, by reference.
fn fall(
    records: &mut [UseCase],
    existing: &BTreeMap<Uuid, UseCase>,
    today: NaiveDate,
) -> Vec<String> {
    let mut fallen = Vec::new();
    for record in records {
        let Some(before) = existing.get(&record.id) else {
            continue;
        };
        *record = record.clone().revised(before, today);
        let stage = Stage::of(record);
        if stage == Stage::Voided && stage != Stage::of(before) {
            fallen.push(record.reference.clone());
        }
    }
    fallen
}

fn counted_by_field(fields: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for field in fields {
        *counts.entry(field).or_default() += 1;
    }
    counts
}

/// The fields in which records changed with how many, the most frequent first, by their names; `None`
/// when none did.
pub fn changed_by_field(imported: &Imported, w: &Wording) -> Option<String> {
    let mut counts: Vec<_> = imported.changed.iter().collect();
    counts.sort_by_key(|(field, count)| (Reverse(**count), (*field).clone()));
    let said = counts.into_iter().map(|(field, count)| {
        let named = super::export::label(w.reference, field, w.language);
        format!("{} {}", Wording::within(&named), w.count(*count))
    });
    let said: Vec<_> = said.collect();
    let blanks = [("fields", w.list(&said).into())];
    (!said.is_empty()).then(|| w.format("import-changed-fields", &blanks))
}

fn last_number(existing: &[UseCase], prefix: &str) -> u32 {
    existing
        .iter()
        .filter_map(|u| {
            u.reference
                .strip_prefix(prefix)?
                .strip_prefix('-')?
                .parse()
                .ok()
        })
        .max()
        .unwrap_or(0)
}

async fn department_names(instance: &Instance) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for record in instance.store.all::<Department>().await? {
        let department = record.document;
        for (_, name) in department.name.iter() {
            names.insert(Mapping::fold(name), department.key.clone());
        }
        names.insert(department.key.clone(), department.key);
    }
    Ok(names)
}

async fn tool_names(instance: &Instance) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for record in instance.store.all::<ToolSheet>().await? {
        let tool = record.document;
        for (_, name) in tool.name.iter() {
            names.insert(Mapping::fold(name), tool.key.clone());
        }
        names.insert(tool.key.clone(), tool.key);
    }
    Ok(names)
}

fn reported(remarks: &[RowRemark], instance: &Instance, language: Language) -> Vec<Reported> {
    let library = instance.library();
    let words = &library.words;
    gathered(remarks)
        .into_iter()
        .map(|told| Reported {
            row: told.first.row,
            column: told.first.column.clone(),
            problem: words.remark(language, &told.first.remark),
            hint: words.hint(language, &told.first.remark),
            count: told.rows,
        })
        .collect()
}

/// The remarks to read first: what many rows say comes before what one does.
pub fn first(reported: &[Reported], at_most: usize) -> Vec<&Reported> {
    let mut first: Vec<_> = reported.iter().collect();
    first.sort_by_key(|found| Reverse(found.count));
    first.truncate(at_most);
    first
}

fn imported(
    read: usize,
    counts: PutCounts,
    gone: usize,
    remarks: &[RowRemark],
    reported: Vec<Reported>,
) -> Imported {
    let refused: HashSet<usize> = remarks
        .iter()
        .filter(|remark| remark.is_refusal)
        .map(|remark| remark.row)
        .collect();
    Imported {
        read,
        imported: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        refused: refused.len(),
        gone,
        inferred: 0,
        changed: BTreeMap::new(),
        reported,
    }
}
