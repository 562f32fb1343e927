//! Signing in at a provider: what goes well, and everything that must not.
//!
//! `tables` lists what a provider may do and what comes of it, `returns` what may come back from
//! one. `provider` does what its `ways` say, `signer` holds its keys, `settings` is about `vigie.toml`.
//! `journeys` signs in and out in a browser, on a `site` that `vigie serve` runs; `accounts` is
//! about whose account it is.

mod accounts;
mod journeys;
mod provider;
mod returns;
mod settings;
mod signer;
mod site;
mod tables;
mod ways;

use chrono::TimeDelta;
use domain::Language;
use observatory::embedded;
use observatory::identity::oidc::{Client, Finder, Identity, OidcError, Pending, Settings};
use openidconnect::url::Url;
use provider::{Provider, now};
use publish::Words;
use serde_json::json;
use signer::Signer;
use std::net::TcpListener;
use ways::Ways;

/// What differs in the settings from those that suit the provider.
type Change = fn(&mut Settings);

/// A whole sign-in at a provider.
async fn sign_in(ways: Ways, set: Change) -> Result<Identity, OidcError> {
    let provider = Provider::start(ways).await;
    let mut settings = provider.settings();
    set(&mut settings);
    let client = Client::discover(settings).await?;
    let begun = client.begin(now());
    let query = provider.visit(&begun.url).await;
    client.finish(begun.pending, &query, now()).await
}

/// A provider where nothing is wrong, and the client that found it.
async fn usual() -> (Provider, Client) {
    let provider = Provider::start(Ways::default()).await;
    let client = Client::discover(provider.settings()).await;
    (provider, client.expect("found"))
}

#[tokio::test]
async fn a_person_is_told_who_they_are() {
    let who = sign_in(Ways::default(), |_| ()).await.expect("signs in");
    assert_eq!(who.subject, "e7a1");
    assert_eq!(who.email, "camille.martin@valmorel.example");
    assert_eq!(who.given_name.as_deref(), Some("Camille"));
    assert_eq!(who.usual_name.as_deref(), Some("Martin"));
    assert_eq!(who.siret.as_deref(), Some("21990001600018"));
    assert_eq!(who.amr, ["pwd", "mfa"]);
    assert!(who.issuer.ends_with("/api/v2"));
    assert_eq!(who.id_token.split('.').count(), 3);
    let shown = format!("{who:?}");
    let is_hidden = !shown.contains("amille") && !shown.contains("e7a1");
    assert!(is_hidden, "{shown}");
}

#[tokio::test]
async fn the_provider_receives_what_was_set_and_nothing_else() {
    let cases: [(Change, &str); 6] = [
        (|set| set.pkce = false, ""),
        (|_| (), "code_challenge code_challenge_method"),
        (
            |set| set.acr_values = vec!["eidas1".to_owned()],
            "acr_values code_challenge code_challenge_method",
        ),
        (
            |set| (set.pkce, set.essential_amr) = (false, true),
            "claims",
        ),
        // What is demanded is asked for, or nobody would come in.
        (
            |set| (set.pkce, set.accepted_amr) = (false, vec!["mfa".to_owned()]),
            "claims",
        ),
        (
            |set| (set.pkce, set.accepted_acr) = (false, vec!["eidas2".to_owned()]),
            "acr_values",
        ),
    ];
    for (set, more) in cases {
        let provider = Provider::start(Ways::default()).await;
        let mut settings = provider.settings();
        set(&mut settings);
        let client = Client::discover(settings).await.expect("found");
        let begun = client.begin(now());
        provider.visit(&begun.url).await;
        let mut expected: Vec<_> = "response_type client_id state redirect_uri scope nonce"
            .split(' ')
            .chain(more.split_whitespace())
            .collect();
        expected.sort_unstable();
        assert_eq!(provider.asked(), expected);
    }
}

#[tokio::test]
async fn what_is_kept_is_random_and_hidden() {
    let (_, client) = usual().await;
    let [one, other] = [client.begin(now()), client.begin(now())];
    let Pending { state, nonce, .. } = &one.pending;
    assert!(state.len() >= 32 && nonce.len() >= 32);
    let secrets = [state, nonce, &other.pending.state, &other.pending.nonce];
    let distinct: std::collections::BTreeSet<_> = secrets.iter().collect();
    assert_eq!(distinct.len(), 4);
    let shown = format!("{one:?} {:?}", one.pending);
    assert!(
        secrets
            .iter()
            .all(|secret| !shown.contains(secret.as_str()))
    );
}

#[tokio::test]
async fn providers_that_do_not_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let issuer = format!("http://{}", listener.local_addr().expect("an address"));
    let silent = Client::discover(provider::settings(&issuer)).await.err();
    assert_eq!(silent, Some(OidcError::Unreachable), "after ten seconds");
    drop(listener);
    let down = Client::discover(provider::settings(&issuer)).await.err();
    assert_eq!(down, Some(OidcError::Unreachable), "down");
}

#[tokio::test]
async fn a_provider_is_looked_for_again_and_remembered_when_it_fails() {
    let provider = Provider::start(Ways::default()).await;
    let finder = Finder::new(provider.settings());
    let break_it = |is_broken: bool| {
        provider.change(|ways| {
            ways.description = match is_broken {
                true => json!({"token_endpoint": null}),
                false => json!({}),
            };
        });
    };
    let cases = [
        ("broken", true, 0, Some(OidcError::Discovery)),
        ("mended, left alone", false, 9, Some(OidcError::Discovery)),
        ("mended", false, 10, None),
        ("broken, not looked for", true, 600, None),
        ("broken, remembered", true, 7_200, None),
        ("mended again", false, 7_300, None),
    ];
    for (name, is_broken, second, expected) in cases {
        break_it(is_broken);
        let found = finder.client(now() + TimeDelta::seconds(second)).await;
        assert_eq!(found.err(), expected, "{name}");
    }
}

#[tokio::test]
async fn signing_out_goes_through_the_provider() {
    let (_, client) = usual().await;
    let claims = json!({"iss": "https://x.example", "sub": "a", "aud": "b", "exp": 1, "iat": 1});
    let token = Signer::Curve.sign(&claims);
    let url = client.logout_url(&token, "come-back").expect("a page");
    let told: Vec<_> = url.query_pairs().into_owned().collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let expected = [
        pair("id_token_hint", &token),
        pair("post_logout_redirect_uri", "https://vigie.exemple.fr/"),
        pair("state", "come-back"),
    ];
    assert!(url.path().ends_with("/session/end"));
    assert_eq!(told, expected);
    assert_eq!(client.logout_url("no token", "s"), None::<Url>);

    let provider = Provider::start(Ways {
        description: json!({"end_session_endpoint": null}),
        ..Ways::default()
    })
    .await;
    let client = Client::discover(provider.settings()).await.expect("found");
    assert_eq!(client.logout_url(&token, "s"), None);
}

#[test]
fn every_failure_says_what_to_do_in_both_languages() {
    let (words, diagnostics) = Words::read(&embedded::words());
    assert_eq!(diagnostics, []);
    for error in OidcError::ALL {
        for language in [Language::Fr, Language::En] {
            let remark = error.remark();
            assert_ne!(words.remark(language, &remark), remark.key, "{error}");
            assert_ne!(words.hint(language, &remark), "", "{error}");
        }
    }
}
