//! The public site: complete HTML pages served from one snapshot in memory.
//!
//! Start with `router`, the table of contents. A page is a function of the [`site::Site`] and an
//! address; handlers hold no rule and no SQL.

mod address;
mod api;
mod cache;
pub mod copy;
mod error;
mod form;
mod handlers;
mod layout;
mod limiter;
mod listen;
mod metrics;
mod number;
mod pace;
mod pages;
mod postman;
mod reader;
mod rendered;
mod router;
mod server;
mod site;
mod staff;
mod visit;

pub(crate) use pages::may_i::verdict_heading as verdict_words;
pub use server::{Options, serve};
pub use site::Site;
