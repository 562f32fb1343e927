//! Accounts at the terminal, and what is left of them in files.

use super::desk::{PASSWORD, desk, folder, says};
use domain::people::Role;
use observatory::clock;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use store::{Draft, Store};
use tempfile::TempDir;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
    command
        .args(arguments)
        .env("VIGIE_DIR", folder)
        .env("VIGIE_LOG", "error")
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("PORT")
        .env_remove("VIGIE_DATABASE_URL");
    command
}

fn vigie(folder: &Path, arguments: &[&str]) -> Output {
    let output = command(folder, arguments).stdin(Stdio::null()).output();
    output.expect("the binary runs")
}

fn text(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&both).into_owned()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", text(output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn invited(folder: &TempDir, email: &str, role: &[&str]) -> Value {
    let arguments = [&["user", "invite", email, "--json"], role].concat();
    json(&vigie(folder.path(), &arguments))
}

#[test]
fn the_first_administrator_is_made_at_the_terminal() {
    let folder = folder();
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    let said = |lines: usize| {
        let mut service = command(folder.path(), &serve)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let told = BufReader::new(service.stderr.take().expect("piped")).lines();
        let told: Vec<_> = told.take(lines).map_while(Result::ok).collect();
        service.kill().expect("stopped");
        service.wait().expect("stopped");
        told.join("\n")
    };
    let empty = said(3);
    assert!(empty.contains("Nobody has an account yet"), "{empty}");
    assert!(empty.contains("user invite YOUR-ADDRESS --role administrator"));
    let none = vigie(folder.path(), &["user", "list"]);
    assert!(text(&none).contains("No account"));
    let email = "first@valmorel.example";
    let shown = vigie(
        folder.path(),
        &["user", "invite", email, "--role", "administrator"],
    );
    let shown = text(&shown);
    assert!(shown.contains("it works once, until"), "{shown}");
    let link = shown
        .lines()
        .find(|line| line.starts_with("http"))
        .expect("a link");
    assert!(link.contains("/en/ville/invitation/"), "{link}");
    let again = said(1);
    assert!(
        again.contains("http://") && !again.contains("Nobody"),
        "{again}"
    );
}

#[test]
fn the_link_of_the_terminal_opens_the_account_in_the_browser() {
    let desk = desk();
    let arguments = [
        "user",
        "invite",
        "first@valmorel.example",
        "--role",
        "administrator",
        "--json",
    ];
    let made = json(&vigie(&desk.folder, &arguments));
    let link = made["link"].as_str().expect("a link");
    let path = &link[link.find("/en/").expect("a path")..];
    let chosen = [("motdepasse", PASSWORD), ("encore", PASSWORD)];
    says(
        &desk.anonymous("GET", path, &[]),
        200,
        "first@valmorel.example",
    );
    assert_eq!(desk.anonymous("POST", path, &chosen).status, 303);
    let admin = desk.sign_in("first", PASSWORD);
    assert_eq!(admin.get("/fr/ville/comptes").status, 200);
    let listed = json(&vigie(&desk.folder, &["user", "list", "--json"]));
    let today = clock::now().date_naive().to_string();
    assert_eq!(listed[0]["signed_in_on"], today, "a day and no hour");
    let all = listed.to_string();
    assert!(
        !all.contains("argon2") && !all.contains("password"),
        "{all}"
    );
}

