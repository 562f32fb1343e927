//! A use is declared as an agent does it: a cookie, forms, no script.

mod guest;
mod person;

use self::person::{Person, START, between, check, run, site};
use crate::browser::get;
use domain::UseCase;
use std::thread;
use store::Store;

const NEED: [(&str, &str); 5] = [
    ("nom", "Répondre aux signalements simples"),
    ("besoin", "Répondre plus vite"),
    ("etat", "deployed"),
    ("tache", "draft-reply"),
    ("direction", ""),
];
const TOOL: [(&str, &str); 3] = [("outil", "plume"), ("outil_autre", ""), ("produit", "yes")];
const DATA: [(&str, &str); 3] = [
    ("donnees", "personal"),
    ("description", "objet, lieu, date"),
    ("personnelles", "yes"),
];
const USE: [(&str, &str); 6] = [
    ("frequence", "weekly"),
    ("volume", "5 à 15"),
    ("effet", "unchanged"),
    ("minutes", "−3 à 5"),
    ("minutes_sens", "gagnees"),
    ("metiers", "accueil\r\nrédaction"),
];

/// Five steps; where the last one leads.
fn fill(person: &Person, draft: &str) -> String {
    assert_eq!(person.step(draft, 1, &NEED), format!("{draft}/2"));
    assert_eq!(person.step(draft, 2, &TOOL), format!("{draft}/3"));
    assert_eq!(person.step(draft, 3, &DATA), format!("{draft}/4"));
    assert_eq!(person.step(draft, 4, &USE), format!("{draft}/5"));
    let rules = person.get(&format!("{draft}/5")).body;
    let open: Vec<_> = rules_put(&rules)
        .into_iter()
        .map(|name| (name, ""))
        .collect();
    let open: Vec<_> = open
        .iter()
        .map(|(name, word)| (name.as_str(), *word))
        .collect();
    person.step(draft, 5, &open)
}

/// Names of the questions of the rules on a page.
fn rules_put(body: &str) -> Vec<String> {
    let names = body
        .split("name=\"r.")
        .skip(1)
        .filter_map(|piece| piece.split('"').next());
    let mut names: Vec<_> = names.map(|name| format!("r.{name}")).collect();
    names.dedup();
    names
}

fn stored<T>(read: impl AsyncFnOnce(Store) -> T) -> T {
    run(|run| {
        run.block_on(async {
            let store = Store::open(&site().1).await.expect("opens");
            read(store).await
        })
    })
}

/// The record of a reference, with who wrote its first version.
fn record(reference: &str) -> (UseCase, String) {
    stored(async |store| {
        let records = store.all::<UseCase>().await.expect("read");
        let mut records = records.into_iter().map(|record| record.document);
        let record = records
            .find(|record| record.reference.eq_ignore_ascii_case(reference))
            .expect("recorded");
        let history = store.history::<UseCase>(record.id).await.expect("read");
        (record, history[0].by.clone())
    })
}

/// The reference in the address of a receipt.
fn received(location: &str) -> String {
    between(location, "/declarer/", "/recu").to_owned()
}

