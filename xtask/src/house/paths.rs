//! Every path that our front pages name exists.
//!
//! A name in backticks or the target of a link counts when it looks like a path of this repository:
//! it is relative, and has a slash or the ending of a file we edit. Blocks of code are not read.

use std::path::Path;

use anyhow::Result;

use super::sources;
use crate::workspace::Workspace;

const PAGES: [&str; 6] = [
    "ARCHITECTURE.md",
    "README.md",
    "README.fr.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/security.md",
];

const ENDINGS: [&str; 4] = [".rs", ".toml", ".yaml", ".md"];

/// Names of files that live in somebody's observatory, not here.
const ELSEWHERE: [&str; 1] = ["vigie.toml"];

/// Folders that exist after a build or a setup only.
const GENERATED: [&str; 2] = ["target", ".tools"];

/// One sentence for each name without a file.
pub(super) fn problems(workspace: &Workspace) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for page in PAGES {
        let path = workspace.root.join(page);
        if !path.is_file() {
            problems.push(format!("{page} does not exist"));
            continue;
        }
        for Named { line, name } in names(&sources::read(&path)?) {
            if !exists(&workspace.root, &name) {
                problems.push(format!("{page}:{line}: `{name}` does not exist"));
            }
        }
    }
    Ok(problems)
}

#[derive(Debug, PartialEq)]
struct Named {
    line: usize,
    name: String,
}

fn names(text: &str) -> Vec<Named> {
    let mut names = Vec::new();
    let mut in_code = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
            continue;
        }
        if in_code {
            continue;
        }
        let found = backticked(line).into_iter().chain(link_targets(line));
        names.extend(found.filter_map(as_path).map(|name| Named {
            line: index + 1,
            name,
        }));
    }
    names
}

fn backticked(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

fn link_targets(line: &str) -> Vec<&str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
        .collect()
}

/// The path that a word names, without its fragment, line number or invented part; `None` when it
/// names something else.
fn as_path(word: &str) -> Option<String> {
    let is_elsewhere = word.contains("://")
        || word.starts_with(['/', '#', '~', '-', '@', '$'])
        || word.starts_with("mailto:")
        || word.contains([' ', '=', '?', '(', '"', ','])
        || ELSEWHERE.contains(&word);
    if is_elsewhere {
        return None;
    }
    let word = word.split('#').next()?;
    let word = word.split(':').next()?;
    let word = word.strip_prefix("./").unwrap_or(word);
    let looks_like_a_path =
        word.contains('/') || ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_media_type = ["text/", "image/", "application/"]
        .iter()
        .any(|kind| word.starts_with(kind) && word.matches('/').count() == 1);
    let is_generated = GENERATED.contains(&word.split('/').next()?);
    if !looks_like_a_path || is_media_type || is_generated {
        return None;
    }
    known_part(word)
}

/// What comes before the first part that stands for many, such as `<text>` or `*.yaml`.
fn known_part(word: &str) -> Option<String> {
    let is_fixed = |part: &&str| !part.contains(['<', '{', '*', '…', '[']);
    let parts: Vec<&str> = word.split('/').take_while(is_fixed).collect();
    let known = parts.join("/");
    (!known.is_empty()).then_some(known)
}

/// Crates may be named without their folder, as everybody speaks of them.
fn exists(root: &Path, name: &str) -> bool {
    root.join(name).exists() || root.join("crates").join(name).exists()
}

#[cfg(test)]
mod cases {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = names(text).into_iter().map(|named| named.name).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn paths_are_found_in_backticks_and_links() {
        check(
            "Open `data/sources/` then [the law](docs/law.md#dates).",
            &["data/sources/", "docs/law.md"],
        );
        check(
            "See `crates/units/src/lib.rs:12` and `CHANGELOG.md`.",
            &["crates/units/src/lib.rs", "CHANGELOG.md"],
        );
        check("Links to [here](./docs/a.md \"A title\").", &["docs/a.md"]);
    }

    #[test]
    fn invented_parts_are_cut() {
        check(
            "`data/law/<text>/rules/…yaml` or `crates/*/src`",
            &["data/law", "crates"],
        );
        check("`{lang}/{authority}/registre`", &[]);
    }

    #[test]
    fn other_things_are_left_alone() {
        check(
            "`/fr/valmorel/registre`, `sqlite://a/b`, `cargo xtask check`",
            &[],
        );
        check(
            "`text/html`, [mail](mailto:a@b.example), `vigie.toml`, `--port`",
            &[],
        );
        check("`target/budgets.json` and `units`", &[]);
        check("```sh\nvigie init ./observatory/here.toml\n```", &[]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        let found = names("Title\n\nSee `a/b.rs`.");
        assert_eq!(
            found,
            [Named {
                line: 3,
                name: "a/b.rs".to_owned()
            }]
        );
    }
}
