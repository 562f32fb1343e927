//! The public site as files: every link of the folder leads to a file of the folder, whatever
//! serves it, and nothing there asks for a server.

use crate::commands::{json, text, vigie};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SITE: &str = "https://vigie.example";

/// A small observatory: a record of its own, and a register of others that takes two pages.
fn observatory() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a plain path").to_owned();
    assert!(vigie(folder.path(), &["init", &path]).status.success());
    let records = folder.path().join("records/use-cases");
    fs::create_dir_all(&records).expect("created");
    let record = "reference: COL-001\nauthority: collectivite\nname: {fr: \"Résumer\", en: \"Summing up\"}\nlifecycle: pilot\nevidence: declared\ngenerative: yes\npublication: {level: public}\n";
    fs::write(records.join("col-001.yaml"), record).expect("written");
    let items: Vec<_> = (0..25)
        .map(|number| {
            serde_json::json!({
                "id": number.to_string(), "title": format!("Dienst {number}"),
                "organisatie": "Gemeente", "doel": "x", "juridische_basis": "",
                "impactassessment": "Onbekend", "status": "in_gebruik",
                "geregistreerd": "2026-01-01", "toegevoegd": "2026-01-01", "url": ""
            })
        })
        .collect();
    let register = folder.path().join("nl.json");
    fs::write(
        &register,
        serde_json::json!({"algoritmes": items}).to_string(),
    )
    .expect("written");
    let register = register.to_str().expect("a plain path");
    let import = ["register", "import", "--format", "nl", register, "--json"];
    assert_eq!(json(&vigie(folder.path(), &import))["imported"], 25);
    folder
}

/// Every file below a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting: Vec<PathBuf> = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(&place).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path
                .strip_prefix(folder)
                .expect("below")
                .to_str()
                .expect("plain");
            found.insert(name.to_owned(), fs::read(&path).expect("readable"));
        }
    }
    found
}

/// The file a relative link leads to from a page.
fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {link} climbs out"),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    let pieces = html.split(mark.as_str()).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).collect()
}

/// Every link of a page leads to a file, and to a place of that file if it names one.
fn check_page(page: &str, html: &str, files: &BTreeMap<String, Vec<u8>>) -> usize {
    assert!(!html.contains("<form"), "{page}: no form");
    assert_eq!(html.matches("<h1").count(), 1, "{page}: one title");
    assert_eq!(html.matches("<script").count(), 0, "{page}: no script");
    let mut links = values(html, "href");
    links.extend(values(html, "src"));
    let mut followed = 0;
    for link in links {
        let link = link.replace("&amp;", "&");
        let is_elsewhere = link.starts_with("https://") || link.starts_with("http://");
        if is_elsewhere || link.starts_with("mailto:") {
            continue;
        }
        assert!(!link.starts_with('/'), "{page}: {link} is not relative");
        let (path, place) = link.split_once('#').unwrap_or((&link, ""));
        let target = if path.is_empty() {
            page.to_owned()
        } else {
            resolved(page, path)
        };
        let found = files.get(&target);
        let found = found.unwrap_or_else(|| panic!("{page} leads to {link}"));
        if !place.is_empty() {
            let found = String::from_utf8_lossy(found);
            let has_place = found.contains(&format!("id=\"{place}\""));
            assert!(has_place, "{page} leads to {link}");
        }
        followed += 1;
    }
    followed
}

#[test]
fn every_link_of_a_copy_leads_to_a_file_of_the_copy() {
    let observatory = observatory();
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("copie");
    let name = folder.to_str().expect("a plain path").to_owned();
    let publish = ["publish", name.as_str(), "--url", SITE, "--json"];
    let first = json(&vigie(observatory.path(), &publish));
    assert_eq!(first["dead_links"], serde_json::json!([]));
    let files = files(&folder);
    assert_eq!(first["files"], files.len() - 1, "and the list of them");

    let mut followed = 0;
    let mut pages = BTreeSet::new();
    for (page, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        followed += check_page(page, html, &files);
        pages.insert(page.as_str());
    }
    assert!(
        pages.len() > 300 && followed > 5_000,
        "{} {followed}",
        pages.len()
    );
    check_contents(&files);
    check_linked_data(&files);
    check_map(&files);

    let again = json(&vigie(observatory.path(), &publish));
    assert_eq!(
        again["changed"], 0,
        "the same snapshot gives the same bytes"
    );
    assert_eq!(again["unchanged"], first["files"]);
    let left: Vec<_> = fs::read_dir(place.path())
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(left.len(), 1, "nothing is left beside");
}

