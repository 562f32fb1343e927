//! From opinions asked for to a published decision, as people do it; and every role, action,
//! authority and stage tried over HTTP against the one table.

use crate::browser::ask;
use crate::place::{ELSEWHERE, HERE, contains, grant, place};
use domain::people::{Action, Grant, Role, Stage, Target, permits};
use domain::{
    Decision, Function, Outcome, Publication, PublicationLevel, ReviewRequest, UseCase, Voided,
};
use observatory::clock;
use uuid::Uuid;

#[test]
fn opinions_in_parallel_then_a_decision_then_a_publication_then_a_change() {
    let place = place();
    let mut record = place.record("VAL-022").0;
    record.opinions.clear();
    record.decision = None;
    record.review = None;
    record.publication = Publication {
        level: PublicationLevel::Internal,
        ground: Some(domain::Ground::Deliberation),
        note: None,
    };
    place.put(&record);
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let file = format!("/fr/{HERE}/dossier/val-022");
    let page = lead.get(&format!("{file}/avis-demandes"));
    assert_eq!(page.status, 200, "{}", page.body);
    contains(&page, "Demander des avis");
    let version = place.record("VAL-022").1.to_string();
    let six = [
        "dpo",
        "security",
        "digital",
        "hr",
        "legal",
        "staff_representatives",
    ];
    let mut form = vec![("version", version.as_str()), ("delai", "31/12/2099")];
    form.extend(six.map(|code| ("fonction", code)));
    let asked = lead.post(&format!("{file}/avis-demandes"), &form);
    assert_eq!(asked.status, 303, "{}", asked.body);

    for (number, code) in six.into_iter().enumerate() {
        let function = Function::from_code(code).expect("a function");
        let role = match function {
            Function::StaffRepresentatives => Role::StaffRepresentative,
            _ => Role::Reviewer,
        };
        let (reviewer, _) = place.member(vec![grant(role, &[function])]);
        contains(&reviewer.get(&format!("/fr/{HERE}/espace")), "VAL-022");
        let version = place.record("VAL-022").1.to_string();
        let against = number == 0;
        let form = [
            ("version", version.as_str()),
            ("fonction", code),
            (
                "sens",
                if against {
                    "unfavourable"
                } else {
                    "favourable"
                },
            ),
            (
                "motif",
                if against {
                    "Les adresses suffisent à reconnaître une personne."
                } else {
                    ""
                },
            ),
            ("note", "À voir de vive voix."),
        ];
        let given = reviewer.post(&format!("{file}/avis"), &form);
        assert_eq!(given.status, 303, "{code}: {}", given.body);
    }
    let (record, version) = place.record("VAL-022");
    assert_eq!(record.opinions.len(), 6);
    assert_eq!(
        record.opinions[0].function,
        Function::Dpo,
        "dissent comes first"
    );
    assert!(record.awaited().is_empty());

    let (decider, _) = place.member(vec![grant(Role::DecisionMaker, &[])]);
    contains(&decider.get(&format!("/fr/{HERE}/espace")), "À décider");
    let version = version.to_string();
    let mut form = vec![
        ("version", version.as_str()),
        ("decision", "conditional"),
        ("qualite", "Directrice générale des services"),
        ("acte", "Note du 24 novembre"),
        ("conditions_decision", ""),
        ("revoir", "2099-06-30"),
    ];
    let refused = decider.post(&format!("{file}/decision"), &form);
    assert_eq!(
        refused.status, 422,
        "a conditional decision without condition"
    );
    contains(&refused, "Directrice générale des services");
    form[4].1 = "Retirer les adresses\nGarder le gabarit";
    let silent = decider.post(&format!("{file}/decision"), &form);
    assert_eq!(silent.status, 422, "an opinion is unfavourable");
    contains(&silent, "dites pourquoi l’usage peut commencer malgré lui");
    form.push((
        "motif_decision",
        "Les adresses sont retirées avant l’envoi.",
    ));
    let taken = decider.post(&format!("{file}/decision"), &form);
    assert_eq!(taken.status, 303, "{}", taken.body);
    let (record, version) = place.record("VAL-022");
    let decision = record.decision.as_ref().expect("decided");
    assert_eq!(decision.conditions.len(), 2);
    assert_eq!(Stage::of(&record), Stage::Decided);

    let public = format!("/fr/{HERE}/fiche/val-022");
    assert_eq!(
        ask(place.address, "GET", &public, &[], "").status,
        404,
        "still internal"
    );
    let seen = lead.get(&format!("{file}/apercu/public"));
    assert_eq!(seen.status, 200);
    contains(&seen, "Les adresses suffisent");
    assert!(
        !seen.body.contains("À voir de vive voix"),
        "a note stays inside"
    );
    let version = version.to_string();
    let mut form = vec![("version", version.as_str()), ("niveau", "public")];
    let unseen = lead.post(&format!("{file}/publication"), &form);
    assert_eq!(
        unseen.status, 422,
        "nobody publishes what they have not looked at"
    );
    form.push(("vu", "1"));
    let published = lead.post(&format!("{file}/publication"), &form);
    assert_eq!(published.status, 303, "{}", published.body);
    let page = ask(place.address, "GET", &public, &[], "");
    assert_eq!(page.status, 200, "seen by the public at once");
    let main = |body: &str| {
        body.split("<main")
            .nth(1)
            .map(|m| m.split("</main>").next().map(str::to_owned))
    };
    let opinions = |body: &str| {
        body.split("class=\"page opinions\"")
            .nth(1)
            .map(str::len)
            .is_some()
    };
    assert!(opinions(&page.body) && opinions(&seen.body));
    assert!(main(&page.body).is_some());

    let page = lead.get(&format!("{file}/modifier"));
    assert_eq!(page.status, 200);
    let (record, version) = place.record("VAL-022");
    let mut typed = edited(&record, version);
    typed.retain(|(name, _)| name != "need");
    typed.push(("need".to_owned(), "Un autre besoin".to_owned()));
    let warned = lead.post_owned(&format!("{file}/modifier"), &typed);
    assert_eq!(warned.status, 422, "a decision is not voided by accident");
    contains(&warned, "Un autre besoin");
    typed.push(("caduque".to_owned(), "1".to_owned()));
    let changed = lead.post_owned(&format!("{file}/modifier"), &typed);
    assert_eq!(changed.status, 303, "{}", changed.body);
    let (record, _) = place.record("VAL-022");
    assert_eq!(Stage::of(&record), Stage::Voided);
    contains(&lead.get(&file), "ne tient plus");
    contains(
        &ask(place.address, "GET", &public, &[], ""),
        "ne tient plus",
    );
    let voided = record
        .decision
        .as_ref()
        .and_then(|taken| taken.voided.as_ref());
    assert_eq!(voided.expect("voided").changed, ["need"]);
}

