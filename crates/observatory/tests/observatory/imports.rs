//! Files sent from a browser: tried, described, imported, taken back; and nobody else's.

use crate::browser::{Answer, ask};
use crate::commands::{json, observatory, text, vigie, write};
use crate::place::{ELSEWHERE, HERE, Member, Place, contains, grant, place};
use domain::people::{Grant, Role};
use domain::{ImportRun, KeptMapping, PeerRecord, UseCase};
use observatory::instance::change;
use std::fs;

const OWN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../data/mappings/examples/own-uses.csv"
);

/// A register that no mapping knows.
const TOWN: &str = "N°;Intitulé du projet;Avancement;Notes\n\
    1;Trier les courriers;en cours;\n\
    2;Résumer les débats;arrêté;=1+1\n\
    3;;en cours;sans nom\n\
    4;Traduire un guide;à l’étude;\n";

impl Member {
    /// Sends a file as the form does.
    fn send(&self, file: &str, content: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = String::new();
        let mut part = |head: &str, value: &str| {
            body.push_str("--limite\r\nContent-Disposition: form-data; ");
            body.push_str(&format!("{head}\r\n\r\n{value}\r\n"));
        };
        part("name=\"jeton\"", &self.token);
        for (name, value) in fields {
            part(&format!("name=\"{name}\""), value);
        }
        part(&format!("name=\"fichier\"; filename=\"{file}\""), content);
        body.push_str("--limite--\r\n");
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Content-Type", "multipart/form-data; boundary=limite"),
        ];
        let path = format!("/fr/{HERE}/imports");
        ask(self.address, "POST", &path, &headers, &body)
    }
}

fn lead(place: &Place) -> Member {
    place.member(vec![grant(Role::Lead, &[])]).0
}

/// Where a page leads.
fn leads(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.header("location").to_owned()
}

fn own_count(place: &Place) -> usize {
    let all = place.runtime.block_on(place.store.all::<UseCase>());
    all.expect("read").len()
}

