//! Links of a copy: relative, and never dead. Our pages are well formed; nothing else is read here.

use super::crawl::{Crawl, canonical};
use super::{names, why};
use domain::Language;
use publish::charts::html::escape;
use std::collections::{BTreeMap, BTreeSet};

/// Attributes that lead somewhere.
const ATTRIBUTES: [&str; 2] = [" href=\"", " src=\""];

/// Addresses of this site that a page leads to, without the place on the page.
pub(super) fn addresses(page: &str, html: &str) -> Vec<String> {
    let html = without_forms(html, "");
    let mut found = Vec::new();
    for attribute in ATTRIBUTES {
        for piece in html.split(attribute).skip(1) {
            let value = piece.split('"').next().unwrap_or_default();
            if let Some(value) = ours(page, value) {
                let address = value.split('#').next().unwrap_or_default();
                found.push(address.to_owned());
            }
        }
    }
    found
}

/// The whole address of a link of this site, as written on a page; `None` when it leads elsewhere
/// or stays on the page.
fn ours(page: &str, value: &str) -> Option<String> {
    let value = value.replace("&amp;", "&").replace("&#38;", "&");
    let first = value.split(['/', '?', '#']).next().unwrap_or_default();
    if value.starts_with("//") || value.starts_with('#') || value.is_empty() || first.contains(':')
    {
        return None;
    }
    let path = page.split('?').next().unwrap_or_default();
    Some(match value.chars().next() {
        Some('/') => value,
        Some('?') => format!("{path}{value}"),
        _ => {
            let (folder, _) = path.rsplit_once('/').unwrap_or_default();
            format!("{folder}/{value}")
        }
    })
}

/// A path as seen from a file.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to).take_while(|(a, b)| a == b);
    let shared = shared.count().min(to.len() - 1);
    let mut path = "../".repeat(folders - shared);
    path.push_str(&to[shared..].join("/"));
    path
}

/// The pages of a copy, with what it takes to write them.
pub(super) struct Pages<'a> {
    crawl: &'a Crawl,
    places: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// What is said in the place of a form, by language.
    words: BTreeMap<Language, String>,
}

impl<'a> Pages<'a> {
    pub(super) fn of(crawl: &'a Crawl, words: BTreeMap<Language, String>) -> Self {
        let places = crawl.pages.iter().map(|(address, html)| {
            let ids = html.split(" id=\"").skip(1);
            let ids = ids.filter_map(|piece| piece.split('"').next());
            (address.as_str(), ids.collect())
        });
        Self {
            places: places.collect(),
            crawl,
            words,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.crawl.pages.len()
    }

    /// Every page as a file.
    pub(super) fn written(&self, dead: &mut Vec<(String, String)>) -> BTreeMap<String, Vec<u8>> {
        let pages = self.crawl.pages.iter();
        pages
            .map(|(address, html)| {
                let file = names::page(address);
                let said = self.said(address);
                let html = without_forms(html, &said);
                let html = self.linked(address, &file, html, dead);
                (file, html.into_bytes())
            })
            .collect()
    }

    /// What stands in the place of a form; its link is made relative with the others.
    fn said(&self, address: &str) -> String {
        let tag = address.split('/').nth(1).unwrap_or_default();
        let language = Language::from_tag(tag).unwrap_or_default();
        let words = self.words.get(&language).map_or("", String::as_str);
        let (to, words) = (escape(&why(address)), escape(words));
        format!("<p class=\"unknown\"><a href=\"{to}\">{words}</a></p>")
    }

    fn linked(
        &self,
        address: &str,
        file: &str,
        html: String,
        dead: &mut Vec<(String, String)>,
    ) -> String {
        let mut html = html;
        for attribute in ATTRIBUTES {
            let mut pieces = html.split(attribute);
            let mut out = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                let (value, rest) = piece.split_once('"').unwrap_or((piece, ""));
                out.push_str(attribute);
                match ours(address, value) {
                    None => out.push_str(value),
                    Some(whole) => match self.leading(file, &whole) {
                        Some(to) => out.push_str(&to),
                        None => dead.push((address.to_owned(), value.to_owned())),
                    },
                }
                out.push('"');
                out.push_str(rest);
            }
            html = out;
        }
        html
    }

    /// The relative path of a link, with its place on the page if the copy has it.
    fn leading(&self, file: &str, value: &str) -> Option<String> {
        let (address, place) = value.split_once('#').unwrap_or((value, ""));
        let asked = canonical(address);
        let target = self.crawl.target(&asked)?;
        let to = match self.places.get(target) {
            Some(_) => names::page(target),
            None => names::file(target),
        };
        let path = relative(file, &to);
        let places = self.places.get(target);
        let has_place = !place.is_empty() && places.is_some_and(|known| known.contains(place));
        let whole = if has_place {
            format!("{path}#{place}")
        } else {
            path
        };
        Some(escape(&whole))
    }
}

/// The page with words in the place of each form: without a server, a form leads nowhere.
fn without_forms(html: &str, words: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, form)) = rest.split_once("<form") {
        out.push_str(before);
        let Some((inside, after)) = form.split_once("</form>") else {
            rest = "";
            break;
        };
        // The place it had in the layout of the page stays.
        let class = inside.split_once(" class=\"").map(|(_, class)| class);
        let class = class.and_then(|class| class.split(['"', ' ']).next());
        let class = class.filter(|_| inside.find(" class=\"") < inside.find('>'));
        out.push_str(&format!(
            "<div class=\"{}\">{words}</div>",
            class.unwrap_or("page")
        ));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(relative(from, to), expected, "{from} to {to}");
    }

    #[test]
    fn a_path_is_seen_from_where_one_is() {
        check("fr/index.html", "fr/index.html", "index.html");
        check("fr/index.html", "fr/a/index.html", "a/index.html");
        check("fr/a/index.html", "fr/index.html", "../index.html");
        check(
            "fr/a/b/index.html",
            "en/a/index.html",
            "../../../en/a/index.html",
        );
        check(
            "fr/a/index.html",
            "static/vigie.css",
            "../../static/vigie.css",
        );
        check("index.html", "fr/index.html", "fr/index.html");
    }

    #[test]
    fn a_form_becomes_words_and_what_is_around_stays() {
        let page = "<p>a</p><form class=\"margin filters\" action=\"/x\"><input name=\"q\"></form><p>b</p>";
        let expected = "<p>a</p><div class=\"margin\">no</div><p>b</p>";
        assert_eq!(without_forms(page, "no"), expected);
    }

    #[test]
    fn only_links_of_this_site_are_followed() {
        let page = "<a href=\"/fr/a?b=1&#38;c=2#d\"><a href=\"//x\"><a href=\"https://x\"><a href=\"#e\"><a href=\"mailto:x@y\"><a href=\"near#f\"><a href=\"?page=2\"><img src=\"/f\">";
        let expected = ["/fr/a?b=1&c=2", "/fr/z/near", "/fr/z/here?page=2", "/f"];
        assert_eq!(addresses("/fr/z/here?x=1", page), expected);
    }
}
