use clap::{Args, Subcommand};
use domain::Function;

#[derive(Subcommand)]
pub(super) enum Action {
    /// Make an account and print, once, the link to hand over
    Invite(Invite),
    /// List the accounts, by address
    List {
        /// Only those with a role in this authority
        #[arg(long, value_name = "SLUG")]
        authority: Option<String>,
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a new link: an invitation, or a new password
    Link(Link),
    /// Give a role
    Grant(RoleOf),
    /// Take a role away
    Revoke(Revoke),
    /// Close an account: it no longer opens, and is erased in time
    Close {
        /// Address or identifier of the account
        who: String,
        /// Print the account as JSON
        #[arg(long)]
        json: bool,
    },
    /// Open a closed account again
    Open {
        /// Address or identifier of the account
        who: String,
        /// Print the account as JSON
        #[arg(long)]
        json: bool,
    },
    /// Erase an account and all that hangs on it, for good
    Erase(Erase),
    /// Print all that is kept about a person, as JSON
    Export {
        /// Address or identifier of the account
        who: String,
    },
    /// Keep every second factor under the key of VIGIE_SECRET_KEY, after it was set or changed
    Seal {
        /// Print how they are kept as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub(super) struct Invite {
    /// E-mail address of the person
    pub(super) email: String,
    /// How the person wants to be called; the address when absent
    #[arg(long)]
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) role: Role,
    /// Print the account and its link as JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// A role, and where it holds.
#[derive(Args)]
pub(super) struct Role {
    /// Role: agent, contact, reviewer, decision_maker, staff_representative, elected, lead,
    /// administrator or researcher
    #[arg(long, value_parser = role)]
    pub(super) role: domain::people::Role,
    /// Authority where it holds, by its slug; every authority when absent
    #[arg(long, value_name = "SLUG")]
    pub(super) authority: Option<String>,
    /// Department of an agent or of a contact, by its key
    #[arg(long, value_name = "KEY")]
    pub(super) department: Option<String>,
    /// Function that a reviewer speaks for; may be repeated
    #[arg(long, value_parser = function)]
    pub(super) function: Vec<Function>,
}

#[derive(Args)]
pub(super) struct RoleOf {
    /// Address or identifier of the account
    pub(super) who: String,
    #[command(flatten)]
    pub(super) role: Role,
    /// Print the account as JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(super) struct Revoke {
    /// Address or identifier of the account
    pub(super) who: String,
    /// Role: agent, contact, reviewer, decision_maker, staff_representative, elected, lead,
    /// administrator or researcher
    #[arg(long, value_parser = role)]
    pub(super) role: domain::people::Role,
    /// Authority where it was given, by its slug; every authority when absent
    #[arg(long, value_name = "SLUG")]
    pub(super) authority: Option<String>,
    /// Department with which it was given, by its key
    #[arg(long, value_name = "KEY")]
    pub(super) department: Option<String>,
    /// Print the account as JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(super) struct Link {
    /// Address or identifier of the account
    pub(super) who: String,
    /// Also take the second factor off: the person lost it, and their recovery codes
    #[arg(long)]
    pub(super) drop_second_factor: bool,
    /// Print the link as JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(super) struct Erase {
    /// Address or identifier of the account
    pub(super) who: String,
    /// Do not ask for the address again
    #[arg(long)]
    pub(super) yes: bool,
    /// Print the identifier that was erased as JSON
    #[arg(long)]
    pub(super) json: bool,
}

fn role(text: &str) -> Result<domain::people::Role, String> {
    let code = text.replace('-', "_");
    domain::people::Role::from_code(&code)
        .ok_or_else(|| codes(domain::people::Role::ALL, |role| role.code()))
}

fn function(text: &str) -> Result<Function, String> {
    let code = text.replace('-', "_");
    Function::from_code(&code).ok_or_else(|| codes(Function::ALL, |function| function.code()))
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> String {
    let codes: Vec<_> = all.iter().map(|one| code(*one)).collect();
    codes.join(", ")
}
