use super::say::Say;
use super::standing::{sentence, start};
use super::{TEXTS, certainty, nature, split};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::law::{Binding, Period, RuleOutcome};
use publish::Wording;
use reference::Certainty;
use reference::law::{Case, Debtor, Duty, Rule, RulePeriod, SheetKind};

#[derive(Template)]
#[template(path = "pages/law_rule.html")]
struct Page<'a> {
    layout: Layout<'a>,
    text: (String, String),
    standing: String,
    nature: String,
    means: String,
    caution: Option<String>,
    condition: String,
    periods: Vec<PeriodLine>,
    duties: Vec<DutyLine>,
    facts: Vec<(String, String)>,
    certainty: Vec<String>,
    sources: Vec<SourceLine>,
    checked: String,
    cases: Vec<CaseLine>,
}

struct PeriodLine {
    when: String,
    note: Option<String>,
    condition: Option<String>,
    source: String,
}

struct DutyLine {
    who: String,
    text: String,
    details: String,
}

struct SourceLine {
    title: String,
    url: Option<String>,
    details: String,
}

struct CaseLine {
    date: String,
    title: String,
    outcome: String,
    facts: String,
}

/// One rule, with everything that is said of it.
pub(crate) fn render(site: &Site, place: &Place, id: &str) -> Result<Rendered, PageError> {
    let reference = &site.library.reference;
    let rule = reference.law.rule(id).ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let say = Say::new(site, w);
    let (text, _) = split(rule);
    let layout = Layout::new(site, place, &format!("droit/{id}"), "");
    let page = Page {
        text: (w.label(TEXTS, text), place.page(&format!("droit/{text}"))),
        standing: [
            sentence(rule, site.snapshot.built_on, &w),
            certainty(rule, &w),
        ]
        .join(" · "),
        nature: nature(rule, &w),
        means: w.text(&rule.means),
        caution: caution(rule, &w),
        condition: say.items(&rule.provision.when),
        periods: rule
            .provision
            .periods
            .iter()
            .zip(&rule.periods)
            .map(|(period, said)| period_line(site, period, said, &say, &w))
            .collect(),
        duties: rule
            .duties
            .iter()
            .map(|duty| duty_line(duty, &say, &w))
            .collect(),
        facts: facts(rule, &w),
        certainty: parts(rule, &w),
        sources: sources(site, rule, &w),
        checked: checked(site, rule, &w),
        cases: reference
            .law
            .cases
            .iter()
            .filter_map(|case| case_line(case, rule, &say, &w))
            .collect(),
        layout: layout.titled(w.text(&rule.title)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// What must be said before anything else of a rule that is not verified in every part.
fn caution(rule: &Rule, w: &Wording) -> Option<String> {
    match rule.certainty() {
        Certainty::Verified => None,
        level => Some(w.get(&format!("law-caution-{}", level.code()))),
    }
}

fn period_line(
    site: &Site,
    period: &Period,
    said: &RulePeriod,
    say: &Say,
    w: &Wording,
) -> PeriodLine {
    let mut when = match period.until {
        Some(until) => {
            let blanks = [
                ("from", w.date(period.from).into()),
                ("until", w.date(until).into()),
            ];
            w.format("law-from-until", &blanks)
        }
        None => start(period.from, period.original, w),
    };
    if period.debated {
        when = w.format("law-both-readings", &[("when", when.into())]);
    }
    let source = site.library.reference.source(&said.source);
    PeriodLine {
        when,
        note: said.note.as_ref().map(|note| w.text(note)),
        condition: period.when.as_ref().map(|condition| say.line(condition)),
        source: source.map_or_else(String::new, |source| w.text(&source.title)),
    }
}

fn duty_line(duty: &Duty, say: &Say, w: &Wording) -> DutyLine {
    let who = w.get(match duty.who {
        Debtor::Authority => "law-debtor-authority",
        Debtor::Agent => "law-debtor-agent",
        Debtor::Supplier => "law-debtor-supplier",
    });
    let mut details = vec![w.label(Binding::VOCABULARY, duty.binds.code())];
    if duty.is_standing {
        details.push(w.get("law-duty-always"));
    }
    for sheet in &duty.done_on {
        details.push(w.get(match sheet {
            SheetKind::Tool => "law-done-on-tool",
            SheetKind::Task => "law-done-on-task",
            SheetKind::DataKind => "law-done-on-data",
        }));
    }
    if let Some(condition) = &duty.when {
        let blanks = [("condition", say.line(condition).into())];
        details.push(w.format("law-duty-only", &blanks));
    }
    DutyLine {
        who,
        text: w.text(&duty.text),
        details: details.join(" · "),
    }
}

fn facts(rule: &Rule, w: &Wording) -> Vec<(String, String)> {
    let rows = [
        ("law-citation", Some(&rule.citation)),
        ("law-in-charge", rule.in_charge.as_ref()),
        ("law-evidence", rule.evidence.as_ref()),
        ("law-lifted", rule.lifted_by.as_ref()),
        ("law-not-modelled", rule.not_modelled.as_ref()),
    ];
    rows.into_iter()
        .filter_map(|(key, text)| Some((w.get(key), w.text(text?))))
        .collect()
}

/// How sure we are, part by part.
fn parts(rule: &Rule, w: &Wording) -> Vec<String> {
    rule.certainty
        .iter()
        .map(|note| {
            let level = w.get(&format!("certainty-{}", note.level.code()));
            let about = note.about.as_ref();
            let about = about.map_or_else(|| w.get("law-whole-rule"), |about| w.text(about));
            let blanks = [("about", about.into()), ("level", level.into())];
            w.format("law-certainty-part", &blanks)
        })
        .collect()
}

fn sources(site: &Site, rule: &Rule, w: &Wording) -> Vec<SourceLine> {
    let reference = &site.library.reference;
    let known = rule.sources.iter().filter_map(|id| reference.source(id));
    known
        .map(|source| {
            let level = w.get(&format!("certainty-{}", source.certainty.code()));
            let blanks = [("date", w.date(source.checked_on).into())];
            let mut details: Vec<String> = source.publisher.iter().cloned().collect();
            details.extend([level, w.format("law-source-checked", &blanks)]);
            SourceLine {
                title: w.text(&source.title),
                url: source.url.clone(),
                details: details.join(" · "),
            }
        })
        .collect()
}

fn checked(site: &Site, rule: &Rule, w: &Wording) -> String {
    let is_late = rule.review_by < site.snapshot.built_on;
    let blanks = [
        ("checked", w.date(rule.checked_on).into()),
        ("review", w.date(rule.review_by).into()),
    ];
    let key = if is_late {
        "law-checked-late"
    } else {
        "law-checked"
    };
    w.format(key, &blanks)
}

/// A worked case that expects something of the rule.
fn case_line(case: &Case, rule: &Rule, say: &Say, w: &Wording) -> Option<CaseLine> {
    let (_, outcome) = case.expect.iter().find(|(id, _)| *id == rule.id)?;
    Some(CaseLine {
        date: w.date(case.on),
        title: case
            .title
            .as_ref()
            .map_or_else(String::new, |title| w.text(title)),
        outcome: w.label(RuleOutcome::VOCABULARY, outcome.code()),
        facts: say.answers(&case.facts),
    })
}
