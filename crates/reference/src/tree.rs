use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Files by relative path with forward slashes: embedded in the binary, or read from a folder.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Every file below a folder, hidden ones left out. A missing folder is an empty tree.
    pub fn from_dir(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        if root.is_dir() {
            tree.add_dir(root, "")?;
        }
        Ok(tree)
    }

    fn add_dir(&mut self, dir: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                self.add_dir(&entry.path(), &format!("{path}/"))?;
            } else {
                self.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Adds or replaces one file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Lays another tree over this one: same path, the other file wins.
    pub fn overlay(&mut self, other: Self) {
        self.files.extend(other.files);
    }

    /// One file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// One file as text; `None` if it is absent or not UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.get(path)?).ok()
    }

    /// Paths below a folder (`data/mappings/`) that end in a suffix (`.yaml`), in order.
    pub fn paths<'a>(&'a self, folder: &'a str, suffix: &'a str) -> impl Iterator<Item = &'a str> {
        self.files
            .range(folder.to_owned()..)
            .map(|(path, _)| path.as_str())
            .take_while(move |path| path.starts_with(folder))
            .filter(move |path| path.ends_with(suffix))
    }
}
