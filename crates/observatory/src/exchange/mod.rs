//! Reading the register of another observatory: what it says is taken as its own word, measured
//! before it is kept, and never followed anywhere.
//!
//! Start with [`Peer::find`] then [`Peer::changes`]; `pipeline::peers` keeps what comes back.

mod answers;
mod client;
mod fault;
mod neighbourhood;
mod peer;
mod record;

pub use fault::HarvestFault;
pub use peer::{Change, Peer, Read};
pub use record::{Names, NotTaken, taken};
pub(crate) use record::{identifier, is_same};
