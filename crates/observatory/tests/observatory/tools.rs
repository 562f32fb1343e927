//! From a tool that somebody asks for to its withdrawal, as people do it; and every role, action and
//! stage tried over HTTP against the one table.

use crate::browser::{Answer, ask};
use crate::place::{ELSEWHERE, HERE, Member, Place, contains, grant, place};
use domain::people::{Action, Grant, Role, Stage, Target, permits, permits_tool};
use domain::{
    DataKind, Decision, Function, Outcome, PublicationLevel, ReviewRequest, Task, ToolSheet,
    ToolStatus, Voided,
};
use observatory::clock;
use observatory::instance::change;
use publish::ecoindex;
use uuid::Uuid;

impl Place {
    fn tool(&self, key: &str) -> (ToolSheet, u32) {
        let all = self.runtime.block_on(self.store.all::<ToolSheet>());
        let mut all = all.expect("read").into_iter();
        let found = all.find(|record| record.document.key == key);
        let found = found.unwrap_or_else(|| panic!("no tool {key}"));
        (found.document, found.version)
    }

    fn put_tool(&self, tool: &ToolSheet) {
        let by_lead = change("lead");
        let written = self.store.put(tool, &by_lead);
        self.runtime.block_on(written).expect("written");
    }

    /// Sends a form about a tool with its version as it stands.
    fn send(&self, who: &Member, key: &str, below: &str, form: &[(&str, &str)]) -> Answer {
        let version = self.tool(key).1.to_string();
        let mut form = form.to_vec();
        form.push(("version", version.as_str()));
        who.post(&format!("/fr/{HERE}/outils/{key}{below}"), &form)
    }

    /// A published record decided long ago that rests on a tool.
    fn rests_on(&self, key: &str, number: u128, kind: DataKind) -> String {
        let mut record = self.record("VAL-006").0;
        record.id = Uuid::from_u128(number);
        record.reference = format!("ESSAI-{number}");
        record.tool = Some(key.to_owned());
        record.task = Some(Task::Summarise);
        record.publication.level = PublicationLevel::Public;
        record.review = None;
        record.data = record.data.map(|data| domain::DataUse { kind, ..data });
        record.decision = Some(Decision {
            decided_on: Some("2020-01-06".parse().expect("a day")),
            ..decided(Outcome::Allowed)
        });
        self.put(&record);
        record.reference
    }

    fn stage(&self, reference: &str) -> Stage {
        Stage::of(&self.record(reference).0)
    }
}

fn decided(outcome: Outcome) -> Decision {
    Decision {
        outcome,
        decided_on: None,
        decided_by: None,
        on_version: None,
        act: None,
        conditions: Vec::new(),
        review_on: None,
        reason: None,
        stop_criterion: None,
        voided: None,
    }
}

fn one(role: Role) -> Vec<Grant> {
    vec![grant(role, &[])]
}

#[test]
fn a_tool_is_asked_for_reviewed_limited_changed_and_withdrawn() {
    let place = place();
    let (agent, _) = place.member(one(Role::Agent));
    let (lead, _) = place.member(one(Role::Lead));
    asked_for(&place, &agent);
    contains(&lead.get(&format!("/fr/{HERE}/espace")), "Outils demandés");
    let public = ask(
        place.address,
        "GET",
        &format!("/fr/{HERE}/rapport/tableau/tools"),
        &[],
        "",
    );
    assert!(
        !public.body.contains("Brume"),
        "what is asked for stays inside"
    );

    opinions_are_given(&place, &lead);
    let narrow = place.rests_on("brume", 1, DataKind::Public);
    let wide = place.rests_on("brume", 2, DataKind::Sensitive);
    decided_within_limits(&place);
    assert_eq!(place.stage(&narrow), Stage::Decided);
    assert_eq!(place.stage(&wide), Stage::Voided, "outside the limits");

    a_version_voids(&place, &lead, &narrow);
    is_withdrawn(&place, &lead, &agent);
    let verified = place.runtime.block_on(place.store.verify_journal());
    assert_eq!(verified.expect("read").faults, []);
}

