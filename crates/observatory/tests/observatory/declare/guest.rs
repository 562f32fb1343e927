//! Declaring without an account, from a link sent to an address.

use super::{DATA, NEED, TOOL, USE, rules_put};
use crate::browser::{Answer, ask, get};
use crate::machine::Machine;
use crate::served::Served;
use chrono::Duration;
use domain::{Evidence, UseCase};
use observatory::identity::guest;
use observatory::pipeline::{accounts, retention};
use observatory::{clock, declaration};
use std::net::SocketAddr;
use uuid::Uuid;

const START: &str = "/fr/metropole-valmorel/declarer";
const EMAIL: &str = "camille.secret@ville.example";

fn site(machine: &Machine) -> Served {
    let settings = format!(
        "{}[declare]\nwithout_account = true\nmail_domains = [\"ville.example\"]\n",
        machine.settings()
    );
    Served::demonstration(&settings)
}

fn form(fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish()
}

fn asks(address: SocketAddr, email: &str, picks: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("courriel", email)];
    fields.extend(picks);
    ask(
        address,
        "POST",
        &format!("{START}/lien"),
        &[],
        &form(&fields),
    )
}

/// The link of the last letter, below the address of the settings.
fn link(machine: &Machine, count: usize) -> String {
    let letters = machine.wait_for(count);
    let letter = &letters[count - 1];
    assert!(letter.contains(&format!("To: {EMAIL}")), "{letter}");
    let (_, after) = letter.split_once("https://vigie.example").expect("a link");
    let link = after.split_whitespace().next().expect("its end");
    link.replace("=3D", "=")
}

/// Somebody without an account, with a browser.
struct Guest {
    address: SocketAddr,
    cookie: String,
    draft: String,
}

impl Guest {
    /// The identifier of the draft.
    fn draft_id(&self) -> Uuid {
        let id = self.draft.rsplit('/').next();
        id.and_then(|id| id.parse().ok()).expect("an id")
    }

