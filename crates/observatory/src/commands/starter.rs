use super::{Context, output};
use crate::complaint::complain;
use crate::instance::Instance;
use crate::pipeline::law::holdings;
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use domain::law::Signatory;
use domain::{Function, Remark};
use evaluate::starters::{Blank, Item, Known, Starter as Document, cnil_pia_json, start};
use publish::Wording;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Starter {
    /// Reference of the record, such as VAL-006
    record: String,
    /// The form: dpia or fria
    #[arg(long, default_value = "dpia", value_name = "FORM")]
    form: String,
    /// Day on which the facts are read; today when absent
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Write it for the PIA tool of the CNIL, as JSON
    #[arg(long)]
    cnil: bool,
    /// The file to write; the terminal when absent
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(super) async fn run(arguments: &Starter, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let text = written(&instance, arguments, context).await?;
    instance.store.close().await?;
    match &arguments.out {
        Some(path) => fs::write(path, text).map_err(|error| {
            complain(
                Remark::new("footprint-unwritable")
                    .with("file", path.display().to_string())
                    .with("error", error.to_string()),
            )
        }),
        None => output::line(text.trim_end()),
    }
}

async fn written(instance: &Instance, arguments: &Starter, context: &Context) -> Result<String> {
    let library = instance.library();
    let reference = &library.reference;
    let form = reference.starters.get(&arguments.form).ok_or_else(|| {
        let known: Vec<_> = reference.starters.keys().map(String::as_str).collect();
        let remark = Remark::new("starter-no-form")
            .with("form", &arguments.form)
            .with("known", known.join(", "));
        complain(remark)
    })?;
    let on = match arguments.on {
        Some(on) => on,
        None => instance.today().await?,
    };
    let holdings = holdings(instance).await?;
    let use_case = holdings.use_case(&arguments.record).ok_or_else(|| {
        complain(Remark::new("starter-no-record").with("record", &arguments.record))
    })?;
    let facts = holdings.facts(use_case, reference, on);
    let known = holdings.known(use_case, reference, &facts, on);
    let starter = start(form, known);
    if arguments.cnil {
        let export = cnil_pia_json(&starter, &known, context.language);
        return Ok(serde_json::to_string_pretty(&export.document)?);
    }
    let wording = Wording {
        words: &library.words,
        reference,
        language: context.language,
    };
    let mut out = String::new();
    markdown(&mut out, &starter, &known, &wording)?;
    Ok(out)
}

/// The starter as Markdown: what is known, then what is still to be written, and by whom.
fn markdown(
    out: &mut String,
    starter: &Document<'_>,
    known: &Known<'_>,
    w: &Wording,
) -> Result<()> {
    writeln!(out, "# {}\n", w.text(&starter.form.title))?;
    writeln!(out, "{}\n", w.text(&starter.form.notice))?;
    let blanks = [
        ("record", known.use_case.reference.as_str().into()),
        ("name", w.text(&known.use_case.name).into()),
        ("date", w.date(starter.on).into()),
    ];
    writeln!(out, "{}", w.format("starter-about", &blanks))?;
    for section in &starter.sections {
        writeln!(out, "\n## {}", w.text(&section.section.title))?;
        for item in &section.items {
            written_item(out, item, known, w)?;
        }
    }
    Ok(())
}

fn written_item(out: &mut String, item: &Item<'_>, known: &Known<'_>, w: &Wording) -> Result<()> {
    writeln!(
        out,
        "\n### {}\n\n*{}*\n",
        w.text(&item.item.title),
        w.text(&item.item.ask)
    )?;
    for sentence in &item.sentences {
        let note = sentence
            .note
            .as_ref()
            .map(|note| format!(" ({})", w.text(note)));
        writeln!(
            out,
            "- {}{}",
            w.text(&sentence.text),
            note.unwrap_or_default()
        )?;
    }
    for suggested in &item.suggested {
        let blanks = [("text", w.text(&suggested.text).into())];
        writeln!(out, "- {}", w.format("starter-suggested", &blanks))?;
    }
    for blank in &item.blanks {
        let line = match blank {
            Blank::Write(functions) => {
                let who: Vec<_> = functions
                    .iter()
                    .map(|function| w.label(Function::VOCABULARY, function.code()))
                    .collect();
                w.format("starter-write", &[("who", w.list(&who).into())])
            }
            Blank::Answer(fact, who) => {
                let blanks = [
                    (
                        "question",
                        w.text(&known.reference.law.fact(*fact).question).into(),
                    ),
                    ("who", w.label(Signatory::VOCABULARY, who.code()).into()),
                ];
                w.format("starter-answer", &blanks)
            }
        };
        writeln!(out, "- [ ] {line}")?;
    }
    Ok(())
}
