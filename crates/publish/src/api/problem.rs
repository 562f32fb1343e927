use domain::Remark;

/// Why there is no answer: a status, and what is wrong with what was asked (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Status of HTTP.
    pub status: u16,
    /// What is wrong and what to do; its key names the problem.
    pub remark: Remark,
}

/// Every problem, with the key of its title. The page of the API explains each under its key.
pub const TITLES: [(&str, &str); 9] = [
    ("api-no-such-address", "api-title-not-found"),
    ("api-no-such-record", "api-title-not-found"),
    ("api-record-gone", "api-title-gone"),
    ("api-unknown-parameter", "api-title-parameter"),
    ("api-wrong-value", "api-title-parameter"),
    ("api-wrong-cursor", "api-title-cursor"),
    ("api-read-only", "api-title-read-only"),
    ("api-too-often", "api-title-too-often"),
    ("api-broken", "api-title-broken"),
];

impl Problem {
    fn new(status: u16, remark: Remark) -> Self {
        Self { status, remark }
    }

    /// Key of its title.
    pub fn title(&self) -> &'static str {
        let title = TITLES.into_iter().find(|(key, _)| *key == self.remark.key);
        title.map_or("api-title-broken", |(_, title)| title)
    }

    pub(super) fn no_such_address(path: &str) -> Self {
        let path: String = path.chars().take(100).collect();
        Self::new(404, Remark::new("api-no-such-address").with("path", path))
    }

    pub(super) fn no_such_record(key: &str) -> Self {
        let key: String = key.chars().take(100).collect();
        Self::new(404, Remark::new("api-no-such-record").with("key", key))
    }

    pub(super) fn gone(key: &str, on: chrono::NaiveDate) -> Self {
        let remark = Remark::new("api-record-gone").with("key", key);
        Self::new(410, remark.with("date", on))
    }

    pub(super) fn unknown_parameter(name: &str, known: &str) -> Self {
        let name: String = name.chars().take(60).collect();
        let remark = Remark::new("api-unknown-parameter").with("name", name);
        Self::new(400, remark.with("known", known))
    }

    pub(super) fn wrong_value(name: &str, value: &str, expected: impl ToString) -> Self {
        let value: String = value.chars().take(60).collect();
        let remark = Remark::new("api-wrong-value")
            .with("name", name)
            .with("value", value);
        Self::new(400, remark.with("expected", expected))
    }

    pub(super) fn wrong_cursor(name: &str) -> Self {
        Self::new(400, Remark::new("api-wrong-cursor").with("name", name))
    }

    /// The method writes, or is not known.
    pub fn read_only(method: &str) -> Self {
        let method: String = method.chars().take(20).collect();
        Self::new(405, Remark::new("api-read-only").with("method", method))
    }

    /// Too many requests came from one place.
    pub fn too_often(seconds: u64) -> Self {
        Self::new(429, Remark::new("api-too-often").with("seconds", seconds))
    }
}