/// A new version: the decision on the tool falls, and that of the record taken before.
fn a_version_voids(place: &Place, lead: &Member, record: &str) {
    let mut form = vec![
        ("changement", "version"),
        ("nouvelle_version", "2"),
        ("ce_qui_change", "Les documents déposés sont gardés un an."),
    ];
    let unsure = place.send(lead, "brume", "/changement", &form);
    assert_eq!(unsure.status, 422, "a decision falls with it");
    contains(&unsure, "Une décision en vigueur repose sur cet outil");
    form.push(("sur", "1"));
    let noted = place.send(lead, "brume", "/changement", &form);
    assert_eq!(noted.status, 303, "{}", noted.body);
    let (tool, _) = place.tool("brume");
    assert_eq!(tool.status, ToolStatus::UnderReview);
    assert_eq!(Stage::of_tool(&tool), Stage::Voided);
    assert_eq!(
        place.stage(record),
        Stage::Voided,
        "decided before the change"
    );
    let voided = place
        .record(record)
        .0
        .decision
        .and_then(|taken| taken.voided);
    assert_eq!(voided.expect("voided").changed, ["tool"]);
    let page = format!("/fr/{HERE}/fiche/{}", record.to_lowercase());
    contains(&ask(place.address, "GET", &page, &[], ""), "ne tient plus");
    contains(
        &lead.get(&format!("/fr/{HERE}/espace")),
        "Outils à examiner de nouveau",
    );
}

/// It is taken out once, with its reason and what takes its place.
fn is_withdrawn(place: &Place, lead: &Member, agent: &Member) {
    let empty = place.send(lead, "brume", "/retrait", &[]);
    assert_eq!(empty.status, 422, "a withdrawal has its reason");
    let form = [
        ("motif_retrait", "Le fournisseur ferme le service."),
        ("remplace_par", "Plume"),
    ];
    let out = place.send(lead, "brume", "/retrait", &form);
    assert_eq!(out.status, 303, "{}", out.body);
    let page = agent.get(&format!("/fr/{HERE}/outils/brume"));
    contains(&page, "Le fournisseur ferme le service.");
    contains(&page, "Plume");
    assert_eq!(place.tool("brume").0.status, ToolStatus::Withdrawn);
    let twice = place.send(lead, "brume", "/retrait", &form);
    assert_eq!(twice.status, 422, "not twice");
}

/// The agent asks; a name is pointed out once and refused never.
fn asked_for(place: &Place, agent: &Member) {
    let path = format!("/fr/{HERE}/outils/demander");
    let mut form = vec![
        ("nom", "Brume"),
        ("besoin", "Résumer les comptes rendus de Mme Durand."),
        ("qui", "Secrétariat des assemblées"),
        ("donnees", "public"),
        ("donnees", "internal"),
        ("adresse", "http://brume.example"),
    ];
    let bad = agent.post(&path, &form);
    assert_eq!(bad.status, 422);
    contains(&bad, "Secrétariat des assemblées");
    form[5].1 = "https://brume.example";
    let pointed = agent.post(&path, &form);
    assert_eq!(pointed.status, 422);
    contains(&pointed, "Mme Durand");
    form.push(("garder", "1"));
    let sent = agent.post(&path, &form);
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert!(sent.header("location").ends_with("/outils/brume"));
    let again = agent.post(&path, &form);
    assert!(again.header("location").ends_with("/outils/brume_2"));
    let (tool, _) = place.tool("brume");
    assert_eq!(tool.status, ToolStatus::UnderReview);
    assert_eq!(tool.examination.authority.as_deref(), Some(HERE));
    let request = tool.examination.request.expect("kept");
    assert_eq!(request.data, [DataKind::Public, DataKind::Internal]);
}