fn base(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

#[test]
fn a_spreadsheet_is_tried_then_imported_then_taken_back() {
    let place = place();
    let lead = lead(&place);
    contains(&lead.get(&format!("/fr/{HERE}/espace")), "imports");
    let before = own_count(&place);
    let content = fs::read_to_string(OWN).expect("the example");
    let trial = leads(&lead.send("C:\\nos usages.csv", &content, &[("format", "")]));
    let page = lead.get(&trial);
    assert_eq!(page.status, 200, "{}", page.body);
    contains(&page, "nos usages.csv");
    contains(&page, "Rien n’est encore écrit");
    assert_eq!(own_count(&place), before, "a trial writes nothing");

    let form = [("faire", "importer"), ("format", "own-uses")];
    let report = leads(&lead.post(base(&trial), &form));
    // One of the four rows has the name of a record: it is about that one.
    assert_eq!(own_count(&place), before + 3);
    let page = lead.get(&report);
    contains(&page, "Fiches nouvelles");
    contains(&page, "Il a écrit 4 fiches.");
    assert_eq!(lead.get(&trial).status, 404, "the file is forgotten");

    let all = place.runtime.block_on(place.store.all::<UseCase>());
    let all = all.expect("read").into_iter().map(|record| record.document);
    let mut touched = all
        .filter(|record| {
            record
                .name
                .iter()
                .any(|(_, name)| name == "Illustrer une affiche")
        })
        .collect::<Vec<_>>();
    let mut touched = touched.pop().expect("imported");
    touched.tags.push("relu".to_owned());
    place.put(&touched);
    let unsure = lead.post(&report, &[]);
    assert_eq!(unsure.status, 422);
    contains(&unsure, "Cochez la case");
    leads(&lead.post(&report, &[("sur", "1")]));
    assert_eq!(
        own_count(&place),
        before + 1,
        "what was changed since stays"
    );
    let page = lead.get(&report);
    contains(&page, "retirées : 2 ; laissées car changées depuis : 1.");
    let again = lead.post(&report, &[("sur", "1")]);
    assert_eq!(again.status, 422);
    contains(&again, "déjà été défait");
    let journal = place.runtime.block_on(place.store.verify_journal());
    assert!(journal.expect("read").faults.is_empty());
}

#[test]
fn a_later_edition_taken_back_gives_the_earlier_one_again() {
    let place = place();
    let lead = lead(&place);
    describe(&place, &lead);
    let peers = || {
        let all = place
            .runtime
            .block_on(place.store.all_of::<PeerRecord>("ville-de-lys"));
        let mut all: Vec<_> = all.expect("read").into_iter().map(|r| r.document).collect();
        all.sort_by_key(|record| record.key.clone());
        all
    };
    let first = peers();
    assert_eq!(first.len(), 3);
    let later = "N°;Intitulé du projet;Avancement;Notes\n1;Trier le courrier;arrêté;\n5;Un autre;en cours;\n";
    let fields = [("format", "registre-lys"), ("complet", "1")];
    let trial = leads(&lead.send("suite.csv", later, &fields));
    assert!(trial.ends_with("&complet=1"), "{trial}");
    let form = [
        ("faire", "importer"),
        ("format", "registre-lys"),
        ("complet", "1"),
    ];
    let report = leads(&lead.post(base(&trial), &form));
    let second = peers();
    assert_eq!(second.len(), 4);
    assert_eq!(second.iter().filter(|r| r.gone_since.is_some()).count(), 2);
    leads(&lead.post(&report, &[("sur", "1")]));
    assert_eq!(peers(), first);
}

/// Sends the register of a town that no mapping knows, describes it and imports it.
fn describe(place: &Place, lead: &Member) {
    let unknown = leads(&lead.send("Registre Lys.csv", TOWN, &[("format", "")]));
    let page = lead.get(&unknown);
    contains(&page, "Ce fichier n’est pas lu");
    contains(&page, "Décrivez ses colonnes, ou choisissez ci-dessous");
    let columns = format!("{}/colonnes", base(&unknown));
    let page = lead.get(&columns);
    assert_eq!(page.status, 200, "{}", page.body);
    contains(&page, "value=\"registre-lys\"");
    contains(&page, "Trier les courriers · Résumer les débats");
    let mut form = vec![
        ("titre", "Registre de Lys"),
        ("nom", "registre-lys"),
        ("a_qui", "peer"),
        ("editeur", "Ville de Lys"),
        ("pays", "France"),
        ("langue", "fr"),
        ("licence", "etalab-2.0"),
        ("mention", "Source : ville de Lys"),
        ("c.1", "nom de l’usage"),
        ("c.2", "Où en est l’usage"),
    ];
    let refused = lead.post(&columns, &form);
    assert_eq!(refused.status, 422);
    for told in [
        "Écrivez deux lettres, par exemple FR",
        "« nom de l’usage » ne nomme aucun champ",
        "Cochez au moins une colonne",
        "Source : ville de Lys",
    ] {
        contains(&refused, told);
    }
    form[4].1 = "fr";
    form[8].1 = "Nom";
    form[9].1 = "lifecycle_status";
    form.push(("cle", "0"));
    let words = leads(&lead.post(&columns, &form));
    let page = lead.get(&words);
    contains(&page, "en cours");
    contains(&page, "2 lignes");
    let mut form = vec![
        ("format", "registre-lys"),
        ("lifecycle_status.0", "en service"),
        ("lifecycle_status.1", "Fini"),
    ];
    let refused = lead.post(base(&words), &form);
    assert_eq!(refused.status, 422);
    contains(&refused, "« Fini » n’est pas dans la liste");
    form[2].1 = "retired";
    let trial = leads(&lead.post(base(&words), &form));
    let page = lead.get(&trial);
    contains(&page, "Registre de Lys");
    contains(&page, "à l’étude");
    for told in ["Nom · 3/4", "Trier les courriers", "ne cite pas : Notes."] {
        contains(&page, told);
    }
    let form = [("faire", "importer"), ("format", "registre-lys")];
    leads(&lead.post(base(&trial), &form));
    let kept = place.runtime.block_on(place.store.all::<KeptMapping>());
    assert_eq!(kept.expect("read").len(), 1);
}

#[test]
fn a_mapping_made_in_the_browser_can_be_downloaded_and_continued_by_hand() {
    let place = place();
    let lead = lead(&place);
    describe(&place, &lead);
    let page = lead.get(&format!("/fr/{HERE}/imports"));
    contains(&page, "Registre de Lys · ");
    let address = format!("/fr/{HERE}/imports/modeles/registre-lys.yaml");
    contains(&page, &address);
    let file = lead.get(&address);
    assert_eq!(file.status, 200);
    assert!(
        file.header("content-disposition")
            .contains("registre-lys.yaml")
    );
    let read = reference::Mapping::parse("registre-lys", &file.body);
    assert!(read.is_ok(), "{read:?}\n{}", file.body);
    for nowhere in ["nulle-part.yaml", "registre-lys", "nl.yaml"] {
        let address = format!("/fr/{HERE}/imports/modeles/{nowhere}");
        assert_eq!(lead.get(&address).status, 404, "{nowhere}");
    }
    let (agent, _) = place.member(vec![grant(Role::Contact, &[])]);
    assert_eq!(agent.get(&address).status, 403);
}

#[test]
fn a_file_is_read_like_the_last_one_and_the_other_mappings_that_fit_are_named() {
    let place = place();
    let lead = lead(&place);
    let text = fs::read_to_string(OWN.replace("examples/own-uses.csv", "own-uses.yaml"));
    let text = text
        .expect("delivered")
        .replacen("id: own-uses", "id: nos-usages", 1);
    let kept = KeptMapping {
        id: KeptMapping::identifier("nos-usages"),
        name: "nos-usages".to_owned(),
        yaml: text,
    };
    let by_lead = change("lead");
    let put = place.store.put(&kept, &by_lead);
    place.runtime.block_on(put).expect("written");
    let content = fs::read_to_string(OWN).expect("the example");
    let guessed = || {
        let trial = leads(&lead.send("usages.csv", &content, &[("format", "")]));
        let page = lead.get(&trial);
        contains(&page, "Conviennent aussi");
        let elements = publish::ecoindex::elements(&page.body);
        assert!(elements <= 380, "{elements}");
        let chosen = ["nos-usages", "own-uses"].map(|name| {
            page.body
                .contains(&format!("name=\"format\" value=\"{name}\""))
        });
        (trial, chosen)
    };
    let (trial, chosen) = guessed();
    assert_eq!(
        chosen,
        [true, false],
        "the one made here before the delivered one"
    );
    let form = [("faire", "importer"), ("format", "own-uses")];
    leads(&lead.post(base(&trial), &form));
    let (_, chosen) = guessed();
    assert_eq!(chosen, [false, true], "the one that read the last file");
}

#[test]
fn what_is_no_file_is_told_and_nothing_breaks() {
    let place = place();
    let lead = lead(&place);
    let empty = lead.send("vide.csv", "", &[("format", "nl")]);
    assert_eq!(empty.status, 422);
    contains(&empty, "rien n’est arrivé");
    contains(&empty, "value=\"nl\" selected");
    let noise = leads(&lead.send("bruit.xlsx", "\u{1}PK\u{3}\u{4}bruit", &[("format", "")]));
    contains(&lead.get(&noise), "Ce fichier n’est pas lu");
    let bad = leads(&lead.send("x.csv", TOWN, &[("format", "nulle-part")]));
    contains(&lead.get(&bad), "Aucune correspondance ne s’appelle");
    let columns = format!("{}/colonnes", base(&noise));
    assert!([200, 303].contains(&lead.get(&columns).status));
    let headers = [
        ("Cookie", lead.cookie.as_str()),
        ("Content-Type", "multipart/form-data"),
    ];
    let path = format!("/fr/{HERE}/imports");
    let cut = ask(place.address, "POST", &path, &headers, "--limite");
    assert_eq!(cut.status, 400);
    let page = lead.get(&format!("/fr/{HERE}/imports"));
    assert_eq!(page.body.matches("/imports/").count(), 2, "two files wait");
    leads(&lead.post(base(&bad), &[("faire", "oublier")]));
    assert_eq!(lead.get(&bad).status, 404);
}

#[test]
fn a_file_that_is_too_large_is_heard_out_and_told() {
    let place = place();
    let lead = lead(&place);
    let large = "a;b\n".repeat(9_000_000);
    let page = lead.send("tout.csv", &large, &[("format", "")]);
    assert_eq!(page.status, 422);
    contains(&page, "Ce fichier est trop grand");
}

#[test]
fn files_and_imports_belong_to_those_who_may_import() {
    let place = place();
    let lead = lead(&place);
    let trial = leads(&lead.send("x.csv", TOWN, &[("format", "")]));
    let other = self::lead(&place);
    assert_eq!(
        other.get(&trial).status,
        404,
        "a file is read by its sender"
    );
    for role in Role::ALL {
        let (member, _) = place.member(vec![grant(*role, &[])]);
        let expected = if *role == Role::Lead { 200 } else { 403 };
        let page = member.get(&format!("/fr/{HERE}/imports"));
        assert_eq!(page.status, expected, "{role:?}");
        let sent = member.send("x.csv", TOWN, &[("format", "")]).status;
        assert_eq!(sent == 303, *role == Role::Lead, "{role:?}: {sent}");
    }
    let elsewhere = Grant {
        authority: Some(ELSEWHERE.to_owned()),
        ..grant(Role::Lead, &[])
    };
    let (neighbour, _) = place.member(vec![elsewhere]);
    let run = ImportRun {
        id: uuid::Uuid::now_v7(),
        at: observatory::clock::now(),
        format: "own-uses".to_owned(),
        file: "x.csv".to_owned(),
        sha256: String::new(),
        owner: HERE.to_owned(),
        result: domain::Imported::default(),
        undone: None,
    };
    let by_lead = change("lead");
    let put = place.store.put(&run, &by_lead);
    place.runtime.block_on(put).expect("written");
    let report = |scope: &str| format!("/fr/{scope}/imports/bilan/{}", run.id);
    assert_eq!(lead.get(&report(HERE)).status, 200);
    assert_eq!(neighbour.get(&report(ELSEWHERE)).status, 404);
    let mut thief = lead;
    thief.token = "0".repeat(64);
    assert_eq!(
        thief.send("x.csv", TOWN, &[]).status,
        400,
        "no token, no file"
    );
}

#[test]
fn what_was_exported_comes_back_as_itself() {
    let folder = observatory();
    let exported = folder.path().join("usages.xlsx");
    let file = exported.to_str().expect("a plain path");
    let of = ["--authority", "metropole-valmorel"];
    let export = ["register", "export", "--format", "own-uses", "--out", file];
    let done = vigie(folder.path(), &[&export[..], &of].concat());
    assert!(done.status.success(), "{}", text(&done));
    let import = ["register", "import", file, "--lang", "fr", "--json"];
    let counts = json(&vigie(folder.path(), &[&import[..], &of].concat()));
    assert_eq!(counts["imported"], 0, "{counts}");
    let header = fs::read_to_string(OWN).expect("the example");
    let header = header.lines().next().expect("a header").to_owned();
    let wide = |row: &str| {
        let cells = header.split(';').count();
        let mut cells = vec![""; cells];
        (cells[0], cells[8]) = (row, "En test");
        cells.join(";")
    };
    let (first, twice) = (wide("Traduire une lettre"), wide("traduire  une lettre"));
    let once = write(folder.path(), "once.csv", &format!("{header}\n{first}\n"));
    let import = |file: &str| {
        let import = ["register", "import", file, "--lang", "fr", "--json"];
        json(&vigie(folder.path(), &[&import[..], &of].concat()))
    };
    assert_eq!(import(&once)["imported"], 1);
    let both = format!("{header}\n{first}\n{twice}\n");
    let both = write(folder.path(), "both.csv", &both);
    let counts = import(&both);
    assert_eq!(counts["read"], 2, "{counts}");
    let seen = [
        &counts["unchanged"],
        &counts["updated"],
        &counts["imported"],
        &counts["refused"],
    ];
    let seen: u64 = seen.iter().filter_map(|count| count.as_u64()).sum();
    assert_eq!(seen, 2, "each row is a record or a refusal: {counts}");
}

#[test]
fn a_poorer_file_empties_nothing_and_the_later_import_is_taken_back_first() {
    let folder = observatory();
    let mapping = "id: ville\ntitle: {fr: Ville, en: Town}\nrecords: peer\n\
        publisher: {slug: lys, name: {fr: Lys, en: Lys}, country: FR, language: fr, licence: etalab-2.0, attribution: {fr: Lys, en: Lys}}\n\
        edition: \"1\"\nfile: {kind: csv}\nkey: [id]\nrequired: [name]\n\
        fields:\n  reference: {column: id}\n  name: {column: nom}\n  summary: {column: texte}\n  generative: {column: ia}\n  lifecycle_status: {column: etat}\n\
        lifecycle:\n  \"en service\": deployed\n";
    let mapping = write(folder.path(), "ville.yaml", mapping);
    let rich = "id,nom,texte,ia,etat\n1,Trier,Un texte,oui,en service\n2,Lire,Deux,Non,en service\n3,Voir,Trois,peut-être,en service\n";
    let rich = write(folder.path(), "rich.csv", rich);
    let poor = write(
        folder.path(),
        "poor.csv",
        "id,nom\n1,Trier\n2,Lire encore\n3,Voir\n",
    );
    let import = |file: &str| {
        let import = ["register", "import", file, "--mapping", &mapping, "--json"];
        json(&vigie(folder.path(), &import))
    };
    let first = import(&rich);
    let told: Vec<_> = first["reported"]
        .as_array()
        .expect("remarks")
        .iter()
        .collect();
    assert_eq!(told.len(), 1, "one word is neither yes nor no: {told:?}");
    let second = import(&poor);
    assert_eq!(
        (&second["updated"], &second["unchanged"]),
        (&1.into(), &2.into())
    );
    let runs = json(&vigie(folder.path(), &["register", "runs", "--json"]));
    let run = |place: usize| runs[place]["id"].as_str().expect("an id").to_owned();
    let (latest, earliest) = (run(0), run(1));
    let refused = vigie(folder.path(), &["register", "undo", &earliest]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused).contains("poor.csv"), "{}", text(&refused));
    for run in [latest, earliest] {
        let undone = vigie(folder.path(), &["register", "undo", &run]);
        assert!(undone.status.success(), "{}", text(&undone));
    }
}

