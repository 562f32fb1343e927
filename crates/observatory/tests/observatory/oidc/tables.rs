//! What a provider may do, and what comes of it. A row is a name, what differs from a provider
//! where nothing is wrong, sometimes what differs in the settings, and the error; `None` is a
//! person who signed in.

use super::provider::now;
use super::sign_in;
use super::signer::Signer::{self, Confuser, Curve, Nobody, Rsa, Secret, Stranger};
use super::ways::{Shape, Ways};
use observatory::identity::oidc::Algorithm::{Es256, Hs256, Rs256};
use observatory::identity::oidc::OidcError::{
    Audience, ClientRefused, CodeRefused, Denied, Discovery, EmailNotVerified, Expired, Issuer,
    Level, NoEmail, NoSiret, Nonce, NotYet, OtherProvider, OutOfOrder, RequestRefused, Signature,
    SiretNotAllowed, Subject, Token, TooLong, Userinfo,
};
use observatory::identity::oidc::Settings;
use openidconnect::ClientSecret;
use serde_json::{Value, json};

macro_rules! table {
    ($($name:literal: $ways:expr $(, $set:expr)? => $expected:expr;)*) => {$(
        let set: &[fn(&mut Settings)] = &[$($set)?];
        let set = set.first().copied().unwrap_or(|_| ());
        assert_eq!(sign_in($ways, set).await.err(), $expected, $name);
    )*};
}

/// The usual provider, with what differs.
fn ways(change: impl FnOnce(&mut Ways)) -> Ways {
    let mut ways = Ways::default();
    change(&mut ways);
    ways
}

fn signer(signer: Signer) -> Ways {
    ways(|ways| ways.signer = signer)
}

fn id_token(claims: Value) -> Ways {
    ways(|ways| ways.id_token = claims)
}

fn userinfo(shape: Shape) -> Ways {
    ways(|ways| ways.userinfo = shape)
}

fn person(claims: Value) -> Ways {
    ways(|ways| ways.person = claims)
}

fn signed_person(claims: Value) -> Ways {
    ways(|ways| (ways.userinfo, ways.person) = (Shape::Signed(Curve), claims))
}

fn described(description: Value) -> Ways {
    ways(|ways| ways.description = description)
}

fn refusal(error: &'static str) -> Ways {
    ways(|ways| ways.refusal = Some(error))
}

#[tokio::test]
async fn providers_that_differ_but_are_right() {
    table! {
        "userinfo as JSON":        userinfo(Shape::Json) => None;
        "userinfo signed, ES256":  userinfo(Shape::Signed(Curve)) => None;
        "userinfo signed, RS256":  userinfo(Shape::Signed(Rsa)) => None;
        "userinfo signed, HS256":  userinfo(Shape::Signed(Secret)) => None;
        "userinfo signed, agreed": userinfo(Shape::Signed(Curve)), |s| s.userinfo_signed = true => None;
        "userinfo for two":        signed_person(json!({"aud": ["vigie-essai", "x"]})) => None;
        "ID token, RS256":         signer(Rsa) => None;
        "ID token, HS256":         signer(Secret) => None;
        "no PKCE, not known":      ways(|w| w.knows_pkce = false), |s| s.pkce = false => None;
        "no PKCE, though known":   Ways::default(), |s| s.pkce = false => None;
        "secret in the body":      ways(|w| w.secret_in_body = true) => None;
        "keys renewed since":      ways(|w| w.renews_keys = true) => None;
        "any siret":               person(json!({"siret": "1"})), |s| s.allowed_siret.clear() => None;
        "no siret asked":          person(json!({"siret": null})), |s| s.allowed_siret.clear() => None;
        "verified not told":       person(json!({"email_verified": null})) => None;
        "verified, as a word":     person(json!({"email_verified": "true"})) => None;
        "clocks that differ":      id_token(json!({"exp": now().timestamp() - 59})) => None;
        "holds in a minute":       id_token(json!({"nbf": now().timestamp() + 60})) => None;
        "holds for long":          id_token(json!({"nbf": 1})) => None;
        "userinfo, in a minute":   signed_person(json!({"nbf": now().timestamp() + 60})) => None;
    }
}

#[tokio::test]
async fn tokens_that_must_not_be_believed() {
    table! {
        "another nonce":           id_token(json!({"nonce": "n"})) => Some(Nonce);
        "no nonce":                id_token(json!({"nonce": null})) => Some(Nonce);
        "another audience":        id_token(json!({"aud": "x"})) => Some(Audience);
        "one audience too many":   id_token(json!({"aud": ["vigie-essai", "x"]})) => Some(Audience);
        "another issuer":          id_token(json!({"iss": "https://x.example"})) => Some(Issuer);
        "expired":                 id_token(json!({"exp": now().timestamp() - 61})) => Some(Expired);
        "not yet":                 id_token(json!({"nbf": now().timestamp() + 61})) => Some(NotYet);
        "a start that is none":    id_token(json!({"nbf": "soon"})) => Some(Token);
        "no subject":              id_token(json!({"sub": null})) => Some(Token);
        "another key":             signer(Stranger) => Some(Signature);
        "not signed":              signer(Nobody) => Some(Signature);
        "public key as secret":    signer(Confuser) => Some(Signature);
        "ES256, not agreed":       signer(Curve), |s| s.algorithms = vec![Rs256] => Some(Signature);
        "HS256, not agreed":       signer(Secret), |s| s.algorithms = vec![Rs256, Es256] => Some(Signature);
    }
}

