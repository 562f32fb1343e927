//! Search and facets on a large register, beside `datasette` on the same rows, in one run.
//!
//! Each question is asked once, so that no page in memory answers for the search; then one question
//! is asked again and again, as when a link is shared.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::web::{self, Figures};
use crate::demo::without_settings;
use crate::workspace::Workspace;
use crate::{http, process, programs};

/// How large, how hard, and beside whom.
#[derive(Args)]
pub(crate) struct Search {
    /// Records of the register
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    records: u32,
    /// Seconds for each measure
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=60))]
    seconds: u32,
    /// Connections kept open
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=64))]
    connections: u32,
    /// The program `datasette`, with `sqlite-utils` beside it; the one on the PATH when absent
    #[arg(long, value_name = "PROGRAM")]
    datasette: Option<PathBuf>,
}

const STATES: [&str; 5] = ["planned", "in_development", "pilot", "deployed", "retired"];
const COUNTRIES: [&str; 8] = ["FR", "DE", "ES", "IT", "NL", "BE", "FI", "PT"];
/// Syllables that make words nobody searches for elsewhere; a word is two of them.
const SYLLABLES: [&str; 18] = [
    "mar", "tel", "vis", "cor", "dan", "pol", "ren", "sil", "bra", "gon", "fer", "lum", "nor",
    "quat", "sev", "tri", "ul", "zan",
];
/// Words of a summary.
const SUMMARY_WORDS: usize = 25;
const PATIENCE: Duration = Duration::from_secs(120);

/// Measures both, if `datasette` is here.
pub(super) fn measure(workspace: &Workspace, binary: &Path, search: &Search) -> Result<()> {
    web::find_wrk()?;
    let folder = workspace.target.join("bench-register");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let bench = Bench { folder, search };
    bench.write()?;
    let vigie = bench.vigie(binary)?;
    println!(
        "{} records, {} connections",
        search.records, search.connections
    );
    println!("server      questions     requests/s        p99");
    let asked = bench.press(&vigie, "vigie", VIGIE)?;
    drop(vigie);
    let Some(datasette) = search
        .datasette
        .clone()
        .or_else(|| programs::find(&["datasette"]))
    else {
        println!("datasette is not here: pip install datasette sqlite-utils");
        return Ok(());
    };
    let datasette = bench.datasette(&datasette)?;
    let theirs = bench.press(&datasette, "datasette", DATASETTE)?;
    for (ours, theirs, questions) in [
        (asked[0], theirs[0], "all different"),
        (asked[1], theirs[1], "always the same"),
    ] {
        println!("{questions}: {:.1} times as many requests", ours / theirs);
    }
    println!("(client and server share this machine)");
    Ok(())
}

/// Where a question of two words and a state goes: before the words, and between them and the state.
struct Address {
    before: &'static str,
    state: &'static str,
    after: &'static str,
}

const VIGIE: Address = Address {
    before: "/fr/ensemble/registre?source=ailleurs&q=",
    state: "&etat=",
    after: "",
};

/// Three facets, as many as the other page shows.
const DATASETTE: Address = Address {
    before: "/register/records?_search=",
    state: "&state=",
    after: "&_facet=state&_facet=country&_facet=organisation&_size=20",
};

struct Bench<'a> {
    folder: PathBuf,
    search: &'a Search,
}

impl Bench<'_> {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The register, the way to read it, and the settings of the observatory.
    fn write(&self) -> Result<()> {
        std::fs::write(self.file("records.csv"), rows(self.search.records))?;
        std::fs::write(self.file("bench.yaml"), mapping())?;
        let settings = "[server]\nsearches_per_minute = 0\n";
        std::fs::write(self.file("vigie.toml"), settings)?;
        Ok(())
    }

    fn vigie(&self, binary: &Path) -> Result<Server> {
        let started = Instant::now();
        let mut import = Command::new(binary);
        without_settings(&mut import)
            .args(["register", "import", "--json", "--dir"])
            .arg(&self.folder)
            .arg("--mapping")
            .arg(self.file("bench.yaml"))
            .arg(self.file("records.csv"));
        process::output(&mut import)?;
        println!(
            "vigie imported them in {:.1} s",
            started.elapsed().as_secs_f64()
        );
        let port = http::free_port()?;
        let mut serve = Command::new(binary);
        without_settings(&mut serve)
            .args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--dir"])
            .arg(&self.folder);
        Server::start(&mut serve, port, "/readyz")
    }

    fn datasette(&self, program: &Path) -> Result<Server> {
        let tools = program.with_file_name("sqlite-utils");
        let base = self.file("register.db");
        let steps: [&[&str]; 4] = [
            &["insert", "records", "records.csv", "--csv", "--pk", "id"],
            &[
                "enable-fts",
                "records",
                "name",
                "summary",
                "--tokenize",
                "porter",
            ],
            &["create-index", "records", "state"],
            &["create-index", "records", "country"],
        ];
        for step in steps {
            let mut command = Command::new(&tools);
            command.current_dir(&self.folder).arg(step[0]).arg(&base);
            process::output(command.args(&step[1..]))?;
        }
        let port = http::free_port()?;
        let mut serve = Command::new(program);
        serve
            .args(["serve", "--port", &port.to_string(), "--immutable"])
            .arg(&base);
        Server::start(&mut serve, port, "/")
    }

    /// Requests a second: each question once, then the same one.
    fn press(&self, server: &Server, name: &str, address: Address) -> Result<[f64; 2]> {
        let script = self.file("questions.lua");
        std::fs::write(&script, questions(&address))?;
        let url = format!("http://127.0.0.1:{}", server.port);
        let word = word(0);
        let same = format!(
            "{url}{}{word}{}{}{}",
            address.before, address.state, STATES[3], address.after
        );
        let mut rates = [0.0; 2];
        for (place, (questions, url, script)) in [
            ("all different", &url, Some(script.as_path())),
            ("always the same", &same, None),
        ]
        .into_iter()
        .enumerate()
        {
            let report = web::press(url, script, self.search.seconds, self.search.connections)?;
            let Figures { rate, p99 } = web::parse(&report)
                .with_context(|| format!("wrk printed another report than expected:\n{report}"))?;
            println!("{name:11} {questions:16} {rate:>7} {p99:>10}");
            web::complaints(&report)
                .iter()
                .for_each(|complaint| println!("  {complaint}"));
            rates[place] = rate.parse().context("a rate is a number")?;
        }
        Ok(rates)
    }
}

