//! What engines that look for data read on pages, in the words of schema.org, without any script;
//! and addresses that only a program would ask.

use crate::browser::get;
use crate::site::address;

/// The values of a property, in the order of the page.
fn property<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let mark = format!("itemprop=\"{name}\"");
    let said = |(at, _): (usize, &str)| {
        let begins = page[..at].rfind('<').expect("a tag");
        let tag = page[begins..].split('>').next().unwrap_or_default();
        let attribute = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split('"').next()
        };
        let shown = || page[begins + tag.len() + 1..].split('<').next();
        let value = attribute("content").or_else(|| attribute("href"));
        value.or_else(shown).unwrap_or_default()
    };
    page.match_indices(&mark).map(said).collect()
}

#[test]
fn the_page_of_the_data_is_a_data_set_with_its_files() {
    for (scope, language) in [("fr/ensemble", "fr"), ("en/ville-valmorel", "en")] {
        let page = get(address(), &format!("/{scope}/donnees")).body;
        assert!(page.contains("itemscope itemtype=\"https://schema.org/Dataset\""));
        assert_eq!(property(&page, "inLanguage"), [language]);
        assert_eq!(
            property(&page, "name").len(),
            2,
            "the data, and their publisher"
        );
        let description = property(&page, "description");
        assert!((50..5_000).contains(&description[0].chars().count()));
        assert_eq!(
            property(&page, "license"),
            ["https://spdx.org/licenses/etalab-2.0"]
        );
        let files = property(&page, "contentUrl");
        assert!(files.len() >= 8, "{files:?}");
        for name in ["encodingFormat", "contentSize", "sha256"] {
            let said = property(&page, name);
            assert_eq!(said.len(), files.len(), "{name}");
            assert!(said.iter().all(|said| !said.is_empty()), "{name}");
        }
        assert!(!page.contains("<script"));
    }
}

#[test]
fn a_record_is_named_with_its_register() {
    let page = get(address(), "/fr/ensemble/fiche/val-003").body;
    assert!(page.contains("itemtype=\"https://schema.org/CreativeWork\""));
    assert_eq!(property(&page, "identifier"), ["VAL-003"]);
    let names = property(&page, "name");
    assert!(names.len() == 1 && !names[0].is_empty(), "{names:?}");
    assert_eq!(property(&page, "isPartOf"), ["/fr/ensemble/registre"]);
    assert_eq!(property(&page, "abstract").len(), 1);
    let report = get(address(), "/fr/ensemble/rapport").body;
    assert!(report.contains("itemtype=\"https://schema.org/Report\""));
}

/// The history of a register of others, whatever page is asked for.
#[test]
fn any_page_of_a_history_is_a_page() {
    let path = "/fr/ensemble/ailleurs/histoire/departement-haute-seve";
    let page = get(address(), path);
    assert!(page.body.contains("Fiches changées"), "{}", page.body);
    for number in ["0", "1", "2", "-1", "x", "18446744073709551615"] {
        let page = get(address(), &format!("{path}?genre=changed&page={number}"));
        assert_eq!(page.status, 200, "{number}");
        assert!(page.body.contains("Rédiger les courriers"), "{number}");
    }
}
