//! The demonstration with people, served, and what they do in it.

use crate::browser::{Answer, ask};
use crate::engine;
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Function, Language, UseCase};
use observatory::clock;
use observatory::identity::{secret, sign_in};
use observatory::instance::{Instance, change};
use observatory::web::{Options, serve};
use observatory::{config, pipeline};
use std::net::SocketAddr;
use std::sync::mpsc;
use std::{fs, thread};
use store::Store;
use uuid::Uuid;

pub(crate) const HERE: &str = "metropole-valmorel";
pub(crate) const ELSEWHERE: &str = "ville-valmorel";

/// Somebody who is signed in.
pub(crate) struct Member {
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
    pub(crate) token: String,
}

impl Member {
    pub(crate) fn get(&self, path: &str) -> Answer {
        ask(self.address, "GET", path, &[("Cookie", &self.cookie)], "")
    }

    pub(crate) fn post_owned(&self, path: &str, form: &[(String, String)]) -> Answer {
        let form: Vec<_> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        self.post(path, &form)
    }

    /// Sends a form with the token of the session.
    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("jeton", &self.token).extend_pairs(form);
        let headers = [("Cookie", self.cookie.as_str())];
        ask(self.address, "POST", path, &headers, &body.finish())
    }
}

/// The demonstration with people, served, and its database.
pub(crate) struct Place {
    pub(crate) address: SocketAddr,
    pub(crate) store: Store,
    pub(crate) runtime: tokio::runtime::Runtime,
}

pub(crate) fn place() -> Place {
    place_with("")
}

/// The same, with a file of settings.
pub(crate) fn place_with(settings: &str) -> Place {
    let settings = format!("{settings}{}", engine::settings());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join(config::FILE), settings).expect("written");
            pipeline::demo::install_sheets(folder.path()).expect("written");
            let instance = Instance::open(folder.path().to_path_buf())
                .await
                .expect("opens");
            let today = instance.today().await.expect("a day");
            pipeline::demo::load(&instance, today).await.expect("loads");
            let options = Options {
                listen: "127.0.0.1:0".to_owned(),
                public_url: None,
                metrics: None,
            };
            let url = instance
                .config
                .database_url(folder.path())
                .expect("a database");
            let started = |address| sender.send((address, url)).expect("somebody waits");
            serve(instance, options, started).await.expect("serves");
        });
    });
    let (address, url) = receiver.recv().expect("the site starts");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = runtime.block_on(Store::open(&url)).expect("opens");
    Place {
        address,
        store,
        runtime,
    }
}

impl Place {
    /// Somebody signed in with roles; the session is opened in the database.
    pub(crate) fn member(&self, grants: Vec<Grant>) -> (Member, Uuid) {
        let id = Uuid::now_v7();
        let account = Account {
            id,
            email: format!("{id}@valmorel.example"),
            name: "Compte d’essai".to_owned(),
            language: Language::Fr,
            state: AccountState::Active,
            grants,
            created_at: clock::now(),
        };
        let opened = self.runtime.block_on(async {
            self.store.put_account(&account).await.expect("written");
            let opened = sign_in::open(&self.store, id, true, clock::now()).await;
            let browser = opened.expect("opened");
            let session = self.store.session(&secret::hash(&browser)).await;
            (browser, session.expect("read").expect("there"))
        });
        let member = Member {
            address: self.address,
            cookie: format!("vigie={}", opened.0),
            token: opened.1.form_token,
        };
        (member, id)
    }

    pub(crate) fn record(&self, reference: &str) -> (UseCase, u32) {
        let all = self
            .runtime
            .block_on(self.store.all::<UseCase>())
            .expect("read");
        let mut all = all.into_iter();
        let found = all.find(|record| record.document.reference == reference);
        let found = found.expect("there");
        (found.document, found.version)
    }

    pub(crate) fn put(&self, record: &UseCase) {
        let by_lead = change("lead");
        let written = self.store.put(record, &by_lead);
        self.runtime.block_on(written).expect("written");
    }
}

pub(crate) fn grant(role: Role, functions: &[Function]) -> Grant {
    Grant {
        role,
        authority: Some(HERE.to_owned()),
        department: None,
        functions: functions.to_vec(),
    }
}

/// Whether a page says something, whatever the width of its spaces.
pub(crate) fn contains(page: &Answer, words: &str) {
    let plain = page.body.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        plain.contains(words) || page.body.contains(words),
        "{words} is not on:\n{}",
        page.body
    );
}
