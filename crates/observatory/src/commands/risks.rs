use super::{Context, output};
use crate::complaint::complain;
use crate::instance::Instance;
use crate::pipeline::law::holdings;
use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::law::{FactId, Facts};
use domain::{Remark, RiskFamily, UseCase};
use evaluate::risks::{Standing, Suggestion, suggest};
use publish::Wording;
use reference::Reference;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Args)]
pub(super) struct Risks {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// The risks of the catalogue that a record suggests, and which of them it lacks
    Suggest(Suggest),
}

#[derive(Args)]
struct Suggest {
    /// Reference of the record, such as VAL-006
    record: String,
    /// Day on which the facts are read; today when absent
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(risks: &Risks, context: &Context) -> Result<()> {
    let Action::Suggest(arguments) = &risks.action;
    let instance = context.open().await?;
    told(&instance, arguments, context).await?;
    instance.store.close().await?;
    Ok(())
}

async fn told(instance: &Instance, arguments: &Suggest, context: &Context) -> Result<()> {
    let library = instance.library();
    let reference = &library.reference;
    let on = match arguments.on {
        Some(on) => on,
        None => instance.today().await?,
    };
    let holdings = holdings(instance).await?;
    let use_case = holdings.use_case(&arguments.record).ok_or_else(|| {
        complain(Remark::new("starter-no-record").with("record", &arguments.record))
    })?;
    let (facts, _) = holdings.facts(use_case, reference, on);
    let (risks, law) = (&reference.risks, &reference.law);
    let suggestions = suggest(risks, law, &facts, on, &use_case.risks);
    if arguments.json {
        let rows = suggestions.iter().map(|s| Row::new(s, &facts, reference));
        return output::json(&rows.collect::<Vec<_>>());
    }
    let speaker = Speaker {
        reference,
        facts: &facts,
        wording: Wording {
            words: &library.words,
            reference,
            language: context.language,
        },
    };
    speaker.tell(use_case, on, &suggestions)
}

/// What `--json` prints for one risk.
#[derive(Serialize)]
struct Row<'a> {
    risk: &'a str,
    family: &'static str,
    standing: &'static str,
    because: BTreeMap<&'a str, String>,
    ask: Vec<&'a str>,
    measures: Vec<&'a str>,
    in_record: bool,
}

impl<'a> Row<'a> {
    fn new(suggestion: &Suggestion<'a>, facts: &Facts, reference: &'a Reference) -> Self {
        let law = &reference.law;
        let known = |fact: &FactId| {
            let value = facts.get(*fact)?;
            let fact = law.fact(*fact);
            Some((fact.id.as_str(), fact.word(value)))
        };
        let ask = suggestion.unknown.iter();
        let measures = reference.risks.measures_for(&suggestion.risk.id);
        Self {
            risk: &suggestion.risk.id,
            family: suggestion.risk.family.code(),
            standing: match suggestion.standing {
                Standing::Applies => "applies",
                Standing::MayApply => "may_apply",
            },
            because: suggestion.because.iter().filter_map(known).collect(),
            ask: ask.map(|fact| law.fact(*fact).id.as_str()).collect(),
            measures: measures.map(|measure| measure.id.as_str()).collect(),
            in_record: suggestion.is_recorded,
        }
    }
}

struct Speaker<'a> {
    reference: &'a Reference,
    facts: &'a Facts,
    wording: Wording<'a>,
}

impl Speaker<'_> {
    fn tell(&self, record: &UseCase, on: NaiveDate, all: &[Suggestion<'_>]) -> Result<()> {
        let w = &self.wording;
        let blanks = [
            ("record", record.reference.as_str().into()),
            ("name", w.text(&record.name).into()),
            ("date", w.date(on).into()),
        ];
        output::line(&w.format("risks-suggested-for", &blanks))?;
        let (held, lacking): (Vec<_>, Vec<_>) = all.iter().partition(|s| s.is_recorded);
        for (key, list) in [
            ("risks-suggested-lacking", lacking),
            ("risks-suggested-held", held),
        ] {
            output::line(&w.format(key, &[("count", list.len().into())]))?;
            for suggestion in list {
                self.tell_one(suggestion)?;
            }
        }
        output::line(&w.get("risks-suggested-notice"))
    }

    fn tell_one(&self, suggestion: &Suggestion<'_>) -> Result<()> {
        let w = &self.wording;
        let risk = suggestion.risk;
        let blanks = [
            ("title", w.text(&risk.title).into()),
            ("id", risk.id.as_str().into()),
            (
                "family",
                w.label(RiskFamily::VOCABULARY, risk.family.code()).into(),
            ),
        ];
        let key = match suggestion.standing {
            Standing::Applies => "risks-suggested-applies",
            Standing::MayApply => "risks-suggested-may",
        };
        output::line(&w.format(key, &blanks))?;
        let law = &self.reference.law;
        let because = suggestion.because.iter().filter_map(|fact| {
            let value = self.facts.get(*fact)?;
            let fact = law.fact(*fact);
            Some(format!("{} = {}", fact.id, fact.word(value)))
        });
        self.list("risks-suggested-because", because.collect())?;
        let ask = suggestion.unknown.iter();
        let ask = ask.map(|fact| law.fact(*fact).id.clone());
        self.list("risks-suggested-ask", ask.collect())?;
        let measures = self.reference.risks.measures_for(&risk.id);
        let measures = measures.map(|measure| w.text(&measure.title));
        self.list("risks-suggested-measures", measures.collect())
    }

    fn list(&self, key: &str, items: Vec<String>) -> Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        let items = self.wording.phrases(&items);
        output::line(&self.wording.format(key, &[("items", items.into())]))
    }
}
