//! The pages as a browser sees them: the Node scripts of `xtask/browser`, run on the demonstration.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::demo::Demo;
use crate::workspace::Workspace;
use crate::{process, programs};

/// Checks every kind of page and writes the measured weights to `target/budgets.json`; then goes
/// through the product as people do, last because that writes into the demonstration.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let scripts = workspace.browser_scripts();
    process::run(
        Command::new("node")
            .args(["--test", "--test-reporter=spec"])
            .current_dir(&scripts),
    )?;
    let demo = Demo::start(workspace, &workspace.build_vigie()?)?;
    let mut command = script(workspace, &demo, "check.mjs")?;
    command
        .arg("--out")
        .arg(workspace.target.join("budgets.json"));
    process::run(&mut command)?;
    for name in ["staff.mjs", "flow.mjs"] {
        let mut command = script(workspace, &demo, name)?;
        command.arg("--log").arg(demo.log());
        process::run(&mut command)?;
    }
    Ok(())
}

/// Photographs the main pages into a folder.
pub(crate) fn photograph(workspace: &Workspace, folder: &Path) -> Result<()> {
    let demo = Demo::start(workspace, &workspace.build_vigie()?)?;
    let mut command = script(workspace, &demo, "screenshots.mjs")?;
    command
        .arg("--out")
        .arg(std::path::absolute(folder).context("cannot find the folder of the pictures")?);
    process::run(&mut command)
}

fn script(workspace: &Workspace, demo: &Demo, name: &str) -> Result<Command> {
    let chromium =
        programs::chromium().context("Chromium is not here\n  run `cargo xtask setup`")?;
    let mut command = Command::new("node");
    command
        .arg(workspace.browser_scripts().join(name))
        .args(["--base", &demo.url()])
        .arg("--chromium")
        .arg(chromium)
        .arg("--tools")
        .arg(workspace.browser_tools());
    Ok(command)
}
