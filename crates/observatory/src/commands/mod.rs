//! The command line: its names are a contract.
//!
//! A command translates what a person asks into calls of the pipeline and prints the answer: for
//! people by default, as JSON with `--json`. Exit codes: 0 done, 1 something is wrong with what
//! was given, 2 the command itself was not understood.

mod ask;
mod check;
mod completions;
mod copy;
mod data;
mod demo;
mod digest;
mod edition;
mod evaluate;
mod footprint;
mod help;
mod init;
mod journal;
mod meeting;
mod messages;
mod output;
mod peer;
mod register;
mod register_assessment;
mod register_export;
mod register_mappings;
mod register_report;
mod register_runs;
mod register_schema;
mod risks;
mod safety;
mod serve;
mod starter;
mod tools;
mod user;

use crate::complaint::Complaint;
use crate::config;
use crate::embedded;
use crate::instance::Instance;
use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use domain::Language;
use publish::Words;
use std::path::PathBuf;
use std::process::ExitCode;

/// Vigie, the open-source observatory of generative AI in a public service.
#[derive(Parser)]
#[command(name = "vigie", version, about, propagate_version = true)]
struct Arguments {
    /// Folder of the observatory (the one that holds vigie.toml)
    #[arg(long, global = true, env = "VIGIE_DIR", value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Language of the answers: fr or en (taken from LANG when absent)
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    lang: Option<Language>,
    /// Logs as JSON, one object a line
    #[arg(long, global = true, env = "VIGIE_LOG_JSON")]
    log_json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a complete fictional observatory from a temporary folder, or load it into yours
    Demo(demo::Demo),
    /// Make a folder an observatory
    Init(init::Init),
    /// Serve the public site
    Serve(serve::Serve),
    /// Say what is wrong with an observatory, and what to do about it
    Check(check::Check),
    /// Bring the tables to the newest shape
    Migrate(safety::Migrate),
    /// Write everything into one file
    Backup(safety::Backup),
    /// Restore a backup into an empty folder and prove that the copy is equal
    Restore(safety::Restore),
    /// Read the registers of others, or a spreadsheet of your own
    Register(register::Register),
    /// Harvest the registers of other observatories
    Peer(peer::Peer),
    /// Check the data files
    Data(data::Data),
    /// Read the law on facts: what applies, what is unknown, what would settle it
    Evaluate(evaluate::Evaluate),
    /// Start an impact assessment from what a record already says
    Starter(starter::Starter),
    /// Look at the risks of the catalogue
    Risks(risks::Risks),
    /// Ask whether a tool may be used, for a task, on kinds of data
    Ask(ask::Ask),
    /// Estimate the environmental footprint of requests
    Footprint(footprint::Footprint),
    /// Build the report
    Edition(edition::Edition),
    /// Write the whole public site as files
    Publish(copy::Publish),
    /// Read the journal of changes
    Journal(journal::Journal),
    /// List, read and write tool sheets
    Tools(tools::Tools),
    /// Write or send the weekly letters: what waits for each person, in numbers
    Digest(digest::Digest),
    /// Write the pack of a meeting: what is asked, case by case
    Meeting(meeting::Meeting),
    /// Read, close and erase what people wrote
    Messages(messages::Messages),
    /// Invite people, change what they may do, close and erase their accounts
    User(user::User),
    /// Write the completions of a shell
    Completions(completions::Completions),
}

/// What every command receives.
struct Context {
    folder: PathBuf,
    language: Language,
}

impl Context {
    async fn open(&self) -> Result<Instance> {
        Instance::open(self.folder.clone()).await
    }
}

/// Something is wrong with what was given; it was told already.
#[derive(Debug)]
struct Told;

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("told above")
    }
}

impl std::error::Error for Told {}

/// Runs the command of the process.
pub fn main() -> ExitCode {
    let arguments = match parse() {
        Ok(arguments) => arguments,
        Err(error) => return fail(&error, asked_language()),
    };
    log(arguments.log_json);
    let context = Context {
        folder: config::folder(arguments.dir),
        language: arguments.lang.unwrap_or_else(from_environment),
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into(), context.language),
    };
    match runtime.block_on(run(arguments.command, &context)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error, context.language),
    }
}

/// Reads the command line, with its help in the reader's language.
fn parse() -> Result<Arguments> {
    let (words, _) = Words::read(&embedded::words());
    let command = help::localised(Arguments::command(), &words, asked_language());
    // A command line that is not understood ends here, with exit code 2.
    Ok(Arguments::from_arg_matches(&command.get_matches())?)
}

/// The language asked for, before the command line is understood.
fn asked_language() -> Language {
    let words: Vec<String> = std::env::args().collect();
    let after = words
        .iter()
        .position(|word| word == "--lang")
        .map(|at| at + 1);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let asked = joined.or_else(|| after.and_then(|at| words.get(at)).map(String::as_str));
    asked
        .and_then(Language::from_tag)
        .unwrap_or_else(from_environment)
}

async fn run(command: Command, context: &Context) -> Result<()> {
    match command {
        Command::Demo(demo) => demo::run(demo, context).await,
        Command::Init(init) => init::run(init, context).await,
        Command::Serve(serve) => serve::run(serve, context).await,
        Command::Check(check) => check::run(check, context).await,
        Command::Migrate(migrate) => safety::migrate(migrate, context).await,
        Command::Backup(backup) => safety::backup(backup, context).await,
        Command::Restore(restore) => safety::restore(restore, context).await,
        Command::Register(register) => register::run(register, context).await,
        Command::Peer(peer) => peer::run(peer, context).await,
        Command::Data(data) => data::run(data, context).await,
        Command::Evaluate(evaluate) => evaluate::run(&evaluate, context).await,
        Command::Starter(starter) => starter::run(&starter, context).await,
        Command::Risks(risks) => risks::run(&risks, context).await,
        Command::Ask(ask) => ask::run(&ask, context).await,
        Command::Footprint(footprint) => footprint::run(footprint, context),
        Command::Edition(edition) => edition::run(edition, context).await,
        Command::Publish(publish) => copy::run(publish, context).await,
        Command::Journal(journal) => journal::run(journal, context).await,
        Command::Tools(tools) => tools::run(tools, context).await,
        Command::Digest(digest) => digest::run(digest, context).await,
        Command::Meeting(meeting) => meeting::run(meeting, context).await,
        Command::Messages(messages) => messages::run(messages, context).await,
        Command::User(user) => user::run(user, context).await,
        Command::Completions(completions) => completions::run(completions),
    }
}

fn fail(error: &anyhow::Error, language: Language) -> ExitCode {
    if let Some(Complaint(remark)) = error.downcast_ref() {
        let (words, _) = Words::read(&embedded::words());
        output::error(&words.remark(language, remark));
        output::error(&format!("    {}", words.hint(language, remark)));
    } else if !error.is::<Told>() {
        output::error(&format!("{error:#}"));
    }
    ExitCode::from(1)
}

fn log(as_json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("VIGIE_LOG")
        .unwrap_or_else(|_| "info,sqlx=warn,sea_orm_migration=warn".into());
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_writer(std::io::stderr);
    if as_json {
        log.json().init();
    } else {
        log.init();
    }
}

fn language(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| "fr or en".to_owned())
}

/// English when the environment says so, French otherwise.
fn from_environment() -> Language {
    let lang = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    lang.and_then(|lang| Language::from_tag(&lang))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        Arguments::command().debug_assert();
    }
}
