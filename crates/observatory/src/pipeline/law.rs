//! From facts to an assessment, and from picks to a verdict: the two engines, one after the other.

use crate::instance::Instance;
use anyhow::Result;
use chrono::NaiveDate;
use domain::law::{AssessmentSummary, Facts, Origins, RuleOutcome};
use domain::{Authority, Department, Document, PublicationLevel, Text, ToolSheet, UseCase};
use evaluate::starters::Known;
use evaluate::{Assessment, assess};
use frame::{Declared, Gathered, MayI, Policy, Verdict, decide, facts_of, gather, with_documents};
use publish::Snapshot;
use reference::Reference;
use reference::law::{Law, Rule, Sheets};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What facts come to on a day, and the verdict they allow without any sheet.
pub struct Evaluated<'a> {
    /// The rules.
    pub assessment: Assessment,
    /// The verdict.
    pub verdict: Verdict<'a>,
}

/// Reads every rule on facts, then draws the verdict.
pub fn evaluate<'a>(law: &'a Law, facts: &Facts, on: NaiveDate) -> Evaluated<'a> {
    let assessment = assess(law, facts, on);
    let gathered = Gathered::of_facts(facts.clone());
    let verdict = decide(
        law,
        &MayI::without_sheets(on),
        &Policy::default(),
        &gathered,
        &assessment.findings,
    );
    Evaluated {
        assessment,
        verdict,
    }
}

/// The answer to a question, and what it was drawn from.
pub struct Answered<'a> {
    /// The facts, with their origins.
    pub gathered: Gathered,
    /// The rules on these facts.
    pub assessment: Assessment,
    /// The answer.
    pub verdict: Verdict<'a>,
}

/// Answers "may I?".
pub fn ask<'a>(law: &'a Law, question: &MayI<'_>, policy: &Policy) -> Answered<'a> {
    let gathered = gather(law, question, policy);
    let assessment = assess(law, &gathered.facts, question.on);
    let verdict = decide(law, question, policy, &gathered, &assessment.findings);
    Answered {
        gathered,
        assessment,
        verdict,
    }
}

/// A record of the observatory as the law reads it.
pub struct LegalRecord {
    /// Its human reference.
    pub reference: String,
    /// Its name.
    pub name: Text,
    /// Slug of its authority.
    pub authority: String,
    declared: Declared,
}

impl LegalRecord {
    /// What each rule comes to on two days, on the facts that are known now.
    pub fn outcomes(&self, reference: &Reference, days: [NaiveDate; 2]) -> [Vec<RuleOutcome>; 2] {
        let question = self.declared.question();
        let policy = Policy::of(&reference.policy, Some(&self.authority), question.on);
        let facts = gather(&reference.law, &question, &policy).facts;
        days.map(|day| {
            let findings = assess(&reference.law, &facts, day).findings;
            findings.iter().map(|finding| finding.outcome).collect()
        })
    }

    /// What it comes to on a day.
    pub fn evaluated<'a>(&self, reference: &'a Reference, on: NaiveDate) -> Evaluated<'a> {
        let policy = Policy::of(&reference.policy, Some(&self.authority), on);
        let answered = ask(&reference.law, &self.declared.question(), &policy);
        Evaluated {
            assessment: answered.assessment,
            verdict: answered.verdict,
        }
    }
}

/// What an observatory holds that the law reads.
pub struct LegalHoldings {
    authorities: Vec<Authority>,
    departments: Vec<Department>,
    tools: Vec<ToolSheet>,
    /// By reference.
    uses: Vec<UseCase>,
}

impl LegalHoldings {
    /// The record of a reference, whatever its case.
    pub fn use_case(&self, reference: &str) -> Option<&UseCase> {
        let mut uses = self.uses.iter();
        uses.find(|known| known.reference.eq_ignore_ascii_case(reference))
    }

    /// The sheets, with what its tools and its authorities say.
    pub fn sheets(&self, reference: &Reference) -> Sheets {
        let Reference { law, sheets, .. } = reference;
        with_documents(law, sheets, &self.tools, &self.authorities)
    }

