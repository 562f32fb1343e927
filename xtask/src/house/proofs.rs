//! What `docs/security.md` leans on is there: each test it names exists, its counts are those of
//! its tables, and its list of gaps is whole.
//!
//! A proof is written `path/of/a/file.rs::name_of_a_test`. Whether the test proves what the row
//! says takes a reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;

use super::sources;
use crate::workspace::Workspace;

const PAGE: &str = "docs/security.md";

/// The sections that are read, by their titles.
const SUMMARY: &str = "In short";
const GAPS: &str = "Gaps, most serious first";
const TABLES: &str = "Requirement by requirement";

/// States of a requirement, in the order of the columns of the summary; the last column adds up.
const STATES: [&str; 4] = ["done", "done, no test", "not applicable", "gap"];
const DONE: &str = STATES[0];
const GAP: &str = STATES[3];

/// The first cell of the head of the summary, and of its last line.
const HEAD: &str = "chapter";
const ALL: &str = "**all**";

/// One sentence for each claim of the page that does not hold.
pub(super) fn problems(workspace: &Workspace) -> Result<Vec<String>> {
    let path = workspace.root.join(PAGE);
    if !path.is_file() {
        return Ok(vec![format!("{PAGE} does not exist")]);
    }
    let text = sources::read(&path)?;
    let page = Page::read(&text);
    let mut problems = page.problems();
    problems.extend(missing(&workspace.root, &page.proofs)?);
    Ok(problems)
}

/// The page, as far as it is checked.
#[derive(Default)]
struct Page<'a> {
    counts: Vec<Count<'a>>,
    /// Requirements that the list of gaps names.
    told: BTreeSet<&'a str>,
    rows: Vec<Row<'a>>,
    proofs: Vec<Proof<'a>>,
}

/// A line of the summary.
struct Count<'a> {
    line: usize,
    name: &'a str,
    numbers: String,
}

/// A requirement.
struct Row<'a> {
    line: usize,
    chapter: &'a str,
    id: &'a str,
    state: &'a str,
    has_proof: bool,
}

/// A test that is named, and the file it should be in.
struct Proof<'a> {
    line: usize,
    path: &'a str,
    test: &'a str,
}

impl<'a> Page<'a> {
    fn read(text: &'a str) -> Self {
        let mut page = Self::default();
        let (mut section, mut chapter) = ("", "");
        for (index, content) in text.lines().enumerate() {
            let line = index + 1;
            if let Some(title) = content.strip_prefix("## ") {
                section = title;
            } else if let Some(title) = content.strip_prefix("### ") {
                chapter = title;
            }
            page.proofs.extend(proofs(line, content));
            match section {
                SUMMARY => page.counts.extend(count(line, content)),
                GAPS => page.told.extend(ids(content)),
                TABLES => page.rows.extend(row(line, chapter, content)),
                _ => {}
            }
        }
        page
    }

    fn problems(&self) -> Vec<String> {
        let mut problems = self.wrong_rows();
        problems.extend(self.wrong_counts());
        problems.extend(self.wrong_gaps());
        problems
    }

    fn wrong_rows(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut problems = Vec::new();
        for row in &self.rows {
            let place = format!("{PAGE}:{}: {}", row.line, row.id);
            if !STATES.contains(&row.state) {
                let known = STATES.join("”, “");
                let state = row.state;
                problems.push(format!("{place} is “{state}”: write one of “{known}”"));
            }
            if !seen.insert(row.id) {
                problems.push(format!("{place} has a row already"));
            }
            if row.state == DONE && !row.has_proof {
                problems.push(format!(
                    "{place} is done and names no test: name one, or write “{}”",
                    STATES[1]
                ));
            }
        }
        problems
    }

