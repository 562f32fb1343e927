//! `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `may_i` asks situations of it; `browser` is the small reader of pages both use.

mod browser;
mod commands;
mod may_i;
mod site;
