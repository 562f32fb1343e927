use super::check;
use crate::browser::ask;
use crate::place::{Member, Place, contains, place_with};
use domain::Function;
use domain::people::{Grant, Role};
use uuid::Uuid;

fn commune(slug: &str, more: &str) -> String {
    format!(
        "[[authorities]]\nslug = \"{slug}\"\nname_fr = \"Commune\"\ncommon_name_fr = \"la commune\"\nkind = \"commune\"\nreference_prefix = \"COM\"\n{more}\n"
    )
}

/// The clerk of a commune, who holds every function.
fn clerk(place: &Place, slug: &str) -> Member {
    let roles = [
        Role::Lead,
        Role::Reviewer,
        Role::DecisionMaker,
        Role::Contact,
    ];
    let grants = roles.map(|role| Grant {
        role,
        authority: Some(slug.to_owned()),
        department: None,
        functions: Function::ALL.to_vec(),
    });
    place.member(grants.to_vec()).0
}

#[track_caller]
fn screens(place: &Place, slug: &str, is_small: bool) {
    let clerk = clerk(place, slug);
    let path = format!("/fr/{slug}/espace");
    let space = clerk.get(&path);
    assert_eq!(space.status, 200, "{}", space.body);
    check(&path, &space);
    for screen in ["espace/usages", "espace/synthese"] {
        contains(&space, &format!("/fr/{slug}/{screen}\""));
    }
    let others = ["espace/semaine\"", "espace/reunion\"", "espace/direction\""];
    for screen in others {
        let is_there = space.body.contains(&format!("/fr/{slug}/{screen}"));
        assert_eq!(is_there, !is_small, "{slug}: {screen}");
    }
    let has_week = space.body.contains("id=\"semaine-looked-at\"");
    assert_eq!(
        has_week, is_small,
        "{slug}: the week is on the first screen"
    );
}

#[test]
fn a_small_commune_has_three_screens_by_choice_or_by_its_number_of_staff() {
    let settings = [
        commune("choisie", "small = true"),
        commune("petite", "staff = 49"),
        commune("grande", "staff = 50"),
        commune("inconnue", ""),
        commune("refusee", "staff = 12\nsmall = false"),
    ];
    let place = place_with(&settings.concat());
    screens(&place, "choisie", true);
    screens(&place, "petite", true);
    screens(&place, "grande", false);
    screens(&place, "inconnue", false);
    screens(&place, "refusee", false);
}

#[test]
fn a_small_commune_publishes_no_measure_on_a_group() {
    let settings = [
        commune("petite", "small = true"),
        commune("grande", "small = false"),
    ];
    let place = place_with(&settings.concat());
    let sample = place.record("VAL-001").0;
    for (number, slug) in ["petite", "grande"].into_iter().enumerate() {
        let mut record = sample.clone();
        record.id = Uuid::from_u128(100 + number as u128);
        record.reference = format!("COM-00{}", number + 1);
        record.authority = slug.to_owned();
        let effects = serde_json::json!({"effect": "lightens", "by_occupation": [{
            "family": "safety", "origin": "measured", "effect": "burdens",
            "occupation": {"fr": "MESURE"}, "method": {"fr": "chronométré"},
            "respondents": {"interval": {"low": 30, "high": 30, "kind": "exact"}, "unit": "persons"},
        }]});
        record.work_effects = Some(serde_json::from_value(effects).expect("effects"));
        place.put(&record);
    }
    // A form that changes nothing makes the site look at the database again.
    let clerk = clerk(&place, "grande");
    let version = place.record("COM-002").1.to_string();
    let form = [
        ("version", version.as_str()),
        ("niveau", "public"),
        ("vu", "1"),
    ];
    let sent = clerk.post("/fr/grande/dossier/com-002/publication", &form);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let file = |path: &str| ask(place.address, "GET", path, &[], "").body;
    assert!(file("/fr/grande/registre.json").contains("MESURE"));
    assert!(!file("/fr/petite/registre.json").contains("MESURE"));
    let staff = crate::place::Place::member(
        &place,
        vec![Grant {
            role: Role::StaffRepresentative,
            authority: Some("petite".to_owned()),
            department: None,
            functions: Vec::new(),
        }],
    );
    contains(
        &staff.0.get("/fr/petite/espace/personnel"),
        "aucune mesure sur un groupe",
    );
}
