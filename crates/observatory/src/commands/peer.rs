use super::{Context, Told, output};
use crate::exchange::HarvestFault;
use crate::pipeline::peers::{self, Harvested};
use anyhow::Result;
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use domain::Remark;
use publish::Words;
use serde_json::{Value, json};

#[derive(Args)]
pub(super) struct Peer {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Find another observatory, so that its register can be harvested
    Add {
        /// Its address, such as `https://vigie.exemple.fr`
        url: String,
        /// Short name to keep it under; made from its address when absent
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// ISO 3166 code of its country
        #[arg(long, default_value = "FR", value_name = "CODE")]
        country: String,
    },
    /// Read what changed there: records come as its own, those it withdrew are marked
    Harvest {
        /// One of them; all when absent
        name: Option<String>,
        /// Print what came as JSON
        #[arg(long)]
        json: bool,
    },
    /// List those that are harvested, and how old each copy is
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Take one out, with its records
    Remove {
        /// Its short name
        name: String,
    },
}

pub(super) async fn run(peer: Peer, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let library = instance.library();
    let words = &library.words;
    let language = context.language;
    match peer.action {
        Action::Add { url, name, country } => {
            let added = peers::add(&instance, &url, name.as_deref(), &country).await?;
            let blanks = [
                ("name", added.slug.into()),
                ("publisher", added.name.plain(language).to_owned().into()),
                ("licence", added.licence.into()),
            ];
            output::line(&words.format(language, "peer-added", &blanks))
        }
        Action::Harvest { name, json } => {
            let all = peers::harvest(&instance, name.as_deref(), None, language).await?;
            instance.store.clone().close().await?;
            if json {
                let told: Vec<Value> = all.iter().map(|one| as_json(one, words, context)).collect();
                output::json(&told)?;
            } else {
                tell(&all, words, context)?;
            }
            if all.iter().any(|one| one.outcome.is_err()) {
                return Err(Told.into());
            }
            Ok(())
        }
        Action::List { json } => list(&instance, json, context).await,
        Action::Remove { name } => {
            let count = peers::remove(&instance, &name).await?;
            let blanks = [("name", name.into()), ("count", count.into())];
            output::line(&words.format(language, "peer-removed", &blanks))
        }
    }
}

fn tell(all: &[Harvested], words: &Words, context: &Context) -> Result<()> {
    let language = context.language;
    if all.is_empty() {
        return output::line(&words.get(language, "peers-none"));
    }
    for one in all {
        match &one.outcome {
            Ok(imported) => {
                let blanks = [
                    ("name", one.name.clone().into()),
                    ("imported", imported.imported.into()),
                    ("updated", imported.updated.into()),
                    ("gone", imported.gone.into()),
                    ("refused", imported.refused.into()),
                ];
                output::line(&words.format(language, "peer-harvested", &blanks))?;
                for found in imported.reported.iter().take(20) {
                    output::line(&format!(
                        "  {} — {}\n    {}",
                        found.column, found.problem, found.hint
                    ))?;
                }
            }
            Err(fault) => {
                let remark = fault.remark();
                output::error(&format!(
                    "{}: {}",
                    one.name,
                    words.remark(language, &remark)
                ));
                output::error(&format!("    {}", words.hint(language, &remark)));
                output::error(&format!(
                    "    {}",
                    age(one.freshness.copied_at, words, context)
                ));
            }
        }
    }
    Ok(())
}

/// How old a copy is, in words.
fn age(copied_at: Option<DateTime<Utc>>, words: &Words, context: &Context) -> String {
    let Some(at) = copied_at else {
        return words.get(context.language, "peer-no-copy");
    };
    let blanks = [
        ("at", at.format("%Y-%m-%d %H:%M UTC").to_string().into()),
        ("days", (peers::age_days(at) as f64).into()),
    ];
    words.format(context.language, "peer-copy-age", &blanks)
}

fn as_json(one: &Harvested, words: &Words, context: &Context) -> Value {
    let copied_at = one.freshness.copied_at;
    let mut told = json!({
        "name": one.name,
        "status": if one.outcome.is_ok() { "harvested" } else { "failed" },
        "copied_at": copied_at,
        "age_days": copied_at.map(peers::age_days),
        "silent_since": one.freshness.silent_since,
    });
    match &one.outcome {
        Ok(imported) => told["result"] = json!(imported),
        Err(fault) => told["problem"] = problem(fault, words, context),
    }
    told
}

fn problem(fault: &HarvestFault, words: &Words, context: &Context) -> Value {
    let remark = fault.remark();
    json!({
        "code": remark.key,
        "problem": words.remark(context.language, &remark),
        "hint": words.hint(context.language, &remark),
    })
}

async fn list(instance: &crate::instance::Instance, json: bool, context: &Context) -> Result<()> {
    let library = instance.library();
    let words = &library.words;
    let language = context.language;
    let all = peers::all(instance).await?;
    if json {
        let told: Vec<Value> = all
            .iter()
            .map(|(publisher, state)| {
                json!({
                    "name": publisher.slug,
                    "api": publisher.api,
                    "licence": publisher.licence,
                    "copied_at": state.copied_at,
                    "tried_at": state.tried_at,
                    "silent_since": state.silent_since,
                    "problem": state.problem,
                })
            })
            .collect();
        return output::json(&told);
    }
    if all.is_empty() {
        return output::line(&words.get(language, "peers-none"));
    }
    for (publisher, state) in all {
        let api = publisher.api.unwrap_or_default();
        let age = age(state.copied_at, words, context);
        output::line(&format!("{} — {api}\n    {age}", publisher.slug))?;
        if let Some(problem) = &state.problem {
            let remark = Remark::new(HarvestFault::said(problem));
            output::line(&format!("    {}", words.hint(language, &remark)))?;
        }
    }
    Ok(())
}
