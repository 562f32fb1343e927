//! The tests of the workspace, with a PostgreSQL of their own.

use anyhow::Result;

use crate::postgres::Cluster;
use crate::workspace::Workspace;
use crate::{process, programs};

/// The variable by which the tests learn that they may use PostgreSQL.
const POSTGRES_VARIABLE: &str = "VIGIE_TEST_POSTGRES";

/// The variable by which the tests of the site are told to use it.
const SITE_VARIABLE: &str = "VIGIE_TEST_SITE_ON";

/// Runs every test, with `cargo nextest` where it is installed.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let cluster = start_cluster()?;
    let commands: &[&[&str]] = if programs::has_nextest() {
        &[
            &["nextest", "run", "--workspace"],
            &["test", "--doc", "--workspace"],
        ]
    } else {
        &[&["test", "--workspace"]]
    };
    for arguments in commands {
        let mut command = workspace.cargo();
        command.args(*arguments).env_remove(POSTGRES_VARIABLE);
        if let Some(cluster) = &cluster {
            command.env(POSTGRES_VARIABLE, cluster.url());
        }
        process::run(&mut command)?;
    }
    match &cluster {
        Some(cluster) if programs::has_nextest() => on_postgres(workspace, cluster),
        _ => Ok(()),
    }
}

/// What people do on the site, once more with everything on PostgreSQL.
fn on_postgres(workspace: &Workspace, cluster: &Cluster) -> Result<()> {
    println!("\nThe work of people again, on PostgreSQL:");
    let suites = ["casework", "tools", "messages", "declare", "texts", "lead"];
    let suites = suites.map(|suite| format!("test(/^{suite}::/)"));
    let filter = format!("binary(observatory) & ({})", suites.join(" | "));
    let mut command = workspace.cargo();
    command
        .args(["nextest", "run", "--workspace", "-E", &filter])
        .env(POSTGRES_VARIABLE, cluster.url())
        .env(SITE_VARIABLE, "postgres");
    process::run(&mut command)
}

fn start_cluster() -> Result<Option<Cluster>> {
    let Some(programs) = programs::postgres_folder() else {
        println!("PostgreSQL is not here: the tests run on SQLite only.");
        return Ok(None);
    };
    Cluster::start(&programs).map(Some)
}
