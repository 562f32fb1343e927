//! The text of a fragment of HTML. Nothing of it is ever shown as HTML again.

/// Tags that begin a new line.
const BLOCKS: [&str; 9] = ["br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2"];
/// Elements whose content is no text.
const SILENT: [&str; 2] = ["script", "style"];
/// The entities that the editor of the CNIL's tool writes.
const ENTITIES: [(&str, &str); 12] = [
    ("nbsp", " "),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("rsquo", "’"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("laquo", "«"),
    ("raquo", "»"),
];
/// Longest entity looked for, in bytes.
const ENTITY_MAX: usize = 10;

/// Tags taken away, blocks on lines of their own, items after a dash, spaces folded.
pub(super) fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // Beyond the last `>` no tag is closed: nobody looks for its end again and again.
    let after_tags = html.rfind('>').map_or(html, |last| &html[last + 1..]).len();
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.as_bytes()[0] {
            b'<' if rest.len() > after_tags => tag(rest, &mut out),
            b'<' => {
                out.push('<');
                &rest[1..]
            }
            _ => entity(rest, &mut out),
        };
    }
    out.push_str(rest);
    let lines = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty() && line != "–")
        .collect();
    lines.join("\n")
}

/// What follows a tag. A `<` that opens none is a text.
fn tag<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
    let Some(end) = is_tag.then(|| rest.find('>')).flatten() else {
        out.push('<');
        return &rest[1..];
    };
    let name = rest[1..end].trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let after = &rest[end + 1..];
    if BLOCKS.contains(&name.as_str()) {
        out.push('\n');
        if name == "li" && !rest.starts_with("</") {
            out.push_str("– ");
        }
    }
    if SILENT.contains(&name.as_str()) && !rest.starts_with("</") {
        return closed_by(after, &name);
    }
    after
}

/// From the end of an element on; nothing when it has none.
fn closed_by<'a>(inside: &'a str, name: &str) -> &'a str {
    let mut ends = inside.match_indices("</");
    let end = ends.find(|(at, _)| {
        let found = inside.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    end.map_or("", |(end, _)| &inside[end..])
}

/// What follows an entity. A `&` that begins none is a text.
fn entity<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let end = rest.bytes().take(ENTITY_MAX).position(|byte| byte == b';');
    let found = end.and_then(|end| Some((character(&rest[1..end])?, end)));
    match found {
        Some((character, end)) => {
            out.push_str(&character);
            &rest[end + 1..]
        }
        None => {
            out.push('&');
            &rest[1..]
        }
    }
}

fn character(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
            None => number.parse().ok(),
        };
        return char::from_u32(number?).map(String::from);
    }
    let known = ENTITIES.iter().find(|(entity, _)| *entity == name);
    known.map(|(_, character)| (*character).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_go_and_words_stay() {
        for (html, expected) in [
            ("Rien", "Rien"),
            ("<p>Un&nbsp;mot</p><p>deux</p>", "Un mot\ndeux"),
            ("<ul>\n<li><b>Nom</b> ;</li><li></li></ul>", "– Nom ;"),
            ("a < b &amp; c &zut; &#233;&#xe9;", "a < b & c &zut; éé"),
            ("x<style>p {color: red}</style>y<script>alert(1)", "xy"),
            ("fin <b", "fin <b"),
            ("a <b>c</b> < d <e", "a c < d <e"),
            ("<SCRIPT>é</x></Script>fin", "fin"),
        ] {
            assert_eq!(text(html), expected);
        }
    }

    /// What is read again from its beginning at each tag never ends on these.
    #[test]
    fn a_long_text_is_read_once() {
        let many = 300_000;
        assert_eq!(text(&"<script></script>".repeat(many)), "");
        assert_eq!(text(&"<a".repeat(many)).len(), 2 * many);
        assert_eq!(text(&format!("{}>", "<a".repeat(many))), "");
        assert_eq!(text(&"<style>".repeat(many)), "");
        assert_eq!(text(&"< &".repeat(many)).len(), 3 * many);
    }

    proptest! {
        #[test]
        fn any_text_has_a_text(html in "[<>&;#/a-zé é!-]{0,60}") {
            let _ = text(&html);
        }
    }
}
