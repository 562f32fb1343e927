use crate::computed;
use crate::question::{MayI, Pick, Policy};
use domain::law::{FactId, Facts, Origin, Origins, Place, Signatory, Value};
use reference::law::{Asked, Fact, Law, Sheet, SheetKind};
use std::collections::BTreeMap;

/// What is known of a question, and where each fact comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gathered {
    /// Facts and traits that count.
    pub facts: Facts,
    /// Where each comes from.
    pub origins: Origins,
    /// Facts that two places answer differently.
    pub disagreements: Vec<Disagreement>,
    /// Answers nobody reviewed: shown, never counted.
    pub proposals: Vec<(FactId, Value, Place)>,
    /// Facts left open or only proposed on a sheet, and who can answer or sign them.
    pub open: BTreeMap<FactId, Signatory>,
}

/// A fact that two places answer differently; the first one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The fact.
    pub fact: FactId,
    /// What counts, and where it stands.
    pub kept: (Value, Place),
    /// What does not.
    pub other: (Value, Place),
}

/// What one place says.
pub(crate) struct Source {
    place: Place,
    facts: BTreeMap<FactId, Signed>,
}

#[derive(Clone, Copy)]
struct Signed {
    value: Value,
    by: Option<Signatory>,
    on: Option<chrono::NaiveDate>,
}

/// The use asked about is one that happens now, unless somebody says otherwise.
const STATUS: (&str, &str) = ("lifecycle_status", "deployed");

impl Gathered {
    /// Facts given as they are, without any sheet.
    pub fn of_facts(facts: Facts) -> Self {
        Self {
            facts,
            ..Self::default()
        }
    }

    pub(crate) fn set(&mut self, fact: FactId, value: Value, origin: Origin) {
        self.facts.set(fact, value);
        self.origins.insert(fact, origin);
    }
}

/// What is known of a question: the answers first, then the fields of the record, the task sheet, the tool sheet, the kinds
/// of data and the profile. Only what a function signed, and what has not changed since, counts.
pub fn gather(law: &Law, question: &MayI, policy: &Policy) -> Gathered {
    let sources = sources(law, question);
    let mut gathered = Gathered::default();
    for (place, fact) in law.facts.iter().enumerate() {
        let id = FactId(place as u16);
        match fact.asked {
            Asked::Of(_) if fact.put_in.is_some() => put_in(&mut gathered, id, &sources),
            Asked::Sheet(SheetKind::DataKind) => farthest(&mut gathered, id, fact, &sources),
            _ => first(&mut gathered, id, &sources),
        }
    }
    imply_use(law, &mut gathered);
    computed::add(law, question, policy, &mut gathered);
    for pick in question
        .task
        .iter()
        .chain(&question.tool)
        .chain(&question.kinds)
    {
        let Some(sheet) = pick.sheet else { continue };
        for proposal in &sheet.proposed {
            if let Some(by) = proposal.by {
                gathered.open.entry(proposal.fact).or_insert(by);
            }
        }
        gathered.open.extend(sheet.open.iter().copied());
    }
    gathered.proposals = proposals(law, question);
    gathered
}

/// Places in the order in which they are believed.
fn sources(law: &Law, question: &MayI) -> Vec<Source> {
    let answers = question
        .answers
        .iter()
        .filter(|a| a.counts(law.fact(a.fact)));
    let answers = answers.map(|a| {
        let (value, by, on) = (a.value, a.by, a.on);
        (a.fact, Signed { value, by, on })
    });
    let mut sources = vec![Source {
        place: Place::UseCase,
        facts: answers.collect(),
    }];
    for recorded in &question.recorded {
        let (value, by, on) = (recorded.value, None, None);
        sources.push(Source {
            place: Place::Field(recorded.field),
            facts: [(recorded.fact, Signed { value, by, on })].into(),
        });
    }
    let mut add = |pick: &Pick, place: Place| {
        let facts = pick
            .sheet
            .map(|sheet| signed(sheet, question.on))
            .unwrap_or_default();
        sources.push(Source { place, facts });
    };
    if let Some(pick) = &question.task {
        add(pick, Place::Task(pick.id.to_owned()));
    }
    if let Some(pick) = &question.tool {
        add(pick, Place::Tool(pick.id.to_owned()));
    }
    for pick in &question.kinds {
        add(pick, Place::DataKind(pick.id.to_owned()));
    }
    let profile = question.profile.iter().map(|&(fact, value)| {
        let (by, on) = (Some(Signatory::Profile), None);
        (fact, Signed { value, by, on })
    });
    sources.push(Source {
        place: Place::Profile,
        facts: profile.collect(),
    });
    sources
}

/// What functions signed on a sheet and still counts; the latest signature wins.
fn signed(sheet: &Sheet, on: chrono::NaiveDate) -> BTreeMap<FactId, Signed> {
    let mut blocks: Vec<_> = sheet
        .reviewed
        .iter()
        .filter(|block| sheet.counts(block.on, on))
        .collect();
    blocks.sort_by_key(|block| block.on);
    let facts = blocks.into_iter().flat_map(|block| {
        let (by, on) = (Some(block.by), Some(block.on));
        block
            .facts
            .iter()
            .map(move |&(fact, value)| (fact, Signed { value, by, on }))
    });
    facts.collect()
}