fn opinions_are_given(place: &Place, lead: &Member) {
    let page = lead.get(&format!("/fr/{HERE}/outils/brume/avis-demandes"));
    assert_eq!(page.status, 200, "{}", page.body);
    let form = [
        ("fonction", "dpo"),
        ("fonction", "security"),
        ("delai", "31/12/2099"),
    ];
    let asked = place.send(lead, "brume", "/avis-demandes", &form);
    assert_eq!(asked.status, 303, "{}", asked.body);
    let awaited = place.tool("brume").0.examination.awaited();
    assert!(awaited.contains(&Function::Dpo) && awaited.contains(&Function::Security));
    for function in awaited {
        let (reviewer, _) = place.member(vec![grant(Role::Reviewer, &[function])]);
        contains(&reviewer.get(&format!("/fr/{HERE}/espace")), "Brume");
        let page = reviewer.get(&format!("/fr/{HERE}/outils/brume"));
        contains(&page, "name=\"sens\"");
        assert!(
            !page.body.contains("name=\"niveau_avis\""),
            "an opinion on a tool goes as far as its sheet"
        );
        let no_reason = [("fonction", function.code()), ("sens", "reserved")];
        assert_eq!(
            place.send(&reviewer, "brume", "/avis", &no_reason).status,
            422
        );
        let form = [
            ("fonction", function.code()),
            ("sens", "reserved"),
            ("motif", "Le lieu d’hébergement n’est pas dit."),
            ("note", "NOTE INTERNE"),
            ("niveau_avis", "internal"),
        ];
        let given = place.send(&reviewer, "brume", "/avis", &form);
        assert_eq!(given.status, 303, "{}", given.body);
    }
    assert!(place.tool("brume").0.examination.awaited().is_empty());
}

fn decided_within_limits(place: &Place) {
    let (decider, _) = place.member(one(Role::DecisionMaker));
    contains(
        &decider.get(&format!("/fr/{HERE}/espace")),
        "Outils à décider",
    );
    let mut form = vec![
        ("decision", "conditional"),
        ("qualite", "Directrice générale des services"),
        ("acte", "Note du 24 novembre"),
        ("donnees_admises", "public"),
        ("donnees_admises", "internal"),
        ("taches", "summarise"),
        ("revoir", "30/06/2099"),
    ];
    let endless = place.send(&decider, "brume", "/decision", &form);
    assert_eq!(endless.status, 422, "a limited approval has an end");
    contains(&endless, "Note du 24 novembre");
    form.push(("jusqu_au", "31/12/2099"));
    let taken = place.send(&decider, "brume", "/decision", &form);
    assert_eq!(taken.status, 303, "{}", taken.body);
    let (tool, _) = place.tool("brume");
    assert_eq!(tool.status, ToolStatus::LimitedTrial);
    assert_eq!(tool.data_allowed, [DataKind::Public, DataKind::Internal]);
    let limits = tool.examination.limits.expect("limits");
    assert_eq!(limits.tasks, [Task::Summarise]);
    assert_eq!(tool.reviewed_on, Some(clock::today("Europe/Paris")));
    let page = decider.get(&format!("/fr/{HERE}/outils"));
    contains(&page, "Tâches admises");
}

#[test]
fn may_i_knows_at_once_that_a_tool_is_taken_out() {
    let place = place();
    let everywhere = |role| Grant {
        authority: None,
        ..grant(role, &[])
    };
    let (lead, _) = place.member(vec![everywhere(Role::Lead)]);
    let question = format!("/fr/{HERE}/puis-je?tache=brainstorm&outil=plume&donnees=internal");
    let before = ask(place.address, "GET", &question, &[], "");
    assert!(
        !before.body.contains("L’outil est fermé"),
        "{}",
        before.body
    );
    let form = [
        ("motif_retrait", "Les machines sont arrêtées."),
        ("sur", "1"),
    ];
    let out = place.send(&lead, "plume", "/retrait", &form);
    assert_eq!(out.status, 303, "{}", out.body);
    contains(
        &ask(place.address, "GET", &question, &[], ""),
        "L’outil est fermé",
    );
}

#[test]
fn a_common_tool_is_read_by_all_and_examined_by_a_role_that_holds_everywhere() {
    let place = place();
    let (lead, _) = place.member(one(Role::Lead));
    let page = lead.get(&format!("/fr/{HERE}/outils/plume"));
    assert_eq!(page.status, 200);
    contains(&page, "commun à toutes les collectivités");
    let form = [("motif_retrait", "Essai")];
    assert_eq!(place.send(&lead, "plume", "/retrait", &form).status, 403);
}

