//! A site with a provider, run as a service is, and browsers that keep cookies.

use super::provider::{CLIENT, Provider, SECRET};
use super::ways::Ways;
use crate::browser::{Answer, ask};
use domain::Language;
use domain::people::{Account, AccountState, Grant, Role};
use observatory::clock;
use observatory::config;
use observatory::identity::{password, second_factor};
use openidconnect::url::Url;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use store::{Credentials, Store};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use uuid::Uuid;

/// The address the provider gives.
pub(super) const CAMILLE: &str = "camille.martin@valmorel.example";
/// The person for the provider.
pub(super) const SUBJECT: &str = "e7a1";
pub(super) const PASSWORD: &str = "quatre corbeaux sur le toit";
/// Serves once in place of a code.
pub(super) const RECOVERY: &str = "abcde-fghjk";
pub(super) const DOOR: &str = "/fr/collectivite/connexion/fournisseur";
pub(super) const CONFIRM: &str = "/fr/collectivite/connexion/confirmation";

pub(super) struct Site {
    pub(super) address: SocketAddr,
    pub(super) store: Store,
    pub(super) provider: Provider,
    pub(super) runtime: Runtime,
    /// What it wrote in its log.
    log: Arc<Mutex<String>>,
    service: Child,
    _folder: TempDir,
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}

/// A site whose table `[oidc]` holds some more lines.
pub(super) fn site(more: &str) -> Site {
    site_with("", more)
}

/// The same, with lines for `[server]`.
pub(super) fn site_with(server: &str, more: &str) -> Site {
    let runtime = Runtime::new().expect("a runtime");
    let ways = Ways {
        clock: clock::now,
        ..Ways::default()
    };
    let provider = runtime.block_on(Provider::start(ways));
    let folder = tempfile::tempdir().expect("a folder");
    let issuer = provider.issuer();
    let text = format!(
        "[[authorities]]\nslug = 'collectivite'\nname_fr = 'Valmorel'\n\
         common_name_fr = 'la ville'\nkind = 'commune'\nreference_prefix = 'VAL'\n\
         contact = 'Accueil, 02 00 00 00 00'\n[server]\n{server}\n[oidc]\n\
         issuer = '{issuer}'\nclient_id = '{CLIENT}'\nscopes = ['email', 'siret']\n\
         redirect = 'http://localhost/connexion/retour'\n\
         post_logout_redirect = 'http://localhost/deconnexion/retour'\n{more}\n"
    );
    fs::write(folder.path().join(config::FILE), text).expect("written");
    let (service, address, log) = serve(&folder);
    let url = format!("sqlite:{}", folder.path().join("vigie.db").display());
    let store = runtime.block_on(Store::open(&url)).expect("opens");
    Site {
        address,
        store,
        provider,
        runtime,
        log,
        service,
        _folder: folder,
    }
}

fn serve(folder: &TempDir) -> (Child, SocketAddr, Arc<Mutex<String>>) {
    let mut service = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .env("VIGIE_DIR", folder.path())
        .env("VIGIE_LOG", "info")
        .env("VIGIE_OIDC_CLIENT_SECRET", SECRET)
        .env_remove("VIGIE_DATABASE_URL")
        .env_remove("PORT")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut lines = BufReader::new(service.stderr.take().expect("piped")).lines();
    let log = Arc::new(Mutex::new(String::new()));
    let mut before = String::new();
    let address = loop {
        let line = lines.next().expect("it starts").expect("text");
        let found = line.rsplit_once("http://").map(|(_, rest)| rest);
        let found = found.and_then(|rest| rest.trim_end_matches('/').parse().ok());
        before += &line;
        if let Some(address) = found {
            break address;
        }
    };
    let written = log.clone();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            *written.lock().expect("whole") += &format!("{line}\n");
        }
    });
    (service, address, log)
}

