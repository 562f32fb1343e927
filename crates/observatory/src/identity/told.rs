//! What the log says of those who come in: the way, the outcome, and the identifier of the account
//! when there is one. Never an address, a name, a place of the network or what was typed.

use uuid::Uuid;

/// A way in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way {
    /// An address and a password.
    Password,
    /// The code of a second factor.
    Code,
    /// The provider of identities.
    Provider,
    /// A link good once, to declare without an account.
    Declaration,
}

/// What became of it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    /// In.
    In,
    /// A code is still asked for.
    CodeAsked,
    /// A second factor must be set up first.
    FactorAsked,
    /// Not in.
    Refused,
    /// Not tried: too many attempts came before.
    Waits,
}

impl Way {
    fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Provider => "provider",
            Self::Declaration => "declaration",
        }
    }
}

/// Tells it.
pub(crate) fn tell(way: Way, outcome: Outcome, account: Option<Uuid>) {
    let way = way.code();
    let account = account.map(tracing::field::display);
    match outcome {
        Outcome::In => tracing::info!(way, outcome = "in", account, "sign-in"),
        Outcome::CodeAsked => tracing::info!(way, outcome = "code asked", account, "sign-in"),
        Outcome::FactorAsked => tracing::info!(way, outcome = "factor asked", account, "sign-in"),
        Outcome::Refused => tracing::warn!(way, outcome = "refused", account, "sign-in"),
        Outcome::Waits => tracing::warn!(way, outcome = "waits", account, "sign-in"),
    }
}