    fn open(address: SocketAddr, link: &str) -> Self {
        let answer = ask(address, "POST", link, &[], "");
        assert_eq!(answer.status, 303, "{}", answer.body);
        let cookie = answer.header("set-cookie").split(';').next();
        let step = answer.header("location");
        let (draft, _) = step.rsplit_once('/').expect("a step");
        Self {
            address,
            cookie: cookie.expect("a cookie").to_owned(),
            draft: draft.to_owned(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        ask(self.address, "GET", path, &[("Cookie", &self.cookie)], "")
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path);
        let token = super::between(&page.body, "name=\"jeton\" value=\"", "\"");
        let mut all = vec![("jeton", token)];
        all.extend(fields);
        ask(
            self.address,
            "POST",
            path,
            &[("Cookie", &self.cookie)],
            &form(&all),
        )
    }

    fn step(&self, number: usize, fields: &[(&str, &str)]) -> Answer {
        let path = format!("{}/{number}", self.draft);
        super::check(&path, &self.get(&path));
        let answer = self.post(&path, fields);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer
    }

    /// Fills every step and sends; the address of the receipt.
    fn declare(&self) -> String {
        self.step(1, &NEED);
        self.step(2, &TOOL);
        self.step(3, &DATA);
        self.step(4, &USE);
        let open = rules_put(&self.get(&format!("{}/5", self.draft)).body);
        let open: Vec<_> = open.iter().map(|name| (name.as_str(), "")).collect();
        self.step(5, &open);
        let sent = self.post(&format!("{}/verifier", self.draft), &[]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        sent.header("location").to_owned()
    }
}

#[test]
fn an_agent_without_account_declares_from_a_link_and_nothing_ties_the_record_to_them() {
    let machine = Machine::start(false);
    let site = site(&machine);
    let offered = get(site.address, START);
    super::check(START, &offered);
    assert!(offered.body.contains("/connexion?vers=") && offered.body.contains("@ville.example"));
    let asked = asks(site.address, EMAIL, &[("outil", "plume"), ("outil", "<x>")]);
    assert_eq!(asked.header("location"), format!("{START}?demande=1"));
    let link = link(&machine, 1);
    assert!(link.ends_with("?outil=plume"), "{link}");
    for _ in 0..2 {
        let seen = get(site.address, &link);
        assert_eq!(seen.status, 200, "reading a link uses up nothing");
    }
    let guest = Guest::open(site.address, &link);
    assert_eq!(get(site.address, &link).status, 410, "it opens once");
    assert_eq!(ask(site.address, "POST", &link, &[], "").status, 410);
    assert_eq!(
        guest.get(&link).header("location"),
        START,
        "the same browser goes on"
    );
    let receipt = guest.declare();
    let page = guest.get(&receipt);
    super::check(&receipt, &page);
    assert!(!page.body.contains("/dossier/"), "records stay closed");
    let reference = receipt.split('/').nth(4).expect("a reference").to_owned();
    let draft = guest.draft_id();
    site.change(|instance| async move {
        let id = declaration::record::id_of(draft);
        let record = instance.store.get::<UseCase>(id).await.expect("read");
        let record = record.expect("there").document;
        assert!(record.reference.eq_ignore_ascii_case(&reference));
        assert_eq!(record.evidence, Evidence::Declared);
        let history = instance.store.history::<UseCase>(id).await.expect("read");
        assert_eq!(history[0].by, "agent");
        let all = serde_json::to_string(&record).expect("JSON");
        assert!(
            !all.contains("secret") && !all.contains("ville.example"),
            "{all}"
        );
        let known = guest::erase(&instance.store, "metropole-valmorel", EMAIL);
        assert!(
            !known.await.expect("looked"),
            "nothing is found by the address"
        );
        let mut people = Vec::new();
        instance
            .store
            .export_people(&mut people)
            .await
            .expect("written");
        assert!(!String::from_utf8_lossy(&people).contains(&id.to_string()));
    });
}

#[test]
fn a_link_opens_one_declaration_and_nothing_else() {
    let machine = Machine::start(false);
    let site = site(&machine);
    asks(site.address, EMAIL, &[]);
    let guest = Guest::open(site.address, &link(&machine, 1));
    let below = |page: &str| format!("/fr/metropole-valmorel/{page}");
    for closed in [
        "espace",
        "compte",
        "comptes",
        "dossier/val-001",
        "outils",
        "imports",
        "messages",
    ] {
        let answer = guest.get(&below(closed));
        assert!(
            answer.header("location").contains("/connexion?vers="),
            "{closed}"
        );
    }
    assert_eq!(guest.get(&below("declarer/val-001/recu")).status, 404);
    let other = format!("/fr/metropole-valmorel/declarer/{}/1", Uuid::from_u128(7));
    assert_eq!(guest.get(&other).status, 404);
    let elsewhere = guest.draft.replace("metropole-valmorel", "ville-valmorel");
    assert_eq!(
        guest.get(&format!("{elsewhere}/1")).status,
        303,
        "another authority"
    );
    assert_eq!(
        guest.get(&format!("{}/1", guest.draft)).status,
        200,
        "still open"
    );
    let created = ask(
        site.address,
        "POST",
        START,
        &[("Cookie", &guest.cookie)],
        "",
    );
    assert_eq!(created.header("location"), START, "no second draft");
    let begun = guest.get(START);
    super::check(START, &begun);
    assert!(begun.body.contains(&format!("{}/1", guest.draft)));
    assert!(
        begun.body.contains("<div class=\"member\"><span>"),
        "no space"
    );
}

#[test]
fn another_link_resumes_the_same_declaration_and_deleting_erases_it() {
    let machine = Machine::start(false);
    let site = site(&machine);
    asks(site.address, EMAIL, &[]);
    let first = Guest::open(site.address, &link(&machine, 1));
    first.step(1, &NEED);
    let later = first.post(&format!("{}/2", first.draft), &[("plus_tard", "1")]);
    assert_eq!(later.header("location"), format!("{START}?garde=1"));
    asks(site.address, &EMAIL.to_uppercase(), &[]);
    let second = Guest::open(site.address, &link(&machine, 2));
    assert_eq!(second.draft, first.draft);
    assert_eq!(
        first.get(&format!("{}/1", first.draft)).status,
        303,
        "the last one wins"
    );
    let kept = second.get(&format!("{}/1", second.draft));
    assert!(kept.body.contains("Répondre aux signalements simples"));
    let deleted = second.post(&format!("{}/effacer", second.draft), &[]);
    assert_eq!(deleted.header("location"), format!("{START}?efface=1"));
    assert!(deleted.header("set-cookie").contains("Max-Age=0"));
    site.change(|instance| async move {
        let known = guest::erase(&instance.store, "metropole-valmorel", EMAIL);
        assert!(!known.await.expect("looked"));
    });
}

#[test]
fn only_addresses_of_the_settings_may_and_it_is_off_unless_letters_leave() {
    let machine = Machine::start(false);
    let site = site(&machine);
    for other in [
        "a@autre.example",
        "a@ville.example.autre.example",
        "a@sous.ville.example",
    ] {
        let refused = asks(site.address, other, &[]);
        assert_eq!(refused.status, 422, "{other}");
        assert!(refused.body.contains("domaine admis"), "{other}");
    }
    assert_eq!(asks(site.address, "personne", &[]).status, 422);
    assert!(machine.letters().is_empty());
    let everywhere = get(site.address, "/fr/tous/declarer");
    assert!(everywhere.status == 404 || everywhere.body.contains(START));
    let off = Served::demonstration(
        "[declare]\nwithout_account = true\nmail_domains = [\"ville.example\"]\n",
    );
    assert!(
        get(off.address, START)
            .header("location")
            .contains("/connexion?vers=")
    );
    assert_eq!(asks(off.address, EMAIL, &[]).status, 404);
}

#[test]
fn what_was_begun_without_account_ends_after_two_weeks() {
    let machine = Machine::start(false);
    let site = site(&machine);
    asks(site.address, EMAIL, &[]);
    let guest = Guest::open(site.address, &link(&machine, 1));
    guest.step(1, &NEED);
    let draft = guest.draft_id();
    site.change(|instance| async move {
        let after = |days: i64| retention::purge(&instance, clock::now() + Duration::days(days));
        assert_eq!(after(13).await.expect("purged").guests, 0);
        let link = guest::link(&instance.store, "metropole-valmorel", EMAIL, clock::now());
        link.await.expect("made");
        let erased = accounts::erase_begun(&instance, EMAIL).await;
        assert!(
            erased.expect("erased"),
            "an administrator may erase it by the address"
        );
        let link = guest::link(&instance.store, "metropole-valmorel", EMAIL, clock::now());
        link.await.expect("made");
        assert_eq!(after(15).await.expect("purged").guests, 1);
        assert_eq!(
            instance.store.draft(draft, draft).await.expect("read"),
            None
        );
        let mut people = Vec::new();
        instance
            .store
            .export_people(&mut people)
            .await
            .expect("written");
        assert!(!String::from_utf8_lossy(&people).contains(&draft.to_string()));
    });
}
