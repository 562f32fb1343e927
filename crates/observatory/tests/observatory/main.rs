//! `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `reliance` reads those on dependencies and effects; `browser` is the small reader of
//! pages they use.

mod browser;
mod commands;
mod reliance;
mod site;
