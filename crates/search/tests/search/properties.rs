//! What holds for any register and any text.

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::{
    Direction, Document, Field, Filters, Index, IndexBuilder, Language, Mode, Query, Results, Sort,
    Synonyms, Weight,
};

use crate::register::register;

/// A record: words of its body, values of facets `a` and `b`.
type Plain = (String, Vec<u8>, Vec<u8>);

const VALUES: [&str; 4] = ["v0", "v1", "v2", "v3"];

fn records() -> impl Strategy<Value = Vec<Plain>> {
    let values = || prop::collection::vec(0_u8..4, 0..3);
    prop::collection::vec(
        ("(arbre|bus|cantine|école| ){0,6}", values(), values()),
        0..40,
    )
}

fn index_of(records: &[Plain]) -> Index {
    let mut builder = IndexBuilder::new(Synonyms::new());
    for (text, left, right) in records {
        let field = Field {
            weight: Weight::Body,
            language: Language::French,
            text,
        };
        let pairs = |name, values: &[u8]| {
            values
                .iter()
                .map(|&value| (name, VALUES[usize::from(value)]))
                .collect::<Vec<_>>()
        };
        let facets = [pairs("a", left), pairs("b", right)].concat();
        builder.add(&Document {
            fields: vec![field],
            facets,
            ranks: &[],
        });
    }
    builder.build()
}

fn all_hits(index: &Index, text: &str, filters: &Filters) -> Vec<u32> {
    let filters = filters.clone();
    let query = Query {
        filters,
        limit: usize::MAX,
        ..Query::new(text, Language::French)
    };
    index
        .search(&query)
        .hits
        .iter()
        .map(|hit| hit.document)
        .collect()
}

fn names(values: &[u8]) -> Vec<&'static str> {
    values
        .iter()
        .map(|&value| VALUES[usize::from(value)])
        .collect()
}

