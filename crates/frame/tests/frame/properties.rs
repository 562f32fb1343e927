//! What must hold whatever is picked, answered and decided locally.

use crate::small::{day, sheets};
use crate::valmorel::{records, signed, today};
use crate::{ask, law, weigh};
use domain::law::{FactId, Truth, Value, VerdictKind};
use frame::{Answer, Declared, Gathered, MayI, Policy, with_documents};
use proptest::prelude::*;
use reference::law::{Asked, FactKind, Law, LocalEffect, Setting, Sheets};

const DAYS: [&str; 5] = [
    "2026-03-01",
    "2026-11-24",
    "2026-12-02",
    "2027-12-02",
    "2030-08-02",
];

/// Picks by place: task, tool, kinds (as bits), day.
#[derive(Debug, Clone)]
struct Picks {
    task: usize,
    tool: usize,
    kinds: usize,
    day: usize,
}

fn picks() -> impl Strategy<Value = Picks> {
    (0..3_usize, 0..4_usize, 0..16_usize, 0..DAYS.len()).prop_map(|(task, tool, kinds, day)| {
        Picks {
            task,
            tool,
            kinds,
            day,
        }
    })
}

fn kinds(bits: usize) -> Vec<String> {
    let kinds = sheets().data_kinds.iter().enumerate();
    let picked = kinds.filter(|(place, _)| bits & 1 << place != 0);
    picked.map(|(_, kind)| kind.id.clone()).collect()
}

fn question<'a>(
    sheets: &'a Sheets,
    picks: &Picks,
    kinds: &'a [String],
    answers: &[Answer],
) -> MayI<'a> {
    let task = Some(sheets.tasks[picks.task].id.as_str());
    let tool = Some(sheets.tools[picks.tool].id.as_str());
    MayI {
        answers: answers.to_vec(),
        ..MayI::picked(sheets, day(DAYS[picks.day]), task, tool, kinds)
    }
}

/// An answer to any fact or trait that is not computed.
fn answer() -> impl Strategy<Value = Answer> {
    let facts = law().facts.iter().enumerate();
    let may_answer: Vec<_> = facts
        .filter(|(_, fact)| fact.asked != Asked::Computed)
        .map(|(place, _)| place)
        .collect();
    (prop::sample::select(may_answer), any::<u8>()).prop_map(|(place, seed)| {
        let fact = &law().facts[place];
        let value = match fact.kind {
            FactKind::YesNo => Value::Flag(seed % 2 == 0),
            FactKind::Choice => Value::Choice(seed % fact.values.len() as u8),
            FactKind::Number => Value::Number(i64::from(seed)),
            FactKind::Date => Value::Date(day("2026-08-01") + chrono::Days::new(seed.into())),
        };
        let fact = FactId(place as u16);
        Answer {
            fact,
            value,
            by: None,
            on: None,
        }
    })
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    prop::collection::vec(answer(), 0..12)
}

/// Any choice of local parameters.
fn policy() -> impl Strategy<Value = Policy> {
    prop::collection::vec(any::<u8>(), law().parameters.len()).prop_map(|seeds| {
        let mut policy = Policy::default();
        for (parameter, seed) in law().parameters.iter().zip(seeds) {
            if let Setting::Choice { values, .. } = &parameter.setting {
                let value = &values[usize::from(seed) % values.len()];
                policy.values.insert(parameter.id.clone(), value.id.clone());
            }
        }
        policy
    })
}

/// Everything a local act can produce, whatever its value.
fn effects() -> Vec<LocalEffect> {
    let settings = law().parameters.iter().map(|parameter| &parameter.setting);
    settings
        .flat_map(|setting| match setting {
            Setting::Choice { values, .. } => values
                .iter()
                .flat_map(|value| value.produces.clone())
                .collect(),
            Setting::Number { produces, .. } => produces.clone(),
        })
        .collect::<Vec<_>>()
}

fn with_limit(effect: LocalEffect) -> Law {
    let mut stricter = law().clone();
    stricter.limits[0].produces.push(effect);
    stricter
}

