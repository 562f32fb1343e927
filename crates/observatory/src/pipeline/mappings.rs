//! The mappings that an observatory knows: delivered, of its folder, written in the browser; and which
//! one a file is read with.

use crate::complaint::complain;
use crate::embedded;
use crate::instance::{Instance, Library};
use anyhow::Result;
use domain::{ImportRun, KeptMapping, Remark};
use observe::register;
use reference::Mapping;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A mapping whose file has mistakes reads less than it seems to: it is mended first.
pub(super) fn check_file_of(instance: &Instance, mapping: &Mapping) -> Result<()> {
    let file = path_of(&mapping.id);
    let library = instance.library();
    let is_faulty = library.diagnostics.iter().any(|fault| fault.file == file);
    if is_faulty && library.reference.mappings.get(&mapping.id) == Some(mapping) {
        let remark = Remark::new("import-mapping-faulty").with("file", file);
        return Err(complain(remark));
    }
    Ok(())
}

/// Where the file of a mapping is, among the files of an observatory.
fn path_of(id: &str) -> String {
    format!("data/mappings/{id}.yaml")
}

/// Every mapping that is known: those of files, and those written in the browser. A file wins
/// over one of the same name.
pub async fn known(instance: &Instance) -> Result<BTreeMap<String, Mapping>> {
    let mut known = BTreeMap::new();
    for kept in kept(instance).await? {
        match Mapping::parse(&kept.name, &kept.yaml) {
            Ok(mapping) => {
                known.insert(kept.name, mapping);
            }
            Err(_) => tracing::warn!(name = kept.name, "a mapping kept can no longer be read"),
        }
    }
    let library = instance.library();
    let files = &library.reference.mappings;
    known.extend(
        files
            .iter()
            .map(|(id, mapping)| (id.clone(), mapping.clone())),
    );
    Ok(known)
}

/// The mappings written in the browser that no file of the same name hides.
pub async fn kept(instance: &Instance) -> Result<Vec<KeptMapping>> {
    let kept = instance.store.all::<KeptMapping>().await?;
    let library = instance.library();
    let files = &library.reference.mappings;
    let kept = kept.into_iter().map(|record| record.document);
    let mut kept: Vec<_> = kept
        .filter(|kept| !files.contains_key(&kept.name))
        .collect();
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(kept)
}

/// The text of a mapping: the one written in the browser, else the file of that name.
pub async fn text_of(instance: &Instance, name: &str) -> Result<Option<String>> {
    if let Some(text) = text_of_file(&instance.library(), name) {
        return Ok(Some(text));
    }
    let kept = kept(instance).await?;
    let found = kept.into_iter().find(|kept| kept.name == name);
    Ok(found.map(|kept| kept.yaml))
}

/// The text of a mapping that is a file.
pub fn text_of_file(library: &Library, name: &str) -> Option<String> {
    library.reference.mappings.get(name)?;
    let bytes = library.tree.get(&path_of(name))?;
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// Names of the mappings that are guessed first, the best first: those of the imports that stand,
/// the latest first, so that the next edition of a file is read like the last one; then those
/// written in the browser; then those of the observatory's own folder.
pub async fn preferred(instance: &Instance) -> Result<Vec<String>> {
    let mut runs = instance.store.all::<ImportRun>().await?;
    runs.sort_by_key(|run| Reverse(run.document.at));
    let runs = runs.into_iter().map(|run| run.document);
    let used = runs.filter(|run| run.undone.is_none());
    let mut names: Vec<String> = used.map(|run| run.format).collect();
    names.extend(kept(instance).await?.into_iter().map(|kept| kept.name));
    let library = instance.library();
    let delivered = embedded::tree();
    let own = library.reference.mappings.keys().filter(|id| {
        let path = path_of(id);
        library.tree.get(&path) != delivered.get(&path)
    });
    names.extend(own.cloned());
    Ok(names)
}

/// The mapping a file is read with.
#[derive(Debug, Clone)]
pub struct Chosen<'a> {
    /// It.
    pub mapping: &'a Mapping,
    /// Whether the columns of the file pointed at it, and nobody named it.
    pub is_guessed: bool,
    /// The others that the columns point at as well.
    pub also: Vec<&'a Mapping>,
}

/// The mapping of a name, or the one the columns of a file point at, those `preferred` first.
pub fn chosen<'a>(
    mappings: &'a BTreeMap<String, Mapping>,
    name: Option<&str>,
    bytes: &[u8],
    preferred: &[String],
) -> Result<Chosen<'a>> {
    let names = || {
        mappings
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if let Some(name) = name {
        let mapping = mappings.get(name).ok_or_else(|| {
            let remark = Remark::new("import-no-mapping").with("name", name);
            complain(remark.with("known", names()))
        })?;
        return Ok(Chosen {
            mapping,
            is_guessed: false,
            also: Vec::new(),
        });
    }
    let table = register::decode(bytes, &reference::FileShape::default()).ok();
    let fitting = table
        .as_ref()
        .map(|table| register::fitting(table, mappings.values()));
    guessed(&fitting.unwrap_or_default(), preferred)
        .ok_or_else(|| complain(Remark::new("import-no-format").with("known", names())))
}

/// The guess among the mappings that fit, and the others. One that names less than half of the
/// columns that another one names was written for another file.
fn guessed<'a>(fitting: &[(&'a Mapping, usize)], preferred: &[String]) -> Option<Chosen<'a>> {
    let (first, most) = *fitting.first()?;
    let near = fitting.iter().filter(|(_, found)| found * 2 >= most);
    let near: Vec<&Mapping> = near.map(|(mapping, _)| *mapping).collect();
    let mut wanted = preferred.iter();
    let wanted = wanted.find_map(|name| near.iter().find(|mapping| mapping.id == *name));
    let mapping = wanted.copied().unwrap_or(first);
    let also = near.into_iter().filter(|other| other.id != mapping.id);
    Some(Chosen {
        mapping,
        is_guessed: true,
        also: also.collect(),
    })
}
