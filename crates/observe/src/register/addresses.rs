//! Addresses of the web as registers write them: alone in a cell, or several together.

/// The addresses of a cell that holds nothing else; none when it holds anything else.
pub(super) fn addresses(cell: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in cell.split_whitespace() {
        for piece in apart(word) {
            let piece = piece.trim_end_matches([',', ';', '|']);
            match (piece.is_empty(), address(piece)) {
                (true, _) => {}
                (false, Some(address)) => found.push(address),
                (false, None) => return Vec::new(),
            }
        }
    }
    found
}

/// A word cut where a comma, a semicolon or a bar stands just before another address: elsewhere
/// these signs belong to the address.
fn apart(word: &str) -> Vec<&str> {
    let is_cut = |at: &usize| {
        let (before, after) = word.split_at(*at);
        before.ends_with([',', ';', '|']) && scheme(after).is_some()
    };
    let mut cuts: Vec<usize> = word
        .char_indices()
        .map(|(at, _)| at)
        .filter(is_cut)
        .collect();
    cuts.push(word.len());
    let mut start = 0;
    cuts.into_iter()
        .map(|end| &word[std::mem::replace(&mut start, end)..end])
        .collect()
}

/// The address a word is, its scheme in small letters.
fn address(word: &str) -> Option<String> {
    let (scheme, rest) = scheme(word)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let is_host = name.contains('.')
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(is_name);
    let is_whole = !rest.contains(['"', '<', '>', '\\']);
    (is_host && is_whole).then(|| format!("{scheme}{rest}"))
}

fn scheme(word: &str) -> Option<(&'static str, &str)> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let start = word.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| (scheme, &word[scheme.len()..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_addresses_gives_them_and_any_other_gives_none() {
        for (cell, expected) in [
            ("https://a.example/x", &["https://a.example/x"][..]),
            ("HTTP://a.example", &["http://a.example"]),
            (
                "https://a.example/x;id=1,2",
                &["https://a.example/x;id=1,2"],
            ),
            (
                "https://a.example/#intro, \nhttps://b.example",
                &["https://a.example/#intro", "https://b.example"],
            ),
            (
                "https://a.example;https://b.example",
                &["https://a.example", "https://b.example"],
            ),
            (
                "https://archive.example/2020/https://a.example",
                &["https://archive.example/2020/https://a.example"],
            ),
            ("internal web address", &[]),
            ("www.a.example", &[]),
            ("https:/a.example", &[]),
            ("https://nowhere", &[]),
            ("https://a.example/Proof of Concept", &[]),
            ("no code, see https://a.example", &[]),
            ("https://me@a.example", &[]),
            ("javascript:alert(1)", &[]),
            ("", &[]),
        ] {
            assert_eq!(addresses(cell), expected, "{cell}");
        }
    }
}
