//! Errors that a person can mend, told in their language.

use domain::Remark;
use std::fmt;

/// An error a person can mend: a remark that is said in their language where it is shown.
#[derive(Debug)]
pub struct Complaint(pub Remark);

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.key)?;
        self.0
            .blanks
            .iter()
            .try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl std::error::Error for Complaint {}

/// The error of a remark.
pub fn complain(remark: Remark) -> anyhow::Error {
    Complaint(remark).into()
}
