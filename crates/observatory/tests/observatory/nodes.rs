//! Two servers on one database, one of them killed while people use it: nothing acknowledged is lost.

use crate::browser::{Answer, ask};
use crate::commands::{text, vigie};
use crate::engine;
use crate::place::HERE;
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Language, Message, UseCase};
use observatory::{clock, config};
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};
use store::{Credentials, Store};
use tempfile::TempDir;
use uuid::Uuid;

const PASSWORD: &str = "quatre tuiles sous la pluie";
/// Writers at the same time, and how long they go on after the first of the servers is killed.
const WRITERS: usize = 4;
const AFTER: Duration = Duration::from_secs(3);

/// A server in a process of its own, killed when it is dropped.
struct Node {
    process: Child,
    address: SocketAddr,
}

impl Node {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_vigie"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("VIGIE_DIR", folder)
            .env("VIGIE_LOG", "error")
            .env("LANG", "fr_FR.UTF-8")
            .env_remove("VIGIE_DATABASE_URL")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let told = process.stderr.take().expect("piped");
        let mut lines = BufReader::new(told).lines();
        let address = lines.find_map(|line| {
            let line = line.expect("a line");
            let address = line.split("http://").nth(1)?;
            address.trim_end_matches('/').parse().ok()
        });
        let address = address.expect("the server says where it listens");
        // What it says later must not fill the pipe.
        thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    /// Ends it as a cut of power would.
    fn kill(&mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn path(page: &str) -> String {
    format!("/fr/{HERE}/{page}")
}

fn form(pairs: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(pairs);
    body.finish()
}

/// The demonstration on a database that two servers can share, with a lead.
fn shared(url: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!("[server]\n[database]\nurl = '{url}'\n");
    fs::write(folder.path().join(config::FILE), settings).expect("written");
    let loaded = vigie(folder.path(), &["demo", "load"]);
    assert!(loaded.status.success(), "{}", text(&loaded));
    folder
}

async fn lead(store: &Store) -> String {
    let account = Account {
        id: Uuid::now_v7(),
        email: "essai@valmorel.example".to_owned(),
        name: "Compte d’essai".to_owned(),
        language: Language::Fr,
        state: AccountState::Active,
        grants: vec![Grant {
            role: Role::Lead,
            authority: None,
            department: None,
            functions: Vec::new(),
        }],
        created_at: clock::now(),
    };
    store.put_account(&account).await.expect("written");
    let hash = observatory::identity::password::hash(PASSWORD).expect("hashed");
    let credentials = Credentials {
        password_hash: Some(hash),
        ..Credentials::default()
    };
    let put = store.put_credentials(account.id, &credentials).await;
    put.expect("written");
    account.email
}

fn sign_in(node: SocketAddr, email: &str) -> String {
    let body = form(&[("courriel", email), ("motdepasse", PASSWORD)]);
    let answer = ask(node, "POST", &path("connexion"), &[], &body);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let cookie = answer.header("set-cookie");
    cookie.split(';').next().expect("a cookie").to_owned()
}

/// The number that a sender was given, if the message was acknowledged.
fn number(answer: &Answer) -> Option<String> {
    let shown = answer.body.split("<b class=\"num\">").nth(1)?;
    let number = shown.split('<').next()?;
    (answer.status == 200).then(|| number.to_owned())
}

/// Sends messages until it is told to stop, to the server that answers; the numbers acknowledged.
fn write_on(nodes: [SocketAddr; 2], writer: usize, stop: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for count in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let message = format!("Essai {writer}-{count} : l’outil a inventé une date.");
        let body = form(&[("sujet", "problem"), ("message", &message)]);
        let node = nodes[(writer + count) % 2];
        let same_site = [("Sec-Fetch-Site", "same-origin")];
        // A server that is being killed cuts the answer: what was not acknowledged is not promised.
        let sent =
            std::panic::catch_unwind(|| ask(node, "POST", &path("signaler"), &same_site, &body));
        match sent.ok().as_ref().and_then(number) {
            Some(number) => acknowledged.push(number),
            // Too many a minute, or a server that is gone.
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
    acknowledged
}

/// Waits until something is so.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(60), "{what}");
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn one_server_of_two_is_killed_and_nothing_acknowledged_is_lost() {
    let sqlite = tempfile::tempdir().expect("a folder");
    let urls = [
        Some(format!("sqlite:{}/vigie.db", sqlite.path().display())),
        engine::postgres(),
    ];
    for url in urls.into_iter().flatten() {
        check(&url);
    }
}

fn check(url: &str) {
    let folder = shared(url);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = runtime.block_on(Store::open(url)).expect("opens");
    let email = runtime.block_on(lead(&store));
    let mut first = Node::start(folder.path());
    let second = Node::start(folder.path());
    let nodes = [first.address, second.address];

    // A session opened on one is a session on the other.
    let cookie = sign_in(first.address, &email);
    let as_lead = [("Cookie", cookie.as_str())];
    let week = ask(second.address, "GET", &path("espace/semaine"), &as_lead, "");
    assert_eq!(week.status, 200);

    // What is written on one is read on the other.
    let file = ask(
        first.address,
        "GET",
        &path("dossier/val-001/publication"),
        &as_lead,
        "",
    );
    assert_eq!(file.status, 200);
    let page = ask(
        first.address,
        "GET",
        &path("directions/nouvelle"),
        &as_lead,
        "",
    );
    let token = page.body.split("name=\"jeton\" value=\"").nth(1);
    let token = token
        .and_then(|rest| rest.split('"').next())
        .expect("a token");
    let department = form(&[
        ("jeton", token),
        ("version", "0"),
        ("nom-fr", "Phares et balises"),
        ("collectivite", HERE),
    ]);
    let made = ask(
        first.address,
        "POST",
        &path("directions/nouvelle"),
        &as_lead,
        &department,
    );
    assert_eq!(made.status, 303, "{}", made.body);
    let seen = ask(second.address, "GET", &path("directions"), &as_lead, "");
    assert!(seen.body.contains("Phares et balises"));

    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let stop = stop.clone();
            thread::spawn(move || write_on(nodes, writer, &stop))
        })
        .collect();
    thread::sleep(Duration::from_secs(2));
    first.kill();
    assert!(TcpStream::connect(first.address).is_err());
    thread::sleep(AFTER);
    stop.store(true, Ordering::Relaxed);
    let acknowledged: Vec<_> = writers
        .into_iter()
        .flat_map(|writer| writer.join().expect("it goes on"))
        .collect();
    assert!(acknowledged.len() >= 4, "somebody wrote: {acknowledged:?}");

    let kept = runtime.block_on(store.all::<Message>()).expect("read");
    let kept: Vec<_> = kept.into_iter().map(|m| m.document.tracking).collect();
    let lost: Vec<_> = acknowledged.iter().filter(|n| !kept.contains(n)).collect();
    assert!(lost.is_empty(), "{lost:?} were acknowledged");

    // The session goes on, and so does the work.
    until("the other server goes on", || {
        ask(second.address, "GET", &path("messages"), &as_lead, "").status == 200
    });
    let journal = runtime.block_on(store.verify_journal()).expect("read");
    assert_eq!(journal.faults, []);
    let uses = runtime.block_on(store.all::<UseCase>()).expect("read");
    assert!(!uses.is_empty());
}
