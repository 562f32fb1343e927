//! The accounts of the demonstration: one a role, a passphrase that no page shows.

use super::desk::{between, cookie, form};
use crate::browser::{ask, get};
use domain::people::{Action, Role, Target, permits};
use observatory::instance::Instance;
use observatory::pipeline::{demo, demo_accounts};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

const NOTICE: &str = "le terminal qui l’a lancée donne un compte par rôle";

struct Served {
    service: Child,
    address: SocketAddr,
    /// What it says on the terminal.
    said: Vec<String>,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}

fn served() -> Served {
    let mut service = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["demo", "--port", "0", "--lang", "fr"])
        .env("VIGIE_LOG", "error")
        .env_remove("VIGIE_DATABASE_URL")
        .env_remove("VIGIE_DIR")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let lines = BufReader::new(service.stderr.take().expect("piped")).lines();
    let count = 2 + Role::ALL.len();
    let said: Vec<_> = lines.take(count).map_while(Result::ok).collect();
    let (_, address) = said[0].rsplit_once("http://").expect("an address");
    let address = address.trim_end_matches('/').parse().expect("an address");
    Served {
        service,
        address,
        said,
    }
}

#[test]
fn every_role_of_the_demonstration_can_be_tried() {
    let demo = served();
    let passphrase = between(&demo.said[1], "phrase de passe ", " ");
    let sign_in = "/fr/metropole-valmorel/connexion";
    let page = get(demo.address, sign_in).body;
    assert!(page.contains(NOTICE) && !page.contains(passphrase));
    for (role, line) in Role::ALL.iter().zip(&demo.said[2..]) {
        let email = line.split_whitespace().next().expect("an address");
        let typed = form(&[("courriel", email), ("motdepasse", passphrase)]);
        let answer = ask(demo.address, "POST", sign_in, &[], &typed);
        assert_eq!(answer.status, 303, "{role:?} {email}");
        let cookie = cookie(&answer);
        let open = |page: &str| {
            let path = format!("/fr/metropole-valmorel/{page}");
            ask(demo.address, "GET", &path, &[("Cookie", &cookie)], "").status
        };
        assert_eq!(open("espace"), 200, "{role:?}");
        let target = Target::authority("metropole-valmorel");
        let grant = super::desk::grant(*role, None);
        for (action, page) in [
            (Action::Declare, "declarer"),
            (Action::ManageAccounts, "comptes"),
        ] {
            let may = permits(std::slice::from_ref(&grant), action, &target);
            let expected = if may { 200 } else { 403 };
            assert_eq!(open(page), expected, "{role:?} {page}");
        }
    }
}

#[tokio::test]
async fn purging_the_demonstration_erases_its_accounts_and_no_other() {
    let folder = super::desk::folder();
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let own = domain::people::Account {
        id: uuid::Uuid::from_u128(1),
        email: "vraie@ville.example".to_owned(),
        name: "Vraie".to_owned(),
        language: domain::Language::Fr,
        state: domain::people::AccountState::Active,
        grants: Vec::new(),
        created_at: observatory::clock::now(),
    };
    instance.store.put_account(&own).await.expect("written");
    assert!(
        !demo_accounts::are_there(&instance.store)
            .await
            .expect("read")
    );
    let made = demo_accounts::make(&instance, "une phrase de passe", domain::Language::Fr).await;
    assert_eq!(made.expect("made").len(), Role::ALL.len());
    assert!(
        demo_accounts::are_there(&instance.store)
            .await
            .expect("read")
    );
    demo::purge(&instance).await.expect("purged");
    let left = instance.store.accounts().await.expect("read");
    let left: Vec<_> = left.iter().map(|account| account.id).collect();
    assert_eq!(left, [own.id]);
}
