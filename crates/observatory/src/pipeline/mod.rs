//! The one place where a stage hands over to the next: commands, pages and jobs call it alike.

pub mod casework;
pub mod demo;
pub mod edition;
pub mod export;
pub mod import;
pub mod law;
pub mod messages;
pub mod peers;
pub mod records;
pub(crate) mod reliance;
pub mod snapshot;
