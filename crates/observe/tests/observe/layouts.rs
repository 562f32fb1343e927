//! Small files in the shapes that registers publish, each read by the mapping that is shipped.

use crate::{mapping, mappings, table};
use chrono::NaiveDate;
use domain::{CommonField, Generative, Lifecycle, PeerRecord};
use observe::register::{Format, Reading, detect, read_peers};
use reference::{FileShape, Owner};

/// Reads a file as somebody would who names no format.
fn read(expected: &str, text: &str) -> Reading<PeerRecord> {
    let reference = mappings(&[]);
    let guessed = table(text.as_bytes(), &FileShape::default());
    let found = detect(&guessed, reference.mappings.values());
    assert_eq!(found.map(|mapping| mapping.id.as_str()), Some(expected));
    read_as(expected, text)
}

fn read_as(id: &str, text: &str) -> Reading<PeerRecord> {
    let reference = mappings(&[]);
    let mapping = mapping(&reference, id);
    let table = table(text.as_bytes(), &mapping.file);
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    read_peers(&table, &Format::of(mapping, &table), publisher, day)
}

fn field(record: &PeerRecord, field: CommonField) -> &str {
    record.field(field).unwrap_or_default()
}

const NL_STANDARD: &str = "\u{feff}\"name\",\"organization\",\"category\",\"status\",\"begin_date\",\"end_date\",\"contact_email\",\"website\",\"publication_category\",\"url\",\"description_short\",\"goal\",\"proportionality\",\"human_intervention\",\"risks\",\"lawful_basis\",\"lawful_basis_grouping\",\"process_index_url\",\"impacttoetsen\",\"impacttoetsen_grouping\",\"source_data\",\"source_data_grouping\",\"methods_and_models\",\"provider\",\"publiccode\",\"lang\",\"standard_version\",\"source_id\",\"tags\",\"algorithm_id\",\"publication_dt\"\n\"Brievenhulp\",\"Gemeente A\",\"Bestuur\",\"In gebruik\",\"2025-03\",\"\",\"info@a.example\",\"https://a.example\",\"Overige algoritmes\",\"\",\"Kort\",\"Doel\",\"P\",\"M\",\"R\",\"Wet\",\"1: Wet, https://wet.example.\",\"\",\"DPIA\",\"\",\"Brieven\",\"\",\"Een groot taalmodel\",\"Bureau\",\"\",\"NLD\",\"1.0\",\"S-1\",\"brief\",\"11136893\",\"2026-01-01\"\n";

#[test]
fn the_dutch_standard_and_its_copy_name_the_same_record() {
    let standard = read("nl", NL_STANDARD);
    let copy = read(
        "nl",
        r#"{"algoritmes": [{"id": "11136893", "title": "Brievenhulp", "organisatie": "Gemeente A", "doel": "Doel", "juridische_basis": "", "impactassessment": "Geen", "status": "in_gebruik", "geregistreerd": "2026-01-01", "toegevoegd": "2026-01-02", "url": ""}]}"#,
    );
    let (standard, copy) = (&standard.records[0], &copy.records[0]);
    assert_eq!(standard.id, copy.id);
    assert_eq!(standard.lifecycle, Some(Lifecycle::Deployed));
    assert_eq!(copy.lifecycle, Some(Lifecycle::Deployed));
    assert_eq!(field(standard, CommonField::Reference), "11136893");
    assert_eq!(
        field(standard, CommonField::LegalBasis),
        "Wet ; 1: Wet, https://wet.example."
    );
    assert_eq!(
        field(copy, CommonField::ImpactAssessments),
        "",
        "« Geen » is no answer"
    );
}

#[test]
fn what_is_inferred_says_from_which_words() {
    let reading = read("nl", NL_STANDARD);
    let record = &reading.records[0];
    assert_eq!(record.generative, Generative::Yes);
    let inferred = record.generative_inferred.as_ref().expect("by a rule");
    assert_eq!(inferred.column, "methods_and_models");
    assert_eq!(inferred.words, "taalmodel");
}

const FR_SCHEMA: &str = "identifiant;administration;service;contact;date_mise_a_jour;nom_algorithme;contexte;finalite;intervention;niveau_automatisation;fondements_juridiques;ressources_decision;decisions_par_an;portee;public_concerne;ressources_impact;donnees_traitees;source_donnees;mode_collecte;type_algorithme;operations;ressources_algorithme;etat;ia_generative
A-1;Ville de Lys;Finances;;2026-01-01;Taxe de séjour;Calcul;Calculer la taxe;;aide à la décision;CGCT;;1200;externe;Hébergeurs;;Nuitées;Hébergeurs;Formulaire;règles;Multiplication;;en service;non
A-2;Ville de Lys;Accueil;;2026-01-01;Lettres simples;;;;;;;;;;;;;;grand modèle de langue;;;en test;
A-3;Ville de Lys;Accueil;;2026-01-01;Tri du courrier;;;;;;;;;;;;;;règles;;;en test;
";

