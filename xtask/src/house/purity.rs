//! No clock, randomness, async or network in the crates that only compute.
//!
//! The date of evaluation is a parameter there, so that the same inputs always give the same
//! result.

use anyhow::Result;

use super::sources;
use crate::workspace::Workspace;

const PURE: [&str; 8] = [
    "vigie-units",
    "vigie-domain",
    "vigie-reference",
    "vigie-observe",
    "vigie-footprint",
    "vigie-evaluate",
    "vigie-frame",
    "vigie-search",
];

/// What a pure crate does not say, and what that would be.
const FORBIDDEN: [(&str, &str); 10] = [
    ("Utc::now", "a clock"),
    ("Local::now", "a clock"),
    ("SystemTime::now", "a clock"),
    ("Instant::now", "a clock"),
    ("tokio", "an async runtime"),
    ("async fn", "async code"),
    ("rand::", "randomness"),
    ("getrandom", "randomness"),
    ("reqwest", "the network"),
    ("std::net", "the network"),
];

/// One sentence for each line that reaches out of a pure crate.
pub(super) fn problems(workspace: &Workspace) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let pure = |name: &str| PURE.contains(&name);
    for package in workspace.packages.iter().filter(|p| pure(&p.name)) {
        for path in sources::under(&package.folder.join("src"))? {
            let text = sources::read(&path)?;
            for (index, line) in text.lines().enumerate() {
                for (word, what) in reaches(line) {
                    problems.push(format!(
                        "{}:{}: `{word}` brings {what} into a pure crate",
                        workspace.relative(&path).display(),
                        index + 1
                    ));
                }
            }
        }
    }
    Ok(problems)
}

fn reaches(line: &str) -> Vec<(&'static str, &'static str)> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let mut found = FORBIDDEN.to_vec();
    found.retain(|(word, _)| mentions(line, word));
    found
}

/// Whether a line has this word, and not as the tail of a longer one.
fn mentions(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod cases {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let words: Vec<&str> = reaches(line).into_iter().map(|(word, _)| word).collect();
        assert_eq!(words, expected, "{line}");
    }

    #[test]
    fn reaching_out_is_seen() {
        check("let today = chrono::Utc::now();", &["Utc::now"]);
        check("use rand::Rng;", &["rand::"]);
        check("pub async fn load() {", &["async fn"]);
        check(
            "let socket = std::net::TcpStream::connect(a);",
            &["std::net"],
        );
    }

    #[test]
    fn longer_words_and_comments_are_free() {
        check("let x = operand::new();", &[]);
        check("// Never call Utc::now here.", &[]);
        check("/// Utc::now is for `observatory::clock`.", &[]);
    }
}