#[test]
fn a_whole_declaration_takes_six_forms_and_gets_its_answer() {
    let agent = Person::sign_in("agent");
    let draft = agent.draft(START, &[]);
    let verify = fill(&agent, &draft);
    assert_eq!(verify, format!("{draft}/verifier"));
    let page = agent.get(&verify);
    check(&verify, &page);
    assert!(page.body.contains("objet, lieu, date"));
    let sent = agent.post(&verify, &[]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let receipt = agent.get(sent.header("location"));
    check(sent.header("location"), &receipt);
    assert!(
        receipt.body.contains("class=\"verdict"),
        "an answer at once"
    );
    assert!(
        receipt.body.contains("/dossier/val-"),
        "the way to the file"
    );
    let (record, by) = record(&received(sent.header("location")));
    assert!(
        record.reference.as_str() > "VAL-026",
        "{}",
        record.reference
    );
    assert_eq!(by, "agent", "a role, never a name");
    assert_eq!(record.publication.ground, Some(domain::Ground::Unverified));
    let minutes = record.work_effects.and_then(|w| w.minutes).expect("told");
    assert_eq!(
        (minutes.interval.low(), minutes.interval.high()),
        (-5.0, 3.0)
    );
    assert_eq!(agent.get(&verify).status, 404, "the draft is gone");
    let public = get(
        site().0,
        &format!("/fr/metropole-valmorel/fiche/{}", record.reference),
    );
    assert_eq!(public.status, 404, "internal until it is read");
}

#[test]
fn sending_twice_makes_one_record_and_two_drafts_make_two() {
    let agent = Person::sign_in("agent");
    let drafts = [agent.draft(START, &[]), agent.draft(START, &[])];
    let mut paths: Vec<String> = drafts.iter().map(|draft| fill(&agent, draft)).collect();
    paths.push(paths[0].clone());
    let locations: Vec<String> = thread::scope(|scope| {
        let sent: Vec<_> = paths
            .iter()
            .map(|path| scope.spawn(|| agent.post(path, &[]).header("location").to_owned()))
            .collect();
        sent.into_iter()
            .map(|sent| sent.join().expect("sent"))
            .collect()
    });
    assert_eq!(locations[0], locations[2], "the same draft");
    assert_ne!(locations[0], locations[1], "two drafts");
    let again = agent.post(&paths[0], &[]);
    assert_eq!(again.header("location"), locations[0], "and later too");
}

#[test]
fn a_fault_keeps_what_was_typed_and_the_draft_is_resumed() {
    let agent = Person::sign_in("agent");
    let draft = agent.draft(START, &[]);
    let path = format!("{draft}/4");
    let page = agent.post(
        &path,
        &[("volume", "beaucoup"), ("limite", "se \"trompe\" <i>")],
    );
    assert_eq!(page.status, 422);
    assert!(page.body.contains("id=\"volume-faute\""));
    assert!(page.body.contains("href=\"#volume\""));
    for body in [page.body, agent.get(&path).body] {
        assert!(body.contains("value=\"beaucoup\""), "typed as it was");
        assert!(!body.contains("<i>"), "escaped");
    }
    let later = agent.post(
        &format!("{draft}/1"),
        &[("nom", "Brouillon à reprendre"), ("plus_tard", "1")],
    );
    assert_eq!(later.header("location"), format!("{START}?garde=1"));
    let start = agent.get(START);
    check(START, &start);
    assert!(start.body.contains("Brouillon à reprendre"));
    assert!(
        start.body.contains(&format!("{draft}/1")),
        "at the step where it was left"
    );
    let verify = agent.post(&format!("{draft}/verifier"), &[]);
    assert_eq!(verify.status, 422, "not sent while answers are missing");
    assert!(verify.body.contains(&format!("{draft}/2?fautes=1#outil")));
    let gone = agent.post(&format!("{draft}/effacer"), &[]);
    assert_eq!(gone.status, 303);
    assert_eq!(agent.get(&path).status, 404);
}

#[test]
fn a_draft_is_read_by_nobody_else_and_some_may_not_declare() {
    let draft = Person::sign_in("agent").draft(START, &[]);
    for path in ["1", "verifier", "effacer"] {
        let path = format!("{draft}/{path}");
        for name in ["autre", "pilote"] {
            let other = Person::sign_in(name);
            assert_eq!(other.get(&path).status, 404, "{name} {path}");
            assert_eq!(other.post(&path, &[]).status, 404, "{name} {path}");
        }
        let admin = Person::sign_in("admin");
        assert_eq!(admin.get(&path).status, 403, "{path}");
    }
    assert_eq!(Person::sign_in("admin").get(START).status, 403);
    assert_eq!(get(site().0, START).status, 303, "without a session");
    let stranger = Person {
        token: "x".to_owned(),
        ..Person::sign_in("agent")
    };
    assert_eq!(
        stranger.post(START, &[]).status,
        400,
        "a form of another session"
    );
    assert_eq!(stranger.get(&format!("{draft}/6")).status, 404);
    assert_eq!(
        stranger.get(&format!("{START}/val-001/recu")).status,
        404,
        "not theirs"
    );
}

#[test]
fn a_name_is_pointed_out_once_and_never_refused() {
    let agent = Person::sign_in("agent");
    let draft = agent.draft(START, &[]);
    let path = format!("{draft}/3");
    let typed = [
        ("donnees", "personal"),
        ("description", "courriers, dont celui de Mme D. sur son bac"),
    ];
    let page = agent.post(&path, &typed);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("name=\"garder\""));
    assert!(
        page.body
            .replace(['\u{a0}', '\u{202f}'], " ")
            .contains("« Mme D. »")
    );
    let go_on = agent.post(&path, &typed);
    assert_eq!(
        go_on.header("location"),
        format!("{draft}/4"),
        "pointed out once"
    );
    let verify = format!("{draft}/verifier");
    assert!(agent.get(&verify).body.contains("Il reste peut-être"));
    let kept = agent.post(&path, &[typed[0], typed[1], ("garder", "1")]);
    assert_eq!(kept.status, 303);
    assert!(!agent.get(&verify).body.contains("Il reste peut-être"));
}