    /// The facts of a record on a day, and where each comes from.
    pub fn facts(
        &self,
        use_case: &UseCase,
        reference: &Reference,
        on: NaiveDate,
    ) -> (Facts, Origins) {
        let sheets = self.sheets(reference);
        facts_of(use_case, &reference.law, &sheets, &reference.policy, on)
    }

    /// What a starter document is written from: a record, with its facts on a day.
    pub fn known<'a>(
        &'a self,
        use_case: &'a UseCase,
        reference: &'a Reference,
        (facts, origins): &'a (Facts, Origins),
        on: NaiveDate,
    ) -> Known<'a> {
        Known {
            reference,
            use_case,
            tool: self.tool(use_case),
            authority: self.authority(use_case),
            department: self.department(use_case),
            facts,
            origins,
            on,
        }
    }

    /// The tool of a record.
    pub fn tool(&self, use_case: &UseCase) -> Option<&ToolSheet> {
        let mut tools = self.tools.iter();
        tools.find(|tool| Some(&tool.key) == use_case.tool.as_ref())
    }

    /// The authority of a record.
    pub fn authority(&self, use_case: &UseCase) -> Option<&Authority> {
        let mut authorities = self.authorities.iter();
        authorities.find(|known| known.slug == use_case.authority)
    }

    /// The department of a record.
    pub fn department(&self, use_case: &UseCase) -> Option<&Department> {
        let mut departments = self.departments.iter();
        departments.find(|known| Some(&known.key) == use_case.department.as_ref())
    }
}

/// Everything of an observatory that the law reads, internal answers included.
pub async fn holdings(instance: &Instance) -> Result<LegalHoldings> {
    let mut uses: Vec<UseCase> = documents(instance).await?;
    uses.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(LegalHoldings {
        authorities: instance.authorities().await?,
        departments: documents(instance).await?,
        tools: tools_of_today(instance).await?,
        uses,
    })
}

/// The sheets of an observatory, with what its tools and its authorities say.
pub async fn sheets(instance: &Instance, reference: &Reference) -> Result<Sheets> {
    let Reference { law, sheets, .. } = reference;
    let tools = tools_of_today(instance).await?;
    let authorities = instance.authorities().await?;
    Ok(with_documents(law, sheets, &tools, &authorities))
}

/// Every record of an observatory, with all that it declares on a day, internal answers included.
pub async fn records(
    instance: &Instance,
    reference: &Reference,
    on: NaiveDate,
) -> Result<Vec<LegalRecord>> {
    let holdings = holdings(instance).await?;
    let sheets = holdings.sheets(reference);
    let legal = |use_case: &UseCase| LegalRecord {
        reference: use_case.reference.clone(),
        name: use_case.name.clone(),
        declared: Declared::of(use_case, &reference.law, &sheets, on),
        authority: use_case.authority.clone(),
    };
    Ok(holdings.uses.iter().map(legal).collect())
}

/// The tools as they count today: a limited approval that has ended is no approval.
async fn tools_of_today(instance: &Instance) -> Result<Vec<ToolSheet>> {
    let today = instance.today().await?;
    let tools: Vec<ToolSheet> = documents(instance).await?;
    Ok(tools.into_iter().map(|tool| tool.as_of(today)).collect())
}

async fn documents<D: Document>(instance: &Instance) -> Result<Vec<D>> {
    let records = instance.store.all::<D>().await?;
    Ok(records.into_iter().map(|record| record.document).collect())
}

/// The law as a public page may use it: the rules, the charter and the local acts, with what
/// functions signed on sheets and the profiles where `data/visibility.yaml` opens them. Every
/// public page reads the sheets through it, so that no two of them disagree.
pub struct PublicLaw(Reference);

