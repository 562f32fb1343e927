//! The table `[sign_in]` of `vigie.toml`, and its faults.

use super::Config;
use crate::identity::duty::FactorDuty;
use domain::Remark;
use domain::people::Role;
use serde::Deserialize;

/// How those who work here sign in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignInConfig {
    /// Roles whose holders must have a second factor; the usual ones when absent.
    pub second_factor: Option<Vec<String>>,
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
        unknown.map(remark).collect()
    }
}
