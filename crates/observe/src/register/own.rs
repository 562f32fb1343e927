use super::format::Format;
use super::keys::keys;
use super::row::{Reading, Row, RowRemark};
use super::table::SourceTable;
use domain::{
    CommonField, DataKind, DataUse, Evidence, Frequency, FrequencyLevel, Generative, Ground,
    Lifecycle, Publication, PublicationLevel, Remark, Stop, Task, Text, UseCase,
};
use reference::Mapping;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Where own records go.
pub struct OwnContext<'a> {
    /// Slug of the authority.
    pub authority: &'a str,
    /// BCP 47 tag of the language the file is written in.
    pub language: &'a str,
    /// Departments by folded name and by key → key.
    pub departments: BTreeMap<String, String>,
    /// Tools by folded name and by key → key.
    pub tools: BTreeMap<String, String>,
    /// Records that exist, by identifier: a row changes only the fields it fills in.
    pub existing: BTreeMap<Uuid, UseCase>,
    /// References that exist, so that a new one is not given twice.
    pub reference_prefix: &'a str,
    /// The highest number given so far.
    pub last_number: u32,
}

/// Name space of the identifiers of own records that come from a file.
const OWN: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a02);

/// Reads every row as a use case of the authority.
pub fn read_own(table: &SourceTable, format: &Format, context: &OwnContext) -> Reading<UseCase> {
    let mut reading = Reading::of(table, format);
    let mut number = context.last_number;
    let mut taken = BTreeSet::new();
    for (index, key) in keys(table, format).into_iter().enumerate() {
        let row = Row::new(format, table, index);
        let identity = format!("{}\n{key}", context.authority);
        let of_key = Uuid::new_v5(&OWN, identity.as_bytes());
        let mut remarks = Vec::new();
        let mut reader = OwnRow {
            fields: row.fields(&mut remarks),
            row,
            context,
            remarks,
        };
        let id = reader.known(of_key, &taken).unwrap_or(of_key);
        if !taken.insert(id) {
            reader.refuse(CommonField::Reference, Remark::new("row-same-record"));
        }
        let record = reader.record(id, &mut number, table.cells(index));
        let refused = reader.remarks.iter().any(|remark| remark.is_refusal);
        reading.remarks.append(&mut reader.remarks);
        reading.records.extend(record.filter(|_| !refused));
    }
    reading
}

struct OwnRow<'a> {
    row: Row<'a>,
    fields: BTreeMap<CommonField, String>,
    context: &'a OwnContext<'a>,
    remarks: Vec<RowRemark>,
}

