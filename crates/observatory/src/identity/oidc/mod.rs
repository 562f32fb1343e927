//! Sign-in through an OpenID Connect provider, shaped for ProConnect.
//!
//! One client covers ProConnect, Keycloak, Authentik, LemonLDAP::NG and their like: authorization
//! code flow, confidential client, `userinfo` as JSON or as a signed token. It holds no page, no
//! cookie and no database: the web layer sends the person to [`Begun::url`], keeps [`Pending`]
//! under the hash of a cookie, and hands both back to [`Client::finish`].
//!
//! What it refuses to do: follow a redirection, read an endless answer, take an unsigned token,
//! show what the provider wrote, log who somebody is. An [`Identity`] says who a person is, never
//! what they may do.
//!
//! Start reading at [`Client`].

mod admission;
mod client;
mod error;
mod finder;
mod http;
mod pending;
mod returned;
mod settings;
mod signed;
mod tokens;
mod userinfo;

pub use admission::Identity;
pub use client::Client;
pub use error::OidcError;
pub use finder::Finder;
pub(crate) use http::is_this_machine;
pub use pending::{Begun, Pending};
pub use settings::{Algorithm, Roots, Settings};
