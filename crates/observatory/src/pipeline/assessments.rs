//! Impact assessments of the CNIL's tool: how one is started from a record, and how one that was
//! made joins it.

use super::casework::{self, CaseFile};
use super::law::LegalHoldings;
use crate::complaint::complain;
use crate::declaration::person_names;
use crate::instance::Instance;
use anyhow::{Context, Result};
use chrono::NaiveDate;
use domain::{Assessed, FearedEvent, ImpactAssessment, Rating, Remark, Risk, Text, UseCase};
use evaluate::starters::{CnilExport, cnil_pia_json, start};
use observe::assessment::{Pia, PiaError, read_pia};
use publish::Wording;
use reference::Reference;

/// The starter document of a data protection impact assessment.
const DPIA: &str = "dpia";
/// What stands between the name of the starter and that of the use.
const NAMED: &str = " – ";
/// Longest title, in characters.
pub const TITLE_MAX: usize = 200;

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

/// What the assessment brings to a record, its texts in the language of the words. Its day is for
/// somebody to tell: the file says when it was last changed, for whatever reason. Whether it settles
/// a duty is for a function to say, and so is how far its opinion goes.
pub fn brought(pia: &Pia, w: &Wording) -> Assessed {
    let tag = w.language.tag();
    let name = |event: FearedEvent| w.label(FearedEvent::VOCABULARY, event.code());
    Assessed {
        assessment: ImpactAssessment {
            title: Text::one(tag, titled(&pia.title, w)),
            done_on: None,
            summary: None,
            url: None,
        },
        risks: pia.risks(tag, name),
        duty: None,
    }
}

/// The kind of the assessment, unless its name says it, then its name. One that was begun from a
/// record has the name of the starter before that of the use.
fn titled(name: &str, w: &Wording) -> String {
    let begun = w.reference.starters.get(DPIA);
    let mut starters = begun.into_iter().flat_map(|form| form.title.iter());
    let name = starters
        .find_map(|(_, title)| name.strip_prefix(title)?.strip_prefix(NAMED))
        .unwrap_or(name);
    let kinds = ["AIPD", "DPIA", "PIA"];
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    let titled = match words.any(|word| kinds.contains(&word)) {
        true => name.to_owned(),
        false => w.format("assessment-named", &[("name", name.to_owned().into())]),
    };
    match titled.char_indices().nth(TITLE_MAX - 1) {
        Some((end, rest)) if end + rest.len_utf8() < titled.len() => format!("{}…", &titled[..end]),
        _ => titled,
    }
}

/// What may name a person in the texts of an assessment, each piece once.
pub fn names(assessed: &Assessed) -> Vec<&str> {
    let assessment = &assessed.assessment;
    let risks = assessed.risks.iter();
    let of_risks = risks.flat_map(|risk| [Some(&risk.description), risk.measure.as_ref()]);
    let texts = [Some(&assessment.title), assessment.summary.as_ref()];
    let texts = texts.into_iter().chain(of_risks).flatten();
    person_names::among(texts.flat_map(Text::iter).map(|(_, words)| words))
}

/// Where an assessment stands, in words.
pub fn state(pia: &Pia, w: &Wording) -> String {
    match pia.state {
        Some(state) => w.get(&format!("assessment-state-{}", state.code())),
        None => w.get("assessment-state-unknown"),
    }
}

/// How serious and how likely a risk is, in words: before any measure, and with them.
pub fn judged(risk: &Risk, w: &Wording) -> String {
    let level = |level: Option<u8>| match level {
        Some(level) => w.number(f64::from(level)),
        None => w.get("assessment-level-none"),
    };
    let levels = |severity: Option<u8>, likelihood: Option<u8>| {
        let blanks = [
            ("severity", level(severity).into()),
            ("likelihood", level(likelihood).into()),
        ];
        w.format("assessment-levels", &blanks)
    };
    let after = risk.residual;
    let after = levels(after.map(Rating::severity), after.map(Rating::likelihood));
    let blanks = [
        ("before", levels(risk.severity, risk.likelihood).into()),
        ("after", after.into()),
    ];
    w.format("assessment-judged", &blanks)
}

/// The record before its last change, if that change bears on nothing but assessments, risks and
/// duties: it can be undone.
pub fn before_last(case: &CaseFile) -> Option<&UseCase> {
    let [.., before, last] = case.history.as_slice() else {
        return None;
    };
    let (before, last) = (before.document.as_ref()?, last.document.as_ref()?);
    let mut undone = case.record.clone();
    undone.impact_assessments = before.impact_assessments.clone();
    undone.risks = before.risks.clone();
    undone.duties_done = before.duties_done.clone();
    (*last == case.record && undone == *before && undone != case.record).then_some(before)
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
