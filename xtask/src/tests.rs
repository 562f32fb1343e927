//! The tests of the workspace, with a PostgreSQL of their own.

use anyhow::Result;

use crate::postgres::Cluster;
use crate::workspace::Workspace;
use crate::{process, programs};

/// The variable by which the tests learn that they may use PostgreSQL.
const POSTGRES_VARIABLE: &str = "VIGIE_TEST_POSTGRES";

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
    Ok(())
}

fn start_cluster() -> Result<Option<Cluster>> {
    let Some(programs) = programs::postgres_folder() else {
        println!("PostgreSQL is not here: the tests run on SQLite only.");
        return Ok(None);
    };
    Cluster::start(&programs).map(Some)
}