/// What a reader must find in a copy.
fn check_contents(files: &BTreeMap<String, Vec<u8>>) {
    let page = |name: &str| {
        let bytes = files
            .get(name)
            .unwrap_or_else(|| panic!("{name} is missing"));
        String::from_utf8_lossy(bytes).into_owned()
    };
    for (name, words) in [
        (
            "fr/collectivite/registre/index.html",
            "Cette copie n’a pas de serveur",
        ),
        (
            "en/collectivite/questions/index.html",
            "This copy has no server",
        ),
        (
            "fr/collectivite/signaler/index.html",
            "Cette copie n’a pas de serveur",
        ),
        (
            "fr/ensemble/copie-statique/index.html",
            "ne cherche pas et ne filtre pas",
        ),
        ("en/collectivite/fiche/col-001/index.html", "Summing up"),
        (
            "fr/collectivite/registre/source-ailleurs/index.html",
            "Dienst 0",
        ),
        ("fr/collectivite/registre.csv", "COL-001"),
        ("fr/collectivite/formats/registre-fr.csv", "COL-001"),
        (
            "fr/ensemble/copie-statique/index.html",
            "elle n’a pas d’API",
        ),
        (
            "sitemap.xml",
            "https://vigie.example/fr/collectivite/registre",
        ),
    ] {
        assert!(page(name).contains(words), "{name} says {words}");
    }
    let second = files
        .keys()
        .any(|name| name.starts_with("fr/collectivite/registre/") && name.contains("page-2"));
    assert!(second, "the second page of the register of others");
    for name in [
        "fr/collectivite/rapport/rapport.pdf",
        "en/ensemble/rapport/rapport.pdf",
    ] {
        assert!(files[name].starts_with(b"%PDF"), "{name}");
    }
    for (name, start) in [
        ("fr/collectivite/registre.parquet", b"PAR1"),
        ("en/collectivite/formats/registre-nl.xlsx", b"PK\x03\x04"),
    ] {
        assert!(files[name].starts_with(start), "{name}");
    }
    let offered = page(".well-known/observatoire-ia.json");
    assert!(!offered.contains("\"api\""), "a copy has no API to offer");
    let staff = ["connexion", "espace", "declarer"];
    let of_staff = |name: &&String| staff.iter().any(|word| name.contains(&format!("/{word}/")));
    assert_eq!(
        files.keys().find(of_staff),
        None,
        "no page of those who work there"
    );
}

/// The addresses that catalogues and linked data give to themselves and to their words lead
/// somewhere, and nothing says that a copy answers programs.
fn check_linked_data(files: &BTreeMap<String, Vec<u8>>) {
    let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    for scope in ["ensemble", "collectivite"] {
        let catalogue = text(&format!("fr/{scope}/catalogue.ttl"));
        let subject = format!("<{SITE}/fr/{scope}/catalogue>");
        assert!(catalogue.contains(&subject), "{subject}");
        assert!(!catalogue.contains("DataService"), "{scope}");
        let page = text(&format!("fr/{scope}/catalogue/index.html"));
        assert!(page.contains("url=../donnees/index.html"), "{page}");
        let linked = text(&format!("fr/{scope}/registre.jsonld"));
        assert!(linked.contains(&format!("\"{SITE}/vocabulaire#\"")));
    }
    let words = text("vocabulaire/index.html");
    assert!(words.contains("url=../vocabulaire.jsonld"), "{words}");
    assert!(text("vocabulaire.jsonld").contains("\"v:UseCase\""));
}

/// Every address of the map is a page of the copy: a server finds it where the site had it.
fn check_map(files: &BTreeMap<String, Vec<u8>>) {
    let map = String::from_utf8_lossy(&files["sitemap.xml"]);
    for address in map
        .split("<loc>")
        .skip(1)
        .filter_map(|piece| piece.split('<').next())
    {
        let path = address.strip_prefix(SITE).expect("ours").trim_matches('/');
        let file = format!("{path}/index.html");
        // With a single authority, the view of all leads to it.
        let is_there = files.contains_key(&file) || path.split('/').count() < 2;
        assert!(is_there, "{address}");
    }
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let observatory = tempfile::tempdir().expect("a folder");
    let path = observatory
        .path()
        .to_str()
        .expect("a plain path")
        .to_owned();
    assert!(vigie(observatory.path(), &["init", &path]).status.success());
    let folder = observatory.path().join("documents");
    fs::create_dir(&folder).expect("created");
    fs::write(folder.join("letter.txt"), "dear").expect("written");
    let name = folder.to_str().expect("a plain path").to_owned();
    let refused = vigie(observatory.path(), &["publish", &name, "--url", SITE]);
    assert!(!refused.status.success());
    assert!(text(&refused).contains("--force"), "{}", text(&refused));
    assert_eq!(
        fs::read_to_string(folder.join("letter.txt")).expect("still there"),
        "dear"
    );
    let nowhere = vigie(observatory.path(), &["publish", &name]);
    assert!(!nowhere.status.success());
    assert!(text(&nowhere).contains("--url"), "{}", text(&nowhere));
}
