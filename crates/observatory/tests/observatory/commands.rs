use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) fn vigie(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(arguments)
        .env("VIGIE_DIR", folder)
        .env("VIGIE_LOG", "error")
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("VIGIE_DATABASE_URL")
        .output()
        .expect("the binary runs")
}

pub(crate) fn text(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&both).into_owned()
}

pub(crate) fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", text(output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// An observatory with the demonstration in it.
pub(crate) fn observatory() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a plain path").to_owned();
    assert!(vigie(folder.path(), &["init", &path]).status.success());
    let loaded = json(&vigie(folder.path(), &["demo", "load"]));
    assert_eq!(loaded["use_cases"], 26);
    folder
}

/// An empty observatory with settings.
pub(crate) fn observatory_with(settings: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("vigie.toml"), settings).expect("written");
    folder
}

pub(crate) fn write(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, content).expect("written");
    path.to_str().expect("a plain path").to_owned()
}

#[test]
fn a_register_is_imported_again_and_again_without_losing_or_doubling_anything() {
    let folder = observatory();
    let dutch = |items: &[(&str, &str, &str)]| {
        let items: Vec<_> = items
            .iter()
            .map(|(id, title, status)| {
                serde_json::json!({
                    "id": id, "title": title, "organisatie": "Gemeente", "doel": "x",
                    "juridische_basis": "", "impactassessment": "Onbekend", "status": status,
                    "geregistreerd": "2026-01-01", "toegevoegd": "2026-01-01", "url": ""
                })
            })
            .collect();
        serde_json::json!({ "algoritmes": items }).to_string()
    };
    let first = dutch(&[
        ("1", "A", "in_gebruik"),
        ("2", "B", "in_gebruik"),
        ("3", "", "x"),
    ]);
    let second = dutch(&[("1", "A", "buiten_gebruik"), ("4", "D", "in_gebruik")]);
    let first = write(folder.path(), "first.json", &first);
    let second = write(folder.path(), "second.json", &second);
    let import = |file: &str, more: &[&str]| {
        let arguments = ["register", "import", "--format", "nl", file, "--json"];
        let counts = json(&vigie(folder.path(), &[&arguments, more].concat()));
        let number = |key: &str| counts[key].as_u64().expect("a count");
        let found = [
            "read",
            "imported",
            "updated",
            "unchanged",
            "refused",
            "gone",
        ]
        .map(number);
        assert_eq!(found[0], found[1] + found[2] + found[3] + found[4]);
        found
    };
    assert_eq!(import(&first, &["--dry-run"]), [3, 2, 0, 0, 1, 0]);
    assert_eq!(import(&first, &[]), [3, 2, 0, 0, 1, 0]);
    assert_eq!(import(&first, &[]), [3, 0, 0, 2, 1, 0]);
    assert_eq!(import(&second, &["--complete"]), [2, 1, 1, 0, 0, 1]);
    let runs = json(&vigie(folder.path(), &["register", "runs", "--json"]));
    let latest = runs[0]["id"].as_str().expect("the latest import");
    let undone = vigie(folder.path(), &["register", "undo", latest, "--json"]);
    let undone = json(&undone);
    assert_eq!(
        (&undone["restored"], &undone["withdrawn"]),
        (&2.into(), &1.into())
    );
    let twice = vigie(folder.path(), &["register", "undo", latest]);
    assert!(!twice.status.success(), "an import is taken back once");
    assert_eq!(import(&second, &["--complete"]), [2, 1, 1, 0, 0, 1]);
    assert_eq!(import(&second, &["--complete"]), [2, 0, 0, 2, 0, 0]);
    let diff = vigie(
        folder.path(),
        &["register", "diff", &first, &second, "--json"],
    );
    let diff = json(&diff);
    assert_eq!(
        [&diff["added"], &diff["removed"], &diff["changed"]],
        [1, 2, 1]
    );
    assert_eq!(diff["fields"]["status"], 1);
}

