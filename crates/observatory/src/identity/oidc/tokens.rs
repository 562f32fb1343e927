//! The code becomes tokens, and the ID token is verified.

use super::client::Client;
use super::signed::Start;
use super::{Algorithm, OidcError, Settings, returned};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreErrorResponseType, CoreIdTokenVerifier, CoreTokenResponse};
use openidconnect::{
    AccessToken, AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, RequestTokenError, StandardErrorResponse, SubjectIdentifier, TokenResponse,
};

/// By how much the clocks of two machines may differ.
pub(super) const CLOCKS_DIFFER: TimeDelta = TimeDelta::seconds(60);

/// What a verified ID token tells, and what it takes to ask who the person is.
pub(super) struct SignedIn {
    pub(super) subject: SubjectIdentifier,
    pub(super) amr: Vec<String>,
    pub(super) id_token: String,
    pub(super) access_token: AccessToken,
}

/// Gives the code back to the provider, once.
pub(super) async fn exchange(
    client: &Client,
    code: AuthorizationCode,
    verifier: Option<PkceCodeVerifier>,
) -> Result<CoreTokenResponse, OidcError> {
    let party = client.party();
    let request = party
        .exchange_code(code)
        .map_err(|_| OidcError::Discovery)?;
    let request = match verifier {
        Some(verifier) => request.set_pkce_verifier(verifier),
        None => request,
    };
    request.request_async(&client.http).await.map_err(refusal)
}

/// Verifies the ID token: signature, issuer, audience, age, nonce and strength.
pub(super) async fn read(
    client: &Client,
    answer: &CoreTokenResponse,
    nonce: &Nonce,
    now: DateTime<Utc>,
) -> Result<SignedIn, OidcError> {
    let token = answer.id_token().ok_or(OidcError::Token)?;
    let written = token.to_string();
    let keys = client.keys_for(&written).await?;
    let settings = &client.settings;
    let verifier = CoreIdTokenVerifier::new_confidential_client(
        settings.client_id.clone(),
        settings.client_secret.clone(),
        settings.issuer.clone(),
        keys.as_ref().clone(),
    )
    .set_allowed_algs(settings.algorithms.iter().copied().map(Algorithm::core))
    .set_time_fn(move || now - CLOCKS_DIFFER);
    let claims = token.claims(&verifier, nonce).map_err(fault)?;
    Start::of(&written)?.check(now)?;
    let level = claims.auth_context_ref().map(|level| level.as_str());
    let ways = claims.auth_method_refs().into_iter().flatten();
    let amr: Vec<_> = ways.map(|way| way.as_str().to_owned()).collect();
    check_level(settings, level, &amr)?;
    Ok(SignedIn {
        subject: claims.subject().clone(),
        amr,
        id_token: written,
        access_token: answer.access_token().clone(),
    })
}

/// Refuses a sign-in that is weaker, or that does not say how strong it is, where the settings ask.
fn check_level(settings: &Settings, acr: Option<&str>, amr: &[String]) -> Result<(), OidcError> {
    let (levels, ways) = (&settings.accepted_acr, &settings.accepted_amr);
    let has_level = levels.is_empty() || levels.iter().any(|level| Some(level.as_str()) == acr);
    let has_way = ways.is_empty() || ways.iter().any(|way| amr.contains(way));
    if has_level && has_way {
        return Ok(());
    }
    let acr = returned::plain(acr.unwrap_or_default());
    let amr = returned::plain(&amr.join("_"));
    tracing::warn!(acr, amr, "the identity provider tells too weak a sign-in");
    Err(OidcError::Level)
}

type Refusal = RequestTokenError<OidcError, StandardErrorResponse<CoreErrorResponseType>>;

fn refusal(error: Refusal) -> OidcError {
    let answer = match error {
        RequestTokenError::Request(fault) => return fault,
        RequestTokenError::ServerResponse(answer) => answer,
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => return OidcError::Token,
    };
    match answer.error() {
        CoreErrorResponseType::InvalidGrant => OidcError::CodeRefused,
        CoreErrorResponseType::InvalidClient | CoreErrorResponseType::UnauthorizedClient => {
            OidcError::ClientRefused
        }
        other => {
            let code = returned::plain(other.as_ref());
            tracing::warn!(code, "the identity provider refused the exchange");
            OidcError::RequestRefused
        }
    }
}

fn fault(error: ClaimsVerificationError) -> OidcError {
    match error {
        ClaimsVerificationError::SignatureVerification(_) => OidcError::Signature,
        ClaimsVerificationError::InvalidIssuer(_) => OidcError::Issuer,
        ClaimsVerificationError::InvalidAudience(_) => OidcError::Audience,
        ClaimsVerificationError::InvalidNonce(_) => OidcError::Nonce,
        ClaimsVerificationError::Expired(_) => OidcError::Expired,
        _ => OidcError::Token,
    }
}