impl Source {
    fn origin(&self, fact: FactId) -> Option<(Value, Origin)> {
        let signed = self.facts.get(&fact)?;
        let origin = Origin {
            place: self.place.clone(),
            by: signed.by,
            on: signed.on,
        };
        Some((signed.value, origin))
    }

    fn is_kind(&self) -> bool {
        matches!(self.place, Place::DataKind(_))
    }
}

/// The first place that answers is believed; the others that differ are named.
fn first(gathered: &mut Gathered, fact: FactId, sources: &[Source]) {
    let mut said = sources.iter().filter_map(|source| source.origin(fact));
    let Some((value, origin)) = said.next() else {
        return;
    };
    for (other, from) in said {
        if other != value {
            gathered.disagreements.push(Disagreement {
                fact,
                kept: (value, origin.place.clone()),
                other: (other, from.place),
            });
        }
    }
    gathered.set(fact, value, origin);
}

/// For what is put in, a "yes" from anywhere wins. A "no" is the answer of the person, else that
/// of every kind of data picked, else, without kinds, that of the first place that speaks.
fn put_in(gathered: &mut Gathered, fact: FactId, sources: &[Source]) {
    let said = || sources.iter().filter_map(|source| source.origin(fact));
    let yes = said().find(|(value, _)| *value == Value::Flag(true));
    let answer = of_person(fact, sources);
    let kept = yes
        .or_else(|| answer.clone())
        .or_else(|| of_every_kind(fact, sources))
        .or_else(|| {
            said()
                .next()
                .filter(|_| !sources.iter().any(Source::is_kind))
        });
    let Some((value, origin)) = kept else { return };
    if let Some((other, from)) = answer
        && other != value
    {
        gathered.disagreements.push(Disagreement {
            fact,
            kept: (value, origin.place.clone()),
            other: (other, from.place),
        });
    }
    gathered.set(fact, value, origin);
}

/// What the person answered, or wrote in a field of the record.
fn of_person(fact: FactId, sources: &[Source]) -> Option<(Value, Origin)> {
    sources
        .iter()
        .filter(|source| matches!(source.place, Place::UseCase | Place::Field(_)))
        .find_map(|source| source.origin(fact))
}

/// What the first kind of data says, once every kind has spoken.
fn of_every_kind(fact: FactId, sources: &[Source]) -> Option<(Value, Origin)> {
    let mut kinds = sources.iter().filter(|source| source.is_kind());
    let first = kinds.next()?.origin(fact)?;
    kinds
        .all(|kind| kind.facts.contains_key(&fact))
        .then_some(first)
}

/// For a trait of the data, the answer of the person, else the farthest value of all kinds; while
/// one kind is silent, only the last value of all is sure.
fn farthest(gathered: &mut Gathered, id: FactId, fact: &Fact, sources: &[Source]) {
    if let Some(answer) = of_person(id, sources) {
        gathered.set(id, answer.0, answer.1);
        return;
    }
    let kinds: Vec<_> = sources.iter().filter(|source| source.is_kind()).collect();
    let said: Vec<_> = kinds.iter().filter_map(|kind| kind.origin(id)).collect();
    let Some((value, origin)) = said.iter().max_by_key(|(value, _)| *value) else {
        return;
    };
    let last = fact.values.len().saturating_sub(1);
    let is_last = *value == Value::Choice(last as u8);
    if is_last || said.len() == kinds.len() {
        gathered.set(id, *value, origin.clone());
    }
}

fn imply_use(law: &Law, gathered: &mut Gathered) {
    let Some(id) = law.fact_id(STATUS.0) else {
        return;
    };
    if let (None, Some(value)) = (gathered.facts.get(id), law.fact(id).value(STATUS.1)) {
        let origin = Origin {
            place: Place::Implied,
            by: None,
            on: None,
        };
        gathered.set(id, value, origin);
    }
}

/// What was proposed, what was signed before the sheet changed, and what an agent said of the
/// fact of another function.
fn proposals(law: &Law, question: &MayI) -> Vec<(FactId, Value, Place)> {
    let mut proposals = Vec::new();
    for answer in &question.answers {
        if !answer.counts(law.fact(answer.fact)) {
            proposals.push((answer.fact, answer.value, Place::UseCase));
        }
    }
    let mut add = |pick: &Pick, place: &dyn Fn(String) -> Place| {
        let Some(sheet) = pick.sheet else { return };
        let stale = sheet
            .reviewed
            .iter()
            .filter(|block| !sheet.counts(block.on, question.on))
            .flat_map(|block| &block.facts);
        let proposed = sheet.proposed.iter().map(|p| (p.fact, p.value));
        for (fact, value) in proposed.chain(stale.copied()) {
            proposals.push((fact, value, place(pick.id.to_owned())));
        }
    };
    if let Some(pick) = &question.task {
        add(pick, &Place::Task);
    }
    if let Some(pick) = &question.tool {
        add(pick, &Place::Tool);
    }
    for pick in &question.kinds {
        add(pick, &Place::DataKind);
    }
    proposals
}
