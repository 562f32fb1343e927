use super::{Context, Told, output};
use crate::clock;
use crate::complaint::complain;
use crate::instance::Library;
use crate::pipeline::edition::told;
use crate::pipeline::law::{self, Evaluated, EvaluatedRow};
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use domain::law::{RuleOutcome, VerdictKind};
use domain::{Remark, Text};
use publish::Wording;
use reference::law::Case;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Evaluate {
    /// Situations to evaluate: a file of cases in the shape law-cases/1; your records when absent
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// Day of evaluation; each case's own, or today for records, when absent
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print the results as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(arguments: &Evaluate, context: &Context) -> Result<()> {
    match &arguments.facts {
        Some(path) => run_cases(path, arguments, context),
        None => run_records(arguments, context).await,
    }
}

/// The records of the observatory, with everything they declare, answers included.
async fn run_records(arguments: &Evaluate, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let on = match arguments.on {
        Some(on) => on,
        None => instance.today().await?,
    };
    let library = &*instance.library();
    let reference = &library.reference;
    let records = law::records(&instance, reference, on).await?;
    if arguments.json {
        let rows: Vec<_> = records
            .iter()
            .map(|record| {
                let evaluated = record.evaluated(reference, on);
                EvaluatedRow::new(&reference.law, &record.reference, on, &evaluated)
            })
            .collect();
        output::json(&rows)?;
    } else {
        let speaker = Speaker::new(library, context);
        for record in &records {
            let evaluated = record.evaluated(reference, on);
            speaker.situation(&record.reference, Some(&record.name), on, &evaluated)?;
        }
        output::line(&speaker.wording.get("law-not-advice"))?;
    }
    instance.store.close().await?;
    Ok(())
}

fn run_cases(path: &Path, arguments: &Evaluate, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let library = Library::open(overlay)?;
    let rules = &library.reference.law;
    let cases = read(&library, path, context)?;
    let evaluated: Vec<(NaiveDate, Evaluated<'_>)> = cases
        .iter()
        .map(|case| {
            let on = arguments.on.unwrap_or(case.on);
            (on, law::evaluate(rules, &case.facts, on))
        })
        .collect();
    if arguments.json {
        let rows: Vec<_> = cases
            .iter()
            .zip(&evaluated)
            .map(|(case, (on, evaluated))| EvaluatedRow::new(rules, &case.id, *on, evaluated))
            .collect();
        return output::json(&rows);
    }
    let speaker = Speaker::new(&library, context);
    for (case, (on, evaluated)) in cases.iter().zip(&evaluated) {
        speaker.situation(&case.id, case.title.as_ref(), *on, evaluated)?;
    }
    output::line(&speaker.wording.get("law-not-advice"))?;
    let is_on_its_day = arguments.on.is_none();
    if is_on_its_day && !speaker.expectations_hold(&cases)? {
        return Err(Told.into());
    }
    Ok(())
}

/// Reads a file of cases; every mistake in it is told.
fn read(library: &Library, path: &Path, context: &Context) -> Result<Vec<Case>> {
    let text = text(path)?;
    let name = path.display().to_string();
    let (cases, diagnostics) = library.reference.law.read_cases(&name, &text);
    if diagnostics.is_empty() {
        return Ok(cases);
    }
    output::error(&told(library, context.language, &diagnostics));
    Err(Told.into())
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| {
        let remark = Remark::new("law-file-unreadable")
            .with("file", path.display().to_string())
            .with("error", error.to_string());
        complain(remark)
    })
}

/// Today, in the time zone of the first authority there is, else in universal time.
pub(super) fn today() -> NaiveDate {
    clock::now().date_naive()
}

struct Speaker<'a> {
    library: &'a Library,
    wording: Wording<'a>,
}

impl<'a> Speaker<'a> {
    fn new(library: &'a Library, context: &Context) -> Self {
        Self {
            library,
            wording: Wording {
                words: &library.words,
                reference: &library.reference,
                language: context.language,
            },
        }
    }

    fn situation(
        &self,
        id: &str,
        title: Option<&Text>,
        on: NaiveDate,
        evaluated: &Evaluated<'_>,
    ) -> Result<()> {
        let w = &self.wording;
        let title = title.map(|title| w.text(title));
        let blanks = [
            ("id", id.into()),
            ("title", title.unwrap_or_default().into()),
            ("date", w.date(on).into()),
            (
                "verdict",
                w.label(VerdictKind::VOCABULARY, evaluated.verdict.kind.code())
                    .into(),
            ),
        ];
        output::line(&w.format("law-case", &blanks))?;
        for outcome in [RuleOutcome::Applies, RuleOutcome::Unknown] {
            self.rules(outcome, evaluated)?;
        }
        Ok(())
    }

    /// The rules that come to an outcome, with what would settle those that are unknown.
    fn rules(&self, wanted: RuleOutcome, evaluated: &Evaluated<'_>) -> Result<()> {
        let (w, law) = (&self.wording, &self.library.reference.law);
        let findings = law.rules.iter().zip(&evaluated.assessment.findings);
        for (rule, finding) in findings.filter(|(_, finding)| finding.outcome == wanted) {
            let blanks = [
                (
                    "outcome",
                    w.label(RuleOutcome::VOCABULARY, wanted.code()).into(),
                ),
                ("title", w.text(&rule.title).into()),
                ("citation", w.text(&rule.citation).into()),
                ("id", rule.id.as_str().into()),
            ];
            output::line(&format!("  {}", w.format("law-result", &blanks)))?;
            let questions: Vec<_> = finding
                .ask
                .iter()
                .map(|fact| w.text(&law.fact(*fact).question))
                .collect();
            if !questions.is_empty() {
                let blanks = [("questions", questions.join(" / ").into())];
                output::line(&format!("      {}", w.format("law-ask", &blanks)))?;
            }
        }
        Ok(())
    }

    /// Whether what the cases expect is what the rules give; every difference is told.
    fn expectations_hold(&self, cases: &[Case]) -> Result<bool> {
        let law = &self.library.reference.law;
        let mut holds = true;
        for found in cases.iter().flat_map(|case| ::evaluate::verify(law, case)) {
            holds = false;
            let blanks = [
                ("case", found.case.into()),
                ("subject", found.subject.into()),
                ("expected", found.expected.into()),
                ("found", found.found.into()),
            ];
            output::line(&self.wording.format("law-discrepancy", &blanks))?;
        }
        Ok(holds)
    }
}