#[test]
fn an_inventory_that_says_generative_or_not_is_believed_before_any_rule() {
    let reading = read("fr", FR_SCHEMA);
    assert!(reading.remarks.is_empty(), "{:?}", reading.remarks);
    let said: Vec<_> = reading
        .records
        .iter()
        .map(|record| (record.generative, record.generative_inferred.is_some()))
        .collect();
    let expected = [
        (Generative::No, false),
        (Generative::Yes, true),
        (Generative::Unknown, false),
    ];
    assert_eq!(said, expected);
    let first = &reading.records[0];
    assert_eq!(first.lifecycle, Some(Lifecycle::Deployed));
    assert_eq!(
        field(first, CommonField::InputData),
        "Nuitées ; Hébergeurs ; Formulaire"
    );
}

#[test]
fn the_labels_of_the_guide_are_known_whatever_the_apostrophe() {
    let header = "Nom de l'administration concernée,Direction/service porteur,Contact au sein de l'administration concernée,Date de mise à jour des informations,Nom de l'algorithme,Contexte global,Finalité de l'algorithme,Comment et quand l'algorithme intervient-il dans la prise de décision ?,Niveau d'automatisation de la décision,Fondements juridiques,Ressources connexes,Nombre de décisions administratives prises par an,Portée de la décision,Public concerné par la décision,Ressources connexes,Données traitées,Source des données traitées,Mode de collecte des données traitées,Type d'algorithme,Opérations effectuées par l'algorithme,Ressources connexes";
    let row = "Ville,Finances,,,Taxe de séjour,,,,,,https://a.example,12,,,https://b.example,,,,,,https://code.example";
    let reading = read("fr", &format!("{header}\n{row}\n"));
    let record = &reading.records[0];
    assert_eq!(record.key, "Taxe de séjour | Ville | Finances");
    assert_eq!(
        field(record, CommonField::Url),
        "https://a.example ; https://b.example"
    );
    assert_eq!(
        field(record, CommonField::SourceCodeUrl),
        "https://code.example"
    );
    assert_eq!(field(record, CommonField::Volume), "12");
}

#[test]
fn a_british_record_holds_lists() {
    let document = r#"[{"name": "Helper", "description": "Drafts letters", "organisation": "Council", "phase": "production", "external_supplier": ["A", "B"], "source_data_name": [], "model_type": "Large language model"}]"#;
    let reading = read_as("atrs", document);
    let record = &reading.records[0];
    assert_eq!(field(record, CommonField::Suppliers), "A ; B");
    assert_eq!(field(record, CommonField::InputData), "");
    assert_eq!(record.lifecycle, Some(Lifecycle::Deployed));
    assert_eq!(record.generative, Generative::Yes);
}

const TICKS: &str = r#"
id: ticks
title: {fr: "Cases", en: "Ticks"}
records: peer
publisher: {slug: ticks, name: {fr: "Cases", en: "Ticks"}, country: FR, language: fr, licence: etalab-2.0, attribution: {fr: "Cases", en: "Ticks"}}
key: [Nom]
required: [name]
fields:
  name: {column: Nom}
  expected_benefits: {ticks: [x, oui], flags: {Temps: "Gain de temps", Papier: "Moins de papier"}}
empty_starts: ["À compléter"]
"#;

#[test]
fn a_cell_that_should_be_a_tick_and_is_none_is_told() {
    let reference = mappings(&[("ticks", TICKS)]);
    let mapping = mapping(&reference, "ticks");
    let table = table(
        "Nom,Temps,Papier\nA,X,Oui\nB,\u{a0},peut-être\nC,À compléter par le service,x\n"
            .as_bytes(),
        &mapping.file,
    );
    let Owner::Peer(publisher) = &mapping.records else {
        panic!("a register of others");
    };
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let reading = read_peers(&table, &Format::of(mapping, &table), publisher, day);
    let benefits: Vec<_> = reading
        .records
        .iter()
        .map(|record| field(record, CommonField::ExpectedBenefits))
        .collect();
    assert_eq!(
        benefits,
        ["Gain de temps ; Moins de papier", "", "Moins de papier"]
    );
    let told: Vec<_> = reading
        .remarks
        .iter()
        .map(|remark| (remark.row, remark.column.as_str(), remark.remark.key))
        .collect();
    assert_eq!(told, [(2, "Papier", "row-unmapped-value")]);
}

/// Each fault of a mapping, and the key of its advice.
#[test]
fn a_mapping_that_cannot_be_written_back_is_told() {
    let base = TICKS.trim_start();
    for (more, key) in [
        ("export: {columns: [Nom]}\n", "mapping-export-column"),
        ("export: {kinds: [pdf]}\n", "data-not-a-choice"),
        ("export: {layout: autre}\n", "data-not-a-choice"),
        ("export: {dates: {start_date: week}}\n", "data-not-a-choice"),
        ("export: {limits: {name: beaucoup}}\n", "data-not-a-number"),
        (
            "generative:\n  - {column: Nom, contains: [\"IA générative\"], then: \"yes\", write: \"GPT\"}\n",
            "mapping-generative-write",
        ),
    ] {
        let mut tree = reference::Tree::default();
        tree.insert(
            "data/mappings/ticks.yaml",
            format!("{base}{more}").as_bytes(),
        );
        let (_, diagnostics) = reference::Reference::read(&tree);
        let of_mapping = diagnostics
            .iter()
            .filter(|found| found.file.ends_with("ticks.yaml"));
        let keys: Vec<_> = of_mapping.map(|found| found.remark.key).collect();
        assert_eq!(keys, [key], "{more}");
    }
}