#[tokio::test]
async fn userinfo_that_must_not_be_believed() {
    let by_secret = ways(|w| (w.signer, w.userinfo) = (Secret, Shape::Signed(Curve)));
    table! {
        "another subject":         person(json!({"sub": "b2"})) => Some(Subject);
        "another subject, signed": signed_person(json!({"sub": "b2"})) => Some(Subject);
        "no subject":              person(json!({"sub": null})) => Some(Userinfo);
        "another issuer":          signed_person(json!({"iss": "https://x.example"})) => Some(Issuer);
        "no issuer":               signed_person(json!({"iss": null})) => Some(Issuer);
        "another audience":        signed_person(json!({"aud": "x"})) => Some(Audience);
        "no audience":             signed_person(json!({"aud": null})) => Some(Audience);
        "expired":                 signed_person(json!({"exp": now().timestamp() - 61})) => Some(Expired);
        "not yet":                 signed_person(json!({"nbf": now().timestamp() + 61})) => Some(NotYet);
        "another key":             userinfo(Shape::Signed(Stranger)) => Some(Signature);
        "not signed":              userinfo(Shape::Signed(Nobody)) => Some(Signature);
        "as JSON, not agreed":     userinfo(Shape::Json), |s| s.userinfo_signed = true => Some(Signature);
        "public key as secret":    userinfo(Shape::Signed(Confuser)) => Some(Signature);
        "ES256, not agreed":       by_secret, |s| s.algorithms = vec![Hs256] => Some(Signature);
        "a page":                  userinfo(Shape::Page) => Some(Userinfo);
        "a redirection":           userinfo(Shape::Elsewhere) => Some(Userinfo);
        "a huge answer":           userinfo(Shape::Huge) => Some(TooLong);
        "out of order":            userinfo(Shape::Broken) => Some(OutOfOrder);
    }
}

#[tokio::test]
async fn persons_who_may_not_come_in() {
    table! {
        "siret not allowed":       person(json!({"siret": "21990002400012"})) => Some(SiretNotAllowed);
        "siret missing":           person(json!({"siret": null})) => Some(NoSiret);
        "siret empty":             person(json!({"siret": " "})) => Some(NoSiret);
        "no e-mail":               person(json!({"email": null})) => Some(NoEmail);
        "e-mail that is none":     person(json!({"email": "camille"})) => Some(NoEmail);
        "e-mail of two lines":     person(json!({"email": "a@b.fr\nBcc: c@d.fr"})) => Some(NoEmail);
        "e-mail not verified":     person(json!({"email_verified": false})) => Some(EmailNotVerified);
        "not verified, as a word": person(json!({"email_verified": "false"})) => Some(EmailNotVerified);
    }
}

fn two_factors(settings: &mut Settings) {
    settings.accepted_amr = vec!["mfa".to_owned(), "otp".to_owned()];
}

fn second_level(settings: &mut Settings) {
    settings.accepted_acr = vec!["eidas2".to_owned(), "eidas3".to_owned()];
}

fn both(settings: &mut Settings) {
    two_factors(settings);
    second_level(settings);
}

/// What the provider tells of the strength of a sign-in, and what the settings accept.
#[tokio::test]
async fn sign_ins_that_are_too_weak() {
    table! {
        "nothing asked":           id_token(json!({"amr": null, "acr": "eidas1"})) => None;
        "a way that is accepted":  Ways::default(), two_factors => None;
        "another that is":         id_token(json!({"amr": ["pwd", "otp"]})), two_factors => None;
        "a password alone":        id_token(json!({"amr": ["pwd"]})), two_factors => Some(Level);
        "no way told":             id_token(json!({"amr": null})), two_factors => Some(Level);
        "a level accepted":        id_token(json!({"acr": "eidas3"})), second_level => None;
        "a lower level":           id_token(json!({"acr": "eidas1"})), second_level => Some(Level);
        "a level that begins so":  id_token(json!({"acr": "eidas22"})), second_level => Some(Level);
        "no level told":           Ways::default(), second_level => Some(Level);
        "both":                    id_token(json!({"acr": "eidas2"})), both => None;
        "level without way":       id_token(json!({"acr": "eidas2", "amr": ["pwd"]})), both => Some(Level);
        "way without level":       Ways::default(), both => Some(Level);
    }
}

#[tokio::test]
async fn providers_that_refuse() {
    table! {
        "access denied":           refusal("access_denied") => Some(Denied);
        "overloaded":              refusal("temporarily_unavailable") => Some(OutOfOrder);
        "scope not known":         refusal("invalid_scope") => Some(RequestRefused);
        "PKCE not known":          ways(|w| w.knows_pkce = false) => Some(RequestRefused);
        "expired code":            ways(|w| w.codes_expire = true) => Some(CodeRefused);
        "another secret":          Ways::default(), another_secret => Some(ClientRefused);
    }
}

fn another_secret(settings: &mut Settings) {
    settings.client_secret = ClientSecret::new("another".to_owned());
}

#[tokio::test]
async fn descriptions_that_cannot_be_used() {
    table! {
        "another issuer":          described(json!({"issuer": "https://x.example"})) => Some(OtherProvider);
        "no token endpoint":       described(json!({"token_endpoint": null})) => Some(Discovery);
        "no userinfo":             described(json!({"userinfo_endpoint": null})) => Some(Discovery);
        "no keys":                 described(json!({"jwks_uri": null})) => Some(Discovery);
        "a huge answer":           described(json!({"long": "e".repeat(1_000_000)})) => Some(TooLong);
    }
}
