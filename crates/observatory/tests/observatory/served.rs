//! An observatory of its own for one test, that can be changed and stopped.

use observatory::instance::Instance;
use observatory::web::{Options, serve};
use observatory::{config, pipeline};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::{fs, thread};
use tempfile::TempDir;
use tokio::sync::oneshot;

/// A site that runs until it is dropped.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    folder: TempDir,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    /// The demonstration, served from a folder with these settings.
    pub(crate) fn demonstration(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(config::FILE), settings).expect("written");
        pipeline::demo::install_sheets(folder.path()).expect("written");
        let path = folder.path().to_path_buf();
        run(async {
            let instance = open(&path).await;
            let today = "2026-06-30".parse().expect("a day");
            pipeline::demo::load(&instance, today).await.expect("loads");
            instance.store.close().await.expect("closes");
        });
        Self::serve(folder)
    }

    /// An observatory that holds nothing yet, with these settings.
    pub(crate) fn empty(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(config::FILE), settings).expect("written");
        Self::serve(folder)
    }

    fn serve(folder: TempDir) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let (sender, receiver) = mpsc::channel();
        let path = folder.path().to_path_buf();
        let thread = thread::spawn(move || {
            run(async {
                let options = Options {
                    listen: "127.0.0.1:0".to_owned(),
                    public_url: None,
                    metrics: None,
                };
                let started = |address| sender.send(address).expect("somebody waits");
                let served = serve(open(&path).await, options, started);
                tokio::select! {
                    served = served => served.expect("serves"),
                    _ = stopped => {}
                }
            });
        });
        Self {
            address: receiver.recv().expect("the site starts"),
            folder,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Changes something behind the back of the site, as another process would.
    pub(crate) fn change<F, T>(&self, change: impl FnOnce(Instance) -> F) -> T
    where
        F: Future<Output = T>,
    {
        let path = self.folder().to_path_buf();
        run(async { change(open(&path).await).await })
    }

    /// Stops answering.
    pub(crate) fn stop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().expect("it ends");
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
    }
}

async fn open(path: &Path) -> Instance {
    let path: PathBuf = path.to_path_buf();
    Instance::open(path).await.expect("opens")
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(future)
}