#[test]
fn published_records_go_out_in_the_shape_of_other_registers_and_come_back() {
    let folder = observatory();
    for (format, ending) in [
        ("fr", "csv"),
        ("eurocities", "csv"),
        ("nl", "xlsx"),
        ("pstw", "csv"),
        ("atrs", "json"),
    ] {
        let file = folder.path().join(format!("{format}.{ending}"));
        let file = file.to_str().expect("a plain path");
        let export = [
            "register", "export", "--format", format, "--out", file, "--json",
        ];
        let account = json(&vigie(folder.path(), &export));
        assert_eq!(account["kind"], ending);
        let count = |value: &Value| value.as_u64().expect("a count");
        let records = count(&account["records"]);
        assert_eq!(records + count(&account["withheld"]), 26);
        assert_eq!(account["kept"]["name"], records, "{format}");
        let lost = account["lost"].as_array().expect("a list");
        let reasons: Vec<_> = lost
            .iter()
            .filter_map(|loss| loss["reason"].as_str())
            .collect();
        assert!(
            reasons.contains(&"no_place") && !reasons.contains(&"refused"),
            "{format}"
        );
        let import = [
            "register",
            "import",
            "--format",
            format,
            "--dry-run",
            file,
            "--publisher",
            "Ville de Lys",
            "--json",
        ];
        let counts = json(&vigie(folder.path(), &import));
        assert_eq!(count(&counts["imported"]), records, "{format}: {counts}");
        let bytes = fs::read(file).expect("written");
        assert!(!String::from_utf8_lossy(&bytes).contains("SECRET"));
    }
    let one = [
        "register",
        "export",
        "--format",
        "fr",
        "--authority",
        "ville-valmorel",
    ];
    let shown = vigie(folder.path(), &one);
    assert!(shown.status.success(), "{}", text(&shown));
    let csv = String::from_utf8(shown.stdout).expect("UTF-8");
    assert!(
        csv.starts_with("\u{feff}\"identifiant\",\"administration\""),
        "{csv}"
    );
    let told = String::from_utf8(shown.stderr).expect("UTF-8");
    assert!(
        told.contains("Lost, because this format has no column for it"),
        "{told}"
    );
}

#[test]
fn a_spreadsheet_of_ones_own_becomes_own_records() {
    let folder = observatory();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let example = root.join("data/mappings/examples/own-uses.csv");
    let example = example.to_str().expect("a plain path");
    let import = [
        "register",
        "import",
        "--format",
        "mapped",
        "--mapping",
        "own-uses",
        example,
    ];
    let refused = vigie(folder.path(), &import);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused).contains("--authority"), "{}", text(&refused));
    let more = ["--authority", "ville-valmorel", "--json"];
    let counts = json(&vigie(folder.path(), &[&import[..], &more].concat()));
    assert_eq!(counts["imported"], 4);
}