impl OwnRow<'_> {
    /// The record that a row is about: the one of its reference, else the one that a row of the same
    /// key made, else the only one of the authority with this name and no other department.
    fn known(&mut self, of_key: Uuid, taken: &BTreeSet<Uuid>) -> Option<Uuid> {
        let here = |record: &&UseCase| record.authority == self.context.authority;
        let mut records = self.context.existing.values().filter(here);
        if let Some(reference) = self.fields.get(&CommonField::Reference) {
            let is_it = |record: &&UseCase| record.reference.eq_ignore_ascii_case(reference.trim());
            if let Some(found) = records.find(is_it) {
                return Some(found.id);
            }
            let remark = Remark::new("row-unknown-reference").with("value", reference);
            self.remarks
                .push(self.row.remark(CommonField::Reference, remark, false));
        }
        if self.context.existing.contains_key(&of_key) {
            return Some(of_key);
        }
        let name = Mapping::fold(self.fields.get(&CommonField::Name)?);
        let department = self.fields.get(&CommonField::Department);
        let department =
            department.and_then(|word| self.context.departments.get(&Mapping::fold(word)));
        let is_it = |record: &&UseCase| {
            let mut names = record.name.iter();
            let is_elsewhere = record.department.is_some()
                && department.is_some()
                && record.department.as_ref() != department;
            !taken.contains(&record.id)
                && !is_elsewhere
                && names.any(|(_, known)| Mapping::fold(known) == name)
        };
        let mut found = self.context.existing.values().filter(here).filter(is_it);
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only.id),
            _ => None,
        }
    }

    fn record(
        &mut self,
        id: Uuid,
        number: &mut u32,
        source_row: Vec<domain::SourceCell>,
    ) -> Option<UseCase> {
        if let Some(refusal) = self.row.missing(&self.fields) {
            self.remarks.push(refusal);
            return None;
        }
        let Some(name) = self.text(CommonField::Name) else {
            let remark = Remark::new("row-missing-field").with("field", "name");
            self.refuse(CommonField::Name, remark);
            return None;
        };
        let mut record = match self.context.existing.get(&id) {
            Some(record) => record.clone(),
            None => {
                let lifecycle = self.row.lifecycle(&self.fields, &mut self.remarks);
                let Some(lifecycle) = lifecycle else {
                    let remark = Remark::new("row-missing-field").with("field", "lifecycle_status");
                    self.refuse(CommonField::LifecycleStatus, remark);
                    return None;
                };
                *number += 1;
                let reference = format!("{}-{number:03}", self.context.reference_prefix);
                blank(
                    id,
                    reference,
                    self.context.authority,
                    name.clone(),
                    lifecycle,
                )
            }
        };
        record.name = name;
        record.source_row = source_row;
        self.fill(&mut record);
        Some(record)
    }

    fn refuse(&mut self, field: CommonField, remark: Remark) {
        self.remarks.push(self.row.remark(field, remark, true));
    }

    fn tell(&mut self, field: CommonField, value: &str) {
        let is_name = matches!(field, CommonField::Department | CommonField::Tool);
        let section = if is_name { "names" } else { "values" };
        let remark = Remark::new("row-unmapped-value").with("value", value);
        let remark = remark.with("section", section);
        self.remarks.push(self.row.remark(field, remark, false));
    }

    fn text(&self, field: CommonField) -> Option<Text> {
        let value = self.fields.get(&field)?;
        Some(Text::one(self.context.language, value.clone()))
    }

    /// A code of a closed list.
    fn code<T>(&mut self, field: CommonField, from_code: fn(&str) -> Option<T>) -> Option<T> {
        let value = self.fields.get(&field)?.clone();
        let found = from_code(&Mapping::fold(&value));
        if found.is_none() {
            self.tell(field, &value);
        }
        found
    }

    fn key(&mut self, field: CommonField, known: &BTreeMap<String, String>) -> Option<String> {
        let value = self.fields.get(&field)?.clone();
        let found = known.get(&Mapping::fold(&value)).cloned();
        if found.is_none() {
            self.tell(field, &value);
        }
        found
    }

    /// Sets what the row fills in and leaves the rest as it stands.
    fn fill(&mut self, record: &mut UseCase) {
        let texts: [(CommonField, &mut Option<Text>); 14] = [
            (CommonField::Summary, &mut record.summary),
            (CommonField::AccountableRole, &mut record.accountable_role),
            (CommonField::Contact, &mut record.contact),
            (CommonField::Need, &mut record.need),
            (CommonField::ExpectedBenefits, &mut record.expected_benefits),
            (
                CommonField::AlternativeWithoutAi,
                &mut record.alternative_without_ai,
            ),
            (CommonField::Proportionality, &mut record.proportionality),
            (CommonField::PolicyArea, &mut record.policy_area),
            (CommonField::AffectedGroups, &mut record.affected_groups),
            (CommonField::HumanOversight, &mut record.human_oversight),
            (CommonField::Appeal, &mut record.appeal),
            (CommonField::NoticeToPublic, &mut record.notice_to_public),
            (CommonField::Technique, &mut record.technique),
            (CommonField::Outputs, &mut record.outputs),
        ];
        for (field, target) in texts {
            if let Some(value) = self.fields.get(&field) {
                *target = Some(Text::one(self.context.language, value.clone()));
            }
        }
        if let Some(state) = self.row.lifecycle(&self.fields, &mut Vec::new()) {
            record.lifecycle = state;
        }
        let context = self.context;
        if let Some(key) = self.key(CommonField::Department, &context.departments) {
            record.department = Some(key);
        }
        if let Some(key) = self.key(CommonField::Tool, &context.tools) {
            record.tool = Some(key);
        }
        if let Some(task) = self.code(CommonField::Task, Task::from_code) {
            record.task = Some(task);
        }
        if let Some(kind) = self.code(CommonField::DataKind, DataKind::from_code) {
            record.data = Some(DataUse {
                kind,
                categories: Vec::new(),
                retention: None,
            });
        }
        if let Some(evidence) = self.code(CommonField::Evidence, Evidence::from_code) {
            record.evidence = evidence;
        }
        if let Some(generative) = self.code(CommonField::Generative, Generative::from_code) {
            record.generative = generative;
        }
        if let Some(level) = self.code(CommonField::Frequency, FrequencyLevel::from_code) {
            record.frequency = Some(Frequency {
                level,
                uses_per_month: None,
            });
        }
        if let Some(reason) = self.text(CommonField::StopReason) {
            record.stop = Some(Stop {
                reason,
                stopped_on: None,
            });
        }
        self.fill_publication(record);
    }

    fn fill_publication(&mut self, record: &mut UseCase) {
        let level = self.code(CommonField::PublicationLevel, PublicationLevel::from_code);
        let ground = self.code(CommonField::PublicationGround, Ground::from_code);
        if let Some(level) = level {
            record.publication.level = level;
            // Somebody said what may be published: that nobody checked it is no ground any more,
            // and what is published whole has none.
            let is_new = !self.context.existing.contains_key(&record.id);
            if is_new || level == PublicationLevel::Public {
                record.publication.ground = None;
            }
        }
        if ground.is_some() {
            record.publication.ground = ground;
        }
        let needs_ground = record.publication.level != PublicationLevel::Public;
        if needs_ground && record.publication.ground.is_none() {
            self.refuse(CommonField::PublicationGround, Remark::new("row-no-ground"));
        }
    }
}

/// A record of which only the name and the state are known. It stays internal until somebody
/// says what may be published; the ground is that nobody has checked it yet.
fn blank(
    id: Uuid,
    reference: String,
    authority: &str,
    name: Text,
    lifecycle: Lifecycle,
) -> UseCase {
    let document = serde_json::json!({
        "id": id,
        "reference": reference,
        "authority": authority,
        "name": name,
        "lifecycle": lifecycle,
        "evidence": Evidence::Declared,
        "generative": Generative::Unknown,
        "publication": Publication {
            level: PublicationLevel::Internal,
            ground: Some(Ground::Unverified),
            note: None,
        },
    });
    serde_json::from_value(document).expect("every other field has a default")
}
