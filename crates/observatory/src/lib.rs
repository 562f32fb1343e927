//! The observatory: commands, web site and jobs of the binary `vigie`.
//!
//! [`pipeline`] alone connects the stages (observe → store → publish); commands and pages
//! translate what a person asks into a call of it. Start with `commands`, or with
//! `web::router`, the table of contents of the site.

pub mod archive;
pub mod clock;
pub mod commands;
pub mod complaint;
pub mod config;
pub mod declaration;
pub mod embedded;
pub mod exchange;
mod figure_words;
pub mod identity;
pub mod instance;
pub mod mail;
pub mod pipeline;
pub mod web;
