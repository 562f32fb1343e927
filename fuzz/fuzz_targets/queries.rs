//! Any text as a question to the register.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Document, Field, Index, IndexBuilder, Language, Query, Synonyms, Weight};
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut builder = IndexBuilder::new(Synonyms::new());
    for text in ["Réécrire une actualité", "Trier des candidatures", "Résumer une délibération"] {
        let fields = vec![Field { weight: Weight::Name, language: Language::French, text }];
        builder.add(&Document { fields, ..Document::default() });
    }
    builder.build()
});

fuzz_target!(|text: &str| {
    let results = INDEX.search(&Query::new(text, Language::French));
    assert!(results.hits.len() <= results.total);
});
