//! The demonstration with accounts, and a person with a browser: one cookie, one token.

use crate::browser::{Answer, ask};
use domain::Language;
use domain::people::{Account, AccountState, Grant, Role};
use observatory::identity::password;
use observatory::instance::Instance;
use observatory::web::{Options, serve};
use observatory::{clock, config, pipeline};
use publish::ecoindex::elements;
use std::net::SocketAddr;
use std::sync::{OnceLock, mpsc};
use std::{fs, thread};
use store::Credentials;
use uuid::Uuid;

const PASSWORD: &str = "quatre tuiles sous la pluie";
/// Elements that a page of the declaration may have.
const ELEMENTS_MAX: usize = 390;
pub(super) const START: &str = "/fr/metropole-valmorel/declarer";

/// The demonstration with five accounts, served once, and the address of its database.
pub(super) fn site() -> &'static (SocketAddr, String) {
    static SITE: OnceLock<(SocketAddr, String)> = OnceLock::new();
    SITE.get_or_init(|| {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || run(|run| run.block_on(serve_demonstration(sender))));
        receiver.recv().expect("the site starts")
    })
}

pub(super) fn run<T>(task: impl FnOnce(&tokio::runtime::Runtime) -> T) -> T {
    task(&tokio::runtime::Runtime::new().expect("a runtime"))
}

async fn serve_demonstration(sender: mpsc::Sender<(SocketAddr, String)>) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(config::FILE), "").expect("written");
    pipeline::demo::install_sheets(folder.path()).expect("written");
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let today = "2026-06-30".parse().expect("a day");
    pipeline::demo::load(&instance, today).await.expect("loads");
    let hash = password::hash(PASSWORD).expect("hashes");
    for (name, role) in [
        ("agent", Role::Agent),
        ("autre", Role::Agent),
        ("anglais", Role::Agent),
        ("pilote", Role::Lead),
        ("admin", Role::Administrator),
    ] {
        let mut account = account(name, role);
        if name == "anglais" {
            account.grants[0].authority = None;
        }
        instance.store.put_account(&account).await.expect("written");
        let credentials = Credentials {
            password_hash: Some(hash.clone()),
            ..Credentials::default()
        };
        let put = instance.store.put_credentials(account.id, &credentials);
        put.await.expect("written");
    }
    let url = instance
        .config
        .database_url(folder.path())
        .expect("an address");
    let options = Options {
        listen: "127.0.0.1:0".to_owned(),
        public_url: None,
        metrics: None,
    };
    let started = |address| sender.send((address, url)).expect("somebody waits");
    serve(instance, options, started).await.expect("serves");
}

fn account(name: &str, role: Role) -> Account {
    Account {
        id: Uuid::now_v7(),
        email: format!("{name}@valmorel.example"),
        name: name.to_owned(),
        language: Language::Fr,
        state: AccountState::Active,
        grants: vec![Grant {
            role,
            authority: Some("metropole-valmorel".to_owned()),
            department: None,
            functions: Vec::new(),
        }],
        created_at: clock::now(),
    }
}

/// A person with a browser: one cookie, one token.
pub(super) struct Person {
    pub(super) cookie: String,
    pub(super) token: String,
}

impl Person {
    pub(super) fn sign_in(name: &str) -> Self {
        let body = form(&[
            ("courriel", &format!("{name}@valmorel.example")),
            ("motdepasse", PASSWORD),
        ]);
        let answer = ask(
            site().0,
            "POST",
            "/fr/metropole-valmorel/connexion",
            &[],
            &body,
        );
        assert_eq!(answer.status, 303, "{name} signs in");
        let cookie = answer
            .header("set-cookie")
            .split(';')
            .next()
            .expect("a cookie");
        let mut person = Self {
            cookie: cookie.to_owned(),
            token: String::new(),
        };
        let space = person.get("/fr/metropole-valmorel/espace");
        person.token = between(&space.body, "name=\"jeton\" value=\"", "\"").to_owned();
        person
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        ask(site().0, "GET", path, &[("Cookie", &self.cookie)], "")
    }

    pub(super) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("jeton", self.token.as_str())];
        all.extend(fields);
        ask(
            site().0,
            "POST",
            path,
            &[("Cookie", &self.cookie)],
            &form(&all),
        )
    }

    /// A new draft: its address.
    pub(super) fn draft(&self, start: &str, picks: &[(&str, &str)]) -> String {
        let answer = self.post(start, picks);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let step = answer.header("location").to_owned();
        step.strip_suffix("/1").expect("the first step").to_owned()
    }

    /// Sends a step and says where it leads.
    pub(super) fn step(&self, draft: &str, number: usize, fields: &[(&str, &str)]) -> String {
        let path = format!("{draft}/{number}");
        let page = self.get(&path);
        check(&path, &page);
        let answer = self.post(&path, fields);
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        answer.header("location").to_owned()
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish()
}

pub(super) fn between<'a>(body: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = body.split_once(start).expect(start);
    after.split_once(end).expect(end).0
}

/// What every page of a declaration must be.
pub(super) fn check(path: &str, page: &Answer) {
    assert_eq!(page.status, 200, "{path}");
    assert!(!page.body.contains("<script"), "{path}");
    assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
    assert_eq!(page.header("cache-control"), "no-store", "{path}");
    let count = elements(&page.body);
    assert!(count <= ELEMENTS_MAX, "{path}: {count} elements");
    assert!(
        !page.body.contains("[declare-"),
        "{path}: a word is missing"
    );
    assert!(!page.body.contains("{ $"), "{path}: a blank is empty");
}
