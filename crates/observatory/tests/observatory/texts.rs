//! Texts, words, departments and the copy of everything, kept in the browser by whoever runs the
//! observatory.

mod backup;
mod departments;

use crate::browser::{Answer, get};
use crate::place::{HERE, Member, Place, contains, grant, place};
use domain::OwnText;
use domain::people::{Grant, Role};

const CHAPTER: &str = "textes/rapport/10-context/fr";

/// Somebody who runs every authority of the observatory.
fn lead(place: &Place) -> Member {
    let everywhere = Grant {
        authority: None,
        ..grant(Role::Lead, &[])
    };
    place.member(vec![everywhere]).0
}

fn at(page: &str) -> String {
    format!("/fr/{HERE}/{page}")
}

/// The value of a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&mark).nth(1).expect("a hidden field");
    rest.split('"').next().expect("a value").to_owned()
}

/// What a text area holds.
fn typed(page: &Answer) -> String {
    let area = page.body.split("<textarea").nth(1).expect("a text area");
    let area = area.split_once('>').expect("opened").1;
    let area = area.split("</textarea>").next().expect("closed");
    let area = area.trim_start_matches('\n');
    area.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

fn own_texts(place: &Place) -> Vec<OwnText> {
    let all = place.runtime.block_on(place.store.all::<OwnText>());
    let all = all.expect("read").into_iter();
    all.map(|record| record.document).collect()
}

#[test]
fn a_chapter_is_tried_written_read_by_everybody_and_given_back() {
    let place = place();
    let lead = lead(&place);
    contains(&lead.get(&at("espace")), "textes");
    let list = lead.get(&at("textes"));
    contains(&list, &at(CHAPTER));
    let public = at("rapport/10-context");
    let before = get(place.address, &public).body;

    let page = lead.get(&at(CHAPTER));
    let version = hidden(&page, "version");
    let original = typed(&page);
    let body = format!("{original}\n## Chez nous\n\nUne phrase à nous, {{{{ n.uses_total }}}}.\n");
    let form = |faire: &str| {
        [
            ("version", version.clone()),
            ("corps", body.clone()),
            ("note", "Une phrase de plus".to_owned()),
            ("faire", faire.to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
    };
    let preview = lead.post_owned(&at(CHAPTER), &form("apercu"));
    assert_eq!(preview.status, 200, "{}", preview.body);
    contains(&preview, "<h2 id=\"chez-nous\">Chez nous</h2>");
    assert_eq!(own_texts(&place), [], "a preview writes nothing");
    assert_eq!(get(place.address, &public).body, before);

    let saved = lead.post_owned(&at(CHAPTER), &form("enregistrer"));
    assert_eq!(saved.status, 303, "{}", saved.body);
    contains(&get(place.address, &public), "Une phrase à nous");
    let page = lead.get(&at(CHAPTER));
    contains(&page, "Une phrase de plus");
    let compared = lead.get(&at(&format!("{CHAPTER}?version_vue=1")));
    contains(&compared, "<ins>## Chez nous</ins>");

    let again = lead.post_owned(&at(CHAPTER), &form("enregistrer"));
    assert_eq!(again.status, 422, "the page was read before it was written");
    contains(&again, "Quelqu’un a écrit ce texte");
    assert!(
        typed(&again).contains("Une phrase à nous"),
        "nothing is lost"
    );

    let version = hidden(&page, "version");
    let unsure = [("version", version.as_str()), ("faire", "rendre")];
    assert_eq!(lead.post(&at(CHAPTER), &unsure).status, 422);
    let sure = [("version", &*version), ("faire", "rendre"), ("rendre", "1")];
    assert_eq!(lead.post(&at(CHAPTER), &sure).status, 303);
    assert_eq!(get(place.address, &public).body, before);
    contains(&lead.get(&at(CHAPTER)), "Retour au texte d’origine");
    let taken = lead.get(&at(&format!("{CHAPTER}?reprendre=1")));
    assert!(
        typed(&taken).contains("Une phrase à nous"),
        "it can come back"
    );
}

#[test]
fn a_text_that_cannot_be_set_is_refused_and_kept_in_the_form() {
    let place = place();
    let lead = lead(&place);
    let cases = [
        (CHAPTER, "sans titre", "titre"),
        (
            CHAPTER,
            "---\ntitle: T\npart: 1\n---\n{{ n.nobody }}\n",
            "Ligne",
        ),
        (
            CHAPTER,
            "---\ntitle: T\npart: 1\n---\n{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}\n",
            "Une formule entre accolades ne peut pas être remplie",
        ),
        (
            "textes/pages/privacy/fr",
            "---\ntitle: T\n---\n{{ nobody }}\n",
            "ne peut pas être mis en page",
        ),
    ];
    for (path, body, told) in cases {
        let version = hidden(&lead.get(&at(path)), "version");
        let form = [
            ("version", &*version),
            ("corps", body),
            ("faire", "enregistrer"),
        ];
        let refused = lead.post(&at(path), &form);
        assert_eq!(refused.status, 422, "{body}");
        let page = refused.body.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(
            page.to_lowercase().contains(&told.to_lowercase()),
            "{told}: {page}"
        );
        assert_eq!(typed(&refused).trim_end(), body.trim_end());
    }
    assert_eq!(own_texts(&place), []);
}

#[test]
fn a_word_changes_everywhere_and_its_code_nowhere() {
    let place = place();
    let lead = lead(&place);
    let list = at("textes/mots/lifecycle");
    contains(&lead.get(&list), "En test");
    let path = at("textes/mots/lifecycle/pilot");
    let page = lead.get(&path);
    let version = hidden(&page, "version");
    let mut form = vec![
        ("version", version.as_str()),
        ("label-fr", "À l’essai ici"),
        ("label-en", "On trial here"),
        ("definition-fr", "Essayé par quelques personnes."),
        ("definition-en", ""),
        ("faire", "enregistrer"),
    ];
    let refused = lead.post(&path, &form);
    assert_eq!(refused.status, 422);
    contains(&refused, "À l’essai ici");
    form[4] = ("definition-en", "Tried by a few persons.");
    let saved = lead.post(&path, &form);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let register = get(place.address, &at("registre"));
    contains(&register, "À l’essai ici");
    let english = get(place.address, &format!("/en/{HERE}/registre"));
    contains(&english, "On trial here");
    let data = get(place.address, &at("registre.json"));
    contains(&data, "\"pilot\"");
}

#[test]
fn principles_are_written_added_and_taken_out() {
    let place = place();
    let lead = lead(&place);
    let new = at("textes/charte/principles/nouveau");
    let version = hidden(&lead.get(&new), "version");
    let fields = ["title", "text", "question", "evidence"];
    let named = fields.iter().flat_map(|field| {
        ["fr", "en"].map(|tag| {
            (
                format!("{field}-{tag}"),
                format!("{field} {tag} \"ici\" : #1"),
            )
        })
    });
    let mut form: Vec<_> = named.collect();
    form.push(("version".to_owned(), version));
    assert_eq!(lead.post_owned(&new, &form).status, 303);
    let list = at("textes/charte/principles");
    contains(&lead.get(&list), "P13");

    let one = at("textes/charte/principles/P13");
    let version = hidden(&lead.get(&one), "version");
    let unsure = [("version", &*version), ("faire", "retirer")];
    assert_eq!(lead.post(&one, &unsure).status, 422);
    let sure = [("version", &*version), ("faire", "retirer"), ("sur", "1")];
    assert_eq!(lead.post(&one, &sure).status, 303);
    assert!(!lead.get(&list).body.contains("P13"));
    assert_eq!(lead.get(&one).status, 404);

    // A principle that recommendations serve cannot go: they would lead nowhere.
    let held = at("textes/charte/principles/P01");
    let version = hidden(&lead.get(&held), "version");
    let sure = [("version", &*version), ("faire", "retirer"), ("sur", "1")];
    let refused = lead.post(&held, &sure);
    assert_eq!(refused.status, 422);
    contains(&refused, "P01");
}

#[test]
fn texts_belong_to_whoever_runs_every_authority() {
    let place = place();
    let (one, _) = place.member(vec![grant(Role::Lead, &[])]);
    for page in ["textes", CHAPTER, "textes/mots/lifecycle", "sauvegarde"] {
        assert_eq!(one.get(&at(page)).status, 403, "{page}");
    }
    let lead = lead(&place);
    for nothing in [
        "textes/rapport/10-context/de",
        "textes/rapport/..%2F..%2Fvigie.toml/fr",
        "textes/mots/none",
        "textes/mots/lifecycle/none",
        "textes/charte/visibility",
        "textes/autre/10-context/fr",
    ] {
        assert_eq!(lead.get(&at(nothing)).status, 404, "{nothing}");
    }
}
