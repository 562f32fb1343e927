//! Situations asked of the page « Puis-je ? », as an agent would, without any script.

use crate::browser::get;
use crate::site::address;
use std::collections::BTreeSet;

/// Task, tool and data, then the heading, and something the page must say.
const SITUATIONS: [(&str, &str, &str); 6] = [
    (
        "tache=draft-reply&outil=plume&donnees=personal",
        "Oui, à une condition.",
        "retirer les noms",
    ),
    (
        "tache=sort-applications&outil=plume&donnees=personal",
        "Non. Voici comment faire.",
        "Charte d’usage de l’IA, article 7",
    ),
    (
        "tache=brainstorm&outil=plume&donnees=internal",
        "Oui.",
        "Ne pas s’en servir est aussi un choix",
    ),
    (
        "tache=detect-fraud&outil=plume&donnees=personal",
        "On ne sait pas encore.",
        "Délégué·e à la protection des données",
    ),
    (
        "tache=plain-rewrite&outil=plume&donnees=personal",
        "Pas encore.",
        "Ce qui changerait la réponse",
    ),
    (
        "tache=brainstorm&outil=public_assistant&donnees=public",
        "Non. Voici comment faire.",
        "Et sans IA",
    ),
];

fn asked(query: &str) -> String {
    let path = format!("/fr/metropole-valmorel/puis-je?{query}");
    let page = get(address(), &path);
    assert_eq!(page.status, 200, "{path}");
    assert!(!page.body.contains("<script"), "{path}");
    // Narrow spaces before signs are those of the typographer.
    page.body.replace(['\u{202f}', '\u{a0}'], " ")
}

#[test]
fn each_situation_has_its_answer_and_its_reasons() {
    for (query, heading, said) in SITUATIONS {
        let page = asked(query);
        assert!(page.contains(&format!("</svg>{heading}</h2>")), "{query}");
        assert!(page.contains(said), "{query}: {said}");
        assert!(page.contains("Ceci n’est pas un avis juridique"), "{query}");
    }
}

#[test]
fn what_comes_from_the_tool_and_the_authority_is_told_with_its_origin() {
    let page = asked(SITUATIONS[0].0);
    let origin =
        "Réponses reprises, fiche de l’outil « Plume (assistant interne) », Direction du numérique";
    for said in [
        origin,
        "État de l’outil : Admis",
        "Réponses reprises, profil de l’administration : Statut",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let questions = questionnaire(SITUATIONS[0].0).replace(['\u{202f}', '\u{a0}'], " ");
    assert!(questions.contains(origin));
}

/// A key of the other functions gives the values of a choice, as a record writes them.
#[test]
fn a_key_that_asks_for_a_choice_gives_its_values() {
    let page = questionnaire("depuis=rien");
    assert!(page.contains(
        "fact: biometric_use, value: none | verification_only | remote_identification | biometric_categorisation | emotion_recognition, by: dpo"
    ));
}

#[test]
fn picks_are_kept_and_unknown_ones_are_left_out() {
    let page = asked("tache=draft-reply&outil=nobody&donnees=personal");
    assert!(page.contains("value=\"draft-reply\" selected"));
    assert!(page.contains("value=\"personal\" checked"));
    assert!(page.contains("Choisissez une tâche, un outil"));
    assert!(!page.contains("id=\"reponse\""));
}

#[test]
fn the_order_of_picks_changes_nothing() {
    let verdict = |query: &str| {
        let page = asked(query);
        let start = page.find("<section class=\"verdict").expect("an answer");
        let end = page[start..].find("</section>").expect("it ends");
        page[start..start + end].to_owned()
    };
    assert_eq!(
        verdict("tache=draft-reply&outil=plume&donnees=public&donnees=personal"),
        verdict("donnees=personal&donnees=public&outil=plume&tache=draft-reply"),
    );
}

/// The name of the field of the question put now, and the words it offers.
fn put(page: &str) -> Option<(String, Vec<String>)> {
    let start = page.find("type=\"radio\" name=\"r.")?;
    let rest = &page[start + "type=\"radio\" name=\"".len()..];
    let (name, _) = rest.split_once('"')?;
    let field = format!("name=\"{name}\" value=\"");
    let offered = page
        .split(&field)
        .skip(1)
        .filter_map(|piece| piece.split('"').next())
        .filter(|word| !word.is_empty());
    Some((name.to_owned(), offered.map(str::to_owned).collect()))
}

#[test]
fn the_questionnaire_asks_about_a_dozen_questions_and_fewer_when_sheets_are_signed() {
    let count = |start: &str| {
        let mut query = start.to_owned();
        for asked in 0..30 {
            let path = format!("/fr/metropole-valmorel/questions?{query}");
            let page = get(address(), &path);
            assert_eq!(page.status, 200, "{path}");
            let Some((name, words)) = put(&page.body) else {
                return asked;
            };
            let word = ["no", "none"]
                .into_iter()
                .find(|word| words.iter().any(|offered| offered == word))
                .unwrap_or_else(|| words.last().expect("a question has answers"));
            query.push_str(&format!("&{name}={word}"));
        }
        30
    };
    let bare = count("depuis=rien");
    let with_sheets = count("tache=draft-reply&outil=plume&donnees=personal");
    assert!((3..=12).contains(&bare), "{bare} questions");
    assert!(with_sheets < bare, "{with_sheets} questions");
}

/// The questionnaire at the step of a query.
fn questionnaire(query: &str) -> String {
    let path = format!("/fr/metropole-valmorel/questions?{query}");
    let page = get(address(), &path);
    assert_eq!(page.status, 200, "{path}");
    page.body
}

fn between<'a>(body: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = body.split_once(start).expect(start);
    after.split_once(end).expect(end).0
}