    fn wrong_counts(&self) -> Vec<String> {
        let mut counted: BTreeMap<&str, [usize; STATES.len() + 1]> = BTreeMap::new();
        for row in &self.rows {
            let Some(state) = STATES.iter().position(|state| *state == row.state) else {
                continue;
            };
            for name in [row.chapter, ALL] {
                let numbers = counted.entry(name).or_default();
                numbers[state] += 1;
                numbers[STATES.len()] += 1;
            }
        }
        let mut problems = Vec::new();
        for Count {
            line,
            name,
            numbers,
        } in &self.counts
        {
            let found = counted.remove(name).unwrap_or_default();
            let found = found.map(|number| number.to_string()).join(" | ");
            if *numbers != found {
                problems.push(format!(
                    "{PAGE}:{line}: {name} says {numbers}, the tables say {found}"
                ));
            }
        }
        let left_out = counted.keys();
        problems.extend(left_out.map(|name| format!("{PAGE}: {name} is not in the summary")));
        problems
    }

    fn wrong_gaps(&self) -> Vec<String> {
        let gaps = self.rows.iter().filter(|row| row.state == GAP);
        let gaps: BTreeSet<&str> = gaps.map(|row| row.id).collect();
        let untold = gaps.difference(&self.told);
        let untold = untold.map(|id| format!("{PAGE}: {id} is a gap that the list does not name"));
        let closed = self.told.difference(&gaps);
        let closed = closed.map(|id| format!("{PAGE}: the list names {id}, which is no gap"));
        untold.chain(closed).collect()
    }
}

/// The cells of a line of a table.
fn cells(content: &str) -> Option<Vec<&str>> {
    let inner = content.strip_prefix("| ")?.strip_suffix(" |")?;
    Some(inner.split(" | ").collect())
}

fn count(line: usize, content: &str) -> Option<Count<'_>> {
    let cells = cells(content)?;
    let (&name, numbers) = cells.split_first()?;
    (name != HEAD).then(|| Count {
        line,
        name,
        numbers: numbers.join(" | "),
    })
}

fn row<'a>(line: usize, chapter: &'a str, content: &'a str) -> Option<Row<'a>> {
    let cells = cells(content)?;
    let id = cells.first().copied()?;
    if !id.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(Row {
        line,
        chapter,
        id,
        state: cells.get(3).copied().unwrap_or_default(),
        has_proof: !proofs(line, content).is_empty(),
    })
}

/// The requirements that a line names: `6.2.1`, and neither `0.9` nor `5`.
fn ids(content: &str) -> Vec<&str> {
    let words = content.split(|c: char| !c.is_ascii_digit() && c != '.');
    let words = words.map(|word| word.trim_matches('.'));
    let is_id = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && parts.iter().all(|part| !part.is_empty())
    };
    words.filter(is_id).collect()
}

fn proofs(line: usize, content: &str) -> Vec<Proof<'_>> {
    let spans = content.split('`').skip(1).step_by(2);
    let named = spans.filter_map(|span| span.split_once("::"));
    let named = named.filter(|(path, _)| path.ends_with(".rs"));
    named
        .map(|(path, test)| Proof { line, path, test })
        .collect()
}

