//! Signing in at a provider: what goes well, and everything that must not.
//!
//! `provider` does as it is told, `signer` holds its keys, `settings` is about `vigie.toml`.

mod provider;
mod settings;
mod signer;

use chrono::TimeDelta;
use domain::Language;
use observatory::embedded;
use observatory::identity::oidc::{Algorithm, Client, Identity, OidcError, Pending, Settings};
use openidconnect::ClientSecret;
use openidconnect::url::Url;
use provider::{Provider, Shape, Ways, now};
use publish::Words;
use serde_json::json;
use signer::Signer;
use std::net::TcpListener;

/// A whole sign-in at a provider, with settings that may differ from those that suit it.
async fn sign_in(ways: Ways, set: fn(&mut Settings)) -> Result<Identity, OidcError> {
    let provider = Provider::start(ways).await;
    let mut settings = provider.settings();
    set(&mut settings);
    let client = Client::discover(settings).await?;
    let begun = client.begin(now());
    let query = provider.visit(&begun.url).await;
    client.finish(begun.pending, &query, now()).await
}

fn as_is(_: &mut Settings) {}

type Case = (&'static str, Ways, fn(&mut Settings), Option<OidcError>);

async fn check(cases: Vec<Case>) {
    for (name, ways, set, expected) in cases {
        let found = sign_in(ways, set).await.err();
        assert_eq!(found, expected, "{name}");
    }
}

/// The usual provider, with what differs.
macro_rules! ways {
    ($($field:ident: $value:expr),* $(,)?) => {
        Ways { $($field: $value,)* ..Ways::default() }
    };
}

#[tokio::test]
async fn a_person_is_told_who_they_are() {
    let who = sign_in(Ways::default(), as_is).await.expect("signs in");
    assert_eq!(who.subject, "e7a1");
    assert_eq!(who.email, "camille.martin@valmorel.example");
    assert_eq!(who.given_name.as_deref(), Some("Camille"));
    assert_eq!(who.usual_name.as_deref(), Some("Martin"));
    assert_eq!(who.siret.as_deref(), Some("21990001600018"));
    assert_eq!(who.amr, ["pwd", "mfa"]);
    assert!(who.issuer.ends_with("/api/v2"));
    assert_eq!(who.id_token.split('.').count(), 3);
    let shown = format!("{who:?}");
    assert!(
        !shown.contains("amille") && !shown.contains("e7a1"),
        "{shown}"
    );
}

#[tokio::test]
async fn providers_that_differ_but_are_right() {
    let no_pkce: fn(&mut Settings) = |settings| settings.pkce = false;
    let anybody: fn(&mut Settings) = |settings| settings.allowed_siret.clear();
    let signed = |signer| ways! { userinfo: Shape::Signed(signer) };
    check(vec![
        (
            "userinfo signed on a curve",
            signed(Signer::Curve),
            as_is,
            None,
        ),
        ("userinfo signed with RSA", signed(Signer::Rsa), as_is, None),
        (
            "userinfo signed with the secret",
            signed(Signer::Secret),
            as_is,
            None,
        ),
        (
            "ID token signed with RSA",
            ways! { signer: Signer::Rsa },
            as_is,
            None,
        ),
        (
            "ID token signed with the secret",
            ways! { signer: Signer::Secret },
            as_is,
            None,
        ),
        (
            "no PKCE, not known",
            ways! { knows_pkce: false },
            no_pkce,
            None,
        ),
        ("no PKCE, though known", ways! {}, no_pkce, None),
        (
            "secret in the body",
            ways! { secret_in_body: true },
            as_is,
            None,
        ),
        (
            "keys renewed since",
            ways! { renews_keys: true },
            as_is,
            None,
        ),
        (
            "any siret",
            ways! { person: json!({"siret": "1"}) },
            anybody,
            None,
        ),
        (
            "no siret asked",
            ways! { person: json!({"siret": null}) },
            anybody,
            None,
        ),
        (
            "verified not told",
            ways! { person: json!({"email_verified": null}) },
            as_is,
            None,
        ),
        (
            "verified in words",
            ways! { person: json!({"email_verified": "true"}) },
            as_is,
            None,
        ),
        (
            "two audiences in userinfo",
            ways! {
                userinfo: Shape::Signed(Signer::Curve),
                person: json!({"aud": ["vigie-essai", "another"]}),
            },
            as_is,
            None,
        ),
    ])
    .await;
}

#[tokio::test]
async fn tokens_that_must_not_be_believed() {
    let signer = |signer| ways! { signer: signer };
    let id_token = |claims| ways! { id_token: claims };
    let rsa_alone: fn(&mut Settings) = |settings| settings.algorithms = vec![Algorithm::Rs256];
    let no_secret: fn(&mut Settings) =
        |settings| settings.algorithms = vec![Algorithm::Rs256, Algorithm::Es256];
    check(vec![
        (
            "another nonce",
            id_token(json!({"nonce": "n"})),
            as_is,
            Some(OidcError::Nonce),
        ),
        (
            "no nonce",
            id_token(json!({"nonce": null})),
            as_is,
            Some(OidcError::Nonce),
        ),
        (
            "another audience",
            id_token(json!({"aud": "x"})),
            as_is,
            Some(OidcError::Audience),
        ),
        (
            "one audience too many",
            id_token(json!({"aud": ["vigie-essai", "x"]})),
            as_is,
            Some(OidcError::Audience),
        ),
        (
            "another issuer",
            id_token(json!({"iss": "https://x.example"})),
            as_is,
            Some(OidcError::Issuer),
        ),
        (
            "expired",
            id_token(json!({"exp": now().timestamp() - 61})),
            as_is,
            Some(OidcError::Expired),
        ),
        (
            "no subject",
            id_token(json!({"sub": null})),
            as_is,
            Some(OidcError::Token),
        ),
        (
            "another key",
            signer(Signer::Stranger),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "not signed",
            signer(Signer::Nobody),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "public key as secret",
            signer(Signer::Confuser),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "curve, not agreed",
            signer(Signer::Curve),
            rsa_alone,
            Some(OidcError::Signature),
        ),
        (
            "secret, not agreed",
            signer(Signer::Secret),
            no_secret,
            Some(OidcError::Signature),
        ),
    ])
    .await;
}

#[tokio::test]
async fn userinfo_that_must_not_be_believed() {
    let signed = |signer| ways! { userinfo: Shape::Signed(signer) };
    let sealed = |claims| ways! { userinfo: Shape::Signed(Signer::Curve), person: claims };
    let shape = |shape| ways! { userinfo: shape };
    let no_curve: fn(&mut Settings) = |settings| settings.algorithms = vec![Algorithm::Hs256];
    let by_secret = ways! { signer: Signer::Secret, userinfo: Shape::Signed(Signer::Curve) };
    check(vec![
        (
            "another subject",
            ways! { person: json!({"sub": "b2"}) },
            as_is,
            Some(OidcError::Subject),
        ),
        (
            "another subject, signed",
            sealed(json!({"sub": "b2"})),
            as_is,
            Some(OidcError::Subject),
        ),
        (
            "no subject",
            ways! { person: json!({"sub": null}) },
            as_is,
            Some(OidcError::Userinfo),
        ),
        (
            "another issuer",
            sealed(json!({"iss": "https://x.example"})),
            as_is,
            Some(OidcError::Issuer),
        ),
        (
            "no issuer",
            sealed(json!({"iss": null})),
            as_is,
            Some(OidcError::Issuer),
        ),
        (
            "another audience",
            sealed(json!({"aud": "x"})),
            as_is,
            Some(OidcError::Audience),
        ),
        (
            "no audience",
            sealed(json!({"aud": null})),
            as_is,
            Some(OidcError::Audience),
        ),
        (
            "expired",
            sealed(json!({"exp": now().timestamp() - 61})),
            as_is,
            Some(OidcError::Expired),
        ),
        (
            "another key",
            signed(Signer::Stranger),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "not signed",
            signed(Signer::Nobody),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "public key as secret",
            signed(Signer::Confuser),
            as_is,
            Some(OidcError::Signature),
        ),
        (
            "curve, not agreed",
            by_secret,
            no_curve,
            Some(OidcError::Signature),
        ),
        (
            "a page",
            shape(Shape::Page),
            as_is,
            Some(OidcError::Userinfo),
        ),
        (
            "a redirection",
            shape(Shape::Elsewhere),
            as_is,
            Some(OidcError::Userinfo),
        ),
        (
            "without end",
            shape(Shape::Endless),
            as_is,
            Some(OidcError::TooLong),
        ),
        (
            "broken",
            shape(Shape::Broken),
            as_is,
            Some(OidcError::OutOfOrder),
        ),
    ])
    .await;
}

#[tokio::test]
async fn persons_who_may_not_come_in() {
    let person = |claims| ways! { person: claims };
    check(vec![
        (
            "siret not allowed",
            person(json!({"siret": "21990002400012"})),
            as_is,
            Some(OidcError::SiretNotAllowed),
        ),
        (
            "siret missing",
            person(json!({"siret": null})),
            as_is,
            Some(OidcError::NoSiret),
        ),
        (
            "siret empty",
            person(json!({"siret": " "})),
            as_is,
            Some(OidcError::NoSiret),
        ),
        (
            "no e-mail",
            person(json!({"email": null})),
            as_is,
            Some(OidcError::NoEmail),
        ),
        (
            "e-mail that is none",
            person(json!({"email": "camille"})),
            as_is,
            Some(OidcError::NoEmail),
        ),
        (
            "e-mail of two lines",
            person(json!({"email": "a@b.fr\nBcc: c@d.fr"})),
            as_is,
            Some(OidcError::NoEmail),
        ),
        (
            "e-mail not verified",
            person(json!({"email_verified": false})),
            as_is,
            Some(OidcError::EmailNotVerified),
        ),
        (
            "not verified, in words",
            person(json!({"email_verified": "false"})),
            as_is,
            Some(OidcError::EmailNotVerified),
        ),
    ])
    .await;
}

#[tokio::test]
async fn providers_that_refuse() {
    let refusal = |error| ways! { refusal: Some(error) };
    let wrong_secret: fn(&mut Settings) =
        |settings| settings.client_secret = ClientSecret::new("another".to_owned());
    check(vec![
        (
            "access denied",
            refusal("access_denied"),
            as_is,
            Some(OidcError::Denied),
        ),
        (
            "overloaded",
            refusal("temporarily_unavailable"),
            as_is,
            Some(OidcError::OutOfOrder),
        ),
        (
            "scope not known",
            refusal("invalid_scope"),
            as_is,
            Some(OidcError::RequestRefused),
        ),
        (
            "PKCE not known",
            ways! { knows_pkce: false },
            as_is,
            Some(OidcError::RequestRefused),
        ),
        (
            "expired code",
            ways! { codes_expire: true },
            as_is,
            Some(OidcError::CodeRefused),
        ),
        (
            "wrong secret",
            ways! {},
            wrong_secret,
            Some(OidcError::ClientRefused),
        ),
    ])
    .await;
}

#[tokio::test]
async fn descriptions_that_cannot_be_used() {
    let described = |over| ways! { description: over };
    let long = "e".repeat(1_000_000);
    check(vec![
        (
            "another issuer",
            described(json!({"issuer": "https://x.example"})),
            as_is,
            Some(OidcError::OtherProvider),
        ),
        (
            "no token endpoint",
            described(json!({"token_endpoint": null})),
            as_is,
            Some(OidcError::Discovery),
        ),
        (
            "no userinfo",
            described(json!({"userinfo_endpoint": null})),
            as_is,
            Some(OidcError::Discovery),
        ),
        (
            "no keys",
            described(json!({"jwks_uri": null})),
            as_is,
            Some(OidcError::Discovery),
        ),
        (
            "without end",
            described(json!({"long": long})),
            as_is,
            Some(OidcError::TooLong),
        ),
    ])
    .await;
}

#[tokio::test]
async fn providers_that_do_not_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let issuer = format!("http://{}", listener.local_addr().expect("an address"));
    let silent = Client::discover(provider::settings(&issuer)).await;
    assert_eq!(
        silent.err(),
        Some(OidcError::Unreachable),
        "silent for ten seconds"
    );
    drop(listener);
    let down = Client::discover(provider::settings(&issuer)).await;
    assert_eq!(down.err(), Some(OidcError::Unreachable), "down");
}

