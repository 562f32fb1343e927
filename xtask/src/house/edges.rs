//! Who may use whom among our crates, and which crates of others have one owner.
//!
//! Tests count too: a crate is worked on alone, so its tests build no more than it does.

use crate::workspace::{Package, Workspace};

/// Each crate of ours with those it may use. `vigie` connects them all; `xtask` uses none.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("vigie-units", &[]),
    ("vigie-footprint", &["vigie-units"]),
    ("vigie-domain", &["vigie-units"]),
    ("vigie-reference", &["vigie-domain", "vigie-units"]),
    (
        "vigie-observe",
        &[
            "vigie-domain",
            "vigie-reference",
            "vigie-units",
            "vigie-disclosure",
        ],
    ),
    (
        "vigie-evaluate",
        &[
            "vigie-domain",
            "vigie-footprint",
            "vigie-reference",
            "vigie-units",
            "vigie-disclosure",
        ],
    ),
    ("vigie-frame", &["vigie-domain", "vigie-reference"]),
    ("vigie-search", &[]),
    ("vigie-store", &["vigie-domain"]),
    (
        "vigie-publish",
        &[
            "vigie-domain",
            "vigie-reference",
            "vigie-units",
            "vigie-disclosure",
            "vigie-search",
        ],
    ),
];

/// Families of foreign crates (by the start of their name) and the one crate of ours that uses
/// each.
const OWNED: [(&str, &str); 8] = [
    ("sea-orm", "vigie-store"),
    ("sqlx", "vigie-store"),
    ("typst", "vigie-publish"),
    ("parquet", "vigie-publish"),
    ("arrow", "vigie-publish"),
    ("axum", "vigie"),
    ("lettre", "vigie"),
    ("openidconnect", "vigie"),
];

const CONNECTS_ALL: &str = "vigie";

/// One sentence for each forbidden edge.
pub(super) fn problems(workspace: &Workspace) -> Vec<String> {
    let mut problems = Vec::new();
    for package in &workspace.packages {
        problems.extend(inner(package, &workspace.packages));
        problems.extend(outer(package));
    }
    problems
}

fn inner(package: &Package, all: &[Package]) -> Vec<String> {
    if package.name == CONNECTS_ALL {
        return Vec::new();
    }
    let allowed: &[&str] = if package.name == "xtask" {
        &[]
    } else if let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == package.name) {
        allowed
    } else {
        return vec![format!(
            "crate {} has no row in xtask/src/house/edges.rs: say there what it may use",
            package.name
        )];
    };
    let ours = |name: &&String| all.iter().any(|other| other.name == **name);
    package
        .dependencies
        .iter()
        .filter(ours)
        .filter(|name| **name != package.name && !allowed.contains(&name.as_str()))
        .map(|name| format!("crate {} may not use {name}", package.name))
        .collect()
}

fn outer(package: &Package) -> Vec<String> {
    let mut problems = Vec::new();
    for (family, owner) in OWNED {
        for name in &package.dependencies {
            if name.starts_with(family) && package.name != owner {
                problems.push(format!(
                    "crate {} uses {name}, which is for {owner} alone",
                    package.name
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod cases {
    use super::*;

    fn package(name: &str, dependencies: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            folder: std::path::PathBuf::new(),
            dependencies: dependencies.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    #[track_caller]
    fn check(packages: &[Package], expected: &[&str]) {
        let found: Vec<String> = packages
            .iter()
            .flat_map(|package| inner(package, packages).into_iter().chain(outer(package)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn downward_edges_are_free() {
        check(
            &[
                package("vigie-units", &["serde"]),
                package("vigie-domain", &["vigie-units"]),
                package("vigie", &["vigie-domain", "axum"]),
            ],
            &[],
        );
    }

    #[test]
    fn upward_edges_are_named() {
        check(
            &[
                package("vigie-units", &["vigie-domain"]),
                package("vigie-domain", &[]),
            ],
            &["crate vigie-units may not use vigie-domain"],
        );
    }

    #[test]
    fn a_new_crate_must_be_declared() {
        check(
            &[package("vigie-weather", &[])],
            &[
                "crate vigie-weather has no row in xtask/src/house/edges.rs: say there what it may use",
            ],
        );
    }

    #[test]
    fn sql_has_one_owner() {
        check(
            &[package("vigie-domain", &["sqlx"])],
            &["crate vigie-domain uses sqlx, which is for vigie-store alone"],
        );
    }

    #[test]
    fn columnar_files_have_one_owner() {
        check(
            &[
                package("vigie-publish", &["parquet"]),
                package("vigie-observe", &["parquet", "arrow-array"]),
            ],
            &[
                "crate vigie-observe uses parquet, which is for vigie-publish alone",
                "crate vigie-observe uses arrow-array, which is for vigie-publish alone",
            ],
        );
    }
}