/// The form to change a record, as a browser sends it when nothing was typed.
fn edited(record: &UseCase, version: u32) -> Vec<(String, String)> {
    let json = serde_json::to_value(record).expect("JSON");
    let text = |name: &str| json[name]["fr"].as_str().unwrap_or_default().to_owned();
    let word = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
    let texts = [
        "name",
        "summary",
        "need",
        "alternative_without_ai",
        "human_oversight",
        "decision_process",
        "change_for_public",
        "contact",
        "appeal",
        "staff_training",
        "exit_plan",
    ];
    let words = ["lifecycle", "department", "tool", "personal_data"];
    let mut form: Vec<_> = texts.map(|name| (name.to_owned(), text(name))).to_vec();
    form.extend(words.map(|name| (name.to_owned(), word(name))));
    let kind = json["data"]["kind"].as_str().unwrap_or_default();
    form.push(("data".to_owned(), kind.to_owned()));
    form.push(("version".to_owned(), version.to_string()));
    form
}

#[test]
fn a_form_sent_back_as_it_came_changes_nothing_in_either_language() {
    let place = place();
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let references: Vec<_> = {
        let all = place
            .runtime
            .block_on(place.store.all_of::<UseCase>(HERE))
            .expect("read");
        all.into_iter()
            .map(|record| record.document.reference)
            .collect()
    };
    assert!(references.len() > 10);
    for reference in references {
        let (before, version) = place.record(&reference);
        let path = format!("/fr/{HERE}/dossier/{}/modifier", reference.to_lowercase());
        let answer = lead.post_owned(&path, &edited(&before, version));
        assert_eq!(answer.status, 303, "{reference}: {}", answer.body);
        assert_eq!(place.record(&reference).0, before, "{reference}");
    }
}

