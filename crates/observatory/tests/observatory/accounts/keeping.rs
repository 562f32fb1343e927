//! Whoever looks after accounts: inviting, giving roles, closing, erasing.

use super::desk::{PASSWORD, between, check, desk, grant, leads, says};
use domain::Function;
use domain::people::{AccountState, Role};
use observatory::clock;
use store::Purpose;
use uuid::Uuid;

pub(super) const LIST: &str = "/fr/ville/comptes";
pub(super) const INVITE: &str = "/fr/ville/comptes/inviter";

/// The link that a page shows, without the address of the site.
fn link(body: &str) -> String {
    let link = between(body, "readonly value=\"", "\"");
    let at = link.find("/fr/").expect("a path");
    link[at..].to_owned()
}

pub(super) fn page(id: Uuid) -> String {
    format!("{LIST}/{id}")
}

#[test]
fn an_invitation_becomes_an_account_that_opens() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, Some("ville"));
    check(INVITE, &admin.get(INVITE));
    let shown = admin.post(
        INVITE,
        &[
            ("courriel", " Nour.Petit@Valmorel.example "),
            ("nom", "Nour"),
            ("langue", "fr"),
            ("role", "contact"),
            ("direction", "hr"),
        ],
    );
    says(&shown, 200, "Remettez-le à nour.petit@valmorel.example");
    says(&shown, 200, "Il sert une fois, jusqu’au");
    check("the link", &shown);
    let link = link(&shown.body);
    let path = format!("{LIST}?q=NOUR");
    let listed = admin.get(&path);
    check(&path, &listed);
    says(&listed, 200, "Invité");
    assert!(!listed.body.contains(&link), "shown once");
    let chosen = [("motdepasse", PASSWORD), ("encore", PASSWORD)];
    let used = desk.anonymous("POST", &link, &chosen);
    leads(&used, "/fr/ville/connexion?choisi=1");
    says(
        &desk.anonymous("POST", &link, &chosen),
        410,
        "ne fonctionne plus",
    );
    let nour = desk.sign_in("nour.petit", PASSWORD);
    let account = desk.known(nour.id).expect("there");
    assert_eq!(account.state, AccountState::Active);
    assert_eq!(account.name, "Nour");
    assert_eq!(account.grants.len(), 1);
    assert_eq!(account.grants[0].department.as_deref(), Some("hr"));
    let day = clock::now().format("%Y").to_string();
    let listed = admin.get(&path);
    says(&listed, 200, &day);
    assert!(!listed.body.contains(" à "), "a day and no hour");
}

/// Fields of a form with what is typed in each.
type Typed = &'static [(&'static str, &'static str)];

#[test]
fn a_form_that_fails_keeps_what_was_typed_and_says_what_to_do() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let cases: [(Typed, &[&str]); 5] = [
        (&[("role", "agent")], &["courriel"]),
        (
            &[("courriel", "a@b c"), ("role", "")],
            &["courriel", "role"],
        ),
        (
            &[("courriel", "a@v.example"), ("role", "reviewer")],
            &["fonction"],
        ),
        (
            &[
                ("courriel", "a@v.example"),
                ("role", "lead"),
                ("direction", "hr"),
            ],
            &["direction"],
        ),
        (
            &[
                ("courriel", "a@v.example"),
                ("role", "agent"),
                ("fonction", "dpo"),
            ],
            &["fonction"],
        ),
    ];
    for (typed, fields) in cases {
        let mut form = vec![("nom", "Un \"nom\" <i>"), ("collectivite", "ville")];
        form.extend(typed);
        let answer = admin.post(INVITE, &form);
        assert_eq!(answer.status, 422, "{typed:?}");
        for field in fields {
            let anchor = format!("href=\"#{field}\"");
            assert!(answer.body.contains(&anchor), "{typed:?}: {field}");
            let beside = format!("id=\"{field}-faute\"");
            assert!(answer.body.contains(&beside), "{typed:?}: {field}");
        }
        assert!(
            answer
                .body
                .contains("value=\"Un &#34;nom&#34; &#60;i&#62;\"")
        );
    }
    let accounts = desk.run(desk.store.accounts()).expect("read");
    assert_eq!(accounts.len(), 1, "nobody was invited");
    let unknown = [
        ("courriel", "a@v.example"),
        ("role", "contact"),
        ("direction", "nowhere"),
        ("collectivite", "ville"),
    ];
    says(
        &admin.post(INVITE, &unknown),
        422,
        "Directions connues : hr",
    );
    let foreign = [
        ("courriel", "a@v.example"),
        ("role", "contact"),
        ("direction", "hr"),
        ("collectivite", "metropole"),
    ];
    says(
        &admin.post(INVITE, &foreign),
        422,
        "Aucune direction ne s’appelle",
    );
}

