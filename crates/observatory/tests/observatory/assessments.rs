//! Impact assessments of the CNIL's tool join a record: from a terminal, and in the browser by
//! whoever may; what the form holds is read again, and nothing of the file is kept.

use crate::browser::{Answer, ask};
use crate::commands::{json, observatory, text, vigie, write};
use crate::place::{ELSEWHERE, HERE, Member, Place, contains, grant, place};
use domain::law::Signatory;
use domain::people::Role;
use domain::{DutyDone, Function, Rating, UseCase};
use serde_json::{Value, json};
use std::fs;

const FILE: &str = "/fr/metropole-valmorel/dossier/val-022";

/// An assessment as the tool exports it, of today's shape.
fn pia() -> Value {
    json!({
        "pia": {"id": 3, "status": 2, "name": "(IMPORT) Arrêtés de voirie", "author_name": "A. Personne",
            "created_at": "2026-01-07T09:22:30.542Z", "updated_at": "2026-02-15T14:30:23.108Z",
            "dpo_status": 1, "dpo_opinion": "<p>Favorable si les adresses sont retirées.</p>"},
        "answers": [
            {"reference_to": "321", "data": {"text": null, "gauge": null, "list": ["Atteinte à la vie privée", "Démarchage"]}},
            {"reference_to": "324", "data": {"text": null, "gauge": null, "list": ["Chiffrement"]}},
            {"reference_to": "325", "data": {"text": "", "gauge": "3", "list": null}},
            {"reference_to": "326", "data": {"text": "", "gauge": 2, "list": null}},
            {"reference_to": "341", "data": {"text": null, "gauge": null, "list": ["Retard de M. Marc Personne"]}}
        ],
        "measures": [], "comments": [],
        "evaluations": [{"reference_to": "3.2", "status": 3, "gauges": {"x": 2, "y": 1}}]
    })
}

impl Member {
    /// Sends the file of an assessment as the form does.
    fn send_assessment(&self, path: &str, content: &str) -> Answer {
        let body = format!(
            "--limite\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\n{}\r\n\
             --limite\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"etude.json\"\r\n\r\n{content}\r\n--limite--\r\n",
            self.token
        );
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Content-Type", "multipart/form-data; boundary=limite"),
        ];
        let path = format!("{path}/analyses/fichier");
        ask(self.address, "POST", &path, &headers, &body)
    }
}

fn dpo(place: &Place) -> Member {
    place
        .member(vec![grant(Role::Reviewer, &[Function::Dpo])])
        .0
}

/// The fields of a form as a browser would send them, as far as these pages have any.
fn fields(page: &str) -> Vec<(String, String)> {
    let form = page.split("novalidate>").nth(1).expect("a form");
    let form = form.split("</form>").next().expect("its end");
    let plain = |text: &str| {
        let text = text.replace("&#39;", "'").replace("&quot;", "\"");
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let of = |name: &str| {
            let mark = format!(" {name}=\"");
            let (_, rest) = tag.split('>').next()?.split_once(&mark)?;
            rest.split_once('"').map(|(value, _)| plain(value))
        };
        let Some(name) = of("name") else { continue };
        let content = || plain(tag.split_once('>').map_or("", |(_, text)| text));
        match tag.split([' ', '>']).next() {
            Some("input") if tag.contains("checkbox") && !tag.contains(" checked") => {}
            Some("input") => fields.push((name, of("value").unwrap_or_default())),
            Some("textarea") => fields.push((name, content())),
            Some("select") => {
                let (_, options) = form.split_once(&format!("name=\"{name}\">")).expect("it");
                let options = options.split("</select>").next().expect("its end");
                let picked = options
                    .split_once(" selected>")
                    .map_or("", |(before, after)| {
                        let value = before.rsplit("<option").next().unwrap_or_default();
                        match value.split_once("value=\"") {
                            Some((_, value)) => value.trim_end_matches('"'),
                            None => after.split('<').next().unwrap_or_default(),
                        }
                    });
                fields.push((name, picked.to_owned()));
            }
            _ => {}
        }
    }
    fields.retain(|(name, _)| name != "jeton");
    fields
}

