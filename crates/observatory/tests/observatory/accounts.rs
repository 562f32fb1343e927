//! Accounts, as those who look after them, those who hold them and those who try their doors do.
//!
//! `desk` is a site with two authorities and people with browsers; `keeping` is about whoever looks
//! after accounts, `reach` about how far they may, `own` about « Mon compte », `doors` about wrong
//! attempts, `duty` about second factors that are asked for, `links` about forgotten passwords, `logs`
//! about what the log tells, `proofs` about how proofs are asked for, changed and kept, `terminal` about the command, `traces` about what is left in files and backups, `time`
//! about what ends by itself, `demo` about the accounts of the demonstration.

mod demo;
mod desk;
mod doors;
mod duty;
mod keeping;
mod links;
mod logs;
mod own;
mod proofs;
mod reach;
mod terminal;
mod time;
mod traces;
