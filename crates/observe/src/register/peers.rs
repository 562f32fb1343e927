use super::format::Format;
use super::keys::keys;
use super::row::{Row, RowRemark};
use super::table::SourceTable;
use chrono::NaiveDate;
use domain::{CommonField, PeerRecord, Remark};
use reference::PublisherSheet;
use uuid::Uuid;

/// What a file of another body says.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerReading {
    /// Rows read: each became a record or a refusal.
    pub read: usize,
    /// The records, in the order of the file.
    pub records: Vec<PeerRecord>,
    /// Everything to tell, refusals included.
    pub remarks: Vec<RowRemark>,
}

/// Name space of the identifiers of peer records.
const PEERS: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a01);

/// Reads every row as a record of its publisher.
pub fn read_peers(
    table: &SourceTable,
    format: &Format,
    publisher: &PublisherSheet,
    on: NaiveDate,
) -> PeerReading {
    let mut remarks: Vec<RowRemark> = format
        .check_headers(table)
        .into_iter()
        .map(|remark| RowRemark {
            row: 0,
            column: String::new(),
            remark,
            is_refusal: false,
        })
        .collect();
    let mut records = Vec::with_capacity(table.rows.len());
    for (index, key) in keys(table, format.mapping).into_iter().enumerate() {
        let row = Row::new(format, table, index);
        let mut fields = row.fields();
        if let Some(refusal) = row.missing(&fields) {
            remarks.push(refusal);
            continue;
        }
        let Some(name) = fields.remove(&CommonField::Name) else {
            let remark = Remark::new("row-missing-field").with("field", "name");
            remarks.push(row.remark(CommonField::Name, remark, true));
            continue;
        };
        let identity = format!("{}\n{key}", publisher.slug);
        records.push(PeerRecord {
            id: Uuid::new_v5(&PEERS, identity.as_bytes()),
            publisher: publisher.slug.clone(),
            lifecycle: row.lifecycle(&fields, &mut remarks),
            generative: row.generative(),
            language: publisher.language.clone(),
            key,
            name,
            fields,
            source_row: table.cells(index),
            first_seen: on,
            gone_since: None,
        });
    }
    PeerReading {
        read: table.rows.len(),
        records,
        remarks,
    }
}