#[test]
fn roles_states_and_links_change_at_the_terminal() {
    let folder = folder();
    let email = "dpo@valmorel.example";
    let role = [
        "--role",
        "reviewer",
        "--function",
        "dpo",
        "--authority",
        "ville",
    ];
    let first = invited(&folder, email, &role);
    assert_eq!(first["purpose"], "invitation");
    let again = invited(&folder, email, &["--role", "agent", "--department", "hr"]);
    assert_ne!(
        again["link"], first["link"],
        "who never came gets a new link"
    );
    let run = |arguments: &[&str]| {
        let arguments = [&["user"], arguments, &["--json"]].concat();
        json(&vigie(folder.path(), &arguments))["account"].clone()
    };
    let grants = |account: &Value| account["grants"].as_array().expect("a list").len();
    let granted = run(&["grant", email, "--role", "elected"]);
    assert_eq!(grants(&granted), 3);
    let revoked = run(&[
        "revoke",
        email,
        "--role",
        "reviewer",
        "--authority",
        "ville",
    ]);
    assert_eq!(grants(&revoked), 2);
    let id = revoked["id"].as_str().expect("an identifier").to_owned();
    assert_eq!(run(&["close", &id])["state"], "disabled");
    assert_eq!(run(&["open", email])["state"], "invited");
    let made = json(&vigie(folder.path(), &["user", "link", &id, "--json"]));
    assert!(made["expires_at"].is_string());
    let here = ["user", "list", "--authority", "metropole", "--json"];
    let here = json(&vigie(folder.path(), &here));
    assert_eq!(
        here.as_array().map(Vec::len),
        Some(1),
        "a role holds everywhere"
    );
}

#[test]
fn what_cannot_be_done_is_told_and_exits_with_one() {
    let folder = folder();
    invited(&folder, "a@v.example", &["--role", "agent"]);
    let cases: [(&[&str], &str); 8] = [
        (
            &["invite", "nobody", "--role", "agent"],
            "not an e-mail address",
        ),
        (
            &["invite", "b@v.example", "--role", "reviewer"],
            "speaks for a function",
        ),
        (
            &[
                "invite",
                "b@v.example",
                "--role",
                "agent",
                "--authority",
                "x",
            ],
            "Known authorities: ",
        ),
        (
            &[
                "grant",
                "a@v.example",
                "--role",
                "contact",
                "--department",
                "x",
            ],
            "Known departments: hr",
        ),
        (
            &["revoke", "a@v.example", "--role", "lead"],
            "does not hold this role",
        ),
        (&["close", "z@v.example"], "No account answers"),
        (&["erase", "a@v.example"], "Nothing was erased"),
        (&["export", "z@v.example"], "vigie user list"),
    ];
    for (arguments, expected) in cases {
        let output = vigie(folder.path(), &[&["user"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let text = text(&output);
        assert!(text.contains(expected), "{arguments:?}: {text}");
    }
    let odd = ["user", "grant", "a@v.example", "--role", "king"];
    let odd = vigie(folder.path(), &odd);
    assert_eq!(odd.status.code(), Some(2));
    assert!(text(&odd).contains("decision_maker"), "{}", text(&odd));
    let kept = json(&vigie(folder.path(), &["user", "list", "--json"]));
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
}

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
fn holds(path: &Path, words: &str) -> bool {
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
    let out = folder.path().join("edition");
    let out = out.to_str().expect("a plain path");
    let build = ["edition", "build", "--out", out];
    assert!(vigie(folder.path(), &build).status.success());
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

#[test]
fn a_lost_telephone_is_mended_at_the_terminal_alone() {
    let desk = desk();
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let seed = observatory::identity::second_factor::seed().expect("a seed");
    let set = desk.store.set_second_factor(agent.id, &seed, 0, &[]);
    desk.run(set).expect("written");
    let plain = vigie(&desk.folder, &["user", "link", &agent.email]);
    assert!(plain.status.success());
    let has_factor = || {
        let known = desk.run(desk.store.credentials(agent.id)).expect("read");
        known.expect("there").totp_secret.is_some()
    };
    assert!(has_factor(), "a link leaves the second factor");
    let arguments = [
        "user",
        "link",
        &agent.email,
        "--drop-second-factor",
        "--json",
    ];
    assert_eq!(json(&vigie(&desk.folder, &arguments))["purpose"], "reset");
    assert!(!has_factor() && !agent.is_in());
}
