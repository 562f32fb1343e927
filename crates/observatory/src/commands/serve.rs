use super::{Context, output};
use crate::config::{ServerConfig, clear_faults};
use crate::instance::Instance;
use crate::web::{self, Options};
use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub(super) struct Serve {
    /// Address to listen on, instead of the one in vigie.toml
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Port to listen on, on every address
    #[arg(long, env = "PORT", conflicts_with = "listen")]
    port: Option<u16>,
}

pub(super) async fn run(serve: Serve, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let server = &instance.config.server;
    let from_port = serve.port.map(|port| format!("0.0.0.0:{port}"));
    let options = Options {
        listen: serve
            .listen
            .or(from_port)
            .unwrap_or_else(|| server.listen.clone()),
        public_url: server.public_url.clone(),
        metrics: server.metrics.clone(),
    };
    tell_what_is_clear(&instance, &options, context)?;
    let started = instance
        .library()
        .words
        .format(context.language, "serve-started", &[]);
    let nobody = nobody(&instance, context).await?;
    web::serve(instance, options, |address| {
        output::error(&format!("{started} http://{address}/"));
        if let Some(nobody) = nobody {
            output::error(&nobody);
        }
    })
    .await
}

/// Says at the start what of this site goes in clear over a network.
fn tell_what_is_clear(instance: &Instance, options: &Options, context: &Context) -> Result<()> {
    let server = ServerConfig {
        listen: options.listen.clone(),
        ..instance.config.server.clone()
    };
    let database = instance.config.database_url(&instance.folder)?;
    let library = instance.library();
    for fault in clear_faults(&server, &database) {
        output::error(&library.words.remark(context.language, &fault));
        output::error(&format!(
            "    {}",
            library.words.hint(context.language, &fault)
        ));
    }
    Ok(())
}

/// What to do when nobody has an account yet.
async fn nobody(instance: &Instance, context: &Context) -> Result<Option<String>> {
    let is_empty = instance.store.accounts().await?.is_empty();
    let folder = context.folder.display().to_string();
    let library = instance.library();
    let words = &library.words;
    let text = || {
        words.format(
            context.language,
            "serve-no-account",
            &[("folder", folder.into())],
        )
    };
    Ok(is_empty.then(text))
}
