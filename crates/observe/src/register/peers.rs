use super::format::Format;
use super::keys::keys;
use super::row::{Reading, Row};
use super::table::SourceTable;
use chrono::NaiveDate;
use domain::{CommonField, PeerRecord, Remark};
use reference::PublisherSheet;
use uuid::Uuid;

/// Name space of the identifiers of peer records.
const PEERS: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a01);

/// Reads every row as a record of its publisher.
pub fn read_peers(
    table: &SourceTable,
    format: &Format,
    publisher: &PublisherSheet,
    on: NaiveDate,
) -> Reading<PeerRecord> {
    let mut reading = Reading::of(table, format);
    for (index, key) in keys(table, format).into_iter().enumerate() {
        let row = Row::new(format, table, index);
        let mut fields = row.fields(&mut reading.remarks);
        if let Some(refusal) = row.missing(&fields) {
            reading.remarks.push(refusal);
            continue;
        }
        let Some(name) = fields.remove(&CommonField::Name) else {
            let remark = Remark::new("row-missing-field").with("field", "name");
            reading
                .remarks
                .push(row.remark(CommonField::Name, remark, true));
            continue;
        };
        let lifecycle = row.lifecycle(&fields, &mut reading.remarks);
        let (generative, generative_inferred) = row.generative(&fields, &mut reading.remarks);
        let identity = format!("{}\n{key}", publisher.slug);
        reading.records.push(PeerRecord {
            id: Uuid::new_v5(&PEERS, identity.as_bytes()),
            publisher: publisher.slug.clone(),
            lifecycle,
            generative,
            generative_inferred,
            language: publisher.language.clone(),
            key,
            name,
            fields,
            source_row: table.cells(index),
            first_seen: on,
            gone_since: None,
        });
    }
    reading
}