#[test]
fn roles_are_given_changed_and_taken_away_here_or_in_several_authorities() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let id = desk.account("dpo", vec![grant(Role::Agent, Some("ville"))]);
    let path = page(id);
    check(&path, &admin.get(&path));
    let give = |functions: &[&'static str]| {
        let mut form = vec![
            ("role", "reviewer"),
            ("collectivite", "ville"),
            ("collectivite", "metropole"),
        ];
        form.extend(functions.iter().map(|code| ("fonction", *code)));
        admin.post(&format!("{path}/donner"), &form)
    };
    leads(&give(&["dpo", "security"]), &format!("{path}?fait=donne"));
    says(
        &admin.get(&format!("{path}?fait=donne")),
        200,
        "Le rôle est donné",
    );
    let functions = |slug| desk.known(id).expect("there").functions_in(slug);
    let both = [Function::Dpo, Function::Security];
    assert_eq!(functions("ville"), both, "one function, two authorities");
    assert_eq!(functions("metropole"), both);
    leads(&give(&["dpo"]), &format!("{path}?fait=donne"));
    assert_eq!(functions("metropole"), [Function::Dpo], "replaced");
    says(
        &give(&["lead"]),
        422,
        "ne donne pas d’avis par un relecteur",
    );
    let take = |authority: &'static str| {
        let form = [("role", "reviewer"), ("collectivite", authority)];
        admin.post(&format!("{path}/retirer"), &form)
    };
    leads(&take("metropole"), &format!("{path}?fait=retire"));
    assert_eq!(functions("metropole"), []);
    assert_eq!(functions("ville"), [Function::Dpo]);
    says(&take("metropole"), 422, "n’a pas ce rôle");
    let everywhere = [("role", "researcher"), ("collectivite", "*")];
    admin.post(&format!("{path}/donner"), &everywhere);
    let account = desk.known(id).expect("there");
    assert!(account.is(Role::Researcher, "anywhere to come"));
    let twice = [
        ("courriel", "dpo@valmorel.example"),
        ("role", "elected"),
        ("collectivite", "ville"),
    ];
    leads(&admin.post(INVITE, &twice), &format!("{path}?fait=connu"));
    assert!(desk.known(id).expect("there").is(Role::Elected, "ville"));
}

#[test]
fn a_name_and_an_address_are_put_right_and_never_taken_from_another() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let id = desk.account("avant", vec![grant(Role::Agent, Some("ville"))]);
    desk.account("autre", vec![grant(Role::Agent, Some("ville"))]);
    let correct = |email: &str| {
        let form = [("courriel", email), ("nom", "Après")];
        admin.post(&format!("{}/corriger", page(id)), &form)
    };
    let taken = correct("Autre@valmorel.example");
    says(&taken, 422, "porte déjà l’adresse autre@valmorel.example");
    says(&taken, 422, "value=\"Autre@valmorel.example\"");
    says(&correct("rien"), 422, "n’est pas une adresse");
    leads(
        &correct("apres@valmorel.example"),
        &format!("{}?fait=corrige", page(id)),
    );
    assert_eq!(desk.known(id).expect("there").name, "Après");
    assert!(desk.sign_in("apres", PASSWORD).is_in());
    let old = desk.try_password("avant@valmorel.example", PASSWORD);
    assert_eq!(old.status, 422);
}

