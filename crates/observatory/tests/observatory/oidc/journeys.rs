//! There and back in a browser, when the account is known.

use super::site::{
    Browser, CAMILLE, PASSWORD, RECOVERY, away, credentials, leads, says, site, site_with,
    with_code,
};
use domain::people::AccountState::{Active, Disabled, Invited};
use serde_json::json;

const SPACE: &str = "/fr/collectivite/espace";

#[test]
fn a_known_person_comes_in_and_goes_where_they_wanted() {
    let site = site("");
    site.link(site.account(Active, &credentials(false)));
    let mut browser = site.browser();
    let back = browser.go("/fr/collectivite/registre");
    let secret = browser.jar["vigie-retour"].clone();
    leads(&browser.get(&back), "/fr/collectivite/registre");
    assert!(browser.is_in());
    assert!(!browser.jar.contains_key("vigie-retour"), "forgotten");
    // The same return again, in the same browser and with the secret it had.
    let mut again = site.browser();
    again.jar.insert("vigie-retour".to_owned(), secret);
    says(&again.get(&back), 400, "ne correspond à aucune connexion");
    assert!(!again.is_in());
    site.assert_discreet();
}

#[test]
fn a_return_is_worth_nothing_elsewhere() {
    let site = site("");
    site.link(site.account(Active, &credentials(false)));
    let mut browser = site.browser();
    let back = browser.go("");
    says(
        &site.browser().get(&back),
        400,
        "ne correspond à aucune connexion",
    );
    let mut other = site.browser();
    other.go("");
    says(&other.get(&back), 400, "ne correspond à aucune connexion");
    leads(&browser.get(&back), SPACE);
    let mut lured = site.browser();
    let back = lured.go("https://ailleurs.example/fr/");
    leads(&lured.get(&back), SPACE);
    says(
        &lured.get("/connexion/retour?code=c&state=s"),
        400,
        "ne correspond à aucune connexion",
    );
}

#[test]
fn what_fails_at_the_provider_is_told_with_what_to_do() {
    let site = site(&format!("allowed_siret = ['{}']", super::provider::SIRET));
    site.link(site.account(Active, &credentials(false)));
    let refused = |words: &str, status| {
        let mut browser = site.browser();
        let page = browser.sign_in();
        says(&page, status, words);
        assert!(!page.body.contains("paul.martin"), "{}", page.body);
        assert!(!browser.is_in());
    };
    site.provider.change(|ways| ways.codes_expire = true);
    refused("Recommencez la connexion", 400);
    site.provider.change(|ways| ways.codes_expire = false);
    site.provider.change(|ways| ways.knows_pkce = false);
    refused("n’accepte pas PKCE", 502);
    site.provider.change(|ways| ways.knows_pkce = true);
    site.provider
        .change(|ways| ways.refusal = Some("access_denied"));
    refused("refusé ou abandonné", 403);
    site.provider.change(|ways| ways.refusal = None);
    site.provider
        .change(|ways| ways.person = json!({"siret": "21990002400012"}));
    refused("n’a pas accès à cet observatoire", 403);
    site.provider
        .change(|ways| ways.person = json!({"sub": "b2"}));
    refused("une autre personne", 502);
    site.provider.change(|ways| ways.person = json!({}));
    leads(&site.browser().sign_in(), SPACE);
    site.assert_discreet();
}

#[test]
fn a_sign_in_that_is_too_weak_is_refused_and_says_what_to_do() {
    let site = site("accepted_acr = ['eidas2']\naccepted_amr = ['mfa']");
    site.link(site.account(Active, &credentials(false)));
    let told = |id_token| site.provider.change(|ways| ways.id_token = id_token);
    for weak in [
        json!({"acr": "eidas1"}),
        json!({"acr": "eidas2", "amr": ["pwd"]}),
    ] {
        told(weak);
        let mut browser = site.browser();
        let page = browser.sign_in();
        says(&page, 403, "demande une connexion plus sûre");
        says(&page, 403, "votre second facteur");
        assert!(!browser.is_in());
    }
    site.assert_logged("too weak a sign-in", "eidas1");
    told(json!({"acr": "eidas2"}));
    leads(&site.browser().sign_in(), SPACE);
    site.assert_discreet();
}

#[test]
fn a_code_is_asked_for_unless_the_provider_asked_for_one() {
    let site = site("");
    site.link(site.account(Active, &with_code(true)));
    let mut browser = site.browser();
    leads(&browser.sign_in(), SPACE);
    assert!(browser.is_in(), "the provider asked");
    for ways in [json!({"amr": ["pwd"]}), json!({"amr": null})] {
        site.provider.change(|is| is.id_token = ways);
        let mut browser = site.browser();
        let page = browser.sign_in();
        let code = "/fr/collectivite/connexion/code?vers=%2Ffr%2Fcollectivite%2Fespace";
        leads(&page, code);
        assert!(!browser.is_in());
    }
    let mut browser = site.browser();
    browser.sign_in();
    let given = [("code", RECOVERY), ("vers", SPACE)];
    leads(
        &browser.post("/fr/collectivite/connexion/code", &given),
        SPACE,
    );
    assert!(browser.is_in());
    let page = sign_out(&mut browser);
    assert!(
        away(&page).path().ends_with("/session/end"),
        "the token followed the code"
    );
}