impl PublicLaw {
    /// Leaves out of a reference what is not public, and adds what the tools and the authorities
    /// of a snapshot say.
    pub fn of(reference: &Reference, snapshot: &Snapshot) -> Self {
        let (tools, authorities) = (snapshot.tools.values(), &snapshot.authorities);
        let sheets = reference.sheets.published(&reference.visibility);
        Self(Reference {
            law: reference.law.clone(),
            policy: reference.policy.clone(),
            sheets: with_documents(&reference.law, &sheets, tools, authorities),
            ..Reference::default()
        })
    }

    /// The sheets, with what of them is public.
    pub fn sheets(&self) -> &Sheets {
        &self.0.sheets
    }
}

/// What every rule comes to for a record, and the facts it was read from.
pub struct AssessedRecord {
    /// The facts.
    pub facts: Facts,
    /// Where each comes from.
    pub origins: Origins,
    /// The rules on these facts.
    pub assessment: Assessment,
}

/// Reads every rule on what the public may see of a record, on a day.
///
/// `None` for a record that is not published whole: what is withheld would pass for not known.
pub fn assess_record(
    record: &UseCase,
    PublicLaw(reference): &PublicLaw,
    on: NaiveDate,
) -> Option<AssessedRecord> {
    if record.publication.level != PublicationLevel::Public {
        return None;
    }
    let Reference {
        law,
        sheets,
        policy,
        ..
    } = reference;
    let (facts, origins) = facts_of(record, law, sheets, policy, on);
    let assessment = assess(law, &facts, on);
    Some(AssessedRecord {
        facts,
        origins,
        assessment,
    })
}

/// The rules of an assessment by what they come to.
pub fn summary(law: &Law, assessment: &Assessment) -> AssessmentSummary {
    let mut summary = AssessmentSummary::default();
    for (rule, finding) in assessment.results(law) {
        let list = match finding.outcome {
            RuleOutcome::Applies => &mut summary.applies,
            RuleOutcome::Unknown => &mut summary.unknown,
            RuleOutcome::DoesNotApply if finding.coming.is_some() => &mut summary.coming,
            RuleOutcome::DoesNotApply => continue,
        };
        list.push(rule.to_owned());
    }
    summary
}

/// What `vigie evaluate --json` prints for one situation.
#[derive(Serialize)]
pub struct EvaluatedRow<'a> {
    id: &'a str,
    on_date: NaiveDate,
    results: BTreeMap<&'a str, &'static str>,
    ask: BTreeMap<&'a str, Vec<&'a str>>,
    debated: Vec<&'a str>,
    coming: BTreeMap<&'a str, ComingRow>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct ComingRow {
    from: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_planned: Option<NaiveDate>,
}

impl<'a> EvaluatedRow<'a> {
    /// The row of a situation.
    pub fn new(law: &'a Law, id: &'a str, on: NaiveDate, evaluated: &Evaluated<'_>) -> Self {
        let findings = || law.rules.iter().zip(&evaluated.assessment.findings);
        let named = |facts: &[domain::law::FactId]| {
            facts
                .iter()
                .map(|fact| law.fact(*fact).id.as_str())
                .collect::<Vec<_>>()
        };
        Self {
            id,
            on_date: on,
            results: findings()
                .map(|(rule, finding)| (rule.id.as_str(), finding.outcome.code()))
                .collect(),
            ask: findings()
                .filter(|(_, finding)| !finding.ask.is_empty())
                .map(|(rule, finding)| (rule.id.as_str(), named(&finding.ask)))
                .collect(),
            debated: findings()
                .filter(|(_, finding)| finding.debated)
                .map(|(rule, _)| rule.id.as_str())
                .collect(),
            coming: findings()
                .filter_map(|(rule, finding)| {
                    let coming = finding.coming.as_ref()?;
                    let row = ComingRow {
                        from: coming.from,
                        first_planned: coming.original,
                    };
                    Some((rule.id.as_str(), row))
                })
                .collect(),
            verdict: evaluated.verdict.kind.code(),
        }
    }
}