fn replace(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// What the file above lacks: a day, and that its words may name somebody.
fn completed(page: &str) -> Vec<(String, String)> {
    let mut form = fields(page);
    replace(&mut form, "jour", "15/02/2026");
    replace(&mut form, "noms", "1");
    form
}

#[test]
fn a_file_becomes_a_form_then_the_record_keeps_what_was_read_again() {
    let place = place();
    let dpo = dpo(&place);
    contains(&dpo.get(FILE), "Analyses d’impact");
    let before = place.record("VAL-022");
    let page = dpo.send_assessment(FILE, &pia().to_string());
    assert_eq!(page.status, 200, "{}", page.body);
    contains(&page, "Favorable si les adresses sont retirées.");
    contains(&page, "Dernier changement du fichier : 15 février 2026");
    contains(&page, "M. Marc Personne");
    assert!(
        !page.body.contains("A. Personne"),
        "a name stays in the file"
    );
    assert_eq!(place.record("VAL-022"), before, "nothing is written yet");

    let mut form = fields(&page.body);
    let field = |form: &[(String, String)], name: &str| {
        let found = form.iter().find(|(known, _)| known == name);
        found.expect("a field").1.clone()
    };
    assert_eq!(field(&form, "jour"), "", "the last change is no completion");
    assert_eq!(field(&form, "resume"), "", "an opinion is no summary");
    replace(
        &mut form,
        "risque1-texte",
        "Disparition – Retard d’une décision",
    );
    replace(&mut form, "jour", "15/02/2026");
    replace(&mut form, "devoir", "1");
    let joined = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &form);
    assert_eq!(joined.status, 303, "{}", joined.body);
    let (record, _) = place.record("VAL-022");
    let assessment = record.impact_assessments.last().expect("joined");
    assert_eq!(assessment.title.get("fr"), Some("AIPD – Arrêtés de voirie"));
    let day = assessment.done_on.expect("told");
    assert_eq!(day.to_string(), "2026-02-15");
    assert_eq!(assessment.summary, None);
    let known = before.0.risks.len();
    let risks: Vec<_> = record.risks[known..]
        .iter()
        .map(|risk| {
            (
                risk.description.get("fr").expect("told"),
                risk.severity,
                risk.residual,
            )
        })
        .collect();
    assert_eq!(
        risks,
        [
            (
                "Accès illégitime – Atteinte à la vie privée, Démarchage",
                None,
                Rating::new(2, 3)
            ),
            ("Disparition – Retard d’une décision", None, None)
        ]
    );
    assert!(record.duties_done.contains(&settled(day)));
    contains(&dpo.get(joined.header("location")), "L’analyse est jointe.");
    let signed = place
        .runtime
        .block_on(place.store.history::<UseCase>(record.id));
    let signed = signed.expect("read");
    assert_eq!(signed.last().expect("a change").by, "dpo");

    let public = ask(
        place.address,
        "GET",
        &format!("/fr/{HERE}/fiche/val-022"),
        &[],
        "",
    );
    contains(&public, "AIPD – Arrêtés de voirie");
    contains(&public, "vraisemblance 2, gravité 3");
}

fn settled(day: chrono::NaiveDate) -> DutyDone {
    DutyDone {
        duty: "rgpd/aipd".to_owned(),
        by: Signatory::Dpo,
        on: day,
        until: None,
        evidence: None,
    }
}

#[test]
fn a_later_state_shows_what_the_record_says_and_replaces_it() {
    let place = place();
    let dpo = dpo(&place);
    let page = dpo.send_assessment(FILE, &pia().to_string());
    let mut form = completed(&page.body);
    replace(&mut form, "resume", "Acceptable");
    replace(&mut form, "lien", "HTTPS://lys.example/aipd");
    let address = format!("{FILE}/analyses/joindre");
    assert_eq!(dpo.post_owned(&address, &form).status, 303);
    let (once, _) = place.record("VAL-022");

    let again = dpo.send_assessment(FILE, &pia().to_string());
    contains(&again, "il sera jugé de nouveau");
    contains(&again, "Elle remplacera « AIPD – Arrêtés de voirie »");
    let mut form = fields(&again.body);
    let typed = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert!(form.contains(&typed("jour", "15/02/2026")));
    assert!(form.contains(&typed("resume", "Acceptable")));
    replace(&mut form, "noms", "1");
    assert_eq!(dpo.post_owned(&address, &form).status, 303);
    assert_eq!(place.record("VAL-022").0, once, "nothing stands twice");
    let version = place.record("VAL-022").1.to_string();
    replace(&mut form, "version", &version);
    replace(&mut form, "lien", "");
    assert_eq!(dpo.post_owned(&address, &form).status, 303);
    let emptied = place.record("VAL-022").0.impact_assessments;
    assert_eq!(emptied.last().expect("there").url, None);

    let mut other = pia();
    other["pia"]["name"] = "Un mauvais jour".into();
    let mut record = place.record("VAL-022").0;
    let words = "Accès illégitime – Atteinte à la vie privée, Démarchage";
    record.risks.clear();
    place.put(&record);
    let page = dpo.send_assessment(FILE, &other.to_string());
    assert!(!page.body.contains("il sera jugé de nouveau"), "{words}");
}

