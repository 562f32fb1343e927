use super::{Dataset, LICENCE_URL};
use chrono::NaiveDate;

/// What engines that look for data are told of a register, in the language of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub name: String,
    /// What it holds, and that it is invented when it is.
    pub description: String,
    /// Who publishes it.
    pub publisher: String,
    /// Key words.
    pub keywords: String,
    /// The day when what the public sees last changed.
    pub changed_on: NaiveDate,
    /// Address of the licence.
    pub licence: &'static str,
}

impl Dataset<'_> {
    /// What is told of the register.
    pub fn about(&self) -> About {
        let words = &self.words();
        About {
            name: self.title(words),
            description: self.description(words),
            publisher: self.publisher(words),
            keywords: self.keywords(words).join(", "),
            changed_on: self.changed_on(),
            licence: LICENCE_URL,
        }
    }
}
