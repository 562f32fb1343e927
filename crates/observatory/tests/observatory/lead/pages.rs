use super::{at, check, in_department, opened};
use crate::browser::ask;
use crate::place::{ELSEWHERE, HERE, contains, grant, place};
use domain::people::{Action, Grant, Role, Target, permits};
use domain::{Function, UseCase};

/// Pages that bear on no record, and the action that each one is.
const PAGES: [(Action, &str); 12] = [
    (Action::OpenSpace, "espace"),
    (Action::OpenSpace, "espace/usages"),
    (Action::RequestTool, "outils"),
    (Action::AnswerMessages, "messages"),
    (Action::SeeWeek, "espace/semaine"),
    (Action::PrepareMeeting, "espace/reunion"),
    (Action::PrepareMeeting, "espace/reunion/dossier?cas=VAL-022"),
    (Action::SeeSummary, "espace/synthese"),
    (Action::SeeStaffView, "espace/personnel"),
    (Action::SeeDepartment, "espace/direction"),
    (Action::Import, "imports"),
    (Action::EditDepartments, "directions"),
];

#[test]
fn every_role_opens_the_pages_that_the_table_names_in_its_authority_alone() {
    let place = place();
    let mut surprises = Vec::new();
    for role in Role::ALL {
        let grants = vec![grant(*role, &[Function::Dpo])];
        let (member, _) = place.member(grants.clone());
        for authority in [HERE, ELSEWHERE] {
            for language in ["fr", "en"] {
                for (action, page) in PAGES {
                    let path = format!("/{language}/{authority}/{page}");
                    let may = permits(&grants, action, &Target::authority(authority));
                    let answer = member.get(&path);
                    let expected = if may { 200 } else { 403 };
                    if answer.status != expected {
                        let found = answer.status;
                        surprises.push(format!("{role:?} {path}: {found}, not {expected}"));
                    } else if may {
                        check(&path, &answer);
                    }
                }
            }
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    for (_, page) in PAGES {
        let answer = ask(place.address, "GET", &at(page), &[], "");
        assert_eq!(answer.status, 303, "{page} without a session");
    }
}

#[test]
fn the_week_says_what_waits_since_when_and_what_to_do() {
    let place = place();
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let page = opened(&lead, &at("espace/semaine"));
    // The demonstration has reviews overdue and records that nobody touched for a year.
    for subject in ["reviews", "stale", "looked-at"] {
        contains(&page, &format!("id=\"{subject}\""));
    }
    contains(&page, "redemander des avis");
    let space = opened(&lead, &at("espace"));
    contains(&space, "espace/semaine#reviews");
    contains(&space, "Revoyures dépassées\u{a0}: ");
    let one = opened(&lead, &at("espace/semaine?sujet=stale"));
    contains(&one, "id=\"stale\"");
    assert!(!one.body.contains("id=\"reviews\""));
}

#[test]
fn the_pack_of_a_meeting_tells_each_case_with_what_is_asked() {
    let place = place();
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let choice = opened(&lead, &at("espace/reunion"));
    contains(&choice, "name=\"cas\"");
    let pack = opened(
        &lead,
        &at("espace/reunion/dossier?cas=VAL-022&autres=val-001"),
    );
    for part in [
        "id=\"val-022\"",
        "id=\"val-001\"",
        "Ordre du jour",
        "Ce qui est demandé",
    ] {
        contains(&pack, part);
    }
    contains(&pack, "EcoLogits");
    contains(&pack, "déclaré dans la fiche");
    let unknown = lead.get(&at("espace/reunion/dossier?cas=VAL-022&autres=VAL-999"));
    assert_eq!(unknown.status, 422);
    check("unknown", &unknown);
    contains(&unknown, "value=\"VAL-999\"");
    let six: Vec<_> = (1..=6)
        .map(|number| format!("cas=VAL-00{number}"))
        .collect();
    opened(
        &lead,
        &at(&format!("espace/reunion/dossier?{}", six.join("&"))),
    );
    let many: Vec<_> = (1..=9)
        .map(|number| format!("cas=VAL-00{number}"))
        .collect();
    let many = lead.get(&at(&format!("espace/reunion/dossier?{}", many.join("&"))));
    assert_eq!(many.status, 422);
    contains(&many, "Choisissez 6 cas au plus");
}

#[test]
fn a_pack_quotes_no_internal_note_and_tells_dissent_first() {
    let place = place();
    let record = with_opinions(place.record("VAL-022").0);
    place.put(&record);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let pack = opened(&lead, &at("espace/reunion/dossier?cas=VAL-022"));
    assert!(
        !pack.body.contains("Note à garder"),
        "a working note stays in the file"
    );
    let against = pack.body.find("Contre, et voici pourquoi").expect("told");
    let favourable = pack.body.find("Pour, sans réserve").expect("told");
    assert!(against < favourable);
}

fn with_opinions(mut record: UseCase) -> UseCase {
    let opinion = |function: &str, sense: &str, wording: &str| {
        serde_json::json!({
            "function": function, "sense": sense, "public_wording": {"fr": wording},
            "internal_note": {"fr": "Note à garder"},
        })
    };
    let opinions = serde_json::json!([
        opinion("dpo", "favourable", "Pour, sans réserve"),
        opinion("legal", "unfavourable", "Contre, et voici pourquoi"),
    ]);
    record.opinions = serde_json::from_value(opinions).expect("opinions");
    record
}

#[test]
fn a_contact_reads_the_summary_of_the_department_alone() {
    let place = place();
    let (elected, _) = place.member(vec![grant(Role::Elected, &[])]);
    let (contact, _) = place.member(vec![in_department(Role::Contact, "communication")]);
    let communication = place.record("VAL-001").0.name;
    let name = communication.get("fr").expect("a name").to_owned();
    let elsewhere = all(&place).into_iter().find(|record| {
        record.department.as_deref() != Some("communication") && record.lifecycle.is_in_use()
    });
    let elsewhere = elsewhere.expect("another department");
    let uses = opened(&contact, &at("espace/usages"));
    let name = name.replace('\'', "’");
    contains(&uses, name.split(' ').next().expect("a word"));
    assert!(!uses.body.contains(&elsewhere.reference));
    contains(
        &opened(&elected, &at("espace/usages")),
        &elsewhere.reference,
    );
    let summary = opened(&contact, &at("espace/synthese"));
    let file = format!("dossier/{}", elsewhere.reference.to_lowercase());
    assert!(!summary.body.contains(&file));
    let summary = opened(&elected, &at("espace/synthese"));
    for part in ["id=\"costs\"", "id=\"planet\"", "EcoLogits", "EUR"] {
        contains(&summary, part);
    }
}

fn all(place: &crate::place::Place) -> Vec<UseCase> {
    let all = place.runtime.block_on(place.store.all_of::<UseCase>(HERE));
    let all = all.expect("read").into_iter();
    all.map(|record| record.document).collect()
}

#[test]
fn a_measure_on_ten_persons_is_not_shown_to_staff_representatives() {
    let place = place();
    let (staff, _) = place.member(vec![grant(Role::StaffRepresentative, &[])]);
    let measured = |persons: u32| {
        let mut record = place.record("VAL-001").0;
        let effects = serde_json::json!({"effect": "lightens", "by_occupation": [{
            "family": "safety", "origin": "measured", "effect": "burdens",
            "method": {"fr": "chronométré"}, "noted_on": "2026-01-01",
            "respondents": {"interval": {"low": persons, "high": persons, "kind": "exact"}, "unit": "persons"},
        }]});
        record.work_effects = Some(serde_json::from_value(effects).expect("effects"));
        place.put(&record);
        opened(&staff, &at("espace/personnel"))
    };
    // Nobody else of the demonstration measures this family.
    let few = measured(10);
    let enough = measured(11);
    let family = "Sécurité";
    let told = |page: &crate::browser::Answer| {
        let part = page.body.split("id=\"effects\"").nth(1).unwrap_or_default();
        let part = part.split("</section>").next().unwrap_or_default();
        part.contains(family)
    };
    assert!(told(&enough) && !told(&few));
    contains(&few, "au moins 11 personnes");
}

#[test]
fn letters_that_did_not_go_out_are_told_to_those_who_can_act() {
    let place = place();
    let told = store::Digest {
        authority: HERE.to_owned(),
        week: "2026-W48".to_owned(),
        at: observatory::clock::now(),
        sent: 1,
        failed: 2,
        fault: Some("refused".to_owned()),
    };
    place.runtime.block_on(async {
        let claimed = place.store.claim_digest(HERE, &told.week, told.at).await;
        assert!(claimed.expect("asked"));
        place.store.tell_digest(&told).await.expect("told");
    });
    for (role, is_told) in [
        (Role::Lead, true),
        (Role::Administrator, true),
        (Role::Agent, false),
    ] {
        let (member, _) = place.member(vec![grant(role, &[])]);
        let space = opened(&member, &at("espace"));
        assert_eq!(
            space.body.contains("la machine refuse"),
            is_told,
            "{role:?}"
        );
    }
}

#[test]
fn every_fault_of_a_letter_has_its_words() {
    let library = observatory::instance::Library::open(None).expect("the files of the binary");
    for fault in observatory::mail::MailFault::ALL {
        for language in domain::Language::ALL {
            let key = format!("mail-fault-{}", fault.code());
            assert!(library.words.plain(language, &key).is_some(), "{key}");
        }
    }
    for subject in frame::week::Subject::ALL {
        for part in ["", "-why", "-since", "-do"] {
            let key = format!("week-{}{part}", subject.code());
            let words = library.words.get(domain::Language::Fr, &key);
            assert!(!words.starts_with('[') || !words.contains(&key), "{key}");
        }
    }
}

#[test]
fn a_door_across_authorities_keeps_the_page_that_was_asked_for() {
    let place = place();
    let out = ask(
        place.address,
        "GET",
        "/fr/ensemble/declarer?outil=plume",
        &[],
        "",
    );
    assert_eq!(out.status, 303);
    let sign_in = out.header("location").to_owned();
    assert!(sign_in.contains("vers=%2Ffr%2Fensemble%2Fdeclarer%3Foutil%3Dplume"));
    assert_eq!(ask(place.address, "GET", &sign_in, &[], "").status, 200);
    let (agent, _) = place.member(vec![grant(Role::Agent, &[])]);
    let inside = agent.get("/fr/ensemble/declarer?outil=plume");
    assert_eq!(inside.status, 303);
    assert_eq!(inside.header("location"), at("declarer?outil=plume"));
    opened(&agent, &at("declarer?outil=plume"));
    let space = agent.get("/fr/ensemble/espace");
    assert_eq!(space.header("location"), at("espace"));
}

#[test]
fn fifty_drafts_are_listed_and_one_can_be_deleted_instead_of_a_bare_refusal() {
    let place = place();
    let everywhere = Grant {
        authority: None,
        ..grant(Role::Agent, &[])
    };
    let (agent, account) = place.member(vec![everywhere]);
    for number in 0..50_u128 {
        let draft = store::Draft {
            id: uuid::Uuid::from_u128(number + 1),
            account,
            authority: if number == 49 { ELSEWHERE } else { HERE }.to_owned(),
            answers: [("nom".to_owned(), format!("Brouillon {number}"))].into(),
            changed_at: observatory::clock::now(),
        };
        place
            .runtime
            .block_on(place.store.put_draft(&draft))
            .expect("kept");
    }
    let full = agent.post(&at("declarer"), &[("outil", "plume")]);
    assert_eq!(full.status, 422);
    check("declarer", &full);
    contains(&full, "Vous gardez 50 brouillons");
    contains(&full, "Brouillon 49");
    contains(&full, &format!("/fr/{ELSEWHERE}/declarer/"));
    contains(&full, "value=\"plume\"");
    let one = uuid::Uuid::from_u128(50);
    let deleted = agent.post(&format!("/fr/{ELSEWHERE}/declarer/{one}/effacer"), &[]);
    assert_eq!(deleted.status, 303);
    let begun = agent.post(&at("declarer"), &[("outil", "plume")]);
    assert_eq!(begun.status, 303);
}

#[test]
fn no_way_of_the_frame_is_closed_to_the_person_it_is_shown_to() {
    let place = place();
    for role in Role::ALL {
        let (member, _) = place.member(vec![grant(*role, &[])]);
        let space = member.get(&format!("/fr/{HERE}/espace"));
        if space.status != 200 {
            continue;
        }
        let ways = space.body.split("href=\"").skip(1);
        let ways = ways.filter_map(|rest| rest.split('"').next());
        let ours = ways.filter(|way| way.starts_with("/fr/") && !way.contains('#'));
        for way in ours.collect::<std::collections::BTreeSet<_>>() {
            let status = member.get(way).status;
            assert!(matches!(status, 200 | 303), "{role:?} {way}: {status}");
        }
    }
}
