use super::evaluate::{text, today};
use super::{Context, Told, output};
use crate::complaint::complain;
use crate::config;
use crate::instance::Library;
use crate::pipeline::edition::told;
use crate::pipeline::law::{Answered, AnsweredRow, ask, sheets};
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use domain::Remark;
use domain::law::{Place, Signatory, VerdictForm, VerdictKind};
use frame::{Gathered, Ground, MayI, Policy, Reason, Verdict};
use publish::Wording;
use reference::Diagnostic;
use reference::law::{AskedCases, Law, Sheets};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Ask {
    /// What for: a task sheet
    #[arg(long, value_name = "TASK", required_unless_present = "cases")]
    task: Option<String>,
    /// With what: a tool sheet
    #[arg(long, value_name = "TOOL", required_unless_present = "cases")]
    tool: Option<String>,
    /// On which data: kinds of data, separated by commas
    #[arg(
        long,
        value_name = "KIND",
        value_delimiter = ',',
        required_unless_present = "cases"
    )]
    data: Vec<String>,
    /// Sheets in the shape law-sheets/1; those of the observatory when absent
    #[arg(long, value_name = "FILE")]
    sheets: Option<PathBuf>,
    /// The authority whose profile and acts hold
    #[arg(long, value_name = "SLUG", conflicts_with = "cases")]
    authority: Option<String>,
    /// Questions in the shape law-verdicts/1, instead of one
    #[arg(long, value_name = "FILE", conflicts_with_all = ["task", "tool", "data"])]
    cases: Option<PathBuf>,
    /// Day of the question; today when absent
    #[arg(long, value_name = "DATE", conflicts_with = "cases")]
    on: Option<NaiveDate>,
    /// Print the answers as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(asked: &Ask, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let library = Library::open(overlay)?;
    let law = &library.reference.law;
    let mut sheets = match (&asked.sheets, &asked.cases) {
        (Some(path), _) => read(&library, path, context, Law::read_sheets)?,
        (None, Some(_)) => library.reference.sheets.clone(),
        (None, None) => of_observatory(context, &library).await?,
    };
    match &asked.cases {
        Some(path) => {
            let AskedCases {
                cases,
                extra_sheets,
            } = read(&library, path, context, Law::read_asked)?;
            sheets.overlay(extra_sheets);
            let rows: Vec<_> = cases
                .iter()
                .map(|case| {
                    let question = MayI::of_case(case, &sheets);
                    (
                        case.id.as_str(),
                        ask(law, &question, &Policy::of_case(case)),
                    )
                })
                .collect();
            answer(asked, &library, context, &rows)
        }
        None => {
            let (task, tool) = (asked.task.as_deref(), asked.tool.as_deref());
            refuse_unknown(asked, &sheets)?;
            let on = asked.on.unwrap_or_else(today);
            let slug = asked.authority.as_deref();
            let policy = match asked.sheets {
                Some(_) => Policy::default(),
                None => Policy::of(&library.reference.policy, slug, on),
            };
            let profile = sheets.profile_of(slug.unwrap_or_default());
            let question = MayI {
                profile: &profile,
                ..MayI::picked(&sheets, on, task, tool, &asked.data)
            };
            let answered = ask(law, &question, &policy);
            answer(asked, &library, context, &[("", answered)])
        }
    }
}

/// The sheets with what the tools and the authorities of the observatory say, if there is one.
async fn of_observatory(context: &Context, library: &Library) -> Result<Sheets> {
    let reference = &library.reference;
    if !context.folder.join(config::FILE).is_file() {
        return Ok(reference.sheets.clone());
    }
    let instance = context.open().await?;
    let sheets = sheets(&instance, reference).await;
    instance.store.close().await?;
    sheets
}

/// What a file holds; every mistake in it is told.
fn read<T>(
    library: &Library,
    path: &Path,
    context: &Context,
    parse: impl FnOnce(&Law, &str, &str) -> (T, Vec<Diagnostic>),
) -> Result<T> {
    let text = text(path)?;
    let (value, diagnostics) = parse(&library.reference.law, &path.display().to_string(), &text);
    if diagnostics.is_empty() {
        return Ok(value);
    }
    output::error(&told(library, context.language, &diagnostics));
    Err(Told.into())
}

