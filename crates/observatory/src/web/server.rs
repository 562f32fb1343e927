//! Listens, serves, notices that something changed, and stops gently.

use super::limiter::Limiter;
use super::listen::listen;
use super::metrics::{self, Metrics};
use super::pace::Pace;
use super::postman::Postman;
use super::reader::Proxies;
use super::router::router;
use super::site::Site;
use crate::clock;
use crate::config::DigestTime;
use crate::identity::breached::Breached;
use crate::identity::duty::FactorDuty;
use crate::identity::oidc::Finder;
use crate::instance::Instance;
use crate::pipeline;
use crate::pipeline::retention::Purged;
use anyhow::{Context, Result};
use arc_swap::ArcSwap;
use domain::Language;
use publish::open_data::Offered;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, Semaphore, watch};

/// How to serve.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address of the public site.
    pub listen: String,
    /// Address the public uses, without final slash; the one listened on when absent.
    pub public_url: Option<String>,
    /// Private address of the metrics.
    pub metrics: Option<String>,
}

/// What handlers share.
pub(super) struct App {
    pub(super) instance: Instance,
    pub(super) metrics: Metrics,
    public_url: String,
    site: ArcSwap<Site>,
    /// The turn of whoever builds the site.
    refreshing: Mutex<()>,
    /// Turns for trying a password.
    pub(super) attempts: Semaphore,
    /// Messages of the public.
    pub(super) messages: Pace,
    /// Readings of an answer, with a number and a word.
    pub(super) readings: Pace,
    /// Letters that people ask for.
    pub(super) postman: Postman,
    /// Who is believed when they say for whom they ask.
    pub(super) proxies: Proxies,
    /// How often the API answers one reader.
    pub(super) requests: Limiter,
    /// How many searches and filtered lists are written for one reader.
    pub(super) searches: Limiter,
    /// How often somebody may fail to sign in from one place, whatever the address they type.
    pub(super) failures: Limiter,
    /// Passwords that leaked elsewhere, if the settings name a file of them.
    pub(super) breached: Option<Breached>,
    /// The provider of identities, if there is one; looked for when it is needed.
    pub(super) provider: Option<Finder>,
}

impl App {
    /// The site of this moment.
    pub(super) fn site(&self) -> Arc<Site> {
        self.site.load_full()
    }

    /// The site of everything that is stored now.
    pub(super) async fn build(
        instance: Instance,
        public_url: String,
        offered: Offered,
    ) -> Result<Arc<Self>> {
        let provider = instance.config.oidc()?.map(Finder::new);
        let server = &instance.config.server;
        let proxies = Proxies::new(server.proxies.clone());
        let requests = Limiter::new(instance.config.api.requests_per_minute);
        let searches = Limiter::new(server.searches_per_minute);
        let failures = Limiter::new(server.wrong_passwords_per_minute);
        let breached = instance.config.breached()?;
        let site = build(&instance, &public_url, offered).await?;
        Ok(Arc::new(Self {
            instance,
            metrics: Metrics::new(),
            public_url,
            site: ArcSwap::from_pointee(site),
            refreshing: Mutex::new(()),
            attempts: Semaphore::new(ATTEMPTS_AT_ONCE),
            messages: Pace::a_minute(MESSAGES_A_MINUTE),
            readings: Pace::a_minute(READINGS_A_MINUTE),
            postman: Postman::new(),
            proxies,
            requests,
            searches,
            failures,
            breached,
            provider,
        }))
    }

    /// Whether the public reaches the site over HTTPS.
    pub(super) fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The address the public uses, without final slash.
    pub(super) fn public_url(&self) -> &str {
        &self.public_url
    }

    /// Whose duty a second factor is.
    pub(super) fn factor_duty(&self) -> FactorDuty {
        self.instance.config.factor_duty(self.site().is_invented())
    }

    /// Builds the site again, so that what somebody has just written is seen at once. One build
    /// comes after the other: one that began earlier never takes the place of a later one.
    pub(super) async fn refresh(&self) -> Result<()> {
        let _turn = self.refreshing.lock().await;
        let offered = self.site().offered;
        let site = build(&self.instance, &self.public_url, offered).await?;
        self.metrics.snapshot.set(site.snapshot.journal);
        self.site.store(Arc::new(site));
        Ok(())
    }
}

/// Passwords tried at once: each takes 19 MiB and some hundredths of a second.
const ATTEMPTS_AT_ONCE: usize = 4;
/// Messages taken in a minute.
const MESSAGES_A_MINUTE: u32 = 30;
/// Numbers and words tried in a minute.
const READINGS_A_MINUTE: u32 = 60;
/// How often what was kept long enough about those who work here is deleted.
const PURGE_HOURS: u64 = 24;
/// How often one looks whether a register is due.
const HARVEST_SECONDS: u64 = 60;
/// How often the journal is looked at.
const WATCH_SECONDS: u64 = 5;
/// How often to look whether the weekly letters are due.
const LETTERS_SECONDS: u64 = 60;

