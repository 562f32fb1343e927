use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::Wording;
use publish::api::{ITEMS_MAX, ROOT, Resource, TITLES};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/api.html")]
struct Page<'a> {
    layout: Layout<'a>,
    resources: Vec<Line>,
    parameters: Vec<Line>,
    problems: Vec<Line>,
    rules: Vec<(String, String)>,
    example: String,
    openapi: String,
    discovery: String,
}

/// A thing and what it is.
struct Line {
    id: String,
    name: String,
    url: Option<String>,
    means: String,
    more: String,
}

/// What programs can ask for, how, and what a refusal means.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let tag = place.language.tag();
    let rules = ["pages", "changes", "copies", "cache", "limit", "language"];
    let rule = |name: &str| {
        let blanks = [("items", ITEMS_MAX.into())];
        let title = w.get(&format!("api-rule-{name}"));
        (title, w.format(&format!("api-rule-{name}-means"), &blanks))
    };
    let page = Page {
        resources: Resource::ALL.map(|resource| line(resource, &w)).into(),
        parameters: parameters(&w),
        problems: problems(&w),
        rules: rules.map(rule).into(),
        example: format!(
            "curl '{}{ROOT}/use-cases?state=refused&limit=10'",
            site.public_url
        ),
        openapi: format!("{ROOT}/openapi.json?lang={tag}"),
        discovery: "/.well-known/observatoire-ia.json".to_owned(),
        layout: Layout::new(site, place, "api", "").titled(w.get("api-page-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn line(resource: Resource, w: &Wording) -> Line {
    let is_single = resource.key().is_some();
    let parameters = resource.parameters().iter();
    let names: Vec<_> = parameters.map(|parameter| parameter.name).collect();
    Line {
        id: format!("resource-{}", resource.code()),
        name: format!("{ROOT}{}", resource.path()),
        url: (!is_single).then(|| format!("{ROOT}{}", resource.path())),
        means: w.get(&format!("api-resource-{}", resource.code())),
        more: names.join(", "),
    }
}

/// Every parameter once, with what it takes.
fn parameters(w: &Wording) -> Vec<Line> {
    let all = Resource::ALL.into_iter();
    let all = all.flat_map(|resource| resource.parameters().iter());
    let known: BTreeMap<&str, &publish::api::Parameter> = all.map(|p| (p.name, p)).collect();
    known
        .into_iter()
        .map(|(name, parameter)| Line {
            id: format!("parameter-{name}"),
            name: name.to_owned(),
            url: None,
            means: w.get(&format!("api-parameter-{name}")),
            more: if parameter.is_repeated {
                w.get("api-repeated")
            } else {
                String::new()
            },
        })
        .collect()
}

fn problems(w: &Wording) -> Vec<Line> {
    TITLES
        .into_iter()
        .map(|(key, title)| Line {
            id: key.to_owned(),
            name: key.to_owned(),
            url: None,
            means: w.get(title),
            more: w.words.hint(w.language, &domain::Remark::new(key)),
        })
        .collect()
}
