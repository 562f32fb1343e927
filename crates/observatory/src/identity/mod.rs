//! Who somebody is: passwords, codes, secrets, and what each lets through.
//!
//! Nothing here knows a page. Start with [`sign_in`]; [`arrival`] is for those whom a provider
//! sends, [`guest`] for those who declare without an account, [`duty`] says who needs a second factor,
//! [`safe`] how its seeds are kept.

pub mod arrival;
pub mod breached;
pub mod duty;
pub mod guest;
pub mod oidc;
pub mod password;
pub mod proof;
pub mod safe;
pub mod second_factor;
pub mod secret;
pub mod sign_in;
pub mod spending;
mod told;
pub mod tries;
