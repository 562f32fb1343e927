use super::standing::{Standing, start};
use super::{TEXTS, names, rules_of};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::Wording;
use reference::{Certainty, Milestone};

#[derive(Template)]
#[template(path = "pages/law_texts.html")]
struct Page<'a> {
    layout: Layout<'a>,
    on: String,
    assessed: String,
    texts: Vec<TextLine>,
    coming: Vec<Date>,
    past: Vec<Date>,
}

struct TextLine {
    url: String,
    name: String,
    meaning: String,
    counts: String,
    next: Option<String>,
}

struct Date {
    date: String,
    title: String,
    text: String,
    certainty: String,
    source: Option<(String, String)>,
}

/// The texts, what is in force on the day of the snapshot, and the calendar.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let on = site.snapshot.built_on;
    let timeline = &site.library.reference.timeline;
    let dates = |is_shown: &dyn Fn(&&Milestone) -> bool| {
        let shown = timeline.iter().filter(is_shown);
        shown.map(|milestone| date(site, milestone, &w)).collect()
    };
    let layout = Layout::new(site, place, "droit", "");
    let page = Page {
        on: w.format("law-on", &[("date", w.date(on).into())]),
        assessed: assessed(site, place, &w),
        texts: names(site)
            .into_iter()
            .map(|text| line(site, place, text, &w))
            .collect(),
        coming: dates(&|milestone| milestone.date > on),
        past: dates(&|milestone| milestone.date <= on),
        layout: layout.titled(w.get("law-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// How many records of the scope were read against the rules.
fn assessed(site: &Site, place: &Place, w: &Wording) -> String {
    let count = |key: &str| {
        let numbers = site.numbers.get(&place.scope);
        numbers.map_or(0.0, |numbers| numbers.value(key))
    };
    let blanks = [
        ("assessed", count("law_uses_assessed").into()),
        ("unknown", count("law_uses_unknown").into()),
    ];
    w.format("law-assessed", &blanks)
}

fn line(site: &Site, place: &Place, text: &str, w: &Wording) -> TextLine {
    let on = site.snapshot.built_on;
    let rules: Vec<_> = rules_of(site, text).collect();
    let mut counts = vec![w.format("law-rules", &[("count", rules.len().into())])];
    for standing in Standing::ALL {
        let count = rules
            .iter()
            .filter(|rule| Standing::of(rule, on) == standing)
            .count();
        if count > 0 {
            let key = format!("law-count-{}", standing.code());
            counts.push(w.format(&key, &[("count", count.into())]));
        }
    }
    for (code, level) in Certainty::ALL {
        let count = rules
            .iter()
            .filter(|rule| rule.certainty() == level)
            .count();
        if count > 0 {
            let label = w.get(&format!("certainty-{code}"));
            let blanks = [("label", label.into()), ("count", count.into())];
            counts.push(w.format("law-certainty-count", &blanks));
        }
    }
    let next = rules
        .iter()
        .filter_map(|rule| {
            let periods = rule.provision.periods.iter();
            let period = periods.into_iter().find(|period| period.from > on)?;
            Some((period, *rule))
        })
        .min_by_key(|(period, _)| period.from);
    TextLine {
        url: place.page(&format!("droit/{text}")),
        name: w.label(TEXTS, text),
        meaning: w.definition(TEXTS, text),
        counts: counts.join(" · "),
        next: next.map(|(period, rule)| {
            let blanks = [
                ("when", start(period.from, period.original, w).into()),
                ("title", w.text(&rule.title).into()),
            ];
            w.format("law-next", &blanks)
        }),
    }
}

fn date(site: &Site, milestone: &Milestone, w: &Wording) -> Date {
    let source = site.library.reference.source(&milestone.source);
    Date {
        date: w.date(milestone.date),
        title: w.text(&milestone.title),
        text: w.text(&milestone.text),
        certainty: w.get(&format!("certainty-{}", milestone.certainty.code())),
        source: source.and_then(|source| Some((w.text(&source.title), source.url.clone()?))),
    }
}
