use super::parts::{Line, own_line, peer_line};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::charts::{self, Sign, Uses};
use publish::register::{
    DATA, DEPARTMENT, GENERATIVE, PUBLISHER, SOURCE, STATE, search_language, sort_by_reference,
    sort_by_review,
};
use publish::{EVERYONE, Found, Wording};
use search::{Filters, Mode, Query, Results, Sort};

#[derive(Template)]
#[template(path = "pages/register.html")]
struct Page<'a> {
    layout: Layout<'a>,
    lede: String,
    query: Asked,
    sources: Vec<Choice>,
    facets: Vec<Facet>,
    departments: Vec<Choice>,
    publishers: Vec<Choice>,
    lines: Vec<Line>,
    status: String,
    notice: Option<String>,
    sorts: Vec<(String, Option<String>)>,
    pages: Vec<PageLink>,
    withheld: Option<String>,
    is_peers: bool,
}

struct Choice {
    value: String,
    label: String,
    count: String,
    sign: Option<&'static str>,
    is_selected: bool,
}

struct Facet {
    name: &'static str,
    title: String,
    choices: Vec<Choice>,
}

struct PageLink {
    number: String,
    url: Option<String>,
}

/// What a reader asked, read from the address and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    text: String,
    source: String,
    states: Vec<String>,
    data: Vec<String>,
    department: String,
    publisher: String,
    generative: Vec<String>,
    sort: String,
    page: usize,
}

const PER_PAGE: usize = 20;
/// Longest text looked for, in characters.
const TEXT_MAX: usize = 200;
/// Most values of one field.
const VALUES_MAX: usize = 20;

impl Asked {
    /// Reads a query string; what it does not know it leaves aside.
    pub(crate) fn read(query: &str) -> Self {
        let mut asked = Self {
            page: 1,
            ..Self::default()
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value: String = value.chars().take(TEXT_MAX).collect();
            let value = value.trim().to_owned();
            if value.is_empty() {
                continue;
            }
            let several = match name.as_ref() {
                "q" => {
                    asked.text = value;
                    continue;
                }
                "source" => {
                    asked.source = value;
                    continue;
                }
                "direction" => {
                    asked.department = value;
                    continue;
                }
                "editeur" => {
                    asked.publisher = value;
                    continue;
                }
                "tri" => {
                    asked.sort = value;
                    continue;
                }
                "page" => {
                    asked.page = value.parse().unwrap_or(1).clamp(1, 100_000);
                    continue;
                }
                "etat" => &mut asked.states,
                "donnees" => &mut asked.data,
                "generative" => &mut asked.generative,
                _ => continue,
            };
            if several.len() < VALUES_MAX && !several.contains(&value) {
                several.push(value);
            }
        }
        asked
    }

    fn is_peers(&self) -> bool {
        self.source == "ailleurs"
    }

    /// The query string of the same question on another page or in another order.
    fn with(&self, page: usize, sort: &str) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("q", &self.text),
            ("source", &self.source),
            ("direction", &self.department),
            ("editeur", &self.publisher),
        ] {
            if !value.is_empty() {
                out.append_pair(name, value);
            }
        }
        for (name, values) in [
            ("etat", &self.states),
            ("donnees", &self.data),
            ("generative", &self.generative),
        ] {
            for value in values {
                out.append_pair(name, value);
            }
        }
        if !sort.is_empty() {
            out.append_pair("tri", sort);
        }
        if page > 1 {
            out.append_pair("page", &page.to_string());
        }
        let query = out.finish();
        if query.is_empty() {
            query
        } else {
            format!("?{query}")
        }
    }
}

/// The register: own records, or those of others, told apart and never added up.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let asked = Asked::read(query);
    let w = site.wording(place.language);
    let sources = own_sources(site, place);
    let results = search(site, place, &asked, &sources);
    let mut uses = Uses::default();
    let lines: Vec<Line> = results
        .hits
        .iter()
        .map(|hit| match site.register.found(hit.document) {
            Found::Own(position) => {
                own_line(&site.snapshot.uses[position].use_case, site, place, &w)
            }
            Found::Peer(position) => peer_line(&site.snapshot.peers[position], site, place, &w),
        })
        .collect();
    let facets = facets(&results, &asked, &w);
    let signs = lines.iter().map(|line| line.sign);
    let choices = facets.iter().flat_map(|facet| &facet.choices);
    let wanted: Vec<&str> = signs
        .chain(choices.filter_map(|choice| choice.sign))
        .collect();
    uses.signs.extend(
        Sign::ALL
            .into_iter()
            .filter(|sign| wanted.contains(&sign.id())),
    );
    let own_total = site.snapshot.uses_of(place.scope()).count();
    let peers_total = site.snapshot.peers.len();
    let layout = Layout::new(site, place, "registre", "register");
    let withheld = site.snapshot.withheld_of(place.scope());
    let lede = w.format(
        if asked.is_peers() {
            "register-lede-peers"
        } else {
            "register-lede"
        },
        &[
            ("count", own_total.into()),
            ("peers", w.count(peers_total).into()),
        ],
    );
    let page = Page {
        lede,
        sources: source_choices(&asked, own_total, peers_total, &w),
        departments: department_choices(site, &results, &asked, &w),
        publishers: publisher_choices(site, &results, &asked, &w),
        status: status(&asked, &results, lines.len(), &w),
        notice: notice(&results, &w),
        sorts: sorts(place, &asked, &w),
        pages: pages(place, &asked, results.total, &w),
        withheld: (withheld > 0 && !asked.is_peers()).then(|| {
            let count = w.format("register-withheld", &[("count", withheld.into())]);
            format!("{count} {}", grounds(site, place, &w))
        }),
        is_peers: asked.is_peers(),
        facets,
        lines,
        query: asked,
        layout: layout
            .titled(w.get("register-title"))
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// Why records are withheld, with their number by ground.
fn grounds(site: &Site, place: &Place, w: &Wording) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for ((authority, ground), count) in &site.snapshot.withheld {
        if place.scope().holds(authority) {
            *counts.entry(*ground).or_insert(0) += count;
        }
    }
    let grounds = counts.into_iter().map(|(ground, count)| {
        let label = w.label(domain::Ground::VOCABULARY, ground.code());
        let blanks = [("ground", label.into()), ("count", count.into())];
        w.format("withheld-ground", &blanks)
    });
    w.list(&grounds.collect::<Vec<_>>())
}