/// A name that no sheet has is a typing error, not a sheet that is missing.
fn refuse_unknown(asked: &Ask, sheets: &Sheets) -> Result<()> {
    let picks = [
        ("task", &sheets.tasks, asked.task.iter().collect::<Vec<_>>()),
        ("tool", &sheets.tools, asked.tool.iter().collect()),
        ("data", &sheets.data_kinds, asked.data.iter().collect()),
    ];
    for (kind, known, names) in picks {
        for name in names {
            if known.iter().any(|sheet| sheet.id == *name) {
                continue;
            }
            let known: Vec<_> = known.iter().map(|sheet| sheet.id.as_str()).collect();
            let remark = Remark::new("ask-no-sheet")
                .with("kind", kind)
                .with("name", name)
                .with("known", known.join(", "));
            return Err(complain(remark));
        }
    }
    Ok(())
}

fn answer(
    asked: &Ask,
    library: &Library,
    context: &Context,
    answers: &[(&str, Answered<'_>)],
) -> Result<()> {
    let law = &library.reference.law;
    if asked.json {
        let rows: Vec<_> = answers
            .iter()
            .map(|(id, answered)| AnsweredRow::new(law, id, &answered.verdict))
            .collect();
        return output::json(&rows);
    }
    let speaker = Speaker {
        law,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language: context.language,
        },
    };
    for (id, answered) in answers {
        speaker.verdict(id, &answered.verdict)?;
        speaker.on_file(&answered.gathered)?;
    }
    output::line(&speaker.wording.get("law-not-advice"))
}

struct Speaker<'a> {
    law: &'a Law,
    wording: Wording<'a>,
}

impl Speaker<'_> {
    fn verdict(&self, id: &str, verdict: &Verdict<'_>) -> Result<()> {
        let w = &self.wording;
        let kind = w.label(VerdictKind::VOCABULARY, verdict.kind.code());
        let form = verdict
            .form
            .map(|form| w.label(VerdictForm::VOCABULARY, form.code()));
        let heading = match form {
            Some(form) => format!("{kind} – {form}"),
            None => kind,
        };
        output::line(format!("{id} {heading}").trim_start())?;
        for reason in &verdict.reasons {
            self.reason(reason)?;
        }
        for question in &verdict.ask {
            let fact = self.law.fact(question.fact);
            let who = w.label(Signatory::VOCABULARY, question.answered_by.code());
            let blanks = [
                ("question", w.text(&fact.question).into()),
                ("who", who.into()),
            ];
            output::line(&format!("  ? {}", w.format("ask-question", &blanks)))?;
        }
        Ok(())
    }

    /// What the sheet of the tool and the profile of the authority answer, and which of them does.
    fn on_file(&self, gathered: &Gathered) -> Result<()> {
        let w = &self.wording;
        for (id, origin) in &gathered.origins {
            let place = match &origin.place {
                Place::Tool(name) => w.format("law-place-tool", &[("name", name.as_str().into())]),
                Place::Profile => w.get("law-place-profile"),
                _ => continue,
            };
            let Some(value) = gathered.facts.get(*id) else {
                continue;
            };
            let fact = self.law.fact(*id);
            let known = format!("{} = {}", fact.id, fact.word(value));
            let blanks = [("known", known.into()), ("origin", place.into())];
            output::line(&format!("  = {}", w.format("law-known", &blanks)))?;
        }
        Ok(())
    }

    fn reason(&self, reason: &Reason<'_>) -> Result<()> {
        let w = &self.wording;
        let citation = match reason.ground {
            Ground::Law(rule) => w.text(&rule.citation),
            Ground::Local => w.get("ask-local"),
        };
        let blanks = [
            ("text", w.text(reason.text).into()),
            ("citation", citation.into()),
            ("id", reason.id.as_str().into()),
        ];
        output::line(&format!("  · {}", w.format("ask-reason", &blanks)))
    }
}
