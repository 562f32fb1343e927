//! An impact assessment of the CNIL's tool joins a record.

use super::{Context, language, output};
use crate::complaint::complain;
use crate::instance::change;
use crate::pipeline::assessments;
use crate::pipeline::casework::Saved;
use anyhow::Result;
use clap::Args;
use domain::{Assessed, Function, Language, Remark, Risk, UseCase};
use observe::assessment::Pia;
use publish::Wording;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Assessment {
    /// Reference of the record, such as VAL-006
    record: String,
    /// The assessment: a file of the PIA tool of the CNIL, JSON
    file: PathBuf,
    /// The authority of the record, when several have one of this reference
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// Language that the assessment is written in: fr or en; that of the answers when absent
    #[arg(long, value_name = "LANG", value_parser = language)]
    written_in: Option<Language>,
    /// Read and report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(arguments: &Assessment, context: &Context) -> Result<()> {
    let bytes = super::register::read(&arguments.file)?;
    let pia = assessments::read(&bytes)?;
    let instance = context.open().await?;
    let library = instance.library();
    let w = Wording {
        words: &library.words,
        reference: &library.reference,
        language: context.language,
    };
    let authority = arguments.authority.as_deref();
    let case = assessments::record(&instance, &arguments.record, authority).await?;
    let written_in = arguments.written_in.unwrap_or(context.language);
    let named = Wording {
        language: written_in,
        ..w
    };
    let assessed = assessments::brought(&pia, written_in.tag(), &named);
    let joined = Joined::new(&pia, &assessed, &case.record, arguments.dry_run);
    let changed = case.record.clone().with_assessment(assessed.clone());
    if !arguments.dry_run && joined.is_news(&changed) {
        let by_lead = change(Function::Lead.code());
        if case.save(&instance, &changed, &by_lead).await? == Saved::Outdated {
            let remark = Remark::new("assessment-outdated");
            return Err(complain(remark.with("record", &arguments.record)));
        }
    }
    instance.store.clone().close().await?;
    match arguments.json {
        true => output::json(&joined.as_json(&changed, &w)),
        false => output::line(&joined.told(&changed, &w)),
    }
}

/// What an assessment brings to a record, or would bring.
struct Joined<'a> {
    pia: &'a Pia,
    assessed: &'a Assessed,
    before: &'a UseCase,
    is_dry_run: bool,
}

impl<'a> Joined<'a> {
    fn new(pia: &'a Pia, assessed: &'a Assessed, before: &'a UseCase, is_dry_run: bool) -> Self {
        Self {
            pia,
            assessed,
            before,
            is_dry_run,
        }
    }

    fn is_news(&self, changed: &UseCase) -> bool {
        self.before != changed
    }

    /// Whether an earlier state of the assessment is in the record.
    fn replaces(&self) -> bool {
        let title = &self.assessed.assessment.title;
        self.before.assessment_titled(title).is_some()
    }

    fn as_json(&self, changed: &UseCase, w: &Wording) -> Value {
        let remarks = self.pia.remarks.iter().map(|remark| {
            json!({
                "problem": w.words.remark(w.language, remark),
                "hint": w.words.hint(w.language, remark),
            })
        });
        json!({
            "record": self.before.reference,
            "authority": self.before.authority,
            "state": self.pia.state.map(observe::assessment::PiaState::code),
            "assessment": self.assessed.assessment,
            "replaces": self.replaces(),
            "risks": self.assessed.risks,
            "known_risks": self.known_risks(),
            "remarks": remarks.collect::<Vec<_>>(),
            "written": !self.is_dry_run && self.is_news(changed),
        })
    }

    /// Risks that the record tells already.
    fn known_risks(&self) -> usize {
        let risks = self.assessed.risks.iter();
        risks
            .filter(|risk| self.before.risk_told(risk).is_some())
            .count()
    }

    fn told(&self, changed: &UseCase, w: &Wording) -> String {
        let record = &self.before;
        let mut lines = vec![format!("{} – {}", record.reference, w.text(&record.name))];
        let assessment = &self.assessed.assessment;
        let blanks = [
            ("title", w.text(&assessment.title).into()),
            ("state", state(self.pia, w).into()),
        ];
        lines.push(w.format("assessment-read", &blanks));
        lines.push(match assessment.done_on {
            Some(day) => w.format("assessment-done-on", &[("date", w.date(day).into())]),
            None => w.get("assessment-not-done"),
        });
        let count = self.assessed.risks.len();
        let blanks = [
            ("count", count.into()),
            ("known", self.known_risks().into()),
        ];
        lines.push(w.format("assessment-risks", &blanks));
        let risks = self.assessed.risks.iter();
        lines.extend(risks.map(|risk| format!("  {}", judged(risk, w))));
        for remark in &self.pia.remarks {
            let (problem, hint) = (
                w.words.remark(w.language, remark),
                w.words.hint(w.language, remark),
            );
            lines.push(format!("{problem}\n  {hint}"));
        }
        let has_opinion = self.pia.dpo.is_some() || self.pia.people.is_some();
        if has_opinion {
            lines.push(w.get("assessment-opinions-stay"));
        }
        let end = match (self.is_dry_run, self.is_news(changed), self.replaces()) {
            (true, ..) => "assessment-dry-run",
            (false, false, _) => "assessment-same",
            (false, true, true) => "assessment-replaced",
            (false, true, false) => "assessment-joined",
        };
        lines.push(w.get(end));
        lines.join("\n")
    }
}

/// Where the assessment stands.
fn state(pia: &Pia, w: &Wording) -> String {
    match pia.state {
        Some(state) => w.get(&format!("assessment-state-{}", state.code())),
        None => w.get("assessment-state-unknown"),
    }
}

/// A risk with what was judged of it, before and after the measures.
fn judged(risk: &Risk, w: &Wording) -> String {
    let level = |level: Option<u8>| {
        level.map_or_else(|| w.get("not-judged"), |level| w.number(f64::from(level)))
    };
    let residual = risk.residual;
    let blanks = [
        ("risk", w.text(&risk.description).into()),
        ("severity", level(risk.severity).into()),
        ("likelihood", level(risk.likelihood).into()),
        (
            "severity_after",
            level(residual.map(domain::Rating::severity)).into(),
        ),
        (
            "likelihood_after",
            level(residual.map(domain::Rating::likelihood)).into(),
        ),
    ];
    w.format("assessment-risk", &blanks)
}
