//! How far whoever looks after accounts reaches, and what is refused to everybody.

use super::desk::{Desk, Person, desk, grant, leads, says};
use super::keeping::{INVITE, LIST, page};
use domain::people::{AccountState, Action, Role, Target, permits};
use observatory::clock;

#[test]
fn those_who_do_not_look_after_accounts_open_none_of_these_pages() {
    let desk = desk();
    let somebody = desk.account("somebody", vec![grant(Role::Agent, Some("ville"))]);
    let id = somebody.to_string();
    let reads = ["", "/inviter", &format!("/{id}"), &format!("/{id}/effacer")].map(str::to_owned);
    let ends = [
        "corriger", "donner", "retirer", "lien", "fermer", "rouvrir", "effacer",
    ];
    let mut writes: Vec<_> = ends.map(|end| format!("/{id}/{end}")).into();
    writes.push("/inviter".to_owned());
    for role in Role::ALL {
        let person = desk.member(role.code(), *role, Some("ville"));
        let target = Target::authority("ville");
        let grants = [grant(*role, Some("ville"))];
        let may = permits(&grants, Action::ManageAccounts, &target);
        assert_eq!(may, *role == Role::Administrator, "{role:?}");
        for path in &reads {
            let expected = if may { 200 } else { 403 };
            let path = format!("{LIST}{path}");
            assert_eq!(person.get(&path).status, expected, "{role:?} {path}");
            let there = path.replace("ville", "metropole");
            assert_eq!(person.get(&there).status, 403, "{role:?} {there}");
        }
        for path in writes.iter().filter(|_| !may) {
            let path = format!("{LIST}{path}");
            assert_eq!(person.post(&path, &[]).status, 403, "{role:?} {path}");
        }
    }
    for path in &reads {
        let answer = desk.anonymous("GET", &format!("{LIST}{path}"), &[]);
        assert_eq!(answer.status, 303, "{path}");
        assert!(answer.header("location").contains("/connexion?vers="));
    }
    assert_eq!(
        desk.known(somebody).expect("there").state,
        AccountState::Active
    );
}

#[test]
fn a_form_that_does_not_come_from_the_session_is_refused() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let id = desk.account("cible", vec![grant(Role::Agent, Some("ville"))]);
    let mut paths: Vec<_> = [
        "corriger", "fermer", "lien", "effacer", "donner", "retirer", "rouvrir",
    ]
    .map(|end| format!("{}/{end}", page(id)))
    .into();
    paths.push(INVITE.to_owned());
    let own = [
        "",
        "/mot-de-passe",
        "/second-facteur",
        "/sessions",
        "/effacer",
    ];
    paths.extend(own.map(|end| format!("/fr/ville/compte{end}")));
    for path in paths {
        let answer = admin.post_bare(&path, &[("jeton", "0"), ("role", "agent")]);
        assert_eq!(answer.status, 400, "{path}");
    }
    assert!(admin.is_in());
    assert_eq!(desk.known(id).expect("there").grants.len(), 1);
}

#[test]
fn an_administrator_of_one_authority_reaches_no_other() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, Some("ville"));
    let there = desk.account("la-bas", vec![grant(Role::Lead, Some("metropole"))]);
    assert_eq!(admin.get(&page(there)).status, 404);
    assert!(!admin.get(LIST).body.contains("la-bas"));
    for end in ["corriger", "fermer", "lien", "effacer", "donner"] {
        let answer = admin.post(&format!("{}/{end}", page(there)), &[("role", "agent")]);
        assert_eq!(answer.status, 404, "{end}");
    }
    let both = [Role::Agent, Role::Lead].map(|role| {
        let authority = if role == Role::Agent {
            "ville"
        } else {
            "metropole"
        };
        grant(role, Some(authority))
    });
    let shared = desk.account("partage", both.to_vec());
    let seen = admin.get(&page(shared));
    says(&seen, 200, "travaille aussi pour une autre collectivité");
    assert!(
        !seen.body.contains("/lien"),
        "no link, which would open the other authority"
    );
    for end in ["corriger", "fermer", "lien"] {
        let answer = admin.post(&format!("{}/{end}", page(shared)), &[]);
        says(&answer, 422, "travaille aussi pour une autre collectivité");
    }
    let typed = [("courriel", "partage@valmorel.example")];
    let erase = admin.post(&format!("{}/effacer", page(shared)), &typed);
    says(&erase, 422, "travaille aussi pour une autre collectivité");
    let take = [("role", "lead"), ("collectivite", "metropole")];
    let taken = admin.post(&format!("{}/retirer", page(shared)), &take);
    says(
        &taken,
        422,
        "Vous ne gérez pas les comptes de cette collectivité",
    );
    for authority in ["metropole", "*"] {
        let form = [
            ("courriel", "x@v.example"),
            ("role", "agent"),
            ("collectivite", authority),
        ];
        says(
            &admin.post(INVITE, &form),
            422,
            "Vous ne gérez pas les comptes",
        );
    }
    let account = desk.known(shared).expect("there");
    assert_eq!(account.grants, both);
    let tokens = desk.run(desk.store.tokens_of(shared, clock::now()));
    assert_eq!(tokens.expect("read"), []);
    let own = [("role", "agent"), ("collectivite", "ville")];
    let taken = admin.post(&format!("{}/retirer", page(shared)), &own);
    leads(&taken, LIST);
    assert_eq!(
        admin.get(&page(shared)).status,
        404,
        "no longer seen from here"
    );
}

#[test]
fn nobody_changes_their_own_roles() {
    let desk = desk();
    let admin = desk.member("admin", Role::Administrator, None);
    let path = page(admin.id);
    let seen = admin.get(&path);
    says(&seen, 200, "C’est votre propre compte");
    assert!(!seen.body.contains("/donner"));
    let erase = admin.get(&format!("{path}/effacer"));
    leads(&erase, "/fr/ville/compte/effacer");
    let more = [("role", "lead"), ("collectivite", "ville")];
    let twice = [
        ("courriel", "admin@valmorel.example"),
        ("role", "lead"),
        ("collectivite", "ville"),
    ];
    let less = [("role", "administrator"), ("collectivite", "")];
    let address = [("courriel", "admin@valmorel.example")];
    for answer in [
        admin.post(&format!("{path}/donner"), &more),
        admin.post(INVITE, &twice),
        admin.post(&format!("{path}/retirer"), &less),
        admin.post(&format!("{path}/fermer"), &[]),
        admin.post(&format!("{path}/lien"), &[]),
        admin.post(&format!("{path}/effacer"), &address),
    ] {
        says(&answer, 422, "C’est votre propre compte");
    }
    let account = desk.known(admin.id).expect("there");
    assert_eq!(account.grants, [grant(Role::Administrator, None)]);
    assert_eq!(account.state, AccountState::Active);
}

#[test]
fn two_administrators_who_close_each_other_leave_one() {
    for _ in 0..5 {
        let desk = desk();
        let [one, other] = ["un", "autre"].map(|name| desk.member(name, Role::Administrator, None));
        let close =
            |by: &Person, who: &Person| by.post(&format!("{}/fermer", page(who.id)), &[]).status;
        std::thread::scope(|scope| {
            let first = scope.spawn(|| close(&one, &other));
            let second = scope.spawn(|| close(&other, &one));
            first.join().expect("answered");
            second.join().expect("answered");
        });
        assert_eq!(active(&desk), 1);
    }
}

fn active(desk: &Desk) -> usize {
    let accounts = desk.run(desk.store.accounts()).expect("read");
    let active = accounts.iter().filter(|a| a.state == AccountState::Active);
    active.count()
}
