use chrono::NaiveDate;
use domain::law::{FactId, Facts, Finding, RuleOutcome, Signatory};
use reference::law::Law;

/// What every rule comes to for one use on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The day.
    pub on: NaiveDate,
    /// One finding a rule, in the order of [`Law::rules`]; the facts it asks are in the order of
    /// `questions`.
    pub findings: Vec<Finding>,
    /// The facts that would settle what is unknown: those that settle most rules first, then by
    /// who can answer, then in the order of the catalogue.
    pub questions: Vec<Question>,
}

/// A fact nobody gave that at least one rule waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The fact.
    pub fact: FactId,
    /// How many unknown rules wait for it.
    pub settles: usize,
    /// Who can answer. Where only debated rules wait for it, the data protection officer.
    pub answered_by: Signatory,
}

/// Reads every rule of a law for one use on a day.
pub fn assess(law: &Law, facts: &Facts, on: NaiveDate) -> Assessment {
    let situation = law.situation(facts, on);
    let mut findings: Vec<_> = law
        .rules
        .iter()
        .map(|rule| Finding::of(&rule.provision, &situation))
        .collect();
    let questions = questions(law, &findings);
    let rank = ranks(law, &questions);
    for finding in &mut findings {
        finding.ask.sort_by_key(|fact| rank[usize::from(fact.0)]);
    }
    Assessment {
        on,
        findings,
        questions,
    }
}

impl Assessment {
    /// The rules of a law with what each comes to; the law must be the one that was assessed.
    pub fn results<'a>(&'a self, law: &'a Law) -> impl Iterator<Item = (&'a str, &'a Finding)> {
        law.rules
            .iter()
            .map(|rule| rule.id.as_str())
            .zip(&self.findings)
    }
}

fn questions(law: &Law, findings: &[Finding]) -> Vec<Question> {
    let mut settles = vec![0_usize; law.facts.len()];
    let mut is_sure = vec![false; law.facts.len()];
    let unknown = |finding: &&Finding| finding.outcome == RuleOutcome::Unknown;
    for finding in findings.iter().filter(unknown) {
        for fact in &finding.ask {
            settles[usize::from(fact.0)] += 1;
            is_sure[usize::from(fact.0)] |= !finding.debated;
        }
    }
    let mut questions: Vec<_> = (0..law.facts.len())
        .filter(|&place| settles[place] > 0)
        .map(|place| Question {
            fact: FactId(place as u16),
            settles: settles[place],
            answered_by: if is_sure[place] {
                law.facts[place].answered_by
            } else {
                Signatory::Dpo
            },
        })
        .collect();
    questions.sort_by_key(|question| {
        (
            std::cmp::Reverse(question.settles),
            question.answered_by,
            question.fact,
        )
    });
    questions
}

/// The place of each fact among the questions; those not asked come last.
fn ranks(law: &Law, questions: &[Question]) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; law.facts.len()];
    for (rank, question) in questions.iter().enumerate() {
        ranks[usize::from(question.fact.0)] = rank;
    }
    ranks
}
