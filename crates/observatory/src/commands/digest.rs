use super::{Context, Told, output};
use crate::complaint::complain;
use crate::instance::Instance;
use crate::mail::Post;
use crate::pipeline::digest::{self, Written};
use anyhow::Result;
use clap::Args;
use domain::people::Role;
use domain::{Authority, Remark};
use serde_json::json;

#[derive(Args)]
pub(super) struct Digest {
    /// The authority; all of them when absent
    #[arg(long, value_name = "SLUG")]
    authority: Option<String>,
    /// Print the letters and send none
    #[arg(long)]
    dry_run: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

/// The weekly letters, printed or sent now, whatever was sent before.
pub(super) async fn run(digest: Digest, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let done = letters_of(&instance, &digest, context).await;
    instance.store.close().await?;
    done
}

async fn letters_of(instance: &Instance, digest: &Digest, context: &Context) -> Result<()> {
    let mut letters = Vec::new();
    for authority in authorities(instance, digest.authority.as_deref()).await? {
        let on = crate::clock::today(&authority.time_zone);
        letters.extend(digest::letters(instance, &authority, on).await?);
    }
    if digest.dry_run {
        return show(instance, &letters, digest.json, context);
    }
    if instance.config.server.public_url.is_none() {
        return Err(complain(Remark::new("mail-setting-url")));
    }
    let settings = instance.config.mail()?;
    let settings = settings.ok_or_else(|| complain(Remark::new("mail-off")))?;
    let post = Post::of(&settings).map_err(complain)?;
    let sent = digest::send(&post, &letters).await;
    let library = instance.library();
    let words = &library.words;
    if digest.json {
        let fault = sent.fault.map(|fault| fault.code());
        output::json(&json!({"sent": sent.sent, "failed": sent.failed, "fault": fault}))?;
    } else {
        let blanks = [("sent", f64::from(sent.sent).into())];
        output::line(&words.format(context.language, "digest-sent", &blanks))?;
    }
    let Some(fault) = sent.fault else {
        return Ok(());
    };
    let blanks = [("failed", f64::from(sent.failed).into())];
    output::error(&words.format(context.language, "digest-failed", &blanks));
    let why = format!("mail-fault-{}", fault.code());
    output::error(&format!("    {}", words.get(context.language, &why)));
    Err(Told.into())
}

/// One authority by its slug, or all of them.
pub(super) async fn authorities(instance: &Instance, slug: Option<&str>) -> Result<Vec<Authority>> {
    let all = instance.authorities().await?;
    let Some(slug) = slug else { return Ok(all) };
    let known: Vec<_> = all.iter().map(|known| known.slug.clone()).collect();
    let found: Vec<_> = all.into_iter().filter(|known| known.slug == slug).collect();
    match found.is_empty() {
        false => Ok(found),
        true => Err(complain(
            Remark::new("no-such-authority")
                .with("slug", slug)
                .with("known", known.join(", ")),
        )),
    }
}

fn show(instance: &Instance, letters: &[Written], as_json: bool, context: &Context) -> Result<()> {
    if as_json {
        let rows: Vec<_> = letters
            .iter()
            .map(|written| {
                let roles: Vec<_> = written.roles.iter().map(|role| role.code()).collect();
                json!({
                    "authority": written.authority,
                    "roles": roles,
                    "language": written.language.tag(),
                    "subject": written.letter.subject,
                    "body": written.letter.body,
                })
            })
            .collect();
        return output::json(&rows);
    }
    let library = instance.library();
    let w = library.wording(context.language);
    let blanks = [("count", letters.len().into())];
    output::line(&w.format("digest-dry", &blanks))?;
    for written in letters {
        let roles: Vec<_> = written
            .roles
            .iter()
            .map(|role| w.label(Role::VOCABULARY, role.code()))
            .collect();
        let heading = format!("── {} · {}", written.authority, w.list(&roles));
        output::line(&format!("\n{heading}\n{}\n", written.letter.subject))?;
        output::line(written.letter.body.trim_end())?;
    }
    Ok(())
}