/// Serves until it is told to stop. `started` is called once, with the real address.
pub async fn serve(
    instance: Instance,
    options: Options,
    started: impl FnOnce(SocketAddr),
) -> Result<()> {
    instance.config.oidc()?;
    instance.config.breached()?;
    let listener = TcpListener::bind(&options.listen).await.with_context(|| {
        format!(
            "{} cannot be listened on (is another program using it?)",
            options.listen
        )
    })?;
    let address = listener.local_addr()?;
    let public_url = options
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{address}"));
    let app = App::build(instance, public_url, Offered::Site).await?;
    app.metrics.snapshot.set(app.site().snapshot.journal);
    let (stop, stopped) = watch::channel(());
    if let Some(private) = &options.metrics {
        serve_metrics(private, app.clone(), stopped.clone()).await?;
    }
    let purger = tokio::spawn(purge_daily(app.clone(), stopped.clone()));
    let letters = app.instance.config.digest_time();
    let letters =
        letters.map(|time| tokio::spawn(send_letters(app.clone(), time, stopped.clone())));
    let watcher = tokio::spawn(watch_journal(app.clone(), stopped.clone()));
    let harvester = tokio::spawn(harvest_peers(app.clone(), stopped));
    started(address);
    listen(listener, router(app), signal()).await;
    drop(stop);
    watcher.await?;
    purger.await?;
    if let Some(letters) = letters {
        letters.await?;
    }
    harvester.await?;
    Ok(())
}

/// Sends the weekly letters when their hour has come. Whatever happens, the site goes on.
async fn send_letters(app: Arc<App>, time: DigestTime, mut stopped: watch::Receiver<()>) {
    loop {
        let pause = tokio::time::sleep(Duration::from_secs(LETTERS_SECONDS));
        tokio::select! {
            () = pause => {}
            _ = stopped.changed() => return,
        }
        if let Err(error) = pipeline::digest::send_due(&app.instance, time).await {
            tracing::error!(error = format!("{error:#}"), "weekly letters");
        }
    }
}

async fn build(instance: &Instance, public_url: &str, offered: Offered) -> Result<Site> {
    instance.refresh_library().await?;
    let snapshot = pipeline::snapshot::build(instance).await?;
    let (library, public_url) = (instance.library(), public_url.to_owned());
    let built = tokio::task::spawn_blocking(move || Site::build(library, snapshot, public_url));
    let mut site = built.await?;
    site.offered = offered;
    Ok(site)
}

async fn serve_metrics(
    address: &str,
    app: Arc<App>,
    mut stopped: watch::Receiver<()>,
) -> Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on for the metrics"))?;
    tokio::spawn(async move {
        let until = async move {
            let _ = stopped.changed().await;
        };
        let served = axum::serve(listener, metrics::router(app)).with_graceful_shutdown(until);
        if let Err(error) = served.await {
            tracing::error!(%error, "metrics");
        }
    });
    Ok(())
}

/// Deletes at start and then each day what was kept long enough about those who work here.
async fn purge_daily(app: Arc<App>, mut stopped: watch::Receiver<()>) {
    loop {
        match pipeline::retention::purge(&app.instance, clock::now()).await {
            Ok(purged) if purged == Purged::default() => {}
            Ok(purged) => tracing::info!(?purged, "kept long enough"),
            Err(error) => tracing::error!(error = format!("{error:#}"), "purge"),
        }
        let pause = tokio::time::sleep(Duration::from_secs(PURGE_HOURS * 3_600));
        tokio::select! {
            () = pause => {}
            _ = stopped.changed() => return,
        }
    }
}

/// Builds a new site when the journal or the day moved, whichever process wrote it.
async fn watch_journal(app: Arc<App>, mut stopped: watch::Receiver<()>) {
    loop {
        let pause = tokio::time::sleep(Duration::from_secs(WATCH_SECONDS));
        tokio::select! {
            () = pause => {}
            _ = stopped.changed() => return,
        }
        let moved = match has_moved(&app).await {
            Ok(moved) => moved,
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), "journal");
                false
            }
        };
        if !moved {
            continue;
        }
        match app.refresh().await {
            Ok(()) => tracing::info!(journal = app.site().snapshot.journal, "snapshot rebuilt"),
            Err(error) => tracing::error!(error = format!("{error:#}"), "snapshot"),
        }
    }
}

/// Reads the registers of others again when their hours are over, if `vigie.toml` says so.
async fn harvest_peers(app: Arc<App>, mut stopped: watch::Receiver<()>) {
    let Some(hours) = app.instance.config.peers.every_hours else {
        return;
    };
    loop {
        let harvest =
            pipeline::peers::harvest(&app.instance, None, Some(hours.max(1)), Language::default());
        let harvested = tokio::select! {
            harvested = harvest => harvested,
            _ = stopped.changed() => return,
        };
        match harvested {
            Ok(all) => all.iter().for_each(log_harvest),
            Err(error) => tracing::warn!(error = format!("{error:#}"), "harvest"),
        }
        let pause = tokio::time::sleep(Duration::from_secs(HARVEST_SECONDS));
        tokio::select! {
            () = pause => {}
            _ = stopped.changed() => return,
        }
    }
}

fn log_harvest(one: &pipeline::peers::Harvested) {
    let peer = one.name.as_str();
    match &one.outcome {
        Ok(imported) => tracing::info!(
            peer,
            imported = imported.imported,
            updated = imported.updated,
            gone = imported.gone,
            refused = imported.refused,
            "harvested"
        ),
        Err(fault) => tracing::warn!(peer, problem = fault.key(), "not harvested"),
    }
}

/// Whether something was written, or the day changed: reviews are late by the day.
async fn has_moved(app: &App) -> Result<bool> {
    let site = app.site();
    let moved = pipeline::snapshot::has_moved(&app.instance, site.snapshot.journal).await?;
    let today = app.instance.today().await?;
    let copies = pipeline::peers::freshness(&app.instance).await?;
    Ok(moved || today != site.snapshot.built_on || copies != site.snapshot.copies)
}

/// Ctrl-C, or the signal a service manager sends.
async fn signal() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut stream) => {
                stream.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
