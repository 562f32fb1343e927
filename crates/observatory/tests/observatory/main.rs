//! `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `browser` is the small reader of pages both use; `law` checks what a public reading of the
//! law may use.

mod browser;
mod commands;
mod law;
mod site;
