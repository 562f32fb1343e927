//! How long an edition takes to build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;
use serde_json::Value;

use crate::demo::without_settings;
use crate::process;
use crate::workspace::Workspace;

const RUNS: usize = 5;

/// What to build.
#[derive(Args)]
pub(crate) struct Build {
    /// More words for `vigie edition build`, after `--`
    #[arg(last = true)]
    words: Vec<String>,
}

/// Fills a temporary observatory with the demonstration and builds its edition five times.
pub(super) fn measure(workspace: &Workspace, binary: &Path, build: &Build) -> Result<()> {
    let folder = Folder::create(workspace)?;
    process::output(vigie(binary).arg("init").arg(&folder.0))?;
    process::output(
        vigie(binary)
            .arg("--dir")
            .arg(&folder.0)
            .args(["demo", "load"]),
    )?;

    println!("`vigie edition build --json`, {RUNS} runs");
    println!("run   whole process   said by vigie   files");
    let mut times = Vec::new();
    for run in 1..=RUNS {
        let start = Instant::now();
        let text = process::output(
            vigie(binary)
                .arg("--dir")
                .arg(&folder.0)
                .args(["edition", "build", "--json", "--out"])
                .arg(folder.0.join("edition"))
                .args(&build.words),
        )?;
        let time = start.elapsed().as_secs_f64();
        let answer: Value = serde_json::from_str(&text).context("the answer is not JSON")?;
        let said = answer["seconds"]
            .as_f64()
            .context("the answer has no seconds")?;
        println!(
            "{run}     {time:11.3} s   {said:11.3} s   {}",
            files(&answer)
        );
        times.push(time);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "median {:.3} s, from {:.3} to {:.3} s",
        times[RUNS / 2],
        times[0],
        times[RUNS - 1]
    );
    Ok(())
}

fn vigie(binary: &Path) -> Command {
    let mut command = Command::new(binary);
    without_settings(&mut command);
    command
}

fn files(answer: &Value) -> String {
    let files: Vec<String> = answer["files"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|file| {
            let path = Path::new(file["path"].as_str()?)
                .file_name()?
                .to_string_lossy();
            let bytes = file["bytes"].as_u64()?;
            Some(format!("{path} {bytes} B"))
        })
        .collect();
    files.join(", ")
}

/// The temporary observatory, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn create(workspace: &Workspace) -> Result<Self> {
        let path = workspace
            .target
            .join(format!("bench-edition-{}", std::process::id()));
        std::fs::create_dir(&path).with_context(|| format!("cannot create {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("cannot remove {}: {error}", self.0.display());
        }
    }
}
