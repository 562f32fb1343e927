/// Something to tell a person, before it has a language: the key of a message of the interface
/// and what fills its blanks. The key `row-no-name` has its advice under `row-no-name-hint`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Key of the message.
    pub key: &'static str,
    /// Name and value of each blank.
    pub blanks: Vec<(&'static str, String)>,
}

impl Remark {
    /// A remark without blanks.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            blanks: Vec::new(),
        }
    }

    /// The same remark with one more blank filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.blanks.push((name, value.to_string()));
        self
    }
}
