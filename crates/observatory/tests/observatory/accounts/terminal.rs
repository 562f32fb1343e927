//! Accounts at the terminal.

use super::desk::{PASSWORD, desk, desk_with, folder, says};
use domain::people::Role;
use observatory::clock;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub(super) fn command(folder: &Path, arguments: &[&str]) -> Command {
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

pub(super) fn vigie(folder: &Path, arguments: &[&str]) -> Output {
    let output = command(folder, arguments).stdin(Stdio::null()).output();
    output.expect("the binary runs")
}

pub(super) fn text(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&both).into_owned()
}

pub(super) fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", text(output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

pub(super) fn invited(folder: &TempDir, email: &str, role: &[&str]) -> Value {
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
    let desk = desk_with("[sign_in]\nsecond_factor = []\n");
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
