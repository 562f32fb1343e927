//! A strict subset of YAML that keeps line numbers.
//!
//! Anchors, aliases, tags, several documents in a file and repeated keys are refused: a reader
//! of the file must see everything it says. Scalars stay text; whoever reads a field decides
//! what it means, so `no` is never silently a boolean.

use crate::Diagnostic;
use domain::Remark;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A value and the line it starts on.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Line, counted from 1.
    pub line: usize,
    /// What stands there.
    pub value: Value,
}

/// What a file can hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text; `quoted` tells `"no"` from `no`.
    Scalar {
        /// The text.
        text: String,
        /// Whether it was written between quotes or as a block.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(String, Node)>),
}

/// The deepest nesting a data file may have.
const DEPTH_MAX: usize = 32;

/// Reads one file. A syntax error gives no node and one diagnostic; other mistakes give both.
pub fn parse(file: &str, text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut builder = Builder {
        file,
        parser: Parser::new_from_str(text),
        diagnostics: Vec::new(),
    };
    let root = builder.document();
    (root, builder.diagnostics)
}

struct Builder<'a> {
    file: &'a str,
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn document(&mut self) -> Option<Node> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
                Event::StreamEnd | Event::DocumentEnd => {
                    self.report(span, Remark::new("data-empty-file"));
                    return None;
                }
                event => {
                    let root = self.node(event, span, 0)?;
                    self.refuse_second_document();
                    return Some(root);
                }
            }
        }
    }

    fn refuse_second_document(&mut self) {
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::DocumentStart(_)) {
                self.report(span, Remark::new("data-several-documents"));
                return;
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        match self.parser.next()? {
            Ok(pair) => Some(pair),
            Err(error) => {
                let line = error.marker().line();
                let remark = Remark::new("data-syntax").with("detail", error.info());
                self.diagnostics
                    .push(Diagnostic::at(self.file, line, remark));
                None
            }
        }
    }

    fn report(&mut self, span: Span, remark: Remark) {
        self.diagnostics
            .push(Diagnostic::at(self.file, span.start.line(), remark));
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Option<Node> {
        if depth > DEPTH_MAX {
            self.report(span, Remark::new("data-too-deep").with("max", DEPTH_MAX));
            return None;
        }
        let line = span.start.line();
        let value = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tricks(span, anchor, tag.is_some());
                Value::Scalar {
                    text: text.into_owned(),
                    quoted: style != ScalarStyle::Plain,
                }
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_tricks(span, anchor, tag.is_some());
                self.list(depth)?
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_tricks(span, anchor, tag.is_some());
                self.map(depth)?
            }
            _ => {
                self.report(span, Remark::new("data-alias"));
                Value::List(Vec::new())
            }
        };
        Some(Node { line, value })
    }

    fn refuse_tricks(&mut self, span: Span, anchor: usize, has_tag: bool) {
        if anchor != 0 {
            self.report(span, Remark::new("data-alias"));
        }
        if has_tag {
            self.report(span, Remark::new("data-tag"));
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                return Some(Value::List(items));
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, depth: usize) -> Option<Value> {
        let mut entries: Vec<(String, Node)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Some(Value::Map(entries)),
                Event::Scalar(key, _, _, _) => key.into_owned(),
                other => {
                    self.report(span, Remark::new("data-key-not-text"));
                    self.node(other, span, depth + 1)?;
                    let (event, span) = self.next()?;
                    self.node(event, span, depth + 1)?;
                    continue;
                }
            };
            let (event, value_span) = self.next()?;
            let value = self.node(event, value_span, depth + 1)?;
            if entries.iter().any(|(known, _)| *known == key) {
                self.report(span, Remark::new("data-repeated-key").with("key", &key));
            } else {
                entries.push((key, value));
            }
        }
    }
}

impl Node {
    /// The text, if it is a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing is written, or `null` or `~` without quotes.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false }
            if matches!(text.as_str(), "" | "null" | "~"))
    }

    /// The entries, if it is a map.
    pub fn entries(&self) -> Option<&[(String, Node)]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a key, if it is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, node)| node)
    }

    /// The same as JSON: plain `true`, `false`, `null` and numbers become what they look like,
    /// quoted ones stay text.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Scalar { text, quoted: true } => text.as_str().into(),
            Value::Scalar { text, .. } => match text.as_str() {
                "" | "null" | "~" => serde_json::Value::Null,
                "true" => true.into(),
                "false" => false.into(),
                plain => number(plain).unwrap_or_else(|| plain.into()),
            },
            Value::List(items) => items.iter().map(Self::to_json).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key.clone(), node.to_json()))
                .collect(),
        }
    }
}

fn number(text: &str) -> Option<serde_json::Value> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let looks_decimal = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'e' | b'E' | b'+'));
    let value = text.parse::<f64>().ok().filter(|_| looks_decimal)?;
    serde_json::Number::from_f64(value).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &str)]) {
        let (_, diagnostics) = parse("t.yaml", text);
        let found: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.line, diagnostic.remark.key))
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn every_trick_is_refused_with_its_line() {
        check("a: 1\nb: [x, y]\n", &[]);
        check("a: 1\nb: 2\na: 3\n", &[(3, "data-repeated-key")]);
        check("a: &x 1\nb: *x\n", &[(1, "data-alias"), (2, "data-alias")]);
        check("a: !int 1\n", &[(1, "data-tag")]);
        check("", &[(1, "data-empty-file")]);
        check("a: 1\n---\nb: 2\n", &[(2, "data-several-documents")]);
        check("a: [1, 2\nb: 3\n", &[(2, "data-syntax")]);
    }

    #[test]
    fn no_is_never_a_boolean() {
        let (node, _) = parse("t.yaml", "country: no\nyes: true\n");
        let node = node.expect("a valid file");
        assert_eq!(node.get("country").and_then(Node::scalar), Some("no"));
        assert_eq!(
            node.to_json(),
            serde_json::json!({"country": "no", "yes": true})
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_told(text in "[ a-z0-9:\\[\\]{},&*!|>'\"\n#~-]{0,80}") {
            let (node, diagnostics) = parse("t.yaml", &text);
            proptest::prop_assert!(node.is_some() || !diagnostics.is_empty());
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let deep = "[".repeat(40) + &"]".repeat(40);
        check(&deep, &[(1, "data-too-deep")]);
    }
}