impl Site {
    pub(super) fn browser(&self) -> Browser<'_> {
        Browser {
            site: self,
            jar: BTreeMap::new(),
        }
    }

    /// An account at the address the provider gives.
    pub(super) fn account(&self, state: AccountState, credentials: &Credentials) -> Uuid {
        let id = Uuid::now_v7();
        let account = Account {
            id,
            email: CAMILLE.to_owned(),
            name: "Camille".to_owned(),
            language: Language::Fr,
            state,
            grants: vec![Grant {
                role: Role::Agent,
                authority: Some("collectivite".to_owned()),
                department: None,
                functions: Vec::new(),
            }],
            created_at: clock::now(),
        };
        self.runtime.block_on(async {
            self.store.put_account(&account).await.expect("written");
            let written = self.store.put_credentials(id, credentials).await;
            written.expect("written");
        });
        id
    }

    /// The provider vouches for an account from now on.
    pub(super) fn link(&self, account: Uuid) {
        let issuer = self.provider.issuer();
        let linked = self
            .store
            .link_identity(issuer, SUBJECT, account, clock::now());
        assert!(self.runtime.block_on(linked).expect("written"));
    }

    /// The account the provider vouches for.
    pub(super) fn linked(&self) -> Option<Uuid> {
        let issuer = self.provider.issuer();
        let known = self.store.account_of_identity(issuer, SUBJECT);
        self.runtime.block_on(known).expect("read")
    }

    /// A line of the log holds both texts; it is written by another thread.
    pub(super) fn assert_logged(&self, what: &str, with: &str) {
        for _ in 0..50 {
            let log = self.log.lock().expect("whole").clone();
            if log
                .lines()
                .any(|line| line.contains(what) && line.contains(with))
            {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{what}, {with}: {}", self.log.lock().expect("whole"));
    }

    /// What was written in the log names nobody.
    pub(super) fn assert_discreet(&self) {
        let log = self.log.lock().expect("whole").to_lowercase();
        for word in ["camille", "martin", "e7a1", "access-token", "eyj"] {
            assert!(!log.contains(word), "{word} is in the log:\n{log}");
        }
    }
}

/// A password, and a second factor if it is asked for.
pub(super) fn credentials(has_code: bool) -> Credentials {
    Credentials {
        password_hash: Some(password::hash(PASSWORD).expect("a hash")),
        ..with_code(has_code)
    }
}

/// No password, and a second factor if it is asked for.
pub(super) fn with_code(has_code: bool) -> Credentials {
    Credentials {
        totp_secret: has_code.then(|| second_factor::seed().expect("a seed")),
        recovery: vec![second_factor::recovery_digest(RECOVERY)],
        ..Credentials::default()
    }
}

pub(super) struct Browser<'a> {
    site: &'a Site,
    pub(super) jar: BTreeMap<String, String>,
}

impl Browser<'_> {
    pub(super) fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    pub(super) fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask("POST", path, form)
    }

    fn ask(&mut self, method: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let cookies: Vec<_> = self.jar.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let cookies = cookies.join("; ");
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        let headers = [("Cookie", cookies.as_str())];
        let answer = ask(self.site.address, method, path, &headers, &body.finish());
        self.keep(&answer);
        answer
    }

    fn keep(&mut self, answer: &Answer) {
        let set = answer
            .headers
            .iter()
            .filter(|(name, _)| name == "set-cookie");
        for (_, cookie) in set {
            let pair = cookie.split(';').next().expect("a cookie");
            let (name, value) = pair.split_once('=').expect("a pair");
            match value {
                "" => self.jar.remove(name),
                value => self.jar.insert(name.to_owned(), value.to_owned()),
            };
        }
    }

    /// Goes to the provider: the address the person comes back to.
    pub(super) fn go(&mut self, to: &str) -> String {
        let page = self.post(DOOR, &[("vers", to)]);
        let url = away(&page);
        let visit = self.site.provider.visit(&url);
        let query = self.site.runtime.block_on(visit);
        format!("/connexion/retour?{query}")
    }

    /// Goes to the provider and comes back.
    pub(super) fn sign_in(&mut self) -> Answer {
        let back = self.go("/fr/collectivite/espace");
        self.get(&back)
    }

    /// Whether the person is in.
    pub(super) fn is_in(&mut self) -> bool {
        self.get("/fr/collectivite/espace").status == 200
    }
}

/// Where a page leads at once, which it also says in a link.
pub(super) fn away(page: &Answer) -> Url {
    assert_eq!(page.status, 200, "{}", page.body);
    let refresh = page.header("refresh");
    let url = refresh.strip_prefix("0;url=").expect("an address");
    let link = url.replace('&', "&#38;");
    assert!(page.body.contains(&link), "{link}\n{}", page.body);
    Url::parse(url).expect("an address")
}

#[track_caller]
pub(super) fn says(page: &Answer, status: u16, words: &str) {
    assert_eq!(page.status, status, "{}", page.body);
    assert!(
        page.body.contains(words),
        "{words} is not in:\n{}",
        page.body
    );
}

#[track_caller]
pub(super) fn leads(page: &Answer, to: &str) {
    assert_eq!(
        (page.status, page.header("location")),
        (303, to),
        "{}",
        page.body
    );
}
