//! From answers to the record of a use.

use super::field::{LOST, OTHER_TOOL};
use super::{Answers, range};
use chrono::NaiveDate;
use domain::law::{FactId, Value};
use domain::{
    DataKind, DataUse, Evidence, FootprintAssumptions, Frequency, FrequencyLevel, Generative,
    Ground, InputData, Language, LawAnswer, Lifecycle, ModelClass, Publication, PublicationLevel,
    SignificantAnswer, Text, UseCase, WorkEffect, WorkEffects,
};
use reference::law::{Law, Sheet, Sheets};
use units::{Quantity, Unit};
use uuid::Uuid;

/// What a declaration is read with.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Slug of the authority.
    pub authority: &'a str,
    /// Language the person writes in.
    pub language: Language,
    /// The law, for the facts that sheets name.
    pub law: &'a Law,
    /// The sheets picked from.
    pub sheets: &'a Sheets,
}

/// Name space of the identifiers of declared records.
const DECLARED: Uuid = Uuid::from_u128(0x0c2d_7b1e_93a4_5f60_8e1b_5d7a_4c96_2f13);

/// The identifier of the record of a draft: the same draft sent twice makes one record.
pub fn id_of(draft: Uuid) -> Uuid {
    Uuid::new_v5(&DECLARED, draft.as_bytes())
}

/// The record that a declaration makes. It has no reference yet and answers no rule. Nobody has
/// checked it: it stays inside, on that ground, until somebody reads it.
pub fn use_case(
    id: Uuid,
    answers: &Answers<'_>,
    context: &Context<'_>,
) -> serde_json::Result<UseCase> {
    let text = |name: &str| answers.filled(name).map(|typed| context.text(typed));
    let tool = answers.filled("outil").filter(|tool| *tool != OTHER_TOOL);
    let mut record = blank(id, context, text("nom").unwrap_or_default(), state(answers))?;
    record.need = text("besoin");
    record.task_sheet = answers.filled("tache").map(str::to_owned);
    record.department = answers.filled("direction").map(str::to_owned);
    record.tool = tool.map(str::to_owned);
    record.technique = text("outil_autre");
    record.generative = generative(answers);
    record.human_oversight = text("relecture");
    record.alternative_without_ai = text("sans_ia");
    record.frequency = frequency(answers);
    record.work_effects = work_effects(answers, context);
    record.footprint_assumptions = footprint(answers);
    fill_data(&mut record, answers, context);
    Ok(record)
}

impl Context<'_> {
    fn text(&self, typed: &str) -> Text {
        Text::one(self.language.tag(), typed)
    }
}

