use super::{Context, Told, output};
use crate::complaint::complain;
use crate::pipeline::casework::Saved;
use crate::pipeline::tool_sheets::{self, Fate, Plan, Shape};
use crate::pipeline::tools;
use anyhow::{Context as _, Result};
use clap::{Args, Subcommand, ValueEnum};
use domain::{Remark, ToolStatus};
use publish::Words;
use serde_json::json;
use std::fs;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Tools {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// List the tools with their status
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Read a file of tool sheets; it approves nothing
    Import(Import),
    /// Write the tool sheets, without what was decided on them
    Export {
        /// Shape of the file: yaml or json
        #[arg(long, value_enum, default_value_t = Form::Yaml)]
        format: Form,
    },
}

#[derive(Args)]
struct Import {
    /// The file: YAML or JSON
    file: PathBuf,
    /// The authority that will examine new tools; not needed when there is one
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// Read and report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Yaml,
    Json,
}

pub(super) async fn run(arguments: Tools, context: &Context) -> Result<()> {
    match arguments.action {
        Action::List { json } => list(json, context).await,
        Action::Import(import) => run_import(import, context).await,
        Action::Export { format } => export(format, context).await,
    }
}

async fn list(json: bool, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let today = instance.today().await?;
    let library = instance.library();
    let wording = library.wording(context.language);
    let tools = instance.store.all::<domain::ToolSheet>().await?;
    let tools = tools.into_iter().map(|record| record.document.as_of(today));
    let mut tools: Vec<_> = tools.collect();
    tools.sort_by(|a, b| a.key.cmp(&b.key));
    if json {
        let rows: Vec<_> = tools
            .iter()
            .map(|tool| {
                json!({
                    "key": tool.key, "name": tool.name, "status": tool.status,
                    "since": tool.examination.status_since,
                    "authority": tool.examination.authority,
                })
            })
            .collect();
        return output::json(&rows);
    }
    for tool in tools {
        let status = wording.label(ToolStatus::VOCABULARY, tool.status.code());
        output::line(&format!(
            "{} — {} — {status}",
            tool.key,
            wording.text(&tool.name)
        ))?;
    }
    Ok(())
}

async fn run_import(import: Import, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let path = import.file.display();
    let text = fs::read_to_string(&import.file).with_context(|| format!("{path}"))?;
    let authorities = instance.authorities().await?;
    let slugs = authorities.iter().map(|authority| &authority.slug);
    let authority = match (&import.authority, authorities.as_slice()) {
        (Some(asked), _) => slugs.clone().find(|slug| *slug == asked).cloned(),
        (None, [only]) => Some(only.slug.clone()),
        (None, _) => None,
    };
    let authority = authority.ok_or_else(|| {
        let known: Vec<_> = slugs.cloned().collect();
        complain(Remark::new("tools-which-authority").with("known", known.join(", ")))
    })?;
    let today = instance.today().await?;
    // Whoever runs a command holds the whole observatory.
    let plan = tool_sheets::plan(&instance, &authority, &text, today, |_| true).await?;
    let is_sound = plan.is_sound();
    let library = instance.library();
    let words = &library.words;
    match import.json {
        true => output::json(&report(&plan, words, context))?,
        false => tell(&plan, import.dry_run, words, context)?,
    }
    if !is_sound {
        return Err(Told.into());
    }
    if import.dry_run {
        return Ok(());
    }
    let change = crate::instance::change("lead");
    match plan.write(&instance, today, &change).await? {
        Saved::Done => Ok(()),
        Saved::Outdated => Err(complain(Remark::new("tools-changed"))),
    }
}

/// What a machine reads.
fn report(plan: &Plan, words: &Words, context: &Context) -> serde_json::Value {
    let reported: Vec<_> = plan
        .mistakes
        .iter()
        .map(|mistake| {
            json!({
                "line": mistake.line,
                "problem": words.remark(context.language, &mistake.remark),
                "hint": words.hint(context.language, &mistake.remark),
            })
        })
        .collect();
    json!({
        "read": plan.sheets.len(),
        "new": plan.count(Fate::New),
        "described": plan.count(Fate::Described),
        "reopened": plan.count(Fate::Reopened),
        "unchanged": plan.count(Fate::Same),
        "reported": reported,
    })
}

fn tell(plan: &Plan, is_dry_run: bool, words: &Words, context: &Context) -> Result<()> {
    let language = context.language;
    for mistake in &plan.mistakes {
        let line = words.format(language, "tools-line", &[("line", mistake.line.into())]);
        let what = words.remark(language, &mistake.remark);
        output::line(&format!("{line} {what}"))?;
        output::line(&format!("    {}", words.hint(language, &mistake.remark)))?;
    }
    let count = [("count", plan.sheets.len().into())];
    output::line(&words.format(language, "tools-read", &count))?;
    let blanks = [
        ("new", plan.count(Fate::New).into()),
        ("described", plan.count(Fate::Described).into()),
        ("reopened", plan.count(Fate::Reopened).into()),
        ("same", plan.count(Fate::Same).into()),
    ];
    output::line(&words.format(language, "tools-written", &blanks))?;
    if is_dry_run || !plan.is_sound() {
        output::line(&words.get(language, "tools-dry-run"))?;
    }
    Ok(())
}

async fn export(form: Form, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let mut sheets = tools::sheets(&instance).await?;
    sheets.sort_by(|a, b| a.key.cmp(&b.key));
    let shape = match form {
        Form::Yaml => Shape::Yaml,
        Form::Json => Shape::Json,
    };
    output::bytes(tool_sheets::export(&sheets, shape).as_bytes())
}