#[test]
fn picks_and_proposals_are_offered_with_their_source_and_taken_on_request() {
    let agent = Person::sign_in("agent");
    let asked = "tache=draft-reply&donnees=personal";
    let may_i = get(
        site().0,
        &format!("/fr/metropole-valmorel/puis-je?{asked}&outil=plume"),
    );
    assert!(
        may_i.body.contains("/declarer?tache=draft-reply"),
        "from the answer"
    );
    let start = agent.get(&format!("{START}?{asked}"));
    assert!(start.body.contains("name=\"tache\" value=\"draft-reply\""));
    let draft = agent.draft(
        START,
        &[("tache", "draft-reply"), ("donnees", "personal\nnobody")],
    );
    assert!(
        agent
            .get(&format!("{draft}/3"))
            .body
            .contains("value=\"personal\" id=\"donnees\"")
            || agent
                .get(&format!("{draft}/3"))
                .body
                .contains("value=\"personal\" checked")
    );
    let path = format!("{draft}/4");
    let page = agent.get(&path);
    assert!(
        page.body
            .contains("name=\"reprendre\" value=\"sans_ia fiche\"")
    );
    assert_eq!(
        between(&page.body, "name=\"sans_ia\"", "</textarea>")
            .split_once('>')
            .expect("open")
            .1
            .trim(),
        "",
        "not filled in silence"
    );
    let taken = agent.post(&path, &[("limite", "lent"), ("reprendre", "sans_ia fiche")]);
    assert_eq!(taken.header("location"), format!("{path}#sans_ia"));
    let page = agent.get(&path);
    assert!(
        page.body.contains("value=\"lent\""),
        "what was typed is kept"
    );
    assert_ne!(
        between(&page.body, "name=\"sans_ia\"", "</textarea>")
            .split_once('>')
            .expect("open")
            .1
            .trim(),
        ""
    );
    assert!(
        !page.body.contains("value=\"sans_ia fiche\""),
        "offered no more"
    );
}

#[test]
fn the_same_in_english() {
    let person = Person::sign_in("anglais");
    let start = "/en/metropole-valmorel/declarer";
    let draft = person.draft(start, &[]);
    for page in ["1", "2", "3", "4", "5", "verifier"] {
        let path = format!("{draft}/{page}");
        let answer = person.get(&path);
        check(&path, &answer);
        assert!(answer.body.contains("<html lang=\"en\">"));
    }
    let verify = fill(&person, &draft);
    let sent = person.post(&verify, &[]);
    let receipt = person.get(sent.header("location"));
    assert!(
        receipt.body.contains("Your declaration VAL-"),
        "{}",
        receipt.status
    );
    let (record, _) = record(&received(sent.header("location")));
    assert!(
        record.name.get("en").is_some(),
        "in the language it was typed in"
    );
}

#[test]
fn nobody_is_promised_anything_without_an_act() {
    let act = "Un acte protège les personnes qui déclarent";
    let person = Person::sign_in("anglais");
    assert!(person.get(START).body.contains(act));
    let without = person.get("/fr/ville-valmorel/declarer");
    check("/fr/ville-valmorel/declarer", &without);
    assert!(!without.body.contains(act), "no act is recorded there");
}

#[test]
fn signing_in_again_and_signing_out_leave_nothing_open() {
    let person = Person::sign_in("autre");
    let space = "/fr/metropole-valmorel/espace";
    assert_eq!(person.get(space).status, 200);
    let again = person.post(
        "/fr/metropole-valmorel/connexion",
        &[
            ("courriel", "autre@valmorel.example"),
            ("motdepasse", "quatre tuiles sous la pluie"),
        ],
    );
    assert_eq!(again.status, 303);
    assert_eq!(person.get(space).status, 303, "the earlier session is over");
    let person = Person::sign_in("autre");
    let out = person.post("/fr/metropole-valmorel/deconnexion", &[]);
    assert_eq!(out.header("clear-site-data"), "\"cache\"");
    assert_eq!(person.get(space).status, 303);
}