#[test]
fn a_function_answers_the_law_with_its_evidence_and_nobody_answers_for_another() {
    let place = place();
    let (dpo, _) = place.member(vec![grant(Role::Reviewer, &[Function::Dpo])]);
    let file = format!("/fr/{HERE}/dossier/val-022");
    let page = dpo.get(&format!("{file}/questions"));
    assert_eq!(page.status, 200);
    let asked: Vec<_> = page.body.split("<fieldset id=\"r.").skip(1).collect();
    let yes_or_no = asked.iter().find(|part| part.contains("value=\"no\""));
    let fact = yes_or_no.and_then(|part| part.split('"').next());
    let fact = fact.expect("a question").to_owned();
    let (_, version) = place.record("VAL-022");
    let version = version.to_string();
    let (field, proof) = (format!("r.{fact}"), format!("preuve.{fact}"));
    let form = |word: &'static str, link: &'static str| {
        vec![
            ("version".to_owned(), version.clone()),
            (field.clone(), word.to_owned()),
            (proof.clone(), link.to_owned()),
            ("r.affects_workers".to_owned(), "yes".to_owned()),
        ]
    };
    let bad = dpo.post_owned(
        &format!("{file}/questions"),
        &form("peut-être", "note interne"),
    );
    assert_eq!(bad.status, 422);
    contains(&bad, "note interne");
    let given = dpo.post_owned(
        &format!("{file}/questions"),
        &form("no", "https://valmorel.example/n"),
    );
    assert_eq!(given.status, 303, "{}", given.body);
    let (record, _) = place.record("VAL-022");
    let answer = record.law_answers.iter().find(|answer| answer.fact == fact);
    let answer = answer.expect("kept");
    assert_eq!(answer.value, "no");
    assert_eq!(answer.by, domain::law::Signatory::Dpo);
    assert_eq!(
        answer.evidence.as_ref().map(|link| link.url.as_str()),
        Some("https://valmorel.example/n")
    );
    let foreign = record
        .law_answers
        .iter()
        .any(|answer| answer.fact == "affects_workers");
    assert!(!foreign, "that one is for human resources");
    contains(
        &dpo.get(&format!("{file}/droit")),
        "Délégué·e à la protection des données",
    );
}

#[test]
fn two_people_who_write_at_once_lose_nothing() {
    let place = place();
    let mut record = place.record("VAL-022").0;
    record.review = Some(request());
    place.put(&record);
    let (dpo, _) = place.member(vec![grant(Role::Reviewer, &[Function::Dpo, Function::Hr])]);
    let file = format!("/fr/{HERE}/dossier/val-022/avis");
    let version = place.record("VAL-022").1.to_string();
    let form = |function, words| {
        [
            ("version", version.as_str()),
            ("fonction", function),
            ("sens", "reserved"),
            ("motif", words),
        ]
    };
    assert_eq!(dpo.post(&file, &form("dpo", "Un doute")).status, 303);
    let late = dpo.post(&file, &form("hr", "Un autre doute"));
    assert_eq!(late.status, 422);
    contains(&late, "Un autre doute");
    contains(&late, "a changé pendant que vous écriviez");
}

fn request() -> ReviewRequest {
    ReviewRequest {
        asked_on: clock::now().date_naive(),
        due_on: None,
        required: vec![Function::Dpo],
    }
}

/// A record at a stage.
fn at_stage(mut record: UseCase, stage: Stage, authority: &str, number: u128) -> UseCase {
    let decision = Decision {
        outcome: Outcome::Allowed,
        decided_on: None,
        decided_by: None,
        on_version: None,
        act: None,
        conditions: Vec::new(),
        review_on: None,
        reason: None,
        stop_criterion: None,
        voided: None,
    };
    record.id = Uuid::from_u128(number);
    record.reference = format!("ESSAI-{number}");
    record.authority = authority.to_owned();
    record.opinions.clear();
    record.review = (stage == Stage::Awaiting).then(request);
    record.decision = match stage {
        Stage::Recorded | Stage::Awaiting => None,
        Stage::Decided => Some(decision),
        Stage::Voided => Some(Decision {
            voided: Some(Voided {
                on: clock::now().date_naive(),
                changed: vec!["tool".to_owned()],
            }),
            ..decision
        }),
    };
    assert_eq!(Stage::of(&record), stage);
    record
}

