//! The demonstration observatory, started for a check or a measurement.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{http, process};

const PATIENCE: Duration = Duration::from_secs(90);

/// A running `vigie demo`; it stops when dropped.
pub(crate) struct Demo {
    server: Child,
    port: u16,
    log: PathBuf,
    started: Instant,
}

impl Demo {
    /// Starts the demonstration and waits until `/readyz` answers.
    pub(crate) fn start(workspace: &Workspace, binary: &Path) -> Result<Self> {
        let mut demo = Self::spawn(workspace, binary)?;
        demo.wait_for("/readyz", Duration::from_millis(50))?;
        println!("The demonstration answers on {}.", demo.url());
        Ok(demo)
    }

    /// Starts the demonstration and waits for nothing.
    pub(crate) fn spawn(workspace: &Workspace, binary: &Path) -> Result<Self> {
        let port = http::free_port()?;
        let log = workspace.target.join("demo.log");
        let file =
            File::create(&log).with_context(|| format!("cannot create {}", log.display()))?;
        let started = Instant::now();
        let server = without_settings(&mut Command::new(binary))
            .args(["demo", "--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        Ok(Self {
            server,
            port,
            log,
            started,
        })
    }

    /// Asks for a path, following redirections, until it answers 200; says how long that took
    /// since the process was started.
    pub(crate) fn wait_for(&mut self, path: &str, pause: Duration) -> Result<Duration> {
        let mut path = path.to_owned();
        while self.started.elapsed() < PATIENCE {
            if let Some(status) = self.server.try_wait()? {
                bail!("vigie demo ended with {status}\n{}", self.last_words());
            }
            match http::get(self.port, &path) {
                Ok(answer) if answer.status == 200 => return Ok(self.started.elapsed()),
                Ok(answer) => match answer.location {
                    Some(location) => path = location,
                    None => sleep(pause),
                },
                Err(_) => sleep(pause),
            }
        }
        bail!(
            "{path} did not answer 200 within {} s\n{}",
            PATIENCE.as_secs(),
            self.last_words()
        )
    }

    /// What it said so far: among other things, how to sign in.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }

    /// Where it is served, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its process.
    pub(crate) fn process_id(&self) -> u32 {
        self.server.id()
    }

    fn last_words(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }

    fn stop(&mut self) -> std::io::Result<()> {
        let mut terminate = Command::new("kill");
        terminate.args(["-TERM", &self.server.id().to_string()]);
        if process::succeeds(&mut terminate) {
            for _ in 0..100 {
                if self.server.try_wait()?.is_some() {
                    return Ok(());
                }
                sleep(Duration::from_millis(50));
            }
        }
        self.server.kill()?;
        self.server.wait().map(drop)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!("cannot stop the demonstration: {error}");
        }
    }
}

/// Takes away the developer's own settings, so that every machine measures the same thing.
pub(crate) fn without_settings(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("VIGIE_") {
            command.env_remove(name);
        }
    }
    command
}
