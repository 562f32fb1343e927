//! Two observatories on one machine: B harvests A, A withdraws, A falls silent; and others that
//! lie.

mod hostile;

use crate::browser::get;
use crate::commands::{json, observatory_with, text, vigie};
use crate::served::Served;
use domain::UseCase;
use hostile::Hostile;
use observatory::instance::change;
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// Settings of an observatory that reads others on its own machine.
const HARVESTER: &str = "[peers]\nallow_private = true\n";

fn harvest(folder: &Path) -> Value {
    let output = vigie(folder, &["peer", "harvest", "--json"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{}", text(&output));
    all[0].clone()
}

fn counts(harvested: &Value) -> [u64; 4] {
    let result = &harvested["result"];
    ["imported", "updated", "unchanged", "gone"].map(|key| result[key].as_u64().expect("a count"))
}

/// Withdraws a record of A, behind the back of its site.
fn withdraw(a: &Served, reference: &str) {
    a.change(|instance| async move {
        let records = instance.store.all::<UseCase>().await.expect("read");
        let mut records = records.into_iter().map(|record| record.document);
        let record = records.find(|record| record.reference == reference);
        let record = record.expect("it is there");
        instance
            .store
            .withdraw(&record, &change("lead"))
            .await
            .expect("withdrawn");
        instance.store.close().await.expect("closed");
    });
}

/// Waits until a condition holds: a site looks at its journal every five seconds.
fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..100 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    panic!("never: {what}");
}

#[test]
fn an_observatory_harvests_another_sees_what_leaves_and_says_how_old_its_copy_is() {
    let mut a = Served::demonstration("");
    let b = Served::demonstration(HARVESTER);
    let url = format!("http://{}", a.address);
    let added = vigie(b.folder(), &["peer", "add", &url, "--name", "valmorel"]);
    assert!(added.status.success(), "{}", text(&added));

    let first = harvest(b.folder());
    let published = json_of(&a, "/api/v1/use-cases")["total"]
        .as_u64()
        .expect("a count");
    assert_eq!(counts(&first), [published, 0, 0, 0], "{first}");
    assert_eq!(counts(&harvest(b.folder())), [0, 0, 0, 0], "nothing new");
    until("B shows the copy", || total(&b) == published);
    let peers = json_of(&b, "/api/v1/peer-records?publisher=valmorel&limit=200");
    let val_006 = by_reference(&peers, "VAL-006");
    assert_eq!(val_006["publisher"], "valmorel");
    let own = json_of(&b, "/api/v1/use-cases")["total"].as_u64();
    assert_eq!(own, Some(published), "never merged into its own");

    withdraw(&a, "VAL-006");
    let uri = val_006["key"].as_str().expect("an address").to_owned();
    let path = format!(
        "/api/v1/use-cases/{}",
        uri.rsplit('/').next().expect("an identifier")
    );
    until("A answers 410", || get(a.address, &path).status == 410);
    assert_eq!(counts(&harvest(b.folder())), [0, 0, 0, 1]);
    let page = format!(
        "/fr/ensemble/ailleurs/{}",
        val_006["id"].as_str().expect("id")
    );
    until("B marks it", || {
        get(b.address, &page).body.contains("class=\"unknown\"")
    });
    let kept = json_of(
        &b,
        &format!(
            "/api/v1/peer-records/{}",
            val_006["id"].as_str().expect("id")
        ),
    );
    assert!(kept["gone_since"].is_string(), "{kept}");

    a.stop();
    let output = vigie(b.folder(), &["peer", "harvest"]);
    assert!(!output.status.success());
    assert!(
        text(&output).contains("The copy is of "),
        "{}",
        text(&output)
    );
    let failed = harvest(b.folder());
    assert_eq!(failed["problem"]["code"], "harvest-unreachable");
    assert_eq!(failed["age_days"], 0);
    until("B says that A is silent", || {
        let publisher = get(b.address, "/fr/ensemble/editeur/valmorel").body;
        publisher.contains("ne répond plus")
            && get(b.address, &page).body.contains("ne répond plus")
    });
    let publisher = json_of(&b, "/api/v1/publishers/valmorel");
    assert!(publisher["silent_since"].is_string() && publisher["copied_at"].is_string());
    let removed = vigie(b.folder(), &["peer", "remove", "valmorel"]);
    assert!(removed.status.success(), "{}", text(&removed));
    until("B forgets A", || total(&b) == 0);
}

fn json_of(site: &Served, path: &str) -> Value {
    let answer = get(site.address, path);
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body))
}

