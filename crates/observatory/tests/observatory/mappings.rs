use crate::commands::{json, observatory, observatory_with, text, vigie, write};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A register of a town whose days and words are not all understood.
const TOWN: &str = "id,titre,etat,debut,lien,note\n\
    1,Trier,en cours,2020.0,https://a.example,x\n\
    2,Traduire,bizarre,2021-05,adresse interne,\n\
    3,Résumer,bizarre,bientôt,\"https://b.example, https://c.example\",\n";
const TOWN_MAPPING: &str = "id: town\ntitle: {fr: Ville, en: Town}\nrecords: peer\n\
    publisher: {slug: town, name: {fr: Ville, en: Town}, country: FR, language: fr, licence: x, attribution: {fr: V, en: T}}\n\
    key: [id]\nrequired: [name]\nfields:\n  name: {column: titre}\n  lifecycle_status: {column: etat}\n  \
    start_date: {column: debut}\n  url: {column: lien}\nlifecycle: {\"en cours\": deployed}\n";

#[test]
fn a_dry_run_says_what_each_field_gets_and_which_mapping_was_taken() {
    let folder = observatory();
    let file = write(folder.path(), "town.csv", TOWN);
    fs::create_dir_all(folder.path().join("data/mappings")).expect("a folder");
    write(folder.path(), "data/mappings/town.yaml", TOWN_MAPPING);
    let dry = ["register", "import", "--dry-run", &file];
    let report = json(&vigie(folder.path(), &[&dry[..], &["--json"]].concat()));
    assert_eq!(report["mapping"], "town");
    assert_eq!(report["guessed"], true);
    let told = report["reported"].as_array().expect("a list");
    let told: Vec<_> = told
        .iter()
        .map(|told| {
            (
                told["row"].as_u64(),
                told["column"].as_str(),
                told["count"].as_u64(),
            )
        })
        .collect();
    let expected = [
        (Some(2), Some("lien"), Some(1)),
        (Some(2), Some("etat"), Some(2)),
        (Some(3), Some("debut"), Some(1)),
        (Some(3), Some("lien"), Some(1)),
    ];
    assert_eq!(told, expected, "{report}");
    let preview = &report["preview"];
    assert_eq!(preview["unnamed"], serde_json::json!(["note"]));
    let fields = preview["fields"].as_array().expect("a list");
    let filled: Vec<_> = fields
        .iter()
        .map(|fill| (fill["field"].as_str(), fill["filled"].as_u64()))
        .collect();
    let expected = [
        (Some("name"), Some(3)),
        (Some("lifecycle_status"), Some(3)),
        (Some("start_date"), Some(2)),
        (Some("url"), Some(2)),
    ];
    assert_eq!(filled, expected);
    assert_eq!(preview["first"]["fields"]["start_date"], "2020");
    let french = [&["--lang", "fr"], &dry[..]].concat();
    let shown = text(&vigie(folder.path(), &french));
    for said in [
        "Lu avec town, deviné d’après les colonnes.",
        "Ligne 2 et une autre, ",
        "ni une année, ni un mois, ni un jour",
        "Début (start_date) 2/3",
        "Colonnes que la correspondance ne cite pas",
        "Première fiche, ligne 1",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let done = json(&vigie(
        folder.path(),
        &["register", "import", "--mapping", "town", &file, "--json"],
    ));
    assert_eq!(
        (&done["imported"], &done["guessed"]),
        (&3.into(), &false.into())
    );
    assert!(done.get("preview").is_none(), "{done}");
    let runs = json(&vigie(folder.path(), &["register", "runs", "--json"]));
    let run = runs[0]["id"].as_str().expect("the import");
    let undone = json(&vigie(folder.path(), &["register", "undo", run, "--json"]));
    assert_eq!(
        undone["withdrawn"], done["imported"],
        "records, not their publisher"
    );
}

#[test]
fn a_mapping_is_printed_as_the_file_it_is() {
    let folder = observatory();
    let shown = vigie(folder.path(), &["register", "mapping", "us-2023"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = fs::read(root.join("data/mappings/us-2023.yaml")).expect("delivered");
    assert!(shown.status.success() && shown.stdout == file);
}

#[test]
fn a_mapping_file_with_mistakes_reads_nothing() {
    let folder = observatory();
    let file = write(folder.path(), "town.csv", TOWN);
    fs::create_dir_all(folder.path().join("data/mappings")).expect("a folder");
    let wrong = TOWN_MAPPING.replace("deployed", "used");
    write(folder.path(), "data/mappings/town.yaml", &wrong);
    let refused = vigie(folder.path(), &["register", "import", &file]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused).contains("vigie check"), "{}", text(&refused));
}

#[test]
fn a_mapping_that_cannot_serve_is_told_with_what_to_do() {
    let folder = observatory();
    let unknown = write(folder.path(), "unknown.csv", "a,b\n1,2\n");
    let of_town = |name: &str, country: &str, key: &str| {
        let text = format!(
            "id: {name}\ntitle: {{fr: V, en: T}}\nrecords: peer\n\
             publisher: {{slug: t, name: {{fr: V, en: T}}, country: {country}, language: fr, \
             licence: x, attribution: {{fr: V, en: T}}}}\n\
             key: [{key}]\nfields: {{name: {{column: a}}}}\n"
        );
        write(folder.path(), &format!("{name}.yaml"), &text)
    };
    let keyless = of_town("keyless", "FR", "c");
    let somewhere = of_town("somewhere", "Europe", "a");
    for (arguments, expected) in [
        (
            vec!["register", "import", "--mapping", "nowhere.yaml", &unknown],
            "vigie register formats",
        ),
        (
            vec!["register", "mapping", "nowhere"],
            "No mapping is called",
        ),
        (
            vec!["register", "import", "--mapping", &keyless, &unknown],
            "are not in the file (c)",
        ),
        (
            vec![
                "register",
                "diff",
                "--mapping",
                &keyless,
                &unknown,
                &unknown,
            ],
            "are not in the file (c)",
        ),
        (
            vec!["register", "import", "--mapping", &somewhere, &unknown],
            "is no code of a country",
        ),
    ] {
        let output = vigie(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let text = text(&output);
        assert!(text.contains(expected), "{arguments:?}: {text}");
    }
}

#[test]
fn the_schema_of_inventories_is_written_as_a_repository() {
    let folder = observatory_with("[server]\n");
    let depot = folder.path().join("depot");
    let path = depot.to_str().expect("a plain path");
    let write = || {
        let place = [
            "register",
            "schema",
            path,
            "--homepage",
            "https://forge.example/schema/",
        ];
        let who = ["--contact", "donnees@ville.example", "--lang", "fr"];
        vigie(folder.path(), &[&place[..], &who[..]].concat())
    };
    let empty = write();
    assert_eq!(empty.status.code(), Some(1));
    assert!(
        text(&empty).contains("Aucune fiche publiée"),
        "{}",
        text(&empty)
    );
    assert!(vigie(folder.path(), &["demo", "load"]).status.success());
    let written = write();
    assert!(written.status.success(), "{}", text(&written));
    let read = |name: &str| std::fs::read_to_string(depot.join(name)).expect("written");
    let schema: Value = serde_json::from_str(&read("schema.json")).expect("JSON");
    assert_eq!(
        schema["path"],
        "https://forge.example/schema/raw/v1.1.0/schema.json"
    );
    assert_eq!(schema["contributors"][0]["email"], "donnees@ville.example");
    for key in [
        "title",
        "description",
        "created",
        "lastModified",
        "version",
        "countryCode",
    ] {
        assert!(!schema[key].as_str().expect("a text").is_empty(), "{key}");
    }
    let fields = schema["fields"].as_array().expect("fields");
    let names: Vec<_> = fields.iter().map(|field| field["name"].as_str()).collect();
    let example = read("exemple-valide.csv");
    let head = example
        .lines()
        .next()
        .expect("a head")
        .trim_start_matches('\u{feff}');
    let head: Vec<_> = head.split(',').map(|cell| cell.trim_matches('"')).collect();
    assert_eq!(names, head.into_iter().map(Some).collect::<Vec<_>>());
    let page = read("README.md");
    assert!(fields.iter().all(|field| {
        let name = field["name"].as_str().expect("a name");
        page.contains(&format!("| `{name}` |"))
    }));
    for name in ["CHANGELOG.md", "LICENSE.md", "requirements.txt"] {
        assert!(!read(name).is_empty(), "{name}");
    }
    let again = write();
    assert_eq!(
        again.status.code(),
        Some(1),
        "a repository is not written over"
    );
    assert!(text(&again).contains("contient déjà"), "{}", text(&again));
}
