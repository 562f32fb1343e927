//! Writes a copy beside the folder, then puts it in its place: a reader never sees half of it.

use super::Copy;
use crate::complaint::complain;
use anyhow::{Context, Result};
use domain::Remark;
use publish::sha256;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The list of the files of a copy; it also says that the folder is one.
const LIST: &str = "vigie-copie.json";

/// What writing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or differ.
    pub changed: usize,
    /// Files that are the same as before.
    pub unchanged: usize,
    /// Files that the copy no longer holds.
    pub removed: usize,
    /// Bytes in all.
    pub bytes: u64,
}

/// Puts a copy in a folder. One that holds something else than a copy is refused, unless forced.
pub fn write(copy: &Copy, folder: &Path, force: bool) -> Result<Written> {
    check(folder, force)?;
    let before = sums(folder);
    let aside = beside(folder, "new")?;
    remove(&aside)?;
    let written = fill(copy, &aside, &before.unwrap_or_default());
    if written.is_err() {
        remove(&aside)?;
    }
    let written = written?;
    swap(&aside, folder)?;
    Ok(written)
}

/// Refuses a folder that holds something else than a copy, unless forced.
pub fn check(folder: &Path, force: bool) -> Result<()> {
    if force || sums(folder).is_some() || !is_filled(folder)? {
        return Ok(());
    }
    let remark = Remark::new("copy-not-ours").with("folder", folder.display());
    Err(complain(remark))
}

fn fill(copy: &Copy, aside: &Path, before: &BTreeMap<String, String>) -> Result<Written> {
    let mut written = Written::default();
    let mut list = Vec::with_capacity(copy.files.len());
    for (path, bytes) in &copy.files {
        let sum = sha256(bytes);
        if before.get(path) == Some(&sum) {
            written.unchanged += 1;
        } else {
            written.changed += 1;
        }
        written.bytes += bytes.len() as u64;
        put(&aside.join(path), bytes)?;
        list.push(json!({"path": path, "bytes": bytes.len(), "sha256": sum}));
    }
    let lost = before.keys().filter(|path| !copy.files.contains_key(*path));
    written.removed = lost.count();
    let list = json!({"made_by": "vigie publish", "files": list});
    let mut text = serde_json::to_string_pretty(&list)?;
    text.push('\n');
    put(&aside.join(LIST), text.as_bytes())?;
    Ok(written)
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let told = || format!("{} cannot be written", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(told)?;
    }
    fs::write(path, bytes).with_context(told)
}

/// The new folder takes the place of the old one, which goes only afterwards.
fn swap(aside: &Path, folder: &Path) -> Result<()> {
    let old = beside(folder, "old")?;
    remove(&old)?;
    let told = || format!("{} cannot be put in its place", folder.display());
    if folder.exists() {
        fs::rename(folder, &old).with_context(told)?;
    }
    if let Err(error) = fs::rename(aside, folder) {
        if old.exists() {
            fs::rename(&old, folder).with_context(told)?;
        }
        return Err(error).with_context(told);
    }
    remove(&old)
}

/// A folder of the same parent, so that a name is all that changes.
fn beside(folder: &Path, ending: &str) -> Result<PathBuf> {
    let name = folder.file_name();
    let Some(name) = name.and_then(|name| name.to_str()) else {
        let remark = Remark::new("copy-no-name").with("folder", folder.display());
        return Err(complain(remark));
    };
    Ok(folder.with_file_name(format!(".{name}.vigie-{ending}")))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

fn is_filled(folder: &Path) -> Result<bool> {
    if !folder.exists() {
        return Ok(false);
    }
    let mut entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    Ok(entries.next().is_some())
}

/// The sums of the files of a copy; `None` when the folder is none.
fn sums(folder: &Path) -> Option<BTreeMap<String, String>> {
    let text = fs::read_to_string(folder.join(LIST)).ok()?;
    let list: Value = serde_json::from_str(&text).ok()?;
    if list["made_by"] != "vigie publish" {
        return None;
    }
    let files = list["files"].as_array()?.iter();
    let sums = files.map(|file| {
        let path = file["path"].as_str()?.to_owned();
        Some((path, file["sha256"].as_str()?.to_owned()))
    });
    sums.collect()
}
