use super::Dataset;
use chrono::Days;
use domain::Text;
use std::fmt::Write;

/// Days during which what `security.txt` says holds; it is written anew each day.
const DAYS: u64 = 90;

/// How to report a weakness of the site (RFC 9116); `None` when no authority has an e-mail address
/// among its contacts.
pub fn security_txt(dataset: &Dataset) -> Option<String> {
    let mut addresses: Vec<&str> = dataset
        .snapshot
        .authorities
        .iter()
        .filter(|authority| dataset.scope.holds(&authority.slug))
        .filter_map(|authority| email(authority.contact.as_ref()?))
        .collect();
    addresses.dedup();
    if addresses.is_empty() {
        return None;
    }
    let mut out = String::new();
    for address in addresses {
        let _ = writeln!(out, "Contact: mailto:{address}");
    }
    let end = dataset.snapshot.built_on + Days::new(DAYS);
    let _ = writeln!(out, "Expires: {end}T00:00:00Z");
    let _ = writeln!(out, "Preferred-Languages: fr, en");
    if let Some(url) = dataset.public_url {
        let _ = writeln!(out, "Canonical: {url}/.well-known/security.txt");
    }
    Some(out)
}

/// The first e-mail address of a contact.
pub(super) fn email(contact: &Text) -> Option<&str> {
    let text = contact.get("fr").or_else(|| contact.get("en"))?;
    let is_edge = |c: char| !c.is_ascii_alphanumeric();
    text.split(|c: char| c.is_whitespace() || ",;<>()[]\"".contains(c))
        .map(|word| word.trim_matches(is_edge))
        .find(|word| {
            let is_address = |c: char| c.is_ascii_alphanumeric() || ".-_+@".contains(c);
            word.chars().all(is_address)
                && word
                    .split_once('@')
                    .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(contact: &str, expected: Option<&str>) {
        assert_eq!(email(&Text::one("fr", contact)), expected, "{contact}");
    }

    #[test]
    fn an_address_is_found_among_words() {
        check("Accueil, ia@ville.example, 02 61", Some("ia@ville.example"));
        check("<ia@ville.example>.", Some("ia@ville.example"));
        check("02 61 91 00 10", None);
        check("@ville, a@b", None);
        check("ia@ville.example\r\nContact: x", Some("ia@ville.example"));
    }
}
