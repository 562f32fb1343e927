//! Any text as a question to the register.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Document, Field, Index, IndexBuilder, Language, Query, Synonyms, Weight};
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut synonyms = Synonyms::new();
    synonyms.add_translated(&[
        (Language::French, "délibération"),
        (Language::French, "décision du conseil"),
        (Language::English, "council decision"),
    ]);
    let mut builder = IndexBuilder::new(synonyms);
    for text in ["Réécrire une actualité", "Trier des candidatures", "Résumer une délibération"] {
        let fields = vec![Field { weight: Weight::Name, language: Language::French, text }];
        builder.add(&Document { fields, ..Document::default() });
    }
    builder.build()
});

fuzz_target!(|text: &str| {
    for language in [Language::French, Language::English, Language::Other] {
        let results = INDEX.search(&Query::new(text, language));
        assert!(results.hits.len() <= results.total);
    }
});
