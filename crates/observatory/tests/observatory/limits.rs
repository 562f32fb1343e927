//! How much one reader may ask, who is believed about who asks, and what the answer says of it.

use crate::browser::{Answer, ask};
use crate::commands::{observatory_with, text, vigie};
use crate::served::Served;
use std::net::SocketAddr;

const SIGN_IN: &str = "/fr/ville-valmorel/connexion";

fn get_as(address: SocketAddr, reader: &str, path: &str) -> Answer {
    ask(address, "GET", path, &[("X-Forwarded-For", reader)], "")
}

fn fail_as(address: SocketAddr, reader: &str, email: &str) -> Answer {
    let body = format!("courriel={email}&motdepasse=Bienvenue2026");
    ask(
        address,
        "POST",
        SIGN_IN,
        &[("X-Forwarded-For", reader)],
        &body,
    )
}

#[test]
fn a_reader_who_searches_too_often_waits_and_what_is_already_written_is_not_counted() {
    let served = Served::demonstration("[server]\nsearches_per_minute = 3\n");
    let search = |reader: &str, word: &str| {
        let path = format!("/fr/ville-valmorel/registre?q={word}");
        get_as(served.address, reader, &path)
    };
    for _ in 0..2 {
        for word in ["courrier", "traduire", "résumé"] {
            assert_eq!(search("192.0.2.1", word).status, 200, "{word}");
        }
    }
    let refused = search("192.0.2.1", "planning");
    assert_eq!(refused.status, 429);
    let seconds: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=20).contains(&seconds), "{seconds}");
    assert!(
        refused.body.contains("Trop de recherches"),
        "{}",
        refused.body
    );
    let page = get_as(served.address, "192.0.2.1", "/fr/ville-valmorel/registre");
    assert_eq!(
        page.status, 200,
        "a page that asks nothing is never refused"
    );
    assert_eq!(
        search("192.0.2.2", "planning").status,
        200,
        "nobody else waits"
    );
}

#[test]
fn one_password_tried_on_many_addresses_waits_too() {
    let served = Served::demonstration("[server]\nwrong_passwords_per_minute = 3\n");
    for number in 0..3 {
        let email = format!("agent{number}@valmorel.example");
        let refused = fail_as(served.address, "192.0.2.1", &email);
        assert_eq!(refused.status, 422, "{number}");
    }
    let waits = fail_as(served.address, "192.0.2.1", "agent3@valmorel.example");
    assert_eq!(waits.status, 429);
    assert!(waits.body.contains("agent3@valmorel.example"), "kept");
    let other = fail_as(served.address, "192.0.2.2", "agent4@valmorel.example");
    assert_eq!(other.status, 422, "somebody else does not wait");
}

#[test]
fn who_is_no_proxy_is_not_believed() {
    let settings = "[server]\nproxies = [\"192.0.2.77\"]\n[api]\nrequests_per_minute = 2\n";
    let served = Served::demonstration(settings);
    let asked = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];
    let statuses = asked.map(|reader| get_as(served.address, reader, "/api/v1").status);
    assert_eq!(statuses, [200, 200, 429], "they are one reader");
}

#[test]
fn what_is_no_success_has_a_number_that_says_nothing_of_its_reader() {
    let served = Served::demonstration("");
    let numbers = ["/fr/nulle-part", "/api/v1/nothing"].map(|path| {
        let answer = get_as(served.address, "192.0.2.1", path);
        answer.header("x-request-id").to_owned()
    });
    assert_ne!(numbers[0], numbers[1]);
    for number in numbers {
        let (start, count) = number.split_once('-').expect("two parts");
        assert_eq!(start.len(), 8, "{number}");
        assert!(count.parse::<u64>().is_ok(), "{number}");
    }
    let page = get_as(served.address, "192.0.2.1", "/fr/ensemble/");
    assert_eq!(page.header("x-request-id"), "");
}

#[test]
fn a_proxy_that_is_no_address_is_told() {
    let folder = observatory_with("[server]\nproxies = [\"le mandataire\"]\n");
    let told = text(&vigie(folder.path(), &["check", "--lang", "fr"]));
    for word in ["ligne 2", "le mandataire", "10.1.0.0/16"] {
        assert!(told.contains(word), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn the_database_is_for_its_owner_alone_and_check_says_when_it_is_not() {
    use std::fs::{Permissions, metadata, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let folder = observatory_with("[server]\n");
    let check = || vigie(folder.path(), &["check", "--lang", "en"]);
    let told = |output: &std::process::Output| {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.contains("Other accounts of this machine may read")
    };
    assert!(!told(&check()));
    for name in ["vigie.db", "vigie.db-wal", "vigie.db-shm"] {
        if let Ok(found) = metadata(folder.path().join(name)) {
            assert_eq!(found.permissions().mode() & 0o077, 0, "{name}");
        }
    }
    let path = folder.path().join("vigie.db");
    set_permissions(path, Permissions::from_mode(0o644)).expect("changed");
    assert!(told(&check()));
}

#[test]
fn invented_charts_are_in_the_demonstration_alone() {
    let served = Served::demonstration("");
    let page = |address| get_as(address, "192.0.2.1", "/fr/ensemble/galerie").status;
    assert_eq!(page(served.address), 200);
    let real = Served::empty(
        "[[authorities]]\nslug = \"ville\"\nname_fr = \"Ville\"\ncommon_name_fr = \"la ville\"\n\
         common_name_en = \"the city\"\nkind = \"commune\"\nreference_prefix = \"VIL\"\n",
    );
    assert_eq!(page(real.address), 404);
}
