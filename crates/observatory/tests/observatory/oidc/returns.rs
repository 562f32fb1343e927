//! What a person may come back with.

use super::provider::now;
use super::usual;
use chrono::TimeDelta;
use observatory::identity::oidc::OidcError::{
    self, CodeRefused, Nonce, OtherProvider, Return, State, TooLate,
};
use observatory::identity::oidc::Pending;

/// What a return is worth, for a sign-in kept as a database keeps it.
async fn come_back(change: fn(&mut Pending, &mut String), after: TimeDelta) -> Option<OidcError> {
    let (provider, client) = usual().await;
    let begun = client.begin(now());
    let mut query = provider.visit(&begun.url).await;
    let kept = serde_json::to_string(&begun.pending).expect("JSON");
    let mut pending: Pending = serde_json::from_str(&kept).expect("the same");
    change(&mut pending, &mut query);
    client.finish(pending, &query, now() + after).await.err()
}

/// Name, what changes in the sign-in kept or in the query, after how many seconds, what comes.
macro_rules! returns {
    ($($name:literal: $change:expr, $seconds:literal => $expected:expr;)*) => {$(
        let found = come_back($change, TimeDelta::seconds($seconds)).await;
        assert_eq!(found, $expected, $name);
    )*};
}

#[tokio::test]
async fn returns_that_are_not_ours() {
    returns! {
        "ours":            |_, _| (), 0 => None;
        "in time":         |_, _| (), 600 => None;
        "too late":        |_, _| (), 601 => Some(TooLate);
        "another state":   |kept, _| kept.state.replace_range(..1, "~"), 0 => Some(State);
        "a longer state":  |kept, _| kept.state.push('a'), 0 => Some(State);
        "no state":        |_, query| *query = "code=c".to_owned(), 0 => Some(State);
        "refusal, no state": |_, query| *query = "error=access_denied".to_owned(), 0 => Some(State);
        "nothing":         |_, query| query.clear(), 0 => Some(State);
        "two states":      |kept, query| *query += &format!("&state={}", kept.state), 0 => Some(Return);
        "two codes":       |_, query| *query += "&code=c", 0 => Some(Return);
        "no code":         |kept, query| *query = format!("state={}", kept.state), 0 => Some(Return);
        "empty code":      |kept, query| *query = format!("state={}&code=", kept.state), 0 => Some(Return);
        "another code":    |kept, query| *query = format!("state={}&code=c", kept.state), 0 => Some(CodeRefused);
        "another provider": |_, query| *query = query.replace("iss=http", "iss=https"), 0 => Some(OtherProvider);
        "another nonce":   |kept, _| kept.nonce.replace_range(..1, "~"), 0 => Some(Nonce);
        "another verifier": |kept, _| kept.verifier = Some("v".repeat(43)), 0 => Some(CodeRefused);
        "no verifier":     |kept, _| kept.verifier = None, 0 => Some(CodeRefused);
    }
}

#[tokio::test]
async fn a_return_serves_once() {
    let (provider, client) = usual().await;
    let begun = client.begin(now());
    let query = provider.visit(&begun.url).await;
    let kept = serde_json::to_string(&begun.pending).expect("JSON");
    let first = client.finish(begun.pending, &query, now()).await;
    assert!(first.is_ok());
    let other = client.begin(now());
    let replayed = client.finish(other.pending, &query, now()).await;
    assert_eq!(replayed.err(), Some(State), "replayed state");
    let same = serde_json::from_str(&kept).expect("the same");
    let again = client.finish(same, &query, now()).await;
    assert_eq!(again.err(), Some(CodeRefused), "code used twice");
}
