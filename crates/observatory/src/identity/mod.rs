//! Who somebody is: passwords, codes, secrets, and what each lets through.
//!
//! Nothing here knows a page. Start with [`sign_in`]; [`arrival`] is for those whom a provider sends.

pub mod arrival;
pub mod oidc;
pub mod password;
pub mod proof;
pub mod second_factor;
pub mod secret;
pub mod sign_in;
pub mod tries;