#[test]
fn a_file_of_sheets_is_tried_then_written_and_approves_nothing() {
    let place = place();
    let (lead, _) = place.member(one(Role::Lead));
    let path = format!("/fr/{HERE}/outils/importer");
    let bad =
        "format: vigie-tools/1\ntools:\n  - key: brume\n    name: {fr: Brume}\n    hosting: lune\n";
    let told = lead.post(&path, &[("feuille", bad)]);
    assert_eq!(told.status, 422);
    contains(&told, "Ligne 5");
    contains(&told, "own_machines");
    contains(&told, "hosting: lune");
    let good = bad.replace("lune", "private_eu\n    status: approved");
    let tried = lead.post(&path, &[("feuille", &good)]);
    assert_eq!(tried.status, 200, "{}", tried.body);
    contains(&tried, "nouveau, à examiner");
    let nothing = place
        .runtime
        .block_on(place.store.all::<ToolSheet>())
        .expect("read");
    assert!(
        nothing.iter().all(|tool| tool.document.key != "brume"),
        "a trial writes nothing"
    );
    let written = lead.post(&path, &[("feuille", &good), ("pour_de_vrai", "1")]);
    assert_eq!(written.status, 303, "{}", written.body);
    let (tool, _) = place.tool("brume");
    assert_eq!(tool.status, ToolStatus::UnderReview);
    assert_eq!(tool.examination.authority.as_deref(), Some(HERE));

    let theirs = good.replace("brume", "plume");
    let told = lead.post(&path, &[("feuille", &theirs)]);
    contains(&told, "commun à toutes");
    for name in ["outils.yaml", "outils.json"] {
        let file = lead.get(&format!("/fr/{HERE}/outils/exporter/{name}"));
        assert_eq!(file.status, 200);
        contains(&file, "brume");
        assert!(!file.body.contains("examination") && !file.body.contains("approved"));
    }
    let (agent, _) = place.member(one(Role::Agent));
    assert_eq!(agent.get(&path).status, 403);
    assert_eq!(agent.post(&path, &[("feuille", &good)]).status, 403);
}

#[test]
fn a_file_is_uploaded_as_a_browser_does() {
    let place = place();
    let (lead, _) = place.member(one(Role::Lead));
    let body = format!(
        "--abc\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\n{}\r\n--abc\r\n\
         Content-Disposition: form-data; name=\"fichier\"; filename=\"t.yaml\"\r\n\
         Content-Type: application/yaml\r\n\r\nformat: vigie-tools/1\ntools:\n  - key: brume\n    name: {{fr: Brume}}\n\r\n--abc--\r\n",
        lead.token
    );
    let path = format!("/fr/{HERE}/outils/importer");
    let headers = [
        ("Cookie", lead.cookie.as_str()),
        ("content-type", "multipart/form-data; boundary=abc"),
    ];
    let tried = ask(place.address, "POST", &path, &headers, &body);
    assert_eq!(tried.status, 200, "{}", tried.body);
    contains(&tried, "nouveau, à examiner");
}

#[test]
fn changing_what_a_tool_is_voids_its_decision_only_when_that_is_wanted() {
    let place = place();
    let tool = at_stage(Stage::Decided, Some(HERE), "essai");
    place.put_tool(&tool);
    let (lead, _) = place.member(one(Role::Lead));
    assert_eq!(
        lead.get(&format!("/fr/{HERE}/outils/essai/modifier"))
            .status,
        200
    );
    let same = [
        ("nom", "Essai"),
        ("hebergement", "unknown"),
        ("reemploi", "unknown"),
    ];
    assert_eq!(place.send(&lead, "essai", "/modifier", &same).status, 303);
    assert_eq!(
        place.tool("essai").0,
        tool,
        "a form sent back as it came changes nothing"
    );
    let mut moved = same.to_vec();
    moved[1].1 = "outside_eu";
    let warned = place.send(&lead, "essai", "/modifier", &moved);
    assert_eq!(warned.status, 422);
    contains(&warned, "hébergement");
    moved.push(("caduque", "1"));
    assert_eq!(place.send(&lead, "essai", "/modifier", &moved).status, 303);
    assert_eq!(Stage::of_tool(&place.tool("essai").0), Stage::Voided);
}