/// Known kinds of data as bits, and the same with fewer.
const FEWER: [(usize, usize); 9] = [
    (0b011, 0b001),
    (0b011, 0b010),
    (0b101, 0b001),
    (0b101, 0b100),
    (0b110, 0b010),
    (0b110, 0b100),
    (0b111, 0b011),
    (0b111, 0b101),
    (0b111, 0b110),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Adding a prohibition or a duty never lowers a verdict.
    #[test]
    fn a_stricter_frame_is_never_milder(
        picks in picks(),
        answers in answers(),
        policy in policy(),
        effect in prop::sample::select(effects()),
    ) {
        let kinds = kinds(picks.kinds);
        let question = question(sheets(), &picks, &kinds, &answers);
        let (_, before) = ask(law(), &question, &policy);
        let stricter = with_limit(effect);
        let (_, after) = ask(&stricter, &question, &policy);
        prop_assert!(after.kind >= before.kind);
    }

    /// An answer to an unknown fact never changes "forbidden" or "allowed".
    #[test]
    fn what_is_settled_stays(
        picks in picks(),
        given in answers(),
        more in answers(),
        policy in policy(),
    ) {
        let kinds = kinds(picks.kinds);
        let mut question = question(sheets(), &picks, &kinds, &given);
        let (gathered, before) = ask(law(), &question, &policy);
        let is_unknown = |answer: &Answer| gathered.facts.get(answer.fact).is_none();
        question.answers.extend(more.into_iter().filter(is_unknown));
        let (_, after) = ask(law(), &question, &policy);
        if matches!(before.kind, VerdictKind::Forbidden | VerdictKind::Allowed) {
            prop_assert_eq!(after.kind, before.kind);
        }
    }

    /// "Allowed" never goes with an unknown prohibition, nor with an unknown duty that binds the
    /// person or comes before the use.
    #[test]
    fn there_is_no_silent_yes(picks in picks(), answers in answers(), policy in policy()) {
        let kinds = kinds(picks.kinds);
        let question = question(sheets(), &picks, &kinds, &answers);
        let (gathered, verdict) = ask(law(), &question, &policy);
        prop_assert_eq!(verdict.kind == VerdictKind::Allowed, verdict.reasons.is_empty());
        let situation = law().situation(&gathered.facts, question.on);
        let is_silent = law().limits.iter().flat_map(|limit| &limit.produces).any(|effect| {
            effect.duty.is_none() && effect.when.truth(&situation) == Truth::Unknown
        });
        prop_assert!(!is_silent || verdict.kind >= VerdictKind::Unknown);
        for asked in &verdict.ask {
            prop_assert!(gathered.facts.get(asked.fact).is_none());
        }
    }

    /// A record that holds the same facts gets the same verdict as the question.
    #[test]
    fn a_record_and_the_question_agree(picks in picks(), answers in answers(), policy in policy()) {
        let kinds = kinds(picks.kinds);
        let question = question(sheets(), &picks, &kinds, &answers);
        let (gathered, verdict) = ask(law(), &question, &policy);
        let record = Gathered::of_facts(gathered.facts.clone());
        let same = weigh(law(), &question, &policy, &record);
        prop_assert_eq!((verdict.kind, verdict.form), (same.kind, same.form));
        prop_assert_eq!(verdict.reasons, same.reasons);
    }

    /// A record that names what an agent picks, and says nothing more, is read as the question is:
    /// same facts, same origins, same verdict. Some tools have a public sheet, some have not.
    #[test]
    fn a_bare_record_and_its_picks_agree(
        task in 0..signed().sheets.tasks.len(),
        tool in 0..signed().sheets.tools.len(),
        kinds in prop::collection::btree_set(0..signed().sheets.data_kinds.len(), 1..4),
        told in any::<u16>(),
        authority in 0..2_usize,
    ) {
        let reference = signed();
        let records = records();
        let told = records.tools.iter().enumerate().filter(|(place, _)| told >> place & 1 == 1);
        let sheets = with_documents(
            &reference.law,
            &reference.sheets,
            told.map(|(_, tool)| tool),
            &records.authorities,
        );
        let kinds = kinds.into_iter().map(|place| sheets.data_kinds[place].id.clone());
        let mut record = records.bare(&records.authorities[authority].slug);
        record.task_sheet = Some(sheets.tasks[task].id.clone());
        record.tool = Some(sheets.tools[tool].id.clone());
        record.data_sheets = kinds.collect();
        let declared = Declared::of(&record, &reference.law, &sheets, today());
        let policy = Policy::of(&reference.policy, Some(&record.authority), today());
        let (of_record, on_record) = ask(&reference.law, &declared.question(), &policy);
        let profile = sheets.profile_of(&record.authority);
        let (task, tool) = (record.task_sheet.as_deref(), record.tool.as_deref());
        let question = MayI {
            profile: &profile,
            ..MayI::picked(&sheets, today(), task, tool, &record.data_sheets)
        };
        let (mut of_page, on_page) = ask(&reference.law, &question, &policy);
        // The status is a field of every record; the question supposes the same one.
        let status = reference.law.fact_id("lifecycle_status").expect("a fact");
        of_page.origins.insert(status, of_record.origins[&status].clone());
        prop_assert_eq!(of_record, of_page);
        prop_assert_eq!(on_record, on_page);
    }

    /// The order of the kinds of data does not matter.
    #[test]
    fn the_order_of_picks_is_free(picks in picks(), answers in answers()) {
        let mut kinds = kinds(picks.kinds);
        let policy = Policy::default();
        let before = ask(law(), &question(sheets(), &picks, &kinds, &answers), &policy).1;
        kinds.reverse();
        let after = ask(law(), &question(sheets(), &picks, &kinds, &answers), &policy).1;
        prop_assert_eq!(before, after);
    }

    /// Once every kind is known, leaving one out never makes the answer stricter.
    #[test]
    fn fewer_data_are_never_worse(
        picks in picks(),
        answers in answers(),
        (more, fewer) in prop::sample::select(FEWER.to_vec()),
    ) {
        let (all, some) = (kinds(more), kinds(fewer));
        let policy = Policy::default();
        let before = ask(law(), &question(sheets(), &picks, &all, &answers), &policy).1;
        let after = ask(law(), &question(sheets(), &picks, &some, &answers), &policy).1;
        prop_assert!(after.kind <= before.kind);
    }

    /// Reviewing a proposal as it stands never lowers "forbidden".
    #[test]
    fn a_review_never_lifts_a_prohibition(picks in picks(), policy in policy()) {
        let kinds = kinds(picks.kinds);
        let before = ask(law(), &question(sheets(), &picks, &kinds, &[]), &policy).1;
        let mut reviewed = sheets().clone();
        for sheet in reviewed.tasks.iter_mut().chain(&mut reviewed.tools) {
            let proposed = std::mem::take(&mut sheet.proposed);
            let facts = proposed.iter().map(|p| (p.fact, p.value)).collect();
            let (by, on) = (domain::law::Signatory::Dpo, day("2026-02-20"));
            let admits = None;
            let silent_on = Vec::new();
            sheet.reviewed.push(reference::law::Block { by, on, facts, admits, silent_on });
        }
        let after = ask(law(), &question(&reviewed, &picks, &kinds, &[]), &policy).1;
        prop_assert!(before.kind != VerdictKind::Forbidden || after.kind == before.kind);
    }
}