#[test]
fn a_duty_is_settled_by_its_function_alone() {
    let place = place();
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let page = lead.send_assessment(FILE, &pia().to_string());
    assert_eq!(page.status, 200, "{}", page.body);
    contains(&page, "Les avis ne sont pas repris");
    assert!(!page.body.contains("name=\"devoir\""));
    let mut form = completed(&page.body);
    replace(&mut form, "devoir", "1");
    let before = place.record("VAL-022").0.duties_done;
    let joined = lead.post_owned(&format!("{FILE}/analyses/joindre"), &form);
    assert_eq!(joined.status, 303, "{}", joined.body);
    let (record, _) = place.record("VAL-022");
    assert_eq!(record.duties_done, before, "the lead settles nothing");
}

#[test]
fn whoever_speaks_for_several_functions_signs_as_none_of_them() {
    let place = place();
    let functions = [Function::Dpo, Function::Security];
    let (reviewer, _) = place.member(vec![grant(Role::Reviewer, &functions)]);
    let page = reviewer.send_assessment(FILE, &pia().to_string());
    let joined = reviewer.post_owned(&format!("{FILE}/analyses/joindre"), &completed(&page.body));
    assert_eq!(joined.status, 303, "{}", joined.body);
    let id = place.record("VAL-022").0.id;
    let signed = place.runtime.block_on(place.store.history::<UseCase>(id));
    assert_eq!(
        signed.expect("read").last().expect("a change").by,
        "reviewer"
    );
}

#[test]
fn what_is_wrong_is_told_and_what_was_typed_is_kept() {
    let place = place();
    let dpo = dpo(&place);
    let before = place.record("VAL-022");
    let not_read = [
        ("", "Choisissez un fichier"),
        ("ni JSON", "ne se lit pas comme du JSON"),
        ("{\"pia\": {}}", "ne contient pas d’analyse d’impact"),
    ];
    for (content, told) in not_read {
        let page = dpo.send_assessment(FILE, content);
        assert_eq!(page.status, 422, "{content}: {}", page.body);
        contains(&page, told);
    }
    let page = dpo.send_assessment(FILE, &pia().to_string());
    let right = completed(&page.body);
    let wrong = [
        ("noms", "", "semblent nommer une personne"),
        ("jour", "01/01/26", "Donnez un jour passé"),
        (
            "lien",
            "https://x\" onclick=\"y",
            "Donnez une adresse complète",
        ),
        ("titre", "", "Donnez un titre"),
        ("jour", "31/12/2099", "Donnez un jour passé"),
        ("jour", "hier", "Donnez un jour passé"),
        ("lien", "javascript:alert(1)", "Donnez une adresse complète"),
        ("risque0-texte", "", "Dites ce qui pourrait arriver"),
        ("risque0-gravite-apres", "", "ou aucune des deux"),
        ("risque0-gravite-apres", "9", "ou aucune des deux"),
        ("version", "1", "a changé pendant que vous écriviez"),
    ];
    for (name, value, told) in wrong {
        let mut form = right.clone();
        replace(&mut form, name, value);
        replace(&mut form, "resume", "Un mot à garder");
        let page = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &form);
        assert_eq!(page.status, 422, "{name}: {}", page.body);
        contains(&page, told);
        contains(&page, "Un mot à garder");
    }
    let mut risen = right.clone();
    replace(&mut risen, "risque0-gravite", "1");
    replace(&mut risen, "risque0-vraisemblance", "1");
    let page = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &risen);
    assert_eq!(page.status, 422);
    contains(&page, "un niveau est plus élevé qu’avant");
    contains(&page, "Dernier changement du fichier");
    let mut long = right.clone();
    replace(&mut long, "resume", &"é".repeat(200_000));
    let page = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &long);
    assert_eq!(page.status, 413);
    contains(&page, "ce que vous avez tapé y est encore");
    let mut form = right;
    replace(&mut form, "jour", "");
    replace(&mut form, "devoir", "1");
    let page = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &form);
    assert_eq!(page.status, 422, "a duty is settled from a day on");
    assert_eq!(place.record("VAL-022"), before);

    let huge = "x".repeat(5_000_000);
    let page = dpo.send_assessment(FILE, &huge);
    assert_eq!(page.status, 422, "{}", page.body);
    contains(&page, "trop grand");
    assert_eq!(place.record("VAL-022"), before);
}