/// The lines that the page offers for a record.
fn pasted(body: &str) -> String {
    let lines = between(body, "id=\"a-coller\"><code>", "</code>");
    lines.replace("&#34;", "\"").replace("&quot;", "\"")
}

/// The rules that the page says apply, by address.
fn rules_of(body: &str) -> BTreeSet<String> {
    let links = body.split("/droit/").skip(1);
    let ids = links.filter_map(|piece| piece.split('"').next());
    ids.map(str::to_owned).collect()
}

const ANSWERS: &str = "r.uses_ai_system=yes&r.personal_data=yes&r.tool_supply=supplied\
&r.text_published=yes&r.text_reviewed=no&r.lifecycle_status=pilot&r.online_service=yes";

#[test]
fn pasted_answers_come_to_the_same_as_the_page() {
    for picks in ["", "tache=draft-reply&outil=plume&donnees=personal&"] {
        let body = questionnaire(&format!("{picks}{ANSWERS}"));
        let shown = rules_of(&body);
        assert!(shown.len() > 3, "{shown:?}");
        let lines = pasted(&body);
        let day = between(&lines, "    on: ", "\n");
        let read = crate::law::rules_that_apply(&lines, day);
        assert_eq!(read, shown, "{picks}");
    }
}

#[test]
fn the_link_to_resume_holds_every_answer() {
    let body = questionnaire(&format!("{ANSWERS}&r.profiling="));
    let (before, _) = body.split_once("Reprendre plus tard").expect("a link");
    let href = before.rsplit("href=\"").next().expect("a link");
    let href = href
        .split('"')
        .next()
        .expect("a link")
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let again = get(address(), &href);
    assert_eq!(pasted(&again.body), pasted(&body), "{href}");
    assert!(
        href.contains("r.profiling="),
        "a question left open stays so: {href}"
    );
}

#[test]
fn what_is_no_answer_is_told_beside_its_question_and_kept() {
    for (typed, told) in [
        ("r.system_market_date=2026-02-31", "2026-02-31"),
        ("r.population=beaucoup", "beaucoup"),
    ] {
        let body = questionnaire(&format!("r.uses_ai_system=yes&{typed}"));
        assert!(body.contains("aria-invalid=\"true\""), "{typed}");
        assert!(body.contains(&format!("value=\"{told}\"")), "{typed}");
        let fault = between(&body, "id=\"reponse-faute\">", "</span>");
        assert!(fault.contains(told), "{fault}");
        assert!(!pasted(&body).contains(told), "it is not an answer");
    }
    let skipped = questionnaire("r.uses_ai_system=yes&r.population=");
    assert!(!skipped.contains("aria-invalid"), "empty means not known");
}

#[test]
fn risks_are_suggested_from_answers_with_reasons_and_measures() {
    let body = questionnaire("tache=draft-reply&outil=plume&donnees=personal&r.uses_ai_system=yes");
    let section = between(&body, "Risques à regarder", "</section>");
    assert!(section.contains("Personne ne les a jugés"), "{section}");
    let count = section.matches("<li>").count();
    assert!((1..=8).contains(&count), "{count}");
    assert_eq!(section.matches("Parce que").count(), count);
    assert_eq!(section.matches("Ce qui le réduit").count(), count);
    assert!(!questionnaire("depuis=rien").contains("Risques à regarder"));
}

#[test]
fn specialists_are_told_the_key_of_their_answer() {
    let body = questionnaire("r.uses_ai_system=yes&r.personal_data=yes");
    assert!(
        body.contains("<code>fact: profiling, by: dpo</code>"),
        "{body}"
    );
}
