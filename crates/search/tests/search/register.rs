//! A small register, and a readable way to ask it.

use std::sync::LazyLock;

use search::{
    Document, Field, Index, IndexBuilder, Language, Mode, Query, Results, Synonyms, Weight,
};

/// Name of the record in the tests, language, title, summary, body, facets.
type Record = (
    &'static str,
    Language,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const RECORDS: [Record; 12] = [
    (
        "traduction",
        Language::French,
        "Traduction des courriers",
        "Traduire les lettres reçues en langue étrangère",
        "L’agent relit chaque traduction avant l'envoi. Le service de l’accueil des usagers s’en sert.",
        &[
            ("status", "deployed"),
            ("task", "translate"),
            ("department", "accueil"),
        ],
    ),
    (
        "chatbot",
        Language::French,
        "Agent conversationnel de l’état civil",
        "Répond aux questions sur les passeports et les cartes d’identité",
        "Un rendez-vous reste possible au guichet. Prise de rendez-vous en ligne.",
        &[
            ("status", "pilot"),
            ("task", "answer"),
            ("department", "état civil"),
        ],
    ),
    (
        "comptes-rendus",
        Language::French,
        "Comptes rendus de réunions",
        "Transcription automatique puis résumé du conseil municipal",
        "Œuvre de la direction de la communication. Les élus relisent.",
        &[
            ("status", "deployed"),
            ("task", "summarize"),
            ("department", "communication"),
        ],
    ),
    (
        "voirie",
        Language::French,
        "Tri des signalements de voirie",
        "Classe les demandes des habitants par urgence",
        "Les nids-de-poule sont repérés sur les photos. La métropole de Valmorel emploie cet outil.",
        &[
            ("status", "pilot"),
            ("task", "classify"),
            ("department", "voirie"),
        ],
    ),
    (
        "images",
        Language::French,
        "Illustrations pour le site",
        "Création d’images par intelligence artificielle",
        "Chaque image porte une mention. Agents de la communication seulement.",
        &[
            ("status", "suspended"),
            ("task", "create"),
            ("department", "communication"),
        ],
    ),
    (
        "permits",
        Language::English,
        "Planning permits assistant",
        "Drafts answers about planning policies",
        "The city’s officers check every draft. Used in Bristol.",
        &[
            ("status", "deployed"),
            ("task", "answer"),
            ("department", "planning"),
        ],
    ),
    (
        "translation",
        Language::English,
        "Translation of leaflets",
        "Machine translation for the libraries",
        "Translators review the leaflets.",
        &[
            ("status", "deployed"),
            ("task", "translate"),
            ("department", "libraries"),
        ],
    ),
    (
        "vergunningen",
        Language::Other,
        "Vergunningen sneller behandelen",
        "Een taalmodel vat aanvragen samen",
        "De gemeente gebruikt een chatbot voor vragen over vergunningen.",
        &[("status", "pilot"), ("task", "summarize")],
    ),
    (
        "delib",
        Language::French,
        "Aide à la rédaction des délibérations",
        "Propose un premier jet à partir d’un modèle",
        "Assistant GPT-4 hébergé en France. Essai de l’I.A. par dix agents.",
        &[
            ("status", "abandoned"),
            ("task", "draft"),
            ("department", "assemblées"),
        ],
    ),
    (
        "cantine",
        Language::French,
        "Prévision des repas de cantine",
        "Réduire le gaspillage dans les écoles",
        "Le calcul tient compte des absences, du menu et du calendrier scolaire.",
        &[("status", "wished"), ("department", "éducation")],
    ),
    (
        "bus",
        Language::French,
        "Horaires des bus",
        "Prévision des retards sur le réseau",
        "Calcul à partir des relevés du réseau de transport.",
        &[("status", "wished"), ("department", "transport")],
    ),
    (
        "marches",
        Language::French,
        "Analyse des marchés publics",
        "Comparer les offres des entreprises",
        "La commande publique garde la décision. Aucune note automatique.",
        &[
            ("status", "refused"),
            ("task", "classify"),
            ("department", "achats"),
        ],
    ),
];

/// The register, indexed once.
pub(crate) fn register() -> &'static Index {
    static REGISTER: LazyLock<Index> = LazyLock::new(build);
    &REGISTER
}

fn build() -> Index {
    let mut synonyms = Synonyms::new();
    synonyms.add(Language::French, &["traduction", "traduire", "translation"]);
    synonyms.add(
        Language::French,
        &["chatbot", "agent conversationnel", "robot de conversation"],
    );
    synonyms.add(Language::French, &["IA", "intelligence artificielle"]);
    synonyms.add(Language::English, &["minutes", "compte rendu"]);
    synonyms.add(Language::Other, &["vergunning", "vergunningen", "permits"]);
    let mut builder = IndexBuilder::new(synonyms);
    for (number, (_, language, name, summary, body, facets)) in (0..).zip(RECORDS) {
        let field = |weight, text| Field {
            weight,
            language,
            text,
        };
        let fields = vec![
            field(Weight::Name, name),
            field(Weight::Summary, summary),
            field(Weight::Body, body),
        ];
        let ranks = [100 - number];
        assert_eq!(
            builder.add(&Document {
                fields,
                facets: facets.to_vec(),
                ranks: &ranks
            }),
            number
        );
    }
    builder.build()
}

/// Names of the records found, in order, after the way the text was taken when it is unusual.
pub(crate) fn described(results: &Results) -> String {
    let names: Vec<&str> = results.hits.iter().map(|hit| name(hit.document)).collect();
    let mode = match results.mode {
        Mode::Everything => "everything: ",
        Mode::AllTerms => "",
        Mode::SomeTerms => "some terms: ",
    };
    let corrected = results.corrected.as_ref().map(|text| format!("[{text}] "));
    format!(
        "{}{mode}{}",
        corrected.unwrap_or_default(),
        names.join(", ")
    )
}

pub(crate) fn name(document: u32) -> &'static str {
    RECORDS[document as usize].0
}

/// Asks the register the text of each row, and compares with what the row expects.
pub(crate) fn check(language: Language, rows: &[(&str, &str)]) {
    let index = register();
    let mut differences = String::new();
    for (text, expected) in rows {
        let found = described(&index.search(&Query::new(text, language)));
        if found != *expected {
            differences += &format!("\n{text:?} gives {found:?}, not {expected:?}");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}
