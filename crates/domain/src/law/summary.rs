/// What the law comes to for one record on a day, by the identifiers of its rules: what is kept of an
/// assessment when the reasons stay behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssessmentSummary {
    /// Rules that apply.
    pub applies: Vec<String>,
    /// Rules that nobody can decide yet.
    pub unknown: Vec<String>,
    /// Rules that do not apply yet, and will or may from a later day.
    pub coming: Vec<String>,
}
