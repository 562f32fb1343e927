//! What is left of an erased person in files, and what a backup brings back.

use super::desk::{desk, folder};
use super::terminal::{command, invited, json, text, vigie};
use domain::people::Role;
use observatory::clock;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use store::{Draft, Store};
use tempfile::TempDir;

/// A folder where somebody declared, is writing, and has signed in.
fn worked_in() -> (TempDir, String) {
    let folder = folder();
    let made = invited(
        &folder,
        "solene.vasseur@valmorel.example",
        &["--role", "agent", "--name", "Solène Vasseur"],
    );
    let id = made["account"]["id"]
        .as_str()
        .expect("an identifier")
        .to_owned();
    let url = format!("sqlite:{}", folder.path().join("vigie.db").display());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&url).await.expect("opens");
        let account = id.parse().expect("an identifier");
        let draft = Draft {
            id: uuid::Uuid::now_v7(),
            account,
            authority: "ville".to_owned(),
            answers: [("besoin".to_owned(), "dossier de Solène Vasseur".to_owned())].into(),
            changed_at: clock::now(),
        };
        store.put_draft(&draft).await.expect("written");
        let linked = store.link_identity("https://p.example", "sub-vasseur", account, clock::now());
        assert!(linked.await.expect("written"));
        store
            .put_declaration(uuid::Uuid::from_u128(5), account)
            .await
            .expect("written");
        store.close().await.expect("closed");
    });
    (folder, id)
}

/// Whether a file of a folder holds a text, however deep, unpacked or not.
pub(super) fn holds(path: &Path, words: &str) -> bool {
    if path.is_dir() {
        let mut entries = fs::read_dir(path).expect("read").flatten();
        return entries.any(|entry| holds(&entry.path(), words));
    }
    let bytes = fs::read(path).expect("read");
    let mut plain = Vec::new();
    let unpacked = flate2::read::GzDecoder::new(bytes.as_slice());
    let _ = std::io::Read::read_to_end(&mut { unpacked }, &mut plain);
    [bytes, plain].iter().any(|bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains(words)
    })
}

const TRACES: [&str; 3] = ["solene.vasseur", "Vasseur", "sub-vasseur"];

#[test]
fn an_erased_person_is_in_no_file_no_page_and_no_later_backup() {
    let (folder, id) = worked_in();
    for trace in TRACES {
        assert!(holds(folder.path(), trace), "{trace} is there before");
    }
    let exported = vigie(folder.path(), &["user", "export", &id]);
    let data = json(&exported);
    assert_eq!(data["identities"][0]["subject"], "sub-vasseur");
    assert_eq!(
        data["drafts"][0]["answers"]["besoin"],
        "dossier de Solène Vasseur"
    );
    assert!(!text(&exported).contains("argon2"));
    let erased = json(&vigie(
        folder.path(),
        &[
            "user",
            "erase",
            "solene.vasseur@valmorel.example",
            "--yes",
            "--json",
        ],
    ));
    assert_eq!(erased["erased"], id.as_str());
    for trace in TRACES {
        assert!(!holds(folder.path(), trace), "{trace} in the folder");
    }
    let copy = folder.path().join("after.tar.gz");
    let copy = copy.to_str().expect("a plain path");
    assert!(vigie(folder.path(), &["backup", copy]).status.success());
    // What the public snapshot lets out, and so what the site shows and searches.
    let out = folder.path().join("register.csv");
    let out = out.to_str().expect("a plain path");
    let export = ["register", "export", "--format", "fr", "--out", out];
    assert!(vigie(folder.path(), &export).status.success());
    for trace in TRACES {
        assert!(
            !holds(folder.path(), trace),
            "{trace} in what was made after"
        );
    }
    let journal = json(&vigie(folder.path(), &["journal", "verify", "--json"]));
    assert_eq!(journal["faults"], Value::Array(Vec::new()));
}

#[test]
fn a_backup_brings_people_back_and_the_identifier_erases_them_again() {
    let (folder, id) = worked_in();
    let before = folder.path().join("before.tar.gz");
    let before = before.to_str().expect("a plain path");
    assert!(vigie(folder.path(), &["backup", before]).status.success());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(before).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "its owner alone reads it");
    }
    let erase = |folder: &Path| vigie(folder, &["user", "erase", &id, "--yes"]);
    assert!(erase(folder.path()).status.success());
    let copy = tempfile::tempdir().expect("a folder");
    let path = copy.path().to_str().expect("a plain path");
    let restored = vigie(copy.path(), &["restore", before, path]);
    assert!(restored.status.success(), "{}", text(&restored));
    let data = json(&vigie(copy.path(), &["user", "export", &id]));
    assert_eq!(data["account"]["name"], "Solène Vasseur");
    assert_eq!(data["identities"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["drafts"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["declared"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["links"], Value::Array(Vec::new()), "links stay behind");
    assert!(erase(copy.path()).status.success());
    for trace in TRACES {
        assert!(!holds(&copy.path().join("vigie.db"), trace), "{trace}");
    }
}

#[test]
fn erasing_asks_for_the_address_when_somebody_is_there_to_type_it() {
    let (folder, id) = worked_in();
    let typed = |answer: &str| {
        let mut erase = command(folder.path(), &["user", "erase", &id])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut input = erase.stdin.take().expect("piped");
        input.write_all(answer.as_bytes()).expect("typed");
        drop(input);
        erase.wait_with_output().expect("ended")
    };
    let wrong = typed("solene@valmorel.example\n");
    assert_eq!(wrong.status.code(), Some(1), "{}", text(&wrong));
    let right = typed("Solene.Vasseur@valmorel.example\n");
    assert!(right.status.success(), "{}", text(&right));
    assert!(text(&right).contains(&id));
}

#[test]
fn an_erasure_while_the_site_is_served_leaves_no_trace_either() {
    let desk = desk();
    let agent = desk.member("solene.vasseur", Role::Agent, Some("ville"));
    assert!(agent.is_in());
    assert!(holds(&desk.folder, "solene.vasseur"));
    let erase = ["user", "erase", "solene.vasseur@valmorel.example", "--yes"];
    let erased = vigie(&desk.folder, &erase);
    assert!(erased.status.success(), "{}", text(&erased));
    assert!(!agent.is_in());
    assert!(
        !holds(&desk.folder, "solene.vasseur"),
        "the log of SQLite included"
    );
}
