//! The one place where a stage hands over to the next: commands, pages and jobs call it alike.

pub mod accounts;
pub mod assessments;
pub mod casework;
pub mod demo;
pub mod demo_accounts;
mod demo_elsewhere;
pub mod departments;
pub mod digest;
pub mod edition;
pub mod export;
pub mod figures;
pub mod follow_up;
pub mod import;
pub mod law;
pub(crate) mod letters;
pub mod mappings;
pub mod meeting;
pub mod messages;
pub mod peers;
pub mod records;
pub(crate) mod reliance;
pub mod retention;
pub mod snapshot;
pub mod texts;
pub mod tool_sheets;
pub mod tools;
