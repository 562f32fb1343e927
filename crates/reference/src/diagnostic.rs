use domain::Remark;

/// A mistake in a data file: where it is and what is wrong. The advice is the message whose key
/// ends in `-hint`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Path of the file in the tree.
    pub file: String,
    /// Line, counted from 1; 0 when it is the whole file.
    pub line: usize,
    /// What is wrong.
    pub remark: Remark,
}

impl Diagnostic {
    /// A mistake at a line.
    pub fn at(file: &str, line: usize, remark: Remark) -> Self {
        Self {
            file: file.to_owned(),
            line,
            remark,
        }
    }
}