/// A situation whose outcome or verdict is not the same under two laws.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The situation.
    pub id: String,
    /// Its day.
    pub on_date: NaiveDate,
    /// Verdict before and after, when it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<[&'static str; 2]>,
    /// Each rule whose outcome changes.
    pub rules: Vec<RuleDifference>,
}

/// A rule whose outcome changes for a situation.
#[derive(Debug, Serialize)]
pub struct RuleDifference {
    /// The rule.
    pub id: String,
    /// Outcome before; `None` if there was no such rule.
    pub before: Option<&'static str>,
    /// Outcome after; `None` if there is no such rule any more.
    pub after: Option<&'static str>,
    /// Whether its periods changed.
    pub periods: bool,
    /// Whether its condition changed.
    pub condition: bool,
}

/// What changes for a situation when one law takes the place of another; `None` when nothing does.
pub fn difference(
    id: &str,
    on: NaiveDate,
    before: (&Law, &Evaluated<'_>),
    after: (&Law, &Evaluated<'_>),
) -> Option<Difference> {
    let verdicts = [before, after].map(|(_, evaluated)| evaluated.verdict.kind.code());
    let difference = Difference {
        id: id.to_owned(),
        on_date: on,
        verdict: (verdicts[0] != verdicts[1]).then_some(verdicts),
        rules: rule_differences(before, after),
    };
    let is_same = difference.verdict.is_none() && difference.rules.is_empty();
    (!is_same).then_some(difference)
}

fn rule_differences(
    (before, old): (&Law, &Evaluated<'_>),
    (after, new): (&Law, &Evaluated<'_>),
) -> Vec<RuleDifference> {
    let outcomes = |law: &Law, evaluated: &Evaluated<'_>| -> BTreeMap<String, &'static str> {
        let findings = law.rules.iter().zip(&evaluated.assessment.findings);
        findings
            .map(|(rule, finding)| (rule.id.clone(), finding.outcome.code()))
            .collect()
    };
    let (old, new) = (outcomes(before, old), outcomes(after, new));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    ids.into_iter()
        .filter(|id| old.get(*id) != new.get(*id))
        .map(|id| {
            let rules = (before.rule(id), after.rule(id));
            let differ = |same: fn(&Rule, &Rule) -> bool| match rules {
                (Some(before), Some(after)) => !same(before, after),
                _ => true,
            };
            RuleDifference {
                id: id.clone(),
                before: old.get(id).copied(),
                after: new.get(id).copied(),
                periods: differ(|a, b| a.provision.periods == b.provision.periods),
                condition: differ(|a, b| a.provision.when == b.provision.when),
            }
        })
        .collect()
}

/// What `vigie ask --json` prints for one question.
#[derive(Serialize)]
pub struct AnsweredRow<'a> {
    id: &'a str,
    verdict: &'static str,
    form: Option<&'static str>,
    reasons: Vec<String>,
    ask: Vec<&'a str>,
    todo: Vec<TodoRow<'a>>,
    coming: Vec<&'a str>,
}

#[derive(Serialize)]
struct TodoRow<'a> {
    id: String,
    text: &'a domain::Text,
}

impl<'a> AnsweredRow<'a> {
    /// The row of a question.
    pub fn new(law: &'a Law, id: &'a str, verdict: &Verdict<'a>) -> Self {
        Self {
            id,
            verdict: verdict.kind.code(),
            form: verdict.form.map(|form| form.code()),
            reasons: verdict
                .reasons
                .iter()
                .map(|reason| reason.id.clone())
                .collect(),
            ask: verdict
                .ask
                .iter()
                .map(|question| law.fact(question.fact).id.as_str())
                .collect(),
            todo: verdict
                .reasons
                .iter()
                .filter(|reason| verdict.todo().any(|todo| todo.id == reason.id))
                .map(|reason| TodoRow {
                    id: reason.id.clone(),
                    text: reason.text,
                })
                .collect(),
            coming: verdict
                .announcements
                .iter()
                .map(|announcement| announcement.rule.id.as_str())
                .collect(),
        }
    }
}
