use crate::yaml::{Node, Value};
use std::fmt::Write as _;

impl Node {
    /// A text between quotes.
    pub fn quoted(text: &str) -> Self {
        Self::value(Value::Scalar {
            text: text.to_owned(),
            quoted: true,
        })
    }

    /// A word without quotes, when it can do without.
    pub fn plain(text: &str) -> Self {
        Self::value(Value::Scalar {
            text: text.to_owned(),
            quoted: !is_plain(text),
        })
    }

    /// A map, in this order.
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let entries = entries.into_iter();
        Self::value(Value::Map(
            entries.map(|(key, node)| (key.to_owned(), node)).collect(),
        ))
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::value(Value::List(items.into_iter().collect()))
    }

    /// A value that stands on no line yet.
    fn value(value: Value) -> Self {
        Self { line: 0, value }
    }

    /// Gives a key of a map another value, where it stands; at the end when it is new. Anything
    /// else than a map is left as it is.
    pub fn set(&mut self, key: &str, node: Self) {
        let Value::Map(entries) = &mut self.value else {
            return;
        };
        match entries.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = node,
            None => entries.push((key.to_owned(), node)),
        }
    }

    /// Takes a key out of a map.
    pub fn unset(&mut self, key: &str) {
        if let Value::Map(entries) = &mut self.value {
            entries.retain(|(known, _)| known != key);
        }
    }

    /// The same as a file: what was between quotes still is, keys keep their order, comments are
    /// not kept.
    pub fn to_yaml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    /// Writes a value at the beginning of a line.
    fn write(&self, out: &mut String, depth: usize) {
        match &self.value {
            Value::List(items) if !items.is_empty() => {
                for item in items {
                    indent(out, depth);
                    out.push_str("- ");
                    item.write_after_dash(out, depth + 1);
                }
            }
            Value::Map(entries) if !entries.is_empty() => {
                for (key, node) in entries {
                    indent(out, depth);
                    write_entry(out, key, node, depth);
                }
            }
            _ => {
                indent(out, depth);
                self.write_inline(out);
                out.push('\n');
            }
        }
    }

    /// Writes an item of a list: its first line follows the dash.
    fn write_after_dash(&self, out: &mut String, depth: usize) {
        match &self.value {
            Value::Map(entries) if !entries.is_empty() => {
                for (place, (key, node)) in entries.iter().enumerate() {
                    if place > 0 {
                        indent(out, depth);
                    }
                    write_entry(out, key, node, depth);
                }
            }
            Value::List(items) if !items.is_empty() => {
                out.push('\n');
                self.write(out, depth);
            }
            _ => {
                self.write_inline(out);
                out.push('\n');
            }
        }
    }

    /// Writes a scalar, or something empty.
    fn write_inline(&self, out: &mut String) {
        match &self.value {
            Value::Scalar { text, quoted } if *quoted || !is_plain(text) => {
                write_quoted(out, text);
            }
            Value::Scalar { text, .. } => out.push_str(text),
            Value::List(_) => out.push_str("[]"),
            Value::Map(_) => out.push_str("{}"),
        }
    }
}

fn write_entry(out: &mut String, key: &str, node: &Node, depth: usize) {
    match is_plain(key) && !key.is_empty() {
        true => out.push_str(key),
        false => write_quoted(out, key),
    }
    out.push(':');
    let is_nested = match &node.value {
        Value::Scalar { .. } => false,
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
    };
    if is_nested {
        out.push('\n');
        node.write(out, depth + 1);
    } else {
        out.push(' ');
        node.write_inline(out);
        out.push('\n');
    }
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// Whether a text means the same without quotes: nothing in it is a mark of YAML.
fn is_plain(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-');
    !text.starts_with(['-', '.']) && text.chars().all(is_word)
}

fn write_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use proptest::prelude::*;

    fn without_lines(node: &Node) -> Node {
        let value = match &node.value {
            Value::List(items) => Value::List(items.iter().map(without_lines).collect()),
            Value::Map(entries) => Value::Map(
                entries
                    .iter()
                    .map(|(key, node)| (key.clone(), without_lines(node)))
                    .collect(),
            ),
            scalar => scalar.clone(),
        };
        Node { line: 0, value }
    }

    fn read(text: &str) -> Node {
        let (node, diagnostics) = parse("t.yaml", text);
        assert_eq!(diagnostics, [], "in {text}");
        without_lines(&node.expect("a file"))
    }

    #[test]
    fn a_file_is_written_as_a_person_would() {
        let text = "vocabulary: grounds\nvalues:\n  - code: security\n    label:\n      fr: \"Sécurité\"\n      en: \"Security\"\n    since: 2027-01-12\n  - \"oui : non\"\n  - []\n";
        assert_eq!(read(text).to_yaml(), text);
    }

    #[test]
    fn a_value_changes_where_it_stands() {
        let mut node = read("a: 1\nb: 2\n");
        node.set("a", Node::quoted("3"));
        node.set("c", Node::list([Node::map([("d", Node::quoted("e"))])]));
        assert_eq!(node.to_yaml(), "a: \"3\"\nb: 2\nc:\n  - d: \"e\"\n");
    }

    fn any_node() -> impl Strategy<Value = Node> {
        let text = prop_oneof![
            any::<String>(),
            "[a-zA-Z0-9 :#'\"\\[\\]{},&*!|>%@`~\n\t-]{0,20}"
        ];
        let leaf = (text, any::<bool>()).prop_map(|(text, quoted)| {
            // Without quotes, only what a file can hold without quotes.
            let quoted = quoted || !is_plain(&text);
            Node::value(Value::Scalar { text, quoted })
        });
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Node::list),
                prop::collection::btree_map("[a-z :]{1,6}", inner, 0..5).prop_map(|map| {
                    let entries = map.iter();
                    Node::map(entries.map(|(key, node)| (key.as_str(), node.clone())))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(node in any_node()) {
            let text = node.to_yaml();
            if text.trim().is_empty() {
                // The one node that is no file: a file that holds nothing is told as such.
                let (_, told) = parse("t.yaml", &text);
                prop_assert_eq!(told[0].remark.key, "data-empty-file");
            } else {
                prop_assert_eq!(read(&text), node);
            }
        }
    }
}