/// Every field without a default; the others are empty.
fn blank(
    id: Uuid,
    context: &Context<'_>,
    name: Text,
    lifecycle: Lifecycle,
) -> serde_json::Result<UseCase> {
    let document = serde_json::json!({
        "id": id,
        "reference": "",
        "authority": context.authority,
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
    serde_json::from_value(document)
}

/// Where the use stands: what is not told is only wished for.
fn state(answers: &Answers<'_>) -> Lifecycle {
    let code = answers.filled("etat").and_then(Lifecycle::from_code);
    code.unwrap_or(Lifecycle::Wished)
}

fn generative(answers: &Answers<'_>) -> Generative {
    let code = answers.filled("produit").and_then(Generative::from_code);
    code.unwrap_or(Generative::Unknown)
}

/// The data. Words about data of which nobody knows the kind are kept as a source.
fn fill_data(record: &mut UseCase, answers: &Answers<'_>, context: &Context<'_>) {
    let described = answers
        .filled("description")
        .map(|typed| context.text(typed));
    let personal = answers.filled("personnelles");
    record.data_sheets = answers.lines("donnees").map(str::to_owned).collect();
    record.personal_data = personal
        .and_then(SignificantAnswer::from_code)
        .or_else(|| speaks_of_people(&record.data_sheets, context));
    match most_delicate(&record.data_sheets, context) {
        Some(kind) => {
            record.data = Some(DataUse {
                kind,
                categories: described.into_iter().collect(),
                retention: None,
            });
        }
        None => record.input_data.extend(described.map(|name| InputData {
            name,
            collection: None,
            url: None,
        })),
    }
}

/// Yes when a sheet picked speaks of people: whoever picks it has answered.
fn speaks_of_people(picked: &[String], context: &Context<'_>) -> Option<SignificantAnswer> {
    let fact = context.law.fact_id("personal_data")?;
    let mut sheets = context.sheets.data_kinds.iter();
    let speaks = |sheet: &Sheet| said(sheet, fact) == Some(Value::Flag(true));
    sheets
        .any(|sheet| picked.contains(&sheet.id) && speaks(sheet))
        .then_some(SignificantAnswer::Yes)
}

/// The most delicate kind among the sheets picked; `None` when one of them does not tell.
fn most_delicate(picked: &[String], context: &Context<'_>) -> Option<DataKind> {
    let sheet = |id: &String| context.sheets.data_kinds.iter().find(|s| s.id == *id);
    let kinds = picked.iter().map(|id| kind_of(sheet(id)?, context.law));
    let kinds: Option<Vec<DataKind>> = kinds.collect();
    kinds?.into_iter().max()
}

/// The kind of the record that a sheet means, by its facts, signed or proposed.
fn kind_of(sheet: &Sheet, law: &Law) -> Option<DataKind> {
    let says = |id: &str| law.fact_id(id).and_then(|fact| said(sheet, fact));
    let is = |id: &str| says(id) == Some(Value::Flag(true));
    let delicate = [
        "special_category_data",
        "highly_personal_data",
        "confidential_data",
    ];
    if sheet.is_unsure {
        None
    } else if delicate.into_iter().any(is) {
        Some(DataKind::Sensitive)
    } else if is("personal_data") {
        Some(DataKind::Personal)
    } else if says("personal_data").is_none() {
        None
    } else {
        let circulation = law.fact_id("circulation")?;
        let word = law.fact(circulation).word(said(sheet, circulation)?);
        match word.as_str() {
            "public" => Some(DataKind::Public),
            _ => Some(DataKind::Internal),
        }
    }
}

fn said(sheet: &Sheet, fact: FactId) -> Option<Value> {
    let signed = sheet.reviewed.iter().rev().flat_map(|block| &block.facts);
    let signed = signed.copied();
    let proposed = sheet.proposed.iter().map(|p| (p.fact, p.value));
    signed
        .chain(proposed)
        .find(|(known, _)| *known == fact)
        .map(|(_, value)| value)
}

fn frequency(answers: &Answers<'_>) -> Option<Frequency> {
    let level = answers.filled("frequence");
    Some(Frequency {
        level: level.and_then(FrequencyLevel::from_code)?,
        uses_per_month: declared(answers, "volume", Unit::UsesPerMonth),
    })
}

/// The effects on the work; `None` when nothing at all was said.
fn work_effects(answers: &Answers<'_>, context: &Context<'_>) -> Option<WorkEffects> {
    let text = |name: &str| answers.filled(name).map(|typed| context.text(typed));
    let effect = answers.filled("effet").and_then(WorkEffect::from_code);
    let effects = WorkEffects {
        effect: effect.unwrap_or(WorkEffect::Unknown),
        minutes: minutes(answers),
        quality: text("qualite"),
        limit: text("limite"),
        persons: None,
        occupations: answers
            .lines("metiers")
            .map(|line| context.text(line))
            .collect(),
        by_occupation: Vec::new(),
    };
    let is_said = effect.is_some()
        || effects.minutes.is_some()
        || effects.quality.is_some()
        || effects.limit.is_some()
        || !effects.occupations.is_empty();
    is_said.then_some(effects)
}

/// Minutes for one case; a record counts those saved below zero.
fn minutes(answers: &Answers<'_>) -> Option<Quantity> {
    let (low, high) = range::read(answers.filled("minutes")?)?;
    let (low, high) = match answers.filled("minutes_sens") {
        Some(LOST) => (low, high),
        // Zero has no sign.
        _ => (0.0 - high, 0.0 - low),
    };
    Quantity::declared(low, high, Unit::MinutesPerCase)
}

fn declared(answers: &Answers<'_>, name: &str, unit: Unit) -> Option<Quantity> {
    let (low, high) = range::read(answers.filled(name)?)?;
    Quantity::declared(low, high, unit)
}

fn footprint(answers: &Answers<'_>) -> Option<FootprintAssumptions> {
    let requests = declared(answers, "requetes", Unit::RequestsPerMonth);
    let words = declared(answers, "mots", Unit::WordsPerRequest);
    (requests.is_some() || words.is_some()).then_some(FootprintAssumptions {
        model_class: ModelClass::Unknown,
        model: None,
        requests_per_month: requests,
        words_per_request: words,
    })
}

/// The answers to the rules as a record keeps them: each by the function its question is put to.
pub fn law_answers(law: &Law, given: &[(FactId, Value)], on: NaiveDate) -> Vec<LawAnswer> {
    given
        .iter()
        .map(|(fact, value)| {
            let fact = law.fact(*fact);
            LawAnswer {
                fact: fact.id.clone(),
                value: fact.word(*value),
                by: fact.answered_by,
                on,
                evidence: None,
            }
        })
        .collect()
}
