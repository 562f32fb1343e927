//! Asks the site for everything a reader can reach by links.

use super::links::addresses;
use super::why;
use crate::web::router::addresses as site;
use crate::web::server::App;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use axum::http::{Request, StatusCode};
use domain::Language;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use tower::Service;

/// Words after the scope whose pages need a server, whoever asks.
const OF_SERVERS: [&str; 14] = [
    "connexion",
    "deconnexion",
    "invitation",
    "espace",
    "dossier",
    "declarer",
    "imports",
    "compte",
    "comptes",
    "outils",
    "messages",
    "textes",
    "directions",
    "sauvegarde",
];
/// Pages that answer what is typed: their address without a question is enough.
const ANSWERING: [&str; 3] = ["signaler", "puis-je", "questions"];
/// What no page leads to and every site has.
const ROOTS: [&str; 6] = [
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/observatoire-ia.json",
    "/vocabulaire",
    "/fr/",
    "/en/",
];
/// What a site may lack: no address is known to report a weakness to.
const OPTIONAL: &str = "/.well-known/security.txt";

/// What was found.
pub(super) struct Crawl {
    router: Router,
    app: Arc<App>,
    /// Pages by address.
    pub(super) pages: BTreeMap<String, String>,
    /// Other files by address.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Where an address leads that is another's.
    aliases: BTreeMap<String, String>,
    /// Links that lead nowhere, with the page they are on.
    pub(super) dead: Vec<(String, String)>,
}

impl Crawl {
    pub(super) fn of(app: Arc<App>) -> Self {
        Self {
            router: site(app.clone()),
            app,
            pages: BTreeMap::new(),
            files: BTreeMap::new(),
            aliases: BTreeMap::new(),
            dead: Vec::new(),
        }
    }

    /// Follows every link until nothing is new.
    pub(super) async fn run(&mut self, told: &mut impl FnMut(usize, usize)) {
        let mut seen = BTreeSet::new();
        let mut waiting = VecDeque::new();
        for (from, to) in self.starts() {
            if seen.insert(to.clone()) {
                waiting.push_back((from, to));
            }
        }
        while let Some((from, address)) = waiting.pop_front() {
            let found = self.ask(&from, &address).await;
            for to in found {
                let to = canonical(&to);
                if seen.insert(to.clone()) {
                    waiting.push_back((address.clone(), to));
                }
            }
            told(seen.len() - waiting.len(), seen.len());
        }
    }

    fn starts(&self) -> Vec<(String, String)> {
        let site = self.app.site();
        let ids = site.snapshot.uses.iter().map(|public| public.use_case.id);
        let ids = ids.chain(site.snapshot.peers.iter().map(|peer| peer.id));
        let ids = ids.map(|id| format!("/id/{id}"));
        // The catalogue names itself by an address to which no page leads.
        let scopes = || site.scopes();
        let catalogues = Language::ALL.into_iter().flat_map(|language| {
            scopes().map(move |scope| format!("/{}/{scope}/catalogue", language.tag()))
        });
        let map = super::super::pages::sitemap::paths(&site).into_iter();
        let why = Language::ALL.map(|language| why(&format!("/{}/", language.tag())));
        let roots = ROOTS.iter().map(|root| (*root).to_owned());
        let all = roots
            .chain([OPTIONAL.to_owned()])
            .chain(why)
            .chain(map)
            .chain(catalogues)
            .chain(ids);
        all.map(|to| (String::new(), to)).collect()
    }

    /// Keeps what is at an address; where it leads.
    async fn ask(&mut self, from: &str, address: &str) -> Vec<String> {
        // As a browser does: what comes in several forms is shown as a page.
        let request = Request::get(address).header(ACCEPT, "text/html");
        let request = request.body(Body::empty());
        let Ok(request) = request else {
            self.dead.push((from.to_owned(), address.to_owned()));
            return Vec::new();
        };
        let Ok(answer) = self.router.call(request).await;
        let header = |name| {
            let value = answer.headers().get(name);
            value
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let (kind, location) = (header(CONTENT_TYPE), header(LOCATION));
        if answer.status().is_redirection() && !location.is_empty() {
            let to = canonical(&location);
            self.aliases.insert(address.to_owned(), to.clone());
            return vec![to];
        }
        if answer.status() != StatusCode::OK {
            if address != OPTIONAL {
                self.dead.push((from.to_owned(), address.to_owned()));
            }
            return Vec::new();
        }
        let bytes = to_bytes(answer.into_body(), usize::MAX)
            .await
            .unwrap_or_default();
        if !kind.starts_with("text/html") {
            self.files.insert(address.to_owned(), bytes.to_vec());
            return Vec::new();
        }
        let html = String::from_utf8_lossy(&bytes).into_owned();
        let found = addresses(address, &html);
        self.pages.insert(address.to_owned(), html);
        found
    }

    /// Addresses that lead to another's page or file.
    pub(super) fn detours(&self) -> impl Iterator<Item = (&str, &str)> {
        let asked = self.aliases.keys().map(String::as_str);
        asked.filter_map(|from| Some((from, self.target(from)?)))
    }

    /// Where an address leads in the end: that of a page or of a file that was kept.
    pub(super) fn target<'a>(&'a self, address: &'a str) -> Option<&'a str> {
        let mut address = address;
        for _ in 0..4 {
            match self.aliases.get(address) {
                Some(to) => address = to,
                None => break,
            }
        }
        let is_kept = self.pages.contains_key(address) || self.files.contains_key(address);
        is_kept.then_some(address)
    }
}

/// The address whose answer stands for another in a copy: what needs a server leads to the page
/// that says so.
pub(super) fn canonical(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    if path.starts_with("/api/") {
        return why(path);
    }
    let word = path.split('/').nth(3).unwrap_or_default();
    if OF_SERVERS.contains(&word) {
        return why(path);
    }
    if ANSWERING.contains(&word) || query.is_empty() {
        return path.to_owned();
    }
    address.to_owned()
}
