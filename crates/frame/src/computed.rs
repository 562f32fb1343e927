//! Traits that nobody writes on a sheet: whether the tool admits the data, and whether its
//! contract is older than the local act.

use crate::gather::Gathered;
use crate::question::{MayI, Policy};
use domain::law::{FactId, Origin, Place, Truth, Value};
use reference::law::{Block, Law, Sheet};

const DATA_ADMITTED: &str = "data_admitted";
const CONTRACT_DATE: &str = "contract_date";
const CONTRACT_BEFORE_ACT: &str = "contract_before_act";
/// The parameter whose act a contract is compared with.
const FOREIGN_LAW: &str = "foreign_law_suppliers";

/// Adds the computed traits that nobody answered.
pub(crate) fn add(law: &Law, question: &MayI, policy: &Policy, gathered: &mut Gathered) {
    let admitted = data_admitted(law, question);
    put(law, DATA_ADMITTED, admitted, gathered);
    let before = contract_before_act(law, policy, gathered);
    put(law, CONTRACT_BEFORE_ACT, before, gathered);
}

fn put(law: &Law, id: &str, truth: Truth, gathered: &mut Gathered) {
    let Some(fact) = law.fact_id(id) else { return };
    if truth == Truth::Unknown || gathered.facts.get(fact).is_some() {
        return;
    }
    let origin = Origin {
        place: Place::Implied,
        by: None,
        on: None,
    };
    gathered.set(fact, Value::Flag(truth == Truth::Yes), origin);
}

/// Whether every kind picked, and every kind the task adds, is among those the tool is open to.
fn data_admitted(law: &Law, question: &MayI) -> Truth {
    let Some(block) = admits(question) else {
        return Truth::Unknown;
    };
    let (admits, silent) = (
        block.admits.as_deref().unwrap_or_default(),
        &block.silent_on,
    );
    let is_unsure = question.kinds.is_empty() || question.kinds.iter().any(|k| k.is_unsure());
    let picked = question.kinds.iter().filter(|kind| !kind.is_unsure());
    let mut ids: Vec<&str> = picked.map(|kind| kind.id).collect();
    ids.extend(added_by_task(law, question));
    let is_silent = |id: &&str| silent.iter().any(|known| known == id);
    let is_outside = |id: &&str| !is_silent(id) && !admits.iter().any(|admitted| admitted == id);
    if admits.is_empty() || ids.iter().any(is_outside) {
        Truth::No
    } else if is_unsure || ids.iter().any(is_silent) {
        Truth::Unknown
    } else {
        Truth::Yes
    }
}

/// The list that was signed last on the tool sheet.
fn admits<'a>(question: &MayI<'a>) -> Option<&'a Block> {
    let sheet = question.tool.as_ref()?.sheet?;
    sheet
        .reviewed
        .iter()
        .filter(|block| sheet.counts(block.on, question.on) && block.admits.is_some())
        .max_by_key(|block| block.on)
}

/// Kinds of data that the task itself brings, and that nobody picked.
fn added_by_task<'a>(law: &'a Law, question: &MayI) -> Vec<&'a str> {
    let Some(task) = question.task.as_ref().and_then(|pick| pick.sheet) else {
        return Vec::new();
    };
    let kinds: Vec<&Sheet> = question
        .kinds
        .iter()
        .filter_map(|pick| pick.sheet)
        .collect();
    let adds = |(place, fact): (usize, &'a reference::law::Fact)| {
        let id = FactId(place as u16);
        let kind = fact.put_in.as_deref()?;
        let is_said = kinds.iter().any(|sheet| says_yes(sheet, id, question));
        (says_yes(task, id, question) && !is_said).then_some(kind)
    };
    law.facts.iter().enumerate().filter_map(adds).collect()
}

fn says_yes(sheet: &Sheet, fact: FactId, question: &MayI) -> bool {
    let blocks = sheet.reviewed.iter();
    let last = blocks
        .filter(|block| sheet.counts(block.on, question.on))
        .filter_map(|block| {
            let said = block.facts.iter().find(|(id, _)| *id == fact)?;
            Some((block.on, said.1))
        })
        .max_by_key(|(on, _)| *on);
    last.is_some_and(|(_, value)| value == Value::Flag(true))
}

fn contract_before_act(law: &Law, policy: &Policy, gathered: &Gathered) -> Truth {
    let signed = law
        .fact_id(CONTRACT_DATE)
        .and_then(|id| gathered.facts.get(id));
    match (signed, policy.act_dates.get(FOREIGN_LAW)) {
        (Some(Value::Date(signed)), Some(act)) => Truth::known(signed < *act),
        _ => Truth::Unknown,
    }
}
