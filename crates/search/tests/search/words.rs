//! Forms of words: each row is what a reader types and the records found, best first.

use search::Language::{English, French, Other};

use crate::register::check;

#[test]
fn forms_of_a_word() {
    check(
        French,
        &[
            ("transcription", "comptes-rendus"),
            ("TRANSCRIPTIONS", "comptes-rendus"),
            ("reunion", "comptes-rendus"),
            ("Réunions", "comptes-rendus"),
            ("rÉunion", "comptes-rendus"),
            ("oeuvre", "comptes-rendus"),
            ("œuvres", "comptes-rendus"),
            ("signalement", "voirie"),
            ("metropole", "voirie"),
            ("élu", "comptes-rendus"),
            ("photo", "voirie"),
            ("école", "cantine"),
        ],
    );
}

#[test]
fn elisions_and_compounds() {
    check(
        French,
        &[
            ("l’accueil", "traduction"),
            ("d'identité", "chatbot"),
            ("accueil de l'usager", "traduction"),
            ("rendez-vous", "chatbot"),
            ("rendezvous", "chatbot"),
            ("rendez vous", "chatbot"),
            ("nid-de-poule", "voirie"),
            ("GPT4", "delib"),
            ("gpt-4", "delib"),
            ("gpt 4", "delib"),
            ("est-ce aujourd’hui", ""),
            ("voirie-photos", "voirie"),
        ],
    );
}

#[test]
fn stop_words_do_not_count() {
    check(
        French,
        &[
            ("le tri de la voirie", "voirie"),
            ("the permits", "permits, vergunningen"),
            ("qu’est-ce que la cantine ?", "cantine"),
        ],
    );
}

#[test]
fn all_words_or_else_some() {
    check(
        French,
        &[
            ("prévision réseau", "bus"),
            ("prévision", "cantine, bus"),
            (
                "prévision réseau passeport",
                "some terms: bus, cantine, chatbot",
            ),
            ("cantine zzzz", "some terms: cantine"),
            ("zzzz", ""),
        ],
    );
}

#[test]
fn other_languages_from_a_french_page() {
    check(
        French,
        &[
            ("taalmodel", "vergunningen"),
            ("Gemeente", "vergunningen"),
            ("planning policy", "permits"),
            ("leaflet", "translation"),
            ("city", "permits"),
        ],
    );
}

#[test]
fn french_records_from_an_english_page() {
    check(
        English,
        &[
            ("signalement", "voirie"),
            ("city officer", "permits"),
            ("minutes", "comptes-rendus"),
            ("translator", "translation"),
        ],
    );
}

#[test]
fn typing_errors() {
    check(
        French,
        &[
            ("voirei", "[voirie] voirie"),
            ("transcritpion", "[transcription] comptes-rendus"),
            ("trnscriptoin", "[transcription] comptes-rendus"),
            ("Signalment voirie", "[signalements voirie] voirie"),
            (
                "l’inteligence artificielle",
                "[l’intelligence artificielle] images, delib",
            ),
            ("metropol", "voirie"),
            ("métropolle", "[métropole] voirie"),
            ("bsu", ""),
            (
                "intelligenceartificielle",
                "[intelligence artificielle] images, delib",
            ),
            ("passport", "[passeports] chatbot"),
        ],
    );
}

#[test]
fn the_last_word_may_be_unfinished() {
    check(
        French,
        &[
            ("transc", "comptes-rendus"),
            ("tri vo", "some terms: voirie"),
            ("tri voi", "voirie"),
            ("conversa état", "some terms: chatbot"),
        ],
    );
}

#[test]
fn synonyms() {
    check(
        French,
        &[
            ("translation", "translation, traduction"),
            ("traduction", "traduction, translation"),
            ("traduire", "traduction, translation"),
            ("chatbots", "chatbot, vergunningen"),
            ("robot de conversation", "chatbot, vergunningen"),
            ("agents conversationnels", "chatbot, vergunningen"),
            ("ia", "delib, images"),
            ("IA images", "images"),
            ("tradcution", "[traduction] traduction, translation"),
        ],
    );
    check(Other, &[("vergunning", "vergunningen, permits")]);
}

#[test]
fn phrases() {
    check(
        French,
        &[
            ("\"conseil municipal\"", "comptes-rendus"),
            ("« Conseil municipal »", "comptes-rendus"),
            ("“prise de rendez-vous”", "chatbot"),
            ("\"état civil\" passeport", "chatbot"),
            ("\"municipal conseil\"", "some terms: comptes-rendus"),
            (
                "\"courriers traduire\"",
                "some terms: traduction, translation",
            ),
            ("\"traductions\"", "[\"traduction\"] traduction"),
            ("\"accueil des usagers\"", "traduction"),
            (
                "\"conseil municipl\"",
                "[\"conseil municipal\"] comptes-rendus",
            ),
            ("conseil \"municipal", "comptes-rendus"),
        ],
    );
}

#[test]
fn no_word_at_all() {
    let all = "everything: traduction, chatbot, comptes-rendus, voirie, images, permits, \
               translation, vergunningen, delib, cantine";
    check(French, &[("", all), ("  ?! « » \"\" ", all)]);
}

#[test]
fn words_of_one_verb() {
    check(
        French,
        &[
            ("traduit", "traduction, translation"),
            ("transcrire", "comptes-rendus"),
            ("transcrits", "comptes-rendus"),
        ],
    );
}