#[test]
fn two_bodies_that_publish_in_the_same_shape_have_each_a_register() {
    let folder = observatory();
    let file = folder.path().join("fr.csv");
    let file = file.to_str().expect("a plain path");
    let export = ["register", "export", "--format", "fr", "--out", file];
    assert!(vigie(folder.path(), &export).status.success());
    let import = ["register", "import", "--format", "fr", "--complete", file];
    let nobody = vigie(folder.path(), &import);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(
        text(&nobody).contains("whose register it is"),
        "{}",
        text(&nobody)
    );
    let of = |name: &str| {
        let who = ["--publisher", name, "--licence", "etalab-2.0", "--json"];
        json(&vigie(folder.path(), &[&import[..], &who].concat()))
    };
    let first = of("Ville de Lys");
    let second = of("Commune d’Argens");
    assert_eq!(
        (&second["imported"], &second["gone"]),
        (&first["imported"], &0.into())
    );
    let own = vigie(
        folder.path(),
        &[&import[..], &["--publisher", "Ville Valmorel"]].concat(),
    );
    assert_eq!(own.status.code(), Some(1), "{}", text(&own));
    let runs = json(&vigie(folder.path(), &["register", "runs", "--json"]));
    let owners: Vec<_> = runs
        .as_array()
        .expect("a list")
        .iter()
        .map(|run| &run["owner"])
        .collect();
    assert_eq!(owners, ["commune-d-argens", "ville-de-lys"]);
}