#[test]
fn what_was_joined_is_taken_out_by_whoever_may() {
    let place = place();
    let dpo = dpo(&place);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let before = place.record("VAL-022").0;
    let page = dpo.send_assessment(FILE, &pia().to_string());
    let mut form = completed(&page.body);
    replace(&mut form, "devoir", "1");
    let joined = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &form);
    assert_eq!(joined.status, 303, "{}", joined.body);
    let out = |member: &Member, word: &str| {
        let version = place.record("VAL-022").1.to_string();
        let form = [("version", version.as_str()), ("retirer", word)];
        member
            .post(&format!("{FILE}/analyses/retirer"), &form)
            .status
    };
    assert_eq!(out(&lead, "devoir"), 422, "the lead opens no duty again");
    assert_eq!(out(&lead, "analyse-99"), 422);
    let last = |count: usize, kind: &str| format!("{kind}-{}", count - 1);
    let (record, _) = place.record("VAL-022");
    let risk = last(record.risks.len(), "risque");
    assert_eq!(out(&dpo, &risk), 422, "a reviewer changes no record");
    assert_eq!(
        out(&dpo, &last(record.impact_assessments.len(), "analyse")),
        303
    );
    assert_eq!(out(&lead, &risk), 303);
    assert_eq!(out(&lead, &last(record.risks.len() - 1, "risque")), 303);
    assert_eq!(out(&dpo, "devoir"), 303);
    assert_eq!(place.record("VAL-022").0, before);
    contains(&lead.get(&format!("{FILE}/analyses")), "Retirer");
}

#[test]
fn the_last_change_is_undone_whole_until_something_else_changes() {
    let place = place();
    let dpo = dpo(&place);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let before = place.record("VAL-022").0;
    let list = format!("{FILE}/analyses");
    assert!(
        !dpo.get(&list)
            .body
            .contains("Annuler le dernier changement")
    );
    let page = dpo.send_assessment(FILE, &pia().to_string());
    let mut form = completed(&page.body);
    replace(&mut form, "devoir", "1");
    let address = format!("{FILE}/analyses/joindre");
    assert_eq!(dpo.post_owned(&address, &form).status, 303);
    let undo = |member: &Member| {
        let version = place.record("VAL-022").1.to_string();
        let form = [("version", version.as_str())];
        member
            .post(&format!("{FILE}/analyses/annuler"), &form)
            .status
    };
    assert_eq!(undo(&lead), 422, "a settled duty is in it");
    contains(&dpo.get(&list), "Annuler le dernier changement");
    assert_eq!(undo(&dpo), 303);
    assert_eq!(place.record("VAL-022").0, before);

    let page = lead.send_assessment(FILE, &pia().to_string());
    assert_eq!(
        lead.post_owned(&address, &completed(&page.body)).status,
        303
    );
    let mut record = place.record("VAL-022").0;
    record.tags.push("relu".to_owned());
    place.put(&record);
    assert_eq!(undo(&lead), 422, "somebody else has written since");
    assert_eq!(place.record("VAL-022").0, record);
}

