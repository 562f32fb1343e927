use super::{Context, output};
use crate::clock;
use crate::pipeline::{messages, retention};
use anyhow::Result;
use clap::{Args, Subcommand};

#[derive(Args)]
pub(super) struct Messages {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// List what people wrote, oldest first
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Mark a message as answered
    Close {
        /// Its number, such as M-1A2B3C4D
        tracking: String,
    },
    /// Erase what was kept long enough: closed messages, and what is over of those who work here
    Purge,
}

pub(super) async fn run(arguments: Messages, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let library = instance.library();
    let words = &library.words;
    let language = context.language;
    match arguments.action {
        Action::List { json } => {
            let all: Vec<_> = messages::all(&instance)
                .await?
                .into_iter()
                .map(|record| record.document)
                .collect();
            if json {
                return output::json(&all);
            }
            if all.is_empty() {
                return output::line(&words.get(language, "messages-none"));
            }
            for message in all {
                let state = serde_json::to_value(message.state)?;
                let state = format!("message-state-{}", state.as_str().unwrap_or_default());
                output::line(&format!(
                    "{} {} — {} {} {}\n    {}",
                    message.received_at.format("%Y-%m-%d %H:%M"),
                    message.tracking,
                    words.get(language, &state),
                    message.about.unwrap_or_default(),
                    message.reply_to.unwrap_or_default(),
                    message.body.replace('\n', "\n    ")
                ))?;
            }
            Ok(())
        }
        Action::Close { tracking } => {
            messages::close(&instance, &tracking).await?;
            let blanks = [("tracking", tracking.into())];
            output::line(&words.format(language, "message-closed", &blanks))
        }
        Action::Purge => {
            let erased = messages::purge(&instance, clock::now()).await?;
            let blanks = [("count", erased.into())];
            let text = words.format(language, "messages-purged", &blanks);
            let purged = retention::purge(&instance, clock::now()).await?;
            let over = purged.sessions + purged.pending + purged.attempts;
            let blanks = [
                ("accounts", (purged.accounts as f64).into()),
                ("drafts", (purged.drafts as f64).into()),
                ("over", (over as f64).into()),
            ];
            let people = words.format(language, "people-purged", &blanks);
            instance.store.clone().close().await?;
            output::line(&text)?;
            output::line(&people)
        }
    }
}
