//! A problem reported from outside, read, answered and told to everybody; and what is erased.

use crate::browser::{Answer, ask};
use crate::place::{ELSEWHERE, HERE, Member, Place, contains, grant, place};
use chrono::Duration;
use domain::people::{Action, FUNCTIONS_OF_INCIDENTS, Role, Target, permits};
use domain::{Function, Message, MessageState};
use observatory::clock;
use observatory::instance::change;
use store::{Change, Record};
use uuid::Uuid;

const OURS: (&str, &str) = ("Sec-Fetch-Site", "same-origin");
const TEXT: &str = "L’assistant a répondu à un habitant avec un horaire de l’an dernier.";

/// What the senders of the demonstration wrote and were answered: no page may tell it.
pub(crate) fn words_of_senders() -> Vec<String> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/messages.yaml");
    let text = std::fs::read_to_string(file).expect("the messages");
    let (node, _) = reference::parse("messages.yaml", &text);
    let messages = node.expect("valid").to_json();
    let mut words = Vec::new();
    for message in messages["messages"].as_array().into_iter().flatten() {
        let answer = &message["answer"]["text"]["fr"];
        for part in [&message["body"], &message["tracking"], answer] {
            words.extend(part.as_str().map(str::to_owned));
        }
    }
    words
}

/// What a sender keeps.
struct Kept {
    number: String,
    word: String,
}

fn form(pairs: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(pairs);
    body.finish()
}

impl Place {
    fn write(&self, pairs: &[(&str, &str)]) -> Answer {
        let path = format!("/fr/{HERE}/signaler");
        ask(self.address, "POST", &path, &[OURS], &form(pairs))
    }

    /// Reports an incident on a record; what the sender keeps.
    fn report(&self) -> Kept {
        self.report_a("incident")
    }

    /// Writes about a record; what the sender keeps.
    fn report_a(&self, subject: &str) -> Kept {
        let sent = self.write(&[("sujet", subject), ("fiche", "VAL-006"), ("message", TEXT)]);
        assert_eq!(sent.status, 200, "{}", sent.body);
        assert_eq!(sent.header("set-cookie"), "");
        let mut shown = sent.body.split("<b class=\"num\">").skip(1);
        let mut next = || {
            let piece = shown.next().and_then(|piece| piece.split('<').next());
            piece.expect("shown").to_owned()
        };
        Kept {
            number: next(),
            word: next(),
        }
    }

    fn follow(&self, number: &str, word: &str) -> Answer {
        let path = format!("/fr/{HERE}/suivi");
        let body = form(&[("numero", number), ("mot", word)]);
        ask(self.address, "POST", &path, &[OURS], &body)
    }

    fn public(&self, page: &str) -> String {
        ask(self.address, "GET", &format!("/fr/{HERE}/{page}"), &[], "").body
    }

    fn message(&self, number: &str) -> Record<Message> {
        let all = self.runtime.block_on(self.store.all::<Message>());
        let mut all = all.expect("read").into_iter();
        let found = all.find(|record| record.document.tracking == number);
        found.expect("there")
    }

    /// Does something with a message, on its version as it stands.
    fn act(&self, who: &Member, number: &str, what: &str, typed: &[(&str, &str)]) -> Answer {
        let version = self.message(number).version.to_string();
        let mut typed = typed.to_vec();
        typed.push(("version", version.as_str()));
        who.post(&format!("/fr/{HERE}/messages/{number}/{what}"), &typed)
    }

    fn lead(&self) -> Member {
        self.member(vec![grant(Role::Lead, &[])]).0
    }

    fn assert_journal_verifies(&self) {
        let verified = self.runtime.block_on(self.store.verify_journal());
        assert_eq!(verified.expect("read").faults, []);
    }
}

