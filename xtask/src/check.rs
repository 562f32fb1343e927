//! The steps of `cargo xtask check`, in order.
//!
//! A step that fails does not stop the next ones: one run tells everything there is to mend.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::workspace::Workspace;
use crate::{browser, house, process, setup, tests};

/// Which steps to run; all of them when nothing is said.
#[derive(Args)]
pub(crate) struct Selection {
    /// Run only this step (may be repeated)
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Leave this step out (may be repeated)
    #[arg(long, value_name = "STEP")]
    skip: Vec<Step>,
}

impl Selection {
    fn contains(&self, step: Step) -> bool {
        let is_asked = self.only.is_empty() || self.only.contains(&step);
        is_asked && !self.skip.contains(&step)
    }
}

/// One step, named after what it looks at.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    Setup,
    Format,
    Lint,
    Tests,
    Search,
    House,
    Data,
    Browser,
}

impl Step {
    fn title(self) -> &'static str {
        match self {
            Self::Setup => "setup: the tools that the checks need",
            Self::Format => "format: cargo fmt",
            Self::Lint => "lint: cargo clippy, warnings are errors",
            Self::Tests => "tests: every crate, on SQLite and PostgreSQL",
            Self::Search => "search: what readers find, the score and the worst answers",
            Self::House => "house: crate edges, named paths and proofs, pure crates, long files",
            Self::Data => "data: vigie data check",
            Self::Browser => {
                "browser: accessibility, weight, links, pages without script, and what people do"
            }
        }
    }

    fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Setup => setup::run(workspace),
            Self::Format => format(workspace),
            Self::Lint => process::run(lint(workspace).args(["--", "-D", "warnings"])),
            Self::Tests => tests::run(workspace),
            Self::Search => {
                let score = ["test", "--quiet", "--workspace", "--test", "quality"];
                process::run(workspace.cargo().args(score).args(["--", "--nocapture"]))
            }
            Self::House => house::run(workspace),
            Self::Data => {
                let mut vigie = Command::new(workspace.build_vigie()?);
                vigie.current_dir(&workspace.root).args(["data", "check"]);
                process::run(&mut vigie)
            }
            Self::Browser => browser::check(workspace),
        }
    }
}

fn format(workspace: &Workspace) -> Result<()> {
    let list_files = ["fmt", "--all", "--check", "--", "-l"];
    process::run(workspace.cargo().args(list_files))
        .context("some files are not formatted: run `cargo fmt --all`")
}

fn lint(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    command.args(["clippy", "--workspace", "--all-targets"]);
    command
}

/// Runs the selected steps and prints, last, one line that counts them.
pub(crate) fn run(workspace: &Workspace, selection: &Selection) -> ExitCode {
    let mut passed = 0_usize;
    let mut failures = Vec::new();
    for step in Step::value_variants() {
        if !selection.contains(*step) {
            continue;
        }
        println!("\n━━ {}", step.title());
        let start = Instant::now();
        let outcome = step.run(workspace);
        let duration = readable(start.elapsed());
        match outcome {
            Ok(()) => {
                passed += 1;
                println!("━━ passed in {duration}");
            }
            Err(error) => {
                println!("━━ FAILED in {duration}: {error:#}");
                failures.push((*step, error));
            }
        }
    }
    summarise(passed, &failures)
}

fn summarise(passed: usize, failures: &[(Step, anyhow::Error)]) -> ExitCode {
    println!();
    for (step, error) in failures {
        println!("failed: {}\n        {error:#}", step.title());
    }
    println!("{passed} passed, {} failed", failures.len());
    if failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn readable(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod cases {
    use super::*;

    #[test]
    fn durations_read_like_a_clock() {
        assert_eq!(readable(Duration::from_millis(420)), "0.4 s");
        assert_eq!(readable(Duration::from_secs(83)), "1 min 23 s");
    }

    #[test]
    fn a_selection_leaves_out_what_was_not_asked() {
        let only_format = Selection {
            only: vec![Step::Format],
            skip: vec![],
        };
        assert!(only_format.contains(Step::Format));
        assert!(!only_format.contains(Step::Lint));

        let all_but_browser = Selection {
            only: vec![],
            skip: vec![Step::Browser],
        };
        assert!(all_but_browser.contains(Step::Data));
        assert!(!all_but_browser.contains(Step::Browser));
    }
}
