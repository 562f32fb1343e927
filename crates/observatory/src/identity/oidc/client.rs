use super::http::Http;
use super::signed::Header;
use super::{Begun, Identity, OidcError, Pending, Settings, admission, returned, tokens};
use arc_swap::ArcSwap;
use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJsonWebKeySet,
};
use openidconnect::url::Url;
use openidconnect::{
    AuthType, AuthenticationContextClass, CsrfToken, DiscoveryError, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, JsonWebKey, LogoutRequest, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, ProviderMetadataWithLogout, Scope,
};
use std::str::FromStr;
use std::sync::Arc;

/// An observatory as its provider knows it.
pub(super) type RelyingParty = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Asks for the ways a person signed in, as ProConnect wants it asked.
const AMR_CLAIM: &str = r#"{"id_token":{"amr":{"essential":true}}}"#;

/// A provider that was found, and what it takes to sign in there.
///
/// A sign-in is [`Client::begin`], the person's detour, then [`Client::finish`].
pub struct Client {
    pub(super) settings: Settings,
    pub(super) provider: ProviderMetadataWithLogout,
    pub(super) http: Http,
    keys: ArcSwap<CoreJsonWebKeySet>,
}

impl Client {
    /// Reads the description and the keys of the provider.
    ///
    /// Fails when it cannot be reached in ten seconds, when it names itself otherwise than the
    /// settings do, or when it lacks what a sign-in needs.
    pub async fn discover(settings: Settings) -> Result<Self, OidcError> {
        let http = Http::new(&settings.issuer, &settings.roots)?;
        let issuer = settings.issuer.clone();
        let provider = ProviderMetadataWithLogout::discover_async(issuer, &http)
            .await
            .map_err(discovery_fault)?;
        let is_complete =
            provider.token_endpoint().is_some() && provider.userinfo_endpoint().is_some();
        if !is_complete {
            return Err(OidcError::Discovery);
        }
        let keys = ArcSwap::from_pointee(provider.jwks().clone());
        Ok(Self {
            settings,
            provider,
            http,
            keys,
        })
    }

    /// Begins a sign-in: where to send the person, and what to keep until they come back.
    pub fn begin(&self, now: DateTime<Utc>) -> Begun {
        let mut pending = Pending::new(now);
        let (state, nonce) = (pending.state.clone(), pending.nonce.clone());
        let party = self.party();
        let mut request = party
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scopes(self.settings.scopes.iter().cloned().map(Scope::new));
        for level in self.settings.asked_levels() {
            request =
                request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        if self.settings.asks_ways() {
            request = request.add_extra_param("claims", AMR_CLAIM);
        }
        if self.settings.pkce {
            let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
            request = request.set_pkce_challenge(challenge);
            pending.verifier = Some(verifier.into_secret());
        }
        let (url, _, _) = request.url();
        Begun { url, pending }
    }

    /// Ends a sign-in: who the person is, from the query of the address they came back to.
    ///
    /// `pending` must already be erased from where it was kept.
    pub async fn finish(
        &self,
        pending: Pending,
        query: &str,
        now: DateTime<Utc>,
    ) -> Result<Identity, OidcError> {
        let code = returned::code(query, &pending, &self.settings.issuer, now)?;
        let verifier = pending.verifier.map(PkceCodeVerifier::new);
        let answer = tokens::exchange(self, code, verifier).await?;
        let signed_in = tokens::read(self, &answer, &Nonce::new(pending.nonce), now).await?;
        let person = self.userinfo(&signed_in, now).await?;
        admission::admit(&self.settings, signed_in, person)
    }

    /// Where to send a person who signs out, so that the provider forgets them too.
    ///
    /// `None` when the provider has no such page, or when the ID token is not one.
    pub fn logout_url(&self, id_token: &str, state: &str) -> Option<Url> {
        let endpoint = self.provider.additional_metadata();
        let endpoint = endpoint.end_session_endpoint.clone()?;
        let hint = CoreIdToken::from_str(id_token).ok()?;
        let mut request = LogoutRequest::from(endpoint)
            .set_id_token_hint(&hint)
            .set_state(CsrfToken::new(state.to_owned()));
        if let Some(redirect) = self.settings.post_logout_redirect.clone() {
            request = request.set_post_logout_redirect_uri(redirect);
        }
        Some(request.http_get_url())
    }

    pub(super) fn party(&self) -> RelyingParty {
        let settings = &self.settings;
        CoreClient::from_provider_metadata(
            self.provider.clone(),
            settings.client_id.clone(),
            Some(settings.client_secret.clone()),
        )
        .set_redirect_uri(settings.redirect.clone())
        .set_auth_type(self.way_to_give_the_secret())
    }

    /// In a header, as the standard has it, unless the provider reads it in the body alone.
    fn way_to_give_the_secret(&self) -> AuthType {
        let ways = self.provider.token_endpoint_auth_methods_supported();
        let has = |way| ways.is_some_and(|ways| ways.contains(&way));
        let is_body_alone = has(CoreClientAuthMethod::ClientSecretPost)
            && !has(CoreClientAuthMethod::ClientSecretBasic);
        if is_body_alone {
            AuthType::RequestBody
        } else {
            AuthType::BasicAuth
        }
    }

    /// The keys for a token; read again when it names one that is not known yet.
    pub(super) async fn keys_for(&self, token: &str) -> Result<Arc<CoreJsonWebKeySet>, OidcError> {
        let known = self.keys.load_full();
        let Some(name) = Header::read(token).and_then(|header| header.kid) else {
            return Ok(known);
        };
        if known.keys().iter().any(|key| key.key_id() == Some(&name)) {
            return Ok(known);
        }
        let renewed = CoreJsonWebKeySet::fetch_async(self.provider.jwks_uri(), &self.http)
            .await
            .map_err(discovery_fault)?;
        self.keys.store(Arc::new(renewed));
        Ok(self.keys.load_full())
    }
}

fn discovery_fault(error: DiscoveryError<OidcError>) -> OidcError {
    match error {
        DiscoveryError::Request(fault) => fault,
        DiscoveryError::Validation(_) => OidcError::OtherProvider,
        _ => OidcError::Discovery,
    }
}