#[test]
fn an_incident_is_reported_answered_and_told_without_its_words() {
    let place = place();
    let kept = place.report();
    contains(
        &place.follow(&kept.number, &kept.word),
        "Personne ne s’en occupe encore",
    );
    let lead = place.lead();
    let list = lead.get(&format!("/fr/{HERE}/messages"));
    contains(&list, &kept.number);
    contains(&list, "aujourd’hui");
    let opened = lead.get(&format!(
        "/fr/{HERE}/messages/{}",
        kept.number.to_lowercase()
    ));
    contains(&opened, TEXT);
    contains(&opened, "value=\"VAL-006\"");
    assert_eq!(place.act(&lead, &kept.number, "prendre", &[]).status, 303);
    contains(
        &place.follow(&kept.number, &kept.word),
        "Quelqu’un s’en occupe",
    );

    assert_eq!(place.act(&lead, &kept.number, "repondre", &[]).status, 422);
    let words = [("reponse", "L’horaire est corrigé.\nMerci.")];
    let answered = place.act(&lead, &kept.number, "repondre", &words);
    assert_eq!(answered.status, 303, "{}", answered.body);
    let typed_otherwise = kept.word.to_uppercase().replace('-', " ");
    let read = place.follow(&kept.number.to_lowercase(), &typed_otherwise);
    assert_eq!(read.status, 200);
    contains(&read, "L’horaire est corrigé.");
    assert_eq!(read.header("cache-control"), "no-store");
    assert_eq!(read.header("set-cookie"), "");

    let unknown = place.act(&lead, &kept.number, "rattacher", &[("fiche", "VAL-999")]);
    assert_eq!(unknown.status, 422);
    let linked = place.act(&lead, &kept.number, "rattacher", &[("fiche", "val-006")]);
    assert_eq!(linked.status, 303, "{}", linked.body);
    assert!(
        !place.public("signalements").contains("annuaire"),
        "nothing is public yet"
    );
    told_to_everybody(&place, &lead, &kept);
}

/// The summary is decided, seen by everybody, and outlives the message.
fn told_to_everybody(place: &Place, lead: &Member, kept: &Kept) {
    let named = [("resume", "Un horaire faux signalé par M. Martin.")];
    let pointed = place.act(lead, &kept.number, "resume", &named);
    assert_eq!(pointed.status, 422, "a name is pointed out");
    contains(&pointed, "M. Martin");
    let summary = "Un horaire faux a été donné. Les horaires viennent maintenant de l’annuaire.";
    let told = place.act(lead, &kept.number, "resume", &[("resume", summary)]);
    assert_eq!(told.status, 303, "{}", told.body);
    for page in ["signalements", "fiche/val-006"] {
        let body = place.public(page);
        assert!(body.contains("Les horaires viennent maintenant"), "{page}");
        assert!(
            !body.contains("l’an dernier"),
            "{page}: not the words of the sender"
        );
        assert!(!body.contains(&kept.number), "{page}: not the number");
    }
    contains(&place.follow(&kept.number, &kept.word), "rendu public");

    let open = place.act(lead, &kept.number, "effacer", &[("effacer", "1")]);
    assert_eq!(open.status, 422, "a message is closed before it is erased");
    assert_eq!(place.act(lead, &kept.number, "clore", &[]).status, 303);
    contains(&place.follow(&kept.number, &kept.word), "Terminé");
    let unsure = place.act(lead, &kept.number, "effacer", &[]);
    assert_eq!(unsure.status, 422);
    let id = place.message(&kept.number).document.id;
    let erased = place.act(lead, &kept.number, "effacer", &[("effacer", "1")]);
    assert_eq!(erased.status, 303, "{}", erased.body);
    assert_nothing_is_left_of(place, id, kept);
    assert!(
        place
            .public("signalements")
            .contains("Les horaires viennent maintenant")
    );
}

fn assert_nothing_is_left_of(place: &Place, id: Uuid, kept: &Kept) {
    let gone = place.follow(&kept.number, &kept.word);
    let unknown = place.follow("M-00000000", &kept.word);
    assert_eq!((gone.status, unknown.status), (422, 422));
    let history = place.runtime.block_on(place.store.history::<Message>(id));
    for entry in history.expect("read") {
        let written = format!("{:?}", entry.document);
        assert!(!written.contains("l’an dernier"), "{written}");
        assert!(!written.contains(&kept.number), "{written}");
    }
    place.assert_journal_verifies();
}

