//! Accounts, as those who look after them, those who hold them and those who try their doors do.
//!
//! `desk` is a site with two authorities and people with browsers; `keeping` is about whoever looks
//! after accounts, `own` about « Mon compte », `doors` about wrong attempts, `terminal` about the
//! command, `time` about what ends by itself, `demo` about the accounts of the demonstration.

mod demo;
mod desk;
mod doors;
mod keeping;
mod own;
mod terminal;
mod time;
