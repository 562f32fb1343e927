use super::{known, reference, social, summaries, tool};
use crate::properties::{day, facts};
use domain::law::{Origins, RuleOutcome, Signatory};
use domain::{Function, Language};
use evaluate::risks::Standing;
use evaluate::starters::{Blank, Item, Known, Sentence, SentenceOrigin, Starter, start};
use proptest::prelude::*;
use reference::{StarterField, StarterForm};

fn form(id: &str) -> &'static StarterForm {
    &reference().starters[id]
}

fn item<'a, 's>(starter: &'s Starter<'a>, section: &str, item: &str) -> &'s Item<'a> {
    let mut sections = starter.sections.iter();
    let section = sections
        .find(|s| s.section.id == section)
        .expect("a section");
    let found = section.items.iter().find(|i| i.item.id == item);
    found.expect("an item")
}

fn french<'a>(sentences: &'a [Sentence]) -> Vec<&'a str> {
    let texts = sentences.iter();
    texts
        .map(|sentence| sentence.text.plain(Language::Fr))
        .collect()
}

#[test]
fn the_first_line_says_that_it_is_not_the_assessment() {
    for form in reference().starters.values() {
        let (fr, en) = (
            form.notice.plain(Language::Fr),
            form.notice.plain(Language::En),
        );
        assert!(
            fr.starts_with("Ceci est un point de départ, pas l’analyse d’impact"),
            "{fr}"
        );
        assert!(en.starts_with("This is a starter, not the"), "{en}");
    }
}

#[test]
fn each_sentence_says_where_it_comes_from() {
    let starter = start(form("dpia"), social());
    let processing = item(&starter, "overview", "processing");
    let expected = [
        "Nom : Résumer",
        "Besoin : Lire plus vite <les dossiers>",
        "État : En test",
        "Fréquence : Tous les jours",
        "Fréquence : 90 – 160 utilisations par mois (déclaré)",
        "Outil : Plume",
        "Produit du contenu ou une décision : Oui",
        "Usage innovant : Oui",
    ];
    let law = &reference().law;
    let fact = law.fact_id("uses_ai_system").expect("a fact");
    let mut expected = expected.map(str::to_owned);
    expected[2] = format!(
        "État : {}",
        reference().label("lifecycle", "pilot", Language::Fr)
    );
    expected[3] = format!(
        "Fréquence : {}",
        reference().label("frequency", "daily", Language::Fr)
    );
    expected[6] = format!("{} : Oui", law.fact(fact).label.plain(Language::Fr));
    assert_eq!(french(&processing.sentences), expected);
    let origins: Vec<_> = processing.sentences.iter().map(|s| &s.origin).collect();
    assert_eq!(origins[0], &SentenceOrigin::Field(StarterField::Name));
    assert_eq!(origins[5], &SentenceOrigin::Field(StarterField::ToolName));
    let SentenceOrigin::Fact(id, Some(origin)) = origins[6] else {
        panic!("{origins:?}");
    };
    assert_eq!((*id, origin.by), (fact, Some(Signatory::Dpo)));
}

#[test]
fn what_nobody_said_is_a_blank_with_who_can_fill_it() {
    let starter = start(form("dpia"), social());
    let consent = item(&starter, "rights", "consent");
    assert!(consent.sentences.is_empty());
    assert_eq!(consent.blanks, [Blank::Write(&[Function::Dpo])]);
    let law = &reference().law;
    let transfers = item(&starter, "rights", "transfers");
    let place = law.fact_id("data_location").expect("a fact");
    assert!(
        transfers
            .blanks
            .contains(&Blank::Answer(place, Signatory::It))
    );
    let training = item(&starter, "rights", "processors");
    assert!(
        !french(&training.sentences)
            .iter()
            .any(|s| s.contains("entraînement"))
    );
}

