use super::Mapping;

/// A table from the words of a source to what we make of them, in the order of the file.
///
/// Read forwards it is forgiving: case and spaces do not count. Read backwards, to write a file,
/// it gives the first line that says the same, word for word.
#[derive(Debug, Clone, PartialEq)]
pub struct Words<T> {
    lines: Vec<Line<T>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Line<T> {
    written: String,
    folded: String,
    means: T,
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self { lines: Vec::new() }
    }
}

impl<T> Words<T> {
    /// What a word of the source means; `None` when no line says it.
    pub fn meaning(&self, word: &str) -> Option<&T> {
        let folded = Mapping::fold(word);
        self.lines
            .iter()
            .find(|line| line.folded == folded)
            .map(|line| &line.means)
    }

    /// Every meaning, in the order of the file.
    pub fn meanings(&self) -> impl Iterator<Item = &T> {
        self.lines.iter().map(|line| &line.means)
    }

    /// Every line: the word as it is written, and what it means.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &T)> {
        self.lines
            .iter()
            .map(|line| (line.written.as_str(), &line.means))
    }

    /// Whether the table has no line.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

impl<T: PartialEq> Words<T> {
    /// The word to write for a meaning: the first line that has it.
    pub fn word(&self, means: &T) -> Option<&str> {
        self.lines
            .iter()
            .find(|line| line.means == *means)
            .map(|line| line.written.as_str())
    }
}

impl<T> FromIterator<(String, T)> for Words<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(lines: I) -> Self {
        let lines = lines.into_iter().map(|(written, means)| Line {
            folded: Mapping::fold(&written),
            written,
            means,
        });
        Self {
            lines: lines.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_forgivingly_and_written_exactly() {
        let lines = [("In  use", 1), ("Live", 1), ("Ended", 2)];
        let words: Words<i32> = lines
            .map(|(word, n)| (word.to_owned(), n))
            .into_iter()
            .collect();
        assert_eq!(words.meaning(" in USE "), Some(&1));
        assert_eq!(words.meaning("live"), Some(&1));
        assert_eq!(words.word(&1), Some("In  use"));
        assert_eq!(words.word(&3), None);
    }
}
