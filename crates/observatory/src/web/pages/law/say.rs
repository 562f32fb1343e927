//! Conditions, answers and reasons in the words of a reader.

use crate::web::site::Site;
use chrono::NaiveDate;
use domain::law::{
    Choices, Condition, FactId, Facts, Origin, Place, Signatory, Test, Truth, Value,
};
use evaluate::{Step, UsedFact};
use frame::Gathered;
use publish::Wording;
use publish::charts::html::escape;
use reference::law::{Fact, Sheet};

/// How the law is told to one reader.
pub(in crate::web::pages) struct Say<'a> {
    site: &'a Site,
    w: Wording<'a>,
}

/// One more step to the right in a text that keeps its spaces.
const INDENT: &str = "\u{2003}";

impl<'a> Say<'a> {
    pub(in crate::web::pages) fn new(site: &'a Site, w: Wording<'a>) -> Self {
        Self { site, w }
    }

    fn fact(&self, id: FactId) -> &'a Fact {
        self.site.library.reference.law.fact(id)
    }

    /// A condition in one line.
    pub(super) fn line(&self, condition: &Condition) -> String {
        if let Some(said) = self.leaf(condition) {
            return said;
        }
        let parts: Vec<_> = condition
            .parts()
            .iter()
            .map(|part| self.line(part))
            .collect();
        let blanks = [
            ("heading", self.heading(condition).into()),
            ("parts", self.w.phrases(&parts).into()),
        ];
        self.w.format("law-group", &blanks)
    }

    /// A condition as the items of a list, nested as it is, in HTML.
    pub(super) fn items(&self, condition: &Condition) -> String {
        let Some(said) = self.leaf(condition) else {
            let parts: String = condition
                .parts()
                .iter()
                .map(|part| self.items(part))
                .collect();
            let heading = escape(&self.heading(condition));
            return format!("<li>{heading}<ul>{parts}</ul></li>");
        };
        format!("<li>{}</li>", escape(&said))
    }

    /// What a condition asks of one fact; `None` for a group.
    fn leaf(&self, condition: &Condition) -> Option<String> {
        match condition {
            Condition::Fact(id, test) => Some(self.compared(*id, self.expected(*id, *test))),
            Condition::Derived(derived) => Some(self.meaning(usize::from(derived.0))),
            Condition::Not(part) => match part.as_ref() {
                Condition::Fact(id, Test::Yes) => Some(self.compared(*id, self.w.get("law-no"))),
                Condition::Fact(id, Test::OneOf(choices)) => {
                    let answers = self.choices(*id, *choices).into();
                    let answer = self.w.format("law-none-of", &[("answers", answers)]);
                    Some(self.compared(*id, answer))
                }
                part => {
                    let what = self.leaf(part)?;
                    Some(self.w.format("law-contrary", &[("what", what.into())]))
                }
            },
            Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. } => None,
        }
    }

    fn compared(&self, id: FactId, answer: String) -> String {
        let blanks = [
            ("fact", self.w.text(&self.fact(id).label).into()),
            ("answer", answer.into()),
        ];
        self.w.format("law-fact", &blanks)
    }

    fn expected(&self, id: FactId, test: Test) -> String {
        let limit = |key: &str, limit: i64| {
            let limit = self.w.number(limit as f64);
            self.w.format(key, &[("limit", limit.into())])
        };
        let day = |key: &str, day: NaiveDate| {
            let day = self.w.date(day);
            self.w.format(key, &[("date", day.into())])
        };
        match test {
            Test::Yes => self.w.get("law-yes"),
            Test::OneOf(choices) if choices.len() == 1 => self.choices(id, choices),
            Test::OneOf(choices) => {
                let answers = self.choices(id, choices).into();
                self.w.format("law-one-of", &[("answers", answers)])
            }
            Test::Minimum(least) => limit("law-minimum", least),
            Test::MoreThan(most) => limit("law-more-than", most),
            Test::Since(first) => day("law-on-or-after", first),
            Test::Before(first) => day("law-before", first),
        }
    }

    fn choices(&self, id: FactId, choices: Choices) -> String {
        let words: Vec<_> = choices
            .iter()
            .map(|choice| self.value(id, Value::Choice(choice)))
            .collect();
        self.w.phrases(&words)
    }

    /// An answer in words; of a long choice, its first sentence.
    pub(super) fn value(&self, id: FactId, value: Value) -> String {
        match value {
            Value::Flag(true) => self.w.get("law-yes"),
            Value::Flag(false) => self.w.get("law-no"),
            Value::Number(number) => self.w.number(number as f64),
            Value::Date(day) => self.w.date(day),
            Value::Choice(place) => {
                let known = self.fact(id).values.get(usize::from(place));
                let label = known.map_or_else(String::new, |known| self.w.text(&known.label));
                first_sentence(&label).to_owned()
            }
        }
    }

    fn meaning(&self, derived: usize) -> String {
        let law = &self.site.library.reference.law;
        first_sentence(&self.w.text(&law.derived[derived].meaning)).to_owned()
    }

    fn heading(&self, condition: &Condition) -> String {
        match condition {
            Condition::Any(_) => self.w.get("law-any"),
            Condition::Not(_) => self.w.get("law-not"),
            Condition::AtLeast { count, .. } => {
                self.w.format("law-at-least", &[("count", (*count).into())])
            }
            _ => self.w.get("law-all"),
        }
    }

    /// Each part of a condition with its value, one line a part, indented as it is nested.
    pub(super) fn steps(&self, step: &Step) -> String {
        let mut lines = Vec::new();
        self.add_steps(step, 0, &mut lines);
        lines.join("\n")
    }

    fn add_steps(&self, step: &Step, depth: usize, lines: &mut Vec<String>) {
        let said = self.leaf(step.condition);
        let is_negated_fact = said.is_some() && matches!(step.condition, Condition::Not(_));
        let what = said.unwrap_or_else(|| self.heading(step.condition));
        let truth = self.w.get(match step.truth {
            Truth::Yes => "law-step-yes",
            Truth::No => "law-step-no",
            Truth::Unknown => "law-step-unknown",
        });
        let blanks = [("truth", truth.into()), ("what", what.into())];
        let line = self.w.format("law-step", &blanks);
        lines.push(format!("{}{line}", INDENT.repeat(depth)));
        // The line of « no such answer » has said its part already; a derived fact has not.
        let parts = match step.parts.as_slice() {
            [part] if is_negated_fact => part.parts.as_slice(),
            parts => parts,
        };
        for part in parts {
            self.add_steps(part, depth + 1, lines);
        }
    }

    /// A fact with its answer and where it comes from, or that nobody gave one. `version` is the
    /// day of the version of the record.
    pub(super) fn used(&self, used: &UsedFact, version: NaiveDate) -> String {
        let name = self.w.text(&self.fact(used.fact).label);
        let Some(value) = used.value else {
            return self.w.format("law-nobody", &[("fact", name.into())]);
        };
        let known = self.compared(used.fact, self.value(used.fact, value));
        let Some(origin) = used.origin else {
            return known;
        };
        let blanks = [
            ("known", known.into()),
            ("origin", self.origin(origin, version).into()),
        ];
        self.w.format("law-known", &blanks)
    }

    /// What the sheet of the tool and the profile of the authority answer, one line an origin.
    pub(in crate::web::pages) fn on_file(&self, gathered: &Gathered) -> Vec<String> {
        let mut by_origin: Vec<(&Origin, Vec<String>)> = Vec::new();
        for (fact, origin) in &gathered.origins {
            let Some(value) = gathered.facts.get(*fact) else {
                continue;
            };
            if !matches!(origin.place, Place::Tool(_) | Place::Profile) {
                continue;
            }
            let known = self.compared(*fact, self.value(*fact, value));
            match by_origin.iter_mut().find(|(other, _)| *other == origin) {
                Some((_, answers)) => answers.push(known),
                None => by_origin.push((origin, vec![known])),
            }
        }
        let line = |(origin, known): &(&Origin, Vec<String>)| {
            let version = self.site.snapshot.built_on;
            let blanks = [
                ("origin", self.origin(origin, version).into()),
                ("known", self.w.phrases(known).into()),
            ];
            self.w.format("law-on-file", &blanks)
        };
        by_origin.iter().map(line).collect()
    }

    fn origin(&self, origin: &Origin, version: NaiveDate) -> String {
        let sheets = &self.site.library.reference.sheets;
        let place = match &origin.place {
            Place::UseCase => self.w.get("law-place-answer"),
            Place::Field(field) => {
                let blanks = [
                    ("field", self.w.label("record_fields", field).into()),
                    ("date", self.w.date(version).into()),
                ];
                self.w.format("law-place-field", &blanks)
            }
            Place::DataKind(id) => self.sheet("law-place-data", &sheets.data_kinds, id),
            Place::Task(id) => self.sheet("law-place-task", &sheets.tasks, id),
            Place::Tool(id) => {
                let tool = self.site.snapshot.tools.get(id);
                let name = tool.map_or_else(|| id.clone(), |tool| self.w.text(&tool.name));
                self.w.format("law-place-tool", &[("name", name.into())])
            }
            Place::Profile => self.w.get("law-place-profile"),
            Place::Implied => self.w.get("law-place-implied"),
        };
        let signed = origin
            .by
            .filter(|by| *by != Signatory::Profile)
            .zip(origin.on);
        match signed {
            Some((by, on)) => {
                let blanks = [
                    ("place", place.into()),
                    ("who", self.w.label(Signatory::VOCABULARY, by.code()).into()),
                    ("date", self.w.date(on).into()),
                ];
                self.w.format("law-signed", &blanks)
            }
            None => place,
        }
    }

    fn sheet(&self, key: &str, sheets: &[Sheet], id: &str) -> String {
        let title = sheets.iter().find(|sheet| sheet.id == id);
        let title = title.and_then(|sheet| sheet.title.as_ref());
        let name = title.map_or_else(|| id.to_owned(), |title| self.w.text(title));
        self.w.format(key, &[("name", name.into())])
    }

    /// Answers one after the other, each with its question in a few words.
    pub(super) fn answers(&self, facts: &Facts) -> String {
        let said: Vec<_> = facts
            .iter()
            .map(|(id, value)| self.compared(id, self.value(id, value)))
            .collect();
        self.w.phrases(&said)
    }
}

/// The first sentence of a text, without its full stop.
fn first_sentence(text: &str) -> &str {
    let first = text.split(". ").next().unwrap_or(text);
    first.trim_end_matches('.')
}