fn is_kept(picked: &[u8], values: &[u8]) -> bool {
    picked.is_empty() || picked.iter().any(|value| values.contains(value))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zéœ’'\" «»-]{0,60}",
        "(agent|traducti|l’|d'|-|\\.|\"|«|»| |rendez|é|\u{301}|œ|·|conseil municipal|tarduction){0,20}",
        "\\PC{0,400}",
    ]
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![
        Just(Language::French),
        Just(Language::English),
        Just(Language::Other)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(texts in prop::collection::vec((text(), language()), 1..8)) {
        let index = register();
        for (text, language) in texts {
            let query = Query { limit: 100, ..Query::new(&text, language) };
            let results = index.search(&query);
            prop_assert!(results.total <= index.len());
            prop_assert_eq!(results.total, results.hits.len());
            prop_assert_eq!(results, index.search(&query));
        }
    }

    #[test]
    fn the_corrected_text_gives_the_same_answer(
        text in "(tarduction|voirei|conseil|municipl|bus|zzzz|l’|-| |\"){0,8}"
    ) {
        let index = register();
        let typed = index.search(&Query::new(&text, Language::French));
        if let Some(corrected) = &typed.corrected {
            let meant = index.search(&Query::new(corrected, Language::French));
            prop_assert_eq!(meant, Results { corrected: None, ..typed.clone() });
        }
    }

    #[test]
    fn any_text_can_be_indexed_and_found(text in text(), language in language()) {
        let mut synonyms = Synonyms::new();
        synonyms.add(language, &[&text, "bus"]);
        let mut builder = IndexBuilder::new(synonyms);
        let fields = vec![Field { weight: Weight::Name, language, text: &text }];
        builder.add(&Document { fields, ..Document::default() });
        let index = builder.build();
        let results = index.search(&Query::new(&text, language));
        prop_assert_eq!(results.total, 1);
        prop_assert!(results.corrected.is_none());
        prop_assert!(index.similar(0, 5, &Filters::new()).is_empty());
    }

    #[test]
    fn filters_and_counts_agree_with_brute_force(
        records in records(),
        text in prop_oneof![Just(""), Just("bus"), Just("cantine école"), Just("\"bus bus\"")],
        left in prop::collection::vec(0_u8..4, 0..3),
        right in prop::collection::vec(0_u8..4, 0..3),
    ) {
        let index = index_of(&records);
        let filters = Filters::from([("a", names(&left)), ("b", names(&right))]);
        let unfiltered = all_hits(&index, text, &Filters::new());
        let among = |is_kept: &dyn Fn(&Plain) -> bool| -> Vec<u32> {
            unfiltered.iter().copied().filter(|&hit| is_kept(&records[hit as usize])).collect()
        };
        let kept = among(&|(_, a, b)| is_kept(&left, a) && is_kept(&right, b));
        prop_assert_eq!(&all_hits(&index, text, &filters), &kept);

        let facets = vec!["a", "b"];
        let results =
            index.search(&Query { filters, facets, ..Query::new(text, Language::French) });
        prop_assert_eq!(results.total, kept.len());
        let beside_a = among(&|(_, _, b)| is_kept(&right, b));
        let beside_b = among(&|(_, a, _)| is_kept(&left, a));
        let counted = |facet: &str| -> BTreeMap<String, usize> {
            let counts = results.facets[facet].iter().filter(|count| count.count > 0);
            counts.map(|count| (count.value.clone(), count.count)).collect()
        };
        let expected = |hits: &[u32], values: &dyn Fn(&Plain) -> &Vec<u8>| {
            let mut counts = BTreeMap::new();
            for (number, value) in VALUES.iter().enumerate() {
                let holds = |hit: &&u32| values(&records[**hit as usize]).contains(&(number as u8));
                let count = hits.iter().filter(holds).count();
                if count > 0 {
                    counts.insert((*value).to_owned(), count);
                }
            }
            counts
        };
        prop_assert_eq!(counted("a"), expected(&beside_a, &|record| &record.1));
        prop_assert_eq!(counted("b"), expected(&beside_b, &|record| &record.2));
    }

    #[test]
    fn records_with_all_the_words_are_found(records in records()) {
        let index = index_of(&records);
        let holds = |text: &str, word: &str| text.split(' ').any(|other| other == word);
        let expected: Vec<u32> = (0..)
            .zip(&records)
            .filter(|(_, (text, _, _))| holds(text, "bus") && holds(text, "cantine"))
            .map(|(number, _)| number)
            .collect();
        if !expected.is_empty() {
            let query = Query { limit: usize::MAX, ..Query::new("bus cantine", Language::French) };
            let results = index.search(&query);
            let found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
            prop_assert_eq!(results.mode, Mode::AllTerms);
            prop_assert!(expected.iter().all(|number| found.contains(number)));
        }
    }

    #[test]
    fn a_record_more_hides_none_that_has_all_the_words(
        records in records(),
        more in records(),
        text in prop_oneof![Just("bus "), Just("cantine école "), Just("écoles arbre "), Just("\"bus bus\"")],
    ) {
        let before = index_of(&records);
        let query = Query { limit: usize::MAX, ..Query::new(text, Language::French) };
        if before.search(&query).mode == Mode::AllTerms {
            let after = all_hits(&index_of(&[records.clone(), more].concat()), text, &Filters::new());
            let lost = all_hits(&before, text, &Filters::new())
                .into_iter()
                .find(|hit| !after.contains(hit));
            prop_assert_eq!(lost, None);
        }
    }

    #[test]
    fn pages_follow_one_another(records in records(), size in 1_usize..7, by_rank in any::<bool>()) {
        let index = index_of(&records);
        let sort = if by_rank {
            Sort::Rank { key: 0, direction: Direction::Descending }
        } else {
            Sort::Relevance
        };
        let whole = Query { sort, limit: usize::MAX, ..Query::new("bus", Language::French) };
        let whole_hits = index.search(&whole).hits;
        let mut pages = Vec::new();
        for page in 0..=whole_hits.len() / size {
            pages.extend(index.search(&Query { offset: page * size, limit: size, ..whole.clone() }).hits);
        }
        prop_assert_eq!(pages, whole_hits);
    }
}
