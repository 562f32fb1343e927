use crate::completion::done;
use crate::gather::Gathered;
use crate::question::{MayI, Policy};
use crate::weigh::{Weight, weights};
use chrono::NaiveDate;
use domain::Text;
use domain::law::{Binding, Coming, FactId, Finding, Signatory, Truth, VerdictForm, VerdictKind};
use reference::law::{Duty, Law, Rule};
use std::collections::BTreeMap;

/// The answer to "may I?".
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict<'a> {
    /// The answer.
    pub kind: VerdictKind,
    /// How a conditional answer is put.
    pub form: Option<VerdictForm>,
    /// What holds the use back, the strictest first; the law before local acts.
    pub reasons: Vec<Reason<'a>>,
    /// The facts that would settle what is unknown among the reasons: those that settle most
    /// reasons first, then by who can answer.
    pub ask: Vec<VerdictQuestion>,
    /// Duties that hold at every use, shown without weight.
    pub reminders: Vec<Reason<'a>>,
    /// What the organisation does on its side.
    pub organisation: Vec<Reason<'a>>,
    /// Duties that will start later.
    pub announcements: Vec<Announcement<'a>>,
}

/// A prohibition or a duty that bears on an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason<'a> {
    /// The rule, or `local/<parameter or limit>`.
    pub id: String,
    /// Where it stands among the steps of the verdict.
    pub step: Step,
    /// The rule itself, or the local act.
    pub ground: Ground<'a>,
    /// The duty; `None` = a prohibition.
    pub duty: Option<&'a Duty>,
    /// What to do, or not to do.
    pub text: &'a Text,
    /// Whether it rests on something unknown.
    pub is_unknown: bool,
    /// The day it starts, for a prohibition that is only coming.
    pub coming: Option<NaiveDate>,
    /// Whether its date is debated: then the data protection officer decides.
    pub is_debated: bool,
    /// The facts that would settle it.
    pub ask: Vec<FactId>,
}

/// What a reason rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground<'a> {
    /// A rule, with its citation and certainty.
    Law(&'a Rule),
    /// An act of the authority, or the limits of a sheet.
    Local,
}

/// The steps of a verdict, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A prohibition applies.
    Forbidden,
    /// A prohibition is unknown.
    Undecided,
    /// A duty that comes before the use applies and is not done.
    NotYet,
    /// Such a duty is unknown and not done.
    AskFirst,
    /// A duty of the person applies or is unknown.
    If,
    /// It holds nobody back.
    Aside,
}

/// A fact that would settle a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerdictQuestion {
    /// The fact or trait.
    pub fact: FactId,
    /// Who can answer: whom the sheet names, else whose fact it is.
    pub answered_by: Signatory,
    /// How many reasons wait for it.
    pub settles: usize,
}

/// Duties of a rule that will start later.
#[derive(Debug, Clone, PartialEq)]
pub struct Announcement<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// When, and the date first planned.
    pub coming: Coming,
}

/// Weighs the findings of the rules (one a rule, in the order of the law), the local parameters
/// and the limits of the sheets.
pub fn decide<'a>(
    law: &'a Law,
    question: &MayI,
    policy: &Policy,
    gathered: &Gathered,
    findings: &[Finding],
) -> Verdict<'a> {
    let situation = law.situation(&gathered.facts, question.on);
    let mut reasons = Vec::new();
    let (mut reminders, mut organisation) = (Vec::new(), Vec::new());
    for weight in weights(law, policy, findings, &situation) {
        let Some(step) = step(&weight, question) else {
            continue;
        };
        let reason = reason(weight, step);
        match reason.duty {
            Some(duty) if duty.is_standing => reminders.push(reason),
            Some(duty) if duty.binds == Binding::Organisation => organisation.push(reason),
            _ => reasons.push(reason),
        }
    }
    reasons.sort_by_key(|reason| reason.step);
    let (kind, form) = answer(&reasons);
    if matches!(kind, VerdictKind::Forbidden | VerdictKind::Unknown) {
        let own = reasons.first().map(|reason| reason.step);
        reasons.retain(|reason| Some(reason.step) == own);
    }
    let ask = questions(law, gathered, &reasons);
    Verdict {
        kind,
        form,
        reasons,
        ask,
        reminders,
        organisation,
        announcements: announcements(law, findings),
    }
}

