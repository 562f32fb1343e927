//! The address by which a person comes back: checked before anything is asked of the provider.

use super::{OidcError, Pending};
use chrono::{DateTime, Utc};
use openidconnect::AuthorizationCode;

/// What the provider put into the address of return.
#[derive(Default)]
struct Returned {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
    issuer: Option<String>,
}

/// The code of a return that belongs to the sign-in.
///
/// The state comes first: what a return says is worth reading only if it is ours.
pub(super) fn code(
    query: &str,
    pending: &Pending,
    issuer: &str,
    now: DateTime<Utc>,
) -> Result<AuthorizationCode, OidcError> {
    let returned = read(query)?;
    if !returned
        .state
        .is_some_and(|state| pending.has_state(&state))
    {
        return Err(OidcError::State);
    }
    if pending.is_too_old(now) {
        return Err(OidcError::TooLate);
    }
    if returned.issuer.is_some_and(|named| named != issuer) {
        return Err(OidcError::OtherProvider);
    }
    if let Some(error) = returned.error {
        return Err(meaning(&error));
    }
    let code = returned.code.filter(|code| !code.is_empty());
    code.map(AuthorizationCode::new).ok_or(OidcError::Return)
}

fn read(query: &str) -> Result<Returned, OidcError> {
    let mut returned = Returned::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let place = match name.as_ref() {
            "state" => &mut returned.state,
            "code" => &mut returned.code,
            "error" => &mut returned.error,
            "iss" => &mut returned.issuer,
            _ => continue,
        };
        if place.replace(value.into_owned()).is_some() {
            return Err(OidcError::Return);
        }
    }
    Ok(returned)
}

/// What a code of error means; its description may hold anything and is not read.
fn meaning(error: &str) -> OidcError {
    match error {
        "access_denied"
        | "login_required"
        | "interaction_required"
        | "consent_required"
        | "account_selection_required" => OidcError::Denied,
        "server_error" | "temporarily_unavailable" => OidcError::OutOfOrder,
        _ => {
            tracing::warn!(
                code = plain(error),
                "the identity provider refused the request"
            );
            OidcError::RequestRefused
        }
    }
}

/// A code of error as it may enter a log: short, letters, digits and underscores.
pub(super) fn plain(error: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    error.chars().filter(is_plain).take(40).collect()
}
