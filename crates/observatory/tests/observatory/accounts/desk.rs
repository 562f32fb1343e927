//! A site with a city and a metropolis, and people with browsers: one cookie, one token.

use crate::browser::{Answer, ask};
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Function, Language};
use observatory::identity::safe::Safe;
use observatory::identity::{password, sign_in};
use observatory::instance::Instance;
use observatory::web::{Options, serve};
use observatory::{clock, config};
use publish::ecoindex::elements;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{OnceLock, mpsc};
use std::{fs, thread};
use store::{Credentials, Store};
use tokio::runtime::Runtime;
use uuid::Uuid;

pub(super) const PASSWORD: &str = "quatre tuiles sous la pluie";
/// Elements that a page may have.
const ELEMENTS_MAX: usize = 380;

pub(super) const SETTINGS: &str = "[[authorities]]\nslug = 'ville'\nname_fr = 'Ville'\n\
     common_name_fr = 'la ville'\nkind = 'commune'\nreference_prefix = 'VIL'\n\
     [[authorities]]\nslug = 'metropole'\nname_fr = 'Métropole'\n\
     common_name_fr = 'la métropole'\nkind = 'metropolis'\nreference_prefix = 'MET'\n";
const DEPARTMENTS: &str = "departments:\n  - key: hr\n    \
     name: {fr: \"Ressources humaines\", en: \"Human resources\"}\n    authorities: [ville]\n";

/// A site, its folder and its database.
pub(super) struct Desk {
    pub(super) address: SocketAddr,
    pub(super) store: Store,
    pub(super) runtime: Runtime,
    pub(super) folder: PathBuf,
}

/// Somebody with a browser.
pub(super) struct Person {
    address: SocketAddr,
    pub(super) cookie: String,
    token: String,
    pub(super) id: Uuid,
    pub(super) email: String,
}

/// A folder with two authorities and a department.
pub(super) fn folder() -> tempfile::TempDir {
    folder_with("")
}

/// The same, with more settings.
pub(super) fn folder_with(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!("{SETTINGS}{settings}");
    fs::write(folder.path().join(config::FILE), settings).expect("written");
    let records = folder.path().join("records");
    fs::create_dir(&records).expect("a folder");
    fs::write(records.join("departments.yaml"), DEPARTMENTS).expect("written");
    folder
}

pub(super) fn desk() -> Desk {
    desk_with("")
}

/// The same, with more settings.
pub(super) fn desk_with(settings: &str) -> Desk {
    desk_under(settings, Safe::default())
}

/// The same, with keys for the seeds of second factors.
pub(super) fn desk_under(settings: &str, safe: Safe) -> Desk {
    let settings = settings.to_owned();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let runtime = Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let folder = folder_with(&settings);
            let path = folder.path().to_path_buf();
            let mut instance = Instance::open(path.clone()).await.expect("opens");
            instance.safe = safe;
            let options = Options {
                listen: "127.0.0.1:0".to_owned(),
                public_url: None,
                metrics: None,
            };
            let started = |address| sender.send((address, path)).expect("somebody waits");
            serve(instance, options, started).await.expect("serves");
        });
    });
    let (address, folder) = receiver.recv().expect("the site starts");
    let runtime = Runtime::new().expect("a runtime");
    let url = format!("sqlite:{}", folder.join("vigie.db").display());
    let store = runtime.block_on(Store::open(&url)).expect("opens");
    Desk {
        address,
        store,
        runtime,
        folder,
    }
}

/// The hash of the password, made once: it takes time on purpose.
fn hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| password::hash(PASSWORD).expect("hashes"))
        .clone()
}

pub(super) fn grant(role: Role, authority: Option<&str>) -> Grant {
    let functions = match role {
        Role::Reviewer => vec![Function::Dpo],
        _ => Vec::new(),
    };
    Grant {
        role,
        authority: authority.map(str::to_owned),
        department: None,
        functions,
    }
}

impl Desk {
    /// An account in use with a password.
    pub(super) fn account(&self, name: &str, grants: Vec<Grant>) -> Uuid {
        let id = Uuid::now_v7();
        let account = Account {
            id,
            email: format!("{name}@valmorel.example"),
            name: format!("Personne {name}"),
            language: Language::Fr,
            state: AccountState::Active,
            grants,
            created_at: clock::now(),
        };
        let credentials = Credentials {
            password_hash: Some(hash()),
            ..Credentials::default()
        };
        self.run(async {
            self.store.put_account(&account).await.expect("written");
            let put = self.store.put_credentials(id, &credentials);
            put.await.expect("written");
        });
        id
    }