/// Proofs whose file is not there, or holds no such test.
fn missing(root: &Path, proofs: &[Proof<'_>]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for Proof { line, path, test } in proofs {
        let file = root.join(path);
        if !file.is_file() {
            problems.push(format!("{PAGE}:{line}: `{path}` does not exist"));
        } else if !sources::read(&file)?.contains(&format!("fn {test}(")) {
            problems.push(format!("{PAGE}:{line}: `{path}` has no test `{test}`"));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod cases {
    use super::*;

    const FINE: &str = "\
## In short
| chapter | done | done, no test | not applicable | gap | all |
|---|---:|---:|---:|---:|---:|
| V1 First | 1 | 0 | 0 | 1 | 2 |
| V2 Second | 0 | 1 | 0 | 0 | 1 |
| **all** | 1 | 1 | 0 | 1 | 3 |
## Gaps, most serious first
1. **Something** (1.1.2), since version 0.9.
## Requirement by requirement
### V1 First
| id | L | asked, in short | state | where and proof |
|---|---|---|---|---|
| 1.1.1 | 1 | one thing | done | `a/b.rs`: `a/c.rs::it_holds` |
| 1.1.2 | 2 | another | gap | nowhere |
### V2 Second
| id | L | asked, in short | state | where and proof |
|---|---|---|---|---|
| 2.1.1 | 1 | a third | done, no test | `a/b.rs` |
";

    /// What is said of a page where nothing is wrong but one change.
    #[track_caller]
    fn check(from: &str, to: &str, expected: &[&str]) {
        assert!(FINE.contains(from), "{from}");
        let text = FINE.replacen(from, to, 1);
        assert_eq!(Page::read(&text).problems(), expected, "{from} -> {to}");
    }

    #[test]
    fn a_page_where_nothing_is_wrong_says_nothing() {
        check("", "", &[]);
        let page = Page::read(FINE);
        let proofs: Vec<_> = page
            .proofs
            .iter()
            .map(|p| (p.line, p.path, p.test))
            .collect();
        assert_eq!(proofs, [(13, "a/c.rs", "it_holds")]);
    }

    #[test]
    fn counts_are_those_of_the_tables() {
        check(
            "| V1 First | 1 | 0 | 0 | 1 | 2 |",
            "| V1 First | 2 | 0 | 0 | 0 | 2 |",
            &[
                "docs/security.md:4: V1 First says 2 | 0 | 0 | 0 | 2, the tables say 1 | 0 | 0 | 1 | 2",
            ],
        );
        check(
            "| V2 Second | 0 | 1 | 0 | 0 | 1 |\n",
            "",
            &["docs/security.md: V2 Second is not in the summary"],
        );
        check(
            "| **all** | 1 | 1 | 0 | 1 | 3 |",
            "| **all** | 1 | 1 | 0 | 1 | 4 |",
            &[
                "docs/security.md:6: **all** says 1 | 1 | 0 | 1 | 4, the tables say 1 | 1 | 0 | 1 | 3",
            ],
        );
    }

    #[test]
    fn a_row_has_a_known_state_and_comes_once() {
        check(
            "| 2.1.1 | 1 | a third | done, no test |",
            "| 1.1.1 | 1 | a third | done, no test |",
            &["docs/security.md:18: 1.1.1 has a row already"],
        );
        let found = Page::read(&FINE.replace("| gap |", "| soon |")).problems();
        assert_eq!(
            found.first().map(String::as_str),
            Some(
                "docs/security.md:14: 1.1.2 is “soon”: write one of “done”, “done, no test”, “not applicable”, “gap”"
            )
        );
    }

    #[test]
    fn what_is_done_names_a_test() {
        check(
            "`a/c.rs::it_holds`",
            "`a/c.rs`",
            &[
                "docs/security.md:13: 1.1.1 is done and names no test: name one, or write “done, no test”",
            ],
        );
    }

    #[test]
    fn the_list_of_gaps_is_whole() {
        check(
            "(1.1.2)",
            "(2.1.1)",
            &[
                "docs/security.md: 1.1.2 is a gap that the list does not name",
                "docs/security.md: the list names 2.1.1, which is no gap",
            ],
        );
    }

    #[test]
    fn a_file_or_a_test_that_is_gone_is_told() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let proof = |path, test| Proof {
            line: 1,
            path,
            test,
        };
        let proofs = [
            proof(
                "src/house/proofs.rs",
                "a_file_or_a_test_that_is_gone_is_told",
            ),
            proof("src/house/proofs.rs", "it_was_renamed"),
            proof("src/house/nowhere.rs", "it_holds"),
        ];
        assert_eq!(
            missing(root, &proofs).expect("files of this crate are read"),
            [
                "docs/security.md:1: `src/house/proofs.rs` has no test `it_was_renamed`",
                "docs/security.md:1: `src/house/nowhere.rs` does not exist",
            ]
        );
    }
}