#[test]
fn an_assessment_is_begun_by_hand_or_for_the_tool_and_nobody_elsewhere_may() {
    let place = place();
    let dpo = dpo(&place);
    let file = dpo.get(&format!("{FILE}/analyses/debut"));
    assert_eq!(file.status, 200);
    let begun: Value = serde_json::from_str(&file.body).expect("JSON");
    assert!(
        begun["answers"]
            .as_array()
            .is_some_and(|answers| !answers.is_empty())
    );
    let mut imported = begun;
    let named = imported["pia"]["name"].as_str().map(str::to_owned);
    // The tool writes this before the name of what it imports.
    imported["pia"]["name"] = format!("(IMPORT) {}", named.expect("a name")).into();
    let back = dpo.send_assessment(FILE, &imported.to_string());
    assert_eq!(back.status, 200, "what is begun here is read here");
    let (record, version) = place.record("VAL-022");
    let name = record.name.get("fr").expect("a name");
    let title = fields(&back.body)
        .into_iter()
        .find(|(name, _)| name == "titre");
    assert_eq!(title.expect("a field").1, format!("AIPD – {name}"));

    let version = version.to_string();
    let form = [
        ("version", version.as_str()),
        ("titre", "AIDF de la voirie"),
    ];
    let joined = dpo.post(&format!("{FILE}/analyses/joindre"), &form);
    assert_eq!(joined.status, 303, "{}", joined.body);
    let joined = place.record("VAL-022").0.impact_assessments;
    assert_eq!(joined.last().expect("joined").done_on, None);

    let away = FILE.replace(HERE, ELSEWHERE);
    assert_eq!(dpo.send_assessment(&away, &pia().to_string()).status, 403);
    let (elected, _) = place.member(vec![grant(Role::Elected, &[])]);
    assert_eq!(
        elected.send_assessment(FILE, &pia().to_string()).status,
        403
    );
    let mut stranger = dpo;
    stranger.token = "0".repeat(64);
    assert_eq!(
        stranger.send_assessment(FILE, &pia().to_string()).status,
        400
    );
}

#[test]
fn the_command_tells_first_then_writes_once() {
    let folder = observatory();
    let mut named = pia();
    let file = write(folder.path(), "named.json", &named.to_string());
    let run = |file: &str, more: &[&str]| {
        let arguments = [
            "register",
            "assessment",
            "val-022",
            file,
            "--written-in",
            "fr",
        ];
        vigie(folder.path(), &[&arguments, more].concat())
    };
    let refused = run(&file, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused).contains("M. Marc Personne"),
        "{}",
        text(&refused)
    );
    named["answers"][4]["data"]["list"][0] = "Retard".into();
    let file = write(folder.path(), "etude.json", &named.to_string());
    let trial = json(&run(&file, &["--dry-run", "--json"]));
    assert_eq!(
        (&trial["written"], &trial["replaces"]),
        (&false.into(), &false.into())
    );
    assert_eq!(trial["risks"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&trial["state"], &trial["changed_on"]),
        (&"validated".into(), &"2026-02-15".into())
    );
    assert_eq!(trial["assessment"]["done_on"], Value::Null);
    let remarks = trial["remarks"].as_array().expect("remarks");
    assert_eq!(
        remarks.len(),
        2,
        "names left out, an action plan: {remarks:?}"
    );
    let told = text(&run(&file, &["--done-on", "2026-02-15"]));
    for words in [
        "AIPD – Arrêtés de voirie",
        "Validated.",
        "is attached",
        "Opinions are not carried over",
    ] {
        assert!(told.contains(words), "{words} is not in:\n{told}");
    }
    let again = json(&run(&file, &["--json"]));
    assert_eq!(
        (&again["written"], &again["replaces"]),
        (&false.into(), &true.into())
    );
    assert_eq!(
        again["assessment"]["done_on"], "2026-02-15",
        "the record knew it"
    );
    assert_eq!(again["known_risks"], 2);

    for (arguments, told) in [
        (["val-999", &file, "fr", "2026-02-15"], "VAL-006"),
        (
            ["val-022", "nowhere.json", "fr", "2026-02-15"],
            "nowhere.json",
        ),
        (["val-022", &file, "fr", "2999-01-01"], "in the future"),
    ] {
        let [record, file, language, day] = arguments;
        let arguments = [
            "register",
            "assessment",
            record,
            file,
            "--written-in",
            language,
            "--done-on",
            day,
        ];
        let output = vigie(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output).contains(told), "{}", text(&output));
    }
}

/// The example that the tool itself ships, when it is beside the project.
#[test]
fn the_published_example_joins_a_record() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/registers/fr-cnil-pia/2018-02-21-pia-example.json"
    );
    let Ok(content) = fs::read_to_string(path) else {
        return;
    };
    let place = place();
    let dpo = dpo(&place);
    let known = place.record("VAL-022").0.risks.len();
    let page = dpo.send_assessment(FILE, &content);
    assert_eq!(page.status, 200);
    let joined = dpo.post_owned(&format!("{FILE}/analyses/joindre"), &fields(&page.body));
    assert_eq!(joined.status, 303, "{}", joined.body);
    let record: UseCase = place.record("VAL-022").0;
    let remains: Vec<_> = record.risks[known..]
        .iter()
        .map(|risk| risk.residual)
        .collect();
    assert_eq!(
        remains,
        [Rating::new(4, 3), Rating::new(2, 2), Rating::new(2, 2)]
    );
}
