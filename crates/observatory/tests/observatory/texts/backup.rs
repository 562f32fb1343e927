use super::at;
use crate::place::{grant, place};
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Language, UseCase};
use observatory::archive::{self, Holding};
use observatory::clock;
use observatory::instance::Instance;
use std::fs;
use store::Credentials;

#[test]
fn the_copy_asks_for_a_proof_each_time() {
    let place = place();
    let everywhere = Grant {
        authority: None,
        ..grant(Role::Lead, &[])
    };
    let (lead, id) = place.member(vec![everywhere]);
    let page = lead.get(&at("sauvegarde"));
    assert_eq!(page.status, 200);
    let hash = observatory::identity::password::hash("quatre tuiles sous la pluie");
    let credentials = Credentials {
        password_hash: Some(hash.expect("hashed")),
        ..Credentials::default()
    };
    let put = place.store.put_credentials(id, &credentials);
    place.runtime.block_on(put).expect("written");
    let refused = lead.post(&at("sauvegarde"), &[("ancien", "autre chose de long")]);
    assert_eq!(refused.status, 422);
    let form = [("ancien", "quatre tuiles sous la pluie")];
    let given = lead.post(&at("sauvegarde"), &form);
    assert_eq!(given.status, 200);
    assert_eq!(given.header("content-type"), "application/gzip");
    assert!(given.header("content-disposition").contains(".tar.gz"));
    assert_eq!(given.header("cache-control"), "no-store");
    let (other, _) = place.member(vec![grant(Role::Administrator, &[])]);
    assert_eq!(other.post(&at("sauvegarde"), &form).status, 403);
}

#[test]
fn a_copy_holds_every_record_and_nobody() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("vigie.toml"), "[server]\n").expect("written");
        let instance = Instance::open(folder.path().to_path_buf()).await;
        let instance = instance.expect("opens");
        let today = clock::today("Europe/Paris");
        let loaded = observatory::pipeline::demo::load(&instance, today).await;
        loaded.expect("loaded");
        let account = Account {
            id: uuid::Uuid::now_v7(),
            email: "personne@valmorel.example".to_owned(),
            name: "Compte d’essai".to_owned(),
            language: Language::Fr,
            state: AccountState::Active,
            grants: vec![grant(Role::Agent, &[])],
            created_at: clock::now(),
        };
        instance.store.put_account(&account).await.expect("written");
        let copy = folder.path().join("copie.tar.gz");
        let made = archive::backup(&instance, &copy, Holding::Records).await;
        assert_eq!(made.expect("made").people, None);
        let back = tempfile::tempdir().expect("a folder");
        archive::restore(&copy, back.path())
            .await
            .expect("restored");
        let restored = Instance::open(back.path().to_path_buf()).await;
        let restored = restored.expect("opens");
        assert_eq!(restored.store.accounts().await.expect("read"), []);
        let uses = restored.store.all::<UseCase>().await.expect("read");
        let before = instance.store.all::<UseCase>().await.expect("read");
        assert_eq!(uses.len(), before.len());
    });
}