#[test]
fn a_wrong_word_an_unknown_number_and_an_old_message_say_the_same() {
    let place = place();
    let kept = place.report();
    let mut old = place.message(&kept.number).document;
    old.id = Uuid::now_v7();
    old.tracking = "M-00000001".to_owned();
    old.word_hash = None;
    let by_lead = change("lead");
    let written = place.store.put(&old, &by_lead);
    place.runtime.block_on(written).expect("written");
    let tries = [
        (kept.number.as_str(), "bako-bako-bako-bako-bako"),
        (kept.number.as_str(), ""),
        ("M-00000000", kept.word.as_str()),
        ("M-00000001", ""),
        ("M-00000001", kept.word.as_str()),
        ("", ""),
    ];
    let without_number = |(number, word): (&str, &str)| {
        let answer = place.follow(number, word);
        assert_eq!(answer.status, 422, "{number} {word}");
        let body = answer
            .body
            .replace(&format!("value=\"{number}\""), "value=\"\"");
        let (before, after) = body.split_once("<p class=\"small\">").expect("a footer");
        assert!(after.contains("</footer>"));
        before.to_owned()
    };
    let pages: Vec<_> = tries.map(without_number).to_vec();
    for page in &pages {
        assert_eq!(page, &pages[0]);
    }
    let elsewhere = [("Sec-Fetch-Site", "cross-site")];
    let path = format!("/fr/{HERE}/suivi");
    let body = form(&[("numero", &kept.number), ("mot", &kept.word)]);
    assert_eq!(
        ask(place.address, "POST", &path, &elsewhere, &body).status,
        400
    );
}

#[test]
fn a_name_in_a_report_is_pointed_out_once_and_never_refused() {
    let place = place();
    let mut typed = vec![
        ("sujet", "problem"),
        ("message", "Mme Durand a copié un dossier dans l’outil."),
    ];
    let pointed = place.write(&typed);
    assert_eq!(pointed.status, 422);
    contains(&pointed, "Mme Durand");
    contains(&pointed, "sans nommer personne");
    contains(&pointed, "name=\"garder\" value=\"1\"");
    typed.push(("garder", "1"));
    assert_eq!(place.write(&typed).status, 200);
}

#[test]
fn the_form_is_prefilled_from_the_page_of_a_record_and_from_the_space() {
    let place = place();
    let record = place.public("fiche/val-006");
    assert!(record.contains("signaler?fiche=VAL-006"));
    let prefilled = place.public("signaler?fiche=VAL-006");
    assert!(prefilled.contains("value=\"VAL-006\""));
    let (agent, _) = place.member(vec![grant(Role::Agent, &[])]);
    contains(
        &agent.get(&format!("/fr/{HERE}/espace")),
        "signaler?sujet=incident",
    );
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let file = lead.get(&format!("/fr/{HERE}/dossier/val-006"));
    contains(&file, "signaler?fiche=VAL-006");
    assert!(
        place
            .public("signaler?sujet=incident")
            .contains("value=\"incident\" checked")
    );
}

#[test]
fn too_many_messages_in_a_minute_wait() {
    let place = place();
    let typed = [("sujet", "question"), ("message", "Bonjour")];
    // Two minutes may meet in the middle: twice what a minute takes, and one more.
    let answers: Vec<u16> = (0..61).map(|_| place.write(&typed).status).collect();
    assert_eq!(answers[0], 200);
    assert!(answers.contains(&429), "{answers:?}");
}

#[test]
fn those_who_must_act_at_once_read_incidents_and_nothing_else() {
    let place = place();
    let incident = place.report().number;
    let question = place.report_a("question").number;
    let page = |number: &str| format!("/fr/{HERE}/messages/{}", number.to_lowercase());
    for function in Function::ALL.iter().copied() {
        let (member, _) = place.member(vec![grant(Role::Reviewer, &[function])]);
        let space = member.get(&format!("/fr/{HERE}/espace"));
        let (read, other) = match FUNCTIONS_OF_INCIDENTS.contains(&function) {
            true => {
                contains(&space, &incident);
                (200, 404)
            }
            false => (403, 403),
        };
        assert!(!space.body.contains(&question), "{function:?}");
        let shown = member.get(&page(&incident));
        assert_eq!(shown.status, read, "{function:?}");
        assert_eq!(member.get(&page(&question)).status, other, "{function:?}");
        if read == 200 {
            contains(&shown, "72 heures");
            contains(&shown, TEXT);
            let forms = shown.body.matches("<form").count();
            let elsewhere = space.body.matches("<form").count();
            assert_eq!(
                forms, elsewhere,
                "nothing to send but what leaves the session"
            );
        }
        let answer = member.post(&format!("{}/repondre", page(&incident)), &[]);
        assert_eq!(answer.status, 403, "{function:?}");
    }
}

