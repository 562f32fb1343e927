use super::standing::{Standing, sentence};
use super::{TEXTS, certainty, is_to_confirm, nature, rules_of};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/law_text.html")]
struct Page<'a> {
    layout: Layout<'a>,
    meaning: String,
    on: String,
    groups: Vec<Group>,
}

/// The rules that stand at the same point.
struct Group {
    title: String,
    reserve: String,
    rules: Vec<RuleLine>,
}

struct RuleLine {
    url: String,
    title: String,
    is_to_confirm: bool,
    details: String,
    citation: String,
}

/// The rules of one text.
pub(crate) fn render(site: &Site, place: &Place, text: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let on = site.snapshot.built_on;
    let mut groups = Vec::new();
    for standing in Standing::ALL {
        let rules: Vec<_> = rules_of(site, text)
            .filter(|rule| Standing::of(rule, on) == standing)
            .map(|rule| RuleLine {
                url: place.page(&format!("droit/{}", rule.id)),
                title: w.text(&rule.title),
                is_to_confirm: is_to_confirm(rule),
                details: [
                    nature(rule, &w),
                    sentence(rule, on, &w),
                    certainty(rule, &w),
                ]
                .join(" · "),
                citation: w.text(&rule.citation),
            })
            .collect();
        if !rules.is_empty() {
            groups.push(Group {
                title: w.get(&format!("law-standing-{}", standing.code())),
                reserve: w.get(&format!("law-explained-{}", standing.code())),
                rules,
            });
        }
    }
    if groups.is_empty() {
        return Err(PageError::NotFound);
    }
    let layout = Layout::new(site, place, &format!("droit/{text}"), "");
    let page = Page {
        meaning: w.definition(TEXTS, text),
        on: w.format("law-on", &[("date", w.date(on).into())]),
        groups,
        layout: layout.titled(w.label(TEXTS, text)),
    };
    Ok(finish(site, place.language, page.render()?))
}
