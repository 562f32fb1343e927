//! Finding the programs that are not built here.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;

/// The first of these programs that is on the `PATH`.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|candidate| candidate.is_file())
    })
}

/// A Chromium or a Chrome.
pub(crate) fn chromium() -> Option<PathBuf> {
    find(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ])
}

/// The folder of PostgreSQL's server programs, which Debian keeps away from the `PATH`.
pub(crate) fn postgres_folder() -> Option<PathBuf> {
    newest_debian_postgres().or_else(|| {
        let initdb = find(&["initdb"])?;
        let folder = initdb.parent()?;
        folder.join("postgres").is_file().then(|| folder.to_owned())
    })
}

fn newest_debian_postgres() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .flatten()
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .max()
        .map(|(_, folder)| folder)
}

/// Whether `cargo nextest` answers.
pub(crate) fn has_nextest() -> bool {
    process::succeeds(Command::new("cargo").args(["nextest", "--version"]))
}

/// Whether this is a Debian machine, or one of its descendants.
pub(crate) fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && find(&["apt-get"]).is_some()
}

/// Whether this process may install packages and must not run PostgreSQL itself.
pub(crate) fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|text| text.trim() == "0")
}
