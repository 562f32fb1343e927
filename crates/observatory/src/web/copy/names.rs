//! Which file an address becomes.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The file of a page: the folder of its path, so that its address stays the same on a server.
pub(super) fn page(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_matches('/');
    match (path, query) {
        ("", "") => "index.html".to_owned(),
        (path, "") => format!("{path}/index.html"),
        (path, query) => format!("{path}/{}/index.html", word(query)),
    }
}

/// The file of anything else.
pub(super) fn file(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_start_matches('/');
    match (query, path.rsplit_once('.')) {
        ("", _) => path.to_owned(),
        (query, Some((stem, ending))) => format!("{stem}-{}.{ending}", word(query)),
        (query, None) => format!("{path}-{}", word(query)),
    }
}

/// A question as the name of a folder: as it reads when it is short and plain, else with a sum.
fn word(query: &str) -> String {
    let mut plain = String::new();
    for c in query.chars().take(40) {
        let c = c.to_ascii_lowercase();
        let is_plain = c.is_ascii_alphanumeric();
        match (is_plain, plain.ends_with('-')) {
            (true, _) => plain.push(c),
            (false, false) => plain.push('-'),
            (false, true) => {}
        }
    }
    let is_exact = query.len() <= 40
        && query
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'=');
    if is_exact && query.matches('=').count() == 1 && !query.ends_with('=') {
        return plain;
    }
    let digest = Sha256::digest(query.as_bytes());
    let sum = digest.iter().take(4).fold(String::new(), |mut sum, byte| {
        let _ = write!(sum, "{byte:02x}");
        sum
    });
    format!("{}-{sum}", plain.trim_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_address_is_a_file_and_two_are_two() {
        assert_eq!(page("/fr/"), "fr/index.html");
        assert_eq!(page("/fr/ville/registre"), "fr/ville/registre/index.html");
        let second = page("/fr/ville/registre?page=2");
        assert_eq!(second, "fr/ville/registre/page-2/index.html");
        assert_eq!(file("/fr/ville/registre.csv"), "fr/ville/registre.csv");
        assert_eq!(file("/a/b.json?lang=fr"), "a/b-lang-fr.json");
        let queries = [
            "a=b",
            "a=B",
            "a=b&c=d",
            "a=b-c=d",
            "a=%2e%2e%2f",
            "a=",
            "a",
            "../x=1",
        ];
        let pages: BTreeSet<_> = queries.iter().map(|q| page(&format!("/x?{q}"))).collect();
        assert_eq!(pages.len(), queries.len(), "{pages:?}");
        assert!(pages.iter().all(|page| !page.contains("..")), "{pages:?}");
    }
}
