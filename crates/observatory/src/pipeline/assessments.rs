//! Impact assessments of the CNIL's tool: how one is started from a record, and how one that was
//! made joins it.

use super::casework::{self, CaseFile};
use super::law::LegalHoldings;
use crate::complaint::complain;
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::NaiveDate;
use domain::{Assessed, FearedEvent, Remark, UseCase};
use evaluate::starters::{CnilExport, cnil_pia_json, start};
use observe::assessment::{Pia, PiaError, read_pia};
use publish::Wording;
use reference::Reference;

/// The starter document of a data protection impact assessment.
pub const DPIA: &str = "dpia";

/// What stands between the name of the starter and that of the use.
const NAMED: &str = " – ";

/// Reads the file of an assessment.
///
/// # Errors
///
/// A complaint, if it is not one.
pub fn read(bytes: &[u8]) -> Result<Pia> {
    read_pia(bytes).map_err(|PiaError { key, detail }| {
        // What the reader of JSON says ends with the place: line and column.
        complain(Remark::new(key).with("detail", detail))
    })
}

/// What the assessment brings to a record, its texts in one language. Whether it settles a duty is
/// for a function to say.
pub fn brought(pia: &Pia, language: &str, w: &Wording) -> Assessed {
    let name = |event: FearedEvent| w.label(FearedEvent::VOCABULARY, event.code());
    let mut assessment = pia.attachment(language);
    let title = assessment.title.get(language).unwrap_or_default();
    let title = titled(title, w);
    assessment.title.set(language, title);
    Assessed {
        assessment,
        risks: pia.risks(language, name),
        duty: None,
    }
}

/// The kind of the assessment, then what the file calls it. One that was begun from a record has
/// the name of the starter before that of the use.
fn titled(name: &str, w: &Wording) -> String {
    let begun = w.reference.starters.get(DPIA);
    let mut starters = begun.into_iter().flat_map(|form| form.title.iter());
    let name = starters
        .find_map(|(_, title)| name.strip_prefix(title)?.strip_prefix(NAMED))
        .unwrap_or(name);
    w.format("assessment-named", &[("name", name.to_owned().into())])
}

/// The rule whose duty a data protection impact assessment settles.
///
/// # Errors
///
/// If the data hold no such form.
pub fn duty(reference: &Reference) -> Result<&str> {
    let form = reference.starters.get(DPIA).context(DPIA)?;
    Ok(&form.rule)
}

/// Opens the record of a reference, whatever its case.
///
/// # Errors
///
/// A complaint, if none has it, or if records of several authorities do and none was named.
pub async fn record(
    instance: &Instance,
    reference: &str,
    authority: Option<&str>,
) -> Result<CaseFile> {
    let all = instance.store.all::<UseCase>().await?;
    let records = all.into_iter().map(|record| record.document);
    let mut slugs: Vec<_> = records
        .filter(|record| record.reference.eq_ignore_ascii_case(reference))
        .filter(|record| authority.is_none_or(|slug| slug == record.authority))
        .map(|record| record.authority)
        .collect();
    slugs.sort();
    let none = || complain(Remark::new("starter-no-record").with("record", reference));
    match slugs.as_slice() {
        [] => Err(none()),
        [slug] => casework::open(instance, slug, reference)
            .await?
            .ok_or_else(none),
        several => Err(complain(
            Remark::new("assessment-which-record")
                .with("record", reference)
                .with("known", several.join(", ")),
        )),
    }
}

/// An assessment begun from what a record says on a day, for the CNIL's tool.
///
/// # Errors
///
/// If the data hold no such form.
pub fn begun(
    holdings: &LegalHoldings,
    use_case: &UseCase,
    w: &Wording,
    on: NaiveDate,
) -> Result<CnilExport> {
    let form = w.reference.starters.get(DPIA).context(DPIA)?;
    let facts = holdings.facts(use_case, w.reference, on);
    let known = holdings.known(use_case, w.reference, &facts, on);
    Ok(cnil_pia_json(&start(form, known), &known, w.language))
}
