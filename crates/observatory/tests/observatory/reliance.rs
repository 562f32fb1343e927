//! What the pages on dependencies and effects say of the demonstration.

use crate::browser::get;
use crate::site::address;
use publish::ecoindex::elements;

/// Elements that a page of the kind “list” may have, as in `xtask/browser/budgets.json`.
const ELEMENTS_MAX: usize = 350;

/// The page as a reader sees it: without marks, and with plain spaces.
fn read(path: &str) -> String {
    let page = get(address(), path);
    assert_eq!(page.status, 200, "{path}");
    let count = elements(&page.body);
    assert!(count <= ELEMENTS_MAX, "{path} has {count} elements");
    let mut text = String::new();
    let mut is_mark = false;
    for c in page.body.chars() {
        match c {
            '<' => is_mark = true,
            '>' => is_mark = false,
            '\u{a0}' | '\u{202f}' if !is_mark => text.push(' '),
            c if !is_mark => text.push(c),
            _ => {}
        }
    }
    text
}

fn check(path: &str, expected: &[&str]) {
    let text = read(path);
    for words in expected {
        assert!(text.contains(words), "{path} says “{words}”: {text}");
    }
}

#[test]
fn dependencies_tell_shares_as_ranges_and_what_is_not_known() {
    check(
        "/fr/ensemble/dependances",
        &[
            "Premier droit : France, pour 16 des usages en cours (17). On ne sait pas pour 1.",
            "de 53 à 59 %",
            "1 sur 17",
            "On ne sait pas, pour un usage :",
            "Outil employé sans plan de sortie : Guide du plan",
            "Départ facile",
            "4 fonctions d’IA sont apparues",
            "Bureautique+",
            "Modèle de texte ouvert, grande taille : fin",
        ],
    );
}

#[test]
fn each_part_of_the_dependencies_has_its_whole_table() {
    check("/en/ensemble/dependances/flux", &["Plume", "University"]);
    check(
        "/en/ensemble/dependances/droit-etranger",
        &["not known", "France"],
    );
    check(
        "/en/ensemble/dependances/arrets",
        &["Codeur", "Digital department of the metropolis"],
    );
    check(
        "/en/ensemble/dependances/reversibilite",
        &["Plume", "Bureautique+", "not known"],
    );
    check(
        "/en/ensemble/dependances/changements",
        &[
            "Feature that came unasked: Writing assistant in the whole suite",
            "date not known",
            "decision: 1",
        ],
    );
}

#[test]
fn the_file_of_flows_adds_up_to_the_uses_in_progress() {
    let file = get(address(), "/fr/ensemble/dependances.csv");
    let lines: Vec<_> = file.body.lines().skip(1).collect();
    let uses = lines.iter().map(|line| {
        let last = line.rsplit(',').next().expect("a column");
        last.trim_matches('"').parse::<u32>().expect("a number")
    });
    assert_eq!(uses.sum::<u32>(), 17);
}

#[test]
fn effects_keep_losses_and_say_what_they_do_not_show() {
    check(
        "/fr/ensemble/effets",
        &[
            "Mesuré",
            "de 5 à 20 minutes par dossier",
            "au moins 11 personnes",
            "Les agents d’accueil sans poste attribué.",
            "Directions sans usage en cours connu (5)",
        ],
    );
}

#[test]
fn a_social_committee_reads_who_was_heard() {
    check(
        "/fr/ensemble/effets/comite",
        &[
            "Souhaité",
            "Entendus à temps : Favorable avec réserves",
            "Aucun avis sur la fiche",
            "Le temps gagné ne doit pas devenir un objectif par agent.",
        ],
    );
}
