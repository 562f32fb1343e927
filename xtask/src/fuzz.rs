//! Fuzzing, where a nightly toolchain and cargo-fuzz are at hand.

use anyhow::{Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// Runs one target for some seconds, or says what is missing and how to get it.
pub(crate) fn run(workspace: &Workspace, target: &str, seconds: u32) -> Result<()> {
    let targets = workspace.root.join("fuzz/fuzz_targets");
    if !targets.join(format!("{target}.rs")).is_file() {
        bail!(
            "there is no fuzz target `{target}`\n  write it in fuzz/fuzz_targets/{target}.rs\n  targets here: {}",
            known(&targets)
        );
    }
    if !process::succeeds(workspace.cargo().args(["fuzz", "--version"])) {
        bail!("cargo-fuzz is not here\n  install it with `cargo install cargo-fuzz`");
    }
    if !process::succeeds(nightly(workspace).arg("--version")) {
        bail!(
            "fuzzing needs a nightly toolchain\n  install it with `rustup toolchain install nightly`"
        );
    }
    process::run(
        nightly(workspace)
            .args(["fuzz", "run", target, "--"])
            .arg(format!("-max_total_time={seconds}")),
    )
}

/// Cargo as rustup starts it: the one that runs this script is bound to its own toolchain.
fn nightly(workspace: &Workspace) -> std::process::Command {
    let mut command = std::process::Command::new("cargo");
    command
        .arg("+nightly")
        .current_dir(&workspace.root)
        .env_remove("RUSTUP_TOOLCHAIN");
    command
}

fn known(folder: &std::path::Path) -> String {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return "none".to_owned();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names.join(", ")
}
