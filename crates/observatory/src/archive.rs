//! A backup: one compressed file with the journal, those who work here, the configuration, the
//! overlaid texts and the published editions. Sessions and one-time links are not in it.
//! It restores on either database engine, and the copy is proven equal.

use crate::config::{self, Config};
use crate::instance::Instance;
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use publish::sha256;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Component, Path};
use store::{ArchiveDigest, Store};
use tar::{Archive, Builder, Header};

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the product that wrote it.
    pub version: String,
    /// Version of the document shapes.
    pub schema_version: i32,
    /// What the database held.
    pub digest: ArchiveDigest,
    /// SHA-256 of the file of those who work here; absent from backups made before there was one.
    #[serde(default)]
    pub people: Option<String>,
}

/// Times a backup waits for writers to pause.
const TRIES: usize = 10;
const MANIFEST: &str = "manifest.json";
const JOURNAL: &str = "journal.jsonl";
const PEOPLE: &str = "people.jsonl";
/// Folders of an observatory that travel with it.
const FOLDERS: [&str; 7] = [
    "records",
    "data",
    "framework",
    "content",
    "i18n",
    "static",
    "editions",
];

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// Records and those who work here: for whoever holds the server.
    Everything,
    /// Records alone: no account, no hash of a password, no address of a database with its password.
    Records,
}

/// Writes a backup into one file; an existing file is refused.
pub async fn backup(instance: &Instance, path: &Path, holding: Holding) -> Result<Manifest> {
    let file = private(path)
        .with_context(|| format!("{} cannot be created (does it exist?)", path.display()))?;
    let (journal, people, digest) = quiet_moment(instance).await?;
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        schema_version: domain::SCHEMA_VERSION,
        digest,
        people: (holding == Holding::Everything).then(|| sha256(&people)),
    };
    let mut archive = Builder::new(GzEncoder::new(file, Compression::default()));
    append(
        &mut archive,
        MANIFEST,
        &serde_json::to_vec_pretty(&manifest)?,
    )?;
    append(&mut archive, JOURNAL, &journal)?;
    let mut configuration = fs::read_to_string(instance.folder.join(config::FILE))?;
    match holding {
        Holding::Everything => append(&mut archive, PEOPLE, &people)?,
        Holding::Records => configuration = without_password(&configuration),
    }
    append(&mut archive, config::FILE, configuration.as_bytes())?;
    for folder in FOLDERS {
        let source = instance.folder.join(folder);
        if source.is_dir() {
            archive.append_dir_all(folder, &source)?;
        }
    }
    archive.into_inner()?.finish()?.sync_all()?;
    Ok(manifest)
}

/// The configuration without the address of a database that names a user: it may hold a password.
fn without_password(configuration: &str) -> String {
    let line = |line: &str| {
        let names_user = line.trim_start().starts_with("url") && line.contains('@');
        match names_user {
            true => "# url: left out of this copy\n".to_owned(),
            false => format!("{line}\n"),
        }
    };
    configuration.lines().map(line).collect()
}

/// The journal, those who work here and the digest of one moment: read again when something was
/// written between.
async fn quiet_moment(instance: &Instance) -> Result<(Vec<u8>, Vec<u8>, ArchiveDigest)> {
    for _ in 0..TRIES {
        let before = instance.store.digest().await?;
        let people = people(&instance.store).await?;
        let mut journal = Vec::new();
        instance.store.export(&mut journal).await?;
        let is_quiet = instance.store.digest().await? == before
            && self::people(&instance.store).await? == people;
        if is_quiet {
            return Ok((journal, people, before));
        }
    }
    bail!("the observatory is being written to without a pause.\nTry again in a moment.")
}

/// A new file that its owner alone reads: it holds hashes of passwords and what was not published.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Whether others than its owner may read a file. Only Unix tells.
pub(crate) fn is_for_others(path: &Path) -> std::io::Result<bool> {
    let found = std::fs::metadata(path)?;
    #[cfg(unix)]
    return Ok(std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0);
    #[cfg(not(unix))]
    return Ok(!found.is_file());
}

async fn people(store: &Store) -> Result<Vec<u8>> {
    let mut people = Vec::new();
    store.export_people(&mut people).await?;
    Ok(people)
}

fn append(archive: &mut Builder<GzEncoder<File>>, name: &str, bytes: &[u8]) -> Result<()> {
    let mut header = Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    Ok(archive.append_data(&mut header, name, bytes)?)
}

/// Restores an archive into a folder that holds nothing, and proves that the copy is equal.
pub async fn restore(path: &Path, folder: &Path) -> Result<Manifest> {
    if folder.join(config::FILE).exists() {
        bail!(
            "{} already holds an observatory.\nGive an empty folder.",
            folder.display()
        );
    }
    fs::create_dir_all(folder)?;
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut archive = Archive::new(GzDecoder::new(BufReader::new(file)));
    let (mut manifest, mut journal, mut people) = (None, Vec::new(), Vec::new());
    for entry in archive.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.into_owned();
        if name == Path::new(MANIFEST) {
            manifest = Some(serde_json::from_reader::<_, Manifest>(&mut entry)?);
        } else if name == Path::new(JOURNAL) {
            entry.read_to_end(&mut journal)?;
        } else if name == Path::new(PEOPLE) {
            entry.read_to_end(&mut people)?;
        } else if is_ours(&name) {
            entry.unpack_in(folder)?;
        } else {
            bail!(
                "{}: {} has no place in a backup",
                path.display(),
                name.display()
            );
        }
    }
    let manifest =
        manifest.with_context(|| format!("{} is not a backup: no {MANIFEST}", path.display()))?;
    if manifest.schema_version > domain::SCHEMA_VERSION {
        bail!(
            "this backup was written by a newer version ({}).\nInstall that version, then restore.",
            manifest.version
        );
    }
    let config = Config::read(folder)?;
    let store = Store::open(&config.database_url(folder)?).await?;
    store.migrate().await?;
    store.import(&mut journal.as_slice()).await?;
    store.import_people(&mut people.as_slice()).await?;
    let digest = store.digest().await?;
    let report = store.verify_journal().await?;
    let copied = sha256(&self::people(&store).await?);
    let is_equal =
        digest == manifest.digest && manifest.people.as_ref().is_none_or(|p| *p == copied);
    if !is_equal || !report.faults.is_empty() {
        bail!("the restored copy is not equal to the backup: do not use it");
    }
    store.close().await?;
    Ok(manifest)
}

/// Only the configuration and the known folders, never a path that climbs.
fn is_ours(name: &Path) -> bool {
    let mut components = name.components();
    let Some(Component::Normal(first)) = components.next() else {
        return false;
    };
    let stays = components.all(|component| matches!(component, Component::Normal(_)));
    let first = first.to_string_lossy();
    stays && (first == config::FILE || FOLDERS.contains(&first.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_without_people_holds_no_password() {
        let written = "[database]\nurl = \"postgres://vigie:secret@base/vigie\"\n[server]\n";
        let expected = "[database]\n# url: left out of this copy\n[server]\n";
        assert_eq!(without_password(written), expected);
        let file = "[database]\nurl = \"sqlite:/srv/vigie.db\"\n";
        assert_eq!(without_password(file), file);
    }
}
