//! What every page must keep true of its drawings and tables.

use std::collections::BTreeSet;

/// Problems of a page: a drawing without role, name or description, a table without caption or scope.
///
/// An empty list means the page is fit. Drawings hidden from assistive technology are left alone,
/// and so are the drawings nested in another.
pub fn lint(html: &str) -> Vec<String> {
    let tags = tags(html);
    let ids: BTreeSet<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
    let mut problems = Vec::new();
    let mut depth = 0_usize;
    for (index, tag) in tags.iter().enumerate() {
        let is_outermost = depth == 0;
        if tag.name == "svg" && !tag.is_empty {
            depth = if tag.is_closing {
                depth.saturating_sub(1)
            } else {
                depth + 1
            };
        }
        if tag.is_closing {
            continue;
        }
        let inside = || contents(&tags, index);
        match tag.name {
            "svg" if is_outermost => lint_svg(tag, inside(), &ids, &mut problems),
            "table" => {
                let caption = inside()
                    .iter()
                    .find(|tag| tag.name == "caption" && !tag.is_closing);
                if caption.is_none_or(|caption| caption.text.trim().is_empty()) {
                    problems.push(format!("table {} has no caption", place(html, tag)));
                }
            }
            "th" if tag.attribute("scope").is_none_or(str::is_empty) => {
                problems.push(format!("th {} has no scope", place(html, tag)));
            }
            _ => {}
        }
    }
    problems
}

fn lint_svg(svg: &Tag<'_>, inside: &[Tag<'_>], ids: &BTreeSet<&str>, problems: &mut Vec<String>) {
    if svg.attribute("aria-hidden") == Some("true") {
        return;
    }
    let names = svg.attribute("aria-labelledby").unwrap_or_default();
    let name = format!("svg “{names}”");
    if svg.attribute("role") != Some("img") {
        problems.push(format!("{name} has no role=\"img\""));
    }
    for element in ["title", "desc"] {
        let found = inside
            .iter()
            .find(|tag| tag.name == element && !tag.is_closing);
        if found.is_none_or(|tag| tag.text.trim().is_empty()) {
            problems.push(format!("{name} has no {element}"));
        }
    }
    if names.is_empty() {
        problems.push(format!("{name} has no aria-labelledby"));
    }
    for missing in names.split_whitespace().filter(|id| !ids.contains(id)) {
        problems.push(format!(
            "{name} refers to “{missing}”, which is not on the page"
        ));
    }
}

/// A tag, with the text that follows it.
struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
    text: &'a str,
    at: usize,
    is_closing: bool,
    is_empty: bool,
}

impl<'a> Tag<'a> {
    fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        while let Some(equals) = rest.find('=') {
            let found = rest[..equals]
                .split_whitespace()
                .next_back()
                .unwrap_or_default();
            let after = rest[equals + 1..].trim_start();
            let (value, next) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    after[1..].split_once(quote).unwrap_or((&after[1..], ""))
                }
                _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            if found == name {
                return Some(value);
            }
            rest = next;
        }
        None
    }
}

fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        if html[open..].starts_with("<!--") {
            at = html[open..]
                .find("-->")
                .map_or(html.len(), |found| open + found + 3);
            continue;
        }
        let close = open + end_of_tag(&html[open..]);
        let body = html[open + 1..close].trim_end_matches('/');
        let is_closing = body.starts_with('/');
        let body = body.trim_start_matches('/');
        let (name, attributes) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
        at = (close + 1).min(html.len());
        let text_end = html[at..].find('<').map_or(html.len(), |found| at + found);
        let is_empty = html[..close].ends_with('/');
        tags.push(Tag {
            name,
            attributes,
            text: &html[at..text_end],
            at: open,
            is_closing,
            is_empty,
        });
    }
    tags
}

/// Where the tag that starts the text ends: its `>`, quotes aside.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The tags between an opening tag and its end.
fn contents<'t, 'a>(tags: &'t [Tag<'a>], index: usize) -> &'t [Tag<'a>] {
    let name = tags[index].name;
    let mut depth = 0_usize;
    for (offset, tag) in tags[index..].iter().enumerate() {
        if tag.name == name && !tag.is_empty {
            depth = if tag.is_closing {
                depth.saturating_sub(1)
            } else {
                depth + 1
            };
        }
        if depth == 0 {
            return &tags[index + 1..(index + offset).max(index + 1).min(tags.len())];
        }
    }
    &tags[index + 1..]
}

fn place(html: &str, tag: &Tag<'_>) -> String {
    format!("on line {}", html[..tag.at].matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::lint;

    #[test]
    fn a_fit_page_has_no_problem() {
        let page = r##"<!-- <svg> --><svg class="sign" aria-hidden="true"><use href="#a>b"/></svg>
            <svg role="img" aria-labelledby="a-t a-d"><title id="a-t">A</title><desc id="a-d">B</desc><svg x="1%"><use/></svg></svg>
            <table><caption>C</caption><tr><th scope="col">D</th></tr></table>"##;
        assert_eq!(lint(page), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!(lint("<svg></svg>").len(), 4);
        assert_eq!(
            lint(
                r#"<svg role="img" aria-labelledby="x"><title id="x"></title><desc>d</desc></svg>"#
            )
            .len(),
            1
        );
        assert_eq!(lint(r#"<svg role="img" aria-labelledby="x y"><title id="x">t</title><desc>d</desc></svg>"#).len(), 1);
        assert_eq!(lint("<table><tr><th>a</th></tr></table>").len(), 2);
        assert_eq!(lint("<table><caption> </caption></table>").len(), 1);
    }
}
