//! Conditions as they are written: `uses_ai_system`, `{all: […]}`, `{in: {fact: […]}}`.

use super::{FactKind, Law};
use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Remark;
use domain::law::{Choices, Condition, FactId, Test};

/// Which facts a condition may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Facts and derived facts: what the law asks.
    Facts,
    /// Traits of sheets too: what a local act asks.
    Traits,
}

/// Reads a condition; a mistake is told and gives none.
pub(crate) fn condition(
    file: &FileReader,
    node: &Node,
    law: &Law,
    reads: Reads,
) -> Option<Condition> {
    let reader = Reader { file, law, reads };
    reader.condition(node)
}

struct Reader<'a> {
    file: &'a FileReader<'a>,
    law: &'a Law,
    reads: Reads,
}

impl Reader<'_> {
    fn condition(&self, node: &Node) -> Option<Condition> {
        if let Some(id) = node.scalar() {
            return self.name(id, node.line);
        }
        let Some([(operator, operand)]) = node.entries() else {
            return self.refuse(node.line, Remark::new("law-condition"));
        };
        match operator.as_str() {
            "all" => self.parts(operand).map(Condition::All),
            "any" => self.parts(operand).map(Condition::Any),
            "not" => Some(Condition::Not(Box::new(self.condition(operand)?))),
            "at_least" => self.at_least(operand),
            "equals" => self.comparison(operand, |fact, node| {
                self.choices(fact, std::slice::from_ref(node))
            }),
            "in" => self.comparison(operand, |fact, node| {
                self.choices(fact, self.file.list(node))
            }),
            "minimum" => self.comparison(operand, |fact, node| {
                self.number(fact, node).map(Test::Minimum)
            }),
            "more_than" => self.comparison(operand, |fact, node| {
                self.number(fact, node).map(Test::MoreThan)
            }),
            "since" => {
                self.comparison(operand, |fact, node| self.date(fact, node).map(Test::Since))
            }
            "before" => self.comparison(operand, |fact, node| {
                self.date(fact, node).map(Test::Before)
            }),
            _ => self.refuse(node.line, Remark::new("law-condition")),
        }
    }

    fn refuse<T>(&self, line: usize, remark: Remark) -> Option<T> {
        self.file.report(line, remark);
        None
    }

    /// A derived fact, or a fact that is answered by yes or no.
    fn name(&self, id: &str, line: usize) -> Option<Condition> {
        if let Some(derived) = self.law.derived_id(id) {
            return Some(Condition::Derived(derived));
        }
        let fact = self.fact(id, line)?;
        match self.law.fact(fact).kind {
            FactKind::YesNo => Some(Condition::Fact(fact, Test::Yes)),
            _ => self.refuse(line, Remark::new("law-not-yes-no").with("id", id)),
        }
    }

    fn fact(&self, id: &str, line: usize) -> Option<FactId> {
        let fact = self.law.fact_id(id);
        let may_read =
            |fact: &FactId| self.reads == Reads::Traits || !self.law.fact(*fact).is_trait();
        let fact = fact.filter(may_read);
        if fact.is_none() {
            self.file
                .report(line, Remark::new("law-unknown-fact").with("id", id));
        }
        fact
    }

    fn parts(&self, node: &Node) -> Option<Vec<Condition>> {
        let nodes = self.file.list(node);
        let parts: Vec<_> = nodes
            .iter()
            .filter_map(|part| self.condition(part))
            .collect();
        if nodes.is_empty() {
            return self.refuse(node.line, Remark::new("law-condition"));
        }
        (parts.len() == nodes.len()).then_some(parts)
    }

    fn at_least(&self, node: &Node) -> Option<Condition> {
        let map = self.file.map(node)?;
        let count = map.required("n").and_then(|_| map.optional_number("n"));
        let of = map.required("of").and_then(|of| self.parts(of));
        map.finish();
        let (count, of) = (count? as usize, of?);
        if count == 0 || count > of.len() {
            return self.refuse(node.line, Remark::new("law-condition"));
        }
        Some(Condition::AtLeast { count, of })
    }

    fn comparison(
        &self,
        node: &Node,
        test: impl Fn(FactId, &Node) -> Option<Test>,
    ) -> Option<Condition> {
        let Some([(id, operand)]) = node.entries() else {
            return self.refuse(node.line, Remark::new("law-condition"));
        };
        let fact = self.fact(id, node.line)?;
        Some(Condition::Fact(fact, test(fact, operand)?))
    }

    fn choices(&self, fact: FactId, nodes: &[Node]) -> Option<Test> {
        let known = self.law.fact(fact);
        let mut choices = Choices::default();
        let mut is_whole = !nodes.is_empty();
        for node in nodes {
            let word = node.scalar().unwrap_or_default();
            let place = known.values.iter().position(|value| value.id == word);
            match place {
                Some(place) => choices = choices.with(place as u8),
                None => {
                    is_whole = false;
                    self.refuse_value(fact, node, word);
                }
            }
        }
        is_whole.then_some(Test::OneOf(choices))
    }

    fn number(&self, fact: FactId, node: &Node) -> Option<i64> {
        let word = node.scalar().unwrap_or_default();
        let is_number = self.law.fact(fact).kind == FactKind::Number;
        let number = word.parse().ok().filter(|_| is_number);
        if number.is_none() {
            self.refuse_value(fact, node, word);
        }
        number
    }

    fn date(&self, fact: FactId, node: &Node) -> Option<chrono::NaiveDate> {
        let word = node.scalar().unwrap_or_default();
        let is_date = self.law.fact(fact).kind == FactKind::Date;
        let date = word.parse().ok().filter(|_| is_date);
        if date.is_none() {
            self.refuse_value(fact, node, word);
        }
        date
    }

    fn refuse_value(&self, fact: FactId, node: &Node, word: &str) {
        let known = self.law.fact(fact);
        let remark = Remark::new("law-unknown-value")
            .with("id", &known.id)
            .with("value", word)
            .with("choices", known.choices());
        self.file.report(node.line, remark);
    }
}
