use super::*;

fn sketch() -> Sketch {
    Sketch {
        id: "town".to_owned(),
        title: Text::pair("Registre d’une ville: « 2026 »", "Register of a town"),
        publisher: Some(PublisherSheet {
            slug: "town".to_owned(),
            name: Text::pair("Une ville", "A town"),
            country: "FR".to_owned(),
            language: "fr".to_owned(),
            licence: "etalab-2.0".to_owned(),
            attribution: Text::pair("Source : \"une ville\" # 1", "Source: \\ a town"),
            is_shared: false,
            url: None,
        }),
        edition: Some("yes".to_owned()),
        key: vec!["N°".to_owned(), "null".to_owned()],
        fields: BTreeMap::from([
            (CommonField::Name, vec!["Nom: du\u{a0}projet".to_owned()]),
            (
                CommonField::Summary,
                vec!["- Résumé".to_owned(), "& Suite".to_owned()],
            ),
            (CommonField::LifecycleStatus, vec!["#état".to_owned()]),
        ]),
        lifecycle: vec![
            ("En cours".to_owned(), Lifecycle::Deployed),
            ("no".to_owned(), Lifecycle::Refused),
        ],
        values: BTreeMap::from([(
            CommonField::Country,
            vec![("{France}".to_owned(), "FR".to_owned())],
        )]),
    }
}

#[test]
fn a_sketch_written_and_read_again_is_the_same_whatever_its_words() {
    for own in [false, true] {
        let mut sketch = sketch();
        if own {
            (sketch.publisher, sketch.edition) = (None, None);
        }
        let read = Mapping::parse("town", &sketch.yaml());
        let read = read.unwrap_or_else(|found| panic!("{found:?}\n{}", sketch.yaml()));
        assert_eq!(Sketch::of(&read), Some(sketch));
    }
}

#[test]
fn a_mapping_that_says_more_than_a_sketch_is_not_cut_down() {
    let mut text = sketch().yaml();
    text.push_str("generative:\n  - {column: \"N°\", contains: [\"llm\"], then: \"yes\"}\n");
    let read = Mapping::parse("town", &text).expect("a mapping");
    assert_eq!(Sketch::of(&read), None);
}

#[test]
fn a_mapping_of_another_name_or_with_an_unknown_field_is_told() {
    let text = sketch().yaml();
    assert!(Mapping::parse("city", &text).is_err());
    let wrong = text.replace("  name: {column", "  nom: {column");
    let found = Mapping::parse("town", &wrong).expect_err("told");
    assert!(
        found
            .iter()
            .any(|d| d.remark.key == "mapping-unknown-field"),
        "{found:?}"
    );
}
