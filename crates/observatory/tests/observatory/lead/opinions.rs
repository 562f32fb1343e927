use super::{at, opened};
use crate::browser::ask;
use crate::place::{Place, contains, grant, place};
use domain::people::Role;
use domain::{Function, Publication, PublicationLevel, ReviewRequest};
use observatory::clock;

/// A record published whole, on which the DPO is asked.
fn asked(place: &Place) {
    let mut record = place.record("VAL-022").0;
    record.opinions.clear();
    record.publication = Publication {
        level: PublicationLevel::Public,
        ground: None,
        note: None,
    };
    record.review = Some(ReviewRequest {
        asked_on: clock::now().date_naive(),
        due_on: None,
        required: vec![Function::Dpo],
    });
    place.put(&record);
}

/// Gives the opinion of the DPO at a level, and looks at it before publishing and after.
fn check(level: &str, wording_is_seen: bool, sense_is_seen: bool) {
    let place = place();
    asked(&place);
    let (dpo, _) = place.member(vec![grant(Role::Reviewer, &[Function::Dpo])]);
    let version = place.record("VAL-022").1.to_string();
    let mut form = vec![
        ("version", version.as_str()),
        ("fonction", "dpo"),
        ("sens", "unfavourable"),
        ("motif", "Les adresses désignent quelqu’un."),
        ("niveau_avis", level),
    ];
    let file = at("dossier/val-022/avis");
    if level != "public" {
        let refused = dpo.post(&file, &form);
        assert_eq!(refused.status, 422, "what is withheld has a ground");
        contains(&refused, "Les adresses désignent");
        form.push(("motif_avis", "security"));
    }
    let given = dpo.post(&file, &form);
    assert_eq!(given.status, 303, "{}", given.body);
    contains(
        &opened(&dpo, &at("dossier/val-022")),
        "Les adresses désignent",
    );
    let (lead, _) = place.member(vec![grant(Role::Lead, &[])]);
    contains(
        &lead.get(&at("dossier/val-022/publication")),
        "Chaque fonction a choisi",
    );
    let preview = lead.get(&at("dossier/val-022/apercu/public"));
    let public = ask(place.address, "GET", &at("fiche/val-022"), &[], "");
    let file = ask(place.address, "GET", &at("fiche/val-022.json"), &[], "");
    for page in [&preview, &public] {
        assert_eq!(page.status, 200);
        let seen = page.body.contains("Les adresses désignent");
        assert_eq!(seen, wording_is_seen, "{level}");
        let opinions = page.body.split("class=\"page opinions\"").nth(1);
        let opinions = opinions.and_then(|part| part.split("</section>").next());
        let sense = opinions.is_some_and(|part| part.contains("Défavorable"));
        assert_eq!(sense, sense_is_seen, "{level}");
    }
    let written = file.status == 200 && file.body.contains("Les adresses désignent");
    assert_eq!(written, wording_is_seen, "{level}: {}", file.status);
    if !sense_is_seen {
        contains(&public, "Un avis n’est pas publié");
    }
}

#[test]
fn an_opinion_is_seen_by_the_public_as_far_as_its_function_chose() {
    check("public", true, true);
    check("summary", false, true);
    check("internal", false, false);
}