#[test]
fn two_people_who_write_at_once_on_a_tool_lose_nothing() {
    let place = place();
    place.put_tool(&at_stage(Stage::Awaiting, Some(HERE), "essai"));
    let functions = [Function::Dpo, Function::Hr];
    let (reviewer, _) = place.member(vec![grant(Role::Reviewer, &functions)]);
    let version = place.tool("essai").1.to_string();
    let path = format!("/fr/{HERE}/outils/essai/avis");
    let form = |function, words| {
        [
            ("version", version.as_str()),
            ("fonction", function),
            ("sens", "reserved"),
            ("motif", words),
        ]
    };
    assert_eq!(reviewer.post(&path, &form("dpo", "Un doute")).status, 303);
    let late = reviewer.post(&path, &form("hr", "Un autre doute"));
    assert_eq!(late.status, 422);
    contains(&late, "Un autre doute");
}

/// A tool at a stage, of an authority or common.
fn at_stage(stage: Stage, authority: Option<&str>, key: &str) -> ToolSheet {
    let json = serde_json::json!({
        "id": Uuid::new_v5(&Uuid::NAMESPACE_OID, key.as_bytes()), "key": key,
        "name": {"fr": "Essai"}, "model_class": "unknown", "hosting": "unknown",
        "training_reuse": "unknown", "status": "approved",
        "examination": {"authority": authority, "opinions": [{
            "function": "dpo", "sense": "favourable", "internal_note": {"fr": "NOTE INTERNE"}}]},
    });
    let mut tool: ToolSheet = serde_json::from_value(json).expect("a sheet");
    tool.examination.review = (stage == Stage::Awaiting).then(|| ReviewRequest {
        asked_on: clock::now().date_naive(),
        due_on: None,
        required: vec![Function::Dpo],
    });
    tool.examination.decision = match stage {
        Stage::Recorded | Stage::Awaiting => None,
        Stage::Decided => Some(decided(Outcome::Allowed)),
        Stage::Voided => Some(Decision {
            voided: Some(Voided {
                on: clock::now().date_naive(),
                changed: vec!["version".to_owned()],
            }),
            ..decided(Outcome::Allowed)
        }),
    };
    assert_eq!(Stage::of_tool(&tool), stage);
    tool
}

/// What an action looks like over HTTP: an address below the tool, and whether it is a form. The
/// forms are empty on purpose: who may send them is told what is missing, who may not is refused.
const TRIED: [(Action, &str, bool); 9] = [
    (Action::RequestTool, "", false),
    (Action::EditTool, "/modifier", false),
    (Action::EditTool, "/modifier", true),
    (Action::EditTool, "/changement", true),
    (Action::ReviewTool, "/avis-demandes", false),
    (Action::ReviewTool, "/avis-demandes", true),
    (Action::GiveToolOpinion, "/avis", true),
    (Action::DecideTool, "/decision", true),
    (Action::WithdrawTool, "/retrait", true),
];

