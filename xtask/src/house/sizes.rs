//! Source files that no longer fit in a head.

use anyhow::Result;

use super::sources;
use crate::workspace::Workspace;

const LINES_MAX: usize = 600;

/// One sentence for each long file: a noun wants to leave it.
pub(super) fn warnings(workspace: &Workspace) -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    for package in &workspace.packages {
        for path in sources::under(&package.folder)? {
            let lines = sources::read(&path)?.lines().count();
            if lines > LINES_MAX {
                warnings.push(format!(
                    "{} has {lines} lines, more than {LINES_MAX}",
                    workspace.relative(&path).display()
                ));
            }
        }
    }
    Ok(warnings)
}
