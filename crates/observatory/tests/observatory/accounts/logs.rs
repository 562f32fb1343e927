//! What the log tells of those who come in: enough to see an attack, and nobody’s name.

use super::desk::{PASSWORD, folder_with, form, grant};
use crate::browser::ask;
use crate::machine::Machine;
use domain::Language;
use domain::people::{Account, AccountState, Role};
use observatory::identity::{password, second_factor};
use observatory::{clock, instance::Instance};
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use store::Credentials;
use uuid::Uuid;

/// The site as a service manager runs it; it ends with the test.
struct Running {
    child: Child,
}

impl Running {
    fn start(folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
        command
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("VIGIE_DIR", folder)
            .env("VIGIE_LOG", "info")
            .env("LANG", "fr_FR.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("VIGIE_DATABASE_URL")
            .stderr(Stdio::piped());
        Self {
            child: command.spawn().expect("the binary runs"),
        }
    }

    /// Its log, read as far as the address it listens on.
    fn listening(&mut self) -> (BufReader<ChildStderr>, SocketAddr) {
        let mut log = BufReader::new(self.child.stderr.take().expect("a log"));
        let mut line = String::new();
        loop {
            line.clear();
            assert!(log.read_line(&mut line).expect("read") > 0, "it listens");
            if let Some((_, address)) = line.split_once("http://") {
                let address = address.trim().trim_end_matches('/');
                return (log, address.parse().expect("an address"));
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn account(instance: &Instance, name: &str, seed: Option<String>) -> Uuid {
    let id = Uuid::now_v7();
    let account = Account {
        id,
        email: format!("{name}@valmorel.example"),
        name: format!("Personne {name}"),
        language: Language::Fr,
        state: AccountState::Active,
        grants: vec![grant(Role::Agent, Some("ville"))],
        created_at: clock::now(),
    };
    instance.store.put_account(&account).await.expect("written");
    let credentials = Credentials {
        password_hash: Some(password::hash(PASSWORD).expect("hashes")),
        totp_secret: seed,
        ..Credentials::default()
    };
    let put = instance.store.put_credentials(id, &credentials);
    put.await.expect("written");
    id
}

#[test]
fn the_log_tells_sign_ins_and_refusals_by_account_and_names_nobody() {
    let machine = Machine::start(false);
    let folder = folder_with(&machine.settings());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (plain, coded) = runtime.block_on(async {
        let instance = Instance::open(folder.path().to_path_buf())
            .await
            .expect("opens");
        let seed = second_factor::seed().expect("a seed");
        let plain = account(&instance, "secret.simple", None).await;
        let coded = account(&instance, "secret.code", Some(seed)).await;
        instance.store.close().await.expect("closes");
        (plain, coded)
    });
    let mut running = Running::start(folder.path());
    let (mut log, address) = running.listening();
    let post = |path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]| {
        ask(
            address,
            "POST",
            &format!("/fr/ville/{path}"),
            headers,
            &form(fields),
        )
    };
    let sign_in = |name: &str, typed: &str| {
        let email = format!("{name}@valmorel.example");
        post(
            "connexion",
            &[],
            &[("courriel", &email), ("motdepasse", typed)],
        )
    };
    let entered = sign_in("secret.simple", PASSWORD);
    let cookie = super::desk::cookie(&entered);
    let cookie = [("Cookie", cookie.as_str())];
    sign_in("secret.code", PASSWORD);
    for _ in 0..6 {
        sign_in("secret.inconnu", "mot de passe tapé");
    }
    sign_in("secret.code", "mot de passe tapé");
    let forbidden = ask(address, "GET", "/fr/ville/comptes", &cookie, "");
    assert_eq!(forbidden.status, 403);
    assert_eq!(post("compte", &cookie, &[("nom", "secret")]).status, 400);
    let asked = [("courriel", "secret.simple@valmorel.example")];
    assert_eq!(post("connexion/oubli", &[], &asked).status, 303);
    machine.wait_for(1);
    drop(running);
    let mut text = String::new();
    log.read_to_string(&mut text).expect("read");
    let has = |words: &[&str]| {
        let all = |line: &str| words.iter().all(|word| line.contains(word));
        assert!(text.lines().any(all), "{words:?} in:\n{text}");
    };
    let (plain, coded) = (plain.to_string(), coded.to_string());
    has(&["INFO", "sign-in", "password", "in", &plain]);
    has(&["INFO", "code asked", &coded]);
    has(&["WARN", "sign-in", "refused", &coded]);
    has(&["WARN", "sign-in", "waits"]);
    has(&["WARN", "not permitted", &plain]);
    has(&["WARN", "form refused"]);
    has(&["INFO", "link made", "reset_by_mail", &plain]);
    has(&["WARN", "not permitted", forbidden.header("x-request-id")]);
    for never in [
        "secret",
        "Personne",
        "tapé",
        "127.0.0.1:",
        "/fr/ville",
        "valmorel",
    ] {
        assert!(!text.contains(never), "{never} in:\n{text}");
    }
}
