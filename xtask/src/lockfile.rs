//! npm's lock file without download addresses.
//!
//! The hashes already say what a package must be; the address would say where one developer found
//! it, and tie everybody to that place.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// Removes every `resolved` key from the lock; says whether there was one.
pub(crate) fn strip_addresses(path: &Path) -> Result<bool> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut lock: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    if !strip(&mut lock) {
        return Ok(false);
    }
    let text = format!("{lock:#}\n");
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}

fn strip(lock: &mut Value) -> bool {
    let Some(packages) = lock["packages"].as_object_mut() else {
        return false;
    };
    let mut has_stripped = false;
    for package in packages.values_mut().filter_map(Value::as_object_mut) {
        has_stripped |= package.remove("resolved").is_some();
    }
    has_stripped
}

#[cfg(test)]
mod cases {
    use super::*;
    use serde_json::json;

    #[test]
    fn addresses_go_and_hashes_stay() {
        let mut lock = json!({"packages": {"node_modules/a": {
            "version": "1.0.0", "resolved": "https://host.example/a.tgz", "integrity": "sha512-x"
        }}});
        assert!(strip(&mut lock));
        assert_eq!(
            lock["packages"]["node_modules/a"],
            json!({"version": "1.0.0", "integrity": "sha512-x"})
        );
        assert!(!strip(&mut lock));
    }
}