/// What a return is worth, for a sign-in kept as the database keeps it.
async fn come_back(change: fn(&mut Pending, &mut String), after: TimeDelta) -> Option<OidcError> {
    let provider = Provider::start(Ways::default()).await;
    let client = Client::discover(provider.settings()).await.expect("found");
    let begun = client.begin(now());
    let mut query = provider.visit(&begun.url).await;
    let kept = serde_json::to_string(&begun.pending).expect("JSON");
    let mut pending: Pending = serde_json::from_str(&kept).expect("the same");
    change(&mut pending, &mut query);
    client.finish(pending, &query, now() + after).await.err()
}

#[tokio::test]
async fn returns_that_are_not_ours() {
    let cases: [(&str, fn(&mut Pending, &mut String), i64, Option<OidcError>); 11] = [
        ("ours", |_, _| (), 0, None),
        ("in time", |_, _| (), 600, None),
        ("too late", |_, _| (), 601, Some(OidcError::TooLate)),
        (
            "another state",
            |pending, _| pending.state.replace_range(..1, "~"),
            0,
            Some(OidcError::State),
        ),
        (
            "no state",
            |_, query| *query = "code=c".to_owned(),
            0,
            Some(OidcError::State),
        ),
        (
            "a refusal without state",
            |_, query| *query = "error=access_denied".to_owned(),
            0,
            Some(OidcError::State),
        ),
        (
            "two states",
            |pending, query| *query = format!("{query}&state={}", pending.state),
            0,
            Some(OidcError::Return),
        ),
        (
            "no code",
            |pending, query| *query = format!("state={}", pending.state),
            0,
            Some(OidcError::Return),
        ),
        (
            "another provider",
            |pending, query| {
                *query = format!("state={}&code=c&iss=https://x.example", pending.state)
            },
            0,
            Some(OidcError::OtherProvider),
        ),
        (
            "another nonce",
            |pending, _| pending.nonce.replace_range(..1, "~"),
            0,
            Some(OidcError::Nonce),
        ),
        (
            "another verifier",
            |pending, _| pending.verifier = Some("v".repeat(43)),
            0,
            Some(OidcError::CodeRefused),
        ),
    ];
    for (name, change, seconds, expected) in cases {
        let found = come_back(change, TimeDelta::seconds(seconds)).await;
        assert_eq!(found, expected, "{name}");
    }
}

