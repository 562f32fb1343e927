//! One action, one file: its view, then what makes it.

pub(super) mod contact;
pub(super) mod dashboard;
pub(super) mod dependencies;
pub(super) mod effects;
pub(super) mod error;
pub(super) mod feed;
pub(super) mod figures;
pub(super) mod gallery;
pub(super) mod glossary;
pub(super) mod history;
pub(super) mod home;
pub(super) mod law;
pub(super) mod may_i;
pub(super) mod open_data;
pub(super) mod parts;
pub(super) mod peer;
pub(super) mod prose;
pub(super) mod questions;
pub(super) mod record;
pub(super) mod register;
pub(super) mod report;
pub(super) mod risks;
mod sections;
pub(super) mod sitemap;
pub(super) mod values;
pub(super) mod whole_table;