#[test]
fn only_the_lead_of_the_authority_reads_what_people_wrote() {
    let place = place();
    let kept = place.report();
    let number = kept.number.to_lowercase();
    let tries = [
        ("", false, 200),
        (&format!("/{number}"), false, 200),
        (&format!("/{number}/repondre"), true, 422),
        (&format!("/{number}/rattacher"), true, 422),
        (&format!("/{number}/resume"), true, 422),
        (&format!("/{number}/prendre"), true, 422),
        (&format!("/{number}/clore"), true, 422),
        (&format!("/{number}/effacer"), true, 422),
    ];
    for role in Role::ALL {
        let grants = vec![grant(*role, &[])];
        let (member, _) = place.member(grants.clone());
        let here = Target::authority(HERE);
        let may = permits(&grants, Action::AnswerMessages, &here);
        for (below, is_form, status) in &tries {
            let path = format!("/fr/{HERE}/messages{below}");
            let answer = match is_form {
                true => member.post(&path, &[]),
                false => member.get(&path),
            };
            let expected = if may { *status } else { 403 };
            assert_eq!(answer.status, expected, "{role:?} {path}");
        }
        let path = format!("/fr/{ELSEWHERE}/messages/{number}");
        assert_eq!(member.get(&path).status, 403, "{role:?}");
    }
    assert_eq!(
        place.message(&kept.number).document.state,
        MessageState::Received
    );
    let path = format!("/fr/{HERE}/messages");
    assert_eq!(ask(place.address, "GET", &path, &[], "").status, 303);
}

#[test]
fn what_is_past_its_retention_is_erased_from_the_browser_and_the_journal_verifies() {
    let place = place();
    let kept = place.report();
    let mut message = place.message(&kept.number).document;
    message.state = MessageState::Closed;
    let long_ago = Change {
        at: clock::now() - Duration::days(900),
        by: "lead".to_owned(),
        note: None,
    };
    let written = place.store.put(&message, &long_ago);
    place.runtime.block_on(written).expect("written");
    let recent = place.report();
    let lead = place.lead();
    let list = lead.get(&format!("/fr/{HERE}/messages"));
    contains(&list, "Un message a dépassé sa durée");
    let purged = lead.post(&format!("/fr/{HERE}/messages/purger"), &[]);
    assert_eq!(purged.status, 303, "{}", purged.body);
    assert_nothing_is_left_of(&place, message.id, &kept);
    assert_eq!(place.follow(&recent.number, &recent.word).status, 200);
}

#[test]
fn the_week_counts_what_nobody_answered_and_leads_to_the_list() {
    let place = place();
    let kept = place.report();
    let lead = place.lead();
    let page = format!("/fr/{HERE}/espace/semaine");
    // The demonstration has one more that waits.
    let week = lead.get(&page);
    contains(&week, "2 messages attendent une réponse");
    contains(&week, &format!("href=\"/fr/{HERE}/messages\""));
    let words = [("reponse", "L’horaire est corrigé.")];
    let answered = place.act(&lead, &kept.number, "repondre", &words);
    assert_eq!(answered.status, 303, "{}", answered.body);
    contains(&lead.get(&page), "Un message attend une réponse");
}

#[test]
fn pages_of_messages_stay_light_and_are_said_in_both_languages() {
    let place = place();
    let kept = place.report();
    let lead = place.lead();
    for language in ["fr", "en"] {
        for below in ["messages".to_owned(), format!("messages/{}", kept.number)] {
            let page = lead.get(&format!("/{language}/{HERE}/{below}"));
            assert_eq!(page.status, 200, "{below}");
            assert!(publish::ecoindex::elements(&page.body) <= 380, "{below}");
            assert_eq!(page.body.matches("<h1").count(), 1, "{below}");
            assert!(!page.body.contains("[message"), "{below}");
        }
    }
}
