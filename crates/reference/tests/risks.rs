//! The risks, measures, scales, starters and criteria of the project, and what they cite.

use domain::{FearedEvent, MeasureState, RiskBearer, RiskFamily};
use reference::risks::ListKind;
use reference::{Reference, StarterField, Tree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn reference() -> Reference {
    let mut tree = Tree::default();
    for folder in ["data", "framework"] {
        let files = Tree::from_dir(&root().join(folder)).expect("the project's own folder");
        for path in files.paths("", "") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    let (reference, diagnostics) = Reference::read(&tree);
    assert_eq!(diagnostics, [], "the data of the project have no mistake");
    reference
}

#[test]
fn the_catalogue_covers_every_family_and_says_how_much_it_holds() {
    let reference = reference();
    let risks = &reference.risks;
    let counts = [
        risks.risks.len(),
        risks.measures.len(),
        risks.lists.len(),
        reference.starters.len(),
        reference.ethics.len(),
    ];
    assert_eq!(counts, [42, 35, 4, 2, 8]);
    for family in RiskFamily::ALL {
        let in_family = risks.risks.iter().filter(|risk| risk.family == *family);
        assert!(in_family.count() >= 2, "{}", family.code());
    }
    assert!(risks.scales.is_some());
}

#[test]
fn every_risk_is_mapped_and_every_entry_of_the_short_lists_is_met() {
    let reference = reference();
    let risks = &reference.risks.risks;
    for risk in risks {
        assert!(risk.places(ListKind::Mit).next().is_some(), "{}", risk.id);
        assert!(!risk.dpv.is_empty() && !risk.examples.is_empty());
        assert!(!risk.borne_by.is_empty(), "{}", risk.id);
    }
    let met = |kind| -> BTreeSet<&str> {
        let places = risks.iter().flat_map(|risk| risk.places(kind));
        places.collect()
    };
    let list = |kind| {
        let lists = &reference.risks.lists;
        lists.iter().find(|list| list.list == kind).expect("a list")
    };
    assert_eq!(
        met(ListKind::OwaspLlm).len(),
        list(ListKind::OwaspLlm).entries.len()
    );
    let unmet: Vec<_> = list(ListKind::NistAi6001)
        .entries
        .iter()
        .filter(|entry| !met(ListKind::NistAi6001).contains(entry.id.as_str()))
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(
        unmet,
        ["cbrn"],
        "weapons are out of a public service's reach"
    );
}

/// Nothing is called surer than the surest of its sources.
#[test]
fn certainty_never_exceeds_that_of_the_sources() {
    let reference = reference();
    let check = |id: &str, certainty, sources: &[String]| {
        let known = sources.iter().filter_map(|id| reference.source(id));
        let surest = known.map(|source| source.certainty).min();
        assert!(surest.is_some_and(|surest| surest <= certainty), "{id}");
    };
    for risk in &reference.risks.risks {
        check(&risk.id, risk.certainty, &risk.sources);
    }
    for measure in &reference.risks.measures {
        check(&measure.id, measure.certainty, &measure.sources);
    }
    for criterion in &reference.ethics {
        check(&criterion.id, criterion.certainty, &criterion.sources);
    }
}

#[test]
fn the_words_of_the_new_lists_are_those_of_the_records() {
    let reference = reference();
    let codes = |key: &str| -> Vec<String> {
        let values = &reference.vocabularies[key].values;
        values.iter().map(|entry| entry.code.clone()).collect()
    };
    let all = |codes: &[&str]| {
        codes
            .iter()
            .map(|code| (*code).to_owned())
            .collect::<Vec<_>>()
    };
    let bearers: Vec<_> = RiskBearer::ALL.iter().map(|v| v.code()).collect();
    assert_eq!(codes(RiskBearer::VOCABULARY), all(&bearers));
    let events: Vec<_> = FearedEvent::ALL.iter().map(|v| v.code()).collect();
    assert_eq!(codes(FearedEvent::VOCABULARY), all(&events));
    let states: Vec<_> = MeasureState::ALL.iter().map(|v| v.code()).collect();
    assert_eq!(codes(MeasureState::VOCABULARY), all(&states));
    let fields: Vec<_> = StarterField::ALL.iter().map(|v| v.code()).collect();
    assert_eq!(codes(StarterField::VOCABULARY), all(&fields));
}

/// The terms published by W3C, when they lie beside the project.
#[test]
fn every_dpv_term_is_published() {
    let folder = root().join("../shared/data/registers/w3c-dpv");
    let mut published = BTreeSet::new();
    for name in ["dpv-2.3-ai.csv", "dpv-2.3-risk.csv"] {
        let Ok(mut file) = csv::Reader::from_path(folder.join(name)) else {
            return;
        };
        let rows = file.records().map(|row| row.expect("a row of the file"));
        published.extend(rows.map(|row| row[2].to_owned()));
    }
    for risk in &reference().risks.risks {
        for term in &risk.dpv {
            assert!(published.contains(term), "{}: {term}", risk.id);
        }
    }
}
