//! `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `browser` is the small reader of pages both use.

mod browser;
mod commands;
mod site;