#[test]
fn bad_input_is_told_with_what_to_do() {
    let folder = observatory();
    let empty = write(folder.path(), "empty.csv", "");
    let unknown = write(folder.path(), "unknown.csv", "a,b\n1,2\n");
    let broken = write(
        folder.path(),
        "broken.yaml",
        "id: broken\nrecords: peers\nfields: {nom: {column: A}}\n",
    );
    for (arguments, expected) in [
        (
            vec!["register", "import", "nowhere.csv"],
            "there is no such file",
        ),
        (vec!["register", "import", &unknown], "No known format"),
        (
            vec!["register", "import", "--format", "xx", &unknown],
            "No mapping is called",
        ),
        (vec!["register", "import", "--format", "nl", &empty], "\n"),
        (
            vec!["register", "import", "--mapping", &broken, &unknown],
            "broken.yaml:2",
        ),
        (
            vec!["edition", "build", "--authority", "nowhere"],
            "No authority is called",
        ),
        (vec!["edition", "build", "--number", "99"], "No edition 99"),
        (
            vec!["register", "export", "--format", "us-2024"],
            "is for reading",
        ),
        (
            vec!["register", "export", "--format", "fr", "--out", "x.json"],
            "csv, xlsx",
        ),
        (
            vec![
                "register",
                "export",
                "--format",
                "fr",
                "--authority",
                "nowhere",
            ],
            "No authority is called",
        ),
    ] {
        let output = vigie(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let text = text(&output);
        assert!(text.contains(expected), "{arguments:?}: {text}");
        assert!(!text.contains("panicked"), "{text}");
    }
    let misunderstood = vigie(folder.path(), &["register", "import"]);
    assert_eq!(misunderstood.status.code(), Some(2));
    let elsewhere = tempfile::tempdir().expect("a folder");
    assert!(text(&vigie(elsewhere.path(), &["check"])).contains("vigie init"));
}

#[test]
fn an_edition_has_its_data_beside_it() {
    let folder = observatory();
    let out = folder.path().join("edition");
    let path = out.to_str().expect("a plain path");
    let built = json(&vigie(
        folder.path(),
        &["edition", "build", "--out", path, "--json"],
    ));
    let files = built["files"].as_array().expect("files");
    let sums = fs::read_to_string(out.join("donnees/SHA256SUMS")).expect("sums");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        let path = format!("donnees/{name}");
        let file = files.iter().find(|file| file["path"] == path);
        assert_eq!(file.expect("it was written")["sha256"], sum, "{name}");
    }
    for name in ["datapackage.json", "CITATION.cff", "ro-crate-metadata.json"] {
        assert!(out.join("donnees").join(name).is_file(), "{name}");
    }
    let catalogue = out.join("donnees/catalogue.ttl");
    assert!(
        !catalogue.exists(),
        "a catalogue needs the address of a site"
    );
}

#[test]
fn a_backup_restores_to_an_equal_observatory() {
    let folder = observatory();
    let texts = folder.path().join("content/fr");
    fs::create_dir_all(&texts).expect("a folder");
    fs::write(
        texts.join("method.md"),
        "---\ntitle: La nôtre\n---\n\nÀ nous.\n",
    )
    .expect("written");
    let file = folder.path().join("copy.tar.gz");
    let file = file.to_str().expect("a plain path");
    let written = json(&vigie(folder.path(), &["backup", file, "--json"]));
    assert_eq!(
        vigie(folder.path(), &["backup", file]).status.code(),
        Some(1),
        "never overwritten"
    );
    let copy = tempfile::tempdir().expect("a folder");
    let path = copy.path().to_str().expect("a plain path");
    let restored = json(&vigie(copy.path(), &["restore", file, path, "--json"]));
    assert_eq!(restored, written);
    assert!(copy.path().join("content/fr/method.md").is_file());
    assert!(vigie(copy.path(), &["journal", "verify"]).status.success());
    assert_eq!(
        vigie(copy.path(), &["restore", file, path]).status.code(),
        Some(1)
    );
}

#[test]
fn the_demonstration_leaves_nothing_readable_behind() {
    let folder = observatory();
    let holds = |phrase: &str| {
        let database = fs::read(folder.path().join("vigie.db")).expect("a file");
        database
            .windows(phrase.len())
            .any(|bytes| bytes == phrase.as_bytes())
    };
    let phrase = "Répondre aux questions courantes";
    assert!(holds(phrase));
    let purged = vigie(folder.path(), &["demo", "purge"]);
    assert!(
        text(&purged).contains("94 demonstration records erased"),
        "{}",
        text(&purged)
    );
    let journal = json(&vigie(folder.path(), &["journal", "verify", "--json"]));
    assert_eq!(journal["faults"], Value::Array(Vec::new()));
    for phrase in [phrase, "trouvé porte close"] {
        assert!(!holds(phrase), "not even in the free pages of the file");
    }
    let again = vigie(folder.path(), &["demo", "purge"]);
    assert!(text(&again).contains("nothing was erased"));
}

#[test]
fn the_files_of_the_project_have_no_mistake() {
    let folder = tempfile::tempdir().expect("a folder");
    let checked = vigie(folder.path(), &["data", "check", "--json"]);
    assert_eq!(json(&checked), Value::Array(Vec::new()));
}