#[tokio::test]
async fn a_return_serves_once() {
    let provider = Provider::start(Ways::default()).await;
    let client = Client::discover(provider.settings()).await.expect("found");
    let begun = client.begin(now());
    let query = provider.visit(&begun.url).await;
    let kept = serde_json::to_string(&begun.pending).expect("JSON");
    let first = client.finish(begun.pending, &query, now()).await;
    assert!(first.is_ok());
    let other = client.begin(now());
    let replayed = client.finish(other.pending, &query, now()).await;
    assert_eq!(replayed.err(), Some(OidcError::State), "replayed state");
    let same = serde_json::from_str(&kept).expect("the same");
    let again = client.finish(same, &query, now()).await;
    assert_eq!(again.err(), Some(OidcError::CodeRefused), "code used twice");
}

#[tokio::test]
async fn the_provider_receives_what_was_set_and_nothing_else() {
    let usual = "response_type client_id state redirect_uri scope nonce";
    let cases: [(fn(&mut Settings), &str); 4] = [
        (|settings| settings.pkce = false, ""),
        (|_| (), " code_challenge code_challenge_method"),
        (
            |settings| (settings.pkce, settings.acr_values) = (false, vec!["eidas1".to_owned()]),
            " acr_values",
        ),
        (
            |settings| (settings.pkce, settings.essential_amr) = (false, true),
            " claims",
        ),
    ];
    for (set, more) in cases {
        let provider = Provider::start(Ways::default()).await;
        let mut settings = provider.settings();
        set(&mut settings);
        let client = Client::discover(settings).await.expect("found");
        let begun = client.begin(now());
        provider.visit(&begun.url).await;
        let mut asked = provider.asked();
        let mut expected: Vec<_> = usual.split(' ').chain(more.split_whitespace()).collect();
        asked.sort();
        expected.sort_unstable();
        assert_eq!(asked, expected);
        let Pending { state, nonce, .. } = &begun.pending;
        assert!(state.len() >= 32 && nonce.len() >= 32 && state != nonce);
        assert!(!format!("{begun:?} {:?}", begun.pending).contains(state.as_str()));
    }
}

#[tokio::test]
async fn signing_out_goes_through_the_provider() {
    let provider = Provider::start(Ways::default()).await;
    let client = Client::discover(provider.settings()).await.expect("found");
    let token = Signer::Curve
        .sign(&json!({"iss": "https://x.example", "sub": "a", "aud": "b", "exp": 1, "iat": 1}));
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

    let without = ways! { description: json!({"end_session_endpoint": null}) };
    let provider = Provider::start(without).await;
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