/// What an action looks like over HTTP: an address below the file, and whether it is a form. The
/// forms are empty on purpose: who may send them is told what is missing, who may not is refused.
const TRIED: [(Action, &str, bool); 21] = [
    (Action::ReadRecord, "/droit", false),
    (Action::AnswerLaw, "/questions", false),
    (Action::AnswerLaw, "/questions", true),
    (Action::EditRecord, "/modifier", false),
    (Action::EditRecord, "/modifier", true),
    (Action::ReadRecord, "", false),
    (Action::AssessImpact, "/analyses", false),
    (Action::AssessImpact, "/analyses/debut", false),
    (Action::AssessImpact, "/analyses/joindre", false),
    (Action::AssessImpact, "/analyses/joindre", true),
    (Action::AssessImpact, "/analyses/retirer", true),
    (Action::AssessImpact, "/analyses/annuler", true),
    (Action::OpenReview, "/avis-demandes", false),
    (Action::OpenReview, "/avis-demandes", true),
    (Action::GiveOpinion, "/avis", true),
    (Action::Decide, "/decision", true),
    (Action::CompleteTodos, "/a-faire", false),
    (Action::CompleteTodos, "/a-faire", true),
    (Action::AssignTodos, "/a-faire/attribuer", true),
    (Action::Publish, "/publication", false),
    (Action::Publish, "/publication", true),
];

#[test]
fn every_role_action_authority_and_stage_answers_as_the_table_says() {
    let place = place();
    let sample = place.record("VAL-022").0;
    let mut number = 0;
    let mut records = Vec::new();
    for authority in [HERE, ELSEWHERE] {
        for stage in Stage::ALL {
            for is_own in [false, true] {
                number += 1;
                let record = at_stage(sample.clone(), *stage, authority, number);
                place.put(&record);
                records.push((record, is_own));
            }
        }
    }
    let mut tried = 0;
    let mut surprises = Vec::new();
    for role in Role::ALL {
        let grants = vec![grant(*role, &[Function::Dpo])];
        let (member, id) = place.member(grants.clone());
        for (record, is_own) in &records {
            if *is_own {
                let declared = place.store.put_declaration(record.id, id);
                place.runtime.block_on(declared).expect("written");
            }
            for (action, below, is_form) in TRIED {
                let reference = record.reference.to_lowercase();
                let path = format!("/fr/{}/dossier/{reference}{below}", record.authority);
                let answer = match is_form {
                    true => member.post(&path, &[]),
                    false => member.get(&path),
                };
                tried += 1;
                let expected = expected(&grants, action, record, *is_own, is_form);
                if answer.status != expected {
                    let stage = Stage::of(record).code();
                    surprises.push(format!(
                        "{role:?} {action:?} {} {stage} own={is_own} form={is_form}: {} instead of {expected}",
                        record.authority, answer.status
                    ));
                }
            }
        }
    }
    assert!(
        surprises.is_empty(),
        "{} of {tried}:\n{}",
        surprises.len(),
        surprises.join("\n")
    );
    assert_eq!(tried, 9 * 16 * 21);
}

fn expected(
    grants: &[Grant],
    action: Action,
    record: &UseCase,
    is_own: bool,
    is_form: bool,
) -> u16 {
    let target = Target::record(record, is_own);
    if !permits(
        grants,
        Action::OpenSpace,
        &Target::authority(&record.authority),
    ) {
        return 403;
    }
    if !permits(grants, Action::ReadRecord, &target) {
        return 404;
    }
    match (permits(grants, action, &target), is_form) {
        (false, _) => 403,
        (true, true) => 422,
        (true, false) => 200,
    }
}

#[test]
fn without_a_session_every_page_of_the_space_leads_to_the_sign_in() {
    let place = place();
    for below in ["espace", "dossier/val-022", "dossier/val-022/publication"] {
        let path = format!("/fr/{HERE}/{below}");
        let answer = ask(place.address, "GET", &path, &[], "");
        assert_eq!(answer.status, 303, "{path}");
        assert!(
            answer.header("location").contains("/connexion?vers="),
            "{path}"
        );
        let posted = ask(place.address, "POST", &path, &[], "jeton=");
        assert!(
            [303, 405].contains(&posted.status),
            "{path}: {}",
            posted.status
        );
    }
}

#[test]
fn a_form_without_its_token_or_from_elsewhere_changes_nothing() {
    let place = place();
    let (mut lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    let path = format!("/fr/{HERE}/dossier/val-022/publication");
    let before = place.record("VAL-022");
    let headers = [
        ("Cookie", lead.cookie.as_str()),
        ("Sec-Fetch-Site", "cross-site"),
    ];
    let body = format!("jeton={}&niveau=internal&motif=security", lead.token);
    assert_eq!(
        ask(place.address, "POST", &path, &headers, &body).status,
        400
    );
    lead.token = "0".repeat(64);
    let form = [("niveau", "internal"), ("motif", "security")];
    assert_eq!(lead.post(&path, &form).status, 400);
    assert_eq!(place.record("VAL-022"), before);
}
