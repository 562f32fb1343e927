use super::Desk;
use similar::{ChangeTag, TextDiff};
use store::Entry;

/// Versions shown, the newest first.
const VERSIONS: usize = 12;
/// Lines around a change, and lines shown at most.
const AROUND: usize = 1;
const LINES: usize = 120;

/// A version of a text.
pub(super) struct Change {
    /// When, and by which function.
    pub(super) told: String,
    /// What the author said of it.
    pub(super) note: Option<String>,
    /// Where it is compared with the one before; none for a text that was given back.
    pub(super) compare: Option<String>,
    /// Where it is taken up again.
    pub(super) take: Option<String>,
}

/// A line of a comparison.
pub(super) struct Line {
    /// `ins`, `del`, or nothing for a line that is the same.
    pub(super) mark: &'static str,
    /// The line.
    pub(super) text: String,
}

impl Desk {
    /// Every version, the newest first.
    pub(super) fn changes(&self) -> Vec<Change> {
        let w = self.w();
        let change = |entry: &Entry<domain::OwnText>| {
            let key = match entry.document {
                Some(_) => "text-version",
                None => "text-version-given-back",
            };
            let blanks = [
                ("number", u64::from(entry.version).into()),
                ("date", w.date(self.inside.day(entry.at)).into()),
                ("by", w.label("roles", &entry.by).into()),
            ];
            let version = entry.version;
            let is_prose = self.piece.family.is_prose();
            Change {
                told: w.format(key, &blanks),
                note: entry.note.as_ref().map(|note| w.text(note)),
                compare: (entry.document.is_some())
                    .then(|| self.address(&format!("?version_vue={version}#comparer"))),
                take: (is_prose && entry.document.is_some())
                    .then(|| self.address(&format!("?reprendre={version}"))),
            }
        };
        self.history
            .iter()
            .rev()
            .take(VERSIONS)
            .map(change)
            .collect()
    }

    /// The file at a version.
    pub(super) fn body_of(&self, version: u32) -> Option<String> {
        let mut entries = self.history.iter();
        let entry = entries.find(|entry| entry.version == version)?;
        Some(entry.document.as_ref()?.body.clone())
    }

    /// What a version changed: in the one before, or in the file of the product for the first.
    pub(super) fn compared(&self, version: u32) -> Option<(String, Vec<Line>)> {
        let after = self.body_of(version)?;
        let before = version.checked_sub(1).and_then(|one| self.body_of(one));
        let before = before.unwrap_or_else(|| self.original.clone());
        let w = self.w();
        let title = w.format("text-compared", &[("number", u64::from(version).into())]);
        Some((title, compare(&before, &after)))
    }
}

/// The lines that differ, with the nearest ones that do not.
fn compare(before: &str, after: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            lines.push(Line {
                mark: match change.tag() {
                    ChangeTag::Insert => "ins",
                    ChangeTag::Delete => "del",
                    ChangeTag::Equal => "",
                },
                text: change.value().trim_end().to_owned(),
            });
        }
    }
    lines.truncate(LINES);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown_with_the_line_before_and_after() {
        let before = "un\ndeux\ntrois\nquatre\ncinq\n";
        let after = "un\ndeux\n3\nquatre\ncinq\n";
        let lines = compare(before, after);
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.mark, line.text.as_str()))
            .collect();
        let expected = [("", "deux"), ("del", "trois"), ("ins", "3"), ("", "quatre")];
        assert_eq!(shown, expected);
    }
}