#[test]
fn a_shape_that_many_use_asks_in_the_browser_whose_register_it_is() {
    let place = place();
    let lead = lead(&place);
    let content = "identifiant,administration,service,contact,date_mise_a_jour,nom_algorithme,contexte,finalite,intervention,niveau_automatisation,fondements_juridiques,ressources_decision,decisions_par_an,portee,public_concerne,ressources_impact,donnees_traitees,source_donnees,mode_collecte,type_algorithme,operations,ressources_algorithme,etat,ia_generative\n\
        L-1,Ville de Lys,,,,Trier des demandes,,,,,,,,,,,,,,,,,,\n";
    let trial = leads(&lead.send("lys.csv", content, &[("format", "fr")]));
    contains(&lead.get(&trial), "ne dit pas de qui est le registre");
    let told = format!("{}?format=fr&editeur=Ville+de+Lys&pays=fr", base(&trial));
    let page = lead.get(&told);
    contains(&page, "Ville de Lys");
    let form = [
        ("faire", "importer"),
        ("format", "fr"),
        ("editeur", "Ville de Lys"),
        ("pays", "fr"),
    ];
    leads(&lead.post(base(&trial), &form));
    let written = place
        .runtime
        .block_on(place.store.all_of::<PeerRecord>("ville-de-lys"));
    assert_eq!(written.expect("read").len(), 1);
}

#[test]
fn a_decision_falls_with_an_import_that_changes_what_it_was_taken_on() {
    let place = place();
    let lead = lead(&place);
    let record = place.record("VAL-003").0;
    assert!(record.is_permitted());
    let header = fs::read_to_string(OWN).expect("the example");
    let header = header.lines().next().expect("a header").to_owned();
    let name = record.name.get("fr").expect("a name");
    let mut cells = vec![""; header.split(';').count()];
    (cells[0], cells[3], cells[8]) = (name, "Un tout autre besoin", "En test");
    let content = format!("{header}\n{}\n", cells.join(";"));
    let trial = leads(&lead.send("besoin.csv", &content, &[("format", "own-uses")]));
    contains(&lead.get(&trial), "Des décisions ne tiendront plus");
    assert!(
        place.record("VAL-003").0.is_permitted(),
        "a trial writes nothing"
    );
    let form = [("faire", "importer"), ("format", "own-uses")];
    let report = leads(&lead.post(base(&trial), &form));
    let changed = place.record("VAL-003").0;
    assert!(!changed.is_permitted());
    leads(&lead.post(&report, &[("sur", "1")]));
    assert_eq!(place.record("VAL-003").0, record, "taken back whole");
}
