//! The repository as Cargo describes it: its root, its output folder and its crates.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The workspace that this script belongs to.
pub(crate) struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where Cargo builds.
    pub(crate) target: PathBuf,
    /// The crates of the workspace, by package name.
    pub(crate) packages: Vec<Package>,
}

/// A crate of the workspace.
pub(crate) struct Package {
    /// The name that Cargo knows, such as `vigie-units`.
    pub(crate) name: String,
    /// The folder of its `Cargo.toml`.
    pub(crate) folder: PathBuf,
    /// Everything it may be built with, tests and build scripts included.
    pub(crate) dependencies: Vec<String>,
}

impl Workspace {
    /// Asks Cargo, without looking at dependencies, so that it needs no network.
    pub(crate) fn find() -> Result<Self> {
        let text = process::output(Command::new(cargo_program()).args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
        ]))?;
        let metadata = serde_json::from_str(&text).context("cargo metadata printed no JSON")?;
        Self::read(&metadata).context("cargo metadata has another shape than expected")
    }

    fn read(metadata: &Value) -> Option<Self> {
        let mut packages = Vec::new();
        for package in metadata["packages"].as_array()? {
            packages.push(Package::read(package)?);
        }
        packages.sort_by(|a, b| a.name.cmp(&b.name));
        Some(Self {
            root: PathBuf::from(metadata["workspace_root"].as_str()?),
            target: PathBuf::from(metadata["target_directory"].as_str()?),
            packages,
        })
    }

    /// A Cargo command in the root of the workspace.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(cargo_program());
        command.current_dir(&self.root);
        command
    }

    /// Builds the binary `vigie` for development and returns its path.
    ///
    /// With the tests and for the whole workspace, so that what the tests compiled serves again:
    /// any other selection has other features, and compiles half of the house once more.
    pub(crate) fn build_vigie(&self) -> Result<PathBuf> {
        process::run(
            self.cargo()
                .args(["build", "--workspace", "--bins", "--tests"]),
        )?;
        Ok(self.target.join("debug/vigie"))
    }

    /// Builds the binary `vigie` as it is delivered and returns its path.
    pub(crate) fn build_vigie_release(&self) -> Result<PathBuf> {
        process::run(self.cargo().args(["build", "--release", "-p", "vigie"]))?;
        Ok(self.target.join("release/vigie"))
    }

    /// Where the npm packages of the browser step live; git ignores it.
    pub(crate) fn browser_tools(&self) -> PathBuf {
        self.root.join(".tools/browser")
    }

    /// The Node scripts of the browser step.
    pub(crate) fn browser_scripts(&self) -> PathBuf {
        self.root.join("xtask/browser")
    }

    /// A path as a reader of the repository writes it.
    pub(crate) fn relative<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}

impl Package {
    fn read(package: &Value) -> Option<Self> {
        let manifest = Path::new(package["manifest_path"].as_str()?);
        let mut dependencies = Vec::new();
        for dependency in package["dependencies"].as_array()? {
            dependencies.push(dependency["name"].as_str()?.to_owned());
        }
        Some(Self {
            name: package["name"].as_str()?.to_owned(),
            folder: manifest.parent()?.to_owned(),
            dependencies,
        })
    }
}

fn cargo_program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
