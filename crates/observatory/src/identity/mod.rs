//! Who is there: how a person of the authority signs in.
//!
//! Reading the public site needs nobody's name; only what an authority does with its own
//! records does.

pub mod oidc;