#[test]
fn every_role_action_authority_and_stage_of_a_tool_answers_as_the_table_says() {
    let place = place();
    let mut tools = Vec::new();
    for owner in [Some(HERE), Some(ELSEWHERE), None] {
        for stage in Stage::ALL {
            for is_own in [false, true] {
                let key = format!("essai_{}", tools.len());
                let tool = at_stage(*stage, owner, &key);
                place.put_tool(&tool);
                tools.push((tool, is_own));
            }
        }
    }
    let mut tried = 0;
    let mut surprises = Vec::new();
    for role in Role::ALL {
        let grants = vec![grant(*role, &[Function::Dpo])];
        let (member, id) = place.member(grants.clone());
        for (tool, is_own) in &tools {
            if *is_own {
                let asked = place.store.put_declaration(tool.id, id);
                place.runtime.block_on(asked).expect("written");
            }
            let scope = tool.examination.authority.as_deref().unwrap_or(HERE);
            for (action, below, is_form) in TRIED {
                let path = format!("/fr/{scope}/outils/{}{below}", tool.key);
                let answer = match is_form {
                    true => member.post(&path, &[]),
                    false => member.get(&path),
                };
                tried += 1;
                let told = || {
                    let stage = Stage::of_tool(tool).code();
                    format!("{role:?} {action:?} {scope} {stage} own={is_own} form={is_form}")
                };
                let expected = expected(&grants, action, tool, scope, *is_own, is_form);
                if answer.status != expected {
                    surprises.push(format!("{}: {} for {expected}", told(), answer.status));
                }
                let reads = may(&grants, Action::ReadTool, tool, *is_own);
                if below.is_empty() && answer.status == 200 {
                    let shown = answer.body.contains("NOTE INTERNE");
                    if shown != reads {
                        surprises.push(format!("{}: internal note {shown}", told()));
                    }
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
    assert_eq!(tried, 9 * 24 * 9);
}

fn may(grants: &[Grant], action: Action, tool: &ToolSheet, is_own: bool) -> bool {
    permits_tool(grants, action, tool, &[HERE, ELSEWHERE], is_own)
}

fn expected(
    grants: &[Grant],
    action: Action,
    tool: &ToolSheet,
    scope: &str,
    is_own: bool,
    is_form: bool,
) -> u16 {
    let here = Target::authority(scope);
    if !permits(grants, Action::OpenSpace, &here) {
        return 403;
    }
    let is_permitted = match action {
        Action::RequestTool => permits(grants, action, &here),
        action => may(grants, action, tool, is_own),
    };
    match (is_permitted, is_form) {
        (false, _) => 403,
        (true, true) => 422,
        (true, false) => 200,
    }
}

#[test]
fn a_tool_of_another_authority_does_not_exist_here() {
    let place = place();
    place.put_tool(&at_stage(Stage::Decided, Some(ELSEWHERE), "essai"));
    let (lead, _) = place.member(one(Role::Lead));
    assert_eq!(lead.get(&format!("/fr/{HERE}/outils/essai")).status, 404);
    let list = lead.get(&format!("/fr/{HERE}/outils"));
    assert!(!list.body.contains("/outils/essai"));
}

#[test]
fn the_page_of_a_tool_stays_light_for_somebody_with_every_function() {
    let place = place();
    place.put_tool(&at_stage(Stage::Awaiting, Some(HERE), "essai"));
    let grants = Role::ALL.iter().map(|role| grant(*role, &[Function::Dpo]));
    let (member, _) = place.member(grants.collect());
    for below in ["", "/essai", "/essai/modifier", "/demander", "/importer"] {
        let page = member.get(&format!("/fr/{HERE}/outils{below}"));
        assert_eq!(page.status, 200, "{below}");
        let elements = ecoindex::elements(&page.body);
        assert!(elements <= 380, "{below}: {elements} elements");
        assert_eq!(page.body.matches("<h1").count(), 1, "{below}");
        assert!(
            !page.body.contains("[tool") && !page.body.contains("[space"),
            "{below}"
        );
        let english = member.get(&format!("/en/{HERE}/outils{below}"));
        assert_eq!(english.status, 200, "{below}");
    }
}

#[test]
fn a_feature_that_appeared_unasked_names_the_tool_in_which_it_did() {
    let place = place();
    let (agent, _) = place.member(one(Role::Agent));
    let path = format!("/fr/{HERE}/outils/demander");
    let mut form = vec![
        ("nom", "Résumé automatique"),
        ("besoin", "Un bouton est apparu dans la messagerie."),
        ("dans", "inconnu"),
    ];
    let refused = agent.post(&path, &form);
    assert_eq!(refused.status, 422, "a tool that nobody knows");
    form[2].1 = "office_plus";
    assert_eq!(agent.post(&path, &form).status, 303);
    let (tool, _) = place.tool("resume_automatique");
    let request = tool.examination.request.expect("kept");
    assert_eq!(request.within.as_deref(), Some("office_plus"));
    contains(
        &agent.get(&format!("/fr/{HERE}/outils/resume_automatique")),
        "Bureautique+",
    );
}
