//! EcoIndex, from its published formula and the classes in `data/ecoindex/`.
//!
//! It ignores servers and networks and is contested: one indicator among others.

use reference::Table;

/// What a page costs the reader's device and network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Bytes transferred on a first visit, compressed.
    pub bytes: usize,
    /// Bytes transferred on the next visit, when the shared files are kept.
    pub repeat_bytes: usize,
    /// Requests on a first visit.
    pub requests: usize,
    /// Elements of the page, children of `svg` excluded.
    pub elements: usize,
}

/// 100 − 5 (3 q(elements) + 2 q(requests) + q(kilobytes)) / 6, where q is the place among twenty
/// classes of pages of the web; above 80 is grade A. `None` when the classes are not known.
pub fn ecoindex(weight: &Weight, classes: &Table) -> Option<f64> {
    let place = |column: &str, value: f64| place_among(&classes.numbers(column), value);
    let weighted = 3.0 * place("dom", weight.elements as f64)?
        + 2.0 * place("requests", weight.requests as f64)?
        + place("kilobytes", weight.bytes as f64 / 1_000.0)?;
    Some(100.0 - 5.0 * weighted / 6.0)
}

fn place_among(bounds: &[f64], value: f64) -> Option<f64> {
    let last = bounds.len().checked_sub(1)?;
    let Some(above) = bounds.iter().position(|bound| value < *bound) else {
        return Some(last as f64);
    };
    let below = above.checked_sub(1)?;
    let share = (value - bounds[below]) / (bounds[above] - bounds[below]);
    Some(below as f64 + share)
}

/// Elements of a page as the formula counts them: start tags, what is inside `svg` left out.
pub fn elements(html: &str) -> usize {
    let mut count = 0;
    let mut drawings = 0usize;
    for piece in html.split('<').skip(1) {
        let name_end = piece
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '/'))
            .unwrap_or(piece.len());
        match &piece[..name_end] {
            "svg" => {
                count += usize::from(drawings == 0);
                drawings += usize::from(!is_closed(piece));
            }
            "/svg" => drawings = drawings.saturating_sub(1),
            name if name.starts_with('/') || name.is_empty() => {}
            _ => count += usize::from(drawings == 0),
        }
    }
    count
}

fn is_closed(piece: &str) -> bool {
    piece
        .split('>')
        .next()
        .is_some_and(|tag| tag.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_a_drawing_does_not_count() {
        let html = "<!DOCTYPE html><p>a<br><svg><path/><svg><g></g></svg></svg><b>c</b></p>";
        assert_eq!(elements(html), 4);
    }
}