impl Verdict<'_> {
    /// What somebody must do, in order: the reasons that are duties.
    pub fn todo(&self) -> impl Iterator<Item = &Reason<'_>> {
        self.reasons.iter().filter(|reason| reason.duty.is_some())
    }
}

/// Where something stands, if it bears on the answer at all.
fn step(weight: &Weight, question: &MayI) -> Option<Step> {
    let is_known = match weight.truth {
        Truth::No => return None,
        Truth::Unknown => false,
        Truth::Yes => true,
    };
    let Some(duty) = weight.duty else {
        return Some(if is_known {
            Step::Forbidden
        } else {
            Step::Undecided
        });
    };
    match duty.binds {
        Binding::BeforeUse if done(&weight.id, duty, question).is_some() => None,
        Binding::BeforeUse if is_known => Some(Step::NotYet),
        Binding::BeforeUse => Some(Step::AskFirst),
        Binding::Agent if !duty.is_standing => Some(Step::If),
        Binding::Agent | Binding::Organisation => Some(Step::Aside),
    }
}

fn reason(weight: Weight<'_>, step: Step) -> Reason<'_> {
    Reason {
        id: weight.id,
        step,
        ground: weight.rule.map_or(Ground::Local, Ground::Law),
        duty: weight.duty,
        text: weight.text,
        is_unknown: weight.truth == Truth::Unknown,
        coming: weight.coming,
        is_debated: weight.is_debated,
        ask: weight.ask,
    }
}

/// The verdict of reasons in order of strictness.
fn answer(reasons: &[Reason]) -> (VerdictKind, Option<VerdictForm>) {
    match reasons.first().map(|reason| reason.step) {
        Some(Step::Forbidden) => (VerdictKind::Forbidden, None),
        Some(Step::Undecided) => (VerdictKind::Unknown, None),
        Some(Step::NotYet) => (VerdictKind::Conditional, Some(VerdictForm::NotYet)),
        Some(Step::AskFirst) => (VerdictKind::Conditional, Some(VerdictForm::AskFirst)),
        Some(Step::If) => (VerdictKind::Conditional, Some(VerdictForm::If)),
        Some(Step::Aside) | None => (VerdictKind::Allowed, None),
    }
}

fn questions(law: &Law, gathered: &Gathered, reasons: &[Reason]) -> Vec<VerdictQuestion> {
    let mut settles: BTreeMap<FactId, usize> = BTreeMap::new();
    for fact in reasons.iter().flat_map(|reason| &reason.ask) {
        *settles.entry(*fact).or_default() += 1;
    }
    let question = |(fact, settles): (FactId, usize)| VerdictQuestion {
        fact,
        answered_by: gathered
            .open
            .get(&fact)
            .copied()
            .unwrap_or(law.fact(fact).answered_by),
        settles,
    };
    let mut questions: Vec<_> = settles.into_iter().map(question).collect();
    questions.sort_by_key(|q| (std::cmp::Reverse(q.settles), q.answered_by, q.fact));
    questions
}

fn announcements<'a>(law: &'a Law, findings: &[Finding]) -> Vec<Announcement<'a>> {
    let announced = |(rule, finding): (&'a Rule, &Finding)| {
        let coming = finding.coming.clone()?;
        let is_sure = coming.truth == Truth::Yes && !rule.duties.is_empty();
        is_sure.then_some(Announcement { rule, coming })
    };
    law.rules
        .iter()
        .zip(findings)
        .filter_map(announced)
        .collect()
}
