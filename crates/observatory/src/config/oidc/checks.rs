//! One value of the table at a time.

use crate::identity::oidc::{Algorithm, is_this_machine};
use domain::Remark;
use openidconnect::PostLogoutRedirectUrl;
use openidconnect::url::Url;

/// An address that is encrypted, or that stays on this machine.
pub(super) fn address(field: &'static str, written: &str) -> Result<Url, Remark> {
    let url = Url::parse(written).map_err(|_| wrong_address(field, written))?;
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(&url));
    let has_password = !url.username().is_empty() || url.password().is_some();
    if is_safe && url.has_host() && !has_password {
        Ok(url)
    } else {
        Err(wrong_address(field, written))
    }
}

pub(super) fn wrong_address(field: &'static str, written: &str) -> Remark {
    Remark::new("oidc-setting-address")
        .with("field", field)
        .with("value", written)
}

pub(super) fn post_logout_redirect(written: &str) -> Result<PostLogoutRedirectUrl, Remark> {
    let field = "post_logout_redirect";
    address(field, written)?;
    PostLogoutRedirectUrl::new(written.to_owned()).map_err(|_| wrong_address(field, written))
}

pub(super) fn scope(name: &str) -> Result<String, Remark> {
    let is_one_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic());
    if is_one_word {
        Ok(name.to_owned())
    } else {
        Err(Remark::new("oidc-setting-scope").with("value", name))
    }
}

pub(super) fn algorithm(name: &str) -> Result<Algorithm, Remark> {
    let known = || Algorithm::ALL.map(Algorithm::name).join(", ");
    Algorithm::from_name(name).ok_or_else(|| {
        Remark::new("oidc-setting-algorithm")
            .with("value", name)
            .with("known", known())
    })
}

/// Fourteen digits, spaces allowed between them.
pub(super) fn siret(written: &str) -> Result<String, Remark> {
    let digits: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 14 && digits.chars().all(|c| c.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(Remark::new("oidc-setting-siret").with("value", written))
    }
}
