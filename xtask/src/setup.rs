//! What the checks need besides Rust: installed where we may, named where we may not.
//!
//! System packages are only installed on Debian as root. The npm packages go into `.tools/`, never
//! into the system, at the versions and hashes of the committed lock.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{lockfile, process, programs};

/// A program, how to tell that it is here and how to get it.
struct Need {
    what: &'static str,
    is_met: fn() -> bool,
    debian: &'static [&'static str],
    elsewhere: &'static str,
}

const NEEDS: [Need; 3] = [
    Need {
        what: "the PostgreSQL server (initdb, postgres)",
        is_met: || programs::postgres_folder().is_some(),
        debian: &["postgresql"],
        elsewhere: "install PostgreSQL 13 or later and put its `initdb` on the PATH",
    },
    Need {
        what: "Chromium",
        is_met: || programs::chromium().is_some(),
        debian: &["chromium"],
        elsewhere: "install Chromium or Chrome and put `chromium` or `google-chrome` on the PATH",
    },
    Need {
        what: "Node.js with npm",
        is_met: || programs::find(&["node"]).is_some() && programs::find(&["npm"]).is_some(),
        debian: &["nodejs", "npm"],
        elsewhere: "install Node.js 20 or later with npm",
    },
];

/// Brings what is missing, or fails with the list of what to install by hand.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    if programs::is_debian() && programs::is_root() {
        install_debian_packages()?;
    }
    let missing = missing();
    if !missing.is_empty() {
        bail!("{}", explain(&missing));
    }
    install_browser_tools(workspace)?;
    if !programs::has_nextest() {
        println!("cargo-nextest is not here: the tests will run with cargo test.");
    }
    println!("Everything the checks need is here.");
    Ok(())
}

fn missing() -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !(need.is_met)()).collect()
}

fn install_debian_packages() -> Result<()> {
    let packages: Vec<&str> = missing()
        .iter()
        .flat_map(|need| need.debian)
        .copied()
        .collect();
    if packages.is_empty() {
        return Ok(());
    }
    println!("Installing {}.", packages.join(", "));
    process::run(apt_get().args(["update", "-qq"]))?;
    process::run(
        apt_get()
            .args(["install", "-qq", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn explain(missing: &[&Need]) -> String {
    let mut text = String::from("some tools are missing");
    for need in missing {
        text.push_str(&format!(
            "\n  {}: {}\n    (Debian: apt-get install {})",
            need.what,
            need.elsewhere,
            need.debian.join(" ")
        ));
    }
    text
}

fn install_browser_tools(workspace: &Workspace) -> Result<()> {
    let lock = workspace.browser_scripts().join("package-lock.json");
    if lockfile::strip_addresses(&lock)? {
        println!(
            "Removed download addresses from {}: commit the change.",
            workspace.relative(&lock).display()
        );
    }
    let folder = workspace.browser_tools();
    if is_current(&lock, &folder)? {
        return Ok(());
    }
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(workspace.browser_scripts().join(name), folder.join(name))
            .with_context(|| format!("cannot copy {name} into {}", folder.display()))?;
    }
    process::run(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder),
    )?;
    std::fs::copy(&lock, installed_mark(&folder)).context("cannot note what was installed")?;
    Ok(())
}

/// The mark is written after a complete installation only, so a broken one is repeated.
fn is_current(lock: &Path, folder: &Path) -> Result<bool> {
    let wanted = std::fs::read(lock).with_context(|| format!("cannot read {}", lock.display()))?;
    Ok(std::fs::read(installed_mark(folder)).is_ok_and(|installed| installed == wanted))
}

fn installed_mark(folder: &Path) -> std::path::PathBuf {
    folder.join("installed-lock.json")
}
