use super::digest::authorities;
use super::{Context, output};
use crate::complaint::complain;
use crate::figure_words::figure_words;
use crate::instance::Instance;
use crate::pipeline::figures::{Figure, FigureMethod};
use crate::pipeline::meeting::{self, Asked, Case, Pack};
use anyhow::Result;
use clap::Args;
use domain::{Function, Opinion, Remark, Sense};
use publish::Wording;
use serde_json::{Value, json};
use std::fmt::Write;

#[derive(Args)]
pub(super) struct Meeting {
    /// The authority; may be left out when there is only one
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// A record to discuss, such as VAL-006; may be repeated. Those that wait, when absent
    #[arg(long, value_name = "REFERENCE")]
    case: Vec<String>,
    /// Print the pack as JSON
    #[arg(long)]
    json: bool,
}

/// The pack of a meeting on the terminal, as Markdown or JSON.
pub(super) async fn run(meeting: Meeting, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let done = write(&instance, &meeting, context).await;
    instance.store.close().await?;
    done
}

async fn write(instance: &Instance, meeting: &Meeting, context: &Context) -> Result<()> {
    let pack = pack(instance, meeting).await?;
    let library = instance.library();
    let w = library.wording(context.language);
    match meeting.json {
        true => output::json(&as_json(&pack, instance)),
        false => output::line(markdown(&pack, instance, &w)?.trim_end()),
    }
}

async fn pack(instance: &Instance, meeting: &Meeting) -> Result<Pack> {
    let mut found = authorities(instance, meeting.authority.as_deref()).await?;
    let authority = match (found.pop(), found.is_empty()) {
        (Some(authority), true) => authority,
        (last, _) => {
            let all = found.iter().chain(&last);
            let known: Vec<_> = all.map(|known| known.slug.clone()).collect();
            return Err(complain(
                Remark::new("meeting-which-authority").with("known", known.join(", ")),
            ));
        }
    };
    let references = match meeting.case.is_empty() {
        false => meeting.case.clone(),
        true => meeting::awaiting(&meeting::candidates(instance, &authority.slug).await?),
    };
    let on = crate::clock::today(&authority.time_zone);
    let pack = meeting::pack(instance, &authority, &references, on).await?;
    pack.map_err(|unknown| {
        complain(Remark::new("meeting-no-record").with("records", unknown.join(", ")))
    })
}

fn as_json(pack: &Pack, instance: &Instance) -> Value {
    let cases: Vec<_> = pack
        .cases
        .iter()
        .map(|case| case_json(case, pack, instance))
        .collect();
    json!({"authority": pack.authority.slug, "on": pack.on, "cases": cases})
}

fn case_json(case: &Case, pack: &Pack, instance: &Instance) -> Value {
    let record = &case.file.record;
    let library = instance.library();
    let (verdict, rules) = case.law(&library.reference, pack.on);
    let opinions: Vec<_> = case.opinions().into_iter().map(opinion_json).collect();
    let awaited: Vec<_> = match &case.asked {
        Asked::Opinions(functions) => functions.iter().map(|f| f.code()).collect(),
        _ => Vec::new(),
    };
    let figures: Vec<_> = case.figures.iter().map(figure_json).collect();
    json!({
        "reference": record.reference,
        "name": record.name,
        "need": record.need,
        "affected": record.affected_groups,
        "department": record.department,
        "tool": record.tool,
        "data": record.data.as_ref().map(|data| data.kind.code()),
        "lifecycle": record.lifecycle.code(),
        "version": case.file.version,
        "verdict": verdict.kind.code(),
        "rules": rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(),
        "opinions": opinions,
        "asked": case.asked.code(),
        "awaited": awaited,
        "due_on": record.review.as_ref().and_then(|review| review.due_on),
        "figures": figures,
        "cost": record.cost.as_ref().map(|cost| &cost.yearly),
        "todos": record.open_todos(),
    })
}

fn opinion_json(opinion: &Opinion) -> Value {
    json!({
        "function": opinion.function.code(),
        "sense": opinion.sense.code(),
        "wording": opinion.public_wording,
        "conditions": opinion.conditions,
        "given_on": opinion.given_on,
    })
}

fn figure_json(figure: &Figure) -> Value {
    let method = match &figure.method {
        FigureMethod::Declared => json!("declared"),
        FigureMethod::Measured(words) => json!({ "measured": words }),
        FigureMethod::Estimated { release, zone } => {
            json!({"estimated": {"release": release, "zone": zone}})
        }
    };
    json!({"what": figure.what, "amount": figure.amount, "method": method, "on": figure.on})
}

fn markdown(pack: &Pack, instance: &Instance, w: &Wording) -> Result<String> {
    let mut out = String::new();
    let blanks = [
        ("authority", w.text(&pack.authority.name).into()),
        ("date", w.date(pack.on).into()),
        ("count", pack.cases.len().into()),
    ];
    writeln!(out, "# {}\n", w.get("meeting-title"))?;
    writeln!(out, "{}\n", w.format("meeting-lede", &blanks))?;
    for case in &pack.cases {
        let record = &case.file.record;
        let asked = w.get(&format!("meeting-asked-{}", case.asked.code()));
        let name = w.text(&record.name);
        writeln!(out, "- {} {name} – {asked}", record.reference)?;
    }
    for case in &pack.cases {
        written_case(&mut out, case, pack, instance, w)?;
    }
    Ok(out)
}

fn written_case(
    out: &mut String,
    case: &Case,
    pack: &Pack,
    instance: &Instance,
    w: &Wording,
) -> Result<()> {
    let record = &case.file.record;
    let not_filled = || w.get("not-filled");
    let text = |text: Option<&domain::Text>| text.map_or_else(not_filled, |text| w.text(text));
    let field = |name: &str| w.label("record_fields", name);
    writeln!(out, "\n## {} {}\n", record.reference, w.text(&record.name))?;
    let tool = case.file.tool.as_ref().map(|tool| &tool.name);
    for (name, value) in [
        ("need", record.need.as_ref()),
        ("affected_groups", record.affected_groups.as_ref()),
        (
            "department",
            case.department.as_ref().map(|known| &known.name),
        ),
        ("tool", tool),
    ] {
        writeln!(out, "- {} – {}", field(name), text(value))?;
    }
    let kind = record.data.as_ref().map_or_else(not_filled, |data| {
        w.label(domain::DataKind::VOCABULARY, data.kind.code())
    });
    writeln!(out, "- {} – {kind}", field("data"))?;
    let library = instance.library();
    let (verdict, rules) = case.law(&library.reference, pack.on);
    let verdict = crate::web::verdict_words(&verdict, w);
    writeln!(out, "\n{} – {verdict}\n", w.get("dossier-law"))?;
    for rule in rules {
        writeln!(
            out,
            "- {} ({})",
            w.text(&rule.title),
            w.text(&rule.citation)
        )?;
    }
    writeln!(out, "\n{}\n", w.get("record-opinions"))?;
    for opinion in case.opinions() {
        let sense = w.label(Sense::VOCABULARY, opinion.sense.code());
        let who = w.label(Function::VOCABULARY, opinion.function.code());
        let wording = text(opinion.public_wording.as_ref());
        writeln!(out, "- {sense} – {who} – {wording}")?;
    }
    let asked = w.get(&format!("meeting-asked-{}", case.asked.code()));
    writeln!(out, "\n{} – {asked}", w.get("meeting-asked"))?;
    for figure in &case.figures {
        let (what, amount) = figure_words(figure, w);
        writeln!(out, "- {what} – {amount}")?;
    }
    Ok(())
}
