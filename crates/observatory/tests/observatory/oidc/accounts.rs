//! Whose account it is, when the provider is not known to vouch for it yet.

use super::site::{CONFIRM, PASSWORD, RECOVERY, Site, credentials, leads, says, site, with_code};
use domain::people::AccountState::{Active, Invited};
use domain::people::Role;
use observatory::clock;
use observatory::identity::sign_in;
use serde_json::json;
use store::Purpose;
use uuid::Uuid;

const SPACE: &str = "/fr/collectivite/espace";

#[test]
fn a_password_is_asked_for_once() {
    let site = site("");
    let id = site.account(Active, &credentials(false));
    let mut browser = site.browser();
    leads(&browser.sign_in(), CONFIRM);
    assert!(!browser.is_in());
    assert_eq!(site.linked(), None, "nothing is bound in silence");
    let page = browser.get(CONFIRM);
    says(&page, 200, "camille.martin@valmorel.example");
    assert!(!page.body.contains("name=\"code\""));
    for wrong in ["", "quatre corbeaux sous le toit"] {
        let page = browser.post(CONFIRM, &[("motdepasse", wrong)]);
        says(&page, 422, "ce n’est pas celui de ce compte");
        assert!(!browser.is_in());
    }
    assert_eq!(site.linked(), None);
    let mut other = site.browser();
    let stolen = other.post(CONFIRM, &[("motdepasse", PASSWORD)]);
    says(&stolen, 400, "ne correspond à aucune connexion");
    leads(&browser.post(CONFIRM, &[("motdepasse", PASSWORD)]), SPACE);
    assert!(browser.is_in());
    assert_eq!(site.linked(), Some(id));
    let again = browser.post(CONFIRM, &[("motdepasse", PASSWORD)]);
    says(&again, 400, "ne correspond à aucune connexion");
    let mut later = site.browser();
    leads(&later.sign_in(), SPACE);
    assert!(later.is_in());
    site.assert_discreet();
}

#[test]
fn wrong_passwords_make_the_account_wait() {
    let site = site("");
    site.account(Active, &credentials(false));
    let mut browser = site.browser();
    browser.sign_in();
    for _ in 0..5 {
        browser.post(CONFIRM, &[("motdepasse", "x")]);
    }
    let page = browser.post(CONFIRM, &[("motdepasse", PASSWORD)]);
    says(&page, 429, "Trop d’essais");
    assert_eq!(site.linked(), None);
}

#[test]
fn a_second_factor_is_asked_for_with_the_password() {
    let site = site("");
    let id = site.account(Active, &credentials(true));
    let mut browser = site.browser();
    leads(&browser.sign_in(), CONFIRM);
    says(&browser.get(CONFIRM), 200, "name=\"code\"");
    let tries = [(PASSWORD, "000000"), (PASSWORD, ""), ("x", RECOVERY)];
    for (password, code) in tries {
        let page = browser.post(CONFIRM, &[("motdepasse", password), ("code", code)]);
        says(&page, 422, "ils ne vont pas ensemble");
    }
    assert_eq!(site.linked(), None);
    let form = [("motdepasse", PASSWORD), ("code", RECOVERY)];
    leads(&browser.post(CONFIRM, &form), SPACE);
    assert!(browser.is_in());
    assert_eq!(site.linked(), Some(id));
}

fn invite(site: &Site, id: Uuid) {
    let made = sign_in::link(&site.store, id, Purpose::Invitation, clock::now());
    site.runtime.block_on(made).expect("a link");
}

#[test]
fn an_invited_person_says_that_it_is_them() {
    let site = site("");
    let id = site.account(Invited, &with_code(false));
    says(&site.browser().sign_in(), 403, "rien ne permet encore");
    invite(&site, id);
    site.provider
        .change(|ways| ways.person = json!({"email_verified": null}));
    says(&site.browser().sign_in(), 403, "rien ne permet encore");
    site.provider.change(|ways| ways.person = json!({}));
    let mut browser = site.browser();
    leads(&browser.sign_in(), CONFIRM);
    let page = browser.get(CONFIRM);
    says(&page, 200, "est-ce bien vous");
    assert!(!page.body.contains("name=\"motdepasse\""));
    assert_eq!(site.linked(), None);
    leads(&browser.post(CONFIRM, &[]), SPACE);
    assert!(browser.is_in());
    assert_eq!(site.linked(), Some(id));
    let left = site.store.has_token(id, Purpose::Invitation, clock::now());
    assert!(!site.runtime.block_on(left).expect("read"), "used up");
}

#[test]
fn an_invitation_withdrawn_in_between_opens_nothing() {
    let site = site("trust_email = true");
    site.provider
        .change(|ways| ways.person = json!({"email_verified": null}));
    let id = site.account(Invited, &with_code(false));
    invite(&site, id);
    let mut browser = site.browser();
    leads(&browser.sign_in(), CONFIRM);
    let taken = site
        .store
        .take_token_of(id, Purpose::Invitation, clock::now());
    assert!(site.runtime.block_on(taken).expect("read"));
    says(&browser.post(CONFIRM, &[]), 403, "rien ne permet encore");
    assert!(!browser.is_in());
    assert_eq!(site.linked(), None);
}

#[test]
fn nobody_gets_an_account_by_coming_and_an_erased_one_is_forgotten() {
    let site = site("");
    says(&site.browser().sign_in(), 403, "Demandez une invitation");
    says(&site.browser().sign_in(), 403, "Accueil, 02 00 00 00 00");
    let accounts = site.runtime.block_on(site.store.accounts());
    assert_eq!(accounts.expect("read"), []);
    let id = site.account(Active, &credentials(false));
    site.link(id);
    let mut browser = site.browser();
    browser.sign_in();
    assert!(browser.is_in());
    let erased = site.runtime.block_on(site.store.erase_account(id));
    assert!(erased.expect("erased"));
    assert!(!browser.is_in());
    assert_eq!(site.linked(), None);
    says(&site.browser().sign_in(), 403, "Demandez une invitation");
    site.assert_discreet();
}

#[test]
fn an_agent_of_an_allowed_establishment_gets_an_account_when_it_is_wanted() {
    let siret = super::provider::SIRET;
    let more = format!("create = true\nauthority = 'collectivite'\nallowed_siret = ['{siret}']");
    let site = site(&more);
    site.provider
        .change(|ways| ways.person = json!({"siret": "21990002400012"}));
    says(&site.browser().sign_in(), 403, "n’a pas accès");
    site.provider
        .change(|ways| ways.person = json!({"email_verified": null}));
    says(&site.browser().sign_in(), 403, "Demandez une invitation");
    site.provider
        .change(|ways| ways.person = json!({"email": "Camille.MARTIN@valmorel.example"}));
    let mut browser = site.browser();
    leads(&browser.sign_in(), SPACE);
    assert!(browser.is_in());
    let accounts = site.runtime.block_on(site.store.accounts()).expect("read");
    let [account] = accounts.as_slice() else {
        panic!("{accounts:?}");
    };
    assert_eq!(account.email, super::site::CAMILLE);
    assert_eq!(account.name, "Camille Martin");
    assert_eq!(account.grants.len(), 1);
    assert_eq!(account.grants[0].role, Role::Agent);
    assert_eq!(account.grants[0].authority.as_deref(), Some("collectivite"));
    assert_eq!(site.linked(), Some(account.id));
}
