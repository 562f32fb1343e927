use domain::Rating;

/// Likelihood × severity as a table: a row a severity, a column a likelihood, each cell with the
/// items in it. It is a table with headings, to be read aloud as well as seen; nothing in it
/// rests on colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix<T> {
    /// The rows, the most serious first; always four.
    pub rows: Vec<Row<T>>,
    /// What nobody judged: shown beside the table, never as a low risk.
    pub unrated: Vec<T>,
}

/// One severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// The heading of the row, 4 to 1.
    pub severity: u8,
    /// Its cells, the least likely first; always four.
    pub cells: Vec<Cell<T>>,
}

/// One place of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<T> {
    /// The row and column it stands at.
    pub rating: Rating,
    /// What stands there, in order; how many is its length.
    pub items: Vec<T>,
}

impl<T: Ord> Matrix<T> {
    /// Lays items out by their rating; the order in which they come does not matter.
    pub fn of(items: impl IntoIterator<Item = (T, Option<Rating>)>) -> Self {
        let mut items: Vec<_> = items.into_iter().collect();
        items.sort_by(|left, right| left.0.cmp(&right.0));
        let mut matrix = Self::empty();
        for (item, rating) in items {
            match rating {
                Some(rating) => matrix.cell(rating).items.push(item),
                None => matrix.unrated.push(item),
            }
        }
        matrix
    }

    fn empty() -> Self {
        let row = |severity| Row {
            severity,
            cells: (1..=Rating::HIGHEST)
                .filter_map(|likelihood| Rating::new(likelihood, severity))
                .map(|rating| Cell {
                    rating,
                    items: Vec::new(),
                })
                .collect(),
        };
        Self {
            rows: (1..=Rating::HIGHEST).rev().map(row).collect(),
            unrated: Vec::new(),
        }
    }

    fn cell(&mut self, rating: Rating) -> &mut Cell<T> {
        let row = usize::from(Rating::HIGHEST - rating.severity());
        &mut self.rows[row].cells[usize::from(rating.likelihood() - 1)]
    }

    /// How many items stand in the table, those that nobody judged left out.
    pub fn count(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| cell.items.len()).sum()
    }
}
