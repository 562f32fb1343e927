//! The register in the shape of other registers, as a reader takes it.

use crate::browser::get;
use crate::site::address;
use publish::{ecoindex, sha256};

/// The formats, each with the ending of its files.
const FORMATS: [(&str, &[&str]); 6] = [
    ("atrs", &["json", "csv", "xlsx"]),
    ("eurocities", &["csv", "xlsx"]),
    ("fr", &["csv", "xlsx"]),
    ("nl", &["csv", "xlsx"]),
    ("own-uses", &["csv", "xlsx"]),
    ("pstw", &["csv", "xlsx"]),
];

#[test]
fn every_format_is_listed_with_its_files() {
    for (scope, title) in [
        ("fr/ensemble", "Sous la forme d’autres registres"),
        ("en/ville-valmorel", "In the shape of other registers"),
    ] {
        let list = get(address(), &format!("/{scope}/formats")).body;
        assert!(list.contains(title), "{scope}");
        for (id, endings) in FORMATS {
            assert!(list.contains(&format!("href=\"/{scope}/formats/{id}\"")));
            for ending in endings {
                let link = format!("href=\"/{scope}/formats/registre-{id}.{ending}\"");
                assert!(list.contains(&link), "{link}");
            }
        }
        let open_data = get(address(), &format!("/{scope}/donnees")).body;
        assert!(open_data.contains(&format!("href=\"/{scope}/formats\"")));
    }
}

#[test]
fn the_page_of_a_format_tells_every_field_and_no_silent_loss() {
    for (id, _) in FORMATS {
        for (language, said, lost) in [
            (
                "fr",
                "Rien n’est perdu en silence",
                "pas de colonne pour cela",
            ),
            ("en", "Nothing is lost in silence", "no column for it"),
        ] {
            let path = format!("/{language}/ensemble/formats/{id}");
            let page = get(address(), &path);
            assert_eq!(page.status, 200, "{path}");
            assert!(page.body.contains(said), "{path}");
            assert!(page.body.contains(lost), "{path}");
            let elements = ecoindex::elements(&page.body);
            assert!(elements <= 380, "{path}: {elements} elements");
        }
    }
}

#[test]
fn a_file_has_the_name_and_the_sum_that_its_page_gives() {
    for (id, endings) in FORMATS {
        let page = get(address(), &format!("/fr/ensemble/formats/{id}")).body;
        for ending in endings {
            let name = format!("registre-{id}.{ending}");
            let file = get(address(), &format!("/fr/ensemble/formats/{name}"));
            assert_eq!(file.status, 200, "{name}");
            let disposition = file.header("content-disposition");
            assert!(disposition.ends_with(&format!("filename=\"{name}\"")));
            let is_binary = *ending == "xlsx";
            assert_eq!(disposition.starts_with("attachment"), is_binary, "{name}");
            // A workbook is no text: the small reader of pages would not give its bytes back.
            let is_told = is_binary || page.contains(&sha256(file.body.as_bytes()));
            assert!(is_told, "{name}: its sum is not on its page");
        }
    }
}

#[test]
fn the_page_of_the_data_gives_the_sum_of_each_file_it_names() {
    for scope in ["fr/ensemble", "en/ville-valmorel"] {
        let page = get(address(), &format!("/{scope}/donnees")).body;
        let rows = page.split("<tr").skip(1);
        let rows = rows.filter(|row| row.contains(" download"));
        let mut checked = 0;
        for row in rows {
            let (_, address_of) = row.split_once("href=\"").expect("a link");
            let path = address_of.split('"').next().expect("its end");
            let file = get(address(), path);
            assert_eq!(file.status, 200, "{path}");
            assert!(row.contains("<td class=\"n\""), "{path}: no size");
            // Parquet is no text: the small reader of pages would not give its bytes back.
            let is_told = path.ends_with(".parquet") || row.contains(&sha256(file.body.as_bytes()));
            assert!(is_told, "{path}: its sum is not on the page");
            checked += 1;
        }
        assert!(checked > 20, "{checked} files");
        let elements = ecoindex::elements(&page);
        assert!(elements <= 380, "{elements} elements");
    }
}

#[test]
fn a_file_holds_the_published_records_and_no_other() {
    let whole = get(address(), "/fr/metropole-valmorel/registre.json").body;
    let whole: serde_json::Value = serde_json::from_str(&whole).expect("JSON");
    let records = whole["records"].as_array().expect("records");
    let file = get(
        address(),
        "/fr/metropole-valmorel/formats/registre-atrs.json",
    )
    .body;
    let rows: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let rows = rows.as_array().expect("rows");
    assert_eq!(rows.len(), records.len());
    let names: Vec<_> = rows.iter().map(|row| &row["name"]).collect();
    let expected: Vec<_> = records.iter().map(|record| &record["name"]["fr"]).collect();
    assert_eq!(names, expected);
}

#[test]
fn what_is_no_format_is_not_found() {
    for name in [
        "us-2024",
        "registre-us-2024.csv",
        "registre-fr.json",
        "x.csv",
        "nl.csv",
    ] {
        let page = get(address(), &format!("/fr/ensemble/formats/{name}"));
        assert_eq!(page.status, 404, "{name}");
    }
}
