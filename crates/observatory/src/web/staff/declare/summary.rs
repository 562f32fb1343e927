use super::desk::Desk;
use super::questions::said;
use crate::declaration::fault::{Fault, faults};
use crate::declaration::interview::Interview;
use crate::declaration::{Field, Shape, Step};
use domain::law::FactId;

/// The question of an address that comes from the check of the answers, and goes back there.
pub(super) const FROM_CHECK: &str = "retour=verifier";

/// What was answered at a step.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) modify: String,
    pub(super) modify_label: String,
    pub(super) lines: Vec<(String, String)>,
}

/// A step that was begun, in a few words.
pub(super) struct Done {
    pub(super) title: String,
    pub(super) said: String,
    pub(super) modify: String,
    pub(super) modify_label: String,
}

impl Desk<'_> {
    /// What has to be put right at a step.
    pub(super) fn faults(&self, step: Step) -> Vec<Fault> {
        let answers = self.answers();
        faults(step, &answers, |list, word| self.is_offered(list, word))
    }

    /// Whether the person comes from the check of the answers: they go back there.
    pub(super) fn comes_from_check(&self) -> bool {
        self.inside.visit.uri.query() == Some(FROM_CHECK)
    }

    /// The other steps that were begun.
    pub(super) fn done(&self, current: Step) -> Vec<Done> {
        let begun = |step: &Step| *step != current && self.answers().has_begun(*step);
        let done = |step: Step| Done {
            title: self.title(step),
            said: self.in_short(step),
            modify: self.to_step(step),
            modify_label: self.modify_label(step),
        };
        Step::ALL.into_iter().filter(begun).map(done).collect()
    }

    fn title(&self, step: Step) -> String {
        let name = self.w().get(&format!("declare-step-{}", step.code()));
        format!("{}. {name}", step.number())
    }

    fn modify_label(&self, step: Step) -> String {
        let name = self.w().get(&format!("declare-step-{}", step.code()));
        let blanks = [("step", name.into())];
        self.w().format("declare-modify-step", &blanks)
    }

    fn in_short(&self, step: Step) -> String {
        let names: &[&str] = match step {
            Step::Need => &["nom"],
            Step::Tool => &["outil", "outil_autre"],
            Step::Data => &["donnees"],
            Step::Use => &["frequence", "effet"],
            Step::Rules => return self.w().get("declare-rules-answered"),
        };
        let fields = names.iter().filter_map(|name| Field::named(name));
        let said: Vec<_> = fields.filter_map(|field| self.said(field)).collect();
        match said.is_empty() {
            true => self.w().get("declare-nothing-yet"),
            false => said.join(" · "),
        }
    }

    /// Everything that was answered, by step.
    pub(super) fn parts(&self, interview: &Interview) -> Vec<Part> {
        let part = |step: Step| Part {
            title: self.title(step),
            modify: format!("{}?{FROM_CHECK}", self.to_step(step)),
            modify_label: self.modify_label(step),
            lines: match step {
                Step::Rules => self.rules_said(interview),
                step => self.fields_said(step),
            },
        };
        Step::ALL.into_iter().map(part).collect()
    }

    fn fields_said(&self, step: Step) -> Vec<(String, String)> {
        let line = |field: &Field| {
            let label = self.w().get(&format!("declare-{}", field.name));
            Some((label, self.said(field)?))
        };
        step.fields().filter_map(line).collect()
    }

    fn rules_said(&self, interview: &Interview) -> Vec<(String, String)> {
        let w = self.w();
        let line = |put: &FactId| {
            let fact = self.law().fact(*put);
            let given = interview.given.iter().find(|(known, _)| known == put);
            let answer = match given {
                Some((_, value)) => said(fact, *value, &w),
                None => w.get("answer-unknown"),
            };
            (w.text(&fact.question), answer)
        };
        interview.put.iter().map(line).collect()
    }

    /// The answer to a field, in words.
    fn said(&self, field: &Field) -> Option<String> {
        let filled = self.answers().filled(field.name)?;
        Some(match field.shape {
            Shape::One(list) => self.label(list, filled),
            Shape::Several(list) => {
                let labels = self.answers().lines(field.name);
                let labels: Vec<_> = labels.map(|word| self.label(list, word)).collect();
                labels.join(", ")
            }
            Shape::Lines => {
                let lines: Vec<_> = self.answers().lines(field.name).collect();
                lines.join(", ")
            }
            Shape::Line | Shape::Area | Shape::Range => filled.to_owned(),
        })
    }
}