#[test]
fn every_mistake_of_a_data_file_is_told_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in ["data", "framework", "i18n"] {
        copy(&root.join(name), &folder.path().join(name));
    }
    let glossary = folder.path().join("data/glossary/glossary.yaml");
    let text = fs::read_to_string(&glossary).expect("the glossary");
    let bad = "- key: act\n  term: {fr: \"x\"}\n  definition: {fr: \"x\", en: \"y\"}\n  extra: 1\n";
    fs::write(&glossary, format!("{text}{bad}")).expect("written");
    let path = folder.path().to_str().expect("a plain path");
    let output = vigie(folder.path(), &["data", "check", path, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let lines = text.lines().count() as u64;
    let places: Vec<_> = found
        .iter()
        .map(|fault| fault["line"].as_u64().expect("a line"))
        .collect();
    assert_eq!(places, [lines + 2, lines + 4], "{found:?}");
    assert!(
        found
            .iter()
            .all(|fault| !fault["hint"].as_str().expect("a text").is_empty())
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn a_new_authority_is_renamed_and_described_in_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a plain path");
    assert!(vigie(folder.path(), &["init", path]).status.success());
    assert!(text(&vigie(folder.path(), &["check"])).contains("collectivite"));
    let file = folder.path().join("vigie.toml");
    let config = fs::read_to_string(&file).expect("the file of init");
    fs::write(&file, config.replace("\"collectivite\"", "\"lys\"")).expect("written");
    assert!(!text(&vigie(folder.path(), &["check"])).contains("collectivite"));

    let records = folder.path().join("records");
    fs::create_dir_all(&records).expect("a folder");
    let departments = "departments:\n  - key: hr\n    name: {fr: \"Ressources humaines\", en: \"HR\"}\n    authorities: [lys]\n";
    fs::write(records.join("departments.yaml"), departments).expect("written");
    let header = "Nom de l’usage;Direction;État;Publication\n";
    let uses = format!("{header}Trier le courrier;Ressources humaines;En test;Publiée\n");
    let uses = write(folder.path(), "uses.csv", &uses);
    let import = [
        "register",
        "import",
        "--mapping",
        "own-uses",
        &uses,
        "--json",
    ];
    let counts = json(&vigie(folder.path(), &import));
    assert_eq!(counts["imported"], 1);
    let unknown = counts["reported"].as_array().expect("a list").iter();
    let unknown = unknown.filter(|found| found["column"] == "Direction");
    assert_eq!(unknown.count(), 0, "the department is known from its file");

    fs::write(
        records.join("departments.yaml"),
        "departments:\n  - key: hr\n    nom: x\n",
    )
    .expect("written");
    let told = text(&vigie(folder.path(), &["check"]));
    assert!(
        told.contains("records/departments.yaml") && told.contains("nom"),
        "{told}"
    );
}

#[test]
fn nobody_wrote_yet() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a plain path").to_owned();
    assert!(vigie(folder.path(), &["init", &path]).status.success());
    assert!(text(&vigie(folder.path(), &["messages", "list"])).contains("No message"));
    assert!(text(&vigie(folder.path(), &["messages", "purge"])).contains("No message"));
    let closed = vigie(folder.path(), &["messages", "close", "M-00000000"]);
    assert_eq!(closed.status.code(), Some(1));
}

#[test]
fn a_message_is_listed_and_closed_by_its_number() {
    let folder = observatory();
    let listed = text(&vigie(folder.path(), &["messages", "list"]));
    assert!(listed.contains("M-DE300002 — received"), "{listed}");
    let closed = vigie(folder.path(), &["messages", "close", "m-de300002"]);
    assert!(closed.status.success(), "{}", text(&closed));
    let rows = json(&vigie(folder.path(), &["messages", "list", "--json"]));
    let states = rows.as_array().expect("a list").iter();
    let states: Vec<_> = states.map(|row| row["state"].as_str()).collect();
    assert_eq!(states, [Some("closed"), Some("closed")]);
}

#[test]
fn sheets_of_tools_travel_as_files_and_approve_nothing() {
    let folder = observatory();
    let exported = vigie(folder.path(), &["tools", "export"]);
    assert!(exported.status.success(), "{}", text(&exported));
    let sheets = String::from_utf8_lossy(&exported.stdout).into_owned();
    let file = write(folder.path(), "tools.yaml", &sheets);
    let import = |arguments: &[&str]| {
        let all = [&["tools", "import", file.as_str()], arguments].concat();
        vigie(folder.path(), &all)
    };
    let unsaid = import(&["--dry-run"]);
    assert_eq!(unsaid.status.code(), Some(1), "two authorities: which one?");
    assert!(
        text(&unsaid).contains("ville-valmorel"),
        "{}",
        text(&unsaid)
    );
    let here = ["--authority", "ville-valmorel", "--json"];
    let report = json(&import(&here));
    assert_eq!(report["read"], 9);
    assert_eq!(
        report["unchanged"], 9,
        "what was written reads the same: {report}"
    );

    let new = sheets.replace("key: \"plume\"", "key: \"brume\"");
    fs::write(&file, new).expect("written");
    let report = json(&import(&here));
    assert_eq!(
        (&report["new"], &report["unchanged"]),
        (&1.into(), &8.into())
    );
    let listed = json(&vigie(folder.path(), &["tools", "list", "--json"]));
    let listed = listed.as_array().expect("a list");
    let brume = listed.iter().find(|tool| tool["key"] == "brume");
    let brume = brume.expect("there");
    assert_eq!(brume["status"], "under_review");
    assert_eq!(brume["authority"], "ville-valmorel");

    fs::write(
        &file,
        "format: vigie-tools/1\ntools:\n  - key: brume\n    moon: yes\n",
    )
    .expect("written");
    let told = import(&["--authority", "ville-valmorel"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(
        text(&told).contains("Line 4: The field “moon” does not exist."),
        "{}",
        text(&told)
    );
}

#[test]
fn suggested_risks_tell_which_the_record_has_and_which_it_lacks() {
    let folder = observatory();
    let suggest = |arguments: &[&str]| {
        let all = [&["risks", "suggest"], arguments].concat();
        vigie(folder.path(), &all)
    };
    let rows = json(&suggest(&["val-006", "--on", "2026-06-30", "--json"]));
    let rows = rows.as_array().expect("a list");
    let lacking = rows.iter().filter(|row| row["in_record"] == false).count();
    assert!(lacking > 0 && rows.iter().all(|row| row["measures"][0].is_string()));
    let applies = rows.iter().filter(|row| row["standing"] == "applies");
    assert!(applies.clone().count() > 0);
    for row in applies {
        assert_ne!(row["because"], serde_json::json!({}), "{row}");
        assert_eq!(row["ask"], serde_json::json!([]), "{row}");
    }
    let said = text(&suggest(&["VAL-006", "--on", "2026-06-30", "--lang", "fr"]));
    let count = format!("Risques suggérés que la fiche n’a pas : {lacking}");
    assert!(
        said.replace(['\u{a0}', '\u{202f}'], " ").contains(&count),
        "{said}"
    );
    let unknown = suggest(&["VAL-999"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(text(&unknown).contains("VAL-999"));
}

#[test]
fn a_question_takes_what_the_sheet_of_the_tool_and_the_authority_say() {
    let folder = observatory();
    let ask = |authority: &[&str]| {
        let picks = "ask --task draft-reply --tool plume --data personal --lang en";
        let picks: Vec<_> = picks.split(' ').collect();
        text(&vigie(folder.path(), &[&picks, authority].concat()))
    };
    let alone = ask(&[]);
    let status = "= tool_status = validated (sheet of the tool “plume”)";
    assert!(alone.contains(status), "{alone}");
    let population = "= population = 148000 (profile of the administration)";
    assert!(!alone.contains(population), "{alone}");
    let of_city = ask(&["--authority", "ville-valmorel"]);
    assert!(of_city.contains(population), "{of_city}");
    // What nobody signed for the law, the documents of the observatory still say.
    fs::remove_dir_all(folder.path().join("framework")).expect("it was there");
    let unsigned = ask(&["--authority", "ville-valmorel"]);
    for said in [status, population] {
        assert!(unsigned.contains(said), "{unsigned}");
    }
}
