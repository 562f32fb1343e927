use super::tokens::SignedIn;
use super::userinfo::Person;
use super::{OidcError, Settings};
use serde_json::Value;
use std::fmt;

/// Longest address that mail can carry.
const EMAIL_CHARACTERS_MAX: usize = 254;

/// Who signed in, as the provider vouches for it. It gives no right by itself.
///
/// Personal data: it does not enter a log, and its `Debug` hides everything but the issuer.
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The person for this provider and this observatory: the same at each sign-in.
    pub subject: String,
    /// Professional e-mail address.
    pub email: String,
    /// Whether the provider says that it verified the address.
    pub is_email_verified: bool,
    /// Given name.
    pub given_name: Option<String>,
    /// Name in use, or else the family name.
    pub usual_name: Option<String>,
    /// The establishment the person works for: 14 digits.
    pub siret: Option<String>,
    /// The ways the person signed in, such as `pwd` or `mfa`.
    pub amr: Vec<String>,
    /// The token to give back when signing out.
    pub id_token: String,
}

/// Lets a person in whose address is known and whose establishment is allowed.
pub(super) fn admit(
    settings: &Settings,
    signed_in: SignedIn,
    person: Person,
) -> Result<Identity, OidcError> {
    let email = person.email.as_deref().and_then(address);
    let email = email.ok_or(OidcError::NoEmail)?;
    if person.email_verified.as_ref().is_some_and(says_no) {
        return Err(OidcError::EmailNotVerified);
    }
    let siret = person.siret.and_then(said);
    check_siret(settings, siret.as_deref())?;
    Ok(Identity {
        issuer: settings.issuer.as_str().to_owned(),
        subject: signed_in.subject.as_str().to_owned(),
        email,
        is_email_verified: person.email_verified.is_some(),
        given_name: person.given_name.and_then(said),
        usual_name: person
            .usual_name
            .and_then(said)
            .or_else(|| person.family_name.and_then(said)),
        siret,
        amr: signed_in.amr,
        id_token: signed_in.id_token,
    })
}

fn check_siret(settings: &Settings, siret: Option<&str>) -> Result<(), OidcError> {
    let allowed = &settings.allowed_siret;
    if allowed.is_empty() {
        return Ok(());
    }
    let siret = siret.ok_or(OidcError::NoSiret)?;
    if allowed.iter().any(|one| one == siret) {
        Ok(())
    } else {
        Err(OidcError::SiretNotAllowed)
    }
}

fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, domain) = text.rsplit_once('@')?;
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let is_short = text.chars().count() <= EMAIL_CHARACTERS_MAX;
    (is_plain && is_short && !name.is_empty() && !domain.is_empty()).then(|| text.to_owned())
}

fn said(text: String) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Anything but a plain yes is a no.
fn says_no(verified: &Value) -> bool {
    match verified {
        Value::Bool(is_verified) => !is_verified,
        Value::String(word) => word != "true",
        _ => true,
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}