#[test]
fn whether_it_is_due_is_the_finding_of_the_rule() {
    let outcome = |form_id, known| {
        let starter = start(form(form_id), known);
        let (rule, finding) = starter.due.expect("a rule of the law");
        (rule.id.clone(), finding.outcome)
    };
    let expected = |rule: &str, outcome| (rule.to_owned(), outcome);
    assert_eq!(
        outcome("dpia", social()),
        expected("rgpd/aipd", RuleOutcome::Applies)
    );
    assert_eq!(
        outcome("dpia", known(&[])),
        expected("rgpd/aipd", RuleOutcome::Unknown)
    );
    let (_, fria) = outcome("fria", social());
    assert_eq!(fria, RuleOutcome::DoesNotApply);
}

#[test]
fn risks_of_the_record_stand_apart_from_suggestions() {
    let starter = start(form("dpia"), social());
    let threats = item(&starter, "illegitimate-access", "threats");
    let origins: Vec<_> = threats.sentences.iter().map(|s| &s.origin).collect();
    assert_eq!(
        origins,
        [&SentenceOrigin::Risk(0), &SentenceOrigin::Risk(1)]
    );
    let suggested: Vec<_> = threats.suggested.iter().map(|s| &s.origin).collect();
    let applies = SentenceOrigin::Suggestion("kept-too-long", Standing::Applies);
    let may_apply = SentenceOrigin::Suggestion("foreign-law", Standing::MayApply);
    assert!(suggested.contains(&&applies) && suggested.contains(&&may_apply));
    let is_recorded =
        |o: &&&SentenceOrigin| matches!(o, SentenceOrigin::Suggestion("leak-by-prompt", _));
    assert_eq!(suggested.iter().filter(is_recorded).count(), 0);
    for sentence in &threats.suggested {
        let is_unsure = matches!(
            sentence.origin,
            SentenceOrigin::Suggestion(_, Standing::MayApply)
        );
        assert_eq!(sentence.note.is_some(), is_unsure);
    }
    let all = starter.items().flat_map(|item| &item.sentences);
    let is_suggestion = |s: &&Sentence| matches!(s.origin, SentenceOrigin::Suggestion(..));
    assert_eq!(all.filter(is_suggestion).count(), 0);
    assert_eq!(
        starter.risks_not_shown,
        [2],
        "it is of no catalogue, so of no event"
    );
    let fria = start(form("fria"), social());
    assert!(fria.risks_not_shown.is_empty());
}

#[test]
fn levels_are_those_that_remain_and_measures_say_how_far_they_are() {
    let starter = start(form("dpia"), social());
    let level = |name| item(&starter, "illegitimate-access", name).level;
    assert_eq!((level("severity"), level("likelihood")), (Some(3), Some(2)));
    assert_eq!(item(&starter, "disappearance", "severity").level, None);
    let measures = item(&starter, "illegitimate-access", "measures");
    let expected = [
        "Retirer les noms",
        "Proposer un outil fourni",
        "Relecture à deux",
    ];
    assert_eq!(french(&measures.sentences), expected);
    let notes = measures.sentences.iter().map(|s| s.note.as_ref());
    let notes: Vec<_> = notes
        .map(|n| n.map_or("", |n| n.plain(Language::Fr)))
        .collect();
    assert_eq!(notes, ["En place. Relevé", "Prévue", ""]);
}

proptest! {
    /// Whatever is known, no item stays silent: it says something, or says who can.
    #[test]
    fn no_item_is_silent(facts in facts(), on in day()) {
        let known = Known {
            reference: reference(),
            use_case: summaries(),
            tool: Some(tool()),
            authority: None,
            department: None,
            facts: &facts,
            origins: &Origins::new(),
            on,
        };
        for form in reference().starters.values() {
            for item in start(form, known).items() {
                let is_silent = item.sentences.is_empty() && item.blanks.is_empty();
                prop_assert!(!is_silent || item.level.is_some(), "{}", item.item.id);
                for blank in &item.blanks {
                    if let Blank::Write(by) = blank {
                        prop_assert!(!by.is_empty());
                    }
                }
            }
        }
    }
}
