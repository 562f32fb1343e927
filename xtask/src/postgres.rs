//! A throw-away PostgreSQL: a cluster in a temporary folder, on a free port of this machine.
//!
//! It trusts everybody who reaches it, listens to the loopback only, and never waits for the disk:
//! it is for tests. It stops and its folder goes when the value is dropped.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{http, process, programs};

const SUPERUSER: &str = "postgres";

/// A running cluster.
pub(crate) struct Cluster {
    server: Child,
    port: u16,
    programs: Programs,
    folder: Folder,
}

impl Cluster {
    /// Creates a cluster, starts it and waits until it answers.
    pub(crate) fn start(postgres_folder: &Path) -> Result<Self> {
        let programs = Programs {
            folder: postgres_folder.to_owned(),
            user: if programs::is_root() {
                Some(User::find(SUPERUSER)?)
            } else {
                None
            },
        };
        let folder = Folder::create(programs.user.as_ref())?;
        initialise(&programs, &folder)?;
        let port = http::free_port()?;
        let server = serve(&programs, &folder, port)?;
        let mut cluster = Self {
            server,
            port,
            programs,
            folder,
        };
        cluster.wait()?;
        println!("A throw-away PostgreSQL answers on port {port}.");
        Ok(cluster)
    }

    /// The address of its first database, for the superuser.
    pub(crate) fn url(&self) -> String {
        format!("postgres://{SUPERUSER}@127.0.0.1:{}/{SUPERUSER}", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..300 {
            if let Some(status) = self.server.try_wait()? {
                bail!("PostgreSQL ended with {status}\n{}", self.folder.log_text());
            }
            let mut question = self.programs.command("pg_isready", &self.folder);
            question.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if process::succeeds(&mut question) {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("PostgreSQL does not answer\n{}", self.folder.log_text());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = self.programs.command("pg_ctl", &self.folder);
        stop.args(["stop", "--silent", "-m", "immediate", "-D"])
            .arg(self.folder.data());
        if !process::succeeds(&mut stop)
            && let Err(error) = self.server.kill()
        {
            eprintln!("cannot stop PostgreSQL: {error}");
        }
        if let Err(error) = self.server.wait() {
            eprintln!("cannot wait for PostgreSQL: {error}");
        }
    }
}

fn initialise(programs: &Programs, folder: &Folder) -> Result<()> {
    let mut command = programs.command("initdb", folder);
    command
        .args([
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
        ])
        .arg(format!("--username={SUPERUSER}"))
        .arg("-D")
        .arg(folder.data());
    process::output(&mut command).map(drop)
}

fn serve(programs: &Programs, folder: &Folder, port: u16) -> Result<Child> {
    let log = File::create(folder.log()).context("cannot create the log of PostgreSQL")?;
    let mut command = programs.command("postgres", folder);
    command
        .arg("-D")
        .arg(folder.data())
        .args(["-p", &port.to_string(), "-k"])
        .arg(&folder.path)
        .args(["-c", "listen_addresses=127.0.0.1"])
        .args(["-c", "max_connections=200"])
        .args(["-c", "fsync=off"])
        .args(["-c", "synchronous_commit=off"])
        .args(["-c", "full_page_writes=off"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log);
    command.spawn().context("cannot start PostgreSQL")
}

/// The server programs and the account that runs them.
struct Programs {
    folder: PathBuf,
    user: Option<User>,
}

impl Programs {
    fn command(&self, name: &str, folder: &Folder) -> Command {
        let mut command = Command::new(self.folder.join(name));
        command.current_dir(&folder.path);
        if let Some(user) = &self.user {
            command.uid(user.uid).gid(user.gid);
        }
        command
    }
}

/// PostgreSQL refuses to run as root, so a root process lends it this account.
struct User {
    uid: u32,
    gid: u32,
}

impl User {
    fn find(name: &str) -> Result<Self> {
        let number = |kind: &str| -> Result<u32> {
            let text = process::output(Command::new("id").args([kind, name]))?;
            text.trim()
                .parse()
                .with_context(|| format!("`id {kind} {name}` printed no number"))
        };
        Ok(Self {
            uid: number("-u")?,
            gid: number("-g")?,
        })
    }
}

/// The temporary folder of the cluster, removed when dropped.
struct Folder {
    path: PathBuf,
}

impl Folder {
    fn create(owner: Option<&User>) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("vigie-postgres-{}", std::process::id()));
        std::fs::create_dir(&path).with_context(|| format!("cannot create {}", path.display()))?;
        let folder = Self { path };
        if let Some(user) = owner {
            std::os::unix::fs::chown(&folder.path, Some(user.uid), Some(user.gid))
                .with_context(|| format!("cannot give {} away", folder.path.display()))?;
        }
        Ok(folder)
    }

    fn data(&self) -> PathBuf {
        self.path.join("data")
    }

    fn log(&self) -> PathBuf {
        self.path.join("log")
    }

    fn log_text(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.path) {
            eprintln!("cannot remove {}: {error}", self.path.display());
        }
    }
}
