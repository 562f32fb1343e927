//! An impact assessment of the CNIL's tool joins a record.

use super::{Context, language, output};
use crate::complaint::complain;
use crate::instance::{Instance, change};
use crate::pipeline::assessments;
use crate::pipeline::casework::Saved;
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use domain::{Assessed, Function, Language, Remark, UseCase};
use observe::assessment::{Pia, PiaState};
use publish::Wording;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Assessment {
    /// Reference of the record, such as VAL-006
    record: String,
    /// The assessment: a file of the PIA tool of the CNIL, JSON
    file: PathBuf,
    /// Language that the assessment is written in, fr or en: the file does not say it
    #[arg(long, value_name = "LANG", value_parser = language)]
    written_in: Language,
    /// Day on which it was completed; that of the record when absent, else not known
    #[arg(long, value_name = "DATE")]
    done_on: Option<NaiveDate>,
    /// The authority of the record, when several have one of this reference
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// Write it even though some words may name a person
    #[arg(long)]
    as_it_is: bool,
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
    let joined = joined(&instance, arguments, &pia).await;
    instance.store.clone().close().await?;
    let joined = joined?;
    let library = instance.library();
    let w = Wording {
        words: &library.words,
        reference: &library.reference,
        language: context.language,
    };
    match arguments.json {
        true => output::json(&joined.as_json(&w)),
        false => output::line(&joined.told(&w)),
    }
}

async fn joined<'a>(
    instance: &Instance,
    arguments: &Assessment,
    pia: &'a Pia,
) -> Result<Joined<'a>> {
    if arguments.done_on > Some(instance.today().await?) {
        return Err(complain(Remark::new("assessment-not-yet")));
    }
    let library = instance.library();
    let w = Wording {
        words: &library.words,
        reference: &library.reference,
        language: arguments.written_in,
    };
    let authority = arguments.authority.as_deref();
    let case = assessments::record(instance, &arguments.record, authority).await?;
    let mut assessed = assessments::brought(pia, &w);
    assessed.assessment.done_on = arguments.done_on;
    let assessed = assessed.completed_by(&case.record);
    let names = assessments::names(&assessed).into_iter();
    let names: Vec<String> = names.map(str::to_owned).collect();
    if !names.is_empty() && !arguments.as_it_is && !arguments.dry_run {
        let remark = Remark::new("assessment-names");
        return Err(complain(remark.with("names", names.join(", "))));
    }
    let after = case.record.clone().with_assessment(assessed.clone());
    let is_written = !arguments.dry_run && after != case.record;
    if is_written {
        let by_lead = change(Function::Lead.code());
        if case.save(instance, &after, &by_lead).await? == Saved::Outdated {
            let remark = Remark::new("assessment-outdated");
            return Err(complain(remark.with("record", &arguments.record)));
        }
    }
    Ok(Joined {
        pia,
        names,
        before: case.record,
        assessed,
        is_written,
        is_dry_run: arguments.dry_run,
    })
}

/// What an assessment brought to a record, or would bring.
struct Joined<'a> {
    pia: &'a Pia,
    assessed: Assessed,
    before: UseCase,
    /// What may name a person.
    names: Vec<String>,
    is_written: bool,
    is_dry_run: bool,
}

impl Joined<'_> {
    /// Whether an earlier state of the assessment was in the record.
    fn replaces(&self) -> bool {
        let title = &self.assessed.assessment.title;
        self.before.assessment_titled(title).is_some()
    }

    /// Risks that the record told already.
    fn known_risks(&self) -> usize {
        let is_known = |risk: &&domain::Risk| self.before.risk_told(risk).is_some();
        self.assessed.risks.iter().filter(is_known).count()
    }

    fn as_json(&self, w: &Wording) -> Value {
        let remarks = self.pia.remarks.iter().map(|remark| {
            json!({
                "problem": w.words.remark(w.language, remark),
                "hint": w.words.hint(w.language, remark),
            })
        });
        json!({
            "record": self.before.reference,
            "authority": self.before.authority,
            "state": self.pia.state.map(PiaState::code),
            "changed_on": self.pia.changed_on,
            "assessment": self.assessed.assessment,
            "replaces": self.replaces(),
            "risks": self.assessed.risks,
            "known_risks": self.known_risks(),
            "may_name_a_person": self.names,
            "remarks": remarks.collect::<Vec<_>>(),
            "written": self.is_written,
        })
    }

    fn told(&self, w: &Wording) -> String {
        let record = &self.before;
        let name = format!("{} – {}", record.reference, w.text(&record.name));
        let parts = [
            vec![name],
            self.assessment_told(w),
            self.risks_told(w),
            self.remarks_told(w),
        ];
        let mut lines = parts.concat();
        lines.push(
            w.get(match (self.is_dry_run, self.is_written, self.replaces()) {
                (true, ..) => "assessment-dry-run",
                (_, false, _) => "assessment-same",
                (_, true, true) => "assessment-replaced",
                (_, true, false) => "assessment-joined",
            }),
        );
        lines.join("\n")
    }

    fn assessment_told(&self, w: &Wording) -> Vec<String> {
        let assessment = &self.assessed.assessment;
        let blanks = [
            ("title", w.text(&assessment.title).into()),
            ("state", assessments::state(self.pia, w).into()),
        ];
        let changed_on = self.pia.changed_on.map(|day| {
            let blanks = [("date", w.date(day).into())];
            w.format("assessment-changed-on", &blanks)
        });
        let done_on = match assessment.done_on {
            Some(day) => w.format("assessment-done-on", &[("date", w.date(day).into())]),
            None => w.get("assessment-not-done"),
        };
        let read = w.format("assessment-read", &blanks);
        [Some(read), changed_on, Some(done_on)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn risks_told(&self, w: &Wording) -> Vec<String> {
        let blanks = [
            ("count", self.assessed.risks.len().into()),
            ("known", self.known_risks().into()),
        ];
        let mut lines = vec![w.format("assessment-risks", &blanks)];
        lines.extend(self.assessed.risks.iter().map(|risk| {
            let judged = assessments::judged(risk, w);
            format!("  {}\n    {judged}", w.text(&risk.description))
        }));
        lines
    }

    fn remarks_told(&self, w: &Wording) -> Vec<String> {
        let told = |remark: &Remark| {
            let problem = w.words.remark(w.language, remark);
            format!("{problem}\n  {}", w.words.hint(w.language, remark))
        };
        let mut lines: Vec<_> = self.pia.remarks.iter().map(told).collect();
        if self.pia.dpo.is_some() || self.pia.people.is_some() {
            lines.push(w.get("assessment-opinions-stay"));
        }
        if !self.names.is_empty() {
            let names = Remark::new("assessment-names").with("names", self.names.join(", "));
            lines.push(w.words.remark(w.language, &names));
        }
        lines
    }
}