fn total(site: &Served) -> u64 {
    json_of(site, "/api/v1/peer-records?publisher=valmorel")["total"]
        .as_u64()
        .expect("a count")
}

fn by_reference(peers: &Value, reference: &str) -> Value {
    let mut items = peers["items"].as_array().expect("items").iter();
    let found = items.find(|item| item["fields"]["reference"] == reference);
    found
        .unwrap_or_else(|| panic!("{reference} is among {peers}"))
        .clone()
}

#[test]
fn an_address_of_ones_own_network_is_asked_only_if_the_settings_say_so() {
    let folder = observatory_with("");
    for (url, words) in [
        ("https://127.0.0.1:1", "private network"),
        ("https://[::ffff:10.0.0.1]", "private network"),
        ("https://169.254.169.254", "private network"),
        ("https://localhost:1", "private network"),
        ("http://vigie.example", "no address"),
        ("https://a:b@vigie.example", "no address"),
        ("ftp://vigie.example", "no address"),
        ("not an address", "no address"),
    ] {
        let output = vigie(folder.path(), &["peer", "add", url]);
        assert!(!output.status.success(), "{url}");
        assert!(text(&output).contains(words), "{url}: {}", text(&output));
    }
}

/// What adding or harvesting a site that lies comes to, and that nothing of it is kept.
fn check_hostile(hostile: &Hostile, code: &str) {
    let folder = observatory_with(HARVESTER);
    let added = vigie(
        folder.path(),
        &["peer", "add", &hostile.url(), "--name", "liar"],
    );
    if added.status.success() {
        let harvested = harvest(folder.path());
        assert_eq!(harvested["problem"]["code"], code, "{harvested}");
        assert!(harvested["copied_at"].is_null());
    } else {
        let said = text(&added);
        let expected = message(code);
        assert!(said.contains(&expected), "{code}: {said}");
    }
    let listed = json(&vigie(folder.path(), &["peer", "list", "--json"]));
    let copies = listed.as_array().expect("a list").iter();
    assert!(copies.into_iter().all(|peer| peer["copied_at"].is_null()));
}

/// The fixed beginning of an English message.
fn message(code: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../i18n/en/api.ftl");
    let words = std::fs::read_to_string(path).expect("the words");
    let line = words
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{code} = ")));
    let line = line.unwrap_or_else(|| panic!("no message {code}"));
    line.split(['{', '“', '('])
        .next()
        .unwrap_or(line)
        .trim()
        .to_owned()
}

#[test]
fn a_site_that_lies_is_told_clearly_and_nothing_of_it_is_kept() {
    check_hostile(
        &Hostile::with("/changes", hostile::endless),
        "harvest-too-large",
    );
    check_hostile(
        &Hostile::with("/changes", hostile::html),
        "harvest-wrong-type",
    );
    check_hostile(
        &Hostile::with("/changes", hostile::not_json),
        "harvest-unreadable",
    );
    check_hostile(
        &Hostile::with("/changes", hostile::circle),
        "harvest-circle",
    );
    check_hostile(
        &Hostile::with("/changes", hostile::redirect),
        "harvest-redirected",
    );
    check_hostile(
        &Hostile::with("/changes", hostile::broken),
        "harvest-status",
    );
    check_hostile(&Hostile::with("/changes", hostile::busy), "harvest-busy");
    check_hostile(
        &Hostile::with("/tools", hostile::next_elsewhere),
        "harvest-other-site",
    );
    check_hostile(
        &Hostile::with("/.well-known", hostile::other_site),
        "harvest-other-site",
    );
    check_hostile(
        &Hostile::with("/.well-known", hostile::html),
        "harvest-wrong-type",
    );
    check_hostile(
        &Hostile::with("/.well-known", hostile::redirect),
        "harvest-redirected",
    );
}

#[test]
fn records_that_claim_the_address_of_others_are_left_aside_and_told() {
    let hostile = Hostile::with("/changes", hostile::claims);
    let folder = observatory_with(HARVESTER);
    let added = vigie(
        folder.path(),
        &["peer", "add", &hostile.url(), "--name", "liar"],
    );
    assert!(added.status.success(), "{}", text(&added));
    let harvested = harvest(folder.path());
    assert_eq!(harvested["status"], "harvested", "{harvested}");
    assert_eq!(harvested["result"]["imported"], 1, "its own one is taken");
    assert_eq!(harvested["result"]["refused"], 3);
    let told = harvested["result"]["reported"].to_string();
    assert!(told.contains("no record of"), "{told}");
    assert!(told.contains("https://elsewhere.example/"), "{told}");
}