    pub(super) fn run<T>(&self, task: impl Future<Output = T>) -> T {
        self.runtime.block_on(task)
    }

    /// What a browser without cookie sends to the page of signing in.
    pub(super) fn try_password(&self, email: &str, typed: &str) -> Answer {
        let body = form(&[("courriel", email), ("motdepasse", typed)]);
        ask(self.address, "POST", "/fr/ville/connexion", &[], &body)
    }

    /// Signs somebody in with a password.
    pub(super) fn sign_in(&self, name: &str, typed: &str) -> Person {
        let email = format!("{name}@valmorel.example");
        let answer = self.try_password(&email, typed);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let account = self.run(self.store.account_by_email(&email)).expect("read");
        let mut person = Person {
            address: self.address,
            cookie: cookie(&answer),
            token: String::new(),
            id: account.expect("there").id,
            email,
        };
        person.read_token();
        person
    }

    /// Somebody with a role in an authority, signed in: the session is opened in the database,
    /// because trying a password takes time on purpose.
    pub(super) fn member(&self, name: &str, role: Role, authority: Option<&str>) -> Person {
        let id = self.account(name, vec![grant(role, authority)]);
        self.enter(id)
    }

    /// One more session of somebody.
    pub(super) fn enter(&self, id: Uuid) -> Person {
        let opened = sign_in::open(&self.store, id, true, clock::now());
        let browser = self.run(opened).expect("opened");
        let mut person = Person {
            address: self.address,
            cookie: format!("vigie={browser}"),
            token: String::new(),
            id,
            email: self.known(id).expect("there").email,
        };
        person.read_token();
        person
    }

    /// An account as the database has it now.
    pub(super) fn known(&self, id: Uuid) -> Option<Account> {
        self.run(self.store.account(id)).expect("read")
    }

    /// A request without cookie.
    pub(super) fn anonymous(&self, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        ask(self.address, method, path, &[], &form(fields))
    }
}

/// The cookie that an answer sets.
pub(super) fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie").split(';').next();
    set.expect("a cookie").to_owned()
}

impl Person {
    pub(super) fn read_token(&mut self) {
        let space = self.get("/fr/ville/espace");
        let space = match space.status {
            200 => space,
            _ => self.get("/fr/metropole/espace"),
        };
        if space.status == 200 {
            self.token = between(&space.body, "name=\"jeton\" value=\"", "\"").to_owned();
        }
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        ask(self.address, "GET", path, &[("Cookie", &self.cookie)], "")
    }

    /// Sends a form with the token of the session.
    pub(super) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("jeton", self.token.as_str())];
        all.extend(fields);
        self.post_bare(path, &all)
    }

    /// Sends a form as it is.
    pub(super) fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [("Cookie", self.cookie.as_str())];
        ask(self.address, "POST", path, &headers, &form(fields))
    }

    /// Whether the session still opens the space.
    pub(super) fn is_in(&self) -> bool {
        self.get("/fr/ville/espace").status == 200
    }
}

pub(super) fn form(fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish()
}

pub(super) fn between<'a>(body: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = body
        .split_once(start)
        .unwrap_or_else(|| panic!("{start} in {body}"));
    after.split_once(end).expect(end).0
}

/// What an answer says, whatever the kinds of its spaces.
#[track_caller]
pub(super) fn says(page: &Answer, status: u16, words: &str) {
    assert_eq!(page.status, status, "{}", page.body);
    let body = page.body.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(body.contains(words), "{words} is not in:\n{body}");
}

#[track_caller]
pub(super) fn leads(answer: &Answer, to: &str) {
    let found = (answer.status, answer.header("location"));
    assert_eq!(found, (303, to), "{}", answer.body);
}

/// What every page for members must be.
#[track_caller]
pub(super) fn check(path: &str, page: &Answer) {
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    assert!(!page.body.contains("<script"), "{path}");
    assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
    assert_eq!(page.header("cache-control"), "no-store", "{path}");
    assert_eq!(page.header("set-cookie"), "", "{path}");
    let count = elements(&page.body);
    assert!(count <= ELEMENTS_MAX, "{path}: {count} elements");
    for start in ["[account", "[own-", "[grant-", "{ $"] {
        assert!(!page.body.contains(start), "{path}: {start}");
    }
}
