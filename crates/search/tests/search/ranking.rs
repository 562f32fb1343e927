//! Which record comes first.

use search::{Direction, Document, Field, IndexBuilder, Language, Query, Sort, Synonyms, Weight};

use crate::register::{described, register};

/// Records of one field each, in this order, then those found for a text.
fn ranked(texts: &[(Weight, &str)], asked: &str) -> Vec<u32> {
    let mut synonyms = Synonyms::new();
    synonyms.add(Language::French, &["traduction", "interprétariat"]);
    let mut builder = IndexBuilder::new(synonyms);
    for &(weight, text) in texts {
        let fields = vec![Field {
            weight,
            language: Language::French,
            text,
        }];
        builder.add(&Document {
            fields,
            ..Document::default()
        });
    }
    let results = builder.build().search(&Query::new(asked, Language::French));
    results.hits.iter().map(|hit| hit.document).collect()
}

#[test]
fn name_before_summary_before_body() {
    let texts = [
        (Weight::Body, "cantine"),
        (Weight::Summary, "cantine"),
        (Weight::Name, "cantine"),
    ];
    assert_eq!(ranked(&texts, "cantine"), [2, 1, 0]);
}

#[test]
fn exact_before_stem_before_synonym() {
    let texts = [
        (Weight::Name, "interprétariat"),
        (Weight::Name, "traductions"),
        (Weight::Name, "traduction"),
    ];
    assert_eq!(ranked(&texts, "traduction"), [2, 1, 0]);
    assert_eq!(ranked(&texts, "traductions"), [1, 2, 0]);
}

#[test]
fn exact_before_typing_error() {
    let mut texts = vec![(Weight::Body, "signalement"); 12];
    texts.push((Weight::Body, "signalment"));
    let found = ranked(&texts, "signalment");
    assert_eq!(found[0], 12);
    assert_eq!(found.len(), 10);
}

#[test]
fn short_field_before_long_one() {
    let texts = [
        (Weight::Name, "la cantine des écoles de la ville"),
        (Weight::Name, "la cantine"),
    ];
    assert_eq!(ranked(&texts, "cantine"), [1, 0]);
}

#[test]
fn equal_records_keep_their_order() {
    assert_eq!(ranked(&[(Weight::Name, "bus"); 5], "bus"), [0, 1, 2, 3, 4]);
}

#[test]
fn a_phrase_does_not_span_two_fields() {
    let fields = ["agent", "municipal"].map(|text| Field {
        weight: Weight::Name,
        language: Language::French,
        text,
    });
    let mut builder = IndexBuilder::new(Synonyms::new());
    builder.add(&Document {
        fields: fields.to_vec(),
        ..Document::default()
    });
    let results = builder
        .build()
        .search(&Query::new("\"agent municipal\"", Language::French));
    assert_eq!(results.mode, search::Mode::SomeTerms);
}

#[test]
fn orders_and_pages() {
    let index = register();
    let ask = |text, direction, key, offset, limit| {
        let sort = Sort::Rank { key, direction };
        let query = Query {
            sort,
            offset,
            limit,
            ..Query::new(text, Language::French)
        };
        let results = index.search(&query);
        (results.total, described(&results))
    };
    let (up, down) = (Direction::Ascending, Direction::Descending);
    assert_eq!(ask("calcul", down, 0, 0, 9), (2, "cantine, bus".to_owned()));
    assert_eq!(ask("calcul", up, 0, 0, 9), (2, "bus, cantine".to_owned()));
    assert_eq!(ask("calcul", up, 7, 0, 9), (2, "cantine, bus".to_owned()));
    assert_eq!(
        ask("", up, 0, 0, 2),
        (12, "everything: marches, bus".to_owned())
    );
    assert_eq!(
        ask("", up, 0, 10, 5),
        (12, "everything: chatbot, traduction".to_owned())
    );
    assert_eq!(
        ask("", up, 0, usize::MAX, usize::MAX),
        (12, "everything: ".to_owned())
    );
    assert_eq!(ask("", up, 0, 0, 0), (12, "everything: ".to_owned()));
}

#[test]
fn records_without_rank_come_last() {
    let mut builder = IndexBuilder::new(Synonyms::new());
    for ranks in [&[][..], &[5], &[2], &[]] {
        builder.add(&Document {
            ranks,
            ..Document::default()
        });
    }
    let index = builder.build();
    let ask = |direction| {
        let sort = Sort::Rank { key: 0, direction };
        let results = index.search(&Query {
            sort,
            ..Query::new("", Language::French)
        });
        results
            .hits
            .iter()
            .map(|hit| hit.document)
            .collect::<Vec<_>>()
    };
    assert_eq!(ask(Direction::Ascending), [2, 1, 0, 3]);
    assert_eq!(ask(Direction::Descending), [1, 2, 0, 3]);
}