/// A server that stops when dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(command: &mut Command, port: u16, path: &str) -> Result<Self> {
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        let child = quiet.spawn().context("the server cannot start")?;
        let server = Self { child, port };
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if http::get(port, path).is_ok_and(|answer| answer.status == 200) {
                return Ok(server);
            }
            sleep(Duration::from_millis(50));
        }
        bail!("the server did not answer within {} s", PATIENCE.as_secs())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing of it is needed any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn word(number: usize) -> String {
    let count = SYLLABLES.len();
    let (first, second) = (number % count, number / count % count);
    format!("{}{}", SYLLABLES[first], SYLLABLES[second])
}

/// The words of every row, the same on every machine.
fn rows(count: u32) -> String {
    let mut text = "id,name,summary,organisation,country,state\n".to_owned();
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        // Knuth's MMIX: any sequence that is always the same does.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let words = SYLLABLES.len() * SYLLABLES.len();
    for row in 0..count {
        let summary: Vec<_> = (0..SUMMARY_WORDS).map(|_| word(next(words))).collect();
        let (name, organisation) = (word(next(words)), next(60));
        let (country, state) = (COUNTRIES[next(8)], STATES[next(5)]);
        let _ = writeln!(
            text,
            "B-{row},{name} {row},{},Office {organisation},{country},{state}",
            summary.join(" ")
        );
    }
    text
}

fn mapping() -> String {
    let mut text = "id: bench\n\
        title: {fr: \"Mesure\", en: \"Bench\"}\n\
        records: peer\n\
        publisher:\n  \
          slug: bench\n  \
          name: {fr: \"Mesure\", en: \"Bench\"}\n  \
          country: FR\n  \
          language: en\n  \
          licence: \"CC0-1.0\"\n  \
          attribution: {fr: \"Inventé\", en: \"Invented\"}\n  \
          url: \"https://example.org/\"\n\
        edition: \"1\"\n\
        key: [\"id\"]\n\
        required: [name]\n\
        fields:\n  \
          name: {column: \"name\"}\n  \
          reference: {column: \"id\"}\n  \
          summary: {column: \"summary\"}\n  \
          organisation: {column: \"organisation\"}\n  \
          country: {column: \"country\"}\n  \
          lifecycle_status: {column: \"state\"}\n\
        lifecycle:\n"
        .to_owned();
    for state in STATES {
        let _ = writeln!(text, "  \"{state}\": {state}");
    }
    text
}

/// A script of wrk: two words and a state, another pair each time and in each of its threads.
fn questions(address: &Address) -> String {
    let count = SYLLABLES.len() * SYLLABLES.len();
    let words: Vec<_> = (0..count)
        .map(|number| format!("\"{}\"", word(number)))
        .collect();
    let states: Vec<_> = STATES.iter().map(|state| format!("\"{state}\"")).collect();
    format!(
        "local words = {{{}}}\n\
         local states = {{{}}}\n\
         local threads = 0\n\
         function setup(thread) thread:set(\"n\", threads * 40000); threads = threads + 1 end\n\
         function request()\n  \
           n = n + 1\n  \
           local a = words[n % #words + 1]\n  \
           local b = words[math.floor(n / #words) % #words + 1]\n  \
           local state = states[n % #states + 1]\n  \
           return wrk.format(\"GET\", \"{}\" .. a .. \"+\" .. b .. \"{}\" .. state .. \"{}\")\n\
         end\n",
        words.join(","),
        states.join(","),
        address.before,
        address.state,
        address.after
    )
}

#[cfg(test)]
mod cases {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_has_its_cells_and_every_word_is_one_word() {
        let text = rows(200);
        assert_eq!(text.lines().count(), 201);
        assert!(text.lines().all(|line| line.matches(',').count() == 5));
        let words: HashSet<_> = (0..SYLLABLES.len() * SYLLABLES.len()).map(word).collect();
        assert_eq!(words.len(), SYLLABLES.len() * SYLLABLES.len());
    }
}