/// The values of the facet « source » that are ours in this scope.
fn own_sources(site: &Site, place: &Place) -> Vec<String> {
    let authorities = site.snapshot.authorities.iter().map(|a| a.slug.as_str());
    authorities
        .filter(|slug| place.scope == EVERYONE || place.scope == *slug)
        .map(|slug| format!("own:{slug}"))
        .collect()
}

fn search(site: &Site, place: &Place, asked: &Asked, own: &[String]) -> Results {
    let mut filters = Filters::new();
    if asked.is_peers() {
        filters.insert(SOURCE, vec!["peers"]);
    } else {
        filters.insert(SOURCE, own.iter().map(String::as_str).collect());
    }
    let states = as_strs(&asked.states);
    let data = as_strs(&asked.data);
    let generative = as_strs(&asked.generative);
    for (facet, values) in [(STATE, states), (DATA, data), (GENERATIVE, generative)] {
        if !values.is_empty() {
            filters.insert(facet, values);
        }
    }
    if !asked.department.is_empty() && !asked.is_peers() {
        filters.insert(DEPARTMENT, vec![&asked.department]);
    }
    if !asked.publisher.is_empty() && asked.is_peers() {
        filters.insert(PUBLISHER, vec![&asked.publisher]);
    }
    let facets = if asked.is_peers() {
        vec![STATE, GENERATIVE, PUBLISHER]
    } else {
        vec![STATE, DATA, DEPARTMENT]
    };
    let sort = match asked.sort.as_str() {
        "revoyure" => sort_by_review(),
        "reference" => sort_by_reference(),
        _ if asked.text.is_empty() => sort_by_reference(),
        _ => Sort::Relevance,
    };
    site.register.search(&Query {
        text: &asked.text,
        language: search_language(place.language),
        filters,
        facets,
        sort,
        offset: (asked.page - 1) * PER_PAGE,
        limit: PER_PAGE,
    })
}

fn as_strs(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}

fn facets(results: &Results, asked: &Asked, w: &Wording) -> Vec<Facet> {
    let mut facets = vec![Facet {
        name: "etat",
        title: w.get("facet-state"),
        choices: choices(results, STATE, w, state_order, |code| {
            (state_label(code, w), state_sign(code))
        }),
    }];
    if asked.is_peers() {
        facets.push(Facet {
            name: "generative",
            title: w.get("facet-generative"),
            choices: choices(
                results,
                GENERATIVE,
                w,
                |_| 0,
                |code| (w.label(domain::Generative::VOCABULARY, code), None),
            ),
        });
    } else {
        facets.push(Facet {
            name: "donnees",
            title: w.get("facet-data"),
            choices: choices(results, DATA, w, data_order, |code| {
                (w.label(domain::DataKind::VOCABULARY, code), None)
            }),
        });
    }
    facets
}

fn choices(
    results: &Results,
    facet: &str,
    w: &Wording,
    order: impl Fn(&str) -> usize,
    label: impl Fn(&str) -> (String, Option<&'static str>),
) -> Vec<Choice> {
    let mut counts: Vec<_> = results.facets.get(facet).into_iter().flatten().collect();
    counts.sort_by_key(|count| order(&count.value));
    counts
        .into_iter()
        .map(|count| {
            let (label, sign) = label(&count.value);
            Choice {
                value: count.value.clone(),
                label,
                count: w.count(count.count),
                sign,
                is_selected: count.is_selected,
            }
        })
        .collect()
}

const STATES: [&str; 11] = [
    "deployed",
    "pilot",
    "in_development",
    "planned",
    "wished",
    "suspended",
    "abandoned",
    "retired",
    "refused",
    "observed",
    "unknown",
];

fn state_order(code: &str) -> usize {
    STATES.iter().position(|state| *state == code).unwrap_or(99)
}

fn data_order(code: &str) -> usize {
    let order = domain::DataKind::ALL;
    order
        .iter()
        .position(|kind| kind.code() == code)
        .unwrap_or(99)
}

fn state_label(code: &str, w: &Wording) -> String {
    match code {
        "observed" => w.label(domain::Evidence::VOCABULARY, code),
        "unknown" => w.get("state-unknown"),
        code => w.label(domain::Lifecycle::VOCABULARY, code),
    }
}

fn state_sign(code: &str) -> Option<&'static str> {
    let sign = match code {
        "observed" => Sign::Observed,
        "unknown" => Sign::NoOpinion,
        code => publish::state::lifecycle_sign(domain::Lifecycle::from_code(code)?),
    };
    Some(sign.id())
}

