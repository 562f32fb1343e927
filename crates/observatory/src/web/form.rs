use std::collections::BTreeMap;

/// What a form sent, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form(BTreeMap<String, Vec<String>>);

impl Form {
    /// Reads the body of a form, or a query string.
    pub(super) fn read(text: &str) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            // A browser ends the lines of a text area with CR LF.
            let value = value.replace("\r\n", "\n");
            fields.entry(name.into_owned()).or_default().push(value);
        }
        Self(fields)
    }

    /// Adds a value, as if it had been typed.
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0
            .entry(name.to_owned())
            .or_default()
            .push(value.into());
    }

    /// The value of a field; empty when it was not sent.
    pub(super) fn one(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// The value of a field without the spaces around it; `None` when nothing is left.
    pub(super) fn filled(&self, name: &str) -> Option<&str> {
        Some(self.one(name).trim()).filter(|value| !value.is_empty())
    }

    /// Every value of a field.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box of a list is ticked.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|known| known == value)
    }
}

/// Fields at fault with what to do about each, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<(String, String)>);

impl Faults {
    /// Tells a fault.
    pub(super) fn add(&mut self, field: &str, message: String) {
        self.0.push((field.to_owned(), message));
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every fault.
    pub(super) fn list(&self) -> &[(String, String)] {
        &self.0
    }

    /// The fault of a field.
    pub(super) fn of(&self, field: &str) -> Option<&str> {
        let mut faults = self.0.iter();
        faults
            .find(|(name, _)| name == field)
            .map(|(_, message)| message.as_str())
    }
}
