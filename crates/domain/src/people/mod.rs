//! Who works here, and what each may do.
//!
//! An [`Account`] is never a document: it is not in the journal, so that erasing it erases it.
//! What a person does is written in the journal by their function alone. Start with
//! [`permits`], which reads one table.

mod access;
mod account;

pub use access::{
    Action, FUNCTIONS_OF_INCIDENTS, GUEST, Permission, Reach, Stage, TABLE, Target, permits,
    permits_guest, permits_tool,
};
pub use account::{Account, AccountState, Grant, Role};
