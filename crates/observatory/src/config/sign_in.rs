//! The table `[sign_in]` of `vigie.toml`, the key of second factors, and their faults.

use super::{Config, from_environment};
use crate::complaint::complain;
use crate::identity::breached::{Breached, BreachedFault};
use crate::identity::duty::FactorDuty;
use crate::identity::safe::{Key, Safe};
use anyhow::Result;
use domain::Remark;
use domain::people::Role;
use serde::Deserialize;
use std::path::PathBuf;

/// Variable that holds the key of the seeds of second factors; with `_FILE` behind it, the file
/// that does.
const KEY: &str = "VIGIE_SECRET_KEY";
/// The same for the key that it replaced.
const FORMER_KEY: &str = "VIGIE_SECRET_KEY_OLD";

/// How those who work here sign in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignInConfig {
    /// Roles whose holders must have a second factor; the usual ones when absent.
    pub second_factor: Option<Vec<String>>,
    /// Passwords that leaked, in a file of Have I Been Pwned’s downloader; beside `vigie.toml` unless
    /// absolute.
    pub breached_passwords: Option<PathBuf>,
}

/// The keys of the environment; without any, seeds are kept in clear.
pub fn safe() -> Result<Safe> {
    let read = |name| -> Result<Option<Key>> {
        match from_environment(name)? {
            Some(text) => match Key::read(&text) {
                Some(key) => Ok(Some(key)),
                None => Err(complain(bad_key(name))),
            },
            None => Ok(None),
        }
    };
    Ok(Safe::new(read(KEY)?, read(FORMER_KEY)?))
}

fn bad_key(name: &'static str) -> Remark {
    Remark::new("sign-in-setting-key").with("variable", name)
}

/// Every fault of the keys of the environment, told before an observatory is opened with them.
pub fn key_faults() -> Result<Vec<Remark>> {
    let mut faults = Vec::new();
    for name in [KEY, FORMER_KEY] {
        let is_bad = from_environment(name)?.is_some_and(|text| Key::read(&text).is_none());
        faults.extend(is_bad.then(|| bad_key(name)));
    }
    Ok(faults)
}

impl Config {
    /// Whose duty a second factor is. Where nothing is said, nobody’s if everything is invented.
    pub fn factor_duty(&self, is_all_invented: bool) -> FactorDuty {
        match &self.sign_in.second_factor {
            Some(codes) => FactorDuty::of(codes.iter().filter_map(|code| Role::from_code(code))),
            None if is_all_invented => FactorDuty::of_nobody(),
            None => FactorDuty::of(FactorDuty::USUAL),
        }
    }

    /// The passwords that leaked; `None` where the settings name no file, a complaint when it does
    /// not serve.
    pub fn breached(&self) -> Result<Option<Breached>> {
        let path = self.sign_in.breached_passwords.as_ref();
        let opened = path.map(|path| Breached::open(path)).transpose();
        opened.map_err(|fault| complain(self.breached_remark(fault)))
    }

    fn breached_remark(&self, fault: BreachedFault) -> Remark {
        let key = match fault {
            BreachedFault::Unreadable => "sign-in-setting-breached-unreadable",
            BreachedFault::Form => "sign-in-setting-breached-form",
            BreachedFault::Order => "sign-in-setting-breached-order",
        };
        let path = self.sign_in.breached_passwords.as_ref();
        let path = path.map(|path| path.display().to_string());
        Remark::new(key).with("value", path.unwrap_or_default())
    }

    /// Every fault of the table `[sign_in]`.
    pub fn sign_in_faults(&self) -> Vec<Remark> {
        let codes = self.sign_in.second_factor.iter().flatten();
        let unknown = codes.filter(|code| Role::from_code(code).is_none());
        let known: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
        let remark = |code: &String| {
            Remark::new("sign-in-setting-role")
                .with("value", code)
                .with("known", known.join(", "))
        };
        let breached = self.sign_in.breached_passwords.iter();
        let breached = breached.filter_map(|path| Breached::open(path).err());
        unknown
            .map(remark)
            .chain(breached.map(|fault| self.breached_remark(fault)))
            .collect()
    }
}