fn source_choices(asked: &Asked, own: usize, peers: usize, w: &Wording) -> Vec<Choice> {
    if peers == 0 {
        return Vec::new();
    }
    let choice = |value: &str, key: &str, count: usize, is_selected: bool| Choice {
        value: value.to_owned(),
        label: w.get(key),
        count: w.count(count),
        sign: None,
        is_selected,
    };
    vec![
        choice("", "source-own", own, !asked.is_peers()),
        choice("ailleurs", "source-peers", peers, asked.is_peers()),
    ]
}

fn department_choices(site: &Site, results: &Results, asked: &Asked, w: &Wording) -> Vec<Choice> {
    if asked.is_peers() {
        return Vec::new();
    }
    let label = |key: &str| {
        let department = site.snapshot.departments.get(key);
        department.map_or_else(|| key.to_owned(), |d| w.text(&d.name))
    };
    let mut choices = choices(results, DEPARTMENT, w, |_| 0, |key| (label(key), None));
    choices.sort_by_key(|choice| Wording::order(&choice.label));
    choices
}

fn publisher_choices(site: &Site, results: &Results, asked: &Asked, w: &Wording) -> Vec<Choice> {
    if !asked.is_peers() {
        return Vec::new();
    }
    let label = |slug: &str| {
        let publisher = site.snapshot.publishers.get(slug);
        publisher.map_or_else(|| slug.to_owned(), |p| w.text(&p.name))
    };
    let mut choices = choices(results, PUBLISHER, w, |_| 0, |slug| (label(slug), None));
    choices.sort_by_key(|choice| Wording::order(&choice.label));
    choices
}

fn status(asked: &Asked, results: &Results, shown: usize, w: &Wording) -> String {
    let first = (asked.page - 1) * PER_PAGE;
    if shown == 0 {
        return w.get("register-nothing");
    }
    w.format(
        "register-status",
        &[
            ("first", w.count(first + 1).into()),
            ("last", w.count(first + shown).into()),
            ("total", results.total.into()),
        ],
    )
}

fn notice(results: &Results, w: &Wording) -> Option<String> {
    if let Some(corrected) = &results.corrected {
        return Some(w.format("register-corrected", &[("text", corrected.clone().into())]));
    }
    (results.mode == Mode::SomeTerms && results.total > 0).then(|| w.get("register-some-terms"))
}

fn sorts(place: &Place, asked: &Asked, w: &Wording) -> Vec<(String, Option<String>)> {
    let mut keys = vec![("", "sort-default"), ("reference", "sort-reference")];
    if !asked.is_peers() {
        keys.push(("revoyure", "sort-review"));
    }
    if asked.text.is_empty() {
        keys.retain(|(sort, _)| *sort != "reference");
    }
    keys.into_iter()
        .map(|(sort, key)| {
            let key = match (sort, asked.text.is_empty()) {
                ("", true) => "sort-reference",
                _ => key,
            };
            let url = (asked.sort != sort)
                .then(|| format!("{}{}", place.page("registre"), asked.with(1, sort)));
            (w.get(key), url)
        })
        .collect()
}

fn pages(place: &Place, asked: &Asked, total: usize, w: &Wording) -> Vec<PageLink> {
    let last = total.div_ceil(PER_PAGE).max(1);
    if last == 1 {
        return Vec::new();
    }
    let near = [
        1,
        asked.page.saturating_sub(1),
        asked.page,
        asked.page + 1,
        last,
    ];
    let mut numbers: Vec<usize> = near
        .into_iter()
        .filter(|n| (1..=last).contains(n))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
        .into_iter()
        .map(|number| PageLink {
            number: w.format("page-number", &[("number", w.count(number).into())]),
            url: (number != asked.page).then(|| {
                format!(
                    "{}{}",
                    place.page("registre"),
                    asked.with(number, &asked.sort)
                )
            }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        let asked = Asked::read(
            "q=caf%C3%A9+%26+th%C3%A9&etat=pilot&etat=deployed&tri=revoyure&page=3&x=1",
        );
        assert_eq!(asked.text, "café & thé");
        assert_eq!(asked.states, ["pilot", "deployed"]);
        assert_eq!(asked.page, 3);
        assert_eq!(
            Asked::read(asked.with(3, "revoyure").trim_start_matches('?')),
            asked
        );
        assert_eq!(Asked::read("page=-5&q=&etat="), Asked::read(""));
    }
}
