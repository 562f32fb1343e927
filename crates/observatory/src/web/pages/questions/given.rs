use super::super::may_i::{Asked, Frame};
use chrono::NaiveDate;
use domain::law::{FactId, Value};
use frame::{Answer, MayI};
use reference::law::{FactKind, Law};
use std::fmt::Write;

/// What was answered so far, as the address says it.
pub(super) struct Given {
    pub(super) asked: Asked,
    pub(super) answers: Vec<(FactId, Value)>,
    pub(super) skipped: Vec<FactId>,
    pub(super) refused: Option<Refused>,
}

/// Words that are no answer to their question: it is put again, with them. Leaving a question
/// empty is an answer, "I do not know".
pub(super) struct Refused {
    pub(super) fact: FactId,
    pub(super) typed: String,
}

impl Refused {
    /// The message that says what was expected.
    pub(super) fn message(kind: FactKind) -> &'static str {
        match kind {
            FactKind::Number => "questions-not-a-number",
            FactKind::Date => "questions-not-a-date",
            FactKind::YesNo | FactKind::Choice => "questions-not-a-choice",
        }
    }
}

impl Given {
    pub(super) fn read(query: &str, frame: &Frame<'_>) -> Self {
        let mut given = Self {
            asked: Asked::read(query, frame.sheets),
            answers: Vec::new(),
            skipped: Vec::new(),
            refused: None,
        };
        for (name, word) in form_urlencoded::parse(query.as_bytes()) {
            let Some(fact) = name.strip_prefix("r.").and_then(|id| frame.law.fact_id(id)) else {
                continue;
            };
            let typed = word.trim();
            match frame.law.fact(fact).value(typed) {
                Some(value) => given.answers.push((fact, value)),
                None if typed.is_empty() => given.skipped.push(fact),
                None => {
                    let typed = typed.to_owned();
                    given.refused = Some(Refused { fact, typed });
                }
            }
        }
        given
    }

    pub(super) fn question<'a>(&'a self, frame: &'a Frame<'_>, on: NaiveDate) -> MayI<'a> {
        let answers = self.answers.iter().map(|(fact, value)| Answer {
            fact: *fact,
            value: *value,
            by: None,
            on: None,
        });
        MayI {
            answers: answers.collect(),
            ..self.asked.question(frame, on)
        }
    }

    /// Every answer so far, to be sent again with the next one.
    pub(super) fn kept(&self, law: &Law) -> Vec<(String, String)> {
        let mut kept = Vec::new();
        for (name, value) in [("tache", &self.asked.task), ("outil", &self.asked.tool)] {
            kept.extend(value.iter().map(|value| (name.to_owned(), value.clone())));
        }
        let kinds = self.asked.kinds.iter();
        kept.extend(kinds.map(|kind| ("donnees".to_owned(), kind.clone())));
        let named = |fact: &FactId| format!("r.{}", law.fact(*fact).id);
        kept.extend(
            self.answers
                .iter()
                .map(|(fact, value)| (named(fact), law.fact(*fact).word(*value))),
        );
        kept.extend(self.skipped.iter().map(|fact| (named(fact), String::new())));
        kept
    }

    /// The address that holds everything answered so far.
    pub(super) fn address(&self, page: &str, law: &Law) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.kept(law));
        format!("{page}?{}", query.finish())
    }

    /// The lines that put the same into the file of a record; `None` while there is nothing.
    ///
    /// Each answer is given by the function it is asked of, from a day on. What shows it is left
    /// to be filled in, as a comment.
    pub(super) fn lines(&self, law: &Law, on: NaiveDate, evidence: &str) -> Option<String> {
        let mut lines = String::new();
        for (key, id) in [("task_sheet", &self.asked.task), ("tool", &self.asked.tool)] {
            if let Some(id) = id {
                let _ = writeln!(lines, "{key}: {id}");
            }
        }
        if !self.asked.kinds.is_empty() {
            let _ = writeln!(lines, "data_sheets: [{}]", self.asked.kinds.join(", "));
        }
        if !self.answers.is_empty() {
            lines.push_str("law_answers:\n");
        }
        for (fact, value) in &self.answers {
            let fact = law.fact(*fact);
            let (value, by) = (fact.word(*value), fact.answered_by.code());
            let _ = writeln!(
                lines,
                "  - fact: {}\n    value: \"{value}\"\n    by: {by}\n    on: {on}\n    # evidence: {{url: \"https://…\"}}  {evidence}",
                fact.id
            );
        }
        (!lines.is_empty()).then_some(lines)
    }
}