#[test]
fn a_closed_account_opens_nothing_until_it_is_opened_again() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let path = page(agent.id);
    let shown = admin.post(&format!("{path}/lien"), &[]);
    says(&shown, 200, "Remettez-le à agent@valmorel.example");
    let link = link(&shown.body);
    assert!(agent.is_in(), "a link that nobody used changes nothing");
    leads(
        &admin.post(&format!("{path}/fermer"), &[]),
        &format!("{path}?fait=ferme"),
    );
    assert!(!agent.is_in(), "signed out at once");
    says(
        &desk.anonymous("GET", &link, &[]),
        410,
        "ne fonctionne plus",
    );
    let refused = desk.try_password("agent@valmorel.example", PASSWORD);
    says(&refused, 422, "ils ne vont pas ensemble");
    let closed = admin.get(&path);
    check(&path, &closed);
    says(&closed, 200, "Sera effacé le");
    says(
        &admin.post(&format!("{path}/lien"), &[]),
        422,
        "Ce compte est fermé",
    );
    let again = [
        ("courriel", "agent@valmorel.example"),
        ("role", "agent"),
        ("collectivite", "ville"),
    ];
    says(&admin.post(INVITE, &again), 422, "Rouvrez-le");
    leads(
        &admin.post(&format!("{path}/rouvrir"), &[]),
        &format!("{path}?fait=rouvert"),
    );
    assert!(desk.sign_in("agent", PASSWORD).is_in());
}

#[test]
fn a_new_link_replaces_the_one_before_and_ends_every_session() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let make = || link(&admin.post(&format!("{}/lien", page(agent.id)), &[]).body);
    let (first, second) = (make(), make());
    let new = "cinq mouettes face au vent";
    let chosen = [("motdepasse", new), ("encore", new)];
    assert_eq!(desk.anonymous("POST", &first, &chosen).status, 410);
    assert!(agent.is_in());
    assert_eq!(desk.anonymous("POST", &second, &chosen).status, 303);
    assert!(!agent.is_in());
    let old = desk.try_password("agent@valmorel.example", PASSWORD);
    assert_eq!(old.status, 422);
    assert!(desk.sign_in("agent", new).is_in());
    let left = desk.store.has_token(agent.id, Purpose::Reset, clock::now());
    assert!(!desk.run(left).expect("read"));
}

#[test]
fn erasing_asks_for_the_address_and_leaves_nothing() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let agent = desk.member("agent", Role::Agent, Some("ville"));
    let path = format!("{}/effacer", page(agent.id));
    let asked = admin.get(&path);
    check(&path, &asked);
    says(&asked, 200, &agent.id.to_string());
    let wrong = admin.post(&path, &[("courriel", "agent@valmorel")]);
    says(&wrong, 422, "value=\"agent@valmorel\"");
    assert!(agent.is_in());
    let right = [("courriel", "Agent@valmorel.example")];
    leads(&admin.post(&path, &right), &format!("{LIST}?fait=efface"));
    assert!(!agent.is_in());
    assert_eq!(desk.known(agent.id), None);
    assert!(!admin.get(LIST).body.contains("agent@valmorel.example"));
    assert_eq!(admin.get(&page(agent.id)).status, 404);
}

#[test]
fn a_long_list_is_turned_and_narrowed() {
    let desk = desk();
    let admin = desk.member("zz-admin", Role::Administrator, None);
    for number in 0..45 {
        let role = if number % 2 == 0 {
            Role::Agent
        } else {
            Role::Elected
        };
        desk.account(&format!("p{number:02}"), vec![grant(role, Some("ville"))]);
    }
    let first = admin.get(LIST);
    check(LIST, &first);
    says(&first, 200, "46 comptes");
    says(&first, 200, "Page 1 sur 3");
    assert!(first.body.contains("p00@") && !first.body.contains("p20@"));
    let last = format!("{LIST}?page=99");
    let page = admin.get(&last);
    check(&last, &page);
    says(&page, 200, "Page 3 sur 3");
    assert!(page.body.contains("p44@"));
    let elected = admin.get(&format!("{LIST}?role=elected&q=personne"));
    says(&elected, 200, "22 comptes");
    assert!(
        elected.body.contains("role=elected&#38;page=2"),
        "{}",
        elected.body
    );
    says(
        &admin.get(&format!("{LIST}?etat=disabled")),
        200,
        "Aucun compte",
    );
    says(&admin.get("/en/ville/comptes?q=p07"), 200, "One account");
}