#[test]
fn a_closed_account_stays_closed_and_one_opened_again_opens() {
    let site = site("");
    let id = site.account(Disabled, &with_code(false));
    site.link(id);
    says(&site.browser().sign_in(), 403, "Ce compte est fermé");
    let again = async {
        let mut account = site.store.account(id).await.expect("read").expect("there");
        account.state = Invited;
        site.store.put_account(&account).await.expect("written");
    };
    site.runtime.block_on(again);
    let mut browser = site.browser();
    leads(&browser.sign_in(), SPACE);
    assert!(browser.is_in());
}

fn sign_out(browser: &mut Browser) -> crate::browser::Answer {
    let page = browser.get(SPACE);
    let token = page.body.split("name=\"jeton\" value=\"").nth(1);
    let token = token
        .and_then(|rest| rest.split('"').next())
        .expect("a form");
    browser.post("/fr/collectivite/deconnexion", &[("jeton", token)])
}

#[test]
fn signing_out_goes_there_and_back() {
    let site = site("");
    site.link(site.account(Active, &credentials(false)));
    let mut browser = site.browser();
    browser.sign_in();
    let page = sign_out(&mut browser);
    let url = away(&page);
    assert!(!browser.is_in(), "out here already");
    let told = |name: &str| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.into_owned())
    };
    let state = told("state").expect("a state");
    let back = told("post_logout_redirect_uri").expect("an address");
    assert_eq!(back, "http://localhost/deconnexion/retour");
    assert_eq!(
        told("id_token_hint").expect("a token").split('.').count(),
        3
    );
    let left = format!("/deconnexion/retour?state={state}");
    says(&site.browser().get(&left), 400, "aucune déconnexion");
    leads(&browser.get(&left), "/fr/collectivite/");
    says(&browser.get(&left), 400, "aucune déconnexion");
    browser.sign_in();
    sign_out(&mut browser);
    says(
        &browser.get("/deconnexion/retour?state=x"),
        400,
        "aucune déconnexion",
    );
}

#[test]
fn somebody_who_came_by_a_password_signs_out_here_alone() {
    let site = site("");
    site.account(Active, &credentials(false));
    let mut browser = site.browser();
    let typed = [("courriel", CAMILLE), ("motdepasse", PASSWORD)];
    leads(&browser.post("/fr/collectivite/connexion", &typed), SPACE);
    leads(&sign_out(&mut browser), "/fr/collectivite/");
}

#[test]
fn the_page_has_a_button_and_keeps_the_form_unless_it_is_closed() {
    let open = site("name = 'Mon compte'");
    let page = open.browser().get("/fr/collectivite/connexion?vers=/fr/x");
    says(&page, 200, "Se connecter avec Mon compte");
    says(&page, 200, "name=\"motdepasse\"");
    says(&page, 200, "name=\"vers\" value=\"/fr/x\"");
    assert!(!page.body.contains("ProConnect"));
    drop(open);
    let closed = site("name = 'ProConnect'\nlocal = false");
    closed.account(Active, &credentials(false));
    let mut browser = closed.browser();
    let page = browser.get("/fr/collectivite/connexion");
    says(&page, 200, "S’identifier avec ProConnect");
    says(&page, 200, "https://www.proconnect.gouv.fr/");
    assert!(!page.body.contains("name=\"motdepasse\""));
    let typed = [("courriel", CAMILLE), ("motdepasse", PASSWORD)];
    assert_eq!(
        browser.post("/fr/collectivite/connexion", &typed).status,
        403
    );
    assert!(!browser.is_in());
}

#[test]
fn over_https_the_cookie_is_bound_to_the_site() {
    let site = site_with("public_url = 'https://vigie.exemple.fr'", "");
    let page = site.browser().post(super::site::DOOR, &[]);
    let cookie = page.header("set-cookie");
    let (pair, rest) = cookie.split_once("; ").expect("attributes");
    assert!(pair.starts_with("__Host-vigie-retour="), "{cookie}");
    assert_eq!(rest, "Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure");
    let headers = [("Origin", "https://ailleurs.example")];
    let foreign = crate::browser::post(site.address, super::site::DOOR, &headers, "");
    assert_eq!(foreign.status, 400);
}

#[test]
fn a_provider_that_is_down_stops_nobody_else() {
    let site = site("");
    site.provider
        .change(|ways| ways.description = json!({"token_endpoint": null}));
    site.account(Active, &credentials(false));
    let mut browser = site.browser();
    says(&browser.post(super::site::DOOR, &[]), 502, "issuer");
    let typed = [("courriel", CAMILLE), ("motdepasse", PASSWORD)];
    leads(&browser.post("/fr/collectivite/connexion", &typed), SPACE);
}
